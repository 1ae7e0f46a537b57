"""What only Dutch has to get right: who is called je, jullie or u, and which employers are named."""

import itertools
import re

import pytest

from classifier.message import Address
from classifier.reading import Formality, Stage
from replies.decision import AskForFeedback, Policy, Recipient, RecipientKind, Reply, ReplyKind, Tone
from replies.names import full_name, without_gender_note, without_legal_form
from replies.voice import write
from tests.rejections import ARRIVED, TO_FOUND, details, keys, rejection, reply

# Verbs would have to agree with whom they address: "je schrijft", "jullie schrijven".
VERB_OF_THE_READER = re.compile(
    r"\b(?:(?:je|jullie|u) (?:kunt|kan|kunnen|hebt|hebben|bent|zijn|zou|wilt|heeft)"
    r"|(?:kunt?|kunnen|heb|hebt|wil) (?:je|jullie|u))\b"
)


def every_reply(person: str | None, formality: Formality) -> list[str]:
    """Replies in every tone and at every stage to somebody who writes like this."""
    found = [
        details(person=person, language="nl", formality=formality, stage=stage, met_team=met_team)
        for stage, met_team in ((Stage.APPLIED, False), (Stage.SPOKEN, False), (Stage.INTERVIEWED, True))
    ]
    policies = [Policy("jane@example.org", "Jane Doe", tone=tone) for tone in Tone]
    return [reply(one, policy, key=key) for one, policy, key in itertools.product(found, policies, keys(6))]


@pytest.mark.parametrize(
    ("signed", "tone", "formality", "expected"),
    [
        ("Maya Lindqvist", Tone.WARM, Formality.FAMILIAR, "Beste Maya,"),
        ("Maya Lindqvist", Tone.FORMAL, Formality.FAMILIAR, "Beste Maya,"),
        ("Maya Lindqvist", Tone.WARM, Formality.FORMAL, "Beste Maya Lindqvist,"),
        ("Maya Lindqvist", Tone.FORMAL, Formality.FORMAL, "Geachte Maya Lindqvist,"),
        ("Maya Lindqvist", Tone.FORMAL, None, "Geachte Maya Lindqvist,"),
        ("Jan de Vries", Tone.WARM, Formality.FAMILIAR, "Beste Jan,"),
        ("drs. Jan de Vries", Tone.FORMAL, Formality.FORMAL, "Geachte drs. Jan de Vries,"),
        ("drs. Jan de Vries", Tone.PLAIN, Formality.FAMILIAR, "Beste Jan,"),
        ("Mevr. Bakker", Tone.PLAIN, Formality.FAMILIAR, "Beste Mevr. Bakker,"),
        ("Afdeling Werving en Selectie", Tone.WARM, Formality.FORMAL, "Goedendag,"),
        (None, Tone.WARM, Formality.FAMILIAR, "Hallo,"),
    ],
)
def test_the_greeting_is_as_formal_as_mail_and_tone(
    signed: str | None, tone: Tone, formality: Formality | None, expected: str
) -> None:
    found = details(person=signed, language="nl", formality=formality)
    sender = Address("Lantern", "vacatures@lantern.example")
    to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.TEAM, sender, ""))
    text = write(rejection(sender=sender), found, to, Policy("jane@example.org", "Jane Doe", tone=tone)).text
    assert text.startswith(f"{expected}\n\n")


def test_a_person_is_je_a_company_jullie_and_both_are_formally_u() -> None:
    person, company = every_reply("Maya Lindqvist", Formality.FAMILIAR), every_reply(None, Formality.FAMILIAR)
    formal = every_reply("Maya Lindqvist", Formality.FORMAL) + every_reply(None, Formality.FORMAL)
    assert any(re.search(r"\bje\b", text) for text in person)
    assert any(re.search(r"\bjullie\b", text) for text in company)
    assert [text for text in company if re.search(r"\bje\b", text)] == []
    assert [text for text in formal if re.search(r"\b(?:je|jullie)\b", text)] == []


def test_no_verb_has_to_agree_with_the_reader() -> None:
    texts = [text for who in ("Maya Lindqvist", None) for how in Formality for text in every_reply(who, how)]
    assert [text for text in texts if VERB_OF_THE_READER.search(text)] == []


def test_somebody_found_is_one_person_though_no_name_was_signed() -> None:
    found = details(language="nl", formality=Formality.FAMILIAR, company=None)
    texts = [reply(found, to=TO_FOUND, key=key) for key in keys()]
    assert all(re.search(r"\bje\b", text) and "jullie" not in text for text in texts)


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("Lantern B.V.", "Lantern"),
        ("Lantern N.V.", "Lantern"),
        ("Gemeente Lantern", None),
        ("Stadsbibliotheek Lantern", None),
        ("Universiteit Lantern", None),
        ("Universität Lantern", None),
        ("Stadt Lantern", None),
        ("de Lanternbank", None),
        ("De Lantaarn", None),
        ("Stichting Lantern", None),
    ],
)
def test_a_company_is_named_only_where_no_article_has_to_be_guessed(company: str, expected: str | None) -> None:
    found = details(company, language="nl", formality=Formality.FORMAL, stage=Stage.INTERVIEWED)
    bodies = [reply(found, key=key).partition("\n\n")[2] for key in keys(30)]
    assert not any(company in body for body in bodies)
    assert any(f" {expected}" in body for body in bodies) == (expected is not None)
    assert expected or any("bij u" in body for body in bodies)


def test_feedback_is_thanked_for_and_not_asked_for_again() -> None:
    given = details(language="nl", stage=Stage.INTERVIEWED, gives_feedback="Te weinig ervaring.")
    policy = Policy("jane@example.org", "Jane Doe", ask_for_feedback=AskForFeedback.ALWAYS)
    assert all("toelichting" in (text := reply(given, policy, key=key)) and "eedback" not in text for key in keys())


@pytest.mark.parametrize("company", ["Lantern B.V.", "Lantern BV", "Lantern V.O.F.", "Lantern bvba", "Lantern N.V."])
def test_a_company_loses_its_legal_form(company: str) -> None:
    assert without_legal_form(company) == "Lantern"


@pytest.mark.parametrize("role", ["Verkoper (m/v)", "Verkoper (v/m/x)", "Verkoper m/v"])
def test_a_position_loses_its_gender_note(role: str) -> None:
    assert without_gender_note(role) == "Verkoper"


@pytest.mark.parametrize("signed", ["Afdeling Personeelszaken", "Werving en Selectie", "Vacatures Lantern"])
def test_a_department_is_no_person(signed: str) -> None:
    assert full_name(signed) == ""
