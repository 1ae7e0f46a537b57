"""What the user says about one reply: show it, draft it now, skip it, put it off."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from config.load import load
from replies.decision import ReplyKind
from service.assembly import Places, UsageError, accounts_of, duration_of, loaded_model, now, opened
from service.records import OwedReply, State
from service.show import doubt
from service.show_draft import feedback_text, step_text
from service.wording import in_words

if TYPE_CHECKING:
    from service.account import Account, Tools
    from service.ledger import Ledger
    from service.mailbox import Mailbox


def preview(places: Places, reply_id: int) -> str:
    """Return the draft as it would be saved now, or as it stands, or why there is none. The mailbox stays as it is."""
    from service.account import Tools  # noqa: PLC0415 - with the model's libraries

    config = places.read()
    with opened(places) as ledger:
        owed = _reply(ledger, reply_id)
        account = accounts_of(config, places.state, [owed.mailbox])[owed.mailbox]
        tools = Tools(ledger, loaded_model(places.state), now, lambda: False)
        mailbox = account.open()
        try:
            return _shown(account, mailbox, tools, owed)
        finally:
            mailbox.close()


def _shown(account: "Account", mailbox: "Mailbox", tools: "Tools", owed: OwedReply) -> str:
    from service import deliver, made  # noqa: PLC0415 - with the model's libraries
    from service.account import circumstances  # noqa: PLC0415
    from service.notes import feedback_then  # noqa: PLC0415

    note = owed.kind == ReplyKind.RECONNECT
    said = feedback_text(feedback_then(owed, circumstances(account, tools))) if note else ""
    if owed.state is State.DRAFTED:
        return made.as_it_stands(account, mailbox, tools, owed, said)
    return _as_things_are(owed) + step_text(deliver.preview(account, mailbox, tools, owed)) + said


def _as_things_are(owed: OwedReply) -> str:
    """Return what is to be known of a reply that is not simply owed."""
    if owed.state is State.UNSURE:
        return f"Ajar is not sure about this mail: it {doubt(owed)}.\n\n"
    if owed.state is State.CANCELLED:
        return f"Cancelled. {in_words(owed.reason)} `ajar pending now {owed.id}` drafts it all the same:\n\n"
    return ""


def draft_now(places: Places, reply_id: int) -> str:
    """Let the next sweep draft it, unsure and cancelled ones too: the user knows best."""
    with opened(places) as ledger:
        owed = _reply(ledger, reply_id)
        if not ledger.ask_for(reply_id, now()):
            raise _too_late(owed)
    return f"Reply {reply_id} will be drafted within seconds where `ajar run` is running, else by `ajar once`."


def skip(places: Places, reply_id: int) -> str:
    """Never draft it."""
    with opened(places) as ledger:
        owed = _reply(ledger, reply_id)
        if not ledger.skip(reply_id, now()):
            raise _too_late(owed)
    return f"Reply {reply_id} is skipped."


def delay(places: Places, reply_id: int, duration: str) -> str:
    """Put it off, counted from when it is due, or from now if that has passed."""
    by = duration_of(duration)
    with opened(places) as ledger:
        owed = _reply(ledger, reply_id)
        if owed.state is State.UNSURE:
            raise _too_late(owed)
        due_at = _put_off(owed, by, now())
        if not owed.asked and _is_too_old_by(places, owed, due_at):
            raise UsageError(
                f"By then the mail of reply {reply_id} would be too old for an answer.",
                "Choose a shorter time, or a longer `expire_after` in the mailbox file.",
            )
        if not ledger.delay(reply_id, due_at, now()):
            raise _too_late(owed)
    return f"Reply {reply_id} is due {due_at.astimezone():%A %d %B, %H:%M}."


def _too_late(owed: OwedReply) -> UsageError:
    if owed.state is State.DRAFTED:
        return UsageError(f"Reply {owed.id} is drafted already.", "It is yours now: look into your Drafts folder.")
    if owed.state is State.CANCELLED:
        return UsageError(f"Reply {owed.id} is cancelled.", f"`ajar pending now {owed.id}` drafts it all the same.")
    if owed.state is State.UNSURE:
        return UsageError(f"Reply {owed.id} waits for your word.", f"`ajar pending now {owed.id}` drafts it.")
    return UsageError(f"Reply {owed.id} is being saved.", "Ajar first makes sure whether it is there already.")


def _put_off(owed: OwedReply, by: timedelta, moment: datetime) -> datetime:
    return max(owed.due_at, moment) + by


def _is_too_old_by(places: Places, owed: OwedReply, due_at: datetime) -> bool:
    file = load(places.config).mailboxes.get(owed.mailbox)
    return file is not None and due_at - owed.ref.arrived_at > file.schedule.expire_after


def _reply(ledger: "Ledger", reply_id: int) -> OwedReply:
    owed = ledger.reply(reply_id)
    if owed is None:
        raise UsageError(f"There is no reply {reply_id}.", "`ajar pending` and `ajar history` show the numbers.")
    return owed
