"""When a mailbox is swept next."""

from datetime import UTC, datetime, timedelta

import pytest

from service.pace import LONGEST_BACKOFF, LONGEST_STAGGER, SHORTEST_GAP, next_sweep, stagger

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
POLL = timedelta(minutes=5)


def test_the_next_sweep_comes_after_the_poll_interval() -> None:
    assert next_sweep(NOW, POLL) == NOW + POLL


def test_a_reply_that_falls_due_before_the_next_poll_brings_the_sweep_forward() -> None:
    assert next_sweep(NOW, POLL, next_due=NOW + timedelta(seconds=7)) == NOW + timedelta(seconds=7)
    assert next_sweep(NOW, POLL, next_due=NOW + timedelta(hours=7)) == NOW + POLL


def test_a_reply_that_is_overdue_never_makes_a_busy_loop() -> None:
    assert next_sweep(NOW, POLL, next_due=NOW - timedelta(days=1)) == NOW + SHORTEST_GAP


def test_failures_double_the_wait_up_to_an_hour() -> None:
    waits = [next_sweep(NOW, POLL, failures=count) - NOW for count in (1, 2, 3, 9, 5000)]
    assert waits == [POLL, 2 * POLL, 4 * POLL, LONGEST_BACKOFF, LONGEST_BACKOFF]


def test_a_long_poll_interval_is_never_shortened_by_failures() -> None:
    assert next_sweep(NOW, timedelta(hours=6), failures=4) == NOW + timedelta(hours=6)


def test_the_servers_own_wish_to_be_left_alone_is_respected() -> None:
    assert next_sweep(NOW, POLL, failures=1, retry_after=900) == NOW + timedelta(minutes=15)
    assert next_sweep(NOW, POLL, failures=1, retry_after=1) == NOW + POLL


def test_a_failing_mailbox_is_not_hurried_by_its_owed_replies() -> None:
    assert next_sweep(NOW, POLL, failures=1, next_due=NOW) == NOW + POLL


@pytest.mark.faults(8)
def test_two_ajars_that_know_the_same_due_time_come_at_moments_of_their_own() -> None:
    moments = [stagger(POLL, draw) for draw in (0.0, 0.25, 1.0)]
    assert moments == [timedelta(0), LONGEST_STAGGER / 4, LONGEST_STAGGER]
    assert stagger(timedelta(seconds=1), 1.0) < timedelta(seconds=1)
