"""The user said that two names mean one company, or two: what that changes about applications confirmed before.

A confirmation that came while it was not clear whether somebody there is known is decided anew, as if it came now. What
was decided about an older one stands; `ajar reconnect` is there for it.
"""

from collections.abc import Iterator
from datetime import datetime
from shlex import quote

from classifier.reading import Label
from replies.applications import Employer, employers
from replies.attempts import JobMail
from replies.decision import Decision, Policy, Reply, Skip, SkipReason
from replies.reconnect import decide_acknowledgement
from service.ledger import Ledger


def decide_anew(ledger: Ledger, mailbox: str, keys: frozenset[str], policy: Policy, now: datetime) -> Iterator[str]:
    """Decide about the confirmations of the companies of these keys, and yield what the user should know of it."""
    past = ledger.relations.past(mailbox)
    here = [each for each in employers(past) if each.keys & keys]
    ledger.people.search_again(mailbox, [name for each in here for name in each.names])
    for employer in here:
        for new in _confirmations(employer):
            decision = decide_acknowledgement(new, past, policy, now)
            if ledger.relations.redecide(mailbox, new.key, decision or Skip(SkipReason.NOT_REJECTION), now):
                yield from _told(employer, new, decision)


def _confirmations(employer: Employer) -> list[JobMail]:
    return [mail for mail in employer.mails if mail.label is Label.ACKNOWLEDGEMENT and not mail.by_hand]


def _told(employer: Employer, new: JobMail, decision: Decision | None) -> Iterator[str]:
    about = f"the {new.role} role" if new.role else f"your application of {new.arrived_at.astimezone():%d %B}"
    if isinstance(decision, Reply):
        to = decision.to.address.email if decision.to.address else ""
        when = f"{decision.due_at.astimezone():%A %d %B, %H:%M}"
        yield f"A note to {to} about {about} is owed, due {when}; `ajar pending` shows it."
    elif decision is not None and decision.reason is SkipReason.WITHIN_HOLD_OFF:
        yield f"You applied for {about} within the hold-off; `ajar applications` marks it."
    elif decision is not None and decision.reason is SkipReason.EXPIRED:
        yield f"For a note about {about} by itself it is too late; `ajar reconnect {quote(employer.name)}` makes one."
