"""An account on a real IMAP server, as its user's own mail program would treat it."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from config.schema import Imap
from service.mailbox import Mailbox, Place
from service.providers.imap import ImapMailbox
from tests.servers.ports import free_port
from tests.servers.proxy import Plan, Proxy

FILED = "Applications"
FOLDERS = {Place.DRAFTS: "Drafts", Place.SENT: "Sent", Place.TRASH: "Trash"}


def settings(port: int, user: str, *, tls: Literal["implicit", "starttls", "none"] = "none", **changes: object) -> Imap:
    """Return a mailbox table for a server on this machine."""
    table: dict[str, object] = {
        "provider": "imap",
        "address": "jane@example.org",
        "name": "Jane Doe",
        "host": "127.0.0.1",
        "port": port,
        "tls": tls,
        "username": user,
        "password_env": "NOT_READ_BY_THE_PROVIDER",
    }
    return Imap.model_validate(table | changes)


class ImapAccount:
    """One user's account. A handle is folder and UID.

    Args:
        port: In the clear.
        user: The user name.
        password: The password.
        tls_port: Where the provider goes, with TLS; None for the plain port.
        ca_file: The authority to trust.
        folders: The names of drafts, sent and trash.
    """

    def __init__(
        self,
        port: int,
        user: str,
        password: str,
        *,
        tls_port: int | None = None,
        ca_file: Path | None = None,
        folders: Mapping[Place, str] = FOLDERS,
    ) -> None:
        self.port, self.user, self.password = port, user, password
        self._tls_port, self._ca_file, self.folders = tls_port, ca_file, folders
        self.client: Any = IMAPClient("127.0.0.1", port, ssl=False, timeout=20)
        self.client.login(user, password)
        self._make_folders()

    def leave(self) -> None:
        """Log out."""
        self.client.logout()

    def empty(self) -> None:
        """Begin anew: an account without mails."""
        for _, _, folder in self.client.list_folders():
            if folder != "INBOX":
                self.client.delete_folder(folder)
        self.client.select_folder("INBOX")
        if uids := self.client.search():
            self.client.delete_messages(uids)
            self.client.expunge()
        self.client.select_folder("INBOX", readonly=True)
        self._make_folders()

    # what the contract asks for

    def mailbox(self) -> Mailbox:
        """Make a provider."""
        if self._tls_port is None:
            return self.through(self.port)
        secure = settings(self._tls_port, self.user, tls="implicit", ca_file=self._ca_file)
        return ImapMailbox(secure, lambda: self.password, timeout=20)

    def deliver(self, raw: bytes, arrived_at: datetime, folder: str = "INBOX") -> str:
        """Let a mail arrive."""
        return self._append(folder, raw, (), arrived_at)

    def put(self, place: Place, raw: bytes) -> str:
        """Save a mail as the user's program does."""
        flags = (rb"\Seen", rb"\Draft") if place is Place.DRAFTS else (rb"\Seen",)
        return self._append(self.folders[place], raw, flags, None)

    def file_away(self, handle: str) -> None:
        """Move to an ordinary folder."""
        self._move(handle, self._beside_inbox(FILED))

    def make_folder(self, name: str) -> None:
        """Make a folder for jobs."""
        self.client.create_folder(self._beside_inbox(self._spelled(name)))

    def put_into(self, handle: str, name: str) -> str:
        """Move there."""
        return self._move(handle, self._beside_inbox(self._spelled(name)))

    def take_out(self, handle: str, name: str) -> str:
        """Move back."""
        assert handle.startswith(self._beside_inbox(self._spelled(name)))
        return self._move(handle, "INBOX")

    def throw_away(self, handle: str) -> None:
        """Move to the trash."""
        self._move(handle, self.folders[Place.TRASH])

    def erase(self, handle: str) -> None:
        """Delete and expunge."""
        uid = self._select(handle)
        self.client.delete_messages([uid])
        self.client.expunge([uid])

    def edit_draft(self, handle: str, raw: bytes) -> None:
        """Save the new text, then remove the old one."""
        self.put(Place.DRAFTS, raw)
        self.erase(handle)

    def drafts(self) -> Mapping[str, bytes]:
        """Return the drafts."""
        folder = self.folders[Place.DRAFTS]
        self.client.select_folder(folder, readonly=True)
        rows = self.client.fetch(self.client.search(), ["BODY.PEEK[]"])
        return {f"{folder}\t{uid}": row[b"BODY[]"] for uid, row in rows.items()}

    def snapshot(self) -> object:
        r"""Return the flags of every mail, \Recent too: a SELECT would take it off."""
        seen: dict[tuple[str, int], frozenset[bytes]] = {}
        for attributes, _, folder in self.client.list_folders():
            if folder == self.folders[Place.DRAFTS] or rb"\Noselect" in attributes:
                continue
            self.client.select_folder(folder, readonly=True)
            rows = self.client.fetch(self.client.search(), ["FLAGS"])
            seen |= {(folder, uid): frozenset(row[b"FLAGS"]) for uid, row in rows.items()}
        return seen

    def unreachable(self) -> Mailbox:
        """Make a provider for a shut port."""
        return self.through(free_port())

    def wrong_secret(self) -> Mailbox:
        """Make a provider with the wrong password."""
        return ImapMailbox(settings(self.port, self.user), lambda: "not-the-secret", timeout=20)

    @contextmanager
    def stalled(self) -> Iterator[tuple[Mailbox, threading.Event]]:
        """Make a provider whose server falls silent at the EXAMINE."""
        with Proxy(self.port, Plan(silent_after=b"EXAMINE")) as proxy:
            mailbox = self.through(proxy.port)
            yield mailbox, proxy.tripped
            mailbox.close()

    # for tests of IMAP itself

    def through(self, port: int, *, timeout: float = 20, **changes: object) -> ImapMailbox:
        """Make a provider that connects in the clear to a port, such as a proxy's."""
        return ImapMailbox(settings(port, self.user, **changes), lambda: self.password, timeout=timeout)  # type: ignore[arg-type] # tls is among the changes

    def _make_folders(self) -> None:
        for folder in (*self.folders.values(), self._beside_inbox(FILED)):
            with suppress(IMAPClientError):  # it is there already
                self.client.create_folder(folder)

    def _beside_inbox(self, name: str) -> str:
        drafts = self.folders[Place.DRAFTS]
        prefix = re.match(r"INBOX[./]|", drafts)
        return f"{prefix[0] if prefix else ''}{name}"

    def _append(self, folder: str, raw: bytes, flags: tuple[bytes, ...], moment: datetime | None) -> str:
        answer: bytes = self.client.append(folder, raw, flags, moment)
        said = re.search(rb"APPENDUID \d+ (\d+)", answer)
        assert said is not None, answer
        return f"{folder}\t{int(said[1])}"

    def _select(self, handle: str) -> int:
        folder, _, uid = handle.partition("\t")
        self.client.select_folder(folder)
        return int(uid)

    def _move(self, handle: str, folder: str) -> str:
        uid = self._select(handle)
        self.client.copy([uid], folder)
        self.client.delete_messages([uid])
        self.client.expunge([uid])
        return f"{folder}\t{self.client.select_folder(folder, readonly=True)[b'UIDNEXT'] - 1}"

    def _spelled(self, name: str) -> str:
        """Return a name with the server's own sign between its levels."""
        (_, delimiter, _), *_ = self.client.list_folders()
        return name.replace("/", delimiter.decode())
