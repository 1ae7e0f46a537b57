"""One mail explained to a person: the sentences that decided, the facts, the decision, the draft as it would be."""

from collections.abc import Iterator
from dataclasses import replace

from classifier.details import details_of
from classifier.features import read_page
from classifier.message import Message, parse
from classifier.reading import Details, Fact, Label, Reason, Verdict
from classifier.verdict import MAX_CLUE
from replies.compose import ComposeError, compose, compose_note
from replies.decision import Draft, Policy, Recipient, Reply, ReplyKind, Skip, SkipReason
from replies.note import remembered
from replies.reconnect import Acquaintance, whom
from replies.variety import heard_before
from service.archive import EVER
from service.known import Known
from service.layout import harmless
from service.mailbox import Mail
from service.pipeline import Circumstances, Classify, Judged, judge
from service.remembering import job_mail
from service.show import fate_of
from service.show_draft import draft_text
from service.wording import counted, in_words

MARK = "▶ "

_REASONS = {
    Reason.FILLED: "the position is filled",
    Reason.CANCELLED: "the position is cancelled",
    Reason.PAUSED: "hiring is paused",
    Reason.OTHER_CANDIDATES: "others were preferred",
    Reason.NOT_QUALIFIED: "something was missing",
}
_DRAFTS = {
    ReplyKind.THANKS: "a draft",
    ReplyKind.FEEDBACK: "a draft that thanks for the feedback",
    ReplyKind.RECONNECT: "a note to somebody known from before",
}


def explanation(mail: Mail, policy: Policy, classify: Classify, known: Known) -> str:
    """Return the explanation: how the mail would be judged had it just come, with what was known before it."""
    as_it_came = replace(policy, expire_after=EVER)
    at = Circumstances(known.history, as_it_came, classify, mail.ref.arrived_at)
    (judged,) = judge([(mail, parse(mail.raw))], at)
    parts = (
        _verdict_lines(judged.reading.verdict),
        _marked_lines(judged.message, judged.reading.verdict),
        _fact_lines(details_of(judged.message)),
        _decision_lines(judged, at, known),
        _fate_lines(known),
    )
    return "\n".join(harmless(line) for part in parts for line in (*part, "")).rstrip()


def _verdict_lines(verdict: Verdict) -> Iterator[str]:
    if verdict.unsure:
        yield f"Verdict: unsure. It reads like {verdict.label}; a rejection with probability {verdict.rejection:.0%}."
    elif verdict.label is Label.REJECTION:
        yield f"Verdict: rejection, with probability {verdict.rejection:.0%}."
    else:
        yield f"Verdict: {verdict.label}. That it is a rejection has a probability of {verdict.rejection:.0%}."
    for clue in verdict.clues:
        yield f"  {clue.weight:+5.1f}  {clue.text}"
    if not verdict.clues:
        yield "  No sentence of it refuses by itself."


def _marked_lines(message: Message, verdict: Verdict) -> Iterator[str]:
    """What was read of the mail, a sentence a line; what decided is marked, so that it is found at a glance."""
    decisive = {clue.text for clue in verdict.clues}
    yield f"What was read (without quotations and signature; {MARK.strip()} marks what decided):"
    for sentence in read_page(message).sentences:
        yield f"{MARK if sentence[:MAX_CLUE] in decisive else '  '}{sentence}"


def _fact_lines(details: Details) -> Iterator[str]:
    yield "Facts:"
    for name, fact in (("company", details.company), ("role", details.role), ("person", details.person)):
        yield f"  {name:9} {_fact(fact)}"
    if details.requisition:
        yield f"  {'number':9} {_fact(details.requisition)}"
    yield f"  {'stage':9} {details.stage}{f' – “{details.stage_evidence}”' if details.stage_evidence else ''}"
    yield f"  {'language':9} {details.language}{f', {details.formality}' if details.formality else ''}"
    if details.reason:
        yield f"  {'reason':9} {_REASONS[details.reason]} – “{details.reason_evidence}”"
    for name, sentence in (
        ("answers are not read", details.unattended),
        ("answers are welcome", details.invites_reply),
        ("no feedback", details.declines_feedback),
        ("feedback on offer", details.offers_feedback),
        ("feedback", details.gives_feedback),
        ("kept on file", details.keeps_on_file),
        ("try again", details.reapply and f"{details.reapply.value}: {details.reapply.evidence}"),
    ):
        if sentence:
            yield f"  {name}: “{sentence}”"


def _fact(fact: Fact | None) -> str:
    return f"{fact.value}  ({fact.evidence})" if fact else "not sure"


def _decision_lines(judged: Judged, at: Circumstances, known: Known) -> Iterator[str]:
    decision = judged.outcome.decision
    yield _with_what(known)
    if isinstance(decision, Skip):
        yield f"Decision: no draft. {in_words(decision.reason)}"
        if decision.evidence and decision.reason is not SkipReason.UNSURE:  # which the verdict says already
            yield f"  {decision.evidence}"
        return
    yield f"Decision: {_DRAFTS[decision.kind]}, {decision.due_at.astimezone():%A %d %B %Y, %H:%M}."
    yield f"  to: {_recipient(decision)}"
    yield ""
    try:
        draft = _draft(judged, decision, at)
    except ComposeError as error:
        yield f"The draft cannot be written. {error} `ajar check` looks at your templates."
        return
    yield from draft_text(draft.raw, draft.blanks).split("\n")


def _with_what(known: Known) -> str:
    """Return what was known before the mail, on which the decision rests too."""
    if known.trouble:
        return f"Without the ledger, as if nothing were known before this mail. {known.trouble}"
    if known.mailbox is None:
        return "Nothing was known before this mail."
    if not known.history.past.mails:
        return f"Nothing was known in {known.mailbox} before this mail."
    return f"Known before this mail, in {known.mailbox}: {counted(len(known.history.past.mails), 'job mail')}."


def _draft(judged: Judged, decision: Reply, at: Circumstances) -> Draft:
    """Return the draft as it would be; of a note, without a look at the old thread, as a new mail."""
    outcome = judged.outcome
    before = heard_before(at.history.worded, outcome.company, at.now)
    if decision.kind is ReplyKind.RECONNECT:
        person = whom(job_mail(outcome), at.history.past, at.policy, at.now)
        if isinstance(person, Acquaintance):
            message, details = remembered(person)
            key = outcome.key
            return compose_note(message, details, decision, at.policy, decision.due_at, key, before, in_thread=False)
    return compose(judged.message, judged.reading.details, decision, at.policy, decision.due_at, before)


def _fate_lines(known: Known) -> Iterator[str]:
    """Yield what was decided when it came, and what became of that, where the ledger has it."""
    row = known.decision
    if row is None:
        return
    yield f"In the ledger: {fate_of(row)}."
    yield f"  {in_words(row.reason)}" if row.reason else ""


def _recipient(decision: Reply) -> str:
    to: Recipient = decision.to
    return f"{to.address.email if to.address else 'nobody'} ({to.kind}: {to.evidence})"
