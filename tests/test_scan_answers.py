"""That the user answered is told from an archive as it is in a live mailbox, whatever shape the answer has."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest

from config.schema import Privacy
from replies.decision import Policy
from service.account import Account
from service.archive import SOMEBODY
from service.left_out import LeftOut
from service.mailbox import Place
from service.pipeline import Classify
from service.scan import scan_files, scan_mailbox
from service.sources import read_source
from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, FIRST_INVITATION, MAYA, REJECTION, id_of
from tests.test_memory import MemoryAccount
from tests.test_scan import BEGIN, DAY, HOUR, JANE, Dated, dated, ends, scanned

OWN = {"sender": "jane@example.org", "to": MAYA}
FRIEND = {"sender": "jane@example.org", "to": "friend@elsewhere.example"}
ANSWERS_TO = b"Reply-To: recruiting@brightloop.example\r\nFrom: "


def without_id(mail: Dated) -> Dated:
    """Return the mail as a system writes it that gives no Message-ID."""
    return mail[0], mail[1].replace(b"Message-ID: ", b"X-Number: ")


def headed(subject: str, mail: Dated) -> Dated:
    return mail[0], mail[1].replace(b"Subject: Your application at Brightloop", f"Subject: {subject}".encode())


def by_itself(mail: Dated) -> Dated:
    """Return the mail as the user's mailbox writes it while the user is away."""
    return mail[0], b"Auto-Submitted: auto-replied\r\n" + mail[1]


def in_a_mailbox(mails: list[Dated], classify: Classify) -> list[str]:
    """Scan a live mailbox in which the user's own mails lie in Sent."""
    account = MemoryAccount()
    for moment, raw in mails:
        if b"From: jane@example.org" in raw:
            account.put(Place.SENT, raw)
        else:
            account.deliver(raw, moment)
    jane = Account("jane", JANE, HOUR, look_back=HOUR, settle=HOUR, open=account.mailbox)
    return ends(scan_mailbox(jane, account.mailbox(), classify, BEGIN).findings)


def an_answer(after: timedelta, **more: str) -> Dated:
    return dated(after, "Thank you, and all the best!\n", 2, **more)


REJECTED = dated(0 * HOUR, REJECTION, 1)
DIRECTED = (REJECTED[0], REJECTED[1].replace(b"From: ", ANSWERS_TO))


@pytest.mark.parametrize(
    ("mails", "end"),
    [
        pytest.param([REJECTED, an_answer(HOUR, **OWN, answers=id_of(1))], "already_answered", id="in its thread"),
        pytest.param([REJECTED, an_answer(40 * DAY, **OWN, answers=id_of(1))], "already_answered", id="late"),
        pytest.param([REJECTED, an_answer(HOUR, **OWN)], "already_answered", id="a new mail to the sender"),
        pytest.param([REJECTED, an_answer(-HOUR, **OWN)], "thanks", id="a mail from before"),
        pytest.param([REJECTED, an_answer(250 * DAY, **OWN)], "thanks", id="a mail of long after"),
        pytest.param([REJECTED, an_answer(HOUR, **FRIEND)], "thanks", id="a mail to somebody else"),
        pytest.param([REJECTED, by_itself(an_answer(HOUR, **OWN, answers=id_of(1)))], "thanks", id="a notice"),
        pytest.param(
            [REJECTED, headed("Fwd: Your application", an_answer(HOUR, **FRIEND, answers=id_of(1)))],
            "thanks",
            id="passed on",
        ),
        pytest.param(
            [REJECTED, headed("Fwd: Your application", an_answer(HOUR, **OWN, answers=id_of(1)))],
            "already_answered",
            id="passed on to their own side",
        ),
        pytest.param(
            [without_id(REJECTED), headed("Re: Your application at Brightloop", an_answer(HOUR, **OWN))],
            "already_answered",
            id="to a mail without a Message-ID",
        ),
        pytest.param(
            [without_id(REJECTED), an_answer(-HOUR, **OWN)],
            "thanks",
            id="the mail that the one without a Message-ID answers",
        ),
        pytest.param(
            [without_id(REJECTED), an_answer(40 * DAY, **OWN)],
            "already_answered",
            id="late, to a mail without a Message-ID",
        ),
        pytest.param(
            [DIRECTED, an_answer(HOUR, sender="jane@example.org", to="recruiting@brightloop.example")],
            "already_answered",
            id="to where it wants its answers",
        ),
    ],
)
def test_an_answer_is_one_in_an_archive_as_in_a_mailbox(
    tmp_path: Path, classify: Classify, mails: list[Dated], end: str
) -> None:
    assert in_a_mailbox(mails, classify) == [end]
    assert ends(scanned(tmp_path / "in-order.mbox", mails, classify)) == [end]
    assert ends(scanned(tmp_path / "reversed.mbox", mails[::-1], classify)) == [end]


def to_maya(after: timedelta, answers: str | None = None) -> Dated:
    """Return a mail of the user's to the one who rejected them."""
    words = {**OWN, "answers": answers} if answers else OWN
    return dated(after, "I have applied again, and hope that we speak soon.\n", 9, **words)


AGAIN = 250 * DAY
KNOWN = [
    dated(0 * HOUR, ACKNOWLEDGEMENT, 1, sender="Jobs <jobs@brightloop.example>"),
    dated(2 * DAY, FIRST_INVITATION, 2),
    dated(9 * DAY, REJECTION, 3),
    dated(AGAIN, ACKNOWLEDGEMENT, 4, sender="Jobs <jobs@brightloop.example>"),
]


@pytest.mark.parametrize(
    ("own", "end"),
    [
        pytest.param(to_maya(AGAIN + HOUR), "already_answered", id="a new mail"),
        pytest.param(to_maya(AGAIN + HOUR, id_of(3)), "already_answered", id="in the old thread"),
        pytest.param(to_maya(AGAIN - DAY), "reconnect", id="before applying again"),
        pytest.param(to_maya(AGAIN + 9 * DAY), "reconnect", id="after the note's time"),
        pytest.param(an_answer(AGAIN + HOUR, **FRIEND), "reconnect", id="to somebody else"),
    ],
)
def test_who_wrote_to_them_before_the_note_s_time_needs_no_note(
    tmp_path: Path, classify: Classify, own: Dated, end: str
) -> None:
    mails = [*KNOWN, own]
    assert in_a_mailbox(mails, classify)[-1] == end
    assert ends(scanned(tmp_path / "in-order.mbox", mails, classify))[-1] == end
    assert ends(scanned(tmp_path / "reversed.mbox", mails[::-1], classify))[-1] == end


@pytest.mark.parametrize("layout", ["maildir++", "fs"])
def test_what_lies_in_the_sent_folder_of_a_maildir_is_the_user_s_own_whatever_its_from_says(
    tmp_path: Path, classify: Classify, layout: Literal["maildir++", "fs"]
) -> None:
    account = MaildirAccount(tmp_path / "mail", layout)
    moment, rejection = REJECTED
    account.deliver(rejection, moment)
    account.put(Place.SENT, an_answer(HOUR, sender="jd@elsewhere.example", to=MAYA, answers=id_of(1))[1])
    mails = read_source(account.root)
    found = scan_files(mails, JANE, classify, BEGIN, LeftOut(), keep=Privacy().keep)
    assert (found.read, ends(found.findings)) == (2, ["already_answered"])


@pytest.mark.parametrize(
    ("policy", "sender", "signed"),
    [
        pytest.param(SOMEBODY, "Janet D. Roe <jd@elsewhere.example>", "Janet D. Roe", id="by whom the sent mails are"),
        pytest.param(SOMEBODY, "jd@elsewhere.example", "Your Name", id="nobody says their name"),
        pytest.param(JANE, "Janet D. Roe <jd@elsewhere.example>", "Jane Doe", id="by the mailbox's own word"),
    ],
)
def test_a_draft_is_signed_by_who_wrote_the_sent_mails_where_no_mailbox_says_who_the_user_is(
    tmp_path: Path, classify: Classify, policy: Policy, sender: str, signed: str
) -> None:
    account = MaildirAccount(tmp_path / "mail")
    account.deliver(REJECTED[1], REJECTED[0])
    account.put(Place.SENT, an_answer(HOUR, sender=sender, to="friend@elsewhere.example")[1])
    found = scan_files(read_source(account.root), policy, classify, BEGIN, LeftOut(), keep=Privacy().keep)
    (finding,) = found.findings
    assert finding.draft is not None
    assert finding.draft.rstrip().splitlines()[-1] == signed


@pytest.mark.parametrize(("label", "end"), [("Inbox", ["thanks"]), ("Trash", []), ("Spam", []), ("Drafts", [])])
def test_what_gmail_labels_as_drafts_trash_or_spam_is_no_part_of_the_past(
    tmp_path: Path, classify: Classify, label: str, end: list[str]
) -> None:
    moment, rejection = REJECTED
    labelled = moment, f"X-Gmail-Labels: {label},Opened\r\n".encode() + rejection
    assert ends(scanned(tmp_path / "takeout.mbox", [labelled], classify)) == end
