"""The daemon: one interval job for each mailbox, signals, and the sign of life. It owns no truth: the ledger does."""

import logging
import os
import random
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from config.problems import ConfigError
from service.account import Account, Tools
from service.errors import LedgerError, Refused, Unavailable
from service.jobs import SWEEP_DEADLINE, Cut, sweep_within
from service.learning import weigh_in
from service.logs import where
from service.notify import pulse, tell_systemd
from service.pace import SHORTEST_GAP, next_sweep, stagger

TICK = 5.0  # seconds; also how late a laptop's wake-up is noticed
GRACE = 6.0  # seconds that a sweep has to come to a clean place after SIGTERM
HARD_GRACE = 2.0  # seconds more once its connection was shut
MOST_THREADS = 100
LEARN_EVERY = 300.0  # seconds; the user who files mails away files several

log = structlog.get_logger()


@dataclass(slots=True)
class _Watch:
    """One mailbox under watch: how it fared, how long after its time it takes a reply up, the sweep that is running."""

    account: Account
    failures: int = 0
    stagger: timedelta = timedelta(0)
    cut: Cut | None = None
    began_at: datetime | None = None

    def begun(self, cut: Cut) -> None:
        """Note how the sweep that is running is cut short."""
        self.cut = cut


class Daemon:
    """Sweeps every mailbox in its own time until told to stop.

    Args:
        accounts: The mailboxes to watch.
        load: Reads the configuration again, at every SIGHUP; raises ConfigError.
        tools: Ledger, model and clock. Its `stopping` is true once `stop` is set.
        stop: Set to end the daemon.
        deadline: The wall-clock time after which a sweep's connection is shut.
        ended: Is told how each sweep of a mailbox ended: with nothing, or with this error.
    """

    def __init__(
        self,
        accounts: Mapping[str, Account],
        load: Callable[[], Mapping[str, Account]],
        tools: Tools,
        stop: threading.Event,
        *,
        deadline: timedelta = SWEEP_DEADLINE,
        ended: Callable[[str, Exception | None], None] = lambda *_: None,
    ) -> None:
        self._accounts = accounts
        self._load = load
        self._tools = tools
        self._stop = stop
        self._deadline = deadline
        self._ended = ended
        self._reload = threading.Event()
        self._wake = threading.Event()
        self._watches: dict[str, _Watch] = {}
        self._leaving: list[_Watch] = []  # taken out of the configuration; a last sweep may still be running
        self._beat = tools.clock()
        pool = ThreadPoolExecutor(MOST_THREADS)
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": pool},
            # A job of this scheduler is never dropped for being late: it runs once, as soon as it can.
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; reread the configuration at SIGHUP. Returns when all came to a clean place."""
        self._take(self._accounts)
        self._keep_beating()
        self._keep_learning()
        self._scheduler.add_listener(_tell, EVENT_JOB_MISSED | EVENT_JOB_ERROR | EVENT_JOB_MAX_INSTANCES)
        self._listen()
        self._scheduler.start()
        tell_systemd("READY=1")
        log.info("watching", mailboxes=sorted(self._watches))
        self._wait()
        tell_systemd("STOPPING=1")
        self._end()

    # -- signals and the sign of life ----------------------------------------------------------------------------

    def _listen(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, partial(self._told, self._stop))
        signal.signal(signal.SIGHUP, partial(self._told, self._reload))

    def _told(self, what: threading.Event, *_: object) -> None:
        what.set()
        self._wake.set()

    def _wait(self) -> None:
        longest = pulse(TICK)
        while not self._stop.is_set():
            if self._reload.is_set():
                self._reload.clear()
                self._read_again()
            self._mind_the_clock()
            if self._makes_progress():
                tell_systemd("WATCHDOG=1")
            self._bring_forward()
            # A machine that slept wakes with its timers late; the scheduler is made to look at the wall clock.
            self._scheduler.wakeup()
            self._wake.wait(longest)
            self._wake.clear()

    def _keep_beating(self) -> None:
        now = self._beat = self._tools.clock()
        trigger = IntervalTrigger(seconds=TICK)
        self._scheduler.add_job(self._heartbeat, trigger, id="", next_run_time=now, replace_existing=True)

    def _heartbeat(self) -> None:
        self._beat = self._tools.clock()

    def _keep_learning(self) -> None:
        """Weigh in, in a thread and a process of its own, what the user taught."""
        trigger = IntervalTrigger(seconds=LEARN_EVERY)
        self._scheduler.add_job(
            weigh_in, trigger, args=[self._tools], id="learn", next_run_time=self._tools.clock(), replace_existing=True
        )

    def _mind_the_clock(self) -> None:
        """When the clock was put back, begin anew: the scheduler would wait until the old times come again."""
        if self._tools.clock() < self._beat - timedelta(seconds=TICK):
            log.warning("the clock was put back")
            self._take({name: watch.account for name, watch in self._watches.items()})
            self._keep_beating()
            self._keep_learning()

    def _makes_progress(self) -> bool:
        """Whether the scheduler runs its jobs and no sweep outlives its deadline."""
        now = self._tools.clock()
        slack = timedelta(seconds=12 * TICK)
        begun = [watch.began_at for watch in self._watches.values() if watch.began_at is not None]
        return now - self._beat < slack and all(now - at < self._deadline + slack for at in begun)

    def _read_again(self) -> None:
        tell_systemd("RELOADING=1")
        try:
            self._take(self._load())
        except ConfigError as error:
            log.error("configuration refused, the old one stays", problems=str(error))
        else:
            log.info("configuration read again", mailboxes=sorted(self._watches))
        tell_systemd("READY=1")

    # -- mailboxes -----------------------------------------------------------------------------------------------

    def _take(self, accounts: Mapping[str, Account]) -> None:
        """Watch exactly these mailboxes."""
        for name in self._watches.keys() - accounts.keys():
            self._scheduler.remove_job(f"sweep {name}")
            self._leaving.append(self._watches.pop(name))
        for name, account in accounts.items():
            watch = self._watches.setdefault(name, _Watch(account))
            watch.account = account
            watch.failures = 0
            self._scheduler.add_job(
                self._sweep,
                IntervalTrigger(seconds=account.poll_every.total_seconds()),
                args=[watch],
                id=f"sweep {name}",
                next_run_time=self._tools.clock(),
                replace_existing=True,
            )

    def _sweep(self, watch: _Watch) -> None:
        """Sweep one mailbox under its deadline and say when to come back. Nothing that happens here stops another."""
        if self._stop.is_set():
            return
        retry_after = self._sweep_once(watch)
        again = self._again_at(watch, retry_after)
        if not self._stop.is_set() and self._scheduler.get_job(f"sweep {watch.account.name}"):
            self._scheduler.modify_job(f"sweep {watch.account.name}", next_run_time=again)

    def _sweep_once(self, watch: _Watch) -> float | None:
        """Sweep; return how many seconds the server asked to be left alone, if it did."""
        name = watch.account.name
        watch.began_at = self._tools.clock()
        try:
            swept = sweep_within(watch.account, self._tools, self._deadline, begun=watch.begun)
        except (Unavailable, Refused, LedgerError) as error:
            watch.failures += 1
            self._ended(name, error)
            log.warning("sweep failed", mailbox=name, why=str(error), in_a_row=watch.failures)
            return getattr(error, "retry_after", None)
        except Exception as error:  # noqa: BLE001 - a bug of ours in one mailbox must not stop the others
            watch.failures += 1
            self._ended(name, error)
            log.error("sweep broke", mailbox=name, error=type(error).__name__, at=where(error))
            return None
        finally:
            watch.cut = watch.began_at = None
        watch.failures = 0
        self._ended(name, None)
        log.log(logging.INFO if swept.found_something else logging.DEBUG, "swept", mailbox=name, **swept.counts)
        return None

    def _again_at(self, watch: _Watch, retry_after: float | None) -> datetime:
        account = watch.account
        watch.stagger = stagger(account.poll_every, random.random())  # noqa: S311 - no secret
        due_at = self._next_due({account.name: account.settle}).get(account.name)
        return next_sweep(
            self._tools.clock(),
            account.poll_every,
            failures=watch.failures,
            retry_after=retry_after,
            next_due=due_at and due_at + watch.stagger,
        )

    def _next_due(self, settle: Mapping[str, timedelta]) -> Mapping[str, datetime]:
        try:
            return self._tools.ledger.next_due(settle)
        except LedgerError as error:  # locked, or its server restarts: the next poll comes all the same
            log.warning("the ledger cannot be read", why=str(error))
            return {}

    def _bring_forward(self) -> None:
        """Sweep at once where a reply fell due since: the user asked for it, or the machine slept."""
        now = self._tools.clock()
        settle = {name: watch.account.settle for name, watch in self._watches.items()}
        for name, due_at in self._next_due(settle).items():
            watch, job = self._watches[name], self._scheduler.get_job(f"sweep {name}")
            idle = watch.began_at is None and not watch.failures
            if idle and due_at + watch.stagger <= now and job is not None and job.next_run_time > now + SHORTEST_GAP:
                self._scheduler.modify_job(job.id, next_run_time=now)

    # -- the end -------------------------------------------------------------------------------------------------

    def _end(self) -> None:
        """Let running sweeps come to a clean place; shut the connections of those that do not; then go."""
        self._scheduler.pause()
        if not self._all_idle(GRACE):
            for watch in self._all():
                if watch.cut is not None:
                    watch.cut()
            if not self._all_idle(HARD_GRACE):
                # A thread hangs in something that cannot be shut (a name look-up, a secret command). Whatever it had
                # claimed is in the ledger, and the next start looks before it saves.
                log.warning("left a sweep behind")
                sys.stderr.flush()
                os._exit(0)
        self._scheduler.shutdown()
        log.info("stopped")

    def _all(self) -> list[_Watch]:
        return [*self._watches.values(), *self._leaving]

    def _all_idle(self, seconds: float) -> bool:
        waiter = threading.Event()
        for _ in range(int(seconds / 0.05)):
            if all(watch.began_at is None for watch in self._all()):
                return True
            waiter.wait(0.05)
        return False


def _tell(event: JobEvent) -> None:
    if event.code == EVENT_JOB_MAX_INSTANCES:  # a sweep that takes longer than the poll interval; it has its deadline
        log.debug("still at the last sweep", job=event.job_id)
    else:
        log.warning("the scheduler could not run a job", job=event.job_id, code=event.code)
