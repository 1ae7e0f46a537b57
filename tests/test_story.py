"""The story of a year over every provider, each over its own real files or servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.maildir_account import MaildirAccount
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.story import Story


class TestOverImap(Story):
    @pytest.fixture
    def account(self, imap_account: ImapAccount) -> ImapAccount:
        return imap_account


class TestOverGmail(Story):
    @pytest.fixture
    def account(self, tmp_path: Path) -> Iterator[GmailAccount]:
        with GmailServer().running() as server:
            yield GmailAccount(server, tmp_path)


class TestOverMaildir(Story):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "maildir++")
