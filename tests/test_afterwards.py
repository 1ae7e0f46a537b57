"""What became of a draft, as far as the mailbox tells; and which drafts the ledger has looked after."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from classifier.message import Address, Message
from replies.afterwards import Fate, Made, fate_of
from replies.decision import Draft, ReplyKind
from replies.identity import draft_id, note_id
from replies.subjects import heading_of
from service.database import Database
from service.ledger import Ledger
from service.mailbox import Conversation, MessageRef, Place
from service.providers.memory import MemoryMailbox
from tests.later_job import drafted, later
from tests.main_job import DELAY, World
from tests.rejections import ARRIVED, JANE, MAYA, rejection
from tests.test_ledger import NOW, an_outcome
from tests.test_memory import MemoryAccount

ME = Address("Jane Doe", "jane@example.org")
ITS_ID = "<rejection.1@lantern.example>"
MADE = Made("f00d", ReplyKind.THANKS, ITS_ID, MAYA.email, ARRIVED)
NOTE = replace(MADE, kind=ReplyKind.RECONNECT, answers=None, heading=heading_of(MADE.key, "Re: Your application"))
HOUR = timedelta(hours=1)


def mine(**changes: object) -> Message:
    given: dict[str, object] = {"sender": ME, "to": (MAYA,), "message_id": "<mine@example.org>", "date": ARRIVED + HOUR}
    return rejection(**(given | {"in_reply_to": (ITS_ID,), "subject": "Re: Your application"} | changes))


def fate(*around: tuple[str, Message], made: Made = MADE) -> Fate:
    return fate_of(made, around, JANE)[0]


def test_a_draft_is_known_by_the_mail_that_it_answers_whatever_message_id_a_program_gave_it() -> None:
    assert fate(("drafts", mine())) is Fate.STANDS
    assert fate_of(MADE, [("sent", mine())], JANE) == (Fate.SENT, mine())
    assert fate(("drafts", mine()), ("sent", mine())) is Fate.SENT


def test_a_draft_is_known_by_its_own_message_id_whatever_thread_the_user_put_it_into() -> None:
    ours = mine(message_id=draft_id(JANE, "f00d"), in_reply_to=())
    assert fate(("sent", ours)) is Fate.SENT


def test_a_draft_that_is_nowhere_or_only_in_the_trash_is_gone() -> None:
    assert fate() is Fate.GONE
    assert fate(("trash", mine())) is Fate.GONE
    assert fate(("sent", mine(in_reply_to=("<another@lantern.example>",)))) is Fate.GONE


def test_the_rejection_passed_on_to_a_friend_is_no_draft_that_was_sent() -> None:
    passed_on = mine(subject="Fwd: Your application", to=(Address("Tom", "tom@elsewhere.example"),))
    assert fate(("sent", passed_on)) is Fate.GONE


def test_a_notice_that_the_user_is_away_is_no_draft_that_was_sent() -> None:
    notice = mine(headers={"auto-submitted": ("auto-replied",)})
    assert fate(("sent", notice)) is Fate.GONE
    assert fate(("sent", notice), ("drafts", mine()), made=NOTE) is Fate.STANDS


def test_a_note_is_known_by_its_message_id_or_its_subject_and_not_by_older_answers() -> None:
    assert fate(("sent", mine(message_id=note_id(JANE, "f00d"), to=(), subject="Hello")), made=NOTE) is Fate.SENT
    assert fate(("sent", mine(in_reply_to=())), made=NOTE) is Fate.SENT
    assert fate(("sent", mine(date=ARRIVED - timedelta(days=90))), made=NOTE) is Fate.GONE


@pytest.mark.parametrize("place", ["sent", "drafts"])
def test_another_mail_to_the_person_of_a_note_is_not_taken_for_it(place: str) -> None:
    assert fate((place, mine(subject="Lunch?")), made=NOTE) is Fate.UNCLEAR
    assert fate((place, mine(subject="AW: re: YOUR application")), made=NOTE) in {Fate.SENT, Fate.STANDS}
    assert fate((place, mine(subject="Lunch?")), ("drafts", mine()), made=NOTE) is Fate.STANDS


def test_a_note_of_which_no_subject_is_known_is_known_by_whom_it_goes_to() -> None:
    assert fate(("sent", mine(subject="Lunch?")), made=replace(NOTE, heading=None)) is Fate.SENT


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    database = Database(ledger_url)
    ledger = Ledger(database)
    ledger.register("jane", NOW)
    yield ledger
    database.close()


class TestTheLedger:
    """Which drafts are to be looked after."""

    def drafted(self, ledger: Ledger, count: int = 1) -> None:
        ledger.record("jane", [an_outcome(number) for number in range(1, count + 1)], None, NOW)
        for owed in ledger.open_replies():
            ledger.mark_drafted(owed.id, "locator", NOW)

    def test_a_draft_is_looked_after_again_only_after_hours(self, ledger: Ledger) -> None:
        self.drafted(ledger)
        assert ledger.drafts.to_watch("jane", NOW, 3) == []
        (watched,) = ledger.drafts.to_watch("jane", NOW + HOUR, 3)
        ledger.drafts.stands(watched.reply_id, NOW + HOUR)
        assert ledger.drafts.to_watch("jane", NOW + 4 * HOUR, 3) == []
        assert ledger.drafts.to_watch("jane", NOW + 5 * HOUR, 3) == [watched]

    def test_of_many_those_come_first_that_were_not_seen_for_longest(self, ledger: Ledger) -> None:
        self.drafted(ledger, 5)
        first = ledger.drafts.to_watch("jane", NOW + HOUR, 3)
        for watched in first:
            ledger.drafts.looked(watched.reply_id, NOW + HOUR)
        rest = ledger.drafts.to_watch("jane", NOW + HOUR, 3)
        assert len({watched.reply_id for watched in (*first, *rest)}) == 5

    def test_what_was_sent_or_is_two_months_old_is_looked_after_no_more(self, ledger: Ledger) -> None:
        self.drafted(ledger, 2)
        ledger.drafts.sent(ledger.drafts.to_watch("jane", NOW + HOUR, 1)[0].reply_id, NOW, NOW + HOUR)
        assert len(ledger.drafts.to_watch("jane", NOW + timedelta(days=59), 3)) == 1
        assert ledger.drafts.to_watch("jane", NOW + timedelta(days=61), 3) == []

    def test_a_draft_with_blanks_is_named_until_they_are_filled_in_or_it_is_sent_or_removed(
        self, ledger: Ledger
    ) -> None:
        ledger.record("jane", [an_outcome(number) for number in (1, 2, 3)], None, NOW)
        for owed in ledger.open_replies():
            ledger.mark_drafted(owed.id, "locator", NOW, Draft(b"", "<x@example.org>", blanks=("«one»", "«two»")))
        first, second, third = (owed.id for owed in ledger.drafts.unfinished(NOW))
        ledger.drafts.stands(first, NOW, ["«two»"])
        ledger.drafts.sent(second, NOW, NOW)
        ledger.drafts.declined(third, NOW)
        assert [owed.blanks for owed in ledger.drafts.unfinished(NOW)] == [("«two»",)]
        ledger.drafts.stands(first, NOW)  # seen, and not read
        assert len(ledger.drafts.unfinished(NOW)) == 1
        assert ledger.drafts.unfinished(NOW + timedelta(days=61)) == []
        ledger.drafts.stands(first, NOW, [])
        assert ledger.drafts.unfinished(NOW) == []

    def test_one_that_is_gone_is_looked_for_a_while_longer_in_case_an_outbox_holds_it(self, ledger: Ledger) -> None:
        self.drafted(ledger)
        (watched,) = ledger.drafts.to_watch("jane", NOW + HOUR, 1)
        ledger.drafts.declined(watched.reply_id, NOW + HOUR)
        assert len(ledger.drafts.to_watch("jane", NOW + timedelta(days=2), 3)) == 1
        ledger.drafts.sent(watched.reply_id, NOW + HOUR, NOW + timedelta(days=2))
        (row,) = ledger.decisions()
        assert (row.sent_at, row.declined_at, row.changed_at) == (NOW + HOUR, None, NOW)


class Shut(MemoryAccount):
    """An account of which, from `shut` on, a place cannot be looked at, or was never found."""

    shut: Conversation | None = None
    looks = 0

    def mailbox(self) -> MemoryMailbox:
        return _ShutMailbox(self, self._folders)


class _ShutMailbox(MemoryMailbox):
    def __init__(self, account: Shut, *folders: object) -> None:
        super().__init__(*folders)  # type: ignore[arg-type]
        self._account = account

    def conversation(self, ref: MessageRef) -> Conversation:
        self._account.looks += 1
        return self._account.shut or super().conversation(ref)


@pytest.mark.parametrize(
    "blind", [Conversation(None, complete=False), Conversation(None, absent=frozenset({Place.SENT}))]
)
def test_where_a_place_cannot_be_looked_at_no_draft_is_called_declined(
    tmp_path: Path, classify: object, blind: Conversation
) -> None:
    account = Shut()
    world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)  # type: ignore[arg-type]
    handle, _ = drafted(world)
    account.erase(handle)
    account.shut = blind
    later(world, DELAY)
    assert world.ledger.decisions()[0].declined_at is None
    account.shut = None
    later(world, DELAY)
    assert world.ledger.decisions()[0].declined_at is not None
    world.database.close()


def test_a_sweep_asks_the_mailbox_nothing_where_no_draft_is_watched(tmp_path: Path, classify: object) -> None:
    account = Shut()
    world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)  # type: ignore[arg-type]
    for _ in range(3):
        later(world, DELAY)
    assert account.looks == 0
    world.database.close()
