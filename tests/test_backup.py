"""The ledger's backup as the README tells it: taken while the daemon works, put back, and of an older Ajar's."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, insert, inspect, select

from replies.decision import Draft
from service.database import Database
from service.ledger import Ledger
from service.migrations import REVISIONS
from service.records import State
from service.tables import metadata
from tests.maildir_account import MaildirAccount
from tests.test_daemon import configure, deliver, pending
from tests.workplace import Workplace, until

GUIDE = Path(__file__).parent.parent / "deploy" / "README.md"
FIRST = Path(__file__).parent / "ledgers" / "0001.sql"


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    return MaildirAccount(tmp_path / "mail")


def told(beginning: str, workplace: Workplace, backups: Path) -> str:
    """A command of the guide, found by its first words, for this workplace and this folder of backups."""
    lines = [line.strip() for line in GUIDE.read_text(encoding="utf-8").splitlines()]
    (command,) = [line for line in lines if line.startswith(beginning)]
    command = command.replace("~/.local/state/ajar", str(workplace.state))
    return command.replace("/backup/", f"{backups}/")


def shell(*commands: str) -> None:
    subprocess.run(["/bin/sh", "-ec", "\n".join(commands)], check=True, timeout=60)


def back_up(workplace: Workplace, backups: Path) -> None:
    """Copy the ledger as the guide says; without SQLite's program, as that does it."""
    if shutil.which("sqlite3"):
        shell(told("sqlite3 ", workplace, backups))
        return
    with (
        closing(sqlite3.connect(workplace.state / "ledger.sqlite3")) as running,
        closing(sqlite3.connect(backups / "ajar.sqlite3")) as copy,
    ):
        running.backup(copy)


def restore(workplace: Workplace, backups: Path) -> None:
    """Put a backup in the ledger's place as the guide says."""
    shell(told("cd ", workplace, backups), told("install -m 600 ", workplace, backups))


@pytest.mark.faults(25)
def test_a_backup_that_is_taken_while_the_daemon_works_is_whole_and_never_doubles_a_draft_when_it_is_put_back(
    workplace: Workplace, account: MaildirAccount, tmp_path: Path
) -> None:
    configure(workplace, account, delay="3s")
    backups = tmp_path / "backups"
    backups.mkdir()
    with workplace.daemon():
        until(lambda: "watching" in workplace.log())
        deliver(account, 1)
        until(lambda: pending(workplace.state / "ledger.sqlite3"))
        back_up(workplace, backups)
        deliver(account, 2)
        until(lambda: len(account.drafts()) == 2)
    assert pending(backups / "ajar.sqlite3") == 1
    with closing(sqlite3.connect(backups / "ajar.sqlite3")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    restore(workplace, backups)
    with workplace.daemon():
        until(lambda: [row["state"] for row in workplace.json("history")] == ["drafted", "drafted"])
    assert len(account.drafts()) == 2


@pytest.fixture
def oldest(ledger_url: str, tmp_path: Path) -> str:
    """The URL of a ledger as the first version wrote it, with facts in it; on each kind of database."""
    first = tmp_path / "ledger.sqlite3"  # which is where `ledger_url` wants it on SQLite
    with closing(sqlite3.connect(first)) as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    if ledger_url.startswith("postgresql"):
        step_to(ledger_url, REVISIONS[0])
        carry_over(f"sqlite:///{first}", ledger_url)
    return ledger_url


def step_to(url: str, revision: str) -> None:
    """Bring a ledger to a revision that is not the newest."""
    from alembic import command  # noqa: PLC0415 - for these tests alone
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "service" / "migrations"))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def carry_over(source: str, target: str) -> None:
    """Copy all rows into the tables of the same name."""
    here, there, tables = create_engine(source), create_engine(target), MetaData()
    tables.reflect(there)
    with here.connect() as reading, there.begin() as writing:
        for table in tables.sorted_tables:
            if table.name != "alembic_version" and (rows := reading.execute(select(table)).mappings().all()):
                writing.execute(insert(table), [dict(row) for row in rows])
    here.dispose()
    there.dispose()


def test_the_first_versions_ledger_becomes_exactly_the_newest_one(oldest: str) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - for this test alone
    from alembic.migration import MigrationContext  # noqa: PLC0415

    Database(oldest).close()
    engine = create_engine(oldest)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == REVISIONS[-1]
        assert compare_metadata(context, metadata) == []
        assert inspect(connection).get_unique_constraints("mails")
    engine.dispose()


def test_the_first_versions_facts_are_all_there_and_all_usable(oldest: str) -> None:
    now = datetime(2026, 11, 20, 13, tzinfo=UTC)
    database = Database(oldest)
    ledger = Ledger(database)
    assert ledger.register("jane", now).cursor == "cursor 1"
    assert ledger.known("jane", ["key 1", "key 2", "key 3"]) == {"key 1", "key 2"}
    (due,) = ledger.due("jane", now, timedelta(minutes=10))
    assert (due.company, due.to, due.label) == ("Acme", "maya@acme.example", "rejection")
    assert [failure.tries for failure in ledger.failures("jane")] == [1]
    assert [person.address.email for person in ledger.history("jane", now).people] == []
    assert ledger.claim(due, now)
    ledger.mark_drafted(due.id, "Drafts/1/7", now, Draft(b"", "<draft@example.org>", "interested-warm-1"))
    (watched,) = ledger.drafts.to_watch("jane", now + timedelta(days=1), 3)
    ledger.drafts.sent(watched.reply_id, now, now)
    assert ledger.due("jane", now + timedelta(days=1), timedelta(0)) == []
    assert {owed.state for owed in ledger.open_replies()} == {State.UNSURE}
    assert ledger.counts.mails() == {("jane", "rejection"): 1, ("jane", "other"): 1}
    assert ledger.counts.replies() == {("jane", "drafted"): 1, ("jane", "unsure"): 1}
    assert ledger.forgetting.expire("jane", now + timedelta(days=900)) >= 1
    database.close()


@pytest.mark.parametrize("stopped_at", REVISIONS[1:-1])
def test_an_upgrade_that_was_cut_short_after_any_step_goes_on_from_there(oldest: str, stopped_at: str) -> None:
    step_to(oldest, stopped_at)
    database = Database(oldest)
    assert Ledger(database).known("jane", ["key 1", "key 2"]) == {"key 1", "key 2"}
    database.close()
