"""Feedback: when it is thanked for, and which of its words are kept."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from classifier.message import Address, Message
from classifier.reading import Label
from replies.decide import decide
from replies.decision import Decision, History, KnownPerson, PastReply, Reply, ReplyKind, Skip, SkipReason
from replies.feedback import MAX_KEPT, kept_of
from tests.rejections import ARRIVED, JANE, MAYA, NOW, details, reading, rejection

FIRST = "<rejection.1@lantern.example>"
TEXT = (
    "Hi Jane,\n\nThank you for asking. The panel liked your case study, but wanted more depth on forecasting.\n"
    "I would practise explaining a model to people outside the field.\n\nAll the best,\nMaya Lindqvist\nLantern"
)
THANKED = PastReply("Lantern", "Data Analyst", MAYA.email, frozenset({FIRST}), "0", ARRIVED - timedelta(days=5))
KNOWN = KnownPerson(MAYA, "Lantern", "Data Analyst", ARRIVED - timedelta(days=30), Label.INTERVIEW)


def feedback(**changes: object) -> Message:
    given: dict[str, object] = {"key": "fb", "message_id": "<feedback.2@lantern.example>", "text": TEXT}
    return rejection(**(given | {"references": (FIRST,), "in_reply_to": (FIRST,)} | changes))


def decided(mail: Message, history: History, now: datetime = NOW) -> Decision:
    return decide(mail, reading(label=Label.FEEDBACK), ARRIVED, now, history, JANE)


class TestWhatIsThankedFor:
    def test_feedback_in_the_thread_of_a_rejection_is_after_the_same_delay(self) -> None:
        owed = decided(feedback(), History(replies=(THANKED,)))
        assert isinstance(owed, Reply)
        assert (owed.kind, owed.due_at, owed.to.address) == (ReplyKind.FEEDBACK, ARRIVED + JANE.delay, MAYA)

    def test_feedback_by_a_person_who_wrote_about_an_application_is_in_any_thread(self) -> None:
        alone = feedback(references=(), in_reply_to=())
        assert isinstance(decided(alone, History(people=(KNOWN,))), Reply)

    @pytest.mark.parametrize(
        "history",
        [
            History(),
            History(replies=(replace(THANKED, threads=frozenset({"<another@lantern.example>"})),)),
            History(replies=(replace(THANKED, kind=ReplyKind.RECONNECT),)),
            History(people=(replace(KNOWN, address=Address("", "tom@lantern.example")),)),
            History(people=(replace(KNOWN, label=Label.FEEDBACK),)),  # known by nothing but such a mail
        ],
    )
    def test_feedback_out_of_the_blue_is_not(self, history: History) -> None:
        assert decided(feedback(), history) == Skip(SkipReason.UNKNOWN_FEEDBACK)

    def test_it_is_no_second_copy_of_the_rejection_but_one_of_other_feedback(self) -> None:
        before = replace(THANKED, kind=ReplyKind.FEEDBACK, threads=frozenset({"<feedback.2@lantern.example>"}))
        again = decided(feedback(), History(replies=(THANKED, before)))
        assert isinstance(again, Skip)
        assert again.reason is SkipReason.DUPLICATE

    def test_it_is_found_too_late_like_a_rejection(self) -> None:
        late = decided(feedback(), History(replies=(THANKED,)), ARRIVED + timedelta(days=15))
        assert isinstance(late, Skip)
        assert late.reason is SkipReason.EXPIRED

    def test_what_was_expected_when_it_came_is_not_asked_again_when_it_is_due(self) -> None:
        assert isinstance(decided(feedback(), History(owed="fb")), Reply)


class TestWhatIsKept:
    def test_of_feedback_all_but_greeting_and_signature(self) -> None:
        assert kept_of(feedback(), Label.FEEDBACK, details()) == (
            "Thank you for asking. The panel liked your case study, but wanted more depth on forecasting. "
            "I would practise explaining a model to people outside the field."
        )

    def test_of_a_rejection_only_the_sentences_that_say_what_was_missing(self) -> None:
        said = "The panel missed concrete examples of forecasting in your case study."
        mail = feedback(text=f"Hi Jane,\n\nThank you for your time. {said} We wish you all the best.\n\nMaya")
        assert kept_of(mail, Label.REJECTION, details(gives_feedback=said)) == said

    def test_of_a_rejection_without_any_and_of_other_mail_nothing(self) -> None:
        assert kept_of(feedback(), Label.REJECTION, details()) is None
        assert kept_of(feedback(), Label.INTERVIEW, details(gives_feedback="It was good.")) is None

    def test_never_more_than_the_cap_and_none_of_what_is_quoted(self) -> None:
        mail = feedback(text="It was good. " * 5000, quoted="You asked for feedback.")
        kept = kept_of(mail, Label.FEEDBACK, details())
        assert kept is not None
        assert len(kept) <= MAX_KEPT
        assert "You asked" not in kept

    @pytest.mark.parametrize("text", ["", "\n\n", ",", "Best,", "Hi,\nBest,", "\x00\n" * 3000, "Cheers,\n" * 3000])
    def test_whatever_the_text_is(self, text: str) -> None:
        for label in Label:
            kept_of(feedback(text=text), label, details(gives_feedback="x"))
