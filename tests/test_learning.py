"""What the user files into the folders of corrections is heeded at once, over every provider."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from classifier.message import parse
from classifier.reading import Label
from classifier.taught import lesson_of
from replies.decision import SkipReason
from service.corrections import Correction, How
from service.pipeline import Classify
from service.reader import Reader
from service.records import State
from service.state import StateDirectory
from tests.account import Account
from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, DELAY, REJECTION, World, id_of, mail
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.test_memory import MemoryAccount

YES, NO = "Ajar/Rejections", "Ajar/Not rejections"
LESSONS = ((YES, Label.REJECTION), (NO, None))
# Nothing in it reads like a rejection to a model that has not met this studio.
ODD = """Dear Jane,

the spring cohort is complete, and so your folder goes back on the shelf. The studio thanks you for the drawings.

Maya Lindqvist
"""


class Learning:
    """What holds for every provider. A subclass gives the fixture `account`."""

    @pytest.fixture
    def reader(self, tmp_path: Path, model_folder: Path, classify: Classify) -> Reader:  # noqa: ARG002 - fits the model
        return Reader(StateDirectory(Path(shutil.copytree(model_folder, tmp_path / "state"))))

    @pytest.fixture
    def world(self, account: Account, tmp_path: Path, reader: Reader) -> Iterator[World]:
        account.make_folder(YES)
        account.make_folder(NO)
        url = f"sqlite:///{tmp_path / 'ledger.sqlite3'}"
        world = World(account, url, reader, lessons=LESSONS, corrections=reader.corrections)
        yield world
        world.database.close()

    def test_a_mail_put_into_the_folder_of_no_rejections_gets_no_draft_and_the_reason_is_kept(
        self, world: World, reader: Reader
    ) -> None:
        (handle,) = world.deliver(mail(REJECTION))
        world.sweep()
        assert world.states() == [State.PENDING]
        world.account.put_into(handle, NO)
        before = world.account.snapshot()
        world.clock.forward(DELAY)
        world.sweep()
        assert (world.drafts(), world.reasons()) == ([], [SkipReason.TAUGHT_OTHERWISE])
        assert world.account.snapshot() == before
        (correction,) = reader.corrections.all()
        assert (correction.mailbox, correction.message_id, correction.how) == ("jane", id_of(1), How.FOLDER)

    def test_a_missed_rejection_gets_its_draft_in_its_thread_the_delay_after_it_came(self, world: World) -> None:
        (handle,) = world.deliver(mail(ODD))
        world.sweep()
        assert world.states() == []
        world.clock.forward(DELAY / 2)
        world.account.put_into(handle, YES)
        world.sweep()
        assert (world.states(), world.drafts()) == ([State.PENDING], [])
        world.clock.forward(DELAY / 2)
        world.sweep()
        (draft,) = world.drafts()
        assert draft["In-Reply-To"] == id_of(1)
        assert draft["To"].addresses[0].addr_spec == "maya@brightloop.example"

    def test_a_mail_that_was_filed_before_ajar_saw_it_counts_as_well(self, world: World) -> None:
        yes, no = world.deliver(mail(ODD, 1), mail(REJECTION, 2, sender="Ann <ann@fernhill.example>"))
        world.account.put_into(yes, YES)
        world.account.put_into(no, NO)
        world.sweep()
        assert world.states() == [State.PENDING]
        world.clock.forward(DELAY)
        world.sweep()
        assert [draft["In-Reply-To"] for draft in world.drafts()] == [id_of(1)]

    def test_a_mail_from_before_ajar_is_learnt_from_and_not_answered(self, world: World, reader: Reader) -> None:
        world.sweep()
        handle = world.account.deliver(mail(ODD), world.clock() - timedelta(days=9))
        world.account.put_into(handle, YES)
        for _ in range(2):
            world.sweep()
            world.clock.forward(DELAY)
        assert (world.states(), world.drafts()) == ([], [])
        assert [each.label for each in reader.corrections.all()] == [Label.REJECTION]

    def test_the_later_word_counts(self, world: World, reader: Reader) -> None:
        (handle,) = world.deliver(mail(ODD))
        handle = world.account.put_into(handle, YES)
        world.sweep()
        assert world.states() == [State.PENDING]
        handle = world.account.put_into(world.account.take_out(handle, YES), NO)
        world.sweep()
        assert (world.states(), world.reasons()) == ([State.CANCELLED], [SkipReason.TAUGHT_OTHERWISE])
        assert [each.label for each in reader.corrections.all()] == ["no-rejection"]

    def test_a_draft_that_stands_already_is_left_alone(self, world: World) -> None:
        (handle,) = world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        world.account.put_into(handle, NO)
        world.sweep()
        assert (len(world.drafts()), world.states()) == (1, [State.DRAFTED])

    def test_a_folder_that_is_read_all_over_again_overrides_no_later_order(self, world: World) -> None:
        (handle,) = world.deliver(mail(REJECTION))
        world.sweep()
        world.account.put_into(handle, NO)
        world.sweep()
        (row,) = world.ledger.decisions()
        assert row.reply_id is not None
        assert world.ledger.ask_for(row.reply_id, world.clock())
        world.ledger.lessons_read("jane", NO, "a cursor that is no longer accepted")
        world.sweep()
        assert len(world.drafts()) == 1

    def test_what_a_crash_cut_off_between_keeping_and_heeding_is_done_again(self, world: World, reader: Reader) -> None:
        raw = mail(ODD)
        (handle,) = world.deliver(raw)
        world.sweep()
        kept = lesson_of(parse(raw), Label.REJECTION)
        reader.corrections.keep(Correction(kept, "jane", id_of(1), world.clock(), How.FOLDER))
        world.account.put_into(handle, YES)
        world.sweep()
        assert world.states() == [State.PENDING]

    def test_without_the_folders_everything_goes_on(self, world: World) -> None:
        world.lessons = (("Elsewhere", Label.REJECTION), ("Nowhere", None))
        world.deliver(mail(REJECTION))
        world.sweep()
        world.clock.forward(DELAY)
        world.sweep()
        assert len(world.drafts()) == 1


class TestOverMaildirPlusPlus(Learning):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "maildir++")


class TestOverPlainFolders(Learning):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "fs")


class TestOverGmail(Learning):
    @pytest.fixture
    def account(self, tmp_path: Path) -> Iterator[GmailAccount]:
        with GmailServer().running() as server:
            yield GmailAccount(server, tmp_path)


class TestOverImap(Learning):
    @pytest.fixture
    def account(self, imap_account: ImapAccount) -> ImapAccount:
        return imap_account


class TestInMemory(Learning):
    @pytest.fixture
    def account(self) -> MemoryAccount:
        return MemoryAccount()

    def test_a_mail_that_cannot_be_read_takes_nothing_from_the_next_one(
        self, world: World, reader: Reader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(raw: bytes) -> object:
            if b"poison" in raw:
                raise ValueError("no word of the mail may be kept")
            return parse(raw)

        monkeypatch.setattr("service.learning.parse", broken)
        for raw in (mail("poison", 1), mail(ODD, 2)):
            world.account.put_into(world.account.deliver(raw, world.clock()), YES)
        world.sweep()
        assert [each.message_id for each in reader.corrections.all()] == [id_of(2)]

    def test_a_doubtful_mail_that_is_a_rejection_is_owed_its_reply(self, world: World, reader: Reader) -> None:
        def doubtful(messages: object) -> object:
            verdicts = reader(messages)  # type: ignore[arg-type]
            taught = reader.corrections.words()
            return verdicts if taught else [replace(each, rejection=0.6, unsure=True) for each in verdicts]

        world.classify = doubtful  # type: ignore[assignment]
        (handle,) = world.deliver(mail(ACKNOWLEDGEMENT))
        world.sweep()
        assert world.states() == [State.UNSURE]
        world.account.put_into(handle, YES)
        world.sweep()
        assert world.states() == [State.PENDING]
