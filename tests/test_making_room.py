"""The ledger, where two mails are about one thing or one mail is another than was thought: never two replies."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from classifier.reading import Label
from replies.decision import Reply, ReplyKind, Skip, SkipReason
from service.database import Database
from service.ledger import Ledger
from service.records import HistoryRow, State
from tests.test_ledger import MINUTE, NOW, TO, an_outcome

LATER = NOW + MINUTE
TAKES_OVER = Reply(ReplyKind.THANKS, LATER, TO, replaces=("key 1",))
FEEDBACK = Reply(ReplyKind.FEEDBACK, LATER, TO)
NOBODY = Skip(SkipReason.NOBODY_READS)


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    database = Database(ledger_url)
    ledger = Ledger(database)
    ledger.register("jane", NOW)
    yield ledger
    database.close()


def row(ledger: Ledger, number: int) -> HistoryRow:
    rows = {each.mail_id: each for each in ledger.decisions()}
    return rows[number]


class TestTakingOver:
    def test_the_first_reply_is_cancelled_with_its_reason_and_the_second_is_owed(self, ledger: Ledger) -> None:
        ledger.record("jane", [an_outcome(1, email=None), an_outcome(2, TAKES_OVER)], None, NOW)
        assert (row(ledger, 1).state, row(ledger, 1).reason) == (State.CANCELLED, SkipReason.REPLACED)
        (owed,) = ledger.open_replies()
        assert owed.key == "key 2"

    @pytest.mark.parametrize("moved_on", ["drafted", "claimed", "asked"])
    def test_a_reply_that_has_moved_on_meanwhile_stays_the_only_one(self, ledger: Ledger, moved_on: str) -> None:
        ledger.record("jane", [an_outcome()], None, NOW)
        (owed,) = ledger.open_replies()
        if moved_on == "asked":
            ledger.ask_for(owed.id, NOW)
        else:
            ledger.claim(owed, NOW)
        if moved_on == "drafted":
            ledger.mark_drafted(owed.id, "locator", NOW)
        ledger.record("jane", [an_outcome(2, TAKES_OVER)], None, NOW)
        assert row(ledger, 1).state != State.CANCELLED
        assert (row(ledger, 2).state, row(ledger, 2).reason) == (State.CANCELLED, SkipReason.DUPLICATE)

    def test_what_waits_and_who_wrote_it_is_known_when_the_next_mail_comes(self, ledger: Ledger) -> None:
        ledger.record("jane", [an_outcome(1), an_outcome(2, email="maya@acme.example")], None, NOW)
        ledger.ask_for(ledger.open_replies()[1].id, NOW)
        first, second = ledger.history("jane", NOW).replies
        assert (first.key, first.by_person, first.waits_until) == ("key 1", False, NOW + MINUTE)
        assert (second.key, second.by_person, second.waits_until) == ("key 2", True, None)


class TestFeedback:
    def test_feedback_that_is_not_answered_can_be_asked_for(self, ledger: Ledger) -> None:
        ledger.record("jane", [an_outcome(1, Skip(SkipReason.UNKNOWN_FEEDBACK), label=Label.FEEDBACK)], None, NOW)
        (shown,) = ledger.decisions()
        assert (shown.kind, shown.state, shown.reason) == (
            ReplyKind.FEEDBACK,
            State.CANCELLED,
            SkipReason.UNKNOWN_FEEDBACK,
        )
        assert ledger.ask_for(shown.reply_id or 0, LATER)
        assert [owed.kind for owed in ledger.open_replies()] == [ReplyKind.FEEDBACK]

    def test_a_rejection_that_the_user_calls_feedback_owes_thanks_for_that(self, ledger: Ledger) -> None:
        ledger.record("jane", [an_outcome()], None, NOW)
        owed = ledger.overrule("jane", an_outcome(1, FEEDBACK, label=Label.FEEDBACK, feedback="More depth."), LATER)
        assert owed is not None
        assert (owed.kind, owed.state) == (ReplyKind.FEEDBACK, State.PENDING)
        assert [mail.feedback for mail in ledger.relations.past("jane").mails] == ["More depth."]

    def test_its_words_are_gone_once_the_user_says_that_it_is_none(self, ledger: Ledger) -> None:
        ledger.record("jane", [an_outcome(1, FEEDBACK, label=Label.FEEDBACK, feedback="More depth.")], None, NOW)
        taught = an_outcome(1, Skip(SkipReason.TAUGHT_OTHERWISE), label=Label.INTERVIEW, feedback=None)
        owed = ledger.overrule("jane", taught, LATER)
        assert owed is not None
        assert (owed.state, owed.reason) == (State.CANCELLED, SkipReason.TAUGHT_OTHERWISE)
        assert [mail.feedback for mail in ledger.relations.past("jane").mails] == [None]


class TestPeopleWhoAreFound:
    def unaddressed(self, ledger: Ledger) -> int:
        ledger.record("jane", [an_outcome(1, NOBODY)], None, NOW)
        (found,) = ledger.people.unaddressed("jane", NOW - timedelta(days=14), 3)
        return found.reply_id

    def test_the_mailbox_is_searched_once_for_each_rejection(self, ledger: Ledger) -> None:
        reply_id = self.unaddressed(ledger)
        ledger.people.searched(reply_id, "jane", [], LATER)
        assert ledger.people.unaddressed("jane", NOW - timedelta(days=14), 3) == []

    def test_a_mail_that_was_known_without_its_company_is_completed_and_its_other_facts_stay(
        self, ledger: Ledger
    ) -> None:
        plain: dict[str, Any] = {"label": Label.INTERVIEW, "decision": Skip(SkipReason.NOT_REJECTION)}
        ledger.record(
            "jane", [an_outcome(2, company=None, email="maya@acme.example", role="Analyst", **plain)], None, NOW
        )
        found = an_outcome(2, email="other@acme.example", role="Other", **plain)
        ledger.people.searched(self.unaddressed(ledger), "jane", [found], LATER)
        (person,) = ledger.history("jane", NOW).people
        assert (person.company, person.address.email, person.role) == ("Acme", "maya@acme.example", "Analyst")
        assert person.label is Label.INTERVIEW

    def test_the_reply_is_owed_to_who_was_found_unless_the_user_was_faster(self, ledger: Ledger) -> None:
        reply_id = self.unaddressed(ledger)
        reply = Reply(ReplyKind.THANKS, LATER, TO)
        assert ledger.people.reachable(reply_id, reply, NOW)
        (owed,) = ledger.open_replies()
        assert (owed.to, owed.state, owed.due_at) == ("maya@acme.example", State.PENDING, LATER)
        ledger.skip(reply_id, NOW)
        assert not ledger.people.reachable(reply_id, reply, NOW)
        assert ledger.open_replies() == []
