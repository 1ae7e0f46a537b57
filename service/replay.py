"""The past lived through again: mails come in the order of their dates, and between them replies fall due. No I/O.

It goes as it would have gone with Ajar at work: each mail is judged by what was known then, and when a reply falls due
it is looked at whether it still makes sense. What came later changes nothing any more.
"""

import heapq
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from classifier.message import Address, Message
from classifier.reading import Details, Verdict
from replies.attempts import JobMail
from replies.decision import History, Policy, Reply, ReplyKind, Skip, SkipReason, Worded
from replies.employers import bare_key
from replies.names import company_key
from replies.note import note_stands, remembered
from replies.reconnect import Acquaintance, whom_now
from replies.standing import Around, Cancelled, still_stands
from replies.variety import heard_before
from replies.voice import ComposeError, write
from service.archive import EVER, Kept, is_job_mail
from service.left_out import LeftOut
from service.mailbox import MessageRef
from service.pipeline import Circumstances, Classify, Judged, judge_as
from service.records import Outcome
from service.remembering import SETTLED, faded, job_mail, remember, unanswered

_END: Final = datetime.max.replace(tzinfo=UTC)
_WEEK: Final = timedelta(days=7)


class Surroundings(Protocol):
    """What there is beside the mails that are lived through."""

    def addressed(self, judged: Judged, at: Circumstances) -> Judged:
        """Return the mail, answered to somebody who wrote before, where nobody reads its sender."""
        ...

    def beside(self, ref: MessageRef, addresses: Collection[Address]) -> Sequence[tuple[str, Message]]:
        """Return what stands beside a mail, each with its place; from whenever it is.

        At least what the user wrote that names the mail, or goes to one of these addresses: those of its sender.
        """
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """A mail that has to do with an application, or may have, and the text of the draft it would have had."""

    outcome: Outcome
    draft: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Owed:
    """A reply on its way; the earlier one comes first."""

    due_at: datetime
    key: str
    judged: Judged = field(compare=False)
    reply: Reply = field(compare=False)
    size: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Late:
    """A mail that came while replies were owed."""

    arrived_at: datetime
    message: Message
    verdict: Verdict


class Replay:
    """Lives through the mails of one mailbox.

    Args:
        policy: The user's wishes. No mail is found too late here.
        classify: For whoever reads further mails; those that are lived through were classified already.
        around: What there is beside them.
        keep: How long what a mail said is remembered.
        left_out: Where a mail is counted that breaks the reader or a decision.
    """

    def __init__(
        self, policy: Policy, classify: Classify, around: Surroundings, keep: timedelta, left_out: LeftOut | None = None
    ) -> None:
        self._policy = replace(policy, expire_after=EVER)
        self._classify = classify
        self._around = around
        self._keep = keep
        self._left_out = left_out or LeftOut()
        self._history = History()
        self._findings: dict[str, Finding] = {}
        self._owed: list[_Owed] = []
        self._late: list[_Late] = []
        self._worded: dict[str, list[Worded]] = {}
        self._this_week: list[Worded] = []

    def live_through(self, kept: Kept) -> None:
        """Let this mail come, the next one in time."""
        moment = kept.ref.arrived_at
        self._fall_due(moment)
        with self._left_out.unless_read(kept.size):
            message, verdict = kept.unpacked()
            if self._owed:
                self._late.append(_Late(moment, message, verdict))
            if is_job_mail(verdict):
                at = self._at(moment)
                judged = self._around.addressed(judge_as(verdict, kept.ref, message, at), at)
                self._take(judged, kept.size)

    def ended(self) -> list[Finding]:
        """Let all that is owed fall due, and return what each mail came to, the oldest first."""
        self._fall_due(_END)
        return list(self._findings.values())

    def _at(self, moment: datetime) -> Circumstances:
        self._history = faded(self._history, moment, self._keep)
        return Circumstances(self._history, self._policy, self._classify, moment)

    def _take(self, judged: Judged, size: int) -> None:
        outcome = judged.outcome
        self._history = remember(self._history, outcome)
        self._findings[outcome.key] = Finding(outcome)
        if isinstance(outcome.decision, Reply):
            for key in outcome.decision.replaces:
                self._cancel(key, SkipReason.REPLACED)
            heapq.heappush(self._owed, _Owed(outcome.decision.due_at, outcome.key, judged, outcome.decision, size))

    def _cancel(self, key: str, reason: SkipReason) -> None:
        self._findings[key] = Finding(replace(self._findings[key].outcome, decision=Skip(reason)))
        if reason not in SETTLED:
            self._history = unanswered(self._history, key)
        if any(each.key == key for each in self._owed):
            self._owed = [each for each in self._owed if each.key != key]
            heapq.heapify(self._owed)

    # -- when the time has come ------------------------------------------------------------------------------------

    def _fall_due(self, until: datetime) -> None:
        while self._owed and self._owed[0].due_at <= until:
            self._deliver_or_leave_out(heapq.heappop(self._owed))
        since = min((each.judged.outcome.ref.arrived_at for each in self._owed), default=_END)
        self._late = [each for each in self._late if each.arrived_at >= since]

    def _deliver_or_leave_out(self, owed: _Owed) -> None:
        """Deliver it; where it breaks something nothing can be said of its mail, and nothing came of it."""
        with self._left_out.unless_read(owed.size):
            self._deliver(owed)
            return
        self._findings.pop(owed.key, None)
        self._history = unanswered(self._history, owed.key)

    def _deliver(self, owed: _Owed) -> None:
        found = self._note(owed) if owed.reply.kind is ReplyKind.RECONNECT else self._thanks(owed)
        if isinstance(found, SkipReason):
            self._cancel(owed.key, found)
        else:
            self._findings[owed.key] = Finding(owed.judged.outcome, self._written(owed, *found))

    def _thanks(self, owed: _Owed) -> SkipReason | tuple[Message, Details]:
        judged = owed.judged
        senders = tuple(filter(None, (judged.message.sender, *judged.message.reply_to)))
        beside = self._around.beside(judged.outcome.ref, senders)
        reason = self._against(owed, beside, lambda message: self._classify([message])[0], until=owed.due_at)
        return reason or self._wrote_again(owed) or (judged.message, judged.reading.details)

    def _wrote_again(self, owed: _Owed) -> SkipReason | None:
        late = [each for each in self._late if each.arrived_at >= owed.judged.outcome.ref.arrived_at]
        known = {each.message.key: each.verdict for each in late}
        return self._against(owed, [("received", each.message) for each in late], lambda message: known[message.key])

    def _against(
        self, owed: _Owed, around: Around, classify: Callable[[Message], Verdict], until: datetime | None = None
    ) -> SkipReason | None:
        outcome = owed.judged.outcome
        standing = still_stands(
            owed.judged.message,
            around,
            self._policy,
            classify,
            company=outcome.company,
            arrived_at=outcome.ref.arrived_at,
            until=until,
        )
        return standing.reason if isinstance(standing, Cancelled) else None

    def _note(self, owed: _Owed) -> SkipReason | tuple[Message, Details]:
        new = job_mail(owed.judged.outcome)
        person = whom_now(new, self._history.past, self._policy, owed.due_at, asked=False)
        if not isinstance(person, Acquaintance):
            return person.reason
        return self._wrote_first(owed, new, person) or remembered(person)

    def _wrote_first(self, owed: _Owed, new: JobMail, person: Acquaintance) -> SkipReason | None:
        """Whether the user wrote to them about the new application before the note's time."""
        found = self._findings.get(person.last.key)
        ref = found.outcome.ref if found else MessageRef("", None, person.last.arrived_at)
        last = replace(remembered(person)[0], message_id=ref.message_id)
        beside = self._around.beside(ref, (person.address,))
        in_time = [(place, mail) for place, mail in beside if mail.date is None or mail.date <= owed.due_at]
        standing = note_stands(person, last, in_time, self._policy, new, self._history.past)
        return standing.reason if isinstance(standing, Cancelled) else None

    def _written(self, owed: _Owed, message: Message, details: Details) -> str | None:
        """Return the words of the draft, or None where the user's own templates cannot be filled in.

        Its wording is put to those of the drafts before it, which it does not sound like.
        """
        company = owed.judged.outcome.company
        before = heard_before(self._heard(company, owed.due_at), company, owed.due_at)
        try:
            written = write(message, details, owed.reply, self._policy, before, key=owed.key)
        except ComposeError:
            return None
        worded = Worded(f"{written.wording}#{written.key}", company, owed.due_at)
        self._worded.setdefault(_name(company), []).append(worded)
        self._this_week.append(worded)
        return written.text

    def _heard(self, company: str | None, now: datetime) -> Iterator[Worded]:
        """Yield the wordings that may count: comparing the names of thousands of drafts would take its time."""
        self._this_week = [each for each in self._this_week if now - each.made_at <= _WEEK]
        own = self._worded.get(_name(company), ()) if _name(company) else ()
        yield from (each for each in own if now - each.made_at > _WEEK)
        yield from self._this_week


def _name(company: str | None) -> str:
    return bare_key(company_key(company))
