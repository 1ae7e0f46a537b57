"""Stretches of a line that may be titles of positions, by the grammar of titles; `evidence` weighs them.

A title is a head ("engineer", "técnico") with words before it ("Senior Software") and behind it ("de laboratorio",
"Werke", ", Nordics", "(Go)"). Where nouns have capitals, or all words of a title, a small letter ends it; elsewhere a
word does that no title holds, and there is more doubt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from classifier.titles.lexicon import FRAMES, SMALL_WORDS, Kind
from classifier.titles.tokens import Sign, Token

LATIN = frozenset({"fr", "es", "it", "pt"})  # where what belongs to a head stands behind it
_ENDS_AT_SMALL_LETTERS = frozenset({"de", "en"})
_MOST_WORDS = 10
_MOST_SMALL = 4  # words in small letters in a row that nobody knows
_MOST_LOOSE = 2  # such words at the end
_MOST_LOOSE_AT_A_SIGN = 3
_MOST_IN_BRACKETS = 6
_MOST_BEHIND_A_SIGN = 5
_SHORT = 4  # letters of a word that has a capital and is a pronoun; a longer one is a noun ("Archivista di Stato")
_AGREES = re.compile(r"e[rmns]?$")  # an adjective before a German noun
_PREPOSITIONS_OF_TITLES = frozenset({"im", "für", "der"})


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


def is_level(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands before a head here: "Process Engineer" is no process."""
    kind = tokens[at].kind
    if not kind & Kind.LEVEL:
        return False
    behind = tokens[at + 1 : at + 3]
    return not kind & (SMALL_WORDS | FRAMES) or (
        tokens[at].capital and any(token.kind & Kind.HEAD and token.capital for token in behind)
    )


def _may_begin(tokens: Sequence[Token], start: int, language: str) -> bool:
    token = tokens[start]
    if token.sign is not Sign.WORD or _stops(token) or not any(map(str.isalpha, token.text)):
        return False
    if token.kind & (SMALL_WORDS | FRAMES) and not token.kind & Kind.HEAD and not is_level(tokens, start):
        return False
    before = tokens[start - 1] if start else None
    if before is None or before.sign is not Sign.WORD or before.kind & (Kind.STOP | SMALL_WORDS | FRAMES):
        return True
    # A head behind a word that nobody knows: "avviso pubblico dietista", "sende Industriemechaniker".
    if token.kind & (Kind.HEAD | Kind.LEVEL) and not before.kind & (Kind.HEAD | Kind.LEVEL):
        return token.capital != before.capital or language in LATIN
    return token.capital and not before.capital


def _stops(token: Token) -> bool:
    """Whether no title holds this word; "IT" and "OSS" are no pronouns."""
    if len(token.text) == 1 and token.text.islower():
        return not token.kind & Kind.LINK
    if token.kind & Kind.LOW and not token.capital:
        return True
    is_short_form = token.text.isupper() and len(token.text) > 1 and not token.kind & SMALL_WORDS
    return bool(token.kind & Kind.STOP) and not is_short_form


def _from(tokens: Sequence[Token], start: int, language: str) -> Iterator[Span]:
    """Yield the stretches that begin here, the shortest first."""
    walk = _Walk(tokens, start, language)
    walk.go()
    if walk.end == start:
        return
    span = Span(start, walk.end, walk.head, walk.weak)
    if walk.loose_from is not None and _is_loose(tokens, start, walk.end, walk.loose):
        yield replace(span, end=walk.loose_from)
        span = replace(span, tail=Tail.LOOSE)
    yield span
    yield from _longer(tokens, span, language)


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


class _Walk:
    """Goes from the first word of a title to its last."""

    def __init__(self, tokens: Sequence[Token], start: int, language: str) -> None:
        self.tokens = tokens
        self.start = self.end = start
        self.language = language
        self.head: int | None = None
        self.weak = True
        self.loose_from: int | None = None
        self.loose = 0
        self._small = 0
        self._linked = False

    def go(self) -> None:
        """Go on as long as words belong to the title."""
        while self.end < len(self.tokens) and self.end - self.start < _MOST_WORDS:
            token = self.tokens[self.end]
            if token.sign is not Sign.WORD:
                break
            if self.end > self.start and token.kind & Kind.LINK and not token.kind & Kind.HEAD:
                behind = self._behind_link()
                if behind is None:
                    break
                self.end, self._linked, self._small = behind, True, 0
                token = self.tokens[behind]
            elif (self.end > self.start and self._is_over(token)) or not self._fits(token):
                break
            self._take(token)

    def _take(self, token: Token) -> None:
        if token.kind & Kind.HEAD:
            if self.head is None or self.language not in LATIN:
                self.head = self.end
            self.weak = self.weak and bool(token.kind & Kind.WEAK)
        is_loose = self.head is not None and self.head != self.end and not token.capital and not self._linked
        if is_loose:
            self.loose_from = self.end if self.loose_from is None else self.loose_from
            self.loose += 1
        self._small = 0 if token.capital or token.kind & Kind.HEAD else self._small + 1
        self._linked = False
        self.end += 1

    def _is_over(self, token: Token) -> bool:
        """Whether the title ended before this word."""
        is_place = token.kind & Kind.PLACE and token.capital and self.head is not None
        behind = self.tokens[self.end + 1] if self.end + 1 < len(self.tokens) else None
        if token.text == "I" and self.head == self.end - 1 and (behind is None or behind.sign is not Sign.WORD):
            return False  # "Inspector I"
        if _stops(token) or is_place or (token.text.isdigit() and len(token.text) > 1):
            return True
        if token.kind & Kind.HEAD or is_level(self.tokens, self.end):
            return False
        if token.kind & (Kind.LEAD | Kind.AS | Kind.MANY | Kind.APPLY | Kind.HIRE):
            return True
        is_quality = self.language in LATIN and self.head is not None and not (behind and behind.kind & Kind.LEAD)
        return bool(token.kind & Kind.POST) and not is_quality

    def _fits(self, token: Token) -> bool:
        """Whether a word can go on with what there is, by its capital."""
        first = self.tokens[self.start]
        if token.kind & Kind.HEAD:
            is_joined = first.capital or first.kind & (Kind.HEAD | Kind.LEVEL) or self.language not in LATIN
            agrees = first.capital or not token.capital or first.kind & Kind.LEVEL or _AGREES.search(first.text)
            return self.end == self.start or bool(is_joined and agrees)
        if token.capital:
            is_noun = self.language in {"de", "nl"} or token.text.isupper() or token.text[0].isdigit()
            return self.head is None or self.tokens[self.head].capital or is_noun
        if self.head is None:
            may_be_small = self.language == "nl" or not (first.capital and self.language in _ENDS_AT_SMALL_LETTERS)
            return self.end == self.start or (self.language not in LATIN and may_be_small and self._small < _MOST_SMALL)
        goes_on = self.language not in _ENDS_AT_SMALL_LETTERS or self._is_small_throughout()
        return goes_on and self._small < _MOST_SMALL

    def _is_small_throughout(self) -> bool:
        """Whether a title of small letters has gone on behind a small word: "postdoc in soft matter"."""
        words = self.tokens[self.start : self.end]
        return any(word.kind & Kind.LINK for word in words) and not any(word.capital for word in words)

    def _behind_link(self) -> int | None:
        """Return where the title goes on behind a small word, if it does: "im", "de la", "of the"."""
        at = self.end + 1
        while at < min(self.end + 3, len(self.tokens)) and self._is_small(self.tokens[at]):
            at += 1
        token, link = self.tokens[at] if at < len(self.tokens) else None, self.tokens[self.end].kind
        if token is None or token.sign is not Sign.WORD or token.text.isdigit() or self._stops_there(token, at):
            return None
        if (token.kind & Kind.PLACE and token.capital) or not (self.head is not None or link & (Kind.OF | Kind.AND)):
            return None
        if link & Kind.AND and not link & Kind.IN and not self._is_alike(token, at):
            return None
        if link & Kind.IN and not self._has_field(token, at):
            return None
        if self.language == "de" and not token.capital:
            at += 1  # "im technischen Vertrieb"
            return at if at < len(self.tokens) and self.tokens[at].capital and _AGREES.search(token.text) else None
        is_small = self.language == "en" and self.tokens[self.end - 1].capital and not token.capital
        return None if is_small or (self.head is None and not self.tokens[self.start].capital) else at

    def _is_small(self, token: Token) -> bool:
        return token.sign is Sign.WORD and bool(token.kind & (Kind.LINK | Kind.LEAD)) and not _stops(token)

    def _stops_there(self, token: Token, at: int) -> bool:
        """Whether no title goes on with this behind a small word; "ingénieur de recherche" does."""
        is_name = token.capital and self.language != "de"
        if token.kind & (Kind.POST | Kind.MANY | Kind.APPLY | Kind.AS) and not token.kind & Kind.HEAD:
            is_genitive = self.language in LATIN and self.tokens[at - 1].kind & Kind.OF
            return not (is_name or (is_genitive and self.head is not None))
        return _stops(token) and not (is_name and self.language in LATIN and len(token.text) > _SHORT)

    def _is_alike(self, token: Token, at: int) -> bool:
        """Whether what stands behind "and" looks like what stands before it: "d'enseignement et de recherche"."""
        if at > self.end + 1:
            before = self.tokens[max(self.start, self.end - 2)]
            return bool(at == self.end + 2 and self.tokens[at - 1].kind & before.kind & Kind.OF)
        return bool(token.kind & Kind.HEAD) or (self.tokens[self.end - 1].capital and token.capital)

    def _has_field(self, token: Token, at: int) -> bool:
        """Whether "in" begins a field and not a place."""
        if self.head is None:
            return False
        is_next = at == self.end + 1
        if self.language == "nl" or (is_next and (self.tokens[self.head].kind | token.kind) & Kind.FIELD):
            return True
        if self.language == "de":
            return not is_next or self.tokens[self.end].text.lower() != "in"
        return self.language in LATIN and is_next and not token.capital


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
    if end > span.end + 1:
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
        joins = at > start and token.kind & Kind.LINK and behind and behind.capital and not _stops(behind)
        if not (joins or _is_part(token)):
            break
        at += 1
    return at if at > start and tokens[at - 1].capital else start


def _is_part(token: Token) -> bool:
    """Whether a word can belong to a title behind a sign."""
    is_name = token.sign is Sign.WORD and token.capital and not _stops(token)
    return is_name and not token.kind & (FRAMES | Kind.PLACE) and any(map(str.isalpha, token.text))
