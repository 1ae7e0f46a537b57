"""A byte proxy in front of a server: records what the client sends, and breaks the connection in many ways."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Plan:
    """What goes wrong, in every connection that begins under it.

    Attributes:
        cut_answer_at: The connection ends when the server says this; that does not reach the client.
        cut_request_after: (text, n): it ends n bytes after the client said that; no more reaches the server.
        silent_after: Once the client said this (it reaches the server), nothing of the server comes through.
        hold_after: Once the client said this, nothing more reaches the server before `Proxy.let_go`, whoever hangs up.
        silent: Nothing of the server comes through, from the first byte.
        swap: (old, new): a replacement in what the server says.
        drip: Seconds between single bytes of the server.
        first: (text, what to do): done when the client says that for the first time, before it reaches the server.
    """

    cut_answer_at: bytes | None = None
    cut_request_after: tuple[bytes, int] | None = None
    silent_after: bytes | None = None
    hold_after: bytes | None = None
    silent: bool = False
    swap: tuple[bytes, bytes] | None = None
    drip: float = 0
    first: tuple[bytes, Callable[[], object]] | None = None


class Proxy:
    """Listens on `port` for connections to `target`, a port of this machine.

    Attributes:
        tripped: Set once the plan has struck.
        recorded: What clients said, a connection each.
    """

    def __init__(self, target: int, plan: Plan | None = None) -> None:
        self._target = target
        self.plan = plan or Plan()
        self.tripped = threading.Event()
        self._let_go = threading.Event()
        self.recorded: list[bytearray] = []
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._acceptor.join(5)
        self.hang_up()
        for thread in self._threads:
            thread.join(5)
        for sock in self._open:
            sock.close()

    def hang_up(self) -> None:
        """End every connection; go on listening."""
        for sock in self._open:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        """Let the server have what was held back."""
        self._let_go.set()

    def said(self) -> bytes:
        """Return all that clients have said, one connection after the other."""
        return b"".join(map(bytes, self.recorded))

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._open += [client, server]
                link = _Link(client, server, self.plan, self.tripped, self._let_go)
                self.recorded.append(link.record)
                for work in (link.forward, link.back):
                    thread = threading.Thread(target=work, daemon=True)
                    self._threads.append(thread)
                    thread.start()


class _Link:
    """One connection through the proxy."""

    def __init__(
        self,
        client: socket.socket,
        server: socket.socket,
        plan: Plan,
        tripped: threading.Event,
        let_go: threading.Event,
    ) -> None:
        self._client, self._server, self._plan, self._tripped = client, server, plan, tripped
        self._may_go = let_go
        self.record = bytearray()
        self._held = bytearray()
        self._answered = bytearray()
        self._silent = plan.silent

    def forward(self) -> None:
        """Client to server."""
        with suppress(OSError):
            while data := self._client.recv(65536):
                self.record += data
                self._server.sendall(self._kept(data))
        if self._held:
            self._may_go.wait()
            with suppress(OSError):
                self._server.sendall(self._held)
                return  # the server's answer, or its end, ends the connection
        self._end()

    def back(self) -> None:
        """Server to client."""
        with suppress(OSError):
            while data := self._server.recv(65536):
                self._answered += data
                if self._plan.cut_answer_at is not None and self._plan.cut_answer_at in self._answered:
                    self._tripped.set()
                    break
                if self._silent:
                    self._tripped.set()
                    continue
                self._hand_over(data)
        self._end()

    def _kept(self, data: bytes) -> bytes:
        """Return what of the client's words goes on, and see whether the plan strikes."""
        if self._plan.first is not None and self._plan.first[0] in self.record and not self._tripped.is_set():
            self._tripped.set()
            self._plan.first[1]()
        if self._plan.silent_after is not None and self._plan.silent_after in self.record:
            self._silent = True
            self._tripped.set()
        if self._plan.hold_after is not None and self._plan.hold_after in self.record:
            self._held += data
            self._tripped.set()
            return b""
        if self._plan.cut_request_after is None:
            return data
        text, extra = self._plan.cut_request_after
        start = self.record.find(text)
        end = start + len(text) + extra
        if start < 0 or len(self.record) <= end:
            return data
        self._tripped.set()
        with suppress(OSError):
            self._server.sendall(data[: max(0, len(data) - (len(self.record) - end))])
        raise ConnectionAbortedError

    def _hand_over(self, data: bytes) -> None:
        if self._plan.swap is not None:
            data = data.replace(*self._plan.swap)
        if not self._plan.drip:
            self._client.sendall(data)
            return
        for byte in data:
            self._tripped.set()
            time.sleep(self._plan.drip)
            self._client.sendall(bytes([byte]))

    def _end(self) -> None:
        for sock in (self._client, self._server):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
