"""Tells the user by Apprise what happened in a mailbox. Whatever goes wrong with that, the sweep goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog

from service.account import Account, Tools
from service.errors import AjarError, Refused
from service.news import REFUSED, Event, digest, last_period, sentences

PATIENCE: Final = 20.0  # seconds; whoever takes longer is ended
_HERE: Final = Path(__file__).parent

log = structlog.get_logger()


@contextmanager
def telling(account: Account, tools: Tools) -> Iterator[None]:
    """Tell, once the sweep in the block is over, what it brought; also when it failed. Never raises anything itself."""
    if not account.notify.urls:
        yield
        return
    refused = False
    _begin(account, tools)
    try:
        yield
    except Refused:
        refused = True
        raise
    finally:
        _tell(account, tools, refused=refused)


def _begin(account: Account, tools: Tools) -> None:
    now = tools.clock()
    try:
        tools.ledger.told.begin(account.name, _last_digest(account, now), now)
    except AjarError as error:
        log.warning("cannot tell", mailbox=account.name, why=str(error))


def _tell(account: Account, tools: Tools, *, refused: bool) -> None:
    if tools.stopping():
        return  # it is told at the next start: nothing is marked yet
    try:
        lines = [*_news(account, tools), *_outage(account, tools, refused=refused), *_digest(account, tools)]
        if lines:
            _hand_over(account, "\n".join(lines))
    except AjarError as error:
        log.warning("cannot tell", mailbox=account.name, why=str(error))
    except Exception as error:  # noqa: BLE001 - a notice is worth no sweep
        log.error("telling broke", mailbox=account.name, error=type(error).__name__)


def _news(account: Account, tools: Tools) -> list[str]:
    return sentences(tools.ledger.told.news(account.name, tools.clock()), detail=account.notify.detail)


def _outage(account: Account, tools: Tools, *, refused: bool) -> Iterator[str]:
    """Yield the trouble once for each day on which the mailbox worked last: a refusal that comes and goes is one."""
    if not refused:
        return
    last = tools.ledger.register(account.name, tools.clock()).succeeded_at
    day = f"{last:%Y-%m-%d}" if last else "never"
    if tools.ledger.told.is_new(account.name, Event.REFUSED, day, tools.clock()):
        yield REFUSED


def _digest(account: Account, tools: Tools) -> Iterator[str]:
    rhythm, now = account.notify.digest, tools.clock()
    if rhythm is None:
        return
    period = last_period(now, rhythm, account.policy.timezone)
    if tools.ledger.told.is_new(account.name, Event.DIGEST, period.name, now):
        said = digest(tools.ledger.told.tally(account.name, period.start, period.end), rhythm)
        yield from [said] * bool(said)


def _last_digest(account: Account, now: datetime) -> str:
    return last_period(now, account.notify.digest or "weekly", account.policy.timezone).name


def _hand_over(account: Account, body: str) -> None:
    done = _apprise(account.notify.urls, f"Ajar: {account.name}", body)
    if not all(done):
        failed = [number for number, well in enumerate(done, 1) if not well]
        log.warning("a notice did not get through", mailbox=account.name, addresses=failed)


def not_understood(urls: Sequence[str]) -> list[int]:
    """Return the places in the list, from 1, of the addresses that Apprise does not understand. Tells nothing."""
    return [number for number, well in enumerate(_apprise(urls, "", ""), 1) if not well]


def _apprise(urls: Sequence[str], title: str, body: str) -> list[bool]:
    """Hand it to each address, side by side, and return where that went well."""
    with ThreadPoolExecutor(max(1, len(urls))) as pool:
        return list(pool.map(lambda url: _hand(url, title, body), urls))


def _hand(url: str, title: str, body: str) -> bool:
    """The address goes through a pipe: everybody on the machine can read a command line."""
    command = [sys.executable, "-P", "-m", "service.apprising"]
    search = os.pathsep.join(filter(None, (str(_HERE.parent), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command,
            input=json.dumps({"url": url, "title": title, "body": body}).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "PYTHONPATH": search},
        )
    except (subprocess.TimeoutExpired, OSError):
        return False
    return done.returncode == 0
