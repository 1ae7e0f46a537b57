"""Many IMAP mailboxes on one Dovecot in one daemon: does each get its sweep in time, and what does that cost?

`python -m benchmarks.many [--mailboxes N] [--seconds N] [--hanging N]`, from the project's root. So many of them as
`--hanging` says are on a server that accepts connections and says nothing; they must delay nobody else.
"""

import argparse
import socket
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.mailboxes import PASSWORD_VARIABLE, imap_box
from benchmarks.process import cpu, memory
from tests.main_job import REJECTION, mail
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.imap_account import ImapAccount
from tests.workplace import Workplace, until

SCHEDULE = """
[schedule]
poll_every = "1m"
delay = "30s"
"""
POLL = 60.0
SLACK = 15.0  # for sweeping all of them, which come at the same moment
DRAFTED_WITHIN = 30 + POLL + SLACK
PROMISED_MIB = 400


def main() -> int:
    """Measure, print, and end with 1 when a promise was not kept."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mailboxes", type=int, default=300, metavar="N")
    parser.add_argument("--seconds", type=int, default=240, metavar="N", help="how long to watch")
    parser.add_argument("--hanging", type=int, default=1, metavar="N", help="how many are on a server that hangs")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (folder / "server").mkdir()
        server = stack.enter_context(Dovecot(folder / "server"))
        workplace = Workplace(folder / "work", folder)
        users = configured(workplace, server, asked.mailboxes)
        hanging = stack.enter_context(silent())
        for number in range(asked.hanging):
            workplace.mailbox(
                f"hanging{number}", imap_box(server, f"h{number}").toml.replace(str(server.port), hanging)
            )
        return watched(workplace, users, asked.seconds)


def configured(workplace: Workplace, server: Dovecot, count: int) -> list[str]:
    """Write the mailbox files; each user gets one mail to answer."""
    workplace.environment[PASSWORD_VARIABLE] = PASSWORD
    users = [f"user{number:03}" for number in range(count)]
    for number, user in enumerate(users):
        workplace.mailbox(user, imap_box(server, user).toml + SCHEDULE)
        account = ImapAccount(server.port, user, PASSWORD)
        account.deliver(mail(REJECTION, number), datetime.now(UTC))
        account.leave()
    return users


@contextmanager
def silent() -> Iterator[str]:
    """Give the port of a server that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        yield str(listener.getsockname()[1])


def watched(workplace: Workplace, users: list[str], seconds: int) -> int:
    """Run the daemon, look each second how long ago every mailbox was swept, and print what was found."""
    ledger = workplace.state / "ledger.sqlite3"
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log(), patience=300)
        began = time.monotonic()
        until(lambda: len(ages(ledger, users)) == len(users), patience=POLL)
        first = time.monotonic() - began
        used, since, oldest = cpu(daemon.pid), time.monotonic(), 0.0
        while time.monotonic() - since < seconds:
            oldest = max(oldest, *ages(ledger, users))
            time.sleep(1)
        percent = 100 * (cpu(daemon.pid) - used) / (time.monotonic() - since)
        held, drafted = memory(daemon.pid), drafts(ledger, users)
    print(f"{len(users)} mailboxes, polled every {POLL:.0f} s, watched for {seconds} s")
    print(f"every mailbox swept for the first time after: {first:.1f} s")
    print(f"longest time without a sweep of any of them: {oldest:.1f} s (promised: below {POLL + SLACK:.0f})")
    print(f"drafts: {drafted} of {len(users)}")
    print(f"resident memory: {held.rss:.0f} MiB, at most {held.peak:.0f} (promised: below {PROMISED_MIB})")
    print(f"processor: {percent:.1f} % of a core")
    in_time = oldest < POLL + SLACK and (drafted == len(users) or seconds < DRAFTED_WITHIN)
    return 0 if in_time and held.peak < PROMISED_MIB else 1


def ages(ledger: Path, users: list[str]) -> list[float]:
    """Return how many seconds ago each of the users' mailboxes was swept with success."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with closing(sqlite3.connect(ledger, timeout=30)) as connection:
        rows = connection.execute("SELECT name, succeeded_at FROM mailboxes WHERE succeeded_at IS NOT NULL")
        found = {name: datetime.fromisoformat(at) for name, at in rows}
    return [(now - found[user]).total_seconds() for user in users if user in found]


def drafts(ledger: Path, users: list[str]) -> int:
    """Count the users who have their draft."""
    statement = "SELECT DISTINCT mailbox FROM replies JOIN mails ON mails.id = mail_id WHERE state = 'drafted'"
    with closing(sqlite3.connect(ledger, timeout=30)) as connection:
        return len({row[0] for row in connection.execute(statement)} & set(users))


if __name__ == "__main__":
    sys.exit(main())
