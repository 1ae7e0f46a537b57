"""What became of a draft: still there, sent by the user, or gone. Read from what stands in the mailbox."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from classifier.message import Message
from replies.decision import Policy, ReplyKind
from replies.identity import draft_id, note_id
from replies.standing import Around

_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc|doorst|weitergeleitet)\s*:", re.IGNORECASE)
_CLOCKS_DIFFER_BY = timedelta(hours=1)


class Fate(StrEnum):
    """What became of a draft."""

    STANDS = "stands"
    SENT = "sent"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that Ajar made.

    Attributes:
        key: `Message.key` of the mail that owed it.
        answers: The Message-ID of the mail that it answers, if that has one and the draft is in its thread.
        to: Whom it was addressed to; None when that was left open.
        made_at: Aware.
    """

    key: str
    kind: ReplyKind
    answers: str | None
    to: str | None
    made_at: datetime


def fate_of(made: Made, around: Around, policy: Policy) -> tuple[Fate, datetime | None]:
    """Return what became of a draft, and for a sent one when it says it was sent, if it does.

    GONE means that it is neither among the drafts nor among the sent mails of `around`. A draft that was edited, even
    anew by a program that gave it another Message-ID, is known by the mail that it answers.
    """
    look = _Look(made, policy)
    sent = [mail for place, mail in around if place == "sent" and look.is_it(mail) and not look.is_passed_on(mail)]
    if sent:
        return Fate.SENT, sent[0].date
    stands = any(place == "drafts" and look.is_it(mail) for place, mail in around)
    return (Fate.STANDS if stands else Fate.GONE), None


@dataclass(frozen=True, slots=True)
class _Look:
    """How a mail stands to the draft."""

    made: Made
    policy: Policy

    def is_it(self, mail: Message) -> bool:
        own_id = (note_id if self.made.kind is ReplyKind.RECONNECT else draft_id)(self.policy, self.made.key)
        if mail.message_id == own_id:
            return True
        if self.made.kind is ReplyKind.RECONNECT or self.made.answers is None:
            # Other mails of the user's may answer the same one; what goes to that person since is taken for it.
            return self._goes_there(mail) and self._is_since(mail)
        return self.made.answers in {*mail.in_reply_to, *mail.references}

    def is_passed_on(self, mail: Message) -> bool:
        """Forwarded to somebody else: that names the mail too, and answers nobody."""
        return _FORWARD.match(mail.subject) is not None and not self._goes_there(mail)

    def _goes_there(self, mail: Message) -> bool:
        return self.made.to is not None and any(one.email.lower() == self.made.to.lower() for one in mail.to)

    def _is_since(self, mail: Message) -> bool:
        return mail.date is None or mail.date >= self.made.made_at - _CLOCKS_DIFFER_BY
