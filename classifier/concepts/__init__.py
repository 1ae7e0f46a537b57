"""What words mean for the outcome of an application, in any language, and in which order they say it.

A model of words has to have met a word, and nobody meets every way to say no. "We went with somebody else" and "Wir
haben uns für jemand anderen entschieden" share no word; they share what is meant, in much the same order: WE, CHOOSE,
CANDIDATE, OTHER. So each word is looked up in a small lexicon of its language (`<language>.txt` beside this file), and
what is counted is which concept comes before which in a sentence.

A line of a lexicon is `CONCEPT: word prefix* *suffix …`; a word may stand in several lines. Accents count for nothing
there, for many people write without them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Bits = NDArray[np.uint8]

_HERE = Path(__file__).parent
_CACHED = 30_000  # mail holds made-up words without end: when this many are cached, the cache begins anew
_LINE = re.compile(r"(?P<concept>[A-Z]+): (?P<words>\S.*)")
_SHORTEST = 2  # letters of the shortest prefix that stands for a word
_NEVER = np.iinfo(np.int16).max


class LexiconError(ValueError):
    """A lexicon that is not as the module says; the sentence begins with its path and line."""


def _read(path: Path) -> Iterable[tuple[str, list[str]]]:
    """Yield the concepts of a lexicon with their words, folded.

    Raises:
        LexiconError: A line is not as the module says.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise LexiconError(f"{path}:{number}: a line is 'CONCEPT: word prefix* *suffix'")
        yield found["concept"], [fold(word) for word in found["words"].split()]


def fold(word: str) -> str:
    """Return the word in lower case and without accents: "Décision" is "decision"."""
    folded = word.casefold()
    if folded.isascii():  # most words, at a tenth of the price
        return folded
    return "".join(filter(lambda letter: not unicodedata.combining(letter), unicodedata.normalize("NFKD", folded)))


LANGUAGES = tuple(sorted(path.stem for path in _HERE.glob("??.txt")))
CONCEPTS = tuple(sorted({concept for language in LANGUAGES for concept, _ in _read(_HERE / f"{language}.txt")}))
ORDERS = len(CONCEPTS) ** 2  # a concept at all, on the diagonal, and each before each


class Lexicon(dict[str, tuple[int, ...]]):
    """The words of one language with the places of their concepts in `CONCEPTS`; asked for any word at all."""

    def __init__(self, lines: Iterable[tuple[str, Sequence[str]]]) -> None:
        super().__init__()
        self._meant: dict[str, dict[str, set[int]]] = {kind: defaultdict(set) for kind in ("word", "prefix", "suffix")}
        for concept, words in lines:
            for word in words:
                kind = "prefix" if word.endswith("*") else "suffix" if word.startswith("*") else "word"
                self._meant[kind][word.strip("*")].add(CONCEPTS.index(concept))

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _CACHED:
            self.clear()
        self[word] = found = tuple(sorted(self._look_up(fold(word))))
        return found

    def _look_up(self, word: str) -> set[int]:
        """Return what the word itself, its longest known prefix and its longest known suffix mean."""
        prefixes = (word[:size] for size in range(len(word), _SHORTEST - 1, -1))
        suffixes = (word[start:] for start in range(1, len(word) - 1))
        longest_prefix = next(filter(self._meant["prefix"].__contains__, prefixes), "")
        longest_suffix = next(filter(self._meant["suffix"].__contains__, suffixes), "")
        return {
            *self._meant["word"].get(word, ()),
            *self._meant["prefix"].get(longest_prefix, ()),
            *self._meant["suffix"].get(longest_suffix, ()),
        }


@cache
def lexicon_of(language: str) -> Lexicon | None:
    """Return the lexicon of a language, by its ISO 639-1 code; None if there is none."""
    return Lexicon(_read(_HERE / f"{language}.txt")) if language in LANGUAGES else None


def orders_of(sentences: Sequence[Sequence[str]], language: str) -> Bits:
    """Return for each sentence which concept occurs before which, eight to the byte; see `unpack`.

    Column a * len(CONCEPTS) + b is set if a word of concept a stands before a word of concept b, and column
    a * len(CONCEPTS) + a if there is a word of concept a. In a language without a lexicon nothing is set.
    """
    first = np.full((len(sentences), len(CONCEPTS)), _NEVER, dtype=np.int16)
    last = np.full((len(sentences), len(CONCEPTS)), -1, dtype=np.int16)
    lexicon = lexicon_of(language)
    if lexicon is not None:
        for row, words in enumerate(sentences):
            _place(words, lexicon, first[row], last[row])
    orders = first[:, :, np.newaxis] < last[:, np.newaxis, :]
    diagonal = np.arange(len(CONCEPTS))
    orders[:, diagonal, diagonal] = last >= 0
    return np.packbits(orders.reshape(len(sentences), ORDERS), axis=1)


def unpack(orders: Bits) -> Flags:
    """Return the orders one by one; shape (texts, `ORDERS`)."""
    return np.unpackbits(orders, axis=1, count=ORDERS).view(np.bool_)


def _place(words: Sequence[str], lexicon: Lexicon, first: NDArray[np.int16], last: NDArray[np.int16]) -> None:
    """Write down where each concept occurs first and last; the words of one concept may stand at one place."""
    where: dict[int, list[int]] = {}
    for place, concepts in enumerate(map(lexicon.__getitem__, words)):
        for concept in concepts:
            where.setdefault(concept, [place, place])[1] = place
    for concept, (begin, end) in where.items():
        first[concept], last[concept] = begin, end
