"""A small Gmail API server for the tests: what Ajar asks of the real one, the consent page, and faults on demand.

Every request is recorded. `faults[("drafts.create", 1)]` spoils the first call of that method, `EVERY` each one. What
must never be asked (send, modify, trash, delete) has no route: it is answered with 501 and recorded.
"""

import base64
import json
import re
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.servers.gmail_world import Change, Message, Missing, World, encoded, headers
from tests.servers.google_consent import Consent

EVERY = 0

Query = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call.

    Attributes:
        status: Answer with this instead, 0 for closing the connection without an answer.
        reason: Google's word for it.
        committed: The call has its effect first.
        hang: Seconds of silence first; `silent` is set meanwhile.
        drip: Send the answer a byte a second.
        body: Answer with these bytes instead.
    """

    status: int | None = None
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    committed: bool = False
    hang: float = 0
    drip: bool = False
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came."""

    method: str
    path: str
    query: Query
    headers: Mapping[str, str]
    body: bytes


class Rejected(Exception):  # noqa: N818 - an answer, not an error
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(status, reason)
        self.status, self.reason = status, reason


class GmailServer:
    """One account behind HTTP on 127.0.0.1.

    Attributes:
        world: The account; its own methods are the user's hand and the mail world.
        forgotten: History before this is no longer known.
        empty_pages: So many history pages come with a token and nothing else.
        stale_pointer: history.list names this as where the history stands.
    """

    def __init__(self) -> None:
        self.world = World()
        self.requests: list[Request] = []
        self.faults: dict[tuple[str, int], Fault] = {}
        self.calls: Counter[str] = Counter()
        self.silent = threading.Event()
        self.released = threading.Event()
        self.forgotten = 0
        self.empty_pages = 0
        self.stale_pointer: int | None = None
        self.page_size = 500
        self.consent = Consent()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
        self._http.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/"

    @contextmanager
    def running(self) -> Iterator["GmailServer"]:
        thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield self
        finally:
            self.released.set()
            self._http.shutdown()
            thread.join()
            self._http.server_close()

    def begin_anew(self) -> None:
        """Take up another account, an empty one."""
        self.world, self.consent = World(), Consent()

    def asked(self, method: str) -> int:
        """Return how often that API method was called, with or without success."""
        return self.calls[method]

    # -- one request -----------------------------------------------------------------------------------------------

    def answer(self, request: Request) -> tuple[int, Mapping[str, str], bytes, Fault]:
        """Return status, headers and body, and the fault that spoils them."""
        self.requests.append(request)
        name, act = self._route(request)
        with self._lock:
            self.calls[name] += 1
            fault = self.faults.get((name, self.calls[name])) or self.faults.get((name, EVERY)) or Fault()
        if fault.hang:
            self.silent.set()
            self.released.wait(fault.hang)
        if fault.status is not None and not fault.committed:
            return fault.status, fault.headers, _error(fault.status, fault.reason), fault
        status, extra, body = self._act(act)
        if fault.status is not None:
            return fault.status, fault.headers, _error(fault.status, fault.reason), fault
        return status, extra, body if fault.body is None else fault.body, fault

    def _act(self, act: Callable[[], object]) -> tuple[int, Mapping[str, str], bytes]:
        try:
            with self._lock:
                result = act()
        except Missing:
            return 404, {}, _error(404, "notFound")
        except Rejected as no:
            return no.status, {}, _error(no.status, no.reason)
        if isinstance(result, tuple):
            return result
        return 200, {}, json.dumps(result).encode()

    def _route(self, request: Request) -> tuple[str, Callable[[], object]]:
        if (request.method, request.path) == ("POST", "/token"):
            return "token", lambda: self.consent.token({k: v[0] for k, v in parse_qs(request.body.decode()).items()})
        if (request.method, request.path) == ("GET", "/auth"):
            return "auth", lambda: self.consent.page({k: v[0] for k, v in request.query.items()})
        for name, (method, pattern) in ROUTES.items():
            found = re.fullmatch(pattern_of(pattern), request.path.removeprefix("/"))
            if found and method == request.method:
                return name, partial(
                    self._authorized,
                    request,
                    partial(getattr(self, f"_{name.replace('.', '_')}"), request, **found.groupdict()),
                )
        return "unknown", lambda: _reject(501, "notImplemented")

    def _authorized(self, request: Request, act: Callable[[], object]) -> object:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        return act() if token in self.consent.access_tokens else _reject(401, "authError")

    # -- the API ---------------------------------------------------------------------------------------------------

    def _users_getProfile(self, _: Request) -> object:  # noqa: N802 - Google's name
        return {"emailAddress": self.world.address, "historyId": str(self.world.history)}

    def _labels_list(self, _: Request) -> object:
        return {"labels": [{"id": id_, "name": name} for name, id_ in self.world.labels.items()]}

    def _messages_list(self, request: Request) -> object:
        found = self.world.find(
            query=_one(request, "q"),
            labels=request.query.get("labelIds", ()),
            hidden=_one(request, "includeSpamTrash") == "true",
        )
        return self._page(request, "messages", [{"id": m.id, "threadId": m.thread} for m in found])

    def _messages_get(self, request: Request, id: str) -> object:  # noqa: A002 - Google's name
        return _message(self.world.get(id), request)

    def _threads_get(self, request: Request, id: str) -> object:  # noqa: A002 - Google's name
        return {"id": id, "messages": [_message(message, request) for message in self.world.in_thread(id)]}

    def _history_list(self, request: Request) -> object:
        start = int(_one(request, "startHistoryId"))
        if start < self.forgotten:
            raise Missing(start)
        kinds = {HISTORY_TYPES[kind] for kind in request.query.get("historyTypes", HISTORY_TYPES)}
        found = [_record(change) for change in self.world.changes if change.id > start and change.kind in kinds]
        now = self.world.history if self.stale_pointer is None else self.stale_pointer
        if self.empty_pages > self.calls["history.list"] - 1:
            return {"nextPageToken": "0", "historyId": str(now)}
        return {**self._page(request, "history", found), "historyId": str(now)}

    def _drafts_list(self, request: Request) -> object:
        held = [(draft, self.world.get(message)) for draft, message in self.world.drafts.items()]
        held.sort(key=lambda pair: (pair[1].internal_date, pair[1].id), reverse=True)
        return self._page(
            request, "drafts", [{"id": d, "message": {"id": m.id, "threadId": m.thread}} for d, m in held]
        )

    def _drafts_create(self, request: Request) -> object:
        message = json.loads(request.body)["message"]
        raw = base64.urlsafe_b64decode(message["raw"])
        draft = self.world.add_draft(raw, message.get("threadId"))
        return {"id": draft, "message": {"id": self.world.drafts[draft]}}

    def _page(self, request: Request, name: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
        size = min(self.page_size, int(_one(request, "maxResults") or 100))
        start = int(_one(request, "pageToken") or 0)
        answer: dict[str, Any] = {name: entries[start : start + size]} if entries[start : start + size] else {}
        return answer | ({"nextPageToken": str(start + size)} if start + size < len(entries) else {})


# Method names as in Google's discovery document, below `gmail.`, with the verb and the path.
ROUTES = {
    "users.getProfile": ("GET", "gmail/v1/users/{userId}/profile"),
    "labels.list": ("GET", "gmail/v1/users/{userId}/labels"),
    "messages.list": ("GET", "gmail/v1/users/{userId}/messages"),
    "messages.get": ("GET", "gmail/v1/users/{userId}/messages/{id}"),
    "threads.get": ("GET", "gmail/v1/users/{userId}/threads/{id}"),
    "history.list": ("GET", "gmail/v1/users/{userId}/history"),
    "drafts.list": ("GET", "gmail/v1/users/{userId}/drafts"),
    "drafts.create": ("POST", "gmail/v1/users/{userId}/drafts"),
}


HISTORY_TYPES = {"messageAdded": "messagesAdded", "labelAdded": "labelsAdded", "labelRemoved": "labelsRemoved"}


def pattern_of(path: str) -> str:
    return path.replace("{userId}", "me").replace("{id}", "(?P<id>[^/]+)")


def _one(request: Request, name: str) -> str:
    return request.query.get(name, [""])[0]


def _reject(status: int, reason: str) -> object:
    raise Rejected(status, reason)


def _error(status: int, reason: str) -> bytes:
    errors = [{"domain": "global", "reason": reason, "message": reason}]
    return json.dumps({"error": {"code": status, "message": reason, "errors": errors}}).encode()


def _record(change: Change) -> dict[str, Any]:
    message = {"id": change.message, "threadId": change.thread, "labelIds": list(change.labels)}
    entry: dict[str, Any] = {"message": message} | ({"labelIds": list(change.added)} if change.added else {})
    return {"id": str(change.id), "messages": [{"id": change.message}], change.kind: [entry]}


def _message(message: Message, request: Request) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "id": message.id,
        "threadId": message.thread,
        "labelIds": sorted(message.labels),
        "snippet": 'says "raw": "no" to you',
        "historyId": str(message.history),
        "internalDate": str(message.internal_date),
        "sizeEstimate": len(message.raw),
    }
    wanted = {name.lower() for name in request.query.get("metadataHeaders", ())}
    match _one(request, "format"):
        case "raw":
            answer["raw"] = encoded(message.raw)
        case "metadata":
            found = [{"name": k, "value": v} for k, v in headers(message.raw) if not wanted or k.lower() in wanted]
            answer["payload"] = {"headers": found}
    return answer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True

    def __init__(self, gmail: GmailServer, *args: Any) -> None:  # noqa: ANN401 - socketserver's own
        self.gmail = gmail
        super().__init__(*args)

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client died
            super().handle()

    def _serve(self) -> None:
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        plain = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, url.path, parse_qs(url.query), plain, body)
        status, extra, answer, fault = self.gmail.answer(request)
        if status == 0:
            self.close_connection = True
            return
        with suppress(ConnectionError):
            self._reply(status, extra, answer, drip=fault.drip)

    def _reply(self, status: int, extra: Mapping[str, str], answer: bytes, *, drip: bool) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **extra, "Content-Length": str(len(answer))}.items():
            self.send_header(name, value)
        self.end_headers()
        if not drip:
            self.wfile.write(answer)
            return
        self.gmail.silent.set()
        for byte in answer:
            self.wfile.write(bytes([byte]))
            if self.gmail.released.wait(1):
                return

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815 - the standard library's names

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
