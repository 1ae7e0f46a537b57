"""`ajar teach undo`: a correction is forgotten, text and all, and its mail is judged anew by the model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from classifier.message import parse
from classifier.refit import forget_taught
from service.assembly import Places, UsageError
from service.corrections import Correction, Corrections, How
from service.errors import Refused, Unavailable
from service.learning import judge_anew
from service.mailbox import Mail
from service.records import Sighting
from service.teach import Desk, became, opened_desk

_GONE: Final = "Where its mail can no longer be read, what became of the reply stays as it is."


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A correction that is forgotten, and its mail as it lies in each mailbox where the ledger knows it.

    Attributes:
        lost: The ledger knows it from some mailbox where it is not any more, or that is no longer configured.
    """

    correction: Correction
    mails: Sequence[tuple[str, Mail]]
    lost: bool

    def __str__(self) -> str:
        said = f"Correction {self.correction.id} is forgotten."
        again = "Take the mail out of the folder too, or it may be learnt again."
        parts = (said, _GONE if self.lost else "", again if self.correction.how is How.FOLDER else "")
        return "\n".join(filter(None, parts))


def take_back(places: Places, number: str) -> TakenBack:
    """Forget a correction, its text too. Its mail is read first: where that fails, nothing is forgotten.

    Raises:
        UsageError: There is none of that number.
        Unavailable, Refused: Its mail cannot be read now.
    """
    corrections = Corrections(places.state.corrections)
    found = next((each for each in corrections.all() if each.id == number), None)
    if found is None:
        raise UsageError(f"There is no correction {number}.", "`ajar teach list` shows the numbers.")
    with opened_desk(places) as desk:
        seen = desk.seen(found.lesson.identity)
        mails = [(each.mailbox, mail) for each in seen if (mail := _mail(desk, each)) is not None]
    corrections.forget(found)
    forget_taught(places.state.path)  # its words may be the mail's
    return TakenBack(found, mails, lost=len(mails) < len(seen))


def read_anew(places: Places, taken: TakenBack) -> Iterator[str]:
    """Judge its mail by the model alone, and yield what came of it, a line each."""
    if not taken.mails:
        return
    with opened_desk(places) as desk:
        message = parse(taken.mails[0][1].raw)
        (verdict,) = desk.reader([message])
        yield f"Without it, Ajar takes that mail for: {'perhaps a rejection' if verdict.unsure else verdict.label}."
        for name, mail in taken.mails:
            if desk.tools is not None and name in desk.accounts:
                yield from became(judge_anew(desk.accounts[name], desk.tools, mail, parse(mail.raw)))


def _mail(desk: Desk, seen: Sighting) -> Mail | None:
    """Return a mail that the ledger knows, or None where it is gone."""
    if seen.mailbox not in desk.accounts:
        return None
    mailbox = desk.accounts[seen.mailbox].open()
    try:
        found = mailbox.conversation(seen.ref)
    except (Unavailable, Refused) as error:
        raise type(error)(f"{error.sentence} Nothing was taken back.", error.remedy) from error
    finally:
        mailbox.close()
    if found.mail is None and not found.complete:
        raise Unavailable(
            f"{seen.mailbox}: a folder cannot be looked at now. Nothing was taken back.", "Try again later."
        )
    return Mail(seen.ref, found.mail) if found.mail is not None else None
