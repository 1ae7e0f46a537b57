"""The jobs where a mailbox cannot be seen whole: nothing is concluded from what is missing, and nothing is hurried."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from service.ledger import Ledger
from service.mailbox import Conversation, MessageRef
from service.pipeline import Classify
from service.providers.memory import MemoryMailbox
from service.records import State
from tests.main_job import DELAY, REJECTION, SETTLE, World, breaking_on_poison, mail
from tests.test_memory import MemoryAccount


class HalfBlind(MemoryAccount):
    """An account of which, from `blind` on, one folder cannot be read: the one where the mail lies."""

    blind = False

    def mailbox(self) -> MemoryMailbox:
        return _HalfBlindMailbox(self._folders) if self.blind else super().mailbox()


class _HalfBlindMailbox(MemoryMailbox):
    def conversation(self, ref: MessageRef) -> Conversation:
        return replace(super().conversation(ref), mail=None, complete=False)


@pytest.fixture
def account() -> HalfBlind:
    return HalfBlind()


@pytest.fixture
def world(account: HalfBlind, tmp_path: Path, classify: Classify) -> Iterator[World]:
    world = World(account, f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    yield world
    world.database.close()


def next_due(ledger: Ledger) -> object:
    return ledger.next_due({"jane": SETTLE}).get("jane")


@pytest.mark.parametrize("unclear", [False, True])
def test_a_reply_whose_conversation_cannot_be_seen_whole_is_looked_at_again_after_a_while(
    world: World, account: HalfBlind, *, unclear: bool
) -> None:
    world.deliver(mail(REJECTION))
    world.sweep()
    (owed,) = world.ledger.open_replies()
    world.clock.forward(DELAY)
    if unclear:
        world.ledger.mark_unknown(owed.id, world.clock(), looked_at=world.clock() - SETTLE)
    account.blind = True
    world.sweep()
    assert (world.drafts(), next_due(world.ledger)) == ([], world.clock() + SETTLE)
    assert world.states() == [State.UNKNOWN if unclear else State.PENDING]
    account.blind = False
    world.clock.forward(SETTLE)
    world.sweep()
    assert len(world.drafts()) == 1


def test_a_mail_that_broke_the_reader_is_not_forgotten_while_its_folder_cannot_be_read(
    world: World, account: HalfBlind
) -> None:
    sound = world.classify
    world.classify = breaking_on_poison(sound)
    world.deliver(mail(REJECTION.replace("Hi Jane", "What poison! Hi Jane")))
    world.sweep()
    world.classify, account.blind = sound, True
    world.sweep()
    account.blind = False
    world.sweep()
    world.clock.forward(DELAY + timedelta(seconds=1))
    world.sweep()
    assert len(world.drafts()) == 1
