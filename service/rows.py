"""Between the ledger's rows and our types: each function is one translation or one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, case, delete, func, insert, or_, select, update

from classifier.message import Address
from classifier.reading import Label
from replies.decision import KnownPerson, PastReply, Reply, ReplyKind, Skip, SkipReason, Worded
from service.mailbox import MessageRef
from service.records import ASKED, BY_HAND, OWED, HistoryRow, MailboxState, Outcome, OwedReply, State
from service.remembering import DUPLICATES_WITHIN, PEOPLE_WITHIN, SETTLED
from service.tables import attempts, mails, replies

_WAITING = (State.PENDING, State.PARKED)

REPLY = select(
    replies,
    mails.c.mailbox,
    mails.c.key,
    mails.c.locator,
    mails.c.message_id,
    mails.c.arrived_at,
    mails.c.company,
    mails.c.role,
    mails.c.label,
    mails.c.rejection,
).join(mails, replies.c.mail_id == mails.c.id)

DECISIONS = (
    select(
        mails,
        replies.c.id.label("reply_id"),
        replies.c.kind,
        replies.c.to,
        replies.c.sent_at,
        replies.c.declined_at,
        replies.c.blanks,
        func.coalesce(replies.c.state, "").label("state"),
        func.coalesce(replies.c.changed_at, mails.c.recorded_at).label("changed_at"),
        case((replies.c.id.is_(None), mails.c.reason), else_=replies.c.reason).label("because"),
    )
    .outerjoin(replies, replies.c.mail_id == mails.c.id)
    .where(or_(mails.c.label != Label.OTHER, replies.c.id.is_not(None)))
    .order_by(mails.c.arrived_at.desc(), mails.c.id.desc())
)


def mailbox_state(row: Row[Any]) -> MailboxState:
    """Translate a row of `mailboxes`."""
    return MailboxState(row.name, row.cursor, row.first_seen_at, row.succeeded_at, row.failure)


def ref(row: Row[Any]) -> MessageRef:
    """Translate the columns that say where a mail is."""
    return MessageRef(row.locator, row.message_id, row.arrived_at)


def owed(row: Row[Any]) -> OwedReply:
    """Translate a row of `REPLY`."""
    return OwedReply(
        id=row.id,
        mailbox=row.mailbox,
        kind=row.kind,
        state=State(row.state),
        reason=row.reason,
        due_at=row.due_at,
        to=row.to,
        asked=row.asked,
        looked_at=row.looked_at,
        key=row.key,
        ref=ref(row),
        company=row.company,
        role=row.role,
        label=row.label,
        rejection=row.rejection,
        draft_locator=row.draft_locator,
        blanks=None if row.blanks is None else tuple(row.blanks),
        sent_at=row.sent_at,
        declined_at=row.declined_at,
    )


def reply_to(connection: Connection, mailbox: str, key: str) -> OwedReply | None:
    """Return the reply to a mail, if it has one."""
    row = connection.execute(REPLY.where(mails.c.mailbox == mailbox, mails.c.key == key)).one_or_none()
    return None if row is None else owed(row)


def history_row(row: Row[Any]) -> HistoryRow:
    """Translate a row of `DECISIONS`."""
    return HistoryRow(
        mail_id=row.id,
        mailbox=row.mailbox,
        arrived_at=row.arrived_at,
        label=BY_HAND if row.locator == BY_HAND else row.label,
        rejection=row.rejection,
        company=row.company,
        role=row.role,
        reply_id=row.reply_id,
        state=row.state,
        reason=row.because,
        to=row.to,
        changed_at=row.changed_at,
        sent_at=row.sent_at,
        declined_at=row.declined_at,
        kind=row.kind,
        blanks=len(row.blanks or ()),
    )


def past_replies(connection: Connection, mailbox: str, now: datetime) -> tuple[PastReply, ...]:
    """Return the rejections of late that have, or had, their answer."""
    statement = (
        select(mails, replies.c.kind, replies.c.state, replies.c.asked, replies.c.due_at)
        .join(replies)
        .where(
            mails.c.mailbox == mailbox,
            mails.c.arrived_at >= now - DUPLICATES_WITHIN,
            replies.c.kind != ReplyKind.RECONNECT,  # answers no rejection
            or_(replies.c.state.in_([*OWED, State.DRAFTED]), replies.c.reason.in_(SETTLED)),
        )
    )
    return tuple(past_reply(row, now) for row in connection.execute(statement))


def past_reply(row: Row[Any], now: datetime) -> PastReply:
    """Translate a row of a mail with its reply."""
    return PastReply(
        row.company,
        row.role,
        row.sender,
        frozenset(row.threads),
        row.fingerprint,
        row.arrived_at,
        kind=ReplyKind(row.kind),
        key=row.key,
        requisition=row.requisition,
        by_person=row.email is not None,
        waits_until=max(row.due_at, now) if row.state in _WAITING and not row.asked else None,
    )


def worded(connection: Connection, mailbox: str) -> tuple[Worded, ...]:
    """Return how the drafts so far were worded, the latest last."""
    statement = (
        select(replies.c.wording, mails.c.company, replies.c.changed_at)
        .join(mails)
        .where(mails.c.mailbox == mailbox, replies.c.state == State.DRAFTED, replies.c.wording.is_not(None))
        .order_by(replies.c.changed_at, replies.c.id)
    )
    return tuple(Worded(row.wording, row.company, row.changed_at) for row in connection.execute(statement))


def people(connection: Connection, mailbox: str, now: datetime) -> tuple[KnownPerson, ...]:
    """Return who wrote about an application from an address of their own, newest first."""
    statement = (
        select(mails)
        .where(
            mails.c.mailbox == mailbox,
            mails.c.email.is_not(None),
            mails.c.company.is_not(None),
            mails.c.arrived_at >= now - PEOPLE_WITHIN,
        )
        .order_by(mails.c.arrived_at.desc())
    )
    return tuple(
        KnownPerson(Address(row.person or "", row.email), row.company, row.role, row.arrived_at, Label(row.label))
        for row in connection.execute(statement)
    )


def record(connection: Connection, mailbox: str, outcome: Outcome, now: datetime) -> None:
    """Write one mail and the reply that it owes; a mail that is recorded already is passed over."""
    forget_attempts(connection, mailbox, [outcome.ref])
    known = select(mails.c.id).where(mails.c.mailbox == mailbox, mails.c.key == outcome.key)
    if connection.scalar(known) is not None:
        return
    outcome = made_room_for(connection, mailbox, outcome, now)
    statement = insert(mails).values(mail_values(mailbox, outcome, now)).returning(mails.c.id)
    mail_id = connection.execute(statement).scalar_one()
    values = reply_values(outcome, now)
    if values is not None:
        connection.execute(insert(replies).values(mail_id=mail_id, asked=False, changed_at=now, **values))


def made_room_for(connection: Connection, mailbox: str, outcome: Outcome, now: datetime) -> Outcome:
    """Cancel the replies that this one replaces; where one of them does not wait any more, this one is not owed."""
    decision = outcome.decision
    if not isinstance(decision, Reply) or _cancelled(connection, mailbox, decision.replaces, now):
        return outcome
    return replace(outcome, decision=Skip(SkipReason.DUPLICATE))


def _cancelled(connection: Connection, mailbox: str, keys: Sequence[str], now: datetime) -> bool:
    if not keys:
        return True
    same = select(mails.c.id).where(mails.c.mailbox == mailbox, mails.c.key.in_(keys))
    waits = (replies.c.mail_id.in_(same), replies.c.state.in_(_WAITING), replies.c.asked.is_(False))
    values = {"state": State.CANCELLED, "reason": SkipReason.REPLACED, "changed_at": now}
    return connection.execute(update(replies).where(*waits).values(values)).rowcount == len(keys)


def mail_values(mailbox: str, outcome: Outcome, now: datetime) -> dict[str, object]:
    """Return the columns of a mail."""
    decision = outcome.decision
    return {
        "mailbox": mailbox,
        "key": outcome.key,
        "message_id": outcome.ref.message_id,
        "locator": outcome.ref.locator,
        "arrived_at": outcome.ref.arrived_at,
        "recorded_at": now,
        "label": outcome.label,
        "rejection": outcome.rejection,
        "reason": "" if isinstance(decision, Reply) else decision.reason,
        "company": outcome.company,
        "role": outcome.role,
        "person": outcome.person,
        "sender": outcome.sender,
        "email": outcome.email,
        "stage": outcome.stage,
        "language": outcome.language,
        "threads": sorted(outcome.threads),
        "fingerprint": outcome.fingerprint,
        "requisition": outcome.requisition,
        "reapply_months": outcome.reapply_months,
        "feedback": outcome.feedback,
    }


def reply_values(outcome: Outcome, now: datetime) -> dict[str, object] | None:
    """Return the columns of a mail's reply, or None.

    A rejection or feedback always has its row, also when it is not answered: the user may ask for the draft all the
    same.
    """
    decision = outcome.decision
    if isinstance(decision, Reply):
        to = decision.to.address.email if decision.to.address else None
        return {"kind": decision.kind, "state": State.PENDING, "reason": "", "due_at": decision.due_at, "to": to}
    if outcome.label not in {Label.REJECTION, Label.FEEDBACK} and not outcome.unsure:
        return None
    kind = ReplyKind.FEEDBACK if outcome.label is Label.FEEDBACK else ReplyKind.THANKS
    state = State.UNSURE if decision.reason in ASKED else State.CANCELLED
    return {"kind": kind, "state": state, "reason": decision.reason, "due_at": now, "to": None}


def tries(connection: Connection, mailbox: str, refs: Sequence[MessageRef]) -> dict[str, int]:
    """Return, by locator, how often those of these mails were tried that are in hand from before."""
    locators = [ref.locator for ref in refs]
    statement = select(attempts).where(attempts.c.mailbox == mailbox, attempts.c.locator.in_(locators))
    return {row.locator: row.tries for row in connection.execute(statement)}


def count_try(connection: Connection, mailbox: str, mail: MessageRef, *, known: bool) -> None:
    """Count one more try of a mail."""
    if known:
        where = (attempts.c.mailbox == mailbox, attempts.c.locator == mail.locator)
        connection.execute(update(attempts).where(*where).values(tries=attempts.c.tries + 1))
        return
    values = {"locator": mail.locator, "message_id": mail.message_id, "arrived_at": mail.arrived_at}
    connection.execute(insert(attempts).values(mailbox=mailbox, tries=1, **values))


def forget_attempts(connection: Connection, mailbox: str, done: Iterable[MessageRef]) -> None:
    """Take mails out of hand."""
    locators = [mail.locator for mail in done]
    connection.execute(delete(attempts).where(attempts.c.mailbox == mailbox, attempts.c.locator.in_(locators)))
