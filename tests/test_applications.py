"""What the mails of the past add up to, and whom a new application gives reason to write to. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from classifier.reading import Label, Stage
from replies.applications import Employer, Past, employers, months_after
from replies.attempts import JobMail
from replies.decision import Policy, Recipient, RecipientKind, Reply, ReplyKind, Skip, SkipReason
from replies.employers import Link
from replies.questions import with_questions
from replies.reconnect import decide_acknowledgement
from tests.rejections import JANE

DAY = timedelta(days=1)
START = datetime(2025, 9, 1, 9, tzinfo=UTC)
HOLD_OFF = 180 * DAY
MAYA = {"person": "Maya Lindqvist", "email": "maya@brightloop.example", "sender": "maya@brightloop.example"}


def a_mail(day: float, label: Label, **more: Any) -> JobMail:  # noqa: ANN401 - the fields of a JobMail
    fields = {"company": "Brightloop", "role": "Data Engineer", "sender": "no-reply@brightloop.example", **more}
    return JobMail(key=f"{day} {label} {more}", label=label, arrived_at=START + day * DAY, **fields)


def applied(day: float, **more: Any) -> JobMail:  # noqa: ANN401
    return a_mail(day, Label.ACKNOWLEDGEMENT, **more)


def rejected(day: float, **more: Any) -> JobMail:  # noqa: ANN401
    return a_mail(day, Label.REJECTION, **more)


def invited(day: float, **more: Any) -> JobMail:  # noqa: ANN401
    return a_mail(day, Label.INTERVIEW, **MAYA | more)


def only(*mails: JobMail, links: tuple[Link, ...] = ()) -> Employer:
    (employer,) = employers(Past(mails, links))
    return employer


class TestApplications:
    def test_the_mails_of_one_role_are_one_application(self) -> None:
        employer = only(applied(0), invited(7), rejected(20, role=None))
        (attempt,) = employer.attempts
        assert (len(attempt.mails), attempt.role, attempt.began_at) == (3, "Data Engineer", START)
        assert employer.last_rejection == attempt.rejection

    def test_two_roles_at_one_company_are_two(self) -> None:
        employer = only(applied(0), applied(1, role="Designer"), rejected(9, role="Designer"), rejected(12))
        assert [application.role for application in employer.applications] == ["Data Engineer", "Designer"]
        assert all(len(application.mails) == 2 for application in employer.applications)

    def test_a_title_with_a_gender_note_is_the_same_role(self) -> None:
        assert len(only(applied(0), rejected(9, role="Data Engineer (m/w/d)")).attempts) == 1

    def test_a_title_that_is_worded_longer_in_the_rejection_is_the_same_role(self) -> None:
        employer = only(applied(0), invited(7), rejected(20, role="Senior Data Engineer, Berlin"))
        assert [len(attempt.mails) for attempt in employer.attempts] == [3]
        both = (applied(0), applied(1, role="Senior Data Engineer"), rejected(20, role="Senior Data Engineer"))
        assert [len(attempt.mails) for attempt in only(*both).attempts] == [1, 2]

    def test_two_numbers_are_two_positions_of_one_title(self) -> None:
        employer = only(applied(0, requisition="R-1"), applied(1, requisition="R-2"), rejected(9, requisition="R-1"))
        assert [len(attempt.mails) for attempt in employer.attempts] == [2, 1]

    def test_a_thread_is_stronger_than_a_role_that_is_worded_otherwise(self) -> None:
        thread = frozenset({"<1@brightloop.example>"})
        employer = only(applied(0, threads=thread), rejected(9, role="Engineer, Data Platform", threads=thread))
        assert len(employer.attempts) == 1

    def test_a_confirmation_after_a_rejection_is_a_new_attempt_at_the_same_role(self) -> None:
        employer = only(applied(0), rejected(9), applied(40), rejected(50))
        (application,) = employer.applications
        assert [len(attempt.mails) for attempt in application.attempts] == [2, 2]

    def test_a_confirmation_that_the_rejection_has_overtaken_is_none(self) -> None:
        assert len(only(rejected(0), applied(0)).attempts) == 1
        assert len(only(applied(0), rejected(1), applied(2, role=None)).attempts) == 1
        assert len(only(rejected(0), applied(1, role="Designer")).attempts) == 2

    def test_a_second_confirmation_or_a_status_mail_is_none(self) -> None:
        assert len(only(applied(0), applied(0.1, role=None), applied(40)).attempts) == 1

    def test_a_confirmation_after_half_a_year_of_silence_is_a_new_attempt(self) -> None:
        assert len(only(applied(0), applied(200)).attempts) == 2

    def test_an_invitation_after_a_rejection_takes_it_back(self) -> None:
        employer = only(applied(0), rejected(9), invited(12))
        assert (employer.last_rejection, employer.hold_off_until(HOLD_OFF)) == (None, None)

    def test_the_stage_is_the_furthest_that_a_mail_says(self) -> None:
        (attempt,) = only(applied(0), invited(5), rejected(9, stage=Stage.INTERVIEWED)).attempts
        assert attempt.stage is Stage.INTERVIEWED

    def test_a_mail_without_a_company_belongs_to_that_of_its_thread_or_sender(self) -> None:
        thread = frozenset({"<7@brightloop.example>"})
        answer = a_mail(8, Label.FEEDBACK, company=None, role=None, threads=thread, sender="maya@home.example")
        second = a_mail(9, Label.REJECTION, company=None, role=None, sender=MAYA["sender"])
        assert len(only(invited(5, threads=thread), answer, second).mails) == 3

    def test_a_mail_without_a_company_from_a_service_belongs_to_none(self) -> None:
        ats = "no-reply@us.greenhouse-mail.io"
        employer = only(applied(0, sender=ats), rejected(9, company=None, role=None, sender=ats))
        assert len(employer.mails) == 1

    def test_a_mail_without_a_company_belongs_to_that_of_its_house(self) -> None:
        system = "no-reply@us.greenhouse-mail.io"
        personal = a_mail(9, Label.REJECTION, company=None, role=None, **MAYA)
        assert len(only(applied(0, sender=system), personal).mails) == 2
        elsewhere = replace(personal, sender="tom@halden.example")
        assert len(only(applied(0, sender=system), elsewhere).mails) == 1

    def test_a_sender_who_wrote_for_two_companies_says_of_neither_that_it_is_this_one(self) -> None:
        agency = "tom@talentbridge.example"
        past = (applied(0, sender=agency), applied(1, company="Halden", sender=agency))
        nameless = a_mail(9, Label.REJECTION, company=None, role=None, sender=agency)
        assert [len(each.mails) for each in employers(Past((*past, nameless)))] == [1, 1]

    def test_the_hold_off_ends_so_long_after_the_last_rejection(self) -> None:
        employer = only(rejected(9), rejected(30, role="Designer"))
        assert employer.hold_off_until(HOLD_OFF) == START + 210 * DAY

    def test_an_attempt_within_the_hold_off_is_marked_and_no_other(self) -> None:
        employer = only(applied(0), applied(5, role="Designer"), rejected(9), applied(40), applied(300))
        ends = START + 189 * DAY
        assert [employer.too_soon(each, HOLD_OFF) for each in employer.attempts] == [None, None, ends, None]

    def test_what_the_mail_says_counts_rather_than_the_setting(self) -> None:
        employer = only(rejected(0, reapply_months=12))
        assert employer.hold_off_until(HOLD_OFF) == START.replace(year=START.year + 1)

    def test_months_end_on_a_day_that_there_is(self) -> None:
        assert months_after(datetime(2025, 8, 31, tzinfo=UTC), 6) == datetime(2026, 2, 28, tzinfo=UTC)
        assert months_after(datetime(2025, 12, 15, tzinfo=UTC), 1) == datetime(2026, 1, 15, tzinfo=UTC)
        assert months_after(datetime(2025, 12, 15, tzinfo=UTC), 10**6).year == 9999

    def test_a_company_that_may_be_another_is_a_question_until_it_is_answered(self) -> None:
        mails = (applied(0, company="Cobot", sender=None), rejected(9, company="Collaborative Robotics", sender=None))
        asked = with_questions(employers(Past(mails)), ())
        assert [each.perhaps for each in asked] == [("Cobot",), ("Collaborative Robotics",)]
        link = Link("cobot", "collaborative robotics", same=True)
        assert only(*mails, links=(link,)).names == ("Collaborative Robotics", "Cobot")
        told_apart = with_questions(employers(Past(mails)), (replace(link, same=False),))
        assert [each.perhaps for each in told_apart] == [(), ()]


def decided(new: JobMail, *before: JobMail, policy: Policy = JANE, links: tuple[Link, ...] = ()) -> Reply | Skip | None:
    return decide_acknowledgement(new, Past(before, links), policy, new.arrived_at)


def reason(new: JobMail, *before: JobMail, policy: Policy = JANE) -> SkipReason | None:
    skip = decided(new, *before, policy=policy)
    assert skip is None or isinstance(skip, Skip)
    return skip.reason if skip else None


KNOWN = (applied(0), invited(10), rejected(30, stage=Stage.INTERVIEWED))
AGAIN = applied(250, role="Product Manager")


class TestReconnecting:
    def test_the_recruiter_of_then_gets_a_note_with_what_there_is_to_refer_to(self) -> None:
        note = decided(AGAIN, *KNOWN, policy=replace(JANE, updates="I moved to Oslo."))
        assert isinstance(note, Reply)
        assert (note.kind, note.due_at) == (ReplyKind.RECONNECT, AGAIN.arrived_at + JANE.delay)
        assert isinstance(note.to, Recipient)
        assert note.to.kind is RecipientKind.PERSON
        assert note.to.address is not None
        assert note.to.address.email == "maya@brightloop.example"
        assert note.reunion is not None
        assert (note.reunion.role, note.reunion.new_role) == ("Data Engineer", "Product Manager")
        assert (note.reunion.stage, note.reunion.when) == (Stage.APPLIED, START + 10 * DAY)  # Maya invited, no more
        assert (note.reunion.another_kind, note.reunion.feedback) == (True, False)
        assert note.reunion.updates == "I moved to Oslo."

    def test_who_wrote_back_after_the_talk_was_met_half_way_between_the_invitation_and_that_mail(self) -> None:
        note = decided(AGAIN, *KNOWN[:2], rejected(30, stage=Stage.INTERVIEWED, **MAYA))
        assert isinstance(note, Reply)
        assert note.reunion is not None
        assert (note.reunion.stage, note.reunion.when) == (Stage.INTERVIEWED, START + 20 * DAY)

    def test_an_invitation_that_speaks_of_an_interview_to_come_is_no_meeting(self) -> None:
        note = decided(AGAIN, applied(0), invited(10, stage=Stage.INTERVIEWED), rejected(30))
        assert isinstance(note, Reply)
        assert note.reunion is not None
        assert note.reunion.stage is Stage.APPLIED

    def test_without_a_talk_the_month_is_that_of_their_last_mail(self) -> None:
        note = decided(AGAIN, applied(0), rejected(30, **MAYA))
        assert isinstance(note, Reply)
        assert note.reunion is not None
        assert (note.reunion.stage, note.reunion.when) == (Stage.APPLIED, START + 30 * DAY)

    @pytest.mark.parametrize(("giver", "told"), [(MAYA, True), ({"sender": "tom@elsewhere.example"}, False)])
    def test_only_feedback_of_the_recruiter_is_thanked_for(self, giver: dict[str, str], *, told: bool) -> None:
        note = decided(AGAIN, *KNOWN, a_mail(40, Label.FEEDBACK, **giver))
        assert isinstance(note, Reply)
        assert note.reunion is not None
        assert note.reunion.feedback is told

    def test_within_the_hold_off_it_is_marked(self) -> None:
        assert reason(applied(51), *KNOWN) is SkipReason.WITHIN_HOLD_OFF
        assert reason(applied(209, role="Product Manager"), *KNOWN) is SkipReason.WITHIN_HOLD_OFF
        assert isinstance(decided(applied(211), *KNOWN), Reply)

    def test_the_time_that_their_mail_names_is_the_hold_off(self) -> None:
        said = (*KNOWN[:2], rejected(30, stage=Stage.INTERVIEWED, reapply_months=2))
        assert isinstance(decided(applied(100), *said), Reply)
        assert reason(applied(80), *said) is SkipReason.WITHIN_HOLD_OFF

    def test_a_confirmation_that_comes_with_its_own_rejection_is_not_marked(self) -> None:
        for key in ("a", "z"):  # whichever of the two is read first
            assert reason(replace(applied(0), key=key), replace(rejected(0), key="m")) is None

    def test_a_rejection_that_was_taken_back_holds_nothing_off(self) -> None:
        assert reason(applied(60, role="Product Manager"), *KNOWN, invited(35)) is None

    def test_a_second_confirmation_or_a_first_application_calls_for_nothing(self) -> None:
        assert reason(applied(0.2, role=None), applied(0)) is None
        assert reason(applied(0)) is None
        assert reason(applied(250.1, role="Product Manager", sender="b@c.example"), *KNOWN, AGAIN) is None

    def test_a_confirmation_of_no_company_that_can_be_named_calls_for_nothing(self) -> None:
        assert reason(replace(AGAIN, company=None, sender="no-reply@us.greenhouse-mail.io"), *KNOWN) is None

    def test_nobody_is_known_who_only_confirmed_an_application(self) -> None:
        assert reason(AGAIN, applied(0, **MAYA), rejected(20)) is None

    def test_an_own_address_is_nobody(self) -> None:
        assert reason(AGAIN, applied(0), rejected(30, email="j.doe@example.net")) is None

    def test_who_was_spoken_with_comes_before_who_wrote_last(self) -> None:
        tom = {"person": "Tom Adeyemi", "email": "tom@brightloop.example"}
        note = decided(AGAIN, *KNOWN, applied(40, role="Designer"), rejected(50, role="Designer", **tom))
        assert isinstance(note, Reply)
        assert note.to.address is not None
        assert note.to.address.name == "Maya Lindqvist"

    def test_while_another_application_there_is_going_on_there_is_no_note(self) -> None:
        talking = invited(240, role="Designer")
        assert reason(AGAIN, *KNOWN, talking) is None

    def test_a_company_that_may_be_the_same_is_asked_about_and_not_written_to(self) -> None:
        new = replace(AGAIN, company="Brightloop Robotics")
        assert reason(new, *KNOWN) is SkipReason.PERHAPS_KNOWN
        assert isinstance(decided(new, *KNOWN, links=(Link("brightloop", "brightloop robotics", same=True),)), Reply)
        assert decided(new, *KNOWN, links=(Link("brightloop", "brightloop robotics", same=False),)) is None

    def test_a_confirmation_that_was_found_late_gets_no_note(self) -> None:
        skip = decide_acknowledgement(AGAIN, Past(KNOWN), JANE, AGAIN.arrived_at + 20 * DAY)
        assert isinstance(skip, Skip)
        assert skip.reason is SkipReason.EXPIRED

    def test_only_what_came_before_it_counts(self) -> None:
        assert decided(applied(5, role="Product Manager"), *KNOWN) is None

    def test_titles_in_two_languages_are_not_compared(self) -> None:
        german = tuple(replace(each, language="de", role="Bauleiter") for each in KNOWN)
        note = decided(replace(AGAIN, language="en"), *german)
        assert isinstance(note, Reply)
        assert note.reunion is not None
        assert not note.reunion.another_kind
