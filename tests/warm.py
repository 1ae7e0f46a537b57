"""Commands of Ajar, each in a process of its own that is forked from one which has imported everything beforehand.

A test asks for dozens of commands, and Python takes a second to begin. Arguments, environment, standard streams, exit
status and signals are those of a process that was started in the usual way; what Python itself reads from the
environment before it begins (`PYTHON…`, `LC_…`) is not, so a test of that starts one.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final, NoReturn, Self

_LONGEST: Final = 1 << 20  # bytes of a request
_PACKAGES: Final = ("config", "classifier", "replies", "service")
_LATER: Final = "alembic.command"  # what nearly every command imports later on
_APART: Final = ("__main__", "migrations", "fitting", "bags")  # run as such only; for processes of their own


class Warm:
    """The process that forks. One command at a time."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", __name__, str(theirs.fileno())]
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment)
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.wait(30)

    def run(
        self, args: Sequence[str], *, stdin: str, timeout: float, env: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run one command to its end.

        Raises:
            subprocess.TimeoutExpired: It took longer than `timeout` seconds, and was killed.
        """
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin.encode())
            given.seek(0)
            request = {"args": list(args), "env": dict(env), "cwd": str(Path.cwd())}
            socket.send_fds(self._socket, [json.dumps(request).encode()], [each.fileno() for each in (given, out, err)])
            status = self._await(args, timeout)
            return subprocess.CompletedProcess(args, status, _read(out), _read(err))

    def _await(self, args: Sequence[str], timeout: float) -> int:
        child = json.loads(self._socket.recv(_LONGEST))
        self._socket.settimeout(timeout)
        try:
            return int(json.loads(self._socket.recv(_LONGEST)))
        except TimeoutError:
            os.kill(child, signal.SIGKILL)
            self._socket.settimeout(None)
            self._socket.recv(_LONGEST)
            raise subprocess.TimeoutExpired(args, timeout) from None
        finally:
            self._socket.settimeout(None)


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


# -- in the process that forks -----------------------------------------------------------------------------------------


def serve(asking: socket.socket) -> list[str] | None:
    """Answer requests until there are no more. In each child it returns that child's arguments."""
    while True:
        message, given, _, _ = socket.recv_fds(asking, _LONGEST, 3)
        if not message:
            return None
        request = json.loads(message)
        child = os.fork()
        if child == 0:
            asking.close()
            _become(request, given)
            return [str(each) for each in request["args"]]
        for each in given:
            os.close(each)
        asking.send(json.dumps(child).encode())
        _, status = os.waitpid(child, 0)
        asking.send(json.dumps(os.waitstatus_to_exitcode(status)).encode())


def _become(request: Mapping[str, Any], given: Sequence[int]) -> None:
    """Take over the request's streams, environment and working directory."""
    for number, each in enumerate(given):
        os.dup2(each, number)
        os.close(each)
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    time.tzset()
    sys.stdin, sys.stdout, sys.stderr = (
        open(0, encoding="utf-8", closefd=False),  # noqa: SIM115 - the process' own, to its end
        open(1, "w", encoding="utf-8", closefd=False),  # noqa: SIM115
        open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False),  # noqa: SIM115
    )


def main() -> None:
    """Import Ajar and serve; in a child, be the command."""
    for package in map(importlib.import_module, _PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not any(part in _APART for part in module.name.split(".")):
                importlib.import_module(module.name)
    importlib.import_module(_LATER)
    gc.collect()
    gc.freeze()  # else the first collection of each child touches, and so copies, all of it
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        args = serve(asking)
    if args is not None:
        _be(args)


def _be(args: Sequence[str]) -> NoReturn:
    """Be one command; at its end only that is left out that Python takes all modules down, which takes long."""
    sys.argv = ["ajar", *args]
    sys.modules["__main__"].__package__ = None  # else the usage names this module
    status = 0
    try:
        importlib.import_module("service.cli").main()
    except SystemExit as end:
        status = int(end.code or 0)
    atexit._run_exitfuncs()  # noqa: SLF001 - what Python itself does at its end
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
