"""`ajar applications` and `ajar reconnect` as a real process over a real Maildir."""

import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from service.mailbox import Place
from tests.maildir_account import MaildirAccount
from tests.main_job import mail
from tests.reunion import CONFIRMED, INVITED, NO_REPLY, REJECTED
from tests.workplace import Workplace

SETTINGS = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[schedule]
look_back = "395d"
delay = "{delay}"
[reconnect]
hold_off = "{hold_off}"
updates = "Since then I have led a team of three."
"""
DAY = timedelta(days=1)


class Story:
    """Jane's mailbox: an interview with Maya at Brightloop and a rejection, some time ago."""

    def __init__(self, folder: Path, workplace: Workplace) -> None:
        self.account = MaildirAccount(folder / "mail")
        self.workplace = workplace
        self.now = datetime.now(UTC)
        self.set()
        self.deliver(INVITED, 1, days_ago=230)
        self.deliver(REJECTED, 2, days_ago=220, sender=NO_REPLY)

    def set(self, *, delay: str = "24h", hold_off: str = "180d") -> None:
        text = SETTINGS.format(path=self.account.root, delay=delay, hold_off=hold_off)
        self.workplace.mailbox("jane", text)

    def deliver(self, body: str, number: int, *, days_ago: float, sender: str | None = None) -> None:
        raw = mail(body, number, sender=sender) if sender else mail(body, number)
        self.account.deliver(raw, self.now - days_ago * DAY)

    def applied(self, company: str = "Brightloop", number: int = 3, *, days_ago: float = 0.01) -> None:
        sender = NO_REPLY.replace("Brightloop", company)
        self.deliver(CONFIRMED.replace("Brightloop", company), number, days_ago=days_ago, sender=sender)

    def drafts(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, EmailMessage, policy=SMTP) for raw in self.account.drafts().values()]


@pytest.fixture
def story(tmp_path: Path, workplace: Workplace) -> Story:
    return Story(tmp_path, workplace)


def test_applications_gives_the_promised_keys_for_each_role_at_each_company(workplace: Workplace, story: Story) -> None:
    story.applied()
    assert workplace.ajar("once").returncode == 0
    new, old = sorted(workplace.json("applications"), key=lambda row: row["applied_at"], reverse=True)
    assert old.keys() == {
        "mailbox",
        "company",
        "names",
        "role",
        "stage",
        "events",
        "people",
        "applied_at",
        "times_applied",
        "last_rejection",
        "hold_off_until",
        "holding_off",
        "perhaps_also",
        "within_hold_off",
    }
    assert (old["company"], old["role"], old["stage"]) == ("Brightloop", "Data Engineer", "interviewed")
    assert (new["role"], new["stage"], new["times_applied"]) == ("Product Manager", "applied", 2)
    assert old["people"] == [{"name": "Maya Lindqvist", "email": "maya@brightloop.example"}]
    assert [event["what"] for event in old["events"]] == ["interview", "rejection"]
    rejected, until = (datetime.fromisoformat(old[key]) for key in ("last_rejection", "hold_off_until"))
    assert (until - rejected, old["holding_off"]) == (180 * DAY, False)


def test_applying_again_within_the_hold_off_is_marked_in_history_and_shown(workplace: Workplace, story: Story) -> None:
    story.set(hold_off="365d")
    story.applied()
    workplace.ajar("once")
    assert workplace.json("history")[0]["reason"] == "within_hold_off"
    assert "within the hold-off" in workplace.ajar("history").stdout
    assert workplace.ajar("applications").stdout.count("(too soon)") == 1
    assert "too soon: you hold off from there until" in workplace.ajar("applications", "show", "Brightloop").stdout
    marked = {row["role"]: row["within_hold_off"] == row["applied_at"] for row in workplace.json("applications")}
    assert marked == {"Product Manager": True, "Data Engineer": False}
    assert all(row["holding_off"] for row in workplace.json("applications"))
    assert workplace.json("pending") == []


def test_a_company_is_shown_with_its_people_and_events(workplace: Workplace, story: Story) -> None:
    story.applied()
    workplace.ajar("once")
    shown = workplace.ajar("applications", "show", "brightloop gmbh")
    assert shown.returncode == 0
    for words in ("applied 2 times", "Maya Lindqvist <maya@brightloop.example>", "Data Engineer", "Product Manager"):
        assert words in shown.stdout
    nobody = workplace.ajar("applications", "show", "Nowhere Ltd")
    assert (nobody.returncode, nobody.stdout) == (2, "")
    assert "Nowhere" in nobody.stderr


def test_pending_show_lists_the_blanks_of_a_note_so_that_none_is_sent_by_oversight(
    workplace: Workplace, story: Story
) -> None:
    story.applied()
    workplace.ajar("once")
    (owed,) = workplace.json("pending")
    assert (owed["kind"], owed["to"]) == ("reconnect", "maya@brightloop.example")
    text, _, blanks = workplace.ajar("pending", "show", str(owed["id"])).stdout.partition("Left for you to fill in")
    assert "Since then I have led a team of three." in " ".join(text.split())
    assert "Data Engineer" in text
    assert blanks.count("«") == 2  # why this role, and what prompted the change
    assert story.drafts() == []


def test_pending_reads_the_blanks_of_a_note_that_stands_in_the_drafts_folder(
    workplace: Workplace, story: Story
) -> None:
    story.set(delay="0s")
    story.applied()
    assert "1 draft saved, 1 with blanks for you to fill in" in workplace.ajar("once").stdout
    listed = workplace.ajar("pending").stdout
    assert listed.startswith("Nothing is owed.\n\nIn your Drafts folder, with blanks that only you can fill in")
    assert listed.count("«") == 2
    assert workplace.json("pending") == []
    ((handle, raw),) = story.account.drafts().items()
    (row,) = [row for row in workplace.json("history") if row["kind"] == "reconnect"]
    assert (row["blanks"], row["reason"]) == (2, "reconnect")
    shown = workplace.ajar("pending", "show", str(row["id"])).stdout
    assert shown.startswith("This lies in your Drafts folder now:\n\nFrom: Jane Doe <jane@example.org>\n")
    assert shown.partition("Left for you to fill in")[2].count("«") == 2
    story.account.edit_draft(handle, re.sub(rb"=C2=AB.*?=C2=BB", b"my own words", raw, flags=re.DOTALL))
    shown = workplace.ajar("pending", "show", str(row["id"])).stdout
    assert "my own words" in shown
    assert "Nothing is left to fill in." in shown
    assert workplace.ajar("pending").stdout == "Nothing is owed.\n"
    ((handle, raw),) = story.account.drafts().items()
    story.account.erase(handle)
    assert "no longer among your drafts" in workplace.ajar("pending", "show", str(row["id"])).stdout
    story.account.put(Place.SENT, raw)
    assert workplace.ajar("pending", "show", str(row["id"])).stdout.startswith("You sent it on ")


def test_two_names_are_asked_about_and_the_users_word_decides(workplace: Workplace, story: Story) -> None:
    story.applied("Brightloop Robotics")
    workplace.ajar("once")
    assert workplace.json("pending") == []
    asked = workplace.ajar("applications").stdout
    cut_short = workplace.ajar("applications", "show", "robotics")
    assert "Did you mean 'Brightloop Robotics'? `ajar applications` shows the names." in cut_short.stderr
    assert "Brightloop Robotics: one company?\n" in asked or "Brightloop: one company?\n" in asked
    assert "merge" in asked
    merged = workplace.ajar("applications", "merge", "Brightloop", "Brightloop Robotics")
    assert merged.returncode == 0
    assert "A note to maya@brightloop.example about the Product Manager role is owed" in merged.stdout
    assert [owed["kind"] for owed in workplace.json("pending")] == ["reconnect"]
    rows = workplace.json("applications")
    assert {row["company"] for row in rows} == {"Brightloop Robotics"}
    assert {tuple(row["names"]) for row in rows} == {("Brightloop Robotics", "Brightloop")}
    assert workplace.ajar("applications", "split", "Brightloop Robotics", "Brightloop").returncode == 0
    assert workplace.json("pending") == []
    rows = workplace.json("applications")
    assert {row["company"] for row in rows} == {"Brightloop Robotics", "Brightloop"}
    assert all(row["perhaps_also"] == [] for row in rows)
    assert workplace.ajar("applications", "merge", "Brightloop", "Elsewhere").returncode == 2


def test_reconnect_makes_one_draft_at_once_and_lists_its_blanks(workplace: Workplace, story: Story) -> None:
    workplace.ajar("once")
    done = workplace.ajar("reconnect", "Brightloop", "--role", "Product Manager")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("This lies in your Drafts folder:\n")  # no line of the log
    assert done.stdout.count("«") == 4  # two in the text, two in the list
    (note,) = story.drafts()
    assert note["To"].addresses[0].addr_spec == "maya@brightloop.example"
    assert "Product Manager" in note["Subject"]
    again = workplace.ajar("reconnect", "Brightloop", "--role", "Product Manager")
    assert (again.returncode, len(story.drafts())) == (2, 1)
    assert {row["role"] for row in workplace.json("applications")} == {"Data Engineer", "Product Manager"}
    workplace.ajar("once")
    assert len(story.drafts()) == 1


def test_reconnect_says_that_another_note_to_the_same_person_was_not_sent_yet(
    workplace: Workplace, story: Story
) -> None:
    workplace.ajar("once")
    assert "another note" not in workplace.ajar("reconnect", "Brightloop", "--role", "Product Manager").stdout
    second = workplace.ajar("reconnect", "Brightloop", "--role", "Gardener").stdout
    assert "You have not sent another note to maya@brightloop.example so far: 2 (Product Manager)." in second
    one, other = (note.get_content() for note in story.drafts())
    assert one.split("\n")[-3] != other.split("\n")[-3]  # they do not even end alike


def test_reconnect_where_the_company_may_be_known_by_another_name_says_how_to_say_so(
    workplace: Workplace, story: Story
) -> None:
    story.applied("Brightloop Robotics")
    workplace.ajar("once")
    done = workplace.ajar("reconnect", "Brightloop Robotics")
    assert (done.returncode, story.drafts()) == (2, [])
    assert "first: ajar applications merge 'Brightloop Robotics' Brightloop" in done.stderr


def test_reconnect_takes_up_the_confirmation_that_came_and_no_second_note_follows(
    workplace: Workplace, story: Story
) -> None:
    story.set(delay="0s", hold_off="365d")
    story.applied()
    workplace.ajar("once")
    assert story.drafts() == []
    done = workplace.ajar("reconnect", "Brightloop")
    assert "hold off from Brightloop until" in done.stdout
    assert len(story.drafts()) == 1
    workplace.ajar("once")
    assert len(story.drafts()) == 1
    assert [row["times_applied"] for row in workplace.json("applications")] == [2, 2]


def test_reconnect_where_nobody_is_known_says_so(workplace: Workplace, story: Story) -> None:
    story.applied("Halden")
    workplace.ajar("once")
    for company in ("Halden", "Nowhere"):
        done = workplace.ajar("reconnect", company, "--role", "Engineer")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("ajar: ")
    assert story.drafts() == []


def test_of_several_mailboxes_it_is_said_which_one_an_application_is_of(
    workplace: Workplace, story: Story, tmp_path: Path
) -> None:
    story.deliver(REJECTED, 5, days_ago=0.5)
    workplace.ajar("once")
    for alone in (workplace.ajar("applications").stdout, workplace.ajar("applications", COLUMNS="80").stdout):
        assert "Brightloop" in alone
        assert "jane" not in alone
    other = MaildirAccount(tmp_path / "joe")
    workplace.mailbox("joe", SETTINGS.format(path=other.root, delay="24h", hold_off="180d"))
    workplace.ajar("once")
    assert workplace.ajar("applications").stdout.startswith("mailbox  company")
    for command in ("applications", "pending", "history"):
        assert re.search(r"\bin jane\b", workplace.ajar(command, COLUMNS="80").stdout), command
        assert {row["mailbox"] for row in workplace.json(command)} == {"jane"}
    assert "jane" not in workplace.ajar("applications", "--mailbox", "jane", COLUMNS="80").stdout
    for args in (("applications",), ("forget", "Brightloop"), ("applications", "show", "Brightloop")):
        nowhere = workplace.ajar(*args, "--mailbox", "june")
        assert (nowhere.returncode, nowhere.stdout) == (2, "")
        assert nowhere.stderr == "ajar: There is no mailbox named june.\n      There are: jane, joe.\n"


@pytest.mark.usefixtures("story")
def test_before_the_first_sweep_there_are_no_applications(workplace: Workplace) -> None:
    assert workplace.ajar("applications").stdout == "No applications so far.\n"
