"""A restartable job: where nobody reads the sender of a rejection, look for somebody who wrote before.

The ledger knows only what came since Ajar began. So the mailbox is searched once for each such rejection, read-only and
bounded; what was found is recorded with the facts of its own mail, and from there on found in the ledger.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from classifier.message import parse
from replies.decision import NoReply, Reply, ReplyKind, Skip, SkipReason
from replies.duplicates import twins_of
from replies.employers import bare_key
from replies.names import company_key
from replies.recipient import LASTS, known_person, of_this_application
from replies.schedule import due
from replies.search import is_about_application, may_be_answered, words_for
from service.account import Account, Tools, circumstances
from service.mailbox import Mail, Mailbox
from service.people import Unaddressed
from service.pipeline import Circumstances, judge
from service.records import Outcome

AT_MOST = 3  # searches a sweep
MAILS = 15  # read of each search
SURE = 2  # words that are asked for first

log = structlog.get_logger()


def seek(account: Account, mailbox: Mailbox, tools: Tools) -> None:
    """Search for people to answer, of each rejection that needs one once."""
    if account.policy.no_reply is not NoReply.FIND_PERSON:
        return
    answerable = tools.clock() - account.policy.expire_after
    for rejection in tools.ledger.people.unaddressed(account.name, answerable, AT_MOST):
        if tools.stopping():
            return
        at = circumstances(account, tools)
        if twins := twins_of(rejection.facts, at.history):
            tools.ledger.people.is_twin(rejection.reply_id, twins.reason, at.now)
            continue
        sought = Sought(rejection.company, rejection.sender, rejection.ref.arrived_at)
        found = witnesses(mailbox, sought, at, account.remembers_from(at.now))
        tools.ledger.people.searched(rejection.reply_id, account.name, found, at.now)
        _owe_if_known(account, tools, rejection)


def _owe_if_known(account: Account, tools: Tools, rejection: Unaddressed) -> None:
    at = circumstances(account, tools)
    lately = of_this_application(at.history, rejection.ref.arrived_at)
    person = known_person(rejection.company, rejection.role, lately, account.policy)
    if person is not None:
        reply = Reply(ReplyKind.THANKS, due(rejection.ref.arrived_at, account.policy), person)
        tools.ledger.people.reachable(rejection.reply_id, reply, at.now)
        log.info("found a person", mailbox=account.name, reply=rejection.reply_id)


@dataclass(frozen=True, slots=True)
class Sought:
    """Of whom somebody is sought: the company, and from where and when its rejection came."""

    company: str
    sender: str | None
    arrived_at: datetime


def witnesses(mailbox: Mailbox, sought: Sought, at: Circumstances, not_before: datetime) -> list[Outcome]:
    """Return what earlier mails come to that somebody of that company wrote about an application. None owes a reply.

    Raises:
        Unavailable, Refused: The mailbox's trouble.
    """
    words = words_for(sought.company, sought.sender)
    since = max(sought.arrived_at - LASTS, not_before)
    found: list[Outcome] = []
    for some in (words[:SURE], words[SURE:]):  # a first word such as "Deutsche" would bring up many another house
        if some and not found:
            mails = mailbox.search(some, since, MAILS)
            earlier = (mail for mail in mails if mail.ref.arrived_at <= sought.arrived_at)
            found = [outcome for mail in earlier for outcome in _about(mail, sought, at)]
    return found


def _about(mail: Mail, sought: Sought, at: Circumstances) -> Iterator[Outcome]:
    """Yield what the mail comes to, if it counts; one that breaks the reader is passed over."""
    try:
        message = parse(mail.raw)
        (judged,) = judge([(mail, message)], at)
    except Exception as error:  # noqa: BLE001 - whatever a mail breaks, the next one goes on
        log.warning("a mail cannot be read", error=type(error).__name__)
        return
    outcome = judged.outcome
    named = bare_key(company_key(outcome.company)) in {"", bare_key(company_key(sought.company))}
    theirs = may_be_answered(outcome.email, sought.company, sought.sender)
    if named and theirs and not outcome.unsure and is_about_application(message, outcome.label, at.policy):
        company = outcome.company or sought.company
        yield replace(outcome, company=company, decision=Skip(SkipReason.NOT_REJECTION))
