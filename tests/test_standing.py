"""Does a reply still make sense after the delay?"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from classifier.message import Address, Message
from classifier.reading import Label, Verdict
from replies.decision import SkipReason
from replies.identity import draft_id
from replies.standing import Around, Cancelled, Clear, Saved, Standing, still_stands
from tests.rejections import ARRIVED, JANE, MAYA, rejection

ME = Address("Jane Doe", "jane@example.org")
REJECTION = rejection(references=("<interview@lantern.example>",))
ITS_ID = "<rejection.1@lantern.example>"
OURS = draft_id(JANE, REJECTION.key)
DAY = timedelta(days=1)


def another(sender: Address = MAYA, **fields: object) -> Message:
    given = {
        "key": "another",
        "message_id": "<another@lantern.example>",
        "subject": "A word from Lantern",
        "sender": sender,
        "text": "…",
        "to": (),
        "date": ARRIVED + DAY,
        "references": (),
    } | fields
    return rejection(**given)


def mine(**fields: object) -> Message:
    return another(ME, **({"message_id": "<mine@example.org>", "subject": "Re: Your application"} | fields))


def read_as(label: Label, *, unsure: bool = False) -> Callable[[Message], Verdict]:
    return lambda _: Verdict(label, 0.5 if unsure else 0.0, unsure, ())


def standing(*around: tuple[str, Message], label: Label = Label.OTHER, company: str | None = None) -> Standing:
    return still_stands(REJECTION, around, JANE, read_as(label), company=company, arrived_at=ARRIVED)


def cancelled(
    *around: tuple[str, Message], label: Label = Label.OTHER, company: str | None = None
) -> SkipReason | None:
    found = standing(*around, label=label, company=company)
    return found.reason if isinstance(found, Cancelled) else None


def test_with_nothing_around_it_the_reply_stands() -> None:
    assert standing() == Clear()


def test_the_rejection_itself_is_nothing_around_it() -> None:
    copies: Around = (("received", REJECTION), ("trash", REJECTION))
    assert standing(*copies, label=Label.INTERVIEW) == Clear()


class TestTheUsersOwnAnswer:
    def test_a_sent_mail_that_names_it_cancels(self) -> None:
        assert cancelled(("sent", mine(in_reply_to=(ITS_ID,)))) is SkipReason.ALREADY_ANSWERED
        assert cancelled(("sent", mine(references=("<x@y.example>", ITS_ID)))) is SkipReason.ALREADY_ANSWERED

    @pytest.mark.parametrize("place", ["sent", "received", "trash"])
    @pytest.mark.parametrize("said", ["auto-replied", "Auto-Generated; owner-email=x", "no"])
    def test_a_notice_that_the_user_is_away_does_not(self, place: str, said: str) -> None:
        notice = mine(to=(MAYA,), in_reply_to=(ITS_ID,), headers={"auto-submitted": (said,)})
        assert (standing((place, notice)) == Clear()) is (said != "no")

    def test_an_own_mail_in_the_inbox_that_names_it_cancels(self) -> None:
        assert cancelled(("received", mine(in_reply_to=(ITS_ID,)))) is SkipReason.ALREADY_ANSWERED

    def test_a_new_mail_to_the_sender_cancels(self) -> None:
        assert cancelled(("sent", mine(to=(MAYA,)))) is SkipReason.ALREADY_ANSWERED

    def test_a_mail_to_the_sender_from_before_the_rejection_does_not(self) -> None:
        assert standing(("sent", mine(to=(MAYA,), date=ARRIVED - DAY))) == Clear()

    def test_a_mail_to_somebody_else_does_not(self) -> None:
        assert standing(("sent", mine(to=(Address("", "friend@home.example"),)))) == Clear()

    def test_passing_the_rejection_on_to_a_friend_does_not(self) -> None:
        friend = (Address("", "friend@home.example"),)
        passed_on = mine(to=friend, subject="Fwd: Your application", references=(ITS_ID,))
        assert standing(("sent", passed_on)) == Clear()

    def test_answering_another_person_of_the_house_does(self) -> None:
        boss = (Address("", "ben@lantern.example"),)
        assert cancelled(("sent", mine(to=boss, references=(ITS_ID,)))) is SkipReason.ALREADY_ANSWERED

    def test_an_answer_to_the_reply_to_address_cancels(self) -> None:
        reply_to = Address("", "jobs@lantern.example")
        message = rejection(reply_to=(reply_to,))
        found = still_stands(message, (("sent", mine(to=(reply_to,))),), JANE, read_as(Label.OTHER))
        assert isinstance(found, Cancelled)

    def test_a_draft_that_names_it_cancels(self) -> None:
        assert cancelled(("drafts", mine(in_reply_to=(ITS_ID,)))) is SkipReason.DRAFT_BEGUN

    def test_a_draft_to_the_sender_about_something_else_does_not(self) -> None:
        assert standing(("drafts", mine(to=(MAYA,), subject="Invoice"))) == Clear()

    def test_without_a_message_id_the_answer_is_known_by_its_subject_and_recipient(self) -> None:
        message = rejection(message_id=None)
        draft = mine(to=(MAYA,), subject="AW: Re: your  application")
        found = still_stands(message, (("drafts", draft),), JANE, read_as(Label.OTHER))
        assert isinstance(found, Cancelled)
        assert found.reason is SkipReason.DRAFT_BEGUN

    def test_without_a_message_id_what_the_user_wrote_before_is_no_answer(self) -> None:
        message = rejection(message_id=None, subject="Re: Application")
        applied = mine(to=(MAYA,), subject="Application", date=ARRIVED - DAY)
        for place in ("sent", "drafts"):
            assert still_stands(message, ((place, applied),), JANE, read_as(Label.OTHER)) == Clear()


class TestLookingBack:
    def test_what_came_after_the_draft_s_time_is_no_matter(self) -> None:
        around = (("received", another()), ("sent", mine(to=(MAYA,))))
        found = still_stands(REJECTION, around, JANE, read_as(Label.INTERVIEW), until=ARRIVED + DAY / 2)
        assert found == Clear()

    @pytest.mark.parametrize("message_id", [ITS_ID, None])
    def test_the_user_s_own_answer_counts_however_late(self, message_id: str | None) -> None:
        answer = mine(to=(MAYA,), in_reply_to=(ITS_ID,) if message_id else (), date=ARRIVED + 40 * DAY)
        around = (("sent", answer),)
        message = rejection(message_id=message_id)
        found = still_stands(message, around, JANE, read_as(Label.OTHER), arrived_at=ARRIVED, until=ARRIVED + DAY)
        assert isinstance(found, Cancelled)
        assert found.reason is SkipReason.ALREADY_ANSWERED


class TestOurOwnDraft:
    @pytest.mark.parametrize("place", ["drafts", "sent", "trash"])
    def test_it_is_found_by_its_message_id_wherever_the_user_put_it(self, place: str) -> None:
        found = mine(message_id=OURS, in_reply_to=(ITS_ID,))
        assert standing((place, found)) == Saved(OURS, place)

    def test_an_edited_one_that_was_thrown_away_is_found_by_what_it_answers(self) -> None:
        thrown = mine(message_id="<edited@example.org>", in_reply_to=(ITS_ID,))
        assert standing(("trash", thrown)) == Saved("<edited@example.org>", "trash")

    def test_somebody_elses_mail_in_the_trash_is_not_ours(self) -> None:
        assert standing(("trash", another(in_reply_to=(ITS_ID,)))) == Clear()

    def test_it_is_saved_even_when_they_wrote_again_since(self) -> None:
        news = another(references=(ITS_ID,))
        assert standing(("received", news), ("drafts", mine(message_id=OURS)), label=Label.OFFER) == Saved(
            OURS, "drafts"
        )

    def test_another_mails_draft_is_not_ours(self) -> None:
        assert standing(("drafts", mine(message_id=draft_id(JANE, "another key")))) == Clear()


class TestTheirNextMail:
    @pytest.mark.parametrize("label", [Label.INTERVIEW, Label.OFFER, Label.FEEDBACK, Label.OTHER])
    def test_news_or_an_unclear_mail_in_the_thread_cancels(self, label: Label) -> None:
        for mail in (another(in_reply_to=(ITS_ID,)), another(references=("<interview@lantern.example>",))):
            assert cancelled(("received", mail), label=label) is SkipReason.WROTE_AGAIN

    @pytest.mark.parametrize("label", [Label.REJECTION, Label.ACKNOWLEDGEMENT])
    def test_a_second_rejection_or_a_receipt_in_the_thread_does_not(self, label: Label) -> None:
        assert standing(("received", another(references=(ITS_ID,))), label=label) == Clear()

    @pytest.mark.parametrize("label", [Label.INTERVIEW, Label.OFFER, Label.FEEDBACK])
    def test_news_from_the_same_house_cancels_outside_the_thread_too(self, label: Label) -> None:
        colleague = another(Address("Ben", "ben@people.lantern.example"))
        assert cancelled(("received", colleague), label=label) is SkipReason.WROTE_AGAIN

    def test_news_from_another_house_does_not(self) -> None:
        elsewhere = another(Address("Ben", "ben@harbour.example"))
        assert standing(("received", elsewhere), label=Label.OFFER) == Clear()

    def test_what_came_before_the_rejection_does_not(self) -> None:
        invitation = another(date=ARRIVED - DAY, references=("<interview@lantern.example>",))
        assert standing(("received", invitation), label=Label.INTERVIEW) == Clear()

    def test_a_mail_that_names_the_rejection_is_later_whatever_its_date_says(self) -> None:
        misdated = another(date=ARRIVED - 400 * DAY, in_reply_to=(ITS_ID,))
        assert cancelled(("received", misdated), label=Label.INTERVIEW) is SkipReason.WROTE_AGAIN

    @pytest.mark.parametrize(
        "fields",
        [
            {"headers": {"list-id": ("<news.lantern.example>",)}},
            {"headers": {"list-unsubscribe": ("<https://lantern.example/u>",)}},
            {"sender": Address("Lantern", "jobs@lantern.example")},
            {"sender": Address("Ben", "ben@lantern.example")},
        ],
    )
    def test_a_newsletter_or_job_alert_of_the_house_does_not(self, fields: dict[str, object]) -> None:
        assert standing(("received", another(subject="12 new jobs for you", **fields))) == Clear()  # type: ignore[arg-type]

    def test_an_unclear_mail_from_the_same_person_does(self) -> None:
        assert cancelled(("received", another(text="Could you call me?"))) is SkipReason.WROTE_AGAIN

    @pytest.mark.parametrize(
        "text",
        ["Please disregard our mail of yesterday.", "Unsere Absage wurde versehentlich verschickt.", "We reopened it."],
    )
    def test_a_mail_of_the_house_that_takes_it_back_does(self, text: str) -> None:
        mail = another(Address("Lantern", "jobs@lantern.example"), text=text)
        assert cancelled(("received", mail)) is SkipReason.WROTE_AGAIN

    def test_a_mail_with_the_same_subject_from_the_house_does(self) -> None:
        mail = another(Address("Lantern", "jobs@lantern.example"), subject="RE: Your application")
        assert cancelled(("received", mail)) is SkipReason.WROTE_AGAIN

    def test_two_users_of_one_mail_provider_are_not_one_house(self) -> None:
        message = rejection(sender=Address("", "lantern.hiring@gmail.com"))
        stranger = another(Address("", "somebody@gmail.com"))
        assert still_stands(message, (("received", stranger),), JANE, read_as(Label.OFFER)) == Clear()

    def test_the_evidence_holds_no_words_of_the_mail(self) -> None:
        found = standing(("received", another(subject="Pelican", in_reply_to=(ITS_ID,))), label=Label.OFFER)
        assert found == Cancelled(SkipReason.WROTE_AGAIN, "they wrote again on 2026-03-05, read as offer")


class TestServicesThatWriteForMany:
    ADDRESS = "no-reply@us.greenhouse-mail.io"

    def around(self, name: str, text: str = "…", company: str | None = "Lantern GmbH") -> Standing:
        message = rejection(sender=Address("Lantern", self.ADDRESS))
        mail = another(Address(name, self.ADDRESS), text=text, subject="News")
        return still_stands(message, (("received", mail),), JANE, read_as(Label.INTERVIEW), company=company)

    def test_news_for_the_same_employer_cancels(self) -> None:
        assert isinstance(self.around("Lantern"), Cancelled)
        assert isinstance(self.around("Recruiting", "Lantern would like to meet you."), Cancelled)

    def test_news_for_another_employer_does_not(self) -> None:
        assert self.around("Harbour", "Harbour would like to meet you.") == Clear()
        assert self.around("Harbour", "Harbour would like to meet you.", company=None) == Clear()
        assert self.around("Harbour", "We make lanterns.") == Clear()
