"""Rows 8, 24 and 34 with the real daemon: two of them on one mailbox, one that sleeps, a neighbour in trouble."""

import itertools
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.database import Database
from service.ledger import Ledger
from service.records import OwedReply
from tests.account import Account
from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, REJECTION, mail
from tests.servers import dovecot
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.servers.proxy import Plan, Proxy
from tests.warm import Warm
from tests.workplace import PATIENCE, Workplace, until

SCHEDULE = """
[schedule]
poll_every = "1s"
delay = "{delay}"
settle = "1s"
"""
MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
"""
IMAP = """
[mailbox]
provider = "imap"
address = "jane@example.org"
name = "Jane Doe"
host = "127.0.0.1"
port = {port}
tls = "none"
username = "{user}"
password_env = "IMAP_PASSWORD"
"""
GMAIL = """
[mailbox]
provider = "gmail"
address = "jane@example.org"
name = "Jane Doe"
client_secret_file = "{client}"
token_file = "{token}"
api_endpoint = "{url}"
"""
_users = itertools.count()
needs_dovecot = pytest.mark.skipif(not dovecot.is_installed(), reason="Dovecot is not installed on this machine")


@pytest.fixture
def accounts(imap_server: Dovecot) -> Iterator[list[ImapAccount]]:
    """Three accounts on Dovecot."""
    opened = [ImapAccount(imap_server.port, f"neighbour{next(_users)}", PASSWORD) for _ in range(3)]
    yield opened
    for account in opened:
        account.leave()


def watch(workplace: Workplace, name: str, account: Account, *, port: int = 0, delay: str = "1s") -> None:
    """Let a workplace watch an account, perhaps through a proxy."""
    workplace.environment["IMAP_PASSWORD"] = PASSWORD
    workplace.mailbox(name, table_of(account, port) + SCHEDULE.format(delay=delay))


def table_of(account: Account, port: int) -> str:
    if isinstance(account, ImapAccount):
        return IMAP.format(port=port or account.port, user=account.user)
    if isinstance(account, GmailAccount):
        client = account.write_client()
        return GMAIL.format(client=client, token=account.token_file, url=account.server.url)
    assert isinstance(account, MaildirAccount)
    return MAILDIR.format(path=account.root)


def is_rejected(account: Account, ago: timedelta = timedelta(0)) -> None:
    account.deliver(mail(REJECTION), datetime.now(UTC) - ago)


def time_to_read(workplace: Workplace, account: Account) -> timedelta:
    """Return a time in which the daemon surely reads a mail, on this machine and as busy as it is now."""
    began = time.monotonic()
    account.deliver(mail(ACKNOWLEDGEMENT, 2, sender="Halden <jobs@halden.example>"), datetime.now(UTC))
    until(lambda: states(workplace))
    return timedelta(seconds=2 + 2 * (time.monotonic() - began))


@contextmanager
def ledger_of(workplace: Workplace) -> Iterator[Ledger]:
    """Look at what a daemon keeps, without a process of its own, which would take its time."""
    database = Database(f"sqlite:///{workplace.state / 'ledger.sqlite3'}")
    yield Ledger(database)
    database.close()


def owed(workplace: Workplace) -> list[OwedReply]:
    with ledger_of(workplace) as ledger:
        return ledger.open_replies()


def states(workplace: Workplace) -> list[str]:
    with ledger_of(workplace) as ledger:
        return [row.state for row in ledger.decisions()]


def last_success(workplace: Workplace) -> datetime | None:
    with ledger_of(workplace) as ledger:
        return ledger.mailboxes()[0].succeeded_at


def sweeps_again(workplace: Workplace, times: int = 2) -> None:
    """Wait until the daemon has swept so many times more."""
    for _ in range(times):
        last = last_success(workplace)
        until(lambda last=last: last_success(workplace) != last)  # type: ignore[misc]


@pytest.mark.faults(8)
def test_two_daemons_on_two_machines_leave_one_draft(
    workplace: Workplace, any_account: Account, tmp_path: Path, model_folder: Path, warm: Warm
) -> None:
    second = Workplace(tmp_path / "elsewhere", model_folder, warm)
    for place in (workplace, second):
        watch(place, "jane", any_account)
    with second.daemon(), workplace.daemon() as first:
        until(lambda: "watching" in workplace.log() and "watching" in second.log())
        first.send_signal(signal.SIGSTOP)  # whoever comes second: here it is made sure that somebody does
        is_rejected(any_account)
        until(any_account.drafts)
        first.send_signal(signal.SIGCONT)
        until(lambda: states(workplace) == ["drafted"])
    assert len(any_account.drafts()) == 1


@pytest.mark.faults(24)
def test_a_machine_that_sleeps_over_the_due_time_drafts_once_it_wakes(
    workplace: Workplace, any_account: Account
) -> None:
    watch(workplace, "jane", any_account, delay="1h")
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log())
        is_rejected(any_account, ago=timedelta(hours=1) - time_to_read(workplace, any_account))
        before = any_account.snapshot()
        until(lambda: owed(workplace))
        (reply,) = owed(workplace)
        daemon.send_signal(signal.SIGSTOP)
        time.sleep(max(0, (reply.due_at - datetime.now(UTC)).total_seconds()) + 0.1)
        assert any_account.drafts() == {}
        daemon.send_signal(signal.SIGCONT)
        until(any_account.drafts)
        sweeps_again(workplace)
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(PATIENCE) == 0
    assert len(any_account.drafts()) == 1
    assert any_account.snapshot() == before


@pytest.mark.faults(34)
@needs_dovecot
@pytest.mark.parametrize(
    "plan",
    [Plan(silent=True), Plan(cut_answer_at=b"CAPABILITY"), Plan(drip=1.0), Plan(cut_request_after=(b"APPEND", 30))],
    ids=["silent", "cut at once", "a byte a second", "cut at each save"],
)
def test_one_mailbox_in_trouble_takes_nothing_from_the_others(
    workplace: Workplace, accounts: list[ImapAccount], plan: Plan
) -> None:
    with ExitStack() as stack:
        proxy = stack.enter_context(Proxy(accounts[0].port, plan))
        for name, account in zip(("broken", "one", "two"), accounts, strict=True):
            watch(workplace, name, account, port=proxy.port if name == "broken" else 0)
            is_rejected(account)
        daemon = stack.enter_context(workplace.daemon())
        until(lambda: all(account.drafts() for account in accounts[1:]))
        until(proxy.tripped.is_set)
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(PATIENCE) == 0
    assert [len(account.drafts()) for account in accounts] == [0, 1, 1]
