"""A note whose time has come: is it there already, did the user write first, is the old thread one to go on with?

Seven months after the last mail its thread may hold a thank-you of then, which says nothing against the note: only what
was written since the new application counts.
"""

from collections.abc import Iterator
from datetime import datetime

from classifier.message import Address, Message
from classifier.reading import Details, Fact, Label
from replies.applications import Past
from replies.attempts import JobMail
from replies.decision import Policy, SkipReason
from replies.identity import draft_id, note_id
from replies.reconnect import Acquaintance
from replies.standing import Around, Cancelled, Clear, Saved, Standing, is_automatic

_KIND = frozenset({Label.FEEDBACK, Label.OFFER})


def note_stands(  # noqa: PLR0917 - six plain values: who, around what, by whom, about what
    person: Acquaintance, last: Message | None, around: Around, policy: Policy, new: JobMail, past: Past
) -> Standing:
    """Return whether the note is still to be written.

    Args:
        person: Who is written to.
        last: Their last mail; None when it is gone.
        around: What stands around that mail, each with its place.
        policy: The user's wishes; who the user is.
        new: The confirmation of the new application.
        past: All job mails: what Ajar drafted for another one says nothing against the note.
    """
    ours = note_id(policy, new.key)
    written = [(place, mail) for place, mail in around if not is_automatic(mail)]
    mine = [(place, mail) for place, mail in written if place != "received" or _is_own(mail, policy)]
    others = {each(policy, mail.key) for mail in past.mails if mail.key != new.key for each in (draft_id, note_id)}
    own = [(place, mail) for place, mail in mine if mail.message_id not in others and not _is_about_then(mail, person)]
    for place, mail in own:
        if mail.message_id == ours:
            return Saved(ours, place)
    return next(_written_since(person, last, own, new.arrived_at), Clear())


def _written_since(person: Acquaintance, last: Message | None, own: Around, since: datetime) -> Iterator[Standing]:
    """Yield what each mail to them says that the user wrote since; a header's time has no fractions of a second."""
    for place, mail in own:
        earlier = mail.date is not None and mail.date < since.replace(microsecond=0)
        if earlier or not (_goes_to(mail, person.address) or _answers(mail, last)):
            continue
        if place == "trash":
            yield Saved(mail.message_id, place)  # perhaps ours, edited and thrown away
        elif place == "drafts":
            yield Cancelled(SkipReason.DRAFT_BEGUN, "there is a draft of yours")
        else:
            yield Cancelled(SkipReason.ALREADY_ANSWERED, "you wrote to them")


def _is_about_then(mail: Message, person: Acquaintance) -> bool:
    """Whether it answers another mail of then than their last: a thank-you may be written after the new application."""
    others = (then.threads for then in person.attempt.mails if not then.threads & person.last.threads)
    return any(threads & {*mail.in_reply_to} for threads in others)


def ended_well(person: Acquaintance, last: Message, details: Details, around: Around, policy: Policy) -> bool:
    """Whether the old thread is one to go on with: the user thanked them, or their last mail was a kind one.

    Args:
        person: Who is written to.
        last: Their last mail.
        details: What was read in it.
        around: What stands around it, each with its place.
        policy: Who the user is.
    """
    sent = (mail for place, mail in around if place == "sent" or (place == "received" and _is_own(mail, policy)))
    kind = (details.encourages, details.advises, details.gives_feedback, details.invites_reply)
    if person.thanked or person.last.label in _KIND or any(kind):
        return True
    return any(_answers(mail, last) and _is_after_all(mail, person) for mail in sent if not is_automatic(mail))


def _is_after_all(mail: Message, person: Acquaintance) -> bool:
    """Whether it was written after the rejection: a yes to an invitation is no farewell."""
    rejection = person.attempt.rejection
    return rejection is None or (mail.date is not None and mail.date >= rejection.arrived_at.replace(microsecond=0))


def remembered(person: Acquaintance) -> tuple[Message, Details]:
    """Return what is still known of their last mail when it is gone: enough to write to them."""
    last = person.last
    message = Message(key=last.key, message_id=None, subject="", sender=person.address, text="")
    name = Fact(person.address.name, "ledger") if person.address.name else None
    company = Fact(last.company, "ledger") if last.company else None
    return message, Details(company=company, person=name, stage=last.stage, language=last.language or "en")


def _is_own(mail: Message, policy: Policy) -> bool:
    return mail.sender is not None and policy.is_own(mail.sender.email)


def _goes_to(mail: Message, address: Address) -> bool:
    return any(to.email.lower() == address.email.lower() for to in mail.to)


def _answers(mail: Message, last: Message | None) -> bool:
    return last is not None and last.message_id is not None and last.message_id in {*mail.in_reply_to, *mail.references}
