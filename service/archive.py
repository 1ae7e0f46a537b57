"""Mails that lie in files or came from a read-only look, without a ledger: for classify, explain and scan.

Which mail has to do with an application is known only when all are read: until then each mail that might stand in the
way of a draft is held, as little of it as that takes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Final, TypeVar

from pydantic import TypeAdapter

from classifier.message import Address, Message, parse
from classifier.reading import Label, Verdict
from classifier.senders import is_freemail
from replies.decide import is_from_list
from replies.decision import Policy
from replies.domains import is_service, organisation
from replies.standing import takes_back
from service.left_out import NO_MAIL_S_FAULT, LeftOut
from service.mailbox import Mail, MessageRef, Place
from service.own_mails import Held, OwnMails
from service.packing import packed, unpacked
from service.pipeline import Classify

_Item = TypeVar("_Item")
_Read = tuple[Mail, Message, Verdict]

AT_A_TIME = 25  # mails classified together; with the lot before them 100 MB, when each is at the size cap
EVER = timedelta(days=36500)
SOMEBODY: Final = Policy(address="you@example.org", name="Your Name")
_JOB_MAIL: Final = TypeAdapter(tuple[Message, Verdict])
_ASIDE: Final = TypeAdapter(tuple[datetime, int, Message, Verdict])
_NAMED_WITHIN = 1000  # characters in which a service's mail has named the employer


def somebody(message: Message) -> Policy:
    """Return the settings of a user of whom no more is known than that this mail came to them."""
    return named(SOMEBODY, message.to[0] if message.to else None)


def named(policy: Policy, user: Address | None) -> Policy:
    """Return the settings with this user's name and address, if they are those of `SOMEBODY`."""
    if user is None or policy.address != SOMEBODY.address:
        return policy
    return replace(policy, address=user.email, name=user.name or policy.name)


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail that matters, with what it was taken for, packed: an archive may hold a hundred thousand others."""

    ref: MessageRef
    key: str
    size: int
    packed: bytes

    def unpacked(self) -> tuple[Message, Verdict]:
        """Return the mail and what it was taken for."""
        return unpacked(_JOB_MAIL, self.packed)


@dataclass(slots=True)
class Gathered:
    """What matters of an archive.

    Attributes:
        read: How many mails were read.
        kept: The mails to an application, or that may be, those that take something back, and the others that came in
            their threads or from their senders, of which there is no more than the headers; the oldest first.
    """

    read: int = 0
    kept: list[Kept] = field(default_factory=list)


def gather(mails: Iterable[Mail], policy: Policy, classify: Classify, left_out: LeftOut | None = None) -> Gathered:
    """Read mails in whatever order they lie, and return what matters in the order in which they came.

    A mail that lies there twice is one; one that breaks the reader is counted in `left_out`. Memory holds what matters,
    of the rest `AT_A_TIME`, and their headers. The user's own mails are passed over.
    """
    return _gathered(mails, _Gathering(policy), classify, left_out or LeftOut())


def gather_with_own(
    mails: Iterable[Mail], policy: Policy, classify: Classify, left_out: LeftOut
) -> tuple[Gathered, OwnMails]:
    """Do the same, and return the user's own mails too: those that may be answers to what matters."""
    held = Held()
    gathered = _gathered(mails, _Gathering(policy, held), classify, left_out)
    return gathered, held.settled()


def _gathered(mails: Iterable[Mail], gathering: "_Gathering", classify: Classify, lost: LeftOut) -> Gathered:
    for chunk in chunks(mails, AT_A_TIME):
        for mail, message, verdict in _classified(chunk, classify, lost):
            with lost.unless_read(len(mail.raw)):
                gathering.take(mail, message, verdict)
    return Gathered(gathering.read, gathering.kept(lost))


def _classified(mails: Sequence[Mail], classify: Classify, lost: LeftOut) -> Sequence[_Read]:
    """Read mails together; one by one when one of them breaks the reader."""
    try:
        return _read(mails, classify)
    except NO_MAIL_S_FAULT:
        raise
    except Exception:  # noqa: BLE001 - whatever a mail breaks, the next one goes on
        return [read for mail in mails for read in _alone(mail, classify, lost)]


def _alone(mail: Mail, classify: Classify, lost: LeftOut) -> Sequence[_Read]:
    with lost.unless_read(len(mail.raw)):
        return _read([mail], classify)
    return ()


def _read(mails: Sequence[Mail], classify: Classify) -> Sequence[_Read]:
    messages = [parse(mail.raw) for mail in mails]
    return list(zip(mails, messages, classify(messages), strict=True))


@dataclass(slots=True)
class _Gathering:
    """An archive that is being read. Of those aside only the packed bytes are held: there may be 100 000 of them."""

    policy: Policy
    own: Held | None = None
    read: int = 0
    found: dict[str, Kept] = field(default_factory=dict)
    aside: dict[bytes, bytes] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)

    def take(self, mail: Mail, message: Message, verdict: Verdict) -> None:
        """Hold what may matter of a mail."""
        if mail.place is Place.SENT or (message.sender and self.policy.is_own(message.sender.email)):
            if self.own is not None:
                self.own.take(message)
        elif _matters(message, verdict):
            kept = _kept(mail.ref, len(mail.raw), message, verdict)
            self.found[kept.key] = min(kept, self.found.get(kept.key, kept), key=_when)
            self.ties.update(_ties(message))
            if self.own is not None:
                self.own.may_answer(message)
        elif not is_from_list(message):
            self._put_aside(mail, message, verdict)
        self.read += 1

    def _put_aside(self, mail: Mail, message: Message, verdict: Verdict) -> None:
        key, arrived_at = bytes.fromhex(message.key), mail.ref.arrived_at
        if (known := self.aside.get(key)) is None or arrived_at < unpacked(_ASIDE, known)[0]:
            slim = _slim(message), replace(verdict, clues=())
            self.aside[key] = packed(_ASIDE, (arrived_at, len(mail.raw), *slim))

    def kept(self, lost: LeftOut) -> list[Kept]:
        """Return what matters, the oldest first, and let go of the rest."""
        while self.aside:
            arrived_at, size, message, verdict = unpacked(_ASIDE, self.aside.popitem()[1])
            with lost.unless_read(size):
                if not self.ties.isdisjoint(_ties(message)):
                    kept = _kept(MessageRef("", None, arrived_at), size, message, verdict)
                    self.found.setdefault(kept.key, kept)
        return sorted(self.found.values(), key=_when)


def is_job_mail(verdict: Verdict) -> bool:
    """Whether a mail has to do with an application, or may have."""
    return verdict.label is not Label.OTHER or verdict.unsure


def _matters(message: Message, verdict: Verdict) -> bool:
    return is_job_mail(verdict) or takes_back(message)


def _slim(message: Message) -> Message:
    """Return a mail with no more than is asked of one that is no job mail: whether it is about the application.

    A service writes for many employers: for which one may stand in the text alone.
    """
    of_service = message.sender is not None and is_service(message.sender.domain)
    text = message.text[:_NAMED_WITHIN] if of_service else ""
    headers = {name: () for name in ("list-unsubscribe",) if name in message.headers}
    return replace(message, text=text, quoted="", calendar="", to=(), reply_to=(), headers=headers)


def _ties(message: Message) -> Iterator[str]:
    """Yield what two mails have in common that may be about one application: the thread, and the house or sender."""
    yield from filter(None, (message.message_id, *message.in_reply_to, *message.references))
    if message.sender:
        house = organisation(message.sender.domain)
        yield message.sender.email.lower() if is_freemail(house) else house


def _kept(ref: MessageRef, size: int, message: Message, verdict: Verdict) -> Kept:
    return Kept(replace(ref, message_id=message.message_id), message.key, size, packed(_JOB_MAIL, (message, verdict)))


def _when(kept: Kept) -> tuple[datetime, str]:
    return kept.ref.arrived_at, kept.key


def chunks(items: Iterable[_Item], size: int) -> Iterator[Sequence[_Item]]:
    """Cut into lists of `size`, the last one shorter; takes no more from `items` than it gives."""
    waiting = iter(items)
    while chunk := list(islice(waiting, size)):
        yield chunk
