"""Words of all languages that are looked up, not searched for: trying hundreds of alternatives costs too much.

The lists are written as alternatives of patterns, and most of them are a few strings ("directeur", "directrice"). These
are spelled out; a word of a text is then found by a look into a set. What cannot be spelled out stays a pattern.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from classifier.languages.needles import spelled_out

_WORD = re.compile(r"\w+")
_ANY = (r"\w*", r"\w+")
_CACHED = 10_000  # mail holds made-up words without end: when this many are cached, the cache begins anew


class _Sorted(NamedTuple):
    """Whole words, beginnings and ends of words, phrases by their first word, and a pattern of the rest."""

    words: frozenset[str]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]
    odd: re.Pattern[str] | None


class _Looked(dict[str, bool | tuple[str, ...]]):
    """Whether a word is in the list, by itself or by how it begins or ends; if not, the phrases that begin with it."""

    def __init__(self, known: _Sorted) -> None:
        super().__init__()
        self._list = known

    def __missing__(self, word: str) -> bool | tuple[str, ...]:
        if len(self) > _CACHED:
            self.clear()
        words, heads, tails, phrases, _ = self._list
        is_in = word in words or word.startswith(heads) or word.endswith(tails)
        self[word] = found = is_in or phrases.get(word, ())
        return found


class Vocabulary:
    """A list of words and short phrases, in small letters, to be found whole in any text."""

    def __init__(self, sources: Iterable[str], *, beginnings: bool = False) -> None:
        r"""Take a list of alternatives; with `beginnings` each also finds longer words, unless it ends with "\b"."""
        self._sources = tuple(dict.fromkeys(sources))
        self._beginnings = beginnings

    def found_in(self, text: str) -> bool:
        """Whether a word or phrase of the list is in the text."""
        letters = text.lower()
        for found in map(self._looked.__getitem__, _WORD.findall(letters)):
            if found is True or (found and any(self._is_whole(phrase, letters) for phrase in found)):
                return True
        return self._odd is not None and self._odd.search(letters) is not None

    def begins(self, text: str) -> bool:
        """Whether the text begins with one of them."""
        letters = text.lower()
        first = _WORD.match(letters)
        found = self._looked[first[0]] if first else ()
        if found is True:
            return True
        if found and any(letters.startswith(phrase) and self._is_whole(phrase, letters) for phrase in found):
            return True
        return self._odd is not None and self._odd.match(letters) is not None

    def holds(self, text: str) -> bool:
        """Whether the text itself, all of it, is in the list."""
        letters = text.lower()
        word = _first(letters)
        if (word == letters and self._looked[word] is True) or letters in self._sorted.phrases.get(word, ()):
            return True
        return self._odd is not None and self._odd.fullmatch(letters) is not None

    def knows(self, word: str) -> bool:
        """Whether a word itself is in the list, not only how it begins or ends."""
        return word.lower() in self._sorted.words

    def _is_whole(self, phrase: str, letters: str) -> bool:
        """Whether a phrase is in the text and no part of longer words there."""
        at = letters.find(phrase)
        if at < 0 or letters[at - 1 : at].isalnum():
            return False
        return self._beginnings or not letters[at + len(phrase) : at + len(phrase) + 1].isalnum()

    @cached_property
    def _looked(self) -> _Looked:
        """What was looked up so far."""
        return _Looked(self._sorted)

    @cached_property
    def _odd(self) -> re.Pattern[str] | None:
        """What cannot be looked up."""
        return self._sorted.odd

    @cached_property
    def _sorted(self) -> _Sorted:
        """All of it as it is looked up."""
        found: dict[str, set[str]] = {kind: set() for kind in ("words", "heads", "tails", "phrases", "odd")}
        for source in self._sources:
            kind, bare = self._kind(source)
            strings = spelled_out(bare)
            for string in (source,) if strings is None else strings:
                is_word = _WORD.fullmatch(string) is not None
                found["odd" if strings is None else kind if is_word else "phrases"].add(string)
        end = "" if self._beginnings else r"\b"
        odd = re.compile(rf"\b(?:{'|'.join(sorted(found['odd']))}){end}") if found["odd"] else None
        phrases = {first: tuple(each) for first, each in groupby(sorted(found["phrases"], key=_first), key=_first)}
        return _Sorted(frozenset(found["words"]), tuple(found["heads"]), tuple(found["tails"]), phrases, odd)

    def _kind(self, source: str) -> tuple[str, str]:
        """Return where an alternative belongs, and what is left of it without the signs that say so."""
        if source.startswith(_ANY):
            return "tails", source[3:].removesuffix(r"\b")
        if source.endswith(_ANY):
            return "heads", source[:-3]
        bare = source.removeprefix(r"\b").removesuffix(r"\b")
        return ("heads" if self._beginnings and not source.endswith(r"\b") else "words"), bare


def _first(phrase: str) -> str:
    word = _WORD.search(phrase)
    return word[0] if word else ""
