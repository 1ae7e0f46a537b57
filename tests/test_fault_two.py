"""Row 8: two Ajars on one mailbox, as when it runs on the laptop and on the server at home: one draft all the same.

On one machine and one state directory the lock lets only one of them in. Here each has a ledger of its own, so that
nothing but the mailbox can tell one of the other. What stays open is the moment between the last look and the saving:
no mail protocol closes it, so the daemons keep out of each other's way (`service.pace.stagger`).
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from service.mailbox import Mailbox
from service.pipeline import Classify
from tests.account import Account
from tests.main_job import DELAY, REJECTION, SETTLE, World, mail
from tests.troubled import Trouble, Troubled

pytestmark = pytest.mark.faults(8)
STEPS = 8  # of a sweep that has one mail to read and one draft to save: before and after each call to the mailbox


class Interrupting(Trouble):
    """Lets something happen at one step, such as all the work of the other Ajar."""

    def __init__(self, step: int, happens: Callable[[], object]) -> None:
        super().__init__()
        self.left, self.happens = step, happens

    def step(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            self.happens()


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_one_does_all_its_work_between_two_steps_of_the_other(
    any_account: Account, tmp_path: Path, classify: Classify, step: int
) -> None:
    one, other = (World(any_account, f"sqlite:///{tmp_path / name}.sqlite3", classify) for name in ("one", "other"))
    one.deliver(mail(REJECTION))
    before = any_account.snapshot()
    other.sweep()
    for world in (one, other):
        world.clock.forward(DELAY)
    interrupting = Interrupting(step, other.sweep)

    def interrupted() -> Mailbox:
        return Troubled(any_account.mailbox(), interrupting)

    one.open = interrupted
    for _ in range(3):
        for world in (one, other):
            world.sweep()
            world.clock.forward(SETTLE)
    assert interrupting.left <= 0
    assert len(any_account.drafts()) == 1
    assert any_account.snapshot() == before
    for world in (one, other):
        assert world.ledger.open_replies() == []
        world.database.close()
