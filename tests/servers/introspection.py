"""An OAuth 2.0 introspection endpoint (RFC 7662): tells Dovecot which access tokens are good, and whose they are."""

import json
import threading
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Self
from urllib.parse import parse_qs

GOOD_TOKEN = "good-token"
USER = "jane@example.org"


class _Judge(BaseHTTPRequestHandler):
    def __init__(self, owner: Callable[[str], str | None], *args: object) -> None:
        self._owner = owner
        super().__init__(*args)  # type: ignore[arg-type]  # socketserver's own

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        user = self._owner(body["token"][0])
        answer = json.dumps({"active": "true", "email": user} if user else {"active": "false"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Introspection:
    """A running endpoint.

    Args:
        owner: Tells whose an access token is, None for one that is not good now.
    """

    def __init__(self, owner: Callable[[str], str | None] = {GOOD_TOKEN: USER}.get) -> None:
        self._server = HTTPServer(("127.0.0.1", 0), partial(_Judge, owner))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
