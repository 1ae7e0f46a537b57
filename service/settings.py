"""From what the user wrote to what the rest works with: a Policy for the pure part, an Account for the jobs."""

from functools import partial

from classifier.reading import Label
from config.schema import Learn, MailboxFile
from replies.decision import Answer, AskForFeedback, NoReply, Policy, Tone
from service.account import Account
from service.providers import open_mailbox
from service.state import StateDirectory


def policy_of(file: MailboxFile) -> Policy:
    """Translate the user's wishes."""
    return Policy(
        address=file.mailbox.address,
        aliases=file.mailbox.aliases,
        name=file.mailbox.name,
        delay=file.schedule.delay,
        active_hours=file.schedule.active_hours,
        days=file.schedule.days,
        timezone=file.schedule.timezone,
        expire_after=file.schedule.expire_after,
        answer=Answer(file.replies.answer),
        no_reply=NoReply(file.replies.no_reply),
        ask_for_feedback=AskForFeedback(file.replies.ask_for_feedback),
        tone=Tone(file.replies.tone),
        language=file.replies.language,
        signature=file.replies.signature,
        templates=file.replies.templates,
        hold_off=file.reconnect.hold_off,
        updates=file.reconnect.updates or "",
    )


def account_of(name: str, file: MailboxFile, state: StateDirectory) -> Account:
    """Make an account ready to be swept; nothing is opened yet."""
    return Account(
        name=name,
        policy=policy_of(file),
        poll_every=file.schedule.poll_every,
        look_back=file.schedule.look_back,
        settle=file.schedule.settle,
        lessons=_lessons_of(file.learn),
        notify=file.notify,
        privacy=file.privacy,
        open=partial(open_mailbox, file.mailbox, name, state.token_file(name)),
    )


def _lessons_of(learn: Learn) -> tuple[tuple[str, Label | None], ...]:
    """The folder of no rejections comes last: a mail that was copied into both is answered by nobody."""
    named = ((learn.rejections, Label.REJECTION), (learn.others, None))
    return tuple((folder, label) for folder, label in named if folder is not None)
