"""The ledger's memory of what became of drafts: which to look after now, which were sent, which were removed.

Its verbs are a class of their own beside `service.ledger`, over the same database. `changed_at` of a drafted reply is
when it was drafted, so nothing here touches it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, and_, func, or_, select, update

from replies.afterwards import Made
from replies.decision import ReplyKind
from service import rows
from service.database import Database
from service.mailbox import MessageRef
from service.records import OwedReply, State
from service.tables import mails, replies

WATCHED_FOR: Final = timedelta(days=60)
YOUNG: Final = timedelta(days=7)
AGAIN_AFTER: Final = timedelta(hours=4)
OLD_AGAIN_AFTER: Final = timedelta(hours=24)
# A program that sends from an outbox takes a mail out of Drafts long before it puts it into Sent.
DOUBTED_FOR: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Watched:
    """A draft to look after.

    Attributes:
        ref: The mail whose conversation it stands in.
        declined_at: When it was last found to be gone.
        blanks: What it had for the user to fill in when it was last seen; None when that is not known.
    """

    reply_id: int
    ref: MessageRef
    made: Made
    declined_at: datetime | None
    blanks: tuple[str, ...] | None = None


class Drafts:
    """What became of drafts, over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def to_watch(self, mailbox: str, now: datetime, limit: int) -> list[Watched]:
        """Return drafts that it is time to look after, at most `limit`, the one longest not seen first."""
        young = replies.c.changed_at > now - YOUNG
        rested = or_(
            replies.c.watched_at.is_(None),
            and_(young, replies.c.declined_at.is_(None), replies.c.watched_at <= now - AGAIN_AFTER),
            replies.c.watched_at <= now - OLD_AGAIN_AFTER,
        )
        statement = (
            rows.REPLY.where(
                mails.c.mailbox == mailbox,
                replies.c.state == State.DRAFTED,
                replies.c.sent_at.is_(None),
                replies.c.changed_at < now,
                replies.c.changed_at >= now - WATCHED_FOR,
                or_(replies.c.declined_at.is_(None), replies.c.declined_at > now - DOUBTED_FOR),
                rested,
            )
            .order_by(replies.c.watched_at.is_not(None), replies.c.watched_at, replies.c.id)
            .limit(limit)
        )
        with self._database.reading() as connection:
            found = connection.execute(statement).all()
        return [self._watched(row) for row in found]

    def watched(self, reply_id: int) -> Watched | None:
        """Return a draft that was made, by the number of its reply."""
        statement = rows.REPLY.where(replies.c.id == reply_id, replies.c.state == State.DRAFTED)
        with self._database.reading() as connection:
            row = connection.execute(statement).one_or_none()
        return None if row is None else self._watched(row)

    def unfinished(self, now: datetime) -> list[OwedReply]:
        """Return the drafts that had blanks when they were last seen, the latest first."""
        statement = rows.REPLY.where(
            replies.c.state == State.DRAFTED,
            replies.c.blanks.is_not(None),
            replies.c.sent_at.is_(None),
            replies.c.declined_at.is_(None),
            replies.c.changed_at >= now - WATCHED_FOR,
        )
        with self._database.reading() as connection:
            found = [rows.owed(row) for row in connection.execute(statement.order_by(replies.c.changed_at.desc()))]
        return [owed for owed in found if owed.blanks]

    def notes_to(self, mailbox: str, email: str, now: datetime) -> list[OwedReply]:
        """Return the notes to this person that were drafted lately and, as far as is known, lie there still."""
        statement = rows.REPLY.where(
            mails.c.mailbox == mailbox,
            replies.c.kind == ReplyKind.RECONNECT,
            replies.c.state == State.DRAFTED,
            func.lower(replies.c.to) == email.lower(),
            replies.c.sent_at.is_(None),
            replies.c.declined_at.is_(None),
            replies.c.changed_at >= now - WATCHED_FOR,
        )
        with self._database.reading() as connection:
            return [rows.owed(row) for row in connection.execute(statement.order_by(replies.c.id))]

    def stands(self, reply_id: int, now: datetime, blanks: Sequence[str] | None = None) -> None:
        """Note that it is still there, or back again, and which blanks it has now; None when it was not read."""
        read = {} if blanks is None else {"blanks": list(blanks)}
        self._set(reply_id, watched_at=now, declined_at=None, **read)

    def looked(self, reply_id: int, now: datetime) -> None:
        """Note that it was looked for, and that nothing can be said."""
        self._set(reply_id, watched_at=now)

    def sent(self, reply_id: int, sent_at: datetime, now: datetime) -> None:
        """Note that the user sent it."""
        self._set(reply_id, watched_at=now, sent_at=sent_at, declined_at=None)

    def declined(self, reply_id: int, now: datetime) -> None:
        """Note that the user removed it."""
        self._set(reply_id, watched_at=now, declined_at=now)

    def _set(self, reply_id: int, **values: object) -> None:
        where = (replies.c.id == reply_id, replies.c.state == State.DRAFTED)
        with self._database.writing() as connection:
            connection.execute(update(replies).where(*where).values(**values))

    def _watched(self, row: Row[Any]) -> Watched:
        kind, ref = ReplyKind(row.kind), rows.ref(row)
        if kind is ReplyKind.RECONNECT:
            ref = self._last_of(row.mailbox, row.to) or ref
        answers = None if kind is ReplyKind.RECONNECT else row.message_id
        made = Made(row.key, kind, answers, row.to, row.changed_at, row.heading)
        return Watched(row.id, ref, made, row.declined_at, None if row.blanks is None else tuple(row.blanks))

    def _last_of(self, mailbox: str, email: str | None) -> MessageRef | None:
        """Return the last mail of the person to whom a note goes: the note stands in its conversation, if in any."""
        statement = select(mails).where(mails.c.mailbox == mailbox, mails.c.email == email)
        with self._database.reading() as connection:
            row = connection.execute(statement.order_by(mails.c.arrived_at.desc()).limit(1)).one_or_none()
        return None if row is None else rows.ref(row)
