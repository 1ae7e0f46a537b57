"""From nothing to a logged-in session: socket, TLS, secret. The secret leaves this machine over TLS only."""

import ipaddress
import re
import ssl
from collections.abc import Callable, Collection

from config.schema import Imap
from service.errors import AjarError, Refused
from service.providers.imap_errors import Doing, Server, translated
from service.providers.imap_wire import Client, Lifeline, Wire

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")  # a line break would begin a command
# What may stand in LOGIN without quotes; imaplib quotes the password only.
_PLAIN_USER = re.compile(r"[A-Za-z0-9.@_+=/!#$&'~-]+")


def log_in(settings: Imap, secret: str, timeout: float, lifeline: Lifeline) -> Client:
    """Connect and log in.

    Args:
        settings: Where to, and who.
        secret: The password, or with XOAUTH2 the access token. Not kept.
        timeout: Seconds for each wait on the network.
        lifeline: Gets hold of the socket before anything is waited for.

    Raises:
        Unavailable: The server is away, or has no room for another login now (`[LIMIT]` looks like a refusal).
        Refused: The certificate or the secret is wrong, or TLS cannot be had.
    """
    server = Server.of(settings)
    context = None if settings.tls == "none" else _trust(settings)
    try:
        with translated(Doing.LOOK, server):
            wire = _connect(settings, timeout, lifeline, context)
    except AjarError:
        lifeline.cut()
        raise
    try:
        return _logged_in(wire, settings, secret, server, context)
    except AjarError:
        wire.hang_up()
        raise


def _trust(settings: Imap) -> ssl.SSLContext:
    """Trust the system's authorities (SSL_CERT_FILE instead, if set), or those in `ca_file` only."""
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except OSError as error:
        raise Refused(
            f"The authorities in {settings.ca_file} cannot be read.", "ca_file must be a file of PEM certificates."
        ) from error


def _connect(settings: Imap, timeout: float, lifeline: Lifeline, context: ssl.SSLContext | None) -> Wire:
    from_the_first_byte = context if settings.tls == "implicit" else None
    return Wire(settings.host, settings.server_port, timeout, lifeline, from_the_first_byte)


def _logged_in(wire: Wire, settings: Imap, secret: str, server: Server, context: ssl.SSLContext | None) -> Client:
    with translated(Doing.LOOK, server, lambda: wire.alert):
        client = Client(wire)
        if context is None:
            _stay_here(wire, settings)
        elif settings.tls == "starttls":
            _start_tls(client, server, context)
    if _CONTROL.search(settings.login + secret):
        raise Refused("The user name or the secret holds a control character.", "Write it anew, on one line.")
    with translated(Doing.LOGIN, server, lambda: wire.alert):
        try:
            _present(client, settings.login, secret, xoauth2=settings.xoauth2)
        finally:
            wire.alert = wire.alert.replace(secret.encode() or b"\0", b"***")
    return client


def _start_tls(client: Client, server: Server, context: ssl.SSLContext) -> None:
    if not client.has_capability("STARTTLS"):
        raise Refused(
            f"{server.host} offers no STARTTLS, or something on the way takes it out; the password was not sent.",
            'Try tls = "implicit" (port 993), or another network.',
        )
    client.starttls(context)


def _stay_here(wire: Wire, settings: Imap) -> None:
    """Make sure that what goes out in the clear goes nowhere: by the address itself, for a name may lie."""
    address = wire.sock.getpeername()[0].partition("%")[0]
    if not ipaddress.ip_address(address).is_loopback:
        raise Refused(f"{settings.host} is not on this machine.", 'Use tls = "implicit" or tls = "starttls".')


def _present(client: Client, user: str, secret: str, *, xoauth2: bool) -> None:
    offered = client.capabilities()
    if xoauth2:
        client.sasl_login(*_bearer(user, secret, offered))
    elif _PLAIN_USER.fullmatch(user) and secret.isascii() and b"LOGINDISABLED" not in offered:
        client.login(user, secret)
    else:  # LOGIN is for ASCII, PLAIN for UTF-8 (RFC 4616)
        client.sasl_login("PLAIN", lambda _: f"\0{user}\0{secret}")


def _bearer(user: str, token: str, offered: Collection[bytes]) -> tuple[str, Callable[[bytes], str]]:
    """Return the mechanism for a token, and what answers its challenges: the second one is the server's error.

    IMAPClient would send the token again; an empty answer lets the server say its NO (RFC 7628 §3.2.3).
    """
    if b"AUTH=OAUTHBEARER" in offered and b"AUTH=XOAUTH2" not in offered:
        name = user.replace("=", "=3D").replace(",", "=2C")
        answers = iter([f"n,a={name},\1auth=Bearer {token}\1\1"])
        return "OAUTHBEARER", lambda _: next(answers, "\1")
    answers = iter([f"user={user}\1auth=Bearer {token}\1\1"])
    return "XOAUTH2", lambda _: next(answers, "")
