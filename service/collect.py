"""The first restartable job: mailbox → ledger. Killed anywhere and run again, it skips no mail and doubles none."""

from collections.abc import Sequence
from contextlib import suppress

import structlog

from classifier.message import parse
from classifier.reading import Label
from service import decided
from service.account import Account, Swept, Tools, circumstances
from service.errors import LedgerError
from service.ledger import MAX_TRIES
from service.mailbox import Mail, Mailbox
from service.pipeline import judge

log = structlog.get_logger()


def collect(account: Account, mailbox: Mailbox, tools: Tools, swept: Swept) -> None:
    """Read what is new and record what it comes to, batch by batch."""
    state = tools.ledger.register(account.name, tools.clock())
    since = max(state.first_seen_at - account.look_back, account.remembers_from(tools.clock()))
    _retry_failed(account, mailbox, tools, swept)
    cursor, more = state.cursor, True
    while more and not tools.stopping():
        batch = mailbox.fetch(cursor, since)
        # A rebuilt folder shows old mail as new; what came before Ajar is never answered.
        wanted = [mail for mail in batch.mails if mail.ref.arrived_at >= since]
        _take(account, wanted, batch.cursor, tools, swept)
        cursor, more = batch.cursor, batch.more


def _take(account: Account, mails: Sequence[Mail], cursor: str, tools: Tools, swept: Swept) -> None:
    """Record mails together with the cursor; one by one when some of them were in hand when something broke."""
    refs = [mail.ref for mail in mails]
    if not tools.ledger.tries(account.name, refs):
        tools.ledger.take_in_hand(account.name, refs)
        with suppress(Exception):  # a mail that breaks the parser spoils only itself: found one by one, below
            _record(account, mails, cursor, tools, swept)
            return
    for mail in mails:
        _take_alone(account, mail, tools, swept)
    tools.ledger.record(account.name, [], cursor, tools.clock())


def _take_alone(account: Account, mail: Mail, tools: Tools, swept: Swept) -> None:
    """Record one mail, or note its failure; one that failed `MAX_TRIES` times is left alone, for a person to see."""
    if tools.ledger.tries(account.name, [mail.ref]).get(mail.ref.locator, 0) >= MAX_TRIES:
        tools.ledger.mail_failed(account.name, mail.ref, "it stopped Ajar each time it was read")
        return
    tools.ledger.take_in_hand(account.name, [mail.ref])
    try:
        _record(account, [mail], None, tools, swept)
    except LedgerError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a mail breaks, the next one goes on
        tools.ledger.mail_failed(account.name, mail.ref, f"reading it ended in {type(error).__name__}")
        log.warning("a mail cannot be read", mailbox=account.name, error=type(error).__name__)


def _record(account: Account, mails: Sequence[Mail], cursor: str | None, tools: Tools, swept: Swept) -> None:
    now = tools.clock()
    parsed = [(mail, parse(mail.raw)) for mail in mails]
    known = tools.ledger.known(account.name, [message.key for _, message in parsed])
    fresh = [(mail, message) for mail, message in parsed if message.key not in known]
    outcomes = [judged.outcome for judged in judge(fresh, circumstances(account, tools))]
    tools.ledger.record(account.name, outcomes, cursor, now)
    tools.ledger.let_go(account.name, [mail.ref for mail in mails])
    for outcome in outcomes:
        decided.tell(account.name, outcome)
    swept.recorded += len(outcomes)
    swept.rejections += sum(outcome.label is Label.REJECTION for outcome in outcomes)
    swept.unsure += sum(outcome.asks for outcome in outcomes)


def _retry_failed(account: Account, mailbox: Mailbox, tools: Tools, swept: Swept) -> None:
    for failure in tools.ledger.failures(account.name):
        if failure.tries >= MAX_TRIES:
            continue
        conversation = mailbox.conversation(failure.ref)
        if conversation.mail is not None:
            _take_alone(account, Mail(failure.ref, conversation.mail), tools, swept)
        elif conversation.complete:  # else it may lie where Ajar could not look, and is looked for again
            tools.ledger.let_go(account.name, [failure.ref])
