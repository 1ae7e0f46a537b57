"""What English and German job mail tells beyond who, where and which role: why, under which number, when again."""

from dataclasses import fields

import pytest

from classifier.corpus.corpus import read_corpus
from classifier.details import details_of
from classifier.language import speeches_of
from classifier.languages import SPEECHES, Saying, Speech
from classifier.message import Message
from classifier.reading import Details, Reason
from classifier.sentences import split_sentences


def details(text: str, subject: str = "") -> Details:
    return details_of(Message(key="", message_id=None, subject=subject, sender=None, text=text))


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("This position has now been filled.", Reason.FILLED),
        ("An employee of ours has accepted this position through our mobility program.", Reason.FILLED),
        ("Die Stelle ist inzwischen vergeben.", Reason.FILLED),
        ("The vacancy has been withdrawn and no appointment will be made.", Reason.CANCELLED),
        ("We have decided not to fill this position.", Reason.CANCELLED),
        ("Die Position wird nicht mehr besetzt.", Reason.CANCELLED),
        ("All recruitment is on hold until the new budget.", Reason.PAUSED),
        ("We have had to freeze hiring.", Reason.PAUSED),
        ("Wegen eines Einstellungsstopps können wir Sie leider nicht einstellen.", Reason.PAUSED),
        ("We have decided to move forward with other candidates.", Reason.OTHER_CANDIDATES),
        ("We chose somebody with more experience in retail.", Reason.OTHER_CANDIDATES),
        ("Yours was not among the ten.", Reason.OTHER_CANDIDATES),
        ("Wir haben uns für einen anderen Bewerber entschieden.", Reason.OTHER_CANDIDATES),
        ("Den Zuschlag hat eine Bewerberin erhalten, die mehr Punkte hatte.", Reason.OTHER_CANDIDATES),
        ("You do not meet the minimum qualifications.", Reason.NOT_QUALIFIED),
        ("Your application did not evidence criterion E3.", Reason.NOT_QUALIFIED),
        ("Für diese Aufgabe sind Sie leider überqualifiziert.", Reason.NOT_QUALIFIED),
    ],
)
def test_the_reason_is_named_and_quoted(sentence: str, reason: Reason) -> None:
    found = details(sentence)
    assert (found.reason, found.reason_evidence) == (reason, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "If the position has been filled by then, we will tell you.",
        "Only shortlisted candidates will be contacted.",
        "We have decided not to move forward with your application.",
        "We are looking for candidates with experience in retail.",
        "You have spoken to the nurses before you spoke to anybody else.",
        "Wir melden uns, sobald die Stelle besetzt werden soll.",
        "Falls wir uns für andere Bewerber entscheiden, sagen wir Ihnen ab.",
        "Leider können wir Ihre Bewerbung nicht berücksichtigen.",
    ],
)
def test_no_reason_is_made_up(sentence: str) -> None:
    assert details(sentence).reason is None


@pytest.mark.parametrize(
    ("sentence", "when", "months"),
    [
        ("You are welcome to apply again after six months.", "after six months", 6),
        ("In a year's time, please try again.", "In a year", 12),
        ("You must wait at least 12 months before applying again.", "12 months", 12),
        ("Please reapply next year.", "next year", 12),
        ("We recruit again in March.", "in March", None),
        ("Do apply again for the next season.", "for the next season", None),
        ("You can apply again in half a year.", "in half a year", 6),
        ("Bewerben Sie sich gern in sechs Monaten erneut.", "in sechs Monaten", 6),
        ("In einem halben Jahr können Sie sich wieder bewerben.", "In einem halben Jahr", 6),
        ("Ab Januar suchen wir wieder.", "Ab Januar", None),
        ("Melde dich nächstes Jahr noch einmal bei uns.", "nächstes Jahr", 12),
    ],
)
def test_when_to_try_again_is_told_in_the_mails_own_words(sentence: str, when: str, months: int | None) -> None:
    found = details(sentence)
    assert (found.reapply.value if found.reapply else None, found.reapply_months) == (when, months)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will keep your CV on file for six months.",
        "I will come back to you in about two weeks.",
        "You are welcome to apply again in the future.",
        "Wir bewahren Ihre Unterlagen sechs Monate lang auf.",
        "Wir melden uns in zwei Wochen bei Ihnen.",
    ],
)
def test_other_times_are_no_time_to_try_again(sentence: str) -> None:
    assert details(sentence).reapply is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Your application for Planner (Ref: AB-1234) has arrived.", "AB-1234"),
        ("You applied for JR-40031 Marine Engineer.", "JR-40031"),
        ("Requisition ID: 2024/118.", "2024/118"),
        ("Ihre Bewerbung als Technikerin (Kennziffer TR-26-08) ist da.", "TR-26-08"),
        ("Die Stelle mit der Stellen-ID 61884 ist besetzt.", "61884"),
        ("Your application number is 55512.", None),
        ("Your application reference: A-5512.", None),
        ("Call us on 01632 960118.", None),
        ("Ihre Bewerbernummer lautet 77123.", None),
    ],
)
def test_only_a_positions_number_is_taken(text: str, number: str | None) -> None:
    found = details(text)
    assert (found.requisition.value if found.requisition else None) == number


def test_english_is_asked_of_a_letter_with_a_line_of_it() -> None:
    letter = "Wir haben uns leider anders entschieden und wünschen Ihnen alles Gute für die Zukunft."
    assert [speech.code for speech in speeches_of(letter, "de")] == ["de"]
    assert [speech.code for speech in speeches_of(f"{letter} Please do not reply to this mail.", "de")] == ["de", "en"]


def sayings(speech: Speech) -> list[Saying]:
    values = [getattr(speech, field.name) for field in fields(speech)]
    lists = [value for value in values if isinstance(value, tuple)]
    return [
        *(value for value in values if isinstance(value, Saying)),
        *(value for several in lists for value in several if isinstance(value, Saying)),
    ]


@pytest.mark.parametrize("code", SPEECHES)
def test_no_sentence_is_passed_over_in_which_something_would_be_found(code: str) -> None:
    mails = [mail for mail in read_corpus() if mail.language == code][::7]
    sentences = [sentence for mail in mails for sentence in split_sentences(mail.text)][:400]
    assert len(sentences) > 50
    for saying in sayings(SPEECHES[code]):
        missed = [one for one in sentences if not saying.may_be_in(one.lower()) and saying.search(one)]
        assert missed == []
