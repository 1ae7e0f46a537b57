"""Whose mails lie in a file: a scan takes the user's own mails for such, whichever mailbox they were written from."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.main_job import MAYA, REJECTION, id_of, mail
from tests.test_scan import boxed
from tests.workplace import Workplace

MAILBOX = """
[mailbox]
provider = "maildir"
address = "{address}"
aliases = ["{alias}"]
name = "Jane Doe"
path = "{path}"
"""
ANSWERED = "already_answered"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An archive with a rejection, and the answer that Jane wrote from another address of hers."""
    moment = datetime(2026, 1, 5, 9, tzinfo=UTC)
    answer = mail("Thank you!\n", 2, sender="jd@elsewhere.example", answers=id_of(1), to=MAYA)
    return boxed(tmp_path / "all.mbox", [(moment, mail(REJECTION, 1)), (moment, answer)])


def set_up(workplace: Workplace, name: str, address: str, alias: str) -> None:
    path = workplace.folder / name
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    workplace.mailbox(name, MAILBOX.format(address=address, alias=alias, path=path))


@pytest.mark.parametrize(
    ("address", "alias"), [("jd@elsewhere.example", "d@x.example"), ("d@x.example", "JD@Elsewhere.example")]
)
def test_of_several_mailboxes_the_addresses_and_aliases_of_each_are_the_user_s_own(
    workplace: Workplace, file: Path, address: str, alias: str
) -> None:
    set_up(workplace, "jane", "jane@example.org", "j.doe@example.org")
    set_up(workplace, "old", address, alias)
    assert [row["reason"] for row in workplace.json("scan", file)] == [ANSWERED]
    assert workplace.ajar("scan", file).stderr == ""
    assert ANSWERED not in [row["reason"] for row in workplace.json("scan", file, "--mailbox", "jane")]


def test_where_no_mailbox_is_set_up_it_is_said_that_the_user_s_own_mails_are_not_known(
    workplace: Workplace, file: Path
) -> None:
    for command in (("scan", file), ("scan", file, "--json")):
        done = workplace.ajar(*command)
        assert "does not know which address is yours" in done.stderr
        assert "`ajar init`" in done.stderr
        assert "ajar init" not in done.stdout
