"""Looking through a Maildir for mails by their sender: the newest files first, up to a limit of files opened."""

from collections.abc import Callable, Sequence

from service.mailbox import Place
from service.providers.maildir_files import File, headers_of, listed, read_head
from service.providers.maildir_folders import Folders
from service.providers.sender_words import is_from_one, sound_words

_MAX_HEADS = 5000
_NOT_MAIL = frozenset("DT")  # drafts and thrown-away mails in a folder of received ones


def files_from(folders: Folders, words: Sequence[str], since: int, limit: int, go_on: Callable[[], None]) -> list[File]:
    """Return what `Mailbox.search` promises.

    Args:
        folders: As they are now.
        words: To look for.
        since: In nanoseconds since 1970.
        limit: How many at most.
        go_on: Called before each file; raises when the call is to end.
    """
    sound = sound_words(words)
    received = [folder for place, folder in folders.by_place() if place is Place.RECEIVED]
    files = [file for folder in received for file in listed(folder)] if sound else []
    young = [file for file in files if file.sighting.delivered >= since and not _NOT_MAIL & set(file.flags)]
    young.sort(key=lambda file: file.sighting.delivered, reverse=True)
    found: list[File] = []
    for file in young[:_MAX_HEADS]:
        go_on()
        head = read_head(file) if len(found) < limit else None
        if head is not None and is_from_one(headers_of(head), sound):
            found.append(file)
    return found
