"""Corrections for the eye and for programs (the JSON keys are a promise); a mail's text only when asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from service.corrections import Correction
from service.show import drawn, harmless, iso, local, table


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
    sheet = table("id", "label", "how", "mailbox", "taught", "subject")
    for each in corrections:
        cells = (each.id, each.label, each.how, each.mailbox or "–", local(each.taught_at), each.lesson.subject)
        sheet.add_row(*map(harmless, cells))
    return drawn(sheet, width)


def _whole(correction: Correction) -> str:
    head = f"{correction.id}  {correction.label}: {correction.lesson.subject}"
    return "\n".join(map(harmless, (head, *(f"    {line}" for line in correction.lesson.text.split("\n")))))
