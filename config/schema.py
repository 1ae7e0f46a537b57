"""What may stand in a mailbox file and in ajar.toml: the tables, their keys, their defaults.

Frozen, and a key that is not listed is refused: a misspelt `dealy` must never pass for the default. What depends on
two keys is checked on the later one of them, so that one mistake never hides another.
"""

from datetime import timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from config.values import (
    Address,
    Command,
    Credential,
    Days,
    Duration,
    Endpoint,
    Flag,
    Host,
    Hours,
    Line,
    Lines,
    Listener,
    NoticeUrl,
    Port,
    Url,
    UserPath,
    Variable,
    Zone,
    is_loopback,
    refuse,
    system_zone,
)

WAYS_IN = (
    "password_command",
    "password_file",
    "password_env",
    "keyring",
    "password_credential",
    "token_command",
)


class _Table(BaseModel):
    """A TOML table. Values stay out of pydantic's own error texts: one of them may be a secret in the wrong place."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=True)


class _Account(_Table):
    """What every provider needs to know: whose mailbox this is, and which folders to read."""

    address: Address
    aliases: tuple[Address, ...] = ()
    name: Line
    folders: Lines = ("INBOX",)


class Imap(_Account):
    """A mailbox on an IMAP server, and exactly one way in."""

    provider: Literal["imap"]
    host: Host
    port: Port | None = None
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    ca_file: UserPath | None = None
    username: Line | None = None
    drafts_folder: Line | None = None
    sent_folder: Line | None = None
    # Not in the repr: people do write ["echo", "the password"].
    password_command: Command | None = Field(default=None, repr=False)
    password_file: UserPath | None = None
    password_env: Variable | None = None
    password_credential: Credential | None = None
    token_command: Command | None = Field(default=None, repr=False)
    keyring: Flag = False

    @field_validator("tls")
    @classmethod
    def _plain_text_stays_here(cls, tls: str, info: ValidationInfo) -> str:
        if tls == "none" and not is_loopback(info.data.get("host", "localhost")):
            raise refuse('"none" would send the password in the clear.', 'Use "implicit" (port 993) or "starttls".')
        return tls

    @field_validator("keyring")
    @classmethod
    def _one_way_in(cls, keyring: bool, info: ValidationInfo) -> bool:  # noqa: FBT001 - pydantic's calling convention
        # A way that was refused is absent from info.data: it was given, so it counts.
        ways = [way for way in WAYS_IN if way != "keyring" and info.data.get(way, "refused") is not None]
        ways += ["keyring"] * keyring
        if not ways:
            raise refuse("needs a way in.", f"Write one of: {', '.join(WAYS_IN)}.", key="")
        if len(ways) > 1:
            raise refuse(f"has more than one way in: {', '.join(ways)}.", "Keep one of them.", key="")
        return keyring

    @property
    def server_port(self) -> int:
        """The port to connect to: as written, else the usual one (RFC 8314 §3.2 for TLS from the first byte)."""
        return self.port or (993 if self.tls == "implicit" else 143)

    @property
    def login(self) -> str:
        """The user name to log in with."""
        return self.username or self.address

    @property
    def xoauth2(self) -> bool:
        """Whether the secret is an access token rather than a password."""
        return self.token_command is not None


class Gmail(_Account):
    """A Gmail mailbox through Google's API. `folders` are labels."""

    provider: Literal["gmail"]
    client_secret_file: UserPath
    token_file: UserPath | None = None
    api_endpoint: Endpoint | None = None
    token_uri: Endpoint | None = None


class Maildir(_Account):
    """A Maildir on this machine, filled by a delivery agent or kept in step by mbsync or OfflineIMAP."""

    provider: Literal["maildir"]
    path: UserPath
    layout: Literal["maildir++", "fs"] = "maildir++"
    drafts_folder: Line | None = None
    sent_folder: Line | None = None


Mailbox = Imap | Gmail | Maildir


class Schedule(_Table):
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


class Replies(_Table):
    """Which rejections are answered, and in which voice."""

    answer: Literal["interviewed", "reachable", "all"] = "reachable"
    no_reply: Literal["find-person", "skip", "blank"] = "find-person"
    ask_for_feedback: Literal["never", "after-interview", "always"] = "after-interview"
    tone: Literal["warm", "plain", "formal"] = "warm"
    language: Literal["auto", "en", "de", "es", "fr", "it", "pt"] = "auto"
    signature: str | None = None
    templates: UserPath | None = None


class Reconnect(_Table):
    """How long to hold off after a rejection, and what to tell the old recruiter then."""

    hold_off: Duration = timedelta(days=180)
    updates: str | None = None


class Learn(_Table):
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


class Notify(_Table):
    """Whom to tell, and how much. The URLs hold tokens, so no repr shows them."""

    urls: tuple[NoticeUrl, ...] = Field(default=(), repr=False)
    digest: Literal["weekly", "daily"] | None = None
    detail: Flag = False


class Privacy(_Table):
    """How long facts are kept, and whether what the user taught is forgotten then too."""

    keep: Duration = timedelta(days=400)
    forget_corrections: Flag = False


class MailboxFile(_Table):
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


class Service(_Table):
    """Where the ledger is (a SQLAlchemy URL; None: SQLite in the state directory), and what the service tells."""

    ledger: Url | None = Field(default=None, repr=False)
    log: Literal["text", "json"] = "text"
    metrics: Listener | None = None


class ServiceFile(_Table):
    """The file ajar.toml, for the whole service."""

    service: Service = Service()
