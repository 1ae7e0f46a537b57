"""What only Spanish has to get right: who is called tú, usted or nothing, and which employers are named."""

import itertools
import re
from typing import Any

import pytest

from classifier.message import Address
from classifier.reading import Formality, Stage
from replies.decision import AskForFeedback, Policy, Recipient, RecipientKind, Reply, ReplyKind, Tone
from replies.names import full_name, without_gender_note
from replies.voice import write
from tests.rejections import ARRIVED, TO_FOUND, details, keys, rejection, reply

GENDERED = re.compile(
    r"\b(?:agradecid|decepcionad|content|encantad|interesad|atent|ilusionad|segur)[oa]\b", re.IGNORECASE
)
ON_ONE_SIDE_OF_THE_OCEAN = re.compile(
    r"\b(?:os|vuestr[oa]s?|vosotr[oa]s|ustedes|vos|contigo|puedes|podés|móvil|celular|me apena|me da pena)\b",
    re.IGNORECASE,
)


def every_reply(**others: Any) -> list[str]:  # noqa: ANN401
    """Replies in every tone and formality, at every stage, to the writer, to a team and to somebody found."""
    found = [
        details(person=person, language="es", formality=formality, stage=stage, met_team=met_team, **others)
        for person in ("Maya Lindqvist", None)
        for formality in Formality
        for stage, met_team in ((Stage.APPLIED, False), (Stage.SPOKEN, False), (Stage.INTERVIEWED, True))
    ]
    policies = [Policy("jane@example.org", "Jane Doe", tone=tone) for tone in Tone]
    writer = [reply(one, policy, key=key) for one, policy, key in itertools.product(found, policies, keys(6))]
    return writer + [reply(one, policy, to=TO_FOUND, key="x") for one, policy in itertools.product(found, policies)]


@pytest.mark.parametrize(
    ("signed", "tone", "formality", "expected"),
    [
        ("Maya Lindqvist", Tone.WARM, Formality.FAMILIAR, "Hola, Maya:"),
        ("Maya Lindqvist", Tone.FORMAL, Formality.FAMILIAR, "Hola, Maya:"),
        ("Maya Lindqvist", Tone.WARM, Formality.FORMAL, "Buenos días, Maya Lindqvist:"),
        ("Maya Lindqvist", Tone.WARM, None, "Buenos días, Maya Lindqvist:"),
        ("Dra. Ana Gómez Ruiz", Tone.PLAIN, Formality.FORMAL, "Buenos días, Dra. Ana Gómez Ruiz:"),
        ("Dra. Ana Gómez Ruiz", Tone.PLAIN, Formality.FAMILIAR, "Hola, Ana:"),
        ("Sor Milagros Ruiz", Tone.WARM, Formality.FAMILIAR, "Hola, Sor Milagros Ruiz:"),
        ("Sra. Gómez", Tone.WARM, Formality.FAMILIAR, "Hola, Sra. Gómez:"),
        ("Equipo de Selección", Tone.WARM, Formality.FORMAL, "Buenos días:"),
        (None, Tone.WARM, Formality.FAMILIAR, "Hola:"),
    ],
)
def test_the_greeting_ends_with_a_colon_and_needs_no_gender(
    signed: str | None, tone: Tone, formality: Formality | None, expected: str
) -> None:
    found = details(person=signed, language="es", formality=formality)
    sender = Address("Lantern", "empleo@lantern.example")
    to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.TEAM, sender, ""))
    text = write(rejection(sender=sender), found, to, Policy("jane@example.org", "Jane Doe", tone=tone)).text
    assert text.startswith(f"{expected}\n\n")


def test_no_reply_tells_the_users_gender() -> None:
    assert [text for text in every_reply() if GENDERED.search(text)] == []


def test_no_reply_is_at_home_on_one_side_of_the_ocean_only() -> None:
    assert [text for text in every_reply() if ON_ONE_SIDE_OF_THE_OCEAN.search(text)] == []


def test_a_preposition_and_an_article_become_one_word() -> None:
    texts = every_reply() + every_reply(company=None, role=None)
    assert [text for text in texts if re.search(r"\b(?:de|a) el\b", text)] == []


def test_a_company_that_says_tu_is_addressed_without_a_pronoun_and_a_formal_one_in_the_plural() -> None:
    team, familiar = [
        [reply(details(language="es", formality=one), key=key) for key in keys()]
        for one in (Formality.FORMAL, Formality.FAMILIAR)
    ]
    assert any(re.search(r"\b[Ll]es (?:deseo|agradezco)\b", text) for text in team)
    assert not any(re.search(r"\b(?:les?|te|os|tu|su)\b", text, re.IGNORECASE) for text in familiar)


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("Lantern, S.A. de C.V.", "Lantern"),
        ("Lantern, S.L.U.", "Lantern"),
        ("Lantern S. de R.L.", "Lantern"),
        ("Lantern S.A.C.", "Lantern"),
        ("Lantern E.I.R.L.", "Lantern"),
        ("Universidad de Lantern", None),
        ("Ayuntamiento de Lantern", None),
        ("El Faro", None),
        ("Grupo Lantern", None),
    ],
)
def test_a_company_is_named_only_where_no_article_has_to_be_guessed(company: str, expected: str | None) -> None:
    found = details(company, language="es", stage=Stage.INTERVIEWED)
    bodies = [reply(found, key=key).partition("\n\n")[2] for key in keys(30)]
    assert not any(company in body for body in bodies)
    assert any(f" {expected}" in body for body in bodies) == (expected is not None)
    assert expected or any("en su organización" in body for body in bodies)


def test_the_readers_own_place_is_not_called_a_place_elsewhere() -> None:
    texts = every_reply(company=None)
    assert any(re.search(r"\bahí\b", text) for text in texts)
    assert [text for text in texts if re.search(r"\ba(?:llí|llá|cá)\b", text)] == []


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Contable (h/m)", "puesto de Contable"),
        ("Auxiliar administrativo/a", "puesto de Auxiliar administrativo/a"),
        ("Prácticas en marketing", "puesto “Prácticas en marketing”"),
        ("La gestión de almacén", "puesto “La gestión de almacén”"),
        ("Jefe de proyecto / Lantern", "puesto “Jefe de proyecto / Lantern”"),
    ],
)
def test_a_role_follows_de_and_stands_in_quotes_where_that_sounds_wrong(role: str, expected: str) -> None:
    texts = [reply(details(role=role, language="es"), key=key) for key in keys()]
    assert all(expected in text for text in texts)


def test_an_employer_without_a_name_is_not_called_a_company() -> None:
    assert [text for text in every_reply(company=None) if "empresa" in text] == []


def test_feedback_is_thanked_for_and_not_asked_for_again() -> None:
    given = details(language="es", stage=Stage.INTERVIEWED, gives_feedback="Faltó experiencia.")
    policy = Policy("jane@example.org", "Jane Doe", ask_for_feedback=AskForFeedback.ALWAYS)
    assert all("el motivo" in (text := reply(given, policy, key=key)) and "coment" not in text for key in keys())


@pytest.mark.parametrize("role", ["Analista (h/m)", "Analista (m/h/x)", "Analista H/M"])
def test_a_position_loses_its_gender_note(role: str) -> None:
    assert without_gender_note(role) == "Analista"


@pytest.mark.parametrize("signed", ["Equipo de Selección", "Recursos Humanos", "Talento Lantern", "RRHH Lantern"])
def test_a_department_is_no_person(signed: str) -> None:
    assert full_name(signed) == ""
