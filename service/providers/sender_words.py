"""Words to look for in From: which may go into a search, and whether a mail that was found bears one."""

import re
from collections.abc import Iterable, Sequence

from classifier.headers import Headers, addresses

MAX_WORDS = 4
_MANY = 20
# A part of a domain or a name, without anything that means something to IMAP, to Gmail's search or in a line's end.
_WORD = re.compile(r"[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]", re.ASCII)


def sound_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return the first `MAX_WORDS` of these that may be searched for, in lower case; the others are left out."""
    lowered = (word.lower() for word in words if word.isascii())
    return tuple(dict.fromkeys(word for word in lowered if _WORD.fullmatch(word)))[:MAX_WORDS]


def is_from_one(headers: Headers, words: Sequence[str]) -> bool:
    """Whether the sender's name or address holds one of these words, in any case."""
    written = (f"{name} {email}".lower() for name, email in addresses(headers.get("from", []), _MANY))
    return any(word in each for each in written for word in words)
