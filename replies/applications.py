"""What the mails of the past add up to: companies, the roles applied for at each, and every time of applying.

Nothing here is kept: it is made anew from the facts of the mails, so a correction or a word about a company's names
changes all of it at once.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter

from classifier.message import Address
from replies.attempts import Attempt, JobMail, attempts_in
from replies.employers import Employers, Link
from replies.names import company_key, role_key
from replies.naming import Naming, nameless_of

_when = attrgetter("arrived_at", "key")


@dataclass(frozen=True, slots=True)
class Past:
    """All job mails that are known, and what the user said about companies' names."""

    mails: tuple[JobMail, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Application:
    """One role at one company, and every time that the user applied for it, oldest first; never empty."""

    role: str | None
    attempts: tuple[Attempt, ...]

    @property
    def mails(self) -> tuple[JobMail, ...]:
        """All its mails, oldest first."""
        return tuple(mail for attempt in self.attempts for mail in attempt.mails)


@dataclass(frozen=True, slots=True)
class Employer:
    """One company.

    Attributes:
        name: As its latest mail writes it.
        names: Every name that it goes by.
        keys: The same as `company_key` has them.
        attempts: Every time that the user applied there, oldest first; never empty.
        perhaps: Companies of other names that may be this one, by `questions.with_questions`.
    """

    name: str
    names: tuple[str, ...]
    keys: frozenset[str]
    attempts: tuple[Attempt, ...]
    perhaps: tuple[str, ...] = ()

    @property
    def applications(self) -> tuple[Application, ...]:
        """The attempts by their role, in the order of their beginning."""
        by_role: dict[str, list[Attempt]] = {}
        for attempt in self.attempts:
            by_role.setdefault(role_key(attempt.role), []).append(attempt)
        return tuple(Application(attempts[-1].role, tuple(attempts)) for attempts in by_role.values())

    @property
    def mails(self) -> tuple[JobMail, ...]:
        """All its mails, oldest first."""
        return tuple(sorted((mail for each in self.attempts for mail in each.mails), key=_when))

    @property
    def last_rejection(self) -> JobMail | None:
        """The latest rejection that stands."""
        return max((mail for attempt in self.attempts if (mail := attempt.rejection)), key=_when, default=None)

    def hold_off_until(self, hold_off: timedelta) -> datetime | None:
        """Return until when to wait before applying there again; None when they never rejected the user.

        Where a mail says when another application is welcome, its word counts rather than `hold_off`.
        """
        return max((_open_again(each, hold_off) for each in self.attempts if each.rejection), default=None)

    def too_soon(self, attempt: Attempt, hold_off: timedelta) -> datetime | None:
        """Return until when the user should have waited with this attempt; None when it came in time."""
        began = attempt.began_at
        over = [each for each in self.attempts if each.rejection and each.rejection.arrived_at <= began]
        until = replace(self, attempts=tuple(each for each in over if each is not attempt)).hold_off_until(hold_off)
        return until if until and began < until else None


def employers(past: Past) -> list[Employer]:
    """Return every company with what happened there, the one with the latest mail first.

    A mail that names no company belongs to that of its thread, its sender or its house; else to none.
    """
    found = [_employer(keys, its) for keys, its in by_company(past).items()]
    return sorted(found, key=lambda each: each.mails[-1].arrived_at, reverse=True)


def employer_of(mail: JobMail, past: Past) -> Employer | None:
    """Return the company of one of the mails that are known, as `employers` has it; None where it belongs to none.

    Every confirmation asks for its company, so the others are left alone: with thousands of mails that is the
    difference between seconds and many minutes.
    """
    this = next((each for each in past.mails if each.key == mail.key), None)
    if this is None:
        return None
    mails = _in_order(past.mails)
    company = this.company or Naming(mails, [this]).company_of(this)
    names = {each.company for each in mails if each.company}
    keys = Employers(map(company_key, names), past.links).of(company)
    if not keys:
        return None
    spellings = {name for name in names if company_key(name) in keys}
    named = [each for each in mails if each.company in spellings]
    return _employer(keys, _in_order([*named, *nameless_of(spellings, mails, named)]))


def by_company(past: Past) -> dict[frozenset[str], list[JobMail]]:
    """Return the mails of each company, oldest first, by its keys; those that name none bear its name."""
    mails = _with_companies(_in_order(past.mails))
    known = Employers({company_key(mail.company) for mail in mails}, past.links)
    found: dict[frozenset[str], list[JobMail]] = {}
    for mail in mails:
        if keys := known.of(mail.company):
            found.setdefault(keys, []).append(mail)
    return found


def attempt_of(mail: JobMail, past: Past) -> Attempt:
    """Return the time of applying that a mail belongs to, which need not be among those that are known."""
    others = (each for each in past.mails if each.key != mail.key)
    here = employer_of(mail, replace(past, mails=(*others, mail)))
    attempts = here.attempts if here else ()
    return next((each for each in attempts if any(its.key == mail.key for its in each.mails)), Attempt((mail,)))


def known_address(mail: JobMail) -> Address | None:
    """Return where the person who wrote this mail can be reached, with their name."""
    return Address(mail.person or "", mail.email) if mail.email else None


def _employer(keys: frozenset[str], mails: Sequence[JobMail]) -> Employer:
    names = tuple(dict.fromkeys(mail.company for mail in reversed(mails) if mail.company))
    return Employer(names[0], names, keys, attempts_in(mails))


def _with_companies(mails: Sequence[JobMail]) -> list[JobMail]:
    """Return the mails, those without a company with that which the others say it is."""
    naming = Naming(mails, [mail for mail in mails if not mail.company])
    return [mail if mail.company else replace(mail, company=naming.company_of(mail)) for mail in mails]


def _open_again(attempt: Attempt, hold_off: timedelta) -> datetime:
    """Return when the hold-off after a rejected attempt ends: by the last mail that says so, else by the setting."""
    rejection = attempt.rejection or attempt.mails[-1]
    saying = [mail for mail in attempt.mails if mail.reapply_months is not None]
    if not saying:
        return rejection.arrived_at + hold_off
    return months_after(saying[-1].arrived_at, saying[-1].reapply_months or 0)


def months_after(moment: datetime, months: int) -> datetime:
    """Return the same day so many months later, or the last one of that month where it has no such day."""
    years, month = divmod(moment.month - 1 + months, 12)
    year = min(moment.year + years, 9999)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, calendar.monthrange(year, month + 1)[1]))


def _in_order(mails: Iterable[JobMail]) -> list[JobMail]:
    return sorted(mails, key=_when)
