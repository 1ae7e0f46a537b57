"""The ledger's database: opened safely, its errors translated.

SQLite as its authors advise for what must not be lost (https://sqlite.org/wal.html, https://sqlite.org/pragma.html):
WAL, synchronous=FULL, foreign keys on, what is deleted overwritten, a busy timeout, and BEGIN IMMEDIATE for whatever
writes, since a transaction that starts by reading cannot wait for its turn to write.

PostgreSQL, which several Ajars may share, is made to keep the same promises: who reads sees one moment, who writes
waits for its turn, and nobody waits for ever. Any other SQLAlchemy URL works as its server does.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry

from service.errors import LedgerError
from service.migrations import upgrade

BUSY_SECONDS = 30
_TURN = 0x416A6172  # PostgreSQL's number for the lock of whoever writes; "Ajar"
# What libpq would wait for as long as TCP does: a connection, and an answer from a machine that is gone.
_LIBPQ = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}


class Database:
    """An open database with the newest schema.

    Args:
        url: Any SQLAlchemy URL.

    Raises:
        LedgerError: It cannot be opened, is damaged, or was written by a newer Ajar.
    """

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        try:
            with translated():
                upgrade(self._engine)
        except BaseException:
            self.close()
            raise
        self._reader = self._engine.execution_options(reading=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the database."""
        with translated(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction: committed whole at the end, or, after any exception, not at all."""
        with translated(), self._engine.begin() as connection:
            yield connection

    def rinse(self) -> bool:
        """Take what was deleted out of SQLite's write-ahead log too. False when another program was in the way.

        In the file itself it is overwritten as it is deleted. The disk, its snapshots and backups are out of reach, and
        so are other databases.
        """
        return self._on_sqlite("PRAGMA wal_checkpoint(TRUNCATE)")

    def scrub(self) -> bool:
        """As `rinse`, and write the file anew: an older Ajar did not overwrite what it deleted."""
        return self._on_sqlite("VACUUM") and self.rinse()

    def _on_sqlite(self, statement: str) -> bool:
        """Run what no transaction may hold. A checkpoint says in its first column whether it was hindered."""
        with translated(), self._engine.connect() as connection:
            driver = connection.connection.driver_connection
            if not isinstance(driver, sqlite3.Connection):
                return True
            try:
                row = driver.execute(statement).fetchone()
            except sqlite3.OperationalError:  # busy, or no room for the copy that VACUUM makes
                return False
        return row is None or not row[0]

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


@contextmanager
def translated() -> Iterator[None]:
    """Turn the driver's errors into LedgerError. Values of the statement stay out of the sentence."""
    try:
        yield
    except DBAPIError as error:
        # PostgreSQL puts the row that is wrong into further lines.
        problem = (str(error.orig).splitlines() or [""])[0].rstrip(".")
        remedy = _remedy(problem, at_home=isinstance(error.orig, sqlite3.Error))
        raise LedgerError(f"The ledger cannot be used: {problem}.", remedy) from error
    except PoolTimeoutError as error:
        raise LedgerError(
            "The ledger is busy.", "It is tried again; fewer mailboxes in one service are quicker."
        ) from error


def _remedy(problem: str, *, at_home: bool = True) -> str:
    if "full" in problem or "No space" in problem:
        return "Free some space; what was recorded so far is safe."
    if "disk I/O error" in problem:  # how SQLite puts it when a full disk has no room for its index of the log
        return "Is there space left on the disk, and is it healthy? What was recorded so far is safe."
    if "locked" in problem or "lock timeout" in problem:
        return "Another program holds it; try again when that one is done."
    if "malformed" in problem or "not a database" in problem:
        return "Move the file away and put a backup in its place; without one Ajar starts anew, `look_back` before now."
    if not at_home:
        return "Does the database's server run, and does it let Ajar in? It is tried again."
    return "Look at the state directory: does it exist, is it writable, is the disk healthy?"


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        # A server may have been started anew since the last sweep.
        engine = create_engine(
            parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite", connect_args=_patience(parsed)
        )
    except ModuleNotFoundError as error:
        raise LedgerError(
            f"The driver of the ledger's database, {error.name}, is not installed.",
            'For PostgreSQL: pipx inject ajar-mail "psycopg[binary]", or pip install "ajar-mail[postgresql]".',
        ) from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise LedgerError("The ledger's URL names no database that can be opened here.", str(error)) from error
    if parsed.get_backend_name() == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)
    if parsed.get_backend_name() == "sqlite":
        _keep_private(parsed.database)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _patience(url: URL) -> dict[str, int]:
    """Return how long to wait for PostgreSQL, but for what the user's URL says itself."""
    if url.get_driver_name() not in {"psycopg", "psycopg2"}:
        return {}
    return {name: value for name, value in _LIBPQ.items() if name not in url.query}


def _keep_private(database: str | None) -> None:
    """Make the file before SQLite does, so that nobody else can ever read it."""
    if not database or database == ":memory:":
        return
    try:
        os.close(os.open(Path(database), os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise LedgerError(f"The ledger {database} cannot be opened: {error.strerror}.", _remedy("")) from error


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN itself, see _begin_sqlite
    settings = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    for pragma in (*settings, f"busy_timeout={int(BUSY_SECONDS * 1000)}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("reading", False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
