"""The ledger's way to forget: what the user names, and whatever is older than the mailbox is to remember.

Rows go whole, so that a column which is added later is forgotten as well. Of a mail that the user names a digest and a
day stay: without them a folder that is built anew would bring the mail back, and its reply with it. Of a mail that is
too old nothing stays, for `service.collect` reads none that old.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Row, Select, and_, delete, insert, select

from classifier.reading import Label
from replies.applications import employers
from replies.employers import Link
from replies.names import company_key
from service import relations
from service.database import Database
from service.records import OPEN, OWED, State
from service.tables import attempts, company_links, forgotten, mails, metadata, replies, told

_T = TypeVar("_T")
_AT_ONCE: Final = 500  # values in one statement
_IN_HAND: Final = frozenset({State.CLAIMED, State.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to forget in one mailbox.

    Attributes:
        mails: Key and arrival of each mail.
        message_ids: Of these mails.
        owed: How many of them have a reply that is owed or waits for the user's word, and will never be drafted.
        in_hand: How many replies among those are being saved right now: that draft may appear all the same.
        feedback: How many hold what a company said about an application.
        links: What the user said about names of companies.
        unread: Locators of mails that could not be read so far.
    """

    mailbox: str
    mails: tuple[tuple[str, datetime], ...] = ()
    message_ids: frozenset[str] = frozenset()
    owed: int = 0
    in_hand: int = 0
    feedback: int = 0
    links: tuple[Link, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the mails."""
        return frozenset(key for key, _ in self.mails)

    def __bool__(self) -> bool:
        return bool(self.mails or self.links or self.unread)


class Forgetting:
    """Finds what is to be forgotten, and forgets it, over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_company(self, mailbox: str, name: str, also: Iterable[str] = ()) -> Found:
        """Find everything about one company, by any of its names; `also` are keys of mails that are known to be."""
        with self._database.reading() as connection:
            past = relations.past(connection, mailbox)
            names, keys = {company_key(name)}, set(also)
            for employer in employers(past):
                if company_key(name) in employer.keys:
                    names |= employer.keys
                    keys |= {mail.key for mail in employer.mails}
            rows = [row for row in _mails(connection, mailbox) if row.key in keys or _is_about(row, names)]
            links = tuple(link for link in past.links if {link.one, link.other} & names)
        return _found(mailbox, rows, links, ())

    def before(self, mailbox: str, moment: datetime) -> Found:
        """Find everything that came before a moment."""
        with self._database.reading() as connection:
            rows = [row for row in _mails(connection, mailbox) if row.arrived_at < moment]
            links = _loose_links(connection, mailbox, {row.key for row in rows})
            old = select(attempts.c.locator).where(attempts.c.mailbox == mailbox, attempts.c.arrived_at < moment)
            return _found(mailbox, rows, links, tuple(connection.scalars(old)))

    def everything(self, mailbox: str) -> Found:
        """Find all that is kept."""
        with self._database.reading() as connection:
            links = relations.past(connection, mailbox).links
            unread = select(attempts.c.locator).where(attempts.c.mailbox == mailbox)
            return _found(mailbox, list(_mails(connection, mailbox)), links, tuple(connection.scalars(unread)))

    def kept(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield everything that the ledger holds: the name of the table, and a row of it."""
        with self._database.reading() as connection:
            for table in metadata.sorted_tables:
                for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
                    yield table.name, dict(row)

    def forget(self, found: Found) -> bool:
        """Remove it. False when traces may be left in the database's file, for another program holds it open."""
        with self._database.writing() as connection:
            for mails_ in _parts(found.mails):
                _forget_mails(connection, found.mailbox, mails_)
            for locators in _parts(found.unread):
                which = (attempts.c.mailbox == found.mailbox, attempts.c.locator.in_(locators))
                connection.execute(delete(attempts).where(*which))
            _forget_links(connection, found.mailbox, found.links)
        return self._database.scrub()

    def expire(self, mailbox: str, before: datetime) -> int:
        """Remove whatever came before a moment, and return how many mails that were. A reply that is owed still stays.

        It is looked for first: a sweep that finds nothing writes nothing.
        """
        aged = and_(mails.c.mailbox == mailbox, mails.c.arrived_at < before, mails.c.id.not_in(_owing()))
        digests = and_(forgotten.c.mailbox == mailbox, forgotten.c.arrived_on < before)
        unread = and_(attempts.c.mailbox == mailbox, attempts.c.arrived_at < before)
        with self._database.reading() as connection:
            looked = [connection.scalar(select(1).where(old).limit(1)) for old in (aged, digests, unread)]
        if not any(looked):
            return 0
        with self._database.writing() as connection:
            count: int = connection.execute(delete(mails).where(aged)).rowcount
            connection.execute(delete(forgotten).where(digests))
            connection.execute(delete(attempts).where(unread))
            _forget_links(connection, mailbox, _loose_links(connection, mailbox, frozenset()))
            known = select(mails.c.key).where(mails.c.mailbox == mailbox)
            old = and_(told.c.mailbox == mailbox, told.c.told_at < before, told.c.about != "")
            connection.execute(delete(told).where(old, told.c.about.not_in(known)))
        self._database.rinse()
        return count


def _parts(whole: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (whole[start : start + _AT_ONCE] for start in range(0, len(whole), _AT_ONCE))


def _owing() -> Select[int]:
    return select(replies.c.mail_id).where(replies.c.state.in_(list(OWED)))


def _mails(connection: Connection, mailbox: str) -> Iterator[Row[Any]]:
    statement = select(mails, replies.c.state).outerjoin(replies, replies.c.mail_id == mails.c.id)
    yield from connection.execute(statement.where(mails.c.mailbox == mailbox))


def _is_about(row: Row[Any], names: set[str]) -> bool:
    """Whether a mail names the company that is no job mail for sure, and so no part of the company's history."""
    return row.label == Label.OTHER and row.company is not None and company_key(row.company) in names


def _found(mailbox: str, rows: list[Row[Any]], links: tuple[Link, ...], unread: tuple[str, ...]) -> Found:
    return Found(
        mailbox,
        tuple((row.key, row.arrived_at) for row in rows),
        frozenset(row.message_id for row in rows if row.message_id),
        sum(row.state in OPEN for row in rows),
        sum(row.state in _IN_HAND for row in rows),
        sum(row.feedback is not None for row in rows),
        links,
        unread,
    )


def _loose_links(connection: Connection, mailbox: str, gone: Iterable[str]) -> tuple[Link, ...]:
    """Return the words about names of which one belongs to no mail any more, once these mails are gone."""
    left = {company_key(row.company) for row in _mails(connection, mailbox) if row.company and row.key not in gone}
    links = relations.past(connection, mailbox).links
    return tuple(link for link in links if not {link.one, link.other} <= left)


def _forget_mails(connection: Connection, mailbox: str, known: Iterable[tuple[str, datetime]]) -> None:
    days = {key: arrived_at.replace(hour=0, minute=0, second=0, microsecond=0) for key, arrived_at in known}
    for table, column in ((forgotten, forgotten.c.key), (mails, mails.c.key), (told, told.c.about)):
        connection.execute(delete(table).where(table.c.mailbox == mailbox, column.in_(days)))
    values = [{"mailbox": mailbox, "key": key, "arrived_on": day} for key, day in days.items()]
    connection.execute(insert(forgotten), values)


def _forget_links(connection: Connection, mailbox: str, links: Iterable[Link]) -> None:
    for link in links:
        pair = and_(company_links.c.one == link.one, company_links.c.other == link.other)
        connection.execute(delete(company_links).where(company_links.c.mailbox == mailbox, pair))
