"""The ledger's backup as the README tells it: taken while the daemon works, put back, and of an older Ajar's."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from replies.decision import Draft
from service.database import Database
from service.ledger import Ledger
from service.migrations import REVISIONS
from service.records import State
from service.tables import metadata
from tests.maildir_account import MaildirAccount
from tests.test_daemon import configure, deliver
from tests.workplace import Workplace, until

FIRST = Path(__file__).parent / "ledgers" / "0001.sql"


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    return MaildirAccount(tmp_path / "mail")


def back_up(workplace: Workplace, to: Path) -> None:
    """Copy the ledger page by page through SQLite, as `sqlite3 ledger.sqlite3 ".backup FILE"` does."""
    with (
        closing(sqlite3.connect(workplace.state / "ledger.sqlite3")) as running,
        closing(sqlite3.connect(to)) as copy,
    ):
        running.backup(copy)


def pending(ledger: Path) -> int:
    """Count what is owed, without a program that takes its time to start."""
    with closing(sqlite3.connect(ledger)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'replies'").fetchone()[0]
        counted = "SELECT count(*) FROM replies WHERE state = 'pending'"
        return int(connection.execute(counted).fetchone()[0]) if tables else 0


def restore(workplace: Workplace, backup: Path) -> None:
    """Put a backup in the ledger's place; what SQLite kept beside the old one belongs to the old one."""
    for file in workplace.state.glob("ledger.sqlite3*"):
        file.unlink()
    (workplace.state / "ledger.sqlite3").write_bytes(backup.read_bytes())


@pytest.mark.faults(25)
def test_a_backup_that_is_taken_while_the_daemon_works_is_whole_and_never_doubles_a_draft_when_it_is_put_back(
    workplace: Workplace, account: MaildirAccount, tmp_path: Path
) -> None:
    configure(workplace, account, delay="3s")
    backup = tmp_path / "backup.sqlite3"
    with workplace.daemon():
        until(lambda: "watching" in workplace.log())
        deliver(account, 1)
        until(lambda: pending(workplace.state / "ledger.sqlite3"))
        back_up(workplace, backup)
        deliver(account, 2)
        until(lambda: len(account.drafts()) == 2)
    assert pending(backup) == 1
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    restore(workplace, backup)
    with workplace.daemon():
        until(lambda: [row["state"] for row in workplace.json("history")] == ["drafted", "drafted"])
    assert len(account.drafts()) == 2


@pytest.fixture
def oldest(tmp_path: Path) -> str:
    """The URL of a ledger as the first version wrote it, with facts in it."""
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3")) as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    return f"sqlite:///{tmp_path / 'ledger.sqlite3'}"


def test_the_first_versions_ledger_becomes_exactly_the_newest_one(oldest: str) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - for this test alone
    from alembic.migration import MigrationContext  # noqa: PLC0415

    Database(oldest).close()
    with create_engine(oldest).connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == REVISIONS[-1]
        assert compare_metadata(context, metadata) == []
        assert inspect(connection).get_unique_constraints("mails")


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
    from alembic import command  # noqa: PLC0415 - for this test alone
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "service" / "migrations"))
    engine = create_engine(oldest)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, stopped_at)
    engine.dispose()
    database = Database(oldest)
    assert Ledger(database).known("jane", ["key 1", "key 2"]) == {"key 1", "key 2"}
    database.close()
