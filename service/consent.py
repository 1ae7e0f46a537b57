"""`ajar login NAME`: OAuth consent for a Gmail mailbox."""

import webbrowser

import typer

from config.schema import Gmail
from service.assembly import Places, UsageError
from service.login import login


def give_consent(places: Places, name: str) -> None:
    """Open the consent page (or print its address) and keep the token that comes of it.

    Raises:
        UsageError: No such mailbox, or one that needs no consent.
        Refused: Consent was not given, or not for all that is needed.
    """
    config = places.read()
    file = config.mailboxes.get(name)
    if file is None:
        raise UsageError(f"There is no mailbox named {name}.", f"There are: {', '.join(config.mailboxes)}.")
    if not isinstance(file.mailbox, Gmail):
        raise UsageError(f"{name} is no Gmail API mailbox, so it needs no consent.", "Its way in is in its file.")
    places.state.make()
    token_file = file.mailbox.token_file or places.state.token_file(name)
    login(file.mailbox, token_file, open_browser=webbrowser.open, show=lambda line: typer.echo(line, err=True))
    typer.echo(f"{name}: consent given, kept in {token_file}.")
