"""The whole story over real servers, at DEBUG: no secret, no subject, no body in a log, the ledger or the state."""

import json
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, REJECTION, mail
from tests.servers import dovecot
from tests.servers.gmail import EVERY, Fault, GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.workplace import Workplace, until

PASSWORD = "Umbrella-7-Okapi"
SUBJECT = "Peculiar quincunx news"
BODY = ("careful consideration", "every success", "quincunx", "wombat-coloured")
UNREADABLE = b"From: Ida <ida@orchard.example>\r\nSubject: =?utf-8?B?////?= quincunx\r\nContent-Type: multipart/mixed"
WISHES = """
[schedule]
poll_every = "1s"
delay = "0s"
settle = "1s"
"""
IMAP = """
[mailbox]
provider = "imap"
address = "jane@example.org"
name = "Jane Doe"
host = "127.0.0.1"
port = {port}
tls = "none"
username = "{user}"
password_env = "JANE_PASSWORD"
"""
GMAIL = """
[mailbox]
provider = "gmail"
address = "jane@example.org"
name = "Jane Doe"
client_secret_file = "{client}"
token_file = "{token}"
api_endpoint = "{url}"
"""
MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
"""


def peculiar(body: str, number: int, sender: str = "Maya Lindqvist <maya@brightloop.example>") -> bytes:
    """A mail whose words are found again wherever they get to."""
    raw = mail(f"{body}\nThe wombat-coloured quincunx is yours.\n", number, sender=sender)
    return raw.replace(b"Your application at Brightloop", SUBJECT.encode())


@pytest.fixture
def imap(monkeypatch: pytest.MonkeyPatch) -> Iterator[ImapAccount]:
    """An account on a server of its own: the password of the other one is too common a word to be searched for."""
    if not dovecot.is_installed():
        pytest.skip("needs Dovecot: the other server's password cannot be chosen")
    monkeypatch.setattr(dovecot, "PASSWORD", PASSWORD)
    with dovecot.Dovecot.anywhere() as server:
        account = ImapAccount(server.port, "jane", PASSWORD)
        yield account
        account.leave()


@pytest.fixture
def gmail(tmp_path: Path) -> Iterator[GmailAccount]:
    with GmailServer().running() as server:
        folder = tmp_path / "oauth"
        folder.mkdir()
        yield GmailAccount(server, folder)


@pytest.fixture
def secrets(gmail: GmailAccount) -> list[str]:
    held = json.loads(gmail.token_file.read_text())
    return [PASSWORD, held["token"], held["refresh_token"], held["client_secret"]]


@pytest.fixture
def configured(workplace: Workplace, imap: ImapAccount, gmail: GmailAccount) -> Workplace:
    """Two mailboxes, the one over IMAP, the other over Gmail's API, and one that is refused."""
    text = IMAP.format(port=imap.port, user=imap.user) + WISHES
    workplace.mailbox("jane", text)
    workplace.mailbox("refused", text.replace("JANE_PASSWORD", "WRONG").replace('"jane"', '"june"'))
    gmail.write_client()
    places = {"client": gmail.folder / "client.json", "token": gmail.token_file, "url": gmail.server.url}
    workplace.mailbox("june", GMAIL.format(**places) + WISHES)
    workplace.environment |= {"JANE_PASSWORD": PASSWORD, "WRONG": "not-the-quincunx"}
    return workplace


def arrive(imap: ImapAccount, gmail: GmailAccount) -> None:
    now = datetime.now(UTC)
    for account in (imap, gmail):
        account.deliver(peculiar(REJECTION, 1), now)
        account.deliver(
            peculiar(ACKNOWLEDGEMENT.replace("Brightloop", "Halden"), 2, "Halden <jobs@halden.example>"), now
        )
        account.deliver(UNREADABLE, now)


def searched(workplace: Workplace, *, but: str = "-") -> bytes:
    """Everything that lies in the state directory, but for what is allowed to hold words of mails."""
    files = [file for file in workplace.state.rglob("*") if file.is_file() and but not in file.parts]
    return b"\n".join(file.read_bytes() for file in files if not file.name.startswith("model-"))


def assert_private(where: bytes, secrets: list[str]) -> None:
    for word in (SUBJECT, *BODY, *secrets, "not-the-quincunx"):
        assert word.encode() not in where, word


@pytest.mark.faults(33)
@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.timeout(240)
def test_neither_logs_nor_state_hold_a_secret_or_a_word_of_a_mail(
    configured: Workplace, imap: ImapAccount, gmail: GmailAccount, secrets: list[str], style: str
) -> None:
    arrive(imap, gmail)
    consent = gmail.server.consent
    consent.access_tokens, consent.rotates = set(), True  # so that they are renewed, and written anew
    swept = configured.ajar("once", "--debug", "--log", style)
    assert (len(imap.drafts()), len(gmail.drafts())) == (1, 1), swept.stderr
    secrets += [*consent.access_tokens, *consent.refresh_tokens]
    assert len(secrets) == len(set(secrets)) == 6
    gmail.server.faults["token", EVERY] = Fault(status=400)
    consent.access_tokens = set()
    checked = configured.ajar("check")
    with configured.daemon("run", "--debug", "--log", style):
        until(lambda: configured.log().count("sweep failed") > 2)
    said = f"{swept.stdout}{swept.stderr}{checked.stdout}{checked.stderr}{configured.log()}"
    assert "refused" in said
    assert said.count("drafted") >= 2
    assert_private(said.encode(), secrets)
    assert_private(searched(configured), secrets)


def test_what_was_taught_holds_its_text_and_nothing_else_does_and_forgetting_takes_it_too(
    workplace: Workplace, tmp_path: Path
) -> None:
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", MAILDIR.format(path=account.root) + WISHES)
    account.deliver(peculiar(REJECTION, 1), datetime.now(UTC) - timedelta(minutes=1))
    (tmp_path / "mail.eml").write_bytes(peculiar(REJECTION, 1))
    workplace.ajar("once")
    taught = workplace.ajar("teach", tmp_path / "mail.eml", "--label", "other", "--later")
    assert taught.returncode == 0, taught.stderr
    assert_private(searched(workplace, but="corrections"), [])
    (correction,) = [row for row in workplace.json("export") if row["table"] == "corrections"]
    assert SUBJECT in correction["subject"]
    assert "wombat-coloured" in correction["text"]
    done = workplace.ajar("forget", "Brightloop", stdin="y\n")
    assert done.returncode == 0, done.stderr
    assert "1 correction, with the text of the mails." in done.stdout
    assert_private(searched(workplace), ["Brightloop", "brightloop"])


def test_forgetting_asks_first_and_what_is_still_owed_is_never_drafted(workplace: Workplace, tmp_path: Path) -> None:
    account = MaildirAccount(tmp_path / "mail")
    file = workplace.mailbox("jane", MAILDIR.format(path=account.root) + WISHES.replace('"0s"', '"1h"'))
    account.deliver(mail(REJECTION), datetime.now(UTC))
    workplace.ajar("once")
    refused = workplace.ajar("forget", "--all", stdin="n\n")
    assert refused.returncode == 1
    assert "1 reply is still owed and will not be drafted." in refused.stdout
    assert len(workplace.json("pending")) == 1
    assert workplace.ajar("forget", "--all", "--yes").returncode == 0
    file.write_text(file.read_text().replace('"1h"', '"0s"'))
    for uid_list in account.root.glob("**/ajar*"):
        uid_list.unlink()
    workplace.ajar("once")
    assert (account.drafts(), workplace.json("history")) == ({}, [])


@pytest.mark.parametrize(
    "words",
    [(), ("Brightloop", "--all"), ("--before", "yesterday"), ("--before", "2020-01-01"), ("Nobody",), ("--", "...")],
)
def test_an_order_to_forget_that_means_nothing_is_refused_with_the_remedy(
    workplace: Workplace, tmp_path: Path, words: tuple[str, ...]
) -> None:
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", MAILDIR.format(path=account.root))
    done = workplace.ajar("forget", *words, "--yes") if "--" not in words else workplace.ajar("forget", "--yes", *words)
    assert done.returncode == 2
    assert done.stderr.startswith("ajar: ")


def test_once_forgets_what_is_older_than_keep_and_does_not_read_it_again(workplace: Workplace, tmp_path: Path) -> None:
    account = MaildirAccount(tmp_path / "mail")
    look_back = WISHES.replace("settle", 'look_back = "90d"\nexpire_after = "20d"\nsettle')
    file = workplace.mailbox("jane", MAILDIR.format(path=account.root) + look_back)
    now = datetime.now(UTC)
    account.deliver(mail(REJECTION), now - timedelta(days=60))
    account.deliver(mail(ACKNOWLEDGEMENT, 2, sender="Halden <jobs@halden.example>"), now)
    workplace.ajar("once")
    assert len(workplace.json("history")) == 2
    file.write_text(f'{file.read_text()}[privacy]\nkeep = "30d"\n')
    for _ in range(2):
        done = workplace.ajar("once", "--log", "json")
        assert len(workplace.json("history")) == 1
    assert "forgotten" not in done.stderr
    assert [row["table"] for row in workplace.json("export") if row["table"] == "forgotten"] == []


@pytest.mark.parametrize(("wish", "left"), [("", 1), ("forget_corrections = true", 0)])
def test_what_was_taught_is_forgotten_for_its_age_only_if_the_user_says_so(
    workplace: Workplace, tmp_path: Path, wish: str, left: int
) -> None:
    account = MaildirAccount(tmp_path / "mail")
    privacy = f'[privacy]\nkeep = "30d"\n{wish}\n'
    workplace.mailbox("jane", MAILDIR.format(path=account.root) + WISHES + privacy)
    (tmp_path / "mail.eml").write_bytes(peculiar(REJECTION, 1))
    workplace.ajar("teach", tmp_path / "mail.eml", "--label", "other", "--later")
    (kept,) = (workplace.state / "corrections").iterdir()
    row = json.loads(kept.read_text())
    kept.write_text(json.dumps({**row, "taught_at": (datetime.now(UTC) - timedelta(days=40)).isoformat()}))
    with workplace.daemon() as daemon:  # `once` would weigh in what is left, which takes a minute
        until(lambda: workplace.ajar("check", "--health").returncode == 0)
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(20)
    assert len(list((workplace.state / "corrections").iterdir())) == left
