"""A restartable job: what became of the drafts. They are only looked at; a draft is the user's own from the start.

A few conversations a sweep, each again after hours; where no draft is watched it costs a look into the ledger.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from classifier.message import Message, parse
from replies.afterwards import Fate, fate_of
from replies.decision import Policy, ReplyKind
from replies.standing import Around
from replies.voice import blanks_left
from service.account import Account, Swept, Tools
from service.drafts import Watched
from service.mailbox import Conversation, Mailbox, Place

AT_MOST = 3
_CLOCKS_DIFFER_BY = timedelta(days=1)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a draft.

    Attributes:
        said_at: When a sent one says that it was sent.
        message_id: What it bears now, if it still stands.
        sure: Whether one that was not found is gone: all places could be looked at.
    """

    fate: Fate
    said_at: datetime | None
    message_id: str | None
    sure: bool


def watch(account: Account, mailbox: Mailbox, tools: Tools, swept: Swept) -> None:
    """Look after some of the drafts that were made, and note which were sent and which removed."""
    for watched in tools.ledger.drafts.to_watch(account.name, tools.clock(), AT_MOST):
        if tools.stopping():
            return
        seen = look_after(watched, mailbox, account.policy)
        blanks = _blanks(watched, mailbox, seen) if _may_have_blanks(watched) else None
        _note(account, tools, swept, watched, seen, blanks)


def look_after(watched: Watched, mailbox: Mailbox, policy: Policy) -> Seen:
    """Look at the conversation that a draft stands in.

    Raises:
        Unavailable, Refused: The mailbox's trouble.
    """
    conversation = mailbox.conversation(watched.ref)
    fate, mail = fate_of(watched.made, _around(conversation), policy)
    sure = conversation.complete and Place.SENT not in conversation.absent
    return Seen(fate, mail.date if mail else None, mail.message_id if mail else None, sure)


def standing_text(mailbox: Mailbox, seen: Seen) -> Message | None:
    """Return a draft that still stands, as the user left it; None when it cannot be read.

    Raises:
        Unavailable, Refused: The mailbox's trouble.
    """
    raw = mailbox.draft(seen.message_id) if seen.fate is Fate.STANDS and seen.message_id else None
    return parse(raw) if raw is not None else None


def _may_have_blanks(watched: Watched) -> bool:
    return bool(watched.blanks) or (watched.blanks is None and watched.made.kind is ReplyKind.RECONNECT)


def _blanks(watched: Watched, mailbox: Mailbox, seen: Seen) -> list[str] | None:
    draft = standing_text(mailbox, seen)
    return None if draft is None else blanks_left(draft.text, watched.blanks)


def _note(  # noqa: PLR0917 - one look, and what it is about
    account: Account, tools: Tools, swept: Swept, watched: Watched, seen: Seen, blanks: list[str] | None
) -> None:
    drafts, now = tools.ledger.drafts, tools.clock()
    if seen.fate is Fate.SENT:
        drafts.sent(watched.reply_id, _moment(seen.said_at, watched.made.made_at, now), now)
        swept.sent += 1
        log.info("sent by the user", mailbox=account.name, reply=watched.reply_id)
    elif seen.fate is Fate.STANDS:
        drafts.stands(watched.reply_id, now, blanks)
    elif seen.fate is Fate.GONE and seen.sure and watched.declined_at is None:
        drafts.declined(watched.reply_id, now)
        log.info("removed by the user", mailbox=account.name, reply=watched.reply_id)
    else:
        drafts.looked(watched.reply_id, now)


def _around(conversation: Conversation) -> Around:
    places = {Place.SENT, Place.DRAFTS}
    return [(found.place.value, _parsed(found.raw)) for found in conversation.around if found.place in places]


def _parsed(raw: bytes) -> Message:
    """Read the headers, which is all that matters here; of Gmail and IMAP there is no more."""
    head, blank, _ = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    return parse(head + blank)


def _moment(said: datetime | None, made_at: datetime, now: datetime) -> datetime:
    """Return what the mail's own date says, unless it is nonsense."""
    return said if said and made_at - _CLOCKS_DIFFER_BY <= said <= now + _CLOCKS_DIFFER_BY else now
