"""The files of a Maildir: listing them by name, reading them bounded, and putting a new one there whole.

Nothing here renames, changes or removes a file that it did not make.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from socket import gethostname

from classifier.headers import Headers, message_ids, read_headers
from service.mailbox import MAX_MAIL_BYTES
from service.providers.maildir_cursor import Sighting
from service.providers.maildir_folders import Folder
from service.providers.maildir_names import delivered, flags, identity, unique_name

MAX_HEAD_BYTES = 256 * 1024
_CHUNK = 8 * 1024
_RENAMES = 5  # a mail program can rename a file again while it is looked for, but not for ever


@dataclass(frozen=True, slots=True)
class File:
    """A mail's file as it was listed; its name may have changed since.

    Attributes:
        part: `new` or `cur`.
        identity: What stays of the name when it is renamed.
    """

    folder: Folder
    part: str
    name: str
    identity: str
    size: int
    sighting: Sighting

    @property
    def path(self) -> Path:
        """Where it was when it was listed. Not kept: of twenty thousand files, few are ever opened."""
        return self.folder.path / self.part / self.name

    @property
    def flags(self) -> str:
        """Its Maildir flags: D draft, T thrown away, and so on."""
        return flags(self.name)


def listed(folder: Folder) -> list[File]:
    """List the mails of a folder, each once, without opening one. A part that is missing is empty.

    Raises:
        OSError: It cannot be listed.
    """
    found: dict[str, File] = {}
    for part in ("new", "cur"):  # in this order: a mail that is moved on meanwhile is seen twice, not missed
        for name, status in _regular(folder.path / part):
            same = identity(name)
            key = f"{folder.name}/{same}"
            sighting = Sighting(key, delivered(name, status.st_mtime_ns), status.st_ctime_ns)
            found[same] = File(folder, part, name, same, status.st_size, sighting)
    return list(found.values())


def _regular(directory: Path) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = os.scandir(directory)
    except FileNotFoundError:
        if directory.is_symlink():  # to a disk that is away: not missing
            raise
        return
    with entries:
        for entry in entries:
            try:
                status = entry.stat()
            except FileNotFoundError:  # renamed meanwhile: its new change time shows it at the next look
                continue
            if stat.S_ISREG(status.st_mode) and not entry.name.startswith("."):
                yield entry.name, status


def read_mail(file: File) -> bytes | None:
    """Return the mail, cut at the cap; None when it is gone. Raises OSError."""
    descriptor = _opened(file)
    if descriptor is None:
        return None
    with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor has no path
        return stream.read(MAX_MAIL_BYTES)


def read_head(file: File) -> bytes | None:
    """Return the header block with the blank line behind it, bounded; None when the mail is gone. Raises OSError."""
    descriptor = _opened(file)
    if descriptor is None:
        return None
    head = b""
    with open(descriptor, "rb", buffering=0) as stream:  # noqa: PTH123
        while len(head) < MAX_HEAD_BYTES and (chunk := stream.read(_CHUNK)):
            head += chunk
            ends = [end + len(blank) for blank in (b"\r\n\r\n", b"\n\n") if (end := head.find(blank)) >= 0]
            if ends:
                return head[: min(ends)]
    return head[:MAX_HEAD_BYTES]


def _opened(file: File) -> int | None:
    """Open it where it was listed, else under the name that it has now."""
    path: Path | None = file.path
    for _ in range(_RENAMES):
        if path is None:
            return None
        try:
            return os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        except FileNotFoundError:
            path = _renamed(file)
    return None


def _renamed(file: File) -> Path | None:
    for part in ("new", "cur"):
        directory = file.folder.path / part
        for path in directory.iterdir() if directory.is_dir() else ():
            if identity(path.name) == file.identity:
                return path
    return None


def headers_of(raw: bytes) -> Headers:
    """Return the headers of a mail or of its header block."""
    text = raw[:MAX_HEAD_BYTES].replace(b"\r\n", b"\n")
    return read_headers(text.partition(b"\n\n")[0])


def message_id_of(headers: Headers) -> str | None:
    """Return the Message-ID if it passes the strict pattern."""
    return next(iter(message_ids(headers.get("message-id", [])[:1], 1)), None)


def write_aside(folder: Folder, raw: bytes, now: int) -> Path:
    """Write a mail into `tmp`, where no mail program looks, down to the disk.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    path = folder.path / "tmp" / unique_name(now, os.getpid(), token_hex(6), gethostname())
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def show(folder: Folder, aside: Path, info: str) -> Path:
    """Move a mail from `tmp` to `cur`: the one step by which it comes to be. Raises OSError."""
    return aside.rename(folder.path / "cur" / f"{aside.name}:2,{info}")


def settle(directory: Path) -> None:
    """Bring a folder's names down to the disk. Raises OSError."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
