"""What the commands that only look have in common: whose settings hold, where the mails are, how far they are."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from classifier.message import Message, parse
from classifier.taught import identity_of
from config.load import load
from config.schema import Privacy
from replies.decision import Policy
from service.archive import SOMEBODY, somebody
from service.assembly import Places, UsageError, accounts_of, duration_of, loaded_model, no_mailbox, now
from service.explain import explanation
from service.files import ReadMail, read_files
from service.known import Known, known_around
from service.layout import wrapped
from service.left_out import LeftOut
from service.mailbox import Mail, MessageRef
from service.scan import Scanned, scan_files, scan_mailbox
from service.settings import policy_of
from service.sources import SourceMail, read_source, size_of

PAGE: Final = b"<title>What Ajar would have drafted</title>"
HEAD: Final = 1000  # bytes in which a page has its title
EVERYTHING: Final = datetime(1971, 1, 1, tzinfo=UTC)  # a server may take no earlier day
_NOBODY = (
    "No mailbox is set up, so Ajar does not know which address is yours and may miss that you answered a rejection;"
    " `ajar init` sets one up."
)


def classify_paths(places: Places, paths: Sequence[Path], left_out: LeftOut) -> Iterator[ReadMail]:
    """Read every mail of these paths."""
    return read_files(paths, loaded_model(places.state), left_out)


def explain_path(places: Places, path: Path, mailbox: str | None) -> str:
    """Explain the mail in a file, by the settings of its mailbox and what is known there, or of somebody unknown."""
    source = _one_mail(path)
    message, reader = parse(source.raw), loaded_model(places.state)
    policy, known = _whose(places, message, mailbox, source.arrived_at)
    arrived_at = known.arrived_at or source.arrived_at
    mail = Mail(MessageRef(source.name, message.message_id, arrived_at), source.raw)
    taught = identity_of(message) in reader.corrections.words()
    told = "You taught Ajar what this mail is. That counts, whatever its sentences say.\n\n"
    return (told if taught else "") + explanation(mail, policy, reader, known)


def _one_mail(path: Path) -> SourceMail:
    """Return the mail of a file, or that of an mbox which `ajar classify` calls so: `all.mbox#3`.

    Raises:
        UsageError: It does not name one mail.
        SourceError: There is no such file, or no mail in it.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", "Name one mail in it.")
    box = Path(str(path).rpartition("#")[0])
    file = box if box.is_file() and not path.exists() else path
    mails = list(islice((mail for mail in read_source(file) if file == path or mail.name == str(path)), 2))
    if not mails:
        raise UsageError(f"There is no mail in {path}.")
    if len(mails) > 1:
        raise UsageError(f"{path} holds several mails.", f"Name one as `ajar classify` does: {mails[0].name}")
    return mails[0]


def _whose(places: Places, message: Message, mailbox: str | None, arrived_at: datetime) -> tuple[Policy, Known]:
    """Return the wishes of the user to whom the mail came, and what was known then."""
    if mailbox is None and not _are_mailboxes(places):
        return somebody(message), Known()
    config = load(places.config)
    if mailbox is not None and mailbox not in config.mailboxes:
        raise no_mailbox(mailbox, config.mailboxes)
    known = known_around(places, config, message, mailbox, arrived_at)
    file = config.mailboxes.get(known.mailbox or "")
    return policy_of(file) if file else somebody(message), known


def scan_source(places: Places, source: str, since: str | None, mailbox: str | None) -> Scanned:
    """Scan a mailbox by its name, or a path."""
    moment = now() - duration_of(since) if since else EVERYTHING
    if _is_mailbox(places, source):
        account = accounts_of(places.read(), places.state, [source])[source]
        live = account.open()
        try:
            return scan_mailbox(account, live, loaded_model(places.state), moment)
        finally:
            live.close()
    path = Path(source)
    if not source or not path.exists():
        raise UsageError(f"There is no mailbox and no file named {source or 'nothing'}.", _known_mailboxes(places))
    policy, keep = _wishes(places, mailbox)
    left_out = LeftOut()
    with progress(path, left_out) as mails:
        return scan_files(mails, policy, loaded_model(places.state), moment, left_out, keep=keep)


def refuse_to_overwrite(file: Path) -> None:
    """Let nothing be lost that is no page of Ajar's: a slip of the hand names the archive itself.

    Raises:
        UsageError: Such a file is there, or it cannot be read.
    """
    try:
        if not file.is_file():
            return
        with file.open("rb") as opened:  # it may be the archive itself, larger than the memory
            head = opened.read(HEAD)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from error
    if head and PAGE not in head:
        raise UsageError(f"{file} is there already, and no page of Ajar's.", "Name another file.")


def write_page(file: Path, page: str) -> None:
    """Write what a scan found, for the user's eyes only: names, addresses and drafts stand in it.

    Raises:
        UsageError: It cannot be written there.
    """
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            if file.is_file():  # and no pipe
                file.chmod(0o600)  # of one that was there, too
            opened.write(page)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from error


@contextmanager
def progress(path: Path, left_out: LeftOut) -> Iterator[Iterator[SourceMail]]:
    """Read a source with a bar on stderr, on a terminal only."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("reading", total=size_of(path))

        def told() -> Iterator[SourceMail]:
            for mail in read_source(path, left_out):
                bar.update(task, completed=mail.consumed)
                yield mail
            bar.update(task, description="deciding", total=None)

        yield told()


def _known_mailboxes(places: Places) -> str:
    names = sorted(file.stem for file in (places.config / "mailboxes").glob("*.toml"))
    return f"Mailboxes: {', '.join(names)}." if names else "`ajar init` sets up a mailbox."


def _is_mailbox(places: Places, source: str) -> bool:
    return (places.config / "mailboxes" / f"{source}.toml").is_file() and not Path(source).exists()


def _are_mailboxes(places: Places) -> bool:
    return any((places.config / "mailboxes").glob("*.toml"))


def _wishes(places: Places, mailbox: str | None) -> tuple[Policy, timedelta]:
    """Return how mails in files are read, and how long what they say is remembered.

    As the named mailbox wants it, or the only one there is; of several, no more is taken than whose mails are own.
    """
    if mailbox is None and not _are_mailboxes(places):
        sys.stderr.write(f"{wrapped(_NOBODY, sys.stderr)}\n")
        return SOMEBODY, Privacy().keep
    mailboxes = load(places.config).mailboxes
    if mailbox is not None and mailbox not in mailboxes:
        raise no_mailbox(mailbox, mailboxes)
    files = [file for name, file in mailboxes.items() if mailbox in {None, name}]
    if len(files) == 1:
        return policy_of(files[0]), files[0].privacy.keep
    own = tuple(address for file in files for address in (file.mailbox.address, *file.mailbox.aliases))
    return replace(SOMEBODY, aliases=own), Privacy().keep
