"""The ledger: what was seen, what is owed, what was done. The only truth that Ajar keeps.

Every verb is one transaction. It keeps no subject and no body: facts, times, keys and decisions.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, insert, or_, select, update

from replies.decision import Draft, History, SkipReason
from service import overruling, relations, rows
from service.counts import Counts
from service.database import Database
from service.drafts import Drafts
from service.forgetting import Forgetting
from service.mailbox import MessageRef
from service.people import People
from service.records import AT_REST, OPEN, Failure, HistoryRow, MailboxState, Outcome, OwedReply, Sighting, State
from service.tables import attempts, forgotten, lessons, mailboxes, mails, replies
from service.told import Told

MAX_TRIES = 3
MOST_REPLIES = 2**31 - 1  # what the column holds of numbers, on PostgreSQL


class Ledger:
    """The ledger over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.relations = relations.Relations(database)
        self.people = People(database)
        self.drafts = Drafts(database)
        self.forgetting = Forgetting(database)
        self.told = Told(database)
        self.counts = Counts(database)

    # -- mailboxes ---------------------------------------------------------------------------------------------

    def register(self, name: str, now: datetime) -> MailboxState:
        """Return what is known of a mailbox; the first time, note that it begins now."""
        with self._database.writing() as connection:
            row = connection.execute(select(mailboxes).where(mailboxes.c.name == name)).one_or_none()
            if row is None:
                connection.execute(insert(mailboxes).values(name=name, first_seen_at=now))
                return MailboxState(name, None, now, None, None)
        return rows.mailbox_state(row)

    def mailboxes(self) -> list[MailboxState]:
        """Return what is known of every mailbox that was ever swept."""
        with self._database.reading() as connection:
            return [rows.mailbox_state(row) for row in connection.execute(select(mailboxes).order_by(mailboxes.c.name))]

    def succeeded(self, name: str, now: datetime) -> None:
        """Note a sweep that went through."""
        self._update_mailbox(name, succeeded_at=now, failure=None)

    def failed(self, name: str, now: datetime, sentence: str) -> None:
        """Note a sweep that did not."""
        self._update_mailbox(name, failed_at=now, failure=sentence)

    def _update_mailbox(self, name: str, **values: object) -> None:
        with self._database.writing() as connection:
            connection.execute(update(mailboxes).where(mailboxes.c.name == name).values(**values))

    # -- mails -------------------------------------------------------------------------------------------------

    def known(self, mailbox: str, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys that are recorded already, or were and are forgotten but for that."""
        wanted = list(keys)
        with self._database.reading() as connection:
            return frozenset(
                key
                for table in (mails, forgotten)
                for key in connection.scalars(
                    select(table.c.key).where(table.c.mailbox == mailbox, table.c.key.in_(wanted))
                )
            )

    def history(self, mailbox: str, now: datetime) -> History:
        """Return what deciding about a new mail needs to know of the past."""
        with self._database.reading() as connection:
            replied, people = rows.past_replies(connection, mailbox, now), rows.people(connection, mailbox, now)
            past, worded = relations.past(connection, mailbox), rows.worded(connection, mailbox)
            return History(replied, people, past, worded=worded)

    def record(self, mailbox: str, outcomes: Sequence[Outcome], cursor: str | None, now: datetime) -> None:
        """Write mails, the replies they owe, and the cursor, all or nothing; the mails are in hand no more.

        A mail that is recorded already is passed over. A cursor of None leaves the cursor where it is.
        """
        with self._database.writing() as connection:
            for outcome in outcomes:
                rows.record(connection, mailbox, outcome, now)
            if cursor is not None:
                connection.execute(update(mailboxes).where(mailboxes.c.name == mailbox).values(cursor=cursor))

    # -- mails that the user taught about ----------------------------------------------------------------------------

    def lesson_cursor(self, mailbox: str, folder: str) -> str | None:
        """Return how far a folder of corrections was read."""
        statement = select(lessons.c.cursor).where(lessons.c.mailbox == mailbox, lessons.c.folder == folder)
        with self._database.reading() as connection:
            return connection.scalar(statement)

    def lessons_read(self, mailbox: str, folder: str, cursor: str) -> None:
        """Note how far a folder of corrections was read, once what it taught is kept."""
        with self._database.writing() as connection:
            overruling.set_cursor(connection, mailbox, folder, cursor)

    def sightings(self, *, key: str | None = None, message_id: str | None = None) -> list[Sighting]:
        """Return where a mail is known, by its key or by its Message-ID."""
        same = mails.c.key == key if key is not None else mails.c.message_id == message_id
        with self._database.reading() as connection:
            found = connection.execute(select(mails).where(same).order_by(mails.c.id))
            return [Sighting(row.mailbox, rows.ref(row), row.rejection) for row in found]

    def overrule(self, mailbox: str, outcome: Outcome, now: datetime) -> OwedReply | None:
        """Write what a mail comes to by the user's word, and return its reply, if it has one.

        A reply that waits is cancelled by a "no", one that was cancelled for being no rejection is owed after a "yes".
        One that is being saved, was drafted, or was cancelled for another reason stays as it is.
        """
        with self._database.writing() as connection:
            overruling.overrule(connection, mailbox, outcome, now)
            return rows.reply_to(connection, mailbox, outcome.key)

    def judge_anew(self, mailbox: str, outcome: Outcome, now: datetime) -> OwedReply | None:
        """Write what a recorded mail comes to once the user's word is taken back, and return its reply, if it has one.

        One that the user asked for, skipped or answered, that is being saved or was drafted stays as it is.
        """
        with self._database.writing() as connection:
            overruling.judge_anew(connection, mailbox, outcome, now)
            return rows.reply_to(connection, mailbox, outcome.key)

    # -- mails in hand -----------------------------------------------------------------------------------------

    def tries(self, mailbox: str, refs: Sequence[MessageRef]) -> dict[str, int]:
        """Return, by locator, how often those of these mails were tried that are in hand from before."""
        with self._database.reading() as connection:
            return rows.tries(connection, mailbox, refs)

    def take_in_hand(self, mailbox: str, refs: Sequence[MessageRef]) -> None:
        """Note, before they are parsed, that these mails are being tried: one may be the death of the process."""
        with self._database.writing() as connection:
            known = rows.tries(connection, mailbox, refs)
            for ref in refs:
                rows.count_try(connection, mailbox, ref, known=ref.locator in known)

    def let_go(self, mailbox: str, refs: Sequence[MessageRef]) -> None:
        """Note that these mails are done with."""
        with self._database.writing() as connection:
            rows.forget_attempts(connection, mailbox, refs)

    def mail_failed(self, mailbox: str, ref: MessageRef, failure: str) -> None:
        """Note why a mail in hand could not be read; it will be tried again, `MAX_TRIES` times in all."""
        with self._database.writing() as connection:
            where = (attempts.c.mailbox == mailbox, attempts.c.locator == ref.locator)
            connection.execute(update(attempts).where(*where).values(failure=failure))

    def failures(self, mailbox: str | None = None) -> list[Failure]:
        """Return the mails that could not be read, quarantined ones (`tries` at `MAX_TRIES`) included."""
        statement = select(attempts).where(attempts.c.failure.is_not(None))
        if mailbox is not None:
            statement = statement.where(attempts.c.mailbox == mailbox)
        with self._database.reading() as connection:
            return [
                Failure(row.mailbox, rows.ref(row), row.tries, row.failure) for row in connection.execute(statement)
            ]

    # -- replies: the way from owed to drafted -------------------------------------------------------------------

    def due(self, mailbox: str, now: datetime, settle: timedelta) -> list[OwedReply]:
        """Return the replies to take up now, oldest first: due ones, and unclear ones whose settle time is over."""
        settled = or_(replies.c.looked_at.is_(None), replies.c.looked_at <= now - settle)
        statement = rows.REPLY.where(
            mails.c.mailbox == mailbox,
            or_(
                replies.c.state.in_([State.PENDING, State.PARKED]) & (replies.c.due_at <= now),
                (replies.c.state == State.CLAIMED),
                (replies.c.state == State.UNKNOWN) & settled,
            ),
        )
        with self._database.reading() as connection:
            return [rows.owed(row) for row in connection.execute(statement.order_by(replies.c.due_at, replies.c.id))]

    def next_due(self, settle: Mapping[str, timedelta]) -> dict[str, datetime]:
        """Return, for each of these mailboxes that owes one, when its next reply is to be taken up.

        Args:
            settle: The settle time of each mailbox by its name.
        """
        statement = (
            select(mails.c.mailbox, replies.c.state, func.min(replies.c.due_at), func.min(replies.c.looked_at))
            .join(mails)
            .where(replies.c.state.in_([State.PENDING, State.PARKED, State.UNKNOWN]))
            .group_by(mails.c.mailbox, replies.c.state)
        )
        earliest: dict[str, datetime] = {}
        with self._database.reading() as connection:
            for name, state, due_at, looked_at in connection.execute(statement):
                if name not in settle:
                    continue
                at = due_at if state != State.UNKNOWN else looked_at and looked_at + settle[name]
                if at is not None:
                    earliest[name] = min(at, earliest.get(name, at))
        return earliest

    def claim(self, owed: OwedReply, now: datetime) -> bool:
        """Write the intent to save. False when the reply is no longer as it was read: somebody else was faster."""
        return self._set_unchanged(owed, now, state=State.CLAIMED, claimed_at=now, looked_at=None)

    def release(self, reply_id: int, now: datetime, due_at: datetime | None = None) -> None:
        """Take a claim back, surely nothing was written; with `due_at`, until then."""
        self._set(reply_id, now, state=State.PENDING, reason="", due_at=due_at or replies.c.due_at)

    def mark_drafted(self, reply_id: int, locator: str, now: datetime, draft: Draft | None = None) -> None:
        """Note that the draft is in the mailbox; None for one that was found there, of whose words nothing is known."""
        wording, heading, blanks = (draft.wording, draft.heading, list(draft.blanks)) if draft else (None, None, None)
        said = {"wording": wording, "heading": heading, "blanks": blanks}
        self._set(reply_id, now, state=State.DRAFTED, reason="", draft_locator=locator, only=State, **said)

    def mark_unknown(self, reply_id: int, now: datetime, looked_at: datetime | None) -> None:
        """Note that the draft may or may not be there; `looked_at` is when a look did not find it."""
        self._set(reply_id, now, state=State.UNKNOWN, looked_at=looked_at)

    def cancel(self, reply_id: int, reason: SkipReason, now: datetime) -> None:
        """Note that no draft will be made, and why."""
        self._set(reply_id, now, state=State.CANCELLED, reason=reason)

    def park(self, reply_id: int, sentence: str, again_at: datetime, now: datetime) -> None:
        """Note that the user must act before this can be saved, and when it is tried again."""
        self._set(reply_id, now, state=State.PARKED, reason=sentence, due_at=again_at)

    def postpone(self, owed: OwedReply, due_at: datetime, now: datetime) -> bool:
        """Give a reply another time. False when it is no longer as it was read: the user was faster."""
        return self._set_unchanged(owed, now, due_at=due_at)

    def _set_unchanged(self, owed: OwedReply, now: datetime, **values: object) -> bool:
        """Between a look into the ledger and this, the user may have skipped it, put it off or asked for it."""
        as_read = (replies.c.state == owed.state, replies.c.due_at == owed.due_at, replies.c.asked == owed.asked)
        with self._database.writing() as connection:
            statement = update(replies).where(replies.c.id == owed.id, *as_read)
            return connection.execute(statement.values(changed_at=now, **values)).rowcount == 1

    # -- replies: what the user orders; False when the reply has moved on meanwhile --------------------------------

    def ask_for(self, reply_id: int, now: datetime) -> bool:
        """Let the next sweep draft it, whatever held it back."""
        values = {"state": State.PENDING, "reason": "", "due_at": now, "asked": True}
        return self._set(reply_id, now, only=[*AT_REST, State.CANCELLED], **values)

    def skip(self, reply_id: int, now: datetime) -> bool:
        """Never draft it."""
        return self._set(reply_id, now, only=AT_REST, state=State.CANCELLED, reason=SkipReason.SKIPPED_BY_USER)

    def delay(self, reply_id: int, due_at: datetime, now: datetime) -> bool:
        """Draft it later. One that waits for the user's word has no time that could be put off."""
        return self._set(reply_id, now, only=AT_REST - {State.UNSURE}, due_at=due_at)

    def _set(self, reply_id: int, now: datetime, *, only: Iterable[State] = State, **values: object) -> bool:
        where = (replies.c.id == reply_id, replies.c.state.in_(list(only)))
        with self._database.writing() as connection:
            return connection.execute(update(replies).where(*where).values(changed_at=now, **values)).rowcount == 1

    # -- what the user looks at ----------------------------------------------------------------------------------

    def reply(self, reply_id: int) -> OwedReply | None:
        """Return one reply; none has a number that the column cannot hold."""
        if not 0 < reply_id <= MOST_REPLIES:
            return None
        with self._database.reading() as connection:
            row = connection.execute(rows.REPLY.where(replies.c.id == reply_id)).one_or_none()
        return None if row is None else rows.owed(row)

    def open_replies(self) -> list[OwedReply]:
        """Return all that is owed or waits for the user's word, the next one first."""
        statement = rows.REPLY.where(replies.c.state.in_(OPEN)).order_by(replies.c.due_at, replies.c.id)
        with self._database.reading() as connection:
            return [rows.owed(row) for row in connection.execute(statement)]

    def decision_on(self, mailbox: str, key: str) -> HistoryRow | None:
        """Return the decision on one job mail."""
        statement = rows.DECISIONS.where(mails.c.mailbox == mailbox, mails.c.key == key)
        with self._database.reading() as connection:
            row = connection.execute(statement).one_or_none()
        return None if row is None else rows.history_row(row)

    def decisions(self) -> list[HistoryRow]:
        """Return every decision on job mail, newest first."""
        with self._database.reading() as connection:
            return [rows.history_row(row) for row in connection.execute(rows.DECISIONS)]
