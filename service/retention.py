"""The fourth restartable job: what is older than the mailbox is to remember is forgotten (`[privacy] keep`)."""

import structlog

from service.account import Account, Tools

log = structlog.get_logger()


def let_expire(account: Account, tools: Tools) -> None:
    """Forget what came before the time that is kept; corrections too where the user said so.

    Raises:
        LedgerError: The ledger's, or the folder of corrections'.
    """
    before = account.remembers_from(tools.clock())
    mails = tools.ledger.forgetting.expire(account.name, before)
    corrections = 0
    if account.privacy.forget_corrections and tools.corrections is not None:
        old = [each for each in tools.corrections.all() if each.taught_at < before]
        # One from a file that no mailbox knows is nobody's; the first who wants to forget may.
        corrections = tools.corrections.forget_these(each for each in old if each.mailbox in {account.name, None})
    if mails or corrections:
        log.info("forgotten for their age", mailbox=account.name, mails=mails, corrections=corrections)
