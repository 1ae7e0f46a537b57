"""One HTTP exchange: sent at most once, bounded in time and size, and cut off by any thread at any moment.

requests and urllib3 know a time limit for each recv only, which a server that sends a byte a second never meets, and
no way to interrupt a call. So a duplicate of every open socket is kept here, and shutting it down ends the call
wherever it stands: in the TLS handshake, the headers or the body.
"""

import os
import re
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from threading import Lock, Timer
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from service.errors import AjarError, Refused, Unavailable

CHUNK = 64 * 1024
CONNECT = 10.0  # seconds at most for making a connection, the one step that cannot be cut off


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said. `cut` is True when the body was longer than the cap and ends there."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool


class NoAnswer(Exception):  # noqa: N818 - reads as what it is
    """No whole answer came.

    Attributes:
        sent: False when surely not a byte of the request left; True when the server may have acted on it.
        untrusted: What is wrong with the server's certificate, if that is why.
    """

    def __init__(self, why: str, *, sent: bool, untrusted: str | None = None) -> None:
        super().__init__(why)
        self.sent = sent
        self.untrusted = untrusted

    def meaning(self, server: str) -> AjarError:
        """Return what it means for the mailbox, in words that begin with the server's name."""
        if self.untrusted is None:
            return Unavailable(f"{server} does not answer ({self}).")
        return Refused(
            f"The certificate of {server} cannot be trusted: {self.untrusted}.",
            "Somebody on the way may be reading along. If that is a proxy of your own, name its authority's file in "
            "SSL_CERT_FILE; else try again from another network.",
        )


class _Lines:
    """The sockets that are open now, as duplicates: shutting one down never hits a number that was given away anew."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._hung_up: set[socket.socket] = set()
        self.sent = False
        self.closed = False

    def opened(self, sock: socket.socket) -> socket.socket:
        twin = sock.dup()
        with self._lock:
            self._open.add(twin)
        if self.closed:  # while the connection was being made
            self.cut()
        return twin

    def hang_up(self, twin: socket.socket) -> None:
        """Note that urllib3 let go of the socket; its answer may still be read from it (Connection: close)."""
        with self._lock:
            self._hung_up.add(twin)

    def sweep(self) -> None:
        """Close the duplicates of the sockets that are done with."""
        with self._lock:
            for twin in self._hung_up:
                twin.close()
            self._open -= self._hung_up
            self._hung_up.clear()

    def cut(self) -> None:
        with self._lock:
            for twin in self._open:
                with suppress(OSError):  # the other side was faster
                    twin.shutdown(socket.SHUT_RDWR)


class _Plain(HTTPConnection):
    """A connection that tells of its socket, and of the moment when a request may leave."""

    def __init__(self, *args: Any, lines: _Lines, **kwargs: Any) -> None:  # noqa: ANN401 - passed through
        super().__init__(*args, **kwargs)
        self._lines = lines
        self._twin: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        self._twin = self._lines.opened(sock)
        return sock

    def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed through
        if self.is_closed:
            self.connect()
        self._lines.sent = True
        super().request(*args, **kwargs)

    def close(self) -> None:
        super().close()
        if self._twin is not None:
            self._lines.hang_up(self._twin)
            self._twin = None


class _Secure(_Plain, HTTPSConnection):
    """The same over TLS."""


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class _Adapter(HTTPAdapter):
    """requests' adapter with our connections, straight and through a proxy. It never repeats a request."""

    def __init__(self, lines: _Lines) -> None:
        self._pools = {"http": partial(_PlainPool, lines=lines), "https": partial(_SecurePool, lines=lines)}
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed through
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools  # type: ignore[assignment]  # classes, it says

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed through
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def close(self) -> None:
        """Close every connection now; by itself urllib3 leaves that to the garbage collector."""
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118 - it cannot be iterated over, for other threads change it
                if (pool := manager.pools.get(key)) is not None:
                    pool.close()
        super().close()


class Wire:
    """The connections of one mailbox. One exchange at a time; `cut` may be called from any thread."""

    def __init__(self) -> None:
        self._lines = _Lines()
        self._session = requests.Session()
        self._session.auth = _as_given
        self._session.verify = authorities()
        self._adapter = _Adapter(self._lines)
        self._session.mount("https://", self._adapter)
        self._session.mount("http://", self._adapter)

    def exchange(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: bytes | str | None,
        timeout: float,
        cap: int,
    ) -> Answer:
        """Send one request, once, follow no redirect, and read at most `cap` bytes of the answer's body.

        Args:
            timeout: Seconds of wall-clock time for everything from the name look-up to the last byte.

        Raises:
            NoAnswer: The line broke, could not be made, or the time ran out.
        """
        self._lines.sent = False
        if self._lines.closed:
            raise NoAnswer("closed", sent=False)
        alarm = Timer(timeout, self._lines.cut)
        alarm.daemon = True
        alarm.start()
        try:
            limits = (min(CONNECT, timeout), timeout)
            return self._ask(method, url, headers=dict(headers), data=body, timeout=limits, cap=cap)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise NoAnswer(type(error).__name__, sent=self._lines.sent, untrusted=_untrusted(error)) from error
        finally:
            alarm.cancel()
            self._lines.sweep()

    def _ask(self, method: str, url: str, *, cap: int, **request: Any) -> Answer:  # noqa: ANN401 - passed through
        with self._session.request(method, url, allow_redirects=False, stream=True, **request) as response:
            body = bytearray()
            for chunk in response.iter_content(CHUNK):
                body += chunk
                if len(body) > cap:
                    return Answer(response.status_code, response.headers, bytes(body[:cap]), cut=True)
            return Answer(response.status_code, response.headers, bytes(body), cut=False)

    def open(self) -> None:
        """Let exchanges succeed again after `close`."""
        self._lines.closed = False

    def close(self) -> None:
        """End a running exchange with NoAnswer, and every further one. Any thread may call this."""
        self._lines.closed = True
        self._lines.cut()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the connections that are kept for later; the next exchange makes a new one."""
        self._adapter.close()
        self._lines.sweep()


def retry_after(answer: Answer) -> float | None:
    """Return the seconds to wait that the server names, as a number or as a date (RFC 9110 §10.2.3)."""
    value = {name.lower(): text for name, text in answer.headers.items()}.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,6}", value, re.ASCII):
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def _untrusted(error: BaseException) -> str | None:
    """Return why the server's certificate was not taken; requests and urllib3 hide that several errors deep."""
    inner: object = error
    while isinstance(inner, BaseException) and not isinstance(inner, ssl.SSLCertVerificationError):
        inner = getattr(inner, "reason", None) or next(iter(inner.args), None)
    return inner.verify_message if isinstance(inner, ssl.SSLCertVerificationError) else None


def authorities() -> str | bool:
    """Return what TLS is checked against: `SSL_CERT_FILE`, else the system's authorities, else certifi's.

    requests looks at `REQUESTS_CA_BUNDLE` first by itself, and at nothing else than certifi's without this.
    """
    paths = ssl.get_default_verify_paths()  # heeds SSL_CERT_FILE and SSL_CERT_DIR, and names only what exists
    if named := os.environ.get("SSL_CERT_FILE"):
        return named
    if paths.capath and any(Path(paths.capath).glob("*.0")):  # as `openssl rehash` names them; else OpenSSL sees none
        return paths.capath
    return paths.cafile or True


def _as_given(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from putting a password of ~/.netrc in the place of our token."""
    return request
