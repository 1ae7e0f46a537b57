"""A mailbox on an IMAP server: lazily connected, read with EXAMINE and BODY.PEEK, written to in Drafts alone.

The parts: `imap_wire` (sockets), `imap_login` (TLS, secrets), `imap_connection` (the commands that exist),
`imap_folders` (which is which), `imap_batch`, `imap_conversation` and `imap_draft` (the verbs), `imap_errors`.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from config.schema import Imap
from replies.decision import Draft
from service.errors import LoginRefused
from service.mailbox import ALWAYS, Batch, Conversation, Mail, MessageRef, SavedDraft
from service.providers.imap_batch import next_batch
from service.providers.imap_check import findings
from service.providers.imap_connection import Connection
from service.providers.imap_conversation import Look
from service.providers.imap_draft import read_draft, save_once
from service.providers.imap_search import mails_from
from service.providers.imap_wire import Lifeline


class ImapMailbox:
    """One IMAP account, as `service.mailbox.Mailbox` promises it. One connection; the next call makes it anew.

    Args:
        settings: The mailbox table.
        secret: Gives the password, or with XOAUTH2 the access token; called at each login, never kept.
        renew: Gives another access token, for one that the server refuses before its time; asked once a login.
        timeout: Seconds for each wait on the network. A server that drips is ended by `close` only.
    """

    def __init__(
        self,
        settings: Imap,
        secret: Callable[[], str],
        *,
        renew: Callable[[], str] | None = None,
        timeout: float = 30,
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._renew = renew
        self._timeout = timeout
        self._busy = threading.Lock()
        self._lifeline = Lifeline()
        self._connection: Connection | None = None

    def fetch(self, cursor: str | None, since: datetime) -> Batch:
        """See `Mailbox.fetch`."""
        with self._session() as connection:
            return next_batch(connection, self._settings.folders, cursor, since)

    def has_folder(self, name: str) -> bool:
        """See `Mailbox.has_folder`."""
        with self._session() as connection:
            return connection.layout.find(name) is not None

    def filed(self, folder: str, cursor: str | None) -> Batch:
        """See `Mailbox.filed`."""
        with self._session() as connection:
            name = connection.layout.find(folder)
            if name is None:
                return Batch((), cursor or "", more=False)
            return next_batch(connection, [name], cursor, ALWAYS)

    def conversation(self, ref: MessageRef) -> Conversation:
        """See `Mailbox.conversation`."""
        with self._session() as connection:
            return Look(connection, self._settings.folders, ref).conversation()

    def search(self, senders: Sequence[str], since: datetime, limit: int) -> tuple[Mail, ...]:
        """See `Mailbox.search`."""
        with self._session() as connection:
            return mails_from(connection, self._settings.folders, senders, since, limit)

    def draft(self, message_id: str) -> bytes | None:
        """See `Mailbox.draft`."""
        with self._session() as connection:
            return read_draft(connection, message_id)

    def save_draft(self, draft: Draft, answers: MessageRef) -> SavedDraft:
        """See `Mailbox.save_draft`."""
        with self._session() as connection:
            return save_once(connection, draft, answers)

    def check(self) -> tuple[str, ...]:
        """See `Mailbox.check`."""
        with self._session() as connection:
            return findings(connection, self._settings)

    def close(self) -> None:
        """See `Mailbox.close`."""
        self._lifeline.cut()
        # If a call is in progress it now fails, and clears up itself.
        if self._busy.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._busy.release()

    @contextmanager
    def _session(self) -> Iterator[Connection]:
        """Give the connection for one call; after any failure, or a `close` meanwhile, it is gone."""
        with self._busy:
            done = False
            try:
                yield self._connected()
                done = True
            finally:
                if not done or self._lifeline.is_cut:
                    self._drop()

    def _connected(self) -> Connection:
        if self._lifeline.is_cut:
            self._drop()
        if self._connection is None:
            self._connection = self._logged_in()
        return self._connection

    def _logged_in(self) -> Connection:
        try:
            return self._opened(self._secret)
        except LoginRefused:
            if self._renew is None:
                raise
            return self._opened(self._renew)

    def _opened(self, secret: Callable[[], str]) -> Connection:
        lifeline = self._lifeline = Lifeline()  # first, so that a `close` while the secret is fetched is not lost
        return Connection(self._settings, secret(), self._timeout, lifeline)

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
