"""Mails that lie in files or came from a read-only look, without a ledger: for classify, explain and scan."""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from classifier.message import Message, parse
from classifier.reading import Label, Verdict
from replies.decision import Policy
from replies.standing import takes_back
from replies.subjects import is_forward
from service.mailbox import Mail, MessageRef
from service.pipeline import Classify

_Item = TypeVar("_Item")

AT_A_TIME = 25  # mails classified together; with the lot before them 100 MB, when each is at the size cap
EVER = timedelta(days=36500)


def somebody(message: Message) -> Policy:
    """Return the settings of a user of whom no more is known than that this mail came to them."""
    first = message.to[0] if message.to else None
    return Policy(address=first.email if first else "you@example.org", name=(first and first.name) or "Your Name")


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail that matters, with what it was taken for, packed: an archive may hold a hundred thousand others."""

    ref: MessageRef
    key: str
    packed: bytes

    def unpacked(self) -> tuple[Message, Verdict]:
        """Return the mail and what it was taken for."""
        message, verdict = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 - our own, of this very process
        return message, verdict


@dataclass(slots=True)
class Gathered:
    """What matters of an archive.

    Attributes:
        read: How many mails were read.
        answered: Message-IDs of the mails that the user answered.
        kept: The mails to an application, or that may be, and those that take something back, the oldest first.
    """

    read: int = 0
    answered: set[str] = field(default_factory=set)
    kept: list[Kept] = field(default_factory=list)


def gather(mails: Iterable[Mail], policy: Policy, classify: Classify) -> Gathered:
    """Read mails in whatever order they lie, and return what matters in the order in which they came.

    A mail that lies there twice is one. Memory holds what matters, and of the rest `AT_A_TIME`.
    """
    gathered = Gathered()
    found: dict[str, Kept] = {}
    for chunk in chunks(mails, AT_A_TIME):
        messages = [parse(mail.raw) for mail in chunk]
        gathered.read += len(chunk)
        for mail, message, verdict in zip(chunk, messages, classify(messages), strict=True):
            if message.sender and policy.is_own(message.sender.email):
                gathered.answered.update(() if is_forward(message.subject) else _answered_by(message))
            elif _matters(message, verdict):
                kept = _kept(mail.ref, message, verdict)
                found[kept.key] = min(kept, found.get(kept.key, kept), key=_when)
    gathered.kept = sorted(found.values(), key=_when)
    return gathered


def is_job_mail(verdict: Verdict) -> bool:
    """Whether a mail has to do with an application, or may have."""
    return verdict.label is not Label.OTHER or verdict.unsure


def _matters(message: Message, verdict: Verdict) -> bool:
    return is_job_mail(verdict) or takes_back(message)


def _answered_by(message: Message) -> tuple[str, ...]:
    return (*message.in_reply_to, *message.references)


def _kept(ref: MessageRef, message: Message, verdict: Verdict) -> Kept:
    packed = zlib.compress(pickle.dumps((message, verdict), pickle.HIGHEST_PROTOCOL))
    return Kept(replace(ref, message_id=message.message_id), message.key, packed)


def _when(kept: Kept) -> tuple[datetime, str]:
    return kept.ref.arrived_at, kept.key


def chunks(items: Iterable[_Item], size: int) -> Iterator[Sequence[_Item]]:
    """Cut into lists of `size`, the last one shorter; takes no more from `items` than it gives."""
    waiting = iter(items)
    while chunk := list(islice(waiting, size)):
        yield chunk
