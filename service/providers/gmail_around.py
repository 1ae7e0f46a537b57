"""What stands around a mail in Gmail: the thread, and answers that Gmail put into no thread.

Drafts and sent mails are listed without a search, newest first, until they are older than the mail: what was written a
minute ago is not in the search index yet. Only what may lie anywhere is searched for.
"""

from collections.abc import Iterable
from datetime import datetime

from service.mailbox import MAX_AROUND, Conversation, Found, Place
from service.providers.gmail_api import GmailApi, Item

STEP = 20  # looked at beyond the first that is older: Gmail promises no order
NEARBY = 50
WHOLE_BYTES = 16 * 1024 * 1024


class Around:
    """One look round one mail.

    Args:
        since: When the mail arrived; what stands around it came later, or names it.
    """

    def __init__(self, api: GmailApi, message_id: str | None, since: datetime) -> None:
        self._api = api
        self._message_id = message_id
        self._since = since
        self._items: dict[str, Item] = {}

    def look(self, mail: Item | None, thread: str | None) -> Conversation:
        """Return the conversation of `mail`, which may be gone, in `thread`, which may be unknown."""
        self._keep(self._api.thread(thread) if thread else ())
        for label in ("DRAFT", "SENT"):
            ids = self._api.newest(MAX_AROUND, label=label)
            self._keep(recent(self._api, ids, self._since, self._items))
        for query in self._queries(mail):
            self._keep(self._headers(self._api.newest(NEARBY, query=query)))
        self._keep(self._headers(self._api.newest(STEP, label="INBOX")))
        return self._conversation(mail)

    def _queries(self, mail: Item | None) -> list[str]:
        after = f"after:{int(self._since.timestamp()) - 1}"
        sender = mail.sender if mail else None
        # From anybody at the sender's domain: the recruiter may be followed up by a colleague.
        return [f"in:trash from:me {after}", *([f"from:{sender.rpartition('@')[2]} {after}"] if sender else [])]

    def _headers(self, ids: Iterable[str]) -> list[Item]:
        return [item for id_ in ids if id_ not in self._items and (item := self._api.headers(id_)) is not None]

    def _keep(self, items: Iterable[Item]) -> None:
        self._items.update((item.id, item) for item in items)

    def _conversation(self, mail: Item | None) -> Conversation:
        around, complete = [], True
        for place in Place:
            items = [item for item in self._items.values() if place_of(item) is place and self._belongs(item, mail)]
            newest = sorted(items, key=lambda item: item.arrived_at)[-MAX_AROUND:]
            if place is Place.RECEIVED:
                newest, complete = self._whole(newest)
            around += [Found(place, item.raw) for item in newest]
        gone = mail is None or place_of(mail) is not Place.RECEIVED
        return Conversation(None if gone or mail is None else mail.raw, tuple(around), complete)

    def _belongs(self, item: Item, mail: Item | None) -> bool:
        if mail is not None and item.id == mail.id:
            return False
        return item.arrived_at >= self._since or item.names(self._message_id)

    def _whole(self, items: list[Item]) -> tuple[list[Item], bool]:
        """Fetch received mails whole, the newest first, as long as they fit into memory."""
        whole: list[Item] = []
        room = WHOLE_BYTES
        for item in reversed(items):
            if room <= 0:
                return whole, False
            if (full := self._api.whole(item.id)) is not None:
                whole.insert(0, full)
                room -= len(full.raw)
        return whole, True


def recent(api: GmailApi, ids: list[str], since: datetime, known: dict[str, Item]) -> list[Item]:
    """Return the headers of these messages, newest first, going back to `since`; not of those that are known."""
    items: list[Item] = []
    for start in range(0, len(ids), STEP):
        step = ids[start : start + STEP]
        fresh = [item for id_ in step if id_ not in known and (item := api.headers(id_)) is not None]
        items += fresh
        if not any(item.arrived_at >= since for item in (*fresh, *(known[id_] for id_ in step if id_ in known))):
            break
    return items


def draft_with(api: GmailApi, message_id: str) -> bytes | None:
    """Return the draft that bears this Message-ID, whole, if it is among the newest."""
    for id_ in api.newest(NEARBY, label="DRAFT"):
        item = api.headers(id_)
        if item is not None and item.message_id == message_id and (whole := api.whole(id_)) is not None:
            return whole.raw
    return None


def place_of(item: Item) -> Place | None:
    """Return where a message stands; None for the spam folder, which is not looked at."""
    if "SPAM" in item.labels:
        return None
    for label, place in (("TRASH", Place.TRASH), ("DRAFT", Place.DRAFTS), ("SENT", Place.SENT)):
        if label in item.labels:
            return place
    return Place.RECEIVED
