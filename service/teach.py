"""`ajar teach`: the user's word on a mail in a file or in a mailbox, and the list of such words."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from classifier.features import words_of
from classifier.message import Message, is_message_id, parse
from classifier.reading import Label
from classifier.refit import forget_taught
from classifier.taught import lesson_of
from config.load import load
from service.account import Account, Tools
from service.assembly import Places, UsageError, accounts_of, loaded_model, now, opened_ledger
from service.corrections import NO_REJECTION, Correction, Corrections, How
from service.layout import harmless
from service.learning import heed
from service.left_out import LeftOut
from service.mailbox import Mail, MessageRef
from service.reader import Reader
from service.records import OwedReply, Sighting, State
from service.sources import read_source
from service.wording import counted, in_words, left_out_in_words

if TYPE_CHECKING:
    from service.ledger import Ledger

DIGITS: Final = 20  # more than any reply's number has
SPELLED_OUT: Final = 10  # mails; of more, only their number is told


@dataclass(frozen=True, slots=True)
class Desk:
    """What teaching works with. Without a mailbox file there is no ledger that could follow."""

    reader: Reader
    accounts: Mapping[str, Account]
    ledger: "Ledger | None"

    @property
    def tools(self) -> Tools | None:
        """What the jobs work with."""
        return Tools(self.ledger, self.reader, now, lambda: False) if self.ledger else None

    def seen(self, key: str) -> list[Sighting]:
        """Return where the ledger knows a mail."""
        return self.ledger.sightings(key=key) if self.ledger else []


def teach(places: Places, what: str, word: str) -> Iterator[str]:
    """Keep the user's word about the mails of a path, or about one mail by its reply's number or its Message-ID.

    Yields what came of it, a line each.

    Raises:
        UsageError: There is no such label, mail or file.
        AjarError: The mailbox cannot be reached, or the state directory not written.
    """
    label, left_out = _label_of(word), LeftOut()
    with opened_desk(places) as desk:
        mails = list(_mails(desk, what, left_out))
        readable = [(mail, message) for mail, message in mails if words_of(f"{message.subject} {message.text}")]
        lines = [line for mail, message in readable for line in _teach_one(desk, mail, message, label)]
        if len(readable) > SPELLED_OUT:
            lines = [f"{counted(len(readable), 'mail')} taught as {label or NO_REJECTION}."]
        if len(readable) < len(mails):
            lines.append(f"{counted(len(mails) - len(readable), 'mail')} without a word to learn from passed over.")
        yield from filter(None, (*lines, left_out_in_words(left_out)))


def corrections_of(places: Places) -> list[Correction]:
    """Return everything that was taught, the oldest first."""
    return Corrections(places.state.corrections).all()


def weigh_in(places: Places) -> str:
    """Let the corrections count in how other mails are read, and return what came of it. Takes up to a minute."""
    return loaded_model(places.state).refit() or "There is nothing to weigh in."


def purge(places: Places) -> str:
    """Forget all corrections, and the classifier that they went into."""
    count = Corrections(places.state.corrections).forget_all()
    forget_taught(places.state.path)
    return f"{counted(count, 'correction')} forgotten."


def _label_of(word: str) -> Label | None:
    if word == NO_REJECTION:
        return None
    try:
        return Label(word)
    except ValueError:
        raise UsageError(f"{word!r} is no label.", f"Labels: {', '.join([*Label, NO_REJECTION])}.") from None


@contextmanager
def opened_desk(places: Places) -> Iterator[Desk]:
    """Open what there is to work with."""
    if not any((places.config / "mailboxes").glob("*.toml")):
        yield Desk(loaded_model(places.state), {}, None)
        return
    config = load(places.config)
    with opened_ledger(places.state, config.service.ledger) as ledger:
        yield Desk(loaded_model(places.state), accounts_of(config, places.state), ledger)


def _mails(desk: Desk, what: str, left_out: LeftOut) -> Iterator[tuple[Mail, Message]]:
    """Yield the mails that are meant. A name of digits only is a reply's number; a file of that name is `./7`."""
    path = Path(what)
    if what.isdecimal() or (is_message_id(what) and not path.exists()):
        yield _from_mailbox(desk, what)
        return
    if not path.exists():
        raise UsageError(f"There is no file and no reply {what}.", "`ajar history` shows the replies' numbers.")
    for mail in read_source(path, left_out):
        yield Mail(MessageRef(mail.name, None, mail.arrived_at), mail.raw), parse(mail.raw)


def _from_mailbox(desk: Desk, what: str) -> tuple[Mail, Message]:
    name, ref = _place_of(desk, what)
    if name not in desk.accounts:
        raise UsageError(f"There is no mailbox named {name} any more.", "Teach the mail from a file.")
    mailbox = desk.accounts[name].open()
    try:
        raw = mailbox.conversation(ref).mail
    finally:
        mailbox.close()
    if raw is None:
        raise UsageError("That mail is no longer there.", "If you still have it in a file, teach that.")
    return Mail(ref, raw), parse(raw)


def _place_of(desk: Desk, what: str) -> tuple[str, MessageRef]:
    if desk.ledger is None:
        raise UsageError("There is no mailbox in which to look for it.", "Teach the mail from a file.")
    if what.isdecimal():
        owed = desk.ledger.reply(int(what[:DIGITS]))
        if owed is not None:
            return owed.mailbox, owed.ref
        raise UsageError(f"There is no reply {what}.", "`ajar pending` and `ajar history` show the numbers.")
    seen = desk.ledger.sightings(message_id=what)
    if not seen:
        raise UsageError("No mail with that Message-ID was seen.", "If you have it in a file, teach that.")
    return seen[0].mailbox, seen[0].ref


def _teach_one(desk: Desk, mail: Mail, message: Message, label: Label | None) -> Iterator[str]:
    seen = desk.seen(message.key)
    mailbox = seen[0].mailbox if seen else None
    correction = Correction(lesson_of(message, label), mailbox, message.message_id, now(), How.COMMAND)
    desk.reader.corrections.keep(correction)
    yield f"{correction.id}  {correction.label}: {harmless(message.subject) or '(no subject)'}"
    for each in seen:
        if desk.tools is not None and each.mailbox in desk.accounts:
            yield from became(heed(desk.accounts[each.mailbox], desk.tools, replace(mail, ref=each.ref), message))


def became(reply: OwedReply | None) -> Sequence[str]:
    """Return what became of the reply, in words."""
    if reply is None:
        return ()
    match reply.state:
        case State.DRAFTED:
            return (f"Its draft was made before (reply {reply.id}); it is yours to send or to delete.",)
        case State.CANCELLED:
            return (f"There will be no draft: {in_words(reply.reason)} (reply {reply.id})",)
        case State.PENDING:
            return (f"Its reply {reply.id} is due {reply.due_at.astimezone():%A %d %B, %H:%M}.",)
        case State.UNSURE:
            return (f"It waits for your word: {in_words(reply.reason)} `ajar pending` shows it (reply {reply.id}).",)
    return (f"Its reply {reply.id} is {reply.state}.",)
