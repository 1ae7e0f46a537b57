"""The ledger's memory of companies and people, over a real file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from classifier.message import Address
from classifier.reading import Label, Stage
from replies.decision import Recipient, RecipientKind, Reply, ReplyKind, Skip, SkipReason
from replies.employers import Link
from service.database import Database
from service.ledger import Ledger
from service.mailbox import MessageRef
from service.records import BY_HAND, Outcome, State
from tests.test_ledger import NOW, an_outcome

TO = Recipient(RecipientKind.PERSON, Address("Maya", "maya@acme.example"), "wrote before")
NOTE = Reply(ReplyKind.RECONNECT, NOW, TO)


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    database = Database(ledger_url)
    yield Ledger(database)
    database.close()


def confirmed(number: int = 1, **more: object) -> Outcome:
    return an_outcome(number, Skip(SkipReason.NOT_REJECTION), label=Label.ACKNOWLEDGEMENT, **more)


def by_hand(role: str = "Product Manager") -> Outcome:
    return replace(confirmed(), key=f"by hand {role}", ref=MessageRef(BY_HAND, None, NOW), role=role, decision=NOTE)


def test_every_job_mail_is_remembered_with_what_it_says_of_trying_again(ledger: Ledger) -> None:
    facts: dict[str, Any] = {"role": "Analyst", "stage": Stage.INTERVIEWED, "requisition": "R-1", "reapply_months": 6}
    other = an_outcome(3, Skip(SkipReason.NOT_REJECTION), label=Label.OTHER, company=None)
    ledger.record("jane", [confirmed(1), an_outcome(2, **facts), other], "a", NOW)
    first, second = ledger.relations.past("jane").mails
    assert (first.label, first.company, first.by_hand) == (Label.ACKNOWLEDGEMENT, "Acme", False)
    assert (second.role, second.stage, second.requisition, second.reapply_months) == tuple(facts.values())
    assert ledger.relations.past("other mailbox").mails == ()
    assert ledger.history("jane", NOW).past == ledger.relations.past("jane")


def test_a_rejection_that_the_user_answered_counts_as_thanked(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(1), an_outcome(2)], "a", NOW)
    first, _ = ledger.open_replies()
    ledger.cancel(first.id, SkipReason.ALREADY_ANSWERED, NOW)
    assert sorted(mail.thanked for mail in ledger.relations.past("jane").mails) == [False, True]


def test_the_last_word_about_two_names_counts(ledger: Ledger) -> None:
    said = Link("acme", "beta", same=True)
    ledger.relations.say("jane", said)
    ledger.relations.say("jane", said)
    assert ledger.relations.past("jane").links == (said,)
    ledger.relations.say("jane", replace(said, same=False))
    assert ledger.relations.past("jane").links == (replace(said, same=False),)
    other = Link("beta", "gamma", same=True)
    ledger.relations.say("jane", other, instead_of=(said,))
    assert ledger.relations.past("jane").links == (other,)
    assert ledger.relations.past("other mailbox").links == ()


def test_a_note_by_hand_is_owed_once_and_asked_for(ledger: Ledger) -> None:
    number = ledger.relations.owe("jane", by_hand(), NOW)
    assert ledger.relations.owe("jane", by_hand(), NOW) == number
    (owed,) = ledger.open_replies()
    assert (owed.id, owed.kind, owed.asked, owed.to) == (number, "reconnect", True, "maya@acme.example")
    ledger.mark_drafted(owed.id, "Drafts/1", NOW)
    assert ledger.relations.owe("jane", by_hand(), NOW) is None
    assert ledger.relations.owe("jane", by_hand("Designer"), NOW) not in {None, number}
    assert {row.label for row in ledger.decisions()} == {BY_HAND}


def test_a_note_about_a_confirmation_that_came_hangs_on_it_and_learns_its_role(ledger: Ledger) -> None:
    ledger.record("jane", [confirmed(1)], "a", NOW)
    number = ledger.relations.owe("jane", replace(confirmed(1), role="Product Manager", decision=NOTE), NOW)
    (owed,) = ledger.open_replies()
    assert (owed.id, owed.key, owed.role) == (number, "key 1", "Product Manager")


def test_a_rejection_is_never_turned_into_a_note(ledger: Ledger) -> None:
    ledger.record("jane", [an_outcome(1)], "a", NOW)
    assert ledger.relations.owe("jane", replace(an_outcome(1), decision=NOTE), NOW) is None
    assert [(owed.kind, owed.state) for owed in ledger.open_replies()] == [("thanks", State.PENDING)]


def test_a_note_makes_no_later_rejection_a_duplicate(ledger: Ledger) -> None:
    ledger.record("jane", [replace(confirmed(1), decision=NOTE)], "a", NOW)
    assert ledger.history("jane", NOW + timedelta(days=1)).replies == ()
