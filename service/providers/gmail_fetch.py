"""How far a Gmail mailbox has been read, and what comes next: from Gmail's history, or by listing where it is lost.

A listing begins by noting where the history stands, so whatever comes while it goes on is found by the history
afterwards: a mail may come twice, none is skipped.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from service.mailbox import BATCH_SIZE, Batch, Mail, MessageRef
from service.providers.gmail_api import Event, GmailApi, Item
from service.providers.gmail_transport import NotFound

MAX_LISTED = 50_000
NEWEST = 10
BEGAN = 1_000_000_000  # seconds; Gmail is younger, and shorter a number could be read as a date
BEGUN = "-"  # stands for the last id of a listing that has given none yet
BATCH_BYTES = 8 * 1024 * 1024  # a hundred mails at the cap would be 200 MiB

NOT_RECEIVED = frozenset({"DRAFT", "SENT", "TRASH", "SPAM", "CHAT"})

_NUMBER = re.compile(r"\d{1,20}", re.ASCII)
_LOCATOR = re.compile(r"([A-Za-z0-9_-]{1,64})/([A-Za-z0-9_-]{1,64})")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where to go on.

    Attributes:
        history: Gmail's history has been read up to here, or will be read from here once the listing is done.
        label: Which of the labels is being listed; None when no listing is going on.
        arrived: Arrival of the last mail that the listing gave, in milliseconds since 1970.
        last: The id of that mail.
    """

    history: int
    label: int | None = None
    arrived: int = 0
    last: str = ""

    def __str__(self) -> str:
        if self.label is None:
            return json.dumps({"history": str(self.history)})
        listing = {"label": self.label, "arrived": self.arrived, "last": self.last}
        return json.dumps({"history": str(self.history), **listing})


def read_cursor(text: str | None) -> Cursor | None:
    """Return the cursor that was written so, or None when it is none of ours."""
    with suppress(ValueError, TypeError, AttributeError):
        data = json.loads(text or "")
        history, label, arrived, last = (data.get(key) for key in ("history", "label", "arrived", "last"))
        if not _NUMBER.fullmatch(history):
            return None
        if label is None:
            return Cursor(int(history))
        if isinstance(label, int) and isinstance(arrived, int) and isinstance(last, str):
            return Cursor(int(history), max(0, label), arrived, last)
    return None


class Fetch:
    """The reading of new mail.

    Args:
        labels: The ids of the labels to read.
        look: Notes where the history stands, after a check whose account it is.
        held: Only what bears one of the labels now; else also what came under one and was filed away since.
    """

    def __init__(self, api: GmailApi, labels: tuple[str, ...], look: Callable[[], int], *, held: bool = False) -> None:
        self._api = api
        self._labels = labels
        self._look = look
        self._needed = frozenset(labels) if held else None

    def batch(self, cursor: Cursor | None, since: datetime) -> Batch:
        """Return what comes next."""
        if cursor is not None and cursor.label is None:
            with suppress(NotFound):  # so old that Gmail has forgotten it: after a week, at worst after hours
                return self._from_history(cursor)
            cursor = None
        return self._from_listing(cursor or Cursor(self._look(), label=0), since)

    # -- history ---------------------------------------------------------------------------------------------------

    def _from_history(self, cursor: Cursor) -> Batch:
        basket, reached = _Basket(self._needed), cursor.history
        for event in self._api.history(cursor.history):
            if isinstance(event, int):
                return basket.batch(Cursor(max(reached, event)), more=False)
            wanted = [message for message in self._wanted(event) if message not in basket.seen]
            if basket.full_with(len(wanted)):
                break
            for message in wanted:
                basket.add(message, self._api.whole(message))
            reached = max(reached, event.id)
        return basket.batch(Cursor(reached), more=True)

    def _wanted(self, event: Event) -> Iterator[str]:
        for message, labels in event.messages:
            # Labels are missing when the message is gone again: then asking for it settles it.
            if not labels or (labels & set(self._labels) and not labels & NOT_RECEIVED):
                yield message

    # -- listing ---------------------------------------------------------------------------------------------------

    def _from_listing(self, cursor: Cursor, since: datetime) -> Batch:
        basket = _Basket(self._needed)
        for number in range(cursor.label or 0, len(self._labels)):
            cursor = cursor if cursor.label == number else Cursor(cursor.history, number)
            listed = self._listed(self._labels[number], cursor, since)
            if not cursor.last:
                self._take_unsearched(self._labels[number], set(listed), since, basket)
                cursor = replace(cursor, last=BEGUN)
            for message in _after(cursor.last, listed):
                if basket.full_with(1):
                    return basket.batch(cursor, more=True)
                if item := self._take(message, since, basket):
                    cursor = replace(cursor, arrived=_milliseconds(item.arrived_at), last=message)
        # What came meanwhile stands in the history.
        return basket.batch(Cursor(cursor.history), more=self._look() > cursor.history)

    def _listed(self, label: str, cursor: Cursor, since: datetime) -> list[str]:
        """Return the ids under a label, oldest first, from where the listing was left."""
        # Gmail's `after` knows whole seconds only.
        seconds = max(_milliseconds(since), cursor.arrived) // 1000 - 1
        query = f"after:{seconds}" if seconds >= BEGAN else None
        return self._api.newest(MAX_LISTED, label=label, query=query)[::-1]

    def _take_unsearched(self, label: str, listed: set[str], since: datetime, basket: "_Basket") -> None:
        """Take the newest mails that the search has not found: its index may lag behind."""
        for message in self._api.newest(NEWEST, label=label):
            if message not in listed:
                self._take(message, since, basket)

    def _take(self, message: str, since: datetime, basket: "_Basket") -> Item | None:
        item = self._api.whole(message)
        basket.add(message, item if item is not None and item.arrived_at >= since else None)
        return item


class _Basket:
    """A batch in the making; of the mails that bear one of the `needed` labels, when some are."""

    def __init__(self, needed: frozenset[str] | None) -> None:
        self._needed = needed
        self.seen: set[str] = set()
        self._mails: list[Mail] = []
        self._bytes = 0

    def full_with(self, count: int) -> bool:
        """Whether so many more would be too many; one event's mails are never parted, however many."""
        return bool(self._mails) and (len(self._mails) + count > BATCH_SIZE or self._bytes >= BATCH_BYTES)

    def add(self, message: str, item: Item | None) -> None:
        self.seen.add(message)
        if item is not None and not item.labels & NOT_RECEIVED and self._wants(item):
            self._mails.append(Mail(reference(item), item.raw))
            self._bytes += len(item.raw)

    def _wants(self, item: Item) -> bool:
        return self._needed is None or bool(item.labels & self._needed)

    def batch(self, cursor: Cursor, *, more: bool) -> Batch:
        mails = sorted(self._mails, key=lambda mail: mail.ref.arrived_at)
        return Batch(tuple(mails), str(cursor), more)


def reference(item: Item) -> MessageRef:
    """Return how this message is found again."""
    return MessageRef(f"{item.id}/{item.thread}", item.message_id, item.arrived_at)


def read_locator(locator: str) -> tuple[str, str] | None:
    """Return the ids of message and thread in a locator of ours, else None."""
    found = _LOCATOR.fullmatch(locator)
    return (found[1], found[2]) if found else None


def _after(last: str, ids: list[str]) -> Iterable[str]:
    return ids[ids.index(last) + 1 :] if last in ids else ids


def _milliseconds(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() * 1000)
