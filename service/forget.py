"""`ajar forget`: what there is, in words; then, if the user says so, no more of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from classifier.refit import forget_taught
from replies.names import company_key
from service.assembly import Places, UsageError, mailboxes_in, opened
from service.corrections import Correction, Corrections
from service.forgetting import Found
from service.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.ledger import Ledger

STAYS = (
    "Of each mail a digest and the day it came stay, so that it is neither read anew nor answered again; a later mail "
    "about the same matter counts as a new one."
)
TRACES = "The ledger is open in another program, so traces may be left in its file. Stop `ajar run` and forget again."
MODEL = "What was learnt from the corrections is unlearnt at the next sweep."
BY_OTHER_MEANS = "Drafts, mails and the folders that you file corrections into are untouched, and backups are yours."


@dataclass(frozen=True, slots=True)
class What:
    """What the user wants forgotten: exactly one of a company, all before a day, or everything; in one mailbox or all.

    Raises:
        UsageError: It is none of these, or more than one.
    """

    company: str | None
    before: datetime | None
    everything: bool
    mailbox: str | None

    @classmethod
    def of(cls, company: str | None, before: str | None, mailbox: str | None, *, everything: bool) -> "What":
        """Make it from the words of the command line; a day is one of this machine's zone."""
        if [company is not None, before is not None, everything].count(True) != 1:
            raise UsageError("Say what: one of COMPANY, --before DATE and --all.")
        if company is not None and not company_key(company):
            raise UsageError("That is no company's name.")
        return cls(company, None if before is None else _midnight(before), everything, mailbox)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be forgotten."""

    found: tuple[Found, ...]
    corrections: tuple[Correction, ...]

    def __bool__(self) -> bool:
        return bool(self.corrections or any(self.found))

    def lines(self) -> "Iterator[str]":
        """Yield what that is, for a person."""
        for each in self.found:
            yield f"{each.mailbox}: {', '.join(_parts(each))}."
        if self.corrections:
            yield f"{counted(len(self.corrections), 'correction')}, with the text of the mails."
        if owed := sum(each.owed for each in self.found):
            yield f"{counted(owed, 'reply is', 'replies are')} still owed and will not be drafted."
        if in_hand := sum(each.in_hand for each in self.found):
            yield f"{counted(in_hand, 'draft')} may be saved already: please look into your Drafts folder."


def plan(places: Places, what: What) -> Plan:
    """Find what is to be forgotten, in every mailbox that the ledger knows.

    Raises:
        UsageError: There is nothing of the kind.
    """
    corrections = Corrections(places.state.corrections).all()
    named = {each.lesson.identity for each in corrections if _is_named(each, what)}
    with opened(places) as ledger:
        found = [_find(ledger, name, what, named) for name in mailboxes_in(ledger, places, what.mailbox)]
    mine = [each for each in corrections if _is_named(each, what) or _is_about(each, found)]
    made = Plan(tuple(each for each in found if each), tuple(mine))
    if not made:
        raise UsageError("There is nothing like that to forget.", "`ajar history` shows what is kept of job mail.")
    return made


def carry_out(places: Places, made: Plan) -> "Iterator[str]":
    """Forget it, and yield what the user should know about that."""
    with opened(places) as ledger:
        clean = [ledger.forgetting.forget(each) for each in made.found]
    if made.corrections:
        Corrections(places.state.corrections).forget_these(made.corrections)
        forget_taught(places.state.path)  # its words may be theirs
        yield MODEL
    yield "Forgotten. " + STAYS
    yield BY_OTHER_MEANS
    if not all(clean):
        yield TRACES


def _find(ledger: "Ledger", mailbox: str, what: What, named: Iterable[str]) -> Found:
    if what.company is not None:
        return ledger.forgetting.of_company(mailbox, what.company, named)
    if what.before is not None:
        return ledger.forgetting.before(mailbox, what.before)
    return ledger.forgetting.everything(mailbox)


def _is_named(correction: Correction, what: What) -> bool:
    """Whether it is to be forgotten for its own sake: all are, or it is as old, or it speaks of the company."""
    if what.mailbox is not None and correction.mailbox != what.mailbox:
        return False
    if what.before is not None:
        return correction.taught_at < what.before
    words = company_key(f"{correction.lesson.subject} {correction.lesson.text}")
    return what.everything or f" {company_key(what.company)} " in f" {words} "


def _is_about(correction: Correction, found: Sequence[Found]) -> bool:
    """Whether it is about a mail that is forgotten."""
    return any(correction.lesson.identity in each.keys or correction.message_id in each.message_ids for each in found)


def _parts(found: Found) -> "Iterable[str]":
    yield counted(len(found.mails), "mail")
    if found.feedback:
        yield f"{counted(found.feedback, 'piece')} of feedback"
    if found.links:
        yield f"{counted(len(found.links), 'word')} of yours about companies' names"
    if found.unread:
        yield f"{counted(len(found.unread), 'mail')} that could not be read"


def _midnight(day: str) -> datetime:
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"{day!r} is no date.", "Write it like 2026-03-31.") from None
    return datetime(parsed.year, parsed.month, parsed.day).astimezone().astimezone(UTC)
