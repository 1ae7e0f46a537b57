"""A sweep of one mailbox: forget, collect, seek, learn, deliver, watch, tell. Of several: side by side.

The jobs know nothing of a scheduler: `ajar once`, the demo and the daemon call the same code.
"""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial

from service.account import Account, Swept, Tools
from service.collect import collect
from service.deliver import deliver
from service.errors import AjarError, Refused, Unavailable
from service.learning import learn
from service.mailbox import Mailbox
from service.retention import let_expire
from service.seek import seek
from service.telling import telling
from service.watch import watch

Cut = Callable[[], None]
"""Shuts the connection of a running sweep, again and again, until the sweep ended. Callable from any thread."""

SWEEP_DEADLINE = timedelta(minutes=5)
SIDE_BY_SIDE = 16
SHUT_AGAIN = 0.5  # seconds


def sweep(account: Account, mailbox: Mailbox, tools: Tools) -> Swept:
    """Forget what is too old, collect, seek, learn, deliver, watch, then note the success.

    Raises:
        Unavailable, Refused: The mailbox's trouble; it is noted in the ledger. What was done until then holds.
        LedgerError: The ledger's.
    """
    swept = Swept()
    let_expire(account, tools)
    try:
        collect(account, mailbox, tools, swept)
        seek(account, mailbox, tools)
        learn(account, mailbox, tools, swept)
        deliver(account, mailbox, tools, swept)
        watch(account, mailbox, tools, swept)
    except (Unavailable, Refused) as error:
        tools.ledger.failed(account.name, tools.clock(), str(error))
        raise
    tools.ledger.succeeded(account.name, tools.clock())
    return swept


def sweep_within(
    account: Account, tools: Tools, deadline: timedelta, begun: Callable[[Cut], None] = lambda _: None
) -> Swept:
    """Open the mailbox, sweep it, close it, tell the user; shut its connection when the wall-clock deadline is over.

    Raises:
        Unavailable, Refused, LedgerError: As for `sweep`; Unavailable also when the deadline cut it short.

    Args:
        begun: Is told how the sweep is cut short from outside too.
    """
    with telling(account, tools):
        return _sweep_until(deadline, account, account.open(), tools, begun)


def _sweep_until(
    deadline: timedelta, account: Account, mailbox: Mailbox, tools: Tools, begun: Callable[[Cut], None]
) -> Swept:
    """A server that sends one byte a minute never runs into a timeout of its own; this is what ends it."""
    over, expired, ended = threading.Event(), threading.Event(), threading.Event()

    def shut() -> None:
        if not over.wait(deadline.total_seconds()):
            expired.set()
        while not ended.is_set():  # again and again: a call that was just about to begin connects anew
            mailbox.close()
            ended.wait(SHUT_AGAIN)

    watcher = threading.Thread(target=shut, daemon=True)
    watcher.start()
    begun(over.set)
    try:
        swept = sweep(account, mailbox, replace(tools, stopping=partial(_any, tools.stopping, expired.is_set)))
    finally:
        ended.set()
        over.set()
        watcher.join()
        mailbox.close()
    if expired.is_set():
        raise Unavailable("There was more to do than one sweep has time for.", "The next one goes on from there.")
    return swept


def sweep_all(accounts: Mapping[str, Account], tools: Tools) -> dict[str, Swept | AjarError]:
    """Sweep every mailbox once, side by side; one that fails takes nothing from the others.

    Raises:
        KeyboardInterrupt: After Ctrl-C; the connections were shut, and what was done until then holds.
    """
    interrupted, cuts = threading.Event(), list[Cut]()

    def begun(cut: Cut) -> None:
        cuts.append(cut)
        if interrupted.is_set():
            cut()

    tools = replace(tools, stopping=partial(_any, tools.stopping, interrupted.is_set))
    sweep_one = partial(_outcome, tools=tools, begun=begun)
    with ThreadPoolExecutor(min(SIDE_BY_SIDE, max(1, len(accounts)))) as pool:
        try:
            return dict(zip(accounts, pool.map(sweep_one, accounts.values()), strict=True))
        except KeyboardInterrupt:
            interrupted.set()
            for cut in cuts:
                cut()
            raise


def _any(*conditions: Callable[[], bool]) -> bool:
    return any(condition() for condition in conditions)


def _outcome(account: Account, tools: Tools, begun: Callable[[Cut], None]) -> Swept | AjarError:
    try:
        return sweep_within(account, tools, SWEEP_DEADLINE, begun)
    except AjarError as error:
        return error
