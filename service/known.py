"""What was known when a mail came, and what became of it since: for whoever explains the mail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from classifier.message import Message
from config.load import Config
from replies.decision import History
from service.assembly import Places, opened_ledger
from service.errors import LedgerError
from service.ledger import Ledger
from service.records import HistoryRow
from service.settings import policy_of


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows around one mail.

    Attributes:
        mailbox: Whose ledger it is; None where nothing is known.
        history: Of before the mail.
        arrived_at: When the mail came, where the ledger has it.
        decision: What was decided about it, and what became of that.
        trouble: Why nothing is known though there is a ledger.
    """

    mailbox: str | None = None
    history: History = field(default_factory=History)
    arrived_at: datetime | None = None
    decision: HistoryRow | None = None
    trouble: str = ""


def mailbox_for(message: Message, config: Config, ledger: Ledger | None) -> str | None:
    """Return the mailbox that a mail came to: where it is recorded, else whose address it bears, else the only one."""
    recorded = [each.mailbox for each in ledger.sightings(key=message.key)] if ledger else []
    addressed = [
        name
        for name, file in config.mailboxes.items()
        if any(policy_of(file).is_own(address.email) for address in message.to)
    ]
    only = list(config.mailboxes) if len(config.mailboxes) == 1 else []
    return next((name for name in (*recorded, *addressed, *only) if name in config.mailboxes), None)


def known_of(message: Message, mailbox: str, arrived_at: datetime, ledger: Ledger) -> Known:
    """Look into the ledger; nothing in it changes."""
    seen = next((each.ref for each in ledger.sightings(key=message.key) if each.mailbox == mailbox), None)
    came_at = seen.arrived_at if seen else arrived_at
    history = before(ledger.history(mailbox, came_at), message.key, came_at)
    return Known(mailbox, history, seen.arrived_at if seen else None, ledger.decision_on(mailbox, message.key))


def before(history: History, key: str, moment: datetime) -> History:
    """Return what of a history came before a mail."""
    past = history.past
    return replace(
        history,
        replies=tuple(each for each in history.replies if each.key != key and each.arrived_at <= moment),
        people=tuple(each for each in history.people if each.wrote_at < moment),
        past=replace(past, mails=tuple(each for each in past.mails if each.key != key and each.arrived_at <= moment)),
        worded=tuple(each for each in history.worded if each.made_at <= moment),
    )


@contextmanager
def ledger_if_any(places: Places, config: Config) -> Iterator[Ledger | None]:
    """Open the ledger where there is one; none is made for a command that only looks.

    Raises:
        LedgerError: There is one that cannot be used.
    """
    if config.service.ledger is None and not Path(places.state.path / "ledger.sqlite3").exists():
        yield None
        return
    with opened_ledger(places.state, config.service.ledger) as ledger:
        yield ledger


def known_around(places: Places, config: Config, message: Message, mailbox: str | None, arrived_at: datetime) -> Known:
    """Return what is known around a mail; without a ledger, or where it cannot be read, whose the mail is at most."""
    try:
        with ledger_if_any(places, config) as ledger:
            name = mailbox or mailbox_for(message, config, ledger)
            return known_of(message, name, arrived_at, ledger) if ledger and name else Known(name)
    except LedgerError as error:
        return Known(mailbox or mailbox_for(message, config, None), trouble=error.sentence)
