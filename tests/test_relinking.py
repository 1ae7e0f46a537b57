"""The user's word about two names changes what earlier confirmations call for; over a real ledger."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from classifier.reading import Label
from replies.decision import Policy, Skip, SkipReason
from replies.employers import Link
from service.database import Database
from service.ledger import Ledger
from service.records import State
from service.relinking import decide_anew
from tests.test_ledger import NOW, a_ref, an_outcome

DAY = timedelta(days=1)
JANE = Policy("jane@example.org", "Jane Doe")
KEYS = frozenset({"acme", "acme robotics"})
ONE = Link("acme", "acme robotics", same=True)
NOTHING = Skip(SkipReason.NOT_REJECTION)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An invitation by Maya at Acme, and the rejection that followed."""
    database = Database(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    ledger = Ledger(database)
    invitation = an_outcome(1, NOTHING, label=Label.INTERVIEW, person="Maya Lindqvist", email="maya@acme.example")
    rejection = an_outcome(2, Skip(SkipReason.NOBODY_READS), sender="no-reply@us.greenhouse-mail.io")
    ledger.record("jane", [invitation, rejection], "a", NOW)
    yield ledger
    database.close()


def confirmed(ledger: Ledger, *, after: timedelta, reason: SkipReason = SkipReason.PERHAPS_KNOWN) -> None:
    """An application at Acme Robotics is confirmed."""
    names = {"company": "Acme Robotics", "role": "Designer", "sender": "no-reply@us.greenhouse-mail.io"}
    mail = an_outcome(3, Skip(reason), label=Label.ACKNOWLEDGEMENT, **names)
    ledger.record("jane", [replace(mail, ref=a_ref(3, NOW + after))], "b", NOW + after)


def say(ledger: Ledger, *, same: bool, after: timedelta) -> str:
    """The user says whether the two are one company."""
    ledger.relations.say("jane", replace(ONE, same=same))
    return "\n".join(decide_anew(ledger, "jane", KEYS, JANE, NOW + after))


def test_a_confirmation_of_what_turns_out_to_be_a_known_company_gets_its_note(ledger: Ledger) -> None:
    confirmed(ledger, after=200 * DAY)
    assert say(ledger, same=True, after=201 * DAY).startswith(
        "A note to maya@acme.example about the Designer role is owed"
    )
    (owed,) = ledger.open_replies()
    assert (owed.kind, owed.state, owed.to, owed.asked) == ("reconnect", State.PENDING, "maya@acme.example", False)
    assert owed.due_at == NOW + 201 * DAY
    assert say(ledger, same=True, after=201 * DAY) == ""
    assert len(ledger.open_replies()) == 1


def test_a_word_that_is_taken_back_takes_the_note_back_and_again(ledger: Ledger) -> None:
    confirmed(ledger, after=200 * DAY)
    say(ledger, same=True, after=201 * DAY)
    say(ledger, same=False, after=201 * DAY)
    assert ledger.open_replies() == []
    say(ledger, same=True, after=201 * DAY)
    (owed,) = ledger.open_replies()
    ledger.mark_drafted(owed.id, "Drafts/1", NOW + 201 * DAY)
    say(ledger, same=False, after=202 * DAY)
    assert ledger.decisions()[0].state == State.DRAFTED  # it is the user's own


def test_a_note_that_the_user_skipped_is_not_owed_again(ledger: Ledger) -> None:
    confirmed(ledger, after=200 * DAY)
    say(ledger, same=True, after=201 * DAY)
    (owed,) = ledger.open_replies()
    ledger.skip(owed.id, NOW + 201 * DAY)
    assert say(ledger, same=True, after=201 * DAY) == ""
    assert ledger.open_replies() == []


def test_an_application_that_turns_out_to_be_within_the_hold_off_is_marked_however_old(ledger: Ledger) -> None:
    confirmed(ledger, after=30 * DAY, reason=SkipReason.NOT_REJECTION)
    assert "within the hold-off" in say(ledger, same=True, after=100 * DAY)
    assert ledger.decisions()[0].reason == SkipReason.WITHIN_HOLD_OFF
    say(ledger, same=False, after=100 * DAY)
    assert ledger.decisions()[0].reason == SkipReason.NOT_REJECTION


def test_where_it_is_too_late_for_a_note_by_itself_the_user_is_told_how_to_make_one(ledger: Ledger) -> None:
    confirmed(ledger, after=200 * DAY)
    assert "ajar reconnect 'Acme Robotics'" in say(ledger, same=True, after=300 * DAY)
    assert ledger.open_replies() == []


def test_an_old_confirmation_about_which_nothing_was_asked_stays_as_it_is(ledger: Ledger) -> None:
    confirmed(ledger, after=200 * DAY, reason=SkipReason.NOT_REJECTION)
    assert say(ledger, same=True, after=300 * DAY) == ""
    assert ledger.decisions()[0].reason == SkipReason.NOT_REJECTION


def test_a_rejection_that_nobody_reads_is_searched_for_once_more(ledger: Ledger) -> None:
    (needs,) = ledger.people.unaddressed("jane", NOW - DAY, 3)
    ledger.people.searched(needs.reply_id, "jane", [], NOW)
    assert ledger.people.unaddressed("jane", NOW - DAY, 3) == []
    say(ledger, same=True, after=DAY)
    assert ledger.people.unaddressed("jane", NOW - DAY, 3) == [needs]
