"""The ledger's memory of rejections that nobody would read an answer to: whom the mailbox was searched for, and found.

Its verbs are a class of their own beside `service.ledger`, over the same database. `watched_at` of such a reply is when
the mailbox was searched for its sake, so that it is done once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, func, or_, select, update

from replies.decision import PastReply, Reply, ReplyKind, SkipReason
from service import rows
from service.database import Database
from service.mailbox import MessageRef
from service.records import Outcome, State
from service.tables import forgotten, mails, replies

_UNREAD: Final = and_(replies.c.state == State.CANCELLED, replies.c.reason == SkipReason.NOBODY_READS)
_UNADDRESSED: Final = or_(_UNREAD, and_(replies.c.state == State.PENDING, replies.c.to.is_(None)))


_REPLIED: Final = (replies.c.kind, replies.c.state, replies.c.asked, replies.c.due_at)


@dataclass(frozen=True, slots=True)
class Unaddressed:
    """A rejection whose answer nobody would read, as far as is known; `facts` are those by which twins are known."""

    reply_id: int
    ref: MessageRef
    company: str
    role: str | None
    sender: str | None
    facts: PastReply


class People:
    """Who can be answered to, over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unaddressed(self, mailbox: str, since: datetime, limit: int) -> list[Unaddressed]:
        """Return rejections that arrived after `since` and need a person who was not searched for yet, newest first."""
        statement = (
            select(mails, replies.c.id.label("reply_id"), *_REPLIED)
            .join(replies)
            .where(
                mails.c.mailbox == mailbox,
                mails.c.arrived_at > since,
                mails.c.company.is_not(None),
                replies.c.kind == ReplyKind.THANKS,
                replies.c.watched_at.is_(None),
                _UNADDRESSED,
            )
            .order_by(mails.c.arrived_at.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            found = connection.execute(statement).all()
        return [
            Unaddressed(row.reply_id, rows.ref(row), row.company, row.role, row.sender, rows.past_reply(row, since))
            for row in found
        ]

    def search_again(self, mailbox: str, companies: Sequence[str]) -> None:
        """Let the rejections of these companies that need a person be searched for once more: more is known of them."""
        here = select(mails.c.id).where(mails.c.mailbox == mailbox, mails.c.company.in_(companies))
        statement = update(replies).where(replies.c.mail_id.in_(here), _UNADDRESSED).values(watched_at=None)
        with self._database.writing() as connection:
            connection.execute(statement)

    def searched(self, reply_id: int, mailbox: str, found: Sequence[Outcome], now: datetime) -> None:
        """Note that it was searched, and what of the mails that were found is known of an application.

        Of a mail that is recorded already, only a company or an address that was missing is filled in; one that was
        forgotten stays so.
        """
        gone = select(forgotten.c.key).where(forgotten.c.mailbox == mailbox)
        with self._database.writing() as connection:
            left_out = set(connection.scalars(gone.where(forgotten.c.key.in_([outcome.key for outcome in found]))))
            for outcome in (each for each in found if each.key not in left_out):
                rows.record(connection, mailbox, outcome, now)
                facts = {name: getattr(outcome, name) for name in ("company", "email", "person")}
                kept = {name: func.coalesce(mails.c[name], value) for name, value in facts.items()}
                same = (mails.c.mailbox == mailbox, mails.c.key == outcome.key)
                connection.execute(update(mails).where(*same).values(kept))
            connection.execute(update(replies).where(replies.c.id == reply_id).values(watched_at=now))

    def is_twin(self, reply_id: int, reason: SkipReason, now: datetime) -> None:
        """Note that another mail about the same rejection has, or may have, its reply: nobody need be searched for."""
        one = update(replies).where(replies.c.id == reply_id)
        with self._database.writing() as connection:
            connection.execute(one.where(_UNREAD).values(reason=reason, changed_at=now))
            connection.execute(one.values(watched_at=now))

    def reachable(self, reply_id: int, reply: Reply, now: datetime) -> bool:
        """Owe the reply after all, to the person who was found. False when it has moved on meanwhile."""
        values = {"state": State.PENDING, "reason": "", "due_at": reply.due_at, "changed_at": now}
        to = reply.to.address.email if reply.to.address else None
        statement = update(replies).where(replies.c.id == reply_id, _UNADDRESSED).values(values | {"to": to})
        with self._database.writing() as connection:
            return connection.execute(statement).rowcount == 1
