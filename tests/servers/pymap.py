"""pymap, an IMAP server in Python, for machines without Dovecot: no special uses, no namespaces, no TLS here."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.servers.ports import free_port, wait_until_open

USER, PASSWORD = "jane", "secret"


class Pymap:
    """A running server with one account."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        command = [
            str(Path(sys.executable).with_name("pymap")),
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--no-tls",
        ]
        command += ["dict", "--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
        with (folder / "pymap.log").open("wb") as log:
            environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        wait_until_open(self.port, 30)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
