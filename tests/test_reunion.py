"""The note to somebody known from before over every provider, each over its own real files or servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.maildir_account import MaildirAccount
from tests.reunion import Reunion
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.test_memory import MemoryAccount


class TestOverMaildir(Reunion):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "maildir++")


class TestOverGmail(Reunion):
    @pytest.fixture
    def account(self, tmp_path: Path) -> Iterator[GmailAccount]:
        with GmailServer().running() as server:
            yield GmailAccount(server, tmp_path)


class TestInMemory(Reunion):
    @pytest.fixture
    def account(self) -> MemoryAccount:
        return MemoryAccount()


class TestOverImap(Reunion):
    @pytest.fixture
    def account(self, imap_account: ImapAccount) -> ImapAccount:
        return imap_account
