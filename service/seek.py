"""A restartable job: where nobody reads the sender of a rejection, look for somebody who wrote before.

The ledger knows only what came since Ajar began. So the mailbox is searched once for each such rejection, read-only and
bounded; what was found is recorded with the facts of its own mail, and from there on found in the ledger.
"""

from collections.abc import Iterator
from dataclasses import replace

import structlog

from classifier.message import parse
from replies.decision import NoReply, Reply, ReplyKind, Skip, SkipReason
from replies.names import company_key
from replies.recipient import known_person
from replies.schedule import due
from replies.search import LASTS, is_about_application, may_be_answered, words_for
from service.account import Account, Tools, circumstances
from service.errors import LedgerError
from service.mailbox import Mail, Mailbox
from service.people import Unaddressed
from service.pipeline import judge
from service.records import Outcome

AT_MOST = 3  # searches a sweep
MAILS = 15  # read of each search

log = structlog.get_logger()


def seek(account: Account, mailbox: Mailbox, tools: Tools) -> None:
    """Search for people to answer, of each rejection that needs one once."""
    if account.policy.no_reply is not NoReply.FIND_PERSON:
        return
    answerable = tools.clock() - account.policy.expire_after
    for rejection in tools.ledger.people.unaddressed(account.name, answerable, AT_MOST):
        if tools.stopping():
            return
        words = words_for(rejection.company, rejection.sender)
        since = max(rejection.ref.arrived_at - LASTS, account.remembers_from(tools.clock()))
        mails = mailbox.search(words, since, MAILS) if words else ()
        _note(account, tools, rejection, mails)


def _note(account: Account, tools: Tools, rejection: Unaddressed, mails: tuple[Mail, ...]) -> None:
    earlier = [mail for mail in mails if mail.ref.arrived_at <= rejection.ref.arrived_at]
    found = [outcome for mail in earlier for outcome in _about(account, tools, rejection, mail)]
    tools.ledger.people.searched(rejection.reply_id, account.name, found, tools.clock())
    at = circumstances(account, tools)
    person = known_person(rejection.company, rejection.role, at.history, account.policy)
    if person is not None:
        reply = Reply(ReplyKind.THANKS, due(rejection.ref.arrived_at, account.policy), person)
        tools.ledger.people.reachable(rejection.reply_id, reply, at.now)
        log.info("found a person", mailbox=account.name, reply=rejection.reply_id)


def _about(account: Account, tools: Tools, rejection: Unaddressed, mail: Mail) -> Iterator[Outcome]:
    """Yield what a mail that was found comes to, if it is about an application there and by one of its people.

    A mail that breaks the reader is passed over.
    """
    try:
        message = parse(mail.raw)
        (judged,) = judge([(mail, message)], circumstances(account, tools))
    except LedgerError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a mail breaks, the next one goes on
        log.warning("a mail cannot be read", mailbox=account.name, error=type(error).__name__)
        return
    outcome = judged.outcome
    named = company_key(outcome.company) in {"", company_key(rejection.company)}
    theirs = may_be_answered(outcome.email, rejection.company, rejection.sender)
    if named and theirs and not outcome.unsure and is_about_application(message, outcome.label, account.policy):
        company = outcome.company or rejection.company
        yield replace(outcome, company=company, decision=Skip(SkipReason.NOT_REJECTION))
