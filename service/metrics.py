"""What Prometheus may scrape, on this machine only: how sweeps end, and what the ledger holds.

Sweeps and errors are counted since the start. Mails, replies and the last success are read from the ledger at each
scrape: it is the truth, and outlives the process. A mailbox goes by its file's name; no address, no word of a mail.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import WSGIServer

import structlog
from prometheus_client import CollectorRegistry, Counter, ProcessCollector, start_http_server
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from classifier.reading import Label
from config.problems import ConfigError, Problem
from service.errors import AjarError, LedgerError, Refused, Unavailable, Unclear
from service.ledger import Ledger
from service.records import State

KINDS = tuple(kind.__name__.lower() for kind in (Unavailable, Unclear, Refused, LedgerError))
BUG = "bug"

log = structlog.get_logger()


class Metrics(Collector):
    """Counts how sweeps end, and collects the rest from the ledger.

    Attributes:
        registry: All of it, for a scrape.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._mailboxes: frozenset[str] = frozenset()
        self.registry = CollectorRegistry()
        self._sweeps = Counter("ajar_sweeps", "Sweeps that were ended.", ["mailbox"], registry=self.registry)
        self._errors = Counter(
            "ajar_errors", "Sweeps that failed, by kind.", ["mailbox", "kind"], registry=self.registry
        )
        ProcessCollector(registry=self.registry)
        self.registry.register(self)

    def watch(self, mailboxes: Iterable[str]) -> None:
        """Tell of these mailboxes from now on. One that was taken out of the configuration must not look neglected."""
        gone, self._mailboxes = self._mailboxes, frozenset(mailboxes)
        for name in gone - self._mailboxes:
            self._sweeps.remove_by_labels({"mailbox": name})
            self._errors.remove_by_labels({"mailbox": name})
        for name in self._mailboxes:
            self._sweeps.labels(name)  # a count that begins at 0 can be told from one that is not there
            for kind in (*KINDS, BUG):
                self._errors.labels(name, kind)

    def ended(self, mailbox: str, error: Exception | None) -> None:
        """Count a sweep: one that went through, or the error that ended it."""
        if mailbox not in self._mailboxes:
            return  # its last sweep outlived its place in the configuration
        self._sweeps.labels(mailbox).inc()
        if error is not None:
            self._errors.labels(mailbox, kind_of(error)).inc()

    def describe(self) -> Iterator[Metric]:
        """Name nothing at registration, so that the ledger is not read for it."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Look into the ledger; where that cannot be read, say so instead of failing the scrape."""
        readable = GaugeMetricFamily("ajar_ledger_readable", "Whether the ledger could be read for this scrape.")
        try:
            found = [self._mails(), self._replies(), self._successes()]
        except LedgerError:
            found = []
        readable.add_metric([], len(found) > 0)
        yield readable
        yield from found

    def _mails(self) -> Metric:
        family = GaugeMetricFamily("ajar_mails", "Mails in the ledger, by label.", labels=["mailbox", "label"])
        return self._filled(family, self._ledger.counts.mails(), Label)

    def _replies(self) -> Metric:
        family = GaugeMetricFamily(
            "ajar_replies",
            "Replies in the ledger, by state; pending ones are owed, drafted ones lie in the mailbox.",
            labels=["mailbox", "state"],
        )
        return self._filled(family, self._ledger.counts.replies(), State)

    def _filled(
        self, family: GaugeMetricFamily, counts: Mapping[tuple[str, str], int], values: Iterable[str]
    ) -> GaugeMetricFamily:
        for value in values:
            for name in sorted(self._mailboxes):
                family.add_metric([name, value], counts.get((name, value), 0))
        return family

    def _successes(self) -> Metric:
        family = GaugeMetricFamily(
            "ajar_last_success_timestamp_seconds",
            "When the mailbox was last swept with success; 0 when it never was. The oldest: min() of it.",
            labels=["mailbox"],
        )
        seen = {state.name: state.succeeded_at for state in self._ledger.mailboxes()}
        for name in sorted(self._mailboxes):
            at = seen.get(name)
            family.add_metric([name], at.timestamp() if at else 0)
        return family


def kind_of(error: Exception) -> str:
    """Return the kind of an error in one word; what is none of ours is a bug."""
    kind = type(error).__name__.lower()
    return kind if isinstance(error, AjarError) and kind in KINDS else BUG


@contextmanager
def served(metrics: Metrics, listener: str, directory: Path) -> Iterator[None]:
    """Answer scrapes at HOST:PORT while this lasts.

    Raises:
        ConfigError: Nobody can listen there.
    """
    host, _, port = listener.rpartition(":")
    try:
        server, thread = start_http_server(int(port), host.strip("[]"), metrics.registry)
    except OSError as error:
        message = f"nobody can listen on {listener}: {error.strerror}."
        raise ConfigError(
            [Problem(directory / "ajar.toml", "service.metrics", message, "Choose another port.")]
        ) from error
    log.info("metrics", listening=listener)
    try:
        yield
    finally:
        _end(server, thread)


def _end(server: WSGIServer, thread: threading.Thread) -> None:
    server.shutdown()
    thread.join()
    server.server_close()
