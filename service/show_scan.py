"""What a scan found: a table, JSON objects, or a page for the browser."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from classifier.reading import Label
from replies.decision import Reply, ReplyKind, SkipReason
from service.layout import NOTHING, harmless, laid_out, wrapped
from service.past import past_of
from service.records import Outcome
from service.scan import Scanned
from service.show import about, day_time, iso, local
from service.wording import counted, in_words, left_out_in_words

_JOB_LABELS = tuple(label for label in Label if label is not Label.OTHER)
HEADINGS = ("arrived", "what", "company", "role", "draft", "to", "why not")


def scan_rows(scanned: Scanned) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of `ajar scan --json`: one for each mail that has to do with an application.

    What was left out of the source as a whole is told in each of them: an object of its own would be taken for a mail.
    """
    lost = scanned.left_out
    for finding in scanned.findings:
        outcome = finding.outcome
        decision = outcome.decision
        reply = decision if isinstance(decision, Reply) else None
        yield {
            "id": outcome.ref.message_id,
            "arrived_at": iso(outcome.ref.arrived_at),
            "label": outcome.label.value,
            "rejection": round(outcome.rejection, 4),
            "unsure": outcome.unsure,
            "company": outcome.company,
            "role": outcome.role,
            "person": outcome.person,
            "stage": outcome.stage.value,
            "decision": "draft" if reply else "skip",
            "kind": reply.kind.value if reply else None,
            "due_at": iso(reply.due_at) if reply else None,
            "to": _to(outcome),
            "reason": None if isinstance(decision, Reply) else decision.reason.value,
            "draft": finding.draft,
            "left_out": {"stretches": lost.stretches, "bytes": lost.size},
        }


def scan_table(scanned: Scanned, width: int) -> str:
    """Return the table of `ajar scan`, with the months and the sums below it."""
    rows = [tuple(map(harmless, cells(outcome))) for outcome in scanned.outcomes]
    found = laid_out(HEADINGS, rows, _entry, width) if rows else ""
    parts = (found, _months_table(scanned, width), wrapped(summary(scanned)))
    return "\n\n".join(part for part in parts if part)


def _months_table(scanned: Scanned, width: int) -> str:
    """Return how many mails of each label came in each month."""
    headings = ("month", *(label.value for label in _JOB_LABELS))
    months = [
        (month, *(str(counts.get(label.value, 0) or NOTHING) for label in _JOB_LABELS))
        for month, counts in past_of(scanned.outcomes).months.items()
    ]
    return laid_out(headings, months, _month_entry, width) if months else ""


def _month_entry(row: Sequence[str]) -> Iterator[str]:
    month, *counts = row
    named = zip(counts, _JOB_LABELS, strict=True)
    yield f"{month}  " + ", ".join(f"{label} {count}" for count, label in named if count != NOTHING)


def _entry(row: Sequence[str]) -> Iterator[str]:
    arrived, what, company, role, due, to, why = row
    yield f"{arrived}  {what}: {about(company, role)}"
    if why != in_words(SkipReason.NOT_REJECTION):  # need not be said beside what it is
        yield f"{'':{len(arrived)}}  " + (f"no draft: {why}" if why else f"draft {due}, to {to}")


def cells(outcome: Outcome) -> tuple[str, ...]:
    """Return one mail as the table and the page show it."""
    decision = outcome.decision
    due = _draft(decision) if isinstance(decision, Reply) else NOTHING
    why = "" if isinstance(decision, Reply) else in_words(decision.reason)
    what = f"{outcome.label}{'?' if outcome.unsure else ''}"
    return (
        day_time(outcome.ref.arrived_at),
        what,
        outcome.company or NOTHING,
        outcome.role or NOTHING,
        due,
        _to(outcome) or NOTHING,
        why,
    )


def _draft(reply: Reply) -> str:
    return local(reply.due_at) + ("" if reply.kind is ReplyKind.THANKS else f", {reply.kind}")


def summary(scanned: Scanned) -> str:
    """Return the sums in one sentence."""
    counts = Counter(outcome.label.value for outcome in scanned.outcomes)
    drafts = sum(isinstance(outcome.decision, Reply) for outcome in scanned.outcomes)
    found = ", ".join(f"{label} {count}" for label, count in counts.most_common())
    would = f"{counted(drafts, 'draft')} would have been made"
    said = f"{counted(scanned.read, 'mail')} read; {found or 'no job mail'}; {would}. Nothing was changed."
    return f"{said} {left_out_in_words(scanned.left_out)}".strip()


def scan_page(scanned: Scanned) -> str:
    """Return a page that stands alone: no script, nothing loaded from anywhere."""
    environment = Environment(loader=PackageLoader("service", "pages"), autoescape=True, undefined=StrictUndefined)
    template = environment.get_template("scan.html.j2")
    return template.render(
        summary=summary(scanned),
        headings=HEADINGS,
        labels=[label.value for label in _JOB_LABELS],
        rows=[(cells(finding.outcome), finding.draft) for finding in scanned.findings],
        past=past_of(scanned.outcomes),
    )


def _to(outcome: Outcome) -> str | None:
    decision = outcome.decision
    return decision.to.address.email if isinstance(decision, Reply) and decision.to.address else None
