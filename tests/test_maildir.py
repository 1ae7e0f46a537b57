"""The Maildir provider: the contract in both layouts, and what only a Maildir can do to it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Literal

import pytest

from service.errors import Refused, Unavailable
from service.mailbox import BATCH_SIZE, MessageRef, Place
from service.providers.maildir import MaildirMailbox
from service.providers.maildir_names import (
    decode_folder,
    delivered,
    encode_folder,
    flags,
    folded,
    identity,
    unique_name,
)
from tests.contract import MailboxContract
from tests.letters import SINCE, answer, at, draft_for, drain, id_of, letter, stands, subjects
from tests.maildir_account import MaildirAccount

DAY = 24 * 3600 * 10**9
NOBODY = 65534


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    return MaildirAccount(tmp_path / "mail")


@pytest.fixture
def mailbox(account: MaildirAccount) -> MaildirMailbox:
    return account.mailbox()


class TestMaildirPlusPlus(MailboxContract):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "maildir++")


class TestPlainFolders(MailboxContract):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "fs")


class TestNames:
    @pytest.mark.parametrize(
        "name",
        [
            "1700000000.M5P6.host",
            "1700000000.M5P6.host:2,",
            "1700000000.M5P6.host:2,RS",
            "1700000000.M5P6.host,U=12:2,S",
            "1700000000.M5P6.host,S=1234,W=1300:2,FS",
            "1700000000.M5P6.host;2,S",
            "1700000000.M5P6.host!2,S",
        ],
    )
    def test_the_identity_survives_flags_and_fields(self, name: str) -> None:
        assert identity(name) == "1700000000.M5P6.host"

    def test_flags_are_those_behind_the_last_colon(self) -> None:
        assert (flags("1.host:2,DS"), flags("1.host,S=9:2,T"), flags("1.host"), flags("1:2,S.host")) == (
            "DS",
            "T",
            "",
            "",
        )

    def test_the_delivery_time_is_the_earlier_one_that_makes_sense(self) -> None:
        named, later, earlier = 1_700_000_000 * 10**9, 1_700_000_500 * 10**9, 1_600_000_000 * 10**9
        assert delivered("1700000000.M5.host", later) == named
        assert delivered("1700000000.M5.host", earlier) == earlier
        assert delivered("1700000000.M5.host", 0) == named
        assert delivered("msg.abc", later) == later
        assert delivered("12.host", later) == later
        assert delivered("17000000000000.host", later) == later

    def test_a_new_name_hides_what_a_host_name_may_not_hold(self) -> None:
        name = unique_name(1_700_000_000_123_456_789, 42, "ab12", "a/b:c,d")
        assert name == r"1700000000.M123456P42Rab12.a\057b\072c\054d"
        assert identity(f"{name}:2,DS") == name

    @pytest.mark.parametrize(
        ("shown", "on_disk"),
        [
            ("Drafts", "Drafts"),
            ("Entwürfe", "Entw&APw-rfe"),
            ("Jobs & Co", "Jobs &- Co"),
            ("Brouillons é/à", "Brouillons &AOk-/&AOA-"),
            ("草稿", "&g0l6Pw-"),
            ("😀", "&2D3eAA-"),
        ],
    )
    def test_folder_names_are_modified_utf_7(self, shown: str, on_disk: str) -> None:
        assert encode_folder(shown) == on_disk
        assert decode_folder(on_disk) == shown

    @pytest.mark.parametrize("name", ["Entwürfe", "A&B", "&AAA", "&2AA-", "&!-", "&A-"])
    def test_a_name_that_is_no_modified_utf_7_stands_as_it_is(self, name: str) -> None:
        assert decode_folder(name) == name

    def test_folder_names_compare_whatever_their_case_accents_and_prefix(self) -> None:
        assert folded("INBOX.Entwu\u0308rfe") == folded("entwürfe")
        assert folded("INBOX") == folded("Inbox")
        assert folded("Inbox") != folded("")


class TestFetch:
    def test_a_mail_whose_flags_changed_is_not_lost_and_one_in_new_stays_there(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        path = Path(account.deliver(letter(1), at(10)))
        _, cursor = drain(mailbox)
        assert path.exists()
        path.rename(account.root / "cur" / f"{path.name}:2,RS")
        assert subjects(drain(mailbox, cursor)[0]) == []

    def test_a_mail_that_is_renamed_between_the_list_and_the_reading_is_read(
        self, account: MaildirAccount, mailbox: MaildirMailbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = Path(account.deliver(letter(1), at(10)))
        open_as_ever = os.open

        def rename_first(*args: object, **kwargs: object) -> int:
            if path.exists():
                path.rename(account.root / "cur" / f"{path.name},U=7:2,S")
            return open_as_ever(*args, **kwargs)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "open", rename_first)
        assert subjects(drain(mailbox)[0]) == [1]

    def test_many_mails_of_one_second_come_each_exactly_once(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        for number in range(3 * BATCH_SIZE + 7):
            account.deliver(letter(number), at(10))
        numbers = subjects(drain(mailbox)[0])
        assert sorted(numbers) == list(range(3 * BATCH_SIZE + 7))

    def test_many_mails_that_land_at_once_later_come_each_exactly_once(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        account.deliver(letter(999), at(10))
        _, cursor = drain(mailbox)
        for number in range(3 * BATCH_SIZE + 7):
            account.deliver(letter(number), at(-number))
        mails, cursor = drain(mailbox, cursor)
        assert sorted(subjects(mails)) == list(range(3 * BATCH_SIZE + 7))
        assert drain(mailbox, cursor)[0] == []

    def test_the_first_look_goes_by_delivery_over_all_its_batches(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        for number in reversed(range(2 * BATCH_SIZE)):
            account.deliver(letter(number), at(number))
        assert subjects(drain(mailbox)[0]) == list(range(2 * BATCH_SIZE))

    def test_a_mail_that_is_moved_in_from_another_folder_is_new(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        other = account.folder("Archive") / "cur"
        path = account.land(other, letter(5), int(at(-86_400 * 30).timestamp()), ":2,S")
        _, cursor = drain(mailbox)
        path.rename(account.root / "cur" / path.name)
        assert subjects(drain(mailbox, cursor)[0]) == [5]

    @pytest.mark.faults(24)
    def test_no_mail_is_skipped_when_the_clock_was_days_ahead_and_is_put_right(self, account: MaildirAccount) -> None:
        offset = 9 * DAY
        ahead = MaildirMailbox(account.settings(), lambda: time.time_ns() + offset)
        account.deliver(letter(1), at(10))
        _, cursor = drain(ahead)
        account.deliver(letter(2), at(20))
        assert subjects(drain(account.mailbox(), cursor)[0])[-1] == 2

    def test_the_cursor_stays_short_in_a_large_mailbox(self, account: MaildirAccount) -> None:
        for number in range(3000):
            (account.root / "cur" / f"{1_600_000_000 + number}.M1.host:2,S").write_bytes(b"Subject: x\n\n")
        an_hour_later = MaildirMailbox(account.settings(), lambda: time.time_ns() + DAY // 24)
        cursor = an_hour_later.fetch(None, SINCE).cursor
        assert len(cursor) < 8000
        days_later = MaildirMailbox(account.settings(), lambda: time.time_ns() + 2 * DAY)
        assert len(days_later.fetch(cursor, SINCE).cursor) < 100

    def test_an_idle_sweep_opens_no_mail(
        self, account: MaildirAccount, mailbox: MaildirMailbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(20):
            account.deliver(letter(number), at(number))
        _, cursor = drain(mailbox)

        def refuse(*_: object, **__: object) -> int:
            pytest.fail("a mail was opened")

        monkeypatch.setattr(os, "open", refuse)
        assert mailbox.fetch(cursor, SINCE).mails == ()

    def test_drafts_and_thrown_away_mails_in_the_inbox_are_no_mail(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        thrown = account.land(account.root / "cur", letter(1), int(at(10).timestamp()), ":2,ST")
        account.land(account.root / "cur", letter(2), int(at(10).timestamp()), ":2,D")
        mails, cursor = drain(mailbox)
        assert mails == []
        thrown.rename(thrown.with_name(thrown.name.replace("ST", "S")))
        assert subjects(drain(mailbox, cursor)[0]) == [1]

    def test_what_is_no_file_is_no_mail(self, account: MaildirAccount, mailbox: MaildirMailbox) -> None:
        os.mkfifo(account.root / "new" / "1772443000.pipe")
        (account.root / "new" / "1772443000.folder").mkdir()
        (account.root / "cur" / ".hidden").write_bytes(letter(3))
        account.deliver(letter(1), at(10))
        assert subjects(drain(mailbox)[0]) == [1]

    def test_a_name_in_no_encoding_is_read_and_found_again(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        path = os.fsencode(account.root / "cur") + b"/1772443000.\xff\xfe:2,S"
        with open(path, "wb") as stream:  # noqa: PTH123 - a name of bytes
            stream.write(letter(1, message_id=None))
        (mail,) = drain(mailbox)[0]
        mail.ref.locator.encode("ascii")
        assert mailbox.conversation(mail.ref).mail == mail.raw

    def test_further_folders_are_read_and_a_missing_one_is_the_user_s_to_mend(self, account: MaildirAccount) -> None:
        account.deliver(letter(1), at(10))
        account.land(account.folder("Jobs") / "new", letter(2), int(at(20).timestamp()))
        assert subjects(drain(MaildirMailbox(account.settings(folders=("INBOX", "Jobs"))))[0]) == [1, 2]
        with pytest.raises(Refused, match="Nowhere") as refusal:
            MaildirMailbox(account.settings(folders=("Nowhere",))).fetch(None, SINCE)
        assert "Jobs" in refusal.value.remedy

    def test_a_maildir_that_is_not_there_may_come_back(self, account: MaildirAccount, mailbox: MaildirMailbox) -> None:
        away = account.root.rename(account.root.with_name("unmounted"))
        with pytest.raises(Unavailable):
            mailbox.fetch(None, SINCE)
        away.rename(account.root)
        assert mailbox.fetch(None, SINCE).mails == ()

    def test_a_folder_that_is_no_maildir_is_refused(self, tmp_path: Path, account: MaildirAccount) -> None:
        (tmp_path / "plain").mkdir()
        with pytest.raises(Refused):
            MaildirMailbox(account.settings(path=tmp_path / "plain")).check()


class TestConversation:
    def test_a_mail_flagged_as_thrown_away_is_gone(self, account: MaildirAccount, mailbox: MaildirMailbox) -> None:
        path = Path(account.deliver(letter(1), at(10)))
        (mail,) = drain(mailbox)[0]
        path.rename(account.root / "cur" / f"{path.name}:2,ST")
        assert mailbox.conversation(mail.ref).mail is None

    @pytest.mark.parametrize("name", ["Papierkorb", "Deleted Items", "Gel&APY-schte Objekte", "Spam"])
    def test_a_mail_in_a_trash_or_spam_folder_of_any_language_is_gone(
        self, account: MaildirAccount, mailbox: MaildirMailbox, name: str
    ) -> None:
        path = Path(account.deliver(letter(1), at(10)))
        (mail,) = drain(mailbox)[0]
        path.rename(account.folder(name) / "cur" / f"{path.name}:2,S")
        assert mailbox.conversation(mail.ref).mail is None

    def test_an_answer_in_a_localized_sent_folder_is_seen(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        account.deliver(letter(1), at(10))
        (mail,) = drain(mailbox)[0]
        account.land(account.folder("Envoy&AOk-s") / "cur", answer(1), 1_790_000_000, ":2,S")
        assert stands(mailbox.conversation(mail.ref), Place.SENT, "<1.answer@example.org>")

    def test_a_mail_without_message_id_that_was_moved_by_hand_is_found_by_its_name(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        handle = account.deliver(letter(1, message_id=None), at(10))
        (mail,) = drain(mailbox)[0]
        account.file_away(handle)
        assert mailbox.conversation(mail.ref).mail == mail.raw

    @pytest.mark.parametrize("part", ["new", "cur"])
    @pytest.mark.parametrize("name", ["Sent", "Trash", "Archive"])
    def test_a_place_that_cannot_be_looked_at_makes_the_picture_incomplete(
        self, account: MaildirAccount, mailbox: MaildirMailbox, name: str, part: str
    ) -> None:
        account.deliver(letter(1), at(10))
        (mail,) = drain(mailbox)[0]
        broken = account.folder(name) / part
        broken.rmdir()
        broken.write_text("a file where a folder should be")
        conversation = mailbox.conversation(mail.ref)
        assert conversation.mail is not None
        assert not conversation.complete
        broken.unlink()
        broken.symlink_to(account.root / "a disk that is away")
        assert not mailbox.conversation(mail.ref).complete

    def test_a_folder_that_was_deleted_or_never_made_holds_nothing(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        path = Path(account.deliver(letter(1), at(10)))
        (mail,) = drain(mailbox)[0]
        archive = account.folder("Archive")
        path.rename(archive / "cur" / f"{path.name}:2,S")
        shutil.rmtree(archive)
        conversation = mailbox.conversation(mail.ref)
        assert conversation.mail is None
        assert conversation.complete

    def test_close_ends_a_look_at_its_next_file(
        self, account: MaildirAccount, mailbox: MaildirMailbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(3):
            account.deliver(letter(number), at(10))
        open_as_ever, opened = os.open, []

        def close_first(*args: object, **kwargs: object) -> int:
            mailbox.close()
            opened.append(args)
            return open_as_ever(*args, **kwargs)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "open", close_first)
        with pytest.raises(Unavailable):
            mailbox.conversation(MessageRef("", id_of(9), at(10)))
        with pytest.raises(Unavailable):
            mailbox.fetch(None, SINCE)
        assert len(opened) == 2


class TestDrafts:
    def saved(self, account: MaildirAccount, **settings: object) -> Path:
        mailbox = MaildirMailbox(account.settings(**settings))
        before = set(account.files())
        assert mailbox.save_draft(draft_for(1), MessageRef("", id_of(1), at(10))).created
        (path,) = set(account.files()) - before
        assert path.read_bytes() == draft_for(1).raw
        return path

    def test_a_draft_is_a_seen_draft_in_cur_of_drafts_with_a_proper_name(self, account: MaildirAccount) -> None:
        path = self.saved(account)
        assert path.parent == account.root / ".Drafts" / "cur"
        assert flags(path.name) == "DS"
        assert abs(int(path.name.partition(".")[0]) - time.time()) < 60
        assert path.stat().st_mode & 0o077 == 0
        assert list((account.root / ".Drafts" / "tmp").iterdir()) == []
        assert (account.root / ".Drafts" / "maildirfolder").exists()

    def test_plain_folders_bear_no_mark(self, tmp_path: Path) -> None:
        path = self.saved(MaildirAccount(tmp_path / "mail", "fs"))
        assert path.parent == tmp_path / "mail" / "Drafts" / "cur"
        assert not (tmp_path / "mail" / "Drafts" / "maildirfolder").exists()

    @pytest.mark.parametrize("name", ["Entw&APw-rfe", "Entwürfe", "INBOX.Brouillons", "drafts", "&g0l6Pw-"])
    def test_a_localized_drafts_folder_is_used_when_it_exists(self, account: MaildirAccount, name: str) -> None:
        folder = account.folder(name)
        assert self.saved(account).parent == folder / "cur"

    @pytest.mark.parametrize("layout", ["maildir++", "fs"])
    def test_the_user_s_word_for_the_drafts_folder_comes_first(
        self, tmp_path: Path, layout: Literal["maildir++", "fs"]
    ) -> None:
        account = MaildirAccount(tmp_path / "mail", layout)
        account.folder("Drafts")
        path = self.saved(account, drafts_folder="Jobs/Später")
        expected = ".Jobs.Sp&AOQ-ter" if layout == "maildir++" else "Jobs/Später"
        assert path.parent == account.root / expected / "cur"

    @pytest.mark.parametrize("name", ["../outside", "/etc", "a/../../b", "cur", ".."])
    def test_a_folder_outside_the_maildir_is_refused(self, account: MaildirAccount, tmp_path: Path, name: str) -> None:
        mailbox = MaildirMailbox(account.settings(drafts_folder=name))
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(Refused):
            mailbox.save_draft(draft_for(1), MessageRef("", id_of(1), at(10)))
        assert sorted(tmp_path.rglob("*")) == before

    def test_a_draft_in_another_drafts_folder_counts(self, account: MaildirAccount) -> None:
        account.folder("Drafts")
        account.land(account.folder("Entw&APw-rfe") / "cur", answer(1), 1_790_000_000, ":2,D")
        assert not account.mailbox().save_draft(draft_for(1), MessageRef("", id_of(1), at(10))).created

    def test_a_draft_that_was_thrown_away_is_none(self, account: MaildirAccount) -> None:
        path = account.land(account.folder("Drafts") / "cur", answer(1), 1_790_000_000, ":2,DT")
        assert account.mailbox().save_draft(draft_for(1), MessageRef("", id_of(1), at(10))).created
        assert path.exists()

    @pytest.mark.faults(14)
    def test_no_room_is_the_user_s_to_mend_and_leaves_nothing(self, account: MaildirAccount) -> None:
        code = _LIMITED + _CHILD.format(root=str(account.root), sign="saved")
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False, text=True)
        assert "Refused: The draft cannot be written" in done.stderr
        assert account.drafts() == {}
        assert list((account.root / ".Drafts" / "tmp").iterdir()) == []

    def test_a_file_where_the_drafts_folder_should_be_is_the_user_s_to_mend(self, account: MaildirAccount) -> None:
        (account.root / ".Drafts").write_text("in the way")
        with pytest.raises(Refused):
            account.mailbox().save_draft(draft_for(1), MessageRef("", id_of(1), at(10)))
        assert (account.root / ".Drafts").read_text() == "in the way"

    @pytest.mark.faults(8)
    def test_two_at_once_save_one(self, account: MaildirAccount) -> None:
        code = _CHILD.format(root=str(account.root), sign="started")
        children = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(4)]
        for child in children:
            child.communicate(timeout=60)
        assert len(account.drafts()) == 1

    @pytest.mark.faults(3)
    @pytest.mark.parametrize("step", ["write", "fsync", "rename", "mkdir"])
    def test_killed_before_the_rename_no_draft_shows_and_the_next_try_saves_one(
        self, account: MaildirAccount, step: str
    ) -> None:
        code = _KILLED.format(root=str(account.root), step=step)
        killed = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
        assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
        assert account.drafts() == {}
        self.saved(account)
        assert len(account.drafts()) == 1

    @pytest.mark.faults(1)
    def test_killed_after_the_rename_the_draft_is_found_and_not_doubled(self, account: MaildirAccount) -> None:
        code = _KILLED.format(root=str(account.root), step="after")
        killed = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
        assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
        assert not account.mailbox().save_draft(draft_for(1), MessageRef("", id_of(1), at(10))).created
        assert len(account.drafts()) == 1


_CHILD = """
from datetime import UTC, datetime
from pathlib import Path
from service.errors import Unavailable
from service.mailbox import MessageRef
from tests.letters import draft_for, id_of
from tests.maildir_account import MaildirAccount
from service.providers.maildir import MaildirMailbox
from config.schema import Maildir
settings = Maildir(provider="maildir", address="jane@example.org", name="Jane", path=Path({root!r}))
try:
    MaildirMailbox(settings).save_draft(draft_for(1), MessageRef("", id_of(1), datetime.now(UTC)))
except Unavailable:
    pass
print({sign!r})
"""

# Python would write what it compiles no better than the draft: cut off, for every later process to stumble over.
_LIMITED = """
import resource, signal, sys
sys.dont_write_bytecode = True
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))
"""

_KILLED = """
import os, signal, pathlib
step = {step!r}
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
if step == "fsync": os.fsync = die
if step == "rename": pathlib.Path.rename = die
if step == "mkdir":
    made = []
    mkdir = pathlib.Path.mkdir
    pathlib.Path.mkdir = lambda self, *a, **k: die() if made else (made.append(1), mkdir(self, *a, **k))
if step == "write":
    import resource, sys
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGXFSZ, lambda *_: die())
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))
if step == "after":
    from service.providers import maildir_drafts
    maildir_drafts.settle = die
""" + _CHILD.replace("{sign!r}", "'not killed'")


class TestTrouble:
    def test_a_maildir_that_may_not_be_listed_is_refused_with_the_remedy(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        account.root.chmod(0)
        as_whom = os.geteuid()
        try:
            if as_whom == 0:  # root may list everything
                os.seteuid(NOBODY)
            with pytest.raises(Refused) as refusal:
                mailbox.fetch(None, SINCE)
        finally:
            os.seteuid(as_whom)
            account.root.chmod(0o700)
        assert "owns it" in str(refusal.value.remedy)

    def test_a_maildir_whose_disk_is_gone_is_unavailable_and_the_remedy_names_the_path(
        self, account: MaildirAccount, mailbox: MaildirMailbox
    ) -> None:
        account.root.rename(account.root.with_name("elsewhere"))
        with pytest.raises(Unavailable) as trouble:
            mailbox.fetch(None, SINCE)
        assert "`path`" in str(trouble.value.remedy)
