"""Mails come, twice too; cursors are lost, jobs die, servers lose answers, the user does what users do.

What holds all the while: only rejections are answered, each once; received mails stay as they are; and at the end every
rejection has its draft, unless somebody else dealt with it.
"""

import itertools
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import Engine, event

from service.database import Database
from service.errors import Unavailable
from service.ledger import Ledger
from service.mailbox import Mailbox, Place
from service.pipeline import Classify
from tests.account import Account
from tests.letters import header
from tests.maildir_account import MaildirAccount
from tests.main_job import (
    ACKNOWLEDGEMENT,
    DELAY,
    FIRST_INVITATION,
    INVITATION,
    REJECTION,
    SETTLE,
    World,
    id_of,
    mail,
)
from tests.servers import dovecot
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.test_memory import MemoryAccount
from tests.troubled import Died, Save, Trouble, Troubled

COMPANIES = (
    *("Brightloop", "Halden", "Orchard", "Quillmark", "Fernhill", "Lumenworks", "Cobaltine", "Nordlight"),
    *("Vellora", "Tidewater", "Marlowe", "Kestrel", "Ashgrove", "Pinnacle", "Larkspur", "Stonebridge"),
)
_users = itertools.count()
OTHERS = (ACKNOWLEDGEMENT, FIRST_INVITATION, "Our newsletter: ten ways to brew coffee.\n")
rejection = st.integers(0, len(COMPANIES) - 2)  # the last one never says no


def from_company(number: int, body: str, *, mail_number: int | None = None, answers: str | None = None) -> bytes:
    """Write a mail of the company with that number, from a person of its own."""
    name = COMPANIES[number]
    raw = mail(body, number if mail_number is None else mail_number, answers=answers)
    sender = raw.replace(b"maya@brightloop.example", f"maya@{name.lower()}.example".encode())
    return sender.replace(b"Brightloop", name.encode())


class Life(RuleBasedStateMachine):
    """The life of one mailbox with Ajar."""

    def __init__(self, account: Account, room: Path, classify: Classify) -> None:
        super().__init__()
        self.room = room
        self.trouble = Trouble()
        self.world = World(account, f"sqlite:///{room / 'ledger.sqlite3'}", classify, open=self.troubled)
        self.world.policy = replace(self.world.policy, delay=timedelta(hours=1))
        self.numbers = itertools.count(100)
        self.arrived: dict[int, list[str]] = {}  # rejections, with the handles of their copies
        self.excused: set[int] = set()  # somebody dealt with it, so that no draft need be there
        self.ended: set[int] = set()  # its draft was sent or deleted, so that none may be there
        self.world.sweep()
        self.a_rejection_comes_once_or_again(0)

    def troubled(self) -> Mailbox:
        return Troubled(self.world.account.mailbox(), self.trouble)

    # -- mails come ------------------------------------------------------------------------------------------------

    @rule(number=rejection)
    def a_rejection_comes_once_or_again(self, number: int) -> None:
        (handle,) = self.world.deliver(from_company(number, REJECTION))
        self.arrived.setdefault(number, []).append(handle)
        self.seen = self.world.account.snapshot()

    @rule(body=st.sampled_from(OTHERS))
    def another_mail_comes(self, body: str) -> None:
        raw = from_company(len(COMPANIES) - 1, body, mail_number=next(self.numbers))
        self.world.deliver(raw)
        self.seen = self.world.account.snapshot()

    @precondition(lambda self: self.arrived)
    @rule(data=st.data())
    def a_company_writes_again(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.arrived)))
        self.world.deliver(from_company(number, INVITATION, mail_number=next(self.numbers), answers=id_of(number)))
        self.seen = self.world.account.snapshot()
        self.excused |= {number}

    # -- time passes, Ajar works, and is disturbed -----------------------------------------------------------------

    @rule(minutes=st.sampled_from([15, 60, 600]))
    def time_passes(self, minutes: int) -> None:
        self.what_is_late_arrives()
        self.world.clock.forward(timedelta(minutes=minutes))

    def what_is_late_arrives(self) -> None:
        """Let a stalled server store what it took in, whatever was stored meanwhile."""
        for draft in self.trouble.late:
            self.world.account.put(Place.DRAFTS, draft.raw)
        self.trouble.late.clear()

    @rule()
    def ajar_sweeps(self) -> None:
        self.world.sweep()

    @rule()
    def mails_cannot_be_fetched(self) -> None:
        self.trouble.fetches = False
        with pytest.raises(Unavailable):
            self.world.sweep()
        self.trouble.over()

    @rule(number=rejection, save=st.sampled_from([Save.LATE, Save.LOST, Save.UNREACHED]))
    def a_draft_is_due_and_the_server_fails_and_ajar_tries_again(self, number: int, save: Save) -> None:
        self.a_rejection_comes_once_or_again(number)
        self.time_passes(60)
        self.trouble.save = save
        with suppress(Unavailable):
            self.world.sweep()
        self.trouble.over()
        self.world.sweep()

    @rule(number=rejection, step=st.integers(1, 60), save=st.sampled_from(Save))
    def a_draft_is_due_and_ajar_dies(self, number: int, step: int, save: Save) -> None:
        self.a_rejection_comes_once_or_again(number)
        self.time_passes(60)
        self.trouble.save, self.trouble.die_at = save, step
        event.listen(Engine, "before_cursor_execute", self.trouble.step)
        event.listen(Engine, "commit", self.trouble.step)
        try:
            with suppress(Died, Unavailable):
                self.world.sweep()
        finally:
            event.remove(Engine, "before_cursor_execute", self.trouble.step)
            event.remove(Engine, "commit", self.trouble.step)
            self.trouble.over()

    @rule()
    def the_cursor_is_lost(self) -> None:
        self.world.ledger.record("jane", [], "no cursor of this server", self.world.clock())

    @rule()
    def the_ledger_is_backed_up(self) -> None:
        self.reopened(lambda: shutil.copy(self.room / "ledger.sqlite3", self.room / "backup"))

    @precondition(lambda self: (self.room / "backup").exists())
    @rule()
    def the_ledger_is_restored(self) -> None:
        self.reopened(lambda: shutil.copy(self.room / "backup", self.room / "ledger.sqlite3"))

    def reopened(self, meanwhile: Callable[[], object]) -> None:
        self.world.database.close()
        meanwhile()
        self.world.database = Database(self.world.url)
        self.world.ledger = Ledger(self.world.database)

    # -- the user --------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.arrived)
    @rule(data=st.data(), place=st.sampled_from([Place.SENT, Place.DRAFTS]))
    def the_user_answers_or_begins_to(self, data: st.DataObject, place: Place) -> None:
        number = data.draw(st.sampled_from(sorted(self.arrived)))
        if place is Place.DRAFTS and (self.answers_in_drafts().count(number) or number in self.ended):
            return  # the user goes on with the draft that is there
        own = mail(
            "Thank you!\n", next(self.numbers), sender="jane@example.org", answers=id_of(number), to="m@x.example"
        )
        self.world.account.put(place, own)
        self.excused |= {number}
        self.seen = self.world.account.snapshot()

    @precondition(lambda self: self.world.account.drafts())
    @rule(data=st.data())
    def the_user_edits_a_draft(self, data: st.DataObject) -> None:
        handle = data.draw(st.sampled_from(sorted(self.world.account.drafts())))
        raw = self.world.account.drafts()[handle]
        new_id = f"<{next(self.numbers)}.edited@example.org>".encode()
        self.world.account.edit_draft(handle, raw.replace(header(raw, b"Message-ID"), new_id) + b"Yours\r\n")

    @precondition(lambda self: self.world.account.drafts())
    @rule(data=st.data(), place=st.sampled_from([Place.SENT, Place.TRASH]))
    def the_user_sends_or_deletes_a_draft(self, data: st.DataObject, place: Place) -> None:
        handle = data.draw(st.sampled_from(sorted(self.world.account.drafts())))
        raw = self.world.account.drafts()[handle]
        self.world.account.put(place, raw)
        self.world.account.erase(handle)
        self.ended |= {int(header(raw, b"In-Reply-To")[1:].partition(b".")[0])}
        self.seen = self.world.account.snapshot()

    @precondition(lambda self: self.arrived)
    @rule(data=st.data(), keeps=st.booleans())
    def the_user_throws_a_rejection_away_or_files_it(self, data: st.DataObject, keeps: bool) -> None:  # noqa: FBT001 - drawn
        number = data.draw(st.sampled_from(sorted(self.arrived)))
        if not self.arrived[number]:
            return
        handle = self.arrived[number].pop()
        (self.world.account.file_away if keeps else self.world.account.throw_away)(handle)
        self.excused |= {number}  # a mail that was filed before Ajar, or a ledger from a backup, saw it is not new mail
        self.seen = self.world.account.snapshot()

    # -- what holds ------------------------------------------------------------------------------------------------

    def answers_in_drafts(self) -> list[int]:
        """Return the numbers of the mails that the drafts answer."""
        named = [header(raw, b"In-Reply-To") for raw in self.world.account.drafts().values()]
        return [int(each[1:].partition(b".")[0]) for each in named]

    @invariant()
    def only_rejections_are_answered_and_each_once(self) -> None:
        answered = self.answers_in_drafts()
        assert set(answered) <= self.arrived.keys() - self.ended
        assert len(answered) == len(set(answered))

    @invariant()
    def received_mails_are_as_they_came(self) -> None:
        assert self.world.account.snapshot() == self.seen

    def teardown(self) -> None:
        """Let all go well for a while: then every rejection has its draft."""
        self.time_passes(60)
        for _ in range(3):
            self.world.sweep()
            self.world.clock.forward(max(DELAY, SETTLE))
        self.world.sweep()
        self.only_rejections_are_answered_and_each_once()
        self.received_mails_are_as_they_came()
        assert self.arrived.keys() - self.excused - self.ended <= set(self.answers_in_drafts())
        assert self.world.ledger.open_replies() == []
        self.world.database.close()


def lives(account: Callable[[Path], Account], classify: Classify, *, many: int, steps: int) -> None:
    """Live so many lives."""
    options = settings(
        max_examples=many,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # a life takes a second: to make a failing one shorter takes longer than to read it
        suppress_health_check=list(HealthCheck),
    )
    with tempfile.TemporaryDirectory() as folder:
        rooms = (Path(tempfile.mkdtemp(dir=folder)) for _ in itertools.count())

        def life() -> Life:
            room = next(rooms)
            return Life(account(room), room, classify)

        run_state_machine_as_test(life, settings=options)  # type: ignore[arg-type] # whatever makes one, it documents


MANY = [pytest.param(15, id="some"), pytest.param(50, id="many", marks=[pytest.mark.slow, pytest.mark.timeout(1200)])]
pytestmark = pytest.mark.faults(1, 2, 4, 5, 22, 25)


@pytest.mark.parametrize("many", MANY)
def test_in_memory(classify: Classify, many: int) -> None:
    lives(lambda _: MemoryAccount(), classify, many=many, steps=25)


@pytest.mark.parametrize("many", MANY)
def test_over_maildir(classify: Classify, many: int) -> None:
    lives(lambda room: MaildirAccount(room / "mail"), classify, many=many // 5, steps=15)


@pytest.mark.parametrize("many", MANY)
def test_over_gmail(classify: Classify, many: int, record_property: Callable[[str, object], None]) -> None:
    record_property("over", "Gmail")
    with GmailServer().running() as server:

        def newcomer(room: Path) -> GmailAccount:
            server.begin_anew()
            return GmailAccount(server, room)

        lives(newcomer, classify, many=many // 7, steps=15)


@pytest.mark.skipif(not dovecot.is_installed(), reason="Dovecot is not installed on this machine")
def test_over_dovecot(imap_server: Dovecot, classify: Classify) -> None:
    with ExitStack() as users:

        def newcomer(_: Path) -> ImapAccount:
            account = ImapAccount(imap_server.port, f"life{next(_users)}", PASSWORD)
            users.callback(account.leave)
            return account

        lives(newcomer, classify, many=3, steps=12)
