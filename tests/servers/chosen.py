"""Which IMAP server the tests run against on this machine; the summary of a run must say so."""

from tests.servers import dovecot


def imap_server() -> str:
    """Return the name of the server: Dovecot where it is installed, else pymap."""
    return "Dovecot" if dovecot.is_installed() else "pymap (Dovecot is not installed here)"
