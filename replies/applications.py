"""What the mails of the past add up to: companies, the roles applied for at each, and every time of applying.

Nothing here is kept: it is made anew from the facts of the mails, so a correction or a word about a company's names
changes all of it at once.
"""

import calendar
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from classifier.message import Address
from classifier.reading import Label, Stage
from classifier.senders import is_freemail, sender_service
from replies.employers import Employers, Link, domains_of, maybe_one
from replies.names import company_key, role_key

# After so long a silence the same role is another application: the first one was never answered.
_SILENCE = timedelta(days=150)
# A confirmation may be overtaken by the rejection; nobody applies for the same role again so soon.
_OVERTAKEN = timedelta(days=2)
_STAGES = tuple(Stage)
_NEWS = frozenset({Label.INTERVIEW, Label.OFFER})


@dataclass(frozen=True, slots=True)
class JobMail:
    """One mail about an application, as the ledger knows it.

    Attributes:
        key: `Message.key`.
        sender: The address that it came from.
        email: Where the person who wrote it can be reached, if one did.
        threads: Its Message-ID and those before it in its thread.
        reapply_months: After how many months another application is welcome, if it says so.
        feedback: What they said about the application, if it was kept.
        thanked: The user answered it: sent the draft, or wrote an answer without one.
        by_hand: It is no mail, but the user's word that they applied.
    """

    key: str
    label: Label
    arrived_at: datetime
    company: str | None = None
    role: str | None = None
    requisition: str | None = None
    person: str | None = None
    email: str | None = None
    sender: str | None = None
    stage: Stage = Stage.APPLIED
    language: str = ""
    threads: frozenset[str] = frozenset()
    reapply_months: int | None = None
    feedback: str | None = None
    thanked: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """All job mails that are known, and what the user said about companies' names."""

    mails: tuple[JobMail, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One time of applying: the mails from its confirmation to its end, oldest first; never empty."""

    mails: tuple[JobMail, ...]

    @property
    def role(self) -> str | None:
        """The position, as the first mail that names it writes it."""
        return next((mail.role for mail in self.mails if mail.role), None)

    @property
    def began_at(self) -> datetime:
        """When the first mail came: in most cases the confirmation."""
        return self.mails[0].arrived_at

    @property
    def stage(self) -> Stage:
        """How far it came, as far as the mails say."""
        return max((mail.stage for mail in self.mails), key=_STAGES.index)

    @property
    def rejection(self) -> JobMail | None:
        """The rejection that stands: the last one, unless an invitation or an offer came after it."""
        telling = [mail for mail in self.mails if mail.label is Label.REJECTION or mail.label in _NEWS]
        return telling[-1] if telling and telling[-1].label is Label.REJECTION else None


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


def employers(past: Past) -> list[Employer]:
    """Return every company with what happened there, the one with the latest mail first.

    A mail that names no company belongs to the one of its thread, or whose mails its sender wrote; else to none.
    """
    mails = _with_companies(sorted(past.mails, key=_when))
    known = Employers((company_key(mail.company) for mail in mails), past.links)
    by_company: dict[frozenset[str], list[JobMail]] = {}
    for mail in mails:
        if keys := known.of(mail.company):
            by_company.setdefault(keys, []).append(mail)
    found = [_employer(keys, its) for keys, its in by_company.items()]
    return sorted(found, key=lambda each: each.mails[-1].arrived_at, reverse=True)


def with_questions(found: Sequence[Employer], links: Sequence[Link], about: Employer | None = None) -> list[Employer]:
    """Return the companies, each with those of other names that may be the same one; the user has not said so far.

    Args:
        found: All companies.
        links: What the user said.
        about: Only this one is asked about, and returned.
    """
    domains = domains_of((mail.company, email) for each in found for mail in each.mails for email in _addresses(mail))
    apart = {frozenset({link.one, link.other}) for link in links if not link.same}
    asked = found if about is None else [about]
    return [replace(each, perhaps=tuple(sorted(_perhaps(each, found, apart, domains)))) for each in asked]


def known_address(mail: JobMail) -> Address | None:
    """Return where the person who wrote this mail can be reached, with their name."""
    return Address(mail.person or "", mail.email) if mail.email else None


def _employer(keys: frozenset[str], mails: Sequence[JobMail]) -> Employer:
    names = tuple(dict.fromkeys(mail.company for mail in reversed(mails) if mail.company))
    return Employer(names[0], names, keys, _attempts(mails))


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


def _addresses(mail: JobMail) -> set[str]:
    return {email.lower() for email in (mail.sender, mail.email) if email}


def _with_companies(mails: Sequence[JobMail]) -> list[JobMail]:
    """Return the mails, those without a company with that of their thread or of their sender's other mails."""
    by_thread = {id_: mail.company for mail in mails if mail.company for id_ in mail.threads}
    by_sender: dict[str, set[str]] = {}
    for mail in mails:
        for email in _addresses(mail) if mail.company else ():
            by_sender.setdefault(email, set()).add(mail.company or "")
    return [mail if mail.company else _named(mail, by_thread, by_sender) for mail in mails]


def _named(mail: JobMail, by_thread: dict[str, str], by_sender: dict[str, set[str]]) -> JobMail:
    company = next((by_thread[id_] for id_ in sorted(mail.threads) if id_ in by_thread), None)
    if company is None and mail.sender and not _writes_for_many(mail.sender):
        names = by_sender.get(mail.sender.lower(), set())
        company = next(iter(names)) if len(set(map(company_key, names))) == 1 else None
    return replace(mail, company=company) if company else mail


def _writes_for_many(email: str) -> bool:
    domain = email.rpartition("@")[2]
    return sender_service(domain) is not None or is_freemail(domain)


@dataclass(slots=True)
class _Begun:
    """An attempt in the making."""

    mails: list[JobMail] = field(default_factory=list)

    @property
    def role(self) -> str:
        return next((key for mail in self.mails if (key := role_key(mail.role))), "")

    def is_threaded_with(self, mail: JobMail) -> bool:
        return any(mail.threads & each.threads for each in self.mails)

    def has_number_of(self, mail: JobMail) -> bool:
        return mail.requisition is not None and any(mail.requisition == each.requisition for each in self.mails)

    def differs(self, mail: JobMail) -> bool:
        """Whether both say which role it is, and not the same one."""
        role = role_key(mail.role)
        numbers = {each.requisition for each in self.mails if each.requisition}
        return bool(role and self.role and role != self.role) or bool(
            mail.requisition and numbers and mail.requisition not in numbers
        )

    def is_open_to(self, mail: JobMail) -> bool:
        """Whether a confirmation may be of this very time of applying: not over by then, and not long ago."""
        rejection = Attempt(tuple(self.mails)).rejection
        over = rejection is not None and mail.arrived_at - rejection.arrived_at > _OVERTAKEN
        return not over and mail.arrived_at - self.mails[-1].arrived_at <= _SILENCE


def _attempts(mails: Sequence[JobMail]) -> tuple[Attempt, ...]:
    """Sort one company's mails, oldest first, into the times of applying."""
    begun: list[_Begun] = []
    for mail in mails:
        home = _home(mail, begun[::-1])
        if home is None:
            home = _Begun()
            begun.append(home)
        home.mails.append(mail)
    return tuple(Attempt(tuple(each.mails)) for each in begun)


def _home(mail: JobMail, latest_first: Sequence[_Begun]) -> _Begun | None:
    """Return the time of applying that a mail belongs to; None when it begins one."""
    if mail.label is Label.ACKNOWLEDGEMENT:
        candidates = [each for each in latest_first if each.is_open_to(mail) and not each.differs(mail)]
        return None if mail.by_hand else _best(mail, candidates)
    threaded = next((each for each in latest_first if each.is_threaded_with(mail)), None)
    numbered = next((each for each in latest_first if each.has_number_of(mail)), None)
    near = [each for each in latest_first if mail.arrived_at - each.mails[-1].arrived_at <= _SILENCE]
    return threaded or numbered or _best(mail, [each for each in near if not each.differs(mail)])


def _best(mail: JobMail, candidates: Sequence[_Begun]) -> _Begun | None:
    """Return the one with the same role, else one that is not over, else the latest."""
    role = role_key(mail.role)
    same = next((each for each in candidates if role and each.role == role), None)
    still = next((each for each in candidates if each.is_open_to(mail)), None)
    return same or still or next(iter(candidates), None)


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
