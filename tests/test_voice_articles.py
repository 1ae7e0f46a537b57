"""Where an employer's name has an article: written in English, where it is plain; left out with the name elsewhere."""

import pytest

from classifier.message import Address
from classifier.reading import Stage
from replies.decision import Recipient, RecipientKind, Reply, ReplyKind
from replies.names import company_in
from replies.voice import write
from tests.rejections import ARRIVED, JANE, details, keys, rejection, reply


@pytest.mark.parametrize(
    "company",
    [
        *("University of Leavesden", "Royal Society", "Ministry of Justice", "Department for Education"),
        *("National Centre for Weather", "Royal College of Surgeons", "School of Economics", "Bank of England"),
        *("Coastal Agency", "Gatwell Foundation", "Alder Institute", "Open University", "British Council", "NHS"),
        *("City of Westmoor", "House of Commons", "British Red Cross", "European Commission", "Fishing Authority"),
    ],
)
def test_an_english_institution_has_its_article(company: str) -> None:
    assert company_in("en", company) == f"the {company}"


@pytest.mark.parametrize(
    "company",
    [
        *("Acme", "Norland Rail Group", "Castlemere City Council", "Bank of America", "House of Fraser", "Royal Mail"),
        *("Leavesden University", "Trinity College", "Orrin County", "St Bran's Church", "Norland Building Society"),
        *("Bluefin Media Agency", "Wyemouth NHS Trust", "Doyle's Joinery", "Ministry of Sound", "Who", "Society"),
        "The Paper Wharf",
    ],
)
def test_a_firms_name_stands_by_itself(company: str) -> None:
    assert company_in("en", company) == company


@pytest.mark.parametrize("company", ["The Wexcombe Group", "The Alder Trust", "The Society of Alders"])
def test_a_written_article_is_no_part_of_what_is_no_brand(company: str) -> None:
    assert company_in("en", company) == company.replace("The", "the")


def test_sentences_have_the_article_and_the_greeting_has_none() -> None:
    found = details("University of Leavesden", stage=Stage.INTERVIEWED)
    bodies = [reply(found, key=key).partition("\n\n")[2] for key in keys(30)]
    named = [body for body in bodies if "Leavesden" in body]
    assert named
    assert [body for body in named if "the University of Leavesden" not in body] == []
    team = Recipient(RecipientKind.TEAM, Address("", "jobs@leavesden.example"), "")
    text = write(rejection(), found, Reply(ReplyKind.THANKS, ARRIVED, team), JANE).text
    assert text.startswith("Hello University of Leavesden team,")


def test_a_brand_keeps_its_capital() -> None:
    found = details("The Paper Wharf", stage=Stage.INTERVIEWED)
    assert any("The Paper Wharf" in reply(found, key=key).partition("\n\n")[2] for key in keys(30))


@pytest.mark.parametrize(
    ("language", "company"),
    [
        *(("de", name) for name in ("Buchhandlung Alm", "Tischlerei Alm", "Kantonsspital Alm", "Hotel Alm", "Amt Alm")),
        *(("fr", name) for name in ("Menuiserie Alm", "Crèche Alm", "Université d'Alm", "Mairie d'Alm")),
        *(("es", name) for name in ("Panadería Alm", "Ferretería Alm", "Notaría Alm", "Universidad de Alm")),
        *(("it", name) for name in ("Agriturismo Alm", "Panificio Alm", "Università di Alm", "Comune di Alm")),
        *(("nl", name) for name in ("Gemeente Alm", "Universiteit Alm", "Almse Ziekenhuis")),
    ],
)
def test_elsewhere_what_wants_an_article_is_not_named(language: str, company: str) -> None:
    assert not company_in(language, company)


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "nl"])
def test_elsewhere_a_firm_is_named(language: str) -> None:
    assert [name for name in ("Almberg Systems", "Hofmann", "Chubb", "Papyra") if not company_in(language, name)] == []
