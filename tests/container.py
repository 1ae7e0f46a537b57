"""Runs the image's root file system as compose.yaml does, and lets it do the main job over a Dovecot.

`python -m tests.container ROOT`, as root, from deploy/try-container.sh: no container engine is needed, only what the
kernel gives one: a mount namespace, a root that is mounted read-only, a user without a capability.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from tests.main_job import REJECTION, mail
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.imap_account import ImapAccount
from tests.workplace import until

MAILBOX = """
[mailbox]
provider = "imap"
address = "jane@example.org"
name = "Jane Doe"
host = "127.0.0.1"
port = {port}
tls = "none"
username = "jane"
password_file = "/run/secrets/jane"
[schedule]
poll_every = "1s"
delay = "2s"
"""
USER = 10001
# Mounts as Docker makes them; the last line gives up every privilege.
INSIDE = """
set -e
mount --bind "$ROOT" "$ROOT"
mount --bind "$WORK/config" "$ROOT/config"
mount -o remount,bind,ro "$ROOT/config"
mount --bind "$WORK/state" "$ROOT/state"
mount -t tmpfs tmpfs "$ROOT/tmp"
mount -t tmpfs tmpfs "$ROOT/run"
mkdir "$ROOT/run/secrets" && cp "$WORK/secret" "$ROOT/run/secrets/jane" && chmod 644 "$ROOT/run/secrets/jane"
mount -t proc proc "$ROOT/proc"
mount --rbind /dev "$ROOT/dev"
mount -o remount,bind,ro "$ROOT"
exec setpriv --no-new-privs --inh-caps=-all chroot --userspec="$USER:$USER" --groups= "$ROOT" \
  /usr/bin/env -i PATH=/opt/ajar/bin:/usr/local/bin:/usr/bin:/bin HOME=/state AJAR_CONFIG=/config AJAR_STATE=/state \
  AJAR_MODEL=/opt/ajar/model PYTHONUNBUFFERED=1 "$@"
"""


def main(root: Path) -> None:
    """Do the main job once, and say how it went.

    Raises:
        AssertionError: Something is not as promised.
    """
    with tempfile.TemporaryDirectory() as name, Dovecot(made(Path(name) / "server")) as server:
        work = laid_out(Path(name) / "work", server.port)
        account = ImapAccount(server.port, "jane", PASSWORD)
        account.empty()
        refuses_to_write(root, work)
        with daemon(root, work) as running:
            until(lambda: b"watching" in (work / "log").read_bytes(), patience=60)
            seconds = (datetime.now(UTC) - running).total_seconds()
            account.deliver(mail(REJECTION), datetime.now(UTC))
            until(account.drafts, patience=60)
            health = inside(root, work, "ajar", "check", "--health")
            assert health.returncode == 0, health.stdout
            readiness = inside(root, work, "ajar", "check")
            assert readiness.returncode == 0, readiness.stdout
        assert len(account.drafts()) == 1
        assert (work / "state" / "ledger.sqlite3").stat().st_uid == USER
    print(f"OK: watching after {seconds:.1f} s, one draft saved, healthy")  # noqa: T201 - a script


def made(folder: Path) -> Path:
    """Make a folder."""
    folder.mkdir()
    return folder


def laid_out(work: Path, port: int) -> Path:
    """Write the mailbox file and the secret, and make the volume."""
    (work / "config" / "mailboxes").mkdir(parents=True)
    (work / "config" / "mailboxes" / "jane.toml").write_text(MAILBOX.format(port=port))
    (work / "secret").write_text(PASSWORD)
    made(work / "state").chmod(0o700)
    os.chown(work / "state", USER, USER)
    return work


def command(*words: str) -> list[str]:
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", INSIDE, "sh", *words]


def environment(root: Path, work: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "ROOT": str(root), "WORK": str(work), "USER": str(USER)}


def inside(root: Path, work: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the container to its end."""
    return subprocess.run(
        command(*words), env=environment(root, work), capture_output=True, text=True, timeout=120, check=False
    )


def refuses_to_write(root: Path, work: Path) -> None:
    """Make sure that the root and the settings cannot be written, and the volume can: else the rest shows nothing."""
    tried = inside(
        root, work, "sh", "-c", "id -u; for d in /opt /etc /config /state /tmp; do touch $d/x && echo $d; done"
    )
    assert tried.stdout.split() == [str(USER), "/state", "/tmp"], tried  # noqa: S108 - the container's own


@contextmanager
def daemon(root: Path, work: Path) -> Iterator[datetime]:
    """Run the image's own command; at the end it has to come to a clean place."""
    with (work / "log").open("wb") as log:
        process = subprocess.Popen(
            command("ajar", "run"), env=environment(root, work), stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield datetime.now(UTC)
        # To the whole group: the daemon has given up what ties it to the end of those who started it.
        os.killpg(process.pid, signal.SIGTERM)
        assert process.wait(30) == 0
        assert b"stopped" in (work / "log").read_bytes()
    except BaseException:
        sys.stderr.write((work / "log").read_text())
        raise
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
