"""The pure middle: what a mail comes to, and what becomes of an owed reply when its time has come. No I/O."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from classifier.details import details_of
from classifier.message import Address, Message, parse
from classifier.reading import Details, Fact, Label, Reading, Verdict
from replies.attempts import JobMail
from replies.compose import ComposeError, compose
from replies.decide import decide
from replies.decision import (
    Decision,
    Draft,
    History,
    Policy,
    Recipient,
    RecipientKind,
    Reply,
    ReplyKind,
    Skip,
    SkipReason,
)
from replies.duplicates import fingerprint
from replies.feedback import kept_of
from replies.invitation import host_of
from replies.naming import Naming
from replies.recipient import of_this_application, recipient_of
from replies.reconnect import decide_acknowledgement
from replies.standing import Cancelled, Saved, Standing, still_stands
from replies.variety import heard_before
from service.errors import ComposeFailed
from service.mailbox import Conversation, Mail, MessageRef
from service.records import Outcome, OwedReply, State
from service.remembering import job_mail, remember

# Mails that say nothing about an application of the user's, whatever their words are.
_ABOUT_NOTHING = frozenset(
    {
        SkipReason.OWN_MAIL,
        SkipReason.NO_SENDER,
        SkipReason.BOUNCE,
        SkipReason.MAILING_LIST,
        SkipReason.NOT_REJECTION,
        SkipReason.UNKNOWN_FEEDBACK,
        SkipReason.UNSURE,
        SkipReason.SUSPICIOUS_SENDER,
        SkipReason.SUSPICIOUS_REPLY_TO,
    }
)

Classify = Callable[[Sequence[Message]], Sequence[Verdict]]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What deciding needs beside the mail: what was known before it, the user's wishes, the model, the time."""

    history: History
    policy: Policy
    classify: Classify
    now: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """One mail with all that was read and decided, for whoever explains it; only `outcome` is ever kept."""

    message: Message
    reading: Reading
    outcome: Outcome


def judge(mails: Sequence[tuple[Mail, Message]], at: Circumstances) -> list[Judged]:
    """Decide about parsed mails in their order; each knows of those before it."""
    verdicts = at.classify([message for _, message in mails])
    judged = []
    for (mail, message), verdict in zip(mails, verdicts, strict=True):
        one = judge_as(verdict, mail.ref, message, at)
        at = replace(at, history=remember(at.history, one.outcome))
        judged.append(one)
    return judged


def judge_as(verdict: Verdict, ref: MessageRef, message: Message, at: Circumstances) -> Judged:
    """Decide about one mail that was classified already."""
    if verdict.label is Label.OTHER and not verdict.unsure:
        reading = Reading(verdict, Details())
        return Judged(message, reading, _outcome(ref, message, verdict, Skip(SkipReason.NOT_REJECTION)))
    details = details_of(message)
    known = _with_company(details, lambda: _company_known(ref, message, verdict, at))
    decision = decide(message, Reading(verdict, known), ref.arrived_at, at.now, at.history, at.policy)
    outcome = _with_facts(_outcome(ref, message, verdict, decision), message, known, at)
    return Judged(message, Reading(verdict, details), _welcomed(outcome, at))


def _with_company(details: Details, company: Callable[[], str | None]) -> Details:
    """Return the details for deciding: with the company that earlier mails tell, where the mail names none.

    What is written says only what the mail itself does.
    """
    name = None if details.company else company()
    return replace(details, company=Fact(name, "earlier mails")) if name else details


def _company_known(ref: MessageRef, message: Message, verdict: Verdict, at: Circumstances) -> str | None:
    sender = message.sender.email if message.sender else None
    nameless = JobMail(message.key, verdict.label, ref.arrived_at, sender=sender, threads=_threads(message))
    return Naming(at.history.past.mails, [nameless]).company_of(nameless)


def _threads(message: Message) -> frozenset[str]:
    return frozenset(filter(None, (message.message_id, *message.references, *message.in_reply_to)))


def _welcomed(outcome: Outcome, at: Circumstances) -> Outcome:
    """Return what the confirmation of an application comes to: a note, a mark, or no more than that."""
    plain = isinstance(outcome.decision, Skip) and outcome.decision.reason is SkipReason.NOT_REJECTION
    if outcome.label is not Label.ACKNOWLEDGEMENT or not plain:
        return outcome
    decision = decide_acknowledgement(job_mail(outcome), at.history.past, at.policy, at.now)
    return replace(outcome, decision=decision) if decision else outcome


def _outcome(ref: MessageRef, message: Message, verdict: Verdict, decision: Decision) -> Outcome:
    found_by = replace(ref, message_id=message.message_id)
    return Outcome(message.key, found_by, verdict.label, verdict.rejection, verdict.unsure, decision)


def _with_facts(outcome: Outcome, message: Message, details: Details, at: Circumstances) -> Outcome:
    written = not isinstance(outcome.decision, Skip) or outcome.decision.reason not in _ABOUT_NOTHING
    behind = _person_behind(message, details, at)
    return replace(
        outcome,
        company=details.company.value if details.company else None,
        role=details.role.value if details.role else None,
        person=(behind.name or None) if behind else details.person.value if details.person else None,
        sender=message.sender.email if message.sender else None,
        email=behind.email if behind else None,
        stage=details.stage,
        language=details.language,
        threads=_threads(message),
        fingerprint=fingerprint(message),
        requisition=details.requisition.value if details.requisition else None,
        reapply_months=details.reapply_months,
        feedback=kept_of(message, outcome.label, details) if written else None,
    )


def _person_behind(message: Message, details: Details, at: Circumstances) -> Address | None:
    """Who wrote this mail, with their own address in this very mail; else who organises what it invites to."""
    recipient = recipient_of(message, details, replace(at.history, people=()), at.policy)
    if isinstance(recipient, Recipient) and recipient.kind is RecipientKind.PERSON and recipient.address:
        return replace(recipient.address, name=details.person.value if details.person else "")
    return host_of(message, details, at.policy) if isinstance(recipient, Recipient) else None


# -- when the time has come ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Save:
    """The draft is to be put into the mailbox, in the thread of `answers`; None for the mail that owes the reply.

    `to` is who it is for, with the evidence, where there is a choice to be explained.
    """

    draft: Draft
    answers: MessageRef | None = None
    to: Recipient | None = None


@dataclass(frozen=True, slots=True)
class AlreadySaved:
    """Our draft, or what the user made of it, is in the mailbox already (`message_id` is empty when it has none)."""

    message_id: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """No draft makes sense any more."""

    reason: SkipReason


@dataclass(frozen=True, slots=True)
class Wait:
    """Not yet: the user's settings now say a later time."""

    until: datetime


@dataclass(frozen=True, slots=True)
class CannotTell:
    """A part of the mailbox could not be looked at, so nothing may be concluded from what was not found."""


Step = Save | AlreadySaved | Cancel | Wait | CannotTell


def reconsider(conversation: Conversation, owed: OwedReply, at: Circumstances) -> Step:
    """Decide, by what stands in the mailbox now and by today's settings, what becomes of an owed reply."""
    if conversation.mail is None:
        return Cancel(SkipReason.MAIL_GONE) if conversation.complete else CannotTell()
    message = parse(conversation.mail)
    standing = standing_of(message, conversation, owed.company, owed.ref.arrived_at, at)
    if isinstance(standing, Saved):
        return AlreadySaved(standing.message_id or "")
    if not conversation.complete:
        return CannotTell()
    if isinstance(standing, Cancelled) and not owed.asked:
        return Cancel(standing.reason)
    return _compose_or_not(message, owed, at)


def standing_of(
    message: Message, conversation: Conversation, company: str | None, arrived_at: datetime, at: Circumstances
) -> Standing:
    """Return what stands against answering this mail in what was found around it."""
    around = [(found.place.value, parse(found.raw)) for found in conversation.around]
    return still_stands(
        message,
        around,
        at.policy,
        lambda each: at.classify([each])[0],
        company=company,
        arrived_at=arrived_at,
    )


def _compose_or_not(message: Message, owed: OwedReply, at: Circumstances) -> Step:
    details = details_of(message)
    known = _with_company(details, lambda: owed.company)
    if owed.asked:
        return _save(message, details, _as_asked(message, known, owed, at), at, owed.company)
    reading = Reading(at.classify([message])[0], known)
    # Whether it is a second mail about one rejection was decided when it came, before this reply stood in the ledger.
    alone = replace(at.history, replies=(), owed=message.key)
    decision = decide(message, reading, owed.ref.arrived_at, at.now, alone, at.policy)
    if isinstance(decision, Skip):
        return Cancel(_reason_now(decision.reason))
    if decision.due_at > at.now and owed.state is State.PENDING:
        return Wait(decision.due_at)
    return _save(message, details, decision, at, owed.company)


def _save(message: Message, details: Details, decision: Reply, at: Circumstances, company: str | None) -> Save:
    before = heard_before(at.history.worded, company, at.now)
    try:
        return Save(compose(message, details, decision, at.policy, at.now, before), to=decision.to)
    except ComposeError as error:
        raise ComposeFailed(str(error), "`ajar check` looks at your templates.") from error


def _as_asked(message: Message, details: Details, owed: OwedReply, at: Circumstances) -> Reply:
    """The user wants this draft: where the recipient is not sure it is left open, for the user to fill in."""
    recipient = recipient_of(message, details, of_this_application(at.history, owed.ref.arrived_at), at.policy)
    if isinstance(recipient, Skip):
        recipient = Recipient(RecipientKind.NOBODY, None, recipient.evidence)
    return Reply(ReplyKind(owed.kind), at.now, recipient)


def _reason_now(reason: SkipReason) -> SkipReason:
    if reason in {SkipReason.NOT_REJECTION, SkipReason.UNSURE}:
        return SkipReason.NO_LONGER_REJECTION
    return reason
