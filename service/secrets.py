"""A mailbox's secret, as the providers ask for it: the configuration's errors become the mailbox's."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from config.load import Config
from config.problems import Problem
from config.schema import Imap
from config.secrets import SecretError, SecretMissingError, secret_source
from service.errors import Refused


def secret_of(settings: Imap, name: str) -> Callable[[], str]:
    """Return a function that fetches the password or access token anew.

    Raises (when the returned function is called):
        Refused: The secret cannot be had; the user must act.
    """
    source = secret_source(settings, name)

    def fetch() -> str:
        try:
            return source()
        except SecretError as error:
            raise Refused(error.sentence, error.remedy) from None

    return fetch


def missing_secrets(config: Config) -> Iterator[Problem]:
    """Yield what a mailbox file names and this process does not have: known before any sweep, so said before it."""
    for name, file in config.mailboxes.items():
        settings = file.mailbox
        if isinstance(settings, Imap):
            yield from _missing(settings, name, config.directory / "mailboxes" / f"{name}.toml")


def _missing(settings: Imap, name: str, file: Path) -> Iterator[Problem]:
    key = "token_command" if settings.token_command else "password_command"
    command = settings.token_command or settings.password_command
    if command and shutil.which(Path(command[0]).expanduser()) is None:
        yield Problem(file, f"mailbox.{key}", f"names a program that was not found: {command[0]}.", "Is it on PATH?")
    if settings.password_env or settings.password_credential:
        key = "password_env" if settings.password_env else "password_credential"
        with suppress(SecretError):
            try:
                secret_source(settings, name)()
            except SecretMissingError as error:
                yield Problem(file, f"mailbox.{key}", "names something that is not there.", error.remedy)
