"""Results laid out for the eye: a table where it fits, else an entry for each row; sentences broken between words.

A table that is squeezed breaks names and addresses in the middle; at 80 columns most of Ajar's would be.
"""

import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TextIO

Entry = Callable[[Sequence[str]], Iterable[str]]  # the cells of a row -> its lines, which may be too long

NOTHING = "–"  # in a cell

_BROAD = 18  # columns that a cell of several words is worth
_GAP = 2
_NO_TERMINAL = 140
_READABLE = 100  # a line longer than that is hard to read, however wide the terminal is
_COMMAND = re.compile(r"`[^`]+`")
_GLUE = "\0"


def laid_out(headings: Sequence[str], rows: Sequence[Sequence[str]], entry: Entry, width: int) -> str:
    """Return rows as a table of so many columns; where that would break words, each as an entry of a line or two."""
    if sum(_columns(headings, rows)) + _GAP * len(headings) <= width:
        return _drawn(headings, rows, width)
    return "\n".join(broken(line, width) for row in rows for line in entry(row))


def _columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[int]:
    """Yield how wide each column has to be to be read with ease."""
    for column in zip(headings, *rows, strict=True):
        longest = max(len(word) for cell in column for word in cell.split() or [""])
        yield max(longest, min(_BROAD, max(map(len, column))))


def _drawn(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    from rich.console import Console  # noqa: PLC0415 - an error's sentence is laid out here too, and needs no tables
    from rich.table import Table  # noqa: PLC0415

    sheet = Table(box=None, pad_edge=False, header_style="bold")
    for heading, least in zip(headings, _columns(headings, rows), strict=True):
        sheet.add_column(heading, overflow="fold", min_width=least)
    for row in rows:
        sheet.add_row(*row)
    paper = io.StringIO()
    Console(file=paper, width=width, highlight=False, markup=False).print(sheet)
    return "\n".join(line.rstrip() for line in paper.getvalue().rstrip().split("\n"))


def broken(line: str, width: int) -> str:
    """Return one line in as many as it needs: between words, never within a `command`, the rest below its start.

    The start is what stands behind the last gap of two spaces, as in "ok      model: ready", or the first word.
    """
    if len(line) <= width:
        return line
    glued = _COMMAND.sub(lambda found: found[0].replace(" ", _GLUE), line)
    lines = textwrap.wrap(
        glued,
        width,
        subsequent_indent=" " * _start_of(line, width),
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
        drop_whitespace=True,
    )
    return "\n".join(lines).replace(_GLUE, " ")


def _start_of(line: str, width: int) -> int:
    """Return how far the rest of a line is indented: as its last column, if that leaves it room."""
    gaps = [found.end() for found in re.finditer(r"(?:^|\S)  +(?=\S)", line) if found.end() <= width * 2 // 3]
    return max(gaps, default=len(line) - len(line.lstrip(" ▶")))


def wrapped(text: str, stream: TextIO | None = None) -> str:
    """Return sentences as they are printed: broken at a terminal, for a pipe or a file as they are."""
    stream = stream or sys.stdout
    if not stream.isatty():
        return text
    room = min(width(), _READABLE)
    return "\n".join(broken(line, room) for line in text.split("\n"))


def width() -> int:
    """Return how many columns there are to print in; behind a pipe, as in `ajar history | less`, the terminal's."""
    return shutil.get_terminal_size((_terminal() or _NO_TERMINAL, 24)).columns


def _terminal() -> int | None:
    for descriptor in (2, 0):
        with suppress(OSError):
            return os.get_terminal_size(descriptor).columns
    return None


def harmless(text: str) -> str:
    """Return a line that came out of a mail so that it cannot move a terminal's cursor or change its colours."""
    return "".join(char if char.isprintable() else " " for char in text)
