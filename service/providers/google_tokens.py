"""Access tokens for a Google account's IMAP."""

from pathlib import Path

from service.providers.google_credentials import GoogleCredentials
from service.providers.google_endpoint import TokenEndpoint
from service.providers.http_wire import Wire


class GoogleTokens:
    """Tokens of a Google account; the same file and the same renewal as for Gmail's API, with another scope."""

    def __init__(self, token_file: Path, timeout: float) -> None:
        self._credentials = GoogleCredentials(token_file)
        self._wire = Wire()
        self._request = TokenEndpoint(self._wire, self._credentials, timeout)

    def current(self) -> str:
        """See `Tokens.current`."""
        try:
            return self._credentials.bearer(self._request)
        finally:
            self._wire.hang_up()  # the next request is an hour away

    def renewed(self) -> str:
        """See `Tokens.renewed`."""
        try:
            self._credentials.renew(self._request)
        finally:
            self._wire.hang_up()
        return self.current()
