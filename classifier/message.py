"""Bytes to Message: lenient in, total, capped. Any bytes give a Message; nothing a mail contains can raise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of an address header (RFC 5322 §3.4).

    Attributes:
        name: The display name, decoded, on one line, free of controls and bidi marks; may be empty.
        email: The addr-spec with a lower-case domain; always matches a strict pattern, safe for headers and searches.
    """

    name: str
    email: str

    @property
    def domain(self) -> str:
        """The part behind the at sign, in lower case."""
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as the rest of Ajar sees it: decoded once, bounded, harmless.

    Attributes:
        key: What makes this mail itself, in every folder and on every server: a hex digest over Message-ID, From,
            Date and Subject. Never the folder or the UID.
        message_id: The Message-ID in angle brackets if it passes the strict pattern, else None.
        in_reply_to: Message-IDs that pass the strict pattern, in their order.
        references: The same for References.
        subject: Decoded, on one line.
        sender: The first From address, else None.
        reply_to: The Reply-To addresses.
        to: The To and Cc addresses (capped).
        date: The Date header, aware; None when missing or nonsense. Not to be trusted for order.
        text: The new text that the sender wrote: HTML turned into text, hidden parts dropped, quoted history off.
            Signature and footers are still in it. Paragraphs are kept apart by blank lines.
        quoted: The quoted or forwarded text that was taken off, else empty.
        headers: Some more headers (lower-case name → decoded values, topmost first): auto-submitted, list-id,
            list-unsubscribe, precedence, return-path, authentication-results, delivered-to, x-original-to, sender,
            x-auto-response-suppress, content-type.
        has_calendar: A calendar part (text/calendar) is attached.
        truncated: A cap cut something off.
    """

    key: str
    message_id: str | None
    subject: str
    sender: Address | None
    text: str
    quoted: str = ""
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    date: datetime | None = None
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_calendar: bool = False
    truncated: bool = False
