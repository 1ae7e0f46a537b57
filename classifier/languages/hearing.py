"""What of a language can be found in one text at all: most mails invite to nothing and decline nothing.

Of each string that some saying needs, three odd letters are looked for, which many strings have in common; only if they
are in the text is it searched for the string, and only if that is there do the patterns run.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache

from classifier.languages.patterns import NEVER
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

_GRAM = 3
_COMMON = frozenset("etaoinsr ")
_SAYINGS = tuple(field.name for field in fields(Speech) if isinstance(field.default, Saying))
_LISTS = ("companies", "companies_maybe", "clients", "reapply")

_Index = Mapping[str, list[tuple[str, int]]]


def heard_in(text: str, speeches: Iterable[Speech]) -> tuple[Speech, ...]:
    """Return the speeches without what cannot be found in this text."""
    letters = text.lower()
    return tuple(_narrowed(speech, _live(speech, letters)) for speech in speeches)


def _live(speech: Speech, letters: str) -> set[int]:
    """Return the sayings (their identities: they live as long as the program) that may be found."""
    index, always = _index(speech)
    live = set(always)
    for gram, needles in index.items():
        if gram in letters:
            live.update(saying for needle, saying in needles if saying not in live and needle in letters)
    return live


def _narrowed(speech: Speech, live: set[int]) -> Speech:
    changed: dict[str, object] = {name: NEVER for name in _SAYINGS if id(getattr(speech, name)) not in live}
    for name in _LISTS:
        changed[name] = tuple(saying for saying in getattr(speech, name) if id(saying) in live)
    return replace(speech, **changed)  # type: ignore[arg-type]


@cache
def _index(speech: Speech) -> tuple[_Index, frozenset[int]]:
    """Return the strings that sayings need by three letters of them, and the sayings of which none is known."""
    index: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    always: set[int] = set()
    for saying in _sayings(speech):
        if saying.needles is None or any(len(needle) < _GRAM for needle in saying.needles):
            always.add(id(saying))
            continue
        for needle in saying.needles:
            index[_oddest(needle)].append((needle, id(saying)))
    return index, frozenset(always)


def _sayings(speech: Speech) -> Iterator[Saying]:
    """Yield all sayings that the index knows."""
    yield from (getattr(speech, name) for name in _SAYINGS)
    for name in _LISTS:
        yield from getattr(speech, name)


def _oddest(needle: str) -> str:
    """Return the three letters of a needle that fewest texts have."""
    grams = (needle[start : start + _GRAM] for start in range(len(needle) - _GRAM + 1))
    return max(grams, key=lambda gram: sum(letter not in _COMMON for letter in gram))
