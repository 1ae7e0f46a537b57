"""A mailbox in memory: the contract in its shortest form, and the mailbox of tests that are about something else.

Its folders are plain lists which the owner of the object fills and changes as a server and a mail program would.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from classifier.headers import Headers, addresses, message_ids, read_headers
from replies.decision import Draft
from service.mailbox import (
    ALWAYS,
    BATCH_SIZE,
    MAX_AROUND,
    MAX_MAIL_BYTES,
    Batch,
    Conversation,
    Found,
    Mail,
    MessageRef,
    Place,
    SavedDraft,
)
from service.providers.sender_words import is_from_one, sound_words

_MANY = 1000


@dataclass(frozen=True, slots=True)
class Stored:
    """A mail on the server: its number only ever grows, by landing."""

    number: int
    raw: bytes
    arrived_at: datetime


@dataclass
class Folders:
    """The server's side: outlives a mailbox that is closed, and may be shared by several."""

    by_place: dict[Place, list[Stored]] = field(default_factory=lambda: {place: [] for place in Place})
    archive: list[Stored] = field(default_factory=list)
    named: dict[str, list[Stored]] = field(default_factory=dict)
    last_number: int = 0

    def add(self, place: Place, raw: bytes, arrived_at: datetime) -> Stored:
        """Let a mail land there."""
        self.last_number += 1
        stored = Stored(self.last_number, raw, arrived_at)
        self.by_place[place].append(stored)
        return stored


class MemoryMailbox:
    """See `service.mailbox.Mailbox` for what is promised."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders

    def fetch(self, cursor: str | None, since: datetime) -> Batch:
        """Return mails that arrived after `cursor`: the number of the last one that was read."""
        return self._batch(self._folders.by_place[Place.RECEIVED], cursor, since)

    def has_folder(self, name: str) -> bool:
        """Whether there is a folder of that name."""
        return name in self._folders.named

    def filed(self, folder: str, cursor: str | None) -> Batch:
        """Return mails that landed in that folder after `cursor`."""
        return self._batch(self._folders.named.get(folder, []), cursor, ALWAYS)

    def _batch(self, box: list[Stored], cursor: str | None, since: datetime) -> Batch:
        position = _number(cursor, self._folders.last_number)
        waiting = [mail for mail in box if (mail.arrived_at >= since if position is None else mail.number > position)]
        waiting.sort(key=lambda mail: mail.number)
        taken, more = waiting[:BATCH_SIZE], len(waiting) > BATCH_SIZE
        reached = taken[-1].number if more else self._folders.last_number
        mails = (_mail(stored) for stored in sorted(taken, key=lambda mail: mail.arrived_at))
        return Batch(tuple(mails), str(reached), more)

    def search(self, senders: Sequence[str], since: datetime, limit: int) -> tuple[Mail, ...]:
        """Return received mails by their senders."""
        words = sound_words(senders)
        young = [mail for mail in self._received() if mail.arrived_at >= since]
        found = [mail for mail in young if is_from_one(_headers(mail.raw), words)]
        found.sort(key=lambda mail: (mail.arrived_at, mail.number), reverse=True)
        return tuple(_mail(mail) for mail in found[:limit])

    def conversation(self, ref: MessageRef) -> Conversation:
        """Return what stands around that mail now."""
        mail = self._find(ref)
        sender = _people(_headers(mail.raw), "from", "reply-to") if mail else set[str]()
        around = (found for place in Place for found in self._related(place, ref, sender))
        return Conversation(mail.raw[:MAX_MAIL_BYTES] if mail else None, tuple(around))

    def draft(self, message_id: str) -> bytes | None:
        """Return the draft that bears this Message-ID."""
        drafts = self._folders.by_place[Place.DRAFTS]
        return next((stored.raw for stored in drafts if _own_id(_headers(stored.raw)) == message_id), None)

    def save_draft(self, draft: Draft, answers: MessageRef) -> SavedDraft:
        """Put the draft among the drafts, once."""
        drafts = self._folders.by_place[Place.DRAFTS]
        answered = None if draft.beside else answers.message_id
        for stored in drafts:
            headers = _headers(stored.raw)
            if _own_id(headers) == draft.message_id or answered in _named(headers, "in-reply-to"):
                return SavedDraft(str(stored.number), created=False)
        stored = self._folders.add(Place.DRAFTS, draft.raw, answers.arrived_at)
        return SavedDraft(str(stored.number), created=True)

    def check(self) -> tuple[str, ...]:
        """Count the mails."""
        return tuple(f"{place}: {len(mails)} mails." for place, mails in self._folders.by_place.items())

    def close(self) -> None:
        """Nothing is held."""

    def _find(self, ref: MessageRef) -> Stored | None:
        received = self._received()
        same = [mail for mail in received if _own_id(_headers(mail.raw)) == ref.message_id]
        if ref.message_id is None:
            same = [mail for mail in same if str(mail.number) == ref.locator]
        return min(same, key=lambda mail: str(mail.number) != ref.locator, default=None)

    def _received(self) -> list[Stored]:
        filed = (mail for folder in self._folders.named.values() for mail in folder)
        return [*self._folders.by_place[Place.RECEIVED], *self._folders.archive, *filed]

    def _related(self, place: Place, ref: MessageRef, sender: set[str]) -> Iterator[Found]:
        folder = [*self._folders.by_place[place], *(self._folders.archive if place is Place.RECEIVED else ())]
        related = [mail for mail in folder if _belongs(mail, place, ref, sender)]
        newest = sorted(related, key=lambda mail: mail.number)[-MAX_AROUND:]
        return (Found(place, mail.raw[:MAX_MAIL_BYTES]) for mail in newest)


def _number(cursor: str | None, last: int) -> int | None:
    """Return the number in a cursor; None when it is none that this server gave."""
    number = int(cursor) if cursor and cursor.isdecimal() and len(cursor) < 20 else None  # noqa: PLR2004
    return number if number is not None and number <= last else None


def _mail(stored: Stored) -> Mail:
    ref = MessageRef(str(stored.number), _own_id(_headers(stored.raw)), stored.arrived_at.astimezone(UTC))
    return Mail(ref, stored.raw[:MAX_MAIL_BYTES])


def _headers(raw: bytes) -> Headers:
    return read_headers(raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0])


def _own_id(headers: Headers) -> str | None:
    return next(iter(message_ids(headers.get("message-id", [])[:1], 1)), None)


def _named(headers: Headers, *names: str) -> tuple[str, ...]:
    return message_ids([value for name in names for value in headers.get(name, [])], _MANY)


def _people(headers: Headers, *names: str) -> set[str]:
    return {email.lower() for name in names for _, email in addresses(headers.get(name, []), _MANY)}


def _belongs(stored: Stored, place: Place, ref: MessageRef, sender: set[str]) -> bool:
    headers = _headers(stored.raw)
    if ref.message_id is not None and ref.message_id in _named(headers, "in-reply-to", "references"):
        return True
    if place is not Place.RECEIVED:
        return bool(sender & _people(headers, "to", "cc", "bcc"))
    itself = ref.message_id is not None and _own_id(headers) == ref.message_id
    later = stored.arrived_at >= ref.arrived_at
    return later and not itself and not _domains(sender).isdisjoint(_domains(_people(headers, "from")))


def _domains(people: set[str]) -> set[str]:
    return {email.rpartition("@")[2] for email in people}
