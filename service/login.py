"""The consent of a Google user: the installed-app flow of RFC 8252, with PKCE (RFC 7636), on a free port of 127.0.0.1.

`InstalledAppFlow.run_local_server` is not used: it prints to stdout, takes the first request for the answer (browsers
also ask for /favicon.ico) and waits for ever.
"""

import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import requests
from google_auth_oauthlib.flow import InstalledAppFlow
from oauthlib.oauth2 import OAuth2Error
from requests.adapters import HTTPAdapter

from service.errors import Refused, Unavailable
from service.providers.gmail import GmailMailbox
from service.providers.google_credentials import LOOPBACK, SCOPES, Token, is_safe, missing_scopes, write_token
from service.providers.http_wire import authorities
from service.trial import keep_if_it_opens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.schema import Gmail

PATIENCE = 600.0  # seconds for a person to find the password and the second factor
TIMEOUT = 30.0

THANKS = "Google's answer has arrived. You may close this window."
WHOLE = "Make an OAuth client of the type Desktop app in the Google Cloud console, and download its JSON file."


def login(
    settings: "Gmail",
    token_file: Path,
    *,
    open_browser: Callable[[str], object],
    show: Callable[[str], None],
    patience: float = PATIENCE,
) -> None:
    """Ask the user for consent and write the token file; nothing is written unless all is well.

    Args:
        settings: The `[mailbox]` table.
        token_file: Where the token goes.
        open_browser: Opens an address, as `webbrowser.open` does; called in a thread of its own, for it may block.
        show: Tells the user something, a line at a time.
        patience: Seconds to wait for the user.

    Raises:
        Refused: The client file is unusable, or the user said no, left a permission unticked, or chose another account.
        Unavailable: Google cannot be reached, or nobody answered in time.
    """
    client = read_client(settings.client_secret_file)
    token = consented(client, settings.address, SCOPES, open_browser=open_browser, show=show, patience=patience)
    keep_if_it_opens(
        token_file,
        lambda trial: write_token(trial, token),
        lambda trial: GmailMailbox(settings, trial, timeout=TIMEOUT),
    )


def consented(
    client: "Client",
    address: str,
    scopes: Sequence[str],
    *,
    open_browser: Callable[[str], object],
    show: Callable[[str], None],
    patience: float,
) -> Token:
    """Ask the user of this address for these scopes and return the token. Arguments and errors: as `login`."""
    flow = _flow(client, scopes)
    with _Reception(patience).open() as reception:
        flow.redirect_uri = reception.address
        page, state = flow.authorization_url(login_hint=address, prompt="consent")
        page = client.plain(page)
        show(f"Give your consent in the browser, as {address}: {page}")
        threading.Thread(target=partial(_open, open_browser, page), daemon=True).start()
        code = reception.code(state)
    return _token(client, _exchange(flow, code), scopes)


# -- the OAuth client ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Client:
    """The OAuth client that the user made: the part "installed" of Google's client file."""

    config: Mapping[str, Any]

    @property
    def token_uri(self) -> str:
        """The token endpoint."""
        return str(self.config["token_uri"])

    def secured(self) -> dict[str, Any]:
        """Return the same for oauthlib, which takes nothing but https, not even on this machine."""
        return {**self.config, "auth_uri": _tls(self.config["auth_uri"]), "token_uri": _tls(self.token_uri)}

    def plain(self, address: str) -> str:
        """Undo `secured` in an address that begins with auth_uri."""
        auth_uri = str(self.config["auth_uri"])
        return auth_uri + address.removeprefix(_tls(auth_uri))


def read_client(path: Path | None) -> Client:
    """Read the OAuth client file.

    Raises:
        Refused: It is missing, or no such file, or its addresses are not safe.
    """
    try:
        config = json.loads((path or Path()).read_text(encoding="utf-8"))["installed"]
        needed = [config[key] for key in ("client_id", "client_secret", "auth_uri", "token_uri")]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused(f"The OAuth client file {path} cannot be used.", WHOLE) from error
    if not all(isinstance(value, str) for value in needed) or not all(is_safe(address) for address in needed[2:]):
        raise Refused(f"The OAuth client file {path} names addresses that do not begin with https://.", WHOLE)
    return Client(config)


def _tls(address: str) -> str:
    return address.replace("http://", "https://", 1) if urlsplit(address).hostname in LOOPBACK else address


class _LoopbackAdapter(HTTPAdapter):
    """Speaks plain HTTP to this machine where oauthlib insists on writing https; no other host is reached this way."""

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:  # noqa: ANN401
        request.url = (request.url or "").replace("https://", "http://", 1)
        return super().send(request, *args, **kwargs)


def _flow(client: Client, scopes: Sequence[str]) -> Any:  # noqa: ANN401 - untyped library
    flow = InstalledAppFlow.from_client_config({"installed": client.secured()}, scopes=list(scopes))
    flow.oauth2session.verify = authorities()
    if not client.token_uri.startswith("https://"):
        flow.oauth2session.mount(_tls(client.token_uri), _LoopbackAdapter())
    return flow


# -- the answer of the browser ------------------------------------------------------------------------------------


class _Door(TCPServer):
    """HTTPServer would look up this machine's name first."""

    timeout = 0.5

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that hangs up is none of the user's business."""


class _Reception:
    """Waits on 127.0.0.1 for the browser to come back from the consent page."""

    def __init__(self, patience: float) -> None:
        self._deadline = time.monotonic() + patience
        self._answers: list[Mapping[str, str]] = []
        self._server = _Door(("127.0.0.1", 0), partial(_Visit, self._answers))

    @property
    def address(self) -> str:
        """Where the browser is to go."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    @contextmanager
    def open(self) -> "Iterator[_Reception]":
        """Listen, until the block ends."""
        try:
            yield self
        finally:
            self._server.server_close()

    def code(self, state: str) -> str:
        """Return the code that Google gave for the consent asked for with `state` (RFC 6749 §4.1.2, §10.12)."""
        while time.monotonic() < self._deadline:
            self._server.handle_request()
            for answer in self._answers:
                if answer.get("state") == state:
                    return _code_in(answer)
            self._answers.clear()
        raise Unavailable("Nobody gave consent in the browser in time.", "Run `ajar login NAME` again.")


def _code_in(answer: Mapping[str, str]) -> str:
    if "code" in answer:
        return answer["code"]
    if answer.get("error") == "access_denied":
        raise Refused("Consent was not given.", "Run `ajar login NAME` again, and allow what is asked for.")
    raise Refused("Google did not grant consent.", "Check the OAuth consent screen in the Google Cloud console.")


class _Visit(BaseHTTPRequestHandler):
    """One request of the browser: the answer, or something beside the point, such as /favicon.ico."""

    timeout = 2  # a browser may connect in advance and say nothing

    def __init__(self, answers: list[Mapping[str, str]], *args: Any) -> None:  # noqa: ANN401 - socketserver's own
        self._answers = answers
        super().__init__(*args)

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/" and "state" in query:
            self._answers.append(query)
        body = THANKS.encode() if self._answers else b""
        self.send_response(200 if self._answers else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the address holds the code."""


def _open(open_browser: Callable[[str], object], address: str) -> None:
    with suppress(Exception):  # no browser on this machine, or a broken one: the address has been shown
        open_browser(address)


# -- the token -----------------------------------------------------------------------------------------------------


def _exchange(flow: Any, code: str) -> Mapping[str, Any]:  # noqa: ANN401 - untyped library
    try:
        answer: Mapping[str, Any] = flow.fetch_token(code=code, include_client_id=True, timeout=TIMEOUT)
    except Warning as changed:  # oauthlib raises this when other scopes were granted than asked for
        answer = changed.token  # type: ignore[attr-defined]
    except OAuth2Error as error:
        raise Refused(f"Google gave no token ({error.error}).", f"Run `ajar login NAME` again. {WHOLE}") from error
    except (requests.RequestException, ValueError) as error:
        raise Unavailable("Google's token endpoint does not answer.") from error
    return answer


def _token(client: Client, answer: Mapping[str, Any], needed: Sequence[str]) -> Token:
    scopes = answer.get("scope") or needed  # left out when they are as asked for (RFC 6749 §5.1)
    granted = tuple(scopes.split() if isinstance(scopes, str) else scopes)
    if missing := missing_scopes(granted, needed):
        names = " and ".join(scope.rstrip("/").rpartition("/")[2] for scope in missing)
        remedy = "Run `ajar login NAME` again, and tick everything that is asked for."
        raise Refused(f"The permission {names} was left unticked.", remedy)
    if not answer.get("refresh_token"):
        raise Refused("Google gave no lasting consent.", "Remove the app's access in your Google account, then again.")
    expiry = datetime.fromtimestamp(answer["expires_at"], UTC) if "expires_at" in answer else None
    return Token(
        access=answer["access_token"],
        refresh=answer["refresh_token"],
        token_uri=client.token_uri,
        client_id=client.config["client_id"],
        client_secret=client.config["client_secret"],
        scopes=granted,
        expiry=expiry,
    )
