"""An OAuth 2.0 introspection endpoint (RFC 7662): tells Dovecot which access tokens are good."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Self
from urllib.parse import parse_qs

GOOD_TOKEN = "good-token"
USER = "jane@example.org"


class _Judge(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        is_good = body.get("token") == [GOOD_TOKEN]
        answer = json.dumps({"active": "true", "email": USER} if is_good else {"active": "false"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Introspection:
    """A running endpoint."""

    def __init__(self) -> None:
        self._server = HTTPServer(("127.0.0.1", 0), _Judge)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
