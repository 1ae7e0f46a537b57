"""What single sentences say of an answer to the mail, of feedback and advice, and of keeping the application."""

import re
from collections.abc import Iterable, Sequence

from classifier.languages import Saying, Speech

# Where form letters send everybody, in all languages: no advice to this reader.
_A_PLACE = re.compile(
    r"https?:|www\.|\b(?:web|site|sito|portal|career|karriere|carri|linkedin|newsletter)", re.IGNORECASE
)


def unattended(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that says that answers are not read."""
    return next((s for s in sentences for speech in speeches if speech.unattended.search(s)), None)


def invites_reply(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that invites an answer to this mail."""
    return next((s for s in sentences for speech in speeches if _invites(s, speech)), None)


def _invites(sentence: str, speech: Speech) -> bool:
    """Whether a sentence invites an answer, and not to a website or a new application."""
    if not speech.invites_reply.search(sentence) or speech.unattended.search(sentence):
        return False
    return speech.no_invitation.search(sentence) is None


def declines_feedback(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that says that no feedback will be given."""
    return next((s for s in sentences for speech in speeches if speech.declines_feedback.search(s)), None)


def gives_feedback(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that gives feedback or the reason; one that offers or declines it does not."""
    return next((s for s in sentences for speech in speeches if _gives(s, speech)), None)


def _gives(sentence: str, speech: Speech) -> bool:
    if not speech.gives_feedback.search(sentence) or speech.feedback_on_request.search(sentence):
        return False
    return speech.declines_feedback.search(sentence) is None


def advises(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence in which the writer gives advice, and not a link."""
    return next((s for s in sentences for speech in speeches if _tells(s, speech.advises)), None)


def encourages(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that encourages the reader, and not to visit a website."""
    return next((s for s in sentences for speech in speeches if _tells(s, speech.encourages)), None)


def _tells(sentence: str, pattern: Saying) -> bool:
    return pattern.search(sentence) is not None and _A_PLACE.search(sentence) is None


def keeps_on_file(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that promises to keep the application."""
    return next((s for s in sentences for speech in speeches if _keeps(s, speech)), None)


def _keeps(sentence: str, speech: Speech) -> bool:
    return speech.keeps_on_file.search(sentence) is not None and speech.drops_file.search(sentence) is None
