"""The user's word in the ledger: what changes about a mail and its reply when the user calls it something else."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from replies.decision import SkipReason
from service import rows
from service.records import AT_REST, OWED, Outcome, State
from service.tables import lessons, mails, replies

# A reply that was cancelled for one of these is owed after all once the user says that the mail is a rejection.
_REOPENED: Final = frozenset(
    {
        SkipReason.UNSURE,
        SkipReason.NOT_REJECTION,
        SkipReason.NO_LONGER_REJECTION,
        SkipReason.TAUGHT_OTHERWISE,
        SkipReason.UNKNOWN_FEEDBACK,
    }
)
_FIXED: Final = frozenset({"recorded_at", "mailbox", "key", "arrived_at", "message_id"})


def set_cursor(connection: Connection, mailbox: str, folder: str, cursor: str) -> None:
    """Write down how far a folder was read."""
    connection.execute(delete(lessons).where(lessons.c.mailbox == mailbox, lessons.c.folder == folder))
    connection.execute(insert(lessons).values(mailbox=mailbox, folder=folder, cursor=cursor))


def overrule(connection: Connection, mailbox: str, outcome: Outcome, now: datetime) -> None:
    """Write what a mail comes to by the user's word; one that is not recorded yet is recorded so."""
    mail_id = _number_of(connection, mailbox, outcome)
    if mail_id is None:
        rows.record(connection, mailbox, outcome, now)
    else:
        _write(connection, mailbox, mail_id, outcome, now, _reply_after)


def judge_anew(connection: Connection, mailbox: str, outcome: Outcome, now: datetime) -> None:
    """Write what a mail comes to now that the user took the word back; one that is not recorded stays so."""
    mail_id = _number_of(connection, mailbox, outcome)
    if mail_id is not None:
        _write(connection, mailbox, mail_id, outcome, now, _reply_without_the_word)


def _number_of(connection: Connection, mailbox: str, outcome: Outcome) -> int | None:
    return connection.scalar(select(mails.c.id).where(mails.c.mailbox == mailbox, mails.c.key == outcome.key))


_After = Callable[[Row[Any] | None, Outcome, datetime], dict[str, object] | None]


def _write(  # noqa: PLR0917 - which mail, what it comes to, when, and what that does to its reply
    connection: Connection, mailbox: str, mail_id: int, outcome: Outcome, now: datetime, after: _After
) -> None:
    outcome = rows.made_room_for(connection, mailbox, outcome, now)
    facts = {name: value for name, value in rows.mail_values(mailbox, outcome, now).items() if name not in _FIXED}
    connection.execute(update(mails).where(mails.c.id == mail_id).values(facts))
    reply = connection.execute(select(replies).where(replies.c.mail_id == mail_id)).one_or_none()
    values = after(reply, outcome, now)
    if values is not None and reply is None:
        connection.execute(insert(replies).values(mail_id=mail_id, asked=False, changed_at=now, **values))
    elif values is not None:
        connection.execute(update(replies).where(replies.c.mail_id == mail_id).values(changed_at=now, **values))


def _reply_after(reply: Row[Any] | None, outcome: Outcome, now: datetime) -> dict[str, object] | None:
    """Return what is to be written about the reply; None when it stays as it is."""
    values = rows.reply_values(outcome, now)
    waits = reply is not None and State(reply.state) in AT_REST
    if values is None:
        return {"state": State.CANCELLED, "reason": SkipReason.TAUGHT_OTHERWISE} if waits else None
    if reply is None or reply.state == State.UNSURE or reply.reason in _REOPENED:
        return values | _put_off(reply, values)
    return values if waits and reply.kind != values["kind"] else None


def _reply_without_the_word(reply: Row[Any] | None, outcome: Outcome, now: datetime) -> dict[str, object] | None:
    """Return the same once the word is taken back: what stands by it alone stands no more.

    What the user asked for, skipped or answered stays, and so does what is being saved or was drafted.
    """
    values = rows.reply_values(outcome, now)
    if reply is None:
        return values
    waits = State(reply.state) in AT_REST and not reply.asked
    if not waits and reply.reason not in _REOPENED:
        return None
    if values is None:
        return {"state": State.CANCELLED, "reason": SkipReason.NO_LONGER_REJECTION}
    owed_already = State(reply.state) in OWED and values["state"] == State.PENDING and reply.kind == values["kind"]
    return None if owed_already else values | _put_off(reply, values)


def _put_off(reply: Row[Any] | None, values: dict[str, Any]) -> dict[str, object]:
    """Return what keeps a reply that is owed again as far off as the user had put it."""
    if reply is None or reply.kind != values["kind"]:
        return {}
    return {"due_at": max(reply.due_at, values["due_at"])}
