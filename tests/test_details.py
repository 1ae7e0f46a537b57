"""What a mail tells about the application: never a wrong fact, and nine in ten of the facts that are there."""

import json
import math
import re
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from classifier.details import details_of
from classifier.message import parse
from classifier.reading import Details, Fact, Formality, Reason, Stage
from replies.names import company_key

GERMAN = re.compile("[Bb]itte|[Uu]ns|wir|wurde|Sie|war")
MAILS = sorted((Path(__file__).parent / "mails").rglob("*.eml"))
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
FACTS = ("company", "role", "person", "stage", "language", "formality")
MAY_BE_TOLD = ("requisition", "reason", "reapply", "keeps_on_file")
# Of each fact: how many of those that are there are found, and how many mails may give a wrong one, in each language.
TARGETS = {
    "company": (0.95, 0.01),
    "role": (0.90, 0.02),
    "person": (0.95, 0.01),
    "requisition": (0.90, 0.01),
    "reason": (0.90, 0.02),
    "reapply": (0.90, 0.01),
}


@cache
def expected(path: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return {**facts, "company": company_key(facts["company"]) or None}


@cache
def read(path: Path) -> dict[str, Any]:
    found = details_of(parse(path.read_bytes()))
    return {
        "company": company_key(value(found.company)) or None,  # with its legal form or without: one company
        **{name: value(getattr(found, name)) for name in ("role", "person", "requisition", "reapply")},
        **{name: getattr(found, name) for name in ("stage", "reason", "language", "formality")},
        "keeps_on_file": found.keeps_on_file is not None,
    }


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_fact_taken_out_of_a_mail_is_wrong(path: Path) -> None:
    facts, found = expected(path), read(path)
    told = {name: found[name] for name in (*FACTS, *MAY_BE_TOLD) if name in facts and name != "stage"}
    assert {name: value for name, value in told.items() if value not in {None, False, facts[name]}} == {}


def test_nine_facts_in_ten_are_found() -> None:
    there = [(path, name) for path in MAILS for name in FACTS if expected(path)[name] is not None]
    found = [(path, name) for path, name in there if read(path)[name] == expected(path)[name]]
    assert len(MAILS) >= 150
    assert len(found) >= 0.9 * len(there)


@pytest.mark.parametrize("fact", TARGETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_gives_enough_of_each_fact_and_hardly_a_wrong_one(language: str, fact: str) -> None:
    mails = [path for path in MAILS if expected(path)["language"] == language and fact in expected(path)]
    there = [path for path in mails if expected(path)[fact] is not None]
    right = [path for path in there if read(path)[fact] == expected(path)[fact]]
    wrong = [path for path in mails if read(path)[fact] not in {None, expected(path)[fact]}]
    enough, too_many = TARGETS[fact]
    assert len(there) - len(right) <= math.ceil((1 - enough) * len(there))  # one of a few may be missed
    assert len(wrong) <= too_many * len(mails)


def test_most_promises_to_keep_an_application_are_seen() -> None:
    kept = [path for path in MAILS if expected(path).get("keeps_on_file")]
    assert sum(read(path)["keeps_on_file"] for path in kept) >= 0.8 * len(kept)


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_stage_is_claimed_that_was_not_reached(path: Path) -> None:
    reached = list(Stage)
    assert reached.index(read(path)["stage"]) <= reached.index(Stage(expected(path)["stage"]))


def details(text: str, *, sender: str = "Jobs <jobs@acme.example>", subject: str = "Your application") -> Details:
    head = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return details_of(parse((head + text).encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for taking the time to interview with us.",
        "After our interview we talked for a long time about the role.",
        "Following your interviews last week, we have come to a decision.",
        "It was a pleasure meeting you.",
        "Nach unserem Vorstellungsgespräch haben wir uns anders entschieden.",
        "Vielen Dank für das Vorstellungsgespräch am Montag.",
        "Thanks for doing the take-home task and presenting it to us.",
        "Thank you for presenting your results to the team.",
        "Thank you again for coming in last Thursday.",
        "It was a pleasure to meet you.",
        "Danke, dass du letzte Woche bei uns warst!",
        "Schön, dass Sie bei uns waren.",
        "Vielen Dank für Ihren Besuch.",
        "Vielen Dank für Ihren netten Besuch am Montag.",
        "Vielen Dank für Ihr Kommen.",
    ],
)
def test_an_interview_that_took_place_is_seen(sentence: str) -> None:
    found = details(sentence)
    assert found.stage is Stage.INTERVIEWED
    assert found.stage_evidence == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for speaking with me on the phone.",
        "I enjoyed our call on Monday.",
        "Danke für das nette Gespräch!",
        "Vielen Dank für das Telefonat gestern.",
        "Thank you for the phone interview last week.",
        "Thanks so much for taking the time to speak with Ravi and me on Tuesday.",
        "It was great talking to Ravi, Mei and me.",
        "Thank you for taking the time to talk to Priya.",
        "Thank you for the chat on the phone.",
        "Danke für das Telefonat.",
    ],
)
def test_a_talk_is_not_taken_for_an_interview(sentence: str) -> None:
    assert details(sentence).stage is Stage.SPOKEN


@pytest.mark.parametrize(
    "sentence",
    [
        "Unfortunately we will not invite you to an interview.",
        "If you are invited to an interview, we will call you.",
        "We interviewed other candidates who were closer to what we need.",
        "Our interview process is demanding.",
        "Leider können wir Sie nicht zu einem Vorstellungsgespräch einladen.",
        "Sollten wir Sie zu einem Gespräch einladen, melden wir uns.",
        "We have selected other applicants for interview.",
        "You have not been selected for an interview.",
        "We are unable to offer you an interview.",
        "We look forward to meeting you.",
        "Should you be invited, you will meet our founders.",
        "We met many candidates and the choice was hard.",
        "Thank you for taking the time to apply.",
        "It would have been a pleasure to meet you.",
        "Thank you for visiting our website.",
        "Thank you for presenting your profile to us.",
        "We enjoyed learning about your work.",
        "We cannot discuss our decisions on the phone.",
        "We could not reach you on the phone.",
        "If you would like to speak with Ravi and me, please write.",
        "Vielen Dank für Ihren Besuch auf unserer Karriereseite.",
        "Vielen Dank, dass Sie sich bei uns beworben haben.",
        "Schade, dass Sie noch nicht bei uns waren.",
        "Von Telefonaten bitten wir abzusehen.",
        "Vielen Dank, dass du an uns gedacht hast.",
    ],
)
def test_an_interview_that_did_not_take_place_is_not_claimed(sentence: str) -> None:
    assert details(sentence).stage is Stage.APPLIED


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Please do not reply to this email."),
        ("unattended", "Replies to this message are not monitored."),
        ("unattended", "Please do not reply."),
        ("unattended", "Replies to this message are undeliverable."),
        ("unattended", "Bitte antworten Sie nicht auf diese E-Mail."),
        ("unattended", "Diese Nachricht wurde automatisch erstellt."),
        ("invites_reply", "If you have any questions, feel free to reply to this email."),
        ("invites_reply", "Bei Fragen können Sie sich jederzeit gerne melden."),
        ("declines_feedback", "We are unable to provide individual feedback."),
        ("declines_feedback", "Bitte haben Sie Verständnis, dass wir keine Gründe nennen können."),
        ("gives_feedback", "Our feedback: your answers on testing were rather brief."),
        ("gives_feedback", "Feedback from the panel: more depth in statistics."),
        ("gives_feedback", "We felt that you lacked experience with large data sets."),
        ("gives_feedback", "The reason was that another person had led a team before."),
        ("gives_feedback", "Uns fehlte etwas Erfahrung mit Datenbanken."),
        ("gives_feedback", "Das Feedback: die Fallstudie war gut, aber kurz."),
        ("gives_feedback", "Ausschlaggebend war die Erfahrung mit Kunden."),
        ("keeps_on_file", "We will keep your resume on file for future openings."),
        ("keeps_on_file", "Gerne nehmen wir Ihre Unterlagen in unseren Bewerberpool auf."),
    ],
)
def test_a_sentence_about_answers_or_files_is_quoted_whole(name: str, sentence: str) -> None:
    before, after = (
        ("Danke für die Zeit.", "Alles Gute für Sie.") if GERMAN.search(sentence) else ("Hello.", "Good luck.")
    )
    assert getattr(details(f"{before} {sentence} {after}"), name) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "We are unable to give feedback.",
        "If you would like our feedback: just write to us.",
        "Feedback: https://survey.example/acme",
        "Please send us your feedback on the process.",
        "We found that your background was not the closest match.",
        "Falls Sie Feedback wünschen, melden Sie sich gern.",
        "Aus rechtlichen Gründen nennen wir keine Begründung.",
        "Wir freuen uns über Ihr Feedback zum Verfahren.",
    ],
)
def test_feedback_that_is_refused_offered_or_wanted_is_not_given(sentence: str) -> None:
    assert details(sentence).gives_feedback is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We reviewed your application for the position of Data Engineer (Ref: AB-1234) at Acme.", "Data Engineer"),
        ("Thank you for applying for the Sales and Marketing Manager role.", "Sales and Marketing Manager"),
        ("vielen Dank für Ihre Bewerbung als Leiter Vertrieb (m/w/d) bei uns.", "Leiter Vertrieb"),
        ("Sie haben sich um die Stelle als Ärztin beworben.", "Ärztin"),
        ("Thank you for your interest in the role.", None),
        ("We will keep you in mind for other positions that come up.", None),
    ],
)
def test_a_role_is_named_without_its_number_and_gender_mark(text: str, role: str | None) -> None:
    assert value(details(text).role) == role


@pytest.mark.parametrize(
    ("signature", "person"),
    [
        ("Best regards,\nAnna-Lena Groß-Bölting\nRecruiter", "Anna-Lena Groß-Bölting"),
        ("Kind regards\nDr. Piet van der Meulen, Head of Research", "Dr. Piet van der Meulen"),
        ("Best,\nSophie", "Sophie"),
        ("Best regards,\nThe Acme Team", None),
        ("Mit freundlichen Grüßen\nIhre Personalabteilung", None),
        ("Best regards,\nBlue Harbor", None),
        ("Regards,\nHuman Resources", None),
        ("Thanks,\n\nSent from my iPhone", None),
        ("Best regards,\nNew York Office", None),
        ("Regards,\nVisa Section", None),
        ("Grüße\nGärtnerei Blattgold", None),
        ("Viele Grüße, Tobias Renner", "Tobias Renner"),
        ("With all good wishes,\n\nXenobia Mirthwell\nOrchestra Manager", "Xenobia Mirthwell"),
        ("Yours sincerely\n\nDelia Marchbank Assoc CIPD\nHR Partner", "Delia Marchbank"),
    ],
)
def test_only_a_person_who_signed_is_named(signature: str, person: str | None) -> None:
    assert value(details(f"We decided otherwise.\n\n{signature}\n").person) == person


@pytest.mark.parametrize(
    "name", ["Greenhouse", "Workday", "LinkedIn", "Lever", "SmartRecruiters", "Indeed", "Personio"]
)
def test_the_system_that_sends_is_never_the_employer(name: str) -> None:
    domain = {"Lever": "hire.lever.co", "Greenhouse": "greenhouse.io", "Personio": "m-personio.de"}
    sender = f"{name} <no-reply@{domain.get(name, name.lower() + '.com')}>"
    assert details(f"Your application was sent.\n\nRegards,\n{name}", sender=sender).company is None


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Tidewell Hiring Team via Greenhouse <no-reply@greenhouse.io>", "Hello.", "Tidewell"),
        ("Maya from Coppergate <maya@hire.lever.co>", "Hello.", "Coppergate"),
        ("Anna Smith <anna.smith@gmail.com>", "Thank you for applying to Fennmoor.", "Fennmoor"),
        ("HR <hr@blueharbor.example>", "Blue Harbor thanks you for your time.", "Blue Harbor"),
        ("Anna Smith <anna.smith@gmail.com>", "We took somebody else.", None),
        ("Lay Chair <laychair@unitedcircuit.example>", "We took somebody else.", None),
        ("Medical Staffing <staffing@kilbarron-hospital.example>", "Our Medical wards thank you.", None),
        ("Candidate Care <candidatecare@mailrelay.example>", "Care matters to us.", None),
        ("Clerk <clerk@a-b.example>", "We have chosen Ms Deborah Finch to work at Ms Deborah Finch.", None),
        ("HR <hr@a-b-c.example>", "vielen Dank für Ihr Interesse an der Position.", None),
    ],
)
def test_an_employer_is_named_as_the_mail_writes_it(sender: str, text: str, company: str | None) -> None:
    assert value(details(text, sender=sender).company) == company


@pytest.mark.parametrize(
    "hostile",
    ["Acme{{7*7}}", "{% include x %}", "https://evil.test", "<script>", "a@evil.test", "Acme\u202eemcA\r\nBcc: x"],
)
def test_no_fact_carries_markup_links_or_template_marks(hostile: str) -> None:
    text = f"Thank you for applying to {hostile} for the {hostile} role.\n\nBest regards,\n{hostile}"
    found = details(
        text, sender=f'"{hostile} Careers" <no-reply@greenhouse.io>', subject=f"Your application to {hostile}"
    )
    for fact in (found.company, found.role, found.person):
        assert fact is None or not set(fact.value) & set("{}<>@%\r\n\u202e/")


def test_facts_are_bounded_and_fast_whatever_the_mail_holds() -> None:
    long = "Thank you for applying to " + "Acme " * 40_000 + "\n" + "Best regards,\n" * 5_000
    began = time.perf_counter()
    found = details(long, sender="Acme " * 40 + "<jobs@acme.example>")
    assert time.perf_counter() - began < 3
    assert found.company is None or len(found.company.value) <= 80


SEEDS = (
    *("a", " ", "A ", "Aa-", "1 ", "(", "é", "\n", ".", "A. ", "a:", "x@y.z ", "the ", "und ", "de la ", "Acme & "),
    *(
        "application for the position of ",
        "Bewerbung als A bei ",
        "candidature au poste de ",
        "su candidatura al puesto ",
    ),
    *("la sua candidatura per il ruolo ", "je sollicitatie bij de ", "sua candidatura à vaga de ", "ref. id no. 1/"),
    *("we met, we met ", "not not if if ", "keep keep keep ", "in six months or ", "best regards, ", "Dr. Prof. med. "),
)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_three_thousand_characters_take_long(seed: str) -> None:
    hostile = (seed * 3000)[:3000]
    details("Warm up.", subject="Hello")
    began = time.process_time()
    details(
        f"{hostile}\n\nBest regards,\n{hostile[:200]}", sender=f'"{hostile[:200]}" <jobs@acme.example>', subject=hostile
    )
    assert time.process_time() - began < 1.5


def test_what_is_only_quoted_is_no_fact() -> None:
    quoted = "\n\nOn Mon, 2 Mar 2026, Robin wrote:\n> thank you for the interview for the Chemist role at Sandmere\n"
    found = details("Hello, more soon." + quoted, sender="Lina <lina@gmail.com>", subject="Hello")
    assert (found.role, found.company, found.stage) == (None, None, Stage.APPLIED)


@pytest.mark.parametrize(
    ("text", "language", "formality"),
    [
        ("Wir haben uns anders entschieden.", "de", None),
        ("Leider können wir Ihnen keine Zusage geben.", "de", Formality.FORMAL),
        ("Leider können wir dir keine Zusage geben.", "de", Formality.FAMILIAR),
    ],
)
def test_one_sentence_tells_the_language_and_how_it_speaks(
    text: str, language: str, formality: Formality | None
) -> None:
    found = details(text)
    assert (found.language, found.formality) == (language, formality)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We went with another candidate.", "en"),
        ("Nous vous remercions de votre candidature.", "fr"),
        ("Helaas hebben wij voor een andere kandidaat gekozen.", "nl"),
        ("Lamentablemente no hemos seleccionado su candidatura.", "es"),
        ("Purtroppo non possiamo proseguire con la sua candidatura.", "it"),
        ("Infelizmente não avançaremos com a sua candidatura.", "pt"),
        ("Tyvärr har vi gått vidare med en annan sökande.", "sv"),
    ],
)
def test_one_sentence_tells_the_language(text: str, language: str) -> None:
    assert details(text).language == language


@pytest.mark.parametrize(
    ("sender", "person"),
    [
        ("Carmen Estrada <cestrada@acme.example>", "Carmen Estrada"),
        ("Okwudili Abara <okwudili.abara@acme.example>", "Okwudili Abara"),
        ("Lay Chair <laychair@acme.example>", None),
        ("Crewing Nordmeer <crewing@acme.example>", None),
        ("Anna Smith <no-reply@acme.example>", None),
        ("Blue Harbor <blue.harbor@blueharbor.example>", None),
    ],
)
def test_a_display_name_stands_for_an_unsigned_mail_only_if_it_is_a_persons(sender: str, person: str | None) -> None:
    assert value(details("We took somebody else.", sender=sender).person) == person


def test_a_mail_signed_by_a_team_is_not_given_the_senders_name() -> None:
    assert details("No.\n\nBest regards,\nThe Acme Team", sender="Anna Smith <anna.smith@acme.example>").person is None


def test_a_meeting_with_the_team_is_only_claimed_when_the_mail_says_so() -> None:
    assert details("Thank you for coming in to meet the team last week.").met_team
    assert not details("Thank you for the interview.").met_team
    assert not details("You will meet the team next week.").met_team


@pytest.mark.parametrize(
    "sentence",
    [
        "We have decided not to proceed with your application for the position of Clerk as we chose others.",
        "We are no longer hiring for this position.",
    ],
)
def test_a_position_is_not_called_cancelled_that_somebody_else_may_have(sentence: str) -> None:
    assert details(sentence).reason is not Reason.CANCELLED
