"""What several test files need: the classifier, fitted once for all of them."""

import fcntl
import itertools
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.assembly import Places
from service.fitted import take_over
from service.pipeline import Classify
from tests.account import Account
from tests.faults import FaultTable
from tests.maildir_account import MaildirAccount
from tests.servers import chosen, dovecot, postgresql, pymap
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.warm import Warm
from tests.workplace import Workplace

if TYPE_CHECKING:
    from tests.main_job import World

for module in (
    "contract",
    "contract_conversation",
    "contract_drafts",
    "contract_fetch",
    "contract_filed",
    "contract_search",
    "later_job",
    "letters",
    "main_job",
    "reunion",
    "story",
):
    pytest.register_assert_rewrite(f"tests.{module}")

_users = itertools.count()
# A shell that runs the tests in the background has SIGINT ignored, and every process that a test starts inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    """Keep the table of faults."""
    config.pluginmanager.register(FaultTable())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which servers stood behind the tests: a run over the substitute must not pass for one over the real thing."""
    terminalreporter.section("servers")
    terminalreporter.line(f"IMAP: {chosen.imap_server()}")
    terminalreporter.line("Gmail: our own server, and the emulator myworld")
    terminalreporter.line("Maildir: real files")
    terminalreporter.line(f"ledger: {chosen.databases()}")


@pytest.fixture(scope="session")
def imap_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dovecot.Dovecot | pymap.Pymap]:
    """An IMAP server with room for many users: Dovecot, or pymap where that is not installed."""
    if dovecot.is_installed():
        with dovecot.Dovecot.anywhere() as server:
            yield server
    else:
        with pymap.Pymap(tmp_path_factory.mktemp("pymap")) as substitute:
            yield substitute


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Postgresql]:
    """A database server with room for many ledgers."""
    with (
        tempfile.TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as room,
        postgresql.Postgresql(Path(room)) as server,
    ):
        yield server


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger goes: a test that asks for it is run over each kind of database."""
    if request.param == "SQLite":
        return f"sqlite:///{tmp_path / 'ledger.sqlite3'}"
    if not postgresql.is_installed():
        pytest.skip("PostgreSQL or its driver is not installed on this machine")
    server: postgresql.Postgresql = request.getfixturevalue("postgresql_server")
    return server.new_url()


@pytest.fixture
def imap_account(imap_server: dovecot.Dovecot | pymap.Pymap) -> Iterator[ImapAccount]:
    """An empty account on it: one of its own on Dovecot; pymap has a single one for all."""
    if isinstance(imap_server, dovecot.Dovecot):
        server, user = imap_server, f"user{next(_users)}"
        account = ImapAccount(server.port, user, dovecot.PASSWORD, tls_port=server.tls_port, ca_file=server.ca_file)
    else:
        account = ImapAccount(imap_server.port, pymap.USER, pymap.PASSWORD)
    try:
        account.empty()
        yield account
    finally:
        account.leave()


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The fitted model's folder, shared by the workers of one run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "model"
    folder.mkdir(exist_ok=True)
    take_over(Places.find(None, None).state.path, folder)  # `make demo` fitted it already
    return folder


@pytest.fixture(scope="session")
def classify(model_folder: Path) -> Classify:
    """The real classifier."""
    from classifier.model import load_or_fit  # noqa: PLC0415 - takes seconds, and few tests need it

    with (model_folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return load_or_fit(model_folder).classify_many


@pytest.fixture(params=["Maildir", "Gmail", "IMAP"])
def any_account(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Account]:
    """An empty account: a test that asks for it is run over each kind."""
    if request.param == "Gmail":
        with GmailServer().running() as server:
            yield GmailAccount(server, tmp_path)
    elif request.param == "Maildir":
        yield MaildirAccount(tmp_path / "mail")
    else:
        yield request.getfixturevalue("imap_account")


@pytest.fixture
def any_world(any_account: Account, tmp_path: Path, classify: Classify) -> "Iterator[World]":
    """Ajar over each kind of account."""
    from tests.main_job import World  # noqa: PLC0415 - once its assertions can be rewritten

    world = World(any_account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    yield world
    world.database.close()


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """What runs commands of Ajar."""
    with Warm() as running:
        yield running


@pytest.fixture
def workplace(tmp_path: Path, model_folder: Path, classify: Classify, warm: Warm) -> Workplace:  # noqa: ARG001 - fits
    """A user's configuration and state, and the program as a process, with the model fitted beforehand."""
    return Workplace(tmp_path / "home", model_folder, warm)
