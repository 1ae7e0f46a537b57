"""By which name the reader of a reply is greeted, however it was signed."""

import pytest

from classifier.message import Address
from classifier.reading import Formality
from replies.decision import Recipient, RecipientKind, Reply, ReplyKind
from replies.names import full_name
from replies.voice import write
from tests.rejections import ARRIVED, JANE, details, rejection


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("Müller, Anna", "Anna Müller"),
        ("Müller, Dr. Anna", "Dr. Anna Müller"),
        ("Meulen, W. van der", "W. van der Meulen"),
        ("Sutcliffe, Anne-Marie", "Anne-Marie Sutcliffe"),
        ("LINDQVIST, MAYA", "Maya Lindqvist"),
        ("Dr. Clara Steinhaus, LL.M.", "Dr. Clara Steinhaus"),
        ("Kendra Poole, PHR", "Kendra Poole"),
        ("Dr. M. Haverkamp, huisarts", "Dr. M. Haverkamp"),
    ],
)
def test_what_stands_after_a_comma_is_a_given_name_or_nothing(signed: str, expected: str) -> None:
    assert full_name(signed) == expected


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("Dr. med. Holger Tiede", "Dr. Holger Tiede"),
        ("Prof. Dr. rer. nat. Anna Roth", "Prof. Dr. Anna Roth"),
        ("Dr. h. c. Peter Alt", "Dr. Peter Alt"),
        ("Dr.-Ing. Peter Alt", "Dr.-Ing. Peter Alt"),
        ("Dr.ª Leonor Pais", "Dr.ª Leonor Pais"),
        ("Prof.ª Doutora Teresa Sousa", "Prof.ª Doutora Teresa Sousa"),
        ("M.J. (Marijke) van der Velde", "Marijke van der Velde"),
        ("mr. A.C. (Annelies) Brouwer", "mr. Annelies Brouwer"),
        ("yann kerbrat", "Yann Kerbrat"),
    ],
)
def test_titles_and_initials_are_written_as_one_says_them(signed: str, expected: str) -> None:
    assert full_name(signed) == expected


@pytest.mark.parametrize(
    "signed", ["Serviço de Gestão de Pessoas", "Tischlerei Bruns", "bäckerei kornblum", "Hoveniersbedrijf Tuin"]
)
def test_a_shop_or_an_office_is_nobodys_name(signed: str) -> None:
    assert full_name(signed) == ""


def greeting(signed: str, sender: Address, language: str, formality: Formality | None) -> str:
    """The first line of a reply to somebody of Lantern who signed so."""
    found = details("Lantern", person=signed, language=language, formality=formality)
    to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.PERSON, sender, ""))
    return write(rejection(sender=sender), found, to, JANE).text.partition("\n")[0]


@pytest.mark.parametrize(
    ("signed", "shown", "expected"),
    [
        ("Petra", "Petra Krause", "Guten Tag Petra Krause,"),
        ("Krause", "Petra Krause", "Guten Tag Petra Krause,"),
        ("Petra K.", "Krause, Petra", "Guten Tag Petra Krause,"),
        ("Petra Krause", "Prof. Dr. Petra Krause", "Guten Tag Prof. Dr. Petra Krause,"),
        ("Petra", "Petra von Lantern", "Guten Tag Petra,"),
        ("Petra Krause", "StB Petra Krause", "Guten Tag Petra Krause,"),
        ("Petra Krause", "Revd Dr Petra Krause", "Guten Tag Revd Dr Petra Krause,"),
        ("Petra Krause", "Studiendirektorin Petra Krause", "Guten Tag Petra Krause,"),
        ("Petra", "Anna Krause", "Guten Tag Petra,"),
        ("Dr. Petra Krause", "Petra Krause", "Guten Tag Dr. Petra Krause,"),
    ],
)
def test_the_address_may_tell_the_rest_of_a_name(signed: str, shown: str, expected: str) -> None:
    assert greeting(signed, Address(shown, "p.k@house.example"), "de", Formality.FORMAL) == expected


@pytest.mark.parametrize(
    ("signed", "language", "formality", "expected"),
    [
        ("Krause", "de", Formality.FORMAL, "Guten Tag,"),
        ("Dr. Krause", "de", Formality.FORMAL, "Guten Tag Dr. Krause,"),
        ("Frau Krause", "de", Formality.FORMAL, "Guten Tag Frau Krause,"),
        ("Sabine", "de", Formality.FORMAL, "Guten Tag Sabine,"),
        ("Krause", "de", Formality.FAMILIAR, "Hallo Krause,"),
        ("Jansen", "nl", Formality.FORMAL, "Goedendag,"),
        ("Amandine", "fr", Formality.FORMAL, "Bonjour Amandine,"),
        ("Krause", "en", None, "Hi Krause,"),
    ],
)
def test_nobody_is_greeted_by_a_bare_surname(
    signed: str, language: str, formality: Formality | None, expected: str
) -> None:
    assert greeting(signed, Address("Lantern", "jobs@lantern.example"), language, formality) == expected
