"""Row 24: a job that hangs in a server which says nothing ends at its deadline, and the next one goes on from there.

The providers' own timeouts are far longer here: a server that sends a byte now and then would never meet them.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from service.errors import Unavailable
from service.mailbox import Mailbox
from service.pipeline import Classify
from tests.account import PROMPT, RemoteAccount
from tests.main_job import DELAY, REJECTION, SETTLE, World, mail
from tests.servers.gmail import EVERY, Fault, GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.servers.proxy import Plan, Proxy

pytestmark = pytest.mark.faults(24)
DEADLINE = timedelta(seconds=0.5)


@pytest.fixture(params=["Gmail", "IMAP"])
def account(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RemoteAccount]:
    if request.param == "IMAP":
        yield request.getfixturevalue("imap_account")
        return
    with GmailServer().running() as server:
        yield GmailAccount(server, tmp_path)


@pytest.fixture
def world(account: RemoteAccount, tmp_path: Path, classify: Classify) -> Iterator[World]:
    """Ajar at the moment when a draft is due."""
    world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    world.deliver(mail(REJECTION))
    world.sweep()
    world.clock.forward(DELAY)
    yield world
    world.database.close()


def hanging_while_it_fetches(account: RemoteAccount, stack: ExitStack) -> Mailbox:
    if isinstance(account, GmailAccount):
        account.server.faults["history.list", EVERY] = Fault(hang=60)
        stack.callback(account.server.faults.clear)
    return stack.enter_context(account.stalled())[0]


def hanging_while_it_saves(account: RemoteAccount, stack: ExitStack) -> Mailbox:
    if isinstance(account, GmailAccount):
        account.server.faults["drafts.create", 1] = Fault(drip=True)
        stack.callback(account.server.faults.clear)  # a slow machine comes to its deadline before that
        return account.mailbox(timeout=60)
    assert isinstance(account, ImapAccount)
    proxy = stack.enter_context(Proxy(account.port, Plan(silent_after=b"Thank")))
    return account.through(proxy.port, timeout=60)


@pytest.mark.parametrize("hanging", [hanging_while_it_fetches, hanging_while_it_saves])
def test_it_ends_at_its_deadline_and_there_is_one_draft_in_the_end(
    world: World, account: RemoteAccount, hanging: Callable[[RemoteAccount, ExitStack], Mailbox]
) -> None:
    before = account.snapshot()
    with ExitStack() as stack:
        mailbox = hanging(account, stack)
        world.open, world.deadline = (lambda: mailbox), DEADLINE
        began = time.monotonic()
        with pytest.raises(Unavailable):
            world.sweep()
        assert DEADLINE.total_seconds() <= time.monotonic() - began < PROMPT
    world.open, world.deadline = None, timedelta(minutes=1)
    for later in (timedelta(0), SETTLE, DELAY):
        world.clock.forward(later)
        world.sweep()
    assert len(account.drafts()) == 1
    assert world.ledger.open_replies() == []
    assert account.snapshot() == before


@pytest.mark.parametrize("milliseconds", [8, 10, 13, 17])
def test_a_deadline_that_falls_between_two_calls_ends_the_next_one(
    world: World, account: RemoteAccount, milliseconds: int
) -> None:
    with ExitStack() as stack:
        mailbox = hanging_while_it_saves(account, stack)
        world.open, world.deadline = (lambda: mailbox), timedelta(milliseconds=milliseconds)
        began = time.monotonic()
        with pytest.raises(Unavailable):
            world.sweep()
        assert time.monotonic() - began < PROMPT
