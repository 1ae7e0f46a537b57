"""One logged-in IMAP session that can do what Ajar may do, and nothing else.

The only object that talks to IMAPClient. What is not here (SELECT, STORE, COPY, MOVE, EXPUNGE, CREATE, DELETE, and
APPEND to any folder but Drafts) cannot happen.
"""

import secrets
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from config.schema import Imap
from service.errors import Refused, Unavailable, Unclear
from service.providers.imap_errors import Doing, Server, clean, is_lost, translated
from service.providers.imap_folders import Folder, Layout, arrange
from service.providers.imap_login import log_in
from service.providers.imap_wire import Lifeline

DRAFT_FLAGS = (rb"\Draft", rb"\Seen")
_ITEMS = {"RFC822.SIZE", "INTERNALDATE"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder that was opened with EXAMINE.

    Attributes:
        name: The folder.
        validity: Its UIDVALIDITY. A server that gives none promises nothing beyond this session: then it is a
            negative number, made anew for each.
        next_uid: UIDNEXT, None when the server does not say.
        exists: How many mails are in it.
    """

    name: str
    validity: int
    next_uid: int | None
    exists: int


class Connection:
    """A session from login to its first failure.

    Args:
        settings: Where to, and who.
        secret: The password or access token. Not kept.
        timeout: Seconds for each wait on the network.
        lifeline: What `close` cuts.

    Raises:
        Unavailable, Refused: From here and from every method.

    Attributes:
        alive: False once the connection broke; a mere "no" of the server leaves it True.
    """

    def __init__(self, settings: Imap, secret: str, timeout: float, lifeline: Lifeline) -> None:
        self._settings = settings
        self._server = Server.of(settings)
        self._anonymous = -1 - secrets.randbits(31)
        self._client = log_in(settings, secret, timeout, lifeline)
        self.alive = True

    def close(self) -> None:
        """Let go of the sockets, at once; for the thread that owns the connection."""
        self.alive = False
        self._client.wire.hang_up()

    @property
    def alert(self) -> str:
        """The last ALERT of the server, fit to be shown; empty when there was none."""
        return clean(self._client.wire.alert)

    @property
    def protection(self) -> str:
        """What protects the connection."""
        sock = self._client.wire.sock
        return sock.version() or "TLS" if isinstance(sock, ssl.SSLSocket) else "no TLS, on this machine"

    @cached_property
    def layout(self) -> Layout:
        """Which folder is which; asked of the server once."""
        with self._asking(Doing.LOOK):
            listed = self._client.list_folders()
        folders = [
            Folder(name, frozenset(flag.decode("ascii", "replace") for flag in flags), _text(delimiter))
            for flags, delimiter, name in listed
        ]
        return arrange(folders, self._prefixes(), self._settings.drafts_folder, self._settings.sent_folder)

    def examine(self, folder: str) -> Opened:
        """Open a folder, for reading only."""
        with self._asking(Doing.LOOK):
            answer = self._client.select_folder(folder, readonly=True)
        validity = answer.get(b"UIDVALIDITY") or self._anonymous
        return Opened(folder, validity, answer.get(b"UIDNEXT"), answer.get(b"EXISTS", 0))

    def examine_named(self, folder: str) -> Opened:
        """Open a folder that the user names; when there is none of that name, the error lists what there is."""
        try:
            return self.examine(folder)
        except (Unavailable, Refused) as error:
            if self.alive:
                self.layout.need(folder, error)
            raise

    def search(self, *criteria: str | date) -> list[int]:
        """Return the UIDs in the open folder that the server finds, ascending, each once.

        Only fixed words, numbers, dates and checked Message-IDs may go in: IMAPClient puts a line break of an
        argument on the wire, where it begins a new command.
        """
        if any(isinstance(word, str) and not (word.isascii() and word.isprintable()) for word in criteria):
            raise ValueError("a search argument must be printable ASCII")
        with self._asking(Doing.LOOK):
            return sorted(set(self._client.search(list(criteria))))

    def fetch(self, uids: Sequence[int], *items: str) -> Mapping[int, Mapping[bytes, Any]]:
        """Return what the server says about these mails of the open folder; some may be absent, or lack an item."""
        if not all(item in _ITEMS or item.startswith("BODY.PEEK[") for item in items):
            raise ValueError("only what changes no flag may be fetched")
        with self._asking(Doing.LOOK):
            answer: Mapping[int, Mapping[bytes, Any]] = self._client.fetch(list(uids), list(items))
        return answer

    def append_draft(self, raw: bytes) -> bytes:
        """Put a mail into the Drafts folder and return the words of the server's OK.

        Raises:
            Unclear: The answer was lost.
        """
        folder = self.layout.need_drafts()
        try:
            with self._asking(Doing.SAVE):
                return bytes(self._client.append(folder, raw, DRAFT_FLAGS))
        except Unavailable as error:
            if self.alive:
                raise
            raise Unclear("The answer to saving the draft was lost.") from error

    def _prefixes(self) -> tuple[str, ...]:
        try:
            with self._asking(Doing.LOOK):
                personal = self._client.namespace().personal if self._client.has_capability("NAMESPACE") else None
        except (Unavailable, Refused):
            if not self.alive:
                raise
            return ()
        return tuple(prefix for prefix, _ in personal or ())

    @contextmanager
    def _asking(self, doing: Doing) -> Iterator[None]:
        try:
            with translated(doing, self._server, lambda: self._client.wire.alert):
                yield
        except (Unavailable, Refused) as error:
            self.alive = self.alive and error.__cause__ is not None and not is_lost(error.__cause__)
            raise


def _text(delimiter: bytes | None) -> str:
    """Return what stands between the levels of a name; a server with one level only names none (RFC 3501 §7.2.2)."""
    return delimiter.decode("ascii", "replace") if delimiter else "/"
