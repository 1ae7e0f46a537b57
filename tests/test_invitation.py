"""Who invites, by the calendar entry that is attached; whatever the entry is."""

import time

import pytest

from classifier.message import Address, Message, parse
from replies.invitation import host_of
from tests.rejections import JANE, details

MAYA = Address("Maya Lindqvist", "maya@lantern.example")
HEAD = """From: Lantern <{sender}>
To: Jane Doe <jane@example.org>
Subject: Interview
Message-ID: <1@scheduling.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

You are invited to an interview.
--b
Content-Type: text/calendar; charset=utf-8; method=REQUEST

{calendar}
--b--
"""
ORGANIZER = "ORGANIZER;CN=Maya Lindqvist:mailto:maya@lantern.example"


def invitation(*lines: str, sender: str = "no-reply@us.greenhouse-mail.io") -> Message:
    entry = ["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1", "DTSTART:20260303T100000Z"]
    calendar = "\n".join([*entry, *lines, "END:VEVENT", "END:VCALENDAR"])
    return parse(HEAD.format(sender=sender, calendar=calendar).replace("\n", "\r\n").encode())


def host(
    *lines: str, sender: str = "no-reply@us.greenhouse-mail.io", company: str | None = "Lantern"
) -> Address | None:
    return host_of(invitation(*lines, sender=sender), details(company), JANE)


@pytest.mark.parametrize(
    "line",
    [
        ORGANIZER,
        'ORGANIZER;CN="Lindqvist, Maya";ROLE=CHAIR:MAILTO:maya@Lantern.example',
        'ORGANIZER;CN=Maya Lindqvist;SENT-BY="mailto:x@y.example":mailto:ma\n ya@lantern.example',
    ],
)
def test_the_organiser_is_found_however_the_line_is_written(line: str) -> None:
    found = host(line)
    assert found is not None
    assert found.email == MAYA.email


def test_where_a_service_organises_a_guest_of_the_employer_is_found_and_never_the_user() -> None:
    lines = (
        "ORGANIZER;CN=Scheduling:mailto:calendar@us.greenhouse-mail.io",
        "ATTENDEE;CN=Jane Doe:mailto:jane@example.org",
        "ATTENDEE;CN=Meeting Room 4:mailto:room4@lantern.example",
        "ATTENDEE;CN=Maya Lindqvist:mailto:maya@lantern.example",
    )
    assert host(*lines) == MAYA


@pytest.mark.parametrize(
    "line",
    [
        "ORGANIZER;CN=Maya Lindqvist:mailto:maya@elsewhere.example",  # another house
        "ORGANIZER;CN=Maya Lindqvist:mailto:maya@gmail.com",
        "ORGANIZER;CN=Lantern Jobs:mailto:jobs@lantern.example",
        "ORGANIZER;CN=Lantern:mailto:no-reply@lantern.example",
        "ORGANIZER:mailto:qx7@lantern.example",
        "ORGANIZER;CN=Jane Doe:mailto:jane@example.org",
        "ORGANIZER;CN=Maya Lindqvist:https://lantern.example/maya",
        "ORGANIZER;CN=Maya Lindqvist:mailto:maya@lantern.example\\nBcc: x@y.example",
    ],
)
def test_nobody_else_is(line: str) -> None:
    assert host(line) is None


def test_the_employers_own_sender_vouches_for_a_house_whose_name_the_domain_does_not_bear() -> None:
    line = "ORGANIZER;CN=Maya Lindqvist:mailto:maya@lh.example"
    assert host(line, sender="no-reply@jobs.lh.example") == Address("Maya Lindqvist", "maya@lh.example")
    assert host(line) is None


def test_the_calendar_of_a_mail_that_was_passed_on_is_not_this_senders() -> None:
    inner = invitation(ORGANIZER)
    assert inner.calendar
    raw = HEAD.format(sender="tom@elsewhere.example", calendar="x").replace("text/calendar", "message/rfc822")
    entry = f"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n{ORGANIZER}\nEND:VCALENDAR"
    assert parse(raw.replace("\nx\n", f"\n{entry}\n").encode()).calendar == ""


@pytest.mark.parametrize(
    "calendar",
    [
        "",
        "\x00" * 2000,
        "END:VEVENT\n" * 2000,
        "BEGIN:VEVENT\n" * 5000,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER" + ";A=b" * 15000 + ":x\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nRRULE:FREQ=SECONDLY;COUNT=999999999\nDTSTART:99\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "ATTENDEE:mailto:a@b.example\n" * 3000 + "END:VEVENT\nEND:VCALENDAR",
        'BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER;CN="\x01:mailto:\nORGANIZER:\nEND:VEVENT\nEND:VCALENDAR',
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:../../etc\nEND:VTIMEZONE\nEND:VCALENDAR",
    ],
)
def test_a_hostile_entry_names_nobody_and_costs_little(calendar: str) -> None:
    message = parse(HEAD.format(sender="x@y.example", calendar=calendar).encode())
    began = time.process_time()
    assert host_of(message, details("Lantern"), JANE) is None
    assert time.process_time() - began < 2
