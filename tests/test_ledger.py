"""The ledger: one transaction a verb, nothing twice, nothing of a mail's words, no file of a newer Ajar."""

import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from classifier.message import Address
from classifier.reading import Label
from replies.decision import (
    Decision,
    Recipient,
    RecipientKind,
    Reply,
    ReplyKind,
    Skip,
    SkipReason,
)
from service.database import Database
from service.errors import LedgerError
from service.ledger import Ledger
from service.mailbox import MessageRef
from service.migrations import REVISIONS
from service.records import Outcome, State
from service.tables import metadata

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
only_sqlite = pytest.mark.parametrize("ledger_url", ["SQLite"], indirect=True)  # what concerns its file
TO = Recipient(RecipientKind.PERSON, Address("Maya", "maya@acme.example"), "wrote the mail")


def a_ref(number: int = 1, arrived_at: datetime = NOW) -> MessageRef:
    return MessageRef(f"INBOX/1/{number}", f"<{number}@acme.example>", arrived_at)


def an_outcome(number: int = 1, decision: Decision | None = None, **more: object) -> Outcome:
    fields: dict[str, object] = {
        "key": f"key {number}",
        "ref": a_ref(number),
        "label": Label.REJECTION,
        "rejection": 0.98,
        "unsure": False,
        "decision": decision or Reply(ReplyKind.THANKS, NOW + MINUTE, TO),
        "company": "Acme",
        "sender": "maya@acme.example",
        "threads": frozenset({f"<{number}@acme.example>"}),
        "fingerprint": f"print {number}",
    }
    return Outcome(**{**fields, **more})  # type: ignore[arg-type]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.sqlite3'}"


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    database = Database(ledger_url)
    ledger = Ledger(database)
    ledger.register("jane", NOW)
    yield ledger
    database.close()


def test_a_mailbox_begins_when_it_is_first_registered(ledger: Ledger) -> None:
    again = ledger.register("jane", NOW + MINUTE)
    assert again.first_seen_at == NOW
    assert again.cursor is None


def test_mail_reply_and_cursor_are_written_together(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], "cursor 1", NOW)
    (owed,) = ledger.open_replies()
    assert (owed.state, owed.to, owed.due_at) == (State.PENDING, "maya@acme.example", NOW + MINUTE)
    assert ledger.register("jane", NOW).cursor == "cursor 1"


def test_nothing_is_written_when_one_part_cannot_be(ledger: Ledger) -> None:
    broken = an_outcome(2, Reply(ReplyKind.THANKS, datetime(2026, 1, 1), TO))  # noqa: DTZ001 - naive on purpose
    with pytest.raises(Exception, match="aware"):
        ledger.record("jane", [an_outcome(1), broken], "cursor 1", NOW)
    assert ledger.open_replies() == []
    assert ledger.register("jane", NOW).cursor is None


def test_a_mail_that_is_recorded_twice_owes_one_reply(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], "a", NOW)
    ledger.record("jane", [an_outcome()], "b", NOW)
    assert len(ledger.open_replies()) == 1
    assert ledger.known("jane", ["key 1", "key 2"]) == {"key 1"}
    assert ledger.known("other mailbox", ["key 1"]) == frozenset()


def test_a_reply_can_be_claimed_once(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], "a", NOW)
    (owed,) = ledger.open_replies()
    assert ledger.claim(owed, NOW)
    assert not ledger.claim(owed, NOW)


def test_what_the_user_orders_while_a_sweep_is_at_work_holds(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(number) for number in (1, 2, 3)], "a", NOW)
    skipped, delayed, asked = ledger.due("jane", NOW + MINUTE, MINUTE)
    assert ledger.skip(skipped.id, NOW)
    assert ledger.delay(delayed.id, NOW + timedelta(days=2), NOW)
    assert ledger.ask_for(asked.id, NOW)
    for as_read in (skipped, delayed, asked):
        assert not ledger.claim(as_read, NOW + MINUTE)
        assert not ledger.postpone(as_read, NOW + timedelta(hours=9), NOW + MINUTE)
    assert [(owed.id, owed.due_at) for owed in ledger.open_replies()] == [
        (asked.id, NOW),
        (delayed.id, NOW + timedelta(days=2)),
    ]


def test_what_is_due_comes_in_its_order_and_not_before_its_time(ledger: Ledger) -> None:
    later = an_outcome(1, Reply(ReplyKind.THANKS, NOW + 2 * MINUTE, TO))
    ledger.record("jane", [later, an_outcome(2)], "a", NOW)
    settle = 10 * MINUTE
    assert ledger.due("jane", NOW, settle) == []
    assert ledger.next_due({"jane": settle}) == {"jane": NOW + MINUTE}
    assert [owed.key for owed in ledger.due("jane", NOW + 2 * MINUTE, settle)] == ["key 2", "key 1"]


def test_an_unclear_reply_waits_for_its_settle_time_before_the_second_look(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], "a", NOW)
    (owed,) = ledger.open_replies()
    settle = 10 * MINUTE
    ledger.mark_unknown(owed.id, NOW, looked_at=None)
    assert [each.state for each in ledger.due("jane", NOW, settle)] == [State.UNKNOWN]
    ledger.mark_unknown(owed.id, NOW, looked_at=NOW)
    assert ledger.due("jane", NOW + settle - MINUTE, settle) == []
    assert len(ledger.due("jane", NOW + settle, settle)) == 1
    assert ledger.next_due({"jane": settle}) == {"jane": NOW + settle}


def test_what_was_drafted_is_never_taken_up_again_whatever_the_user_says(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], "a", NOW)
    (owed,) = ledger.open_replies()
    ledger.mark_drafted(owed.id, "Drafts/1/7", NOW)
    assert not ledger.ask_for(owed.id, NOW)
    assert not ledger.skip(owed.id, NOW)
    assert not ledger.delay(owed.id, NOW, NOW)
    assert ledger.due("jane", NOW + timedelta(days=9), MINUTE) == []
    assert ledger.open_replies() == []


def test_the_user_can_ask_for_a_reply_that_was_not_owed(ledger: Ledger) -> None:
    unsure = an_outcome(1, Skip(SkipReason.UNSURE), label=Label.OTHER, unsure=True)
    twice = an_outcome(3, Skip(SkipReason.POSSIBLE_DUPLICATE))
    unreachable = an_outcome(2, Skip(SkipReason.NOBODY_READS))
    ledger.record("jane", [unsure, unreachable, twice], "a", NOW)
    assert [waiting.state for waiting in ledger.open_replies()] == [State.UNSURE] * 2
    assert ledger.due("jane", NOW + timedelta(days=9), MINUTE) == []
    for row in ledger.decisions():
        assert row.reply_id is not None
        assert ledger.ask_for(row.reply_id, NOW)
    assert [owed.asked for owed in ledger.due("jane", NOW, MINUTE)] == [True] * 3


def test_mail_that_is_no_job_mail_is_known_but_not_told(ledger: Ledger) -> None:
    other = an_outcome(1, Skip(SkipReason.NOT_REJECTION), label=Label.OTHER, company=None, sender=None)
    ledger.record("jane", [other], "a", NOW)
    assert ledger.decisions() == []
    assert ledger.known("jane", ["key 1"]) == {"key 1"}


def test_history_remembers_what_is_answered_and_who_wrote(ledger: Ledger) -> None:
    invitation = an_outcome(
        1, Skip(SkipReason.NOT_REJECTION), label=Label.INTERVIEW, person="Maya", email="maya@acme.example"
    )
    ledger.record("jane", [invitation, an_outcome(2), an_outcome(3, Skip(SkipReason.NOBODY_READS))], "a", NOW)
    history = ledger.history("jane", NOW)
    assert [past.fingerprint for past in history.replies] == ["print 2"]
    assert [(person.address.email, person.company) for person in history.people] == [("maya@acme.example", "Acme")]


@pytest.mark.parametrize(("reason", "settled"), [(SkipReason.ALREADY_ANSWERED, True), (SkipReason.WROTE_AGAIN, False)])
def test_a_cancelled_reply_settles_its_rejection_only_if_the_user_dealt_with_it(
    ledger: Ledger, reason: SkipReason, *, settled: bool
) -> None:
    ledger.record("jane", [an_outcome()], "a", NOW)
    (owed,) = ledger.open_replies()
    ledger.cancel(owed.id, reason, NOW)
    assert bool(ledger.history("jane", NOW).replies) is settled
    assert [row.reason for row in ledger.decisions()] == [reason]


def test_tries_of_a_mail_are_counted_until_it_is_recorded(ledger: Ledger) -> None:
    ref = a_ref()
    assert ledger.tries("jane", [ref]) == {}
    ledger.take_in_hand("jane", [ref])
    ledger.take_in_hand("jane", [ref])
    assert ledger.tries("jane", [ref]) == {ref.locator: 2}
    ledger.mail_failed("jane", ref, "reading it ended in ValueError")
    assert [(failure.tries, failure.why) for failure in ledger.failures("jane")] == [
        (2, "reading it ended in ValueError")
    ]
    ledger.record("jane", [an_outcome()], "a", NOW)
    assert ledger.tries("jane", [ref]) == {}


@pytest.mark.faults(33)
@only_sqlite
def test_the_file_is_for_the_users_eyes_only(ledger: Ledger, tmp_path: Path) -> None:
    ledger.record("jane", [an_outcome()], "a", NOW)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {0o600}


@pytest.mark.faults(25)
def test_a_ledger_of_a_newer_version_is_refused_and_left_as_it_is(url: str, tmp_path: Path) -> None:
    Database(url).close()
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (tmp_path / "ledger.sqlite3").read_bytes()
    with pytest.raises(LedgerError, match="newer version"):
        Database(url)
    assert (tmp_path / "ledger.sqlite3").read_bytes() == before


@pytest.mark.faults(25)
def test_a_damaged_ledger_is_an_error_with_a_remedy(url: str, tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").write_bytes(b"this is no database" * 400)
    with pytest.raises(LedgerError, match="backup"):
        Database(url)


def test_a_driver_that_is_not_installed_is_named_with_the_way_to_install_one() -> None:
    with pytest.raises(LedgerError, match="pg8000") as failure:
        Database("postgresql+pg8000://ajar@localhost/ajar")
    assert "psycopg[binary]" in failure.value.remedy


@pytest.mark.parametrize("url", ["nonsense", "nosuchkind:///x", "sqlite:////no/such/folder/ledger"])
def test_a_url_that_cannot_be_opened_is_an_error_with_a_remedy(url: str) -> None:
    with pytest.raises(LedgerError):
        Database(url)


def test_the_migrations_make_exactly_the_tables_that_the_code_knows(ledger_url: str) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - for this test alone
    from alembic.migration import MigrationContext  # noqa: PLC0415

    Database(ledger_url).close()
    engine = create_engine(ledger_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == REVISIONS[-1]
        assert compare_metadata(context, metadata) == []
    engine.dispose()
