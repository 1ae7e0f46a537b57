"""Gmail keeps the contract of every mailbox: on our own small server, and on an emulator that others wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract import RemoteMailboxContract
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount


@pytest.fixture
def server() -> Iterator[GmailServer]:
    with GmailServer().running() as running:
        yield running


@pytest.fixture
def account(server: GmailServer, tmp_path: Path) -> GmailAccount:
    return GmailAccount(server, tmp_path)


class TestGmail(RemoteMailboxContract):
    """Over our own server."""
