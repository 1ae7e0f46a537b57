"""A Google user's consent, as the token file keeps it: read, and renewed at the token endpoint.

`Credentials.from_authorized_user_info` is not used: it replaces the file's token_uri by Google's own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from google.auth.exceptions import GoogleAuthError, RefreshError
from google.oauth2.credentials import Credentials

from service.errors import Refused, Unavailable
from service.providers.token_file import LOGIN_AGAIN, TokenFile

GOOGLE_TOKEN_URI = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address
READ = "https://www.googleapis.com/auth/gmail.readonly"
COMPOSE = "https://www.googleapis.com/auth/gmail.compose"
SCOPES = (READ, COMPOSE)
WHOLE_MAILBOX = "https://mail.google.com/"

TESTING = "An OAuth app whose publishing status is Testing loses its consent after 7 days."
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

# A wider scope allows what a needed one allows.
_ALSO = {
    READ: {READ, "https://www.googleapis.com/auth/gmail.modify", WHOLE_MAILBOX},
    COMPOSE: {COMPOSE, "https://www.googleapis.com/auth/gmail.modify", WHOLE_MAILBOX},
}


class TokenRequest(Protocol):
    """A POST to the token endpoint, in the shape in which google-auth calls it."""

    def __call__(self, url: str, method: str, body: bytes, headers: Mapping[str, str], **more: object) -> object:
        """Return an object with `status`, `headers` and `data`."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """What the token file holds. Nothing secret in its repr.

    Attributes:
        scopes: As granted; empty when the file does not say.
        expiry: When `access` ends, aware; None when not known.
    """

    access: str | None = field(repr=False)
    refresh: str | None = field(repr=False)
    token_uri: str
    client_id: str = field(repr=False)
    client_secret: str = field(repr=False)
    scopes: tuple[str, ...] = ()
    expiry: datetime | None = None

    def as_google(self) -> Credentials:
        """Return the same as google-auth's class, which compares naive times in UTC."""
        return Credentials(  # type: ignore[no-untyped-call]
            token=self.access,
            refresh_token=self.refresh,
            token_uri=self.token_uri,
            client_id=self.client_id,
            client_secret=self.client_secret,
            expiry=self.expiry and self.expiry.astimezone(UTC).replace(tzinfo=None),
        )


class GoogleCredentials:
    """An access token, whenever one is asked for. The file is read at the first use, and again before each renewal.

    Args:
        path: The token file.
        token_uri: Asked instead of the one that the file names.
    """

    def __init__(self, path: Path, token_uri: str | None = None) -> None:
        self._file = TokenFile(path)
        self._override = token_uri
        self._token: Token | None = None
        self.remedy = f"{LOGIN_AGAIN} Tick everything that is asked for."

    @property
    def token(self) -> Token:
        """The token as last read or renewed.

        Raises:
            Refused: There is no token file, or it cannot be used.
        """
        if self._token is None:
            self._token = self._read()
        return self._token

    @property
    def token_uri(self) -> str:
        """The token endpoint. Raises as `token` does."""
        return self.token.token_uri

    @property
    def scopes(self) -> tuple[str, ...]:
        """What was granted; empty when that is not known. Raises as `token` does."""
        return self.token.scopes

    def bearer(self, request: TokenRequest) -> str:
        """Return an access token that has not expired, as far as is known.

        Raises:
            Unavailable: The token endpoint gives none now.
            Refused: It gives none any more.
        """
        if not self.token.as_google().valid:
            self.renew(request)
        return self.token.access or ""

    def renew(self, request: TokenRequest) -> None:
        """Get another access token, because the present one has expired or was refused. Raises as `bearer` does."""
        stale = self.token
        with self._file.locked():
            kept = self._read()  # `ajar login`, or another process, may have renewed it meanwhile
            if kept.access == stale.access or not kept.as_google().valid:
                renewed = refreshed(kept, request)
                self._file.keep(_json_of(renewed), rotated=renewed.refresh != kept.refresh)
                kept = renewed
        self._token = kept

    def _read(self) -> Token:
        token = read_token(self._file.path)
        return _checked(replace(token, token_uri=self._override)) if self._override else token


def read_token(path: Path) -> Token:
    """Read a token file.

    Raises:
        Refused: It is missing, open to other users, or no token file.
    """
    file = TokenFile(path)
    held = file.read()
    try:
        return _checked(_token_of(held))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise file.useless() from error


def write_token(path: Path, token: Token) -> None:
    """Write a token file, readable by its owner only; a crash at any point leaves the old one or the new one, whole."""
    TokenFile(path).write(_json_of(token))


def _token_of(data: dict[str, Any]) -> Token:
    scopes = data.get("scopes") or ()
    expiry = data.get("expiry")
    return Token(
        access=data.get("token"),
        refresh=data.get("refresh_token"),
        token_uri=data.get("token_uri") or GOOGLE_TOKEN_URI,
        client_id=data["client_id"],
        client_secret=data["client_secret"],
        scopes=tuple(scopes.split() if isinstance(scopes, str) else scopes),
        expiry=datetime.fromisoformat(expiry).replace(tzinfo=UTC) if expiry else None,
    )


def _checked(token: Token) -> Token:
    if not is_safe(token.token_uri):
        raise Refused("The token endpoint does not begin with https://.", LOGIN_AGAIN)
    return token


def is_safe(address: str) -> bool:
    """Whether a secret may be sent there: over TLS, or not further than this machine."""
    url = urlsplit(address)
    return url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK)


def _json_of(token: Token) -> dict[str, object]:
    return {
        "token": token.access,
        "refresh_token": token.refresh,
        "token_uri": token.token_uri,
        "client_id": token.client_id,
        "client_secret": token.client_secret,
        "scopes": list(token.scopes),
        "expiry": token.expiry and token.expiry.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def refreshed(token: Token, request: TokenRequest) -> Token:
    """Ask the token endpoint once for another access token (RFC 6749 §6).

    Raises:
        Unavailable: It does not answer, or not sensibly.
        Refused: The consent has ended, or the OAuth client is not taken.
    """
    google = token.as_google()
    try:
        google.refresh(request)  # type: ignore[no-untyped-call]
    except RefreshError as error:
        raise _refusal(error) from error
    except (GoogleAuthError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unavailable("Google's token endpoint gave an answer that makes no sense.") from error
    return replace(
        token,
        access=google.token,
        refresh=google.refresh_token,
        scopes=tuple(google.granted_scopes or token.scopes),
        expiry=google.expiry and google.expiry.replace(tzinfo=UTC),
    )


def _refusal(error: RefreshError) -> Refused | Unavailable:
    text = str(error)
    if error.retryable:
        return Unavailable("Google's token endpoint asks to come back later.")
    if "invalid_client" in text or "deleted_client" in text:
        return Refused("Google does not know the OAuth client any more.", f"Make a new one. {LOGIN_AGAIN}")
    return Refused("Google's consent for this mailbox has ended.", f"{LOGIN_AGAIN} {TESTING}")


def missing_scopes(granted: Iterable[str], needed: Iterable[str] = SCOPES) -> tuple[str, ...]:
    """Return the needed scopes that nothing granted covers."""
    held = set(granted)
    return tuple(scope for scope in needed if not held & _ALSO.get(scope, {scope}))
