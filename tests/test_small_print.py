"""Whom small print names beside the employer: an owner, or whose system sent the mail. Neither is the employer."""

import pytest

from classifier.details import details_of
from classifier.message import parse


def company(
    text: str, *, sender: str = "no-reply <notification@hirewell-mail.example>", subject: str = ""
) -> str | None:
    mail = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    found = details_of(parse(mail.encode())).company
    return found.value if found else None


TEXT = "Hi Ben,\n\nThank you for applying to Mill & Crust. Unfortunately the job has been filled.\n\nBest wishes\n"


@pytest.mark.parametrize("words", ["Powered by Hirewell", "Sent with Hirewell"])
def test_a_system_is_not_the_employer(words: str) -> None:
    assert company(f"{TEXT}The Mill & Crust People Team\n\n{words}") == "Mill & Crust"


@pytest.mark.parametrize(
    "words", ["Mill & Crust is a trading name of Oakmere Leisure Group Ltd.", "Part of Oakmere Leisure Group Ltd."]
)
def test_an_owner_is_not_the_employer(words: str) -> None:
    sender = "no-reply <notification@recruitpost.example>"  # called like an agency, which writes for somebody else
    assert company(f"{TEXT}The Mill & Crust People Team\n\n{words}", sender=sender) == "Mill & Crust"


def test_an_owner_in_the_line_of_the_signature_is_not_the_employer_either() -> None:
    text = "Beste Nabil,\n\nWe hebben je sollicitatie ontvangen.\n\nMet vriendelijke groet,\nTeam HR\n\n"
    sign = "Veldhuys Logistics B.V. | KvK 99912345 | onderdeel van Veldhuys Group N.V."
    assert company(text + sign, sender="HR Veldhuys Logistics B.V. <hr@veldhuys.example>") == "Veldhuys Logistics B.V."


@pytest.mark.parametrize(
    "wish",
    ["Thank you for wanting to be part of Mill & Crust.", "Thank you for your interest in joining Mill & Crust."],
)
def test_whoever_the_reader_wanted_to_be_part_of_is_the_employer(wish: str) -> None:
    text = f"Hi Ben,\n\n{wish} We have filled the job.\n\nKind regards\n\nJo Marsh\nHR Manager\nMill & Crust"
    assert company(text, sender="Jo Marsh <jo@millandcrust.example>") == "Mill & Crust"


def test_what_an_automatic_footer_says_is_no_name() -> None:
    text = "Guten Tag\n\nBesten Dank für Ihr Interesse an der Talau Versicherung. Wir müssen Ihnen leider absagen.\n\n"
    sign = "Freundliche Grüsse\n\nTalau Versicherung\nReto Moser\nHR Business Partner\n\n"
    footer = "Dieses Mail wurde automatisch generiert. Hirewell Talent Management"
    assert company(text + sign + footer) == "Talau Versicherung"


def test_a_university_keeps_its_first_word_where_its_town_is_named_more_often() -> None:
    text = (
        "Dear Dr Menon,\n\nThe committee did not place you on the shortlist. I hope that you will apply to Lissmore "
        "again.\n\nWith best wishes,\n\nAoife Brannigan\nHead, School of Language Sciences\n"
        "Faculty of Arts, University of Lissmore\nLissmore BT99 1ZZ\n\n"
        "The University of Lissmore is an equal opportunities employer."
    )
    sender = "Prof. Aoife Brannigan <a.brannigan@lissmore.ac.example>"
    assert company(text, sender=sender, subject="Lecturer in Linguistics") == "University of Lissmore"
