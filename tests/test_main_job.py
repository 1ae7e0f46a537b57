"""The main job over every provider, each over its own real files or servers."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.maildir_account import MaildirAccount
from tests.main_job import MainJob
from tests.servers import dovecot, pymap
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.imap_account import ImapAccount
from tests.test_memory import MemoryAccount

_users = itertools.count()


class TestOverMaildirPlusPlus(MainJob):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "maildir++")


class TestOverPlainFolders(MainJob):
    @pytest.fixture
    def account(self, tmp_path: Path) -> MaildirAccount:
        return MaildirAccount(tmp_path / "mail", "fs")


class TestInMemory(MainJob):
    @pytest.fixture
    def account(self) -> MemoryAccount:
        return MemoryAccount()


class TestOverGmail(MainJob):
    @pytest.fixture
    def account(self, tmp_path: Path) -> Iterator[GmailAccount]:
        with GmailServer().running() as server:
            yield GmailAccount(server, tmp_path)


class TestOverImap(MainJob):
    @pytest.fixture
    def account(self, imap_server: dovecot.Dovecot | pymap.Pymap) -> Iterator[ImapAccount]:
        if isinstance(imap_server, dovecot.Dovecot):
            server = imap_server
            user = f"jane{next(_users)}"
            opened = ImapAccount(server.port, user, dovecot.PASSWORD, tls_port=server.tls_port, ca_file=server.ca_file)
        else:
            opened = ImapAccount(imap_server.port, pymap.USER, pymap.PASSWORD)
        try:
            opened.empty()
            yield opened
        finally:
            opened.leave()
