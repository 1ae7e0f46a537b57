"""Corrections for the eye and for programs (the JSON keys are a promise); a mail's text only when asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from service.corrections import Correction
from service.layout import NOTHING, harmless, laid_out, wrapped
from service.show import iso, local

_HEADINGS = ("id", "label", "how", "mailbox", "taught", "subject")


def correction_rows(corrections: Iterable[Correction], *, text: bool) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of `ajar teach list --json`."""
    for each in corrections:
        row = {
            "id": each.id,
            "mailbox": each.mailbox,
            "message_id": each.message_id,
            "label": each.label,
            "how": each.how.value,
            "taught_at": iso(each.taught_at),
            "subject": each.lesson.subject,
        }
        yield {**row, "text": each.lesson.text} if text else row


def correction_table(corrections: Sequence[Correction], width: int, *, text: bool) -> str:
    """Return what `ajar teach list` shows."""
    if not corrections:
        return "Nothing was taught."
    if text:
        return "\n\n".join(_whole(each) for each in corrections)
    rows = [tuple(map(harmless, _cells(each))) for each in corrections]
    return laid_out(_HEADINGS, rows, _entry, width)


def _cells(each: Correction) -> tuple[str, ...]:
    return (each.id, each.label, each.how, each.mailbox or NOTHING, local(each.taught_at), each.lesson.subject)


def _entry(cells: Sequence[str]) -> Iterator[str]:
    number, label, how, mailbox, taught, subject = cells
    yield f"{number}  {label}: {subject}"
    where = "" if mailbox == NOTHING else f", in {mailbox}"
    yield f"{'':{len(number)}}  taught {taught} by {how}{where}"


def _whole(correction: Correction) -> str:
    head = f"{correction.id}  {correction.label}: {correction.lesson.subject}"
    lines = (head, *(f"    {line}" for line in correction.lesson.text.split("\n")))
    return wrapped("\n".join(map(harmless, lines)))
