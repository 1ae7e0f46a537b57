"""Microsoft's sign-in service, through MSAL: a device code for the user (RFC 8628), tokens for Ajar.

MSAL speaks the protocol; the requests leave over our own wire, bounded in time and size, to the authority's host and
no other. MSAL's token cache is not used: it holds the user's name and more, and knows nothing of other processes.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

import msal

from service.errors import AjarError, Refused, Unavailable
from service.providers.http_wire import NoAnswer, Wire, retry_after
from service.providers.token_file import LOGIN_AGAIN

IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All"
CAP = 256 * 1024  # bytes; an answer has a few thousand

CLIENT = (
    "Look at the application in Microsoft Entra: client_id is its Application (client) ID, the accounts that it is for "
    'include yours, and "Allow public client flows" is on.'
)
_LATER = {"temporarily_unavailable", "server_error"}
_CLIENT = {"invalid_client", "unauthorized_client", "invalid_request", "invalid_scope"}
# AADSTS codes: the application is unknown, not for such accounts, or no public client.
_CLIENT_CODES = {700016, 7000218, 700038, 50020, 90002, 9002346}


class Expired(Unavailable):
    """A device code has ended unused."""


class MicrosoftEndpoint:
    """One application (client) at one authority.

    Args:
        client_id: The application that the user registered.
        authority: With the tenant, such as https://login.microsoftonline.com/common.
        timeout: Seconds of wall-clock time for one request.
    """

    def __init__(self, client_id: str, authority: str, timeout: float) -> None:
        self._client_id = client_id
        self._authority = authority
        self._timeout = timeout

    @contextmanager
    def device_login(self) -> Iterator["DeviceLogin"]:
        """Ask for a device code, for the user to type in on any device.

        Raises:
            Unavailable, Refused: As `refreshed`.
        """
        with self._application() as application:
            flow = _sensible(lambda: application.initiate_device_flow([IMAP]))
            if not isinstance(flow.get("user_code"), str) or not isinstance(flow.get("verification_uri"), str):
                raise refusal(flow)
            flow["interval"] = max(flow["interval"], 1)  # with 0, MSAL would poll without end and without a pause
            yield DeviceLogin(application, flow)

    def refreshed(self, refresh_token: str) -> dict[str, Any]:
        """Return new tokens for a refresh token (RFC 6749 §6).

        Raises:
            Unavailable: Microsoft does not answer, or not sensibly, or asks to come back later.
            Refused: The consent has ended, or the application is not taken.
        """
        with self._application() as application:
            answer = _sensible(lambda: application.acquire_token_by_refresh_token(refresh_token, [IMAP]))
        if "access_token" not in answer:
            raise refusal(answer)
        return answer

    @contextmanager
    def _application(self) -> Iterator[Any]:
        """Give MSAL's object for one purpose: it remembers every token that it has seen."""
        http = _Http(self._authority, self._timeout)
        try:
            yield self._made(http)
        finally:
            http.close()

    def _made(self, http: "_Http") -> Any:  # noqa: ANN401 - untyped library
        try:
            return msal.PublicClientApplication(
                self._client_id, authority=self._authority, http_client=http, instance_discovery=False
            )
        except ValueError as error:  # an answer that is no JSON was told apart below, so the host knows no such tenant
            raise Refused(f"There is no such authority as {self._authority}.", "Correct `authority`.") from error
        except (KeyError, TypeError, AttributeError, RuntimeError) as error:
            raise Unavailable("Microsoft gave an answer that makes no sense.") from error


class DeviceLogin:
    """A device code that was given, and what became of it (RFC 8628 §3.2, §3.5)."""

    def __init__(self, application: Any, flow: dict[str, Any]) -> None:  # noqa: ANN401 - untyped library
        self._application = application
        self._flow = flow

    @property
    def address(self) -> str:
        """Where the user types the code in."""
        return clean(self._flow["verification_uri"])

    @property
    def code(self) -> str:
        """What the user types in."""
        return clean(self._flow["user_code"])

    @property
    def interval(self) -> float:
        """Seconds to wait before each `poll`; the server may make them more."""
        return float(self._flow["interval"])

    @property
    def life(self) -> float:
        """Seconds for which the code is good."""
        return float(self._flow["expires_in"])

    def poll(self) -> dict[str, Any] | None:
        """Return the tokens, or None while the user has not signed in.

        Raises:
            Unavailable: The code has expired; or Microsoft does not answer, and may be asked again.
            Refused: The user said no, or the application is not taken.
        """
        ask = self._application.acquire_token_by_device_flow
        answer = _sensible(lambda: ask(self._flow, exit_condition=lambda _: True))
        if "access_token" in answer:
            return answer
        match answer.get("error"):
            case "authorization_pending" | "slow_down":
                return None
            case "authorization_declined" | "access_denied":
                raise Refused("Consent was not given.", LOGIN_AGAIN)
            case "expired_token" | "code_expired":
                raise Expired("The code was not used in time.", LOGIN_AGAIN)
        raise refusal(answer)


def refusal(answer: Mapping[str, Any]) -> AjarError:
    """Return what an answer without tokens means."""
    error = str(answer.get("error", ""))
    codes = {code for code in answer.get("error_codes") or () if isinstance(code, int)}
    named = f" ({error})" if re.fullmatch(r"[a-z_]{1,60}", error) else ""
    if error in _LATER or not error:
        return Unavailable(f"Microsoft gives no token now{named}.")
    if error in _CLIENT or codes & _CLIENT_CODES:
        return Refused(f"Microsoft does not take the application{named}.", CLIENT)
    return Refused(f"Microsoft's consent for this mailbox has ended{named}.", LOGIN_AGAIN)


def _sensible(ask: Callable[[], Any]) -> dict[str, Any]:
    try:
        answer = ask()
    except AjarError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise Unavailable("Microsoft gave an answer that makes no sense.") from error
    if not isinstance(answer, dict):
        raise Unavailable("Microsoft gave an answer that makes no sense.")
    return answer


@dataclass(frozen=True, slots=True)
class _Response:
    """An answer in the shape that MSAL reads."""

    status_code: int
    headers: Mapping[str, str]
    text: str

    def raise_for_status(self) -> None:
        """Do nothing: what it would raise for was raised before."""


class _Http:
    """The HTTP client that MSAL is given."""

    def __init__(self, authority: str, timeout: float) -> None:
        self._host = urlsplit(authority).netloc
        self._timeout = timeout
        self._wire = Wire()

    def get(self, url: str, **request: Any) -> _Response:  # noqa: ANN401 - MSAL's calling convention
        return self._exchange("GET", url, None, request)

    def post(self, url: str, **request: Any) -> _Response:  # noqa: ANN401 - MSAL's calling convention
        form = {name: value for name, value in (request.get("data") or {}).items() if value is not None}
        return self._exchange("POST", url, urlencode(form), request)

    def close(self) -> None:
        """Let go of the connections."""
        self._wire.hang_up()

    def _exchange(self, method: str, url: str, body: str | None, request: Mapping[str, Any]) -> _Response:
        address = urlsplit(url)
        if address.scheme != "https" or address.netloc != self._host:
            raise Refused(f"{self._host} sends to another host for tokens.", "Correct `authority`.")
        headers = {str(name): str(value) for name, value in (request.get("headers") or {}).items()}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        return self._answered(method, _with_query(url, request.get("params")), headers, body)

    def _answered(self, method: str, url: str, headers: Mapping[str, str], body: str | None) -> _Response:
        try:
            answer = self._wire.exchange(method, url, headers=headers, body=body, timeout=self._timeout, cap=CAP)
        except NoAnswer as error:
            raise error.meaning(self._host) from error
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unavailable(f"{self._host} asks to come back later.", retry_after=retry_after(answer))
        text = answer.body.decode("utf-8", "replace")
        if not isinstance(_parsed(text), dict):
            raise Unavailable(f"{self._host} gave an answer that makes no sense ({answer.status}).")
        return _Response(answer.status, answer.headers, text)


def _with_query(url: str, params: Mapping[str, str] | None) -> str:
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(params)}" if params else url


def clean(text: str) -> str:
    """Make words of the server fit to be shown."""
    return "".join(character for character in text if character.isprintable())[:200]


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
