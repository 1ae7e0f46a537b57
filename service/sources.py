"""Mail that lies in files: .eml, mbox (Google Takeout), Maildir, folders of these. Read as a stream, never written.

A Takeout is often larger than the memory: of an mbox no table of contents is made, and each mail is cut at the cap.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

import structlog

from classifier.headers import date_of, first, read_headers
from service.errors import AjarError
from service.mailbox import MAX_MAIL_BYTES, Place
from service.providers.maildir_files import File, listed, read_mail
from service.providers.maildir_folders import arrange

log = structlog.get_logger()

NO_MAIL_S_FAULT: Final = (AjarError, MemoryError, OSError)  # such a thing ends the scan
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)  # a date before it is no mail's
_LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)  # nor is one after it; a day after 9999 cannot be told
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LINE: Final = 64 * 1024
_SUFFIXES: Final = frozenset({".eml", ".mbox"})
_FIELD = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
# With its date, as every program writes it; Thunderbird also writes "From - " with one, or nothing behind "From ".
_SEPARATOR = re.compile(rb"From (?:-?\s*|\S+\s.*\d\d:\d\d.*)$", re.DOTALL)
_QUOTED = re.compile(rb">+From ")
_WHEN = re.compile(r"([A-Z][a-z]{2}) +(\d{1,2}) +(\d\d:\d\d(?::\d\d)?)(?: +([+-]\d{4}))?(?: +[A-Z]{1,5})? +(\d{4})")


class SourceError(AjarError):
    """A path of the command line holds no mail that can be read."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class SourceMail:
    """A mail of a source.

    Attributes:
        name: Where it lay: the path, and `#1`, `#2`, … within an mbox.
        raw: Its bytes, cut at `MAX_MAIL_BYTES`.
        arrived_at: The mbox's or the Maildir's word for it, else the topmost Received, else Date, else the file's time;
            aware, UTC.
        consumed: Bytes of the source read so far, of `size_of`.
        place: SENT where it lay in a Maildir's folder of sent mails: then it is the user's own, whatever its From says.
    """

    name: str
    raw: bytes
    arrived_at: datetime
    consumed: int
    place: Place = Place.RECEIVED


@dataclass(slots=True)
class LeftOut:
    """What of a source could not be read, counted while it is read, and its bytes.

    Stretches that are no mail, and mails that break the reader.
    """

    stretches: int = 0
    size: int = 0

    def add(self, size: int) -> None:
        """Count a stretch, unless it is empty."""
        self.stretches += size > 0
        self.size += size

    def unless_read(self, size: int) -> "Guard":
        """Return what guards the reading of one mail of that size: one that breaks it is counted, and no more."""
        return Guard(self, size)


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets the next mail go on, whatever this one breaks; what is no mail's fault is raised."""

    left_out: LeftOut
    size: int

    def __enter__(self) -> None:
        """Begin with the mail."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Count the mail if it broke something."""
        if not isinstance(error, Exception) or isinstance(error, NO_MAIL_S_FAULT):
            return False
        log.warning("a mail cannot be read", error=type(error).__name__)
        self.left_out.add(self.size)
        return True


def read_source(path: Path, left_out: LeftOut | None = None) -> Iterator[SourceMail]:
    """Read every mail of a path: an .eml, an mbox, a Maildir, or a folder in which .eml and .mbox files lie.

    Mails come in the order of the file, a Maildir's in the order of delivery, files in the order of their names. A
    damaged mbox is read as far as it goes; what is no mail in it is counted in `left_out`.

    Raises:
        SourceError: There is no such path, nothing in it is a mail, or it may not be read.
    """
    try:
        consumed = 0
        for size, read in _parts(path, left_out or LeftOut()):
            for mail in read():
                yield replace(mail, consumed=consumed + mail.consumed)
            consumed += size
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}.") from error


def size_of(path: Path) -> int:
    """Return how many bytes `read_source` will go through, for a progress bar; 0 when the path cannot be read."""
    try:
        return sum(size for size, _ in _parts(path, LeftOut()))
    except (OSError, SourceError):
        return 0


_Part = tuple[int, Callable[[], Iterator[SourceMail]]]


def _parts(path: Path, left_out: LeftOut) -> Iterator[_Part]:
    """Yield the size of each file and the way to read it."""
    if not path.is_dir():
        yield path.stat().st_size, partial(_file, path, left_out)
        return
    if (path / "cur").is_dir() or (path / "new").is_dir():
        yield from _maildir(path)
        return
    files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file())
    if not files:
        raise SourceError(f"{path} holds no mail.", "A folder must hold .eml or .mbox files, or be a Maildir.")
    for file in files:
        yield file.stat().st_size, partial(_file, file, left_out)


def _file(path: Path, left_out: LeftOut) -> Iterator[SourceMail]:
    with path.open("rb") as stream:
        start = stream.read(_LINE)
        stream.seek(0)
        if _SEPARATOR.match(start.lstrip().partition(b"\n")[0]):
            yield from _mbox(path, stream, left_out)
        elif path.suffix.lower() == ".eml" or _FIELD.match(start):
            yield _mail(path, stream)
        elif start.strip() or path.suffix.lower() not in _SUFFIXES:
            raise SourceError(
                f"{path} is no mail.", "It must be an .eml file, an mbox, a Maildir or a folder of these."
            )


def _mail(path: Path, stream: BinaryIO) -> SourceMail:
    raw = stream.read(MAX_MAIL_BYTES)
    return SourceMail(str(path), raw, _arrival(raw, None, path), path.stat().st_size)


def _mbox(path: Path, stream: BinaryIO, left_out: LeftOut) -> Iterator[SourceMail]:
    for number, (separator, raw, consumed) in enumerate(_split(stream, path.stat().st_size, left_out), start=1):
        if _FIELD.match(raw.lstrip(b"\r\n")):
            yield SourceMail(f"{path}#{number}", raw, _arrival(raw, separator, path), consumed)
        else:
            left_out.add(len(raw))


def _lines(stream: BinaryIO, size: int, left_out: LeftOut) -> Iterator[bytes]:
    """Yield the lines of a file; one that cannot be read to its end (a bad disk) ends where it can."""
    position = 0
    try:
        while line := stream.readline(_LINE):
            position += len(line)
            yield line
    except OSError:
        left_out.add(size - position)


def _split(stream: BinaryIO, total: int, left_out: LeftOut) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield (separator line, mail, bytes read so far). The mail's line ends stay, the quoting of From lines goes."""
    separator, size, position = b"", 0, 0
    mail: list[bytes] = []
    begins, after_blank = True, True  # where a line begins; whether the one before it was blank
    for line in _lines(stream, total, left_out):
        if begins and after_blank and _SEPARATOR.match(line):
            if separator:
                yield separator, _joined(mail), position
            separator, mail, size = line, [], 0
        elif separator and size < MAX_MAIL_BYTES:
            piece = line[1:] if begins and _QUOTED.match(line) else line
            mail.append(piece)
            size += len(piece)
        position += len(line)
        after_blank = begins and not line.strip(b"\r\n")
        begins = line.endswith(b"\n")
    if separator:
        yield separator, _joined(mail), position


def _joined(lines: list[bytes]) -> bytes:
    """Put a mail together, without the blank line that the mbox format puts behind it."""
    if lines and lines[-1] in {b"\n", b"\r\n"}:
        lines.pop()
    return b"".join(lines)[:MAX_MAIL_BYTES]


def _maildir(root: Path) -> Iterator[_Part]:
    folders = arrange(root, "maildir++" if any(root.glob(".*/cur")) else "fs")
    files = [file for folder in (*folders.others, *folders.sent) for file in listed(folder) if "T" not in file.flags]
    for file in sorted(files, key=lambda file: (file.sighting.delivered, file.name)):
        place = Place.SENT if file.folder in folders.sent else Place.RECEIVED
        yield file.size, partial(_delivered, file, place)


def _delivered(file: File, place: Place) -> Iterator[SourceMail]:
    raw = read_mail(file)
    if raw is not None:
        arrived_at = _EPOCH + timedelta(microseconds=file.sighting.delivered // 1000)
        yield SourceMail(str(file.path), raw, arrived_at, file.size, place)


def _arrival(raw: bytes, separator: bytes | None, path: Path) -> datetime:
    headers = read_headers(raw[:_LINE].replace(b"\r\n", b"\n").partition(b"\n\n")[0])
    said = (
        _separator_date(separator or b""),
        date_of(first(headers, "received").rpartition(";")[2].strip()),
        date_of(first(headers, "date")),
    )
    sensible = (moment.astimezone(UTC) for moment in said if moment and _EARLIEST <= moment < _LATEST)
    return next(sensible, None) or datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _separator_date(separator: bytes) -> datetime | None:
    """Return the time in a `From ` line (asctime, RFC 4155); Takeout writes the offset before the year."""
    match = _WHEN.search(separator.decode("ascii", "replace"))
    return date_of(f"{match[2]} {match[1]} {match[5]} {match[3]} {match[4] or '+0000'}") if match else None
