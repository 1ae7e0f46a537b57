"""The wire under IMAPClient: a socket that any thread can cut, answers of bounded size, no memory of the password.

imaplib documents `read`, `readline`, `send` and `open` as the methods to override; IMAPClient takes another imaplib
class through `_create_IMAP4` (its own test client does the same).
"""

import imaplib
import re
import socket
import ssl
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from imapclient import IMAPClient

from service.mailbox import MAX_MAIL_BYTES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MAX_LITERAL = MAX_MAIL_BYTES + 64 * 1024
MAX_ANSWER = 64 * 1024 * 1024  # to one command; far above what is ever asked for at once
_ALERT = re.compile(rb"\S+ (?:OK|NO|BAD|BYE) \[ALERT\] ?([^\r\n]*)", re.IGNORECASE)


class Lifeline:
    """A second handle on the socket of a connection, by which any thread can cut it.

    A twin made with `dup`, because the first handle changes hands while TLS wraps it, and because its owner may close
    it at any moment: a shutdown through a number that has been given to another file would hit that one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._twin: socket.socket | None = None
        self.is_cut = False

    def hold(self, sock: socket.socket) -> None:
        """Take hold of a socket; if the line was cut already, close it and raise."""
        with self._lock:
            if self.is_cut:
                sock.close()
                raise ConnectionAbortedError("closed while connecting")
            self._twin = sock.dup()

    def cut(self) -> None:
        """Shut the connection: whoever waits for an answer gets an error now."""
        with self._lock:
            self.is_cut = True
            if self._twin is None:
                return
            with suppress(OSError):
                self._twin.shutdown(socket.SHUT_RDWR)
            self._twin.close()
            self._twin = None


class Wire(imaplib.IMAP4):
    """One IMAP connection as bytes.

    Args:
        context: For TLS from the first byte; None to begin in the clear.

    Attributes:
        patience: Seconds for each wait.
        alert: The text of the last ALERT.
    """

    def __init__(
        self, host: str, port: int, timeout: float, lifeline: Lifeline, context: ssl.SSLContext | None
    ) -> None:
        self.patience = timeout
        self._lifeline = lifeline
        self._context = context
        self._received = 0
        self.alert = b""
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        sock = socket.create_connection((self.host, self.port), timeout or self.patience)
        self._lifeline.hold(sock)
        # IMAPClient sends a search in two pieces, and without this the second waits for the ACK of the first.
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._context is None:
            return sock
        return self._context.wrap_socket(sock, server_hostname=self.host)

    def send(self, data: "ReadableBuffer") -> None:
        """Send, and begin to count the answer."""
        self._received = 0
        super().send(data)

    def read(self, size: int) -> bytes:
        """Read a literal, unless the server announces more than Ajar ever asks for."""
        if size > MAX_LITERAL:
            raise self.abort("the server announced a literal above the cap")
        return self._counted(super().read(size))

    def readline(self) -> bytes:
        """Read a line, and keep the text of an ALERT: the user must see it (RFC 3501 §7.1)."""
        line = self._counted(super().readline())
        if alert := _ALERT.match(line):
            self.alert = alert[1]
        return line

    def hang_up(self) -> None:
        """Close the sockets. For the thread that owns the connection; any other cuts the lifeline."""
        self._lifeline.cut()
        with suppress(OSError):
            self.shutdown()

    def _counted(self, data: bytes) -> bytes:
        self._received += len(data)
        if self._received > MAX_ANSWER:
            raise self.abort("the server's answer does not end")
        return data

    def _log(self, line: str) -> None:
        """Keep no command: imaplib would remember the last ten, and one of them holds the password."""


class Client(IMAPClient):  # type: ignore[misc] # the library has no annotations
    """IMAPClient over a given wire; times stay aware, nothing is logged."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        super().__init__(wire.host, wire.port, ssl=False, timeout=wire.patience)  # without one it takes ours away
        self.normalise_times = False
        wire.debug = 0  # IMAPClient sets 5, and every mail would be formatted for a log that nobody keeps

    def _create_IMAP4(self) -> Wire:  # noqa: N802 - the library's name
        return self.wire
