"""What the user was told, in the ledger: each piece of news is taken out once, whatever crashes or is started twice.

It is marked as told before it is told. A notice that gets lost is a pity, and `ajar pending` shows the same; one that
comes again and again makes the user switch all of them off.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select

from classifier.reading import Label
from replies.decision import ReplyKind, SkipReason
from service.database import Database
from service.news import Event, News, Tally
from service.records import State
from service.tables import mails, replies, told

_BEGUN: Final = "begun"
_KINDS: Final[Sequence[tuple[Event, ColumnElement[bool]]]] = (
    (Event.DRAFTED, and_(replies.c.state == State.DRAFTED, replies.c.kind != ReplyKind.RECONNECT)),
    (Event.NOTE, and_(replies.c.state == State.DRAFTED, replies.c.kind == ReplyKind.RECONNECT)),
    (Event.PARKED, replies.c.state == State.PARKED),
    (Event.UNSURE, and_(replies.c.state == State.UNSURE, replies.c.reason != SkipReason.POSSIBLE_DUPLICATE)),
    (Event.TWICE, and_(replies.c.state == State.UNSURE, replies.c.reason == SkipReason.POSSIBLE_DUPLICATE)),
    (Event.HOLD_OFF, mails.c.reason == SkipReason.WITHIN_HOLD_OFF),
    (Event.QUESTION, mails.c.reason == SkipReason.PERHAPS_KNOWN),
)


class Told:
    """Which news is still to be told, over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, mailbox: str, digest: str, now: datetime) -> None:
        """The first time, let everything pass for told that is so already; and the digest of the time before."""
        begun = select(told.c.told_at).where(told.c.mailbox == mailbox, told.c.event == _BEGUN)
        with self._database.reading() as connection:
            if connection.scalar(begun) is not None:
                return
        with self._database.writing() as connection:
            old = [(each.event, each.key) for each in _untold(connection, mailbox)]
            _mark(connection, mailbox, [*old, (Event.DIGEST, digest), (_BEGUN, "")], now)

    def news(self, mailbox: str, now: datetime) -> list[News]:
        """Take out what is new since; it is told from now on."""
        with self._database.reading() as connection:
            if not any(True for _ in _untold(connection, mailbox)):
                return []
        with self._database.writing() as connection:
            found = list(_untold(connection, mailbox))
            _mark(connection, mailbox, [(each.event, each.key) for each in found], now)
        return found

    def is_new(self, mailbox: str, event: Event, about: str, now: datetime) -> bool:
        """Whether this was not told yet; it is from now on."""
        which = and_(told.c.mailbox == mailbox, told.c.event == event, told.c.about == about)
        with self._database.writing() as connection:
            if connection.scalar(select(told.c.told_at).where(which)) is not None:
                return False
            _mark(connection, mailbox, [(event, about)], now)
        return True

    def tally(self, mailbox: str, start: datetime, end: datetime) -> Tally:
        """Count what came and was drafted between two times, and what waits now."""
        came = and_(mails.c.arrived_at >= start, mails.c.arrived_at < end)
        done = and_(replies.c.changed_at >= start, replies.c.changed_at < end)
        with self._database.reading() as connection:
            return Tally(
                rejections=_count(connection, mailbox, came, mails.c.label == Label.REJECTION),
                drafts=_count(connection, mailbox, done, replies.c.state == State.DRAFTED),
                due=_count(connection, mailbox, replies.c.state == State.PENDING),
                waiting=_count(connection, mailbox, replies.c.state.in_([State.UNSURE, State.PARKED])),
            )


def _untold(connection: Connection, mailbox: str) -> Iterator[News]:
    for event, condition in _KINDS:
        known = select(told.c.about).where(told.c.mailbox == mailbox, told.c.event == event)
        statement = (
            select(mails.c.key, mails.c.company, mails.c.role)
            .outerjoin(replies, replies.c.mail_id == mails.c.id)
            .where(mails.c.mailbox == mailbox, condition, mails.c.key.not_in(known))
            .order_by(mails.c.id)
        )
        for row in connection.execute(statement):
            yield News(event, row.key, row.company, row.role)


def _count(connection: Connection, mailbox: str, *conditions: ColumnElement[bool]) -> int:
    both = mails.outerjoin(replies, replies.c.mail_id == mails.c.id)
    statement = select(func.count()).select_from(both).where(mails.c.mailbox == mailbox, *conditions)
    return connection.scalar(statement) or 0


def _mark(connection: Connection, mailbox: str, news: Iterable[tuple[str, str]], now: datetime) -> None:
    values = [{"mailbox": mailbox, "event": event, "about": about, "told_at": now} for event, about in news]
    if values:
        connection.execute(insert(told), values)
