"""An mbox (RFC 4155) as a stream of mails: damaged ones are read as far as they go, and nothing is kept in memory.

Programs differ in how they write one. A separator stands behind a blank line, as the format asks; where that is
missing, one that bears a date counts if a header field follows.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import datetime
from itertools import chain, pairwise
from typing import BinaryIO, Final

from classifier.headers import date_of
from service.left_out import LeftOut
from service.mailbox import MAX_MAIL_BYTES

LINE: Final = 64 * 1024
FIELD: Final = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
# With its date, as every program writes it; Thunderbird also writes "From - " with one, or nothing behind "From ".
_SEPARATOR = re.compile(rb"From (?:-?\s*|\S+\s.*\d\d:\d\d.*)$", re.DOTALL)
_DATED = re.compile(rb"From \S+ .*\d\d:\d\d.*\b(?:19|20)\d\d\s*$", re.DOTALL)
_QUOTED = re.compile(rb">+From ")
_WHEN = re.compile(r"([A-Z][a-z]{2}) +(\d{1,2}) +(\d\d:\d\d(?::\d\d)?)(?: +([+-]\d{4}))?(?: +[A-Z]{1,5})? +(\d{4})")


def is_mbox(start: bytes) -> bool:
    """Whether a file that begins so is an mbox."""
    return _SEPARATOR.match(start.removeprefix(BOM_UTF8).lstrip().partition(b"\n")[0]) is not None


def split(stream: BinaryIO, size: int, left_out: LeftOut) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield (separator line, mail, bytes read so far). The mail's line ends stay, the quoting of From lines goes.

    Args:
        stream: The file, at its beginning.
        size: Its bytes, to tell how many are lost where it cannot be read to its end.
        left_out: Where it is counted what stands before the first separator, and what cannot be read.
    """
    separator, length, position = b"", 0, 0
    mail: list[bytes] = []
    begins, after_blank = True, True  # where a line begins; whether the one before it was blank
    for line, following in pairwise(chain(_lines(stream, size, left_out), (b"",))):
        if begins and _separates(line, following, after_blank=after_blank):
            if separator:
                yield separator, _joined(mail), position
            else:
                left_out.add(length)
            separator, mail, length = line, [], 0
        elif not separator:
            length += len(line) if line.strip() else 0
        elif length < MAX_MAIL_BYTES:
            piece = line[1:] if begins and _QUOTED.match(line) else line
            mail.append(piece)
            length += len(piece)
        position += len(line)
        after_blank = begins and not line.strip(b"\r\n")
        begins = line.endswith(b"\n")
    if separator:
        yield separator, _joined(mail), position


def _separates(line: bytes, following: bytes, *, after_blank: bool) -> bool:
    """Whether a mail begins with this line."""
    if not line.startswith(b"From "):
        return False
    is_dated = _DATED.match(line) is not None and FIELD.match(following) is not None
    return is_dated or (after_blank and _SEPARATOR.match(line) is not None)


def _lines(stream: BinaryIO, size: int, left_out: LeftOut) -> Iterator[bytes]:
    """Yield the lines of a file; one that cannot be read to its end (a bad disk) ends where it can."""
    position = 0
    try:
        while line := stream.readline(LINE):
            yield line if position else line.removeprefix(BOM_UTF8)
            position += len(line)
    except OSError:
        left_out.add(size - position)


def _joined(lines: list[bytes]) -> bytes:
    """Put a mail together, without the blank line that the mbox format puts behind it."""
    if lines and lines[-1] in {b"\n", b"\r\n"}:
        lines.pop()
    return b"".join(lines)[:MAX_MAIL_BYTES]


def separator_date(separator: bytes) -> datetime | None:
    """Return the time in a `From ` line (asctime, RFC 4155); Takeout writes the offset before the year."""
    match = _WHEN.search(separator.decode("ascii", "replace"))
    return date_of(f"{match[2]} {match[1]} {match[5]} {match[3]} {match[4] or '+0000'}") if match else None
