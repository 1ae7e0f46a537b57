"""What is asked about one company alone is what all mails together say of it, whatever the past was."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from classifier.reading import Label
from replies.applications import Past, attempt_of, employer_of, employers
from replies.attempts import Attempt, JobMail
from replies.employers import Link
from replies.naming import Naming
from replies.questions import perhaps_same, with_questions

START = datetime(2025, 9, 1, 9, tzinfo=UTC)
NAMES = ("Acme", "Acme Group", "ACME GmbH", "Acme Robotics", "Cobot", "Collaborative Robotics", "Halden", "...", None)
SENDERS = (
    "maya@acme.example",
    "Tom@Halden.example",
    "hr@halden.example",
    "anna@halden.example",
    "jobs@talentbridge.example",
    "no-reply@us.greenhouse-mail.io",
    "maya.lindqvist@gmail.com",
    None,
)
KEYS = ("acme", "acme group", "acme robotics", "cobot", "collaborative robotics", "halden")
LABELS = (Label.ACKNOWLEDGEMENT, Label.INTERVIEW, Label.REJECTION, Label.FEEDBACK)

mails = st.builds(
    JobMail,
    key=st.text("abc", min_size=3, max_size=6),
    label=st.sampled_from(LABELS),
    arrived_at=st.integers(0, 400).map(lambda day: START + timedelta(days=day)),
    company=st.sampled_from(NAMES),
    role=st.sampled_from(("Data Engineer", "Senior Data Engineer", "Designer", None)),
    email=st.sampled_from(SENDERS),
    sender=st.sampled_from(SENDERS),
    threads=st.frozensets(st.sampled_from(("<1@a.example>", "<2@a.example>", "<3@b.example>")), max_size=1),
)
links = st.builds(Link, st.sampled_from(KEYS), st.sampled_from(KEYS), st.booleans())
pasts = st.builds(
    Past,
    st.lists(mails, max_size=12, unique_by=lambda mail: mail.key).map(tuple),
    st.lists(links, max_size=2).map(tuple),
)


OF_ITS_HOUSE = Past(
    (
        JobMail("a", Label.ACKNOWLEDGEMENT, START, company="Halden", sender="no-reply@us.greenhouse-mail.io"),
        JobMail("b", Label.REJECTION, START, sender="hr@halden.example"),
    )
)


@given(pasts)
@example(OF_ITS_HOUSE)
def test_the_company_of_a_mail_is_the_one_among_all_that_has_it(past: Past) -> None:
    every = employers(past)
    for mail in past.mails:
        here = [each for each in every if any(its.key == mail.key for its in each.mails)]
        assert employer_of(mail, past) == (here[0] if here else None)
        attempts = [each for employer in here for each in employer.attempts]
        own = [each for each in attempts if any(its.key == mail.key for its in each.mails)]
        assert [attempt_of(mail, past)] == (own or [Attempt((mail,))])


@given(pasts)
def test_the_question_about_one_company_is_that_about_all(past: Past) -> None:
    for asked in with_questions(employers(past), past.links):
        assert perhaps_same(asked, past) == asked.perhaps


@given(pasts)
def test_a_mail_without_a_company_belongs_to_the_same_whether_asked_alone_or_with_all(past: Past) -> None:
    together = Naming(past.mails, past.mails)
    for mail in past.mails:
        assert Naming(past.mails, [mail]).company_of(mail) == together.company_of(mail)
