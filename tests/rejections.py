"""Factories of what the tests of `replies` need: a rejection, what was read in it, what the user wants."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from classifier.message import Address, Message
from classifier.reading import Details, Fact, Label, Reading, Stage, Verdict
from replies.decision import Policy, Recipient, RecipientKind, Reply, ReplyKind
from replies.voice import write

ARRIVED = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
NOW = ARRIVED + timedelta(hours=1)
MAYA = Address("Maya Lindqvist", "maya.lindqvist@lantern.example")
TEXT = (
    "Thank you for applying to Lantern. We have decided to go ahead with others for the role of Data Analyst, "
    "and we wish you all the best for your search."
)
TO_SENDER = Recipient(RecipientKind.PERSON, MAYA, "")
TO_FOUND = Recipient(RecipientKind.PERSON, Address("Jonas Weber", "jonas.weber@lantern.example"), "wrote before")
TO_NOBODY = Recipient(RecipientKind.NOBODY, None, "")
JANE = Policy("jane@example.org", "Jane Doe", aliases=("j.doe@example.net",))


def rejection(**changes: Any) -> Message:  # noqa: ANN401 - the fields of a Message
    """A rejection by Maya at Lantern, changed as asked."""
    mail = Message(
        key="f00d",
        message_id="<rejection.1@lantern.example>",
        subject="Your application",
        sender=MAYA,
        text=TEXT,
        to=(Address("Jane Doe", "jane@example.org"),),
        date=ARRIVED,
    )
    return replace(mail, **changes)


def details(
    company: str | None = "Lantern",
    role: str | None = "Data Analyst",
    person: str | None = None,
    **others: Any,  # noqa: ANN401
) -> Details:
    """What was read in it."""
    return Details(company=fact(company), role=fact(role), person=fact(person), **others)


def fact(value: str | None) -> Fact | None:
    """A fact from the text."""
    return Fact(value, "text") if value else None


def reading(found: Details | None = None, *, label: Label = Label.REJECTION, unsure: bool = False) -> Reading:
    """A sure rejection unless said otherwise."""
    probability = 0.6 if unsure else 0.97 if label is Label.REJECTION else 0.02
    return Reading(Verdict(label, probability, unsure, ()), found or details())


def interviewed(**others: Any) -> Details:  # noqa: ANN401
    """Details after an interview with Maya."""
    return details(person="Maya Lindqvist", stage=Stage.INTERVIEWED, **others)


def reply(found: Details, policy: Policy = JANE, *, to: Recipient = TO_SENDER, key: str = "f00d") -> str:
    """The text of the reply to the rejection with this key."""
    sender = MAYA if found.person else Address("Lantern", "jobs@lantern.example")
    target = replace(to, address=sender) if to is TO_SENDER else to
    return write(rejection(key=key, sender=sender), found, Reply(ReplyKind.THANKS, ARRIVED, target), policy).text


def keys(most: int = 12) -> Iterator[str]:
    """Enough keys that every phrasing comes up."""
    return (f"key {n}" for n in range(most))
