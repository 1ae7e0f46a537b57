"""Ctrl-C ends `ajar once` at once, also where a sweep was about to begin a call, or only just began."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from service.account import Account, Tools
from service.errors import Unavailable
from service.jobs import sweep_all
from service.mailbox import Conversation, Mailbox, MessageRef
from service.pipeline import Classify
from service.providers.memory import Folders, MemoryMailbox
from tests.account import PROMPT
from tests.main_job import REJECTION, SETTLE, World, breaking_on_poison, mail
from tests.test_memory import MemoryAccount

TIMEOUT = 30.0  # the mailbox's own, for one call


class Between(MemoryMailbox):
    """Is between two calls when it is shut: the next one connects anew, and ends once that connection is shut."""

    def __init__(self, now: Callable[[], None]) -> None:
        super().__init__(Folders())
        self._now = now
        self._shut = threading.Event()

    def close(self) -> None:
        self._shut.set()

    def conversation(self, ref: MessageRef) -> Conversation:
        self._now()
        self._shut.wait(TIMEOUT)
        self._shut.clear()
        if self._shut.wait(TIMEOUT):
            raise Unavailable("The connection was shut.")
        return super().conversation(ref)


@pytest.fixture
def world(tmp_path: Path, classify: Classify) -> Iterator[World]:
    """Ajar when a mail broke its reader: the next sweep first of all looks for it again."""
    world = World(MemoryAccount(), f"sqlite:///{tmp_path / 'ledger.sqlite3'}", breaking_on_poison(classify))
    world.deliver(mail(REJECTION.replace("Hi Jane", "What poison! Hi Jane")))
    world.sweep()
    yield world
    world.database.close()


def press() -> None:
    """Press Ctrl-C, once the main thread has begun all sweeps and waits for them."""
    time.sleep(0.2)
    ident = threading.main_thread().ident
    assert ident is not None
    signal.pthread_kill(ident, signal.SIGINT)


def interrupted_between_two_calls() -> Mailbox:
    return Between(press)


def interrupted_while_it_opens() -> Mailbox:
    press()
    time.sleep(0.2)  # all sweeps that had begun are told meanwhile
    return Between(lambda: None)


@pytest.mark.faults(24)
@pytest.mark.parametrize("opened", [interrupted_between_two_calls, interrupted_while_it_opens])
def test_a_sweep_that_is_about_to_begin_a_call_ends_too(world: World, opened: Callable[[], Mailbox]) -> None:
    hour = timedelta(hours=1)
    jane = Account("jane", world.policy, hour, look_back=hour, settle=SETTLE, open=opened)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        sweep_all({"jane": jane}, Tools(world.ledger, world.classify, world.clock, lambda: False))
    assert time.monotonic() - began < PROMPT
