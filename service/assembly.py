"""Puts the parts together for a command: places, configuration, ledger, model."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from config.problems import ConfigError
from service.errors import AjarError
from service.state import StateDirectory

if TYPE_CHECKING:  # each of these brings a large library in
    from config.load import Config
    from service.account import Account
    from service.ledger import Ledger
    from service.reader import Reader


class UsageError(AjarError):
    """The command line names something that is not there."""

    exit_code = 2


def now() -> datetime:
    """The clock of the real world; everything below the commands is handed one."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the configuration and the state are."""

    config: Path
    state: StateDirectory

    @classmethod
    def find(cls, config: Path | None, state: Path | None) -> "Places":
        """Return the given places, else those of the XDG base directory specification."""
        return cls(
            config or _xdg("XDG_CONFIG_HOME", ".config") / "ajar",
            StateDirectory((state or _xdg("XDG_STATE_HOME", ".local/state") / "ajar").absolute()),
        )

    def read(self) -> "Config":
        """Read the configuration and look for the secrets that it names.

        Raises:
            ConfigError: With everything that is wrong.
        """
        from config.load import load  # noqa: PLC0415 - pydantic is slow, and --help needs none of it
        from service.extras import missing_apprise  # noqa: PLC0415
        from service.secrets import missing_secrets  # noqa: PLC0415

        config = load(self.config)
        problems = [*missing_secrets(config), *missing_apprise(config)]
        if problems:
            raise ConfigError(problems)
        return config


def duration_of(text: str) -> timedelta:
    """Return a duration that stands on the command line.

    Raises:
        UsageError: It is none.
    """
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - slow, and few commands take one

    from config.values import Duration  # noqa: PLC0415

    try:
        return TypeAdapter(Duration).validate_python(text)
    except ValidationError:
        raise UsageError(f"{text!r} is no duration.", "Write it like 12h, 2d or 1w.") from None


def _xdg(variable: str, default: str) -> Path:
    value = os.environ.get(variable, "")
    # A relative path is to be ignored, says the specification.
    return Path(value) if value.startswith("/") else Path.home() / default


def accounts_of(config: "Config", state: StateDirectory, only: Sequence[str] = ()) -> "dict[str, Account]":
    """Return the accounts, all or those that are named.

    Raises:
        UsageError: A name that no mailbox file bears.
    """
    from service import logs  # noqa: PLC0415 - takes a moment
    from service.settings import account_of  # noqa: PLC0415 - brings the model's libraries in

    logs.keep_quiet()
    unknown = sorted(set(only) - set(config.mailboxes))
    if unknown:
        raise no_mailbox(unknown[0], config.mailboxes)
    wanted = only or tuple(config.mailboxes)
    return {name: account_of(name, config.mailboxes[name], state) for name in wanted}


def no_mailbox(name: str, there: Iterable[str]) -> UsageError:
    """Return the error for a name that no mailbox bears."""
    return UsageError(f"There is no mailbox named {name}.", f"There are: {', '.join(there)}.")


def mailboxes_in(ledger: "Ledger", places: Places, only: str | None) -> list[str]:
    """Return the names of the mailboxes that the ledger knows, or the one that is wanted.

    Raises:
        UsageError: Neither the ledger nor the configuration knows that one.
    """
    from config.load import load  # noqa: PLC0415

    known = [state.name for state in ledger.mailboxes()]
    if only is not None and only not in known and only not in (configured := load(places.config).mailboxes):
        raise no_mailbox(only, dict.fromkeys([*configured, *known]))
    return [name for name in known if only in {None, name}]


@contextmanager
def opened_ledger(state: StateDirectory, url: str | None) -> "Iterator[Ledger]":
    """Open the ledger; None means the one in the state directory."""
    from service.database import Database  # noqa: PLC0415 - SQLAlchemy is needed by few commands
    from service.ledger import Ledger  # noqa: PLC0415

    state.make()
    database = Database(url or state.ledger_url)
    try:
        yield Ledger(database)
    finally:
        database.close()


@contextmanager
def opened(places: Places) -> "Iterator[Ledger]":
    """Open the configured ledger for a command that only looks or gives an order."""
    from config.load import load  # noqa: PLC0415

    with opened_ledger(places.state, load(places.config).service.ledger) as ledger:
        yield ledger


def loaded_model(state: StateDirectory) -> "Reader":
    """Return the classifier, fitted anew if the one in the state directory is stale, and behind the user's word.

    Where AJAR_MODEL names a folder with a model that fits, that is taken over.

    Raises:
        LedgerError: It cannot be kept there.
    """
    from service.reader import Reader  # noqa: PLC0415 - numpy is needed by few commands

    state.make()
    if fitted := os.environ.get("AJAR_MODEL"):
        from service.fitted import take_over  # noqa: PLC0415

        take_over(Path(fitted), state.path)
    return Reader(state)
