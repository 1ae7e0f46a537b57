"""A note to somebody known from an earlier application, when its time has come: look round their last mail, decide.

What is owed hangs on the confirmation of the new application, and needs nothing of that mail; what is written is an
answer to another one, months older, or a new mail.
"""

from dataclasses import replace

from classifier.details import details_of
from classifier.message import Message, parse
from replies.attempts import JobMail
from replies.compose import ComposeError, compose_note
from replies.decision import Draft, Skip, SkipReason
from replies.note import ended_well, note_stands, remembered
from replies.reconnect import Acquaintance, is_from, note_to, whom_now
from replies.schedule import due
from replies.standing import Around, Cancelled, Saved
from replies.variety import heard_before
from service.errors import ComposeFailed
from service.mailbox import Conversation, Mailbox, MessageRef
from service.pipeline import AlreadySaved, Cancel, CannotTell, Circumstances, Save, Step, Wait
from service.records import OwedReply, State
from service.relations import Relations

_MAY_BE_SAVED = frozenset({State.CLAIMED, State.UNKNOWN})


def feedback_then(owed: OwedReply, at: Circumstances) -> list[str]:
    """Return what the person of a note said about the earlier application, for the user to write by."""
    new = next((mail for mail in at.history.past.mails if mail.key == owed.key), None)
    person = whom_now(new, at.history.past, at.policy, at.now, asked=True) if new else None
    if not isinstance(person, Acquaintance):
        return []
    return [mail.feedback for mail in person.attempt.mails if mail.feedback and is_from(person, mail)]


def look(mailbox: Mailbox, relations: Relations, owed: OwedReply, at: Circumstances) -> Step:
    """Return what becomes of an owed note, by what is known and what stands in the mailbox now.

    Raises:
        Unavailable, Refused: The mailbox's trouble.
        ComposeFailed: A template cannot be filled in.
    """
    new = next((mail for mail in at.history.past.mails if mail.key == owed.key), None)
    if new is None:
        return Cancel(SkipReason.TAUGHT_OTHERWISE)
    person = whom_now(new, at.history.past, at.policy, at.now, asked=owed.asked)
    if isinstance(person, Skip):
        return Cancel(person.reason)
    due_at = due(new.arrived_at, at.policy)
    if due_at > at.now and owed.state is State.PENDING and not owed.asked:
        return Wait(due_at)
    place = relations.place_of(owed.mailbox, person.last.key)
    if place is None:
        return Cancel(SkipReason.NOBODY_KNOWN)
    return reconsider_note(mailbox.conversation(place), place, person, new, owed, at)


def reconsider_note(  # noqa: PLR0917 - as for `compose`
    conversation: Conversation,
    place: MessageRef,
    person: Acquaintance,
    new: JobMail,
    owed: OwedReply,
    at: Circumstances,
) -> Step:
    """Decide, by what stands around their last mail, what becomes of the note."""
    last = parse(conversation.mail) if conversation.mail is not None else None
    around = [(found.place.value, parse(found.raw)) for found in conversation.around]
    standing = note_stands(person, last, around, at.policy, new, at.history.past)
    if isinstance(standing, Saved):
        return AlreadySaved(standing.message_id or "")
    if not conversation.complete:
        return CannotTell()
    if isinstance(standing, Cancelled):
        if standing.reason is SkipReason.DRAFT_BEGUN and owed.state in _MAY_BE_SAVED:
            return AlreadySaved("")  # ours, under a Message-ID that the server or the user's editing gave it
        if not owed.asked:
            return Cancel(standing.reason)
    return _written(last, around, place, person, new, at)


def _written(  # noqa: PLR0917 - as for `compose`
    last: Message | None, around: Around, place: MessageRef, person: Acquaintance, new: JobMail, at: Circumstances
) -> Save:
    message, details = (last, details_of(last)) if last else remembered(person)
    in_thread = last is not None and ended_well(person, last, details, around, at.policy)
    note = note_to(person, new, at.policy, at.now)
    before = heard_before(at.history.worded, new.company, at.now)
    try:
        draft: Draft = compose_note(message, details, note, at.policy, at.now, new.key, before, in_thread=in_thread)
    except ComposeError as error:
        raise ComposeFailed(str(error), "`ajar check` looks at your templates.") from error
    nowhere = replace(place, locator="", message_id=None, arrived_at=new.arrived_at)
    return Save(draft, place if in_thread else nowhere)
