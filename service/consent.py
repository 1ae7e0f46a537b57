"""`ajar login NAME`: OAuth consent for a mailbox that needs it, or its password anew."""

import webbrowser
from pathlib import Path

import typer

from config.schema import Gmail, Imap, Mailbox
from service.assembly import Places, UsageError, no_mailbox
from service.passwords import ask_again, is_kept_here


def give_consent(places: Places, name: str) -> None:
    """Ask for consent, in a browser or with a code for another device, and keep the tokens that come of it.

    Of a mailbox whose password was typed into Ajar, ask for that anew.

    Raises:
        UsageError: No such mailbox, or one that needs no consent.
        Refused: Consent was not given, or not for all that is needed.
    """
    config = places.read()
    file = config.mailboxes.get(name)
    if file is None:
        raise no_mailbox(name, config.mailboxes)
    if is_kept_here(file.mailbox, places, name):
        _ask_password(places, name, file.mailbox)
        return
    if not needs_consent(file.mailbox):
        raise UsageError(f"{name} needs no consent: it has no OAuth login.", "Its way in is in its file.")
    places.state.make()
    token_file = _kept_in(file.mailbox) or places.state.token_file(name)
    _log_in(file.mailbox, token_file)
    typer.echo(f"{name}: consent given, kept in {token_file}.")


def _ask_password(places: Places, name: str, settings: Mailbox) -> None:
    """Keep a password that the user changed, or mistyped before."""
    if ask_again(places, name, settings):
        typer.echo(f"{name}: kept. `ajar check --mailbox {name}` tries it.")


def needs_consent(settings: Mailbox) -> bool:
    """Whether `ajar login` is a mailbox's way in."""
    match settings:
        case Gmail():
            return settings.auth == "consent"
        case Imap():
            return settings.oauth is not None
        case _:
            return False


def _kept_in(settings: Mailbox) -> Path | None:
    return settings.token_file if isinstance(settings, Gmail | Imap) else None


def _log_in(settings: Mailbox, token_file: Path) -> None:
    """Each way imports what it needs: Google's libraries for one, MSAL for the other."""
    if isinstance(settings, Gmail):
        from service.login import login  # noqa: PLC0415

        login(settings, token_file, open_browser=webbrowser.open, show=_show)
    elif isinstance(settings, Imap) and settings.oauth == "google":
        from service.login_imap import login_imap  # noqa: PLC0415

        login_imap(settings, token_file, open_browser=webbrowser.open, show=_show)
    elif isinstance(settings, Imap):
        from service.login_microsoft import login_microsoft  # noqa: PLC0415

        login_microsoft(settings, token_file, show=_show)


def _show(line: str) -> None:
    typer.echo(line, err=True)
