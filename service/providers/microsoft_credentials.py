"""A Microsoft user's consent, as the token file keeps it: read, and renewed in time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from service.errors import Unavailable
from service.providers.microsoft_endpoint import MicrosoftEndpoint
from service.providers.token_file import TokenFile

MARGIN = timedelta(minutes=5)  # a token that ends within this time is renewed first; clocks differ, logins take a while
_LIFE = 3600  # seconds, where the server does not say (RFC 6749 §5.1)


@dataclass(frozen=True, slots=True)
class MicrosoftToken:
    """What the token file holds. Nothing secret in its repr. `expiry` is when `access` ends, aware."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expiry: datetime


class MicrosoftCredentials:
    """Access tokens for one mailbox; see `imap_tokens.Tokens`.

    Args:
        path: The token file. Read at the first use, and again before each renewal.
        endpoint: Where new ones come from.
        clock: The time now, aware.
    """

    def __init__(self, path: Path, endpoint: MicrosoftEndpoint, clock: Callable[[], datetime]) -> None:
        self._file = TokenFile(path)
        self._endpoint = endpoint
        self._clock = clock
        self._token: MicrosoftToken | None = None

    def current(self) -> str:
        """See `Tokens.current`."""
        if self._token is None:
            self._token = self._read()
        return self._token.access if self._lasts(self._token) else self.renewed()

    def renewed(self) -> str:
        """See `Tokens.renewed`."""
        stale = self._token or self._read()
        with self._file.locked():
            kept = self._read()  # `ajar login`, or another process, may have renewed it meanwhile
            if kept.access == stale.access or not self._lasts(kept):
                refresh = kept.refresh
                kept = token_from(self._endpoint.refreshed(refresh), self._clock(), refresh)
                self._file.keep(held(kept), rotated=kept.refresh != refresh)
        self._token = kept
        return kept.access

    def _lasts(self, token: MicrosoftToken) -> bool:
        return self._clock() + MARGIN < token.expiry

    def _read(self) -> MicrosoftToken:
        found = self._file.read()
        try:
            expiry = datetime.fromisoformat(found["expiry"]).replace(tzinfo=UTC)
            return MicrosoftToken(str(found["token"]), str(found["refresh_token"]), expiry)
        except (KeyError, TypeError, ValueError) as error:
            raise self._file.useless() from error


def token_from(answer: Mapping[str, Any], now: datetime, refresh: str = "") -> MicrosoftToken:
    """Return the tokens of an answer of the token endpoint; without a new refresh token the old one stays good.

    Raises:
        Unavailable: The answer makes no sense.
    """
    try:
        life = timedelta(seconds=int(answer.get("expires_in", _LIFE)))
        renewing = str(answer.get("refresh_token") or refresh)
        return MicrosoftToken(str(answer["access_token"]), renewing, now + life)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Unavailable("Microsoft gave an answer that makes no sense.") from error


def held(token: MicrosoftToken) -> dict[str, object]:
    """Return what goes into the token file."""
    expiry = token.expiry.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"token": token.access, "refresh_token": token.refresh, "expiry": expiry}
