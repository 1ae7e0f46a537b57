"""A year of Jane's: two companies, told once from the first application to the note to the recruiter of then."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from replies.decision import SkipReason
from service.mailbox import Place
from service.pipeline import Classify
from tests.account import Account
from tests.main_job import DELAY, Clock, World, id_of, mail
from tests.reunion import LONG_AGO, NO_REPLY

DAY = timedelta(days=1)
HALDEN = "Halden Recruiting <no-reply@halden.example>"

APPLIED = """Dear Jane,

Thank you for applying for the Data Engineer position at Brightloop. We have received your application and will read it
with care. We will let you know within four weeks.

Brightloop Recruiting Team
"""
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
FEEDBACK = """Hi Jane,

Thank you for your kind words. Happy to share some feedback from your interview for the Data Engineer position at
Brightloop: the panel liked your examples, but wanted more depth on streaming systems.

All the best,
Maya Lindqvist
"""
APPLIED_AGAIN = APPLIED.replace("Data Engineer", "Product Manager")


class Story:
    """What holds for every provider. A subclass gives the fixture `account`."""

    @pytest.fixture
    def world(self, account: Account, tmp_path: Path, classify: Classify) -> Iterator[World]:
        world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify, Clock(LONG_AGO))
        yield world
        world.database.close()

    def comes(self, world: World, raw: bytes, after: timedelta = DAY) -> None:
        """A mail arrives some time later, and is read."""
        world.clock.forward(after)
        world.deliver(raw)
        world.sweep()

    def only_draft(self, world: World) -> EmailMessage:
        """The one draft there is, after the delay."""
        assert world.drafts() == []
        world.clock.forward(DELAY)
        world.sweep()
        (draft,) = world.drafts()
        return draft

    def send(self, world: World) -> None:
        """The user sends the one draft there is."""
        ((handle, raw),) = world.account.drafts().items()
        world.clock.forward(timedelta(hours=1))
        world.account.erase(handle)
        world.account.put(Place.SENT, raw)
        world.clock.forward(DAY)
        world.sweep()

    def test_from_the_first_application_to_the_note_to_the_recruiter_of_then(self, world: World) -> None:
        self.comes(world, mail(APPLIED, 1, sender=NO_REPLY))
        self.comes(world, mail(INVITED, 2), after=4 * DAY)
        self.comes(world, mail(REJECTED, 3, sender=NO_REPLY), after=8 * DAY)
        thanks = self.only_draft(world)
        assert thanks["To"].addresses[0].addr_spec == "maya@brightloop.example"
        assert thanks["In-Reply-To"] == id_of(3)
        self.send(world)

        # Maya answers what was sent; the server may have given it a Message-ID of its own.
        self.comes(world, mail(FEEDBACK, 4, answers=id_of(3)))
        gracious = self.only_draft(world)
        assert (gracious["In-Reply-To"], gracious["To"].addresses[0].addr_spec) == (id_of(4), "maya@brightloop.example")
        self.send(world)

        self.comes(world, mail(APPLIED_AGAIN, 5, sender=NO_REPLY), after=215 * DAY)
        note = self.only_draft(world)
        assert note["To"].addresses[0].addr_spec == "maya@brightloop.example"
        assert note["In-Reply-To"] == id_of(4)  # the thread ended well
        text = " ".join(note.get_content().split())
        assert text.startswith("Hi Maya, ")
        for words in ("Data Engineer", "Product Manager", "gave me feedback", "«what I did with the feedback»"):
            assert words in text
        assert text.count("«") == 4
        for _ in range(3):
            world.clock.forward(DAY)
            world.sweep()
        assert len(world.drafts()) == 1

    def test_a_second_company_where_the_user_applies_again_after_three_weeks(self, world: World) -> None:
        there = [body.replace("Brightloop", "Halden") for body in (APPLIED, INVITED, REJECTED, APPLIED_AGAIN)]
        tom = "Tom Adeyemi <tom@halden.example>"
        self.comes(world, mail(there[0], 1, sender=HALDEN))
        self.comes(world, mail(there[1].replace("Maya Lindqvist", "Tom Adeyemi"), 2, sender=tom), after=4 * DAY)
        self.comes(world, mail(there[2], 3, sender=HALDEN), after=8 * DAY)
        self.only_draft(world)
        self.send(world)
        self.comes(world, mail(there[3], 4, sender=HALDEN), after=21 * DAY)
        for _ in range(2):
            world.clock.forward(DELAY)
            world.sweep()
        assert world.drafts() == []
        assert world.reasons()[0] == SkipReason.WITHIN_HOLD_OFF
        assert world.ledger.open_replies() == []
