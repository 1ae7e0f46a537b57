"""For what a mail of a file is read, by the name that its mail program gave the folder, or by Gmail's labels."""

from typing import Final

from service.mailbox import Place
from service.providers.folder_names import DRAFTS, JUNK, SENT, TRASH
from service.providers.maildir_names import folded

_SENT: Final = frozenset(map(folded, SENT))
_UNREAD: Final = frozenset(map(folded, (*DRAFTS, *TRASH, *JUNK)))


def place_of(*names: str) -> Place | None:
    """Return what mail under these names of folders or labels is, `/` between levels; None: drafts, trash and spam."""
    lasts = {folded(name).rpartition("/")[2] for name in names}
    if lasts & _UNREAD:
        return None
    return Place.SENT if lasts & _SENT else Place.RECEIVED
