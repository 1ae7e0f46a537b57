"""A draft, or why there is none, as a person reads it."""

import textwrap
from collections.abc import Iterable, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from classifier.message import Address, Message
from replies.decision import Recipient
from replies.voice import blanks_of
from service.layout import harmless
from service.pipeline import AlreadySaved, Cancel, CannotTell, Save, Step, Wait
from service.wording import in_words

WIDTH = 80
SHOWN = ("From", "To", "Subject")
_OPEN = "(left for you to fill in)"


def draft_text(raw: bytes, blanks: Sequence[str] | None = None, width: int = WIDTH) -> str:
    """Return the headers that matter and the text, wrapped. The bytes are our own, so they parse strictly."""
    draft = message_from_bytes(raw, EmailMessage, policy=SMTP)
    headers = [f"{name}: {draft[name] or _OPEN}" for name in SHOWN]
    text = draft.get_content().replace("\r\n", "\n").rstrip()
    return "\n".join([*headers, "", *_wrapped(text, width), *_blanks(blanks_of(text) if blanks is None else blanks)])


def standing_draft_text(draft: Message, blanks: Sequence[str]) -> str:
    """Return a draft as the user left it, and the blanks that it still has."""
    to = ", ".join(map(_shown, draft.to)) or _OPEN
    headers = [f"From: {_shown(draft.sender)}", f"To: {to}", f"Subject: {draft.subject}"]
    text = "\n".join(map(harmless, draft.text.rstrip().split("\n")))
    ending = _blanks(blanks) or ["", "Nothing is left to fill in."]
    return "\n".join([*map(harmless, headers), "", *_wrapped(text), *ending])


def feedback_text(said: Iterable[str]) -> str:
    """Return what they said then, for the user to write by; empty when they said nothing."""
    quoted = [textwrap.fill(f"“{harmless(' '.join(each.split()))}”", WIDTH) for each in said]
    return "\n\n".join(["\n\nTheir feedback then:", *quoted]) if quoted else ""


def step_text(step: Step) -> str:
    """Return what would become of a reply now."""
    match step:
        case Save(draft, _, to):
            return _evidence(to) + draft_text(draft.raw, draft.blanks)
        case AlreadySaved():
            return "The draft, or what you made of it, is in your mailbox already."
        case Cancel(reason):
            return f"No draft would be made. {in_words(reason)}"
        case Wait(until):
            return f"With today's settings it is due {until.astimezone():%A %d %B, %H:%M}."
        case CannotTell():
            return "A folder of the mailbox could not be read, so Ajar would wait and look again."


def _wrapped(text: str, width: int = WIDTH) -> Iterable[str]:
    return (textwrap.fill(line, width) for line in text.split("\n"))


def _blanks(blanks: Sequence[str]) -> list[str]:
    """Return what is left for the user to fill in, plainly, so that none is sent by oversight."""
    return ["", "Left for you to fill in before you send it:", *(f"  {blank}" for blank in blanks)] if blanks else []


def _evidence(to: Recipient | None) -> str:
    """Return why it goes to this address, or to none."""
    if to is None or not to.evidence:
        return ""
    return f"To {to.address.email if to.address else 'nobody so far'}: {harmless(to.evidence)}.\n\n"


def _shown(address: Address | None) -> str:
    if address is None:
        return ""
    return f"{address.name} <{address.email}>" if address.name else address.email
