"""What an address alone says: which service, a robot, a team."""

import pytest

from classifier.senders import Reach, is_freemail, is_team, is_unattended, sender_service


@pytest.mark.parametrize(
    ("domain", "name", "reach"),
    [
        ("eu.greenhouse-mail.io", "Greenhouse", Reach.NOBODY),
        ("hire.lever.co", "Lever", Reach.NOBODY),
        ("MYWORKDAY.com", "Workday", Reach.NOBODY),
        ("inbound.workablemail.com", "Workable", Reach.RELAY),
        ("brisk.teamtailor-mail.com", "Teamtailor", Reach.PERSON),
        ("m.personio.com", "Personio", Reach.TEAM),
        ("workflow.email.eu-1.ocs.oraclecloud.com", "Oracle", Reach.RELAY),
    ],
)
def test_a_service_is_known_by_its_domain_and_all_below(domain: str, name: str, reach: Reach) -> None:
    service = sender_service(domain)
    assert service is not None
    assert (service.name, service.reach) == (name, reach)


@pytest.mark.faults(30)
@pytest.mark.parametrize("domain", ["notlever.co", "lever.co.evil.example", "greenhouse.example", "", "io"])
def test_a_look_alike_is_no_service(domain: str) -> None:
    assert sender_service(domain) is None


@pytest.mark.parametrize(
    "local",
    [
        "noreply",
        "no-reply",
        "do_not_reply",
        "donotreply",
        "jobs-noreply",
        "notifications",
        "mailer-daemon",
        "nepasrepondre",
        "no-contestar",
        "notificaciones",
    ],
)
def test_an_unread_address_says_so_itself(local: str) -> None:
    assert is_unattended(f"{local}@acme.example")


@pytest.mark.parametrize("local", ["anna.smith", "jobs", "noreen.reply", "arnold", "system"])
def test_a_name_is_not_taken_for_a_robot(local: str) -> None:
    assert not is_unattended(f"{local}@acme.example")


@pytest.mark.parametrize(
    "local",
    [
        "jobs",
        "careers",
        "karriere",
        "bewerbung",
        "acme-jobs",
        "hr",
        "recruiting.de",
        "talent",
        "seleccion.personal",
        "reclutamiento",
    ],
)
def test_a_function_is_a_team(local: str) -> None:
    assert is_team(f"{local}@acme.example")


@pytest.mark.parametrize("local", ["anna", "anna.smith", "a.smith", "hrabal", "jobst", "personalia"])
def test_a_person_is_no_team(local: str) -> None:
    assert not is_team(f"{local}@acme.example")


def test_freemail_says_nothing_of_an_employer() -> None:
    assert is_freemail("GMX.de")
    assert not is_freemail("acme.example")
