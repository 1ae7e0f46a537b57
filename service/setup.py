"""`ajar init`: a few questions, a tested login, a mailbox file."""

import itertools
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import typer

from config.mailboxes import MICROSOFT
from config.presets import GMAIL, MICROSOFT_365, Preset, preset_for
from config.problems import ConfigError
from service.assembly import Places, accounts_of, duration_of, loaded_model, now
from service.consent import give_consent, needs_consent
from service.errors import AjarError, LoginRefused
from service.layout import harmless, width, wrapped
from service.passwords import WayIn, ask_again, ask_password, is_kept_here, write_private
from service.scan import scan_mailbox
from service.show_scan import scan_table

SCAN = timedelta(days=90)

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|[^@\s]+@localhost")
_TLS = ("implicit", "starttls", "none")
_TLS_PORT = 993
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_WAYS = """How Ajar reaches the mailbox:
  imap       any mail server, with your password; the usual way
  microsoft  Outlook.com and Office 365: you sign in once, in a browser
  gmail      Gmail and Google Workspace over Google's API: likewise
  maildir    a folder on this machine, as mbsync or OfflineIMAP keep it"""
_AN_AUTHORITY = "Like https://login.microsoftonline.com/example.org, with the organisation's domain at the end."
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user answered. `way_in` holds the lines of the file that only one provider has."""

    name: str
    provider: str
    address: str
    full_name: str
    delay: str
    way_in: WayIn


def mailbox_toml(answers: Answers) -> str:
    """Return the mailbox file. A JSON string is a TOML basic string, so nothing that was typed can break out of it."""
    account = (("provider", answers.provider), ("address", answers.address), ("name", answers.full_name))
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in (*account, *answers.way_in)]
    schedule = f"[schedule]\ndelay = {json.dumps(answers.delay)}"
    return "\n".join(["[mailbox]", *lines, "", schedule, ""])


def set_up(places: Places) -> None:
    """Ask, write, test; offer a look at the last 90 days."""
    _say("This writes one mailbox file. Nothing in your mailbox is changed, now or later, but for drafts.\n")
    answers = _ask(places)
    file = places.config / "mailboxes" / f"{answers.name}.toml"
    write_private(file, mailbox_toml(answers))
    _say(f"\nWritten: {file}")
    trouble = _trouble(places, answers)
    while isinstance(trouble, LoginRefused) and _retyped(places, answers.name, trouble):
        trouble = _trouble(places, answers)
    if trouble is None:
        _say("\n`ajar run` watches it; `ajar check` tests everything again.")
        if typer.confirm(f"Look, read-only, at what Ajar would have done in the last {SCAN.days} days?", default=True):
            _look_back(places, answers.name)
    else:
        _say(f"  {trouble}\n\nMend it in that file or on the server, then run `ajar check`.")
        raise typer.Exit(trouble.exit_code)


def _retyped(places: Places, name: str, trouble: AjarError) -> bool:
    """Let a password be typed anew that was refused: most often it was a slip of the fingers."""
    settings = places.read().mailboxes[name].mailbox
    if not is_kept_here(settings, places, name):
        return False
    _say(f"  {trouble}")
    return ask_again(places, name, settings)


def _ask(places: Places) -> Answers:
    address = _prompt("Your e-mail address", _is_address, "That is no e-mail address.")
    full_name = _prompt("Your name, as it stands under your mails", bool, "It may not be empty.")
    preset = preset_for(address)
    reach = _ask_reach(preset)
    name = _ask_name(places, address)
    ask_way_in = {"imap": _ask_imap, "microsoft": _ask_microsoft, "gmail": _ask_gmail, "maildir": _ask_maildir}[reach]
    delay = _prompt("How long to wait before a draft appears", _is_duration, "Write it like 24h or 2d.", "24h")
    way_in = ask_way_in(places, name, address, preset)  # last: the password is not kept of one who gives up before
    return Answers(name, "imap" if reach == "microsoft" else reach, address, full_name, delay, way_in)


def _ask_reach(preset: Preset | None) -> str:
    """Ask how the mailbox is reached; a company's own domain does not tell whether Microsoft runs its mail."""
    if preset is GMAIL:
        _say("Gmail can be reached with an app password (imap, five minutes) or over its API (gmail, OAuth).")
    else:
        _say(_WAYS)
    if preset is not None and not preset.ways:
        _say(f"  {preset.provider}: {preset.note}")
    choices = ("imap", "microsoft", "gmail", "maildir")
    usual = "microsoft" if preset is not None and preset.ways == ("microsoft",) else "imap"
    return _prompt(f"How to reach it ({', '.join(choices)})", choices.__contains__, "One of the four.", usual)


def _ask_name(places: Places, address: str) -> str:
    """Suggest a name for the mailbox file that is not taken; a mailbox that is there is never written over."""
    folder = places.config / "mailboxes"
    wish = _NOT_IN_A_NAME.sub("-", address.partition("@")[0].lower()).strip("-") or "mailbox"
    names = itertools.chain([wish], (f"{wish}-{number}" for number in itertools.count(2)))
    free = next(name for name in names if not (folder / f"{name}.toml").exists())

    def is_free(name: str) -> bool:
        return _is_name(name) and not (folder / f"{name}.toml").exists()

    return _prompt("A name for this mailbox", is_free, "Small letters and digits, and not taken yet.", free)


def _ask_imap(places: Places, name: str, address: str, preset: Preset | None) -> WayIn:
    if preset is None or not preset.ways:
        return (*_ask_server(address), *ask_password(places, name, address, "password"))
    if preset.ways == ("microsoft",):
        return _ask_microsoft(places, name, address, preset)
    _tell(preset)
    way: str = preset.ways[0]
    if len(preset.ways) > 1:
        way = _prompt(f"The way in ({', '.join(preset.ways)})", preset.ways.__contains__, "One of these.", way)
    if way == "google":
        return (*_server_of(preset), ("oauth", "google"), *_ask_gmail(places, name, address, preset))
    return (*_server_of(preset), *ask_password(places, name, address, way))


def _tell(preset: Preset) -> None:
    for line in (f"{preset.provider}: {preset.host}. {preset.note}".strip(), preset.page):
        if line:
            _say(f"  {line}")


def _server_of(preset: Preset) -> WayIn:
    server: WayIn = (("host", preset.host),)
    if (preset.port, preset.tls) != (_TLS_PORT, "implicit"):
        server += (("port", preset.port), ("tls", preset.tls))
    return server


def _ask_microsoft(places: Places, name: str, address: str, preset: Preset | None) -> WayIn:  # noqa: ARG001 - one of four
    """Ask for the application that the user registered; a company's may be for its own accounts only."""
    preset = preset or MICROSOFT_365
    _tell(preset)
    _say("  The README says how to register an application of your own, which takes five minutes.")
    client = _prompt("Its Application (client) ID", _UUID.fullmatch, "Like 0f8fad5b-d9cb-469f-a165-70867728950e.")
    way: WayIn = (*_server_of(preset), ("oauth", "microsoft"), ("client_id", client))
    if preset is not MICROSOFT_365:
        return way
    authority = _prompt("Its authority, where it is for one organisation", _is_authority, _AN_AUTHORITY, MICROSOFT)
    return way if authority == MICROSOFT else (*way, ("authority", authority))


def _ask_server(address: str) -> WayIn:
    """Ask for the server of a provider that is not known; most need no more than its name."""
    host = _prompt(
        "Its IMAP server",
        bool,
        "Such as imap.example.org, or imap.example.org:143.",
        f"imap.{address.rpartition('@')[2]}",
    )
    host, _, written = host.partition(":")
    port = int(written) if written.isdecimal() else _TLS_PORT
    if port == _TLS_PORT:
        return (("host", host),)
    tls = _prompt("Its encryption (implicit, starttls, none)", _TLS.__contains__, "One of the three.", "starttls")
    return (("host", host), ("port", port), ("tls", tls))


def _ask_gmail(places: Places, name: str, address: str, preset: Preset | None) -> WayIn:  # noqa: ARG001 - one of four
    _say("  The README says how to make an OAuth client of your own; Google gives its file as client_secret.json.")
    file = _prompt("Where that file is", lambda text: Path(text).expanduser().is_file(), "There is no such file.")
    return (("client_secret_file", str(Path(file).expanduser().absolute())),)


def _ask_maildir(places: Places, name: str, address: str, preset: Preset | None) -> WayIn:  # noqa: ARG001 - one of four
    path = _prompt("Where the Maildir is", lambda text: Path(text).expanduser().is_dir(), "There is no such folder.")
    folder = Path(path).expanduser().absolute()
    layout: WayIn = () if (folder / "cur").is_dir() else (("layout", "fs"),)
    return (("path", str(folder)), *layout)


def _trouble(places: Places, answers: Answers) -> AjarError | ConfigError | None:
    """Try what was answered, saying what is found; return what stands in the way, if anything does."""
    _say("Trying it …")
    try:
        if needs_consent(places.read().mailboxes[answers.name].mailbox):
            give_consent(places, answers.name)
        mailbox = accounts_of(places.read(), places.state, [answers.name])[answers.name].open()
    except (AjarError, ConfigError) as error:
        return error
    try:
        for line in mailbox.check():
            _say(f"  {harmless(line)}")
    except AjarError as error:
        return error
    finally:
        mailbox.close()
    return None


def _look_back(places: Places, name: str) -> None:
    account = accounts_of(places.read(), places.state, [name])[name]
    mailbox = account.open()
    try:
        scanned = scan_mailbox(account, mailbox, loaded_model(places.state), now() - SCAN)
    finally:
        mailbox.close()
    typer.echo(scan_table(scanned, width()))


def _say(text: str) -> None:
    typer.echo(wrapped(text))


def _prompt(question: str, accepts: Callable[[str], object], otherwise: str, default: str | None = None) -> str:
    while True:
        answer = str(typer.prompt(question, default=default)).strip()
        if accepts(answer):
            return answer
        _say(f"  {otherwise}")


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def _is_authority(text: str) -> bool:
    address = urlsplit(text)
    return address.scheme == "https" and bool(address.netloc and address.path.strip("/"))


def _is_name(text: str) -> bool:
    return text == _NOT_IN_A_NAME.sub("-", text).strip("-") != ""


def _is_duration(text: str) -> bool:
    try:
        duration_of(text)
    except AjarError:
        return False
    return True
