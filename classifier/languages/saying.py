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

    def may_be_in(self, letters: str) -> bool:
        """Whether it is worth searching a text that has these small letters."""
        return self._needle is None or self._needle.search(letters) is not None

    @cached_property
    def _needle(self) -> re.Pattern[str] | None:
        """A pattern of the needles."""
        return re.compile("|".join(map(re.escape, sorted(self.needles)))) if self.needles is not None else None
