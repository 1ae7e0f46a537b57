"""Mail that lies in files: .eml, mbox (Google Takeout), Maildir, folders of these. Read as a stream, never written.

A Takeout is often larger than the memory: of an mbox no table of contents is made, and each mail is cut at the cap.
"""

import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from classifier.headers import Headers, date_of, decode_words, first, read_headers
from service.errors import AjarError
from service.left_out import LeftOut
from service.mailbox import MAX_MAIL_BYTES, Place
from service.mbox import FIELD, LINE, is_mbox, separator_date, split
from service.places import IN_USE, place_of
from service.providers.maildir_files import File, listed, read_mail
from service.providers.maildir_folders import PARTS, arrange

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
        place: By its folder's name or its Gmail labels. What is SENT is the user's own, whatever its From says; DRAFTS
            and TRASH, which spam is too, are by label alone, for such folders are not read.
    """

    name: str
    raw: bytes
    arrived_at: datetime
    consumed: int
    place: Place = Place.RECEIVED


def read_source(path: Path, left_out: LeftOut | None = None) -> Iterator[SourceMail]:
    """Read every mail of a path: an .eml, an mbox, a Maildir, or a folder of these at any depth.

    In a folder an mbox needs no suffix: so Thunderbird and Apple Mail keep theirs. Files and folders of drafts, trash
    and spam are passed over, by their names; a file that is named itself is read whatever its name. Mails come in the
    order of the file, a Maildir's in the order of delivery, files in the order of their names. A damaged mbox is read
    as far as it goes, and a folder but for what cannot be read; `left_out` tells of both.

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
    place: Place = Place.RECEIVED

    def mails(self, left_out: LeftOut) -> Iterator[SourceMail]:
        """Read it.

        Raises:
            SourceError: It holds no mail, or cannot be read.
        """
        with _translated(self.path):
            for mail in self.read(left_out):
                yield replace(mail, place=self.place) if mail.place is Place.RECEIVED else mail


def _parts(path: Path) -> list[_Part]:
    """Return the files of a source.

    Raises:
        SourceError: There are none, or it may not be read.
    """
    with _translated(path):
        if not path.is_dir():
            place = _place_of(path, path.parent)
            return [_part(path, place if place in IN_USE else Place.RECEIVED)]
        parts = [*_maildir(path), *_loose(path)]
        if not parts and not any((path / part).is_dir() for part in PARTS):
            raise SourceError(f"{path} holds no mail.", "A folder must hold .eml files, mboxes or Maildirs.")
        return parts


def _loose(root: Path) -> Iterator[_Part]:
    """Yield the files of mail in a folder that are no Maildir's, in the order of their names."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(set(below).difference(PARTS))
        paths = [Path(folder, name) for name in sorted(names)]
        placed = ((path, _place_of(path, root)) for path in paths if _holds_mail(path))
        yield from (_part(path, place) for path, place in placed if place in IN_USE)


def _part(path: Path, place: Place) -> _Part:
    return _Part(path, path.stat().st_size, partial(_file, path), place)


def _holds_mail(path: Path) -> bool:
    """Whether a file of a folder is there for its mail: by its suffix, or an mbox without one."""
    if not path.is_file():
        return False
    if path.suffix:
        return path.suffix.lower() in _SUFFIXES
    with suppress(OSError), path.open("rb") as stream:
        return is_mbox(stream.read(LINE))
    return False


def _place_of(path: Path, root: Path) -> Place:
    """Return what the mails of a file are, by the names of an mbox and of the folders below `root` in which it lies.

    Thunderbird gives the folder that holds further ones a suffix, and Apple Mail the one that holds a file `mbox`.
    """
    folders = [Path(name).stem for name in path.relative_to(root).parent.parts]
    return place_of(*folders, "" if path.suffix.lower() == ".eml" else path.stem)


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
    return SourceMail(str(path), raw, _arrival(_headers(raw), None, path), path.stat().st_size)


def _mbox(path: Path, stream: BinaryIO, left_out: LeftOut) -> Iterator[SourceMail]:
    for number, (separator, raw, consumed) in enumerate(split(stream, path.stat().st_size, left_out), start=1):
        if not FIELD.match(raw.lstrip(b"\r\n")):
            left_out.add(len(raw))
            continue
        headers = _headers(raw)
        place = place_of(*decode_words(first(headers, "x-gmail-labels")).split(","))
        yield SourceMail(f"{path}#{number}", raw, _arrival(headers, separator, path), consumed, place)


def _maildir(root: Path) -> list[_Part]:
    """Return the mails of the Maildirs in a folder, whether it is one or holds some."""
    folders = arrange(root, "maildir++" if any(root.glob(".*/cur")) else "fs").every
    in_use = [folder for folder in folders if place_of(folder.name) in IN_USE]
    files = [file for folder in in_use for file in listed(folder) if "T" not in file.flags]
    ordered = sorted(files, key=lambda file: (file.sighting.delivered, file.name))
    return [_Part(file.path, file.size, partial(_delivered, file), place_of(file.folder.name)) for file in ordered]


def _delivered(file: File, _left_out: LeftOut) -> Iterator[SourceMail]:
    raw = read_mail(file)
    if raw is not None:
        arrived_at = _EPOCH + timedelta(microseconds=file.sighting.delivered // 1000)
        yield SourceMail(str(file.path), raw, arrived_at, file.size)


def _headers(raw: bytes) -> Headers:
    return read_headers(raw[:LINE].replace(b"\r\n", b"\n").partition(b"\n\n")[0])


def _arrival(headers: Headers, separator: bytes | None, path: Path) -> datetime:
    said = (
        separator_date(separator or b""),
        date_of(first(headers, "received").rpartition(";")[2].strip()),
        date_of(first(headers, "date")),
    )
    sensible = (moment.astimezone(UTC) for moment in said if moment and _EARLIEST <= moment < _LATEST)
    return next(sensible, None) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
