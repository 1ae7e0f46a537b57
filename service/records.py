"""What the ledger holds: facts about mails, and the replies that are owed for them. No subject, no body."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from classifier.reading import Label, Stage
from replies.decision import Decision, Skip, SkipReason
from service.mailbox import MessageRef


class State(StrEnum):
    """Where a reply stands. The crash table in service.jobs says how it moves.

    pending → claimed → drafted | unknown → drafted | pending; parked waits for the user and is tried again later;
    unsure waits for the user's word; cancelled carries its reason.
    """

    PENDING = "pending"
    CLAIMED = "claimed"
    UNKNOWN = "unknown"
    DRAFTED = "drafted"
    PARKED = "parked"
    UNSURE = "unsure"
    CANCELLED = "cancelled"


# The locator of what is no mail, but the user's word that they applied; no provider finds anything there.
BY_HAND: Final = "by hand"

# Only the user can say: whether it is a rejection, whether it is news of a second one.
ASKED: Final = frozenset({SkipReason.UNSURE, SkipReason.POSSIBLE_DUPLICATE})

OWED = frozenset({State.PENDING, State.CLAIMED, State.UNKNOWN, State.PARKED})
OPEN = OWED | {State.UNSURE}
AT_REST = OPEN - {State.CLAIMED, State.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one mail came to.

    Attributes:
        key: `Message.key`: the mail itself, wherever it lies.
        rejection: Calibrated probability, 0 to 1.
        sender: The address that it came from; kept for job mail only.
        email: Where a person can be reached who wrote it; kept for job mail only.
        threads: Its Message-ID and those before it in the thread; kept for job mail only.
        fingerprint: Digest of its text; kept for job mail only.
        requisition: The number of the position.
        reapply_months: After how many months another application is welcome, if it says so.
        feedback: What they said about the application, in their own words: the only text that is kept.
    """

    key: str
    ref: MessageRef
    label: Label
    rejection: float
    unsure: bool
    decision: Decision
    company: str | None = None
    role: str | None = None
    person: str | None = None
    sender: str | None = None
    email: str | None = None
    stage: Stage = Stage.APPLIED
    language: str = ""
    threads: frozenset[str] = frozenset()
    fingerprint: str = ""
    requisition: str | None = None
    reapply_months: int | None = None
    feedback: str | None = None

    @property
    def is_job_mail(self) -> bool:
        """Whether it has to do with an application, or may have."""
        return self.label is not Label.OTHER or self.unsure

    @property
    def asks(self) -> bool:
        """Whether it waits for the user's word."""
        return isinstance(self.decision, Skip) and self.decision.reason in ASKED


@dataclass(frozen=True, slots=True)
class MailboxState:
    """How far one mailbox has been read, and how it fared."""

    name: str
    cursor: str | None
    first_seen_at: datetime
    succeeded_at: datetime | None
    failure: str | None


@dataclass(frozen=True, slots=True)
class OwedReply:
    """A reply in the ledger with the facts of the mail that it answers.

    Attributes:
        asked: The user said "draft it", so cut-offs, expiry and opening hours no longer hold it back.
        looked_at: When a first look after an unclear save found nothing.
        label: What the mail was taken for, and `rejection`, the probability that it is one.
        draft_locator: Where the draft was put, once it was.
        blanks: What the draft still had for the user to fill in when it was last seen; None when that is not known.
        sent_at: When it was seen that the user had sent it.
        declined_at: When it was seen that the user had removed it.
    """

    id: int
    mailbox: str
    kind: str
    state: State
    reason: str
    due_at: datetime
    to: str | None
    asked: bool
    looked_at: datetime | None
    key: str
    ref: MessageRef
    company: str | None
    role: str | None
    label: str
    rejection: float
    draft_locator: str | None
    blanks: tuple[str, ...] | None = None
    sent_at: datetime | None = None
    declined_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mail that the ledger knows: in which mailbox, how it is found there, and what it was taken for."""

    mailbox: str
    ref: MessageRef
    rejection: float


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One decision on one job mail, for `ajar history`.

    Attributes:
        sent_at: When it was seen that the user had sent the draft.
        declined_at: When it was seen that the user had removed it.
        kind: What the reply is for, where there is one.
        blanks: How many blanks the draft still had when it was last seen.
    """

    mail_id: int
    mailbox: str
    arrived_at: datetime
    label: str
    rejection: float
    company: str | None
    role: str | None
    reply_id: int | None
    state: str
    reason: str
    to: str | None
    changed_at: datetime
    sent_at: datetime | None = None
    declined_at: datetime | None = None
    kind: str | None = None
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A mail that could not be read so far, and why."""

    mailbox: str
    ref: MessageRef
    tries: int
    why: str
