"""Whose domain it is, as domains spell the names of companies."""

import pytest

from replies.domains import is_of


@pytest.mark.parametrize(
    ("company", "domain"),
    [
        ("Lantern", "lantern.example"),
        ("Lantern Robotics GmbH", "jobs.lantern-robotics.example"),
        ("Kita Löwenzahn e. V.", "kita-loewenzahn.example"),
        ("Kita Löwenzahn", "kita-lowenzahn.example"),
        ("Norbury and Dole", "recruiting.norburydole.example"),
        ("Norbury and Dole", "norburyanddole.example"),
        ("Tessel & Loom", "tesselandloom.example"),
        ("Tessel & Loom", "tesselloom.example"),
        ("Sommer & Söhne KG", "sommer-und-soehne.example"),
        ("Vidal y Hijos", "vidalhijos.example"),
    ],
)
def test_a_domain_may_bear_the_companys_name_in_any_spelling(company: str, domain: str) -> None:
    assert is_of(company, domain)


@pytest.mark.parametrize(
    ("company", "domain"),
    [
        ("Lantern", "lantern-careers.example"),
        ("Lantern", "lan.example"),
        ("Tessel & Loom", "tesselofloom.example"),
        ("Löwenzahn", "loewe-jobs.example"),
        ("Lantern", "gmail.com"),
        (None, "lantern.example"),
        ("&", "and.example"),
        ("En Route Travel", "route.example"),
    ],
)
def test_what_only_resembles_its_name_is_not_its_domain(company: str | None, domain: str) -> None:
    assert not is_of(company, domain)
