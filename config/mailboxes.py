"""The table [mailbox]: the ways to reach a mailbox, and for each the ways in. `config.schema` has the other tables.

What depends on two keys is checked on the later one of them, so that one mistake never hides another.
"""

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from config.values import (
    Address,
    Authority,
    Command,
    Credential,
    Endpoint,
    Flag,
    Host,
    Line,
    Lines,
    Port,
    UserPath,
    Variable,
    is_loopback,
    refuse,
)

_Value = TypeVar("_Value")

WAYS_IN = (
    "password_command",
    "password_file",
    "password_env",
    "keyring",
    "password_credential",
    "token_command",
    "oauth",
)
NO_WAY_IN = "needs a way in."
MICROSOFT = "https://login.microsoftonline.com/common"


class Table(BaseModel):
    """A TOML table. Values stay out of pydantic's own error texts: one of them may be a secret in the wrong place."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=True)


class _Account(Table):
    """What every provider needs to know: whose mailbox this is, and which folders to read."""

    address: Address
    aliases: tuple[Address, ...] = ()
    name: Line
    folders: Lines = ("INBOX",)


def _with(
    info: ValidationInfo, key: str, choice: str, value: _Value | None, *, missing: str = "", alone: str = ""
) -> _Value | None:
    """Let a value stand where another key makes its choice, and nowhere else.

    Args:
        missing: The remedy when the choice needs the value and there is none; empty when it does not.
        alone: What else may have been meant by a value without that choice.
    """
    chosen = info.data.get(key, "refused")
    if value is None and missing and chosen == choice:
        raise refuse("is missing.", missing)
    if value is not None and chosen not in {choice, "refused"}:
        raise refuse(f'belongs to {key} = "{choice}".', f"Write that as well{alone}, or remove this key.")
    return value


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
    oauth: Literal["microsoft", "google"] | None = None
    client_id: Line | None = None
    client_secret_file: UserPath | None = None
    token_file: UserPath | None = None
    authority: Authority | None = None
    keyring: Flag = False

    @field_validator("tls")
    @classmethod
    def _plain_text_stays_here(cls, tls: str, info: ValidationInfo) -> str:
        if tls == "none" and not is_loopback(info.data.get("host", "localhost")):
            raise refuse('"none" would send the password in the clear.', 'Use "implicit" (port 993) or "starttls".')
        return tls

    @field_validator("client_id")
    @classmethod
    def _microsoft_asks_who_asks(cls, client_id: str | None, info: ValidationInfo) -> str | None:
        remedy = "Register an application of your own; the README says how, under Outlook and Office 365."
        return _with(info, "oauth", "microsoft", client_id, missing=remedy)

    @field_validator("client_secret_file")
    @classmethod
    def _google_asks_who_asks(cls, file: Path | None, info: ValidationInfo) -> Path | None:
        remedy = "Make an OAuth client of your own; the README says how, under Gmail over its API."
        return _with(info, "oauth", "google", file, missing=remedy, alone=', or provider = "gmail" for its API')

    @field_validator("authority")
    @classmethod
    def _authority_is_microsoft_s(cls, authority: str | None, info: ValidationInfo) -> str | None:
        return _with(info, "oauth", "microsoft", authority)

    @field_validator("keyring")
    @classmethod
    def _one_way_in(cls, keyring: bool, info: ValidationInfo) -> bool:  # noqa: FBT001 - pydantic's calling convention
        # A way that was refused is absent from info.data: it was given, so it counts.
        ways = [way for way in WAYS_IN if way != "keyring" and info.data.get(way, "refused") is not None]
        ways += ["keyring"] * keyring
        if not ways:
            raise refuse(NO_WAY_IN, f"Write one of: {', '.join(WAYS_IN)}.", key="")
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
        return self.token_command is not None or self.oauth is not None


class Gmail(_Account):
    """A Gmail mailbox through Google's API. `folders` are labels.

    With `auth = "service-account"` nobody gives consent: the administrator of a Workspace domain let the service
    account act for its users (domain-wide delegation), and it acts for `subject`, the address unless set otherwise.
    """

    provider: Literal["gmail"]
    auth: Literal["consent", "service-account"] = "consent"
    client_secret_file: UserPath | None = None
    token_file: UserPath | None = None
    service_account_file: UserPath | None = None
    subject: Address | None = None
    api_endpoint: Endpoint | None = None
    token_uri: Endpoint | None = None

    @field_validator("client_secret_file")
    @classmethod
    def _consent_needs_a_client(cls, file: Path | None, info: ValidationInfo) -> Path | None:
        remedy = "Make an OAuth client of your own; the README says how, under Gmail over its API."
        return _with(info, "auth", "consent", file, missing=remedy)

    @field_validator("service_account_file")
    @classmethod
    def _delegation_needs_an_account(cls, file: Path | None, info: ValidationInfo) -> Path | None:
        remedy = "Download the service account's JSON key; the README says how, under A whole Workspace."
        return _with(info, "auth", "service-account", file, missing=remedy)

    @field_validator("subject")
    @classmethod
    def _subject_of_a_delegation(cls, subject: str | None, info: ValidationInfo) -> str | None:
        return _with(info, "auth", "service-account", subject)


class Maildir(_Account):
    """A Maildir on this machine, filled by a delivery agent or kept in step by mbsync or OfflineIMAP."""

    provider: Literal["maildir"]
    path: UserPath
    layout: Literal["maildir++", "fs"] = "maildir++"
    drafts_folder: Line | None = None
    sent_folder: Line | None = None


Mailbox = Imap | Gmail | Maildir
