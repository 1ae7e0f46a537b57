"""Rows 8 and 25 with a ledger on a PostgreSQL server: it restarts, dies in the middle, and serves two Ajars at once."""

import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from service import database as databases
from service.database import Database
from service.errors import LedgerError
from service.ledger import Ledger
from service.pipeline import Classify
from service.records import State
from service.tables import mailboxes
from tests.account import Account
from tests.letters import header
from tests.maildir_account import MaildirAccount
from tests.main_job import DELAY, REJECTION, SETTLE, START, Clock, World, id_of, mail
from tests.servers import postgresql
from tests.servers.ports import free_port
from tests.servers.postgresql import Postgresql
from tests.test_daemon import MAILDIR
from tests.test_fault_machine import from_company
from tests.test_fault_two import Interrupting
from tests.test_memory import MemoryAccount
from tests.troubled import Troubled
from tests.workplace import Workplace

pytestmark = pytest.mark.skipif(
    not postgresql.is_installed(), reason="PostgreSQL or its driver is not installed on this machine"
)
MANY = 5


@pytest.fixture(scope="module")
def server() -> Iterator[Postgresql]:
    """A server of its own, for it is stopped and started."""
    with tempfile.TemporaryDirectory(prefix="postgresql-") as room, Postgresql(Path(room)) as running:
        yield running


@pytest.fixture
def living(server: Postgresql, classify: Classify) -> Iterator[Callable[[Account], World]]:
    """Make the world of an account whose ledger is on the server."""
    worlds: list[World] = []

    def world_of(account: Account) -> World:
        worlds.append(World(account, server.new_url(), classify))
        return worlds[-1]

    yield world_of
    for world in worlds:
        world.database.close()


def drafted(world: World, before: object) -> None:
    """Sweep until all is settled: one draft, nothing else changed."""
    for _ in range(3):
        world.sweep()
        world.clock.forward(SETTLE)
    assert len(world.account.drafts()) == 1
    assert world.states() == [State.DRAFTED]
    assert world.account.snapshot() == before


def test_the_program_keeps_its_ledger_where_the_configuration_says(workplace: Workplace, server: Postgresql) -> None:
    account = MaildirAccount(workplace.folder / "mail")
    (workplace.config / "ajar.toml").write_text(f'[service]\nledger = "{server.new_url()}"\n')
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="0s"))
    account.deliver(mail(REJECTION), datetime.now(UTC))
    for _ in range(2):
        done = workplace.ajar("once")
        assert done.returncode == 0, done.stderr
    assert len(account.drafts()) == 1
    assert [row["state"] for row in workplace.json("history")] == ["drafted"]
    assert list(workplace.state.glob("ledger*")) == []


@pytest.mark.faults(25)
def test_a_server_that_was_started_anew_between_two_sweeps_is_no_trouble(
    living: Callable[[Account], World], any_account: Account, server: Postgresql
) -> None:
    world = living(any_account)
    world.deliver(mail(REJECTION))
    before = world.account.snapshot()
    world.sweep()
    server.stop()
    server.start()
    world.clock.forward(DELAY)
    drafted(world, before)


@pytest.mark.faults(25)
@pytest.mark.parametrize("step", range(1, 7))  # before and after fetching, looking and saving
def test_a_server_that_dies_in_the_middle_of_a_sweep_makes_no_second_draft(
    living: Callable[[Account], World], server: Postgresql, step: int
) -> None:
    world = living(MemoryAccount())
    world.deliver(mail(REJECTION))
    before = world.account.snapshot()
    world.sweep()
    world.clock.forward(DELAY)
    dying = Interrupting(step, lambda: server.stop(signal.SIGQUIT))
    world.open = lambda: Troubled(world.account.mailbox(), dying)
    with pytest.raises(LedgerError) as failure:
        world.sweep()
    assert "server" in failure.value.remedy
    server.start()
    world.open = None
    drafted(world, before)


@pytest.mark.faults(8)
def test_two_ajars_that_share_a_ledger_and_work_at_the_same_moment_leave_one_draft_each(
    server: Postgresql, classify: Classify
) -> None:
    account, url = MemoryAccount(), server.new_url()
    clock = Clock()
    for number in range(MANY):
        account.deliver(from_company(number, REJECTION), START)
    at_once(lambda: one_life(account, url, classify, clock), 3)
    clock.forward(DELAY)
    at_once(lambda: one_life(account, url, classify, clock), 3)
    answered = sorted(header(raw, b"In-Reply-To") for raw in account.drafts().values())
    assert answered == [id_of(number).encode() for number in range(MANY)]


def one_life(account: Account, url: str, classify: Classify, clock: Clock) -> None:
    """Start, make the ledger if there is none yet, sweep once, and end."""
    world = World(account, url, classify, clock)
    with closing(world.database):
        world.sweep()


def at_once(work: Callable[[], None], many: int) -> None:
    """Do the same several times at the same moment; each has to come to its end."""
    together, raised = threading.Barrier(many), list[BaseException]()

    def begin() -> None:
        together.wait()
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - a thread's exception must reach the test
            raised.append(error)

    threads = [threading.Thread(target=begin) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []


def test_who_reads_sees_one_moment(server: Postgresql) -> None:
    with closing(Database(server.new_url())) as database:
        ledger = Ledger(database)
        with database.reading() as connection:
            before = connection.execute(select(mailboxes)).all()
            ledger.register("jane", START)
            assert connection.execute(select(mailboxes)).all() == before
        assert [each.name for each in ledger.mailboxes()] == ["jane"]


def test_who_has_to_wait_too_long_for_its_turn_to_write_is_told_that_another_one_holds_it(
    server: Postgresql, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.new_url()
    with closing(Database(url)) as other, other.writing():
        monkeypatch.setattr(databases, "BUSY_SECONDS", 0.1)
        with pytest.raises(LedgerError) as failure, closing(Database(url)) as database:
            Ledger(database).register("jane", START)
    assert "Another program holds it" in failure.value.remedy


@pytest.mark.faults(33)
def test_an_error_quotes_neither_what_was_to_be_written_nor_the_password(server: Postgresql) -> None:
    with closing(Database(server.new_url())) as database:
        Ledger(database).register("jane-quincunx", START)
        with pytest.raises(LedgerError, match="unique") as twice, database.writing() as connection:
            connection.execute(insert(mailboxes).values(name="jane-quincunx", first_seen_at=START))
    assert "quincunx" not in f"{twice.value} {twice.value.remedy}"
    with pytest.raises(LedgerError) as nobody:
        Database(f"postgresql+psycopg://ajar:quincunx@127.0.0.1:{free_port()}/postgres")
    assert "server" in nobody.value.remedy
    assert "quincunx" not in f"{nobody.value!r} {nobody.value} {nobody.value.remedy}"
    assert "\n" not in str(nobody.value)
