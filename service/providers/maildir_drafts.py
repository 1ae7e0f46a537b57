"""Saving a draft into a Maildir: look, write aside, and one rename by which it comes to be."""

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from replies.decision import Draft
from service.errors import Refused, Unavailable, Unclear
from service.mailbox import MessageRef, SavedDraft
from service.providers.maildir_around import named_in
from service.providers.maildir_files import (
    File,
    headers_of,
    listed,
    message_id_of,
    read_head,
    settle,
    show,
    write_aside,
)
from service.providers.maildir_folders import Folder, Folders, Layout, make_folder
from service.providers.maildir_locator import locator_of
from service.providers.maildir_names import identity

_FLAGS: Final = "DS"  # a draft, and seen: the user's mail program is not to announce it as new mail
_USER_S_TO_MEND: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}
)


def save(folders: Folders, layout: Layout, draft: Draft, answers: MessageRef, now: int) -> SavedDraft:
    """Put the draft into the first drafts folder, unless one of them holds it or another answer to the same mail.

    Raises:
        Unclear, Unavailable, Refused: As `Mailbox.save_draft` says.
    """
    target = folders.drafts[0]
    with _nothing_written(target):
        make_folder(target, layout)
    with _alone_in(target):
        for folder in folders.drafts:
            if present := _standing(folder, draft.message_id, None if draft.beside else answers.message_id):
                return SavedDraft(locator_of(present), created=False)
        with _nothing_written(target):
            aside = write_aside(target, draft.raw, now)
        return SavedDraft(_shown(target, aside), created=True)


def draft_in(folders: Iterable[Folder], message_id: str) -> File | None:
    """Return the draft that bears this Message-ID. Raises OSError."""
    return next((file for folder in folders if (file := _standing(folder, message_id, None))), None)


def _standing(folder: Folder, message_id: str, answered: str | None) -> File | None:
    """Return a draft that bears this Message-ID or answers that mail. Raises OSError."""
    for file in listed(folder):
        head = None if "T" in file.flags else read_head(file)
        if head is None:
            continue
        headers = headers_of(head)
        if message_id_of(headers) == message_id or answered in named_in(headers, "in-reply-to"):
            return file
    return None


def _shown(target: Folder, aside: Path) -> str:
    try:
        path = show(target, aside, _FLAGS)
        settle(path.parent)
    except OSError as error:
        if not (target.path / "cur" / f"{aside.name}:2,{_FLAGS}").exists():
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            raise _translated(error, target) from error
        raise Unclear(f"The draft may not have reached the disk: {error.strerror}.") from error
    return locator_of(_as_file(target, path))


def _as_file(target: Folder, path: Path) -> File:
    return next(file for file in listed(target) if file.identity == identity(path.name))


@contextmanager
def _alone_in(target: Folder) -> Iterator[None]:
    """Keep another Ajar on this machine from looking before this one has written."""
    descriptor = os.open(target.path / "cur", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _lock(descriptor, target)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, target: Folder) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Unavailable(f"Another program is saving into {target.name}.") from error
    except OSError:  # some network file systems lock no folders: then the look before saving must do
        return


@contextmanager
def _nothing_written(target: Folder) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _translated(error, target) from error


def _translated(error: OSError, target: Folder) -> Refused | Unavailable:
    sentence = f"The draft cannot be written into {target.path}: {error.strerror}."
    if error.errno in _USER_S_TO_MEND:
        return Refused(sentence, "Make room there, or let Ajar run as the user who owns the Maildir.")
    return Unavailable(sentence)
