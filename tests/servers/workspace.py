"""Google's token endpoint for service accounts, as the tests need it: it checks the signed assertion (RFC 7523 §3)."""

import base64
import json
import threading
import time
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.servers.google_consent import COMPOSE, READ

ACCOUNT = "ajar@a-project.iam.gserviceaccount.example"
AUDIENCE = "https://oauth2.googleapis.com/token"  # wherever the request itself goes
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
LONGEST = 3600

Said = tuple[int, Mapping[str, object]]


class Workspace:
    """A domain whose administrator lets one service account act for its users.

    Attributes:
        users: Whom the domain has.
        allowed: The scopes that the administrator allows the service account.
        access_tokens: Those that were given, and for whom.
        status: Answer with this instead; 0 for as usual.
        assertions: The claims that came with a good signature.
    """

    def __init__(self, folder: Path) -> None:
        self.users = {"jane@example.org"}
        self.allowed = {READ, COMPOSE}
        self.access_tokens: dict[str, str] = {}
        self.status = 0
        self.assertions: list[Mapping[str, Any]] = []
        self._folder = folder
        self._key = rsa.generate_private_key(65537, 2048)
        self._http = HTTPServer(("127.0.0.1", 0), partial(_Desk, self))
        self.token_uri = f"http://127.0.0.1:{self._http.server_address[1]}/token"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    def key_file(self, *, forged: bool = False, **changes: str) -> Path:
        """Write the file that Google gives for a service account's key; `forged` with another key than its own."""
        key = rsa.generate_private_key(65537, 2048) if forged else self._key
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        held = {
            "type": "service_account",
            "private_key_id": "k1",
            "private_key": pem.decode(),
            "client_email": ACCOUNT,
            "client_id": "1",
            "token_uri": AUDIENCE,
        }
        path = self._folder / "service-account.json"
        path.touch(0o600)
        path.write_text(json.dumps(held | changes))
        return path

    def token(self, form: Mapping[str, str]) -> Said:
        """Answer a request for a token."""
        if self.status:
            return self.status, {"error": "internal_failure"}
        claims = self._claims(form["assertion"]) if form.get("grant_type") == GRANT else None
        if claims is None:
            return 400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}
        self.assertions.append(claims)
        if not self._is_timely(claims) or claims["iss"] != ACCOUNT or claims["aud"] != AUDIENCE:
            return 400, {"error": "invalid_grant", "error_description": "Invalid JWT."}
        if claims.get("sub") not in self.users:
            return 400, {"error": "invalid_grant", "error_description": "Invalid email or User ID"}
        if not set(claims["scope"].split()) <= self.allowed:
            return 401, {"error": "unauthorized_client", "error_description": "Client is unauthorized to retrieve"}
        token = f"delegated-{len(self.assertions)}"
        self.access_tokens[token] = claims["sub"]
        return 200, {"access_token": token, "expires_in": 3600, "token_type": "Bearer"}

    def _claims(self, assertion: str) -> Mapping[str, Any] | None:
        """Return what was signed with the account's own key by RS256, None for anything else."""
        signed, _, signature = assertion.rpartition(".")
        header, claims = (json.loads(_decoded(part)) for part in signed.split("."))
        try:
            self._key.public_key().verify(_decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return None
        return claims if header["alg"] == "RS256" else None

    @staticmethod
    def _is_timely(claims: Mapping[str, Any]) -> bool:
        return bool(claims["iat"] - 60 <= time.time() < claims["exp"] <= claims["iat"] + LONGEST)


class _Desk(BaseHTTPRequestHandler):
    """One request."""

    def __init__(self, workspace: Workspace, *args: object) -> None:
        self._workspace = workspace
        super().__init__(*args)  # type: ignore[arg-type]  # socketserver's own

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        status, answer = self._workspace.token({name: values[0] for name, values in body.items()})
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
