"""The next mails of an account: where each folder stands, what is taken now, and the cursor after it."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from service.errors import Unavailable
from service.mailbox import BATCH_SIZE, MAX_MAIL_BYTES, Batch, Mail, MessageRef
from service.providers.imap_connection import Connection, Opened
from service.providers.imap_cursor import Position, read_cursor, write_cursor, write_locator
from service.providers.imap_headers import thread_of
from service.providers.imap_mails import Facts, arrived_since, bodies, facts

BATCH_BYTES = 16 * 1024 * 1024
_AT_ONCE = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """The next mails of one folder, by UID. Facts of None: gone meanwhile, or not wanted; only to be passed over."""

    folder: str
    position: Position
    entries: Sequence[tuple[int, Facts | None]]
    has_rest: bool

    def after(self, count: int) -> Position:
        """Return where the folder stands once the first `count` entries are done."""
        if count == len(self.entries) and not self.has_rest:
            done = max(self.position.last, self.position.horizon, *(uid for uid, _ in self.entries), 0)
        else:
            done = self.entries[count - 1][0] if count else self.position.last
        return replace(self.position, last=done)


def next_batch(connection: Connection, folders: Sequence[str], cursor: str | None, since: datetime) -> Batch:
    """Return what `Mailbox.fetch` promises, from these folders."""
    positions = read_cursor(cursor)
    pages = [_page(connection, folder, positions.get(folder), since) for folder in dict.fromkeys(folders)]
    counts = take(pages)
    if len(pages) > 1:
        mails = [mail for page in pages for mail in _reopened(connection, page, counts[page.folder])]
    else:
        mails = [mail for page in pages for mail in _read(connection, page, counts[page.folder])]
    mails.sort(key=lambda mail: mail.ref.arrived_at)
    after = {page.folder: page.after(counts[page.folder]) for page in pages}
    more = any(page.has_rest or counts[page.folder] < len(page.entries) for page in pages)
    return Batch(tuple(mails), write_cursor(after), more)


def take(pages: Sequence[Page]) -> dict[str, int]:
    """Return how many entries of each page fit into a batch: in a folder by UID, between folders the oldest first.

    By UID, so that the cursor is one number for each folder: what is not above it is done.
    """
    counts = {page.folder: 0 for page in pages}
    mails = size = 0
    for _, folder, known in heapq.merge(*map(_rows, pages), key=lambda row: row[0]):
        if known is not None:
            mails += 1
            size += MAX_MAIL_BYTES if known.size is None else min(known.size, MAX_MAIL_BYTES)
        if mails > BATCH_SIZE or (mails > 1 and size > BATCH_BYTES):
            break
        counts[folder] += 1
    return counts


def _rows(page: Page) -> Iterator[tuple[datetime, str, Facts | None]]:
    for _, known in page.entries:
        yield known.arrived_at if known else _AT_ONCE, page.folder, known


def _page(connection: Connection, folder: str, position: Position | None, since: datetime) -> Page:
    opened = connection.examine_named(folder)
    if position is None or position.validity != opened.validity:
        position = Position(opened.validity, 0, _last_uid(connection, opened), max(0.0, since.timestamp()))
    waiting = _waiting(connection, position)
    uids = waiting[:BATCH_SIZE]
    known = facts(connection, uids)
    entries = [
        (uid, known[uid] if uid in known and position.wants(uid, known[uid].arrived_at) else None) for uid in uids
    ]
    return Page(folder, position, entries, len(waiting) > len(uids))


def _last_uid(connection: Connection, opened: Opened) -> int:
    if opened.next_uid is not None:
        return opened.next_uid - 1
    return max(connection.search("UID", "*"), default=0) if opened.exists else 0


def _waiting(connection: Connection, position: Position) -> list[int]:
    """Return the UIDs above the position. `n:*` names the last mail even when it is below n (RFC 3501 §6.4.8)."""
    beyond = max(position.last, position.horizon)
    old = arrived_since(connection, position.since_time()) if position.is_catching_up else []
    new = connection.search("UID", f"{beyond + 1}:*")
    return [uid for uid in old if position.last < uid <= beyond] + [uid for uid in new if uid > beyond]


def _reopened(connection: Connection, page: Page, count: int) -> Iterator[Mail]:
    if count and connection.examine(page.folder).validity != page.position.validity:
        raise Unavailable("A folder was rebuilt on the server just now.")
    yield from _read(connection, page, count)


def _read(connection: Connection, page: Page, count: int) -> Iterator[Mail]:
    wanted = {uid: known for uid, known in page.entries[:count] if known is not None}
    for uid, raw in bodies(connection, {uid: known.size for uid, known in wanted.items()}).items():
        locator = write_locator(page.folder, page.position.validity, uid)
        yield Mail(MessageRef(locator, thread_of(raw).message_id, wanted[uid].arrived_at), raw)
