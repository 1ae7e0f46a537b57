"""Judging mails that lie in files or came from a read-only look, without a ledger: for classify, explain and scan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from classifier.message import Message, parse
from replies.decision import History, Policy
from service.mailbox import Mail
from service.pipeline import Circumstances, Classify, Judged, judge
from service.remembering import remember

_Item = TypeVar("_Item")

AT_A_TIME = 25  # mails classified together; with the lot before them 100 MB, when each is at the size cap
EVER = timedelta(days=36500)


def somebody(message: Message) -> Policy:
    """Return the settings of a user of whom no more is known than that this mail came to them."""
    first = message.to[0] if message.to else None
    return Policy(address=first.email if first else "you@example.org", name=(first and first.name) or "Your Name")


def judge_past(mails: Iterable[Mail], policy: Policy, classify: Classify) -> Iterator[Judged]:
    """Judge mails as they would have been judged on arrival: in their order, none too late, each knowing the earlier.

    What the user wrote is judged too (as their own mail): an answer among them settles a rejection.
    """
    as_it_came = replace(policy, expire_after=EVER)
    history = History()
    for chunk in chunks(mails, AT_A_TIME):
        at = Circumstances(history, as_it_came, classify, _latest(chunk))
        judged = judge([(mail, parse(mail.raw)) for mail in chunk], at)
        for one in judged:
            history = remember(history, one.outcome)
        yield from judged


def chunks(items: Iterable[_Item], size: int) -> Iterator[Sequence[_Item]]:
    """Cut into lists of `size`, the last one shorter; takes no more from `items` than it gives."""
    waiting = iter(items)
    while chunk := list(islice(waiting, size)):
        yield chunk


def _latest(mails: Sequence[Mail]) -> datetime:
    return max(mail.ref.arrived_at for mail in mails)
