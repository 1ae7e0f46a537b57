"""Two drafts to one company, or in one week, do not read alike: which template comes next, and which of its phrases.

Everything follows from the mail's key, never from chance. A draft's wording is its template and the key by which its
phrases were chosen ("en/thanks/met-warm-1#3f2a"), so that what it said can be told again, and avoided.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from replies.decision import Worded
from replies.employers import bare_key
from replies.names import company_key

_WEEK = timedelta(days=7)
_TRIES = 64
Slots = Iterable[tuple[str, ...]]
"""The places of a letter where there was a choice: each with the phrases that there were to choose from."""


def heard_before(worded: Iterable[Worded], company: str | None, now: datetime) -> tuple[str, ...]:
    """Return the wordings that a new draft should not sound like, the latest last: of this company, and of a week."""
    key = bare_key(company_key(company))
    return tuple(
        each.wording
        for each in worded
        if now - each.made_at <= _WEEK or (key and key == bare_key(company_key(each.company)))
    )


def next_template(key: str, templates: Sequence[str], before: Sequence[str]) -> str:
    """Return the file of the template for this key: one that was not used before, else that used longest ago."""
    last = {_template(wording): place for place, wording in enumerate(before)}
    fresh = [file for file in templates if _stem(file) not in last]
    return phrase(key, fresh) if fresh else min(templates, key=lambda file: last[_stem(file)])


def phrase(key: str, choices: Sequence[str]) -> str:
    """Return one of several phrases, always the same for the same key."""
    digest = hashlib.sha256("\n".join((key, *choices)).encode("utf-8", "replace")).digest()
    return choices[int.from_bytes(digest[:8]) % len(choices)]


def keys_after(key: str) -> Iterator[str]:
    """Yield the key of the mail, then others that follow from it, for the case that too much was said before."""
    yield key
    yield from islice((f"{key}/{number}" for number in range(1, _TRIES)), _TRIES)


def repeated(key: str, slots: Slots, template: str, before: Sequence[str]) -> int:
    """Return how much a letter by this key would say again: of the last draft, and twice that of the same template."""
    same = [wording for wording in before if _template(wording) == template][-1:]
    heard = [_key(wording) for wording in (*before[-1:], *same, *same)]
    return sum(phrase(key, choices) == phrase(earlier, choices) for choices in slots for earlier in heard)


def _stem(file: str) -> str:
    return file.partition(".")[0]


def _template(wording: str) -> str:
    return wording.partition("#")[0]


def _key(wording: str) -> str:
    return wording.partition("#")[2]
