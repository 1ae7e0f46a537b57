"""Forgetting: by company, by age, all of it; what stays is a digest; what is gone is gone from the disk as well."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classifier.reading import Label
from replies.decision import Skip, SkipReason
from replies.employers import Link
from service.database import Database
from service.ledger import Ledger
from service.records import Outcome, State
from tests.test_ledger import NOW, a_ref, an_outcome, only_sqlite

DAY = timedelta(days=1)
NAME = "Zephyrglass"


def of(company: str, number: int, arrived_at: datetime = NOW, **more: object) -> Outcome:
    """A rejection by a company; its mail has that number."""
    facts = {"company": company, "sender": f"hr@{company.lower()}.example", "person": f"Ada {company}"}
    return replace(an_outcome(number), ref=a_ref(number, arrived_at), **{**facts, **more})  # type: ignore[arg-type]


@pytest.fixture
def database(ledger_url: str) -> Iterator[Database]:
    database = Database(ledger_url)
    yield database
    database.close()


@pytest.fixture
def ledger(database: Database) -> Ledger:
    ledger = Ledger(database)
    ledger.register("jane", NOW)
    return ledger


def on_disk(tmp_path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in tmp_path.glob("ledger*"))


def kept(ledger: Ledger, table: str) -> list[object]:
    return [row for name, row in ledger.forgetting.kept() if name == table]


def test_a_company_is_forgotten_with_its_mails_and_replies_and_the_others_stay(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, 1), of("Halden", 2)], "a", NOW)
    found = ledger.forgetting.of_company("jane", "zephyrglass GmbH")
    assert (len(found.mails), found.owed, found.in_hand) == (1, 1, 0)
    ledger.forgetting.forget(found)
    assert [row.company for row in ledger.decisions()] == ["Halden"]
    assert [owed.company for owed in ledger.open_replies()] == ["Halden"]
    assert [mail.company for mail in ledger.relations.past("jane").mails] == ["Halden"]


def test_a_company_is_forgotten_under_every_name_and_a_mail_that_names_none_with_its_thread(ledger: Ledger) -> None:
    thread = frozenset({"<1@acme.example>"})
    unnamed = an_outcome(3, Skip(SkipReason.NOT_REJECTION), label=Label.INTERVIEW, company=None, threads=thread)
    ledger.record("jane", [of(NAME, 1), of("Zeta Panes", 2), unnamed], "a", NOW)
    ledger.relations.say("jane", Link("zephyrglass", "zeta panes", same=True))
    found = ledger.forgetting.of_company("jane", "Zeta Panes")
    assert (len(found.mails), len(found.links)) == (3, 1)
    ledger.forgetting.forget(found)
    assert (ledger.decisions(), kept(ledger, "company_links")) == ([], [])


def test_an_unsure_mail_of_a_company_is_forgotten_with_it(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, 1, label=Label.OTHER, unsure=True, decision=Skip(SkipReason.UNSURE))], "a", NOW)
    ledger.forgetting.forget(ledger.forgetting.of_company("jane", NAME))
    assert (ledger.open_replies(), kept(ledger, "mails")) == ([], [])


def test_a_forgotten_mail_is_still_known_and_so_never_answered_again(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, 1)], "a", NOW)
    ledger.forgetting.forget(ledger.forgetting.everything("jane"))
    assert ledger.known("jane", ["key 1", "key 2"]) == {"key 1"}
    assert ledger.known("june", ["key 1"]) == frozenset()


def test_nothing_but_a_digest_and_a_day_stays_of_it(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, 1)], "a", NOW)
    ledger.take_in_hand("jane", [a_ref(9)])
    ledger.mail_failed("jane", a_ref(9), "reading it ended in ValueError")
    ledger.relations.say("jane", Link("acme", "zephyrglass", same=False))
    ledger.forgetting.forget(ledger.forgetting.everything("jane"))
    left = {name: row for name, row in ledger.forgetting.kept() if name != "mailboxes"}
    midnight = datetime(NOW.year, NOW.month, NOW.day, tzinfo=UTC)
    assert left == {"forgotten": {"mailbox": "jane", "key": "key 1", "arrived_on": midnight}}


@only_sqlite
def test_no_trace_of_it_is_left_in_the_database_s_files(ledger: Ledger, tmp_path: Path) -> None:
    many = [of(NAME, number) for number in range(300)]
    ledger.record("jane", [*many, of("Halden", 400)], "a", NOW)
    assert NAME.encode() in on_disk(tmp_path)
    assert ledger.forgetting.forget(ledger.forgetting.of_company("jane", NAME))
    assert NAME.lower().encode() not in on_disk(tmp_path).lower()
    assert b"Halden" in on_disk(tmp_path)


@only_sqlite
def test_whoever_holds_the_database_open_is_told_of(ledger: Ledger, database: Database, ledger_url: str) -> None:
    ledger.record("jane", [of(NAME, 1)], "a", NOW)
    reader = Database(ledger_url)
    with reader.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM mails").fetchall()
        with database.reading() as own:
            own.exec_driver_sql("PRAGMA busy_timeout=50")  # the pool hands this connection out again
        assert not ledger.forgetting.forget(ledger.forgetting.everything("jane"))
    reader.close()
    assert ledger.decisions() == []


def test_what_came_before_a_day_is_forgotten_in_this_mailbox_alone(ledger: Ledger) -> None:
    ledger.register("june", NOW)
    for name in ("jane", "june"):
        ledger.record(name, [of(NAME, 1, NOW - 2 * DAY), of("Halden", 2)], "a", NOW)
    ledger.forgetting.forget(ledger.forgetting.before("jane", NOW - DAY))
    assert sorted((row.mailbox, row.company) for row in ledger.decisions()) == [
        ("jane", "Halden"),
        ("june", "Halden"),
        ("june", NAME),
    ]


def test_a_word_about_two_names_goes_with_the_last_mail_of_one_of_them(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, 1, NOW - 2 * DAY), of("Halden", 2), of("Orchard", 3)], "a", NOW)
    ledger.relations.say("jane", Link("halden", "zephyrglass", same=False))
    ledger.relations.say("jane", Link("halden", "orchard", same=False))
    ledger.forgetting.forget(ledger.forgetting.before("jane", NOW - DAY))
    assert ledger.relations.past("jane").links == (Link("halden", "orchard", same=False),)


def test_the_same_mail_can_be_forgotten_again_after_the_user_taught_it_back(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.overrule("jane", of(NAME, 1), NOW)
        assert len(ledger.open_replies()) == 1
        ledger.forgetting.forget(ledger.forgetting.everything("jane"))
    assert ledger.known("jane", ["key 1"]) == {"key 1"}


def test_a_reply_that_is_being_saved_is_told_of(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, 1), of(NAME, 2)], "a", NOW)
    ledger.claim(ledger.open_replies()[0], NOW)
    found = ledger.forgetting.everything("jane")
    assert (found.owed, found.in_hand) == (2, 1)


@only_sqlite
def test_what_is_too_old_leaves_not_even_a_digest(ledger: Ledger, tmp_path: Path) -> None:
    ledger.record("jane", [of(NAME, 1, NOW - 9 * DAY), of("Acme", 2, NOW - 9 * DAY), of("Halden", 3)], "a", NOW)
    for owed in ledger.open_replies():
        ledger.mark_drafted(owed.id, "Drafts/1/7", NOW)
    ledger.forgetting.forget(ledger.forgetting.of_company("jane", "Acme"))
    assert ledger.forgetting.expire("jane", NOW - 5 * DAY) == 1
    assert ledger.known("jane", ["key 1", "key 2", "key 3"]) == {"key 3"}
    assert NAME.encode() not in on_disk(tmp_path)


def test_a_reply_that_is_owed_outlives_the_age_of_its_mail_and_one_that_waits_for_a_word_does_not(
    ledger: Ledger,
) -> None:
    unsure = of("Acme", 2, NOW - 9 * DAY, label=Label.OTHER, unsure=True, decision=Skip(SkipReason.UNSURE))
    ledger.record("jane", [of(NAME, 1, NOW - 9 * DAY), unsure], "a", NOW)
    assert ledger.forgetting.expire("jane", NOW) == 1
    assert [(owed.company, owed.state) for owed in ledger.open_replies()] == [(NAME, State.PENDING)]


@only_sqlite  # PostgreSQL takes twice as many
def test_more_mails_than_a_statement_may_name_are_forgotten_too(ledger: Ledger) -> None:
    ledger.record("jane", [of(NAME, number) for number in range(1201)], "a", NOW)
    ledger.forgetting.forget(ledger.forgetting.everything("jane"))
    assert (len(kept(ledger, "mails")), len(kept(ledger, "forgotten"))) == (0, 1201)
