"""Companies and applications for the eye and for programs (the JSON keys are a promise)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from shlex import quote
from typing import Any

from classifier.reading import Label, Stage
from replies.applications import Application, Employer
from replies.attempts import Attempt, JobMail
from service.applications import Overview
from service.layout import NOTHING, harmless, laid_out, wrapped
from service.show import day_time, iso

_HEADINGS = ("mailbox", "company", "role", "stage", "applied", "people", "last rejection", "hold off until")
_BY_HAND = "your word"


def application_rows(overviews: Iterable[Overview], now: datetime) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of `ajar applications --json`: one for each role at each company."""
    for overview in overviews:
        for employer in overview.employers:
            until = employer.hold_off_until(overview.hold_off)
            for application in employer.applications:
                yield {
                    "mailbox": overview.mailbox,
                    **_row(employer, application),
                    "hold_off_until": iso(until) if until else None,
                    "holding_off": until is not None and now < until,
                    "within_hold_off": [
                        iso(each.began_at)
                        for each in application.attempts
                        if employer.too_soon(each, overview.hold_off)
                    ],
                }


def _row(employer: Employer, application: Application) -> Mapping[str, Any]:
    rejection = employer.last_rejection
    return {
        "company": employer.name,
        "names": list(employer.names),
        "role": application.role,
        "stage": application.attempts[-1].stage.value,
        "events": [
            {"at": iso(mail.arrived_at), "what": _what(mail), "person": mail.person, "feedback": mail.feedback}
            for mail in application.mails
        ],
        "people": [{"name": name or None, "email": email} for email, name in people(application.mails).items()],
        "applied_at": [iso(attempt.began_at) for attempt in application.attempts],
        "times_applied": len(employer.attempts),
        "last_rejection": iso(rejection.arrived_at) if rejection else None,
        "perhaps_also": list(employer.perhaps),
    }


def application_table(overviews: Sequence[Overview], width: int, now: datetime) -> str:
    """Return the table of `ajar applications`, and below it what only the user can say.

    Of which mailbox an application is, is said where there are several.
    """
    if not any(overview.employers for overview in overviews):
        return "No applications so far."
    several = len(overviews) > 1
    rows = [
        tuple(map(harmless, _cells(employer, application, overview, now, first=number == 0)))[not several :]
        for overview in overviews
        for employer in overview.employers
        for number, application in enumerate(employer.applications)
    ]
    headings = _HEADINGS[not several :]
    return "\n\n".join([laid_out(headings, rows, _entry, width), *map(wrapped, _notes(overviews))])


def _entry(cells: Sequence[str]) -> Iterator[str]:
    *mailbox, company, role, stage, applied, people, rejection, until = cells
    if company:
        until = "hold-off is over" if until == "over" else f"hold off until {until}"
        rejected = "" if rejection == NOTHING else f":  last rejection {rejection}, {until}"
        yield f"{company}{''.join(f', in {name}' for name in mailbox)}{rejected}"
    by = "" if people == NOTHING else f"; {people}"
    came = "" if stage == Stage.APPLIED else f"{stage}, "
    about = "a role that no mail names" if role == NOTHING else role
    yield f"  {about}:  {came}applied {applied}{by}"


def _cells(
    employer: Employer, application: Application, overview: Overview, now: datetime, *, first: bool
) -> tuple[str, ...]:
    rejection, until = employer.last_rejection, employer.hold_off_until(overview.hold_off)
    waits = until is not None and now < until
    return (
        overview.mailbox if first else "",
        employer.name if first else "",
        application.role or NOTHING,
        _stage(application.attempts[-1]),
        ", ".join(_applied(employer, attempt, overview) for attempt in application.attempts),
        ", ".join(name or email for email, name in people(application.mails).items()) or NOTHING,
        _day(rejection.arrived_at) if rejection and first else "" if rejection else NOTHING,
        (f"{_day(until)}" if waits else "over") if until and first else "" if until else NOTHING,
    )


def _stage(attempt: Attempt) -> str:
    """Return how far it came; that somebody was invited does not say that they went."""
    invited = any(mail.label is Label.INTERVIEW for mail in attempt.mails)
    return "invited" if invited and attempt.stage is Stage.APPLIED else attempt.stage.value


def _applied(employer: Employer, attempt: Attempt, overview: Overview) -> str:
    seen_from_the_start = attempt.mails[0].label is Label.ACKNOWLEDGEMENT or attempt.mails[0].by_hand
    by = "" if seen_from_the_start else "by "
    return by + _day(attempt.began_at) + (" (too soon)" if employer.too_soon(attempt, overview.hold_off) else "")


def _notes(overviews: Iterable[Overview]) -> Iterator[str]:
    asked = set[frozenset[str]]()
    for overview in overviews:
        for employer in overview.employers:
            for other in employer.perhaps:
                pair = frozenset({employer.name, other})
                if pair not in asked:
                    yield "\n".join(map(harmless, question(employer.name, other).split("\n")))
                asked.add(pair)
        if overview.nameless:
            count = f"{overview.nameless} job mail{'s name' if overview.nameless > 1 else ' names'}"
            yield f"{overview.mailbox}: {count} no company; `ajar history` shows them."


def question(one: str, other: str) -> str:
    """Return what the user is asked about two names."""
    return (
        f"{one} and {other}: one company?\n"
        f"  Yes: ajar applications merge {quote(one)} {quote(other)}\n"
        f"  No:  ajar applications split {quote(one)} {quote(other)}"
    )


def company_text(overview: Overview, employer: Employer, now: datetime) -> str:
    """Return all that is known of one company, for a person."""
    until = employer.hold_off_until(overview.hold_off)
    others = f" (also {', '.join(employer.names[1:])})" if len(employer.names) > 1 else ""
    times = len(employer.attempts)
    lines = [
        f"{employer.name}{others}, in the mailbox {overview.mailbox}",
        f"  applied {times} time{'s' if times != 1 else ''}",
        *([f"  hold off until {_day(until)}" + ("" if now < until else ", which is over")] if until else []),
        *(f"  {name or 'somebody'} <{email}>" for email, name in people(employer.mails).items()),
    ]
    for application in employer.applications:
        lines += ["", application.role or "a role that no mail names"]
        for attempt in application.attempts:
            lines += _attempt_lines(attempt, employer.too_soon(attempt, overview.hold_off))
    for other in employer.perhaps:
        lines += ["", *question(employer.name, other).split("\n")]
    return "\n".join(map(harmless, lines))


def _attempt_lines(attempt: Attempt, held_off_until: datetime | None) -> Iterator[str]:
    for number, mail in enumerate(attempt.mails):
        yield from _event_lines(mail)
        if held_off_until and number == 0:
            yield f"      too soon: you hold off from there until {_day(held_off_until)}"


def _event_lines(mail: JobMail) -> Iterator[str]:
    by = f" from {mail.person or mail.email or mail.sender}" if mail.person or mail.email or mail.sender else ""
    yield f"  {day_time(mail.arrived_at)}  {_what(mail)}{by}"
    if mail.reapply_months is not None:
        yield f"      another application is welcome after {mail.reapply_months} months"
    if mail.feedback:
        yield f"      they said: “{' '.join(mail.feedback.split())}”"


def people(mails: Iterable[JobMail]) -> dict[str, str]:
    """Return who wrote from an address of their own: address to name, which may be empty."""
    found: dict[str, str] = {}
    for mail in mails:
        if mail.email and mail.label is not Label.ACKNOWLEDGEMENT:
            found[mail.email] = mail.person or found.get(mail.email, "")
    return found


def _what(mail: JobMail) -> str:
    return _BY_HAND if mail.by_hand else mail.label.value


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d}"
