"""Replies and decisions for the eye (Rich tables) and for programs (the JSON keys are a promise)."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from service.records import Failure, HistoryRow, OwedReply
from service.wording import in_words


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
            "due_at": _iso(reply.due_at),
            "state": reply.state.value,
            "reason": reply.reason or None,
        }


def pending_table(replies: Sequence[OwedReply], width: int) -> str:
    """Return the table of `ajar pending`."""
    if not replies:
        return "Nothing is owed."
    table = _table("id", "mailbox", "company", "role", "to", "due", "state")
    for reply in replies:
        state = f"{reply.state}: {in_words(reply.reason)}" if reply.reason else reply.state
        cells = (reply.mailbox, reply.company or "–", reply.role or "–", reply.to or "–", _local(reply.due_at), state)
        table.add_row(str(reply.id), *map(_harmless, cells))
    return _drawn(table, width)


def history_rows(decisions: Iterable[HistoryRow], failures: Iterable[Failure]) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of `ajar history --json`: decisions, then mails that could not be read."""
    for row in decisions:
        yield {
            "id": row.reply_id,
            "mailbox": row.mailbox,
            "arrived_at": _iso(row.arrived_at),
            "label": row.label,
            "rejection": round(row.rejection, 4),
            "company": row.company,
            "role": row.role,
            "to": row.to,
            "state": row.state or "none",
            "reason": row.reason or None,
            "changed_at": _iso(row.changed_at),
        }
    for failure in failures:
        yield {
            "id": None,
            "mailbox": failure.mailbox,
            "arrived_at": _iso(failure.ref.arrived_at),
            "label": None,
            "state": "unreadable",
            "reason": failure.why,
            "tries": failure.tries,
        }


def history_table(decisions: Sequence[HistoryRow], failures: Sequence[Failure], width: int) -> str:
    """Return the table of `ajar history`."""
    if not decisions and not failures:
        return "No job mail so far."
    table = _table("arrived", "mailbox", "what", "company", "role", "reply", "reason")
    for row in decisions:
        reply = f"{row.reply_id} {row.state}" if row.reply_id else "–"
        cells = (row.mailbox, row.label, row.company or "–", row.role or "–", reply, in_words(row.reason))
        table.add_row(_local(row.arrived_at), *map(_harmless, cells))
    for failure in failures:
        why = f"{failure.why}; tried {failure.tries} times"
        table.add_row(_local(failure.ref.arrived_at), failure.mailbox, "unreadable", "–", "–", "–", why)
    return _drawn(table, width)


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _drawn(table: Table, width: int) -> str:
    sheet = io.StringIO()
    Console(file=sheet, width=width, highlight=False, markup=False).print(table)
    return sheet.getvalue().rstrip()


def _harmless(cell: str) -> str:
    """What came out of a mail is shown as it is, but never moves the cursor or the colours of a terminal."""
    return "".join(char if char.isprintable() else " " for char in cell)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%a %d %b %H:%M}"
