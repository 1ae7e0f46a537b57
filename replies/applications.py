"""What the mails of the past add up to: companies, the roles applied for at each, and every time of applying.

Nothing here is kept: it is made anew from the facts of the mails, so a correction or a word about a company's names
changes all of it at once.
"""

import calendar
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from classifier.message import Address
from replies.attempts import Attempt, JobMail, attempts_in
from replies.employers import Employers, Link, domains_of, maybe_one
from replies.names import company_key, role_key
from replies.naming import Naming, addresses_of


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
        perhaps: Companies of other names that may be this one, by `with_questions`.
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
    mails = _with_companies(sorted(past.mails, key=_when))
    known = Employers((company_key(mail.company) for mail in mails), past.links)
    by_company: dict[frozenset[str], list[JobMail]] = {}
    for mail in mails:
        if keys := known.of(mail.company):
            by_company.setdefault(keys, []).append(mail)
    found = [_employer(keys, its) for keys, its in by_company.items()]
    return sorted(found, key=lambda each: each.mails[-1].arrived_at, reverse=True)


def attempt_of(mail: JobMail, past: Past) -> Attempt:
    """Return the time of applying that a mail belongs to, which need not be among those that are known."""
    others = (each for each in past.mails if each.key != mail.key)
    found = employers(replace(past, mails=(*others, mail)))
    attempts = (attempt for employer in found for attempt in employer.attempts)
    return next((each for each in attempts if any(its.key == mail.key for its in each.mails)), Attempt((mail,)))


def with_questions(found: Sequence[Employer], links: Sequence[Link], about: Employer | None = None) -> list[Employer]:
    """Return the companies, each with those of other names that may be the same one; the user has not said so far.

    Args:
        found: All companies.
        links: What the user said.
        about: Only this one is asked about, and returned.
    """
    domains = domains_of((mail.company, email) for each in found for mail in each.mails for email in addresses_of(mail))
    apart = {frozenset({link.one, link.other}) for link in links if not link.same}
    asked = found if about is None else [about]
    return [replace(each, perhaps=tuple(sorted(_perhaps(each, found, apart, domains)))) for each in asked]


def known_address(mail: JobMail) -> Address | None:
    """Return where the person who wrote this mail can be reached, with their name."""
    return Address(mail.person or "", mail.email) if mail.email else None


def _employer(keys: frozenset[str], mails: Sequence[JobMail]) -> Employer:
    names = tuple(dict.fromkeys(mail.company for mail in reversed(mails) if mail.company))
    return Employer(names[0], names, keys, attempts_in(mails))


def _perhaps(
    one: Employer,
    found: Sequence[Employer],
    apart: Collection[frozenset[str]],
    domains: Mapping[str, frozenset[str]],
) -> Iterator[str]:
    for other in found:
        if other.keys == one.keys or not maybe_one(one.keys, other.keys, domains):
            continue
        if not any(frozenset({left, right}) in apart for left in one.keys for right in other.keys):
            yield other.name


def _with_companies(mails: Sequence[JobMail]) -> list[JobMail]:
    """Return the mails, those without a company with that which the others say it is."""
    naming = Naming(mails)
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


def _when(mail: JobMail) -> tuple[datetime, str]:
    return mail.arrived_at, mail.key
