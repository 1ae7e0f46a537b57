"""The note to somebody known from before, as one class of stories for every provider: exactly one, where it belongs."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

import pytest

from replies.decision import SkipReason
from service.mailbox import Place
from service.pipeline import Classify
from service.records import State
from tests.account import Account
from tests.main_job import DELAY, MAYA, SETTLE, Clock, World, id_of, mail

# A server takes no mail from the future, so the story has to be past.
LONG_AGO = datetime.now(UTC).replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=300)
MONTHS = timedelta(days=215)
NO_REPLY = "Brightloop <no-reply@brightloop.example>"

INVITED = """Hi Jane,

Thank you for applying for the Data Engineer position at Brightloop. I would like to invite you to an interview next
Tuesday at 10 o'clock. Does that suit you?

Best,
Maya Lindqvist
"""
REJECTED = """Dear Jane,

Thank you for taking the time to interview with us for the Data Engineer position at Brightloop.
After careful consideration we have decided to move forward with other candidates for this role.
We wish you every success in your search.

Brightloop Recruiting Team
"""
KINDLY_REJECTED = """Hi Jane,

Thank you for interviewing with us for the Data Engineer position at Brightloop. I am sorry that we have decided to move
forward with another candidate. I enjoyed our conversation, and I encourage you to keep an eye on our open positions:
your work on streaming pipelines impressed all of us. Feel free to reply to this mail if you have any question.

All the best,
Maya Lindqvist
"""
CONFIRMED = """Dear Jane,

Thank you for applying for the Product Manager position at Brightloop. We have received your application and will read
it with care. We will let you know within four weeks.

Brightloop Recruiting Team
"""


def filled_in(raw: bytes, blank: str) -> bytes:
    """Return a draft as a mail program saves it once the user has filled a blank in: anew, with another Message-ID."""
    draft = message_from_bytes(raw, EmailMessage, policy=SMTP)
    edited = EmailMessage(policy=SMTP)
    for name in ("From", "To", "Subject", "Date"):
        edited[name] = str(draft[name])
    edited["Message-ID"] = f"<{abs(hash(blank))}.edited@example.org>"
    edited.set_content(draft.get_content().replace(blank, "my own words, « as it were »,"))
    return edited.as_bytes()


class Reunion:
    """What holds for every provider. A subclass gives the fixture `account`."""

    @pytest.fixture
    def world(self, account: Account, tmp_path: Path, classify: Classify) -> Iterator[World]:
        world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify, Clock(LONG_AGO))
        yield world
        world.database.close()

    def turned_down(self, world: World) -> None:
        """An interview with Maya and a rejection from nobody; the thank-you to Maya lies in Drafts."""
        world.deliver(mail(INVITED, 1))
        world.sweep()
        world.clock.forward(timedelta(days=10))
        world.deliver(mail(REJECTED, 2, sender=NO_REPLY))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()

    def apply_again(self, world: World, *, after: timedelta = MONTHS, company: str = "Brightloop") -> None:
        """A confirmation comes, and is read."""
        world.clock.forward(after)
        sender = NO_REPLY.replace("Brightloop", company)
        world.deliver(mail(CONFIRMED.replace("Brightloop", company), 4, sender=sender))
        world.sweep()

    def said(self, world: World, words: str, number: int, *, answers: str | None = id_of(1)) -> bytes:
        """A mail that the user writes to Maya now."""
        raw = mail(words, number, sender="jane@example.org", answers=answers, to=MAYA)
        return f"Date: {format_datetime(world.clock())}\r\n".encode() + raw

    def notes(self, world: World) -> list[EmailMessage]:
        """What lies in Drafts about the new role."""
        return [draft for draft in world.drafts() if "Product Manager" in draft.get_content()]

    def test_a_new_application_after_the_hold_off_gets_one_note_to_the_recruiter_of_then(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        before = world.account.snapshot()
        (owed,) = world.ledger.open_replies()
        assert (owed.kind, owed.to, owed.due_at) == ("reconnect", "maya@brightloop.example", world.clock() + DELAY)
        for _ in range(3):
            world.clock.forward(DELAY)
            world.sweep()
        (note,) = self.notes(world)
        assert note["Subject"] == "My application for the Product Manager role"
        assert (note["In-Reply-To"], note["References"]) == (None, None)
        assert note["To"].addresses[0].addr_spec == "maya@brightloop.example"
        assert note.get_content().startswith("Hi Maya,")
        assert "Data Engineer" in note.get_content()
        assert f"{LONG_AGO:%B %Y}" in note.get_content()  # when Maya wrote; that they met nobody says
        assert " met " not in note.get_content()
        assert len(world.drafts()) == 2
        assert world.account.snapshot() == before

    def test_the_blanks_of_a_note_are_remembered_until_the_user_has_filled_them_in(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.clock.forward(DELAY)
        world.sweep()
        (note,) = world.ledger.drafts.unfinished(world.clock())
        assert [blank[:6] for blank in note.blanks or ()] == ["«what ", "«What ", "«why t"]
        for blank in note.blanks or ():
            handle, raw = next(one for one in world.account.drafts().items() if b"Product Manager" in one[1])
            world.account.edit_draft(handle, filled_in(raw, blank))
            world.clock.forward(timedelta(hours=5))
            world.sweep()
            left = [owed.blanks for owed in world.ledger.drafts.unfinished(world.clock())]
            assert blank not in str(left)
        assert left == []
        assert {row.declined_at for row in world.ledger.decisions() if row.kind == "reconnect"} == {None}

    def test_another_mail_to_the_recruiter_is_not_taken_for_the_note(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.clock.forward(DELAY)
        world.sweep()
        world.account.put(Place.SENT, self.said(world, "Hello Maya, shall we have lunch?\n", 9, answers=None))
        world.clock.forward(timedelta(hours=5))
        world.sweep()
        (row,) = [row for row in world.ledger.decisions() if row.kind == "reconnect"]
        assert (row.sent_at, row.declined_at) == (None, None)

    @pytest.mark.parametrize("thanked", [True, False])
    def test_a_thread_in_which_the_user_said_thank_you_is_gone_on_with(self, world: World, *, thanked: bool) -> None:
        said_when_invited = self.said(world, "Gladly!\n", 3)
        world.account.put(Place.SENT, said_when_invited)
        self.turned_down(world)
        if thanked:
            world.account.put(Place.SENT, self.said(world, "Thank you, Maya, it was good to meet you.\n", 8))
        self.apply_again(world)
        world.clock.forward(DELAY)
        world.sweep()
        (note,) = self.notes(world)
        if thanked:
            assert (note["In-Reply-To"], note["Subject"]) == (id_of(1), "Re: Your application at Brightloop")
        else:
            assert note["In-Reply-To"] is None

    def test_a_thank_you_of_then_that_lies_in_drafts_is_not_taken_for_the_note(self, world: World) -> None:
        world.deliver(mail(KINDLY_REJECTED, 1))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        self.apply_again(world)
        for _ in range(2):
            world.clock.forward(DELAY)
            world.sweep()
        assert len(self.notes(world)) == 1
        assert [draft["In-Reply-To"] for draft in world.drafts()] == [id_of(1)] * 2
        assert world.states() == [State.DRAFTED, State.DRAFTED]

    def test_applying_again_within_the_hold_off_is_marked_and_gets_no_note(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world, after=timedelta(weeks=3))
        world.clock.forward(DELAY)
        world.sweep()
        assert self.notes(world) == []
        assert world.reasons()[0] == SkipReason.WITHIN_HOLD_OFF

    def test_a_thank_you_for_then_that_is_drafted_after_the_new_application_is_not_taken_for_the_note(
        self, world: World
    ) -> None:
        world.deliver(mail(INVITED, 1))
        world.clock.forward(timedelta(days=10))
        world.deliver(mail(REJECTED, 2, sender=NO_REPLY))
        world.sweep()
        (owed,) = world.ledger.open_replies()
        world.ledger.skip(owed.id, world.clock())
        self.apply_again(world)
        world.clock.forward(timedelta(hours=1))
        world.ledger.ask_for(owed.id, world.clock())  # after all, and late
        world.sweep()
        assert len(world.drafts()) == 1
        world.clock.forward(DELAY)
        world.sweep()
        assert len(self.notes(world)) == 1

    def test_a_second_confirmation_of_one_application_gets_no_second_note(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.deliver(mail(CONFIRMED, 5, sender="Brightloop <jobs@brightloop.example>"))
        world.sweep()
        for _ in range(2):
            world.clock.forward(DELAY)
            world.sweep()
        assert len(self.notes(world)) == 1

    @pytest.mark.parametrize("what_became_of_it", ["left alone", "edited", "sent", "thrown away"])
    def test_a_crash_after_saving_makes_no_second_note(self, world: World, what_became_of_it: str) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.clock.forward(DELAY)
        (owed,) = world.ledger.open_replies()
        world.sweep()
        handle, raw = next(one for one in world.account.drafts().items() if b"Product Manager" in one[1])
        world.ledger.release(owed.id, world.clock())
        (owed,) = world.ledger.open_replies()
        world.ledger.claim(owed, world.clock())  # as the crash left it: saved, not marked
        if what_became_of_it == "edited":
            world.account.edit_draft(handle, raw.replace(b"Message-ID: <", b"Message-ID: <edited."))
        elif what_became_of_it != "left alone":
            world.account.erase(handle)
            world.account.put(Place.SENT if what_became_of_it == "sent" else Place.TRASH, raw)
        for _ in range(3):
            world.sweep()
            world.clock.forward(SETTLE)
        assert len(self.notes(world)) == (what_became_of_it in {"left alone", "edited"})
        assert world.ledger.open_replies() == []

    def test_a_crash_before_saving_makes_one_note_in_the_end(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.clock.forward(DELAY)
        (owed,) = world.ledger.open_replies()
        world.ledger.claim(owed, world.clock())  # as the crash left it: claimed, nothing sent
        for _ in range(3):
            world.sweep()
            world.clock.forward(SETTLE)
        assert len(self.notes(world)) == 1

    def test_a_user_who_wrote_to_the_recruiter_meanwhile_gets_no_note(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.clock.forward(timedelta(hours=1))
        world.account.put(Place.SENT, self.said(world, "Hello Maya, remember me?\n", 9, answers=None))
        world.clock.forward(DELAY)
        world.sweep()
        assert (self.notes(world), world.reasons()[0]) == ([], SkipReason.ALREADY_ANSWERED)

    def test_a_notice_that_the_user_is_away_is_neither_thanks_nor_a_word_to_the_recruiter(self, world: World) -> None:
        self.turned_down(world)
        world.account.put(Place.SENT, b"Auto-Submitted: auto-replied\r\n" + self.said(world, "I am away.\n", 8))
        self.apply_again(world)
        world.clock.forward(timedelta(hours=1))
        world.account.put(Place.SENT, b"Auto-Submitted: auto-replied\r\n" + self.said(world, "I am away.\n", 9))
        world.clock.forward(DELAY)
        world.sweep()
        (note,) = self.notes(world)
        assert note["In-Reply-To"] is None

    def test_a_new_application_that_was_turned_down_meanwhile_gets_no_note(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world)
        world.clock.forward(timedelta(hours=1))
        world.deliver(mail(REJECTED.replace("Data Engineer", "Product Manager"), 5, sender=NO_REPLY))
        world.sweep()
        world.clock.forward(DELAY - timedelta(hours=1))
        world.sweep()
        assert SkipReason.WROTE_AGAIN in world.reasons()
        assert all("My application" not in draft["Subject"] for draft in world.drafts())

    def test_a_company_that_may_be_the_same_gets_no_note_until_the_user_says_so(self, world: World) -> None:
        self.turned_down(world)
        self.apply_again(world, company="Brightloop Robotics")
        world.clock.forward(DELAY)
        world.sweep()
        assert (self.notes(world), world.reasons()[0]) == ([], SkipReason.PERHAPS_KNOWN)

    def test_a_last_mail_that_is_gone_leaves_a_new_mail_to_the_recruiter(self, world: World) -> None:
        (handle,) = world.deliver(mail(KINDLY_REJECTED, 1))
        world.sweep()
        world.account.erase(handle)
        self.apply_again(world)
        for _ in range(2):
            world.clock.forward(DELAY)
            world.sweep()
        (note,) = self.notes(world)
        assert note["In-Reply-To"] is None
        assert note.get_content().startswith("Hi Maya,")
