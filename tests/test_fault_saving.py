"""Rows 1 to 4, 6 and 7: what breaks while a draft is saved, over each provider; in the end there is one draft.

The whole job goes through it: the sweep in which it breaks, the one after it, and those after the settle time.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from service.deliver import PARKED_FOR
from service.errors import Unavailable
from service.mailbox import Mailbox
from service.pipeline import Classify
from service.records import State
from tests.account import IMPATIENT, Account
from tests.maildir_account import MaildirAccount
from tests.main_job import DELAY, REJECTION, SETTLE, World, mail
from tests.servers.gmail import Fault, GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.servers.proxy import Plan, Proxy
from tests.workplace import until

Open = Callable[[], Mailbox]
WITHIN_THE_MAIL = (b"Thank", 1)


@pytest.fixture
def gmail(tmp_path: Path) -> Iterator[GmailAccount]:
    with GmailServer().running() as server:
        yield GmailAccount(server, tmp_path)


@pytest.fixture
def owing(tmp_path: Path, classify: Classify) -> Iterator[Callable[[Account], World]]:
    """Make the world in which a draft is due now."""
    worlds: list[World] = []

    def due(account: Account) -> World:
        world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
        worlds.append(world)
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        return world

    yield due
    for world in worlds:
        world.database.close()


def sweep_over(world: World, opened: Open) -> None:
    """Sweep over a mailbox that fails."""
    world.open = opened
    with suppress(Unavailable):
        world.sweep()
    world.open = None


def ends_well(world: World, before: object) -> None:
    """Run again until all is settled: one draft, nothing else changed."""
    for later in (timedelta(0), SETTLE, PARKED_FOR, DELAY):
        world.clock.forward(later)
        world.sweep()
    assert len(world.account.drafts()) == 1
    assert world.states() == [State.DRAFTED]
    assert world.account.snapshot() == before


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault(status=0, committed=True), id="committed, closed", marks=pytest.mark.faults(1, 6)),
        pytest.param(Fault(status=0), id="closed", marks=pytest.mark.faults(6)),
        pytest.param(Fault(drip=True), id="committed, then silence", marks=pytest.mark.faults(2)),
        pytest.param(Fault(status=503, committed=True), id="committed, 503", marks=pytest.mark.faults(7)),
        pytest.param(Fault(status=500), id="500", marks=pytest.mark.faults(7)),
        pytest.param(Fault(status=429, reason="rateLimitExceeded"), id="429", marks=pytest.mark.faults(7)),
        pytest.param(Fault(status=403, reason="userRateLimitExceeded"), id="403 limit", marks=pytest.mark.faults(7)),
        pytest.param(Fault(status=403, reason="domainPolicy"), id="403", marks=pytest.mark.faults(7)),
        pytest.param(
            Fault(status=429, reason="rateLimitExceeded", committed=True),
            id="committed, 429",
            marks=pytest.mark.faults(7),
        ),
    ],
)
def test_over_gmail(gmail: GmailAccount, owing: Callable[[Account], World], fault: Fault) -> None:
    world = owing(gmail)
    before = gmail.snapshot()
    gmail.server.faults["drafts.create", 1] = fault
    sweep_over(world, lambda: gmail.mailbox(timeout=IMPATIENT if fault.drip else 20))
    assert gmail.server.asked("drafts.create") == 1
    ends_well(world, before)


@pytest.mark.faults(3)
def test_over_gmail_cut_inside_the_request(gmail: GmailAccount, owing: Callable[[Account], World]) -> None:
    world = owing(gmail)
    before = gmail.snapshot()
    port = int(gmail.server.url.rstrip("/").rpartition(":")[2])
    with Proxy(port, Plan(cut_request_after=(b'"raw"', 50))) as proxy:
        sweep_over(world, lambda: gmail.mailbox(api_endpoint=f"http://127.0.0.1:{proxy.port}/"))
        assert proxy.tripped.is_set()
    assert gmail.drafts() == {}
    ends_well(world, before)


@pytest.mark.faults(4)
def test_over_gmail_saved_after_we_came_back(gmail: GmailAccount, owing: Callable[[Account], World]) -> None:
    world = owing(gmail)
    before = gmail.snapshot()
    gmail.server.faults["drafts.create", 1] = Fault(hang=60)
    sweep_over(world, lambda: gmail.mailbox(timeout=IMPATIENT))
    world.sweep()
    assert (world.states(), world.drafts()) == ([State.UNKNOWN], [])
    gmail.server.released.set()
    until(gmail.drafts)
    ends_well(world, before)


@pytest.mark.parametrize(
    ("plan", "timeout", "stored"),
    [
        pytest.param(Plan(cut_answer_at=b"APPENDUID"), 20, 1, id="the OK is lost", marks=pytest.mark.faults(1)),
        pytest.param(
            Plan(silent_after=b"APPEND"), IMPATIENT, 0, id="silent at the literal", marks=pytest.mark.faults(2)
        ),
        pytest.param(
            Plan(silent_after=WITHIN_THE_MAIL[0]), IMPATIENT, 1, id="stored, silent", marks=pytest.mark.faults(2)
        ),
        pytest.param(Plan(cut_request_after=WITHIN_THE_MAIL), 20, 0, id="cut inside", marks=pytest.mark.faults(3)),
    ],
)
def test_over_imap(
    imap_account: ImapAccount, owing: Callable[[Account], World], plan: Plan, timeout: float, stored: int
) -> None:
    world = owing(imap_account)
    before = imap_account.snapshot()
    with Proxy(imap_account.port, plan) as proxy:
        sweep_over(world, lambda: imap_account.through(proxy.port, timeout=timeout))
        assert proxy.tripped.is_set()
    until(lambda: len(imap_account.drafts()) == stored)
    ends_well(world, before)


@pytest.mark.faults(4)
def test_over_imap_saved_after_we_came_back(imap_account: ImapAccount, owing: Callable[[Account], World]) -> None:
    world = owing(imap_account)
    before = imap_account.snapshot()
    with Proxy(imap_account.port, Plan(hold_after=WITHIN_THE_MAIL[0])) as proxy:
        sweep_over(world, lambda: imap_account.through(proxy.port, timeout=IMPATIENT))
        world.sweep()
        assert (world.states(), world.drafts()) == ([State.UNKNOWN], [])
        proxy.let_go()
        until(imap_account.drafts)
    ends_well(world, before)


@pytest.mark.faults(1)
def test_over_maildir_in_place_and_the_disk_fails(
    tmp_path: Path, owing: Callable[[Account], World], monkeypatch: pytest.MonkeyPatch
) -> None:
    world = owing(MaildirAccount(tmp_path / "mail"))
    before, sound, failed = world.account.snapshot(), os.fsync, list[int]()

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) and world.account.drafts():
            failed.append(descriptor)
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sound(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    sweep_over(world, world.account.mailbox)
    monkeypatch.setattr(os, "fsync", sound)
    assert failed
    assert world.states() == [State.UNKNOWN]
    ends_well(world, before)
