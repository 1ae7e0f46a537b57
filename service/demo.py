"""`ajar demo`: the main job on an embedded Maildir, by the very code that runs on real mailboxes."""

import logging
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path

from config.schema import Maildir
from replies.decision import Policy
from service import logs
from service.account import Account, Swept, Tools
from service.assembly import UsageError, loaded_model, now, opened_ledger
from service.collect import collect
from service.deliver import deliver
from service.providers.maildir import MaildirMailbox
from service.records import HistoryRow, State
from service.show_draft import draft_text
from service.state import StateDirectory
from service.wording import in_words

DELAY = timedelta(seconds=3)
PATIENCE = timedelta(seconds=30)
ME = "jane@example.org"

Say = Callable[[str], None]


def show_demo(keep: Path | None, model: StateDirectory, say: Say) -> None:
    """Deliver a dozen mails, judge them, wait, save the drafts, and say all of it.

    Args:
        keep: Where the folder with the mailbox is to stay; None lets it go at the end.
        model: Where the classifier is kept, so that it has to learn only once.
        say: Prints a line.
    """
    logs.configure("text", level=logging.ERROR)  # the demo tells its story itself
    with _folder(keep) as folder:
        maildir = folder / "Maildir"
        say("Reading a mailbox with a dozen new mails (the first time, Ajar learns to read) …\n")
        with opened_ledger(StateDirectory(folder / "state"), None) as ledger:
            tools = Tools(ledger, loaded_model(model), now, lambda: False)
            _deliver_mails(maildir)
            _Demo(_account(maildir), maildir, tools, say).play()
        say(f"\nThe mailbox: {maildir}{'' if keep else ' (gone when this ends; --keep DIR keeps it)'}")


@dataclass(frozen=True, slots=True)
class _Demo:
    account: Account
    maildir: Path
    tools: Tools
    say: Say

    def play(self) -> None:
        swept = Swept()
        mailbox = self.account.open()
        collect(self.account, mailbox, self.tools, swept)
        job_mail = self._decisions()
        for row in job_mail:
            self.say(_verdict(row))
        self.say(f"  and {swept.recorded - len(job_mail)} other mails, left alone\n")
        self.say(f"The feeling is given time to pass: {DELAY.seconds} seconds here, 24 hours in earnest …\n")
        self._wait_for_drafts(swept)
        for row in self._decisions():
            if row.reply_id:
                self.say(_end(row))
        self._show_one_draft()

    def _decisions(self) -> list[HistoryRow]:
        return list(reversed(self.tools.ledger.decisions()))

    def _wait_for_drafts(self, swept: Swept) -> None:
        mailbox, until = self.account.open(), now() + PATIENCE
        while self.tools.ledger.next_due({self.account.name: self.account.settle}) and now() < until:
            time.sleep(0.1)
            deliver(self.account, mailbox, self.tools, swept)

    def _show_one_draft(self) -> None:
        drafts = sorted((self.maildir / ".Drafts" / "cur").iterdir())
        self.say(f"\n{len(drafts)} drafts are in the Drafts folder, each in its thread; nothing was sent. The first:\n")
        if drafts:
            self.say("\n".join(f"  │ {line}" for line in draft_text(drafts[0].read_bytes()).split("\n")))


def _verdict(row: HistoryRow) -> str:
    what = f"  {row.label:16} {row.rejection:4.0%}  {row.company or 'company not sure'}"
    role = f", {row.role}" if row.role else ""
    plan = f"a reply to {row.to} is owed" if row.state == State.PENDING else in_words(row.reason)
    return f"{what}{role}\n{'':25}{plan}"


def _end(row: HistoryRow) -> str:
    company = row.company or "company not sure"
    if row.state == State.DRAFTED:
        return f"  drafted    {company}: to {row.to}"
    return f"  no draft   {company}: {in_words(row.reason)}"


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="ajar-demo-") as folder:
            yield Path(folder)
        return
    if keep.exists() and any(keep.iterdir()):
        raise UsageError(f"{keep} is not empty.", "Name a folder that is, or one that does not exist yet.")
    yield keep.absolute()


def _account(maildir: Path) -> Account:
    settings = Maildir(provider="maildir", address=ME, name="Jane Doe", path=maildir)
    return Account(
        name="demo",
        policy=Policy(address=ME, name="Jane Doe", delay=DELAY, signature="Jane"),
        poll_every=timedelta(seconds=1),
        look_back=timedelta(days=1),
        settle=timedelta(seconds=1),
        open=partial(MaildirMailbox, settings),
    )


def _deliver_mails(maildir: Path) -> None:
    for folder in ("", ".Sent"):
        for part in ("tmp", "new", "cur"):
            (maildir / folder / part).mkdir(parents=True, exist_ok=True)
    for number, mail in enumerate(sorted(files("service.demo_mails").iterdir(), key=lambda each: each.name)):
        if mail.name.endswith(".eml"):
            folder, flags = (".Sent/cur", ":2,S") if mail.name == "sent.eml" else ("new", "")
            (maildir / folder / f"{int(time.time())}.{number:02}.demo{flags}").write_bytes(mail.read_bytes())
