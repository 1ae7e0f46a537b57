"""Replies and decisions for the eye (tables) and for programs (the JSON keys are a promise)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from classifier.reading import Label
from replies.decision import ReplyKind, SkipReason
from service.layout import NOTHING, harmless, laid_out, wrapped
from service.records import Failure, HistoryRow, OwedReply, State
from service.wording import counted, in_words

_KINDS = {
    Label.ACKNOWLEDGEMENT.value: "an acknowledgement",
    Label.INTERVIEW.value: "an invitation",
    Label.OFFER.value: "an offer",
    Label.OTHER.value: "no job mail",
}
_PENDING = ("id", "mailbox", "came", "kind", "company", "role", "to", "due", "state")
_HISTORY = ("arrived", "mailbox", "what", "company", "role", "reply", "reason")
_ASKS = (
    "Unsure: please read that mail yourself. "
    "To have it answered: `ajar pending now ID`. If not: `ajar pending skip ID`."
)
_TAKEN_FOR = "It was taken for a rejection then."
_PLAIN = ("It is a rejection.", in_words(SkipReason.NOT_REJECTION))  # need not be said beside what the mail is
_CAUSES: Mapping[str | None, tuple[str, str]] = {  # of a reply against which nothing stands
    None: (Label.REJECTION.value, "It is a rejection."),
    ReplyKind.THANKS.value: (Label.REJECTION.value, "It is a rejection."),
    ReplyKind.FEEDBACK.value: (Label.FEEDBACK.value, "They gave you feedback."),
    ReplyKind.RECONNECT.value: (ReplyKind.RECONNECT.value, "You applied again, and somebody there knows you."),
}


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


def pending_table(replies: Sequence[OwedReply], width: int, mailboxes: Collection[str] = ()) -> str:
    """Return the table of `ajar pending`, and what to do about the mails that Ajar is not sure of.

    Args:
        replies: In their order.
        width: Columns that there are.
        mailboxes: All that there are: of several, each reply's is named.
    """
    if not replies:
        return "Nothing is owed."
    cells = [tuple(map(harmless, _pending_cells(reply))) for reply in replies]
    hint = ""
    if any(reply.state is State.UNSURE for reply in replies):
        hint = f"\n\n{wrapped(_ASKS)}"
    entry = partial(_pending_entry, several=_several({*mailboxes, *(reply.mailbox for reply in replies)}))
    return laid_out(_PENDING, cells, entry, width) + hint


def _pending_cells(reply: OwedReply) -> tuple[str, ...]:
    unsure = reply.state is State.UNSURE
    due, state = (NOTHING, f"unsure: {doubt(reply)}") if unsure else (local(reply.due_at), _state(reply))
    facts = (reply.company or NOTHING, reply.role or NOTHING, reply.to or NOTHING)
    return (str(reply.id), reply.mailbox, local(reply.ref.arrived_at), reply.kind, *facts, due, state)


def _pending_entry(cells: Sequence[str], *, several: bool) -> Iterator[str]:
    number, mailbox, arrived, kind, company, role, to, due, state = cells
    yield f"{number:>3}  {about(company, role)}"
    yield f"     {state}"
    where = f", in {mailbox}" if several else ""
    yield f"     came {arrived}{where}" + (f"; {kind} due {due}, to {to}" if due != NOTHING else "")


def _several(mailboxes: Collection[str]) -> bool:
    """Whether it has to be said which mailbox is meant."""
    return len(mailboxes) > 1


def about(company: str, role: str, unknown: str = "company and role not known") -> str:
    """Return company and role as one, from the cells of a table."""
    return ", ".join(each for each in (company, role) if each != NOTHING) or unknown


def unfinished_text(drafts: Sequence[OwedReply], mailboxes: Collection[str] = ()) -> str:
    """Return which drafts the user has to finish before they can be sent; empty when there is none.

    Of several mailboxes, each draft's is named.
    """
    if not drafts:
        return ""
    head = "In your Drafts folder, with blanks that only you can fill in (as far as Ajar has seen):"
    foot = "`ajar pending show ID` reads such a draft as it stands."
    several = _several({*mailboxes, *(draft.mailbox for draft in drafts)})
    return wrapped("\n".join(["", "", head, *(_unfinished(draft, several=several) for draft in drafts), foot]))


def _unfinished(draft: OwedReply, *, several: bool) -> str:
    what = ", ".join(filter(None, (draft.company, draft.role, draft.to))) or "a draft"
    lines = [
        f"  {draft.id}  {what}{f', in {draft.mailbox}' if several else ''}",
        *(f"     {blank}" for blank in draft.blanks or ()),
    ]
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


def history_table(
    decisions: Sequence[HistoryRow], failures: Sequence[Failure], width: int, mailboxes: Collection[str] = ()
) -> str:
    """Return the table of `ajar history`; of several mailboxes, each mail's is named."""
    if not decisions and not failures:
        return "No job mail so far."
    rows = [*map(_decided_cells, decisions), *map(_failed_cells, failures)]
    entry = partial(_history_entry, several=_several({*mailboxes, *(row[1] for row in rows)}))
    return laid_out(_HISTORY, [tuple(map(harmless, row)) for row in rows], entry, width)


def _decided_cells(row: HistoryRow) -> tuple[str, ...]:
    reply = f"{row.reply_id} {_fate(row)}" if row.reply_id else NOTHING
    why = in_words(row.reason) or _cause(row)
    return (day_time(row.arrived_at), row.mailbox, row.label, row.company or NOTHING, row.role or NOTHING, reply, why)


def _cause(row: HistoryRow) -> str:
    """Return why there is a reply; what its mail is may have been taught after that."""
    label, sentence = _CAUSES[row.kind]
    return _TAKEN_FOR if label == Label.REJECTION and row.label != Label.REJECTION else sentence


def _failed_cells(failure: Failure) -> tuple[str, ...]:
    why = f"{failure.why}; tried {failure.tries} times"
    return (day_time(failure.ref.arrived_at), failure.mailbox, "unreadable", NOTHING, NOTHING, NOTHING, why)


def _history_entry(cells: Sequence[str], *, several: bool) -> Iterator[str]:
    arrived, mailbox, what, company, role, reply, why = cells
    yield f"{arrived}  {what}: {about(company, role)}{f', in {mailbox}' if several else ''}"
    reply = "no reply." if reply == NOTHING else f"reply {reply}."
    told = " ".join(filter(None, (reply, "" if why in _PLAIN else why)))
    if told != "no reply.":
        yield f"{'':{len(arrived)}}  {told}"


def fate_of(row: HistoryRow) -> str:
    """Return the reply's number and how far it came, for a decision that stands alone."""
    return f"reply {row.reply_id} of {row.mailbox}, {_fate(row)}" if row.reply_id else f"no reply, in {row.mailbox}"


def _fate(row: HistoryRow) -> str:
    """Return how far the reply came: what the user did with a draft says more than that it was made."""
    if row.sent_at or row.declined_at:
        return "sent" if row.sent_at else "removed by you"
    return f"{row.state}, {counted(row.blanks, 'blank')}" if row.blanks else row.state


def iso(moment: datetime) -> str:
    """Return a time for programs: UTC, ISO 8601, to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def local(moment: datetime) -> str:
    """Return a time for a person, in this machine's zone."""
    return f"{moment.astimezone():%a %d %b %H:%M}"


def day_time(moment: datetime) -> str:
    """Return a time that may be long ago for a person, in this machine's zone."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
