"""The ten questions that Ajar asks Gmail's API, with typed answers; google-api-python-client stays behind this file."""

import base64
import binascii
import email.utils
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from googleapiclient.discovery import build

from classifier.headers import message_ids
from service.errors import Refused, Unavailable, Unclear
from service.mailbox import MAX_MAIL_BYTES
from service.providers.gmail_transport import GmailTransport, NotFound, TooLarge

PAGE = 500
MAX_PAGES = 200
_MANY = 1000
HEADERS = (
    *("Message-ID", "In-Reply-To", "References", "From", "Reply-To", "To", "Cc", "Subject", "Date"),
    "Auto-Submitted",
)

# Characters that end a word, a group or an operator of Gmail's search, or a header, are in no Message-ID or address
# that is let through (RFC 5322 §3.6.4 allows hardly more).
_SEARCHABLE = re.compile(r"<[A-Za-z0-9!#$%&'*+/=?^_`|~.@:\[\]-]{1,500}>")
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`|~.-]{1,64}@[A-Za-z0-9.-]{1,253}")
_RAW = re.compile(rb'"raw"\s*:\s*"([A-Za-z0-9_=-]*)')


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose account this is, and how far its history goes."""

    address: str
    history: int


@dataclass(frozen=True, slots=True)
class Item:
    """A message of Gmail's. `raw` is the whole mail, up to the cap, or its most telling headers only."""

    id: str
    thread: str
    labels: frozenset[str]
    arrived_at: datetime
    raw: bytes

    @property
    def message_id(self) -> str | None:
        """The Message-ID, if it is a sound one; what some programs write behind it does not count."""
        return next(iter(_named(self.raw, "Message-ID")), None)

    def answers(self, message_id: str | None) -> bool:
        """Whether In-Reply-To holds this Message-ID."""
        return message_id is not None and message_id in _named(self.raw, "In-Reply-To")

    def names(self, message_id: str | None) -> bool:
        """Whether In-Reply-To or References hold this Message-ID."""
        return self.answers(message_id) or (message_id is not None and message_id in _named(self.raw, "References"))

    @property
    def sender(self) -> str | None:
        """The address in From, if it is a sound one."""
        address = email.utils.parseaddr(header(self.raw, "From"))[1]
        return address if _ADDRESS.fullmatch(address) else None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the history: messages that came, or came under a label."""

    id: int
    messages: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """A draft: its own id stays when it is edited, that of its message does not."""

    id: str
    message: str
    thread: str


class GmailApi:
    """Gmail's API for one account. Every method raises Unavailable and Refused beside what it names."""

    def __init__(self, transport: GmailTransport, endpoint: str) -> None:
        options = {"api_endpoint": endpoint}
        service = build("gmail", "v1", http=transport, static_discovery=True, client_options=options)
        self._users = service.users()

    def profile(self) -> Profile:
        """Return whose account this is and where its history stands."""
        with _expected():
            answer = _run(self._users.getProfile(userId="me"))
            return Profile(str(answer["emailAddress"]), int(answer["historyId"]))

    def labels(self) -> Mapping[str, str]:
        """Return the ids of all labels by name."""
        with _expected():
            answer = _run(self._users.labels().list(userId="me"))
            return {str(label["name"]): str(label["id"]) for label in answer.get("labels", ())}

    def newest(self, limit: int, *, label: str | None = None, query: str | None = None) -> list[str]:
        """Return the ids of at most `limit` messages, newest first. With a query, the newest may not be indexed yet."""
        pages = self._pages(self._users.messages().list, maxResults=min(limit, PAGE), labelIds=label, q=query)
        ids: list[str] = []
        with _expected():
            for page in pages:
                ids += [str(entry["id"]) for entry in page.get("messages", ())]
                if len(ids) >= limit:
                    break
        return ids[:limit]

    def headers(self, message: str) -> Item | None:
        """Return a message's headers, or None when it is gone."""
        request = self._users.messages().get(userId="me", id=message, format="metadata", metadataHeaders=list(HEADERS))
        with suppress(NotFound), _expected():
            return _item(_run(request))
        return None

    def whole(self, message: str) -> Item | None:
        """Return a message, cut at `MAX_MAIL_BYTES`, or None when it is gone."""
        with suppress(NotFound), _expected():
            try:
                answer = _run(self._users.messages().get(userId="me", id=message, format="raw"))
                return _item(answer, _decoded(answer["raw"]))
            except TooLarge as large:
                answer = _run(self._users.messages().get(userId="me", id=message, format="minimal"))
                return _item(answer, _decoded(_beginning(large.beginning)))
        return None

    def thread(self, thread: str) -> tuple[Item, ...]:
        """Return the headers of the messages of a thread; none when it is gone."""
        request = self._users.threads().get(userId="me", id=thread, format="metadata", metadataHeaders=list(HEADERS))
        with suppress(NotFound), _expected():
            return tuple(_item(message) for message in _run(request).get("messages", ()))
        return ()

    def history(self, start: int) -> Iterator[Event | int]:
        """Yield what came after `start`, in order, and last, as a number, where the history stands now.

        Raises:
            NotFound: So old a start is no longer known.
        """
        kinds, reached = ["messageAdded", "labelAdded"], start
        listing = self._users.history().list
        with _expected():
            for page in self._pages(listing, startHistoryId=str(start), historyTypes=kinds, maxResults=PAGE):
                yield from (_event(record) for record in page.get("history", ()))
                reached = max(reached, int(page.get("historyId", start)))
        yield reached

    def drafts(self, limit: int) -> list[DraftEntry]:
        """Return the newest drafts."""
        entries: list[DraftEntry] = []
        with _expected():
            for page in self._pages(self._users.drafts().list, maxResults=min(limit, PAGE)):
                entries += [_draft_entry(draft) for draft in page.get("drafts", ())]
                if len(entries) >= limit:
                    break
        return entries[:limit]

    def create_draft(self, raw: bytes, thread: str | None) -> str:
        """Make a draft, in a thread if one is given, and return its id. At most one request to do so leaves.

        Raises:
            Unclear: It may have been made.
        """
        message = {"raw": base64.urlsafe_b64encode(raw).decode("ascii")} | ({"threadId": thread} if thread else {})
        try:
            return str(_run(self._users.drafts().create(userId="me", body={"message": message}))["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise Unclear("Gmail did not say whether the draft was saved.") from error

    def _pages(self, listing: Any, **arguments: object) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - untyped library
        token: str | None = None
        for _ in range(MAX_PAGES):
            page = _run(listing(userId="me", pageToken=token, **arguments))
            yield page
            token = page.get("nextPageToken")
            if not token:
                return
        raise Refused(f"A list of Gmail's goes on beyond {MAX_PAGES * PAGE} entries.", "Shorten look_back.")


@contextmanager
def _expected() -> Iterator[None]:
    """Turn an answer of an unknown shape (a captive portal, a gateway's error page) into Unavailable."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, TooLarge) as error:
        raise Unavailable("Gmail gave an answer that makes no sense.") from error


def _run(request: Any) -> dict[str, Any]:  # noqa: ANN401 - untyped library
    answer = request.execute(num_retries=0)
    if not isinstance(answer, dict):
        raise TypeError("no JSON object")
    return answer


def _item(answer: dict[str, Any], raw: bytes | None = None) -> Item:
    return Item(
        id=str(answer["id"]),
        thread=str(answer["threadId"]),
        labels=frozenset(answer.get("labelIds", ())),
        arrived_at=datetime.fromtimestamp(int(answer["internalDate"]) / 1000, UTC),
        raw=_head(answer.get("payload", {}).get("headers", ())) if raw is None else raw,
    )


def _head(headers: list[dict[str, str]]) -> bytes:
    lines = [f"{each['name']}: {' '.join(each['value'].split())}\r\n" for each in headers]
    return "".join([*lines, "\r\n"]).encode("utf-8", "replace")


def _event(record: dict[str, Any]) -> Event:
    entries = [*record.get("messagesAdded", ()), *record.get("labelsAdded", ())]
    found = [(entry["message"], entry.get("labelIds", ())) for entry in entries]
    return Event(
        int(record["id"]), tuple((str(m["id"]), frozenset((*m.get("labelIds", ()), *new))) for m, new in found)
    )


def _draft_entry(draft: dict[str, Any]) -> DraftEntry:
    return DraftEntry(str(draft["id"]), str(draft["message"]["id"]), str(draft["message"]["threadId"]))


def _decoded(text: str) -> bytes:
    """Decode base64url, with or without its padding, and cut it at the cap."""
    unpadded = text.rstrip("=")
    try:
        return base64.urlsafe_b64decode(unpadded + "=" * (-len(unpadded) % 4))[:MAX_MAIL_BYTES]
    except binascii.Error as error:
        raise ValueError("no base64") from error


def _beginning(answer: bytes) -> str:
    """Return what has come of `raw` in an answer that was cut off.

    No other field can pass for it: quotation marks within JSON strings are escaped.
    """
    found = _RAW.search(answer)
    if found is None:
        raise json.JSONDecodeError("no raw", "", 0)
    text = found[1].decode("ascii")
    return text[: len(text) // 4 * 4]


def header(raw: bytes, name: str) -> str:
    """Return the first header of that name of a mail, unfolded; empty when there is none."""
    head = re.split(rb"\r?\n\r?\n", raw[: 256 * 1024], maxsplit=1)[0]
    found = re.search(rb"(?im)^" + name.encode("ascii") + rb":(.*(?:\r?\n[ \t].*)*)", head)
    return " ".join(found[1].decode("utf-8", "replace").split()) if found else ""


def _named(raw: bytes, name: str) -> tuple[str, ...]:
    # As the rest of Ajar reads them: a mail that is known by one name and looked for under another seems to be gone.
    return message_ids([header(raw, name).encode()], _MANY)


def is_searchable(message_id: str) -> bool:
    """Whether Gmail can be asked for this Message-ID without harm."""
    return _SEARCHABLE.fullmatch(message_id) is not None
