"""The words that titles of positions are made of, and those that stand round them.

Nobody can list all titles; but nearly all of them begin or end in the name of a trade ("Wind Turbine Technician",
"técnico de laboratorio", "Schichtleiter"), and the words that end a title in a sentence are few and common. So each
language has a lexicon (`<language>.txt` beside this file) of lines `KIND: word *suffix`. Accents count only where the
lexicon has the word with its accents and another without ("à" and "a").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from classifier.concepts import fold
from classifier.languages import SPEECHES

_HERE = Path(__file__).parent
_CACHED = 30_000  # mail holds made-up words without end: when this many are cached, the cache begins anew
_SHORTEST = 3  # letters of the shortest suffix
# "Doktorandenstelle" names who does the work as "Doktorand" does; "Geschäftsstelle" does not.
_POST_IN_ONE = re.compile(r"(?<=\w{3})-?stelle$")
# "Operario/a", "Chargé(e)", "Manager*in", "Directeur·rice", "Sachbearbeiter/-in": the first form says what it is.
_BOTH_FORMS = re.compile(r"(?<=\w{3})(?:[(/*:_·•.]-?[a-z]{1,6}\)?|-(?:[eè]re|r?ice|trice|euse|fe|ne|se|te|[eé]?e))$")
_PARTS = re.compile(r"[/-]")


class Kind:
    """What a word may be, in bits: plain numbers, for an `IntFlag` would cost ten times the time of all the rest.

    In the lexicons stand beside these the lines `FEMALE: ending:masculine` and `CASE: ending`.
    """

    HEAD = 1 << 0  # names who does the work, in the masculine singular ("engineer", "*leiter")
    WEAK = 1 << 1  # one of those that means other things too, or too little when it stands alone ("guide", "trainee")
    NOT = 1 << 2  # ends like one and is none ("entrevista")
    FIELD = 1 << 3  # a head that names its field behind "in" ("lecturer"), or what stands there ("Teilzeit")
    LEVEL = 1 << 4  # stands before a head ("senior", "stellvertretende")
    SKILL = 1 << 5  # what people know and titles put in brackets ("Python")
    PLACE = 1 << 6  # a town or a country
    POST = 1 << 7  # a position ("vacancy", "Stelle")
    MANY = 1 << 8  # several of them: then no single one is meant
    APPLY = 1 << 9  # an application and what becomes of it ("interview", "Absage")
    HIRE = 1 << 10  # wanting, choosing and engaging somebody
    LEAD = 1 << 11  # a small word that may stand between those and a title, among them:
    AS = 1 << 12
    FOR = 1 << 13
    OF = 1 << 14
    LINK = 1 << 15  # a small word inside a title, among them:
    AND = 1 << 16
    IN = 1 << 17
    STOP = 1 << 18  # a word that no title holds
    LOW = 1 << 19  # the same, but only in small letters ("department")
    AT = 1 << 20  # before the employer or a place
    WE = 1 << 21  # a pronoun that stands behind its verb
    PAIR = 1 << 23  # a head behind one other word only; the lexicons have both ("training-contract")
    THE = 1 << 22  # "of" and an article in one: before somebody known, more often than before a position


SMALL_WORDS = Kind.LEAD | Kind.LINK | Kind.AS
FRAMES = Kind.POST | Kind.APPLY | Kind.HIRE | Kind.MANY


class Lexicon(dict[str, int]):
    """The words of one language, in small letters, and then those of English; asked for any word at all."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._words: defaultdict[str, int] = defaultdict(int)
        self._suffixes: defaultdict[str, int] = defaultdict(int)
        self._accented: dict[str, int] = {}
        self._female: list[tuple[str, str]] = []
        self._cases: list[str] = []
        self._pairs: set[tuple[str, str]] = set()
        for name, words in _read(_HERE / f"{language}.txt"):
            self._learn(name, words)
        self._folded = self._without_accents(SPEECHES[language].function_words)
        self._english = None if language == "en" else lexicon_of("en")

    def _learn(self, name: str, words: Iterable[str]) -> None:
        for word in words:
            if name == "FEMALE":
                feminine, _, masculine = word.partition(":")
                self._female.append((feminine, masculine))
            elif name == "CASE":
                self._cases.append(word)
            elif name == "PAIR":
                first, _, second = word.partition("-")
                self._pairs.add((first, second))
                self._words[second] |= Kind.PAIR
            else:
                bit: int = getattr(Kind, name)
                self._words[word.lstrip("*")] |= bit
                if word.startswith("*") and bit == Kind.STOP and fold(word) != word:
                    self._accented[word[1:]] = bit
                elif word.startswith("*"):
                    self._suffixes[fold(word[1:])] |= bit

    def _without_accents(self, function_words: Iterable[str]) -> dict[str, int]:
        folded: defaultdict[str, int] = defaultdict(int)
        for word, kind in self._words.items():
            self._words[word] = kind & ~Kind.HEAD if kind & Kind.NOT else kind
            folded[fold(word)] |= self._words[word]
        for word in function_words:
            folded.setdefault(fold(word), Kind.STOP)
        return dict(folded)

    def __missing__(self, word: str) -> int:
        if len(self) > _CACHED:
            self.clear()
        accented = (kind for end, kind in self._accented.items() if word.endswith(end))
        found = self._words[word] if word in self._words else self._look_up(fold(word)) or next(accented, 0)
        self[word] = found
        return found

    def _look_up(self, word: str) -> int:
        """Return what the word is in its language or, failing that, in English."""
        base = _BOTH_FORMS.sub("", word)
        known = self._known(dict.fromkeys((word, base, *self._masculine(base), *self._bare(base))))
        if known is not None:
            return known
        in_english = self._english.whole(word) if self._english is not None else 0
        if self.language == "de" and _POST_IN_ONE.search(word):
            return self[_POST_IN_ONE.sub("", word)] & Kind.HEAD
        last = _PARTS.split(base)[-1]
        if in_english & Kind.HEAD or last == base or len(last) < _SHORTEST:
            return in_english & ~(Kind.STOP | Kind.LOW | SMALL_WORDS)
        return self[last] & (Kind.HEAD | Kind.POST)

    def is_pair(self, first: str, second: str) -> bool:
        """Whether two words in small letters name together who does the work, or what is done: "vacation scheme"."""
        return (first, second) in self._pairs or (self._english is not None and self._english.is_pair(first, second))

    def whole(self, word: str) -> int:
        """Return what a word without accents is, not what its end says: another language's words end otherwise."""
        return self._folded.get(word, 0)

    def _known(self, forms: Iterable[str]) -> int | None:
        """Return what the first of these forms is that is known, as a whole or by its end."""
        whole = next((form for form in forms if form in self._folded), None)
        if whole is not None:
            return self._folded[whole]
        ends = (form[at:] for form in forms for at in range(1, len(form) - _SHORTEST + 1))
        return next((self._suffixes[end] for end in ends if end in self._suffixes), None)

    def _masculine(self, word: str) -> Iterator[str]:
        """Yield what the masculine may be."""
        return (word[: -len(end)] + put for end, put in self._female if word.endswith(end) and len(word) > len(end) + 3)

    def _bare(self, word: str) -> Iterator[str]:
        """Yield what the nominative may be."""
        return (word[: -len(end)] for end in self._cases if word.endswith(end) and len(word) > len(end) + 3)

    def nominative(self, word: str) -> str:
        """Return a head without the ending of another case: "Referenten" is "Referent"; "Ärzten", of "Ärzte", stays."""
        folded = fold(word)
        if self._known((folded, *self._masculine(folded))) is None:
            for end in self._cases:
                bare = word.lower().removesuffix(end)
                if any(self._words.get(bare[at:], 0) & Kind.HEAD for at in range(len(bare) - _SHORTEST + 1)):
                    return word[: len(bare)]
        return word


def one_form(word: str) -> str:
    """Return the first of two forms that a word is written with: "Operario" of "Operario/a"."""
    return _BOTH_FORMS.sub("", word)


def _read(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(":")
        yield name, words.split()


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the lexicon of a language, by its ISO 639-1 code."""
    return Lexicon(language)
