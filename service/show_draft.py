"""A draft, or why there is none, as a person reads it."""

import textwrap
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from replies.decision import Recipient
from replies.voice import blanks_of
from service.pipeline import AlreadySaved, Cancel, CannotTell, Save, Step, Wait
from service.show import harmless
from service.wording import in_words

WIDTH = 80
SHOWN = ("From", "To", "Subject")


def draft_text(raw: bytes) -> str:
    """Return the headers that matter and the text, wrapped. The bytes are our own, so they parse strictly."""
    draft = message_from_bytes(raw, EmailMessage, policy=SMTP)
    headers = [f"{name}: {draft[name] or '(left for you to fill in)'}" for name in SHOWN]
    text = draft.get_content().replace("\r\n", "\n").rstrip()
    return "\n".join([*headers, "", *(textwrap.fill(line, WIDTH) for line in text.split("\n")), *_blanks(text)])


def _blanks(text: str) -> list[str]:
    """Return what is left for the user to fill in, plainly, so that none is sent by oversight."""
    blanks = blanks_of(text)
    return ["", "Left for you to fill in before you send it:", *(f"  {blank}" for blank in blanks)] if blanks else []


def _evidence(to: Recipient | None) -> str:
    """Return why it goes to this address."""
    return f"To {to.address.email}: {harmless(to.evidence)}.\n\n" if to and to.address else ""


def step_text(step: Step) -> str:
    """Return what would become of a reply now."""
    match step:
        case Save(draft, _, to):
            return _evidence(to) + draft_text(draft.raw)
        case AlreadySaved():
            return "The draft, or what you made of it, is in your mailbox already."
        case Cancel(reason):
            return f"No draft would be made. {in_words(reason)}"
        case Wait(until):
            return f"With today's settings it is due {until.astimezone():%A %d %B, %H:%M}."
        case CannotTell():
            return "A folder of the mailbox could not be read, so Ajar would wait and look again."
