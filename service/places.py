"""What a mail of a file is, by the name that its mail program gave the folder, or by Gmail's labels."""

from typing import Final

from service.mailbox import Place
from service.providers.folder_names import DRAFTS, JUNK, SENT, TRASH
from service.providers.maildir_names import folded

IN_USE: Final = frozenset({Place.RECEIVED, Place.SENT})  # what counts of a mailbox: no draft, and nothing thrown away
_NAMES: Final = (
    (Place.TRASH, frozenset(map(folded, (*TRASH, *JUNK)))),
    (Place.DRAFTS, frozenset(map(folded, DRAFTS))),
    (Place.SENT, frozenset(map(folded, SENT))),
)


def place_of(*names: str) -> Place:
    """Return what mail under these names of folders or labels is, `/` between levels; spam is TRASH.

    What lies anywhere below such a folder is what the folder is for.
    """
    levels = {level for name in names for level in folded(name).split("/")}
    return next((place for place, known in _NAMES if levels & known), Place.RECEIVED)
