"""What became of a draft: still there, sent by the user, or gone. Read from what stands in the mailbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from classifier.message import Message
from replies.decision import Policy, ReplyKind
from replies.identity import draft_id, note_id
from replies.standing import Around, is_automatic
from replies.subjects import heading_of, is_forward

_CLOCKS_DIFFER_BY = timedelta(hours=1)


class Fate(StrEnum):
    """What became of a draft. UNCLEAR: something else went, or lies ready to go, to the same person."""

    STANDS = "stands"
    SENT = "sent"
    GONE = "gone"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that Ajar made.

    Attributes:
        key: `Message.key` of the mail that owed it.
        answers: The Message-ID of the mail that it answers, if that has one and nothing else of the user's answers it.
        to: Whom it was addressed to; None when that was left open.
        made_at: Aware.
        heading: `Draft.heading`; None when it is not known.
    """

    key: str
    kind: ReplyKind
    answers: str | None
    to: str | None
    made_at: datetime
    heading: str | None = None


def fate_of(made: Made, around: Around, policy: Policy) -> tuple[Fate, Message | None]:
    """Return what became of a draft, and the mail that it is now: the draft as it stands, or as it was sent.

    GONE means that it is neither among the drafts nor among the sent mails of `around`. A draft that was edited, even
    anew by a program that gave it another Message-ID, is known by the mail that it answers; one that answers none, or
    not alone, by its subject and whom it goes to.
    """
    look = _Look(made, policy)
    around = [(place, mail) for place, mail in around if not is_automatic(mail)]
    for place, fate in (("sent", Fate.SENT), ("drafts", Fate.STANDS)):
        for at, mail in around:
            if at == place and look.is_it(mail) and not look.is_passed_on(mail):
                return fate, mail
    perhaps = any(place in {"sent", "drafts"} and look.may_be_it(mail) for place, mail in around)
    return (Fate.UNCLEAR if perhaps else Fate.GONE), None


@dataclass(frozen=True, slots=True)
class _Look:
    """How a mail stands to the draft."""

    made: Made
    policy: Policy

    def is_it(self, mail: Message) -> bool:
        own_id = (note_id if self.made.kind is ReplyKind.RECONNECT else draft_id)(self.policy, self.made.key)
        if mail.message_id == own_id:
            return True
        if self.made.answers is not None:
            return self.made.answers in {*mail.in_reply_to, *mail.references}
        return self.may_be_it(mail) and self.made.heading in {None, heading_of(self.made.key, mail.subject)}

    def may_be_it(self, mail: Message) -> bool:
        """Where no mail tells it apart: it goes to that person and was written since."""
        return self.made.answers is None and self._goes_there(mail) and self._is_since(mail)

    def is_passed_on(self, mail: Message) -> bool:
        """Forwarded to somebody else: that names the mail too, and answers nobody."""
        return is_forward(mail.subject) and not self._goes_there(mail)

    def _goes_there(self, mail: Message) -> bool:
        return self.made.to is not None and any(one.email.lower() == self.made.to.lower() for one in mail.to)

    def _is_since(self, mail: Message) -> bool:
        return mail.date is None or mail.date >= self.made.made_at - _CLOCKS_DIFFER_BY
