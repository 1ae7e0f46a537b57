"""The jobs where the world is not as it should be: a mailbox that cannot be seen whole, a clock that was wrong."""

import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from replies.decision import Policy
from service.account import Account, Tools
from service.daemon import Daemon
from service.deliver import PARKED_FOR
from service.errors import Unavailable
from service.jobs import sweep_within
from service.ledger import Ledger
from service.mailbox import BATCH_SIZE, Batch, Conversation, MessageRef, Place
from service.pipeline import Classify
from service.providers.memory import Folders, MemoryMailbox
from service.records import State
from tests.main_job import DELAY, REJECTION, SETTLE, World, breaking_on_poison, mail
from tests.test_memory import MemoryAccount
from tests.workplace import until


class HalfBlind(MemoryAccount):
    """An account of which, from `blind` on, one folder cannot be read: the one where the mail lies."""

    blind = False

    def mailbox(self) -> MemoryMailbox:
        return _HalfBlindMailbox(self._folders) if self.blind else super().mailbox()


class _HalfBlindMailbox(MemoryMailbox):
    def conversation(self, ref: MessageRef) -> Conversation:
        return replace(super().conversation(ref), mail=None, complete=False)


@pytest.fixture
def account() -> HalfBlind:
    return HalfBlind()


@pytest.fixture
def world(account: HalfBlind, tmp_path: Path, classify: Classify) -> Iterator[World]:
    world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    yield world
    world.database.close()


def next_due(ledger: Ledger) -> object:
    return ledger.next_due({"jane": SETTLE}).get("jane")


@pytest.mark.parametrize("unclear", [False, True])
def test_a_reply_whose_conversation_cannot_be_seen_whole_is_looked_at_again_after_a_while(
    world: World, account: HalfBlind, *, unclear: bool
) -> None:
    world.deliver(mail(REJECTION))
    world.sweep()
    (owed,) = world.ledger.open_replies()
    world.clock.forward(DELAY)
    if unclear:
        world.ledger.mark_unknown(owed.id, world.clock(), looked_at=world.clock() - SETTLE)
    account.blind = True
    world.sweep()
    assert (world.drafts(), next_due(world.ledger)) == ([], world.clock() + SETTLE)
    assert world.states() == [State.UNKNOWN if unclear else State.PENDING]
    account.blind = False
    world.clock.forward(SETTLE)
    world.sweep()
    assert len(world.drafts()) == 1


def test_a_mail_that_broke_the_reader_is_not_forgotten_while_its_folder_cannot_be_read(
    world: World, account: HalfBlind
) -> None:
    sound = world.classify
    world.classify = breaking_on_poison(sound)
    world.deliver(mail(REJECTION.replace("Hi Jane", "What poison! Hi Jane")))
    world.sweep()
    world.classify, account.blind = sound, True
    world.sweep()
    account.blind = False
    world.sweep()
    world.clock.forward(DELAY + timedelta(seconds=1))
    world.sweep()
    assert len(world.drafts()) == 1


@pytest.fixture
def _own_signals() -> Iterator[None]:
    """A daemon takes the signals of the process that it runs in; give them back."""
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, listener in before.items():
        signal.signal(number, listener)


@pytest.mark.faults(24)
@pytest.mark.usefixtures("_own_signals")
def test_a_daemon_that_began_in_the_future_works_as_soon_as_the_clock_is_put_right(world: World) -> None:
    ahead, stop = [timedelta(days=1)], threading.Event()
    tools = Tools(world.ledger, world.classify, lambda: datetime.now(UTC) + ahead[0], lambda: False)
    hour = timedelta(hours=1)
    policy = Policy(address="jane@example.org", name="Jane Doe")
    jane = Account("jane", policy, hour, look_back=hour, settle=hour, open=world.account.mailbox)
    daemon = Daemon({"jane": jane}, dict, tools, stop)

    def put_right() -> None:
        ahead[0] = timedelta(0)
        try:
            until(lambda: any(state.succeeded_at for state in world.ledger.mailboxes()), patience=20)
        finally:
            stop.set()

    timer = threading.Timer(1, put_right)
    timer.start()
    daemon.run()
    timer.join()
    (state,) = world.ledger.mailboxes()
    assert state.succeeded_at is not None
    assert state.succeeded_at < datetime.now(UTC)


class _Slow(MemoryMailbox):
    """Takes its time over every batch."""

    def fetch(self, cursor: str | None, since: datetime) -> Batch:
        time.sleep(0.2)
        return super().fetch(cursor, since)


@pytest.mark.faults(24)
def test_a_sweep_that_its_deadline_cut_short_is_no_success_and_the_next_one_goes_on(world: World) -> None:
    folders = Folders()
    for number in range(BATCH_SIZE + 1):
        folders.add(Place.RECEIVED, mail("Hello\n", number), world.clock())
    account = Account("jane", world.policy, timedelta(minutes=5), timedelta(days=3), SETTLE, lambda: _Slow(folders))
    tools = Tools(world.ledger, world.classify, world.clock, lambda: False)
    with pytest.raises(Unavailable, match="more to do"):
        sweep_within(account, tools, timedelta(seconds=0.1))
    assert sweep_within(account, tools, timedelta(minutes=1)).recorded == 1


def test_a_broken_template_after_a_crash_parks_the_reply_and_mending_it_frees_it(world: World, tmp_path: Path) -> None:
    template = tmp_path / "own" / "en" / "thanks" / "interested-warm-1.txt.j2"
    template.parent.mkdir(parents=True)
    world.deliver(mail(REJECTION))
    world.sweep()
    world.clock.forward(DELAY)
    (owed,) = world.ledger.open_replies()
    world.ledger.claim(owed, world.clock())  # as a crash leaves it
    template.write_text("{{ no_such_variable }}")
    world.policy = replace(world.policy, templates=tmp_path / "own")
    world.sweep()
    assert world.states() == [State.UNKNOWN]
    world.clock.forward(SETTLE)
    world.sweep()
    assert (world.states(), world.drafts()) == ([State.PARKED], [])
    world.policy = replace(world.policy, templates=None)
    world.clock.forward(PARKED_FOR)
    world.sweep()
    assert (world.states(), len(world.drafts())) == ([State.DRAFTED], 1)
