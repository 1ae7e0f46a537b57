"""What only Portuguese has to get right: one text for Lisbon and São Paulo, and nobody's gender guessed."""

import itertools
import re

import pytest

from classifier.message import Address
from classifier.reading import Formality, Stage
from replies.decision import AskForFeedback, Policy, Recipient, RecipientKind, Reply, ReplyKind, Tone
from replies.names import full_name, without_gender_note, without_legal_form
from replies.voice import write
from tests.rejections import ARRIVED, TO_FOUND, details, keys, rejection, reply

GENDERED = re.compile(
    r"\b(?:obrigad|grat|decepcionad|desiludid|content|interessad|atent|honrad|animad)[oa]\b", re.IGNORECASE
)
ADDRESSED = re.compile(
    r"\b(?:tu|te|ti|teus?|tuas?|contigo|vocês?|voss[oa]s?|seus?|suas?|senhora?|lhes)\b", re.IGNORECASE
)
# Spelled, built or understood in one way only by half of the readers.
ONE_COUNTRY = re.compile(
    r"\b(?:equip[ae]|time|contact?[oa]s?|decep?ç(?:ão|ões)|conn?osco|registr?[oa]|fact?o|a gente|fica[rn]? a \w+r)\b"
    r"|\w-(?:me|se|lhe|nos|o|a)\b|^(?:Me|Nos|Lhe) ",
    re.IGNORECASE | re.MULTILINE,
)


def every_reply() -> list[str]:
    """Replies in every tone and formality, at every stage, to the writer, to a team and to somebody found."""
    found = [
        details(person=person, language="pt", formality=formality, stage=stage, met_team=met_team)
        for person in ("Maya Lindqvist", None)
        for formality in (*Formality, None)
        for stage, met_team in ((Stage.APPLIED, False), (Stage.SPOKEN, False), (Stage.INTERVIEWED, True))
    ]
    policies = [Policy("jane@example.org", "Jane Doe", tone=tone) for tone in Tone]
    writer = [reply(one, policy, key=key) for one, policy, key in itertools.product(found, policies, keys(6))]
    return writer + [reply(one, policy, to=TO_FOUND, key="x") for one, policy in itertools.product(found, policies)]


@pytest.mark.parametrize(
    ("signed", "tone", "formality", "expected"),
    [
        ("Maya Lindqvist", Tone.WARM, Formality.FAMILIAR, "Olá, Maya,"),
        ("Maya Lindqvist", Tone.FORMAL, Formality.FAMILIAR, "Olá, Maya,"),
        ("Maya Lindqvist", Tone.WARM, Formality.FORMAL, "Olá, Maya Lindqvist,"),
        ("Maya Lindqvist", Tone.FORMAL, Formality.FORMAL, "Saudações, Maya Lindqvist,"),
        ("Maya Lindqvist", Tone.FORMAL, None, "Saudações, Maya Lindqvist,"),
        ("Dra. Ana Lage Pinto", Tone.PLAIN, Formality.FORMAL, "Olá, Dra. Ana Lage Pinto,"),
        ("Dra. Ana Lage Pinto", Tone.PLAIN, Formality.FAMILIAR, "Olá, Ana,"),
        ("Equipa de Recrutamento", Tone.WARM, Formality.FORMAL, "Olá,"),
        ("Equipa de Recrutamento", Tone.FORMAL, Formality.FORMAL, "Saudações,"),
        (None, Tone.WARM, Formality.FAMILIAR, "Olá,"),
    ],
)
def test_the_greeting_needs_neither_gender_nor_title_nor_the_time_of_day(
    signed: str | None, tone: Tone, formality: Formality | None, expected: str
) -> None:
    found = details(person=signed, language="pt", formality=formality)
    sender = Address("Lantern", "vagas@lantern.example")
    to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.TEAM, sender, ""))
    text = write(rejection(sender=sender), found, to, Policy("jane@example.org", "Jane Doe", tone=tone)).text
    assert text.startswith(f"{expected}\n\n")


def test_no_reply_tells_the_users_gender() -> None:
    assert [text for text in every_reply() if GENDERED.search(text)] == []


def test_nobody_is_addressed_by_a_pronoun_that_is_rude_elsewhere() -> None:
    assert [text for text in every_reply() if ADDRESSED.search(text.partition("\n\n")[2])] == []


def test_every_word_is_right_in_lisbon_and_in_sao_paulo() -> None:
    assert [text for text in every_reply() if ONE_COUNTRY.search(text)] == []


def test_a_company_is_called_a_company_so_that_its_article_is_not_guessed() -> None:
    texts = every_reply()
    assert any("na empresa" in text for text in texts)
    assert any("da empresa" in text for text in texts)
    assert [text for text in texts if "Lantern" in text] == []


@pytest.mark.parametrize(
    "company",
    [
        "Universidade do Porto Novo",
        "Câmara Municipal da Serra",
        "O Farol",
        "Banco Lume",
        "Stadt Weidenau",
        "Universität Lume",
        "de Lumebank",
    ],
)
def test_what_is_no_firm_is_not_called_one_by_name(company: str) -> None:
    found = details(company, language="pt", stage=Stage.INTERVIEWED)
    bodies = [reply(found, key=key).partition("\n\n")[2] for key in keys(30)]
    assert not any(company in body for body in bodies)
    assert not any("empresa" in body for body in bodies)
    assert any(" aí" in body for body in bodies)


def test_feedback_is_thanked_for_and_not_asked_for_again() -> None:
    given = details(language="pt", stage=Stage.INTERVIEWED, gives_feedback="Faltou experiência.")
    policy = Policy("jane@example.org", "Jane Doe", ask_for_feedback=AskForFeedback.ALWAYS)
    assert all("o motivo" in (text := reply(given, policy, key=key)) and "feedback" not in text for key in keys())


@pytest.mark.parametrize(
    "company", ["Lantern, Lda.", "Lantern Unipessoal, Lda.", "Lantern Ltda.", "Lantern SGPS, S.A."]
)
def test_a_company_loses_its_legal_form(company: str) -> None:
    assert without_legal_form(company) == "Lantern"


@pytest.mark.parametrize("role", ["Analista (m/f)", "Analista (M/F/D)", "Analista m/f"])
def test_a_position_loses_its_gender_note(role: str) -> None:
    assert without_gender_note(role) == "Analista"


@pytest.mark.parametrize("signed", ["Equipa Lantern", "Equipe de Seleção", "Recursos Humanos", "Vagas Lantern"])
def test_a_department_is_no_person(signed: str) -> None:
    assert full_name(signed) == ""
