"""An agency that names its client only by what it did: the client is the employer, and nobody else is."""

import pytest

from classifier.details import details_of
from classifier.message import parse

CLOSING = {"en": "Kind regards", "de": "Viele Grüße", "es": "Un saludo", "fr": "Cordialement", "nl": "Groeten"}


def company(subject: str, text: str, *, sender: str = "Mo Hale <mo@quarrybridge.example>") -> str | None:
    mail = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    found = details_of(parse(mail.encode())).company
    return found.value if found else None


@pytest.mark.parametrize(
    ("language", "subject", "sentence"),
    [
        ("en", "Welder at Saltmarsh Boats", "I sent your CV to Saltmarsh Boats last week, and they said no."),
        ("en", "Welder - Saltmarsh Boats", "Good news: Saltmarsh Boats would like to meet you on Friday."),
        ("de", "Schweißer bei Saltmarsh Boats", "ich habe Ihr Profil letzte Woche bei Saltmarsh Boats vorgestellt."),
        (
            "es",
            "Novedades de Saltmarsh Boats",
            "Había presentado tu perfil a Saltmarsh Boats para la vacante de soldador.",
        ),
        ("fr", "Saltmarsh Boats", "J'avais transmis votre dossier à Saltmarsh Boats pour le poste de soudeur."),
        ("nl", "Lasser bij Saltmarsh Boats", "Ik heb je cv vorige week aan Saltmarsh Boats voorgelegd."),
    ],
)
def test_to_whom_somebody_was_introduced_is_the_employer(language: str, subject: str, sentence: str) -> None:
    text = f"Hello,\n\n{sentence}\n\n{CLOSING[language]}\n\nMo Hale\nQuarrybridge People"
    assert company(subject, text) == "Saltmarsh Boats"


def test_a_colleague_who_got_the_application_is_no_employer() -> None:
    text = "Hi,\n\nI sent your CV to Gideon Tremlow, and he read it.\n\nBest\n\nMo Hale\nQuarrybridge Ltd"
    assert company("Your CV", text) == "Quarrybridge Ltd"


def test_a_team_of_the_sender_that_would_like_to_meet_is_no_other_employer() -> None:
    text = "Hi,\n\nQuarrybridge would like to meet you.\n\nBest\n\nMo Hale\nQuarrybridge Ltd"
    assert company("Your CV", text) == "Quarrybridge Ltd"


def test_what_stands_behind_the_title_is_none() -> None:
    text = "Hola:\n\nGracias por inscribirte en la oferta.\n\nUn saludo,\nEquipo de Selección\nGrupo Salinar"
    subject = "Tu candidatura: Técnica de Gestión de Residuos Marinos"
    sender = "Selección Grupo Salinar <seleccion@salinar.empleoya.example>"
    assert company(subject, text, sender=sender) == "Grupo Salinar"


@pytest.mark.parametrize("leads", ["der Inhaberfamilie", "dem Inhaber", "der Geschäftsführung"])
def test_who_leads_a_company_is_no_part_of_its_name(leads: str) -> None:
    text = f"nach unserem Telefonat habe ich mit {leads} der Saltmarsh Werke gesprochen.\n\nDr. Ole Hale"
    assert company("Nächster Schritt", text, sender="Hale Executive Search <office@hale-search.example>") == (
        "Saltmarsh Werke"
    )


def test_an_article_at_the_beginning_of_a_sentence_is_no_part_of_who_decides() -> None:
    text = "Olá,\n\nA Marés Ribalda optou por outra pessoa.\n\nCumprimentos,\nAna Melo\nHalde RH"
    assert company("Processo Marés Ribalda", text, sender="Ana Melo <ana.melo@halderh.example>") == "Marés Ribalda"
