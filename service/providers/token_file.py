"""The file that holds a mailbox's OAuth tokens: the owner's alone, whole whatever happens, one writer at a time.

A provider that rotates refresh tokens ends the old one when it gives the new one. Lost between the answer and the
disk, it is lost for good, and the user must consent again: so it is on the disk before anything is done with it.
"""

import fcntl
import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from service.errors import Refused, Unavailable

LOGIN_AGAIN = "Run `ajar login NAME` for this mailbox."
PATIENCE = 60.0  # seconds; twice what a request to a token endpoint may take
_PAUSE = 0.05


class TokenFile:
    """One mailbox's token file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Any]:
        """Return what it holds.

        Raises:
            Refused: It is missing, open to other users, or no token file.
        """
        try:
            with self.path.open(encoding="utf-8") as file:
                if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                    raise Refused(
                        f"The token file {self.path} can be read by other users.", f"Run `chmod 600 {self.path}`."
                    )
                held = json.load(file)
        except FileNotFoundError as error:
            raise self._missing() from error
        except (OSError, ValueError) as error:
            raise self.useless() from error
        if not isinstance(held, dict):
            raise self.useless()
        return held

    def write(self, held: Mapping[str, object]) -> None:
        """Replace what it holds; a crash at any point leaves the old file or the new one, whole.

        Raises:
            OSError: It cannot be written.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")  # 0600
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(held, file)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _settle(self.path.parent)

    def keep(self, held: Mapping[str, object], *, rotated: bool) -> None:
        """Write, if that can be done; a file that is mounted read-only is fine while its refresh token stays good.

        Raises:
            Refused: It cannot be written, and the old refresh token is worth nothing any more.
        """
        try:
            self.write(held)
        except OSError as error:
            if rotated:
                raise Refused(f"The token file {self.path} cannot be written.", "Make it writable.") from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let no other process renew the tokens meanwhile: the slower one would present a refresh token that has ended.

        The lock is on the file itself, which also works where nothing can be written. `write` puts another file in its
        place; who waited for the old one begins again.

        Raises:
            Refused: There is no such file.
            Unavailable: Another process holds it too long.
        """
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self.path.open("rb") as file:
                    _lock(file, deadline)
                    if os.path.samestat(os.fstat(file.fileno()), self.path.stat()):
                        yield
                        return
            except FileNotFoundError as error:
                raise self._missing() from error

    def useless(self) -> Refused:
        """Return the error for a file that holds something else."""
        return Refused(f"The token file {self.path} cannot be read.", LOGIN_AGAIN)

    def _missing(self) -> Refused:
        return Refused("There is no consent yet for this mailbox.", LOGIN_AGAIN)


def _lock(file: BinaryIO, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise Unavailable("Another process holds the token file.", "Is another Ajar stuck?") from None
            time.sleep(_PAUSE)
        else:
            return


def _settle(folder: Path) -> None:
    """Bring the new name to the disk too: without it a power cut may bring the old file back."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
