"""The Gmail emulator `myworld` (PyPI), which nobody here wrote, and an account on it for the contract.

It gives every message a Message-ID of its own and builds `raw` anew from what it understood. A received mail keeps
its Message-ID at the real Gmail, so the account writes it, and the time of arrival, into the emulator's state.
"""

import base64
import json
import re
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import uvicorn
from myworld.host import Host, HostConfig, create_app

from config.schema import Gmail
from service.mailbox import Place
from service.providers.gmail import GmailMailbox
from tests.letters import header
from tests.servers.gmail import free_port

ADDRESS = "jane@example.org"
LABELS = {Place.SENT: ["SENT"], Place.TRASH: ["TRASH"]}


class MyWorld:
    """The emulator, in this process: over plain HTTP, and as an HTTPS proxy with an authority of its own."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.host = Host(HostConfig(gateway_port=free_port(), gateway_passthrough=False, ca_dir=folder))
        self._made = 0

    @contextmanager
    def running(self) -> Iterator["MyWorld"]:
        settings = uvicorn.Config(create_app(self.host), host="127.0.0.1", port=self.port, log_config=None)
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield self
        finally:
            server.should_exit = True
            thread.join()
            self.host.gateway.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/gw/"

    def instance(self) -> Any:  # noqa: ANN401 - untyped library
        """Make a new, empty workspace."""
        self._made += 1
        user = {"email": ADDRESS, "name": "Jane Doe"}
        return self.host.create("gmail", {"user": user, "emails": []}, instance_id=f"box{self._made}")

    def proxy_variables(self) -> Mapping[str, str]:
        """Return the environment with which a client reaches the emulator under Google's own names."""
        return dict(self.host.gateway.client_env())


class MyWorldAccount:
    """One account of the emulator. A handle is a message id, for drafts the draft's."""

    def __init__(self, world: MyWorld, folder: Path) -> None:
        self._world = world
        self.instance = world.instance()
        self._token = world.host.credentials("", instance=self.instance)["google_access_token"]
        self.folder = folder

    # -- ways in ---------------------------------------------------------------------------------------------------

    def mailbox(self, *, timeout: float = 10, **changes: object) -> GmailMailbox:
        token_file = self.folder / "token.json"
        client = {"client_id": "a-client", "client_secret": "a-client-secret"}
        uri = f"{self._world.url}oauth2.googleapis.com/token"
        held = {"token": self._token, "refresh_token": self._token, "token_uri": uri, **client}
        token_file.write_text(json.dumps(held))
        token_file.chmod(0o600)
        given = {"provider": "gmail", "address": ADDRESS, "name": "Jane Doe", "client_secret_file": "client.json"}
        endpoint = {"api_endpoint": f"{self._world.url}gmail.googleapis.com/"}
        return GmailMailbox(Gmail.model_validate(given | endpoint | changes), token_file, timeout=timeout)

    # -- the other side --------------------------------------------------------------------------------------------

    @property
    def _box(self) -> dict[str, Any]:
        box: dict[str, Any] = self.instance.state["mailboxes"][ADDRESS]
        return box

    def deliver(self, raw: bytes, arrived_at: datetime) -> str:
        return self._insert(raw, ["INBOX", "UNREAD"], arrived_at)

    def put(self, place: Place, raw: bytes) -> str:
        if place is Place.DRAFTS:
            message = {"raw": encoded(raw), "threadId": self._thread_of(raw)}
            return str(self.ask("POST", "drafts", {"message": message})["id"])
        return self._insert(raw, LABELS[place], None)

    def _insert(self, raw: bytes, labels: list[str], arrived_at: datetime | None) -> str:
        thread = self._thread_of(raw)
        id_ = str(self.ask("POST", "messages", {"raw": encoded(raw), "labelIds": labels})["id"])
        message = self._box["messages"][id_]
        found = re.search(rb"(?im)^Message-ID: (.*(?:\r\n .*)*)", raw)
        if found:
            message["messageId"] = found[1].decode().strip()
        if arrived_at is not None:
            message["internalDate"] = str(int(arrived_at.timestamp() * 1000))
        message["threadId"] = thread or message["threadId"]
        return id_

    def _thread_of(self, raw: bytes) -> str | None:
        named = header(raw, b"References").decode().split()
        found = [m["threadId"] for m in self._box["messages"].values() if m["messageId"] in named]
        return found[0] if found else None

    def file_away(self, handle: str) -> None:
        self.ask("POST", f"messages/{handle}/modify", {"removeLabelIds": ["INBOX"]})

    def make_folder(self, name: str) -> None:
        self.ask("POST", "labels", {"name": name})

    def put_into(self, handle: str, name: str) -> str:
        self.ask(
            "POST",
            f"messages/{handle}/modify",
            {"addLabelIds": [self._label(name)], "removeLabelIds": ["INBOX"]},
        )
        self._box["_changes"].pop()  # else its history would tell of a label that was removed
        return handle

    def take_out(self, handle: str, name: str) -> str:
        self.ask(
            "POST",
            f"messages/{handle}/modify",
            {"addLabelIds": ["INBOX"], "removeLabelIds": [self._label(name)]},
        )
        return handle

    def _label(self, name: str) -> str:
        return next(str(label["id"]) for label in self.ask("GET", "labels")["labels"] if label["name"] == name)

    def throw_away(self, handle: str) -> None:
        self.ask("POST", f"messages/{handle}/trash")

    def erase(self, handle: str) -> None:
        self.ask("DELETE", f"messages/{handle}")

    def edit_draft(self, handle: str, raw: bytes) -> None:
        self.ask("PUT", f"drafts/{handle}", {"message": {"raw": encoded(raw)}})

    def drafts(self) -> Mapping[str, bytes]:
        listed = self.ask("GET", "drafts").get("drafts", ())
        whole = {entry["id"]: self.ask("GET", f"drafts/{entry['id']}?format=raw") for entry in listed}
        return {id_: base64.urlsafe_b64decode(draft["message"]["raw"] + "===") for id_, draft in whole.items()}

    def snapshot(self) -> object:
        rest = [m for m in self._box["messages"].values() if "DRAFT" not in m["labelIds"]]
        return {m["id"]: (tuple(m["labelIds"]), m["threadId"]) for m in rest}

    def calls(self, method: str) -> int:
        """Return how often an API method was called, by whomever."""
        return sum(call["tool"] == f"gmail.users.{method}" for call in self.instance.calls)

    def break_(self, method: str, kind: str) -> None:
        """Let the next call of a method fail in one of the emulator's ways."""
        self.instance.set_faults([{"tool": f"gmail.users.{method}", "kind": kind, "on_call": 1}])

    def ask(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        """Use the API as the user's own program does, with rights that Ajar has not got."""
        request = urllib.request.Request(  # noqa: S310 - this machine
            f"{self._world.url}gmail.googleapis.com/gmail/v1/users/me/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return dict(json.loads(answer.read() or b"{}"))


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii")
