"""Life on a laptop: it sleeps, wakes, stays offline for a week, and its clock changes.

Whatever happens, nothing is drafted twice, nothing stale is drafted, and what was found too late is listed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import time as of_day
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from replies.decision import SkipReason
from service.errors import Unavailable
from service.mailbox import Mailbox
from service.pipeline import Classify
from service.records import State
from tests.main_job import DELAY, REJECTION, World, mail
from tests.test_memory import MemoryAccount

BERLIN = ZoneInfo("Europe/Berlin")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EXPIRES = timedelta(days=14)
COMPANIES = ("Brightloop", "Halden", "Orchard", "Quillmark")

pytestmark = pytest.mark.faults(24)


@pytest.fixture
def world(tmp_path: Path, classify: Classify) -> Iterator[World]:
    world = World(MemoryAccount(), f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    world.policy = replace(world.policy, expire_after=EXPIRES)
    yield world
    world.database.close()


def rejection(number: int = 1) -> bytes:
    """Write the rejection of one of several companies."""
    name = COMPANIES[number - 1]
    raw = mail(REJECTION, number).replace(b"Brightloop", name.encode())
    return raw.replace(b"@brightloop.", f"@{name.lower()}.".encode())


def offline() -> Mailbox:
    raise Unavailable("There is no network.")


def sweep_in_vain(world: World) -> None:
    world.open = offline
    with pytest.raises(Unavailable):
        world.sweep()
    world.open = None


# -- sleep and wake --------------------------------------------------------------------------------------------------


def test_what_fell_due_while_it_slept_is_drafted_once_when_it_wakes(world: World) -> None:
    world.deliver(rejection())
    world.sweep()
    world.clock.forward(DELAY + 9 * HOUR)
    for _ in range(3):
        world.sweep()
    assert (len(world.drafts()), world.states()) == (1, [State.DRAFTED])


def test_what_arrived_while_it_slept_waits_from_its_arrival_and_not_from_waking(world: World) -> None:
    world.sweep()
    world.clock.forward(HOUR)
    world.deliver(rejection())
    world.clock.forward(DELAY - timedelta(minutes=1))
    world.sweep()
    assert world.drafts() == []
    world.clock.forward(timedelta(minutes=1))
    world.sweep()
    assert len(world.drafts()) == 1


# -- offline ---------------------------------------------------------------------------------------------------------


def test_after_a_week_offline_everything_is_drafted_once_and_nothing_is_lost(world: World) -> None:
    world.deliver(rejection(1))
    world.sweep()
    for number in (2, 3):
        world.clock.forward(2 * DAY)
        world.deliver(rejection(number))
        sweep_in_vain(world)
    world.clock.forward(3 * DAY)
    for _ in range(3):
        world.sweep()
    answered = sorted(str(draft["In-Reply-To"]).split(".")[0] for draft in world.drafts())
    assert answered == ["<1", "<2", "<3"]
    assert world.states() == [State.DRAFTED] * 3


def test_a_reply_that_was_owed_before_too_long_an_absence_is_not_drafted_but_listed(world: World) -> None:
    world.deliver(rejection())
    world.sweep()
    for _ in range(3):
        world.clock.forward(5 * DAY)
        sweep_in_vain(world)
    world.sweep()
    assert world.drafts() == []
    assert (world.states(), world.reasons()) == ([State.CANCELLED], [SkipReason.EXPIRED])


def test_mail_that_is_found_too_late_is_listed_and_what_is_still_fresh_is_drafted(world: World) -> None:
    world.sweep()
    world.clock.forward(DAY)
    world.deliver(rejection(1))
    world.clock.forward(EXPIRES - DAY)
    world.deliver(rejection(2))
    world.clock.forward(2 * DAY)
    world.sweep()
    world.sweep()
    assert [str(draft["In-Reply-To"])[:2] for draft in world.drafts()] == ["<2"]
    assert [(row.state, row.reason) for row in world.ledger.decisions()] == [
        (State.DRAFTED, ""),
        (State.CANCELLED, SkipReason.EXPIRED),
    ]


def test_a_reply_that_expired_can_still_be_asked_for(world: World) -> None:
    world.deliver(rejection())
    world.sweep()
    world.clock.forward(EXPIRES + DAY)
    world.sweep()
    (row,) = world.ledger.decisions()
    assert row.reply_id is not None
    assert world.ledger.ask_for(row.reply_id, world.clock())
    world.sweep()
    world.sweep()
    assert len(world.drafts()) == 1


# -- the clock -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [-30 * DAY, -HOUR, HOUR, 10 * DAY])
def test_a_clock_that_is_put_elsewhere_and_right_again_doubles_nothing_and_loses_nothing(
    world: World, step: timedelta
) -> None:
    world.deliver(rejection(1))
    world.sweep()
    world.clock.forward(step)
    world.sweep()
    world.sweep()
    world.clock.forward(-step)
    world.deliver(rejection(2))
    world.clock.forward(DELAY)
    for _ in range(3):
        world.sweep()
    assert len(world.drafts()) == 2
    assert world.states() == [State.DRAFTED] * 2


def test_a_draft_stays_the_only_one_when_the_clock_goes_back_behind_it(world: World) -> None:
    world.deliver(rejection())
    world.sweep()
    world.clock.forward(DELAY)
    world.sweep()
    world.clock.forward(-3 * DAY)
    world.sweep()
    world.clock.forward(9 * DAY)
    world.sweep()
    assert (len(world.drafts()), world.states()) == (1, [State.DRAFTED])


@pytest.mark.parametrize(
    ("arrives", "opens"),
    [
        (datetime(2026, 10, 24, 8, tzinfo=BERLIN), datetime(2026, 10, 25, 9, tzinfo=BERLIN)),  # 25 hours in that day
        (datetime(2027, 3, 27, 8, tzinfo=BERLIN), datetime(2027, 3, 28, 9, tzinfo=BERLIN)),  # and 23 in this one
    ],
    ids=["summer time ends", "summer time begins"],
)
def test_opening_hours_go_by_the_wall_clock_also_on_the_days_when_that_changes(
    world: World, arrives: datetime, opens: datetime
) -> None:
    world.clock.now = arrives.astimezone(UTC)
    world.policy = replace(
        world.policy, delay=20 * HOUR, timezone=BERLIN, active_hours=(of_day(9), of_day(18)), days=frozenset(range(7))
    )
    world.deliver(rejection())
    world.sweep()
    world.clock.now = opens.astimezone(UTC) - timedelta(seconds=1)
    world.sweep()
    assert world.drafts() == []
    world.clock.forward(timedelta(seconds=1))
    world.sweep()
    world.sweep()
    assert len(world.drafts()) == 1


def test_the_delay_is_elapsed_time_when_summer_time_ends_in_it(world: World) -> None:
    world.clock.now = datetime(2026, 10, 24, 12, tzinfo=BERLIN).astimezone(UTC)
    world.deliver(rejection())
    world.sweep()
    (owed,) = world.ledger.open_replies()
    assert owed.due_at == world.clock.now + DELAY
    assert owed.due_at.astimezone(BERLIN) == datetime(2026, 10, 25, 11, tzinfo=BERLIN)
