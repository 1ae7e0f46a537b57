"""One configured mailbox, and what a sweep of it works with."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta

from classifier.reading import Label
from config.schema import Notify, Privacy
from replies.decision import Policy
from service.corrections import Corrections
from service.ledger import Ledger
from service.mailbox import Mailbox
from service.pipeline import Circumstances, Classify
from service.wording import counted


@dataclass(frozen=True, slots=True)
class Account:
    """One mailbox as configured, ready to be swept.

    Attributes:
        name: The configuration file's stem.
        open: Makes a fresh Mailbox; connects lazily.
        lessons: The folders that the user files corrections into, and what mails in each are; None is no rejection.
        notify: Whom to tell.
        privacy: How long facts are kept.
    """

    name: str
    policy: Policy
    poll_every: timedelta
    look_back: timedelta
    settle: timedelta
    open: Callable[[], Mailbox]
    lessons: tuple[tuple[str, Label | None], ...] = ()
    notify: Notify = field(default_factory=Notify)
    privacy: Privacy = field(default_factory=Privacy)

    def remembers_from(self, now: datetime) -> datetime:
        """Return the midnight before which nothing is read or kept: forgetting is a thing of once a day."""
        return (now - self.privacy.keep).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Tools:
    """What every sweep needs beside the account.

    Attributes:
        clock: Returns the time now, aware.
        stopping: True when the sweep should end after the step in hand.
        corrections: What the user taught; None where nothing can be taught.
        refit: Weighs them in, and returns what came of it when there is news.
    """

    ledger: Ledger
    classify: Classify
    clock: Callable[[], datetime]
    stopping: Callable[[], bool]
    corrections: Corrections | None = None
    refit: Callable[[], str | None] = lambda: None


@dataclass(slots=True)
class Swept:
    """What a sweep did: mails recorded, rejections and doubtful ones among them, replies drafted, cancelled, parked.

    `learnt` counts the corrections that it found, `sent` the drafts that the user was seen to have sent, `unfinished`
    those saved that only the user can finish.
    """

    recorded: int = 0
    rejections: int = 0
    unsure: int = 0
    drafted: int = 0
    cancelled: int = 0
    parked: int = 0
    learnt: int = 0
    sent: int = 0
    unfinished: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The numbers by their names, those that are none left out."""
        return {name: count for name, count in asdict(self).items() if count}

    @property
    def found_something(self) -> bool:
        """Whether it did more than read mail that is no rejection."""
        return any(name != "recorded" for name in self.counts)

    def __str__(self) -> str:
        mails, rejections = counted(self.recorded, "new mail"), counted(self.rejections, "rejection")
        parts = [mails, rejections, f"{counted(self.drafted, 'draft')} saved"]
        parts += [f"{self.unfinished} with blanks for you to fill in (see `ajar pending`)"] * bool(self.unfinished)
        parts += [f"{self.cancelled} no longer needed"] * bool(self.cancelled)
        parts += [f"{counted(self.sent, 'draft')} sent by you"] * bool(self.sent)
        parts += [f"{counted(self.learnt, 'correction')} learnt"] * bool(self.learnt)
        waiting = self.unsure + self.parked
        parts += [f"{waiting} waiting for your word (see `ajar pending`)"] * bool(waiting)
        return ", ".join(parts)


def circumstances(account: Account, tools: Tools) -> Circumstances:
    """Look at the ledger and the clock, for the pure part."""
    now = tools.clock()
    return Circumstances(tools.ledger.history(account.name, now), account.policy, tools.classify, now)
