"""What Ajar asks of a mailbox: a few verbs, all but one of which only read, and a way to let go.

Glossary
--------
mail          RFC 5322 bytes, as they lie on the server.
mailbox       one account, and the name of its configuration file.
provider      a way to reach one: imap, gmail, maildir; memory in tests.
locator       where a provider last saw a mail (folder + UIDVALIDITY + UID, Gmail's ids, a file name). A hint: it may
              be stale at any time, and only the provider that made it can read it.
cursor        how far a provider has read. A hint too: the ledger is the truth. Opaque, a short string.
conversation  what stands around one mail now: itself, the user's answers and drafts, later mails of the other side.

Why there is no `send`, `move`, `flag` or `delete`: Ajar does none of these, so no code for them may exist.
Why `conversation` returns raw mails and no judgement: a provider does I/O and decides nothing; what an answer of the
user means is decided in one place for all providers (service.pipeline).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from replies.decision import Draft


@dataclass(frozen=True, slots=True)
class MessageRef:
    """How a mail is found again: the locator is the hint, the Message-ID the truth.

    Attributes:
        locator: The provider's own; never parsed by anybody else.
        message_id: In angle brackets, checked against the strict pattern; None when the mail has none.
        arrived_at: When the server took the mail in (INTERNALDATE, Gmail's internalDate, the Maildir file's delivery
            time), aware, UTC. The delay runs from here.
    """

    locator: str
    message_id: str | None
    arrived_at: datetime


class Place(StrEnum):
    """Where in the mailbox a mail stands."""

    RECEIVED = "received"
    DRAFTS = "drafts"
    SENT = "sent"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as fetched, which was received; in an archive it may be a sent one.

    `raw` may be cut at the provider's size cap (`MAX_MAIL_BYTES`).
    """

    ref: MessageRef
    raw: bytes
    place: Place = Place.RECEIVED


@dataclass(frozen=True, slots=True)
class Batch:
    """A bounded number of mails, oldest first.

    Attributes:
        mails: What arrived after the cursor that was asked from.
        cursor: Where to go on; valid to keep once these mails are recorded.
        more: True when another batch is waiting right now.
    """

    mails: tuple[Mail, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One mail that may belong to a conversation: whole in RECEIVED, in other places perhaps some headers only.

    Those that tell who wrote what to whom in answer to what, and whether a program wrote it (Auto-Submitted).
    """

    place: Place
    raw: bytes


@dataclass(frozen=True, slots=True)
class Conversation:
    """What stands around a mail now.

    Attributes:
        mail: The mail itself, wherever it was moved to outside the trash and the spam folder; None when it is gone
            or was thrown away.
        around: At least every draft, sent mail, thrown-away mail and received mail that came after the mail and names
            its Message-ID in In-Reply-To or References, or, in Drafts, Sent or the trash, is addressed to the mail's
            sender or where that wants its answers, or was received from the same domain. It may hold mails that have
            nothing to do with it (the asker looks at the headers), but is bounded (`MAX_AROUND` for each place, the
            newest ones).
        complete: False when a place could not be looked at (then nothing may be concluded from what is missing).
        absent: Places for which no folder was found. What is not found there may stand in one of another name.
    """

    mail: bytes | None
    around: tuple[Found, ...] = ()
    complete: bool = True
    absent: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft that is in the mailbox. `created` is False when it, or another answer to the mail, was there already."""

    locator: str
    created: bool


MAX_MAIL_BYTES = 2 * 1024 * 1024
MAX_AROUND = 200
BATCH_SIZE = 100
ALWAYS = datetime(1971, 1, 1, tzinfo=UTC)  # before every mail; a server may take no earlier day


class Mailbox(Protocol):
    """One account. Not thread-safe, but `close` may be called from any thread."""

    def fetch(self, cursor: str | None, since: datetime) -> Batch:
        r"""Return mails that arrived after `cursor`, oldest first, at most `BATCH_SIZE`.

        With None, or a cursor that is no longer accepted: all that arrived at or after `since`. A mail may come
        twice, none is ever skipped: one that cannot be read now keeps the cursor before it (Unavailable), one that
        can never be read (expunged meanwhile) is passed over. Nothing in the mailbox changes, not even \Seen.

        Raises:
            Unavailable: Now is no good time; nothing is lost.
            Refused: The user must act first.
        """
        ...

    def has_folder(self, name: str) -> bool:
        """Whether there is a folder (Gmail: a label) of that name, with `/` between its levels. None is ever made.

        Raises:
            Unavailable, Refused: As for `fetch`.
        """
        ...

    def filed(self, folder: str, cursor: str | None) -> Batch:
        """Return mails that the user put into that folder after `cursor`, however old they are, as `fetch` does.

        With None, or a cursor that is no longer accepted: all that lie there. One that was taken out and put back comes
        again. A folder that is not there holds none.

        Raises:
            Unavailable, Refused: As for `fetch`.
        """
        ...

    def search(self, senders: Sequence[str], since: datetime, limit: int) -> tuple[Mail, ...]:
        """Return received mails whose From holds one of these words, newest first, wherever they were filed.

        For one look back, not for reading new mail: it is bounded, and may miss one. Of those that arrived at or after
        `since`, at most `limit`. A word is a part of a domain or of a name in ASCII letters, digits, dots and hyphens
        (`brightloom`, `jobs.brightloom.example`); one with anything else in it is not looked for, nor are more than
        four. Nothing in the mailbox changes.

        Raises:
            Unavailable, Refused: As for `fetch`.
        """
        ...

    def conversation(self, ref: MessageRef) -> Conversation:
        """Return what stands around that mail now. A stale locator is no error: the Message-ID finds the mail.

        Raises:
            Unavailable, Refused: As for `fetch`.
        """
        ...

    def draft(self, message_id: str) -> bytes | None:
        """Return the draft that bears this Message-ID as it stands now, whole; None when there is none.

        For one that a look at its conversation has just shown: of very many drafts it may miss an old one. Nothing in
        the mailbox changes.

        Raises:
            Unavailable, Refused: As for `fetch`.
        """
        ...

    def save_draft(self, draft: Draft, answers: MessageRef) -> SavedDraft:
        """Put the draft among the drafts, in the thread of `answers`, once.

        Looks first: if among the drafts stands one that bears the draft's Message-ID or answers the same mail
        (In-Reply-To holds `answers.message_id`; not asked of a draft that may stand `beside` another), nothing is
        written and that one is returned. At most one attempt to write leaves the machine. With neither locator nor
        Message-ID in `answers` it is put into no thread.

        Raises:
            Unclear: The attempt was made and its outcome is not known.
            Unavailable: Nothing was written, and a later try may work.
            Refused: Nothing was written, and the user must act (over quota, no rights, no Drafts folder).
        """
        ...

    def check(self) -> tuple[str, ...]:
        """Log in, look at the folders, and return what was found, a line each, for `ajar check`.

        Raises:
            Unavailable, Refused: As for `fetch`.
        """
        ...

    def close(self) -> None:
        """Let go of the connection. Callable from any thread: a call in progress then ends with Unavailable."""
        ...
