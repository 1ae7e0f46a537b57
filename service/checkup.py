"""`ajar check`: everything that must work, one line each, with the remedy for what does not."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from config.problems import ConfigError
from service.assembly import Places, accounts_of, loaded_model, now, opened_ledger
from service.errors import AjarError, LedgerError, LoginRefused
from service.layout import harmless
from service.passwords import is_kept_here

if TYPE_CHECKING:
    from config.load import Config
    from service.account import Account
    from service.records import MailboxState

# The fix of CVE-2026-1299 (a header could be smuggled into a mail that Python writes).
FIXED_PYTHONS = ((3, 11, 15), (3, 12, 13), (3, 13, 12), (3, 14, 3))
CLOCK_SLACK = timedelta(minutes=10)
OVERDUE_POLLS = 3
LEAST_OVERDUE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. An `exit_code` of 0 is well, or a warning when there is a remedy."""

    what: str
    result: str
    remedy: str = ""
    exit_code: int = 0

    def __str__(self) -> str:
        mark = "FAILED" if self.exit_code else "note" if self.remedy else "ok"
        line = f"{mark:7} {self.what}: {harmless(self.result)}"
        return f"{line}\n        {harmless(self.remedy)}" if self.remedy else line


def check_up(places: Places, only: str | None) -> Iterator[Finding]:
    """Look at all of it, logging in to every mailbox (or the named one)."""
    try:
        config = places.read()
    except ConfigError as error:
        yield from _problems(error)
        return
    yield Finding("configuration", f"{places.config}: {', '.join(sorted(config.mailboxes))}")
    yield from _templates(config)
    yield from _notices(config)
    yield from _ledger(places, config)
    yield from _model(places)
    for name, account in accounts_of(config, places.state, [only] if only else ()).items():
        typed = is_kept_here(config.mailboxes[name].mailbox, places, name)
        yield from _mailbox(account, f"`ajar login {name}` asks for it again." if typed else "")
    yield _python(sys.version_info[:3])


def check_health(places: Places) -> Iterator[Finding]:
    """Ask only the ledger when each mailbox was last swept with success: cheap, for a container's health check."""
    config = places.read()
    with opened_ledger(places.state, config.service.ledger) as ledger:
        states = {state.name: state for state in ledger.mailboxes()}
    for name, file in config.mailboxes.items():
        overdue = max(OVERDUE_POLLS * file.schedule.poll_every, LEAST_OVERDUE)
        yield _health(name, states.get(name), now(), overdue)


def _health(name: str, state: "MailboxState | None", moment: datetime, overdue: timedelta) -> Finding:
    if state is None:
        return Finding(name, "was never swept", "Is `ajar run` running?", 75)
    last = state.succeeded_at or state.first_seen_at
    said = f"last success {last:%Y-%m-%d %H:%M} UTC" if state.succeeded_at else "no success yet"
    if moment - last <= overdue:
        return Finding(name, said)
    return Finding(name, said, state.failure or "Is `ajar run` running?", 75)


def _python(version: Sequence[int]) -> Finding:
    text = ".".join(map(str, version))
    fixed = next((fix for fix in FIXED_PYTHONS if fix[:2] == tuple(version[:2])), None)
    if fixed is not None and tuple(version) < fixed:
        newer = ".".join(map(str, fixed))
        remedy = f"Ajar guards against a flaw in it (CVE-2026-1299), so nothing is urgent. It is mended in {newer}."
        return Finding("Python", text, remedy)
    return Finding("Python", text)


def _problems(error: ConfigError) -> Iterator[Finding]:
    for problem in error.problems:
        said = f"{problem.key} {problem.message}".strip()
        yield Finding(str(problem.file), said, problem.remedy, error.exit_code)


def _templates(config: "Config") -> Iterator[Finding]:
    from replies.own_words import check_templates  # noqa: PLC0415 - Jinja is needed for this alone

    for name, file in config.mailboxes.items():
        if file.replies.templates is None:
            continue
        problems = list(check_templates(file.replies.templates))
        for problem in problems:
            yield Finding(f"{name}: template {problem.file}", f"line {problem.line}: {problem.message}", "", 78)
        if not problems:
            yield Finding(f"{name}: templates", str(file.replies.templates))


def _notices(config: "Config") -> Iterator[Finding]:
    from service.telling import not_understood  # noqa: PLC0415 - few are told anything

    for name, file in config.mailboxes.items():
        for number in not_understood(file.notify.urls):
            remedy = "See https://appriseit.com/services/ for how it is written, and which library it needs."
            yield Finding(f"{name}: notify.urls", f"Apprise does not understand item {number}.", remedy, 78)


def _ledger(places: Places, config: "Config") -> Iterator[Finding]:
    try:
        with opened_ledger(places.state, config.service.ledger) as ledger:
            seen = [state.succeeded_at for state in ledger.mailboxes() if state.succeeded_at]
    except LedgerError as error:
        yield Finding("ledger", error.sentence, error.remedy, error.exit_code)
        return
    yield Finding("ledger", "in the configured database" if config.service.ledger else str(places.state.path))
    if seen and max(seen) > now() + CLOCK_SLACK:
        yield Finding("clock", "it is behind the ledger's newest entry", "Set this machine's clock.")
    else:
        yield Finding("clock", f"{now():%Y-%m-%d %H:%M} UTC")


def _model(places: Places) -> Iterator[Finding]:
    try:
        standing = loaded_model(places.state).standing()
    except LedgerError as error:
        yield Finding("model", error.sentence, error.remedy, error.exit_code)
        return
    yield Finding("model", "ready")
    if standing is not None:
        yield Finding("corrections", standing.said, standing.remedy)


def _mailbox(account: "Account", password_again: str) -> Iterator[Finding]:
    mailbox = account.open()
    try:
        for line in mailbox.check():
            yield Finding(account.name, line)
        for folder, _ in account.lessons:
            yield _lessons(account.name, folder, there=mailbox.has_folder(folder))
    except AjarError as error:
        more = password_again if isinstance(error, LoginRefused) else ""
        yield Finding(account.name, error.sentence, f"{error.remedy} {more}".strip(), error.exit_code)
    finally:
        mailbox.close()


def _lessons(name: str, folder: str, *, there: bool) -> Finding:
    if there:
        return Finding(name, f"Learns from {folder}.")
    return Finding(name, f"Would learn from {folder}, which is not there.", "Make it in your mail program.")
