"""Row 20: a mail that kills the process is set aside after three tries, and the next ones go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.database import Database
from service.ledger import MAX_TRIES, Ledger
from service.pipeline import Classify
from tests.account import Account
from tests.letters import header
from tests.maildir_account import MaildirAccount
from tests.main_job import DELAY, REJECTION, START, id_of, mail
from tests.mortal import Errand, Mortals

pytestmark = pytest.mark.faults(20)
POISON = mail("poison\n", 7, sender="Pest <pest@elsewhere.example>")


@pytest.fixture(scope="module")
def mortals(model_folder: Path, classify: Classify) -> Iterator[Mortals]:  # noqa: ARG001 - fits the model
    with Mortals(model_folder) as running:
        yield running


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    return MaildirAccount(tmp_path / "mail")


@pytest.fixture
def errand(account: MaildirAccount, tmp_path: Path) -> Errand:
    table = account.settings().model_dump(mode="json")
    return Errand(table, tmp_path / "state", [START + DELAY], poison="poison")


@pytest.mark.parametrize("first", [True, False], ids=["before the others", "behind the others"])
def test_it_kills_three_times_and_the_others_are_answered(
    mortals: Mortals,
    account: MaildirAccount,
    errand: Errand,
    first: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    for raw in (POISON, mail(REJECTION)) if first else (mail(REJECTION), POISON):
        account.deliver(raw, START)
    before = account.snapshot()
    assert [mortals.sweep(errand) for _ in range(MAX_TRIES + 2)] == [False] * MAX_TRIES + [True] * 2
    assert answered(account) == [id_of(1).encode()]
    database = Database(f"sqlite:///{errand.state / 'ledger.sqlite3'}")
    assert [failure.tries for failure in Ledger(database).failures()] == [MAX_TRIES]
    database.close()
    assert account.snapshot() == before


def test_what_comes_later_is_not_held_up_by_one_that_was_set_aside(
    mortals: Mortals, account: MaildirAccount, errand: Errand
) -> None:
    account.deliver(POISON, START)
    for _ in range(MAX_TRIES + 1):
        mortals.sweep(errand)
    account.deliver(mail(REJECTION), START)
    assert mortals.sweep(errand)
    assert answered(account) == [id_of(1).encode()]


def answered(account: Account) -> list[bytes]:
    return [header(raw, b"In-Reply-To") for raw in account.drafts().values()]
