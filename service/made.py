"""A draft that was made, as it stands now: what the user has made of it, and what is still left to fill in."""

from datetime import datetime

from replies.afterwards import Fate
from replies.voice import blanks_left
from service.account import Account, Tools
from service.drafts import Watched
from service.mailbox import Mailbox
from service.records import OwedReply
from service.show_draft import standing_draft_text
from service.watch import Seen, look_after, standing_text

_GONE = "The draft is no longer in your mailbox, neither among the drafts nor among the sent mails."
_PERHAPS_SENT = "The draft is no longer among your drafts. Whether you sent it Ajar cannot see."
_UNCLEAR = (
    "Ajar cannot tell its draft from another mail of yours to the same person; please look into your Drafts folder."
)
_UNREAD = "The draft lies in your Drafts folder, but it could not be read; please look for blanks before you send it."


def as_it_stands(account: Account, mailbox: Mailbox, tools: Tools, owed: OwedReply, help_: str) -> str:
    """Return the text of a draft as the user left it, with its blanks and what helps to fill them in, or its fate.

    Raises:
        Unavailable, Refused: The mailbox's trouble.
    """
    watched = tools.ledger.drafts.watched(owed.id)
    if watched is None or owed.sent_at is not None:
        return _sent(owed.sent_at)
    seen = look_after(watched, mailbox, account.policy)
    if seen.fate is Fate.STANDS:
        return _standing(mailbox, tools, watched, seen) + help_
    if seen.fate is Fate.SENT:
        return _sent(seen.said_at)
    if seen.fate is Fate.UNCLEAR:
        return _UNCLEAR
    return _GONE if seen.sure else _PERHAPS_SENT


def _standing(mailbox: Mailbox, tools: Tools, watched: Watched, seen: Seen) -> str:
    draft = standing_text(mailbox, seen)
    if draft is None:
        return _UNREAD
    blanks = blanks_left(draft.text, watched.blanks)
    tools.ledger.drafts.stands(watched.reply_id, tools.clock(), blanks)
    return "This lies in your Drafts folder now:\n\n" + standing_draft_text(draft, blanks)


def _sent(at: datetime | None) -> str:
    return f"You sent it on {at.astimezone():%A %d %B %Y}." if at else "You sent it."
