"""Is this rejection another copy of one that is answered already, or news of a second?"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from classifier.message import Message
from classifier.reading import Details
from replies.decision import History, PastReply, ReplyKind, SkipReason
from replies.domains import is_house, is_of, same_organisation
from replies.employers import Employers
from replies.names import company_key, role_key
from replies.roles import may_be_one_role

_SAME_ROLE_WITHIN = timedelta(days=30)
_UNSURE_WITHIN = timedelta(days=14)
_LONG_ENOUGH = 80


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


def as_it_came(message: Message, details: Details, arrived_at: datetime, kind: ReplyKind) -> PastReply:
    """Return what of a mail is compared, as if it were answered already."""
    return PastReply(
        details.company.value if details.company else None,
        details.role.value if details.role else None,
        message.sender.email if message.sender else None,
        frozenset({*message.references, *message.in_reply_to, *filter(None, [message.message_id])}),
        fingerprint(message),
        arrived_at,
        kind,
        message.key,
        requisition=details.requisition.value if details.requisition else None,
    )


def twins_of(new: PastReply, history: History) -> Twins | None:
    """Return which replies of its kind answer another copy of the mail, or perhaps do; None when it is news.

    Two roles at one company that have nothing to do with each other are two applications, even in the same words.
    """
    replies = [past for past in history.replies if past.kind is new.kind and past.key != new.key]
    companies = Employers((company_key(each.company) for each in (new, *replies)), history.past.links)
    found = [(past, _likeness(new, past, companies)) for past in replies]
    for reason in (SkipReason.DUPLICATE, SkipReason.POSSIBLE_DUPLICATE):
        if alike := tuple(past for past, likeness in found if likeness is reason):
            return Twins(reason, alike)
    return None


def _likeness(new: PastReply, past: PastReply, companies: Employers) -> SkipReason | None:
    apart = abs(new.arrived_at - past.arrived_at)
    if new.threads & past.threads:
        return SkipReason.DUPLICATE
    if apart > _SAME_ROLE_WITHIN or _are_two_positions(new, past):
        return None
    if new.fingerprint == past.fingerprint and _same_role(new, past) is not False:
        return SkipReason.DUPLICATE
    if not _same_company(new, past, companies):
        return None
    if _same_role(new, past):
        return SkipReason.DUPLICATE
    return SkipReason.POSSIBLE_DUPLICATE if apart <= _unsure_for(new, past) else None


def _are_two_positions(new: PastReply, past: PastReply) -> bool:
    """Whether both say which position it is, and not the same one."""
    if new.requisition and past.requisition:
        return new.requisition != past.requisition
    return not may_be_one_role(new.role, past.role)


def _same_role(new: PastReply, past: PastReply) -> bool | None:
    """Whether it is the same position; None when one of the mails does not say which."""
    if new.requisition and past.requisition:
        return True  # two different ones never come so far
    mine, theirs = role_key(new.role), role_key(past.role)
    return mine == theirs if mine and theirs else None


def _same_company(new: PastReply, past: PastReply, companies: Employers) -> bool:
    """By name and by the user's word about names; of a mail that names none, by the house that it came from."""
    mine, theirs = (_sender(each).rpartition("@")[2] for each in (new, past))
    if new.company and past.company:
        return companies.of(new.company) == companies.of(past.company)
    if new.company or past.company:
        return is_of(past.company, mine) or is_of(new.company, theirs)
    return is_house(mine) and is_house(theirs) and same_organisation(mine, theirs)


def _unsure_for(new: PastReply, past: PastReply) -> timedelta:
    """For how long two mails about one company may be about one application: from another sender alone.

    That is what a recruiter does who writes after the system. The same sender writes twice about two.
    """
    if _sender(new) == _sender(past):
        return timedelta(-1)
    one_known = bool(new.role) != bool(past.role)
    return _SAME_ROLE_WITHIN if one_known else _UNSURE_WITHIN


def _sender(reply: PastReply) -> str:
    return (reply.sender or "").lower()
