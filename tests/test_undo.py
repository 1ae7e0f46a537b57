"""`ajar teach undo` where the conversation cannot be read completely: it refuses, and forgets nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.maildir_account import MaildirAccount
from tests.main_job import REJECTION, id_of, mail
from tests.servers.fake_imap import FakeImap, FakeMail
from tests.workplace import Workplace

MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
"""
IMAP = """
[mailbox]
provider = "imap"
address = "jane@example.org"
name = "Jane Doe"
host = "127.0.0.1"
port = {port}
tls = "none"
password_command = ["echo", "secret"]
"""


@pytest.fixture
def server() -> Iterator[FakeImap]:
    """A server with a rejection, which can be told to go wrong."""
    now = datetime.now(UTC).replace(microsecond=0)
    with FakeImap(INBOX=[FakeMail(1, mail(REJECTION, 1), now)], Archive=[]) as running:
        yield running


def taught(workplace: Workplace) -> dict[str, Any]:
    """Let the mail be read, and teach that it is no rejection."""
    assert workplace.ajar("once").returncode == 0
    assert workplace.ajar("teach", id_of(1), "--label", "other", "--later").returncode == 0
    (row,) = workplace.json("teach", "list")
    assert row["label"] == "other"
    return row


def kept(workplace: Workplace) -> tuple[object, ...]:
    """Return all that undoing would change: the corrections with their text, and what became of the reply."""
    files = {path: path.read_bytes() for path in sorted((workplace.state / "corrections").rglob("*")) if path.is_file()}
    assert files
    return files, workplace.json("teach", "list"), workplace.json("history")


@contextmanager
def unlisted(part: Path) -> Iterator[None]:
    """Let a part of a Maildir folder be no directory for a while, as on a damaged disk: it cannot be listed."""
    aside = part.with_name("aside")
    part.rename(aside)
    part.write_bytes(b"")
    yield
    part.unlink()
    aside.rename(part)


@pytest.mark.parametrize("part", ["new", "cur"])
def test_a_folder_that_cannot_be_listed_may_hold_the_mail_so_nothing_is_forgotten(
    workplace: Workplace, tmp_path: Path, part: str
) -> None:
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", MAILDIR.format(path=account.root))
    handle = account.deliver(mail(REJECTION, 1), datetime.now(UTC))
    row = taught(workplace)
    account.file_away(handle)
    before = kept(workplace)
    archive = account.find(handle).parent.parent
    account.find(handle).rename(archive / part / "1.filed.example")
    with unlisted(archive / part):
        done = workplace.ajar("teach", "undo", row["id"], "--later")
        assert (done.returncode, done.stdout) == (75, "")
        assert "jane: a folder cannot be looked at now. Nothing was taken back." in done.stderr
        assert kept(workplace) == before
    assert "Ajar takes that mail for: rejection" in workplace.ajar("teach", "undo", row["id"], "--later").stdout
    assert workplace.json("teach", "list") == []


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        pytest.param({b"EXAMINE": b"{tag} NO [INUSE] locked\r\n"}, 75, "a folder cannot be looked at", id="no folder"),
        pytest.param({b"UID SEARCH": b"{tag} NO [SERVERBUG] oops\r\n"}, 75, "cannot be looked at", id="no search"),
        pytest.param({b"EXAMINE": b""}, 75, "127.0.0.1", id="the server goes away"),
        pytest.param({b"UID FETCH": b"* BYE shutting down\r\n"}, 75, "127.0.0.1", id="it shuts down at the mail"),
        pytest.param({b"LOGIN": b"{tag} NO [AUTHENTICATIONFAILED] no\r\n"}, 77, "password", id="the password changed"),
    ],
)
def test_a_server_that_fails_in_between_gives_no_ground_to_forget_anything(
    workplace: Workplace, server: FakeImap, script: dict[bytes, bytes], code: int, said: str
) -> None:
    workplace.mailbox("jane", IMAP.format(port=server.port))
    row = taught(workplace)
    before = kept(workplace)
    server.folders["Archive"].append(server.folders["INBOX"].pop())  # it is not where it was: it must be looked for
    server.script = dict(script)
    done = workplace.ajar("teach", "undo", row["id"], "--later")
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Nothing was taken back." in done.stderr
    assert kept(workplace) == before
    server.script = {}
    assert "Ajar takes that mail for: rejection" in workplace.ajar("teach", "undo", row["id"], "--later").stdout
    assert workplace.json("teach", "list") == []
