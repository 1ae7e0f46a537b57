"""The IMAP provider keeps the contract: against Dovecot where it is installed, else against pymap."""

import pytest

from tests.contract import RemoteMailboxContract
from tests.servers.imap_account import ImapAccount


class TestImapMailbox(RemoteMailboxContract):
    @pytest.fixture
    def account(self, imap_account: ImapAccount) -> ImapAccount:
        return imap_account
