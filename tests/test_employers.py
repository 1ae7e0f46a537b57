"""Which names mean one company: surely, surely not, or a question."""

import pytest

from replies.employers import Employers, Link, domains_of, maybe_one
from replies.names import company_key
from replies.roles import is_another_kind


def keys(*names: str) -> list[str]:
    return [company_key(name) for name in names]


def group(*names: str) -> frozenset[str]:
    return frozenset(keys(*names))


@pytest.mark.parametrize(
    "other", ["Acme GmbH", "ACME Group", "Acme Holding AG", "Acme Gruppe", "acme", "The Acme", "Acme eG"]
)
def test_names_that_differ_by_legal_form_group_or_holding_are_one_company(other: str) -> None:
    assert Employers(keys("Acme", other)).of("Acme") == group("Acme", other)


def test_names_that_differ_by_spaces_are_one_company() -> None:
    assert len(Employers(keys("Bright Loop", "Brightloop")).all()) == 1


def test_other_names_are_other_companies_until_the_user_says_so() -> None:
    names = keys("Cobot", "Collaborative Robotics", "Halden")
    assert len(Employers(names).all()) == 3
    said = Link("cobot", "collaborative robotics", same=True)
    assert Employers(names, [said]).of("Cobot") == group("Cobot", "Collaborative Robotics")


def test_a_no_of_the_user_tells_apart_what_looks_the_same() -> None:
    apart = Link("acme", "acme group", same=False)
    assert len(Employers(keys("Acme", "Acme Group"), [apart]).all()) == 2


def test_a_no_is_stronger_than_a_chain_of_yes_round_it() -> None:
    links = [Link("a1", "b1", same=True), Link("b1", "c1", same=True), Link("a1", "c1", same=False)]
    companies = Employers(["a1", "b1", "c1"], links)
    assert companies.of("a1") != companies.of("c1")
    assert len(companies.all()) == 2


def test_a_word_about_a_name_that_no_mail_has_any_more_changes_nothing() -> None:
    assert Employers(keys("Acme"), [Link("acme", "gone", same=True)]).of("Acme") == group("Acme")
    assert Employers(keys("Acme")).of("Nowhere") == frozenset()
    assert Employers([""]).all() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Acme Robotics"),
        ("Robotics Acme", "Acme"),
        ("NRW", "Northern Rail Works"),
        ("Cobot", "Collaborative Robotics"),
    ],
)
def test_containment_initials_and_blends_are_a_question(one: str, other: str) -> None:
    assert maybe_one(group(one), group(other))
    assert maybe_one(group(other), group(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Data", "Datadock"), ("Halden", "Brightloop"), ("IT", "IT Works"), ("Lantern Health", "Lantern Labs")],
)
def test_other_likenesses_are_none(one: str, other: str) -> None:
    assert not maybe_one(group(one), group(other))


def test_a_domain_that_bears_one_of_two_names_is_a_question() -> None:
    senders = [("Ostwind", "jobs@ostwind.example"), ("Nordlicht Energie", "maya@ostwind.example")]
    assert maybe_one(group("Ostwind"), group("Nordlicht Energie"), domains_of(senders))


def test_an_agency_writes_for_many_and_makes_no_question() -> None:
    senders = [("Ostwind", "tom@talentbridge.example"), ("Nordlicht", "tom@talentbridge.example")]
    assert not maybe_one(group("Ostwind"), group("Nordlicht"), domains_of(senders))
    many = [(name, "jobs@ostwind.example") for name in ("Ostwind", "Nordlicht", "Halden")]
    assert domains_of(many) == {}


def test_a_service_or_a_freemail_provider_makes_no_question() -> None:
    senders = [
        (name, email)
        for name in ("Ostwind", "Nordlicht")
        for email in ("x@gmail.com", "no-reply@us.greenhouse-mail.io")
    ]
    assert domains_of(senders) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Data Analyst", "Product Manager"), ("Data Engineer", "Office Manager"), ("Krankenpfleger", "Data Engineer")],
)
def test_roles_that_share_no_work_are_of_another_kind(one: str, other: str) -> None:
    assert is_another_kind(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Data Engineer", "Senior Data Engineer (m/w/d)"),
        ("Data Engineer", "Software Developer"),
        ("Softwareentwickler (m/w/d)", "Backend Engineer"),
        ("Data Engineer", "Engineering Manager"),
        ("Product Manager", "Project Manager"),
        ("Data Engineer", None),
        (None, None),
        ("Senior", "Product Manager"),
        ("Engineer II", "Engineer III"),
    ],
)
def test_when_unsure_a_role_is_not_of_another_kind(one: str | None, other: str | None) -> None:
    assert not is_another_kind(one, other)
    assert not is_another_kind(other, one)
