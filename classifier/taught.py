"""What the user taught: the user's word on a mail overrules the model at once, and a later fit weighs it in.

A lesson keeps the text as the classifier reads it and not a character more: without the signature, quotes and footers
of the mail, cut where reading stops.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from classifier.features import MAX_CHARACTERS
from classifier.message import Message
from classifier.reading import Label, Verdict
from classifier.verdict import Model

MAX_SUBJECT: Final = 200
_NEVER: Final = (2.0, 2.0)  # cut-offs that no probability reaches: what would it be, were it no rejection?


@dataclass(frozen=True, slots=True)
class Lesson:
    """One mail and the user's word on it.

    Attributes:
        identity: See `identity_of`.
        label: What the mail is; None for "no rejection", which leaves open what else.
        subject: As the classifier reads it.
        text: The same.
    """

    identity: str
    label: Label | None
    subject: str
    text: str


Words = Mapping[str, Label | None]  # identity → label


def lesson_of(message: Message, label: Label | None) -> Lesson:
    """Return what is kept of a mail that the user corrected."""
    return Lesson(identity_of(message), label, message.subject[:MAX_SUBJECT], message.text[:MAX_CHARACTERS])


def identity_of(message: Message) -> str:
    """Return a hex digest that names this mail in every folder and every file.

    Without a Message-ID the key alone would do for all mails without headers, so the text is part of it.
    """
    if message.message_id is not None:
        return message.key
    return hashlib.sha256(f"{message.key}\n{message.text}".encode("utf-8", "replace")).hexdigest()


def classify_taught(model: Model, words: Words, messages: Sequence[Message]) -> list[Verdict]:
    """Return what each mail is: by the user's word where there is one, else by the model."""
    verdicts = model.classify_many(messages)
    if not words:
        return verdicts
    return [
        _overruled(verdict, words[identity], model, message) if (identity := identity_of(message)) in words else verdict
        for message, verdict in zip(messages, verdicts, strict=True)
    ]


def _overruled(verdict: Verdict, label: Label | None, model: Model, message: Message) -> Verdict:
    """Return the verdict as the user says; the clues stay, for they say why the model thought otherwise."""
    label = label or kind_of(model, message)
    return replace(verdict, label=label, rejection=float(label is Label.REJECTION), unsure=False)


def kind_of(model: Model, message: Message) -> Label:
    """Return what a mail is that is no rejection."""
    return replace(model, cutoffs=_NEVER).classify(message).label
