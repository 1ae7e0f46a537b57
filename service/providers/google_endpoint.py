"""The one request that goes to Google beside an API's own: for an access token, at the token endpoint."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

from service.errors import Unavailable
from service.providers.google_credentials import TokenRequest
from service.providers.http_wire import NoAnswer, Wire, retry_after

CAP = 256 * 1024  # bytes; an answer has about two thousand


class NotAllowed(RuntimeError):  # noqa: N818 - reads as what it is
    """A request that Ajar must never make was about to leave: a defect of Ajar's."""


class Credentials(Protocol):
    """Something that gives access tokens: a user's consent, or a service account that acts for the user."""

    @property
    def token_uri(self) -> str:
        """The token endpoint."""
        ...

    @property
    def scopes(self) -> tuple[str, ...]:
        """What was granted; empty when that is not known."""
        ...

    @property
    def remedy(self) -> str:
        """What helps when Google does not take its tokens."""
        ...

    def bearer(self, request: TokenRequest) -> str:
        """Return an access token that has not expired, as far as is known."""
        ...

    def renew(self, request: TokenRequest) -> None:
        """Get another one."""
        ...


@dataclass(frozen=True, slots=True)
class _TokenAnswer:
    """The token endpoint's answer in the shape that google-auth reads."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class TokenEndpoint:
    """Asks the token endpoint of these credentials, and nobody else; google-auth calls it.

    google-auth would repeat what may pass, without a limit on the time it takes: so that is raised here.
    """

    def __init__(self, wire: Wire, credentials: Credentials, timeout: float) -> None:
        self._wire = wire
        self._credentials = credentials
        self._timeout = timeout

    def __call__(self, url: str, method: str, body: bytes, headers: Mapping[str, str], **_: object) -> _TokenAnswer:
        """Make the request.

        Raises:
            Unavailable: There was no answer, or one that asks to come back later.
            Refused: Its certificate cannot be trusted.
        """
        if method != "POST" or url != self._credentials.token_uri:
            raise NotAllowed(f"{method} to another address than the token endpoint")
        try:
            answer = self._wire.exchange(method, url, headers=headers, body=body, timeout=self._timeout, cap=CAP)
        except NoAnswer as error:
            raise error.meaning("Google's token endpoint") from error
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unavailable("Google's token endpoint asks to come back later.", retry_after=retry_after(answer))
        return _TokenAnswer(answer.status, answer.headers, answer.body)
