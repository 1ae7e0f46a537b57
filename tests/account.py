"""The other side of a mailbox, as the tests see it: the server's mail world and the user's own mail program."""

import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from service.mailbox import Mailbox, Place

IMPATIENT = 2.0  # seconds to an answer: short to wait for, and sound calls on a busy machine still keep it
PROMPT = 10.0  # seconds in which a call that is to end has ended, on a busy machine too


class Account(Protocol):
    """One throw-away account, seen from outside Ajar. A handle names one mail to the account that gave it."""

    def mailbox(self) -> Mailbox:
        """Make a provider for this account, new and not connected."""
        ...

    def deliver(self, raw: bytes, arrived_at: datetime) -> str:
        """Let a mail arrive in the inbox at that time, unread, and return its handle."""
        ...

    def put(self, place: Place, raw: bytes) -> str:
        """Put a mail there (drafts, sent or trash) as the user's mail program would, and return its handle."""
        ...

    def file_away(self, handle: str) -> None:
        """Move a delivered mail into an ordinary folder that is not read for new mail (Gmail: archive it)."""
        ...

    def make_folder(self, name: str) -> None:
        """Make a folder (Gmail: a label), as the user does; `/` between its levels."""
        ...

    def put_into(self, handle: str, name: str) -> str:
        """Move a delivered mail into that folder, and return its handle there."""
        ...

    def take_out(self, handle: str, name: str) -> str:
        """Move a mail from that folder back into the inbox, and return its handle there."""
        ...

    def throw_away(self, handle: str) -> None:
        """Move a delivered mail into the trash."""
        ...

    def erase(self, handle: str) -> None:
        """Remove a mail for good, wherever it stands."""
        ...

    def edit_draft(self, handle: str, raw: bytes) -> None:
        """Replace a draft as a mail program does that saves it anew."""
        ...

    def drafts(self) -> Mapping[str, bytes]:
        """Return every draft: handle to bytes."""
        ...

    def snapshot(self) -> object:
        """Return what must not change: place and flags of every mail but the drafts; compared with `==`."""
        ...


class RemoteAccount(Account, Protocol):
    """An account behind a network that can fail."""

    def unreachable(self) -> Mailbox:
        """Make a provider for a port on which nobody listens."""
        ...

    def wrong_secret(self) -> Mailbox:
        """Make a provider whose secret, the text "not-the-secret", the server does not take."""
        ...

    def stalled(self) -> AbstractContextManager[tuple[Mailbox, threading.Event]]:
        """Make a provider whose server falls silent in the middle of a call; the event is set once it has."""
        ...
