"""A configuration and a state directory as a user has them, and the real program over them."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.warm import Warm

PATIENCE = 40.0


class Workplace:
    """Runs `ajar` as a process of its own. The model in `model_folder` is taken over, so that nothing is fitted."""

    def __init__(self, folder: Path, model_folder: Path, warm: Warm | None = None) -> None:
        self._warm = warm
        self.folder = folder
        self.config = folder / "config"
        self.state = folder / "state"
        (self.config / "mailboxes").mkdir(parents=True)
        self.state.mkdir(mode=0o700)
        for model in model_folder.glob("model-*"):
            shutil.copy(model, self.state)
        # As in a user's shell; a proxy or a token of this machine has no business here.
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "AJAR_CONFIG": str(self.config),
            "AJAR_STATE": str(self.state),
            "COLUMNS": "200",
        }

    def mailbox(self, name: str, text: str) -> Path:
        """Write a mailbox file."""
        file = self.config / "mailboxes" / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def ajar(
        self, *args: str | Path, stdin: str = "", patience: float = PATIENCE * 2, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one command to its end; where further variables are given, from the very start of Python on."""
        if self._warm is not None and not environment:
            return self._warm.run([str(arg) for arg in args], stdin=stdin, timeout=patience, env=self.environment)
        return subprocess.run(
            self._command(*args),
            input=stdin,
            capture_output=True,
            encoding=environment.get("PYTHONIOENCODING", "utf-8"),
            timeout=patience,
            check=False,
            env={**self.environment, **environment},
        )

    def json(self, *args: str | Path) -> list[dict[str, Any]]:
        """Run one command with --json and return its objects."""
        done = self.ajar(*args, "--json")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    @contextmanager
    def daemon(self, *command: str) -> Iterator[subprocess.Popen[str]]:
        """Run the daemon, or another command that takes its time; whatever happens, it does not outlive the test."""
        with (self.folder / "daemon.log").open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                self._command(*(command or ("run",))),
                stderr=log,
                stdout=subprocess.DEVNULL,
                env=self.environment,
                text=True,
            )
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def log(self) -> str:
        """Return what daemons have said so far."""
        return (self.folder / "daemon.log").read_text(encoding="utf-8")

    @staticmethod
    def _command(*args: str | Path) -> list[str]:
        return [sys.executable, "-m", "service", *map(str, args)]


def until(condition: Callable[[], object], patience: float = PATIENCE) -> None:
    """Wait until something is so; fail when it never is."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, "it did not come to pass in time"
        time.sleep(0.05)
