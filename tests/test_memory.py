"""The mailbox in memory keeps the contract that it is the model of."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from service.mailbox import Place
from service.providers.memory import Folders, MemoryMailbox, Stored
from tests.contract import MailboxContract


class MemoryAccount:
    """The server's side of a mailbox in memory; a handle is a mail's number."""

    def __init__(self) -> None:
        self._folders = Folders()

    def mailbox(self) -> MemoryMailbox:
        return MemoryMailbox(self._folders)

    def deliver(self, raw: bytes, arrived_at: datetime) -> str:
        return str(self._folders.add(Place.RECEIVED, raw, arrived_at).number)

    def put(self, place: Place, raw: bytes) -> str:
        return str(self._folders.add(place, raw, datetime(2026, 4, 1, tzinfo=UTC)).number)

    def file_away(self, handle: str) -> None:
        self._folders.archive.append(self._take(handle))

    def make_folder(self, name: str) -> None:
        self._folders.named[name] = []

    def put_into(self, handle: str, name: str) -> str:
        stored = self._folders.add(Place.RECEIVED, *self._content(handle))
        self._folders.by_place[Place.RECEIVED].remove(stored)
        self._folders.named[name].append(stored)
        return str(stored.number)

    def take_out(self, handle: str, name: str) -> str:
        assert name in self._folders.named
        return str(self._folders.add(Place.RECEIVED, *self._content(handle)).number)

    def throw_away(self, handle: str) -> None:
        self._folders.by_place[Place.TRASH].append(self._take(handle))

    def erase(self, handle: str) -> None:
        self._take(handle)

    def edit_draft(self, handle: str, raw: bytes) -> None:
        self._take(handle)
        self.put(Place.DRAFTS, raw)

    def drafts(self) -> Mapping[str, bytes]:
        return {str(mail.number): mail.raw for mail in self._folders.by_place[Place.DRAFTS]}

    def snapshot(self) -> object:
        places = [mails for place, mails in self._folders.by_place.items() if place is not Place.DRAFTS]
        return [list(mails) for mails in (*places, self._folders.archive, *self._folders.named.values())]

    def _content(self, handle: str) -> tuple[bytes, datetime]:
        stored = self._take(handle)
        return stored.raw, stored.arrived_at

    def _take(self, handle: str) -> Stored:
        for mails in (*self._folders.by_place.values(), self._folders.archive, *self._folders.named.values()):
            for mail in mails:
                if str(mail.number) == handle:
                    mails.remove(mail)
                    return mail
        raise KeyError(handle)


class TestMemory(MailboxContract):
    @pytest.fixture
    def account(self) -> MemoryAccount:
        return MemoryAccount()
