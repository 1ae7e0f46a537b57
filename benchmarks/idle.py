"""The daemon at rest over three IMAP mailboxes: memory and processor time.

`python -m benchmarks.idle [--seconds N]`, from the project's root. Before it rests, every mailbox has been swept, a few
mails have been read and a draft has been saved in each.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.mailboxes import PASSWORD_VARIABLE, Box, imap_box
from benchmarks.process import Memory, cpu, memory
from tests.main_job import ACKNOWLEDGEMENT, REJECTION, mail
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.workplace import Workplace, until

USERS = ("jane", "june", "joan")
SCHEDULE = """
[schedule]
poll_every = "1m"
delay = "2s"
"""
PROMISED_MIB = 180
PROMISED_PERCENT = 1.0


def main() -> int:
    """Measure, print, and end with 1 when a promise was not kept."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=180, metavar="N", help="how long to watch it rest")
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as name, Dovecot(_made(Path(name) / "server")) as server:
        stages, percent = _measured(Path(name), server, seconds)
    sheet = Table(title=f"The daemon over {len(USERS)} mailboxes, polled every minute")
    for heading in ("", "RSS MiB", "PSS MiB", "peak MiB"):
        sheet.add_column(heading, justify="right" if heading else "left")
    for stage, held in stages.items():
        sheet.add_row(stage, f"{held.rss:.0f}", f"{held.pss:.0f}", f"{held.peak:.0f}")
    Console(width=120).print(sheet)
    print(f"Processor at rest, over {seconds} s: {percent:.2f} % of a core (promised: below {PROMISED_PERCENT} %)")
    print(f"Resident memory promised: below {PROMISED_MIB} MiB")
    return 0 if percent < PROMISED_PERCENT and max(held.rss for held in stages.values()) < PROMISED_MIB else 1


def _measured(folder: Path, server: Dovecot, seconds: int) -> tuple[dict[str, Memory], float]:
    workplace = Workplace(folder / "work", folder)
    workplace.environment[PASSWORD_VARIABLE] = PASSWORD
    boxes = [imap_box(server, user) for user in USERS]
    for user, box in zip(USERS, boxes, strict=True):
        workplace.mailbox(user, box.toml + SCHEDULE)
    stages: dict[str, Memory] = {}
    with ExitStack() as stack:
        pid = stack.enter_context(workplace.daemon()).pid

        def reached(stage: str, condition: Callable[[], object]) -> None:
            until(condition, patience=180)
            stages[stage] = memory(pid)

        reached("started", lambda: "watching" in workplace.log())
        reached("every mailbox swept", lambda: workplace.ajar("check", "--health").stdout.count("last success") == 3)
        for box in boxes:
            _deliver(box)
        reached("a draft saved in each", lambda: all(len(box.account.drafts()) == 1 for box in boxes))
        began, used = time.monotonic(), cpu(pid)
        time.sleep(seconds)
        percent = 100 * (cpu(pid) - used) / (time.monotonic() - began)
        stages["rested"] = memory(pid)
    return stages, percent


def _deliver(box: Box) -> None:
    now = datetime.now(UTC)
    for raw in (mail(REJECTION, 1), *(mail(ACKNOWLEDGEMENT, number) for number in range(2, 6))):
        box.account.deliver(raw, now)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
