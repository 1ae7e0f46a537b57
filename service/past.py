"""What an archive adds up to: mail by month, how far the applications came, rejections by week, how long answers took.

Counts only what the mails themselves say. An application is a company and a role; of mails that name no role, all from
one company are one application.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from classifier.reading import Label, Stage
from replies.names import company_key, role_key
from service.records import Outcome

_MOST_COMPANIES = 25


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
        weeks: The Monday of each week from the first rejection to the last, with its number of rejections.
        waits: The companies that answered slowest, slowest first; only where an earlier mail is there to count from.
    """

    months: Mapping[str, Mapping[str, int]]
    funnel: Sequence[tuple[str, int]]
    weeks: Sequence[tuple[date, int]]
    waits: Sequence[Wait]


def past_of(outcomes: Iterable[Outcome]) -> Past:
    """Return what these mails add up to."""
    kept = sorted(outcomes, key=lambda outcome: outcome.ref.arrived_at)
    applications: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in kept:
        if outcome.company and outcome.label is not Label.OTHER:
            applications[company_key(outcome.company), role_key(outcome.role)].append(outcome)
    return Past(_months(kept), _funnel(applications.values()), _weeks(kept), _waits(applications.values()))


def _months(outcomes: Iterable[Outcome]) -> dict[str, Counter[str]]:
    months: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        months[f"{outcome.ref.arrived_at:%Y-%m}"][outcome.label.value] += 1
    return dict(months)


def _funnel(applications: Iterable[Sequence[Outcome]]) -> list[tuple[str, int]]:
    """Count the applications that came at least so far: who had an offer had an answer too."""
    reached = [max(map(_reached, mails)) for mails in applications]
    names = ("applied", "spoken or invited", "interviewed", "offer")
    return [(name, sum(far >= step for far in reached)) for step, name in enumerate(names)]


def _reached(outcome: Outcome) -> int:
    if outcome.label is Label.OFFER:
        return 3
    if outcome.stage is Stage.INTERVIEWED:
        return 2
    return int(outcome.stage is Stage.SPOKEN or outcome.label is Label.INTERVIEW)


def _weeks(outcomes: Iterable[Outcome]) -> list[tuple[date, int]]:
    counts = Counter(_monday(one.ref.arrived_at) for one in outcomes if one.label is Label.REJECTION)
    if not counts:
        return []
    first, last = min(counts), max(counts)
    weeks = [first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]
    return [(week, counts[week]) for week in weeks]


def _monday(moment: datetime) -> date:
    return moment.date() - timedelta(days=moment.weekday())


def _waits(applications: Iterable[Sequence[Outcome]]) -> list[Wait]:
    days: dict[str, list[int]] = defaultdict(list)
    for mails in applications:
        first = mails[0]
        no = next((mail for mail in mails if mail.label is Label.REJECTION), None)
        if no is not None and no is not first:
            days[first.company or ""].append((no.ref.arrived_at - first.ref.arrived_at).days)
    waits = [Wait(company, round(median(each)), len(each)) for company, each in days.items()]
    return sorted(waits, key=lambda wait: (-wait.days, wait.company))[:_MOST_COMPANIES]
