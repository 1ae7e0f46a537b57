"""What must hold of every message, whatever the mail was."""

import re
from collections.abc import Iterator

from classifier.body import MAX_CALENDAR, MAX_TEXT
from classifier.message import MAX_ADDRESSES, MAX_SUBJECT, Message, is_addr_spec, is_message_id

# Controls, zero-width marks, bidi marks, tags, halves of characters: nobody would see them, and they could mislead.
_UNSEEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f"
)
_IN_TEXT = re.compile(f"[{_UNSEEN}]")
_IN_LINE = re.compile(f"[{_UNSEEN}\n\t\u2028\u2029]")
_OVER_ALL = 2_000_000  # characters: what a message may hold in all


def harms(message: Message) -> list[str]:
    """Return what is wrong with a message, empty when nothing is."""
    return [said for said, holds in _promises(message) if not holds]


def is_harmless(message: Message) -> bool:
    """Whether a message keeps all of its promises."""
    return not harms(message)


def _promises(message: Message) -> Iterator[tuple[str, bool]]:
    addresses = [address for address in (message.sender, *message.to, *message.reply_to) if address]
    ids = [*message.references, *message.in_reply_to, *([message.message_id] if message.message_id else [])]
    values = [value for values in message.headers.values() for value in values]
    lines = [message.subject, *values, *(address.name for address in addresses)]
    texts = [message.text, message.quoted]
    yield "a line with what nobody would see", not any(map(_IN_LINE.search, lines))
    yield "a text with what nobody would see", not any(map(_IN_TEXT.search, texts))
    yield "an address that is none", all(is_addr_spec(address.email) for address in addresses)
    yield "a Message-ID that is none", all(map(is_message_id, ids))
    yield "too long a text", len(message.text) <= MAX_TEXT and len(message.calendar) <= MAX_CALENDAR
    yield "too long a subject", len(message.subject) <= MAX_SUBJECT
    yield "too many addresses", max(len(message.to), len(message.reply_to), len(ids) // 3) <= MAX_ADDRESSES
    yield "too much in all", sum(map(len, (*lines, *texts, *ids))) <= _OVER_ALL
    yield "a key that is no digest", re.fullmatch("[0-9a-f]{64}", message.key) is not None
    yield "a date without a zone", message.date is None or message.date.tzinfo is not None
