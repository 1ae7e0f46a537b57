"""What an IMAP server's "no" means: try again later, or the user must act.

Response codes: RFC 5530, RFC 3501 §7.1, RFC 7889 (TOOBIG); and what large providers say in words only.
"""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

from config.schema import Imap
from service.errors import AjarError, LoginRefused, Refused, Unavailable
from service.providers.token_file import LOGIN_AGAIN

_LATER = {"LIMIT", "UNAVAILABLE", "INUSE", "SERVERBUG", "EXPUNGEISSUED", "THROTTLED"}
_NEVER = {
    "AUTHENTICATIONFAILED",
    "AUTHORIZATIONFAILED",
    "EXPIRED",
    "PRIVACYREQUIRED",
    "CONTACTADMIN",
    "NOPERM",
    "NONEXISTENT",
    "TRYCREATE",
    "TOOBIG",
    "CANNOT",
    "WEBALERT",
}
_CODE = re.compile(r"\[([A-Z][A-Z0-9-]+)(?: [^\]]*)?\]", re.IGNORECASE)
_BACKOFF = re.compile(r"Backoff Time: *(\d{1,9}) *milliseconds", re.IGNORECASE)
_LATER_WORDS = re.compile(
    r"throttled|too many|try again|temporar|timed? ?out|server (?:is )?(?:busy|error)|unavailable"
    r"|internal error|bandwidth|rate limit",
    re.IGNORECASE,
)
_UNSERVED = "authenticated but not connected"  # Office 365; only a new connection helps
_TEXT_CAP = 200


class Doing(Enum):
    """What was being done when the server said no; without a code, that decides."""

    LOGIN = "log in"
    LOOK = "look at the mailbox"
    SAVE = "save the draft"


@dataclass(frozen=True, slots=True)
class Server:
    """What an error's sentence and remedy need to know."""

    host: str
    username: str
    xoauth2: bool
    consent: bool

    @classmethod
    def of(cls, settings: Imap) -> "Server":
        """Return what there is to know of the server of a mailbox."""
        return cls(settings.host, settings.login, settings.xoauth2, consent=settings.oauth is not None)

    def remedy(self) -> str:
        """Return what helps against a refused login, for the large providers by name."""
        if self.consent:
            return f"{LOGIN_AGAIN} Choose {self.username} there; and IMAP must be switched on in its settings."
        if self.xoauth2:
            return "Check that token_command prints a fresh access token for this user."
        if re.search(r"(gmail|googlemail)\.com$", self.host):
            return "Gmail takes an app password only: make one at https://myaccount.google.com/apppasswords."
        if re.search(r"(outlook|office365|office)\.com$", self.host):
            return (
                'Microsoft takes no passwords over IMAP: write oauth = "microsoft" instead, then run `ajar login NAME`.'
            )
        if re.search(r"(yahoo|aol|icloud|me|fastmail)\.com$", self.host):
            return "This provider wants an app password: make one in the security settings of your account."
        return "Check the user name and the password; some providers want an app password."


def clean(text: bytes | str) -> str:
    """Make a server's words fit to be shown: one line, printable, short."""
    decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join("".join(c if c.isprintable() else " " for c in decoded).split())[:_TEXT_CAP]


def is_lost(error: BaseException) -> bool:
    """Whether after this error the connection is of no use: it broke, or the server left it or does not serve it.

    IMAPClient turns whatever ends a login into LoginError; the true cause is its context.
    """
    cause = error.__context__ if isinstance(error.__context__, imaplib.IMAP4.error) else error
    return (
        not isinstance(cause, imaplib.IMAP4.error) or isinstance(cause, imaplib.IMAP4.abort) or _UNSERVED in str(error)
    )


def code_of(error: BaseException) -> str:
    """Return the response code of a tagged NO or BAD, in capitals; empty when there is none."""
    codes = [code.upper() for code in _CODE.findall(str(error))]
    return next((code for code in codes if code != "ALERT"), "")


def is_about_mails(error: Unavailable) -> bool:
    """Whether a "no" was about single mails, so that asking for each alone may help."""
    cause = error.__cause__
    return error.retry_after is None and cause is not None and code_of(cause) in {"", "EXPUNGEISSUED", "NONEXISTENT"}


@contextmanager
def translated(doing: Doing, server: Server, alert: Callable[[], bytes] = bytes) -> Iterator[None]:
    """Turn what IMAPClient, imaplib, ssl and sockets raise into Unavailable or Refused.

    Parsing a hostile answer can raise anything, RecursionError included: none of it is a bug of ours.

    Args:
        doing: What is being done.
        server: Where.
        alert: Gives the last ALERT that came, if any.
    """
    try:
        yield
    except AjarError:
        raise
    except Exception as error:  # noqa: BLE001 - see above; what is ours lies outside
        # A refused LOGIN may be quoted back with the password in it, so its words do not go along.
        cause = None if doing is Doing.LOGIN else error
        raise translate(error, doing, server, clean(alert())) from cause


def translate(error: Exception, doing: Doing, server: Server, alert: str) -> AjarError:
    """Sort a library's exception into Unavailable or Refused.

    Args:
        error: From IMAPClient, imaplib, ssl or the socket.
        doing: What it was that failed.
        server: Whose error it is.
        alert: The server's ALERT text, cleaned; empty when there was none.
    """
    said = f" The server says: {alert}" if alert else ""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _untrusted(error, server)
    if is_lost(error):
        remedy = "It is tried again; if it never works, look at `host`, `port` and `tls`, which belong together."
        return Unavailable(f"The connection to {server.host} failed ({_kind(error)}).{said}", remedy)
    text = str(error)
    if backoff := _BACKOFF.search(text):
        seconds = int(backoff[1]) / 1000
        return Unavailable(f"{server.host} asks to slow down.{said}", retry_after=seconds)
    if _comes_back(error, doing):
        return Unavailable(f"{server.host} cannot {doing.value} just now{_why(error, doing)}.{said}")
    return _refusal(error, doing, server, said)


def _comes_back(error: Exception, doing: Doing) -> bool:
    code = code_of(error)
    if code in _LATER:
        return True
    if code == "OVERQUOTA":  # Gmail says so too when bandwidth is used up, and then it passes
        return doing is not Doing.SAVE
    if code in _NEVER:
        return False
    return doing is Doing.LOOK or bool(_LATER_WORDS.search(str(error)))


def _untrusted(error: ssl.SSLCertVerificationError, server: Server) -> Refused:
    return Refused(
        f"The certificate of {server.host} cannot be trusted: {clean(error.verify_message)}.",
        "Check the host name; for a server with an authority of its own, name that authority's file in ca_file.",
    )


def _refusal(error: Exception, doing: Doing, server: Server, said: str) -> Refused:
    if doing is Doing.LOGIN:
        return LoginRefused(f"{server.host} refuses the login of {server.username}.{said}", server.remedy())
    why = _why(error, doing)
    if code_of(error) == "OVERQUOTA" or "quota" in str(error).lower():
        return Refused(f"The mailbox on {server.host} is full, so the draft was not saved.{said}", "Make room in it.")
    return Refused(f"{server.host} refuses to {doing.value}{why}.{said}", "Look at the mailbox with a mail program.")


def _why(error: Exception, doing: Doing) -> str:
    if doing is Doing.LOGIN:
        return f" ({code})" if (code := code_of(error)) else ""
    return f" ({clean(str(error))})"


def _kind(error: Exception) -> str:
    """Name a broken connection in words that hold nothing of its traffic."""
    cause = error.__context__ if isinstance(error.__context__, imaplib.IMAP4.abort) else error
    if isinstance(cause, TimeoutError):
        return "no answer in time"
    if isinstance(cause, ssl.SSLError):
        return f"TLS: {clean(cause.reason or 'broken off')}"
    if isinstance(cause, OSError):
        return clean(cause.strerror or type(cause).__name__)
    if isinstance(cause, imaplib.IMAP4.abort) or _UNSERVED in str(cause):
        return "the server ended it"
    return "an answer that makes no sense"
