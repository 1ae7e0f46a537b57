"""The IMAP provider keeps the contract: against Dovecot where it is installed, else against pymap."""

import itertools
from collections.abc import Iterator

import pytest

from tests.contract import RemoteMailboxContract
from tests.servers import dovecot, pymap
from tests.servers.imap_account import ImapAccount

_users = itertools.count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dovecot.Dovecot | pymap.Pymap]:
    folder = tmp_path_factory.mktemp("imap")
    with dovecot.Dovecot(folder) if dovecot.is_installed() else pymap.Pymap(folder) as running:
        yield running


class TestImapMailbox(RemoteMailboxContract):
    @pytest.fixture
    def account(self, server: dovecot.Dovecot | pymap.Pymap) -> Iterator[ImapAccount]:
        if isinstance(server, dovecot.Dovecot):
            user = f"user{next(_users)}"
            opened = ImapAccount(server.port, user, dovecot.PASSWORD, tls_port=server.tls_port, ca_file=server.ca_file)
        else:
            opened = ImapAccount(server.port, pymap.USER, pymap.PASSWORD)
        try:
            opened.empty()
            yield opened
        finally:
            opened.leave()
