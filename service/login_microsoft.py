"""The consent of a Microsoft user for IMAP: a code to type in on any device (RFC 8628); no browser is needed here."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from config.mailboxes import MICROSOFT
from config.schema import Imap
from service.errors import Unavailable
from service.providers.imap import ImapMailbox
from service.providers.imap_tokens import tokens_of
from service.providers.microsoft_credentials import held, token_from
from service.providers.microsoft_endpoint import DeviceLogin, Expired, MicrosoftEndpoint
from service.providers.token_file import LOGIN_AGAIN, TokenFile
from service.trial import keep_if_it_opens

PATIENCE = 900.0  # seconds for a person to find the password and the second factor; a code lives as long
TIMEOUT = 30.0


def login_microsoft(
    settings: Imap,
    token_file: Path,
    *,
    show: Callable[[str], None],
    patience: float = PATIENCE,
    pause: Callable[[float], object] = time.sleep,
) -> None:
    """Show an address and a code, wait until the user has signed in, and write the token file, if all is well.

    Args:
        settings: The `[mailbox]` table.
        token_file: Where the tokens go.
        show: Tells the user something, a line at a time.
        patience: Seconds to wait for the user.
        pause: Waits so many seconds.

    Raises:
        Refused: The user said no, or chose another account; or Microsoft does not take the application.
        Unavailable: Microsoft or the mailbox cannot be reached, or nobody signed in in time.
    """
    endpoint = MicrosoftEndpoint(settings.client_id or "", settings.authority or MICROSOFT, TIMEOUT)
    with endpoint.device_login() as login:
        show(f"Open {login.address} in a browser, here or on any device, and type in the code {login.code}")
        show(f"Sign in as {settings.login}, and allow access to your mail over IMAP.")
        answer = _signed_in(login, min(patience, login.life), pause)
    token = token_from(answer, datetime.now(UTC))
    keep_if_it_opens(
        token_file,
        lambda trial: TokenFile(trial).write(held(token)),
        lambda trial: ImapMailbox(settings, tokens_of(settings, trial).current, timeout=TIMEOUT),
    )


def _signed_in(login: DeviceLogin, patience: float, pause: Callable[[float], object]) -> Mapping[str, Any]:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        pause(login.interval)
        if (answer := _asked(login)) is not None:
            return answer
    raise Unavailable("Nobody signed in in time.", LOGIN_AGAIN)


def _asked(login: DeviceLogin) -> Mapping[str, Any] | None:
    try:
        return login.poll()
    except Expired:
        raise
    except Unavailable:  # the user is typing; a lost answer is asked for again (RFC 8628 §3.5)
        return None
