"""The commands that look at mails without touching a mailbox: classify, explain, scan, evaluate."""

from pathlib import Path
from typing import Annotated

import typer

from service.cli import AsJson, print_json, put, say

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="An .eml file, an mbox, a Maildir or a folder.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (scan, classify, explain, evaluate):
        app.command()(command)


def classify(ctx: typer.Context, paths: Paths, as_json: AsJson = False) -> None:
    """Say of each mail what it is, and which facts it holds.

    The percentage is how probable a rejection is; a question mark says that Ajar is not sure.
    """
    from service.left_out import LeftOut
    from service.looking import classify_paths
    from service.show_reading import reading_line, reading_row
    from service.wording import left_out_in_words

    left_out = LeftOut()
    try:
        for mail in classify_paths(ctx.obj, paths, left_out):
            if as_json:
                print_json([reading_row(mail)])
            else:
                say(reading_line(mail))
    finally:
        if lost := left_out_in_words(left_out):
            say(lost, err=True)


def explain(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="One mail.")],
    mailbox: Annotated[
        str | None, typer.Option("--mailbox", metavar="NAME", help="As if it had come to this mailbox.")
    ] = None,
) -> None:
    """Explain one mail: why it is what it is, and the draft.

    The sentences that decided, the facts, the decision and its reason, the draft as it would be.
    """
    from service.explain import MARK
    from service.layout import wrapped
    from service.looking import explain_path

    for line in map(wrapped, explain_path(ctx.obj, path, mailbox).split("\n")):
        put(typer.style(line, bold=True, fg="yellow") if line.startswith(MARK) else line)


def scan(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A mailbox's name, an mbox, a Maildir, a folder of these.")
    ],
    since: Annotated[str | None, typer.Option(metavar="DURATION", help="No mail older than this, such as 90d.")] = None,
    as_json: AsJson = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page for the browser.")] = None,
    mailbox: Annotated[
        str | None, typer.Option("--mailbox", metavar="NAME", help="Read files with the settings of this mailbox.")
    ] = None,
) -> None:
    """Try it on the past, read-only.

    What would have been drafted, when, to whom, and every reason.
    """
    from service.layout import width
    from service.looking import refuse_to_overwrite, scan_source, write_page
    from service.show_scan import scan_page, scan_rows, scan_table
    from service.wording import left_out_in_words

    if html is not None:
        refuse_to_overwrite(html)
    scanned = scan_source(ctx.obj, source, since, mailbox)
    if html is not None:
        write_page(html, scan_page(scanned))
        say(f"Written to {html}.", err=True)
    if as_json:
        print_json(scan_rows(scanned))
        if lost := left_out_in_words(scanned.left_out):
            say(lost, err=True)  # there may be no line to say it in
    elif html is None:
        put(scan_table(scanned, width()))


def evaluate(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="A folder with a folder a label; or JSONL.")],
    as_json: AsJson = False,
    plot: Annotated[Path | None, typer.Option(metavar="FILE.png", help="Draw the calibration.")] = None,
) -> None:
    """Measure the classifier on labelled mails.

    Precision, recall, confusion and calibration, with their uncertainty, by language.
    """
    from service.measure import measured

    report = measured(ctx.obj, files)
    if as_json:
        print_json([report.as_dict()])
    else:
        put("\n".join(report.lines()))
    if plot is not None:
        from service.plot import plot_calibration

        plot_calibration(report, plot)
        typer.echo(f"Drawn to {plot}.", err=True)
