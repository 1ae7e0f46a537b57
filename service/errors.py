"""Errors, sorted by what they spoil.

    AjarError                  one sentence for a person, and the remedy
    ├── ConfigError       78   the program: what the user wrote (from `config.problems`, not below AjarError)
    ├── LedgerError       74   the program: what Ajar wrote
    ├── Busy              75   the program: another Ajar works on this state directory
    ├── Unavailable       75   one mailbox: try again later, by itself
    │   └── Unclear       75   ... and whether the draft was saved is not known: look before repeating
    ├── Refused           77   one mailbox: the user must act (password, consent, folder, quota)
    │   └── LoginRefused  77   ... and it is the password
    └── MailError          -   one mail: recorded as failed, the next one goes on
        └── ComposeFailed  -   one reply: the conversation was read, but the draft cannot be written

Providers translate their library's exceptions into these at their own edge, `raise ... from error`. One place
(service.cli) prints and exits. Anything else that is raised is a bug of Ajar's, and shows as a traceback.
"""

from typing import ClassVar


class AjarError(Exception):
    """Something that a person can be told in one sentence.

    Args:
        sentence: What is wrong, whole, without secrets or words of a mail.
        remedy: What the user can do about it; empty when there is nothing but to wait.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class LedgerError(AjarError):
    """The ledger cannot be read or written."""

    exit_code = 74


class Busy(AjarError):  # noqa: N818 - reads as what it is
    """Another Ajar holds the lock of this state directory."""

    exit_code = 75


class Unavailable(AjarError):  # noqa: N818
    """The mailbox cannot be reached now; trying again later may help without the user.

    Attributes:
        retry_after: Seconds that the server asked to wait, if it did.
    """

    exit_code = 75

    def __init__(self, sentence: str, remedy: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(sentence, remedy)
        self.retry_after = retry_after


class Unclear(Unavailable):
    """The answer to a save was lost: the draft may or may not be there."""


class Refused(AjarError):  # noqa: N818
    """The server said no, and will go on saying no until the user acts."""

    exit_code = 77


class LoginRefused(Refused):
    """The server does not take this user name with this secret."""


class MailError(AjarError):
    """This one mail cannot be read or answered; others can."""


class ComposeFailed(MailError):  # noqa: N818
    """The conversation was looked at and nothing stands against a draft, but this one cannot be written."""
