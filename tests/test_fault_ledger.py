"""Rows 24 and 25: a ledger that is full, locked, torn, old or lost, and a clock that jumps; over each provider.

Whatever the ledger forgets, the mailbox knows: the look before saving holds.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from service import database
from service.database import Database
from service.errors import LedgerError
from service.ledger import Ledger
from service.mailbox import Place
from service.pipeline import Classify
from service.records import State
from tests.account import Account
from tests.main_job import DELAY, REJECTION, SETTLE, World, mail
from tests.servers.small_disk import SmallDisk, small_disk
from tests.test_fault_two import Interrupting
from tests.test_memory import MemoryAccount
from tests.troubled import Troubled

YEAR = timedelta(days=365)


def file_of(world: World) -> Path:
    return Path(world.url.removeprefix("sqlite:///"))


def reopened(world: World, meanwhile: Callable[[], object] = lambda: None) -> None:
    """Close the ledger, do something to its file, and open it again."""
    world.database.close()
    meanwhile()
    world.database = Database(world.url)
    world.ledger = Ledger(world.database)


def swept_anew(world: World, meanwhile: Callable[[], object] = lambda: None) -> None:
    reopened(world, meanwhile)
    world.sweep()


def drafted(world: World) -> None:
    """Sweep now, and after the delay again: there is one draft, and nothing is owed."""
    for later in (timedelta(0), DELAY, DELAY):
        world.clock.forward(later)
        world.sweep()
    assert len(world.account.drafts()) == 1
    assert world.ledger.open_replies() == []


def sends(world: World, place: Place) -> None:
    """Send the draft, or delete it, as the user's mail program does."""
    ((handle, raw),) = world.account.drafts().items()
    world.account.put(place, raw)
    world.account.erase(handle)


@pytest.mark.faults(25)
@pytest.mark.parametrize("recorded", [False, True], ids=["from before the mail", "with the reply pending"])
def test_a_ledger_from_an_old_backup_makes_no_second_draft(any_world: World, recorded: bool) -> None:  # noqa: FBT001 - a parameter of the test
    file = file_of(any_world)
    any_world.sweep()
    any_world.deliver(mail(REJECTION))
    if recorded:
        any_world.sweep()
    reopened(any_world, lambda: shutil.copy(file, file.with_suffix(".backup")))
    drafted(any_world)
    reopened(any_world, lambda: shutil.copy(file.with_suffix(".backup"), file))
    drafted(any_world)


@pytest.mark.faults(22, 25)
@pytest.mark.parametrize("place", [Place.SENT, Place.TRASH])
def test_a_draft_that_was_sent_or_deleted_does_not_come_again_even_with_an_old_ledger(
    any_world: World, place: Place
) -> None:
    file = file_of(any_world)
    any_world.deliver(mail(REJECTION))
    any_world.sweep()
    reopened(any_world, lambda: shutil.copy(file, file.with_suffix(".backup")))
    drafted(any_world)
    sends(any_world, place)
    any_world.sweep()
    reopened(any_world, lambda: shutil.copy(file.with_suffix(".backup"), file))
    any_world.sweep()
    assert (any_world.drafts(), any_world.ledger.open_replies()) == ([], [])


@pytest.mark.faults(25)
def test_a_lost_ledger_begins_anew_and_makes_no_second_draft(any_world: World) -> None:
    any_world.deliver(mail(REJECTION))
    drafted(any_world)
    reopened(any_world, file_of(any_world).unlink)
    drafted(any_world)


@pytest.mark.faults(25)
def test_a_torn_ledger_stops_ajar_and_its_backup_lets_it_go_on(any_world: World) -> None:
    file = file_of(any_world)
    any_world.deliver(mail(REJECTION))
    any_world.sweep()
    any_world.database.close()
    whole = file.read_bytes()
    for torn in (whole[: len(whole) // 2], b"\xff" * 512 + whole[512:]):
        file.write_bytes(torn)
        with pytest.raises(LedgerError) as failure:
            swept_anew(any_world)
        assert "backup" in failure.value.remedy
    assert any_world.drafts() == []
    reopened(any_world, lambda: file.write_bytes(whole))
    drafted(any_world)


@pytest.mark.faults(25)
def test_a_ledger_that_somebody_holds_is_tried_again_later(any_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    any_world.deliver(mail(REJECTION))
    any_world.sweep()
    any_world.clock.forward(DELAY)
    reopened(any_world)
    with closing(sqlite3.connect(file_of(any_world), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="locked"):
            any_world.sweep()
        assert any_world.drafts() == []
    drafted(any_world)


@pytest.mark.faults(25)
def test_who_only_looks_waits_for_nobody_who_writes(any_world: World) -> None:
    any_world.deliver(mail(REJECTION))
    any_world.sweep()
    with any_world.database.writing(), closing(Database(any_world.url)) as looking:
        assert len(Ledger(looking).open_replies()) == 1


@pytest.mark.faults(25)
def test_a_full_disk_loses_nothing_and_doubles_nothing(any_world: World) -> None:
    any_world.deliver(mail(REJECTION))

    def full(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")  # then it says what it says on a full disk

    event.listen(Engine, "connect", full)
    try:
        reopened(any_world)
        fill(any_world)
        with pytest.raises(LedgerError, match="full") as failure:
            any_world.sweep()
    finally:
        event.remove(Engine, "connect", full)
    assert "space" in failure.value.remedy
    reopened(any_world)
    drafted(any_world)


def fill(world: World) -> None:
    """Use up what room the ledger's pages have."""
    for number in range(2000):
        try:
            world.ledger.register(f"{number:0200}", world.clock())
        except LedgerError:
            return
    pytest.fail("it takes more than is there")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.mark.faults(25)
def test_a_disk_that_is_really_full_is_told_of_and_nothing_is_lost_or_doubled(
    any_account: Account, classify: Classify, disk: SmallDisk
) -> None:
    with closing_world(any_account, disk, classify) as world:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        with pytest.raises(LedgerError) as failure:
            swept_anew(world, disk.fill)
        assert "space" in failure.value.remedy
        assert world.drafts() == []
        reopened(world, disk.empty)
        drafted(world)


@pytest.mark.faults(25)
@pytest.mark.parametrize("step", range(1, 7))  # before and after fetching, looking and saving
def test_a_disk_that_fills_up_in_the_middle_of_a_sweep_makes_no_second_draft(
    disk: SmallDisk, classify: Classify, step: int
) -> None:
    with closing_world(MemoryAccount(), disk, classify) as world:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        filling = Interrupting(step, disk.fill)
        world.open = lambda: Troubled(world.account.mailbox(), filling)
        with suppress(LedgerError):  # what SQLite's log has room for already goes well
            world.sweep()
        assert filling.left <= 0
        disk.empty()
        world.open = None
        world.clock.forward(SETTLE)
        drafted(world)


@contextmanager
def closing_world(account: Account, disk: SmallDisk, classify: Classify) -> Iterator[World]:
    """Ajar with its ledger on that disk."""
    world = World(account, f"sqlite:///{disk.folder / 'ledger.sqlite3'}", classify)
    yield world
    world.database.close()


@pytest.mark.faults(24)
@pytest.mark.parametrize("jump", [-YEAR, -timedelta(days=2), timedelta(hours=1)])
def test_a_clock_that_jumps_and_is_put_right_makes_one_draft(any_world: World, jump: timedelta) -> None:
    any_world.deliver(mail(REJECTION))
    any_world.sweep()
    any_world.clock.forward(jump)
    any_world.sweep()
    assert any_world.drafts() == []
    any_world.clock.forward(-jump)
    drafted(any_world)


@pytest.mark.faults(24)
def test_a_clock_that_is_a_day_ahead_makes_its_draft_early_and_once(any_world: World) -> None:
    any_world.deliver(mail(REJECTION))
    any_world.sweep()
    any_world.clock.forward(DELAY)
    any_world.sweep()
    any_world.clock.forward(-DELAY)
    drafted(any_world)
    assert any_world.states() == [State.DRAFTED]
