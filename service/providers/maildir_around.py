"""What stands around a mail in a Maildir: the mail itself wherever it went, every mail that names it, and later ones.

Who writes again as a rule begins a new mail: so later mails from the sender's domain belong to it too.
"""

from collections.abc import Callable, Iterator
from typing import Final

from classifier.headers import Headers, addresses, message_ids
from service.mailbox import MAX_AROUND, Conversation, Found, MessageRef, Place
from service.providers.maildir_cursor import SECOND
from service.providers.maildir_files import File, headers_of, listed, message_id_of, read_head, read_mail
from service.providers.maildir_folders import Folders
from service.providers.maildir_locator import parse_locator

_SLACK: Final = 2 * 24 * 3600 * SECOND  # between clocks: the server's that named the file and this machine's
_MANY: Final = 1000


class Around:
    """One look at the folders.

    Args:
        folders: As they are now.
        since: When the mail arrived. Nothing of its conversation landed before, not even the mail itself, so older
            files are not opened.
        go_on: Called before each file; raises when the call is to end.
    """

    def __init__(self, folders: Folders, since: int, go_on: Callable[[], None]) -> None:
        self._go_on = go_on
        self._complete = True
        self._since = since
        self._absent = frozenset() if folders.sent else frozenset({Place.SENT})
        self._files = list(self._listed(folders, since - _SLACK))

    def look(self, ref: MessageRef) -> Conversation:
        """Find the mail and what names it."""
        mail = self._mail(ref)
        sender = _senders(headers_of(mail)) if mail is not None else frozenset[str]()
        found: list[Found] = []
        for place in Place:
            found += self._related(place, ref.message_id, sender)
        return Conversation(mail, tuple(found), self._complete, self._absent)

    def _listed(self, folders: Folders, since: int) -> Iterator[tuple[Place, File]]:
        for place, folder in folders.by_place():
            try:
                files = listed(folder)
            except OSError:
                self._complete = False
                continue
            for file in files:
                if max(file.sighting.landed, file.sighting.delivered) >= since:
                    yield Place.TRASH if "T" in file.flags else place, file

    def _newest(self, place: Place) -> list[File]:
        files = [file for at, file in self._files if at is place]
        return sorted(files, key=lambda file: (file.sighting.landed, file.identity), reverse=True)

    def _mail(self, ref: MessageRef) -> bytes | None:
        """Return the mail itself: from where it was last seen, else from wherever its Message-ID is found."""
        where = parse_locator(ref.locator)
        received = self._newest(Place.RECEIVED)
        # A file keeps its name when it is moved between folders by hand, so the folder only says where to look first.
        received.sort(key=lambda file: (file.folder.name, file.identity) != where)
        for file in received:
            same_file = where is not None and file.identity == where[1]
            if not same_file and ref.message_id is None:
                continue
            head = self._head(file)
            if head is not None and message_id_of(headers_of(head)) == ref.message_id:
                return read_mail(file)
        return None

    def _related(self, place: Place, message_id: str | None, sender: frozenset[str]) -> Iterator[Found]:
        count = 0
        for file in self._newest(place):
            head = self._head(file)
            if head is None or not self._belongs(file, headers_of(head), place, message_id, sender):
                continue
            raw = read_mail(file) if place is Place.RECEIVED else head
            if raw is not None:
                yield Found(place, raw)
                count += 1
            if count == MAX_AROUND:
                return

    def _belongs(
        self, file: File, headers: Headers, place: Place, message_id: str | None, sender: frozenset[str]
    ) -> bool:
        if message_id is not None and message_id in named_in(headers, "in-reply-to", "references"):
            return True
        if place is not Place.RECEIVED:
            to = _people(headers, "to") | _people(headers, "cc") | _people(headers, "bcc")
            return bool(sender & to)
        itself = message_id is not None and message_id_of(headers) == message_id
        later = file.sighting.delivered >= self._since
        return later and not itself and not _domains(sender).isdisjoint(_domains(_people(headers, "from")))

    def _head(self, file: File) -> bytes | None:
        self._go_on()
        try:
            return read_head(file)
        except OSError:  # one that cannot be read may be the very answer
            self._complete = False
            return None


def named_in(headers: Headers, *names: str) -> tuple[str, ...]:
    """Return the Message-IDs that these headers name."""
    return message_ids([value for name in names for value in headers.get(name, [])], _MANY)


def _senders(headers: Headers) -> frozenset[str]:
    """Return whom an answer goes to."""
    return _people(headers, "from") | _people(headers, "reply-to")


def _people(headers: Headers, name: str) -> frozenset[str]:
    return frozenset(email.lower() for _, email in addresses(headers.get(name, []), _MANY))


def _domains(people: frozenset[str]) -> frozenset[str]:
    return frozenset(email.rpartition("@")[2] for email in people)
