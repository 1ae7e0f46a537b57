"""`ajar teach` as a real process: the user's word holds at once, is listed, taken back, and deleted for good."""

import json
import stat
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classifier.corpus.corpus import read_corpus
from classifier.reading import Label
from classifier.refit import GOLD
from tests.maildir_account import MaildirAccount
from tests.main_job import REJECTION, id_of, mail
from tests.workplace import PATIENCE, Workplace, until

FIT = 200.0  # seconds that a fit may take on a busy machine

MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[schedule]
delay = "{delay}"
poll_every = "1s"
[learn]
rejections = "Ajar/Rejections"
others = "Ajar/Not rejections"
"""
# Nothing in it reads like a rejection to a model that has not met this studio.
ODD = """Dear Jane,

the {season} cohort is complete, and so your folder goes back on the shelf. The studio thanks you for the {what}.

Iri Halden
"""


@pytest.fixture
def account(tmp_path: Path, workplace: Workplace) -> MaildirAccount:
    """A configured Maildir, empty."""
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    return account


def odd(number: int, season: str = "spring", what: str = "drawings") -> bytes:
    return mail(ODD.format(season=season, what=what), number)


def file_of(folder: Path, raw: bytes, name: str = "mail.eml") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def test_a_mail_taught_as_other_has_its_owed_reply_cancelled_and_the_reason_is_in_the_history(
    workplace: Workplace, account: MaildirAccount, tmp_path: Path
) -> None:
    account.deliver(mail(REJECTION), datetime.now(UTC))
    workplace.ajar("once")
    assert [row["state"] for row in workplace.json("pending")] == ["pending"]
    done = workplace.ajar("teach", file_of(tmp_path, mail(REJECTION)), "--label", "other", "--later")
    assert (done.returncode, done.stderr) == (0, "")
    assert "You told Ajar that it is no rejection." in done.stdout
    assert workplace.json("pending") == []
    (row,) = workplace.json("history")
    assert (row["label"], row["rejection"], row["state"], row["reason"]) == (
        "other",
        0.0,
        "cancelled",
        "taught_otherwise",
    )


def test_a_missed_rejection_is_taught_by_its_message_id_and_gets_its_draft(
    workplace: Workplace, account: MaildirAccount
) -> None:
    account.deliver(odd(1), datetime.now(UTC) - timedelta(minutes=59, seconds=50))
    workplace.ajar("once")
    assert workplace.json("pending") == []
    done = workplace.ajar("teach", id_of(1), "--label", "rejection", "--later")
    assert done.returncode == 0, done.stderr
    (owed,) = workplace.json("pending")
    assert (owed["state"], owed["to"]) == ("pending", "maya@brightloop.example")
    with workplace.daemon():
        until(account.drafts)
    assert len(account.drafts()) == 1


def test_a_reply_is_taught_by_its_number(workplace: Workplace, account: MaildirAccount) -> None:
    account.deliver(mail(REJECTION), datetime.now(UTC))
    workplace.ajar("once")
    assert workplace.ajar("teach", "1", "--label", "no-rejection", "--later").returncode == 0
    (row,) = workplace.json("history")
    assert (row["state"], row["reason"]) == ("cancelled", "taught_otherwise")
    assert workplace.ajar("teach", "1", "--label", "rejection", "--later").returncode == 0
    assert [row["state"] for row in workplace.json("pending")] == ["pending"]
    assert [row["label"] for row in workplace.json("teach", "list")] == ["rejection"]


def test_the_word_holds_for_the_mail_in_every_command_and_not_for_the_measure(
    workplace: Workplace, tmp_path: Path
) -> None:
    path = file_of(tmp_path, mail(REJECTION))
    (before,) = workplace.json("classify", path)
    assert before["label"] == "rejection"
    assert workplace.ajar("teach", path, "--label", "interview", "--later").returncode == 0
    (after,) = workplace.json("classify", path)
    assert (after["label"], after["rejection"], after["unsure"]) == ("interview", 0.0, False)
    assert after["clues"] == before["clues"]
    assert workplace.ajar("explain", path).stdout.startswith("You taught Ajar what this mail is.")
    rows = tmp_path / "rows.jsonl"
    row = {"id": "1", "label": "rejection", "subject": "Your application at Brightloop", "body": REJECTION}
    rows.write_text(json.dumps(row))
    (report,) = workplace.json("evaluate", rows)
    assert report["overall"]["recall"]["value"] == 1.0


@pytest.mark.slow  # a whole fit
@pytest.mark.timeout(500)
def test_what_was_taught_several_times_is_seen_in_a_mail_that_was_not_taught_and_undone_it_is_not(
    workplace: Workplace, tmp_path: Path
) -> None:
    folder = tmp_path / "studio"
    folder.mkdir()
    seasons = ("spring", "summer", "winter", "evening", "morning")
    for number, season in enumerate(seasons):
        file_of(folder, odd(number, season, "sketches and the visit"), f"{number}.eml")
    unseen = file_of(tmp_path, odd(99, "autumn", "drawings and the models"))
    (before,) = workplace.json("classify", unseen)
    done = workplace.ajar("teach", folder, "--label", "rejection", patience=2 * FIT)
    assert "weighed in" in done.stdout
    (after,) = workplace.json("classify", unseen)
    assert (before["label"] == "rejection", after["label"]) == (False, "rejection")
    assert workplace.ajar("teach", "purge").stdout == "5 corrections forgotten.\n"
    assert workplace.json("classify", unseen) == [before]


@pytest.mark.slow
@pytest.mark.timeout(500)
def test_corrections_that_would_spoil_the_reading_are_not_weighed_in_and_ajar_says_so(
    workplace: Workplace, tmp_path: Path, account: MaildirAccount
) -> None:
    folder = tmp_path / "slips"
    folder.mkdir()
    # The very mails that the new model is measured on, in several versions: of others it takes hundreds before one of
    # these is read wrongly.
    texts = [each.text for each in read_corpus(GOLD) if each.label is Label.REJECTION]
    versions = [
        f"{opening}\n\n{text}" for opening in ("Hello,", "Hi.", "Jane,", "Dear Ms Doe,", "Hey") for text in texts
    ]
    for number, version in enumerate(versions):
        file_of(folder, mail(version, number), f"{number}.eml")
    unseen = file_of(tmp_path, mail(REJECTION, 999))
    before = workplace.json("classify", unseen)
    done = workplace.ajar("teach", folder, "--label", "interview", patience=2 * FIT)
    assert done.returncode == 0, done.stderr
    assert "mails taught as interview" in done.stdout
    assert "read its own test mails worse" in done.stdout
    assert workplace.json("classify", unseen) == before
    checked = workplace.ajar("check")
    assert "corrections: not weighed in" in checked.stdout
    assert account.drafts() == {}


def test_the_list_shows_no_text_unless_asked_and_the_files_are_the_user_s_alone(
    workplace: Workplace, tmp_path: Path
) -> None:
    workplace.ajar("teach", file_of(tmp_path, odd(1)), "--label", "rejection", "--later")
    (row,) = workplace.json("teach", "list")
    assert row.keys() == {"id", "mailbox", "message_id", "label", "how", "taught_at", "subject"}
    assert (row["mailbox"], row["message_id"], row["label"], row["how"]) == (None, id_of(1), "rejection", "command")
    for shown in (workplace.ajar("teach", "list").stdout, json.dumps(row)):
        assert "on the shelf" not in shown
        assert "Your application at Brightloop" in shown
    assert "on the shelf" in workplace.ajar("teach", "list", "--text").stdout
    (whole,) = workplace.json("teach", "list", "--text")
    assert "on the shelf" in whole["text"]
    corrections = workplace.state / "corrections"
    assert stat.S_IMODE(corrections.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in corrections.iterdir()} == {0o600}


def test_undone_it_is_the_model_s_to_say_and_no_word_of_the_mail_is_left(workplace: Workplace, tmp_path: Path) -> None:
    path = file_of(tmp_path, odd(1))
    before = workplace.json("classify", path)
    workplace.ajar("teach", path, "--label", "rejection", "--later")
    (row,) = workplace.json("teach", "list")
    assert workplace.ajar("teach", "undo", row["id"], "--later").returncode == 0
    assert workplace.json("classify", path) == before
    assert workplace.ajar("teach", "list").stdout == "Nothing was taught.\n"
    left = b"".join(file.read_bytes() for file in workplace.state.rglob("*") if file.is_file())
    assert b"on the shelf" not in left
    assert [file.name for file in workplace.state.iterdir() if "-taught-" in file.name] == []


def test_undone_the_mail_is_judged_anew_and_its_reply_with_it(workplace: Workplace, account: MaildirAccount) -> None:
    account.deliver(mail(REJECTION, 1), datetime.now(UTC))
    account.deliver(odd(2), datetime.now(UTC))
    workplace.ajar("once")
    before = workplace.json("history"), workplace.json("pending")
    workplace.ajar("teach", id_of(1), "--label", "other", "--later")
    workplace.ajar("teach", id_of(2), "--label", "rejection", "--later")
    assert [row["id"] for row in workplace.json("pending")] == [2]
    said = [workplace.ajar("teach", "undo", row["id"], "--later").stdout for row in workplace.json("teach", "list")]
    assert "Without it, Ajar takes that mail for: rejection.\nIts reply 1 is due" in said[0]
    assert "There will be no draft: Read again, it no longer counts as a rejection. (reply 2)" in said[1]
    (history, pending) = workplace.json("history"), workplace.json("pending")
    assert pending == before[1]
    first, second = sorted(history, key=lambda row: row["id"])
    (as_it_was,) = (row for row in before[0] if row["id"] == 1)
    assert {**first, "changed_at": None} == {**as_it_was, "changed_at": None}
    assert (second["state"], second["reason"]) == ("cancelled", "no_longer_rejection")
    assert second["label"] != "rejection"


def test_where_the_mail_is_gone_or_out_of_reach_undo_says_so(workplace: Workplace, account: MaildirAccount) -> None:
    handle = account.deliver(mail(REJECTION, 1), datetime.now(UTC))
    workplace.ajar("once")
    workplace.ajar("teach", "1", "--label", "other", "--later")
    (row,) = workplace.json("teach", "list")
    account.root.rename(account.root.with_name("elsewhere"))
    done = workplace.ajar("teach", "undo", row["id"], "--later")
    assert done.returncode != 0
    assert workplace.json("teach", "list") == [row]
    account.root.with_name("elsewhere").rename(account.root)
    account.erase(handle)
    done = workplace.ajar("teach", "undo", row["id"], "--later")
    assert done.stdout.endswith("Where its mail can no longer be read, what became of the reply stays as it is.\n")
    assert workplace.json("teach", "list") == []


def test_what_is_not_there_is_refused_with_a_remedy(
    workplace: Workplace, account: MaildirAccount, tmp_path: Path
) -> None:
    path = file_of(tmp_path, mail(REJECTION))
    for args, said in (
        (("teach", path, "--label", "sad"), "no label"),
        (("teach", "nowhere.eml", "--label", "other"), "no file"),
        (("teach", "7", "--label", "other"), "no reply 7"),
        (("teach", "<gone@brightloop.example>", "--label", "other"), "Message-ID"),
        (("teach", path), "--label"),
        (("teach", "undo", "0123456789"), "no correction"),
    ):
        done = workplace.ajar(*args)
        assert done.returncode == 2, args
        assert said in done.stderr
    handle = account.deliver(mail(REJECTION), datetime.now(UTC))
    workplace.ajar("once")
    account.erase(handle)
    done = workplace.ajar("teach", "1", "--label", "other")
    assert (done.returncode, "no longer there" in done.stderr) == (2, True)
    assert workplace.json("teach", "list") == []


def test_check_names_a_folder_that_is_missing_and_makes_none(workplace: Workplace, account: MaildirAccount) -> None:
    account.make_folder("Ajar/Rejections")
    before = sorted(account.root.rglob("*"))
    said = workplace.ajar("check").stdout
    assert "Learns from Ajar/Rejections." in said
    assert "Would learn from Ajar/Not rejections, which is not there." in said
    assert "Make it in your mail program" in said
    assert sorted(account.root.rglob("*")) == before


@pytest.mark.slow
@pytest.mark.timeout(500)
def test_the_daemon_weighs_in_what_was_filed_while_it_runs(workplace: Workplace, account: MaildirAccount) -> None:
    account.make_folder("Ajar/Not rejections")
    handle = account.deliver(mail(REJECTION), datetime.now(UTC))
    with workplace.daemon():
        until(lambda: workplace.json("pending"))
        account.put_into(handle, "Ajar/Not rejections")
        until(lambda: not workplace.json("pending"))
    (row,) = workplace.json("teach", "list")
    assert (row["mailbox"], row["label"], row["how"]) == ("jane", "no-rejection", "folder")
    with workplace.daemon() as process:
        until(lambda: "weighed in" in workplace.log(), FIT)
        process.terminate()
        assert process.wait(PATIENCE) == 0
    assert "corrections: 1 correction weighed in" in workplace.ajar("check").stdout
    for word in ("Brightloop", "careful consideration", "maya@"):
        assert word not in workplace.log()


@pytest.mark.usefixtures("account")
def test_sigterm_ends_the_daemon_also_while_it_weighs_in(workplace: Workplace, tmp_path: Path) -> None:
    workplace.ajar("teach", file_of(tmp_path, odd(1)), "--label", "rejection", "--later")
    with workplace.daemon() as process:
        until(lambda: "watching" in workplace.log())
        process.terminate()
        assert process.wait(PATIENCE) == 0
    assert "learning" not in workplace.log()
    assert [file.name for file in workplace.state.iterdir() if "-taught-" in file.name] == []
    assert "1 correction not weighed in yet" in workplace.ajar("check").stdout


@pytest.mark.usefixtures("account")
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_a_daemon_that_is_killed_while_it_weighs_in_leaves_no_process_behind(
    workplace: Workplace, tmp_path: Path
) -> None:
    workplace.ajar("teach", file_of(tmp_path, odd(1)), "--label", "rejection", "--later")
    with workplace.daemon() as process:
        until(lambda: fits_in(workplace))
        process.kill()
    until(lambda: not fits_in(workplace))


def fits_in(workplace: Workplace) -> list[Path]:
    """Return the processes that weigh corrections of this place in."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            words = (process / "cmdline").read_bytes()
            if b"classifier.refit" in words and str(workplace.state).encode() in words:
                found.append(process)
    return found
