"""When a reply is due."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.decision import Policy
from replies.schedule import due, next_opening

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu"]
WORKING_DAYS = frozenset(range(5))


def policy(
    hours: tuple[int, int] | None = (9, 18),
    days: frozenset[int] = WORKING_DAYS,
    *,
    delay: timedelta = timedelta(hours=24),
    zone: str = "Europe/Berlin",
) -> Policy:
    opening = (time(hours[0]), time(hours[1])) if hours else None
    return Policy("jane@example.org", "Jane Doe", delay=delay, active_hours=opening, days=days, timezone=ZoneInfo(zone))


def berlin(*wall: int, fold: int = 0) -> datetime:
    year, month, day, hour, minute = wall
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN, fold=fold)


def test_around_the_clock_a_reply_is_due_when_the_delay_has_passed() -> None:
    arrived = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    assert due(arrived, policy(None, frozenset(range(7)))) == arrived + timedelta(hours=24)


def test_within_the_active_hours_it_is_due_to_the_second() -> None:
    arrived = berlin(2026, 3, 3, 11, 7)
    assert due(arrived, policy()) == berlin(2026, 3, 4, 11, 7)


def test_it_is_given_in_utc() -> None:
    assert due(berlin(2026, 3, 3, 11, 7), policy()).tzinfo is UTC


@pytest.mark.parametrize(
    ("arrived", "expected"),
    [
        pytest.param((2026, 3, 3, 7, 0), (2026, 3, 4, 9, 0), id="too early waits for the morning"),
        pytest.param((2026, 3, 3, 20, 0), (2026, 3, 5, 9, 0), id="too late waits for the next morning"),
        pytest.param((2026, 3, 3, 9, 0), (2026, 3, 4, 9, 0), id="the opening is open"),
        pytest.param((2026, 3, 3, 18, 0), (2026, 3, 5, 9, 0), id="the closing is closed"),
        pytest.param((2026, 3, 3, 17, 59), (2026, 3, 4, 17, 59), id="a minute before closing is open"),
        pytest.param((2026, 3, 6, 12, 0), (2026, 3, 9, 9, 0), id="Saturday waits for Monday"),
        pytest.param((2026, 3, 5, 19, 0), (2026, 3, 9, 9, 0), id="Friday evening waits for Monday"),
    ],
)
def test_outside_the_active_hours_it_waits_for_the_next_opening(
    arrived: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert due(berlin(*arrived), policy()) == berlin(*expected)


def test_days_without_hours_open_at_midnight() -> None:
    assert next_opening(berlin(2026, 3, 7, 12, 0), policy(None)) == berlin(2026, 3, 9, 0, 0)


def test_only_one_weekday_is_enough() -> None:
    assert next_opening(berlin(2026, 3, 4, 18, 0), policy(days=frozenset({2}))) == berlin(2026, 3, 11, 9, 0)


@pytest.mark.faults(24)
def test_a_delay_over_the_spring_change_is_counted_in_real_hours() -> None:
    arrived = berlin(2026, 3, 28, 12, 0)
    assert due(arrived, policy(None, frozenset(range(7)))) == berlin(2026, 3, 29, 13, 0)


@pytest.mark.faults(24)
def test_an_opening_that_the_spring_change_leaves_out_opens_an_hour_later_by_the_wall() -> None:
    every_day = frozenset(range(7))
    moment = berlin(2026, 3, 29, 1, 0)
    early = Policy("jane@example.org", "Jane", active_hours=(time(2, 30), time(5)), days=every_day, timezone=BERLIN)
    assert next_opening(moment, early) == berlin(2026, 3, 29, 3, 30)


@pytest.mark.faults(24)
def test_an_opening_that_comes_twice_in_autumn_opens_the_first_time_and_stays_open() -> None:
    early = Policy("jane@example.org", "Jane", active_hours=(time(2, 30), time(5)), timezone=BERLIN)
    assert next_opening(berlin(2026, 10, 25, 2, 0), early) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = berlin(2026, 10, 25, 2, 15, fold=1).astimezone(UTC)
    assert next_opening(again, early) == again


@pytest.mark.faults(24)
def test_the_morning_after_a_change_opens_by_the_new_wall_clock() -> None:
    assert next_opening(berlin(2026, 3, 27, 20, 0), policy()) == datetime(2026, 3, 30, 7, 0, tzinfo=UTC)


def test_a_policy_that_never_opens_is_an_error_not_an_endless_search() -> None:
    with pytest.raises(ValueError, match="a day on which it opens"):
        next_opening(berlin(2026, 3, 4, 12, 0), policy(days=frozenset()))


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
HOURS = st.one_of(st.none(), st.tuples(st.integers(0, 11), st.integers(12, 23)))


@given(MOMENTS, HOURS, st.sets(st.integers(0, 6), min_size=1), st.sampled_from(ZONES), st.integers(0, 72))
def test_it_is_never_early_always_within_the_next_eight_days_and_stays_where_it_is_put(
    arrived: datetime, hours: tuple[int, int] | None, days: set[int], zone: str, delay: int
) -> None:
    wishes = policy(hours, frozenset(days), delay=timedelta(hours=delay), zone=zone)
    moment = due(arrived, wishes)
    earliest = arrived + wishes.delay
    assert earliest <= moment <= earliest + timedelta(days=8)
    assert next_opening(moment, wishes) == moment


@given(MOMENTS, st.sets(st.integers(0, 6), min_size=1), st.sampled_from(ZONES))
def test_by_the_wall_clock_it_is_within_the_hours_and_days(moment: datetime, days: set[int], zone: str) -> None:
    wishes = policy((9, 18), frozenset(days), zone=zone)
    local = next_opening(moment, wishes).astimezone(wishes.timezone)
    assert local.weekday() in days
    assert time(9) <= local.time() < time(18)


@given(MOMENTS, st.integers(0, 60 * 24 * 9), st.sampled_from(ZONES))
def test_a_later_moment_never_opens_earlier(moment: datetime, minutes: int, zone: str) -> None:
    wishes = policy(zone=zone)
    later = moment + timedelta(minutes=minutes)
    assert next_opening(moment, wishes) <= next_opening(later, wishes)
