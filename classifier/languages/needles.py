"""What a text must hold for a pattern to be found in it: a look for a few words costs a hundredth of the search.

The standard library's parser of patterns is not public; nothing hangs on it but time. What it does not tell is taken
for "may be found in any text".
"""

from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

Strings = frozenset[str]

_MOST = 48
_EMPTY: Strings = frozenset({""})


def needles_of(source: str, flags: int = 0) -> Strings | None:
    """Return strings in small letters of which one is in every text that the pattern is found in; None if unknown."""
    exact, needed = _sequence(_parser.parse(source, flags))
    best = _better(exact, needed)
    if best is None or min(map(len, best)) < 2:  # noqa: PLR2004
        return None
    return frozenset(needle for needle in best if not any(other in needle for other in best if other != needle))


def spelled_out(source: str) -> Strings | None:
    """Return all strings, in small letters, that a pattern matches; None if they are many or cannot be told."""
    return _sequence(_parser.parse(source))[0]


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> tuple[Strings | None, Strings | None]:
    """Return (all strings that these nodes can match, if few; strings of which a match holds one), or None each."""
    run, needed, whole = _EMPTY, None, True
    for node in nodes:
        exact, inner = _node(*node)
        longer = frozenset(a + b for a in run for b in exact) if exact and len(run) * len(exact) <= _MOST else None
        if longer is None:
            needed = _better(needed, _better(run, inner))
            run, whole = exact or _EMPTY, False
        else:
            run = longer
    return (run if whole else None), _better(needed, run)


def _node(kind: Any, value: Any) -> tuple[Strings | None, Strings | None]:  # noqa: ANN401 - the parser's own
    """Return the same for one node."""
    match kind:
        case _constants.LITERAL:
            return frozenset({chr(value).lower()}), None
        case _constants.AT | _constants.ASSERT | _constants.ASSERT_NOT:
            return _EMPTY, None
        case _constants.SUBPATTERN:
            found = _sequence(value[-1])
        case _constants.BRANCH:
            found = _branches([_sequence(branch) for branch in value[1]])
        case _constants.MAX_REPEAT | _constants.MIN_REPEAT:
            found = _repeated(*value)
        case _constants.IN if all(part[0] is _constants.LITERAL for part in value):
            found = frozenset(chr(char).lower() for _, char in value), None
        case _:
            found = None, None
    return found


def _branches(found: list[tuple[Strings | None, Strings | None]]) -> tuple[Strings | None, Strings | None]:
    """Return the same for nodes of which any may match."""
    exact = [branch[0] for branch in found if branch[0] is not None]
    best = [needles for branch in found if (needles := _better(*branch)) is not None]
    union = frozenset().union(*exact) if len(exact) == len(found) else None
    return (
        union if union and len(union) <= _MOST else None,
        frozenset().union(*best) if len(best) == len(found) else None,
    )


def _repeated(least: int, most: int, inside: Iterable[tuple[Any, Any]]) -> tuple[Strings | None, Strings | None]:
    """Return the same for nodes that come several times, or perhaps not at all."""
    exact, needed = _sequence(inside)
    if (least, most) == (0, 1) and exact is not None:
        return exact | _EMPTY, None
    return (exact, needed) if (least, most) == (1, 1) else (None, _better(exact, needed) if least else None)


def _better(some: Strings | None, others: Strings | None) -> Strings | None:
    """Return the set whose shortest string is the longer, if any string is needed at all."""
    known = [strings for strings in (some, others) if strings and "" not in strings]
    return max(known, key=lambda strings: (min(map(len, strings)), -len(strings)), default=None)
