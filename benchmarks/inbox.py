"""How fast is a typical inbox read, and what does reading cost? `python -m benchmarks.inbox`, from the project's root.

Mails of about 8 kB, most of them HTML (`benchmarks.typical`), one in ten about an application; on one core.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.process import memory
from benchmarks.typical import typical_mails
from classifier.corpus.corpus import Mail, read_corpus
from classifier.details import details_of
from classifier.message import parse
from classifier.model import Model, load_or_fit
from classifier.reading import Label

MAILS = 2000
JOB_MAIL = 0.1
ROUNDS = 3


def inbox() -> list[Mail]:
    """Return so many mails of all languages, drawn again and again, one in ten of them job mail."""
    rng = random.Random(0)  # noqa: S311 - variety, not secrecy
    mails = read_corpus()
    others = [mail for mail in mails if mail.label is Label.OTHER]
    job = [mail for mail in mails if mail.label is not Label.OTHER]
    return [rng.choice(job if rng.random() < JOB_MAIL else others) for _ in range(MAILS)]


def read_all(model: Model, raws: list[bytes]) -> None:
    """Do what a sweep does with each mail: parse, classify, and take the facts out of job mail."""
    messages = [parse(raw) for raw in raws]
    for message, verdict in zip(messages, model.classify_many(messages), strict=True):
        if verdict.label is not Label.OTHER or verdict.unsure:
            details_of(message)


def rate(model: Model, raws: list[bytes]) -> float:
    """Return how many mails are read in a second of processor time, the best of some rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        read_all(model, raws)
        best = max(best, len(raws) / (time.process_time() - start))
    return best


def cold_start(state: Path, raw: bytes) -> float:
    """Return the seconds that `ajar classify one.eml` takes when the model is fitted already."""
    file = state / "one.eml"
    file.write_bytes(raw)
    ajar = [sys.executable, "-m", "service", "--config", str(state / "config"), "--state", str(state)]
    start = time.monotonic()
    subprocess.run([*ajar, "classify", str(file)], check=True, capture_output=True)
    return time.monotonic() - start


def main() -> int:
    """Print the table, and end with 1 when a promise was not kept."""
    raws = list(typical_mails(inbox()))
    with tempfile.TemporaryDirectory() as name:
        state = Path(name)
        start = time.monotonic()
        model = load_or_fit(state)
        fitted = time.monotonic() - start
        size = sum(file.stat().st_size for file in state.iterdir()) / 1e6
        rows = (
            ("mails a second, one core", rate(model, raws), 1000, True),
            ("first start, with the fit, s", fitted, 60, False),
            ("model's file, MB", size, 20, False),
            ("resident memory of the reader, MiB", memory(os.getpid()).rss - _held_by(raws), 160, False),
            ("cold `ajar classify one.eml`, s", cold_start(state, raws[0]), 2.5, False),
        )
    sheet = Table(title=f"{len(raws)} mails, median {median(map(len, raws)) / 1000:.1f} kB")
    for heading in ("measured", "found", "promised"):
        sheet.add_column(heading)
    for what, found, promised, at_least in rows:
        sheet.add_row(what, f"{found:.1f}", f"{'≥' if at_least else '≤'} {promised}")
    Console(width=100).print(sheet)
    return int(any((found < promised) if at_least else (found > promised) for _, found, promised, at_least in rows))


def _held_by(raws: list[bytes]) -> float:
    """Return the MiB of the benchmark's own mails, which a sweep never holds all at once."""
    return sum(map(len, raws)) / 2**20


if __name__ == "__main__":
    raise SystemExit(main())
