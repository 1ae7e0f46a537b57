"""When a reply is due: after the delay, at an hour and on a day that the user likes.

Wall-clock times become instants as RFC 5545 §3.3.5 says: a time that a change of the clocks leaves out is read with the
offset before the change, one that comes twice is the first of the two.
"""

from datetime import UTC, date, datetime, time, timedelta

from replies.decision import Policy

_DAY = timedelta(days=1)


def due(arrived_at: datetime, policy: Policy) -> datetime:
    """Return the first open moment, in UTC, that is not before the arrival plus the delay."""
    return next_opening(arrived_at.astimezone(UTC) + policy.delay, policy)


def next_opening(moment: datetime, policy: Policy) -> datetime:
    """Return the moment itself, in UTC, when it is open, else the next opening. The closing time is closed.

    Raises:
        ValueError: The policy has no day on which it opens.
    """
    moment = moment.astimezone(UTC)
    # From the day before: where the clocks skip midnight, a day's window can reach into the next.
    first = moment.astimezone(policy.timezone).date() - _DAY
    for day in (first + n * _DAY for n in range(9)):
        opens, closes = _window(day, policy)
        if day.weekday() in policy.days and moment < closes and opens < closes:
            return max(moment, opens)
    raise ValueError("a policy needs a day on which it opens")


def _window(day: date, policy: Policy) -> tuple[datetime, datetime]:
    if policy.active_hours is None:
        return _instant(day, time.min, policy), _instant(day + _DAY, time.min, policy)
    opening, closing = policy.active_hours
    return _instant(day, opening, policy), _instant(day, closing, policy)


def _instant(day: date, wall: time, policy: Policy) -> datetime:
    return datetime.combine(day, wall, policy.timezone).astimezone(UTC)
