"""The command line: open, call, print. Heavy libraries are imported where they are used, so that --help is quick."""

import io
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from config.problems import ConfigError
from service import tracebacks
from service.errors import AjarError

PLACES = ("--config", "--state")


def _to_the_front(args: list[str]) -> list[str]:
    """Let --config and --state stand behind the command as well as before it, where they are declared."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg == "--":
            return [*front, *rest, arg, *waiting]
        if arg in PLACES:
            front += [arg, *(value for value in [next(waiting, None)] if value is not None)]
        elif arg.startswith(tuple(f"{place}=" for place in PLACES)):
            front.append(arg)
        else:
            rest.append(arg)
    return [*front, *rest]


_ORDER = (
    *("demo", "init", "check", "scan", "run", "once", "pending", "history", "applications", "reconnect"),
    *("teach", "explain", "classify", "evaluate", "forget", "export", "login"),
)


class _InOrder(TyperGroup):
    """Lists the commands as a day goes, not groups last."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - of whichever click typer brings
        """Return the commands' names."""
        return sorted(super().list_commands(ctx), key=_ORDER.index)


app = typer.Typer(
    cls=_InOrder,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Leaves a gracious reply to a rejection in your Drafts folder, after a delay. It never sends.",
)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
MailboxName = Annotated[str | None, typer.Option("--mailbox", metavar="NAME", help="Only this mailbox.")]


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"ajar {version('ajar-mail')}")
        raise typer.Exit


@app.callback()
def _places(
    ctx: typer.Context,
    config: Annotated[Path | None, typer.Option(envvar="AJAR_CONFIG", help="Configuration directory.")] = None,
    state: Annotated[Path | None, typer.Option(envvar="AJAR_STATE", help="State directory.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: ARG001
) -> None:
    from service.assembly import Places

    ctx.obj = Places.find(config, state)


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON object a line; where UTF-8 is not spoken, in ASCII, which is the same to a program."""
    plain = sys.stdout.encoding.lower() != "utf-8"
    for row in rows:
        put(json.dumps(row, ensure_ascii=plain))


def main() -> None:
    """Run the command line; the one place that prints an error and chooses the exit code."""
    tracebacks.mind_the_threads()
    _add_commands()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a dash that a terminal does not know is no reason to fail
    try:
        app(_to_the_front(sys.argv[1:]))
    except AjarError as error:
        _complain(error.sentence, error.remedy)
        sys.exit(error.exit_code)
    except ConfigError as error:
        _complain(*_in_words(error))
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever it is, typer would print its text
        tracebacks.show(error)
        sys.exit(1)


def _add_commands() -> None:
    from service import cli_applications, cli_mails, cli_privacy, cli_replies, cli_service, cli_teach

    for commands in (cli_service, cli_mails, cli_replies, cli_applications, cli_teach, cli_privacy):
        commands.add_to(app)


def put(text: str) -> None:
    """Print what is laid out already; named, so that Typer does not take a terminal without UTF-8 for one with it."""
    typer.echo(text, file=sys.stdout)


def say(text: str, *, err: bool = False) -> None:
    """Print sentences; at a terminal none is broken within a word."""
    from service.layout import wrapped

    stream = sys.stderr if err else sys.stdout
    typer.echo(wrapped(text, stream), file=stream)


def _in_words(error: ConfigError) -> tuple[str, str]:
    """Return sentence and remedy: of one file as a whole in a line each, else all problems below their files."""
    only = error.problems[0]
    if len(error.problems) == 1 and not only.key:
        return f"{only.file} {only.message}", only.remedy
    return str(error), ""


def _complain(sentence: str, remedy: str) -> None:
    say(f"ajar: {sentence}", err=True)
    if remedy:
        say(f"      {remedy}", err=True)
