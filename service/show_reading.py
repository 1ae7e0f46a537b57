"""What was read in a mail: one line, or a JSON object whose keys are a promise."""

from collections.abc import Mapping
from typing import Any

from classifier.reading import Fact, Label
from replies.decision import Recipient
from service.files import ReadMail
from service.layout import harmless


def reading_row(mail: ReadMail) -> Mapping[str, Any]:
    """Return the JSON object of `ajar classify --json`."""
    verdict, details = mail.reading.verdict, mail.reading.details
    return {
        "id": mail.message.message_id,
        "label": verdict.label.value,
        "rejection": round(verdict.rejection, 4),
        "unsure": verdict.unsure,
        "company": _value(details.company),
        "role": _value(details.role),
        "person": _value(details.person),
        "email": _email(mail),
        "requisition": _value(details.requisition),
        "stage": details.stage.value,
        "reason": details.reason.value if details.reason else None,
        "reapply": _value(details.reapply),
        "reapply_months": details.reapply_months,
        "language": details.language,
        "clues": [{"text": clue.text, "weight": round(clue.weight, 3)} for clue in verdict.clues],
    }


def reading_line(mail: ReadMail) -> str:
    """Return one line for a person; the probability of a rejection where it matters."""
    verdict, details = mail.reading.verdict, mail.reading.details
    label = f"{verdict.label}{'?' if verdict.unsure else ''}"
    sure = verdict.label is not Label.REJECTION and not verdict.unsure
    facts = ", ".join(fact.value for fact in (details.company, details.role, details.person) if fact)
    return harmless(
        f"{label:16} {'' if sure else format(verdict.rejection, '.0%'):4}  {mail.name}{f'  ({facts})' if facts else ''}"
    )


def _email(mail: ReadMail) -> str | None:
    to = mail.answer_to
    return to.address.email if isinstance(to, Recipient) and to.address else None


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None
