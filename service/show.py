"""Replies and decisions for the eye (Rich tables) and for programs (the JSON keys are a promise)."""

import io
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from classifier.reading import Label
from replies.decision import ReplyKind, SkipReason
from service.records import Failure, HistoryRow, OwedReply, State
from service.wording import counted, in_words

_KINDS = {
    Label.ACKNOWLEDGEMENT.value: "an acknowledgement",
    Label.INTERVIEW.value: "an invitation",
    Label.OFFER.value: "an offer",
    Label.OTHER.value: "no job mail",
}
_CAUSES: Mapping[str | None, tuple[str, str]] = {  # of a reply against which nothing stands
    None: (Label.REJECTION.value, "It is a rejection."),
    ReplyKind.THANKS.value: (Label.REJECTION.value, "It is a rejection."),
    ReplyKind.FEEDBACK.value: (Label.FEEDBACK.value, "They gave you feedback."),
    ReplyKind.RECONNECT.value: (ReplyKind.RECONNECT.value, "You applied again, and somebody there knows you."),
}
_WHOLE = frozenset({"id", "arrived", "what", "due", "draft"})  # short cells that nobody wants to read in pieces


def pending_rows(replies: Iterable[OwedReply]) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of `ajar pending --json`."""
    for reply in replies:
        yield {
            "id": reply.id,
            "mailbox": reply.mailbox,
            "kind": reply.kind,
            "company": reply.company,
            "role": reply.role,
            "to": reply.to,
            "due_at": iso(reply.due_at),
            "state": reply.state.value,
            "reason": reply.reason or None,
        }


def pending_table(replies: Sequence[OwedReply], width: int) -> str:
    """Return the table of `ajar pending`, and what to do about the mails that Ajar is not sure of."""
    if not replies:
        return "Nothing is owed."
    sheet = table("id", "mailbox", "kind", "company", "role", "to", "due", "state")
    for reply in replies:
        unsure = reply.state is State.UNSURE
        due, state = ("–", f"unsure: {doubt(reply)}") if unsure else (local(reply.due_at), _state(reply))
        cells = (reply.mailbox, reply.kind, reply.company or "–", reply.role or "–", reply.to or "–", due, state)
        sheet.add_row(str(reply.id), *map(harmless, cells))
    hint = "\n\nUnsure: please read the mail. To be answered: `ajar pending now ID`. Not: `ajar pending skip ID`."
    return drawn(sheet, width) + (hint if any(reply.state is State.UNSURE for reply in replies) else "")


def unfinished_text(drafts: Sequence[OwedReply]) -> str:
    """Return which drafts the user has to finish before they can be sent; empty when there is none."""
    if not drafts:
        return ""
    head = "In your Drafts folder, with blanks that only you can fill in (as far as Ajar has seen):"
    return "\n".join(
        ["", "", head, *map(_unfinished, drafts), "`ajar pending show ID` reads such a draft as it stands."]
    )


def _unfinished(draft: OwedReply) -> str:
    what = ", ".join(filter(None, (draft.company, draft.role, draft.to))) or "a draft"
    lines = [f"  {draft.id}  {what}", *(f"     {blank}" for blank in draft.blanks or ())]
    return "\n".join(map(harmless, lines))


def doubt(reply: OwedReply) -> str:
    """Return what the user is asked about a mail."""
    if reply.reason == SkipReason.POSSIBLE_DUPLICATE:
        return "may be about a rejection that is answered already"
    return f"reads like {_KINDS.get(reply.label, reply.label)}, perhaps a rejection ({reply.rejection:.0%})"


def _state(reply: OwedReply) -> str:
    return f"{reply.state}: {in_words(reply.reason)}" if reply.reason else reply.state.value


def history_rows(decisions: Iterable[HistoryRow], failures: Iterable[Failure]) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of `ajar history --json`: decisions, then mails that could not be read."""
    for row in decisions:
        yield {
            "id": row.reply_id,
            "mailbox": row.mailbox,
            "arrived_at": iso(row.arrived_at),
            "label": row.label,
            "rejection": round(row.rejection, 4),
            "company": row.company,
            "role": row.role,
            "to": row.to,
            "state": row.state or "none",
            "reason": row.reason or _CAUSES[row.kind][0],
            "changed_at": iso(row.changed_at),
            "kind": row.kind,
            "sent_at": iso(row.sent_at) if row.sent_at else None,
            "declined_at": iso(row.declined_at) if row.declined_at else None,
            "blanks": row.blanks,
        }
    for failure in failures:
        yield {
            "id": None,
            "mailbox": failure.mailbox,
            "arrived_at": iso(failure.ref.arrived_at),
            "label": None,
            "state": "unreadable",
            "reason": failure.why,
            "tries": failure.tries,
        }


def history_table(decisions: Sequence[HistoryRow], failures: Sequence[Failure], width: int) -> str:
    """Return the table of `ajar history`."""
    if not decisions and not failures:
        return "No job mail so far."
    sheet = table("arrived", "mailbox", "what", "company", "role", "reply", "reason")
    for row in decisions:
        reply = f"{row.reply_id} {_fate(row)}" if row.reply_id else "–"
        cells = (
            row.mailbox,
            row.label,
            row.company or "–",
            row.role or "–",
            reply,
            in_words(row.reason) or _CAUSES[row.kind][1],
        )
        sheet.add_row(local(row.arrived_at), *map(harmless, cells))
    for failure in failures:
        why = f"{failure.why}; tried {failure.tries} times"
        sheet.add_row(local(failure.ref.arrived_at), failure.mailbox, "unreadable", "–", "–", "–", why)
    return drawn(sheet, width)


def fate_of(row: HistoryRow) -> str:
    """Return the reply's number and how far it came, for a decision that stands alone."""
    return f"reply {row.reply_id} of {row.mailbox}, {_fate(row)}" if row.reply_id else f"no reply, in {row.mailbox}"


def _fate(row: HistoryRow) -> str:
    """Return how far the reply came: what the user did with a draft says more than that it was made."""
    if row.sent_at or row.declined_at:
        return "sent" if row.sent_at else "declined"
    return f"{row.state}, {counted(row.blanks, 'blank')}" if row.blanks else row.state


def table(*headings: str) -> Table:
    """Return an empty table in Ajar's style."""
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        sheet.add_column(heading, overflow="fold", no_wrap=heading in _WHOLE)
    return sheet


def drawn(sheet: Table, width: int) -> str:
    """Return the table as text of so many columns."""
    paper = io.StringIO()
    Console(file=paper, width=width, highlight=False, markup=False).print(sheet)
    return "\n".join(line.rstrip() for line in paper.getvalue().rstrip().split("\n"))


def width() -> int:
    """Return how many columns there are to print in."""
    return shutil.get_terminal_size((140, 24)).columns


def harmless(text: str) -> str:
    """Return a line that came out of a mail so that it cannot move a terminal's cursor or change its colours."""
    return "".join(char if char.isprintable() else " " for char in text)


def iso(moment: datetime) -> str:
    """Return a time for programs: UTC, ISO 8601, to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def local(moment: datetime) -> str:
    """Return a time for a person, in this machine's zone."""
    return f"{moment.astimezone():%a %d %b %H:%M}"
