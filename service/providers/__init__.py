"""Ways to reach a mailbox. Each translates its own library and knows neither the ledger nor another provider."""

from pathlib import Path
from typing import assert_never

from config.schema import Gmail, Imap, Maildir
from service.mailbox import Mailbox


def open_mailbox(settings: Imap | Gmail | Maildir, name: str, token_file: Path) -> Mailbox:
    """Return the mailbox, not yet connected. The only place that tells the providers apart.

    Args:
        settings: The `[mailbox]` table.
        name: The mailbox file's stem, by which secrets are found.
        token_file: Where OAuth tokens lie unless `settings` says otherwise.
    """
    # Each provider is imported where it is used: Google's client alone costs more memory than all the rest.
    match settings:
        case Imap():
            from service.providers.imap import ImapMailbox  # noqa: PLC0415
            from service.secrets import secret_of  # noqa: PLC0415

            if settings.oauth is not None:
                from service.providers.imap_tokens import tokens_of  # noqa: PLC0415

                tokens = tokens_of(settings, settings.token_file or token_file)
                return ImapMailbox(settings, tokens.current, renew=tokens.renewed)
            return ImapMailbox(settings, secret_of(settings, name))
        case Gmail():
            from service.providers.gmail import GmailMailbox  # noqa: PLC0415

            return GmailMailbox(settings, settings.token_file or token_file)
        case Maildir():
            from service.providers.maildir import MaildirMailbox  # noqa: PLC0415

            return MaildirMailbox(settings)
        case _:
            assert_never(settings)
