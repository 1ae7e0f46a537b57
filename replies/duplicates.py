"""Is this rejection another copy of one that is answered already, or news of a second? What was said already?"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from classifier.message import Message
from classifier.reading import Details
from replies.decision import PastReply, SkipReason
from replies.names import company_key, role_key

_SAME_ROLE_WITHIN = timedelta(days=30)
_BOTH_UNKNOWN_WITHIN = timedelta(days=14)
_LONG_ENOUGH = 80
_ALIKE_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What of a mail is compared; `ids` are its own Message-ID and those that it names."""

    ids: frozenset[str]
    fingerprint: str
    company: str
    role: str
    sender: str
    at: datetime


def fingerprint(message: Message) -> str:
    """Return a digest that is equal when the same text was sent again from the same domain.

    A text too short to be one's own (below 80 characters) is never equal to another mail's.
    """
    text = " ".join(message.text.casefold().split())
    domain = message.sender.domain if message.sender else ""
    own = "" if len(text) >= _LONG_ENOUGH else message.key
    return hashlib.sha256(f"{domain}\n{own}\n{text}".encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Twins:
    """What stands in the way of news: the mails of which it is, or may be, another copy; never empty."""

    reason: SkipReason
    past: tuple[PastReply, ...]

    def can_give_way(self, arrived_at: datetime) -> bool:
        """Whether a person's own mail about it may take over: nobody signed the others, and their replies wait."""
        return all(not each.by_person and each.waits_until and arrived_at <= each.waits_until for each in self.past)


def twins_of(message: Message, details: Details, arrived_at: datetime, replies: Iterable[PastReply]) -> Twins | None:
    """Return which of `replies` answer another copy of the mail, or perhaps do; None when it is news.

    Two different known roles at one company are two applications, even in the same words.
    """
    new = _Arrival(
        ids=frozenset({*message.references, *message.in_reply_to, *filter(None, [message.message_id])}),
        fingerprint=fingerprint(message),
        company=company_key(details.company.value if details.company else None),
        role=role_key(details.role.value if details.role else None),
        sender=message.sender.email.lower() if message.sender else "",
        at=arrived_at,
    )
    found = [(past, _likeness(new, past)) for past in replies]
    for reason in (SkipReason.DUPLICATE, SkipReason.POSSIBLE_DUPLICATE):
        if alike := tuple(past for past, likeness in found if likeness is reason):
            return Twins(reason, alike)
    return None


def _likeness(new: _Arrival, past: PastReply) -> SkipReason | None:
    apart = abs(new.at - past.arrived_at)
    role = role_key(past.role)
    if new.ids & past.threads:
        return SkipReason.DUPLICATE
    if apart > _SAME_ROLE_WITHIN or (new.role and role and new.role != role):
        return None
    same_company = bool(new.company) and new.company == company_key(past.company)
    if new.fingerprint == past.fingerprint or (same_company and new.role and new.role == role):
        return SkipReason.DUPLICATE
    return SkipReason.POSSIBLE_DUPLICATE if same_company and _may_be_one(new, past, role, apart) else None


def _may_be_one(new: _Arrival, past: PastReply, role: str, apart: timedelta) -> bool:
    """At one company, at least one role unknown: somebody else writes of it, as a recruiter does after the system."""
    sender = (past.sender or "").lower()
    if new.role or role:
        return sender != new.sender
    return apart <= _BOTH_UNKNOWN_WITHIN and sender.rpartition("@")[2] != new.sender.rpartition("@")[2]


def used_wordings(replies: Iterable[PastReply], company: str | None, arrived_at: datetime) -> frozenset[str]:
    """Return the wordings that a new draft should not repeat: those of the same company, and those of one week."""
    key = company_key(company)
    return frozenset(
        past.wording
        for past in replies
        if past.wording
        and (abs(arrived_at - past.arrived_at) <= _ALIKE_WITHIN or (key and key == company_key(past.company)))
    )
