"""When the writer of an application may try again."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache

from classifier.languages import SPEECHES, Speech
from classifier.languages.patterns import either
from classifier.reading import Fact
from classifier.values import MAX_WHEN, tidy

_MOST_MONTHS = 60


def reapply_of(sentences: Iterable[str], speeches: Sequence[Speech]) -> tuple[Fact | None, int | None]:
    """Return when to try again, in the mail's own words, and in months where that can be told."""
    telling = [speech for speech in speeches if speech.reapply]
    for sentence in sentences if telling else ():
        letters = sentence.lower()
        for speech in telling:
            worthwhile = (saying for saying in speech.reapply if saying.may_be_in(letters))
            found = next(filter(None, (saying.search(sentence) for saying in worthwhile)), None)
            when = tidy(found["when"], MAX_WHEN) if found else None
            if when:
                return Fact(when, sentence), months_in(when, speech)
    return None, None


def months_in(when: str, speech: Speech) -> int | None:
    """Return how many months these words are, rounded up; None if they cannot be counted."""
    text = when.casefold()
    for phrase, months in speech.spans.items():
        if phrase in text:
            return math.ceil(months)
    found = _counted(speech.code).search(text)
    if found is None:
        return None
    number = float(found["number"]) if found["number"].isdecimal() else speech.numbers[found["number"]]
    months = math.ceil(number * speech.months[found["unit"]])
    return months if 0 < months <= _MOST_MONTHS else None


@cache
def _counted(code: str) -> re.Pattern[str]:
    """Return a pattern for a number and a unit of time."""
    speech = SPEECHES[code]
    longest_first = sorted(speech.numbers, key=len, reverse=True)
    number = either(r"\d{1,2}", *map(re.escape, longest_first))
    return re.compile(rf"\b(?P<number>{number})[\s-]{{1,2}}(?P<unit>{either(*speech.months, '(?!)')})\b")
