"""A service account that acts for a user of a Google Workspace domain: domain-wide delegation.

The administrator allows it once, for exactly two scopes; no user gives consent, and nothing is kept but the key that
the user put there. An access token lives an hour, in memory alone.
"""

import json
import os
from functools import cached_property
from pathlib import Path

from google.auth.exceptions import GoogleAuthError, RefreshError
from google.oauth2 import service_account

from config.secrets import is_loose
from service.errors import Refused, Unavailable
from service.providers.google_credentials import SCOPES, TokenRequest, is_safe

WHOLE = "Download a JSON key of the service account in the Google Cloud console."
ALLOW = (
    "In the Admin console, under Security, API controls, Domain-wide delegation, allow the service account's client ID "
    f"these scopes: {','.join(SCOPES)}"
)


class DelegatedCredentials:
    """An access token for `subject`, whenever one is asked for (RFC 7523 §2.1, signed with RS256).

    Args:
        key_file: The service account's key, as Google gives it.
        subject: The user to act for.
        token_uri: Asked instead of the one that the key file names.
    """

    def __init__(self, key_file: Path, subject: str, token_uri: str | None = None) -> None:
        self._key_file = key_file
        self._subject = subject
        self._override = token_uri
        self.scopes = SCOPES
        self.remedy = ALLOW

    def __repr__(self) -> str:
        return f"DelegatedCredentials({self._subject!r})"

    @property
    def token_uri(self) -> str:
        """The token endpoint.

        Raises:
            Refused: The key file cannot be used.
        """
        return str(self._google._token_uri)  # noqa: SLF001 - google-auth shows it nowhere else

    def bearer(self, request: TokenRequest) -> str:
        """Return an access token that has not expired, as far as is known.

        Raises:
            Unavailable: The token endpoint gives none now.
            Refused: The key is no key, or the administrator did not allow this.
        """
        if not self._google.valid:
            self.renew(request)
        return str(self._google.token)

    def renew(self, request: TokenRequest) -> None:
        """Get another access token. Raises as `bearer` does."""
        try:
            self._google.refresh(request)  # type: ignore[no-untyped-call]
        except RefreshError as error:
            raise self._refusal(error) from error
        except (GoogleAuthError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise Unavailable("Google's token endpoint gave an answer that makes no sense.") from error

    @cached_property
    def _google(self) -> service_account.Credentials:
        held = _read(self._key_file)
        if self._override:
            held["token_uri"] = self._override
        try:
            google: service_account.Credentials = service_account.Credentials.from_service_account_info(  # type: ignore[no-untyped-call]
                held, scopes=list(SCOPES), subject=self._subject
            )
            safe = is_safe(str(held["token_uri"]))
        except (GoogleAuthError, KeyError, TypeError, ValueError, AttributeError):
            # `from None`: what the parser of keys says may quote the key.
            raise Refused(f"The service account file {self._key_file} cannot be used.", WHOLE) from None
        if not safe:
            raise Refused("The token endpoint does not begin with https://.", WHOLE)
        return google

    def _refusal(self, error: RefreshError) -> Refused | Unavailable:
        text = str(error)
        if error.retryable:
            return Unavailable("Google's token endpoint asks to come back later.")
        if "unauthorized_client" in text or "access_denied" in text or "invalid_scope" in text:
            return Refused(f"The service account may not act for {self._subject}.", ALLOW)
        if "Invalid JWT Signature" in text or "account not found" in text:
            return Refused("Google does not know the service account, or its key, any more.", WHOLE)
        return Refused(
            f"Google gives the service account no token for {self._subject}.",
            "Is that a user of the domain, and is this machine's clock right?",
        )


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open(encoding="utf-8") as file:
            if is_loose(path, os.fstat(file.fileno()).st_mode):
                raise Refused(f"Other users can read the service account file {path}.", f"Run `chmod 600 {path}`.")
            held = json.load(file)
    except (OSError, ValueError) as error:
        raise Refused(f"The service account file {path} cannot be read.", WHOLE) from error
    if not isinstance(held, dict):
        raise Refused(f"The service account file {path} cannot be used.", WHOLE)
    return held
