"""`ajar explain` with what is known from before: as a real process over a real Maildir and its ledger."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, FIRST_INVITATION, REJECTION, mail
from tests.workplace import Workplace

SETTINGS = """
[mailbox]
provider = "maildir"
address = "{address}"
name = "Jane Doe"
path = "{path}"
{more}
"""
PORTAL = "Brightloop <no-reply@brightloop.example>"
FROM_PORTAL = mail(REJECTION.replace("Maya Lindqvist", "Brightloop Recruiting Team"), 2, sender=PORTAL)
DAY = timedelta(days=1)


@pytest.fixture
def account(tmp_path: Path, workplace: Workplace) -> MaildirAccount:
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", SETTINGS.format(address="jane@example.org", path=account.root, more=""))
    return account


@pytest.fixture
def rejection(tmp_path: Path) -> Path:
    """The system's rejection, saved as a file."""
    path = tmp_path / "rejection.eml"
    path.write_bytes(FROM_PORTAL)
    return path


@pytest.mark.usefixtures("account")
def test_an_offer_of_feedback_is_shown_and_taken_up(tmp_path: Path, workplace: Workplace) -> None:
    path = tmp_path / "offer.eml"
    offer = "If you would like feedback, just reply."
    path.write_bytes(mail(REJECTION.replace("We wish", f"{offer}\nWe wish"), 3))
    shown = workplace.ajar("explain", path).stdout
    assert f"feedback on offer: “{offer}”" in shown
    _, decided, draft = shown.partition("Decision: a draft")
    assert decided
    assert "offer" in draft
    assert "possible" not in draft


@pytest.mark.usefixtures("account")
def test_without_a_ledger_nothing_is_known_and_none_is_made(workplace: Workplace, rejection: Path) -> None:
    shown = workplace.ajar("explain", rejection)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Nothing was known in jane before this mail." in shown.stdout
    assert "Decision: no draft. Nobody would read an answer" in shown.stdout
    assert not (workplace.state / "ledger.sqlite3").exists()


def test_the_decision_is_the_one_with_the_history_and_what_became_of_it_is_told(
    workplace: Workplace, account: MaildirAccount, rejection: Path
) -> None:
    now = datetime.now(UTC)
    account.deliver(mail(FIRST_INVITATION, 1), now - 2 * DAY)
    account.deliver(FROM_PORTAL, now - timedelta(hours=1))
    account.deliver(
        mail(FIRST_INVITATION.replace("Brightloop", "Halden"), 3), now
    )  # came later, so it counts for nothing
    workplace.ajar("once")
    kept = workplace.ajar("export").stdout
    shown = workplace.ajar("explain", rejection).stdout
    assert "Known before this mail, in jane: 1 job mail." in shown
    assert "Decision: a draft, " in shown
    assert "to: maya@brightloop.example (person: wrote to you on" in shown
    assert "In the ledger: reply 1 of jane, pending." in shown
    assert workplace.ajar("export").stdout == kept
    workplace.ajar("pending", "skip", "1")
    shown = workplace.ajar("explain", rejection).stdout
    assert "In the ledger: reply 1 of jane, cancelled.\n  You told Ajar to skip it." in shown


def test_a_ledger_that_cannot_be_read_is_no_reason_not_to_explain(
    workplace: Workplace, account: MaildirAccount, rejection: Path
) -> None:
    (workplace.state / "ledger.sqlite3").write_bytes(b"no database at all, " * 100)
    shown = workplace.ajar("explain", rejection)
    assert shown.returncode == 0
    assert "as if nothing were known before this mail. The ledger cannot be used" in shown.stdout
    assert account.drafts() == {}


@pytest.mark.usefixtures("account")
def test_of_several_mailboxes_the_one_is_taken_that_the_mail_came_to(
    workplace: Workplace, tmp_path: Path, rejection: Path
) -> None:
    joe, more = MaildirAccount(tmp_path / "joe"), '[replies]\nno_reply = "blank"'
    workplace.mailbox("joe", SETTINGS.format(address="joe@example.org", path=joe.root, more=more))
    assert "Decision: no draft." in workplace.ajar("explain", rejection).stdout
    rejection.write_bytes(FROM_PORTAL.replace(b"jane@example.org", b"joe@example.org"))
    assert "To: (left for you to fill in)" in workplace.ajar("explain", rejection).stdout
    assert "Decision: no draft." in workplace.ajar("explain", rejection, "--mailbox", "jane").stdout
    assert workplace.ajar("explain", rejection, "--mailbox", "nobody").returncode == 2


def test_a_template_that_cannot_be_filled_in_is_said_below_the_decision(
    workplace: Workplace, account: MaildirAccount, rejection: Path
) -> None:
    template = workplace.config / "mailboxes" / "own" / "en" / "thanks" / "interested-warm-1.txt.j2"
    template.parent.mkdir(parents=True)
    template.write_text("Thank you, {{ company.nmae }}.", encoding="utf-8")
    more = '[replies]\nno_reply = "blank"\ntemplates = "own/"'
    workplace.mailbox("jane", SETTINGS.format(address="jane@example.org", path=account.root, more=more))
    shown = workplace.ajar("explain", rejection)
    assert shown.returncode == 0
    assert "The draft cannot be written. The template en/thanks/interested-warm-1.txt.j2" in shown.stdout
    checked = workplace.ajar("check")
    assert checked.returncode == 78
    assert "template en/thanks/interested-warm-1.txt.j2: line 1: 'str object' has no attribute 'nmae'" in checked.stdout


def test_a_mail_of_an_mbox_is_explained_by_the_name_that_classify_gives_it(
    workplace: Workplace, tmp_path: Path
) -> None:
    box = tmp_path / "all.mbox"
    line = b"From x@y.example Mon Nov 16 10:00:00 2026\n"
    box.write_bytes(b"".join(line + mail(text, n) + b"\n\n" for n, text in enumerate((ACKNOWLEDGEMENT, REJECTION))))
    assert "Verdict: rejection" in workplace.ajar("explain", f"{box}#2").stdout
    done = workplace.ajar("explain", box)
    assert (done.returncode, f"{box}#1" in "".join(done.stderr.split())) == (2, True)
    assert workplace.ajar("explain", f"{box}#3").returncode == 2
