"""A restartable job: what became of the drafts. They are only looked at; a draft is the user's own from the start.

A few conversations a sweep, each again after hours; where no draft is watched it costs a look into the ledger.
"""

from datetime import datetime, timedelta

import structlog

from classifier.message import Message, parse
from replies.afterwards import Fate, fate_of
from replies.standing import Around
from service.account import Account, Swept, Tools
from service.drafts import Watched
from service.mailbox import Conversation, Mailbox, Place

AT_MOST = 3
_CLOCKS_DIFFER_BY = timedelta(days=1)

log = structlog.get_logger()


def watch(account: Account, mailbox: Mailbox, tools: Tools, swept: Swept) -> None:
    """Look after some of the drafts that were made, and note which were sent and which removed."""
    for watched in tools.ledger.drafts.to_watch(account.name, tools.clock(), AT_MOST):
        if tools.stopping():
            return
        conversation = mailbox.conversation(watched.ref)
        _note(account, tools, swept, watched, conversation)


def _note(account: Account, tools: Tools, swept: Swept, watched: Watched, conversation: Conversation) -> None:
    drafts, now = tools.ledger.drafts, tools.clock()
    fate, said = fate_of(watched.made, _around(conversation), account.policy)
    if fate is Fate.SENT:
        drafts.sent(watched.reply_id, _moment(said, watched.made.made_at, now), now)
        swept.sent += 1
        log.info("sent by the user", mailbox=account.name, reply=watched.reply_id)
    elif fate is Fate.STANDS:
        drafts.stands(watched.reply_id, now)
    elif conversation.complete and Place.SENT not in conversation.absent and watched.declined_at is None:
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
