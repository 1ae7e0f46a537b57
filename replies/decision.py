"""The words of deciding: what the user wants (Policy), what is known (History), what is chosen (Reply or Skip)."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path

from classifier.message import Address
from classifier.reading import Label, Stage
from replies.applications import Past


class Answer(StrEnum):
    """Which rejections are answered: after an interview only, where a person reads it, or wherever possible."""

    INTERVIEWED = "interviewed"
    REACHABLE = "reachable"
    ALL = "all"


class NoReply(StrEnum):
    """What is done about a sender that nobody reads."""

    FIND_PERSON = "find-person"
    SKIP = "skip"
    BLANK = "blank"


class AskForFeedback(StrEnum):
    """When the reply asks for feedback. Never when the mail says that none is given."""

    NEVER = "never"
    AFTER_INTERVIEW = "after-interview"
    ALWAYS = "always"


class Tone(StrEnum):
    """How the reply sounds."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Policy:
    """One user's wishes, as the pure part needs them. `service.settings` makes it from the mailbox file.

    Attributes:
        address: The mailbox's own address, lower-case domain.
        aliases: Further addresses of the user.
        name: The user's name, for From and as default signature.
        active_hours: Opening and closing time in `timezone`; None means around the clock. Opening is before closing.
        days: Weekdays on which drafts may appear, Monday = 0; never empty.
        language: ISO 639-1 code, or "auto" for the language of the mail.
        templates: Folder with the user's own templates, or None.
        hold_off: How long to wait after a rejection before applying there again, unless the mail says another time.
        updates: What the user has been up to, for a note to somebody known from before; may be empty.
    """

    address: str
    name: str
    aliases: tuple[str, ...] = ()
    delay: timedelta = timedelta(hours=24)
    active_hours: tuple[time, time] | None = None
    days: frozenset[int] = frozenset(range(7))
    timezone: tzinfo = UTC
    expire_after: timedelta = timedelta(days=14)
    answer: Answer = Answer.REACHABLE
    no_reply: NoReply = NoReply.FIND_PERSON
    ask_for_feedback: AskForFeedback = AskForFeedback.AFTER_INTERVIEW
    tone: Tone = Tone.WARM
    language: str = "auto"
    signature: str | None = None
    templates: Path | None = None
    hold_off: timedelta = timedelta(days=180)
    updates: str = ""

    def is_own(self, email: str) -> bool:
        """Whether this is one of the user's own addresses."""
        return email.lower() in {own.lower() for own in (self.address, *self.aliases)}


class RecipientKind(StrEnum):
    """Who would read an answer."""

    PERSON = "person"
    RELAY = "relay"
    TEAM = "team"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where an answer goes. `address` is None exactly when `kind` is NOBODY; `evidence` says why, for a person."""

    kind: RecipientKind
    address: Address | None
    evidence: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who wrote to the user about an application before, with a reachable address of their own.

    Attributes:
        label: What they wrote: an invitation, a rejection, ...; None when that is not known.
    """

    address: Address
    company: str
    role: str | None
    wrote_at: datetime
    label: Label | None = None


class ReplyKind(StrEnum):
    """What a reply is for: thanks for a rejection, thanks for feedback, a note to somebody known from before."""

    THANKS = "thanks"
    FEEDBACK = "feedback"
    RECONNECT = "reconnect"


@dataclass(frozen=True, slots=True)
class PastReply:
    """A reply that is owed or drafted already.

    Attributes:
        threads: Message-IDs of the mail it answers and of the mails before it in the thread.
        fingerprint: Digest of the text of the mail that it answers.
        key: `Message.key` of the mail that it answers.
        by_person: A person with an address of their own wrote that mail.
        waits_until: When it is to be drafted; None when it is drafted, is being drafted, or the user asked for it.
    """

    company: str | None
    role: str | None
    sender: str | None
    threads: frozenset[str]
    fingerprint: str
    arrived_at: datetime
    kind: ReplyKind = ReplyKind.THANKS
    key: str = ""
    by_person: bool = False
    waits_until: datetime | None = None
    requisition: str | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    """The wording of a draft that was made, as `Draft.wording` has it, for which company, and when."""

    wording: str
    company: str | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class History:
    """What was known in this mailbox before this mail: what is answered, who wrote, and all applications.

    Attributes:
        owed: The key of the mail whose reply is owed already. Whether it is a second one about the same thing, or
            feedback out of the blue, was decided when it came.
        worded: How earlier drafts were worded, in the order in which they were made.
    """

    replies: tuple[PastReply, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    past: Past = field(default_factory=Past)
    owed: str | None = None
    worded: tuple[Worded, ...] = ()


@dataclass(frozen=True, slots=True)
class Reunion:
    """What a note to somebody known from an earlier application has to say.

    Attributes:
        role: The position of the earlier application, or None.
        stage: How far that application came.
        when: When it was; the note names the month.
        feedback: They gave feedback then.
        new_role: The position now applied for, or None.
        another_kind: The new role is of another kind than the earlier one, so the note has to say what changed.
        updates: What the user has been up to, in their own words; empty leaves a blank in the draft.
    """

    role: str | None
    stage: Stage
    when: datetime
    feedback: bool = False
    new_role: str | None = None
    another_kind: bool = False
    updates: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The decision to answer: of which kind, when (aware, UTC), to whom; with a reunion if that is the kind.

    Attributes:
        replaces: Keys of mails whose replies are not needed beside this one, if they still wait.
    """

    kind: ReplyKind
    due_at: datetime
    to: Recipient
    reunion: Reunion | None = None
    replaces: tuple[str, ...] = ()


class SkipReason(StrEnum):
    """Every reason for not drafting. The value is kept in the ledger; `sentence` is what the user reads."""

    NOT_REJECTION = "not_rejection"
    UNSURE = "unsure"
    OWN_MAIL = "own_mail"
    MAILING_LIST = "mailing_list"
    BOUNCE = "bounce"
    NO_SENDER = "no_sender"
    SUSPICIOUS_SENDER = "suspicious_sender"
    SUSPICIOUS_REPLY_TO = "suspicious_reply_to"
    FOREIGN_LANGUAGE = "foreign_language"
    EXPIRED = "expired"
    DUPLICATE = "duplicate"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    NOT_INTERVIEWED = "not_interviewed"
    NOBODY_READS = "nobody_reads"
    UNKNOWN_FEEDBACK = "unknown_feedback"
    # Of a confirmed application:
    WITHIN_HOLD_OFF = "within_hold_off"
    PERHAPS_KNOWN = "perhaps_known"
    NOBODY_KNOWN = "nobody_known"
    # Found when the conversation was read again, after the delay:
    MAIL_GONE = "mail_gone"
    ALREADY_ANSWERED = "already_answered"
    DRAFT_BEGUN = "draft_begun"
    WROTE_AGAIN = "wrote_again"
    NO_LONGER_REJECTION = "no_longer_rejection"
    # Found when a person wrote after the system had:
    REPLACED = "replaced"
    # Said by the user:
    SKIPPED_BY_USER = "skipped_by_user"
    TAUGHT_OTHERWISE = "taught_otherwise"


@dataclass(frozen=True, slots=True)
class Skip:
    """The decision not to answer, with its reason and, where there is one, the evidence for it."""

    reason: SkipReason
    evidence: str = ""


Decision = Reply | Skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished reply: RFC 5322 bytes with CRLF line ends, built and checked by `replies.compose`.

    Attributes:
        raw: The whole draft.
        message_id: Our deterministic Message-ID, in angle brackets.
        wording: The template it was written from and the key that chose its phrases ("en/thanks/met-warm-1#3f2a"), so
            that the next draft can sound otherwise.
        beside: It may stand beside another answer to the same mail: only its own Message-ID says that it is there.
        heading: By which it is known again by its subject, should the user's program give it another Message-ID.
        blanks: What in it only the user can fill in, as it stands there («why this role»).
    """

    raw: bytes
    message_id: str
    wording: str = ""
    beside: bool = False
    heading: str = ""
    blanks: tuple[str, ...] = ()
