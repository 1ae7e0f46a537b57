"""Trying it on the past, read-only: what would have been drafted, when, to whom, and every reason."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from classifier.message import Address, Message, parse
from replies.decide import decide
from replies.decision import NoReply, Policy, Skip, SkipReason
from service.account import Account
from service.archive import Gathered, gather, gather_with_own, named
from service.left_out import LeftOut
from service.mailbox import ALWAYS, Mail, Mailbox, MessageRef, Place
from service.own_mails import OwnMails
from service.pipeline import Circumstances, Classify, Judged
from service.places import IN_USE
from service.records import Outcome
from service.remembering import remember
from service.replay import Finding, Replay
from service.seek import Sought, witnesses
from service.sources import SourceMail


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found.

    Attributes:
        read: How many mails were read.
        findings: Those that have to do with an application, or may have, the oldest first.
        left_out: What of the source was no mail that could be read or decided about.
    """

    read: int
    findings: Sequence[Finding]
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def outcomes(self) -> list[Outcome]:
        """What the mails came to."""
        return [finding.outcome for finding in self.findings]


def scan_files(
    mails: Iterable[SourceMail],
    policy: Policy,
    classify: Classify,
    since: datetime,
    left_out: LeftOut,
    *,
    keep: timedelta,
) -> Scanned:
    """Scan an archive, whatever order it is in. Where it holds the user's own mails (a Takeout does), answers count.

    Drafts of nobody known are signed by whoever wrote these. What a mail said is remembered for as long as `keep`.
    """
    gathered, own = gather_with_own(_arrived(mails, since), policy, classify, left_out)
    replay = Replay(named(policy, own.writer), classify, _Files(own), keep, left_out)
    return Scanned(gathered.read, _lived_through(gathered, replay), left_out)


def scan_mailbox(account: Account, mailbox: Mailbox, classify: Classify, since: datetime) -> Scanned:
    """Scan a live mailbox; of each rejection the conversation is looked at too. Nothing in it changes."""
    left_out = LeftOut()
    gathered = gather(_fetched(mailbox, since), account.policy, classify, left_out)
    replay = Replay(account.policy, classify, _Live(mailbox), account.privacy.keep, left_out)
    return Scanned(gathered.read, _lived_through(gathered, replay), left_out)


def _lived_through(gathered: Gathered, replay: Replay) -> list[Finding]:
    """Live through what was gathered, and let go of it."""
    gathered.kept.reverse()
    while gathered.kept:
        replay.live_through(gathered.kept.pop())
    return replay.ended()


def _arrived(mails: Iterable[SourceMail], since: datetime) -> Iterator[Mail]:
    for mail in mails:
        if mail.arrived_at >= since and mail.place in IN_USE:
            yield Mail(MessageRef(mail.name, None, mail.arrived_at), mail.raw, mail.place)


def _fetched(mailbox: Mailbox, since: datetime) -> Iterator[Mail]:
    cursor, more = None, True
    while more:
        batch = mailbox.fetch(cursor, since)
        yield from (mail for mail in batch.mails if mail.ref.arrived_at >= since)
        cursor, more = batch.cursor, batch.more


@dataclass(frozen=True, slots=True)
class _Files:
    """Beside the mails of an archive there is what the user wrote."""

    own: OwnMails

    def addressed(self, judged: Judged, at: Circumstances) -> Judged:  # noqa: ARG002 - all mails are lived through
        """Return the mail as it is."""
        return judged

    def beside(self, ref: MessageRef, addresses: Collection[Address]) -> list[tuple[str, Message]]:
        """Return what the user wrote."""
        return [(Place.SENT.value, own) for own in self.own.near(ref.message_id, addresses)]


@dataclass(frozen=True, slots=True)
class _Live:
    """Beside the mails of a live mailbox there is the rest of it."""

    mailbox: Mailbox

    def addressed(self, judged: Judged, at: Circumstances) -> Judged:
        """Where nobody reads the sender, look for somebody who wrote before, as a sweep does."""
        outcome = judged.outcome
        reason = outcome.decision.reason if isinstance(outcome.decision, Skip) else None
        wanted = reason is SkipReason.NOBODY_READS and at.policy.no_reply is NoReply.FIND_PERSON
        if not wanted or outcome.company is None:
            return judged
        history = at.history
        sought = Sought(outcome.company, outcome.sender, outcome.ref.arrived_at)
        for witness in witnesses(self.mailbox, sought, at, ALWAYS):
            history = remember(history, witness)
        decision = decide(judged.message, judged.reading, outcome.ref.arrived_at, at.now, history, at.policy)
        return replace(judged, outcome=replace(outcome, decision=decision))

    def beside(self, ref: MessageRef, addresses: Collection[Address]) -> list[tuple[str, Message]]:  # noqa: ARG002
        """Return what stands in its conversation now."""
        return [(found.place.value, parse(found.raw)) for found in self.mailbox.conversation(ref).around]
