"""The log for programs: every line an object, one line a decision, no word of a mail, no address."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, REJECTION, mail
from tests.servers.ports import free_port
from tests.test_daemon import AWAY, MAILDIR
from tests.workplace import PATIENCE, Workplace, until

LUNCH = "Hi Jane,\n\nshall we have lunch on Friday? The place by the river is open again.\n\nTom\n"


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    account = MaildirAccount(tmp_path / "mail")
    account.deliver(mail(REJECTION, 1), datetime.now(UTC))
    account.deliver(mail(ACKNOWLEDGEMENT, 2, sender="Brightloop <jobs@brightloop.example>"), datetime.now(UTC))
    account.deliver(lunch(3), datetime.now(UTC))
    return account


def lunch(number: int) -> bytes:
    """Return an ordinary mail."""
    raw = mail(LUNCH, number, sender="Tom <tom@lunch.example>")
    return re.sub(rb"^Subject: .*$", b"Subject: Friday", raw, flags=re.MULTILINE)


def lines(log: str) -> list[dict[str, Any]]:
    """Read a log as a program does: every line of it."""
    return [json.loads(line) for line in log.splitlines()]


def decisions(log: str) -> list[dict[str, Any]]:
    return [line for line in lines(log) if line["event"] == "decided"]


def test_each_decision_is_one_line_with_its_reason_and_is_never_told_twice(
    workplace: Workplace, account: MaildirAccount
) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    first = workplace.ajar("once", "--log", "json")
    told = {one["label"]: one for one in decisions(first.stderr)}
    assert len(decisions(first.stderr)) == 2
    assert set(told) == {"rejection", "acknowledgement"}
    assert (told["rejection"]["decision"], told["rejection"]["kind"]) == ("reply", "thanks")
    assert told["rejection"]["due_at"].endswith("Z")
    assert (told["acknowledgement"]["decision"], told["acknowledgement"]["reason"]) == ("skip", "not_rejection")
    assert all(one["mailbox"] == "jane" and one["level"] == "info" and one["timestamp"] for one in told.values())
    assert decisions(workplace.ajar("once", "--log", "json").stderr) == []


def test_ordinary_mail_is_no_line_unless_one_debugs(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1s"))
    for number in range(10, 30):
        account.deliver(lunch(number), datetime.now(UTC))
    with workplace.daemon("run", "--log", "json") as daemon:
        until(account.drafts)
        account.deliver(lunch(30), datetime.now(UTC))
        until(lambda: workplace.ajar("export").stdout.count('"label": "other"') == 22)
        daemon.terminate()
        assert daemon.wait(PATIENCE) == 0
    told = lines(workplace.log())
    assert {line["event"] for line in told} == {"watching", "decided", "drafted", "swept", "stopped"}
    assert sorted(line["label"] for line in decisions(workplace.log())) == ["acknowledgement", "rejection"]
    swept = [line for line in told if line["event"] == "swept"]  # those that brought something
    assert sum(line.get("recorded", 0) for line in swept) == 23
    assert [sum(line.get(what, 0) for line in swept) for what in ("rejections", "drafted")] == [1, 1]


def test_whoever_debugs_sees_the_ordinary_mail_too(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    (other,) = [
        one for one in decisions(workplace.ajar("once", "--log", "json", "--debug").stderr) if one["label"] == "other"
    ]
    assert (other["level"], other["decision"], other["reason"]) == ("debug", "skip", "not_rejection")


def test_the_draft_is_a_line_that_names_the_same_mail(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="0s"))
    log = workplace.ajar("once", "--log", "json").stderr
    (decided,) = [one for one in decisions(log) if one["decision"] == "reply"]
    (drafted,) = [one for one in lines(log) if one["event"] == "drafted"]
    assert (drafted["mail"], drafted["mailbox"]) == (decided["mail"], "jane")


@pytest.mark.faults(33)
def test_every_line_of_a_daemon_is_an_object_without_subject_body_or_address(
    workplace: Workplace, account: MaildirAccount
) -> None:
    (workplace.config / "ajar.toml").write_text('[service]\nlog = "json"\n')
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1s"))
    workplace.mailbox("away", AWAY.format(port=free_port()))
    workplace.environment["AWAY_PASSWORD"] = "secret-of-away"
    with workplace.daemon() as daemon:
        until(lambda: account.drafts() and "sweep failed" in workplace.log())
        daemon.terminate()
        assert daemon.wait(PATIENCE) == 0
    events = {line["event"] for line in lines(workplace.log())}
    assert {"watching", "decided", "drafted", "sweep failed", "stopped"} <= events
    for word in ("Your application", "careful consideration", "lunch", "@", "Maya", "rightloop", "secret-of-away"):
        assert word not in workplace.log(), word


def test_what_a_library_logs_or_warns_of_is_an_object_too_without_its_words() -> None:
    code = (
        "import logging, warnings; from service import logs; logs.configure('json');"
        "logging.getLogger('some.library').error('words of a mail');"
        "warnings.warn('words of a mail', stacklevel=1)\n"
        "try:\n    int('words of a mail')\n"
        "except ValueError:\n    logging.getLogger('some.library').exception('words of a mail')"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stderr
    found = lines(said)
    assert [(one["logger"], one["level"]) for one in found] == [
        ("some.library", "error"),
        ("py.warnings", "warning"),
        ("some.library", "error"),
    ]
    assert "ValueError" in found[2]["at"]
    assert "words of" not in said.replace("int('words of a mail')", "")
