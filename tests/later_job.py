"""What comes after the rejection, as stories for every provider: the draft's fate, feedback, a person to answer."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from replies.decision import ReplyKind, SkipReason
from service.mailbox import Place
from service.pipeline import Classify
from service.records import HistoryRow, State
from tests.account import Account
from tests.main_job import DELAY, FIRST_INVITATION, MAYA, REJECTION, START, World, id_of, mail

HOUR = timedelta(hours=1)
PORTAL = "Brightloop <no-reply@brightloop.example>"
FROM_PORTAL = REJECTION.replace("Maya Lindqvist", "Brightloop Recruiting Team")
FEEDBACK = """Hi Jane,

Happy to share some feedback from your interview for the Data Engineer position at Brightloop. The panel liked your
examples, but wanted more depth on streaming systems.

All the best,
Maya Lindqvist
"""

PERSONAL = """Hi Jane,

Thanks again for coming in to talk about the Data Engineer role. It was a close call, but in the end we have decided to
offer the position to someone else. I am sorry to bring you this news.

Best,
Maya Lindqvist
"""

BRIEF = """Hi Jane,

I am sorry to tell you that we will not take your application at Brightloop further. Thank you for your interest.

Best,
Maya Lindqvist
"""


def drafted(world: World) -> tuple[str, bytes]:
    """Let a rejection come, be answered after the delay, and return the handle of the draft and the draft."""
    world.deliver(mail(REJECTION))
    world.sweep()
    world.clock.forward(DELAY)
    world.sweep()
    ((handle, raw),) = world.account.drafts().items()
    return handle, raw


def send(world: World, handle: str, raw: bytes) -> None:
    """Send a draft, as the user's mail program does, with a word changed and a Message-ID of its own."""
    world.clock.forward(HOUR)
    world.account.erase(handle)
    world.account.put(Place.SENT, raw.replace(b"Message-ID: <", b"Message-ID: <sent.").replace(b"Thank", b"Many thank"))


def later(world: World, by: timedelta) -> None:
    """Sweep so much later."""
    world.clock.forward(by)
    world.sweep()


def row_of(world: World, number: int) -> HistoryRow:
    """Return the decision on the mail with that number."""
    for row in world.ledger.decisions():
        for sighting in world.ledger.sightings(message_id=id_of(number)):
            if row.arrived_at == sighting.ref.arrived_at:
                return row
    pytest.fail("no such mail")


class LaterJob:
    """What holds for every provider. A subclass gives the fixture `account`."""

    @pytest.fixture
    def world(self, account: Account, tmp_path: Path, classify: Classify) -> Iterator[World]:
        world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
        yield world
        world.database.close()

    def test_a_draft_that_the_user_edited_and_sent_is_noted_as_sent_and_none_is_made_again(self, world: World) -> None:
        send(world, *drafted(world))
        before = world.account.snapshot()
        for _ in range(3):
            later(world, DELAY)
        (row,) = world.ledger.decisions()
        assert row.sent_at is not None
        assert (row.state, row.declined_at, world.drafts()) == (State.DRAFTED, None, [])
        assert world.account.snapshot() == before

    def test_a_draft_that_the_user_removed_is_noted_as_declined_and_none_is_made_again(self, world: World) -> None:
        world.account.put(Place.SENT, mail("Hello Tom,\n", 8, sender="jane@example.org", to="tom@elsewhere.example"))
        handle, _ = drafted(world)
        later(world, HOUR)
        assert world.ledger.decisions()[0].declined_at is None
        world.account.erase(handle)
        for _ in range(3):
            later(world, DELAY)
        (row,) = world.ledger.decisions()
        assert row.declined_at is not None
        assert (row.sent_at, world.drafts()) == (None, [])

    def test_feedback_after_a_thank_you_is_thanked_for_after_the_delay_and_its_words_are_kept(
        self, world: World
    ) -> None:
        send(world, *drafted(world))
        later(world, DELAY)
        world.deliver(mail(FEEDBACK, 2, answers=id_of(1)))
        world.sweep()
        (owed,) = world.ledger.open_replies()
        assert (owed.kind, owed.to) == (ReplyKind.FEEDBACK, "maya@brightloop.example")
        later(world, DELAY - HOUR)
        assert world.drafts() == []
        later(world, HOUR)
        (draft,) = world.drafts()
        assert (draft["In-Reply-To"], draft["To"].addresses[0].addr_spec) == (id_of(2), "maya@brightloop.example")
        assert "feedback" in draft.get_content().lower()
        kept = [each.feedback for each in world.ledger.relations.past("jane").mails if each.feedback]
        assert [("streaming systems" in words, "All the best" in words) for words in kept] == [(True, False)]

    def test_feedback_that_the_user_answers_within_the_delay_gets_no_draft(self, world: World) -> None:
        send(world, *drafted(world))
        later(world, DELAY)
        world.deliver(mail(FEEDBACK, 2, answers=id_of(1)))
        world.sweep()
        world.account.put(Place.SENT, mail("Thanks!\n", 9, sender="jane@example.org", answers=id_of(2), to=MAYA))
        later(world, DELAY)
        assert world.drafts() == []
        assert row_of(world, 2).reason == SkipReason.ALREADY_ANSWERED

    def test_who_wrote_before_ajar_began_is_found_in_the_mailbox_where_nobody_reads_the_rejection(
        self, world: World
    ) -> None:
        long_ago = START - timedelta(days=20)
        world.account.file_away(world.account.deliver(mail(FIRST_INVITATION, 1), long_ago))
        world.deliver(mail(FROM_PORTAL, 2, sender=PORTAL))
        before = world.account.snapshot()
        world.sweep()
        (owed,) = world.ledger.open_replies()
        assert owed.to == "maya@brightloop.example"
        later(world, DELAY)
        (draft,) = world.drafts()
        assert (draft["In-Reply-To"], draft["To"].addresses[0].addr_spec) == (id_of(2), "maya@brightloop.example")
        assert world.account.snapshot() == before

    def test_a_person_who_writes_after_the_system_gets_the_only_draft(self, world: World) -> None:
        world.account.deliver(mail(FIRST_INVITATION, 1), START - timedelta(days=2))
        world.deliver(mail(FROM_PORTAL, 2, sender=PORTAL))
        world.sweep()
        later(world, HOUR)
        world.deliver(mail(REJECTION, 3))
        later(world, HOUR)
        assert row_of(world, 2).reason == SkipReason.REPLACED
        later(world, DELAY)
        later(world, DELAY)
        (draft,) = world.drafts()
        assert (draft["In-Reply-To"], draft["To"].addresses[0].addr_spec) == (id_of(3), "maya@brightloop.example")

    def test_a_person_who_does_not_say_the_companys_name_again_gets_the_only_draft_too(self, world: World) -> None:
        world.deliver(mail(FROM_PORTAL, 2, sender=PORTAL))
        world.sweep()
        later(world, HOUR)
        world.deliver(mail(PERSONAL, 3))
        for _ in range(3):
            later(world, DELAY)
        (draft,) = world.drafts()
        assert draft["In-Reply-To"] == id_of(3)
        assert row_of(world, 3).company == "Brightloop"

    def test_both_read_at_once_where_somebody_is_found_in_the_mailbox_make_one_draft_too(self, world: World) -> None:
        long_ago = START - timedelta(days=20)
        world.account.file_away(world.account.deliver(mail(FIRST_INVITATION, 1), long_ago))
        world.account.deliver(mail(FROM_PORTAL, 2, sender=PORTAL), START - HOUR)
        world.deliver(mail(BRIEF, 3))
        for _ in range(3):
            world.sweep()
            world.clock.forward(DELAY)
        (draft,) = world.drafts()
        assert draft["In-Reply-To"] == id_of(3)
        assert row_of(world, 2).reason == SkipReason.POSSIBLE_DUPLICATE

    def test_the_system_that_writes_after_such_a_person_gets_no_second_draft(self, world: World) -> None:
        world.account.deliver(mail(FIRST_INVITATION, 1), START - timedelta(days=2))
        world.deliver(mail(PERSONAL, 2))
        world.sweep()
        later(world, HOUR)
        world.deliver(mail(FROM_PORTAL, 3, sender=PORTAL))
        for _ in range(3):
            later(world, DELAY)
        (draft,) = world.drafts()
        assert (draft["In-Reply-To"], row_of(world, 3).reason) == (id_of(2), SkipReason.DUPLICATE)

    def test_a_person_who_writes_when_the_first_draft_stands_gets_no_second_one(self, world: World) -> None:
        world.account.deliver(mail(FIRST_INVITATION, 1), START - timedelta(days=2))
        world.deliver(mail(FROM_PORTAL, 2, sender=PORTAL))
        world.sweep()
        later(world, DELAY)
        world.deliver(mail(REJECTION, 3))
        later(world, DELAY)
        later(world, DELAY)
        (draft,) = world.drafts()
        assert draft["In-Reply-To"] == id_of(2)
        assert row_of(world, 3).reason == SkipReason.DUPLICATE
