"""Access tokens for an IMAP mailbox, from the consent that `ajar login` keeps."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from config.mailboxes import MICROSOFT
from config.schema import Imap

TIMEOUT = 30.0  # seconds for one request to a token endpoint


class Tokens(Protocol):
    """Where access tokens come from.

    Raises (from both):
        Unavailable: The token endpoint gives none now.
        Refused: It gives none any more; the user must run `ajar login`.
    """

    def current(self) -> str:
        """Return an access token that has not expired, as far as is known."""
        ...

    def renewed(self) -> str:
        """Return another one than `current` gave, because the server does not take that."""
        ...


def tokens_of(settings: Imap, token_file: Path, *, timeout: float = TIMEOUT) -> Tokens:
    """Return the source for a mailbox with `oauth`; nothing is read yet."""
    # Each is imported where it is used: Google's library and MSAL cost memory, and a mailbox needs one of them.
    if settings.oauth == "google":
        from service.providers.google_tokens import GoogleTokens  # noqa: PLC0415

        return GoogleTokens(token_file, timeout)
    from service.providers.microsoft_credentials import MicrosoftCredentials  # noqa: PLC0415
    from service.providers.microsoft_endpoint import MicrosoftEndpoint  # noqa: PLC0415

    endpoint = MicrosoftEndpoint(settings.client_id or "", settings.authority or MICROSOFT, timeout)
    return MicrosoftCredentials(token_file, endpoint, lambda: datetime.now(UTC))
