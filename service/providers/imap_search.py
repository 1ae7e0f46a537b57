"""Looking through the folders for mails by their sender: SEARCH narrows it down, the headers decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from classifier.headers import read_headers
from service.errors import Refused, Unavailable
from service.mailbox import Mail, MessageRef
from service.providers.imap_connection import Connection
from service.providers.imap_cursor import write_locator
from service.providers.imap_headers import thread_of
from service.providers.imap_mails import bodies, day_before, facts, heads
from service.providers.sender_words import is_from_one, sound_words

_MAX_OTHER_FOLDERS = 30
_MAX_HEADS = 100


@dataclass(frozen=True, slots=True)
class _Hit:
    """A mail that was found, before it is read."""

    folder: str
    validity: int
    uid: int
    arrived_at: datetime
    size: int | None


def mails_from(
    connection: Connection, folders: Sequence[str], words: Sequence[str], since: datetime, limit: int
) -> tuple[Mail, ...]:
    """Return what `Mailbox.search` promises, from these folders and from where received mails may have been filed."""
    sound = sound_words(words)
    others = [name for name in connection.layout.others if name not in folders][:_MAX_OTHER_FOLDERS]
    found = [hit for folder in dict.fromkeys([*folders, *others]) for hit in _hits(connection, folder, sound, since)]
    newest = sorted(found, key=lambda hit: hit.arrived_at, reverse=True)[:limit]
    mails = [
        mail for folder in dict.fromkeys(hit.folder for hit in newest) for mail in _read(connection, folder, newest)
    ]
    return tuple(sorted(mails, key=lambda mail: mail.ref.arrived_at, reverse=True))


def _hits(connection: Connection, folder: str, words: Sequence[str], since: datetime) -> Iterator[_Hit]:
    """Yield what one folder holds; nothing when the server will not open it or search it."""
    try:
        opened = connection.examine(folder)
        uids = {uid for word in words for uid in connection.search("SINCE", day_before(since), "FROM", word)}
        rows = heads(connection, sorted(uids)[-_MAX_HEADS:])
        wanted = [uid for uid, head in rows.items() if is_from_one(_headers(head), words)]
        for uid, known in facts(connection, wanted).items():
            if known.arrived_at >= since:
                yield _Hit(folder, opened.validity, uid, known.arrived_at, known.size)
    except (Unavailable, Refused):
        if not connection.alive:
            raise


def _read(connection: Connection, folder: str, hits: Sequence[_Hit]) -> Iterator[Mail]:
    here = {hit.uid: hit for hit in hits if hit.folder == folder}
    if connection.examine(folder).validity not in {hit.validity for hit in here.values()}:
        return  # rebuilt just now
    for uid, raw in bodies(connection, {uid: hit.size for uid, hit in here.items()}).items():
        locator = write_locator(folder, here[uid].validity, uid)
        yield Mail(MessageRef(locator, thread_of(raw).message_id, here[uid].arrived_at), raw)


def _headers(head: bytes) -> dict[str, list[bytes]]:
    return read_headers(head.replace(b"\r\n", b"\n"))
