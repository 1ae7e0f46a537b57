"""The mail world behind the tests' Gmail server: messages, threads, labels, drafts, history and search."""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.header import decode_header, make_header
from email.utils import getaddresses

SYSTEM_LABELS = ("INBOX", "SENT", "DRAFT", "SPAM", "TRASH", "UNREAD", "STARRED", "IMPORTANT", "CHAT")
HIDDEN = {"SPAM", "TRASH"}


class Missing(Exception):  # noqa: N818 - an answer, not an error
    """404."""


@dataclass(slots=True)
class Message:
    id: str
    thread: str
    labels: set[str]
    raw: bytes
    internal_date: int
    history: int

    def header(self, name: str) -> str:
        return dict(reversed([(key.lower(), value) for key, value in headers(self.raw)])).get(name.lower(), "")

    def addresses(self, *names: str) -> set[str]:
        return {address.lower() for _, address in getaddresses([self.header(name) for name in names])}


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the history: `messagesAdded` or `labelsAdded`, with the labels as they were then."""

    id: int
    kind: str
    message: str
    thread: str
    labels: tuple[str, ...]
    added: tuple[str, ...] = ()


@dataclass
class World:
    """One account. Nothing in it is HTTP.

    Attributes:
        now: The server's clock; every change moves it on by a second.
        rewrites_message_id: The server gives a draft a Message-ID of its own.
        unindexed: Ids that searches do not find yet.
    """

    address: str = "jane@example.org"
    now: datetime = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    rewrites_message_id: bool = False
    messages: dict[str, Message] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=lambda: {name: name for name in SYSTEM_LABELS})
    unindexed: set[str] = field(default_factory=set)
    history: int = 1000
    _made: int = 0

    # -- what happens ----------------------------------------------------------------------------------------------

    def add(self, raw: bytes, labels: Iterable[str], at: datetime | None = None, thread: str | None = None) -> str:
        """Let a message come into being, in that thread, else in the one its headers name, else in one of its own."""
        id_ = self._new_id()
        place = thread or self.thread_by_headers(raw) or id_
        date = int((at or self.now).timestamp() * 1000)
        self.messages[id_] = Message(id_, place, set(labels), raw, date, self._step())
        self._log("messagesAdded", id_)
        return id_

    def add_draft(self, raw: bytes, thread: str | None = None) -> str:
        """Make a draft. It joins the thread only if it names a message of it and bears its subject."""
        if thread is not None:
            self.in_thread(thread)
        id_ = f"r{self._made + 1}"
        joins = thread is not None and self.thread_by_headers(raw) == thread
        self.drafts[id_] = self.add(self._rewritten(raw, id_), {"DRAFT"}, thread=thread if joins else f"t{id_}")
        return id_

    def edit_draft(self, draft: str, raw: bytes) -> None:
        """Save a draft anew: its id stays, its message is another one."""
        old = self.messages.pop(self.drafts[draft])
        self.drafts[draft] = self.add(self._rewritten(raw, f"{draft}-{self._made}"), {"DRAFT"}, thread=old.thread)

    def relabel(self, message: str, *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Change labels, as the user does in the browser."""
        found = self.messages[message]
        found.labels = (found.labels | set(add)) - set(remove)
        found.history = self._step()
        self._log("labelsAdded" if list(add) else "labelsRemoved", message, tuple(add))

    def erase(self, message: str) -> None:
        """Delete for good."""
        del self.messages[message]
        self.drafts = {draft: held for draft, held in self.drafts.items() if held != message}
        self._step()

    # -- what is asked ---------------------------------------------------------------------------------------------

    def find(self, *, query: str = "", labels: Iterable[str] = (), hidden: bool = False) -> list[Message]:
        """List messages, newest first; of equal age, the one that came last."""
        hidden = hidden or "in:trash" in query or bool(HIDDEN & set(labels))
        found = [
            message
            for message in self.messages.values()
            if set(labels) <= message.labels
            and (hidden or not HIDDEN & message.labels)
            and (not query or (message.id not in self.unindexed and self._matches(message, query)))
        ]
        return sorted(found, key=lambda message: (message.internal_date, message.id), reverse=True)

    def get(self, message: str) -> Message:
        if message not in self.messages:
            raise Missing(message)
        return self.messages[message]

    def in_thread(self, thread: str) -> list[Message]:
        found = [message for message in self.messages.values() if message.thread == thread]
        if not found:
            raise Missing(thread)
        return sorted(found, key=lambda message: message.internal_date)

    def thread_by_headers(self, raw: bytes) -> str | None:
        """Return the thread that holds a message which this one names, under the same subject."""
        new = Message("", "", set(), raw, 0, 0)
        named = set(re.findall(r"<[^<>\s]+>", f"{new.header('In-Reply-To')} {new.header('References')}"))
        for old in self.messages.values():
            if old.header("Message-ID") in named and _topic(old) == _topic(new):
                return old.thread
        return None

    # -- parts -----------------------------------------------------------------------------------------------------

    def _matches(self, message: Message, query: str) -> bool:
        return all(self._matches_term(message, *term.partition(":")[::2]) for term in query.split())

    def _matches_term(self, message: Message, operator: str, value: str) -> bool:
        match operator:
            case "after":
                return message.internal_date > int(value) * 1000
            case "rfc822msgid":
                return message.header("Message-ID") == f"<{value}>"
            case "in":
                return value.upper() in message.labels
            case "from":
                if "." not in value and value != "me":  # a word of the name or of the address
                    return value.lower() in re.findall(r"\w+", message.header("From").lower())
                wanted = self.address if value == "me" else value
                return any(a == wanted or a.endswith("@" + wanted) for a in message.addresses("From"))
        raise NotImplementedError(f"the tests' server does not know the search operator {operator!r}")

    def _rewritten(self, raw: bytes, seed: str) -> bytes:
        if not self.rewrites_message_id:
            return raw
        own = f"Message-ID: <CA{seed}@mail.gmail.example>".encode()
        return re.sub(rb"(?im)^Message-ID:[^\r\n]*", own, raw, count=1)

    def _new_id(self) -> str:
        self._made += 1
        return f"{0x19A0000000000000 + self._made:x}"

    def _step(self) -> int:
        self.history += 7  # Gmail's numbers are no unbroken row
        self.now += timedelta(seconds=1)
        return self.history

    def _log(self, kind: str, id_: str, added: tuple[str, ...] = ()) -> None:
        message = self.messages[id_]
        self.changes.append(Change(message.history, kind, id_, message.thread, tuple(sorted(message.labels)), added))


def headers(raw: bytes) -> list[tuple[str, str]]:
    """Return the headers in their order, unfolded."""
    head = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0]
    lines = re.sub(rb"\r?\n[ \t]+", b" ", head).decode("utf-8", "replace").splitlines()
    return [(name, value.strip()) for name, colon, value in (line.partition(":") for line in lines) if colon]


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii")


def _topic(message: Message) -> str:
    subject = str(make_header(decode_header(message.header("Subject"))))
    return re.sub(r"(?i)^(\s*(re|fwd?|aw|wg)\s*:)+", "", subject).strip().casefold()
