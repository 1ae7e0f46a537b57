"""The commands about replies: pending (show, now, skip, delay) and history."""

from typing import Annotated

import typer

from service.cli import AsJson, print_json, put, say


def _number(text: str) -> int:
    if not text.isdecimal():
        raise typer.BadParameter(f"{text!r} is no number; `ajar pending` shows them.")
    return int(text)


ReplyId = Annotated[int, typer.Argument(metavar="ID", parser=_number, help="As `ajar pending` shows it.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="Replies owed, and those that wait for your word.", rich_markup_mode=None)
    group.callback(invoke_without_command=True)(pending)
    for name, command in (("show", show), ("now", draft_now), ("skip", skip), ("delay", delay)):
        group.command(name)(command)
    app.add_typer(group, name="pending")
    app.command()(history)


def pending(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the replies owed: mailbox, company, role, to, due, state; and drafts that have blanks to fill in."""
    if ctx.invoked_subcommand:
        return
    from service.assembly import now, opened
    from service.layout import width
    from service.show import pending_rows, pending_table, unfinished_text

    with opened(ctx.obj) as ledger:
        replies, unfinished = ledger.open_replies(), ledger.drafts.unfinished(now())
        mailboxes = [state.name for state in ledger.mailboxes()]
    if as_json:
        print_json(pending_rows(replies))
    else:
        put(pending_table(replies, width(), mailboxes) + unfinished_text(unfinished, mailboxes))


def show(ctx: typer.Context, reply_id: ReplyId) -> None:
    """Print the draft as it would be saved now, or as it stands.

    With the blanks that are left to fill in.
    """
    from service.orders import preview

    put(preview(ctx.obj, reply_id))


def draft_now(ctx: typer.Context, reply_id: ReplyId) -> None:
    """Draft this one at the next sweep, whatever held it back."""
    from service.orders import draft_now

    say(draft_now(ctx.obj, reply_id))


def skip(ctx: typer.Context, reply_id: ReplyId) -> None:
    """Do not draft this one."""
    from service.orders import skip

    say(skip(ctx.obj, reply_id))


def delay(
    ctx: typer.Context,
    reply_id: ReplyId,
    duration: Annotated[str, typer.Argument(metavar="DURATION", help="Such as 12h or 2d.")],
) -> None:
    """Put this one off by so long."""
    from service.orders import delay

    say(delay(ctx.obj, reply_id, duration))


def history(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List every decision on job mail, with its reason."""
    from service.assembly import opened
    from service.layout import width
    from service.show import history_rows, history_table

    with opened(ctx.obj) as ledger:
        decisions = ledger.decisions()
        failures = ledger.failures()
        mailboxes = [state.name for state in ledger.mailboxes()]
    if as_json:
        print_json(history_rows(decisions, failures))
    else:
        put(history_table(decisions, failures, width(), mailboxes))
