"""`ajar scan` over an mbox of 10 000 mails: how long, how fast, how much memory.

`python -m benchmarks.scan EVALDIR [--mails N]`, from the project's root.
"""

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.letters import copies, general, rejections
from benchmarks.process import cpu, peak

PROMISED_MIB = 300


def write_mbox(file: Path, evaldir: Path, mails: int) -> None:
    """Write so many mails, an hour apart until now, each a copy with a Message-ID and a date of its own."""
    now = datetime.now(UTC).replace(microsecond=0)
    originals = [*(letter.raw for letter in rejections(evaldir, now)), *general(evaldir)]
    moments = (now - timedelta(hours=mails - number) for number in range(mails))
    with file.open("wb") as stream:
        for moment, raw in copies(originals, moments):
            stream.write(f"From somebody@benchmark.example {moment:%a %b %d %H:%M:%S %Y}\n".encode())
            stream.writelines(_quoted(raw))
            stream.write(b"\n\n")


def _quoted(raw: bytes) -> Iterator[bytes]:
    for line in raw.splitlines(keepends=True):
        yield b">" + line if line.lstrip(b">").startswith(b"From ") else line


def main() -> int:
    """Measure, print, and end with 1 when more memory was used than promised."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("evaldir", type=Path, metavar="EVALDIR", help="holds rejections.jsonl and general/*.eml")
    parser.add_argument("--mails", type=int, default=10_000, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mbox, state = folder / "all.mbox", folder / "state"
        write_mbox(mbox, arguments.evaldir, arguments.mails)
        ajar = [sys.executable, "-m", "service", "--config", str(folder / "config"), "--state", str(state)]
        # The first use of a state directory fits the model, in a child process; that is another measurement.
        first = next((arguments.evaldir / "general").glob("*.eml"))
        fitting, _, _ = _timed([*ajar, "classify", str(first), "--json"], folder / "first.jsonl")
        seconds, processor, most = _timed([*ajar, "scan", str(mbox), "--json"], folder / "found.jsonl")
        rows = [json.loads(line) for line in (folder / "found.jsonl").read_text(encoding="utf-8").splitlines()]
        size = mbox.stat().st_size / 2**20
    sheet = Table(title=f"ajar scan over an mbox of {size:.0f} MiB")
    cells = {
        "mails": f"{arguments.mails}",
        "job mails": f"{len(rows)}",
        "s": f"{seconds:.1f}",
        "mails/s": f"{arguments.mails / seconds:.0f}",
        "CPU s": f"{processor:.1f}",
        "peak MiB": f"{most:.0f}",
        "promised MiB": f"{PROMISED_MIB}",
        "first use, s": f"{fitting:.1f}",
    }
    for heading in cells:
        sheet.add_column(heading, justify="right")
    sheet.add_row(*cells.values())
    Console(width=120).print(sheet)
    return 0 if most < PROMISED_MIB else 1


def _timed(command: list[str], output: Path) -> tuple[float, float, float]:
    """Run to the end; return wall-clock seconds, processor seconds and the peak of resident memory in MiB."""
    began, processor, most = time.monotonic(), 0.0, 0.0
    with output.open("w", encoding="utf-8") as stream, subprocess.Popen(command, stdout=stream) as process:
        for _ in itertools.takewhile(lambda _: process.poll() is None, itertools.count()):
            try:
                processor, most = cpu(process.pid), peak(process.pid)
            except (OSError, KeyError):
                break  # it is ending
            time.sleep(0.02)
        if process.wait():
            sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return time.monotonic() - began, processor, most


if __name__ == "__main__":
    sys.exit(main())
