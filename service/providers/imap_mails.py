r"""Taking mails out of the open folder: small facts first, then headers or bounded bodies, in small bites.

Answers may be split, unasked for, lack items or be about other mails, so what is missing is asked for once more, alone.
Nothing asks for ENVELOPE or BODYSTRUCTURE (servers and parsers get them wrong), nothing sets \Seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from classifier.headers import is_message_id
from service.errors import Refused, Unavailable
from service.mailbox import MAX_MAIL_BYTES
from service.providers.imap_connection import Connection, Opened
from service.providers.imap_errors import is_about_mails

HEAD_BYTES = 64 * 1024
HEAD = (
    "BODY.PEEK[HEADER.FIELDS (DATE FROM SENDER REPLY-TO TO CC SUBJECT MESSAGE-ID IN-REPLY-TO REFERENCES"
    f" AUTO-SUBMITTED)]<0.{HEAD_BYTES}>"
)
_BITE_MAILS = 50
_BITE_BYTES = 4 * 1024 * 1024
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a mail before it is read. A size of None means that the server does not say."""

    arrived_at: datetime
    size: int | None


def facts(connection: Connection, uids: Sequence[int]) -> dict[int, Facts]:
    """Return arrival and size of these mails; one that is gone is left out."""
    found: dict[int, Facts] = {}
    for uid, answer in _asked(connection, uids, ("INTERNALDATE", "RFC822.SIZE"), b"INTERNALDATE"):
        arrived_at, size = answer[b"INTERNALDATE"], answer.get(b"RFC822.SIZE")
        found[uid] = Facts(arrived_at.astimezone(UTC), size if isinstance(size, int) else None)
    return found


def heads(connection: Connection, uids: Sequence[int]) -> dict[int, bytes]:
    """Return the headers that tell who answers what; a mail that is gone is left out."""
    return {uid: _content(answer) for uid, answer in _asked(connection, uids, (HEAD,), b"BODY[")}


def bodies(connection: Connection, sizes: Mapping[int, int | None]) -> dict[int, bytes]:
    """Return whole mails, each up to the cap; one that is gone is left out.

    Args:
        connection: With the folder open.
        sizes: UID to announced size.
    """
    small = {uid: size for uid, size in sizes.items() if size is not None and size <= MAX_MAIL_BYTES}
    large = [uid for uid in sizes if uid not in small]
    found: dict[int, bytes] = {}
    for bite in _bites(small):
        answers = _asked(connection, bite, ("BODY.PEEK[]",), b"BODY[")
        found |= {uid: _content(answer) for uid, answer in answers}
    for uid in large:
        answers = _asked(connection, [uid], (f"BODY.PEEK[]<0.{MAX_MAIL_BYTES}>",), b"BODY[")
        found |= {each: _content(answer)[:MAX_MAIL_BYTES] for each, answer in answers}
    return found


def arrived_since(connection: Connection, moment: datetime) -> list[int]:
    """Return the UIDs of what arrived since then, and some more: SEARCH knows days only, and no time zones."""
    return connection.search("SINCE", day_before(moment))


def day_before(moment: datetime) -> date:
    """Return a day that is not too late in any time zone."""
    return (moment.astimezone(UTC) - _DAY).date()


def day_after(moment: datetime) -> date:
    """Return a day before which, in any time zone, everything that arrived up to `moment` did."""
    return (moment.astimezone(UTC) + 2 * _DAY).date()


def newest(connection: Connection, opened: Opened, count: int) -> list[int]:
    """Return the UIDs of the newest mails, at most `count`.

    Goes back from UIDNEXT in growing steps: the list of all UIDs of a Sent folder of years may be longer than a line
    that imaplib reads (1 MB).
    """
    if not opened.exists:
        return []
    start, step = opened.next_uid or 1, count * 2
    while True:
        start = max(1, start - step)
        uids = [uid for uid in connection.search("UID", f"{start}:*") if uid >= start]
        if start == 1 or len(uids) >= count:
            return uids[-count:]
        step *= 8


def hits(connection: Connection, header: str, message_id: str) -> list[int]:
    """Return the UIDs whose header holds a Message-ID, as far as the server can tell.

    SEARCH HEADER is refused or wrong on several large servers, so this only widens what is looked at anyway. A
    Message-ID that does not pass the strict pattern is not looked for: a line break in it would be a new command.
    """
    if not is_message_id(message_id):
        return []
    try:
        return connection.search("HEADER", header, message_id)
    except (Unavailable, Refused):
        if not connection.alive:
            raise
        return []


def _asked(
    connection: Connection, uids: Sequence[int], items: tuple[str, ...], needed: bytes
) -> Iterator[tuple[int, Mapping[bytes, Any]]]:
    """Ask in bites, then for each mail that lacks what is needed alone."""
    for start in range(0, len(uids), _BITE_MAILS):
        bite = uids[start : start + _BITE_MAILS]
        answers = _answers(connection, bite, items)
        for uid in bite:
            answer = answers.get(uid, {})
            if not _holds(answer, needed):
                answer = _answers(connection, [uid], items).get(uid, {})
            if _holds(answer, needed):
                yield uid, answer
            elif _still_there(connection, uid):
                raise Unavailable("The server did not give all of a mail that it has.")


def _answers(connection: Connection, uids: Sequence[int], items: tuple[str, ...]) -> Mapping[int, Mapping[bytes, Any]]:
    try:
        return connection.fetch(uids, *items)
    except Unavailable as error:
        # Dovecot says NO [EXPUNGEISSUED] to all when one was expunged meanwhile (RFC 2180 §4.1.2).
        if not connection.alive or not is_about_mails(error):
            raise
        return {}


def _still_there(connection: Connection, uid: int) -> bool:
    return uid in connection.search("UID", str(uid))


def _holds(answer: Mapping[bytes, Any], needed: bytes) -> bool:
    kind = datetime if needed == b"INTERNALDATE" else bytes
    return any(key.startswith(needed) and isinstance(value, kind) for key, value in answer.items())


def _content(answer: Mapping[bytes, Any]) -> bytes:
    return next(bytes(value) for key, value in answer.items() if key.startswith(b"BODY[") and isinstance(value, bytes))


def _bites(sizes: Mapping[int, int | None]) -> Iterator[list[int]]:
    """Cut a list of mails so that no answer is large."""
    bite: list[int] = []
    total = 0
    for uid, size in sizes.items():
        total += size or 0
        if bite and total > _BITE_BYTES:
            yield bite
            bite, total = [], size or 0
        bite.append(uid)
    if bite:
        yield bite
