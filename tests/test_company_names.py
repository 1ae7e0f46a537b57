"""Where an employer's name begins and ends among the words that stand round it."""

import pytest

from classifier.company_names import clean_company
from classifier.languages import SPEECHES


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Stadt Aue nehme ich Bezug", "Stadt Aue"),
        ("für den Vorstand des Waldkindergarten Moosbach e. V.", "Waldkindergarten Moosbach e. V."),
        ("Senior Recruiter Quellmann GmbH", "Quellmann GmbH"),
        ("Inhaberfamilie der Quellmann GmbH", "Quellmann GmbH"),
        ("Recruiter.example Inc", "Recruiter.example Inc"),
        ("Die Laterne", "Die Laterne"),
        ("Ihre Personalabteilung", None),
        ("Personalamt", None),
        ("Ihr Recruiting-Team", None),
    ],
)
def test_a_name_stands_without_what_is_no_part_of_it(raw: str, name: str | None) -> None:
    assert clean_company(raw, (SPEECHES["de"],)) == name
