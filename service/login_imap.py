"""The consent of a Google user for IMAP: the same page as for Google's API, and a permission that allows more."""

from collections.abc import Callable
from pathlib import Path

from config.schema import Imap
from service.login import PATIENCE, TIMEOUT, consented, read_client
from service.providers.google_credentials import WHOLE_MAILBOX, write_token
from service.providers.imap import ImapMailbox
from service.providers.imap_tokens import tokens_of
from service.trial import keep_if_it_opens

MORE_THAN_NEEDED = (
    "For IMAP, Google has one permission only, and it allows everything: to read, send and delete your mail. Ajar "
    'only reads, and saves drafts. The way over Google\'s API (provider = "gmail") asks for less, and does the same.'
)


def login_imap(
    settings: Imap,
    token_file: Path,
    *,
    open_browser: Callable[[str], object],
    show: Callable[[str], None],
    patience: float = PATIENCE,
) -> None:
    """Ask for consent in the browser and write the token file. Arguments and errors: as `service.login.login`."""
    show(MORE_THAN_NEEDED)
    client = read_client(settings.client_secret_file)
    scopes = (WHOLE_MAILBOX,)
    token = consented(client, settings.login, scopes, open_browser=open_browser, show=show, patience=patience)
    keep_if_it_opens(
        token_file,
        lambda trial: write_token(trial, token),
        lambda trial: ImapMailbox(settings, tokens_of(settings, trial).current, timeout=TIMEOUT),
    )
