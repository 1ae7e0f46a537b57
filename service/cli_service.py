"""The commands that set up and run the service: demo, init, check, login, run, once."""

import logging
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from service.cli import MailboxName, say
from service.errors import AjarError


class LogStyle(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"


Log = Annotated[LogStyle | None, typer.Option("--log", help="How the log is written, whatever ajar.toml says.")]
Debug = Annotated[bool, typer.Option("--debug", help="Log ordinary mail too; still no subject, no body, no secret.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (demo, init, check, login, run, once):
        app.command()(command)


def demo(
    ctx: typer.Context,
    keep: Annotated[Path | None, typer.Option(metavar="DIR", help="Keep the folder, and put it here.")] = None,
) -> None:
    """Show the whole thing on an embedded mailbox.

    No account, no network, and a delay of a few seconds.
    """
    from service.demo import show_demo

    show_demo(keep, ctx.obj.state, say)


def init(ctx: typer.Context) -> None:
    """Ask a few questions, test the login, write the mailbox file."""
    from service.setup import set_up

    set_up(ctx.obj)


def check(
    ctx: typer.Context,
    mailbox: MailboxName = None,
    health: Annotated[
        bool, typer.Option("--health", help="Only ask the ledger when each mailbox last succeeded; no login.")
    ] = False,
) -> None:
    """Test everything, and name the remedy for what is wrong.

    Configuration, every login, folders, rights, clock, ledger, model.
    """
    from service.checkup import check_health, check_up
    from service.running import worst_of

    findings = check_health(ctx.obj) if health else check_up(ctx.obj, mailbox)
    codes = []
    for finding in findings:
        say(str(finding))
        codes.append(finding.exit_code)
    raise typer.Exit(worst_of(codes))


def login(ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> None:
    """Sign in anew: OAuth consent, or the password.

    Google asks for consent in the browser, Microsoft with a code; a password is asked for where `ajar init` kept it.
    """
    from service.consent import give_consent

    give_consent(ctx.obj, name)


def run(ctx: typer.Context, log: Log = None, debug: Debug = False) -> None:
    """Watch all mailboxes until told to stop.

    SIGTERM or Ctrl-C ends it cleanly; SIGHUP reads the configuration again.
    """
    from service.running import run_daemon

    run_daemon(ctx.obj, log and log.value, logging.DEBUG if debug else logging.INFO)


def once(ctx: typer.Context, mailbox: MailboxName = None, log: Log = None, debug: Debug = False) -> None:
    """Look into every mailbox once, draft what is due, then exit."""
    from service.running import run_once, worst_of

    level = logging.DEBUG if debug else logging.INFO
    swept = run_once(ctx.obj, [mailbox] if mailbox else [], log and log.value, level)
    for name, result in swept.items():
        say(f"{name}: {result}", err=isinstance(result, AjarError))
    raise typer.Exit(worst_of(result.exit_code for result in swept.values() if isinstance(result, AjarError)))
