"""Mail that lies in files: .eml, mbox (Google Takeout), Maildir, folders of these. Read as a stream, never written.

A Takeout is often larger than the memory: of an mbox no table of contents is made, and each mail is cut at the cap.
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from classifier.headers import date_of, first, read_headers
from service.errors import AjarError
from service.left_out import LeftOut
from service.mailbox import MAX_MAIL_BYTES, Place
from service.mbox import FIELD, LINE, is_mbox, separator_date, split
from service.providers.maildir_files import File, listed, read_mail
from service.providers.maildir_folders import arrange

_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)  # a date before it is no mail's
_LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)  # nor is one after it; a day after 9999 cannot be told
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SUFFIXES: Final = frozenset({".eml", ".mbox"})
_HEADERS: Final = frozenset({"from", "date", "subject", "message-id", "received", "return-path", "delivered-to"})
_PACKED: Final = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")


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


def read_source(path: Path, left_out: LeftOut | None = None) -> Iterator[SourceMail]:
    """Read every mail of a path: an .eml, an mbox, a Maildir, or a folder in which .eml and .mbox files lie.

    Mails come in the order of the file, a Maildir's in the order of delivery, files in the order of their names. A
    damaged mbox is read as far as it goes, and a folder but for what cannot be read; `left_out` tells of both.

    Raises:
        SourceError: There is no such path, nothing in it is a mail, or it may not be read.
    """
    left_out = left_out or LeftOut()
    consumed = 0
    for part in _parts(path):
        try:
            for mail in part.mails(left_out):
                yield replace(mail, consumed=consumed + mail.consumed)
        except SourceError:
            if part.path == path:
                raise
            left_out.files.append(part.path)
        consumed += part.size


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}.") from error


def size_of(path: Path) -> int:
    """Return how many bytes `read_source` will go through, for a progress bar; 0 when the path cannot be read."""
    try:
        return sum(part.size for part in _parts(path))
    except SourceError:
        return 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A file of a source."""

    path: Path
    size: int
    read: Callable[[LeftOut], Iterator[SourceMail]]

    def mails(self, left_out: LeftOut) -> Iterator[SourceMail]:
        """Read it.

        Raises:
            SourceError: It holds no mail, or cannot be read.
        """
        with _translated(self.path):
            yield from self.read(left_out)


def _parts(path: Path) -> list[_Part]:
    """Return the files of a source.

    Raises:
        SourceError: There are none, or it may not be read.
    """
    with _translated(path):
        if not path.is_dir():
            return [_Part(path, path.stat().st_size, partial(_file, path))]
        if (path / "cur").is_dir() or (path / "new").is_dir():
            return _maildir(path)
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file())
        if not files:
            raise SourceError(f"{path} holds no mail.", "A folder must hold .eml or .mbox files, or be a Maildir.")
        return [_Part(file, file.stat().st_size, partial(_file, file)) for file in files]


def _file(path: Path, left_out: LeftOut) -> Iterator[SourceMail]:
    """Read a file. Where it does not begin as a mail does, mails may follow what is damaged.

    Raises:
        SourceError: It holds no mail.
    """
    if not path.is_file():
        raise SourceError(f"{path} is no file.", "What comes through a pipe must be saved as a file first.")
    suffix = path.suffix.lower()
    with path.open("rb") as stream:
        start = stream.read(LINE)
        stream.seek(0)
        if not is_mbox(start) and (suffix == ".eml" or (suffix != ".mbox" and _is_mail(start))):
            yield _mail(path, stream)
            return
        found = False
        for mail in _mbox(path, stream, left_out):
            found = True
            yield mail
        if found or is_mbox(start) or (suffix in _SUFFIXES and not start.strip()):
            return
        if not _is_mail(start):
            raise _no_mail(path, start)
        stream.seek(0)
        yield _mail(path, stream)


def _is_mail(start: bytes) -> bool:
    """Whether a file that begins so is a mail: it begins with header fields, and one of them is a mail's."""
    block = start.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return FIELD.match(block) is not None and not _HEADERS.isdisjoint(read_headers(block))


def _no_mail(path: Path, start: bytes) -> SourceError:
    """Return what to say about a file without mail."""
    if start.startswith(_PACKED):
        return SourceError(f"{path} is packed.", "Unpack it first, and name the .mbox file that was in it.")
    return SourceError(f"{path} is no mail.", "It must be an .eml file, an mbox, a Maildir or a folder of these.")


def _mail(path: Path, stream: BinaryIO) -> SourceMail:
    raw = stream.read(MAX_MAIL_BYTES)
    return SourceMail(str(path), raw, _arrival(raw, None, path), path.stat().st_size)


def _mbox(path: Path, stream: BinaryIO, left_out: LeftOut) -> Iterator[SourceMail]:
    for number, (separator, raw, consumed) in enumerate(split(stream, path.stat().st_size, left_out), start=1):
        if FIELD.match(raw.lstrip(b"\r\n")):
            yield SourceMail(f"{path}#{number}", raw, _arrival(raw, separator, path), consumed)
        else:
            left_out.add(len(raw))


def _maildir(root: Path) -> list[_Part]:
    folders = arrange(root, "maildir++" if any(root.glob(".*/cur")) else "fs")
    files = [file for folder in (*folders.others, *folders.sent) for file in listed(folder) if "T" not in file.flags]
    ordered = sorted(files, key=lambda file: (file.sighting.delivered, file.name))
    places = (Place.SENT if file.folder in folders.sent else Place.RECEIVED for file in ordered)
    return [
        _Part(file.path, file.size, partial(_delivered, file, place))
        for file, place in zip(ordered, places, strict=True)
    ]


def _delivered(file: File, place: Place, _left_out: LeftOut) -> Iterator[SourceMail]:
    raw = read_mail(file)
    if raw is not None:
        arrived_at = _EPOCH + timedelta(microseconds=file.sighting.delivered // 1000)
        yield SourceMail(str(file.path), raw, arrived_at, file.size, place)


def _arrival(raw: bytes, separator: bytes | None, path: Path) -> datetime:
    headers = read_headers(raw[:LINE].replace(b"\r\n", b"\n").partition(b"\n\n")[0])
    said = (
        separator_date(separator or b""),
        date_of(first(headers, "received").rpartition(";")[2].strip()),
        date_of(first(headers, "date")),
    )
    sensible = (moment.astimezone(UTC) for moment in said if moment and _EARLIEST <= moment < _LATEST)
    return next(sensible, None) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
