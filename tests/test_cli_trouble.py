"""The command line where not all is well: poor terminals, places that cannot be written, orders that make no sense."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from replies.decision import Skip, SkipReason
from service.database import Database
from service.ledger import Ledger
from service.looking import PAGE
from tests.maildir_account import MaildirAccount
from tests.main_job import REJECTION, mail
from tests.test_ledger import an_outcome
from tests.workplace import Workplace

MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[schedule]
delay = "1h"
expire_after = "7d"
"""


@pytest.fixture
def account(tmp_path: Path, workplace: Workplace) -> MaildirAccount:
    """A configured Maildir with one rejection in it."""
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", MAILDIR.format(path=account.root))
    account.deliver(mail(REJECTION.replace("Maya Lindqvist", "Zoë Łukaszewska")), datetime.now(UTC))
    return account


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_terminal_without_utf_8_gets_its_tables_and_valid_json(workplace: Workplace, encoding: str) -> None:
    workplace.ajar("scan", "jane")
    for command in (("scan", "jane"), ("scan", "jane", "--json")):
        done = workplace.ajar(*command, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["person"] == "Zoë Łukaszewska"


@pytest.mark.usefixtures("account")
def test_a_page_that_cannot_be_written_is_said_in_a_sentence(workplace: Workplace, tmp_path: Path) -> None:
    done = workplace.ajar("scan", "jane", "--html", tmp_path / "no" / "page.html")
    assert done.returncode == 2
    assert done.stderr == f"ajar: {tmp_path / 'no' / 'page.html'} cannot be written: No such file or directory.\n"


@pytest.mark.usefixtures("account")
def test_a_lock_that_cannot_be_opened_is_said_in_a_sentence(workplace: Workplace) -> None:
    (workplace.state / "lock").mkdir()
    done = workplace.ajar("once")
    assert done.returncode == 74
    assert done.stderr.startswith(f"ajar: {workplace.state / 'lock'} cannot be opened: Is a directory.")


@pytest.mark.usefixtures("account")
def test_a_reply_cannot_be_put_off_until_its_mail_is_too_old_for_an_answer(workplace: Workplace) -> None:
    workplace.ajar("once")
    (owed,) = workplace.json("pending")
    refused = workplace.ajar("pending", "delay", str(owed["id"]), "7d")
    assert refused.returncode == 2
    assert "expire_after" in refused.stderr
    assert workplace.json("pending") == [owed]
    assert workplace.ajar("pending", "delay", str(owed["id"]), "6d").returncode == 0


@pytest.mark.usefixtures("account")
def test_a_reply_that_waits_for_the_users_word_has_no_time_to_be_put_off(workplace: Workplace) -> None:
    database = Database(f"sqlite:///{workplace.state / 'ledger.sqlite3'}")
    unsure = an_outcome(1, Skip(SkipReason.UNSURE), unsure=True)
    Ledger(database).record("jane", [unsure], None, datetime.now(UTC))
    database.close()
    (waiting,) = workplace.json("pending")
    refused = workplace.ajar("pending", "delay", str(waiting["id"]), "1d")
    assert refused.returncode == 2
    assert f"ajar pending now {waiting['id']}" in refused.stderr


def test_the_demo_writes_into_no_folder_that_holds_something(workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path):
        refused = workplace.ajar("demo", "--keep", place)
        assert refused.returncode == 2
        assert "is no empty folder" in refused.stderr


def test_a_name_that_is_no_mailbox_and_no_file_is_answered_with_those_that_are(workplace: Workplace) -> None:
    assert "`ajar init`" in workplace.ajar("scan", "nosuchthing").stderr
    workplace.mailbox("jane", "")
    refused = workplace.ajar("scan", "nosuchthing")
    assert refused.returncode == 2
    assert "Mailboxes: jane." in refused.stderr


def test_a_page_takes_the_place_of_a_page_and_of_nothing_else(workplace: Workplace, tmp_path: Path) -> None:
    source, page = tmp_path / "a.eml", tmp_path / "page.html"
    source.write_bytes(mail(REJECTION))
    page.touch()  # an empty file, as mktemp makes it, is nothing that could be lost
    for _ in range(2):
        assert workplace.ajar("scan", source, "--html", page).returncode == 0
        assert PAGE in page.read_bytes()
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
    done = workplace.ajar("scan", source, "--html", source)
    assert (done.returncode, "no page of Ajar's" in done.stderr) == (2, True)
    assert source.read_bytes() == mail(REJECTION)
    assert workplace.ajar("scan", source, "--html", tmp_path / "new.html").returncode == 0
    assert stat.S_IMODE((tmp_path / "new.html").stat().st_mode) == 0o600


def test_one_bad_path_keeps_no_other_from_being_read_and_is_told_at_the_end(
    workplace: Workplace, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.eml").write_bytes(mail(REJECTION, 1))
    (tmp_path / "folder" / "notes.mbox").write_text("hello")
    (tmp_path / "b.eml").write_bytes(mail(REJECTION, 2))
    done = workplace.ajar("classify", tmp_path / "gone.eml", tmp_path / "folder", tmp_path / "b.eml")
    assert done.returncode == 2
    assert [name in done.stdout for name in ("a.eml", "b.eml")] == [True, True]
    assert f"Not read: {tmp_path / 'folder' / 'notes.mbox'}" in " ".join(done.stderr.split())
    assert "gone.eml cannot be read" in done.stderr


def test_a_scan_says_which_file_of_a_folder_it_did_not_read(workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(REJECTION, 1))
    (tmp_path / "notes.mbox").write_text("hello")
    done = workplace.ajar("scan", tmp_path)
    assert done.returncode == 0
    assert "1 mail read" in done.stdout
    assert "notes.mbox" in done.stdout


def test_a_scan_of_nothing_is_not_a_scan_of_the_folder_in_which_one_stands(workplace: Workplace) -> None:
    done = workplace.ajar("scan", "")
    assert (done.returncode, "no file named nothing" in done.stderr) == (2, True)


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("number", ["9" * 24, "9" * 5000, "0"])
def test_a_reply_s_number_that_no_ledger_can_hold_is_no_reply(workplace: Workplace, number: str) -> None:
    workplace.ajar("once")
    done = workplace.ajar("teach", number, "--label", "other", "--later")
    assert (done.returncode, "no reply" in done.stderr) == (2, True)


def test_a_mail_without_a_word_teaches_nothing(workplace: Workplace, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "noise.eml").write_bytes(bytes(range(128, 256)) * 40)
    (folder / "notes.mbox").write_text("hello")
    done = workplace.ajar("teach", folder, "--label", "rejection", "--later")
    said = " ".join(done.stdout.split())
    assert "1 mail without a word to learn from passed over." in said
    assert f"Not read: {folder / 'notes.mbox'}." in said
    assert workplace.json("teach", "list") == []
