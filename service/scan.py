"""Trying it on the past, read-only: what would have been drafted, when, to whom, and every reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from replies.decide import decide
from replies.decision import History, NoReply, Policy, Reply, Skip, SkipReason, Worded
from replies.standing import Cancelled
from replies.variety import heard_before
from replies.voice import ComposeError, write
from service.account import Account
from service.archive import judge_past
from service.mailbox import ALWAYS, Mail, Mailbox, MessageRef
from service.pipeline import Circumstances, Classify, Judged, standing_of
from service.records import Outcome
from service.remembering import remember
from service.seek import Sought, witnesses
from service.sources import LeftOut, SourceMail


@dataclass(frozen=True, slots=True)
class Finding:
    """A mail that has to do with an application, or may have, and the text of the draft it would have had."""

    outcome: Outcome
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found.

    Attributes:
        read: How many mails were read.
        findings: Those that have to do with an application, or may have, the oldest first.
        left_out: What of the source was no mail that could be read.
    """

    read: int
    findings: Sequence[Finding]
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def outcomes(self) -> list[Outcome]:
        """What the mails came to."""
        return [finding.outcome for finding in self.findings]


def scan_files(
    mails: Iterable[SourceMail], policy: Policy, classify: Classify, since: datetime, left_out: LeftOut
) -> Scanned:
    """Scan an archive. Where it holds the user's own answers too (a Takeout does), they count."""
    kept: list[Finding] = []
    answered: set[str] = set()
    worded: list[Worded] = []
    read = 0
    for judged in judge_past(_arrived(mails, since), policy, classify):
        read += 1
        if judged.message.sender and policy.is_own(judged.message.sender.email):
            answered |= {*judged.message.in_reply_to, *judged.message.references}
        elif judged.outcome.is_job_mail:
            kept.append(Finding(judged.outcome, _draft(judged, policy, worded)))
    found = _unless_replaced([_unless_answered(finding, answered) for finding in kept])
    return Scanned(read, sorted(found, key=lambda finding: finding.outcome.ref.arrived_at), left_out)


def _draft(judged: Judged, policy: Policy, worded: list[Worded]) -> str | None:
    """Return the words of the draft, or None where there is none or the user's own templates cannot be filled in.

    Its wording is put to those of the drafts before it, which it does not sound like.
    """
    decision, company = judged.outcome.decision, judged.outcome.company
    if not isinstance(decision, Reply):
        return None
    before = heard_before(worded, company, decision.due_at)
    try:
        written = write(judged.message, judged.reading.details, decision, policy, before, key=judged.outcome.key)
    except ComposeError:
        return None
    worded.append(Worded(f"{written.wording}#{written.key}", company, decision.due_at))
    return written.text


def _arrived(mails: Iterable[SourceMail], since: datetime) -> Iterator[Mail]:
    for mail in mails:
        if mail.arrived_at >= since:
            yield Mail(MessageRef(mail.name, None, mail.arrived_at), mail.raw)


def _unless_answered(finding: Finding, answered: set[str]) -> Finding:
    if isinstance(finding.outcome.decision, Reply) and finding.outcome.ref.message_id in answered:
        return Finding(replace(finding.outcome, decision=Skip(SkipReason.ALREADY_ANSWERED)))
    return finding


def _unless_replaced(findings: Sequence[Finding]) -> list[Finding]:
    """Take out the drafts in whose place a later mail, by a person, had its own."""
    decisions = [finding.outcome.decision for finding in findings]
    replaced = {key for decision in decisions if isinstance(decision, Reply) for key in decision.replaces}
    skip = Skip(SkipReason.REPLACED)
    return [
        Finding(replace(each.outcome, decision=skip)) if each.outcome.key in replaced else each for each in findings
    ]


def scan_mailbox(account: Account, mailbox: Mailbox, classify: Classify, since: datetime) -> Scanned:
    """Scan a live mailbox; of each rejection the conversation is looked at too. Nothing in it changes."""
    read = 0
    kept: list[Finding] = []
    worded: list[Worded] = []
    for judged in judge_past(_fetched(mailbox, since), account.policy, classify):
        read += 1
        if judged.outcome.is_job_mail:
            at = Circumstances(History(), account.policy, classify, judged.outcome.ref.arrived_at)
            kept.append(_as_it_stands(_with_person(judged, mailbox, at), mailbox, at, worded))
    return Scanned(read, _unless_replaced(kept))


def _fetched(mailbox: Mailbox, since: datetime) -> Iterator[Mail]:
    cursor, more = None, True
    while more:
        batch = mailbox.fetch(cursor, since)
        yield from (mail for mail in batch.mails if mail.ref.arrived_at >= since)
        cursor, more = batch.cursor, batch.more


def _with_person(judged: Judged, mailbox: Mailbox, at: Circumstances) -> Judged:
    """Where nobody reads the sender, look for somebody who wrote before, as a sweep does."""
    outcome = judged.outcome
    reason = outcome.decision.reason if isinstance(outcome.decision, Skip) else None
    wanted = reason is SkipReason.NOBODY_READS and at.policy.no_reply is NoReply.FIND_PERSON
    if not wanted or outcome.company is None:
        return judged
    history = at.history
    for witness in witnesses(mailbox, Sought(outcome.company, outcome.sender, outcome.ref.arrived_at), at, ALWAYS):
        history = remember(history, witness)
    decision = decide(judged.message, judged.reading, outcome.ref.arrived_at, at.now, history, at.policy)
    return replace(judged, outcome=replace(outcome, decision=decision))


def _as_it_stands(judged: Judged, mailbox: Mailbox, at: Circumstances, worded: list[Worded]) -> Finding:
    outcome = judged.outcome
    if not isinstance(outcome.decision, Reply):
        return Finding(outcome)
    conversation = mailbox.conversation(outcome.ref)
    standing = standing_of(judged.message, conversation, outcome.company, outcome.ref.arrived_at, at)
    reason = standing.reason if isinstance(standing, Cancelled) else None
    if reason:
        return Finding(replace(outcome, decision=Skip(reason)))
    return Finding(outcome, _draft(judged, at.policy, worded))
