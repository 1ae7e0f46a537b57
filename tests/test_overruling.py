"""The user's word in the ledger: what it changes about a mail and its reply, and a ledger of the first schema."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from classifier.reading import Label
from replies.decision import Skip, SkipReason
from service.database import Database
from service.ledger import Ledger
from service.records import Outcome, OwedReply, State
from tests.test_ledger import MINUTE, NOW, a_ref, an_outcome

FIRST = Path(__file__).parent / "ledgers" / "0001.sql"
LATER = NOW + MINUTE


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    database = Database(ledger_url)
    ledger = Ledger(database)
    ledger.register("jane", NOW)
    yield ledger
    database.close()


def unsure() -> Outcome:
    return an_outcome(1, Skip(SkipReason.UNSURE), label=Label.OTHER, unsure=True, rejection=0.6)


def taught_no(number: int = 1) -> Outcome:
    return an_outcome(number, Skip(SkipReason.TAUGHT_OTHERWISE), label=Label.OTHER, rejection=0.0)


def test_a_no_cancels_what_waits_and_says_why(ledger: Ledger) -> None:
    for number, outcome in ((1, unsure()), (2, an_outcome(2))):
        ledger.record("jane", [outcome], None, NOW)
        reply = ledger.overrule("jane", taught_no(number), LATER)
        assert reply is not None
        assert (reply.state, reply.reason, reply.label) == (State.CANCELLED, SkipReason.TAUGHT_OTHERWISE, Label.OTHER)
    assert ledger.open_replies() == []
    assert ledger.due("jane", NOW + 10 * MINUTE, MINUTE) == []


@pytest.mark.parametrize(
    "before", [unsure(), an_outcome(1, Skip(SkipReason.NOT_REJECTION), label=Label.ACKNOWLEDGEMENT)]
)
def test_a_yes_makes_a_doubtful_or_a_missed_mail_owe_its_reply(ledger: Ledger, before: Outcome) -> None:
    ledger.record("jane", [before], None, NOW)
    reply = ledger.overrule("jane", an_outcome(), LATER)
    assert reply is not None
    assert (reply.state, reply.due_at, reply.to) == (State.PENDING, NOW + MINUTE, "maya@acme.example")
    assert (reply.label, reply.rejection) == (Label.REJECTION, 0.98)
    assert [owed.id for owed in ledger.due("jane", LATER, MINUTE)] == [reply.id]


def test_yes_after_no_makes_it_owed_again(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], None, NOW)
    ledger.overrule("jane", taught_no(), NOW)
    reply = ledger.overrule("jane", an_outcome(), LATER)
    assert reply is not None
    assert reply.state is State.PENDING


@pytest.mark.parametrize("again", [Ledger.overrule, Ledger.judge_anew])
def test_a_reply_that_the_user_put_off_is_so_still_when_it_is_owed_again(
    ledger: Ledger, again: Callable[[Ledger, str, Outcome, datetime], OwedReply | None]
) -> None:
    ledger.record("jane", [an_outcome()], None, NOW)
    ledger.delay(1, NOW + 9 * MINUTE, NOW)
    ledger.overrule("jane", taught_no(), NOW)
    reply = again(ledger, "jane", an_outcome(), LATER)
    assert reply is not None
    assert (reply.state, reply.due_at) == (State.PENDING, NOW + 9 * MINUTE)


def test_a_yes_leaves_a_reply_alone_that_is_owed_put_off_skipped_or_answered(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(1), an_outcome(2), an_outcome(3)], None, NOW)
    first, second, third = ledger.open_replies()
    ledger.delay(first.id, NOW + 9 * MINUTE, NOW)
    ledger.skip(second.id, NOW)
    ledger.cancel(third.id, SkipReason.ALREADY_ANSWERED, NOW)
    before = [ledger.reply(each.id) for each in (first, second, third)]
    assert [ledger.overrule("jane", an_outcome(number), LATER) for number in (1, 2, 3)] == before


def test_neither_word_touches_a_reply_that_is_being_saved_or_was_drafted(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(1), an_outcome(2)], None, NOW)
    first, second = ledger.open_replies()
    ledger.claim(first, NOW)
    ledger.mark_drafted(second.id, "Drafts/7", NOW)
    for word in (taught_no, an_outcome):
        replies = [ledger.overrule("jane", word(number), LATER) for number in (1, 2)]
        assert [reply and reply.state for reply in replies] == [State.CLAIMED, State.DRAFTED]


def test_a_yes_taken_back_leaves_what_the_model_says(ledger: Ledger) -> None:
    other = an_outcome(1, Skip(SkipReason.NOT_REJECTION), label=Label.OTHER, rejection=0.1)
    for before, state in ((unsure(), State.UNSURE), (other, State.CANCELLED), (an_outcome(), State.PENDING)):
        ledger.overrule("jane", an_outcome(), NOW)
        reply = ledger.judge_anew("jane", before, LATER)
        assert reply is not None
        assert (reply.state, reply.label, reply.rejection) == (state, before.label, before.rejection)
    assert ledger.judge_anew("june", an_outcome(), NOW) is None


def test_a_no_taken_back_makes_it_owed_or_doubtful_again(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(), an_outcome(2)], None, NOW)
    for number, before, state in ((1, an_outcome(), State.PENDING), (1, unsure(), State.UNSURE)):
        ledger.overrule("jane", taught_no(number), NOW)
        reply = ledger.judge_anew("jane", before, LATER)
        assert reply is not None
        assert reply.state is state


def test_taking_a_word_back_touches_no_reply_that_the_user_decided_about_or_that_was_drafted(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(number) for number in range(1, 6)], None, NOW)
    asked, skipped, saving, drafted, delayed = ledger.open_replies()
    ledger.ask_for(asked.id, NOW)
    ledger.skip(skipped.id, NOW)
    ledger.claim(saving, NOW)
    ledger.mark_drafted(drafted.id, "Drafts/7", NOW)
    ledger.delay(delayed.id, NOW + 9 * MINUTE, NOW)
    numbers = range(1, 6)
    before = [ledger.reply(number) for number in numbers]
    for number in numbers:
        ledger.judge_anew("jane", an_outcome(number), LATER)
    assert [ledger.reply(number) for number in numbers] == before


def test_a_mail_that_is_not_recorded_yet_is_recorded_by_the_word(ledger: Ledger) -> None:
    reply = ledger.overrule("jane", an_outcome(), NOW)
    assert reply is not None
    assert ledger.overrule("jane", taught_no(2), NOW) is None
    assert ledger.known("jane", ["key 1", "key 2"]) == {"key 1", "key 2"}


def test_a_mail_is_known_by_its_key_and_by_its_message_id_in_every_mailbox(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome()], None, NOW)
    ledger.record("june", [an_outcome()], None, NOW)
    assert [(each.mailbox, each.ref) for each in ledger.sightings(key="key 1")] == [
        ("jane", a_ref()),
        ("june", a_ref()),
    ]
    assert len(ledger.sightings(message_id="<1@acme.example>")) == 2
    assert ledger.sightings(key="key 9") == []


def test_how_far_a_folder_was_read_is_kept_for_each_mailbox_and_folder(ledger: Ledger) -> None:
    ledger.lessons_read("jane", "Ajar/Rejections", "a")
    ledger.lessons_read("jane", "Ajar/Rejections", "b")
    ledger.lessons_read("june", "Ajar/Rejections", "c")
    assert ledger.lesson_cursor("jane", "Ajar/Rejections") == "b"
    assert ledger.lesson_cursor("jane", "Ajar/Not rejections") is None


def test_a_ledger_of_the_first_schema_is_brought_up_with_all_that_it_holds(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "old.sqlite3") as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    database = Database(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    ledger = Ledger(database)
    assert ledger.register("jane", LATER).cursor == "cursor 1"
    assert [(owed.state, owed.ref) for owed in ledger.open_replies()] == [
        (State.UNSURE, a_ref(2)),
        (State.PENDING, a_ref(1)),
    ]
    assert [failure.ref for failure in ledger.failures("jane")] == [a_ref(3)]
    ledger.lessons_read("jane", "Ajar/Rejections", "a")
    assert ledger.lesson_cursor("jane", "Ajar/Rejections") == "a"
    database.close()


def test_a_yes_carries_the_decision_that_the_pipeline_made(ledger: Ledger) -> None:
    ledger.record("jane", [unsure()], None, NOW)
    nobody = ledger.overrule("jane", an_outcome(1, Skip(SkipReason.NOBODY_READS)), LATER)
    assert nobody is not None
    assert (nobody.state, nobody.reason) == (State.CANCELLED, SkipReason.NOBODY_READS)
