"""Ajar never sends and never touches a received mail: seen on the wire, and in what its code can reach at all."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.mailbox import MessageRef, Place
from service.providers.imap import ImapMailbox
from tests.letters import answer, at, draft_for, drain, letter
from tests.servers import dovecot, pymap
from tests.servers.dovecot import Dovecot
from tests.servers.imap_account import ImapAccount
from tests.servers.proxy import Proxy

ROOT = Path(__file__).parent.parent
PACKAGES = ("config", "classifier", "replies", "service")
# No mail leaves by these, nothing is unpickled, nothing speaks IMAP past IMAPClient's one user.
FORBIDDEN = {"smtplib", "aiosmtplib", "smtpd", "aiosmtpd", "pickle", "cPickle", "dill", "shelve", "marshal", "nntplib"}
IMAP_USERS = {"service/providers/imap_wire.py", "service/providers/imap_errors.py"}

_FOLDER = rb'"[^"\r\n]*"'
_UIDS = rb"[0-9,:*]+"
_ITEM = rb"(?:INTERNALDATE|RFC822\.SIZE|BODY\.PEEK\[(?:HEADER\.FIELDS \([A-Z -]+\))?\](?:<0\.[0-9]+>)?)"
ALLOWED = re.compile(
    rb"(?:CAPABILITY|STARTTLS|NAMESPACE|NOOP|LOGOUT"
    rb"|LOGIN [^ \r\n]+ " + _FOLDER + rb'|LIST "" "\*"'
    rb"|EXAMINE " + _FOLDER + rb"|UID SEARCH (?:UID " + _UIDS + rb"(?: DELETED)?|DELETED"
    rb"|SINCE \d{2}-[A-Z][a-z]{2}-\d{4}(?: BEFORE \d{2}-[A-Z][a-z]{2}-\d{4}| FROM [a-z0-9.-]+)?"
    rb"|HEADER (?:Message-ID|In-Reply-To|References) <[^<>\s]+>)"
    rb"|UID FETCH " + _UIDS + rb" \(" + _ITEM + rb"(?: " + _ITEM + rb")*\)"
    rb'|APPEND "Drafts" \(\\Draft \\Seen\) \{[0-9]+\})'
)


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ImapAccount]:
    with Dovecot.anywhere() if dovecot.is_installed() else pymap.Pymap(tmp_path_factory.mktemp("wire")) as server:
        password = dovecot.PASSWORD if isinstance(server, Dovecot) else pymap.PASSWORD
        opened = ImapAccount(server.port, "jane", password)
        try:
            opened.empty()
            yield opened
        finally:
            opened.leave()


def commands(stream: bytes) -> Iterator[bytes]:
    """Take what a client said apart: commands without their tags, literals left out."""
    while stream:
        line, _, stream = stream.partition(b"\r\n")
        tag, _, command = line.partition(b" ")
        assert re.fullmatch(rb"[A-Z]+[0-9]+", tag), line
        yield command
        if literal := re.search(rb"\{(\d+)\}\Z", line):
            assert stream[int(literal[1]) :].startswith(b"\r\n")
            stream = stream[int(literal[1]) + 2 :]


def fill(account: ImapAccount) -> None:
    """Let friendly and hostile mails arrive."""
    account.deliver(letter(1), at(60))
    account.deliver(letter(2, message_id="<x@evil.example>\r\n A9 DELETE INBOX"), at(70))
    account.deliver(letter(3, message_id='<x"@evil.example> {3}'), at(80))
    account.deliver(letter(4, in_reply_to='<1"\r\n A9 DELETE INBOX@evil.example>'), at(90))
    for place in (Place.DRAFTS, Place.SENT, Place.TRASH):
        account.put(place, answer(7))


def use_everything(mailbox: ImapMailbox) -> None:
    """Go through all that a mailbox can do."""
    mails, cursor = drain(mailbox)
    drain(mailbox, cursor)
    for mail in mails:
        mailbox.conversation(mail.ref)
        mailbox.conversation(MessageRef("stale", mail.ref.message_id, mail.ref.arrived_at))
    hostile = MessageRef('["INBOX\\r\\nA9 DELETE INBOX", 1, 1]', "<x@evil.example>\r\nA9 DELETE INBOX", at(0))
    mailbox.conversation(hostile)
    mailbox.conversation(MessageRef('["Trash", 1, 1]', "<gone@brightloom.example>", at(0)))
    assert mailbox.save_draft(draft_for(1), mails[0].ref).created
    assert not mailbox.save_draft(draft_for(1), mails[0].ref).created
    assert mailbox.save_draft(draft_for(8), hostile).created
    for folder in ("Trash", "Nowhere", "Nicht für\r\nA9 DELETE INBOX", '"'):
        mailbox.has_folder(folder)
        mailbox.filed(folder, mailbox.filed(folder, None).cursor)
    for word in ("brightloom.example", "Brightloom", 'x" ALL', "x\r\nA9 DELETE INBOX", "{3}"):
        mailbox.search([word], at(0), 5)
    mailbox.check()


@pytest.mark.faults(26, 32)
def test_every_command_on_the_wire_only_reads_or_saves_a_draft(account: ImapAccount) -> None:
    fill(account)
    before = account.snapshot()
    with Proxy(account.port) as proxy:
        mailbox = account.through(proxy.port)
        use_everything(mailbox)
        mailbox.close()
        said = [command for record in proxy.recorded for command in commands(bytes(record))]
    assert [command for command in said if not ALLOWED.fullmatch(command)] == []
    assert {b"EXAMINE", b"UID", b"APPEND", b"LOGIN"} <= {command.split(b" ")[0] for command in said}
    assert len([command for command in said if command.startswith(b"APPEND")]) == 2
    assert account.snapshot() == before


def sources() -> list[Path]:
    """Return every source file that is installed."""
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Return the top-level names of the modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.faults(32)
@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_can_send_or_unpickle(path: Path) -> None:
    assert not imported(path) & FORBIDDEN


@pytest.mark.faults(32)
def test_only_the_imap_wire_speaks_imap() -> None:
    users = {str(path.relative_to(ROOT)) for path in sources() if imported(path) & {"imaplib", "imapclient"}}
    assert users == IMAP_USERS
