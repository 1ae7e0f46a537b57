"""Throw-away mailboxes of every provider: the tests' servers, what stands in them, and the table that Ajar reads."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from tests.account import Account
from tests.maildir_account import MaildirAccount
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.servers.myworld import MyWorld, MyWorldAccount

PASSWORD_VARIABLE = "BENCHMARK_PASSWORD"  # noqa: S105 - a name


@dataclass(frozen=True, slots=True)
class Box:
    """One mailbox.

    Attributes:
        account: The server's side of it.
        toml: The `[mailbox]` table with which Ajar reaches it.
        received: Returns what must not change: place, flags and bytes of every mail but the drafts.
    """

    account: Account
    toml: str
    received: Callable[[], Mapping[Any, object]]

    def answered(self) -> list[str]:
        """Return, for each draft, the Message-ID that it answers; empty when it answers none."""
        return [_answers(raw) for raw in self.account.drafts().values()]


def _answers(raw: bytes) -> str:
    parsed = message_from_bytes(raw, policy=policy.compat32)
    return re.sub(r"\s+", "", str(parsed.get("In-Reply-To", "")))


@contextmanager
def opened(provider: str, folder: Path) -> Iterator[Box]:
    """Start a server, or make a Maildir, with one empty mailbox."""
    with _PROVIDERS[provider](folder) as box:
        yield box


@contextmanager
def _imap(folder: Path) -> Iterator[Box]:
    with Dovecot(folder) as server:
        yield imap_box(server, "jane")


def imap_box(server: Dovecot, user: str) -> Box:
    """Return the mailbox of one user of a Dovecot."""
    account = ImapAccount(server.port, user, PASSWORD)
    toml = _table(
        provider="imap",
        address=f"{user}@example.org",
        host="127.0.0.1",
        port=server.port,
        tls="none",
        username=user,
        password_env=PASSWORD_VARIABLE,
    )
    return Box(account, toml, lambda: _received_imap(account))


def _received_imap(account: ImapAccount) -> Mapping[Any, object]:
    account.client.select_folder("INBOX", readonly=True)
    rows = account.client.fetch(account.client.search(), ["FLAGS", "BODY.PEEK[]"])
    return {uid: (frozenset(row[b"FLAGS"]), hashlib.sha256(row[b"BODY[]"]).digest()) for uid, row in rows.items()}


@contextmanager
def _gmail(folder: Path) -> Iterator[Box]:
    with GmailServer().running() as server:
        account = GmailAccount(server, folder)
        toml = _table(
            provider="gmail",
            address="jane@example.org",
            client_secret_file=str(account.write_client()),
            token_file=str(account.token_file),
            api_endpoint=server.url,
        )
        yield Box(account, toml, lambda: _received_gmail(account))


def _received_gmail(account: GmailAccount) -> Mapping[Any, object]:
    drafts = set(account.world.drafts.values())
    messages = account.world.messages
    return {id_: (frozenset(one.labels), one.thread, one.raw) for id_, one in messages.items() if id_ not in drafts}


@contextmanager
def _myworld(folder: Path) -> Iterator[Box]:
    with MyWorld(folder).running() as world:
        account = MyWorldAccount(world, folder)
        account.mailbox().close()  # writes the token file
        client = folder / "client.json"
        client.write_text('{"installed": {"client_id": "a-client", "client_secret": "a-client-secret"}}')
        toml = _table(
            provider="gmail",
            address="jane@example.org",
            client_secret_file=str(client),
            token_file=str(folder / "token.json"),
            api_endpoint=f"{world.url}gmail.googleapis.com/",
        )
        yield Box(account, toml, lambda: _received_myworld(account))


def _received_myworld(account: MyWorldAccount) -> Mapping[Any, object]:
    messages = account.instance.state["mailboxes"]["jane@example.org"]["messages"]
    # As text: the emulator hands out the very objects that it goes on changing.
    return {id_: repr(sorted(one.items())) for id_, one in messages.items() if "DRAFT" not in one["labelIds"]}


@contextmanager
def _maildir(folder: Path) -> Iterator[Box]:
    account = MaildirAccount(folder / "mail")
    toml = _table(provider="maildir", address="jane@example.org", path=str(account.root))
    yield Box(account, toml, lambda: _received_maildir(account))


def _received_maildir(account: MaildirAccount) -> Mapping[Any, object]:
    drafts = {str(path) for path in account.files() if path.parent.parent.name == ".Drafts"}
    files = [path for path in account.files() if str(path) not in drafts]
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def _table(**values: object) -> str:
    # Strings and numbers: their JSON is their TOML.
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    return "\n".join(["[mailbox]", 'name = "Jane Doe"', *lines, ""])


_PROVIDERS = {"imap": _imap, "gmail": _gmail, "myworld": _myworld, "maildir": _maildir}
PROVIDERS = tuple(_PROVIDERS)
