"""An account on the tests' Gmail server, for the contract: the mail world, the user's hand, and ways to break it."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from config.schema import Gmail
from service.mailbox import Mailbox, Place
from service.providers.gmail import GmailMailbox
from tests.servers.gmail import EVERY, Fault, GmailServer, free_port
from tests.servers.google_consent import CLIENT_ID, CLIENT_SECRET, COMPOSE, READ

LABELS = {Place.DRAFTS: {"DRAFT"}, Place.SENT: {"SENT"}, Place.TRASH: {"TRASH"}, Place.RECEIVED: {"INBOX"}}


class GmailAccount:
    """The account of `server`, with its token file in `folder`. A handle is a message id, for drafts the draft's."""

    def __init__(self, server: GmailServer, folder: Path) -> None:
        self.server = server
        self.world = server.world
        self.folder = folder
        self.token_file = self.write_token()

    # -- ways in ---------------------------------------------------------------------------------------------------

    def write_token(self, name: str = "token.json", **changes: object) -> Path:
        path = self.folder / name
        held = {
            "token": "access-0",
            "refresh_token": "refresh-0",
            "token_uri": f"{self.server.url}token",
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "scopes": [READ, COMPOSE],
        }
        path.write_text(json.dumps(held | changes))
        path.chmod(0o600)
        return path

    def settings(self, **changes: object) -> Gmail:
        file = self.write_client()
        held = {"provider": "gmail", "address": "jane@example.org", "name": "Jane Doe", "client_secret_file": file}
        return Gmail.model_validate(held | {"api_endpoint": self.server.url} | changes)

    def write_client(self, kind: str = "installed") -> Path:
        path = self.folder / "client.json"
        uris = {"auth_uri": f"{self.server.url}auth", "token_uri": f"{self.server.url}token"}
        path.write_text(json.dumps({kind: {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, **uris}}))
        return path

    def mailbox(self, *, timeout: float = 5, **changes: object) -> GmailMailbox:
        return GmailMailbox(self.settings(**changes), self.token_file, timeout=timeout)

    # -- the other side --------------------------------------------------------------------------------------------

    def deliver(self, raw: bytes, arrived_at: datetime) -> str:
        return self.world.add(raw, {"INBOX", "UNREAD"}, arrived_at)

    def put(self, place: Place, raw: bytes) -> str:
        if place is Place.DRAFTS:
            return self.world.add_draft(raw, self.world.thread_by_headers(raw))
        return self.world.add(raw, LABELS[place])

    def file_away(self, handle: str) -> None:
        self.world.relabel(handle, remove={"INBOX"})

    def make_folder(self, name: str) -> None:
        self.world.labels[name] = f"Label_{len(self.world.labels)}"

    def put_into(self, handle: str, name: str) -> str:
        self.world.relabel(handle, add={self.world.labels[name]}, remove={"INBOX"})
        return handle

    def take_out(self, handle: str, name: str) -> str:
        self.world.relabel(handle, add={"INBOX"}, remove={self.world.labels[name]})
        return handle

    def throw_away(self, handle: str) -> None:
        self.world.relabel(handle, add={"TRASH"}, remove={"INBOX"})

    def erase(self, handle: str) -> None:
        self.world.erase(self.world.drafts.get(handle, handle))

    def edit_draft(self, handle: str, raw: bytes) -> None:
        self.world.edit_draft(handle, raw)

    def drafts(self) -> Mapping[str, bytes]:
        return {draft: self.world.messages[message].raw for draft, message in self.world.drafts.items()}

    def snapshot(self) -> object:
        held = set(self.world.drafts.values())
        return {
            id_: (frozenset(m.labels), m.thread, m.raw) for id_, m in self.world.messages.items() if id_ not in held
        }

    # -- ways to break it ------------------------------------------------------------------------------------------

    def unreachable(self) -> Mailbox:
        return self.mailbox(timeout=1, api_endpoint=f"http://127.0.0.1:{free_port()}/")

    def wrong_secret(self) -> Mailbox:
        path = self.write_token("wrong.json", token="not-the-secret", refresh_token="not-the-secret")
        return GmailMailbox(self.settings(), path, timeout=5)

    @contextmanager
    def stalled(self) -> Iterator[tuple[Mailbox, threading.Event]]:
        self.server.faults["messages.list", EVERY] = Fault(hang=60)
        yield self.mailbox(timeout=60), self.server.silent
        self.server.released.set()
