"""What the user files into the folders of corrections: kept, and heeded at once in the ledger.

The third restartable job. A mail is kept as a correction before the ledger follows, and the cursor comes last; so what
a crash cuts off is done again, and what was done is seen in the ledger and left alone.
"""

from dataclasses import replace

import structlog

from classifier.message import Message, parse
from classifier.reading import Label
from classifier.refit import GivenUp
from classifier.taught import lesson_of
from replies.decision import Skip, SkipReason
from service.account import Account, Swept, Tools, circumstances
from service.corrections import Correction, Corrections, How
from service.errors import LedgerError
from service.mailbox import Mail, Mailbox
from service.pipeline import judge
from service.records import OwedReply, Sighting

# What these call for is decided as for any other mail; the user's word about the rest is that nothing is owed.
_CALLING = frozenset({Label.REJECTION, Label.FEEDBACK, Label.ACKNOWLEDGEMENT})

log = structlog.get_logger()


def learn(account: Account, mailbox: Mailbox, tools: Tools, swept: Swept) -> None:
    """Read what was put into the folders since the last time: of each at most one batch, the rest at the next sweep."""
    if tools.corrections is None:
        return
    for folder, label in account.lessons:
        if tools.stopping():
            return
        batch = mailbox.filed(folder, tools.ledger.lesson_cursor(account.name, folder))
        for mail in batch.mails:
            swept.learnt += _take(account, mail, label, tools, tools.corrections)
        tools.ledger.lessons_read(account.name, folder, batch.cursor)


def _take(account: Account, mail: Mail, label: Label | None, tools: Tools, corrections: Corrections) -> bool:
    """Learn from one mail; one that cannot be read is passed over."""
    try:
        return _learn_from(account, mail, label, tools, corrections)
    except LedgerError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a mail breaks, the next one goes on
        log.warning("a correction cannot be read", mailbox=account.name, error=type(error).__name__)
        return False


def _learn_from(account: Account, mail: Mail, label: Label | None, tools: Tools, corrections: Corrections) -> bool:
    now, message = tools.clock(), parse(mail.raw)
    lesson = lesson_of(message, label)
    news = corrections.keep(Correction(lesson, account.name, message.message_id, now, How.FOLDER))
    seen = [each for each in tools.ledger.sightings(key=message.key) if each.mailbox == account.name]
    if not seen and mail.ref.arrived_at < tools.ledger.register(account.name, now).first_seen_at - account.look_back:
        return news  # too old to be answered, not too old to learn from
    if news or not _agrees(seen, label):
        # Moving it may have changed the time that the server shows, but not when it came.
        arrived_at = seen[0].ref.arrived_at if seen else mail.ref.arrived_at
        heed(account, tools, replace(mail, ref=replace(mail.ref, arrived_at=arrived_at)), message)
    return news


def _agrees(seen: list[Sighting], label: Label | None) -> bool:
    """Whether the ledger follows the user's word already."""
    return any(each.rejection == float(label is Label.REJECTION) for each in seen)


def heed(account: Account, tools: Tools, mail: Mail, message: Message) -> OwedReply | None:
    """Let the ledger follow the user's word about a mail, which is kept already; return the mail's reply, if any."""
    at = circumstances(account, tools)
    (judged,) = judge([(mail, message)], at)
    outcome = judged.outcome
    if outcome.label not in _CALLING:
        outcome = replace(outcome, decision=Skip(SkipReason.TAUGHT_OTHERWISE))
    return tools.ledger.overrule(account.name, outcome, at.now)


def judge_anew(account: Account, tools: Tools, mail: Mail, message: Message) -> OwedReply | None:
    """Let the ledger follow the model about a mail of which the user took the word back."""
    at = circumstances(account, tools)
    (judged,) = judge([(mail, message)], at)
    return tools.ledger.judge_anew(account.name, judged.outcome, at.now)


def weigh_in(tools: Tools) -> None:
    """Let the corrections count in how other mails are read; what came of it goes into the log, without their words."""
    try:
        news = tools.refit()
    except GivenUp:
        return
    except LedgerError as error:
        log.warning("the corrections could not be weighed in", why=str(error))
        return
    if news is not None:
        log.info("learning", outcome=news)
