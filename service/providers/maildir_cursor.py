r"""How far a Maildir has been read. Pure: what files there are comes in, what to read next comes out.

A Maildir has no numbers that only grow, and a delivery time proves nothing: a mail moved in or synchronised late bears
an early one. What the kernel itself writes is the inode's change time, set when a file lands or is renamed; so:

    fresh     landed at or after `floor` and not in `seen` (digests of the files known from there on)
    backlog   what lay there at the first look and was delivered after `after`; None once all of it was read

A flag change renames a file, so an old mail may come twice. For a clock that was stepped back, the floor lies
`WINDOW` in the past, unless very many files landed since.
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

SECOND: Final = 10**9
WINDOW: Final = 24 * 3600 * SECOND
SETTLED: Final = 2 * SECOND  # change times are coarse (a timer's tick): a younger floor could cut a tick in two
KEPT: Final = 200  # `seen` grows beyond this only with files that landed at one time, or in the last two seconds
_VERSION = 1

Position = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One file: what it is, whatever its flags; when it was delivered and when it landed (ns since 1970)."""

    key: str
    delivered: int
    landed: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far was read; see above."""

    after: Position | None
    floor: int
    seen: frozenset[str]

    def __str__(self) -> str:
        content = {"v": _VERSION, "after": self.after, "floor": self.floor, "seen": sorted(self.seen)}
        return json.dumps(content, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Step:
    """What to read next, in the order of delivery, and where that leads."""

    files: tuple[Sighting, ...]
    cursor: Cursor
    more: bool


def parse_cursor(text: str | None) -> Cursor | None:
    """Return the cursor that was written, None when it is not one of ours."""
    try:
        match json.loads(text or ""):
            case {"v": 1, "after": None, "floor": int(floor), "seen": list(seen)}:
                return Cursor(None, floor, frozenset(map(str, seen)))
            case {"v": 1, "after": [int(time), str(key)], "floor": int(floor), "seen": list(seen)}:
                return Cursor((time, key), floor, frozenset(map(str, seen)))
    except (ValueError, RecursionError):  # ValueError: no JSON, or a number of more digits than Python will read
        pass
    return None


def begin(files: Sequence[Sighting], since: int, now: int) -> Cursor:
    """Return the cursor of a first look: everything is backlog that was delivered at or after `since`."""
    return _mark((since, ""), files, (), now)


def advance(files: Sequence[Sighting], cursor: Cursor, now: int, size: int) -> Step:
    """Choose at most `size` files to read, the backlog before what is fresh."""
    went_back = cursor.floor > now - SETTLED  # no floor is written down that is younger: a wrong clock was put right
    floor = now - WINDOW if went_back else cursor.floor
    fresh = [file for file in files if file.landed >= floor and _digest(file) not in cursor.seen]
    backlog = _backlog(files, {file.key for file in fresh}, cursor.after)
    # By landing, not by delivery: only so can the floor move while some of them still wait.
    fresh.sort(key=lambda file: (file.landed, file.key))
    chosen = (*backlog, *fresh)[:size]
    waiting = fresh[max(size - len(backlog), 0) :]
    after = _position(chosen[-1]) if len(backlog) > size else None
    untaken = {file.key for file in waiting}
    known = [file for file in files if file.key not in untaken]
    more = after is not None or bool(waiting)
    return Step(tuple(sorted(chosen, key=_position)), _mark(after, known, waiting, now), more)


def _backlog(files: Iterable[Sighting], fresh: set[str], after: Position | None) -> list[Sighting]:
    if after is None:
        return []
    return sorted((file for file in files if file.key not in fresh and _position(file) > after), key=_position)


def _position(file: Sighting) -> Position:
    return file.delivered, file.key


def _digest(file: Sighting) -> str:
    digest = hashlib.blake2b(file.key.encode("utf-8", "surrogateescape"), digest_size=6).digest()
    return urlsafe_b64encode(digest).decode("ascii")


def _mark(after: Position | None, known: Iterable[Sighting], waiting: Sequence[Sighting], now: int) -> Cursor:
    """Write down what is known: as far back as the window goes, but not many more than `KEPT` files."""
    known = sorted(known, key=lambda file: file.landed, reverse=True)
    floor = max(now - WINDOW, known[KEPT].landed if len(known) > KEPT else 0)
    floor = min(floor, now - SETTLED, *(file.landed for file in waiting))
    return Cursor(after, floor, frozenset(_digest(file) for file in known if file.landed >= floor))
