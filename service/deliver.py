"""The second restartable job: ledger → mailbox. How a reply moves, and what a crash leaves behind.

    dies ...                          on disk    on the server   the restart
    before the mail is recorded       old cursor -               fetches again
    after the claim, nothing sent     claimed    nothing         looks twice, a settle time apart; then saves
    stored, answer lost or not noted  claimed    1               finds it: drafted
    stored late, after reconnecting   claimed    0, then 1       the second look finds it

Never mark before saving, never save twice without looking first; where looking is impossible the reply stays unknown:
a draft less is better than a draft twice.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from replies.decision import Draft, ReplyKind
from replies.schedule import next_opening
from service import notes
from service.account import Account, Swept, Tools, circumstances
from service.decided import KEY_SHOWN
from service.errors import AjarError, ComposeFailed, MailError, Refused, Unavailable, Unclear
from service.mailbox import Mailbox, MessageRef
from service.pipeline import AlreadySaved, Cancel, CannotTell, Circumstances, Save, Step, Wait, reconsider
from service.records import OwedReply, State

PARKED_FOR = timedelta(hours=1)
LOOK_AGAIN = timedelta(minutes=1)

log = structlog.get_logger()


def deliver(account: Account, mailbox: Mailbox, tools: Tools, swept: Swept) -> None:
    """Take up every reply whose time has come."""
    for owed in tools.ledger.due(account.name, tools.clock(), account.settle):
        if tools.stopping():
            return
        opening = next_opening(tools.clock(), account.policy)
        delivery = _Delivery(account, mailbox, tools, swept, owed)
        if owed.asked or delivery.only_looks or opening <= tools.clock():
            delivery.run()
        elif owed.state is State.UNKNOWN:
            delivery.look_again_at(opening)
        else:
            tools.ledger.postpone(owed, opening, tools.clock())


@dataclass(frozen=True, slots=True)
class _Delivery:
    """One owed reply on its way: claim, look, save, mark."""

    account: Account
    mailbox: Mailbox
    tools: Tools
    swept: Swept
    owed: OwedReply

    @property
    def only_looks(self) -> bool:
        """Whether this is the first look after a crash or a lost answer, which saves nothing."""
        return self.owed.state is State.CLAIMED or (self.owed.state is State.UNKNOWN and not self.owed.looked_at)

    @property
    def _told(self) -> dict[str, object]:
        """By what name it goes in the log."""
        return {"mailbox": self.account.name, "reply": self.owed.id, "mail": self.owed.key[:KEY_SHOWN]}

    def run(self) -> None:
        """Go as far as is safe today."""
        if self.only_looks:
            self._first_look()
        elif self.tools.ledger.claim(self.owed, self.tools.clock()):
            self._look_and_save()

    def _first_look(self) -> None:
        """After a crash or a lost answer: is it there? If not, a late server gets its settle time."""
        step: Step | None = None
        try:
            step = self._look()
        except ComposeFailed:
            pass  # it looked, and found nothing; that the draft cannot be written is for the second look to say
        except MailError as error:
            log.warning("cannot look", **self._told, why=str(error))
            return
        if isinstance(step, AlreadySaved | Cancel):
            self._end(step)
        elif not isinstance(step, CannotTell):
            self.tools.ledger.mark_unknown(self.owed.id, self.tools.clock(), looked_at=self.tools.clock())

    def _look_and_save(self) -> None:
        try:
            step = self._look()
        except (Unavailable, Refused):
            self._unclaim()
            raise
        except MailError as error:
            self._park(error)
            return
        if isinstance(step, Save):
            self._save(step.draft, step.answers or self.owed.ref)
        else:
            self._end(step)

    def _look(self) -> Step:
        try:
            return _look(self.mailbox, self.tools, self.owed, circumstances(self.account, self.tools))
        except AjarError:
            raise
        except Exception as error:  # a mail of this conversation breaks the reader: the other replies go on
            raise MailError(f"Reading the conversation ended in {type(error).__name__}.") from error

    def _save(self, draft: Draft, answers: MessageRef) -> None:
        try:
            saved = self.mailbox.save_draft(draft, answers)
        except Unclear:
            self.tools.ledger.mark_unknown(self.owed.id, self.tools.clock(), looked_at=None)
            raise
        except Unavailable:
            self._unclaim()
            raise
        except Refused as error:
            self._park(error)
            return
        self._drafted(saved.locator, draft if saved.created else None)

    def _end(self, step: AlreadySaved | Cancel | Wait | CannotTell) -> None:
        now = self.tools.clock()
        match step:
            case AlreadySaved(message_id):
                self._drafted(message_id)
            case Cancel(reason):
                self.tools.ledger.cancel(self.owed.id, reason, now)
                self.swept.cancelled += 1
                log.info("no draft", **self._told, reason=reason)
            case Wait(until):
                self.tools.ledger.release(self.owed.id, now, until)
            case CannotTell():
                self.look_again_at(now + max(self.account.settle, LOOK_AGAIN))
                log.warning("the conversation cannot be read", **self._told)

    def _drafted(self, locator: str, draft: Draft | None = None) -> None:
        self.tools.ledger.mark_drafted(self.owed.id, locator, self.tools.clock(), draft)
        self.swept.drafted += 1
        self.swept.unfinished += draft is not None and bool(draft.blanks)
        log.info("drafted", **self._told)

    def _unclaim(self) -> None:
        """Nothing was written by this attempt; an older one that was unclear stays so."""
        if self.owed.state is State.UNKNOWN:
            self.tools.ledger.mark_unknown(self.owed.id, self.tools.clock(), looked_at=self.owed.looked_at)
        else:
            self.tools.ledger.release(self.owed.id, self.tools.clock())

    def look_again_at(self, later: datetime) -> None:
        """Leave it as it is until then."""
        if self.owed.state is State.UNKNOWN:  # is taken up by the time of its last look, whenever it is due
            self.tools.ledger.mark_unknown(self.owed.id, self.tools.clock(), looked_at=later - self.account.settle)
        else:
            self.tools.ledger.release(self.owed.id, self.tools.clock(), later)

    def _park(self, error: AjarError) -> None:
        now = self.tools.clock()
        self.tools.ledger.park(self.owed.id, str(error), now + PARKED_FOR, now)
        self.swept.parked += 1
        log.warning("parked", **self._told, why=str(error))


def deliver_one(account: Account, mailbox: Mailbox, tools: Tools, owed: OwedReply) -> None:
    """Take up one reply that the user asked for, now.

    Raises:
        Unavailable, Refused: The mailbox's trouble; the next sweep goes on from there.
    """
    _Delivery(account, mailbox, tools, Swept(), owed).run()


def preview(account: Account, mailbox: Mailbox, tools: Tools, owed: OwedReply) -> Step:
    """Return what would become of this reply if its time were now. Reads the mailbox, changes nothing."""
    asked = owed.asked or owed.state in {State.UNSURE, State.CANCELLED}
    in_hand = owed.state in {State.CLAIMED, State.UNKNOWN}
    as_if_due = replace(owed, state=owed.state if in_hand else State.PARKED, asked=asked)
    return _look(mailbox, tools, as_if_due, circumstances(account, tools))


def _look(mailbox: Mailbox, tools: Tools, owed: OwedReply, at: Circumstances) -> Step:
    if owed.kind == ReplyKind.RECONNECT:
        return notes.look(mailbox, tools.ledger.relations, owed, at)
    return reconsider(mailbox.conversation(owed.ref), owed, at)
