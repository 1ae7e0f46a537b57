"""A throw-away PostgreSQL: a ledger on a server, as somebody has it who keeps many mailboxes."""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Self

from tests.servers.ports import free_port
from tests.workplace import until

_OWNER: Final = "ajar"
_schemas = itertools.count(1)


def is_installed() -> bool:
    """Whether this machine has a server, and this Python a driver for it."""
    return _binary("postgres") is not None and find_spec("psycopg") is not None


class Postgresql:
    """A running server with one database.

    Attributes:
        port: On 127.0.0.1. Whoever is on this machine may come in.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self.port = folder, free_port()
        self._user = _user()
        if self._user is not None:
            os.chown(folder, self._user.pw_uid, self._user.pw_gid)
        words = ["-D", str(folder / "data"), "-U", _OWNER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
        self._run("initdb", *words).wait()
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(signal.SIGQUIT)  # nothing of it is needed any more

    def start(self) -> None:
        """Start, or start again after `stop`: what was committed is kept."""
        words = ["-D", str(self._folder / "data"), "-p", str(self.port), "-h", "127.0.0.1", "-k", "", "-F"]
        self._process = self._run("postgres", *words)
        until(self._is_ready)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop: by SIGINT in an orderly way, by SIGQUIT as in a crash."""
        self._process.send_signal(how)
        self._process.wait(20)

    def new_url(self) -> str:
        """Return the URL of an empty place in the database."""
        schema = f"ledger{next(_schemas)}"
        self._query(f"CREATE SCHEMA {schema}")
        return f"postgresql+psycopg://{_OWNER}@127.0.0.1:{self.port}/postgres?options=-csearch_path%3D{schema}"

    def sessions(self) -> int:
        """Return how many are connected now."""
        (row,) = self._query("SELECT count(*) - 1 FROM pg_stat_activity WHERE backend_type = 'client backend'")
        return int(row[0])

    def _is_ready(self) -> bool:
        """Whether it answers; after a crash it takes a moment to mend its files."""
        import psycopg  # noqa: PLC0415

        try:
            self._query("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _query(self, statement: str) -> list[tuple[Any, ...]]:
        import psycopg  # noqa: PLC0415 - not installed everywhere

        with psycopg.connect(host="127.0.0.1", port=self.port, user=_OWNER, dbname="postgres") as connection:
            answer = connection.execute(statement.encode())
            return answer.fetchall() if answer.description else []

    def _run(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                [_binary(program) or program, *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                start_new_session=True,
                user=self._user and self._user.pw_uid,
                group=self._user and self._user.pw_gid,
            )


def _user() -> pwd.struct_passwd | None:
    """As whom it is to run, where that is not as ourselves: root it refuses."""
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in ("postgres", "nobody") if name in known) if os.geteuid() == 0 else None


def _binary(name: str) -> str | None:
    """Debian keeps the server beside the path, a folder for each version."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    return str(versions[-1]) if versions else shutil.which(name)
