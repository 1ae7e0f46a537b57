"""Who would read an answer?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from classifier.message import Address, Message
from classifier.reading import Details
from replies.applications import Past
from replies.decision import History, KnownPerson, NoReply, Policy, Recipient, RecipientKind, Skip, SkipReason
from replies.employers import Link
from replies.recipient import of_this_application, recipient_of
from tests.rejections import ARRIVED, JANE, MAYA, details, rejection

KIND = RecipientKind
GMAIL_USER = Policy("jane.doe@gmail.com", "Jane Doe")


def recipient(
    mail: Message, found: Details | None = None, history: History | None = None, policy: Policy = JANE
) -> Recipient | Skip:
    return recipient_of(mail, found or details(), history or History(), policy)


def kind(mail: Message, found: Details | None = None) -> RecipientKind:
    chosen = recipient(mail, found)
    assert isinstance(chosen, Recipient)
    assert (chosen.address is None) == (chosen.kind is KIND.NOBODY)
    return chosen.kind


def sent_by(email: str, name: str = "", **changes: object) -> Message:
    return rejection(sender=Address(name, email), **changes)


@pytest.mark.parametrize(
    ("email", "name", "expected"),
    [
        ("maya.lindqvist@lantern.example", "Maya Lindqvist", KIND.PERSON),
        ("jobs@lantern.example", "Lantern Jobs", KIND.TEAM),
        ("no-reply@lantern.example", "Lantern", KIND.NOBODY),
        ("no-reply@us.greenhouse-mail.io", "Lantern", KIND.NOBODY),
        ("lantern@myworkday.com", "Lantern", KIND.NOBODY),
        ("lantern-x1@candidates.workablemail.com", "Lantern", KIND.RELAY),
        ("noreply@candidates.workablemail.com", "Lantern", KIND.NOBODY),
        ("maya.lindqvist@lantern.teamtailor-mail.com", "Maya Lindqvist", KIND.PERSON),
        ("no-reply@lantern.teamtailor-mail.com", "Lantern", KIND.NOBODY),
        ("lantern-jobs@m-personio.de", "Lantern", KIND.TEAM),
        ("x7@recruitee-mailbox.com", "Lantern", KIND.RELAY),
        ("system@successfactors.eu", "Lantern", KIND.NOBODY),
        ("jobs-noreply@linkedin.com", "LinkedIn", KIND.NOBODY),
        ("inmail-hit-reply@linkedin.com", "Maya Lindqvist", KIND.RELAY),
        ("lantern+autoreply@talent.icims.com", "Lantern", KIND.NOBODY),
    ],
)
def test_the_address_alone_tells_who_reads_it(email: str, name: str, expected: RecipientKind) -> None:
    assert kind(sent_by(email, name)) is expected


@pytest.mark.parametrize("email", ["anna.mueller@x.example", "amuller@x.example", "anna@x.example", "müller@x.example"])
def test_a_name_is_recognised_in_an_address_however_it_is_spelled(email: str) -> None:
    assert kind(sent_by(email, "Dr. Anna Müller")) is KIND.PERSON


def test_a_name_that_the_address_does_not_bear_out_is_not_believed() -> None:
    assert kind(sent_by("qx7@lantern.example", "Anna Müller")) is KIND.TEAM


def test_a_signature_makes_an_unclear_address_a_persons() -> None:
    assert kind(sent_by("ml@lantern.example", "Lantern")) is KIND.TEAM
    assert kind(sent_by("ml@lantern.example", "Lantern"), details(person="Maya Lindqvist")) is KIND.PERSON


class TestTheMailsOwnWords:
    def test_that_answers_are_not_read_overrules_a_persons_address(self) -> None:
        assert kind(rejection(), details(unattended="This mailbox is not monitored.")) is KIND.NOBODY

    def test_an_invitation_to_answer_overrules_a_service_that_nobody_reads(self) -> None:
        found = details(invites_reply="You can reply directly to this mail.")
        assert kind(sent_by("lantern@myworkday.com"), found) is KIND.RELAY

    def test_an_invitation_does_not_make_anybody_read_no_reply(self) -> None:
        found = details(invites_reply="You can reply directly to this mail.")
        assert kind(sent_by("no-reply@us.greenhouse-mail.io"), found) is KIND.NOBODY

    def test_they_are_not_copied_into_the_evidence(self) -> None:
        chosen = recipient(rejection(), details(unattended="Pelican sentence."))
        assert isinstance(chosen, Recipient)
        assert "Pelican" not in chosen.evidence


class TestReplyTo:
    def test_on_the_same_organisations_domain_it_is_the_recipient(self) -> None:
        mail = sent_by("no-reply@talent.lantern.co.uk", reply_to=(Address("", "maya.lindqvist@lantern.co.uk"),))
        chosen = recipient(mail)
        assert isinstance(chosen, Recipient)
        assert chosen.address == mail.reply_to[0]

    @pytest.mark.faults(30)
    def test_under_the_same_public_suffix_it_is_another_organisation(self) -> None:
        mail = sent_by("jobs@lantern.co.uk", reply_to=(Address("", "jobs@lamp.co.uk"),))
        assert recipient(mail) == Skip(
            SkipReason.SUSPICIOUS_REPLY_TO, "answers would go to lamp.co.uk, not to lantern.co.uk"
        )

    @pytest.mark.faults(30)
    @pytest.mark.parametrize("elsewhere", ["maya@lantern-careers.test", "maya.lindqvist@gmail.com", "m@lantem.example"])
    def test_elsewhere_it_is_suspicious(self, elsewhere: str) -> None:
        chosen = recipient(rejection(reply_to=(Address("Maya Lindqvist", elsewhere),)))
        assert isinstance(chosen, Skip)
        assert chosen.reason is SkipReason.SUSPICIOUS_REPLY_TO

    def test_two_users_of_one_mail_provider_are_not_one_organisation(self) -> None:
        mail = sent_by("lantern.hiring@gmail.com", reply_to=(Address("", "somebody.else@gmail.com"),))
        assert isinstance(recipient(mail), Skip)

    def test_a_known_relay_is_respected(self) -> None:
        relay = Address("Lantern", "lantern-77@inbound.workablemail.com")
        assert recipient(rejection(reply_to=(relay,))) == Recipient(
            KIND.RELAY, relay, "the mail asks for answers there (Reply-To)"
        )

    def test_a_service_may_point_to_the_employer_that_it_writes_for(self) -> None:
        mail = sent_by("notification@smartrecruiters.com", reply_to=(Address("", "jobs@recruiting.lantern.example"),))
        assert kind(mail) is KIND.TEAM

    @pytest.mark.parametrize("elsewhere", ["lamp.example", "lantern-careers.test", "lan.example"])
    def test_a_service_does_not_point_anywhere_else(self, elsewhere: str) -> None:
        mail = sent_by("notification@smartrecruiters.com", reply_to=(Address("", f"jobs@{elsewhere}"),))
        assert isinstance(recipient(mail), Skip)

    def test_a_company_is_known_by_the_first_word_of_its_name(self) -> None:
        mail = sent_by("notification@smartrecruiters.com", reply_to=(Address("", "jobs@lantern.example"),))
        assert kind(mail, details("Lantern Robotics GmbH")) is KIND.TEAM

    def test_somebody_who_wrote_to_the_user_before_is_no_stranger(self) -> None:
        agent = Address("Jo Abara", "jo@talentbridge.example")
        history = History(people=(KnownPerson(agent, "Lantern", None, ARRIVED - timedelta(days=9)),))
        chosen = recipient(rejection(reply_to=(agent,)), history=history)
        assert isinstance(chosen, Recipient)
        assert chosen.address == agent

    def test_a_service_that_your_provider_vouches_for_may_point_elsewhere_but_not_to_free_mail(self) -> None:
        vouched = {"authentication-results": ("mail.example.org; dmarc=pass header.from=smartrecruiters.com",)}
        to_employer = sent_by(
            "notification@smartrecruiters.com", reply_to=(Address("", "jobs@lntrn.example"),), headers=vouched
        )
        to_free_mail = replace(to_employer, reply_to=(Address("", "lantern.jobs@gmail.com"),))
        assert kind(to_employer) is KIND.TEAM
        assert isinstance(recipient(to_free_mail), Skip)

    def test_the_users_own_address_in_it_is_passed_over(self) -> None:
        chosen = recipient(rejection(reply_to=(Address("", "jane@example.org"),)))
        assert isinstance(chosen, Recipient)
        assert chosen.address == MAYA


class TestAuthentication:
    @pytest.mark.faults(30)
    @pytest.mark.parametrize(
        ("results", "policy"),
        [
            ("mx.google.com; spf=pass; dmarc=fail (p=REJECT) header.from=lantern.example", GMAIL_USER),
            ("mail.example.org 1; dkim=none; dmarc = FAIL", JANE),
            ("mail.example.org; dmarc=fail (a (nested) comment; dmarc=pass)", JANE),
        ],
    )
    def test_a_failed_result_of_the_users_own_provider_is_suspicious(self, results: str, policy: Policy) -> None:
        chosen = recipient(rejection(headers={"authentication-results": (results,)}), policy=policy)
        assert isinstance(chosen, Skip)
        assert chosen.reason is SkipReason.SUSPICIOUS_SENDER

    @pytest.mark.faults(30)
    @pytest.mark.parametrize(
        "results",
        [
            ("mx.evil.test; dmarc=fail",),
            ("mx.google.com; dmarc=fail",),
            ("mail.example.org; dmarc=pass", "mail.example.org; dmarc=fail"),
            ("mail.example.org; dmarc=pass (once dmarc=fail; dmarc=fail)",),
            ("mail.example.org; x-dmarc=fail",),
            ("mail.example.org",),
            ("",),
            ("(((((; dmarc=fail",),
        ],
    )
    def test_what_anybody_else_wrote_or_stands_below_is_ignored(self, results: tuple[str, ...]) -> None:
        assert kind(rejection(headers={"authentication-results": results})) is KIND.PERSON


class TestFindingThePerson:
    NOBODY = sent_by("no-reply@us.greenhouse-mail.io", "Lantern")

    def known(
        self, email: str, company: str = "Lantern GmbH", role: str | None = None, *, days: int = 30
    ) -> KnownPerson:
        return KnownPerson(Address("", email), company, role, ARRIVED - timedelta(days=days))

    def found(self, *people: KnownPerson, policy: Policy = JANE, read: Details | None = None) -> str | None:
        chosen = recipient(self.NOBODY, read, History(people=people), policy)
        assert isinstance(chosen, Recipient)
        return chosen.address.email if chosen.address else None

    def test_somebody_of_the_same_company_is_found_and_the_evidence_says_why(self) -> None:
        person = KnownPerson(MAYA, "Lantern GmbH", "Data Analyst", ARRIVED - timedelta(days=30))
        assert recipient(self.NOBODY, history=History(people=(person,))) == Recipient(
            KIND.PERSON, MAYA, "wrote to you on 2 February 2026 about the Data Analyst role at Lantern GmbH"
        )

    @pytest.mark.parametrize("wording", ["Senior Data Analyst, Berlin", "Analyst"])
    def test_the_same_role_may_be_worded_longer_or_shorter(self, wording: str) -> None:
        same = self.known("same@lantern.example", role=wording)
        another = self.known("another@lantern.example", role="Gardener", days=1)
        assert self.found(another, same) == "same@lantern.example"

    def test_who_wrote_so_long_ago_wrote_about_another_application(self) -> None:
        people = (self.known("old@lantern.example", days=181), self.known("new@lantern.example", days=180))
        history = of_this_application(History(people=people), ARRIVED)
        assert [person.address.email for person in history.people] == ["new@lantern.example"]

    def test_somebody_of_the_same_company_by_another_of_its_names_is_found(self) -> None:
        assert self.found(self.known("x@lantern.example", "Lantern Group")) == "x@lantern.example"
        people, links = (self.known("x@lumen.example", "Lumen"),), (Link("lantern", "lumen", same=True),)
        chosen = recipient(self.NOBODY, history=History(people=people, past=Past(links=links)))
        assert isinstance(chosen, Recipient)
        assert chosen.address == Address("", "x@lumen.example")

    def test_nobody_is_guessed(self) -> None:
        assert self.found(self.known("x@harbour.example", "Harbour")) is None
        assert self.found(self.known("x@lantern.example", role="Data Engineer")) is None
        assert self.found(self.known("x@lantern.example"), read=details(company=None)) is None
        assert self.found(self.known("x@lantern.example", company=""), read=details(company=None)) is None

    def test_the_same_role_comes_before_a_role_unknown_and_then_the_newest(self) -> None:
        unknown, old = self.known("new@lantern.example", days=1), self.known("old@lantern.example", days=9)
        same = self.known("same@lantern.example", role="Data Analyst (f/m/x)", days=60)
        assert self.found(unknown, same, old) == "same@lantern.example"
        assert self.found(old, unknown) == "new@lantern.example"

    def test_without_a_known_role_anybody_of_the_company_will_do(self) -> None:
        person = self.known("x@lantern.example", role="Data Engineer")
        assert self.found(person, read=details(role=None)) == "x@lantern.example"

    @pytest.mark.parametrize("no_reply", [NoReply.SKIP, NoReply.BLANK])
    def test_nobody_is_looked_for_unless_the_user_wants_it(self, no_reply: NoReply) -> None:
        assert self.found(self.known("x@lantern.example"), policy=replace(JANE, no_reply=no_reply)) is None

    def test_the_user_is_not_the_recruiter(self) -> None:
        assert self.found(self.known("jane@example.org")) is None


def test_a_mail_without_a_sender_has_no_recipient() -> None:
    assert recipient(rejection(sender=None)) == Skip(SkipReason.NO_SENDER)
