"""The languages in which facts are taken out of mail, one module each."""

from collections.abc import Mapping
from dataclasses import fields, replace

from classifier.languages.de import GERMAN
from classifier.languages.en import ENGLISH
from classifier.languages.es import SPANISH
from classifier.languages.fr import FRENCH
from classifier.languages.it import ITALIAN
from classifier.languages.nl import DUTCH
from classifier.languages.patterns import NEVER, either
from classifier.languages.pt import PORTUGUESE
from classifier.languages.saying import IGNORECASE, Folded, Saying
from classifier.languages.speech import Speech

__all__ = ["IGNORECASE", "SPEECHES", "Saying", "Speech", "everywhere", "heard_in"]

SPEECHES: Mapping[str, Speech] = {
    speech.code: speech for speech in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE)
}


def everywhere(field: str) -> str:
    """Return a source that matches what any language lists in this field of plain strings."""
    return either(*(alternative for speech in SPEECHES.values() for alternative in getattr(speech, field)))


def heard_in(speech: Speech, text: str) -> Speech:
    """Return the speech without what cannot be found in this text: a cheap look that saves dear ones."""
    folded = Folded(text)
    changed: dict[str, object] = {}
    for field in fields(speech):
        value = getattr(speech, field.name)
        if isinstance(value, Saying) and not value.may_be_in(folded):
            changed[field.name] = NEVER
        elif isinstance(value, tuple) and value and isinstance(value[0], Saying):
            changed[field.name] = tuple(saying for saying in value if saying.may_be_in(folded))
    reasons = {reason: saying for reason, saying in speech.reasons.items() if saying.may_be_in(folded)}
    return replace(speech, reasons=reasons, **changed)  # type: ignore[arg-type]
