"""A mailbox in front of another one, with which things go wrong as they do on a network: for the state machine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TypeVar

from replies.decision import Draft
from service.errors import Unavailable, Unclear
from service.mailbox import Batch, Conversation, Mail, Mailbox, MessageRef, SavedDraft

T = TypeVar("T")


class Died(BaseException):
    """The process ended here. No handler of the product may see it."""


class Save(Enum):
    """What becomes of a draft on its way to the server."""

    WELL = "well"
    LOST = "saved, and its answer lost"
    LATE = "saved some minutes later, and its answer lost"
    UNREACHED = "not begun, for there is no connection"


@dataclass
class Trouble:
    """What goes wrong from now on.

    Attributes:
        die_at: The step at which the process ends; 0 for never.
        fetches: Whether mails can be fetched.
        late: Drafts that a stalled server has taken in and not stored yet.
    """

    save: Save = Save.WELL
    die_at: int = 0
    fetches: bool = True
    late: list[Draft] = field(default_factory=list)

    def step(self, *_: object) -> None:
        """Take one step."""
        self.die_at -= 1
        if self.die_at == 0:
            raise Died

    def over(self) -> None:
        """Let all go well again; what is late stays late."""
        self.save, self.die_at, self.fetches = Save.WELL, 0, True


class Troubled:
    """A `Mailbox` over a sound one."""

    def __init__(self, sound: Mailbox, trouble: Trouble) -> None:
        self._sound, self._trouble = sound, trouble

    def fetch(self, cursor: str | None, since: datetime) -> Batch:
        if not self._trouble.fetches:
            raise Unavailable("The server does not answer.")
        return self._between_steps(lambda: self._sound.fetch(cursor, since))

    def has_folder(self, name: str) -> bool:
        return self._sound.has_folder(name)

    def filed(self, folder: str, cursor: str | None) -> Batch:
        return self._sound.filed(folder, cursor)

    def search(self, senders: Sequence[str], since: datetime, limit: int) -> tuple[Mail, ...]:
        return self._sound.search(senders, since, limit)

    def conversation(self, ref: MessageRef) -> Conversation:
        return self._between_steps(lambda: self._sound.conversation(ref))

    def draft(self, message_id: str) -> bytes | None:
        return self._between_steps(lambda: self._sound.draft(message_id))

    def save_draft(self, draft: Draft, answers: MessageRef) -> SavedDraft:
        match self._trouble.save:
            case Save.UNREACHED:
                raise Unavailable("There is no connection.")
            case Save.LATE:
                self._trouble.late.append(draft)
                raise Unclear("The answer was lost.")
            case Save.LOST:
                self._between_steps(lambda: self._sound.save_draft(draft, answers))
                raise Unclear("The answer was lost.")
        return self._between_steps(lambda: self._sound.save_draft(draft, answers))

    def check(self) -> tuple[str, ...]:
        return self._sound.check()

    def close(self) -> None:
        self._sound.close()

    def _between_steps(self, call: Callable[[], T]) -> T:
        self._trouble.step()
        answer = call()
        self._trouble.step()
        return answer
