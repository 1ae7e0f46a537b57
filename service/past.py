"""What an archive adds up to: mail by month, how far the applications came, rejections by week, how long answers took.

Counts only what the mails themselves say. Applications are told apart as `ajar applications` tells them apart; months
and weeks are those of this machine's zone, as are the times that stand beside them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from classifier.reading import Label, Stage
from replies import applications
from replies.applications import Employer, employers
from replies.attempts import Attempt, JobMail
from service.records import Outcome
from service.remembering import job_mail

_MOST_COMPANIES = 25
_LONGEST_GAP = timedelta(weeks=8)  # one wrong date would otherwise make a plot of a thousand empty weeks


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a company took from the first mail about an application to the rejection (the median, in days)."""

    company: str
    days: int
    rejections: int


@dataclass(frozen=True, slots=True)
class Past:
    """The sums.

    Attributes:
        months: For each month with job mail ("2026-03"), in order: how many mails of each label.
        funnel: How many applications came at least so far, from "applied" to "offer".
        weeks: The Monday of each week from the first rejection to the last, with its number of rejections; of a long
            time without one, no week.
        waits: The companies that answered slowest, slowest first; only where an earlier mail is there to count from.
    """

    months: Mapping[str, Mapping[str, int]]
    funnel: Sequence[tuple[str, int]]
    weeks: Sequence[tuple[date, int]]
    waits: Sequence[Wait]


def past_of(outcomes: Iterable[Outcome]) -> Past:
    """Return what these mails add up to."""
    kept = sorted(outcomes, key=lambda outcome: outcome.ref.arrived_at)
    mails = (job_mail(outcome) for outcome in kept if outcome.label is not Label.OTHER)
    found = employers(applications.Past(tuple(mails)))
    return Past(_months(kept), _funnel(found), _weeks(kept), _waits(found))


def _months(outcomes: Iterable[Outcome]) -> dict[str, Counter[str]]:
    months: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        months[f"{outcome.ref.arrived_at.astimezone():%Y-%m}"][outcome.label.value] += 1
    return dict(months)


def _funnel(found: Iterable[Employer]) -> list[tuple[str, int]]:
    """Count the applications that came at least so far: who had an offer had an answer too."""
    reached = [max(map(_reached, attempt.mails)) for employer in found for attempt in employer.attempts]
    names = ("applied", "spoken or invited", "interviewed", "offer")
    return [(name, sum(far >= step for far in reached)) for step, name in enumerate(names)]


def _reached(mail: JobMail) -> int:
    if mail.label is Label.OFFER:
        return 3
    if mail.stage is Stage.INTERVIEWED:
        return 2
    return int(mail.stage is Stage.SPOKEN or mail.label is Label.INTERVIEW)


def _weeks(outcomes: Iterable[Outcome]) -> list[tuple[date, int]]:
    counts = Counter(_monday(one.ref.arrived_at) for one in outcomes if one.label is Label.REJECTION)
    if not counts:
        return []
    shown: list[date] = []
    for week, following in pairwise((*sorted(counts), max(counts) + timedelta(weeks=1))):
        steps = (following - week).days // 7 if following - week <= _LONGEST_GAP else 1
        shown += [week + timedelta(weeks=number) for number in range(steps)]
    return [(week, counts[week]) for week in shown]


def _monday(moment: datetime) -> date:
    day = moment.astimezone().date()
    return day - timedelta(days=day.weekday())


def _waits(found: Iterable[Employer]) -> list[Wait]:
    days: dict[str, list[int]] = defaultdict(list)
    for employer in found:
        days[employer.name] += [wait for wait in map(_waited, employer.attempts) if wait is not None]
    waits = [Wait(company, round(median(each)), len(each)) for company, each in days.items() if each]
    return sorted(waits, key=lambda wait: (-wait.days, wait.company))[:_MOST_COMPANIES]


def _waited(attempt: Attempt) -> int | None:
    """Return the days from the first mail to the rejection; None without one, or without a mail before it."""
    no = next((mail for mail in attempt.mails if mail.label is Label.REJECTION), None)
    return (no.arrived_at - attempt.began_at).days if no is not None and no is not attempt.mails[0] else None
