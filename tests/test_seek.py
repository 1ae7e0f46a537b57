"""Where nobody reads the sender: whom to search for, who counts, and when a person's own mail takes over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from classifier.message import Address
from classifier.reading import Label, Stage
from replies.decide import decide
from replies.decision import Decision, History, NoReply, PastReply, Reply, Skip, SkipReason
from replies.search import may_be_answered, words_for
from service.account import Account
from service.pipeline import Classify
from service.scan import scan_mailbox
from tests.main_job import DELAY, FIRST_INVITATION, REJECTION, START, World, mail
from tests.rejections import ARRIVED, JANE, MAYA, NOW, details, reading, rejection
from tests.test_memory import MemoryAccount

GREENHOUSE = "Brightloop <no-reply@us.greenhouse-mail.io>"
FROM_PORTAL = REJECTION.replace("Maya Lindqvist", "Brightloop Recruiting Team")
INVITATION = FIRST_INVITATION.replace("Maya Lindqvist", "The Brightloop team")
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:1
DTSTART:20261103T100000Z
ORGANIZER;CN=Maya Lindqvist:mailto:maya@brightloop.example
ATTENDEE;CN=Jane Doe:mailto:jane@example.org
END:VEVENT
END:VCALENDAR"""


@pytest.mark.parametrize(
    ("company", "sender", "words"),
    [
        ("Brightloop GmbH", "no-reply@us.greenhouse-mail.io", ("brightloop",)),
        ("Brightloop", "no-reply@mail.brightloop.example", ("brightloop",)),
        ("Light House", "no-reply@lh.example", ("lh.example", "lighthouse", "light-house", "light")),
        (
            "Müller & Söhne",
            None,
            ("muellersoehne", "mueller-soehne", "mueller", "mullersohne", "muller-sohne", "muller"),
        ),
        ("IBM", "no-reply@us.greenhouse-mail.io", ()),
    ],
)
def test_what_is_searched_for_is_the_house_by_its_domain_and_its_name(
    company: str, sender: str | None, words: tuple[str, ...]
) -> None:
    assert words_for(company, sender) == words


@pytest.mark.parametrize(
    ("email", "sender", "counts"),
    [
        ("maya@brightloop.example", "no-reply@us.greenhouse-mail.io", True),
        ("maya@brightloop.co.uk", None, True),
        ("maya@bl.example", "no-reply@jobs.bl.example", True),
        ("maya@bl.example", "no-reply@us.greenhouse-mail.io", False),
        ("maya@brightloop-careers.example", "no-reply@us.greenhouse-mail.io", False),
        ("maya@us.greenhouse-mail.io", "no-reply@us.greenhouse-mail.io", False),
        ("brightloop@gmail.com", "brightloop-jobs@gmail.com", False),
        (None, "no-reply@jobs.bl.example", False),
    ],
)
def test_only_people_of_the_employers_own_house_count(email: str | None, sender: str | None, counts: bool) -> None:  # noqa: FBT001
    assert may_be_answered(email, "Brightloop", sender) is counts


@pytest.fixture
def world(tmp_path: Path, classify: Classify) -> Iterator[World]:
    world = World(MemoryAccount(), f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    yield world
    world.database.close()


def recipients(world: World) -> list[str]:
    """Let a rejection come that nobody would read an answer to, and return to whom the draft is."""
    world.deliver(mail(FROM_PORTAL, 2, sender=GREENHOUSE))
    world.sweep()
    world.clock.forward(DELAY)
    world.sweep()
    return [draft["To"].addresses[0].addr_spec for draft in world.drafts()]


def before(world: World, raw: bytes, days: int = 20) -> None:
    world.account.deliver(raw, START - timedelta(days=days))


def test_the_organiser_of_an_invitation_that_a_service_sent_is_found(world: World) -> None:
    parts = (
        'Content-Type: multipart/mixed; boundary="b"',
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{INVITATION}",
        f"--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n{CALENDAR}\r\n--b--\r\n",
    )
    head = mail("", 1, sender=GREENHOUSE).decode().partition("Content-Type")[0]
    before(world, f"{head}{parts[0]}\r\n\r\n{parts[1]}\r\n{parts[2]}".encode())
    assert recipients(world) == ["maya@brightloop.example"]


def test_the_same_service_s_mail_without_the_entry_names_nobody(world: World) -> None:
    before(world, mail(INVITATION, 1, sender=GREENHOUSE))
    assert recipients(world) == []
    assert SkipReason.NOBODY_READS in world.reasons()


@pytest.mark.parametrize(
    "raw",
    [
        mail(FIRST_INVITATION, 1, sender="Maya Lindqvist <maya@brightloop-careers.example>"),
        mail(FIRST_INVITATION.replace("Data Engineer", "Cleaner"), 1),  # another role
        mail("Hello Jane,\n\nyour invoice for October is attached.\n\nMaya Lindqvist\n", 1),
        mail(FROM_PORTAL, 1, sender="Brightloop Jobs <jobs@brightloop.example>"),
    ],
)
def test_nobody_else_is_written_to(world: World, raw: bytes) -> None:
    before(world, raw)
    assert recipients(world) == []


def test_who_wrote_more_than_half_a_year_before_wrote_about_another_application(world: World) -> None:
    before(world, mail(FIRST_INVITATION, 1), days=190)
    assert recipients(world) == []


def test_a_user_who_wants_no_search_has_none(world: World) -> None:
    world.policy = replace(world.policy, no_reply=NoReply.SKIP)
    before(world, mail(FIRST_INVITATION, 1))
    assert recipients(world) == []
    assert Label.INTERVIEW not in {row.label for row in world.ledger.decisions()}


def test_a_scan_searches_as_a_sweep_does_and_says_to_whom_the_draft_would_be(world: World) -> None:
    before(world, mail(FIRST_INVITATION, 1))
    world.deliver(mail(FROM_PORTAL, 2, sender=GREENHOUSE))
    unchanged = world.account.snapshot()
    hour = timedelta(hours=1)
    jane = Account("jane", world.policy, hour, look_back=hour, settle=hour, open=world.account.mailbox)
    (found,) = scan_mailbox(jane, world.account.mailbox(), world.classify, START - timedelta(days=1)).outcomes
    assert isinstance(found.decision, Reply)
    assert found.decision.to.address == Address("Maya Lindqvist", "maya@brightloop.example")
    assert found.decision.to.evidence.startswith("wrote to you on 27 October 2026 (an invitation)")
    assert world.account.snapshot() == unchanged


class TestTakingOver:
    """The system's rejection and, later, the recruiter's own."""

    def decided(self, past: PastReply, **changes: object) -> Decision:
        found = reading(details(person="Maya Lindqvist", stage=Stage.APPLIED))
        return decide(rejection(**changes), found, ARRIVED, NOW, History(replies=(past,)), JANE)

    def past(self, *, by_person: bool = False, waits: bool = True, role: str | None = "Data Analyst") -> PastReply:
        return PastReply(
            "Lantern",
            role,
            "no-reply@us.greenhouse-mail.io",
            frozenset({"<system@greenhouse.example>"}),
            "0" * 64,
            ARRIVED - timedelta(hours=3),
            key="the system's",
            by_person=by_person,
            waits_until=NOW + timedelta(hours=20) if waits else None,
        )

    @pytest.mark.parametrize("role", ["Data Analyst", None])
    def test_a_persons_own_mail_takes_over_while_the_first_reply_waits(self, role: str | None) -> None:
        owed = self.decided(self.past(role=role))
        assert isinstance(owed, Reply)
        assert (owed.replaces, owed.to.address) == (("the system's",), MAYA)

    def test_not_once_the_first_is_drafted(self) -> None:
        assert isinstance(self.decided(self.past(waits=False)), Skip)

    def test_not_from_another_person_and_not_from_the_system_again(self) -> None:
        assert isinstance(self.decided(self.past(by_person=True)), Skip)
        system = Address("Lantern", "no-reply@lantern.example")
        assert isinstance(self.decided(self.past(), sender=system), Skip)
