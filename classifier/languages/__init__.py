"""The languages in which facts are taken out of mail, one module each."""

from collections.abc import Mapping

from classifier.languages.de import GERMAN
from classifier.languages.en import ENGLISH
from classifier.languages.es import SPANISH
from classifier.languages.fr import FRENCH
from classifier.languages.hearing import heard_in
from classifier.languages.it import ITALIAN
from classifier.languages.nl import DUTCH
from classifier.languages.patterns import either
from classifier.languages.pt import PORTUGUESE
from classifier.languages.saying import IGNORECASE, Saying
from classifier.languages.speech import Speech
from classifier.languages.vocabulary import Vocabulary

__all__ = ["IGNORECASE", "SPEECHES", "Saying", "Speech", "everywhere", "heard_in", "vocabulary"]

SPEECHES: Mapping[str, Speech] = {
    speech.code: speech for speech in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE)
}


def vocabulary(*fields: str, beginnings: bool = False) -> Vocabulary:
    """Return the words and phrases that any language lists in these fields of plain strings."""
    speeches = SPEECHES.values()
    words = (word for field in fields for speech in speeches for word in getattr(speech, field))
    return Vocabulary(words, beginnings=beginnings)


def everywhere(field: str) -> str:
    """Return a source that matches what any language lists in this field of plain strings."""
    return either(*(alternative for speech in SPEECHES.values() for alternative in getattr(speech, field)))
