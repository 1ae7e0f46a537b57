"""Who invites to an interview: the organiser of an attached calendar entry (RFC 5545), or another guest of that house.

Scheduling services send invitations from addresses that nobody reads; the entry names the person whose calendar it is.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from icalendar import Calendar

from classifier.characters import one_line
from classifier.message import Address, Message, is_addr_spec
from classifier.reading import Details
from classifier.senders import is_team, is_unattended
from replies.decision import Policy
from replies.domains import is_of, is_service, same_organisation
from replies.names import name_on

_MAX_CHARACTERS = 64_000
_MAX_PEOPLE = 50
_LONGEST_NAME = 100


def host_of(message: Message, details: Details, policy: Policy) -> Address | None:
    """Return the person at the employer who invites, with their own address as the invitation gives it, or None."""
    company = details.company.value if details.company else None
    people = islice(_people(message.calendar[:_MAX_CHARACTERS]), _MAX_PEOPLE)
    ours = (person for person in people if not policy.is_own(person.email))
    return next((person for person in ours if _is_person(person) and _is_there(person, company, message)), None)


def _is_person(address: Address) -> bool:
    """The name must be borne out by the address: rooms and shared calendars have names too."""
    return bool(name_on(address)) and not is_team(address.email) and not is_unattended(address.email)


def _is_there(address: Address, company: str | None, message: Message) -> bool:
    """At the employer, by the company's name or because the mail itself came from there; never at a service."""
    if is_of(company, address.domain):
        return True
    sender = message.sender
    return sender is not None and not is_service(sender.domain) and same_organisation(address.domain, sender.domain)


def _people(calendar: str) -> Iterator[Address]:
    """Yield the organisers of all events, then the guests. Whatever the text is, nothing is raised."""
    try:
        events = [event for each in Calendar.from_ical(calendar, multiple=True) for event in each.walk("VEVENT")]
        named = [value for name in ("ORGANIZER", "ATTENDEE") for event in events for value in _values(event, name)]
    except Exception:  # noqa: BLE001 - the library raises whatever it likes on what a stranger wrote
        return
    for value in named:
        email = str(value).strip().removeprefix("mailto:").removeprefix("MAILTO:")
        local, _, domain = email.rpartition("@")
        email = f"{local}@{domain.lower()}"
        if is_addr_spec(email):
            params = getattr(value, "params", {})
            yield Address(one_line(str(params.get("CN", "")))[:_LONGEST_NAME], email)


def _values(event: Any, name: str) -> list[Any]:  # noqa: ANN401 - of the library
    value = event.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]
