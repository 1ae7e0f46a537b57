"""The long run of `make fuzz`: every real mail there is, many bent ones, then what coverage leads to.

    python -m tests.hostile.fuzz [SECONDS]      # for each of the last two, 120 by default

What breaks a promise is printed and kept in `.fuzz/found`: put it among the tests, then mend the reader.
"""

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec

from hypothesis import HealthCheck, Phase, given, settings

from tests.hostile.bending import LONGEST, bent_mails
from tests.hostile.mails import HOSTILE
from tests.hostile.reader import Cost, Reader
from tests.hostile.samples import PUBLIC, own_mails, public_mails, pythons_mails

PLACE = PUBLIC.parent
FOUND, SEEDS, GROWN = PLACE / "found", PLACE / "seeds", PLACE / "grown"
BENT_FROM = 500  # mails: more of them are only more of the same
ROUND = 1000  # bent mails between two looks at the clock


def main(seconds: float) -> int:
    """Return how many mails broke a promise."""
    paths = [*own_mails(), *pythons_mails(), *public_mails()]
    samples = [path.read_bytes() for path in paths[:: max(1, len(paths) // BENT_FROM)]]
    found = _read("mails as they are", (path.read_bytes() for path in paths))
    found += _read("made to be dear", (make() for make in HOSTILE.values()))
    found += _read("bent", _bent(samples, time.monotonic() + seconds))
    return found + _guided(samples, seconds)


def _read(title: str, mails: Iterable[bytes]) -> int:
    """Read mails, print what they cost, and return how many broke a promise."""
    costs: list[Cost] = []
    broken = 0
    with Reader() as reader:
        for raw in mails:
            costs.append(reader.read(raw))
            if costs[-1].trouble:
                broken += 1
                _keep(raw, costs[-1])
    slowest = max((cost.seconds for cost in costs), default=0)
    most = max((cost.megabytes for cost in costs), default=0)
    dearest = f"{slowest:5.2f} s and {most:4.0f} MB at most"
    sys.stdout.write(f"{title:<20} {len(costs):>7} mails, {dearest}, {broken} broken\n")
    sys.stdout.flush()
    return broken


def _keep(raw: bytes, cost: Cost) -> None:
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / hashlib.sha256(raw).hexdigest()[:16]
    file.write_bytes(raw)
    sys.stdout.write(f"  {file}: {', '.join(cost.trouble)}\n")


def _bent(samples: Sequence[bytes], until: float) -> Iterator[bytes]:
    """Yield bent mails until that moment."""
    while time.monotonic() < until:
        drawn: list[bytes] = []
        _draw(samples, drawn)
        yield from drawn


def _draw(samples: Sequence[bytes], drawn: list[bytes]) -> None:
    @given(mail=bent_mails(samples))
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def draw(mail: bytes) -> None:
        drawn.append(mail)

    draw()


def _guided(samples: Sequence[bytes], seconds: float) -> int:
    """Let atheris lead, where it is installed; what it finds it keeps itself."""
    if find_spec("atheris") is None:
        sys.stdout.write("led by coverage      not run: atheris is not installed here\n")
        return 0
    for folder in (FOUND, SEEDS, GROWN):
        folder.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(samples):
        (SEEDS / f"{number:05}").write_bytes(raw)
    flags = [f"-max_total_time={seconds:.0f}", f"-max_len={LONGEST}", "-timeout=60", f"-artifact_prefix={FOUND}/"]
    command = [sys.executable, "-m", "tests.hostile.guided", *flags, str(GROWN), str(SEEDS)]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    shutil.rmtree(SEEDS)
    last = [line for line in done.stderr.splitlines() if line.startswith("Done ")]
    sys.stdout.write(f"led by coverage      {' '.join(last) or done.stderr[-3000:]}\n")
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(min(1, main(float(sys.argv[1]) if len(sys.argv) > 1 else 120)))
