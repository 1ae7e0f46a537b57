"""The user's own mails in an archive: which of them may be the answer to a mail that came?

They may lie before it. So all are held, packed, until everything is read, and then those that name a mail that matters
or go to whom it came from. Whether one is an answer is decided in one place for all (`replies.standing`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pydantic import TypeAdapter

from classifier.message import Address, Message
from service.packing import packed, unpacked

_MESSAGE: Final = TypeAdapter(Message)


@dataclass(frozen=True, slots=True)
class OwnMails:
    """The user's own mails that have to do with what matters; `Held.settled` makes it.

    Attributes:
        writer: By whom most of all their mails are, if there are any.
    """

    writer: Address | None
    _by_tie: Mapping[str, Sequence[Message]]

    def near(self, message_id: str | None, addresses: Iterable[Address]) -> list[Message]:
        """Return those that name this mail, or go to one of these addresses."""
        found = {own.key: own for tie in _ties(message_id, addresses) for own in self._by_tie.get(tie, ())}
        return list(found.values())


@dataclass(slots=True)
class Held:
    """The user's own mails while an archive is being read: `take` and `may_answer` come in whatever order."""

    _writers: Counter[Address] = field(default_factory=Counter)
    _packed: dict[bytes, bytes] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def take(self, own: Message) -> None:
        """Hold one of them; of its text nothing is asked."""
        self._writers.update(filter(None, [own.sender]))
        headers = {name: said for name, said in own.headers.items() if name == "auto-submitted"}
        slim = replace(own, text="", quoted="", calendar="", headers=headers)
        self._packed[bytes.fromhex(own.key)] = packed(_MESSAGE, slim)

    def may_answer(self, message: Message) -> None:
        """Say that a mail came which they may answer."""
        self._asked.update(_ties(message.message_id, filter(None, (message.sender, *message.reply_to))))

    def settled(self) -> OwnMails:
        """All is read: let go of them, and return those that have to do with what matters."""
        by_tie: dict[str, list[Message]] = {}
        while self._packed:
            own = unpacked(_MESSAGE, self._packed.popitem()[1])
            for tie in self._asked.intersection(_goes_to(own)):
                by_tie.setdefault(tie, []).append(own)
        writer = next((address for address, _ in self._writers.most_common(1)), None)
        return OwnMails(writer, by_tie)


def _ties(message_id: str | None, addresses: Iterable[Address]) -> Iterator[str]:
    """Yield what an answer to a mail names or goes to."""
    yield from filter(None, [message_id])
    yield from (address.email.lower() for address in addresses)


def _goes_to(own: Message) -> Iterator[str]:
    yield from (*own.in_reply_to, *own.references)
    yield from (address.email.lower() for address in own.to)
