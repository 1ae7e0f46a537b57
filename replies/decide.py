"""May this mail, a rejection or feedback, be answered? A list of reasons against it; the first that applies wins.

Which rejections are answered, by `policy.answer`:

- `reachable`: where a person, a relay or a team reads the answer;
- `interviewed`: the same, but only after an interview or a talk, or an invitation to one;
- `all`: also where nobody reads it, as a draft without a recipient.

What is done where nobody reads it, by `policy.no_reply`, overrules that, for it is the narrower wish: `skip` never
drafts, `blank` always drafts without a recipient, `find-person` looks into earlier mails first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from classifier.language import is_surely
from classifier.message import Message
from classifier.reading import Label, Reading, Stage
from replies.applications import attempt_of
from replies.attempts import JobMail
from replies.decision import (
    Answer,
    Decision,
    History,
    NoReply,
    Policy,
    Recipient,
    RecipientKind,
    Reply,
    ReplyKind,
    Skip,
    SkipReason,
)
from replies.domains import is_service
from replies.duplicates import Twins, as_it_came, fingerprint, twins_of
from replies.feedback import is_expected
from replies.recipient import of_this_application, recipient_of
from replies.schedule import due

__all__ = ["LANGUAGES", "decide", "fingerprint", "is_bounce", "is_from_list"]

# The languages of `replies/templates`, known without looking there: what decides reads no files.
LANGUAGES = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})

_SAID = {ReplyKind.THANKS: "rejection", ReplyKind.FEEDBACK: "feedback"}
_POSTMASTER = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon)@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Case:
    """All that a reason may look at."""

    message: Message
    reading: Reading
    arrived_at: datetime
    now: datetime
    history: History
    policy: Policy

    @property
    def kind(self) -> ReplyKind:
        """What a reply to it would be for."""
        return ReplyKind.FEEDBACK if self.reading.verdict.label is Label.FEEDBACK else ReplyKind.THANKS

    @property
    def twins(self) -> Twins | None:
        """What is answered already and says the same."""
        if self.history.owed == self.message.key:
            return None
        new = as_it_came(self.message, self.reading.details, self.arrived_at, self.kind)
        return twins_of(new, self.history)


def decide(  # noqa: PLR0917 - six plain values, in the order of the data's way
    message: Message, reading: Reading, arrived_at: datetime, now: datetime, history: History, policy: Policy
) -> Decision:
    """Return the reply that is owed for this mail, or the first reason why there is none. Both times are aware."""
    case = _Case(message, reading, arrived_at, now, history, policy)
    for reason in _REASONS:
        if skip := reason(case):
            return skip
    recipient = recipient_of(message, reading.details, of_this_application(history, arrived_at), policy)
    if isinstance(recipient, Skip):
        return recipient
    if recipient.kind is RecipientKind.NOBODY and not _drafts_for_nobody(policy):
        return Skip(SkipReason.NOBODY_READS, recipient.evidence)
    return _reply(case, recipient)


def is_bounce(message: Message) -> bool:
    """Whether the mail is a report of the mail system (RFC 3464, RFC 6522)."""
    if _header(message, "content-type").startswith("multipart/report"):
        return True
    # A null return path alone is none: some applicant tracking systems use it, so that they get no bounces.
    return message.sender is not None and bool(_POSTMASTER.match(message.sender.email))


def is_from_list(message: Message) -> bool:
    """Whether the mail was sent to a mailing list (RFC 2919).

    List-Unsubscribe alone says nothing: applicant tracking systems put it on rejections, and some a List-Id too.
    """
    listed = "list-id" in message.headers or _header(message, "precedence") == "list"
    return listed and not (message.sender and is_service(message.sender.domain))


def _own_mail(case: _Case) -> Skip | None:
    sender = case.message.sender
    return Skip(SkipReason.OWN_MAIL) if sender and case.policy.is_own(sender.email) else None


def _no_sender(case: _Case) -> Skip | None:
    return None if case.message.sender else Skip(SkipReason.NO_SENDER)


def _bounce(case: _Case) -> Skip | None:
    return Skip(SkipReason.BOUNCE) if is_bounce(case.message) else None


def _mailing_list(case: _Case) -> Skip | None:
    return Skip(SkipReason.MAILING_LIST) if is_from_list(case.message) else None


def _not_rejection(case: _Case) -> Skip | None:
    verdict = case.reading.verdict
    if verdict.label is Label.REJECTION or verdict.unsure:
        return None
    if verdict.label is Label.FEEDBACK:
        return None if is_expected(case.message, case.history) else Skip(SkipReason.UNKNOWN_FEEDBACK)
    return Skip(SkipReason.NOT_REJECTION, f"read as {verdict.label}")


def _unsure(case: _Case) -> Skip | None:
    verdict = case.reading.verdict
    return Skip(SkipReason.UNSURE, f"a rejection with probability {verdict.rejection:.2f}") if verdict.unsure else None


def _foreign_language(case: _Case) -> Skip | None:
    language, text = case.reading.details.language, case.message.text or case.message.subject
    # The user's own templates may be in any language; what they lack is written in English.
    writable = language in LANGUAGES or case.policy.language != "auto" or case.policy.templates is not None
    return None if writable or not is_surely(language, text) else Skip(SkipReason.FOREIGN_LANGUAGE, language)


def _expired(case: _Case) -> Skip | None:
    late = case.now - case.arrived_at > case.policy.expire_after
    return Skip(SkipReason.EXPIRED, f"arrived on {case.arrived_at:%Y-%m-%d}") if late else None


def _duplicate(case: _Case) -> Skip | None:
    twins = case.twins
    if twins is None or (twins.can_give_way(case.arrived_at) and _by_person(case)):
        return None
    return Skip(twins.reason, f"like the {_SAID[case.kind]} of {twins.past[0].arrived_at:%Y-%m-%d}")


def _by_person(case: _Case) -> bool:
    """Whether a person wrote it, whom an answer reaches."""
    by_itself = replace(case.history, people=())
    writer = recipient_of(case.message, case.reading.details, by_itself, case.policy)
    return isinstance(writer, Recipient) and writer.kind is RecipientKind.PERSON


def _not_interviewed(case: _Case) -> Skip | None:
    if case.policy.answer is not Answer.INTERVIEWED or case.kind is not ReplyKind.THANKS:
        return None
    talked = case.reading.details.stage is not Stage.APPLIED or _was_invited(case)
    return None if talked else Skip(SkipReason.NOT_INTERVIEWED)


def _was_invited(case: _Case) -> bool:
    """Whether somebody wrote of an interview before: the system's rejection as a rule does not say so again."""
    message, details = case.message, case.reading.details
    mail = JobMail(
        message.key,
        Label.REJECTION,
        case.arrived_at,
        company=details.company.value if details.company else None,
        role=details.role.value if details.role else None,
        requisition=details.requisition.value if details.requisition else None,
        sender=message.sender.email if message.sender else None,
        threads=frozenset(filter(None, (message.message_id, *message.references, *message.in_reply_to))),
    )
    return any(each.label in {Label.INTERVIEW, Label.OFFER} for each in attempt_of(mail, case.history.past).mails)


_REASONS: tuple[Callable[[_Case], Skip | None], ...] = (
    _own_mail,
    _no_sender,
    _bounce,
    _mailing_list,
    _not_rejection,
    _unsure,
    _foreign_language,
    _expired,
    _duplicate,
    _not_interviewed,
)


def _drafts_for_nobody(policy: Policy) -> bool:
    if policy.no_reply is NoReply.FIND_PERSON:
        return policy.answer is Answer.ALL
    return policy.no_reply is NoReply.BLANK


def _reply(case: _Case, recipient: Recipient) -> Reply:
    replaced = tuple(past.key for past in case.twins.past) if case.twins else ()
    return Reply(case.kind, due(case.arrived_at, case.policy), recipient, replaces=replaced)


def _header(message: Message, name: str) -> str:
    """The topmost value, in lower case."""
    return (message.headers.get(name) or ("",))[0].strip().lower()
