"""Microsoft's sign-in service as the tests need it: discovery, device code, token endpoint, over TLS on this machine.

RFC 8628 for the device code, RFC 6749 §6 for refreshing; refresh tokens rotate as Microsoft's do, and here the old one
ends at once. `faults[("token", 1)]` spoils the first call, `EVERY` each one.
"""

import base64
import json
import ssl
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

from tests.servers.authority import Authority

EVERY = 0
CLIENT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
TENANT = "common"
IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call: another status, 0 for no answer; other bytes."""

    status: int = 0
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict)


class Microsoft:
    """A running sign-in service.

    Attributes:
        user: Who signs in with the code.
        answers: What the user does, poll by poll: an error's name, or "" for consent. The last one stays.
        access_tokens: Those that are good now, and whose they are.
        refresh_tokens: Those that are good now.
        forms: What was posted, by path.
        elsewhere: Another base address for the token endpoint in the discovery document.
        ca_file: The authority to trust.
    """

    def __init__(self, folder: Path) -> None:
        authority = Authority(folder)
        self.ca_file = authority.ca_file
        self._made = 0
        self.begin_anew()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Desk, self))
        self._http.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*authority.certify("localhost", "127.0.0.1"))
        self._http.socket = context.wrap_socket(self._http.socket, server_side=True)
        self.base = f"https://localhost:{self._http.server_address[1]}"
        self.authority = f"{self.base}/{TENANT}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    def begin_anew(self) -> None:
        """Know no tokens, and let nothing go wrong."""
        self.user = "jane@example.org"
        self.answers = [""]
        self.access_tokens: dict[str, str] = {}
        self.refresh_tokens: set[str] = set()
        self.faults: dict[tuple[str, int], Fault] = {}
        self.calls: Counter[str] = Counter()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.elsewhere = ""

    def owner(self, access_token: str) -> str | None:
        """Return whose an access token is, None for one that is not good now: for the introspection endpoint."""
        return self.access_tokens.get(access_token)

    def issue(self) -> dict[str, object]:
        """Give new tokens; the old refresh tokens end."""
        self._made += 1
        access, refresh = f"ms-access-{self._made}", f"ms-refresh-{self._made}"
        self.access_tokens[access] = self.user
        self.refresh_tokens = {refresh}
        claims = {"aud": CLIENT_ID, "iss": f"{self.authority}/v2.0", "sub": "s", "preferred_username": self.user}
        return {
            "token_type": "Bearer",
            "scope": IMAP,
            "expires_in": 3600,
            "access_token": access,
            "refresh_token": refresh,
            "id_token": f"{_b64({'alg': 'RS256'})}.{_b64(claims)}.c2lnbmF0dXJl",
            "client_info": _b64({"uid": "u", "utid": "t"}),
        }

    # -- one request -----------------------------------------------------------------------------------------------

    def answer(self, path: str, form: dict[str, str]) -> Fault:
        """Return status and body for a request."""
        name = path.rpartition("/")[2]
        self.calls[name] += 1
        self.forms.append((name, form))
        if fault := self.faults.get((name, self.calls[name])) or self.faults.get((name, EVERY)):
            return fault
        if not path.startswith(f"/{TENANT}/"):
            return _said(400, {"error": "invalid_tenant", "error_description": "AADSTS90002"})
        if name == "openid-configuration":
            return _said(200, self._discovery())
        if form.get("client_id") != CLIENT_ID:
            return _said(400, {"error": "unauthorized_client", "error_codes": [700016]})
        return {"devicecode": self._device, "token": self._token}[name](form)

    def _discovery(self) -> dict[str, object]:
        here = f"{self.authority}/oauth2/v2.0"
        return {
            "issuer": f"{self.authority}/v2.0",
            "authorization_endpoint": f"{here}/authorize",
            "device_authorization_endpoint": f"{here}/devicecode",
            "token_endpoint": f"{self.elsewhere or self.base}/{TENANT}/oauth2/v2.0/token",
        }

    def _device(self, form: dict[str, str]) -> Fault:
        assert IMAP in form["scope"].split()
        assert "offline_access" in form["scope"].split()
        code = {"user_code": "ABCD1234", "device_code": "device-code-of-the-tests", "expires_in": 900, "interval": 0}
        return _said(200, {**code, "verification_uri": "https://microsoft.example/devicelogin", "message": "…"})

    def _token(self, form: dict[str, str]) -> Fault:
        if form["grant_type"] == DEVICE:
            assert form["device_code"] == "device-code-of-the-tests"
            error = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            return _said(400, {"error": error}) if error else _said(200, self.issue())
        assert form["grant_type"] == "refresh_token"
        if form["refresh_token"] not in self.refresh_tokens:
            return _said(400, {"error": "invalid_grant", "error_description": "AADSTS70000", "error_codes": [70000]})
        return _said(200, self.issue())


class _Desk(BaseHTTPRequestHandler):
    """One connection."""

    def __init__(self, microsoft: Microsoft, *args: object) -> None:
        self._microsoft = microsoft
        super().__init__(*args)  # type: ignore[arg-type]  # socketserver's own

    def do_GET(self) -> None:
        self._say(self._microsoft.answer(urlsplit(self.path).path, {}))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._say(self._microsoft.answer(urlsplit(self.path).path, form))

    def _say(self, answer: Fault) -> None:
        if answer.status == 0:
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _said(status: int, answer: Mapping[str, object]) -> Fault:
    return Fault(status, json.dumps(answer).encode())


def _b64(claims: Mapping[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
