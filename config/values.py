"""The kinds of value a mailbox file may hold, each checked where it is read.

Every refusal carries a sentence and a remedy for a person, and never the value of anything that may be a secret.
"""

import ipaddress
import os
import re
from contextlib import suppress
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, Strict, ValidationInfo
from pydantic_core import PydanticCustomError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONGEST = timedelta(days=3660)  # keeps every sum with a date far from datetime.max

# What Apprise calls the services that send mail, or may; those of older and newer versions too.
MAIL_SERVICES = frozenset(
    {"azure", "brevo", "deltachat", "deltachats", "emailjs", "groundmail", "mailersend", "mailgun", "mailto", "mailtos"}
    | {"napi", "notificationapi", "o365", "pingram", "postmark", "resend", "sendgrid", "sendinblue", "sendpulse", "ses"}
    | {"smtp2go", "sparkpost", "wpush", "youlmk"}
)

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DURATION = re.compile(r"(\d{1,9})([smhdw])", re.ASCII)
_HOURS = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})", re.ASCII)
# RFC 5322 §3.4.1 without quoted strings, comments and literals: what a mail program will accept from a person.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_DNS = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_DNS}(?:\.{_DNS})*")
_HOST = re.compile(rf"{_DNS}(?:\.{_DNS})*\.?")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CREDENTIAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@-]*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://\S+")
_NOTICE = re.compile(r"[a-z][a-z0-9+.-]*://\S*")  # the desktop is `dbus://` and no more
_ZONE_HINT = 'Write a name of the IANA list, such as "Europe/Berlin" or "UTC".'
_DURATION_HINT = "Write a whole number and a unit: s, m, h, d or w, such as 5m, 24h or 14d."


def refuse(sentence: str, remedy: str = "", **more: str) -> PydanticCustomError:
    """Return the error to raise in a validator; `config.load` turns it into a Problem.

    Args:
        sentence: What is wrong, in words that follow the key's name.
        remedy: What to write instead.
        more: `key` names another key than the one being checked, empty for its table.
    """
    return PydanticCustomError("refused", "{sentence}", {"sentence": sentence, "remedy": remedy, **more})


def resolve(text: str | Path, folder: Path) -> Path:
    """Return the path that the user means: `~` is the home folder, the rest is relative to the file's own folder."""
    path = Path(text)
    with suppress(RuntimeError):  # ~somebody who does not exist: then it is a plain name
        path = path.expanduser()
    return Path(os.path.normpath(folder / path))


def _duration(value: object) -> timedelta:
    if isinstance(value, timedelta):  # a default, or a model built in code
        return value
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise refuse("is no duration.", _DURATION_HINT)
    seconds = int(match[1]) * timedelta(**{_UNITS[match[2]]: 1}).total_seconds()
    if seconds > LONGEST.total_seconds():
        raise refuse("is longer than ten years.", _DURATION_HINT)
    return timedelta(seconds=seconds)


def _zone(value: object) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    try:
        return ZoneInfo(value if isinstance(value, str) else "")
    except (KeyError, ValueError, OSError):  # unknown; not a clean relative name; a folder of zones such as "Europe"
        raise refuse("is no time zone that this machine knows.", _ZONE_HINT) from None


def system_zone() -> ZoneInfo:
    """Return the zone of this machine, UTC when it does not say."""
    named = os.environ.get("TZ", "").removeprefix(":") or os.path.realpath("/etc/localtime")
    try:
        return ZoneInfo(named.rpartition("/zoneinfo/")[2])
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def _hours(value: object) -> tuple[time, time] | None:
    if value is None or isinstance(value, tuple):
        return value
    match = _HOURS.fullmatch(value) if isinstance(value, str) else None
    try:
        if match is None:
            raise ValueError  # noqa: TRY301 - one refusal for every shape of nonsense
        opening, closing = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    except ValueError:
        raise refuse("are no hours of a day.", 'Write them as "09:00-18:00".') from None
    if opening >= closing:
        raise refuse("must open before they close, within one day.", 'Write them as "09:00-18:00".')
    return opening, closing


def _days(value: object) -> frozenset[int]:
    if isinstance(value, frozenset):
        return value
    names = value if isinstance(value, list | tuple) else ()
    if not names or not all(isinstance(name, str) and name in WEEKDAYS for name in names):
        raise refuse("must name one or more weekdays.", f"Choose from {', '.join(WEEKDAYS)}.")
    return frozenset(WEEKDAYS.index(name) for name in names)


def _line(value: str) -> str:
    if not value.strip():
        raise refuse("is empty.", "Write something, or leave the key out.")
    if not value.isprintable():
        raise refuse("holds a line break or another control character.", "Write it on one line.")
    return value.strip()


def _some(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise refuse("is empty.", "Name at least one, or leave the key out.")
    return value


def _address(value: str) -> str:
    local, _, domain = value.rpartition("@")
    if not _ADDRESS.fullmatch(value) or len(value) > 254:  # noqa: PLR2004 - RFC 5321 §4.5.3.1.3, without the brackets
        raise refuse("is no mail address.", "Write the bare address, such as jane@example.org.")
    return f"{local}@{domain.lower()}"


def _host(value: str) -> str:
    if is_ip_address(value) or (_HOST.fullmatch(value) and len(value) <= 253):  # noqa: PLR2004 - RFC 1035 §2.3.4
        return value
    raise refuse("is no host name.", "Write the bare name, such as imap.example.org; the port has a key of its own.")


def is_ip_address(host: str) -> bool:
    """Whether this is an IP address rather than a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether what is sent to this host stays on this machine."""
    return host.lower() == "localhost" or (is_ip_address(host) and ipaddress.ip_address(host).is_loopback)


def _endpoint(value: str) -> str:
    try:
        url = urlsplit(value)
        host, _ = url.hostname or "", url.port
    except ValueError:
        host, url = "", urlsplit("")
    if not host or not value.isprintable() or " " in value or url.username is not None:
        raise refuse("is no web address.", "Write it whole, such as https://gmail.googleapis.com/.")
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(host)):
        raise refuse("must begin with https://.", "Plain http:// is for this machine only (127.0.0.1, ::1, localhost).")
    return value


def _authority(value: str) -> str:
    url = urlsplit(_endpoint(value))
    if url.scheme != "https" or not url.path.strip("/") or url.query or url.fragment:
        raise refuse(
            "must be an https:// address that ends with a tenant.",
            'Write it whole, such as "https://login.microsoftonline.com/example.org".',
        )
    return value.rstrip("/")


def _listener(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not port.isdecimal() or not port.isascii() or not 0 < int(port) < 1 << 16:
        raise refuse("must be a host and a port.", 'Write it as "127.0.0.1:9464".')
    host = _host(host.removeprefix("[").removesuffix("]"))
    if not is_loopback(host):
        raise refuse(
            "would be open to the network, and it has no password.",
            'Write "127.0.0.1:9464"; a Prometheus elsewhere comes through a tunnel or a proxy of yours.',
        )
    return value


def _no_mail(value: str) -> str:
    """Apprise can send mail in many ways, and Ajar never does."""
    scheme, asked = value.partition("://")[0], parse_qs(value.partition("?")[2])
    mails_too = scheme in {"ntfy", "ntfys"} and "email" in asked
    mails_too |= "mail" in {each.lower() for each in asked.get("channel", ())}
    if scheme in MAIL_SERVICES or mails_too:
        raise refuse("would send mail, and Ajar never does.", "Choose another service, such as ntfy, or your desktop.")
    return value


def _matching(pattern: re.Pattern[str], sentence: str, remedy: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise refuse(sentence, remedy)
        return value

    return AfterValidator(check)


def _words(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value or not value[0].strip() or any("\0" in word for word in value):
        raise refuse("must name a program.", 'Write it as a list of words: ["pass", "show", "mail/jane"].')
    return value


def _beside_the_file(value: Path, info: ValidationInfo) -> Path:
    context: dict[str, Path] = info.context or {}
    if not value.parts or "\0" in str(value):
        raise refuse("is no path.", "Write where the file lies.")
    return resolve(value, context.get("folder", Path()))


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Hours = Annotated[tuple[time, time] | None, BeforeValidator(_hours)]
Days = Annotated[frozenset[int], BeforeValidator(_days)]
Line = Annotated[str, AfterValidator(_line)]
Lines = Annotated[tuple[Line, ...], AfterValidator(_some)]
Address = Annotated[str, AfterValidator(_address)]
Host = Annotated[str, AfterValidator(_host)]
Port = Annotated[int, Strict(), Field(ge=1, le=65535)]
Flag = Annotated[bool, Strict()]
Endpoint = Annotated[str, AfterValidator(_endpoint)]
Authority = Annotated[str, AfterValidator(_authority)]
Listener = Annotated[str, AfterValidator(_listener)]
Url = Annotated[str, _matching(_SCHEME, "is no URL.", "Write it whole, with its scheme.")]
NoticeUrl = Annotated[
    str, _matching(_NOTICE, "is no URL.", "Write it whole, with its scheme."), AfterValidator(_no_mail)
]
Command = Annotated[tuple[str, ...], AfterValidator(_words)]
Variable = Annotated[str, _matching(_VARIABLE, "is no name of a variable.", "Write its name, such as MAIL_PASSWORD.")]
Credential = Annotated[
    str,
    _matching(_CREDENTIAL, "is no name of a systemd credential.", "Write its name, as in LoadCredential=NAME:PATH."),
]
UserPath = Annotated[Path, AfterValidator(_beside_the_file)]
