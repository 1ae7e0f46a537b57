"""May a mail be answered?"""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from classifier.corpus.corpus import read_corpus
from classifier.language import is_surely, language_of
from classifier.message import Address, Message
from classifier.reading import Fact, Label, Reading, Stage
from config.schema import Replies
from replies.applications import Past
from replies.attempts import JobMail
from replies.decide import LANGUAGES, decide, fingerprint
from replies.decision import (
    Answer,
    Decision,
    History,
    KnownPerson,
    NoReply,
    PastReply,
    RecipientKind,
    Reply,
    ReplyKind,
    Skip,
    SkipReason,
    Worded,
)
from replies.employers import Link
from replies.variety import heard_before
from tests.rejections import ARRIVED, JANE, MAYA, NOW, details, interviewed, reading, rejection

DAY = timedelta(days=1)
NO_REPLY = Address("Lantern Careers", "no-reply@lantern.example")
RECRUITER = Address("Jo Abara", "jo@talentbridge.example")


def decided(
    mail: Message | None = None, found: Reading | None = None, history: History | None = None, **wishes: object
) -> Decision:
    read = found or reading()
    policy = replace(JANE, **wishes)  # type: ignore[arg-type]
    return decide(mail or rejection(), read, ARRIVED, NOW, history or History(), policy)


def reason(decision: Decision) -> SkipReason:
    assert isinstance(decision, Skip)
    return decision.reason


def answered(
    company: str | None = "Lantern",
    role: str | None = "Data Analyst",
    *,
    ago: timedelta = DAY,
    sender: str = MAYA.email,
) -> History:
    past = PastReply(company, role, sender, frozenset({"<earlier@lantern.example>"}), "0" * 64, ARRIVED - ago)
    return History(replies=(past,))


def test_a_rejection_from_a_person_is_answered_to_that_person_after_the_delay() -> None:
    decision = decided(found=reading(details(person="Maya Lindqvist")))
    assert isinstance(decision, Reply)
    assert decision.kind is ReplyKind.THANKS
    assert decision.to.address == MAYA
    assert decision.to.kind is RecipientKind.PERSON
    assert decision.due_at == ARRIVED + timedelta(hours=24)


@pytest.mark.parametrize("own", ["jane@example.org", "J.Doe@example.net"])
def test_own_mail_is_not_answered_even_when_it_quotes_a_rejection(own: str) -> None:
    assert reason(decided(rejection(sender=Address("Jane", own)))) is SkipReason.OWN_MAIL


def test_a_mail_without_a_sender_is_not_answered() -> None:
    assert reason(decided(rejection(sender=None))) is SkipReason.NO_SENDER


@pytest.mark.faults(29)
@pytest.mark.parametrize(
    "bounce",
    [
        rejection(headers={"content-type": ("multipart/report; report-type=delivery-status",)}),
        rejection(sender=Address("", "MAILER-DAEMON@lantern.example"), headers={"return-path": ("<>",)}),
        rejection(sender=Address("", "postmaster@lantern.example")),
    ],
)
def test_a_report_of_the_mail_system_is_not_answered(bounce: Message) -> None:
    assert reason(decided(bounce)) is SkipReason.BOUNCE


@pytest.mark.faults(29)
def test_a_null_return_path_alone_is_no_bounce() -> None:
    assert isinstance(decided(rejection(headers={"return-path": ("<>",)})), Reply)


@pytest.mark.faults(29)
@pytest.mark.parametrize("headers", [{"list-id": ("<news.lantern.example>",)}, {"precedence": ("List",)}])
def test_list_mail_is_not_answered(headers: dict[str, tuple[str, ...]]) -> None:
    assert reason(decided(rejection(headers=headers))) is SkipReason.MAILING_LIST


@pytest.mark.faults(29)
def test_list_headers_that_tracking_systems_put_on_rejections_do_not_make_it_list_mail() -> None:
    from_system = rejection(
        sender=Address("Lantern", "lantern-x1@candidates.workablemail.com"),
        headers={"list-id": ("<x.workablemail.com>",), "list-unsubscribe": ("<https://x.example>",)},
    )
    assert isinstance(decided(from_system), Reply)
    assert isinstance(decided(rejection(headers={"list-unsubscribe": ("<https://x.example>",)})), Reply)


def test_what_is_no_rejection_is_not_answered() -> None:
    assert reason(decided(found=reading(label=Label.ACKNOWLEDGEMENT))) is SkipReason.NOT_REJECTION


@pytest.mark.parametrize("label", [Label.REJECTION, Label.OTHER])
def test_what_may_be_a_rejection_is_kept_as_unsure_whatever_its_label(label: Label) -> None:
    assert reason(decided(found=reading(label=label, unsure=True))) is SkipReason.UNSURE


SWEDISH = "Tyvärr har vi valt att gå vidare med andra till tjänsten. Tack för din ansökan."


class TestForeignLanguage:
    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("sv", SWEDISH),
            ("pl", "Niestety nie możemy zaproponować Panu pracy. Dziękujemy za aplikację i pozdrawiamy."),
            ("fi", "Valitettavasti emme valinneet sinua tehtävään. Kiitos hakemuksesta, ja terveisin Lantern."),
        ],
    )
    def test_a_rejection_that_no_template_answers_in_its_language_is_not_answered(
        self, language: str, text: str
    ) -> None:
        assert language_of(text) == language
        assert reason(self.decided(language, text)) is SkipReason.FOREIGN_LANGUAGE

    def test_it_is_answered_in_the_language_that_the_user_set(self) -> None:
        assert isinstance(self.decided("sv", SWEDISH, language="en"), Reply)

    def test_the_users_own_templates_may_be_in_any_language(self, tmp_path: Path) -> None:
        assert isinstance(self.decided("sv", SWEDISH, templates=tmp_path), Reply)

    @pytest.mark.parametrize("text", ["Application status: rejected\nTill Brandt", "No.\nVi Tran", ""])
    def test_foreign_names_do_not_make_a_short_mail_foreign(self, text: str) -> None:
        assert isinstance(self.decided("sv", text), Reply)

    def test_unsure_comes_before_it_and_expired_after(self) -> None:
        swedish = details(language="sv")
        mail, late = rejection(text=SWEDISH), ARRIVED + 30 * DAY
        assert reason(decided(mail, reading(swedish, unsure=True))) is SkipReason.UNSURE
        found = decide(mail, reading(swedish), ARRIVED, late, History(), JANE)
        assert reason(found) is SkipReason.FOREIGN_LANGUAGE

    def test_the_languages_are_those_of_the_templates(self) -> None:
        folders = (Path(__file__).parents[1] / "replies" / "templates").glob("*/greeting.txt.j2")
        assert {path.parent.name for path in folders} == LANGUAGES

    def test_the_mailbox_file_takes_each_of_them(self) -> None:
        assert set(get_args(Replies.model_fields["language"].annotation)) == LANGUAGES | {"auto"}

    def decided(self, found: str, text: str, **wishes: object) -> Decision:
        return decided(rejection(text=text), reading(details(language=found)), None, **wishes)


def test_no_rejection_of_the_corpus_is_surely_taken_for_another_language() -> None:
    mails = [mail for mail in read_corpus() if mail.label is Label.REJECTION]
    assert len(mails) > 1000
    mistaken = [(mail, found) for mail in mails if (found := language_of(mail.text or mail.subject)) != mail.language]
    assert len(mistaken) <= 0.005 * len(mails)
    assert not any(is_surely(found, mail.text) for mail, found in mistaken)


def test_a_rejection_found_later_than_the_expiry_is_not_answered() -> None:
    late = decide(rejection(), reading(), ARRIVED, ARRIVED + timedelta(days=14, seconds=1), History(), JANE)
    just = decide(rejection(), reading(), ARRIVED, ARRIVED + timedelta(days=14), History(), JANE)
    assert reason(late) is SkipReason.EXPIRED
    assert isinstance(just, Reply)


def test_deciding_loads_no_templates_so_that_the_command_line_starts_quickly() -> None:
    script = "import sys, replies.decide, replies.standing; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_first_reason_wins() -> None:
    own_list_mail = rejection(sender=Address("", "jane@example.org"), headers={"list-id": ("<x>",)})
    assert reason(decided(own_list_mail, reading(label=Label.OTHER))) is SkipReason.OWN_MAIL


class TestDuplicates:
    @pytest.mark.parametrize("field", ["references", "in_reply_to"])
    def test_a_second_mail_in_an_answered_thread_is_a_duplicate(self, field: str) -> None:
        again = rejection(**{field: ("<earlier@lantern.example>",)})
        assert reason(decided(again, history=answered(role="Other", ago=90 * DAY))) is SkipReason.DUPLICATE

    def test_the_mail_itself_answered_before_is_a_duplicate(self) -> None:
        again = rejection(message_id="<earlier@lantern.example>")
        assert reason(decided(again, history=answered("Else", None))) is SkipReason.DUPLICATE

    def test_the_same_role_at_the_same_company_is_a_duplicate_however_they_are_written(self) -> None:
        history = answered("LANTERN GmbH & Co. KG", "Data Analyst (m/w/d)", sender=RECRUITER.email)
        assert reason(decided(history=history)) is SkipReason.DUPLICATE

    def test_after_thirty_days_it_is_a_new_application(self) -> None:
        assert isinstance(decided(history=answered(ago=31 * DAY)), Reply)

    def test_two_known_roles_at_one_company_are_two_applications(self) -> None:
        assert isinstance(decided(history=answered(role="Data Engineer")), Reply)

    def test_the_same_words_about_another_known_role_are_no_duplicate(self) -> None:
        past = replace(answered(role="Data Engineer").replies[0], fingerprint=fingerprint(rejection()))
        assert isinstance(decided(history=History(replies=(past,))), Reply)

    def test_the_same_text_sent_again_is_a_duplicate_though_nothing_else_is_known(self) -> None:
        past = replace(answered(None, None).replies[0], fingerprint=fingerprint(rejection()))
        resent = rejection(key="beef", message_id="<2@lantern.example>", text=f"\n {rejection().text.upper()}  ")
        found = reading(details(None, None))
        assert reason(decided(resent, found, History(replies=(past,)))) is SkipReason.DUPLICATE

    def test_one_role_unknown_and_another_sender_may_be_a_duplicate(self) -> None:
        history = answered(role=None)
        assert reason(decided(rejection(sender=RECRUITER), history=history)) is SkipReason.POSSIBLE_DUPLICATE

    def test_one_role_unknown_and_the_same_sender_is_news(self) -> None:
        assert isinstance(decided(history=answered(role=None)), Reply)

    @pytest.mark.parametrize("sender", [RECRUITER, Address("Jo Abara", "jo@lantern.example")])
    def test_both_roles_unknown_and_another_sender_may_be_a_duplicate_for_two_weeks(self, sender: Address) -> None:
        mail, found = rejection(sender=sender), reading(details(role=None))
        assert reason(decided(mail, found, answered(role=None))) is SkipReason.POSSIBLE_DUPLICATE
        assert isinstance(decided(mail, found, answered(role=None, ago=15 * DAY)), Reply)

    def test_both_roles_unknown_the_same_sender_and_another_text_is_news(self) -> None:
        assert isinstance(decided(found=reading(details(role=None)), history=answered(role=None)), Reply)

    @pytest.mark.parametrize(("mine", "theirs"), [("Lantern", None), (None, "Lantern")])
    def test_a_mail_that_names_no_company_is_of_the_house_that_it_came_from(
        self, mine: str | None, theirs: str | None
    ) -> None:
        system = Address("Careers", "no-reply@us.greenhouse-mail.io")
        sender, earlier = (MAYA, system) if mine is None else (system, MAYA)
        history = answered(theirs, sender=earlier.email)
        assert reason(decided(rejection(sender=sender), reading(details(mine)), history)) is SkipReason.DUPLICATE
        elsewhere = answered(theirs, sender="tom@halden.example" if theirs is None else earlier.email)
        stranger = Address("Tom Adeyemi", "tom@halden.example") if mine is None else system
        assert isinstance(
            decided(rejection(sender=stranger), reading(details(mine)), elsewhere, no_reply=NoReply.BLANK), Reply
        )

    def test_two_mails_of_one_house_that_name_no_company_are_of_one(self) -> None:
        history = answered(None, sender="no-reply@lantern.example")
        assert reason(decided(found=reading(details(None)), history=history)) is SkipReason.DUPLICATE

    def test_names_that_the_user_called_one_company_are_one(self) -> None:
        history = answered("Lumen", sender=RECRUITER.email)
        assert isinstance(decided(history=history), Reply)
        one = Past(links=(Link("lantern", "lumen", same=True),))
        assert reason(decided(history=replace(history, past=one))) is SkipReason.DUPLICATE

    def test_a_longer_title_by_another_sender_may_be_the_same_role(self) -> None:
        history = answered(role="Senior Data Analyst", sender=RECRUITER.email)
        assert reason(decided(history=history)) is SkipReason.POSSIBLE_DUPLICATE
        assert isinstance(decided(history=answered(role="Senior Data Analyst")), Reply)

    def test_the_number_of_the_position_is_stronger_than_its_title(self) -> None:
        past = replace(answered(role="Analyst, Data").replies[0], requisition="R-1")
        for number, expected in (("R-1", SkipReason.DUPLICATE), ("R-2", None)):
            decision = decided(found=reading(details(requisition=Fact(number, "text"))), history=History((past,)))
            assert (reason(decision) if isinstance(decision, Skip) else None) is expected

    def test_another_company_is_news(self) -> None:
        assert isinstance(decided(history=answered("Harbour")), Reply)

    def test_two_unknown_companies_are_not_the_same_company(self) -> None:
        found = reading(details(None))
        assert isinstance(decided(rejection(sender=RECRUITER), found, answered(None)), Reply)

    def test_a_sure_duplicate_is_named_before_a_possible_one(self) -> None:
        replies = (*answered(role=None, sender="x@y.example").replies, *answered().replies)
        assert reason(decided(history=History(replies=replies))) is SkipReason.DUPLICATE

    def test_a_short_text_never_makes_a_duplicate(self) -> None:
        one, other = rejection(key="a", text="No, sorry."), rejection(key="b", text="No, sorry.")
        assert fingerprint(one) != fingerprint(other)

    def test_the_same_text_from_another_domain_is_another_text(self) -> None:
        assert fingerprint(rejection()) != fingerprint(rejection(sender=RECRUITER))


class TestWhichAreAnswered:
    def test_interviewed_leaves_out_whom_nobody_talked_with(self) -> None:
        assert reason(decided(answer=Answer.INTERVIEWED)) is SkipReason.NOT_INTERVIEWED

    @pytest.mark.parametrize("stage", [Stage.SPOKEN, Stage.INTERVIEWED])
    def test_interviewed_answers_after_a_talk(self, stage: Stage) -> None:
        assert isinstance(decided(found=reading(details(stage=stage)), answer=Answer.INTERVIEWED), Reply)

    @pytest.mark.parametrize(("role", "answered"), [("Data Analyst", True), (None, True), ("Gardener", False)])
    def test_interviewed_answers_whom_somebody_invited_though_the_rejection_does_not_say_so(
        self, role: str | None, *, answered: bool
    ) -> None:
        invitation = JobMail("an invitation", Label.INTERVIEW, ARRIVED - 9 * DAY, company="Lantern", role=role)
        decision = decided(history=History(past=Past((invitation,))), answer=Answer.INTERVIEWED)
        assert isinstance(decision, Reply) is answered

    @pytest.mark.parametrize("no_reply", [NoReply.SKIP, NoReply.FIND_PERSON])
    def test_where_nobody_reads_it_no_draft_is_made(self, no_reply: NoReply) -> None:
        decision = decided(rejection(sender=NO_REPLY), no_reply=no_reply)
        assert reason(decision) is SkipReason.NOBODY_READS

    @pytest.mark.parametrize(
        ("answer", "no_reply"),
        [
            (Answer.REACHABLE, NoReply.BLANK),
            (Answer.ALL, NoReply.FIND_PERSON),
            (Answer.ALL, NoReply.BLANK),
        ],
    )
    def test_a_draft_without_a_recipient_is_made_where_the_user_asks_for_one(
        self, answer: Answer, no_reply: NoReply
    ) -> None:
        decision = decided(rejection(sender=NO_REPLY), answer=answer, no_reply=no_reply)
        assert isinstance(decision, Reply)
        assert decision.to.kind is RecipientKind.NOBODY
        assert decision.to.address is None

    def test_skip_is_the_narrower_wish_and_overrules_all(self) -> None:
        decision = decided(rejection(sender=NO_REPLY), answer=Answer.ALL, no_reply=NoReply.SKIP)
        assert reason(decision) is SkipReason.NOBODY_READS

    def test_somebody_who_wrote_before_is_found_where_nobody_reads_it(self) -> None:
        history = History(people=(KnownPerson(MAYA, "Lantern", "Data Analyst", ARRIVED - 20 * DAY),))
        decision = decided(rejection(sender=NO_REPLY), history=history)
        assert isinstance(decision, Reply)
        assert decision.to.address == MAYA

    def test_somebody_who_wrote_a_year_ago_is_not_thanked_for_this_application(self) -> None:
        history = History(people=(KnownPerson(MAYA, "Lantern", None, ARRIVED - 365 * DAY),))
        assert reason(decided(rejection(sender=NO_REPLY), history=history)) is SkipReason.NOBODY_READS

    @pytest.mark.faults(30)
    def test_a_suspicious_mail_is_not_answered_whatever_the_user_wants(self) -> None:
        elsewhere = rejection(reply_to=(Address("", "maya@lantern-careers.test"),))
        decision = decided(elsewhere, reading(interviewed()), answer=Answer.ALL, no_reply=NoReply.BLANK)
        assert reason(decision) is SkipReason.SUSPICIOUS_REPLY_TO


def test_what_the_same_company_or_anybody_in_the_same_week_was_told_is_not_said_again() -> None:
    def told(company: str, days: int, wording: str) -> Worded:
        return Worded(wording, company, NOW - timedelta(days=days))

    worded = (
        told("Lantern GmbH", 350, "a"),
        told("Other", 30, "b"),
        told("Other", 3, "c"),
        told("Lantern Group", 1, "d"),
    )
    assert heard_before(worded, "Lantern", NOW) == ("a", "c", "d")
    assert heard_before(worded, None, NOW) == ("c", "d")
