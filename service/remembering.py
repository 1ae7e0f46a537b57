"""What a mail that was judged adds to the history, so that the next one is judged with it in mind. Pure."""

from dataclasses import replace

from classifier.message import Address
from classifier.reading import Label
from replies.attempts import JobMail
from replies.decision import History, KnownPerson, PastReply, Reply, ReplyKind
from service.records import Outcome


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
