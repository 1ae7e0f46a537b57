"""A scripted IMAP server, for what no real one does: just enough of RFC 3501, and a script of deviations."""

import re
import shlex
import socketserver
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

_LITERAL = re.compile(rb"\{(\d+)\}\r\n\Z")
_PARTIAL = re.compile(r"<0\.(\d+)>")
ARRIVED = datetime(2026, 3, 2, 9, 1, tzinfo=UTC)

Answer = bytes | Callable[[bytes], bytes | None]
"""What is sent for a command: `{tag}` stands for its tag. Empty bytes end the connection, None is the usual answer."""


@dataclass
class FakeMail:
    """A mail on the fake server."""

    uid: int
    raw: bytes
    arrived_at: datetime = ARRIVED


class FakeImap:
    r"""A running server.

    Attributes:
        folders: Name to mails. Names are ASCII here.
        attributes: Name to special use, such as `\Drafts`.
        validity: UIDVALIDITY; None to leave it out.
        greeting: The first line.
        script: Beginning of a command (without its tag) → answer; the first that fits is used.
        commands: Every command that came, without its tag.
        keep_appended: False to lose the answer to APPEND and keep the mail aside, in `late`.
    """

    def __init__(self, **folders: list[FakeMail]) -> None:
        self.folders: dict[str, list[FakeMail]] = {"INBOX": [], "Drafts": [], "Sent": [], "Trash": [], **folders}
        self.attributes: Mapping[str, str] = {"Drafts": r"\Drafts", "Sent": r"\Sent", "Trash": r"\Trash"}
        self.validity: int | None = 7
        self.greeting = b"* OK ready\r\n"
        self.capabilities = b"IMAP4rev1"
        self.script: dict[bytes, Answer] = {}
        self.commands: list[bytes] = []
        self.keep_appended = True
        self.late: list[tuple[str, bytes]] = []
        fake = self

        class Session(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                with suppress(OSError):
                    _Session(fake, self).run()

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def store(self, folder: str, raw: bytes) -> int:
        """Put a mail into a folder and return its UID."""
        uid = self.next_uid(folder)
        self.folders[folder].append(FakeMail(uid, raw))
        return uid

    def store_late(self) -> None:
        """Store what a stalled server had taken in before its connection ended."""
        for folder, raw in self.late:
            self.store(folder, raw)
        self.late.clear()

    def next_uid(self, folder: str) -> int:
        """Return UIDNEXT."""
        return max((mail.uid for mail in self.folders[folder]), default=0) + 1


class _Session:
    """One connection."""

    def __init__(self, fake: FakeImap, stream: socketserver.StreamRequestHandler) -> None:
        self._fake, self._in, self._out = fake, stream.rfile, stream.wfile
        self._folder = "INBOX"

    def run(self) -> None:
        self._out.write(self._fake.greeting)
        while line := self._in.readline():
            tag, _, command = line.rstrip(b"\r\n").partition(b" ")
            self._fake.commands.append(command)
            answer = self._scripted(command)
            if answer is None:
                answer = self._usual(command, line)
            if not answer:
                return
            self._out.write(answer.replace(b"{tag} OK\r\n", b"{tag} OK done\r\n").replace(b"{tag}", tag))
            if answer.startswith(b"* BYE"):
                return

    def _scripted(self, command: bytes) -> bytes | None:
        for beginning, answer in self._fake.script.items():
            if command.upper().startswith(beginning):
                return answer if isinstance(answer, bytes) else answer(command)
        return None

    def _usual(self, command: bytes, line: bytes) -> bytes:
        words = shlex.split(command.decode("latin-1").replace("\\", "\\\\"))
        name = " ".join(words[:2]).upper() if words[0].upper() == "UID" else words[0].upper()
        usual: dict[str, Callable[[], bytes]] = {
            "CAPABILITY": lambda: b"* CAPABILITY " + self._fake.capabilities + b"\r\n{tag} OK\r\n",
            "LIST": self._list,
            "EXAMINE": lambda: self._examine(words[1]),
            "UID SEARCH": lambda: self._found(words[2:]),
            "UID FETCH": lambda: self._fetched(words[2], command.decode("latin-1")),
            "APPEND": lambda: self._append(words[1], line),
        }
        return usual.get(name, lambda: b"{tag} OK\r\n")()

    def _found(self, words: list[str]) -> bytes:
        return b"* SEARCH " + " ".join(map(str, self._search(words))).encode() + b"\r\n{tag} OK\r\n"

    def _fetched(self, numbers: str, command: str) -> bytes:
        rows = [self.row(mail, command) for mail in self._mails() if _within(mail.uid, numbers)]
        return b"".join(rows) + b"{tag} OK\r\n"

    def _mails(self) -> list[FakeMail]:
        return self._fake.folders[self._folder]

    def _list(self) -> bytes:
        rows = [f'* LIST ({self._fake.attributes.get(name, "")}) "/" "{name}"\r\n' for name in self._fake.folders]
        return "".join(rows).encode() + b"{tag} OK\r\n"

    def _examine(self, folder: str) -> bytes:
        if folder not in self._fake.folders:
            return b"{tag} NO no such folder\r\n"
        self._folder = folder
        lines = [f"* {len(self._mails())} EXISTS", f"* OK [UIDNEXT {self._fake.next_uid(folder)}] next"]
        if self._fake.validity is not None:
            lines.append(f"* OK [UIDVALIDITY {self._fake.validity}] valid")
        return "".join(f"{line}\r\n" for line in lines).encode() + b"{tag} OK [READ-ONLY] done\r\n"

    def _search(self, words: list[str]) -> list[int]:
        found = list(self._mails())
        terms = iter(words)
        for term in terms:
            match term.upper():
                case "UID":
                    wanted = next(terms)
                    last = found[-1].uid if found else 0
                    found = [m for m in found if _within(m.uid, wanted) or ("*" in wanted and m.uid == last)]
                case "SINCE":
                    day = datetime.strptime(next(terms), "%d-%b-%Y").replace(tzinfo=UTC)
                    found = [mail for mail in found if mail.arrived_at >= day]
                case "BEFORE":
                    day = datetime.strptime(next(terms), "%d-%b-%Y").replace(tzinfo=UTC)
                    found = [mail for mail in found if mail.arrived_at < day]
                case "DELETED":
                    found = []
                case "HEADER":
                    header, value = next(terms).lower().encode(), next(terms).encode()
                    found = [mail for mail in found if _has(mail.raw, header, value)]
        return [mail.uid for mail in found]

    def row(self, mail: FakeMail, command: str) -> bytes:
        """Return a FETCH answer."""
        number = self._mails().index(mail) + 1
        items = [f"UID {mail.uid}".encode()]
        if "INTERNALDATE" in command:
            items.append(f'INTERNALDATE "{mail.arrived_at:%d-%b-%Y %H:%M:%S +0000}"'.encode())
        if "RFC822.SIZE" in command:
            items.append(f"RFC822.SIZE {len(mail.raw)}".encode())
        if "BODY.PEEK[" in command:
            whole = "BODY.PEEK[]" in command
            part = mail.raw if whole else mail.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            cap = _PARTIAL.search(command)
            part = part[: int(cap[1])] if cap else part
            label = b"BODY[]" if whole else b"BODY[HEADER.FIELDS (X)]"
            items.append(label + (b"<0>" if cap else b"") + b" {%d}\r\n" % len(part) + part)
        return b"* %d FETCH (" % number + b" ".join(items) + b")\r\n"

    def _append(self, folder: str, line: bytes) -> bytes:
        literal = _LITERAL.search(line)
        assert literal is not None, line
        self._out.write(b"+ go on\r\n")
        raw = self._in.read(int(literal[1]))
        self._in.readline()
        if not self._fake.keep_appended:
            self._fake.late.append((folder, raw))
            return b""
        self._fake.store(folder, raw)
        return b"{tag} OK stored\r\n"


def _within(uid: int, numbers: str) -> bool:
    for part in numbers.split(","):
        first, _, last = part.partition(":")
        if int(first) <= uid <= (10**9 if last == "*" else int(last or first)):
            return True
    return False


def _has(raw: bytes, header: bytes, value: bytes) -> bool:
    head = raw.partition(b"\r\n\r\n")[0]
    lines = [line for line in head.split(b"\r\n") if line.lower().startswith(header + b":")]
    return any(value in line for line in lines)


def later(minutes: float) -> datetime:
    """Return a time after `ARRIVED`."""
    return ARRIVED + timedelta(minutes=minutes)
