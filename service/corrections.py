"""The corrections: what the user taught, one small file each, in the state directory and nowhere else.

Files, and not rows of the ledger, because they hold the text of mails: the ledger may be a database on another machine,
and what is deleted from a database stays in its pages for a while. A file's name says which mail it is about and what
the user called it, so that deciding about a mail opens none of them.
"""

import fcntl
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from classifier.reading import Label
from classifier.taught import Lesson, Words
from service.errors import LedgerError

MOST = 1000
NO_REJECTION: Final = "no-rejection"
_NAME = re.compile(rf"(?P<identity>[0-9a-f]{{64}})\.(?P<label>{'|'.join([*Label, NO_REJECTION])})\.json")
_ID_LENGTH: Final = 10


class How(StrEnum):
    """By which way the user taught."""

    COMMAND = "command"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction.

    Attributes:
        lesson: The mail as the classifier reads it, and what it is.
        mailbox: Where it came from; None when from a file that no mailbox knows.
        message_id: In angle brackets, or None.
    """

    lesson: Lesson
    mailbox: str | None
    message_id: str | None
    taught_at: datetime
    how: How

    @property
    def id(self) -> str:
        """The number by which the user calls it."""
        return self.lesson.identity[:_ID_LENGTH]

    @property
    def label(self) -> str:
        """What the user called it, in one word."""
        return self.lesson.label or NO_REJECTION


class Corrections:
    """The files in one folder, which need not be there. Safe to use from several threads and processes.

    Every method may raise LedgerError: the folder cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def words(self) -> Words:
        """Return what the user called each mail, by its identity; when two files say so differently, no rejection."""
        words: dict[str, Label | None] = {}
        for _, identity, label in self._listed():
            words[identity] = None if identity in words else label
        return words

    def all(self) -> list[Correction]:
        """Return all of them, the oldest first."""
        read = [_read(path) for path, _, _ in self._listed()]
        return sorted(filter(None, read), key=lambda each: (each.taught_at, each.id))

    def lessons(self) -> list[Lesson]:
        """Return what there is to learn from, the oldest first."""
        return [correction.lesson for correction in self.all()]

    def keep(self, correction: Correction) -> bool:
        """Keep it, in place of an earlier one about the same mail. False when the user said just that before."""
        identity = correction.lesson.identity
        path = self._folder / f"{identity}.{correction.label}.json"
        with _translated(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _translated(self._folder), _alone(self._folder):
            before = {path for path, about, _ in self._listed() if about == identity}
            if before == {path}:
                return False
            _write(path, correction)
            _remove(before - {path})
            _remove(sorted(self._paths(), key=_changed_at)[:-MOST])
        return True

    def forget(self, correction: Correction) -> None:
        """Remove it, text and all."""
        with _translated(self._folder):
            _remove(path for path, identity, _ in self._listed() if identity == correction.lesson.identity)

    def forget_these(self, corrections: Iterable[Correction]) -> int:
        """Remove these, and return how many there were."""
        wanted = list(corrections)
        for correction in wanted:
            self.forget(correction)
        return len(wanted)

    def forget_all(self) -> int:
        """Remove all of them, and return how many there were."""
        with _translated(self._folder):
            paths = list(self._paths())
            _remove(paths)
        return len(paths)

    def _paths(self) -> Iterator[Path]:
        return (path for path, _, _ in self._listed())

    def _listed(self) -> list[tuple[Path, str, Label | None]]:
        with _translated(self._folder):
            names = sorted(path.name for path in self._folder.iterdir()) if self._folder.is_dir() else []
        found = filter(None, map(_NAME.fullmatch, names))
        return [(self._folder / match[0], match["identity"], _label(match["label"])) for match in found]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other thread or process keep one meanwhile: two words about one mail would each remove the other."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _label(word: str) -> Label | None:
    return None if word == NO_REJECTION else Label(word)


def _changed_at(path: Path) -> int:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime_ns
    return 0


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _write(path: Path, correction: Correction) -> None:
    """Write it for the user's eyes only: whole, or not at all."""
    lesson = correction.lesson
    row = {
        "mailbox": correction.mailbox,
        "message_id": correction.message_id,
        "taught_at": correction.taught_at.isoformat(),
        "how": correction.how,
        "subject": lesson.subject,
        "text": lesson.text,
    }
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            json.dump(row, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _read(path: Path) -> Correction | None:
    """Return what stands in a file; None when it is gone, or was damaged by another hand."""
    named = _NAME.fullmatch(path.name)
    with suppress(FileNotFoundError, ValueError, KeyError, TypeError, RecursionError), _translated(path.parent):
        row = json.loads(path.read_text(encoding="utf-8"))
        if named is not None and isinstance(row["subject"], str) and isinstance(row["text"], str):
            lesson = Lesson(named["identity"], _label(named["label"]), row["subject"], row["text"])
            taught_at = datetime.fromisoformat(row["taught_at"])
            return Correction(lesson, row["mailbox"], row["message_id"], taught_at, How(row["how"]))
    return None


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise LedgerError(
            f"The corrections in {folder} cannot be used: {error.strerror}.", "Look at its owner, and at the disk."
        ) from error
