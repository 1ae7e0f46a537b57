"""The commands about what is kept: forget and export."""

from typing import Annotated

import typer

from service.cli import MailboxName, print_json, say

AsJson = Annotated[
    bool, typer.Option("--json", help="One JSON object a line; the only way there is.", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(forget)
    app.command()(export)


def forget(
    ctx: typer.Context,
    company: Annotated[str | None, typer.Argument(metavar="COMPANY", help="By any of its names.")] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DATE", help="What came before this day, such as 2026-03-31.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything.")] = False,
    mailbox: MailboxName = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove what is kept about a company, of a time, or all.

    It says first what that is, and asks. What is still owed is not drafted.
    """
    from service.forget import What, carry_out, plan

    made = plan(ctx.obj, What.of(company, before, mailbox, everything=everything))
    for line in made.lines():
        say(line)
    if not yes:
        typer.confirm("Forget it for good?", abort=True)
    for line in carry_out(ctx.obj, made):
        say(line)


def export(ctx: typer.Context, as_json: AsJson = True) -> None:  # noqa: ARG001 - JSON is all there is
    """Print everything that is kept of your mail."""
    from service.export import export

    print_json(export(ctx.obj))
