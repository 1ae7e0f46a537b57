"""Row 5: the process dies at each of its steps in turn; resumed and run again, there is one draft for each rejection.

It dies by SIGKILL before and after every statement and commit of the ledger (its making too), every exchange with the
server and every change of a file. What counts is what lies on the server then.
"""

import itertools
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from pydantic import BaseModel

from service.database import Database
from service.ledger import Ledger
from service.pipeline import Classify
from service.records import State
from tests.account import Account
from tests.letters import header
from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, DELAY, REJECTION, SETTLE, START, id_of, mail
from tests.mortal import Errand, Mortals
from tests.servers import dovecot, postgresql
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount, settings
from tests.servers.postgresql import Postgresql
from tests.workplace import until

SLICES = 24  # of two loops the first one is always run, the others with `make slow` and `make faults`
first_slice_always = pytest.mark.parametrize(
    "begin", [pytest.param(n, marks=pytest.mark.slow if n > 1 else ()) for n in range(1, SLICES + 1)]
)
every_slice = pytest.mark.parametrize("begin", [pytest.param(n, marks=pytest.mark.slow) for n in range(1, SLICES + 1)])
pytestmark = pytest.mark.faults(5)
_users = itertools.count()


@dataclass(frozen=True)
class Subject:
    """One mailbox that lives through one death.

    Attributes:
        quiet: Whether the server is done with what the dead had asked of it.
        ledger: The URL of the ledger, where it is none of the state directory's.
    """

    account: Account
    table: BaseModel
    quiet: Callable[[], bool] = lambda: True
    leave: Callable[[], object] = lambda: None
    ledger: str = ""


@pytest.fixture(scope="module")
def mortals(model_folder: Path, classify: Classify) -> Iterator[Mortals]:  # noqa: ARG001 - fits the model
    with Mortals(model_folder) as running:
        yield running


def errand_of(subject: Subject, state: Path, *settled: int) -> Errand:
    """Return sweeps so many settle times after the draft is due."""
    moments = [START + DELAY + times * SETTLE for times in settled]
    return Errand(subject.table.model_dump(mode="json"), state, moments, ledger=subject.ledger)


def live_through(subject: Subject, mortals: Mortals, state: Path, die_at: int) -> bool:
    """Sweep until the death, resume, and run again; return whether there was a death."""
    deliver(subject.account)
    before = subject.account.snapshot()
    died = mortals.dies(errand_of(subject, state, 0), die_at)
    until(subject.quiet)
    assert mortals.sweep(errand_of(subject, state, 0, 1, 2))
    answered = [header(raw, b"In-Reply-To") for raw in subject.account.drafts().values()]
    assert (die_at, answered) == (die_at, [id_of(1).encode()])
    assert (die_at, states(subject, state)) == (die_at, [State.DRAFTED])
    assert subject.account.snapshot() == before, die_at
    subject.leave()
    return died


def deliver(account: Account) -> None:
    account.deliver(mail(REJECTION, 1), START)
    account.deliver(mail(ACKNOWLEDGEMENT, 2, sender="Brightloop <jobs@brightloop.example>"), START)


def states(subject: Subject, state: Path) -> list[str]:
    """Return the state of every reply in the ledger."""
    database = Database(subject.ledger or f"sqlite:///{state / 'ledger.sqlite3'}")
    rows = Ledger(database).decisions()
    database.close()
    return [row.state for row in rows if row.reply_id]


def die_in_turn(
    make: Callable[[Path], Subject], mortals: Mortals, folder: Path, begin: int, told: Callable[[str, object], None]
) -> None:
    """Die at every `SLICES`th step from `begin` on, until a sweep has no such step."""
    warm_up(make, mortals, folder / "0")
    for tries, die_at in enumerate(itertools.count(begin, SLICES)):
        room = folder / str(die_at)
        room.mkdir()
        if not live_through(make(room), mortals, room / "state", die_at):
            assert tries > 100 / SLICES, "the hook sees too little"
            told("tries", tries)
            return


def warm_up(make: Callable[[Path], Subject], mortals: Mortals, room: Path) -> None:
    """Let the forking process do once what its children will do."""
    room.mkdir()
    subject = make(room)
    deliver(subject.account)
    mortals.warm_up(errand_of(subject, room / "state", 0, 1, 2))
    subject.leave()


def maildir(folder: Path) -> Subject:
    account = MaildirAccount(folder / "mail")
    return Subject(account, account.settings())


@first_slice_always
def test_over_maildir(
    mortals: Mortals, tmp_path: Path, begin: int, record_property: Callable[[str, object], None]
) -> None:
    record_property("over", "Maildir")
    die_in_turn(maildir, mortals, tmp_path, begin, record_property)


def gmail(folder: Path, server: GmailServer) -> Subject:
    server.begin_anew()
    account = GmailAccount(server, folder)
    return Subject(account, account.settings(token_file=account.token_file), is_idle)


def is_idle() -> bool:
    """Whether the server is done with all that it was asked."""
    return not any("process_request" in thread.name for thread in threading.enumerate())


@every_slice
def test_over_gmail(
    mortals: Mortals, tmp_path: Path, begin: int, record_property: Callable[[str, object], None]
) -> None:
    record_property("over", "Gmail")
    with GmailServer().running() as server:
        die_in_turn(partial(gmail, server=server), mortals, tmp_path, begin, record_property)


def imap(folder: Path, server: Dovecot) -> Subject:
    user = f"mortal{next(_users)}"
    secret = folder / "secret"
    secret.write_text(PASSWORD)
    secret.chmod(0o600)
    account = ImapAccount(server.port, user, PASSWORD)
    table = settings(server.port, user, password_env=None, password_file=secret)
    return Subject(account, table, lambda: server.sessions(user) == 1, account.leave)


@first_slice_always
@pytest.mark.skipif(not dovecot.is_installed(), reason="Dovecot is not installed on this machine")
def test_over_dovecot(
    mortals: Mortals,
    imap_server: Dovecot,
    tmp_path: Path,
    begin: int,
    record_property: Callable[[str, object], None],
) -> None:
    record_property("over", "IMAP")
    die_in_turn(partial(imap, server=imap_server), mortals, tmp_path, begin, record_property)


@pytest.fixture(scope="module")
def database_server() -> Iterator[Postgresql]:
    with tempfile.TemporaryDirectory(prefix="postgresql-") as room, Postgresql(Path(room)) as running:
        yield running


def on_a_server(folder: Path, server: Postgresql) -> Subject:
    account = MaildirAccount(folder / "mail")
    return Subject(account, account.settings(), lambda: server.sessions() == 0, ledger=server.new_url())


@every_slice
@pytest.mark.skipif(not postgresql.is_installed(), reason="PostgreSQL or its driver is not installed on this machine")
def test_with_a_ledger_on_a_server(
    mortals: Mortals,
    database_server: Postgresql,
    tmp_path: Path,
    begin: int,
    record_property: Callable[[str, object], None],
) -> None:
    record_property("over", "PostgreSQL")
    die_in_turn(partial(on_a_server, server=database_server), mortals, tmp_path, begin, record_property)
