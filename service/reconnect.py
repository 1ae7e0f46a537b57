"""`ajar reconnect`: the note to somebody known at a company, by the user's order and at once."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from shlex import quote

from classifier.reading import Label
from replies.applications import Employer, Past, employers
from replies.attempts import JobMail
from replies.decision import Policy, SkipReason
from replies.names import role_key
from replies.questions import perhaps_same
from replies.reconnect import Acquaintance, acquaintance, note_to, whom_now
from service import deliver, notes
from service.account import Account, Tools, circumstances
from service.applications import company_in, unknown
from service.assembly import Places, UsageError, accounts_of, loaded_model, now, opened
from service.errors import Busy
from service.ledger import Ledger
from service.mailbox import MessageRef
from service.pipeline import Save
from service.records import BY_HAND, Outcome, OwedReply, State
from service.show_draft import feedback_text, step_text
from service.wording import in_words

_RECENT = timedelta(days=60)  # a confirmation of so long ago is that of the application the user speaks of


@dataclass(frozen=True, slots=True)
class _Wish:
    """A note that the user wants: in which mailbox, about which new application, to whom."""

    mailbox: str
    new: JobMail
    person: Acquaintance
    holding_off_until: datetime | None


def reconnect(places: Places, company: str, role: str | None, mailbox: str | None = None) -> str:
    """Owe the note, save it as a draft at once where nobody else is at work, and return what came of it.

    Raises:
        UsageError: No mail names the company, nobody is known there, or the note was made before.
        Unavailable, Refused, ConfigError, LedgerError: As for a sweep.
    """
    config, moment = places.read(), now().replace(microsecond=0)
    with opened(places) as ledger:
        accounts = accounts_of(config, places.state, [mailbox] if mailbox else ())
        wish = _wish(ledger, accounts, company, role, moment)
        account = accounts[wish.mailbox]
        warning = _warning(wish, moment) + _beside(wish, ledger, moment)
        number = ledger.relations.owe(wish.mailbox, _outcome(wish, account.policy, moment), moment)
        owed = ledger.reply(number) if number is not None else None
        if owed is None:
            raise UsageError("This note was made before; there is one for each application.", "Look into your Drafts.")
        return warning + _made(places, account, ledger, owed)


def _wish(ledger: Ledger, accounts: dict[str, Account], company: str, role: str | None, moment: datetime) -> _Wish:
    """Find the company in the mailboxes: where somebody is known, else the first that knows it at all."""
    known = False
    others: list[Employer] = []
    perhaps: list[str] = []
    for name, account in accounts.items():
        past = ledger.relations.past(name)
        here = company_in(company, past)
        if here is None:
            others += employers(past)
            continue
        known = True
        perhaps += (f"ajar applications merge {quote(here.name)} {quote(each)}" for each in perhaps_same(here, past))
        new = _confirmed(here, role, moment) or _by_hand(here, role, moment, account.policy)
        person = whom_now(new, past if not new.by_hand else _with(past, new), account.policy, moment, asked=True)
        if isinstance(person, Acquaintance):
            return _Wish(name, new, person, here.hold_off_until(account.policy.hold_off))
    if not known:
        raise unknown(company, others)
    if perhaps:
        raise UsageError(in_words(SkipReason.PERHAPS_KNOWN), f"If it is the same one, first: {'; or: '.join(perhaps)}")
    raise UsageError(in_words(SkipReason.NOBODY_KNOWN), f"`ajar applications show` tells who wrote from {company}.")


def _with(past: Past, new: JobMail) -> Past:
    return replace(past, mails=(*past.mails, new))


def _confirmed(here: Employer, role: str | None, moment: datetime) -> JobMail | None:
    """Return the confirmation of the application that the user speaks of, if it came lately."""
    for attempt in reversed(here.attempts):
        first = attempt.mails[0]
        same = not role or not attempt.role or role_key(role) == role_key(attempt.role)
        if (
            first.label is Label.ACKNOWLEDGEMENT
            and same
            and not attempt.rejection
            and moment - first.arrived_at < _RECENT
        ):
            return replace(first, role=first.role or role)
    return None


def _by_hand(here: Employer, role: str | None, moment: datetime, policy: Policy) -> JobMail:
    """Return the user's word in place of a confirmation: the same for the same role, until somebody there writes."""
    person = acquaintance(here.attempts, policy)
    parts = (BY_HAND, min(here.keys), role_key(role), person.last.key if person else "")
    key = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
    return JobMail(key, Label.ACKNOWLEDGEMENT, moment, company=here.name, role=role, by_hand=True)


def _outcome(wish: _Wish, policy: Policy, moment: datetime) -> Outcome:
    new = wish.new
    note = note_to(wish.person, new, policy, moment)
    ref = MessageRef(BY_HAND, None, new.arrived_at)
    return Outcome(new.key, ref, new.label, 0.0, unsure=False, decision=note, company=new.company, role=new.role)


def _warning(wish: _Wish, moment: datetime) -> str:
    until = wish.holding_off_until
    if until is None or until <= moment:
        return ""
    return f"You hold off from {wish.new.company} until {until.astimezone():%d %B %Y}; the note is made as you say.\n\n"


def _beside(wish: _Wish, ledger: Ledger, moment: datetime) -> str:
    """Return what is to be said about notes to the same person that were not sent so far."""
    email = wish.person.address.email
    others = [note for note in ledger.drafts.notes_to(wish.mailbox, email, moment) if note.key != wish.new.key]
    about = ", ".join(f"{note.id} ({note.role})" if note.role else str(note.id) for note in others)
    return f"You have not sent another note to {email} so far: {about}. One mail may do for both.\n\n" if others else ""


def _made(places: Places, account: Account, ledger: Ledger, owed: OwedReply) -> str:
    """Save it, unless a daemon is at work, which then does."""
    tools = Tools(ledger, loaded_model(places.state), now, lambda: False)
    mailbox = account.open()
    try:
        with places.state.locked():
            step = deliver.preview(account, mailbox, tools, owed)
            deliver.deliver_one(account, mailbox, tools, owed)
    except Busy:
        return f"The note will be drafted at the next sweep; `ajar pending show {owed.id}` shows it."
    finally:
        mailbox.close()
    saved = ledger.reply(owed.id)
    drafted = isinstance(step, Save) and saved is not None and saved.state is State.DRAFTED
    said = feedback_text(notes.feedback_then(owed, circumstances(account, tools)))
    return ("This lies in your Drafts folder:\n\n" if drafted else "") + step_text(step) + said
