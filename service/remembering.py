"""What a mail that was judged adds to the history, so that the next one is judged with it in mind. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from classifier.message import Address
from classifier.reading import Label
from replies.attempts import JobMail
from replies.decision import History, KnownPerson, PastReply, Reply, ReplyKind, SkipReason
from service.records import Outcome

DUPLICATES_WITHIN: Final = timedelta(days=60)
PEOPLE_WITHIN: Final = timedelta(days=400)

# A reply that was cancelled for one of these still counts as the answer to its rejection: the user dealt with it.
SETTLED: Final = (SkipReason.ALREADY_ANSWERED, SkipReason.DRAFT_BEGUN, SkipReason.SKIPPED_BY_USER)


def job_mail(outcome: Outcome) -> JobMail:
    """Return what of a judged mail counts for applications."""
    return JobMail(
        key=outcome.key,
        label=outcome.label,
        arrived_at=outcome.ref.arrived_at,
        company=outcome.company,
        role=outcome.role,
        requisition=outcome.requisition,
        person=outcome.person,
        email=outcome.email,
        sender=outcome.sender,
        stage=outcome.stage,
        language=outcome.language,
        threads=outcome.threads,
        reapply_months=outcome.reapply_months,
        feedback=outcome.feedback,
    )


def remember(history: History, outcome: Outcome) -> History:
    """Return the history as the next mail should see it: who wrote, and what is answered."""
    if outcome.company and outcome.email:
        address = Address(outcome.person or "", outcome.email)
        person = KnownPerson(address, outcome.company, outcome.role, outcome.ref.arrived_at, outcome.label)
        history = replace(history, people=(person, *history.people))
    if outcome.label is not Label.OTHER:
        mails = (*history.past.mails, job_mail(outcome))
        history = replace(history, past=replace(history.past, mails=mails))
    if not isinstance(outcome.decision, Reply) or outcome.decision.kind is ReplyKind.RECONNECT:
        return history
    past = PastReply(
        outcome.company,
        outcome.role,
        outcome.sender,
        outcome.threads,
        outcome.fingerprint,
        outcome.ref.arrived_at,
        kind=outcome.decision.kind,
        key=outcome.key,
        by_person=outcome.email is not None,
        waits_until=outcome.decision.due_at,
        requisition=outcome.requisition,
    )
    return replace(history, replies=(*history.replies, past))


def unanswered(history: History, key: str) -> History:
    """Return the history without the reply to this mail: it came to nothing, and stands in nobody's way."""
    return replace(history, replies=tuple(each for each in history.replies if each.key != key))


def faded(history: History, now: datetime, keep: timedelta) -> History:
    """Return what of a history the ledger would still tell, were it now."""
    return replace(
        history,
        replies=tuple(each for each in history.replies if now - each.arrived_at <= DUPLICATES_WITHIN),
        people=tuple(each for each in history.people if now - each.wrote_at <= PEOPLE_WITHIN),
        past=replace(history.past, mails=tuple(each for each in history.past.mails if now - each.arrived_at <= keep)),
    )
