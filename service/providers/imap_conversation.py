"""What stands around a mail: the mail itself, wherever it lies now, and who answered whom."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from service.errors import Refused, Unavailable
from service.mailbox import MAX_AROUND, Conversation, Found, MessageRef, Place
from service.providers.imap_connection import Connection
from service.providers.imap_cursor import read_locator
from service.providers.imap_headers import Thread, thread_of
from service.providers.imap_mails import arrived_since, bodies, day_after, day_before, facts, heads, hits, newest

_MAX_OTHER_FOLDERS = 60
_MAX_TWINS = 20  # mails that claim one Message-ID
_MAX_WHOLE = 40  # later mails that are read whole


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the mail was found."""

    folder: str
    uid: int
    raw: bytes


class Look:
    """One look at a conversation.

    A folder that the server will not open makes the look incomplete; a connection that breaks ends it.

    Args:
        connection: Logged in.
        folders: The folders that are read for new mail.
        ref: The mail.
    """

    def __init__(self, connection: Connection, folders: Sequence[str], ref: MessageRef) -> None:
        self._connection = connection
        self._folders = tuple(dict.fromkeys(folders))
        self._ref = ref
        self._complete = True

    def conversation(self) -> Conversation:
        """Return what `Mailbox.conversation` promises."""
        layout = self._connection.layout
        spot = self._find()
        around = [
            *self._beside(Place.DRAFTS, layout.drafts),
            *self._beside(Place.SENT, layout.sent),
            *self._beside(Place.TRASH, layout.trash),
            *(self._later(spot) if spot else ()),
        ]
        absent = frozenset() if layout.sent else frozenset({Place.SENT})
        return Conversation(spot.raw if spot else None, tuple(around), self._complete, absent)

    @contextmanager
    def _noting_a_no(self) -> Iterator[None]:
        try:
            yield
        except (Unavailable, Refused):
            if not self._connection.alive:
                raise
            self._complete = False

    # The mail itself: where it was, in the folders that are read, in all others but drafts, sent, trash and junk.

    def _find(self) -> Spot | None:
        spot = self._at_locator() or self._among(self._folders)
        if spot is None:
            others = [name for name in self._connection.layout.others if name not in self._folders]
            spot = self._among(others[:_MAX_OTHER_FOLDERS])
            self._complete = self._complete and (spot is not None or len(others) <= _MAX_OTHER_FOLDERS)
        return spot

    def _at_locator(self) -> Spot | None:
        located = read_locator(self._ref.locator)
        if located is None or located[0] not in self._connection.layout.names:
            return None
        folder, validity, uid = located
        with self._noting_a_no():
            if self._connection.examine(folder).validity == validity:
                return self._take(folder, [uid])
        return None

    def _among(self, folders: Sequence[str]) -> Spot | None:
        if self._ref.message_id is None:
            return None
        for folder in folders:
            with self._noting_a_no():
                self._connection.examine(folder)
                spot = self._take(folder, hits(self._connection, "Message-ID", self._ref.message_id)[-_MAX_TWINS:])
                spot = spot or self._take(folder, self._of_these_days())
                if spot is not None:
                    return spot
        return None

    def _of_these_days(self) -> list[int]:
        """Return what arrived about when the mail did: moving a mail keeps its time (RFC 3501 §6.4.7)."""
        arrived = self._ref.arrived_at
        return self._connection.search("SINCE", day_before(arrived), "BEFORE", day_after(arrived))[-MAX_AROUND:]

    def _take(self, folder: str, uids: Sequence[int]) -> Spot | None:
        r"""Return the mail if it is among these of the open folder, and not marked \Deleted."""
        threads = {uid: thread_of(head) for uid, head in heads(self._connection, uids).items()}
        same = [uid for uid, thread in threads.items() if thread.message_id == self._ref.message_id][-_MAX_TWINS:]
        known = facts(self._connection, same)
        # Two different mails may bear one Message-ID; and a mail without any is known by its arrival only.
        exact = [uid for uid in known if known[uid].arrived_at == self._ref.arrived_at]
        for uid in exact if self._ref.message_id is None else [*exact, *known]:
            if not self._connection.search("UID", str(uid), "DELETED"):
                for raw in bodies(self._connection, {uid: known[uid].size}).values():
                    return Spot(folder, uid, raw)
        return None

    # What stands beside it.

    def _beside(self, place: Place, folders: Sequence[str]) -> list[Found]:
        found: list[Found] = []
        for folder in folders:
            with self._noting_a_no():
                opened = self._connection.examine(folder)
                uids = self._picked(newest(self._connection, opened, MAX_AROUND), MAX_AROUND // len(folders))
                # A draft that is only marked as deleted was thrown away.
                thrown = set(self._connection.search("DELETED")) if place is Place.DRAFTS and uids else set()
                rows = heads(self._connection, uids).items()
                found += [Found(Place.TRASH if uid in thrown else place, raw) for uid, raw in rows]
        return found

    def _later(self, spot: Spot) -> list[Found]:
        found: list[Found] = []
        for folder in self._folders:
            with self._noting_a_no():
                self._connection.examine(folder)
                uids = self._picked(arrived_since(self._connection, self._ref.arrived_at), MAX_AROUND)
                known = facts(self._connection, uids)
                later = [uid for uid in known if known[uid].arrived_at >= self._ref.arrived_at]
                wanted = self._related(heads(self._connection, later), spot)
                sizes = {uid: known[uid].size for uid in wanted[: _MAX_WHOLE // len(self._folders) or 1]}
                found += [Found(Place.RECEIVED, raw) for raw in bodies(self._connection, sizes).values()]
        return found

    def _related(self, rows: dict[int, bytes], spot: Spot) -> list[int]:
        """Return the mails that may be of this conversation: first those that name the mail, newest first."""
        mine = thread_of(spot.raw)
        threads = {uid: thread_of(head) for uid, head in rows.items()}
        near = [uid for uid in sorted(threads, reverse=True) if _is_near(threads[uid], mine)]
        return sorted(near, key=lambda uid: not threads[uid].names(mine.message_id))

    def _picked(self, recent: Sequence[int], limit: int) -> list[int]:
        """Return UIDs of the open folder: those that the server says name the mail, then the newest, up to a limit."""
        if self._ref.message_id is None:
            return list(recent[-limit:])
        named = {
            uid
            for header in ("In-Reply-To", "References")
            for uid in hits(self._connection, header, self._ref.message_id)
        }
        chosen = sorted(named)[-limit:]
        room = limit - len(chosen)
        others = [uid for uid in recent if uid not in named]
        return sorted([*chosen, *(others[-room:] if room else [])])


def _is_near(other: Thread, mine: Thread) -> bool:
    """Whether a later mail may belong: it shares a thread, or comes from the same organisation. Not the mail itself."""
    if other.message_id == mine.message_id and mine.message_id is not None:
        return False
    shared = {*other.in_reply_to, *other.references} & {mine.message_id, *mine.in_reply_to, *mine.references}
    return bool(shared) or (other.sender_domain == mine.sender_domain != "")
