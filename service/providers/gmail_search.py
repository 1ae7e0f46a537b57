"""Looking for mails by their sender with Gmail's own search, which looks into every label but spam and trash."""

from collections.abc import Sequence
from datetime import datetime

from classifier.headers import read_headers
from service.mailbox import Mail, Place
from service.providers.gmail_api import GmailApi, Item
from service.providers.gmail_around import place_of
from service.providers.gmail_fetch import BEGAN, reference
from service.providers.sender_words import is_from_one, sound_words

_SPARE = 2  # more than are wanted are looked at: some will be of the wrong place or sender


def mails_from(api: GmailApi, words: Sequence[str], since: datetime, limit: int) -> tuple[Mail, ...]:
    """Return what `Mailbox.search` promises."""
    sound = sound_words(words)
    seconds = int(since.timestamp()) - 1  # `after` knows whole seconds only
    after = f" after:{seconds}" if seconds >= BEGAN else ""
    ids = [id_ for word in sound for id_ in api.newest(_SPARE * limit, query=f"from:{word}{after}")]
    heads = [item for id_ in dict.fromkeys(ids) if (item := api.headers(id_)) is not None]
    wanted = [item for item in heads if item.arrived_at >= since and _is_received_from(item, sound)]
    newest = sorted(wanted, key=lambda item: item.arrived_at, reverse=True)[:limit]
    whole = (api.whole(item.id) for item in newest)
    return tuple(Mail(reference(item), item.raw) for item in whole if item is not None)


def _is_received_from(item: Item, words: Sequence[str]) -> bool:
    return place_of(item) is Place.RECEIVED and is_from_one(read_headers(item.raw.replace(b"\r\n", b"\n")), words)
