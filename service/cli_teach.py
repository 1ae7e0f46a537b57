"""The command about corrections: teach, and below it list, undo, purge."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from service.cli import AsJson, print_json, put, say

_ONE = "mail"
_HELP = """Tell Ajar what a mail is: teach PATH-or-ID --label LABEL.

\b
    PATH-or-ID: a mail, an mbox or a folder; a reply's number; a <Message-ID>.
    LABEL: rejection, acknowledgement, interview, offer, feedback, other;
           or no-rejection, which leaves open what else.
"""
_PATIENCE = "Weighing it in; that takes up to a minute. Ctrl-C leaves it to `ajar run` or `ajar once`."

Later = Annotated[bool, typer.Option("--later", help="Leave the weighing in of it to `ajar run` or `ajar once`.")]


class _Teach(TyperGroup):
    """`ajar teach mail.eml --label other` without a word between: what names no command below is a mail."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - of whichever click typer brings
        """Put the word in."""
        if args and args[0] not in {*self.commands, "--help"}:
            args = [_ONE, *args]
        return super().parse_args(ctx, args)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(
        cls=_Teach,
        no_args_is_help=True,
        rich_markup_mode=None,
        help=_HELP,
    )
    for name, command in ((_ONE, teach), ("list", list_corrections), ("undo", undo), ("purge", purge)):
        group.command(name)(command)
    app.add_typer(group, name="teach")


def teach(
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="PATH-or-ID", help="A mail, an mbox, a folder; a reply's number; a <Message-ID>.")
    ],
    label: Annotated[
        str,
        typer.Option(
            metavar="LABEL",
            help="rejection, acknowledgement, interview, offer, feedback, other; no-rejection leaves open which.",
        ),
    ],
    later: Later = False,
) -> None:
    """Say what this mail is. It holds at once, and similar mails are read with it in mind."""
    from service.teach import teach

    for line in teach(ctx.obj, what, label):
        say(line)
    _weigh_in(ctx, later)


def list_corrections(
    ctx: typer.Context,
    as_json: AsJson = False,
    text: Annotated[bool, typer.Option("--text", help="Also what is kept of each mail.")] = False,
) -> None:
    """List what you taught."""
    from service.layout import width
    from service.show_teach import correction_rows, correction_table
    from service.teach import corrections_of

    corrections = corrections_of(ctx.obj)
    if as_json:
        print_json(correction_rows(corrections, text=text))
    else:
        put(correction_table(corrections, width(), text=text))


def undo(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="ID", help="As `ajar teach list` shows it.")],
    later: Later = False,
) -> None:
    """Take one back, and judge its mail anew.

    What was kept of the mail is deleted.
    """
    from service.undoing import read_anew, take_back

    taken = take_back(ctx.obj, number)
    for line in (str(taken), *read_anew(ctx.obj, taken)):
        say(line)
    _weigh_in(ctx, later)


def _weigh_in(ctx: typer.Context, later: bool) -> None:
    from service.teach import weigh_in

    if not later:
        say(_PATIENCE, err=True)
        say(weigh_in(ctx.obj))


def purge(ctx: typer.Context) -> None:
    """Take all back.

    Everything that was kept of the mails is deleted. What became of their replies stays as it is.
    """
    from service.teach import purge

    say(purge(ctx.obj))
