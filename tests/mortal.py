"""Sweeps in child processes that die by SIGKILL at a step of one's choice.

A step is the beginning or the end of a call by which something may leave the process: a statement or a commit of the
ledger, bytes to or from a server, a change of the file system. Python's profiler tells of them, so that nothing of the
product knows. The children are forked by a process of its own that has imported and loaded everything beforehand.
"""

import gc
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any, Final, Self

from sqlalchemy.engine.default import DefaultDialect

from classifier.message import Message
from classifier.model import load_or_fit
from classifier.reading import Verdict
from config.schema import MailboxFile
from service.account import Tools
from service.database import Database
from service.jobs import sweep_within
from service.ledger import Ledger
from service.pipeline import Classify
from service.settings import account_of
from service.state import StateDirectory

_CHANGES: Final = frozenset({"open", "write", "fsync", "rename", "replace", "link", "unlink", "remove", "mkdir"})
_WORDS: Final = frozenset({"connect", "send", "sendall"})
_ANSWERS: Final = frozenset({"recv", "recv_into"})
_STATEMENTS: Final = frozenset({"execute", "executemany", "commit", "rollback"})
_STATEMENTS_OF_A_SERVER: Final = frozenset(
    each.__code__
    for each in (
        DefaultDialect.do_execute,
        DefaultDialect.do_executemany,
        DefaultDialect.do_execute_no_params,
        DefaultDialect.do_commit,
        DefaultDialect.do_rollback,
    )
)
_LONGEST: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Errand:
    """A process's sweeps, one after the other.

    Attributes:
        mailbox: The table of the mailbox.
        state: The state directory.
        moments: When each takes place.
        poison: A mail that holds this word kills the process when it is read; empty for none.
        ledger: The URL of its database; empty for the state directory's own.
    """

    mailbox: Mapping[str, object]
    state: Path
    moments: Sequence[datetime]
    poison: str = ""
    ledger: str = ""


class Mortals:
    """The process that forks the children."""

    def __init__(self, model_folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(model_folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )

        self._warm: set[object] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=30)

    def warm_up(self, errand: Errand) -> None:
        """Sweep in the forking process itself, once for each kind, so that no child need import or compile a thing."""
        kind = (errand.mailbox["provider"], bool(errand.ledger))
        if kind not in self._warm:
            self._warm.add(kind)
            self._serve(errand, None)

    def sweep(self, errand: Errand) -> bool:
        """Sweep in a child, and return whether it lived to the end."""
        return self._serve(errand, 0)

    def dies(self, errand: Errand, at: int) -> bool:
        """Sweep in a child that dies at that step, and return whether it came to it."""
        return not self._serve(errand, at)

    def _serve(self, errand: Errand, die_at: int | None) -> bool:
        """Return whether the sweep came to its end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        moments = [moment.isoformat() for moment in errand.moments]
        row = asdict(errand) | {"state": str(errand.state), "moments": moments, "die_at": die_at}
        self._process.stdin.write(json.dumps(row) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert not answer["trouble"], answer["trouble"]
        return bool(answer["alive"])


class Steps:
    """Counts the steps of this thread, and ends the process at one of them.

    Args:
        die_at: The step.
        statements: The Python functions that are the only steps: where the driver of a database is one whose own calls
            the profiler does not see. What dies between two statements dies alike over every database.
    """

    def __init__(self, die_at: int, statements: Collection[CodeType] = ()) -> None:
        self.count = 0
        self._die_at = die_at
        self._statements = statements

    def __call__(self, frame: FrameType, event: str, called: Callable[..., object]) -> None:
        """Hear of a call, as `sys.setprofile` promises it: the function comes with the events of C functions."""
        if self._is_step(frame, event, called):
            self.count += 1
            if self.count == self._die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    def _is_step(self, frame: FrameType, event: str, called: Callable[..., object]) -> bool:
        is_c = event.startswith("c_")
        if self._statements:
            return not is_c and frame.f_code in self._statements
        return is_c and _is_step(called, begins=event == "c_call")


def _is_step(called: Callable[..., object], *, begins: bool) -> bool:
    owner, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
    if isinstance(owner, ModuleType):
        return owner.__name__ == "posix" and name in _CHANGES
    if isinstance(owner, socket.socket):
        return name in _WORDS or (name in _ANSWERS and not begins)  # to wait for an answer is to have asked
    return isinstance(owner, sqlite3.Cursor | sqlite3.Connection) and name in _STATEMENTS


def _sweep(row: Mapping[str, Any], classify: Classify) -> None:
    steps = Steps(row["die_at"] or 0, _STATEMENTS_OF_A_SERVER if row["ledger"] else ())
    try:
        sys.setprofile(steps if row["die_at"] else None)
        for moment in map(datetime.fromisoformat, row["moments"]):
            _sweep_at(moment, row, classify)
    finally:
        sys.setprofile(None)


def _sweep_at(moment: datetime, row: Mapping[str, Any], classify: Classify) -> None:
    state = StateDirectory(Path(row["state"]))
    file = MailboxFile.model_validate({"mailbox": row["mailbox"], "schedule": {"timezone": "UTC"}})
    with state.locked():
        database = Database(row["ledger"] or state.ledger_url)
        tools = Tools(Ledger(database), deadly(classify, row["poison"]), lambda: moment, lambda: False)
        sweep_within(account_of("jane", file, state), tools, _LONGEST)
        database.close()


def deadly(classify: Classify, poison: str) -> Classify:
    """Return a classifier that a mail with that word kills, as a bug in a library below Python does."""

    def read(messages: Sequence[Message]) -> Sequence[Verdict]:
        if poison and any(poison in message.text for message in messages):
            os.kill(os.getpid(), signal.SIGKILL)
        return classify(messages)

    return read


def _answer(row: Mapping[str, Any], classify: Classify) -> dict[str, object]:
    try:
        _sweep(row, classify)
    except Exception:  # noqa: BLE001 - the test is told
        return {"alive": True, "trouble": traceback.format_exc()}
    return {"alive": True, "trouble": ""}


def _in_a_child(row: Mapping[str, Any], classify: Classify) -> dict[str, object]:
    gc.freeze()  # else the first collection of the child touches, and so copies, all there is
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.write(writing, json.dumps(_answer(row, classify)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return {"alive": False, "trouble": ""}
    whole: dict[str, object] = json.loads(said)
    return whole


def main() -> None:
    """Serve errands, a line each, until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # the log must not stand among the answers
    classify = load_or_fit(Path(sys.argv[1])).classify_many
    for line in sys.stdin:
        row = json.loads(line)
        answer = _answer(row, classify) if row["die_at"] is None else _in_a_child(row, classify)
        answers.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
