"""The main job as one class of stories, inherited for every provider: from a rejection in the inbox to one draft."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from classifier.message import Message
from classifier.reading import Label, Verdict
from replies.decision import Policy, SkipReason
from service.account import Account as Configured
from service.account import Tools
from service.corrections import Corrections
from service.database import Database
from service.jobs import sweep_within
from service.ledger import MAX_TRIES, Ledger
from service.mailbox import Mailbox, Place
from service.pipeline import Classify
from service.records import State
from tests.account import Account

START = datetime(2026, 11, 16, 10, tzinfo=UTC)
DELAY = timedelta(hours=24)
SETTLE = timedelta(minutes=10)
MAYA = "Maya Lindqvist <maya@brightloop.example>"

REJECTION = """Hi Jane,

Thank you for applying for the Data Engineer position at Brightloop and for the time you took.
After careful consideration we have decided to move forward with other candidates for this role.
We wish you every success in your search.

All the best,
Maya Lindqvist
"""
QUICK_REJECTION = """Hi Jane,

Thank you for applying for the data engineer position at Brightloop and for the time you took.
We have decided not to move forward with your application, and wanted to tell you quickly.

All the best,
Maya Lindqvist
"""
INVITATION = """Hi Jane,

Good news: the position is open again. We would like to invite you to an interview next week.
Which day would suit you for a conversation of an hour?

Maya Lindqvist
"""
FIRST_INVITATION = """Hi Jane,

Thank you for applying for the Data Engineer position at Brightloop. I would like to invite you to an interview next
Tuesday at 10 o'clock. Does that suit you?

Best,
Maya Lindqvist
"""
ACKNOWLEDGEMENT = """Dear Jane,

Thank you for applying for the data engineer position at Brightloop. We have received your application and will read it
with care. If you are not selected for an interview, we will let you know within four weeks.

Brightloop Recruiting
"""


def mail(body: str, number: int = 1, *, sender: str = MAYA, answers: str | None = None, to: str = "") -> bytes:
    """Write a mail that came to Jane."""
    headers = [
        f"From: {sender}",
        f"To: {to or 'Jane Doe <jane@example.org>'}",
        "Subject: Your application at Brightloop",
        f"Message-ID: {id_of(number)}",
        *([f"In-Reply-To: {answers}", f"References: {answers}"] if answers else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    ]
    return "\r\n".join([*headers, "", *body.splitlines(), ""]).encode()


def id_of(number: int) -> str:
    """Return the Message-ID of the mail with that number."""
    return f"<{number}.job@brightloop.example>"


def breaking_on_poison(sound: Classify) -> Classify:
    """Return the classifier with a bug in it: a mail that holds the word poison makes it raise."""

    def classify(messages: Sequence[Message]) -> Sequence[Verdict]:
        if any("poison" in message.text for message in messages):
            raise ValueError("no words of the mail may be kept")
        return sound(messages)

    return classify


@dataclass
class Clock:
    """A clock that stands until it is put forward."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


@dataclass
class World:
    """One account, one ledger, one clock, and Ajar's sweeps over them."""

    account: Account
    url: str
    classify: Classify
    clock: Clock = field(default_factory=Clock)
    policy: Policy = field(default_factory=lambda: Policy(address="jane@example.org", name="Jane Doe", delay=DELAY))
    open: Callable[[], Mailbox] | None = None
    lessons: tuple[tuple[str, Label | None], ...] = ()
    corrections: Corrections | None = None
    deadline: timedelta = timedelta(minutes=1)

    def __post_init__(self) -> None:
        self.database = Database(self.url)
        self.ledger = Ledger(self.database)

    def sweep(self) -> None:
        """Sweep once, as `ajar once` and the daemon do."""
        configured = Configured(
            name="jane",
            policy=self.policy,
            poll_every=timedelta(minutes=5),
            look_back=timedelta(days=3),
            settle=SETTLE,
            open=self.open or self.account.mailbox,
            lessons=self.lessons,
        )
        tools = Tools(self.ledger, self.classify, self.clock, lambda: False, self.corrections)
        sweep_within(configured, tools, self.deadline)

    def deliver(self, *raws: bytes) -> list[str]:
        """Let mails arrive now."""
        return [self.account.deliver(raw, self.clock.now) for raw in raws]

    def drafts(self) -> list[EmailMessage]:
        """Return what lies in Drafts on the server."""
        return [message_from_bytes(raw, EmailMessage, policy=SMTP) for raw in self.account.drafts().values()]

    def reasons(self) -> list[str]:
        """Return the reasons that the user sees, newest mail first."""
        return [row.reason for row in self.ledger.decisions()]

    def states(self) -> list[str]:
        """Return the state of every reply, newest mail first."""
        return [row.state for row in self.ledger.decisions() if row.reply_id]


class MainJob:
    """What holds for every provider. A subclass gives the fixture `account`."""

    @pytest.fixture
    def world(self, account: Account, tmp_path: Path, classify: Classify) -> Iterator[World]:
        world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
        yield world
        world.database.close()

    def test_a_rejection_gets_one_draft_in_its_thread_after_the_delay_and_not_before(self, world: World) -> None:
        world.deliver(mail(REJECTION, 1), mail(ACKNOWLEDGEMENT, 2, sender="Brightloop <jobs@brightloop.example>"))
        before = world.account.snapshot()
        world.sweep()
        world.clock.forward(DELAY - timedelta(seconds=1))
        world.sweep()
        assert world.drafts() == []
        world.clock.forward(timedelta(seconds=1))
        world.sweep()
        (draft,) = world.drafts()
        assert draft["To"].addresses[0].addr_spec == "maya@brightloop.example"
        assert draft["From"].addresses[0].addr_spec == "jane@example.org"
        assert draft["In-Reply-To"] == id_of(1)
        assert draft["Subject"] == "Re: Your application at Brightloop"
        assert world.account.snapshot() == before

    def test_a_rejection_in_two_lines_gets_its_draft_as_well(self, world: World) -> None:
        world.deliver(mail(QUICK_REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1

    def test_sweeping_again_makes_no_second_draft(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        for _ in range(3):
            world.sweep()
            world.clock.forward(DELAY)
        assert len(world.drafts()) == 1

    @pytest.mark.faults(31)
    def test_one_mail_that_arrives_twice_gets_one_draft(self, world: World) -> None:
        world.deliver(mail(REJECTION), mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1

    @pytest.mark.faults(22)
    def test_a_user_who_has_answered_gets_no_draft(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.account.put(Place.SENT, mail("Thank you!\n", 9, sender="jane@example.org", answers=id_of(1), to=MAYA))
        world.clock.forward(DELAY)
        world.sweep()
        assert world.drafts() == []
        assert world.reasons() == [SkipReason.ALREADY_ANSWERED]

    @pytest.mark.faults(22)
    def test_a_notice_that_the_user_is_away_is_no_answer(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        away = mail("I am away.\n", 9, sender="jane@example.org", answers=id_of(1), to=MAYA)
        world.account.put(Place.SENT, b"Auto-Submitted: auto-replied\r\n" + away)
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1
        world.clock.forward(DELAY)
        world.sweep()
        assert [row.sent_at for row in world.ledger.decisions()] == [None]

    @pytest.mark.faults(22)
    def test_a_user_who_has_begun_a_draft_keeps_that_one(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.account.put(Place.DRAFTS, mail("Dear Maya\n", 9, sender="jane@example.org", answers=id_of(1), to=MAYA))
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1
        assert world.reasons() == [SkipReason.DRAFT_BEGUN]

    @pytest.mark.faults(22)
    def test_a_mail_that_was_thrown_away_gets_no_draft(self, world: World) -> None:
        (handle,) = world.deliver(mail(REJECTION))
        world.sweep()
        world.account.throw_away(handle)
        world.clock.forward(DELAY)
        world.sweep()
        assert world.drafts() == []
        assert world.reasons() == [SkipReason.MAIL_GONE]

    @pytest.mark.faults(22)
    def test_a_mail_that_was_filed_away_is_still_answered(self, world: World) -> None:
        (handle,) = world.deliver(mail(REJECTION))
        world.sweep()
        world.account.file_away(handle)
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1

    def test_a_person_who_wrote_first_is_found_also_when_both_mails_are_read_at_once(self, world: World) -> None:
        impersonal = REJECTION.replace("Maya Lindqvist", "Brightloop Recruiting Team")
        world.account.deliver(mail(FIRST_INVITATION, 1), START - timedelta(days=2))
        world.account.deliver(mail(impersonal, 2, sender="Brightloop <no-reply@brightloop.example>"), START)
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        (draft,) = world.drafts()
        assert draft["In-Reply-To"] == id_of(2)
        assert draft["To"].addresses[0].addr_spec == "maya@brightloop.example"

    @pytest.mark.faults(22)
    @pytest.mark.parametrize("answers", [id_of(1), None], ids=["in the thread", "outside it"])
    def test_a_company_that_writes_again_gets_no_draft(self, world: World, answers: str | None) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(timedelta(hours=2))
        world.deliver(mail(INVITATION, 2, answers=answers))
        world.clock.forward(DELAY)
        world.sweep()
        assert world.drafts() == []
        assert SkipReason.WROTE_AGAIN in world.reasons()

    @pytest.mark.faults(25)
    def test_a_lost_cursor_and_a_lost_ledger_wake_no_second_draft(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        world.ledger.record("jane", [], "no cursor of this server", world.clock())
        world.sweep()
        world.ledger = Ledger(Database(world.url + ".new"))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1

    @pytest.mark.faults(22, 25)
    def test_a_ledger_from_an_old_backup_makes_no_second_draft_of_an_edited_one(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        (owed,) = world.ledger.open_replies()
        world.sweep()
        ((handle, raw),) = world.account.drafts().items()
        edited = raw.replace(b"Message-ID: <", b"Message-ID: <edited.").replace(b"Thank", b"Many thank")
        world.account.edit_draft(handle, edited)
        world.ledger.release(owed.id, world.clock())  # as the backup has it: pending
        world.sweep()
        assert len(world.drafts()) == 1
        assert world.ledger.open_replies() == []

    def test_a_crash_after_saving_is_found_out(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        (owed,) = world.ledger.open_replies()
        world.sweep()
        world.ledger.release(owed.id, world.clock())
        (owed,) = world.ledger.open_replies()
        world.ledger.claim(owed, world.clock())  # as the crash left it: saved, not marked
        world.sweep()
        assert len(world.drafts()) == 1
        assert world.states() == [State.DRAFTED]

    def test_a_crash_before_saving_is_looked_at_twice_a_settle_time_apart(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        (owed,) = world.ledger.open_replies()
        world.ledger.claim(owed, world.clock())  # as the crash left it: claimed, nothing sent
        world.sweep()
        assert (world.states(), world.drafts()) == ([State.UNKNOWN], [])
        world.clock.forward(SETTLE - timedelta(seconds=1))
        world.sweep()
        assert world.drafts() == []
        world.clock.forward(timedelta(seconds=1))
        world.sweep()
        assert (world.states(), len(world.drafts())) == ([State.DRAFTED], 1)

    def test_a_crash_in_the_evening_makes_no_draft_at_night(self, world: World) -> None:
        hours = (time(9), time(10, 5))  # the settle time ends after the closing time
        world.policy = Policy(address="jane@example.org", name="Jane Doe", delay=DELAY, active_hours=hours)
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        (owed,) = world.ledger.open_replies()
        world.ledger.claim(owed, world.clock())  # as the crash left it: claimed, nothing sent
        world.sweep()
        world.clock.forward(SETTLE)
        world.sweep()
        morning = world.clock().replace(hour=9, minute=0) + timedelta(days=1)
        assert (world.drafts(), world.ledger.next_due({"jane": SETTLE})) == ([], {"jane": morning})
        world.clock.forward(morning - world.clock())
        world.sweep()
        assert len(world.drafts()) == 1

    def test_a_draft_that_falls_due_at_night_waits_for_the_morning(self, world: World) -> None:
        world.policy = Policy(
            address="jane@example.org", name="Jane Doe", delay=timedelta(0), active_hours=(time(12), time(13))
        )
        world.deliver(mail(REJECTION))
        world.sweep()
        assert world.drafts() == []
        world.clock.forward(timedelta(hours=2))  # noon
        world.sweep()
        assert len(world.drafts()) == 1

    def test_the_user_can_ask_for_it_at_once(self, world: World) -> None:
        world.deliver(mail(REJECTION))
        world.sweep()
        (owed,) = world.ledger.open_replies()
        world.ledger.ask_for(owed.id, world.clock())
        world.sweep()
        assert len(world.drafts()) == 1

    def test_mail_from_before_the_look_back_is_never_answered(self, world: World) -> None:
        world.account.deliver(mail(REJECTION), START - timedelta(days=4))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        assert (world.drafts(), world.ledger.decisions()) == ([], [])

    @pytest.mark.faults(20)
    def test_a_mail_that_breaks_the_reader_is_set_aside_and_the_others_go_on(self, world: World) -> None:
        world.classify = breaking_on_poison(world.classify)
        world.deliver(mail("poison\n", 7, sender="Pest <pest@elsewhere.example>"), mail(REJECTION, 1))
        for _ in range(MAX_TRIES + 2):
            world.sweep()
        (failure,) = world.ledger.failures()
        assert (failure.tries, failure.why) == (MAX_TRIES, "reading it ended in ValueError")
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1

    def test_a_conversation_that_breaks_the_reader_holds_up_only_its_own_reply(self, world: World) -> None:
        other = mail(REJECTION.replace("Brightloop", "Halden"), 2, sender="Tom Adeyemi <tom@halden.example>")
        world.deliver(mail(REJECTION), other)
        world.sweep()
        world.deliver(mail("poison\n", 7, answers=id_of(1)))
        world.classify = breaking_on_poison(world.classify)
        world.clock.forward(DELAY)
        world.sweep()
        assert [draft["In-Reply-To"] for draft in world.drafts()] == [id_of(2)]
        assert sorted(world.states()) == [State.DRAFTED, State.PARKED]
