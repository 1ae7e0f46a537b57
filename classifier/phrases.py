"""What single sentences say of an answer to the mail, of feedback and advice."""

import re
from collections.abc import Iterable, Sequence

from classifier.course.afterwards import declines_feedback
from classifier.course.lexicon import spell
from classifier.course.offers import offers_feedback
from classifier.languages import Saying, Speech
from classifier.languages.patterns import NEVER

# Where form letters send everybody, in all languages: no advice to this reader.
_A_PLACE = re.compile(
    r"https?:|www\.|\b(?:web|site|sito|portal|career|karriere|carri|linkedin|newsletter)", re.IGNORECASE
)


def unattended(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that says that answers are not read."""
    sayings = [speech.unattended for speech in speeches if speech.unattended is not NEVER]
    return next((s for s in sentences for saying in sayings if saying.search(s)), None)


def invites_reply(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that invites an answer to this mail."""
    telling = [speech for speech in speeches if speech.invites_reply is not NEVER]
    return next((s for s in sentences for speech in telling if _invites(s, speech)), None)


def _invites(sentence: str, speech: Speech) -> bool:
    """Whether a sentence invites an answer, and not to a website or a new application."""
    if not speech.invites_reply.search(sentence) or speech.unattended.search(sentence):
        return False
    return speech.no_invitation.search(sentence) is None


def gives_feedback(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that gives feedback or the reason; one that offers or declines it does not."""
    telling = [speech for speech in speeches if speech.gives_feedback is not NEVER]
    return next((s for s in sentences for speech in telling if _gives(s, speech)), None)


def _gives(sentence: str, speech: Speech) -> bool:
    if not speech.gives_feedback.search(sentence) or speech.feedback_on_request.search(sentence):
        return False
    spelling = [spell([sentence], speech.code)]
    return declines_feedback(spelling) is None and offers_feedback(spelling) is None


def advises(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence in which the writer gives advice, and not a link."""
    sayings = [speech.advises for speech in speeches if speech.advises is not NEVER]
    return next((s for s in sentences for saying in sayings if _tells(s, saying)), None)


def encourages(sentences: Iterable[str], speeches: Sequence[Speech]) -> str | None:
    """Return the sentence that encourages the reader, and not to visit a website."""
    sayings = [speech.encourages for speech in speeches if speech.encourages is not NEVER]
    return next((s for s in sentences for saying in sayings if _tells(s, saying)), None)


def _tells(sentence: str, pattern: Saying) -> bool:
    return pattern.search(sentence) is not None and _A_PLACE.search(sentence) is None
