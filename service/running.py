"""`ajar run` and `ajar once`: the service over what the user configured."""

import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from service import logs
from service.account import Account, Swept, Tools
from service.assembly import Places, accounts_of, loaded_model, now, opened_ledger
from service.errors import AjarError
from service.layout import wrapped

if TYPE_CHECKING:
    from config.load import Config
    from service.metrics import Metrics


def run_daemon(places: Places, style: str | None = None, level: int = logging.INFO) -> None:
    """Run until told to stop. The log is styled as configured unless said otherwise.

    Raises:
        ConfigError, LedgerError, Busy: It cannot start. Later troubles are logged and lived with.
    """
    # Until the daemon listens itself, there is nothing to bring to a clean place. Without this, process 1 of a
    # container would not hear SIGTERM at all, and SIGHUP (the configuration is being read anyway) would be the end.
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    from service.daemon import Daemon  # noqa: PLC0415 - the scheduler is the daemon's alone

    config = places.read()
    logs.configure(style or config.service.log, level=level)
    _greet(config)
    stop = threading.Event()
    with _tools(places, config.service.ledger, stop.is_set) as tools, _metrics(tools, config) as metrics:

        def watched(config: "Config") -> dict[str, Account]:
            accounts = accounts_of(config, places.state)
            metrics.watch(accounts)
            return accounts

        Daemon(watched(config), lambda: watched(places.read()), tools, stop, ended=metrics.ended).run()


def _greet(config: "Config") -> None:
    """Say to somebody who sits there what the log below does not: that nothing more is to be done."""
    if sys.stderr.isatty():
        names = " and ".join(config.mailboxes)
        said = f"Watching {names}. Drafts appear in your mail program; `ajar history` tells what was decided, and why."
        sys.stderr.write(f"{wrapped(f'{said} Ctrl-C ends it.', sys.stderr)}\n")


class _NoMetrics:
    """Where nobody wants metrics."""

    def watch(self, mailboxes: Iterable[str]) -> None:
        """Do nothing."""

    def ended(self, mailbox: str, error: Exception | None) -> None:
        """Do nothing."""


@contextmanager
def _metrics(tools: Tools, config: "Config") -> "Iterator[Metrics | _NoMetrics]":
    listener = config.service.metrics
    if listener is None:
        yield _NoMetrics()
        return
    from service.metrics import Metrics, served  # noqa: PLC0415 - a library that few want

    metrics = Metrics(tools.ledger)
    with served(metrics, listener, config.directory):
        yield metrics


def _leave(*_: object) -> None:
    sys.exit(0)


def run_once(
    places: Places, only: Sequence[str] = (), style: str | None = None, level: int = logging.INFO
) -> Mapping[str, Swept | AjarError]:
    """Sweep all mailboxes, or those named, once; each name comes with what its sweep did or why it failed."""
    from service.jobs import sweep_all  # noqa: PLC0415
    from service.learning import weigh_in  # noqa: PLC0415

    config = places.read()
    logs.configure(style or config.service.log, level=level)
    accounts: dict[str, Account] = accounts_of(config, places.state, only)
    with _tools(places, config.service.ledger, lambda: False) as tools:
        swept = sweep_all(accounts, tools)
        weigh_in(tools)
        return swept


def worst_of(codes: Iterable[int]) -> int:
    """Return 0 when all went well, else the code of the worst: what the user must mend before what mends itself."""
    found = set(codes)
    return next((code for code in (78, 74, 77, 75) if code in found), max(found, default=0))


@contextmanager
def _tools(places: Places, ledger_url: str | None, stopping: Callable[[], bool]) -> Iterator[Tools]:
    with places.state.locked(), opened_ledger(places.state, ledger_url) as ledger:
        # The model is made before the first sweep: a corpus or a library that is broken is the program's trouble and
        # must not pass for a mail that cannot be read.
        reader = loaded_model(places.state)
        yield Tools(ledger, reader, now, stopping, reader.corrections, partial(reader.refit, stopping))
