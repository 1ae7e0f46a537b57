"""The words that tell what became of an application, and sentences spelled with one letter for each word.

A letter stands for all that a word may be: "talk" is a TALK and to SPEAK. A lexicon (`<language>.txt` beside this file,
with `any.txt` for words that all languages borrow) has lines `KIND: word prefix* *suffix two_words`. What stands there
as a whole outweighs what begins or ends so; accents count where the lexicon knows the word with them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from classifier.concepts import fold
from classifier.languages import SPEECHES
from classifier.titles.lexicon import one_form

_HERE = Path(__file__).parent
_CACHED = 30_000  # mail holds made-up words without end: when this many are cached, the cache begins anew
_SHORTEST = 3  # letters of the shortest prefix or suffix
_LETTERS = range(0x21, 0x300)
_TOKEN = re.compile(
    r"n['\u2019]t\b|[^\W\d_]+?(?=n['\u2019]t\b)|['\u2019](?:ve|ll|d|re|m|s)\b|"  # "didn't", "we've"
    r"[^\W\d_]{1,9}['\u2019](?!(?:ve|ll|d|re|m|s|t)\b)(?=[^\W_])|"  # "l'entretien", "dell'incontro"
    r"\d[\d.:/]*|[^\W\d_]+(?:[-*:/_\u00b7][^\W\d_]+)*|[,;:?\u2013\u2014\"\u201c\u201d\u201e\u00ab\u00bb]"
)
_SIGNS = {
    **dict.fromkeys(",;:\u2013\u2014", "CLAUSE"),
    **dict.fromkeys('"\u201c\u201d\u201e\u00ab\u00bb', "QUOTE"),
    "?": "ASKS",
}
_PLAIN = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Spelling:
    """Sentences, and in the same order, one a line, the letters of their words in one language."""

    sentences: Sequence[str]
    letters: str

    def sentence_at(self, found: re.Match[str]) -> str:
        """Return the sentence in which something was found, in letters of as many lines."""
        return self.sentences[found.string.count("\n", 0, found.start())]


class Lexicon(dict[str, str]):
    """The words of one language, in small letters, each with the letter for what it may be; asked for any word."""

    def __init__(self, lines: Iterable[tuple[str, Sequence[str]]]) -> None:
        super().__init__()
        self._kinds = {form: defaultdict[str, set[str]](set) for form in ("whole", "head", "tail")}
        self._longer: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for kind, words in lines:
            for word in words:
                self._learn(kind, word)
        for whole in list(self._kinds["whole"]):
            self._kinds["whole"].setdefault(fold(whole), self._kinds["whole"][whole])
        for word in self._kinds["whole"]:
            first, *rest = word.split("_")
            if rest:
                self._longer[first].append(tuple(rest))
        for several in self._longer.values():
            several.sort(key=len, reverse=True)

    def _learn(self, kind: str, word: str) -> None:
        form = "head" if word.endswith("*") else "tail" if word.startswith("*") else "whole"
        bare = word.strip("*")
        self._kinds[form][bare if form == "whole" else fold(bare)].add(kind)

    def all_kinds(self) -> Iterator[frozenset[str]]:
        """Yield what a word may be, for each word and ending."""
        yield from (frozenset(kinds) for words in self._kinds.values() for kinds in words.values())

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHED:
            self.clear()
        self[word] = found = letters()[frozenset(self._look_up(word))]
        return found

    def _look_up(self, word: str) -> Iterable[str]:
        """Return what the word may be: as a whole, else by its longest known beginning, else by its longest end.

        "Bewerber*innen" is what its first form is.
        """
        if word in _SIGNS or word[0].isdigit():
            return {_SIGNS.get(word, "NUMBER")}
        whole = self._kinds["whole"]
        for form in (word, one_form(word)):
            bare = fold(form)
            if form in whole or bare in whole:
                return whole.get(form) or whole[bare]
        heads = (bare[:size] for size in range(len(bare), _SHORTEST - 1, -1))
        tails = (bare[start:] for start in range(1, len(bare) - _SHORTEST + 1))
        head = next(filter(self._kinds["head"].__contains__, heads), None)
        tail = next(filter(self._kinds["tail"].__contains__, tails), None)
        return self._kinds["head"][head] if head else self._kinds["tail"][tail] if tail else _PLAIN

    def spell(self, sentence: str) -> str:
        """Return the letters of a sentence."""
        words = _TOKEN.findall(sentence.lower().replace("\u2019", "'"))
        spelled: list[str] = []
        at = 0
        while at < len(words):
            word = words[at]
            several = self._longest(words, at) if word in self._longer else 1
            spelled.append(self[word if several == 1 else "_".join(words[at : at + several])])
            at += several
        return "".join(spelled)

    def _longest(self, words: Sequence[str], at: int) -> int:
        """Return how many words from here on are known as one."""
        for rest in self._longer[words[at]]:
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                return 1 + len(rest)
        return 1


def _read(name: str) -> Iterator[tuple[str, list[str]]]:
    for line in (_HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(": ")
        if words:
            yield kind, words.split()


@cache
def lexicons() -> dict[str, Lexicon]:
    """Return the lexicon of each language, by its ISO 639-1 code."""
    return {code: Lexicon([*_read(code), *_read("any")]) for code in SPEECHES if (_HERE / f"{code}.txt").exists()}


@cache
def letters() -> dict[frozenset[str], str]:
    """Return the letter for each set of kinds that a word may be."""
    signs = map(frozenset[str], ({"NUMBER"}, {"CLAUSE"}, {"QUOTE"}, {"ASKS"}))
    known = {_PLAIN, *signs, *(kinds for lexicon in lexicons().values() for kinds in lexicon.all_kinds())}
    return dict(zip(sorted(known, key=sorted), map(chr, _LETTERS), strict=False))


def spell(sentences: Sequence[str], language: str) -> Spelling:
    """Return the sentences spelled in a language that has a lexicon."""
    lexicon = lexicons()[language]
    return Spelling(sentences, "\n".join(map(lexicon.spell, sentences)))


def is_about_homes(spelling: Spelling) -> bool:
    """Whether it speaks of flats to let: there people meet, choose and refuse in the same words.

    Who lets flats has posts as well, and speaks of them then.
    """
    homes, posts = (sum(map(spelling.letters.count, letters_with(kind))) for kind in ("HOUSING", "POST"))
    return homes > max(1, posts)


@cache
def letters_with(kinds: str) -> str:
    """Return the letters of all words that may be of one of these kinds."""
    wanted = frozenset(kinds.split())
    return "".join(letter for known, letter in letters().items() if not known.isdisjoint(wanted))
