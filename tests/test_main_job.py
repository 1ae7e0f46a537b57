"""The main job over every provider, each over its own real files or servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.later_job import LaterJob
from tests.maildir_account import MaildirAccount
from tests.main_job import MainJob
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.test_memory import MemoryAccount


class TestOverMaildirPlusPlus(MainJob, LaterJob):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "maildir++")


class TestOverPlainFolders(MainJob, LaterJob):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "fs")


class TestInMemory(MainJob, LaterJob):
    @pytest.fixture
    def account(self) -> MemoryAccount:
        return MemoryAccount()


class TestOverGmail(MainJob, LaterJob):
    @pytest.fixture
    def account(self, tmp_path: Path) -> Iterator[GmailAccount]:
        with GmailServer().running() as server:
            yield GmailAccount(server, tmp_path)


class TestOverImap(MainJob, LaterJob):
    @pytest.fixture
    def account(self, imap_account: ImapAccount) -> ImapAccount:
        return imap_account
