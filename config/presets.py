"""The servers of large mail providers by the domain of the address, and the ways in that each offers.

All of it is written down from memory; not a line was checked against the providers' pages, which change. So nothing
here is relied on: `ajar init` shows what it took from here, and tries it before it says that all is well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

WayIn = Literal["password", "app password", "google", "microsoft"]


@dataclass(frozen=True, slots=True)
class Preset:
    """How one provider's mailboxes are reached over IMAP.

    Attributes:
        ways: What the provider takes, the simplest first: the ordinary password, an app password, OAuth consent at
            Google or Microsoft. Empty when it offers no IMAP at all.
        page: Where an app password is made or IMAP is switched on; empty when that is not known or not needed.
        note: One sentence that the user should know first; may be empty.
    """

    provider: str
    host: str
    port: int = 993
    tls: Literal["implicit", "starttls"] = "implicit"
    ways: tuple[WayIn, ...] = ("password",)
    page: str = ""
    note: str = ""


_APP: Final = ("app password",)
_TWO_STEP = "It needs two-step verification to be switched on first."
_SWITCH_ON = "IMAP must be switched on in the settings of the mailbox first."
_APP_WITH_TWO_STEP = "With two-step verification, it wants an app password."
_NO_IMAP = "It offers no IMAP, so Ajar cannot reach it."
_NO_PASSWORDS = "Microsoft takes no passwords over IMAP any more; consent is given once, with a code, in any browser."

GMAIL = Preset(
    "Gmail",
    "imap.gmail.com",
    ways=("app password", "google"),
    page="https://myaccount.google.com/apppasswords",
    note=f"An app password. {_TWO_STEP}",
)
OUTLOOK = Preset("Outlook.com", "outlook.office365.com", ways=("microsoft",), note=_NO_PASSWORDS)
MICROSOFT_365 = Preset("Microsoft 365", "outlook.office365.com", ways=("microsoft",), note=_NO_PASSWORDS)
ICLOUD = Preset(
    "iCloud", "imap.mail.me.com", ways=_APP, page="https://account.apple.com", note="An app-specific password."
)
YAHOO = Preset("Yahoo", "imap.mail.yahoo.com", ways=_APP, page="https://login.yahoo.com/account/security")
AOL = Preset("AOL", "imap.aol.com", ways=_APP, page="https://login.aol.com/account/security")
FASTMAIL = Preset("Fastmail", "imap.fastmail.com", ways=_APP, page="https://app.fastmail.com/settings/security")
PROTON = Preset(
    "Proton Mail Bridge",
    "127.0.0.1",
    1143,
    "starttls",
    note="Bridge must run on this machine; take the password that Bridge shows, and its certificate as `ca_file`.",
)
GMX = Preset("GMX", "imap.gmx.net", page="https://www.gmx.net", note=f"{_SWITCH_ON} {_APP_WITH_TWO_STEP}")
WEB_DE = Preset("WEB.DE", "imap.web.de", page="https://web.de", note=f"{_SWITCH_ON} {_APP_WITH_TWO_STEP}")
ZOHO = Preset("Zoho", "imap.zoho.com", page="https://accounts.zoho.com", note=f"{_SWITCH_ON} {_APP_WITH_TWO_STEP}")
TELEKOM = Preset(
    "Telekom",
    "secureimap.t-online.de",
    note="Not the login's password, but the e-mail password of the customer centre.",
)
POSTEO = Preset("Posteo", "posteo.de")
MAILBOX_ORG = Preset("mailbox.org", "imap.mailbox.org", note=_APP_WITH_TWO_STEP)
MAIL_RU = Preset("Mail.ru", "imap.mail.ru", ways=_APP, page="https://account.mail.ru/user/2-step-auth/passwords")
YANDEX = Preset("Yandex", "imap.yandex.com", ways=_APP, page="https://id.yandex.com/security", note=_SWITCH_ON)
ATT = Preset("AT&T", "imap.mail.att.net", ways=_APP, note="AT&T calls it a secure mail key.")
ORANGE = Preset("Orange", "imap.orange.fr", note="Access from other mail programs must be allowed in the mailbox.")


def _under(name: str, endings: str) -> str:
    """Return the domains of one name in several countries."""
    return " ".join(f"{name}.{ending}" for ending in endings.split())


_DOMAINS: tuple[tuple[Preset, str], ...] = (
    (GMAIL, "gmail.com googlemail.com"),
    (OUTLOOK, "outlook.com hotmail.com live.com msn.com windowslive.com"),
    (OUTLOOK, _under("outlook", "at be com.br de dk es fr ie it pt")),
    (OUTLOOK, _under("hotmail", "at be ca ch co.uk com.br de es fr it nl se")),
    (OUTLOOK, _under("live", "at be ca co.uk com.pt de fr ie it nl se")),
    (ICLOUD, "icloud.com me.com mac.com"),
    (YAHOO, "yahoo.com ymail.com rocketmail.com myyahoo.com"),
    (YAHOO, _under("yahoo", "at ca co.in co.uk com.ar com.br com.mx de es fr ie in it nl pt se")),
    (AOL, "aol.com aim.com aol.co.uk aol.de aol.fr verizon.net"),
    (FASTMAIL, "fastmail.com fastmail.fm fastmail.de fastmail.net"),
    (PROTON, "proton.me protonmail.com protonmail.ch pm.me"),
    # German-speaking countries
    (GMX, "gmx.net gmx.de gmx.at gmx.ch"),
    (
        Preset("GMX", "imap.gmx.com", page="https://www.gmx.com", note=_SWITCH_ON),
        "gmx.com gmx.us gmx.co.uk gmx.fr gmx.es",
    ),
    (WEB_DE, "web.de email.de"),
    (Preset("mail.com", "imap.mail.com", note=f"{_SWITCH_ON} Free accounts may have no IMAP."), "mail.com email.com"),
    (TELEKOM, "t-online.de magenta.de"),
    (POSTEO, "posteo.de posteo.net posteo.at posteo.ch posteo.eu posteo.org"),
    (MAILBOX_ORG, "mailbox.org"),
    (Preset("freenet", "mx.freenet.de"), "freenet.de"),
    (Preset("Vodafone", "imap.vodafonemail.de"), "arcor.de vodafone.de"),
    (Preset("A1", "securemail.a1.net"), "a1.net aon.at"),
    (Preset("Bluewin", "imaps.bluewin.ch"), "bluewin.ch"),
    (Preset("Infomaniak", "mail.infomaniak.com", note=_APP_WITH_TWO_STEP), "ik.me ikmail.com etik.com"),
    # France, Belgium, Netherlands
    (ORANGE, "orange.fr wanadoo.fr"),
    (Preset("Free", "imap.free.fr"), "free.fr aliceadsl.fr"),
    (Preset("SFR", "imap.sfr.fr"), "sfr.fr neuf.fr club-internet.fr"),
    (Preset("La Poste", "imap.laposte.net", note=_SWITCH_ON), "laposte.net"),
    (Preset("Bouygues", "imap4.bbox.fr"), "bbox.fr"),
    (Preset("Proximus", "imap.proximus.be"), "proximus.be skynet.be"),
    (Preset("Telenet", "imap.telenet.be"), "telenet.be"),
    (Preset("Ziggo", "imap.ziggo.nl"), "ziggo.nl home.nl upcmail.nl chello.nl casema.nl quicknet.nl"),
    (Preset("KPN", "imap.kpnmail.nl"), "kpnmail.nl kpnplanet.nl planet.nl hetnet.nl"),
    # Italy, Spain, Portugal, Brazil
    (Preset("Libero", "imapmail.libero.it"), "libero.it inwind.it iol.it blu.it giallo.it"),
    (Preset("Virgilio", "in.virgilio.it"), "virgilio.it"),
    (Preset("TIM", "imap.tim.it"), "tim.it alice.it tin.it"),
    (Preset("Tiscali", "imap.tiscali.it"), "tiscali.it"),
    (Preset("Aruba", "imaps.aruba.it"), "aruba.it"),
    (Preset("SAPO", "imap.sapo.pt"), "sapo.pt"),
    (Preset("UOL", "imap.uol.com.br"), "uol.com.br"),
    (Preset("BOL", "imap.bol.com.br"), "bol.com.br"),
    (Preset("Terra", "imap.terra.com.br"), "terra.com.br"),
    # Elsewhere
    (Preset("BT", "mail.btinternet.com"), "btinternet.com"),
    (Preset("Virgin Media", "imap.virginmedia.com", ways=_APP), "virginmedia.com blueyonder.co.uk ntlworld.com"),
    (Preset("Comcast", "imap.comcast.net", note="Third-party access must be allowed in the settings."), "comcast.net"),
    (ATT, "att.net sbcglobal.net bellsouth.net"),
    (Preset("Seznam", "imap.seznam.cz", note=_APP_WITH_TWO_STEP), "seznam.cz email.cz"),
    (Preset("WP", "imap.wp.pl", note=_SWITCH_ON), "wp.pl"),
    (Preset("o2", "poczta.o2.pl", note=_SWITCH_ON), "o2.pl tlen.pl"),
    (Preset("Onet", "imap.poczta.onet.pl", note=_SWITCH_ON), "onet.pl op.pl poczta.onet.pl vp.pl"),
    (Preset("Interia", "poczta.interia.pl", note=_SWITCH_ON), "interia.pl interia.eu poczta.fm"),
    (Preset("Telstra", "imap.telstra.com"), "bigpond.com bigpond.net.au telstra.com"),
    (Preset("Naver", "imap.naver.com", note=f"{_SWITCH_ON} {_APP_WITH_TWO_STEP}"), "naver.com"),
    (Preset("Mailfence", "imap.mailfence.com", note="Free accounts may have no IMAP."), "mailfence.com"),
    (Preset("Runbox", "mail.runbox.com", note=_APP_WITH_TWO_STEP), "runbox.com"),
    (MAIL_RU, "mail.ru inbox.ru list.ru bk.ru"),
    (YANDEX, "yandex.com yandex.ru"),
    (ZOHO, "zoho.com zohomail.com"),
    (Preset("Zoho", "imap.zoho.eu", page="https://accounts.zoho.eu", note=_SWITCH_ON), "zohomail.eu"),
    (
        Preset("Tuta", "", ways=(), note=_NO_IMAP),
        "tuta.com tuta.io tutamail.com tutanota.com tutanota.de keemail.me",
    ),
    (Preset("HEY", "", ways=(), note=_NO_IMAP), "hey.com"),
)

PRESETS: Mapping[str, Preset] = {domain: preset for preset, domains in _DOMAINS for domain in domains.split()}


def preset_for(address: str) -> Preset | None:
    """Return what is known of the provider of this address."""
    return PRESETS.get(address.rpartition("@")[2].lower())
