"""What may stand in a mailbox file and in ajar.toml: the tables, their keys, their defaults.

Frozen, and a key that is not listed is refused: a misspelt `dealy` must never pass for the default. What depends on
two keys is checked on the later one of them, so that one mistake never hides another.
"""

from datetime import timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from config.mailboxes import WAYS_IN, Gmail, Imap, Mailbox, Maildir, Table
from config.values import (
    Days,
    Duration,
    Flag,
    Hours,
    Line,
    Listener,
    NoticeUrl,
    Url,
    UserPath,
    Zone,
    refuse,
    system_zone,
)

__all__ = ["WAYS_IN", "Gmail", "Imap", "Mailbox", "MailboxFile", "Maildir", "Service", "ServiceFile"]


class Schedule(Table):
    """When mail is read and when drafts appear. `days`: Monday is 0."""

    poll_every: Duration = timedelta(minutes=5)
    look_back: Duration = timedelta(days=3)
    delay: Duration = timedelta(hours=24)
    active_hours: Hours = None
    days: Days = frozenset(range(7))
    timezone: Zone = Field(default_factory=system_zone)
    expire_after: Duration = timedelta(days=14)
    settle: Duration = timedelta(minutes=10)

    SHORTEST_POLL: ClassVar[timedelta] = timedelta(seconds=1)

    @field_validator("poll_every")
    @classmethod
    def _leaves_room_to_breathe(cls, poll_every: timedelta) -> timedelta:
        if poll_every < cls.SHORTEST_POLL:
            raise refuse("must be 1s or longer.", "5m suits most mailboxes.")
        return poll_every

    @field_validator("expire_after")
    @classmethod
    def _outlives_the_delay(cls, expire_after: timedelta, info: ValidationInfo) -> timedelta:
        if info.data.get("delay", timedelta()) >= expire_after:
            raise refuse("must be longer than delay, or no reply would ever fall due.", "Shorten delay or lengthen it.")
        return expire_after


class Replies(Table):
    """Which rejections are answered, and in which voice."""

    answer: Literal["interviewed", "reachable", "all"] = "reachable"
    no_reply: Literal["find-person", "skip", "blank"] = "find-person"
    ask_for_feedback: Literal["never", "after-interview", "always"] = "after-interview"
    tone: Literal["warm", "plain", "formal"] = "warm"
    language: Literal["auto", "en", "de", "es", "fr", "it", "nl", "pt"] = "auto"
    signature: str | None = None
    templates: UserPath | None = None


class Reconnect(Table):
    """How long to hold off after a rejection, and what to tell the old recruiter then."""

    hold_off: Duration = timedelta(days=180)
    updates: str | None = None


class Learn(Table):
    """Folders or labels that the user moves mails into, to correct a verdict; `/` stands between their levels."""

    rejections: Line | None = None
    others: Line | None = None

    @field_validator("others")
    @classmethod
    def _is_another(cls, others: str | None, info: ValidationInfo) -> str | None:
        rejections = info.data.get("rejections")
        if others is not None and rejections is not None and others.casefold() == rejections.casefold():
            raise refuse("must be another folder than rejections.", 'Write for example "Ajar/Not rejections".')
        return others


class Notify(Table):
    """Whom to tell, and how much. The URLs hold tokens, so no repr shows them."""

    urls: tuple[NoticeUrl, ...] = Field(default=(), repr=False)
    digest: Literal["weekly", "daily"] | None = None
    detail: Flag = False


class Privacy(Table):
    """How long facts are kept, and whether what the user taught is forgotten then too."""

    keep: Duration = timedelta(days=400)
    forget_corrections: Flag = False


class MailboxFile(Table):
    """One file of `mailboxes/`: one mailbox."""

    mailbox: Annotated[Mailbox, Field(discriminator="provider")]
    schedule: Schedule = Field(default_factory=Schedule)
    replies: Replies = Replies()
    reconnect: Reconnect = Reconnect()
    learn: Learn = Learn()
    notify: Notify = Notify()
    privacy: Privacy = Privacy()

    @field_validator("privacy")
    @classmethod
    def _outlives_the_replies(cls, privacy: Privacy, info: ValidationInfo) -> Privacy:
        schedule = info.data.get("schedule")
        if schedule is not None and privacy.keep <= schedule.expire_after:
            raise refuse("must keep facts for longer than expire_after.", "Until then a reply may be owed.")
        return privacy

    @field_validator("learn")
    @classmethod
    def _holds_corrections_alone(cls, learn: Learn, info: ValidationInfo) -> Learn:
        """Whatever lies in such a folder is learnt: a whole inbox would teach that every mail is a rejection."""
        mailbox = info.data.get("mailbox")
        taken = {"inbox", *(folder.casefold() for folder in mailbox.folders)} if mailbox else {"inbox"}
        if any(name is not None and name.casefold() in taken for name in (learn.rejections, learn.others)):
            raise refuse("names a folder that new mail comes into.", "Make one for corrections alone.")
        return learn


class Service(Table):
    """Where the ledger is (a SQLAlchemy URL; None: SQLite in the state directory), and what the service tells."""

    ledger: Url | None = Field(default=None, repr=False)
    log: Literal["text", "json"] = "text"
    metrics: Listener | None = None


class ServiceFile(Table):
    """The file ajar.toml, for the whole service."""

    service: Service = Service()
