"""For what a mail of a file is read, by the name that its mail program gave the folder, or by Gmail's labels."""

from typing import Final

from service.mailbox import Place
from service.providers.folder_names import DRAFTS, JUNK, SENT, TRASH
from service.providers.maildir_names import folded

_SENT: Final = frozenset(map(folded, SENT))
_UNREAD: Final = frozenset(map(folded, (*DRAFTS, *TRASH, *JUNK)))


def place_of(*names: str) -> Place | None:
    """Return what mail under these names of folders or labels is, `/` between levels; None: drafts, trash and spam.

    What lies anywhere below such a folder is what the folder is for.
    """
    levels = {level for name in names for level in folded(name).split("/")}
    if levels & _UNREAD:
        return None
    return Place.SENT if levels & _SENT else Place.RECEIVED
