"""The way from the first word of a title to its last, word by word."""

import re
from collections.abc import Sequence

from classifier.titles.lexicon import FRAMES, SMALL_WORDS, Kind
from classifier.titles.tokens import Sign, Token

LATIN = frozenset({"fr", "es", "it", "pt"})  # where what belongs to a head stands behind it
_ENDS_AT_SMALL_LETTERS = frozenset({"de", "en"})
_MOST_WORDS = 10
_MOST_SMALL = 4  # words in small letters in a row that nobody knows
# "Directeur de site", though "à notre site"; "encargada de tienda", though "en nuestra tienda".
_PLACES_OF_WORK = frozenset({"site", "cours", "sede", "tienda", "turno", "equipo", "equipa", "equipe", "équipe"})
_AT_END = frozenset({"Jr.", "Sr."})
_SHORT = 4  # letters of a word that has a capital and is a pronoun; a longer one is a noun ("Archivista di Stato")
_AGREES = re.compile(r"e[rmns]?$")  # an adjective before a German noun


def is_level(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands before a head here: "Process Engineer" is no process."""
    kind = tokens[at].kind
    if not kind & Kind.LEVEL:
        return False
    behind = tokens[at + 1 : at + 3]
    return not kind & (SMALL_WORDS | FRAMES) or (
        tokens[at].capital and any(token.kind & Kind.HEAD and token.capital for token in behind)
    )


def is_year(token: Token) -> bool:
    """Whether a number is perhaps the year in which something begins."""
    return len(token.text) == len("2026") and token.text.isdigit()


def stops(token: Token) -> bool:
    """Whether no title holds this word; "IT" and "OSS" are no pronouns."""
    if len(token.text) == 1 and token.text.islower():
        return not token.kind & Kind.LINK
    if token.kind & Kind.LOW and not token.capital:
        return True
    is_short_form = token.text.isupper() and len(token.text) > 1 and not token.kind & SMALL_WORDS
    return bool(token.kind & Kind.STOP) and not is_short_form


class Walk:
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
        is_behind_level = (
            self.head is not None and self.end > self.head + 1 and self.tokens[self.end - 1].text in _AT_END
        )
        ends_at_mark = behind is not None and behind.sign is Sign.GENDER and self.head is not None
        if ends_at_mark and len(token.text) > _SHORT and not token.kind & (SMALL_WORDS | FRAMES):
            return False  # "communication interne (H/F)"
        if is_behind_level or stops(token) or is_place or self._is_number(token, behind):
            return True
        if token.kind & Kind.HEAD or is_level(self.tokens, self.end):
            return False
        if token.kind & (Kind.LEAD | Kind.AS | Kind.MANY | Kind.APPLY | Kind.HIRE):
            return True
        is_quality = self.language in LATIN and self.head is not None and not (behind and behind.kind & Kind.LEAD)
        return bool(token.kind & Kind.POST) and not is_quality

    def _is_number(self, token: Token, behind: Token | None) -> bool:
        """Whether a number ends the title; the year of a "Summer 2027 Internship" does not."""
        is_inside = is_year(token) and self.head is None and behind is not None and behind.kind & Kind.HEAD
        return token.text.isdigit() and len(token.text) > 1 and not is_inside

    def _fits(self, token: Token) -> bool:
        """Whether a word can go on with what there is, by its capital."""
        first = self.tokens[self.start]
        if token.kind & Kind.HEAD:
            is_joined = first.capital or first.kind & (Kind.HEAD | Kind.LEVEL) or self.language not in LATIN
            agrees = first.capital or not token.capital or first.kind & Kind.LEVEL or _AGREES.search(first.text)
            return self.end == self.start or bool(is_joined and agrees)
        if token.capital:
            is_noun = self.language in {"de", "nl"} or token.text.isupper() or token.text[0].isdigit()
            return self.head is None or self.tokens[self.head].capital or is_noun or bool(token.kind & Kind.SKILL)
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
        return token.sign is Sign.WORD and bool(token.kind & (Kind.LINK | Kind.LEAD)) and not stops(token)

    def _stops_there(self, token: Token, at: int) -> bool:
        """Whether no title goes on with this behind a small word; "ingénieur de recherche" does."""
        if self.language == "en" and self.tokens[self.end].kind & Kind.FOR and not token.capital:
            return True  # "another chef for the bar"
        is_name = token.capital and self.language != "de"
        if token.kind & (Kind.POST | Kind.MANY | Kind.APPLY | Kind.AS) and not token.kind & Kind.HEAD:
            is_genitive = self.language in LATIN and self.tokens[at - 1].kind & Kind.OF
            return not (is_name or (is_genitive and self.head is not None))
        is_led = self.head == self.end - 1 and self.tokens[self.end].kind & Kind.OF and not token.kind & Kind.LOW
        is_weak = is_led and self.language in LATIN and self.tokens[self.end - 1].kind & Kind.WEAK
        if is_led and at == self.end + 1 and token.text in _PLACES_OF_WORK:
            return False
        if is_weak and len(token.text) > _SHORT and token.text.isalpha():
            return False  # "chef d'équipe", "jefe de tienda"
        return stops(token) and not (is_name and self.language in LATIN and len(token.text) > _SHORT)

    def _is_alike(self, token: Token, at: int) -> bool:
        """Whether what stands behind "and" looks like what stands before it: "d'enseignement et de recherche"."""
        if at > self.end + 1:
            before = self.tokens[max(self.start, self.end - 2)]
            return bool(at == self.end + 2 and self.tokens[at - 1].kind & before.kind & Kind.OF)
        is_last = at + 1 == len(self.tokens) or self.tokens[at + 1].sign is not Sign.WORD
        if self.language in LATIN and is_last and not token.kind and self.head != self.end - 1:
            return True  # "addetto paghe e contributi"
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
