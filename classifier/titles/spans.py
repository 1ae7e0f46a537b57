"""Stretches of a line that may be titles of positions, by the grammar of titles; `evidence` weighs them.

A title is a head ("engineer", "técnico") with words before it ("Senior Software") and behind it ("de laboratorio",
"Werke", ", Nordics", "(Go)"). Where nouns have capitals, or all words of a title, a small letter ends it; elsewhere a
word does that no title holds, and there is more doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from classifier.titles.lexicon import FRAMES, SMALL_WORDS, Kind
from classifier.titles.tokens import Sign, Token
from classifier.titles.walk import LATIN, Walk, is_level, is_year, stops

_MOST_LOOSE = 2  # such words at the end
_MOST_LOOSE_AT_A_SIGN = 3
_MOST_IN_BRACKETS = 6
_MOST_BEHIND_A_SIGN = 5
_LEVELS = frozenset({"Band", "Level", "Grade", "Tier", "Step", "Stage"})
_PREPOSITIONS_OF_TITLES = frozenset({"im", "für", "der"})
_DAYS_OF_WORK = frozenset({"Saturday", "Sunday"})
_PARTS = frozenset({"Department", "School", "Faculty", "Institute", "College", "Division", "Centre", "Center"})
_BEGINS_NOTHING = frozenset({"Bereich", "Fachbereich", "Abteilung"})  # "die Stelle im Bereich Logistik"


class Tail(Enum):
    """With what a stretch ends that a shorter one does not have."""

    NONE = auto()
    LOOSE = auto()  # words in small letters that are perhaps part of the sentence
    BRACKETS = auto()
    COMMA = auto()
    DASH = auto()
    SLASH = auto()
    GENDER = auto()
    HOURS = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens from `start` up to `end`; `head` is where the word stands that names who does the work, if one does."""

    start: int
    end: int
    head: int | None = None
    weak: bool = True
    tail: Tail = Tail.NONE


def spans_in(tokens: Sequence[Token], language: str) -> Iterator[Span]:
    """Yield each stretch that could be a title."""
    for start in range(len(tokens)):
        if _may_begin(tokens, start, language):
            yield from _from(tokens, start, language)


def _may_begin(tokens: Sequence[Token], start: int, language: str) -> bool:
    token = tokens[start]
    before = tokens[start - 1] if start else None
    if not _may_be_first(tokens, start, language):
        return False
    if before is None or before.sign is not Sign.WORD or is_year(before):
        return True  # "our 2026 Graduate Programme"
    if before.kind & (Kind.STOP | SMALL_WORDS | FRAMES):
        return True
    # A head behind a word that nobody knows: "avviso pubblico dietista", "sende Industriemechaniker".
    if token.kind & (Kind.HEAD | Kind.LEVEL) and not before.kind & (Kind.HEAD | Kind.LEVEL):
        return token.capital != before.capital or language in LATIN
    return token.capital and not before.capital


def _may_be_first(tokens: Sequence[Token], start: int, language: str) -> bool:
    """Whether a title may begin with this word, whatever stands before it; with "New" only inside a sentence."""
    token = tokens[start]
    if token.text in _DAYS_OF_WORK:
        return any(word.kind & Kind.HEAD for word in tokens[start + 1 : start + 3])  # "Saturday Sales Assistant"
    if token.sign is not Sign.WORD or stops(token) or not any(map(str.isalpha, token.text)):
        return False
    if token.text == "New" and language == "en":
        return start > 0 and tokens[start - 1].text.islower()  # "our New Business Manager"
    is_small = token.kind & (SMALL_WORDS | FRAMES) and not token.kind & Kind.HEAD and not is_level(tokens, start)
    return not is_small and token.text not in _BEGINS_NOTHING


def _from(tokens: Sequence[Token], start: int, language: str) -> Iterator[Span]:
    """Yield the stretches that begin here, the shortest first."""
    walk = Walk(tokens, start, language)
    walk.go()
    if walk.end == start:
        return
    span = Span(start, walk.end, walk.head, walk.weak)
    is_mixed = _is_mixed(tokens, start, walk)
    if walk.loose_from is not None and (is_mixed or _is_loose(tokens, start, walk.end, walk.loose)):
        yield replace(span, end=walk.loose_from)
        span = replace(span, tail=Tail.LOOSE)
    yield span
    yield from _longer(tokens, span, language)


def _is_mixed(tokens: Sequence[Token], start: int, walk: Walk) -> bool:
    """Whether small letters follow a title all of whose words have capitals: "Engenheira Alimentar recaiu"."""
    if walk.loose_from is None or walk.head is None or walk.language not in LATIN:
        return False
    words = tokens[start : walk.loose_from]
    return walk.head < walk.loose_from - 1 and all(word.capital for word in words)


def _is_loose(tokens: Sequence[Token], start: int, end: int, loose: int) -> bool:
    """Whether words in small letters may be the sentence's: they are many, or what is behind them ends no title."""
    behind = tokens[end] if end < len(tokens) else None
    if start and behind and behind.sign is tokens[start - 1].sign is Sign.QUOTE:
        return False
    if behind is None or behind.sign is not Sign.WORD or behind.capital:
        return loose > _MOST_LOOSE_AT_A_SIGN
    if loose > _MOST_LOOSE:
        return True
    return not behind.kind & (Kind.STOP | Kind.LINK) or bool(behind.kind & Kind.WE)


def _longer(tokens: Sequence[Token], span: Span, language: str) -> Iterator[Span]:
    """Yield what a title may go on with behind a sign."""
    sign = tokens[span.end].sign if span.end < len(tokens) else Sign.END
    after = span.end + 1
    if sign is Sign.HOURS and "%" in tokens[span.end].text:
        yield replace(span, end=after, tail=Tail.HOURS)
    elif sign is Sign.OPEN:
        places = range(after + 1, min(after + _MOST_IN_BRACKETS + 1, len(tokens)))
        close = next((at for at in places if tokens[at].sign is Sign.CLOSE), None)
        if close:
            yield replace(span, end=close + 1, tail=Tail.BRACKETS)
    elif sign is Sign.SLASH and after < len(tokens) and span.head is not None and tokens[after].sign is Sign.WORD:
        others = (other for other in _from(tokens, after, language) if other.head is not None)
        yield from (replace(other, start=span.start, tail=Tail.SLASH) for other in others)
    elif sign in {Sign.COMMA, Sign.DASH, Sign.GENDER} and span.tail is not Tail.BRACKETS:
        yield from _behind_sign(tokens, span, sign, language)


def _behind_sign(tokens: Sequence[Token], span: Span, sign: Sign, language: str) -> Iterator[Span]:
    """Yield what goes on with capitals, and what it has in brackets: ", Nordics (Maternity Cover)"."""
    end = _chunk(tokens, span.end + 1, sign, language)
    if end > span.end + 1 and not _is_part_of_employer(tokens, span.end + 1):
        longer = replace(span, end=end, tail=Tail[sign.name])
        yield longer
        if end < len(tokens) and tokens[end].sign is Sign.OPEN:
            yield from (replace(other, tail=longer.tail) for other in _longer(tokens, longer, language))


def _chunk(tokens: Sequence[Token], start: int, sign: Sign, language: str) -> int:
    """Return where the words with capitals behind a sign end."""
    at = start
    if sign is Sign.GENDER and language == "de" and at < len(tokens) and tokens[at].text in _PREPOSITIONS_OF_TITLES:
        at += 1
    while at < len(tokens) and at - start < _MOST_BEHIND_A_SIGN:
        token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        joins = at > start and token.kind & Kind.LINK and behind and behind.capital and not stops(behind)
        is_level = at > start and token.text.isdigit() and (len(token.text) == 1 or tokens[at - 1].text in _LEVELS)
        is_second = at > start and token.capital and tokens[at - 1].kind & Kind.AND  # "Nordics & UK"
        is_label = behind is not None and behind.sign is Sign.COLON and token.kind & (Kind.LOW | Kind.STOP)
        if is_label or not (joins or is_second or is_level or _is_part(token) or _is_first_of_two(tokens, at)):
            break
        at += 1
    at -= at > start and bool(tokens[at - 1].kind & Kind.LINK)
    return at if at > start and tokens[at - 1].capital else start


def _is_part_of_employer(tokens: Sequence[Token], start: int) -> bool:
    """Whether "Department of Statistics" stands here."""
    return tokens[start].text in _PARTS and start + 1 < len(tokens) and bool(tokens[start + 1].kind & Kind.OF)


def _is_first_of_two(tokens: Sequence[Token], at: int) -> bool:
    """Whether "Search & Discovery" begins here, each word with a capital."""
    two = tokens[at : at + 3]
    return len(two) == 3 and two[0].capital and bool(two[1].kind & Kind.AND) and two[2].capital and _is_part(two[2])  # noqa: PLR2004


def _is_part(token: Token) -> bool:
    """Whether a word can belong to a title behind a sign."""
    is_name = token.sign is Sign.WORD and token.capital and not stops(token)
    return is_name and not token.kind & (FRAMES | Kind.PLACE) and any(map(str.isalpha, token.text))
