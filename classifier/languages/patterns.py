"""The bricks that a language's patterns are built of: lists of short alternatives, and the shape of names and titles.

Whatever is built of them must take linear time: a mail is hostile. So repeat nothing without a bound ("[^.]{0,60}", not
".*"), and put no repetition inside another.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from classifier.languages.saying import IGNORECASE, Saying

NEVER = Saying(r"(?!)")
ALWAYS = Saying("")

_FEW = 12
CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"

_WORD = r"(?:(?:St|Ste|Gebr|Hnos|Bros|Sta|Sto|Geom|Fa|Dr)\. )?[A-Z0-9ÄÖÜÀ-Þ][\w&'\u2019+-]*(?:\.\w+)*"
LINK = (
    r"(?:&|\+|of(?: the)?|and|und|for|van|von|der|de|am|et|y|e|en|des|du|di|del|della|do|da|dos|das|voor|para|pour|per)"
)
NAME = rf"{_WORD}(?:,? (?:Inc|Ltd|Co|Corp)\b\.?|(?: {LINK})? {_WORD}){{0,6}}"
COMPANY = rf"(?P<company>{NAME})"

# "the vacancy at the Weir branch": a part of the employer, not the employer.
_NO_PLACE = r"\b(?! (?:branch|store|site|office|depot|plant|ward|restaurant)\b)"


def words(text: str) -> frozenset[str]:
    """Return the words of a text: a long list is read and kept more easily so."""
    return frozenset(text.split())


def either(*alternatives: str) -> str:
    """Return a source that matches any of these sources.

    A long list goes by first letters: `re` tries each alternative at each place, where capitals do not count.
    """
    if len(alternatives) <= _FEW:
        return f"(?:{'|'.join(alternatives)})"
    runs = groupby(alternatives, key=lambda source: _first_letter(source) is not None)
    return f"(?:{'|'.join(part for is_plain, run in runs for part in (_by_letter(run) if is_plain else run))})"


def _by_letter(sources: Iterable[str]) -> Iterator[str]:
    """Yield one source for each letter that these begin with; of those of one letter the order counts and stays."""
    lists: dict[str, list[str]] = {}
    for source in sources:
        lists.setdefault(_first_letter(source) or "", []).append(source)
    for letter, same in lists.items():
        yield f"(?=[{letter}{letter.upper()}])(?:{'|'.join(same)})"


def _first_letter(source: str) -> str | None:
    """Return the small letter that all that a source matches begins with; None if it is not plain to see."""
    is_sure = source[:1].isalpha() and source[1:2] not in {"?", "*", "{", "|"} and not parted(source)
    return source[0].lower() if is_sure else None


def parted(source: str) -> bool:
    """Whether a source has alternatives of its own outside brackets (or a bracket that is hard to tell)."""
    depth = 0
    for char in re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", source):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            return True
    return depth != 0


def says(*alternatives: str) -> Saying:
    r"""Return a pattern to search for: any of these, from the beginning of a word on, in capitals or small letters.

    To find the end of a compound ("Bewerbungsunterlagen"), begin with `\w*`.
    """
    return Saying(rf"\b{either(*alternatives)}", IGNORECASE)


def says_whole(*alternatives: str) -> Saying:
    """Return the same, where each alternative also ends where a word ends."""
    return Saying(rf"\b{either(*alternatives)}\b", IGNORECASE)


def all_of(*sources: str) -> tuple[Saying, ...]:
    """Return each source as a pattern, with capitals told from small letters: names and titles need them."""
    return tuple(map(Saying, sources))


def companies_after(*leads: str) -> tuple[Saying, ...]:
    """Return a pattern for each of these words that stand before an employer's name (capitals or not).

    A lead has all that stands before the name, with the blank: "applying to (?:the )?".
    """
    return all_of(*(rf"\b(?i:{lead}){COMPANY}{_NO_PLACE}" for lead in leads))
