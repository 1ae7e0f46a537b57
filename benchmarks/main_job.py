"""The main job, measured on the server: real rejections among other mail, one draft for each and for nothing else.

`python -m benchmarks.main_job EVALDIR [--provider imap|gmail|myworld|maildir] [--kill N]`, from the project's root.
The daemon runs first, the mail arrives while it runs, and with --kill the daemon is killed (SIGKILL) and started again
so many times at random moments. What is counted is what the server holds, not what Ajar says.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.letters import Letter, general, rejections
from benchmarks.mailboxes import PASSWORD_VARIABLE, PROVIDERS, opened
from benchmarks.runs import QUIET, Daemon, Run, judged
from tests.servers.dovecot import PASSWORD
from tests.workplace import Workplace

SCHEDULE = """
[schedule]
poll_every = "1s"
look_back = "1d"
settle = "2s"
delay = "{delay}s"
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured.

    Attributes:
        recognised: Message-IDs of the rejections that Ajar takes for such; of `unsure` ones it asks the user.
        owed: Replies to these in the ledger.
        reasons: Why mails that were read as rejections, these or others, are owed none.
        answered: For each Message-ID, the drafts on the server that answer it.
        delays: Seconds from arrival to draft.
        too_early: Drafts that were there before the delay was over.
        changed: Received mails of which a flag, a label, a byte or the place is another one.
    """

    mails: int
    letters: Sequence[Letter]
    recognised: frozenset[str]
    unsure: frozenset[str]
    owed: int
    reasons: Counter[str]
    answered: Counter[str]
    delays: Sequence[float]
    too_early: int
    changed: int
    seconds: float
    kills: Sequence[str]

    @property
    def missing(self) -> int:
        """Recognised rejections without a draft."""
        return sum(id_ not in self.answered for id_ in self.recognised)

    @property
    def doubled(self) -> int:
        """Mails with more than one draft."""
        return sum(count > 1 for count in self.answered.values())

    @property
    def foreign(self) -> Counter[str]:
        """Drafts that answer something else than a rejection."""
        ours = {letter.message_id for letter in self.letters}
        return Counter({id_: count for id_, count in self.answered.items() if id_ not in ours})

    @property
    def holds(self) -> bool:
        """Whether the promise was kept."""
        return not (self.missing or self.doubled or self.foreign or self.too_early or self.changed)

    def cells(self) -> dict[str, str]:
        """Return heading and cell of each column."""
        counts = {
            "mails": self.mails,
            "rejections": len(self.letters),
            "recognised": len(self.recognised),
            "unsure": len(self.unsure),
            "owed": self.owed,
            "drafts": self.answered.total(),
            "missing": self.missing,
            "doubled": self.doubled,
            "foreign": self.foreign.total(),
            "too early": self.too_early,
            "changed": self.changed,
        }
        times = {"soonest, s": min(self.delays, default=0), "latest, s": max(self.delays, default=0)}
        cells = {name: str(count) for name, count in counts.items()}
        return cells | {name: f"{seconds:.1f}" for name, seconds in times.items()} | {"whole, s": f"{self.seconds:.0f}"}


def measure(arguments: argparse.Namespace, folder: Path) -> Result:
    """Let the mail arrive, wait until nothing more is owed, and look at the server."""
    workplace = Workplace(folder / "work", folder)
    workplace.environment[PASSWORD_VARIABLE] = PASSWORD
    letters = rejections(arguments.evaldir, datetime.now(UTC))[: arguments.rejections]
    others = general(arguments.evaldir)[: arguments.general]
    recognised, unsure = judged(workplace, letters)
    (folder / "server").mkdir()
    with opened(arguments.provider, folder / "server") as box:
        workplace.mailbox("jane", box.toml + SCHEDULE.format(delay=arguments.delay))
        began = time.monotonic()
        with Daemon(workplace, arguments.kill, arguments.life, arguments.seed) as daemon:
            run = Run(workplace, box, daemon)
            run.deliver(letters, others)
            run.wait(len(recognised))
        seconds = time.monotonic() - began - QUIET
        history = workplace.json("history")
        senders = {letter.sender for letter in letters}
        return Result(
            mails=len(letters) + len(others),
            letters=letters,
            recognised=recognised,
            unsure=unsure,
            owed=sum(row["id"] is not None and row["state"] != "unsure" and row["to"] in senders for row in history),
            reasons=Counter(row["reason"] for row in history if row["label"] == "rejection" and row["reason"]),
            answered=Counter(box.answered()),
            delays=run.delays(),
            too_early=sum(delay < arguments.delay for delay in run.delays()),
            changed=run.changed(),
            seconds=seconds,
            kills=daemon.kills,
        )


def show(result: Result, arguments: argparse.Namespace) -> None:
    """Print the measurements, and what lies behind them."""
    for line in result.kills:
        print(line)
    sheet = Table(title=f"The main job over {arguments.provider}, {arguments.kill} kills, delay {arguments.delay} s")
    for name in result.cells():
        sheet.add_column(name, justify="right")
    sheet.add_row(*result.cells().values())
    Console(width=160).print(sheet)
    for message_id in result.foreign:
        print(f"foreign draft: it answers {message_id}")
    for reason, count in result.reasons.items():
        print(f"no draft, because of {reason}: {count} mails read as rejections")


def main() -> int:
    """Measure, print, and end with 1 when the promise was not kept."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("evaldir", type=Path, metavar="EVALDIR", help="holds rejections.jsonl and general/*.eml")
    parser.add_argument("--provider", choices=PROVIDERS, default="imap")
    parser.add_argument("--kill", type=int, default=0, metavar="N", help="kill the daemon N times")
    parser.add_argument("--life", type=float, default=9, metavar="SECONDS", help="the most it lives before each kill")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills")
    parser.add_argument("--delay", type=int, default=5, metavar="SECONDS", help="from arrival to draft")
    parser.add_argument("--rejections", type=int, metavar="N", help="only the first N")
    parser.add_argument("--general", type=int, metavar="N", help="only the first N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = measure(arguments, Path(folder))
    show(result, arguments)
    return 0 if result.holds else 1


if __name__ == "__main__":
    sys.exit(main())
