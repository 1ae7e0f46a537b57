"""The commands about companies: applications (show, merge, split) and reconnect."""

from typing import Annotated

import typer

from service.cli import AsJson, MailboxName, print_json, put, say

Company = Annotated[str, typer.Argument(metavar="COMPANY", help="By any of its names.")]
OneName = Annotated[str, typer.Argument(metavar="A", help="As `ajar applications` shows it.")]
OtherName = Annotated[str, typer.Argument(metavar="B", help="The other name.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="Where you applied, how far it came, and when to try again.", rich_markup_mode=None)
    group.callback(invoke_without_command=True)(applications)
    for name, command in (("show", show), ("merge", merge), ("split", split)):
        group.command(name)(command)
    app.add_typer(group, name="applications")
    app.command()(reconnect)


def applications(ctx: typer.Context, as_json: AsJson = False, mailbox: MailboxName = None) -> None:
    """List companies and roles: stage, times applied, people, last rejection, hold-off."""
    if ctx.invoked_subcommand:
        return
    from service.applications import overviews
    from service.assembly import now
    from service.layout import width
    from service.show_applications import application_rows, application_table

    found = overviews(ctx.obj, mailbox)
    if as_json:
        print_json(application_rows(found, now()))
    else:
        put(application_table(found, width(), now()))


def show(ctx: typer.Context, company: Company, as_json: AsJson = False, mailbox: MailboxName = None) -> None:
    """Tell all that is known of one company, with each event."""
    from service.applications import at_company
    from service.assembly import now
    from service.show_applications import application_rows, company_text

    found = at_company(ctx.obj, company, mailbox)
    if as_json:
        print_json(application_rows(found, now()))
        return
    say("\n\n".join(company_text(each, employer, now()) for each in found for employer in each.employers))


def merge(ctx: typer.Context, one: OneName, other: OtherName, mailbox: MailboxName = None) -> None:
    """Say that two names mean one company."""
    from service.applications import link

    say(link(ctx.obj, one, other, same=True, mailbox=mailbox))


def split(ctx: typer.Context, one: OneName, other: OtherName, mailbox: MailboxName = None) -> None:
    """Say that two names mean two companies."""
    from service.applications import link

    say(link(ctx.obj, one, other, same=False, mailbox=mailbox))


def reconnect(
    ctx: typer.Context,
    company: Company,
    role: Annotated[str | None, typer.Option(metavar="ROLE", help="The role that you apply for now.")] = None,
    mailbox: MailboxName = None,
) -> None:
    """Prepare a note to the recruiter you know there, as a draft.

    What only you can say is left blank, and listed.
    """
    from service.reconnect import reconnect

    say(reconnect(ctx.obj, company, role, mailbox))
