"""One time of applying: the mails from its confirmation to its end, told apart from those of the other times."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from classifier.reading import Label, Stage
from replies.names import role_key
from replies.roles import may_be_one_role

# After so long a silence the same role is another application: the first one was never answered.
_SILENCE = timedelta(days=150)
# A confirmation may be overtaken by the rejection; nobody applies for the same role again so soon.
_OVERTAKEN = timedelta(days=2)
_STAGES = tuple(Stage)
_NEWS = frozenset({Label.INTERVIEW, Label.OFFER})


@dataclass(frozen=True, slots=True)
class JobMail:
    """One mail about an application, as the ledger knows it.

    Attributes:
        key: `Message.key`.
        sender: The address that it came from.
        email: Where the person who wrote it can be reached, if one did.
        threads: Its Message-ID and those before it in its thread.
        reapply_months: After how many months another application is welcome, if it says so.
        feedback: What they said about the application, if it was kept.
        thanked: The user answered it: sent the draft, or wrote an answer without one.
        by_hand: It is no mail, but the user's word that they applied.
    """

    key: str
    label: Label
    arrived_at: datetime
    company: str | None = None
    role: str | None = None
    requisition: str | None = None
    person: str | None = None
    email: str | None = None
    sender: str | None = None
    stage: Stage = Stage.APPLIED
    language: str = ""
    threads: frozenset[str] = frozenset()
    reapply_months: int | None = None
    feedback: str | None = None
    thanked: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """One time of applying: the mails from its confirmation to its end, oldest first; never empty."""

    mails: tuple[JobMail, ...]

    @property
    def role(self) -> str | None:
        """The position, as the first mail that names it writes it."""
        return next((mail.role for mail in self.mails if mail.role), None)

    @property
    def began_at(self) -> datetime:
        """When the first mail came: in most cases the confirmation."""
        return self.mails[0].arrived_at

    @property
    def stage(self) -> Stage:
        """How far it came, as far as the mails say."""
        return max((mail.stage for mail in self.mails), key=_STAGES.index)

    @property
    def rejection(self) -> JobMail | None:
        """The rejection that stands: the last one, unless an invitation or an offer came after it."""
        telling = [mail for mail in self.mails if mail.label is Label.REJECTION or mail.label in _NEWS]
        return telling[-1] if telling and telling[-1].label is Label.REJECTION else None


@dataclass(slots=True)
class _Begun:
    """An attempt in the making."""

    mails: list[JobMail] = field(default_factory=list)

    @property
    def role(self) -> str:
        return next((key for mail in self.mails if (key := role_key(mail.role))), "")

    def is_threaded_with(self, mail: JobMail) -> bool:
        return any(mail.threads & each.threads for each in self.mails)

    def has_number_of(self, mail: JobMail) -> bool:
        return mail.requisition is not None and any(mail.requisition == each.requisition for each in self.mails)

    def differs(self, mail: JobMail) -> bool:
        """Whether both say which role it is, and not the same one."""
        role = role_key(mail.role)
        numbers = {each.requisition for each in self.mails if each.requisition}
        return bool(role and self.role and role != self.role) or bool(
            mail.requisition and numbers and mail.requisition not in numbers
        )

    def is_another(self, mail: JobMail) -> bool:
        """Whether it differs by more than the wording of a title, which changes from mail to mail."""
        numbers = {each.requisition for each in self.mails if each.requisition}
        if mail.requisition and numbers:
            return mail.requisition not in numbers
        return not may_be_one_role(self.role, mail.role)

    def is_open_to(self, mail: JobMail) -> bool:
        """Whether a confirmation may be of this very time of applying: not over by then, and not long ago."""
        rejection = Attempt(tuple(self.mails)).rejection
        over = rejection is not None and mail.arrived_at - rejection.arrived_at > _OVERTAKEN
        return not over and mail.arrived_at - self.mails[-1].arrived_at <= _SILENCE


def attempts_in(mails: Sequence[JobMail]) -> tuple[Attempt, ...]:
    """Sort one company's mails, oldest first, into the times of applying."""
    begun: list[_Begun] = []
    for mail in mails:
        home = _home(mail, begun[::-1])
        if home is None:
            home = _Begun()
            begun.append(home)
        home.mails.append(mail)
    return tuple(Attempt(tuple(each.mails)) for each in begun)


def _home(mail: JobMail, latest_first: Sequence[_Begun]) -> _Begun | None:
    """Return the time of applying that a mail belongs to; None when it begins one."""
    if mail.label is Label.ACKNOWLEDGEMENT:
        candidates = [each for each in latest_first if each.is_open_to(mail) and not each.differs(mail)]
        return None if mail.by_hand else _best(mail, candidates)
    threaded = next((each for each in latest_first if each.is_threaded_with(mail)), None)
    numbered = next((each for each in latest_first if each.has_number_of(mail)), None)
    near = [each for each in latest_first if mail.arrived_at - each.mails[-1].arrived_at <= _SILENCE]
    return threaded or numbered or _best(mail, [each for each in near if not each.is_another(mail)])


def _best(mail: JobMail, candidates: Sequence[_Begun]) -> _Begun | None:
    """Return the one with the same role, else one that is not over, else the latest."""
    role = role_key(mail.role)
    same = next((each for each in candidates if role and each.role == role), None)
    still = next((each for each in candidates if each.is_open_to(mail)), None)
    return same or still or next(iter(candidates), None)
