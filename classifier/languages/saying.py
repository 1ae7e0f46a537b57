"""A pattern that is compiled when a text is first shown to it, and knows which texts need not be shown to it.

Seven languages have hundreds of patterns. To compile them all would take seconds at every start, and to search for all
of them milliseconds in every mail; most mails are in one language, and most sentences are none of those looked for.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from classifier.languages.needles import Strings, needles_of

IGNORECASE = re.IGNORECASE
MULTILINE = re.MULTILINE
GRAM = 3
_COMMON = frozenset("etaoinsr ")


class Folded:
    """A text in small letters, and the runs of three letters in it."""

    def __init__(self, text: str) -> None:
        self.letters = text.lower()
        self.grams = frozenset(map("".join, zip(self.letters, self.letters[1:], self.letters[2:], strict=False)))


def _oddity(gram: str) -> int:
    """Return how many letters of a gram are rare: such a gram is in few texts."""
    return sum(letter not in _COMMON for letter in gram)


class Saying:
    """What `re.compile` would return, later; the methods are those of `re.Pattern`."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern = source
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """`re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """`re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        """`re.Pattern.fullmatch`."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[[str], list[str]]:
        """`re.Pattern.findall`."""
        return self.compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """`re.Pattern.sub`."""
        return self.compiled.sub

    @cached_property
    def needles(self) -> Strings | None:
        """Strings in small letters of which every text has one that this is found in; None if there are no such."""
        return needles_of(self.pattern, self.flags)

    @cached_property
    def _grams(self) -> Strings | None:
        """Three letters of each needle: to look up a few in a set costs less than to look for all in a text."""
        if self.needles is None or any(len(needle) < GRAM for needle in self.needles):
            return None
        return frozenset(
            max((needle[i : i + GRAM] for i in range(len(needle) - GRAM + 1)), key=_oddity) for needle in self.needles
        )

    def may_be_in(self, text: Folded) -> bool:
        """Whether it is worth searching this text."""
        if self.needles is None or (self._grams is not None and self._grams.isdisjoint(text.grams)):
            return self.needles is None
        return any(needle in text.letters for needle in self.needles)
