"""`ajar demo`: the main job on an embedded Maildir, by the very code that runs on real mailboxes."""

import logging
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path

from classifier.message import parse
from classifier.reading import Label
from config.schema import Maildir
from replies.decision import History, Policy, Reply
from service import logs
from service.account import Account, Swept, Tools
from service.assembly import UsageError, loaded_model, now, opened_ledger
from service.collect import collect
from service.deliver import deliver
from service.errors import LedgerError
from service.mailbox import Mail, MessageRef
from service.pipeline import Circumstances, Classify, Judged, judge
from service.providers.maildir import MaildirMailbox
from service.records import HistoryRow, State
from service.show_draft import draft_text
from service.sources import read_source
from service.state import StateDirectory
from service.wording import in_words

DELAY = timedelta(seconds=3)
PATIENCE = timedelta(seconds=30)
_BELOW = 25 * " "  # under what a mail is about
_BORDER = "  │ "
WIDTH = 80
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
        say("A mailbox with a dozen new mails. Reading them (the very first time, Ajar learns to read) …\n")
        state = StateDirectory(folder / "state")
        with opened_ledger(state, None) as ledger:
            tools = Tools(ledger, _loaded(model, state), now, lambda: False)
            _deliver_mails(maildir)
            _Demo(_account(maildir), maildir, tools, say).play()
        say(f"\nThe mailbox: {maildir}{'' if keep else ' (gone when this ends; `ajar demo --keep DIR` keeps it)'}")
        say("For a mailbox of your own, go on with `ajar init`; the README tells the rest.")


def _loaded(model: StateDirectory, otherwise: StateDirectory) -> Classify:
    """Where there is no home to keep the classifier in, it is made for this once."""
    try:
        return loaded_model(model)
    except LedgerError:
        return loaded_model(otherwise)


@dataclass(frozen=True, slots=True)
class _Demo:
    account: Account
    maildir: Path
    tools: Tools
    say: Say

    def play(self) -> None:
        """Read, wait, draft; say what is seen and why."""
        received = [mail for mail in self._judged() if not self.account.policy.is_own(_sender(mail))]
        job_mail = [mail for mail in received if mail.outcome.is_job_mail]
        for mail in job_mail:
            self.say(_verdict(mail))
        self.say(f"  … and {len(received) - len(job_mail)} other mails, left alone.\n")
        self.say(f"The feeling is given time to pass: {DELAY.seconds} seconds here, 24 hours in earnest …\n")
        self._draft()
        decisions = [row for row in reversed(self.tools.ledger.decisions()) if row.reply_id]
        for row in decisions:
            self.say(_end(row))
        self._show_first_draft(decisions)

    def _judged(self) -> list[Judged]:
        """Judge the mails beside the ledger, which keeps no sentence of them."""
        mails = [Mail(MessageRef(one.name, None, one.arrived_at), one.raw) for one in read_source(self.maildir)]
        at = Circumstances(History(), self.account.policy, self.tools.classify, now())
        return judge([(mail, parse(mail.raw)) for mail in mails], at)

    def _draft(self) -> None:
        """Sweep until nothing is owed any more."""
        mailbox, swept, until = self.account.open(), Swept(), now() + PATIENCE
        collect(self.account, mailbox, self.tools, swept)
        while self.tools.ledger.next_due({self.account.name: self.account.settle}) and now() < until:
            time.sleep(0.1)
            deliver(self.account, mailbox, self.tools, swept)

    def _show_first_draft(self, decisions: Sequence[HistoryRow]) -> None:
        drafts = [file.read_bytes() for file in (self.maildir / ".Drafts" / "cur").iterdir()]
        self.say(f"\n{len(drafts)} drafts are in the Drafts folder, each in its thread; nothing was sent. The first:\n")
        first = next((row.to for row in decisions if row.state == State.DRAFTED and row.to), "")
        draft = next(raw for raw in drafts if first.encode() in raw)
        lines = draft_text(draft, width=WIDTH - len(_BORDER)).split("\n")
        self.say("\n".join(f"{_BORDER}{line}".rstrip() for line in lines))


def _sender(mail: Judged) -> str:
    return mail.message.sender.email if mail.message.sender else ""


def _verdict(mail: Judged) -> str:
    outcome, clues = mail.outcome, mail.reading.verdict.clues
    who = ", ".join(fact for fact in (outcome.company or _sender(mail), outcome.role) if fact)
    rejected = outcome.label is Label.REJECTION
    lines = [f"  {outcome.label:16} {format(outcome.rejection, '.0%') if rejected else '':4}  {who}"]
    if rejected and clues:
        lines.append(textwrap.fill(f"“{clues[0].text}”", WIDTH, initial_indent=_BELOW, subsequent_indent=_BELOW))
    decision = outcome.decision
    if isinstance(decision, Reply):
        lines.append(f"{_BELOW}→ a reply is owed, to {decision.to.address.email if decision.to.address else 'nobody'}")
    else:
        lines.append(f"{_BELOW}→ no reply: {in_words(decision.reason)}")
    return "\n".join(lines)


def _end(row: HistoryRow) -> str:
    who = row.company or row.to or "company not sure"
    if row.state == State.DRAFTED:
        return f"  drafted    {who}: to {row.to}"
    return f"  no draft   {who}: {in_words(row.reason)}"


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="ajar-demo-") as folder:
            yield Path(folder)
        return
    if keep.is_file() or (keep.exists() and any(keep.iterdir())):
        raise UsageError(f"{keep} is no empty folder.", "Name one that is, or one that does not exist yet.")
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
