"""Which servers the tests run against on this machine; the summary of a run must say so."""

from tests.servers import dovecot, postgresql


def imap_server() -> str:
    """Return the name of the server: Dovecot where it is installed, else pymap."""
    return "Dovecot" if dovecot.is_installed() else "pymap (Dovecot is not installed here)"


def databases() -> str:
    """Return the names of the databases below the ledger."""
    return "SQLite, PostgreSQL" if postgresql.is_installed() else "SQLite (PostgreSQL is not installed here)"
