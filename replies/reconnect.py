"""An application was confirmed: does somebody known from an earlier one deserve a note, is it too soon, or neither?

A note goes to a person who wrote about an earlier application at that company, once for each new one. Within the
hold-off there is none, and the application is marked; where it is not sure that the company is the same, there is none
either, and the user is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from classifier.message import Address
from classifier.reading import Label, Stage
from replies.applications import Employer, Past, employer_of, known_address
from replies.attempts import Attempt, JobMail
from replies.decide import LANGUAGES
from replies.decision import (
    Decision,
    Policy,
    Recipient,
    RecipientKind,
    Reply,
    ReplyKind,
    Reunion,
    Skip,
    SkipReason,
)
from replies.questions import perhaps_same
from replies.roles import is_another_kind
from replies.schedule import due

_STAGES = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody who wrote about an earlier application: how they are reached, and what there is to refer to.

    Attributes:
        last: Their last mail, which the note answers if the thread ended well.
        attempt: The time of applying that it was about.
        thanked: The user answered one of its mails.
    """

    address: Address
    last: JobMail
    attempt: Attempt
    thanked: bool


def decide_acknowledgement(new: JobMail, past: Past, policy: Policy, now: datetime) -> Decision | None:
    """Return what a confirmed application calls for; None when it calls for nothing.

    Args:
        new: The confirmation.
        past: What is known; only what came before it counts.
        policy: The user's wishes.
        now: Aware.
    """
    person = whom(new, past, policy, now)
    if isinstance(person, Acquaintance):
        return note_to(person, new, policy, due(new.arrived_at, policy))
    return person


def whom(new: JobMail, past: Past, policy: Policy, now: datetime) -> Acquaintance | Skip | None:
    """Return who deserves a note about this confirmed application, why nobody, or None when the question is idle."""
    known = _known_before(new, past)
    here = employer_of(new, known)
    if here is None or _own_attempt(new, here).mails[0].key != new.key:
        return None  # of no company that can be named, or the second confirmation of one application
    if skip := _too_soon(new, here, policy):
        return skip
    person = acquaintance(_earlier(new, here), policy)
    if person is None:
        return _perhaps_known(here, known)
    if _still_talking(new, here, policy):
        return None
    return _too_late(new, policy, now) or _not_writable(person, policy) or person


def whom_now(new: JobMail, past: Past, policy: Policy, now: datetime, *, asked: bool) -> Acquaintance | Skip:
    """Return the same once the delay is over, by what is known now; if the user asked for the note, who there is."""
    if asked:
        here = employer_of(new, _known_before(new, past))
        person = acquaintance(_earlier(new, here), policy) if here else None
    elif any(mail.label is not Label.ACKNOWLEDGEMENT for mail in _since(new, past)):
        return Skip(SkipReason.WROTE_AGAIN, "they wrote about the new application already")
    else:
        found = whom(new, past, policy, now)
        if isinstance(found, Skip):
            return found
        person = found
    return person or Skip(SkipReason.NOBODY_KNOWN)


def note_to(person: Acquaintance, new: JobMail, policy: Policy, due_at: datetime) -> Reply:
    """Return the note to this person about a new application."""
    to = Recipient(RecipientKind.PERSON, person.address, _wrote(person.last))
    return Reply(ReplyKind.RECONNECT, due_at, to, _reunion(person, new, policy))


def acquaintance(attempts: Iterable[Attempt], policy: Policy) -> Acquaintance | None:
    """Return who is known from these: somebody who was spoken with before others, then who wrote last.

    Who only confirmed that an application came in is not known.
    """
    known = [
        (attempt, mail, address)
        for attempt in attempts
        for mail in attempt.mails
        if mail.label is not Label.ACKNOWLEDGEMENT and (address := known_address(mail))
    ]
    others = [one for one in known if not policy.is_own(one[2].email)]
    if not others:
        return None
    attempt, last, address = max(others, key=lambda one: (one[0].stage is not Stage.APPLIED, one[1].arrived_at))
    name = address.name or _name_of(address.email, (mail for _, mail, _ in reversed(others)))
    return Acquaintance(replace(address, name=name), last, attempt, any(mail.thanked for mail in attempt.mails))


def _since(new: JobMail, past: Past) -> list[JobMail]:
    """Return what else came about a new application since it was confirmed."""
    here = employer_of(new, past)
    own = _own_attempt(new, here).mails if here else ()
    return [mail for mail in own if mail.key != new.key and mail.arrived_at >= new.arrived_at]


def _known_before(new: JobMail, past: Past) -> Past:
    """Return what was known when the confirmation came, with itself."""
    before = [mail for mail in past.mails if mail.key != new.key and mail.arrived_at <= new.arrived_at]
    return replace(past, mails=(*before, new))


def _own_attempt(new: JobMail, here: Employer) -> Attempt:
    return next(each for each in here.attempts if any(mail.key == new.key for mail in each.mails))


def _earlier(new: JobMail, here: Employer) -> list[Attempt]:
    return [each for each in here.attempts if each is not _own_attempt(new, here)]


def _too_soon(new: JobMail, here: Employer, policy: Policy) -> Skip | None:
    until = replace(here, attempts=tuple(_earlier(new, here))).hold_off_until(policy.hold_off)
    if until is None or new.arrived_at >= until:
        return None
    return Skip(SkipReason.WITHIN_HOLD_OFF, f"until {until:%Y-%m-%d}")


def _still_talking(new: JobMail, here: Employer, policy: Policy) -> bool:
    """Whether an earlier application there is not over: no rejection, and somebody wrote about it lately."""
    return any(
        attempt.rejection is None
        and any(mail.label is not Label.ACKNOWLEDGEMENT for mail in attempt.mails)
        and new.arrived_at - attempt.mails[-1].arrived_at < policy.hold_off
        for attempt in _earlier(new, here)
    )


def _perhaps_known(here: Employer, known: Past) -> Skip | None:
    names = perhaps_same(here, known)
    return Skip(SkipReason.PERHAPS_KNOWN, ", ".join(names)) if names else None


def _too_late(new: JobMail, policy: Policy, now: datetime) -> Skip | None:
    late = now - new.arrived_at > policy.expire_after
    return Skip(SkipReason.EXPIRED, f"arrived on {new.arrived_at:%Y-%m-%d}") if late else None


def _not_writable(person: Acquaintance, policy: Policy) -> Skip | None:
    language = person.last.language
    writable = not language or language in LANGUAGES or policy.language != "auto" or policy.templates is not None
    return None if writable else Skip(SkipReason.FOREIGN_LANGUAGE, language)


def _name_of(email: str, mails: Iterable[JobMail]) -> str:
    """Return the name that this person signed another mail with."""
    return next((mail.person for mail in mails if mail.person and mail.email == email), "")


def _reunion(person: Acquaintance, new: JobMail, policy: Policy) -> Reunion:
    role = person.attempt.role
    # The same title in another language may share no word with it.
    comparable = not person.last.language or not new.language or person.last.language == new.language
    return Reunion(
        role=role,
        stage=_stage_with(person),
        when=_met_at(person),
        feedback=any(_is_feedback(mail) and is_from(person, mail) for mail in person.attempt.mails),
        new_role=new.role,
        another_kind=comparable and is_another_kind(role, new.role),
        updates=policy.updates,
    )


def _stage_with(person: Acquaintance) -> Stage:
    """Return how far the user came with this very person: only mails that look back tell that a talk took place.

    An invitation may have come to nothing, and who thanks for an interview in the company's name was perhaps not there.
    """
    looking_back = {Label.REJECTION, Label.FEEDBACK}
    own = (mail.stage for mail in person.attempt.mails if mail.label in looking_back and is_from(person, mail))
    return max(own, key=_STAGES.index, default=Stage.APPLIED)


def is_from(person: Acquaintance, mail: JobMail) -> bool:
    """Whether this person wrote the mail."""
    return person.address.email.lower() in {(mail.email or "").lower(), (mail.sender or "").lower()}


def _is_feedback(mail: JobMail) -> bool:
    return mail.label is Label.FEEDBACK or mail.feedback is not None


def _met_at(person: Acquaintance) -> datetime:
    """Return when it was.

    A talk lies between the invitation and the mail that looks back on it, so halfway is the best that can be said of
    it; where there was none, the person's last mail is the contact itself.
    """
    mails = person.attempt.mails
    after = next((mail for mail in mails if mail.stage is not Stage.APPLIED), None)
    if after is None or _stage_with(person) is Stage.APPLIED:
        return person.last.arrived_at
    invited = [mail for mail in mails if mail.label is Label.INTERVIEW and mail.arrived_at < after.arrived_at]
    before = invited[-1].arrived_at if invited else after.arrived_at
    return before + (after.arrived_at - before) / 2


def _wrote(last: JobMail) -> str:
    about = f"the {last.role} role at {last.company}" if last.role else f"your application at {last.company}"
    return f"wrote to you on {last.arrived_at.day} {last.arrived_at:%B %Y} about {about}"
