"""Rows 8, 24 and 34 with the real daemon: two of them on one mailbox, one that sleeps, a neighbour in trouble."""

import itertools
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.database import Database
from service.ledger import Ledger
from tests.account import Account
from tests.maildir_account import MaildirAccount
from tests.main_job import REJECTION, mail
from tests.servers import dovecot
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.imap_account import ImapAccount
from tests.servers.proxy import Plan, Proxy
from tests.workplace import Workplace, until

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
    if isinstance(account, ImapAccount):
        table = IMAP.format(port=port or account.port, user=account.user)
    else:
        assert isinstance(account, MaildirAccount)
        table = MAILDIR.format(path=account.root)
    workplace.mailbox(name, table + SCHEDULE.format(delay=delay))


def is_rejected(account: Account) -> None:
    account.deliver(mail(REJECTION), datetime.now(UTC))


@pytest.mark.faults(8)
@needs_dovecot
def test_two_daemons_on_two_machines_leave_one_draft(
    workplace: Workplace, accounts: list[ImapAccount], tmp_path: Path, model_folder: Path
) -> None:
    account, second = accounts[0], Workplace(tmp_path / "elsewhere", model_folder)
    for place in (workplace, second):
        watch(place, "jane", account)
    with second.daemon(), workplace.daemon() as first:
        until(lambda: "watching" in workplace.log() and "watching" in second.log())
        first.send_signal(signal.SIGSTOP)  # whoever comes second: here it is made sure that somebody does
        is_rejected(account)
        until(account.drafts)
        first.send_signal(signal.SIGCONT)
        until(lambda: [row["state"] for row in workplace.json("history")] == ["drafted"])
    assert len(account.drafts()) == 1


@pytest.mark.faults(24)
@pytest.mark.parametrize("kind", ["Maildir", pytest.param("IMAP", marks=needs_dovecot)])
def test_a_machine_that_sleeps_over_the_due_time_drafts_once_it_wakes(
    workplace: Workplace, tmp_path: Path, accounts: list[ImapAccount], kind: str
) -> None:
    account: Account = accounts[0] if kind == "IMAP" else MaildirAccount(tmp_path / "mail")
    watch(workplace, "jane", account, delay="8s")
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log())
        is_rejected(account)
        before = account.snapshot()
        until(lambda: is_owed(workplace))
        daemon.send_signal(signal.SIGSTOP)
        time.sleep(9)
        assert account.drafts() == {}
        daemon.send_signal(signal.SIGCONT)
        until(account.drafts)
        time.sleep(3)  # some more sweeps
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(10) == 0
    assert len(account.drafts()) == 1
    assert account.snapshot() == before


def is_owed(workplace: Workplace) -> bool:
    """Whether the ledger owes a reply; looked at without a process of its own, which would take its time."""
    database = Database(f"sqlite:///{workplace.state / 'ledger.sqlite3'}")
    owed = Ledger(database).open_replies()
    database.close()
    return bool(owed)


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
        assert daemon.wait(10) == 0
    assert [len(account.drafts()) for account in accounts] == [0, 1, 1]
