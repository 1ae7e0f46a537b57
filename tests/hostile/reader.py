"""Reads mails in a process of its own that has 200 MB to do it in, and says what each one cost.

The reader of HTML is written in C: what goes wrong there ends the process, and the one that asked lives on to say at
which mail. Time is the reader's own on the processor, so that a busy machine fails nobody.
"""

import json
import resource
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, Self

SECONDS: Final = 2.0
MEGABYTES: Final = 200
PATIENCE: Final = 60.0
_MEGABYTE: Final = 1024 * 1024
_RSS_UNITS: Final = 1024 if sys.platform == "linux" else _MEGABYTE  # in a megabyte: kibibytes there, bytes on macOS
_LENGTH: Final = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading a mail came to.

    Attributes:
        seconds: On the processor.
        megabytes: The most that the process has held so far, beyond what it needs without a mail.
        wrong: What must not be: an exception, a death, a promise that the message breaks.
    """

    seconds: float = 0
    megabytes: float = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def trouble(self) -> list[str]:
        """All that is wrong, too much time and memory included."""
        slow = [f"took {self.seconds:.1f} s"] if self.seconds > SECONDS else []
        large = [f"took {self.megabytes:.0f} MB"] if self.megabytes > MEGABYTES else []
        return [*self.wrong, *slow, *large]


class Reader:
    """The other end of the process, which is started anew after a death."""

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=PATIENCE)

    def read(self, raw: bytes) -> Cost:
        """Return what reading a mail costs."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(_LENGTH.pack(len(raw)) + raw)
            self._process.stdin.flush()
        except BrokenPipeError:
            return self._death()
        if not select.select([self._process.stdout], [], [], PATIENCE)[0]:
            self._process.kill()
        answer = self._process.stdout.readline()
        return Cost(**json.loads(answer)) if answer else self._death()

    def _start(self) -> None:
        command = [sys.executable, "-m", __name__]
        root = Path(__file__).parents[2]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)

    def _death(self) -> Cost:
        self._process.communicate()
        code = self._process.returncode
        self._start()
        return Cost(wrong=[f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with {code}"])


def read_all(mails: Iterable[bytes]) -> list[Cost]:
    """Read mails one after the other in one process, and return what each cost."""
    with Reader() as reader:
        return [reader.read(raw) for raw in mails]


def cost_of(raw: bytes, base: float) -> Cost:
    """Read a mail here, as far as no model is needed: the message and the facts in it."""
    from classifier.details import details_of  # noqa: PLC0415 - whoever starts this process need not load it
    from classifier.message import parse  # noqa: PLC0415
    from tests.hostile.harm import harms  # noqa: PLC0415

    began = time.thread_time()
    try:
        message = parse(raw)
        details_of(message)
        seconds = time.thread_time() - began
        return Cost(seconds, held() - base, harms(message))
    except Exception as error:  # noqa: BLE001 - this is what must not be
        return Cost(time.thread_time() - began, held() - base, [f"raised {type(error).__name__}"])


def held() -> float:
    """Return the most megabytes that this process has held in memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _RSS_UNITS


def _limited() -> None:
    """Let no allocation succeed that goes beyond the limit."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) if sys.platform == "linux" else 0
    if pages:
        most = pages * resource.getpagesize() + MEGABYTES * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _mails(stream: BinaryIO) -> Iterable[bytes]:
    while head := stream.read(_LENGTH.size):
        yield stream.read(*_LENGTH.unpack(head))


def main() -> None:
    """Read what is asked for until the input ends."""
    cost_of(b"Subject: x\n\nHello\n", 0)  # loads what is loaded once
    base = held()
    _limited()
    for raw in _mails(sys.stdin.buffer):
        sys.stdout.write(json.dumps(asdict(cost_of(raw, base))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
