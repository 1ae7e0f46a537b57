"""What there is to tell the user, in words: no subject, no body, and a company only where the user says so. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final, Literal

from service.layout import harmless
from service.wording import counted

Rhythm = Literal["weekly", "daily"]

_MOST_NAMES: Final = 5
_LONGEST_NAME: Final = 60  # characters; it stood in a mail, and a mail may say anything
_MORNING: Final = time(8)  # a digest waits until then


class Event(StrEnum):
    """What happened. The value is kept in the ledger."""

    DRAFTED = "drafted"
    NOTE = "note"
    PARKED = "parked"
    UNSURE = "unsure"
    TWICE = "twice"
    HOLD_OFF = "hold_off"
    QUESTION = "question"
    REFUSED = "refused"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to one mail. `key` is `Message.key`."""

    event: Event
    key: str
    company: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of a digest: of the time that it is about, and of now."""

    rejections: int
    drafts: int
    due: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a digest is about; `name` is what it is told under, once."""

    name: str
    start: datetime
    end: datetime


_SENTENCES: Final = {
    Event.DRAFTED: ("A draft is ready", "{} drafts are ready", ""),
    Event.NOTE: (
        "A note to somebody you know is ready, with blanks for you to fill in",
        "{} notes to people you know are ready, with blanks for you to fill in",
        "`ajar pending` lists them.",
    ),
    Event.UNSURE: ("A mail may be a rejection", "{} mails may be rejections", "`ajar pending` shows it."),
    Event.TWICE: (
        "A mail may be about a rejection that is answered already",
        "{} mails may be about rejections that are answered already",
        "`ajar pending` shows it.",
    ),
    Event.PARKED: ("A draft could not be saved", "{} drafts could not be saved", "`ajar pending` says why."),
    Event.HOLD_OFF: (
        "You applied again to a company that rejected you not long ago",
        "You applied again to {} companies that rejected you not long ago",
        "`ajar history` shows it.",
    ),
    Event.QUESTION: (
        "You may know the company of an application by another name",
        "You may know the companies of {} applications by other names",
        "`ajar history` shows it.",
    ),
}
REFUSED: Final = "The mail server refuses Ajar until you act. `ajar check` says what to do."


def sentences(news: Iterable[News], *, detail: bool) -> list[str]:
    """Return one sentence for each kind of event, in the order of their weight."""
    by_event: dict[Event, list[News]] = {}
    for each in news:
        by_event.setdefault(each.event, []).append(each)
    return [_sentence(by_event[event], detail=detail) for event in _SENTENCES if event in by_event]


def _sentence(news: Sequence[News], *, detail: bool) -> str:
    one, several, remedy = _SENTENCES[news[0].event]
    said = one if len(news) == 1 else several.format(len(news))
    names = f": {_names(news)}" if detail and any(each.company for each in news) else ""
    return f"{said}{names}. {remedy}".strip()


def _names(news: Sequence[News]) -> str:
    named = dict.fromkeys(_name(each) for each in news if each.company)
    more = len(named) - _MOST_NAMES
    return ", ".join([*list(named)[:_MOST_NAMES], *([f"and {more} more"] if more > 0 else [])])


def _name(each: News) -> str:
    company, role = (harmless(text or "")[:_LONGEST_NAME].strip() for text in (each.company, each.role))
    return f"{company} ({role})" if role else company


def digest(tally: Tally, rhythm: Rhythm) -> str:
    """Return the digest; empty when nothing happened and nothing waits."""
    if tally == Tally(0, 0, 0, 0):
        return ""
    when = "Last week" if rhythm == "weekly" else "Yesterday"
    said = f"{when}: {counted(tally.rejections, 'rejection')}, {counted(tally.drafts, 'draft')} saved."
    if tally.due:
        said += f" {counted(tally.due, 'reply', 'replies')} to come."
    if tally.waiting:
        said += f" {tally.waiting} waiting for your word: `ajar pending`."
    return said


def last_period(now: datetime, rhythm: Rhythm, zone: tzinfo) -> Period:
    """Return the week or the day that ended last, by the calendar of the zone; it ends for good in the morning."""
    local = now.astimezone(zone)
    today = local.date() if local.time() >= _MORNING else local.date() - timedelta(days=1)
    length = timedelta(weeks=1) if rhythm == "weekly" else timedelta(days=1)
    end = today - timedelta(days=today.weekday()) if rhythm == "weekly" else today
    return Period(f"{rhythm} {end}", _midnight(end - length, zone), _midnight(end, zone))


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)
