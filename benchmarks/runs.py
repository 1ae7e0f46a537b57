"""One run of the daemon over a mailbox: mail arrives, the daemon may be killed, the server is watched."""

import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from benchmarks.letters import Letter
from benchmarks.mailboxes import Box
from tests.workplace import Workplace

QUIET = 8.0  # seconds without any change after which nothing more is expected, when every draft is there
LONG_QUIET = 60.0  # the same when drafts are missing
OWED = {"pending", "claimed", "unknown", "parked"}


class Daemon:
    """`ajar run` as a child, to be killed at random moments and started again.

    Args:
        workplace: Its configuration and state.
        kills: How often it is killed.
        life: The most seconds that it lives before that.
        seed: Of the moments.
    """

    def __init__(self, workplace: Workplace, kills: int, life: float, seed: int) -> None:
        self._workplace = workplace
        self._random = random.Random(seed)  # noqa: S311 - moments, not secrets
        self._kills, self._life = kills, life
        self._stack = ExitStack()
        self.kills: list[str] = []

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def is_doomed(self) -> bool:
        """Whether it is still to be killed."""
        return self._kills > 0

    def tend(self, drafts: int) -> None:
        """Kill it when its time has come, and start the next; `drafts` is how far it came, for the record.

        Raises:
            RuntimeError: It ended by itself.
        """
        if self._process.poll() is not None:
            raise RuntimeError(f"the daemon ended by itself: {self._workplace.log()[-2000:]}")
        lived = time.monotonic() - self._started
        if lived >= self._dies_after:
            self._process.kill()
            self._process.wait()
            self._kills -= 1
            self.kills.append(f"killed after {lived:.1f} s, with {drafts} drafts on the server")
            self._start()

    def _start(self) -> None:
        self._process = self._stack.enter_context(self._workplace.daemon())
        self._started = time.monotonic()
        self._dies_after = self._random.uniform(0.5, self._life) if self._kills else float("inf")


@dataclass
class Run:
    """What happens in a mailbox while the daemon is at work.

    Attributes:
        arrived: When each rejection arrived, by its Message-ID; to the second, no server keeps more.
        first_seen: When each mail's draft was there first, by the Message-ID that it answers.
        as_arrived: How each mail looked soon after it arrived.
    """

    workplace: Workplace
    box: Box
    daemon: Daemon
    arrived: dict[str, float] = field(default_factory=dict)
    first_seen: dict[str, float] = field(default_factory=dict)
    as_arrived: dict[Any, object] = field(default_factory=dict)

    def deliver(self, letters: Sequence[Letter], others: Sequence[bytes]) -> None:
        """Let all mails arrive, the rejections spread among the others."""
        for number, mail in enumerate(_mixed(letters, others)):
            now = datetime.now(UTC).replace(microsecond=0)
            if isinstance(mail, Letter):
                self.arrived[mail.message_id] = now.timestamp()
            self.box.account.deliver(mail.raw if isinstance(mail, Letter) else mail, now)
            if number % 20 == 0:
                self._note_arrivals()
                self.daemon.tend(self._look())
        self._note_arrivals()

    def wait(self, awaited: int) -> None:
        """Wait until so many drafts are there, nothing is owed, and nothing has changed for a while."""
        changed_at, drafts = time.monotonic(), 0
        while True:
            found = self._look()
            self.daemon.tend(found)
            if found != drafts or self.daemon.is_doomed:
                drafts, changed_at = found, time.monotonic()
            quiet = time.monotonic() - changed_at
            if quiet > (QUIET if drafts >= awaited else LONG_QUIET) and not self._owes():
                return
            if quiet > 2 * LONG_QUIET:
                print("Replies are still owed.", file=sys.stderr)
                return
            time.sleep(0.25)

    def delays(self) -> list[float]:
        """Return, for each rejection that has a draft, the seconds between the two."""
        return [self.first_seen[id_] - arrived for id_, arrived in self.arrived.items() if id_ in self.first_seen]

    def changed(self) -> int:
        """Return how many mails are not as they arrived, gone or new."""
        now = self.box.received()
        return sum(self.as_arrived.get(key) != now.get(key) for key in self.as_arrived.keys() | now.keys())

    def _note_arrivals(self) -> None:
        self.as_arrived = {**self.box.received(), **self.as_arrived}

    def _look(self) -> int:
        answered = self.box.answered()
        now = time.time()
        for message_id in answered:
            self.first_seen.setdefault(message_id, now)
        return len(answered)

    def _owes(self) -> bool:
        return any(row["state"] in OWED for row in self.workplace.json("pending"))


def _mixed(letters: Sequence[Letter], others: Sequence[bytes]) -> Iterator[Letter | bytes]:
    step = max(1, len(others) // max(1, len(letters)))
    for number, letter in enumerate(letters):
        yield letter
        yield from others[number * step : (number + 1) * step]
    yield from others[len(letters) * step :]


def judged(workplace: Workplace, letters: Iterable[Letter]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the Message-IDs that `ajar classify` calls rejections, and those of which it is unsure."""
    folder = workplace.folder / "letters"
    folder.mkdir()
    for number, letter in enumerate(letters):
        (folder / f"{number:04}.eml").write_bytes(letter.raw)
    rows = workplace.json("classify", folder)
    unsure = frozenset(row["id"] for row in rows if row["unsure"])
    return frozenset(row["id"] for row in rows if row["label"] == "rejection") - unsure, unsure
