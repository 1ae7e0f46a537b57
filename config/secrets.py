"""Where a password or an access token comes from: asked for when it is needed, kept nowhere.

The mailbox file names a way, never the secret. Every function that returned here has a repr without it, and no sentence
of an error holds it.
"""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from config.schema import Imap

COMMAND_TIMEOUT: Final = 60.0
_LONGEST = 64 * 1024
_KEYRING_SERVICE = "ajar"
# Docker and Podman mount secrets here, readable to all (0444) in a place where only the container's own user lives.
_CONTAINER_SECRETS = Path("/run/secrets")


class SecretError(Exception):
    """The secret cannot be had. `sentence` and `remedy` are for a person and never hold it."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class SecretMissingError(SecretError):
    """What the mailbox file names is not there at all: no such file, variable, credential, program or entry."""


def secret_source(mailbox: Imap, name: str) -> Callable[[], str]:
    """Return a function that fetches the secret anew at every call: tokens expire and passwords change.

    Args:
        mailbox: The settings; they hold exactly one way in.
        name: The mailbox's name, for the sentences.

    Raises (when the returned function is called):
        SecretMissingError: What the file names is not there.
        SecretError: It is there and failed: exit code, time-out, loose mode, nothing in it.
    """
    if command := mailbox.password_command or mailbox.token_command:
        return lambda: _from_command(command, name)
    if file := mailbox.password_file:
        return lambda: _from_file(file, name)
    if variable := mailbox.password_env:
        return lambda: _from_environment(variable, name)
    if credential := mailbox.password_credential:
        return lambda: _from_credential(credential, name)
    return lambda: _from_keyring(mailbox.address, name)


def is_loose(path: Path, mode: int) -> bool:
    """Whether others than the owner may read or change a file of this mode that holds a secret."""
    return bool(stat.S_IMODE(mode) & 0o077) and not path.is_relative_to(_CONTAINER_SECRETS)


def _first_line(output: bytes, origin: str, name: str) -> str:
    try:
        secret = output[:_LONGEST].split(b"\n", 1)[0].rstrip(b"\r").decode()
    except UnicodeDecodeError:
        raise SecretError(f"Mailbox {name}: {origin} gave no text in UTF-8.") from None
    if not secret or "\0" in secret:
        raise SecretError(f"Mailbox {name}: {origin} gave nothing in its first line.")
    return secret


def _from_command(command: tuple[str, ...], name: str) -> str:
    program = os.path.expanduser(command[0])  # noqa: PTH111 - a bare name must stay one, to be found on PATH
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, as a list, without a shell
            [program, *command[1:]], stdin=subprocess.DEVNULL, capture_output=True, timeout=COMMAND_TIMEOUT, check=False
        )
    except FileNotFoundError:
        raise SecretMissingError(f"Mailbox {name}: the password command's program was not found.") from None
    except OSError as error:
        raise SecretError(f"Mailbox {name}: the password command cannot be run: {error.strerror}.") from None
    except subprocess.TimeoutExpired:
        # `from None`: the exception's text holds the command, and people put secrets there.
        raise SecretError(f"Mailbox {name}: the password command took over {COMMAND_TIMEOUT:.0f} s.") from None
    if done.returncode:
        # What it complained of stays out: the sentence goes into a log, and nobody knows what a command quotes.
        sentence = f"Mailbox {name}: the password command failed with exit code {done.returncode}."
        raise SecretError(sentence, "Run it by hand in the same account to see why.")
    return _first_line(done.stdout, "the password command", name)


def _from_file(file: Path, name: str) -> str:
    try:
        with file.open("rb") as stream:
            if is_loose(file, os.fstat(stream.fileno()).st_mode):
                raise SecretError(f"Mailbox {name}: others can read its password_file.", f"Run: chmod 600 {file}")
            return _first_line(stream.read(_LONGEST), "its password_file", name)
    except FileNotFoundError:
        raise SecretMissingError(f"Mailbox {name}: its password_file does not exist.") from None
    except OSError as error:
        raise SecretError(f"Mailbox {name}: its password_file cannot be read: {error.strerror}.") from None


def _from_environment(variable: str, name: str) -> str:
    value = os.environ.get(variable)
    if value is None:
        raise SecretMissingError(f"Mailbox {name}: its password_env names a variable that is not set.")
    return _first_line(os.fsencode(value), "its password_env", name)


def _from_credential(credential: str, name: str) -> str:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise SecretMissingError(
            f"Mailbox {name}: its password comes from systemd, which started no service here.",
            f"Put LoadCredential={credential}:PATH into the unit.",
        )
    try:
        # systemd sees to its mode (systemd.exec(5), CREDENTIALS): an ACL shows there as group-readable.
        content = Path(folder, credential).read_bytes()
    except OSError as error:
        raise SecretMissingError(
            f"Mailbox {name}: its systemd credential cannot be read: {error.strerror}.",
            f"Put LoadCredential={credential}:PATH into the unit.",
        ) from None
    return _first_line(content, "its systemd credential", name)


def _from_keyring(address: str, name: str) -> str:
    import keyring  # noqa: PLC0415 - slow to import, and few need it
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        secret = keyring.get_password(_KEYRING_SERVICE, address)
    except KeyringError as error:
        raise SecretError(
            f"Mailbox {name}: the keyring cannot be opened ({type(error).__name__}).",
            "Unlock it, or use another way in; a service without a desktop session has no keyring.",
        ) from None
    if secret is None:
        raise SecretMissingError(
            f"Mailbox {name}: the keyring has no entry for it.", f"Run: keyring set {_KEYRING_SERVICE} {address}"
        )
    return _first_line(secret.encode(), "the keyring", name)
