"""Does a reply still make sense, now that the delay is over? Read from what stands around the mail in the mailbox.

Doubt speaks against a draft: one less is better than one that answers what has been answered, or taken back.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from classifier.message import Message
from classifier.reading import Label, Verdict
from classifier.senders import is_team, is_unattended
from replies.decide import is_from_list
from replies.decision import Policy, SkipReason
from replies.domains import is_service, organisation, same_organisation
from replies.identity import draft_id
from replies.names import company_key
from replies.subjects import bare_subject, is_forward

_T = TypeVar("_T")
Around = Sequence[tuple[str, Message]]
"""Mails, each with its place: "received", "drafts", "sent" or "trash"."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Nothing stands against the draft."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Our draft is, or was, in the mailbox: saved once, and never to be made again."""

    message_id: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The draft makes no sense any more. The evidence holds no words of a mail."""

    reason: SkipReason
    evidence: str


Standing = Clear | Saved | Cancelled

_TAKES_BACK = re.compile(
    r"\b(?:disregard|(?:in|by) (?:error|mistake)|mistakenly|reconsider\w*|re-?open\w*|rescind\w*"
    r"|change of (?:plan|heart)|irrtümlich\w*|versehentlich\w*"
    r"|aus versehen|gegenstandslos|hinfällig|zurückziehen|doch noch|wieder ?eröffnet)\b",
    re.IGNORECASE,
)
_NEWS = frozenset({Label.INTERVIEW, Label.OFFER, Label.FEEDBACK})
_NO_NEWS = frozenset({Label.REJECTION, Label.ACKNOWLEDGEMENT})


def still_stands(
    message: Message,
    around: Around,
    policy: Policy,
    classify: Callable[[Message], Verdict],
    *,
    company: str | None = None,
    arrived_at: datetime | None = None,
    until: datetime | None = None,
) -> Standing:
    """Return whether the mail is still to be answered, given the mails that stand around it now.

    Args:
        message: The rejection.
        around: The other mails, each with its place; unrelated ones are told apart here. Those outside "received" may
            be headers only.
        policy: The user's wishes; who the user is.
        classify: Says what a received mail is. Asked only about mails that may matter.
        company: The employer, if known: tells apart the many that write from one service's address.
        arrived_at: When the rejection arrived, aware: what is older was known when it came.
        until: For whoever looks back: when the draft's time was, aware. What came after it is no matter.
    """
    scene = _Scene(message, policy, company, _earliest(message.date, arrived_at))
    others = [(place, mail) for place, mail in around if mail.key != message.key and not scene.is_notice(place, mail)]
    others = [(place, mail) for place, mail in others if not (until and _came_too_late(scene, place, mail, until))]
    return (
        _first(_saved(scene, place, mail) for place, mail in others)
        or _first(_answered(scene, place, mail) for place, mail in others)
        or _first(_begun(scene, place, mail) for place, mail in others)
        or _first(_wrote_again(scene, place, mail, classify) for place, mail in others)
        or Clear()
    )


def takes_back(mail: Message) -> bool:
    """Whether a mail says, in so many words, that what was said before does not hold."""
    return bool(_TAKES_BACK.search(f"{mail.subject}\n{mail.text}"))


def is_automatic(mail: Message) -> bool:
    """Whether a program wrote it by itself (RFC 3834): a notice that the user is away is no answer of the user's."""
    said = (mail.headers.get("auto-submitted") or ("no",))[0]
    return said.partition(";")[0].strip().lower() not in {"", "no"}


@dataclass(frozen=True, slots=True)
class _Scene:
    """The rejection, and how another mail stands to it."""

    message: Message
    policy: Policy
    company: str | None
    since: datetime | None

    def is_own(self, mail: Message) -> bool:
        return mail.sender is not None and self.policy.is_own(mail.sender.email)

    def is_notice(self, place: str, mail: Message) -> bool:
        """The user's mailbox wrote it by itself."""
        return (place == "sent" or self.is_own(mail)) and is_automatic(mail)

    def is_later(self, mail: Message) -> bool:
        """A mail without a date counts as later: a mailbox hands out what came after the rejection."""
        return mail.date is None or self.since is None or mail.date >= self.since

    def is_answer_to(self, mail: Message) -> bool:
        """The mail names the rejection; when that has no Message-ID, a later one to its sender bears its subject.

        Not an earlier one: they write "Re:" to what the user wrote when applying.
        """
        if self.message.message_id:
            return self.message.message_id in {*mail.in_reply_to, *mail.references}
        same = bare_subject(mail.subject) == bare_subject(self.message.subject)
        return same and self.is_later(mail) and self.goes_to_sender(mail)

    def goes_to_sender(self, mail: Message) -> bool:
        senders = {address.email.lower() for address in (self.message.sender, *self.message.reply_to) if address}
        return any(address.email.lower() in senders for address in mail.to)

    def is_passed_on(self, mail: Message) -> bool:
        """Forwarded to somebody else: a friend who is told of the rejection is not answered to."""
        sender = self.message.sender
        to_their_side = sender and any(same_organisation(address.domain, sender.domain) for address in mail.to)
        return is_forward(mail.subject) and not (to_their_side or self.goes_to_sender(mail))

    def in_thread(self, mail: Message) -> bool:
        ours = {*self.message.references, *self.message.in_reply_to, *filter(None, [self.message.message_id])}
        return not ours.isdisjoint({*mail.references, *mail.in_reply_to})

    def from_their_side(self, mail: Message) -> bool:
        """The same sender or another of the same house; of a service, only when it writes for the same employer."""
        here, there = self.message.sender, mail.sender
        if here is None or there is None:
            return False
        if is_service(there.domain):
            return organisation(here.domain) == organisation(there.domain) and self._same_employer(mail)
        return here.email.lower() == there.email.lower() or same_organisation(here.domain, there.domain)

    def _same_employer(self, mail: Message) -> bool:
        here, there = self.message.sender, mail.sender
        names = [name.casefold() for name in (here.name if here else "", there.name if there else "")]
        company = company_key(self.company)
        words = company_key(f"{names[1]} {mail.subject} {mail.text}")
        return (names[0] == names[1] != "") or (company != "" and f" {company} " in f" {words} ")


def _came_too_late(scene: _Scene, place: str, mail: Message, until: datetime) -> bool:
    """Whether a mail came after that moment, and is not the user's own answer, given late.

    That names the rejection. A new mail to the same recruiter, a year later, is about something else.
    """
    answers = place != "received" and scene.is_answer_to(mail)
    return not answers and mail.date is not None and mail.date > until


def _saved(scene: _Scene, place: str, mail: Message) -> Saved | None:
    ours = draft_id(scene.policy, scene.message.key)
    if place == "received":
        return None
    if mail.message_id == ours or (place == "trash" and scene.is_own(mail) and scene.is_answer_to(mail)):
        return Saved(mail.message_id, place)
    return None


def _answered(scene: _Scene, place: str, mail: Message) -> Cancelled | None:
    if place in {"drafts", "trash"} or not (place == "sent" or scene.is_own(mail)) or scene.is_passed_on(mail):
        return None
    written_since = place == "sent" and scene.goes_to_sender(mail) and scene.is_later(mail)
    if scene.is_answer_to(mail) or written_since:
        return Cancelled(SkipReason.ALREADY_ANSWERED, f"you wrote to them{_on(mail)}")
    return None


def _begun(scene: _Scene, place: str, mail: Message) -> Cancelled | None:
    if place == "drafts" and scene.is_answer_to(mail):
        return Cancelled(SkipReason.DRAFT_BEGUN, f"there is a draft of yours{_on(mail)}")
    return None


def _wrote_again(scene: _Scene, place: str, mail: Message, classify: Callable[[Message], Verdict]) -> Cancelled | None:
    """Their news counts in the thread or out of it: even about another role, this is no moment to say good-bye."""
    answers = scene.is_answer_to(mail)
    if place != "received" or scene.is_own(mail) or is_from_list(mail) or not (answers or scene.is_later(mail)):
        return None
    if not (answers or scene.in_thread(mail) or scene.from_their_side(mail)):
        return None
    label = classify(mail).label
    if label in _NEWS or (label not in _NO_NEWS and _is_about_it(scene, mail)):
        return Cancelled(SkipReason.WROTE_AGAIN, f"they wrote again{_on(mail)}, read as {label}")
    return None


def _is_about_it(scene: _Scene, mail: Message) -> bool:
    """Whether a mail that cannot be named belongs to the application, unlike a job alert from the same house."""
    subject = bare_subject(mail.subject)
    if scene.in_thread(mail) or (subject and subject == bare_subject(scene.message.subject)):
        return True
    return "list-unsubscribe" not in mail.headers and (_from_same_person(scene, mail) or takes_back(mail))


def _from_same_person(scene: _Scene, mail: Message) -> bool:
    here, there = scene.message.sender, mail.sender
    if here is None or there is None or here.email.lower() != there.email.lower():
        return False
    return not (is_team(there.email) or is_unattended(there.email) or is_service(there.domain))


def _first(found: Iterable[_T | None]) -> _T | None:
    return next((one for one in found if one), None)


def _earliest(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment), default=None)


def _on(mail: Message) -> str:
    return f" on {mail.date:%Y-%m-%d}" if mail.date else ""
