"""A password as it is typed, and where it is kept: the system's keyring, else a file that only this user can read."""

import os
from pathlib import Path

import typer

from config.schema import Imap, Mailbox
from service.assembly import Places
from service.layout import wrapped

WayIn = tuple[tuple[str, str | int | bool | tuple[str, ...]], ...]


def ask_password(places: Places, name: str, address: str, kind: str) -> WayIn:
    """Ask for the password of a new mailbox, keep it, and return the lines of the mailbox file that say where."""
    password = _typed(f"The {kind} (it is not shown)")
    if _into_keyring(address, password):
        return (("keyring", True),)
    file = _own_file(places, name)
    write_private(file, f"{password}\n")
    typer.echo(wrapped(f"  No keyring here: kept in {file}, for your eyes only."))
    return (("password_file", str(file.absolute())),)


def is_kept_here(settings: Mailbox, places: Places, name: str) -> bool:
    """Whether the password was typed into Ajar, and so can be typed anew."""
    return isinstance(settings, Imap) and (settings.keyring or settings.password_file == _own_file(places, name))


def ask_again(places: Places, name: str, settings: Mailbox) -> bool:
    """Ask for the password anew and keep it where the old one was; False when none was typed."""
    password = _typed("The password once more (it is not shown; Enter alone leaves it)", default="")
    if not password:
        return False
    if isinstance(settings, Imap) and settings.keyring:
        return _into_keyring(settings.address, password)
    write_private(_own_file(places, name), f"{password}\n")
    return True


def _typed(question: str, default: str | None = None) -> str:
    typed = typer.prompt(question, hide_input=True, default=default, show_default=False)
    return str(typed).replace("\N{NO-BREAK SPACE}", " ")


def _own_file(places: Places, name: str) -> Path:
    return (places.config / "secrets" / name).absolute()


def _into_keyring(address: str, password: str) -> bool:
    import keyring  # noqa: PLC0415 - asks the desktop for its services
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        keyring.set_password("ajar", address, password)
    except (KeyringError, RuntimeError):
        return False
    return True


def write_private(file: Path, text: str) -> None:
    """Write a file that nobody else could ever read, not even for a moment; its folder is made likewise."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
