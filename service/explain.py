"""One mail explained to a person: the sentences that decided, the facts, the decision, the draft as it would be."""

from collections.abc import Iterator

from classifier.details import details_of
from classifier.features import read_page
from classifier.message import Message
from classifier.reading import Details, Fact, Verdict
from classifier.verdict import MAX_CLUE
from replies.compose import compose
from replies.decision import Policy, Recipient, Reply, ReplyKind, Skip
from service.archive import judge_past
from service.mailbox import Mail
from service.pipeline import Classify, Judged
from service.show import harmless
from service.show_draft import draft_text
from service.wording import in_words

MARK = "▶ "

_DRAFTS = {
    ReplyKind.THANKS: "a draft",
    ReplyKind.FEEDBACK: "a draft that thanks for the feedback",
    ReplyKind.RECONNECT: "a note to somebody known from before",
}


def explanation(mail: Mail, policy: Policy, classify: Classify) -> str:
    """Return the explanation, as if the mail had just come and nothing were known before it."""
    (judged,) = judge_past([mail], policy, classify)
    details = details_of(judged.message)
    parts = (
        _verdict_lines(judged.reading.verdict),
        _marked_lines(judged.message, judged.reading.verdict),
        _fact_lines(details),
        _decision_lines(judged, details, policy),
    )
    return "\n".join(harmless(line) for part in parts for line in (*part, ""))


def _verdict_lines(verdict: Verdict) -> Iterator[str]:
    doubt = ", but Ajar is not sure" if verdict.unsure else ""
    yield f"Verdict: {verdict.label} (a rejection with probability {verdict.rejection:.0%}{doubt})"
    for clue in verdict.clues:
        yield f"  {clue.weight:+5.1f}  {clue.text}"
    if not verdict.clues:
        yield "  No sentence spoke for or against."


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
        yield f"  {'reason':9} {details.reason} – “{details.reason_evidence}”"
    for name, sentence in (
        ("answers are not read", details.unattended),
        ("answers are welcome", details.invites_reply),
        ("no feedback", details.declines_feedback),
        ("feedback", details.gives_feedback),
        ("kept on file", details.keeps_on_file),
        ("try again", details.reapply and f"{details.reapply.value}: {details.reapply.evidence}"),
    ):
        if sentence:
            yield f"  {name}: “{sentence}”"


def _fact(fact: Fact | None) -> str:
    return f"{fact.value}  ({fact.evidence})" if fact else "not sure"


def _decision_lines(judged: Judged, details: Details, policy: Policy) -> Iterator[str]:
    decision = judged.outcome.decision
    if isinstance(decision, Skip):
        yield f"Decision: no draft. {in_words(decision.reason)}"
        if decision.evidence:
            yield f"  {decision.evidence}"
        return
    yield f"Decision: {_DRAFTS[decision.kind]}, {decision.due_at.astimezone():%A %d %B %Y, %H:%M}."
    yield f"  to: {_recipient(decision)}"
    yield ""
    draft = compose(judged.message, details, decision, policy, decision.due_at)
    yield from draft_text(draft.raw, draft.blanks).split("\n")


def _recipient(decision: Reply) -> str:
    to: Recipient = decision.to
    return f"{to.address.email if to.address else 'nobody'} ({to.kind}: {to.evidence})"
