"""One account on our own Gmail server, and one rejection in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.mailbox import MessageRef
from service.providers.gmail import GmailMailbox
from tests.letters import at, drain, letter
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount


@pytest.fixture
def server() -> Iterator[GmailServer]:
    with GmailServer().running() as running:
        yield running


@pytest.fixture
def account(server: GmailServer, tmp_path: Path) -> GmailAccount:
    return GmailAccount(server, tmp_path)


@pytest.fixture
def mailbox(account: GmailAccount) -> Iterator[GmailMailbox]:
    opened = account.mailbox()
    yield opened
    opened.close()


@pytest.fixture
def ref(account: GmailAccount, mailbox: GmailMailbox) -> MessageRef:
    """One rejection, fetched."""
    account.deliver(letter(), at(60))
    (mail,) = drain(mailbox)[0]
    return mail.ref
