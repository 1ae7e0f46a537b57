"""What was read in a mail: the verdict (what it is) and the details (who, where, which role).

A verdict and a detail are facts about the mail. What is done about them is a decision, and lives in `replies`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a mail is, as far as a job seeker is concerned."""

    REJECTION = "rejection"
    ACKNOWLEDGEMENT = "acknowledgement"
    INTERVIEW = "interview"
    OFFER = "offer"
    FEEDBACK = "feedback"
    OTHER = "other"


class Stage(StrEnum):
    """How far the application had come when the mail was written, as far as the mail itself tells."""

    APPLIED = "applied"
    SPOKEN = "spoken"
    INTERVIEWED = "interviewed"


class Formality(StrEnum):
    """How the mail addresses its reader, in languages that tell the two apart."""

    FAMILIAR = "familiar"
    FORMAL = "formal"


class Reason(StrEnum):
    """Why it is a rejection, as far as the mail says."""

    FILLED = "filled"
    CANCELLED = "cancelled"
    PAUSED = "paused"
    OTHER_CANDIDATES = "other-candidates"
    NOT_QUALIFIED = "not-qualified"


@dataclass(frozen=True, slots=True)
class Clue:
    """A sentence in the mail's own words and what it weighed: log-odds, positive for a rejection."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the mail is.

    Attributes:
        label: The most likely label; `REJECTION` only when `rejection` is above the upper cut-off.
        rejection: Calibrated probability, 0 to 1, that this is a rejection of a job application.
        unsure: True when `rejection` lies between the two cut-offs: kept and shown, never answered unasked.
        clues: The sentences that decided, strongest first. Empty when nothing spoke either way.
    """

    label: Label
    rejection: float
    unsure: bool
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value taken out of the mail, and where it stood (for a person to check, e.g. 'signature')."""

    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Details:
    """Facts about the application, each with its evidence, or None. Absent rather than wrong.

    Attributes:
        company: The employer; never the name of an applicant tracking system.
        role: The position's title as the mail writes it.
        person: Who signed, as signed ("Dr. Anna Müller"); None when nobody did or only a team.
        stage: How far it had come; `APPLIED` unless the mail itself says otherwise.
        met_team: True only if the mail speaks of a meeting with the team or several people.
        language: ISO 639-1 code ("en", "de", …).
        formality: How the mail addresses the reader; None when the language has no such difference or it is unclear.
        unattended: The sentence that says that answers are not read, if there is one.
        invites_reply: The sentence that invites an answer, if there is one.
        declines_feedback: The sentence that says that no feedback will be given, if there is one.
        offers_feedback: The sentence that offers feedback for the asking, if there is one and none declines it.
        gives_feedback: The sentence that says what was missing, or another reason, if there is one.
        advises: The sentence in which the writer gives advice, if there is one.
        encourages: The sentence that encourages the reader, if there is one.
        keeps_on_file: The sentence that promises to keep the application, if there is one.
        requisition: The number of the position, as written ("JR-10482").
        reason: Why this application failed, as far as the mail says.
        reason_evidence: The sentence that says so.
        reapply: When the reader may try again, in the mail's own words ("after six months").
        reapply_months: The same in months, rounded up, where the mail names a time that can be counted.
    """

    company: Fact | None = None
    role: Fact | None = None
    person: Fact | None = None
    stage: Stage = Stage.APPLIED
    stage_evidence: str | None = None
    met_team: bool = False
    language: str = "en"
    formality: Formality | None = None
    unattended: str | None = None
    invites_reply: str | None = None
    declines_feedback: str | None = None
    offers_feedback: str | None = None
    keeps_on_file: str | None = None
    gives_feedback: str | None = None
    advises: str | None = None
    encourages: str | None = None
    requisition: Fact | None = None
    reason: Reason | None = None
    reason_evidence: str | None = None
    reapply: Fact | None = None
    reapply_months: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one mail."""

    verdict: Verdict
    details: Details
