"""A Maildir on this machine as a mailbox: read by name and time, written by one rename.

Received mails stay where they lie, `new/` included: to move one to `cur/` would tell every other program that somebody
has seen it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from config.schema import Maildir
from replies.decision import Draft
from service.errors import Refused, Unavailable
from service.mailbox import ALWAYS, BATCH_SIZE, Batch, Conversation, Mail, MessageRef, SavedDraft
from service.providers.maildir_around import Around
from service.providers.maildir_cursor import SECOND, Sighting, advance, begin, parse_cursor
from service.providers.maildir_drafts import draft_in, save
from service.providers.maildir_files import File, headers_of, listed, message_id_of, read_mail
from service.providers.maildir_folders import NOT_THE_OWNER, Folder, find_folders
from service.providers.maildir_locator import locator_of
from service.providers.maildir_search import files_from

_NOT_MAIL: Final = frozenset("DT")  # drafts and thrown-away mails in a folder that is read
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class MaildirMailbox:
    """See `service.mailbox.Mailbox` for what is promised.

    Args:
        settings: The `[mailbox]` table.
        clock: The clock by which this machine's kernel stamps files, in nanoseconds since 1970.
    """

    def __init__(self, settings: Maildir, clock: Callable[[], int] = time.time_ns) -> None:
        self._settings = settings
        self._clock = clock
        self._closings = 0

    def fetch(self, cursor: str | None, since: datetime) -> Batch:
        """Return mails that arrived after `cursor`."""
        with self._translated():
            now, folders = self._clock(), find_folders(self._settings)
            return self._batch([folders.reading(name) for name in self._settings.folders], cursor, since, now)

    def has_folder(self, name: str) -> bool:
        """Whether there is a folder of that name."""
        with self._translated():
            return find_folders(self._settings).named(name) is not None

    def filed(self, folder: str, cursor: str | None) -> Batch:
        """Return mails that the user put into that folder after `cursor`."""
        with self._translated():
            now, found = self._clock(), find_folders(self._settings).named(folder)
            return Batch((), cursor or "", more=False) if found is None else self._batch([found], cursor, ALWAYS, now)

    def search(self, senders: Sequence[str], since: datetime, limit: int) -> tuple[Mail, ...]:
        """Return received mails by their senders."""
        with self._translated():
            folders, go_on = find_folders(self._settings), self._not_closed()
            found = files_from(folders, senders, _nanoseconds(since), limit, go_on)
            return tuple(mail for file in found if (mail := _mail(file)) is not None)

    def conversation(self, ref: MessageRef) -> Conversation:
        """Return what stands around that mail now."""
        with self._translated():
            since = min(_nanoseconds(ref.arrived_at), self._clock())
            return Around(find_folders(self._settings), since, self._not_closed()).look(ref)

    def draft(self, message_id: str) -> bytes | None:
        """Return the draft that bears this Message-ID."""
        with self._translated():
            found = draft_in(find_folders(self._settings).drafts, message_id)
            return read_mail(found) if found else None

    def save_draft(self, draft: Draft, answers: MessageRef) -> SavedDraft:
        """Put the draft among the drafts, once."""
        with self._translated():
            return save(find_folders(self._settings), self._settings.layout, draft, answers, self._clock())

    def check(self) -> tuple[str, ...]:
        """Look at the folders."""
        with self._translated():
            folders = find_folders(self._settings)
            reading = [folders.reading(name) for name in self._settings.folders]
            drafts = folders.drafts[0]
            state = "is there" if (drafts.path / "cur").is_dir() else "will be made with the first draft"
            return (
                f"Maildir {self._settings.path}, layout {self._settings.layout}.",
                *(f"Reads {folder.name}: {len(listed(folder))} mails." for folder in reading),
                f"Saves drafts in {drafts.name}, which {state}.",
            )

    def close(self) -> None:
        """Let a call in progress end at its next file; there is no connection to let go of."""
        self._closings += 1

    def _batch(self, folders: Sequence[Folder], cursor: str | None, since: datetime, now: int) -> Batch:
        """Return what is new in these folders; `now` is from before they were looked for."""
        found = (file for folder in dict.fromkeys(folders) for file in listed(folder))
        files = {file.sighting.key: file for file in found if not _NOT_MAIL & set(file.flags)}
        sightings = [file.sighting for file in files.values()]
        position = parse_cursor(cursor) or begin(sightings, _nanoseconds(since), now)
        step = advance(sightings, position, now, BATCH_SIZE)
        return Batch(tuple(self._mails(files, step.files)), str(step.cursor), step.more)

    def _mails(self, files: dict[str, File], chosen: tuple[Sighting, ...]) -> Iterator[Mail]:
        go_on = self._not_closed()
        for sighting in chosen:
            go_on()
            if (mail := _mail(files[sighting.key])) is not None:
                yield mail

    def _not_closed(self) -> Callable[[], None]:
        at_start = self._closings

        def check() -> None:
            if self._closings != at_start:
                raise Unavailable("The mailbox was closed in the middle of a call.")

        return check

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except PermissionError as error:
            sentence = f"The Maildir {self._settings.path} holds something that Ajar may not read."
            raise Refused(sentence, NOT_THE_OWNER) from error
        except OSError as error:
            raise Unavailable(f"The Maildir {self._settings.path} cannot be read: {error.strerror}.") from error


def _mail(file: File) -> Mail | None:
    raw = read_mail(file)
    if raw is None:
        return None
    arrived_at = _EPOCH + timedelta(microseconds=file.sighting.delivered // 1000)
    return Mail(MessageRef(locator_of(file), message_id_of(headers_of(raw)), arrived_at), raw)


def _nanoseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1) * (SECOND // 10**6)
