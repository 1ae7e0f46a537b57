"""The state directory: ledger, model, tokens, and the lock that keeps two Ajars from working on them at once."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from service.errors import AjarError, Busy, LedgerError


class StateDirectory:
    """Where Ajar keeps what it must not forget. Made when missing, for the user's eyes only (0700)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Make it, or put its mode right.

        Raises:
            LedgerError: It cannot be made or written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.path.chmod(0o700)
        except OSError as error:
            raise LedgerError(
                f"The state directory {self.path} cannot be used: {error.strerror}.",
                "Choose another one with --state or AJAR_STATE.",
            ) from error

    @property
    def ledger_url(self) -> str:
        """The ledger's URL unless the user chose another."""
        return f"sqlite:///{self.path / 'ledger.sqlite3'}"

    @property
    def corrections(self) -> Path:
        """The folder of what the user taught."""
        return self.path / "corrections"

    def token_file(self, mailbox: str) -> Path:
        """Where `ajar login` keeps the OAuth tokens of a mailbox unless the user chose another place."""
        return self.path / "tokens" / f"{mailbox}.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the directory while sweeping. The kernel lets go when the process dies, however it dies.

        Raises:
            Busy: Another Ajar holds it.
        """
        self.make()
        with self._lock_file() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Busy(
                    f"Another Ajar is at work on {self.path}{_holder(file.name)}.",
                    "Stop that one first, or let it do the work.",
                ) from error
            except OSError as error:
                raise AjarError(
                    f"{file.name} cannot be locked: {error.strerror}.", "Use a local file system."
                ) from error
            with suppress(OSError):  # it only tells a second Ajar whom to name, and a full disk is the ledger's to tell
                file.truncate(0)
                file.write(str(os.getpid()).encode())
            yield

    def _lock_file(self) -> BinaryIO:
        try:
            return (self.path / "lock").open("ab", buffering=0)
        except OSError as error:
            raise LedgerError(
                f"{self.path / 'lock'} cannot be opened: {error.strerror}.",
                "Does the state directory belong to another user?",
            ) from error


def _holder(lock: str) -> str:
    pid = Path(lock).read_text(encoding="ascii", errors="replace").strip()
    return f" (process {pid})" if pid.isdecimal() else ""
