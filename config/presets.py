"""The servers of large mail providers by the domain of the address.

Written down from memory, not checked against the providers' pages: `ajar init` tries every one before it is relied on.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Preset:
    """How one provider's mailboxes are reached.

    Attributes:
        takes: What the provider takes: the ordinary password, an app password, or OAuth tokens only.
        page: Where an app password is made or IMAP is switched on; empty when nothing needs to be done.
        note: One sentence that the user should know first; may be empty.
    """

    provider: str
    host: str
    port: int = 993
    tls: Literal["implicit", "starttls"] = "implicit"
    takes: Literal["password", "app password", "oauth"] = "app password"
    page: str = ""
    note: str = ""


_TWO_STEP = "It needs two-step verification to be switched on first."
_SWITCH_ON = "IMAP must be switched on in the settings of the mailbox first."

GMAIL = Preset(
    "Gmail", "imap.gmail.com", page="https://myaccount.google.com/apppasswords", note=f"An app password. {_TWO_STEP}"
)
OUTLOOK = Preset(
    "Outlook.com",
    "outlook.office365.com",
    takes="oauth",
    note="Microsoft takes no passwords over IMAP any more: give `token_command` a program that prints an access token.",
)
ICLOUD = Preset("iCloud", "imap.mail.me.com", page="https://account.apple.com", note="An app-specific password.")
YAHOO = Preset("Yahoo", "imap.mail.yahoo.com", page="https://login.yahoo.com/account/security")
GMX = Preset("GMX", "imap.gmx.net", takes="password", note=_SWITCH_ON)
PROTON = Preset(
    "Proton Mail Bridge",
    "127.0.0.1",
    1143,
    "starttls",
    "password",
    note="Bridge must run on this machine; take the password that Bridge shows, and its certificate as `ca_file`.",
)
FASTMAIL = Preset("Fastmail", "imap.fastmail.com", page="https://app.fastmail.com/settings/security")

PRESETS: dict[str, Preset] = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), GMAIL),
    **dict.fromkeys(("outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "hotmail.de"), OUTLOOK),
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), ICLOUD),
    **dict.fromkeys(("yahoo.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr", "ymail.com"), YAHOO),
    **dict.fromkeys(("fastmail.com", "fastmail.fm"), FASTMAIL),
    **dict.fromkeys(("gmx.net", "gmx.de", "gmx.at", "gmx.ch"), GMX),
    **dict.fromkeys(("proton.me", "protonmail.com", "pm.me"), PROTON),
    "gmx.com": Preset("GMX", "imap.gmx.com", takes="password", note=_SWITCH_ON),
    "web.de": Preset("WEB.DE", "imap.web.de", takes="password", note=_SWITCH_ON),
    "t-online.de": Preset("Telekom", "secureimap.t-online.de", takes="password", note="The e-mail password."),
    "posteo.de": Preset("Posteo", "posteo.de", takes="password"),
    "mailbox.org": Preset("mailbox.org", "imap.mailbox.org", takes="password"),
    "aol.com": Preset("AOL", "imap.aol.com", page="https://login.aol.com/account/security"),
}


def preset_for(address: str) -> Preset | None:
    """Return what is known of the provider of this address."""
    return PRESETS.get(address.rpartition("@")[2].lower())
