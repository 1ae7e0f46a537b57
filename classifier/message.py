"""Bytes to Message: lenient in, total, capped. Any bytes give a Message; nothing a mail contains can raise."""

import codecs
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from classifier.body import read_body
from classifier.characters import decode
from classifier.headers import (
    Headers,
    addresses,
    date_of,
    decode_words,
    first,
    is_addr_spec,
    is_message_id,
    message_ids,
    read_headers,
)
from classifier.quoting import split_quoted

__all__ = ["Address", "Message", "is_addr_spec", "is_message_id", "parse"]

MAX_BYTES = 2 * 1024 * 1024
MAX_HEADER_BYTES = 128 * 1024
MAX_ADDRESSES = 200
MAX_SUBJECT = 1000
_MAX_KEPT_VALUES = 50
_KEPT_HEADERS = (
    "auto-submitted",
    "list-id",
    "list-unsubscribe",
    "precedence",
    "return-path",
    "authentication-results",
    "delivered-to",
    "x-original-to",
    "sender",
    "x-auto-response-suppress",
    "content-type",
)


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
        calendar: The first of them as it stands (capped), else empty. Not to be trusted with anything.
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
    calendar: str = ""


def parse(raw: bytes) -> Message:
    """Return what these bytes say. Total: any bytes give a Message, within bounded time and memory.

    The caps (`MAX_BYTES`, `MAX_HEADER_BYTES`, `MAX_ADDRESSES`, and those of the body) are applied before anything is
    interpreted; when one cut something off, `truncated` says so. The key depends on the headers only, so a mail cut at
    a size cap keeps it.
    """
    block, payload = _split(raw[:MAX_BYTES].replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    headers = read_headers(block[:MAX_HEADER_BYTES])
    body = read_body(headers, payload)
    text, quoted = split_quoted(body.text)
    senders = _addresses(headers, "from", limit=1)
    subject = decode_words(first(headers, "subject"))[:MAX_SUBJECT]
    return Message(
        key=_key(headers, senders, subject),
        message_id=next(iter(message_ids(headers.get("message-id", [])[:1], 1)), None),
        in_reply_to=message_ids(headers.get("in-reply-to", []), MAX_ADDRESSES),
        references=message_ids(headers.get("references", []), MAX_ADDRESSES),
        subject=subject,
        sender=senders[0] if senders else None,
        reply_to=_addresses(headers, "reply-to", limit=MAX_ADDRESSES),
        to=_addresses(headers, "to", "cc", limit=MAX_ADDRESSES),
        date=date_of(first(headers, "date")),
        text=text,
        quoted=f"{quoted}\n\n{body.attached}".strip(),
        headers=_kept(headers),
        has_calendar=body.has_calendar,
        calendar=body.calendar,
        truncated=body.truncated or len(raw) > MAX_BYTES or len(block) > MAX_HEADER_BYTES,
    )


def _split(raw: bytes) -> tuple[bytes, bytes]:
    """Return (header block, body). An mbox envelope line before the headers is passed over, and a byte order mark."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if raw.startswith((b"From ", b">From ")):
        raw = raw.partition(b"\n")[2]
    if raw.startswith(b"\n"):
        return b"", raw[1:]
    block, _, payload = raw.partition(b"\n\n")
    return block, payload


def _addresses(headers: Headers, *names: str, limit: int) -> tuple[Address, ...]:
    """Return the mailboxes of these address headers."""
    values = [value for name in names for value in headers.get(name, [])]
    return tuple(Address(name, email) for name, email in addresses(values, limit))


def _kept(headers: Headers) -> dict[str, tuple[str, ...]]:
    """Return the further headers that others ask for, decoded."""
    return {
        name: tuple(decode_words(decode(value, None)) for value in headers[name][:_MAX_KEPT_VALUES])
        for name in _KEPT_HEADERS
        if name in headers
    }


def _key(headers: Headers, senders: tuple[Address, ...], subject: str) -> str:
    """Return the digest that is this mail's identity."""
    author = senders[0].email if senders else first(headers, "from")
    parts = (first(headers, "message-id").strip(), author, " ".join(first(headers, "date").split()), subject)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
