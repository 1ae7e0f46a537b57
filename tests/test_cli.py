"""The command line as a real process: outputs, JSON keys, exit codes, and every problem said with its remedy."""

import json
import mailbox as stdlib_mailbox
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, REJECTION, id_of, mail
from tests.servers import dovecot, pymap
from tests.servers.ports import free_port
from tests.workplace import Workplace

MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[schedule]
delay = "{delay}"
"""
IMAP = """
[mailbox]
provider = "imap"
address = "{address}"
name = "Jane Doe"
host = "127.0.0.1"
port = {port}
tls = "none"
password_env = "IMAP_PASSWORD"
"""


@pytest.fixture
def account(tmp_path: Path, workplace: Workplace) -> MaildirAccount:
    """A configured Maildir with one rejection in it."""
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    account.deliver(mail(REJECTION), datetime.now(UTC))
    return account


def test_once_says_what_it_did_for_each_mailbox(workplace: Workplace, account: MaildirAccount) -> None:
    done = workplace.ajar("once")
    assert done.returncode == 0
    (decided,) = done.stderr.splitlines()  # the log: one line a decision, no words of the mail
    assert "decision=reply" in decided
    assert done.stdout == "jane: 1 new mail, 1 rejection, 0 drafts saved\n"
    assert account.drafts() == {}


@pytest.mark.usefixtures("account")
def test_pending_and_history_give_the_promised_keys(workplace: Workplace) -> None:
    workplace.ajar("once")
    (owed,) = workplace.json("pending")
    assert owed.keys() == {"id", "mailbox", "kind", "company", "role", "to", "due_at", "state", "reason"}
    assert (owed["mailbox"], owed["to"], owed["state"]) == ("jane", "maya@brightloop.example", "pending")
    assert datetime.fromisoformat(owed["due_at"]).tzinfo is not None
    (decision,) = workplace.json("history")
    assert (decision["label"], decision["state"], decision["reason"]) == ("rejection", "pending", "rejection")


def test_pending_show_prints_the_draft_and_saves_nothing(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.ajar("once")
    shown = workplace.ajar("pending", "show", "1")
    assert shown.returncode == 0
    assert "To: Maya Lindqvist <maya@brightloop.example>" in shown.stdout
    assert "Subject: Re: Your application at Brightloop" in shown.stdout
    assert account.drafts() == {}


def test_pending_now_drafts_at_the_next_sweep(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.ajar("once")
    assert workplace.ajar("pending", "now", "1").returncode == 0
    assert workplace.ajar("once").returncode == 0
    assert len(account.drafts()) == 1
    again = workplace.ajar("pending", "now", "1")
    assert again.returncode == 2
    assert "Drafts folder" in again.stderr


def test_pending_skip_and_delay_are_carried_out_and_an_unknown_number_is_refused(
    workplace: Workplace, account: MaildirAccount
) -> None:
    workplace.ajar("once")
    (before,) = workplace.json("pending")
    assert workplace.ajar("pending", "delay", "1", "2d").returncode == 0
    (after,) = workplace.json("pending")
    put_off = datetime.fromisoformat(after["due_at"]) - datetime.fromisoformat(before["due_at"])
    assert put_off.days == 2
    assert workplace.ajar("pending", "delay", "1", "soon").returncode == 2
    assert workplace.ajar("pending", "skip", "1").returncode == 0
    assert workplace.json("pending") == []
    assert [row["reason"] for row in workplace.json("history")] == ["skipped_by_user"]
    assert workplace.ajar("pending", "skip", "99").returncode == 2
    assert account.drafts() == {}


@pytest.mark.usefixtures("account")
def test_the_places_may_be_named_before_or_behind_the_command(workplace: Workplace) -> None:
    elsewhere = workplace.folder / "elsewhere"
    for args in (
        ("--state", elsewhere, "history"),
        ("history", "--state", elsewhere),
        ("history", f"--state={elsewhere}"),
    ):
        assert workplace.ajar(*args).stdout == "No job mail so far.\n"
    assert (elsewhere / "ledger.sqlite3").is_file()
    assert not (workplace.state / "ledger.sqlite3").exists()


def test_every_problem_of_every_file_is_said_at_once(workplace: Workplace) -> None:
    workplace.mailbox(
        "one", '[mailbox]\nprovider = "imap"\naddress = "x"\nname = "X"\nhost = "h.example"\npassword = "hunter2"\n'
    )
    workplace.mailbox("two", MAILDIR.format(path="/nowhere", delay="1d").replace("delay", "dealy"))
    for command in ("once", "run", "check"):
        done = workplace.ajar(command)
        assert done.returncode == 78
        said = done.stderr + done.stdout
        for words in ("one.toml", "mailbox.address", "mailbox.password", "two.toml", "mailbox.path", "schedule.dealy"):
            assert words in said
        assert "hunter2" not in said
    assert "two.toml: schedule.dealy is no key that Ajar knows." in workplace.ajar("check").stdout


def test_no_mailbox_file_at_all_is_a_configuration_error(workplace: Workplace) -> None:
    done = workplace.ajar("once")
    assert done.returncode == 78
    where = workplace.config / "mailboxes"
    assert done.stderr == f"ajar: {where} holds no mailbox file yet.\n      `ajar init` asks and writes one.\n"


def test_a_variable_or_program_that_is_not_there_is_said_before_any_sweep(workplace: Workplace) -> None:
    workplace.mailbox("jane", IMAP.format(address="jane@example.org", port=1))
    done = workplace.ajar("once")
    assert done.returncode == 78
    assert "mailbox.password_env" in done.stderr


@pytest.mark.faults(34)
def test_a_server_that_is_away_costs_75_and_the_other_mailbox_is_served(
    workplace: Workplace, account: MaildirAccount
) -> None:
    workplace.mailbox("away", IMAP.format(address="away@example.org", port=free_port()))
    workplace.environment["IMAP_PASSWORD"] = "secret"
    done = workplace.ajar("once")
    assert done.returncode == 75
    assert "away:" in done.stderr
    assert "jane: 1 new mail" in done.stdout
    assert account.drafts() == {}


@pytest.mark.faults(17, 33)
def test_a_wrong_password_costs_77_and_is_never_shown(
    workplace: Workplace, imap_server: dovecot.Dovecot | pymap.Pymap
) -> None:
    workplace.mailbox("jane", IMAP.format(address="jane@example.org", port=imap_server.port))
    workplace.environment["IMAP_PASSWORD"] = "not-the-password"
    done = workplace.ajar("once")
    checked = workplace.ajar("check")
    assert (done.returncode, checked.returncode) == (77, 77)
    assert "jane:" in done.stderr
    assert "not-the-password" not in done.stderr + checked.stdout


@pytest.mark.usefixtures("account")
def test_check_goes_through_everything_and_says_so(workplace: Workplace) -> None:
    done = workplace.ajar("check")
    assert done.returncode == 0, done.stdout
    for what in ("Python", "configuration", "ledger", "clock", "model", "jane"):
        assert what in done.stdout


def test_classify_gives_the_promised_keys_for_files_folders_and_mboxes(workplace: Workplace, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "a.eml").write_bytes(mail(REJECTION, 1))
    (folder / "b.eml").write_bytes(mail(ACKNOWLEDGEMENT, 2, sender="Brightloop <jobs@brightloop.example>"))
    rejection, acknowledgement = workplace.json("classify", folder)
    keys = {"id", "label", "rejection", "unsure", "company", "role", "person", "email", "stage", "language", "clues"}
    assert rejection.keys() == acknowledgement.keys()
    assert rejection.keys() >= keys
    assert (rejection["id"], rejection["label"], rejection["unsure"]) == (id_of(1), "rejection", False)
    assert (rejection["company"], rejection["person"]) == ("Brightloop", "Maya Lindqvist")
    assert rejection["email"] == "maya@brightloop.example"
    assert (rejection["stage"], rejection["language"]) == ("applied", "en")
    assert {"text", "weight"} == rejection["clues"][0].keys()
    assert acknowledgement["label"] == "acknowledgement"
    assert acknowledgement["person"] is None
    assert len(workplace.json("classify", folder / "a.eml", an_mbox(tmp_path))) == 3


def test_a_path_without_mail_is_wrong_usage(workplace: Workplace, tmp_path: Path) -> None:
    done = workplace.ajar("classify", tmp_path / "nothing")
    assert done.returncode == 2
    assert "nothing" in done.stderr


def test_explain_shows_verdict_facts_decision_and_draft(workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(REJECTION))
    shown = workplace.ajar("explain", tmp_path / "a.eml").stdout
    for words in (
        "Verdict: rejection",
        "other candidates",
        "company",
        "Brightloop",
        "Decision: a draft",
        "Subject: Re:",
    ):
        assert words in shown
    marked = [line for line in shown.split("\n") if line.startswith("▶ ")]
    assert any("other candidates" in line for line in marked)
    assert not any("Thank you for applying" in line for line in marked)


def an_mbox(folder: Path) -> Path:
    """Write an mbox with a rejection and an acknowledgement."""
    path = folder / "takeout.mbox"
    box = stdlib_mailbox.mbox(path)
    for raw in (mail(REJECTION, 1), mail(ACKNOWLEDGEMENT, 2, sender="Brightloop <jobs@brightloop.example>")):
        box.add(raw)
    box.close()
    return path


def test_scan_says_what_would_have_been_drafted_and_why_not(workplace: Workplace, tmp_path: Path) -> None:
    rows = workplace.json("scan", an_mbox(tmp_path))
    assert [(row["decision"], row["reason"]) for row in rows] == [("draft", None), ("skip", "not_rejection")]
    assert rows[0]["to"] == "maya@brightloop.example"
    assert "Nothing was changed" in workplace.ajar("scan", an_mbox(tmp_path)).stdout


def test_scan_of_an_archive_sees_that_the_user_answered(
    workplace: Workplace, account: MaildirAccount, tmp_path: Path
) -> None:
    assert account
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / "1.eml").write_bytes(mail(REJECTION, 1))
    (tmp_path / "box" / "2.eml").write_bytes(
        mail("Thanks!\n", 2, sender="jane@example.org", answers=id_of(1), to="x@y.example")
    )
    (row,) = workplace.json("scan", tmp_path / "box")
    assert (row["decision"], row["reason"]) == ("skip", "already_answered")


def test_scan_of_a_mailbox_by_its_name_reads_it_and_leaves_no_trace(
    workplace: Workplace, account: MaildirAccount
) -> None:
    before = account.snapshot()
    (row,) = workplace.json("scan", "jane", "--since", "90d")
    assert row["decision"] == "draft"
    assert account.snapshot() == before
    assert workplace.json("history") == []


def test_scan_writes_a_page_that_shows_markup_of_a_mail_as_text(workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        mail(REJECTION, sender="Maya <maya@brightloop.example>").replace(b"Brightloop and", b"Brightloop and")
    )
    page = tmp_path / "scan.html"
    assert workplace.ajar("scan", tmp_path / "a.eml", "--html", page).returncode == 0
    assert "maya@brightloop.example" in page.read_text()
    assert "<script" not in page.read_text()


def test_evaluate_measures_labelled_mails(workplace: Workplace, tmp_path: Path) -> None:
    rows = [
        {"id": "1", "label": "rejection", "subject": "Your application", "body": REJECTION, "from": "maya@b.example"},
        {
            "id": "2",
            "label": "acknowledgement",
            "subject": "Received",
            "body": ACKNOWLEDGEMENT,
            "from": "jobs@b.example",
        },
    ]
    file = tmp_path / "labelled.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (report,) = workplace.json("evaluate", file)
    assert report
    assert "precision" in workplace.ajar("evaluate", file, "--plot", tmp_path / "plot.png").stdout
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("account")
def test_login_is_only_for_mailboxes_that_exist_and_need_consent(workplace: Workplace) -> None:
    assert workplace.ajar("login", "nobody").returncode == 2
    assert "needs no consent" in workplace.ajar("login", "jane").stderr


def test_init_writes_a_file_that_works(workplace: Workplace, account: MaildirAccount) -> None:
    (workplace.config / "mailboxes" / "jane.toml").unlink()
    answers = ["jane@example.org", "Jane Doe", "maildir", "", "2d", str(account.root), "n"]
    done = workplace.ajar("init", stdin="\n".join(answers) + "\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert workplace.ajar("once").returncode == 0
    assert [row["mailbox"] for row in workplace.json("pending")] == ["jane"]


def test_init_sets_up_an_imap_mailbox_and_never_writes_over_one(
    workplace: Workplace, imap_server: dovecot.Dovecot | pymap.Pymap
) -> None:
    workplace.mailbox("jane", "# taken")
    secret = dovecot.PASSWORD if isinstance(imap_server, dovecot.Dovecot) else pymap.PASSWORD
    server = f"127.0.0.1:{imap_server.port}"
    left_so = [] if isinstance(imap_server, dovecot.Dovecot) else [""]  # pymap knows one user, of another name
    answers = ["jane@example.org", "Jane Doe", "imap", "", "24h", server, "none", secret, *left_so, "n"]
    done = workplace.ajar("init", stdin="\n".join(answers) + "\n")
    written = (workplace.config / "mailboxes" / "jane-2.toml").read_text()
    assert (workplace.config / "mailboxes" / "jane.toml").read_text() == "# taken"
    assert f"port = {imap_server.port}" in written
    assert f'"{secret}"' not in written
    (workplace.config / "mailboxes" / "jane.toml").unlink()
    user = "" if isinstance(imap_server, dovecot.Dovecot) else f'username = "{pymap.USER}"\n'
    workplace.mailbox("jane-2", written.replace("[schedule]", f"{user}[schedule]"))
    assert workplace.ajar("check").returncode == 0, done.stdout


def test_a_password_that_is_refused_can_be_typed_again(
    workplace: Workplace, imap_server: dovecot.Dovecot | pymap.Pymap
) -> None:
    if not isinstance(imap_server, dovecot.Dovecot):
        pytest.skip("needs a server that takes every user name")
    server = f"127.0.0.1:{imap_server.port}"
    answers = ["jane@example.org", "Jane Doe", "imap", "", "24h", server, "none", "slip", dovecot.PASSWORD, "n"]
    done = workplace.ajar("init", stdin="\n".join(answers) + "\n")
    assert done.returncode == 0, done.stderr
    assert "refuses the login" in done.stdout
    (workplace.config / "secrets" / "jane").write_text("changed on the server\n")
    refused = workplace.ajar("check")
    assert refused.returncode == 77
    assert "`ajar login jane` asks for it again." in refused.stdout
    assert workplace.ajar("login", "jane", stdin=f"{dovecot.PASSWORD}\n").returncode == 0
    assert workplace.ajar("check").returncode == 0


def test_init_tests_the_login_and_says_what_is_wrong(workplace: Workplace) -> None:
    # Nobody listens on port 993 of this machine.
    answers = ["jane@example.org", "Jane Doe", "imap", "jane", "24h", "127.0.0.1", "hunter2"]
    done = workplace.ajar("init", stdin="\n".join(answers) + "\n")
    assert done.returncode == 75
    assert "ajar check" in done.stdout
    assert (workplace.config / "mailboxes" / "jane.toml").is_file()
    assert "hunter2" not in (workplace.config / "mailboxes" / "jane.toml").read_text() + done.stdout + done.stderr


def test_the_demo_needs_no_configuration_and_shows_a_whole_draft(workplace: Workplace, tmp_path: Path) -> None:
    done = workplace.ajar("demo", "--keep", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    assert "nothing was sent" in done.stdout
    assert "Hi Maya," in done.stdout
    assert len(list((tmp_path / "demo" / "Maildir" / ".Drafts" / "cur").iterdir())) >= 3


def test_help_comes_without_the_heavy_libraries(workplace: Workplace) -> None:
    done = workplace.ajar("--help", PYTHONPROFILEIMPORTTIME="1")
    assert "never sends" in done.stdout
    for library in ("sklearn", "numpy", "googleapiclient", "sqlalchemy", "pydantic", "jinja2"):
        assert f" {library}\n" not in done.stderr
