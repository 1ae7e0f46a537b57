"""The daemon as a real process over real mailboxes: signals, locks, neighbours in trouble, being killed."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from service.jobs import SWEEP_DEADLINE
from service.notify import pulse
from tests.maildir_account import MaildirAccount
from tests.main_job import REJECTION, mail
from tests.workplace import PATIENCE, Workplace, until

MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[schedule]
poll_every = "1s"
delay = "{delay}"
settle = "1s"
"""
AWAY = """
[mailbox]
provider = "imap"
address = "away@example.org"
name = "Jane Doe"
host = "127.0.0.1"
port = {port}
tls = "none"
password_env = "AWAY_PASSWORD"
[schedule]
poll_every = "1s"
"""


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    return MaildirAccount(tmp_path / "mail")


def configure(workplace: Workplace, account: MaildirAccount, delay: str = "2s") -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay=delay))


def deliver(account: MaildirAccount, number: int = 1) -> None:
    """Let the rejection of another company arrive, from a person of its own."""
    name = ("Brightloop", "Halden", "Orchard", "Quillmark", "Fernhill", "Lumenworks", "Cobaltine", "Nordlight")[
        number - 1
    ]
    raw = (
        mail(REJECTION, number)
        .replace(b"Brightloop", name.encode())
        .replace(b"@brightloop.", f"@{name.lower()}.".encode())
    )
    account.deliver(raw, datetime.now(UTC))


def pending(ledger: Path) -> int:
    """Count what is owed, without a program that takes its time to start."""
    with closing(sqlite3.connect(ledger)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'replies'").fetchone()[0]
        counted = "SELECT count(*) FROM replies WHERE state = 'pending'"
        return int(connection.execute(counted).fetchone()[0]) if tables else 0


def has_drafts(workplace: Workplace, account: MaildirAccount, least: int) -> bool:
    return "watching" in workplace.log() and len(account.drafts()) >= least


def test_it_drafts_after_the_delay_and_ends_cleanly_at_sigterm(workplace: Workplace, account: MaildirAccount) -> None:
    configure(workplace, account)
    deliver(account)
    before = account.snapshot()
    with workplace.daemon() as daemon:
        until(account.drafts)
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(PATIENCE) == 0
    assert len(account.drafts()) == 1
    assert account.snapshot() == before
    assert [row["state"] for row in workplace.json("history")] == ["drafted"]


@pytest.mark.faults(8)
def test_a_second_daemon_on_the_same_state_refuses_to_start(workplace: Workplace, account: MaildirAccount) -> None:
    configure(workplace, account)
    with workplace.daemon():
        until(lambda: "watching" in workplace.log())
        second = workplace.ajar("run")
        assert second.returncode == 75
        assert "Another Ajar is at work" in second.stderr
        assert workplace.ajar("once").returncode == 75


def test_killed_at_any_moment_and_started_again_it_makes_exactly_one_draft_each(
    workplace: Workplace, account: MaildirAccount
) -> None:
    configure(workplace, account, delay="1s")
    for number in range(1, 9):
        deliver(account, number)
    for drafts_before in (0, 2, 5):
        with workplace.daemon() as daemon:
            until(partial(has_drafts, workplace, account, drafts_before))
            daemon.send_signal(signal.SIGKILL)
            daemon.wait()
    with workplace.daemon() as daemon:
        until(lambda: len(account.drafts()) == 8 and not pending(workplace.state / "ledger.sqlite3"))
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(PATIENCE) == 0
    answered = re.findall(rb"In-Reply-To: <(\d+)\.job@", b"".join(account.drafts().values()))
    assert sorted(answered) == [str(number).encode() for number in range(1, 9)]


@pytest.mark.faults(16, 34)
def test_a_server_that_accepts_and_says_nothing_slows_nobody_else_and_does_not_hold_up_the_end(
    workplace: Workplace, account: MaildirAccount
) -> None:
    configure(workplace, account)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        workplace.mailbox("away", AWAY.format(port=silent.getsockname()[1]))
        workplace.environment["AWAY_PASSWORD"] = "secret"
        with workplace.daemon() as daemon:
            until(lambda: "watching" in workplace.log())
            deliver(account)
            until(account.drafts)
            daemon.send_signal(signal.SIGTERM)
            assert daemon.wait(PATIENCE) == 0


def test_ctrl_c_ends_a_single_sweep_that_hangs(workplace: Workplace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(PATIENCE)
        workplace.mailbox("away", AWAY.format(port=silent.getsockname()[1]))
        workplace.environment["AWAY_PASSWORD"] = "secret"
        with workplace.daemon("once") as once, silent.accept()[0]:
            once.send_signal(signal.SIGINT)
            assert once.wait(PATIENCE) == 128 + signal.SIGINT
    assert "Traceback" not in workplace.log()


def test_sigterm_ends_it_cleanly_also_while_it_learns_to_read(workplace: Workplace, account: MaildirAccount) -> None:
    configure(workplace, account)
    for model in workplace.state.glob("model-*"):
        model.unlink()
    with workplace.daemon() as daemon:
        until((workplace.state / "ledger.sqlite3").exists)
        daemon.send_signal(signal.SIGHUP)
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(PATIENCE) == 0
    assert "watching" not in workplace.log()


def test_sighup_reads_the_configuration_again_and_a_wrong_one_leaves_the_old(
    workplace: Workplace, account: MaildirAccount
) -> None:
    configure(workplace, account, delay="1h")
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log())
        workplace.mailbox("wrong", "[mailbox]\nprovider = 'nonsense'\n")
        daemon.send_signal(signal.SIGHUP)
        until(lambda: "the old one stays" in workplace.log())
        (workplace.config / "mailboxes" / "wrong.toml").unlink()
        configure(workplace, account, delay="1s")
        daemon.send_signal(signal.SIGHUP)
        until(lambda: "configuration read again" in workplace.log())
        deliver(account)
        until(account.drafts)


def test_the_users_order_is_carried_out_without_waiting_for_the_next_poll(
    workplace: Workplace, account: MaildirAccount
) -> None:
    configure(workplace, account, delay="1h")
    text = (workplace.config / "mailboxes" / "jane.toml").read_text()
    deliver(account)
    workplace.mailbox("jane", text.replace('poll_every = "1s"', 'poll_every = "1h"'))
    workplace.environment["WATCHDOG_USEC"] = "500000"  # so that it looks round more often
    with workplace.daemon():
        until(lambda: "watching" in workplace.log() and pending(workplace.state / "ledger.sqlite3"))
        (owed,) = workplace.json("pending")
        assert workplace.ajar("pending", "now", str(owed["id"])).returncode == 0
        until(account.drafts)


@pytest.fixture
def manager(workplace: Workplace) -> Iterator[socket.socket]:
    """A service manager that listens, and whose watchdog waits for half a second."""
    path = workplace.folder / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(path))
        listening.settimeout(PATIENCE)
        workplace.environment |= {"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": "500000"}
        yield listening


def gaps_between_signs(manager: socket.socket, number: int) -> Iterator[float]:
    """Measure how long the watchdog has to wait for each of so many signs of life."""
    for _ in range(number):
        began = time.monotonic()
        assert manager.recv(100) == b"WATCHDOG=1"
        yield time.monotonic() - began


def test_it_tells_systemd_that_it_is_ready_and_lives_as_often_as_the_watchdog_wants_and_that_it_ends(
    workplace: Workplace, account: MaildirAccount, manager: socket.socket
) -> None:
    configure(workplace, account)
    with workplace.daemon() as daemon:
        assert manager.recv(100) == b"READY=1"
        # Far below the usual tick; the machine may be busy with other tests.
        assert sorted(gaps_between_signs(manager, 5))[2] < 0.5
        daemon.send_signal(signal.SIGHUP)
        until(lambda: manager.recv(100) == b"RELOADING=1")
        assert manager.recv(100) == b"READY=1"
        daemon.send_signal(signal.SIGTERM)
        until(lambda: manager.recv(100) == b"STOPPING=1")


def test_a_watchdog_that_is_meant_for_another_process_is_not_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "3000000")
    assert pulse(5) == 1.5
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    assert pulse(5) == 1.5
    assert pulse(1) == 1
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert pulse(5) == 5


CLOCK_FROM_A_FILE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from service import running
from service.cli import main

ahead = Path(sys.argv.pop(1))
running.now = lambda: datetime.now(UTC) + timedelta(seconds=float(ahead.read_text()))
main()
"""


@pytest.mark.faults(24)
def test_a_sweep_that_outlives_its_deadline_silences_the_sign_of_life_so_that_systemd_starts_it_anew(
    workplace: Workplace, manager: socket.socket, tmp_path: Path
) -> None:
    ahead = tmp_path / "seconds-ahead"
    ahead.write_text("0")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(PATIENCE)
        workplace.mailbox("away", AWAY.format(port=silent.getsockname()[1]))
        environment = workplace.environment | {"AWAY_PASSWORD": "secret"}
        command = [sys.executable, "-c", CLOCK_FROM_A_FILE, str(ahead), "run"]
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as daemon, silent.accept()[0]:
            try:
                until(lambda: manager.recv(100) == b"WATCHDOG=1")
                ahead.write_text(str((SWEEP_DEADLINE + timedelta(minutes=2)).total_seconds()))
                until(lambda: is_silent(manager), patience=10)
                assert daemon.poll() is None
            finally:
                daemon.kill()


def is_silent(manager: socket.socket) -> bool:
    """Whether three signs of life in a row are missed."""
    manager.settimeout(0.75)
    try:
        manager.recv(100)
    except TimeoutError:
        return True
    return False


@pytest.mark.faults(33)
def test_logs_and_state_hold_no_word_of_a_mail_and_no_secret(workplace: Workplace, account: MaildirAccount) -> None:
    configure(workplace, account)
    deliver(account)
    with workplace.daemon() as daemon:
        until(account.drafts)
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(PATIENCE)
    kept = workplace.log().encode() + b"".join(file.read_bytes() for file in workplace.state.glob("ledger*"))
    for words in (b"careful consideration", b"every success", b"Your application at"):
        assert words not in kept


def test_the_configured_health_is_asked_of_the_ledger(workplace: Workplace, account: MaildirAccount) -> None:
    configure(workplace, account)
    assert workplace.ajar("check", "--health").returncode == 75
    assert workplace.ajar("once").returncode == 0
    healthy = workplace.ajar("check", "--health")
    assert healthy.returncode == 0, healthy.stdout
    assert "last success" in healthy.stdout


def test_no_process_is_left_behind(workplace: Workplace, account: MaildirAccount) -> None:
    configure(workplace, account)
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log())
        daemon.send_signal(signal.SIGINT)
        assert daemon.wait(PATIENCE) == 0
    with workplace.daemon():
        until(lambda: workplace.log().count("watching") == 2)  # the lock is free again
