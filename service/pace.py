"""When a mailbox is swept next. Pure."""

from datetime import datetime, timedelta

LONGEST_BACKOFF = timedelta(hours=1)
SHORTEST_GAP = timedelta(milliseconds=200)
LONGEST_STAGGER = timedelta(seconds=15)


def next_sweep(
    now: datetime,
    poll_every: timedelta,
    *,
    failures: int = 0,
    retry_after: float | None = None,
    next_due: datetime | None = None,
) -> datetime:
    """Return when to sweep again.

    After success: at the next poll, or earlier when a reply falls due before it. After `failures` failures in a row:
    the poll interval doubled each time, an hour at most, and never before the server's own wish (`retry_after`,
    seconds).
    """
    if failures:
        backoff = min(poll_every * (1 << min(failures - 1, 20)), max(LONGEST_BACKOFF, poll_every))
        return now + max(backoff, timedelta(seconds=retry_after or 0))
    at = now + poll_every
    return at if next_due is None else min(at, max(next_due, now + SHORTEST_GAP))


def stagger(poll_every: timedelta, draw: float) -> timedelta:
    """Return how long a reply that falls due waits for a sweep of its own; `draw` is a random number from 0 to 1.

    Two Ajars with a ledger each, on the laptop and at home, know the same due time to the second. Both would look into
    the mailbox, find nothing, and save; no mail protocol can keep the second one from it. So each comes at a moment of
    its own, and the later one finds the draft.
    """
    return min(LONGEST_STAGGER, poll_every / 5) * draw
