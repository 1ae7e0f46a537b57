"""A web server on this machine that takes notices in, as Apprise's json:// sends them."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class Receiver(ThreadingHTTPServer):
    """Keeps what it was told.

    Attributes:
        status: What it answers.
        notices: (title, message) of each notice.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Notice)
        self.status = 200
        self.notices: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        """Its address, as Apprise spells it."""
        return f"json://127.0.0.1:{self.server_address[1]}/hook-token-4711"

    @property
    def messages(self) -> list[str]:
        """The messages alone."""
        return [message for _, message in self.notices]

    @contextmanager
    def running(self) -> Iterator[Self]:
        """Listen, until the block ends."""
        thread = threading.Thread(target=self.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield self
        finally:
            self.shutdown()
            thread.join()
            self.server_close()


class _Notice(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        """Take one in."""
        held = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.notices.append((held["title"], held["message"]))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
