"""The ledger's memory of companies and people: what the mails of the past add up to is made from this.

Its verbs are a class of their own beside `service.ledger`, over the same database: they say what was, not what is owed.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from classifier.reading import Label, Stage
from replies.applications import Past
from replies.attempts import JobMail
from replies.decision import Decision, Reply, ReplyKind, SkipReason
from replies.employers import Link
from service import rows
from service.database import Database
from service.mailbox import MessageRef
from service.records import AT_REST, BY_HAND, Outcome, State
from service.tables import company_links, mails, replies


def past(connection: Connection, mailbox: str) -> Past:
    """Return every job mail of a mailbox, and what the user said about companies' names."""
    known = (
        select(mails, replies.c.sent_at, replies.c.reason.label("because"))
        .outerjoin(replies, replies.c.mail_id == mails.c.id)
        .where(mails.c.mailbox == mailbox, mails.c.label != Label.OTHER)
        .order_by(mails.c.arrived_at, mails.c.id)
    )
    links = select(company_links).where(company_links.c.mailbox == mailbox)
    return Past(
        tuple(_job_mail(row) for row in connection.execute(known)),
        tuple(Link(row.one, row.other, row.same) for row in connection.execute(links)),
    )


# A note that was cancelled for one of these is owed after all once somebody there turns out to be known.
_REOPENED = frozenset({SkipReason.NOBODY_KNOWN, SkipReason.PERHAPS_KNOWN, SkipReason.WITHIN_HOLD_OFF})


class Relations:
    """What was, over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def past(self, mailbox: str) -> Past:
        """Return every job mail of a mailbox, and what the user said about companies' names."""
        with self._database.reading() as connection:
            return past(connection, mailbox)

    def place_of(self, mailbox: str, key: str) -> MessageRef | None:
        """Return how a recorded mail is found again."""
        statement = select(mails).where(mails.c.mailbox == mailbox, mails.c.key == key)
        with self._database.reading() as connection:
            row = connection.execute(statement).one_or_none()
        return None if row is None else rows.ref(row)

    def owe(self, mailbox: str, note: Outcome, now: datetime) -> int | None:
        """Owe a note by the user's order, and return its number; None when it was drafted, or is being saved.

        Args:
            mailbox: Its name.
            note: The confirmation of the new application, recorded already or the user's word alone, and the note.
            now: Aware.
        """
        with self._database.writing() as connection:
            rows.record(connection, mailbox, note, now)
            mail = connection.execute(select(mails).where(mails.c.mailbox == mailbox, mails.c.key == note.key)).one()
            if mail.role is None:
                connection.execute(update(mails).where(mails.c.id == mail.id).values(role=note.role))
            values = {**(rows.reply_values(note, now) or {}), "asked": True, "changed_at": now}
            reply = connection.execute(select(replies).where(replies.c.mail_id == mail.id)).one_or_none()
            if reply is None:
                statement = insert(replies).values(mail_id=mail.id, **values).returning(replies.c.id)
                return int(connection.execute(statement).scalar_one())
            if reply.kind != ReplyKind.RECONNECT or reply.state not in {*AT_REST, State.CANCELLED}:
                return None
            connection.execute(update(replies).where(replies.c.id == reply.id).values(values))
            return int(reply.id)

    def redecide(self, mailbox: str, key: str, decision: Decision, now: datetime) -> bool:
        """Write what a confirmation calls for by what is known now. False when nothing changes by it.

        A note that the user asked for, or that is being saved or was drafted, stays as it is.
        """
        with self._database.writing() as connection:
            mail = connection.execute(select(mails).where(mails.c.mailbox == mailbox, mails.c.key == key)).one()
            reply = connection.execute(select(replies).where(replies.c.mail_id == mail.id)).one_or_none()
            values = _note_after(mail, reply, decision, now)
            if values is None:
                return False
            reason = "" if isinstance(decision, Reply) else decision.reason
            connection.execute(update(mails).where(mails.c.id == mail.id).values(reason=reason))
            if values and reply is None:
                connection.execute(insert(replies).values(mail_id=mail.id, asked=False, **values))
            elif values:
                connection.execute(update(replies).where(replies.c.mail_id == mail.id).values(values))
            return True

    def say(self, mailbox: str, link: Link, *, instead_of: tuple[Link, ...] = ()) -> None:
        """Keep the user's word about two names, in place of an earlier one, and take others back."""
        with self._database.writing() as connection:
            for old in (link, *instead_of):
                pair = (company_links.c.one == old.one, company_links.c.other == old.other)
                connection.execute(delete(company_links).where(company_links.c.mailbox == mailbox, *pair))
            values = {"one": link.one, "other": link.other, "same": link.same}
            connection.execute(insert(company_links).values(mailbox=mailbox, **values))


def _note_after(mail: Row[Any], reply: Row[Any] | None, decision: Decision, now: datetime) -> dict[str, object] | None:
    """Return what is to be written about the note; empty when there is none to write about, None when all stays."""
    if isinstance(decision, Reply):
        waits_already = reply is not None and reply.reason not in _REOPENED
        to = decision.to.address.email if decision.to.address else None
        owed = {"state": State.PENDING, "reason": "", "due_at": decision.due_at, "to": to, "changed_at": now}
        return None if waits_already else {"kind": decision.kind, **owed}
    if reply is not None:
        waits = reply.kind == ReplyKind.RECONNECT and reply.state in AT_REST and not reply.asked
        reason = SkipReason.NOBODY_KNOWN if decision.reason is SkipReason.NOT_REJECTION else decision.reason
        return {"state": State.CANCELLED, "reason": reason, "changed_at": now} if waits else None
    too_late = decision.reason is SkipReason.EXPIRED and mail.reason != SkipReason.PERHAPS_KNOWN
    return None if too_late or decision.reason == mail.reason else {}


def _job_mail(row: Row[Any]) -> JobMail:
    return JobMail(
        key=row.key,
        label=Label(row.label),
        arrived_at=row.arrived_at,
        company=row.company,
        role=row.role,
        requisition=row.requisition,
        person=row.person,
        email=row.email,
        sender=row.sender,
        stage=Stage(row.stage),
        language=row.language,
        threads=frozenset(row.threads),
        reapply_months=row.reapply_months,
        feedback=row.feedback,
        thanked=row.sent_at is not None or row.because == SkipReason.ALREADY_ANSWERED,
        by_hand=row.locator == BY_HAND,
    )
