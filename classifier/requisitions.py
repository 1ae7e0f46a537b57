"""The number of a position ("Ref. AB-1234"): a fact of its own, and nothing that belongs into a title."""

import re
from collections.abc import Iterable

from classifier.languages import IGNORECASE, Saying, everywhere
from classifier.languages.patterns import either
from classifier.reading import Fact
from classifier.values import MAX_REQUISITION, tidy

_LABEL = everywhere("requisition_words")
_ANY_LABEL = either("id", "no", "nr", "number", "nummer", "code", "req", "ref", _LABEL)
_NUMBER = r"[A-Za-z]{0,6}(?:[-_/.][A-Za-z]{1,6}){0,2}[-_/.]?\d[\w/-]{0,20}(?:\.\d[\w/-]{0,20})?"
_MARKED = either(
    r"JR[-_]?\d{3,12}(?:[-_]\d{1,6})?", r"REQ[-_ ]?\d{3,12}(?:[-_]\d{1,6})?", r"R[-_]?\d{4,12}(?:[-_]\d{1,6})?"
)
_ANYWHERE = Saying(
    rf"\b(?:{_ANY_LABEL}[ -]?)?{_ANY_LABEL}\b\.?\s*[:#.]?\s*[A-Za-z]{{0,6}}[-_/]?\d[\w/-]{{0,20}}|"
    rf"#\s?\d[\w-]{{0,20}}|\b{_MARKED}\b|\b(?:J|ID)[-_]?\d{{3,12}}(?:[-_]\d{{1,6}})?\b|"
    r"[(\[]\s*[\w-]{0,6}\d{3,12}(?:[-/]\d{1,6})?\s*[)\]]|(?<=\w)\s[-–]\s\d{4,12}\b|^\d{4,12}\s?[-–:]?\s",
    IGNORECASE,
)
# What stands round a number goes with it: a dash, brackets.
_BEFORE = re.compile(r"\s{0,3}[-–,]?\s{0,3}[(\[]?\s{0,3}$")
_BEHIND = re.compile(r"\s{0,3}[)\]]")
_LABELLED = Saying(rf"(?i)\b{_LABEL}\.?\s?[:#.]?\s?(?P<number>{_NUMBER})")
_ALONE = re.compile(rf"(?<![\w-])(?P<number>{_MARKED})(?![\w-])")
# The number of an application, an order or a case is none of a position.
_OF_SOMETHING_ELSE = re.compile(
    r"(?i)(?:applica(?:tion|nt)s?|candida\w*|kandida\w*|bewerb\w*|sollicit\w*|kund\w*|customer|client\w*|order|ticket|case|"
    r"invoice|rechnung\w*|booking|loan|claim|policy|your|ihre?|deine?)['\u2019s]{0,2}[ -]{0,2}$"
)
_FEWEST_DIGITS = 2
_DIGIT = re.compile(r"\d")


def without_requisition(text: str) -> str:
    """Return the text without the numbers of positions in it."""
    if not _DIGIT.search(text):
        return text
    kept, start = [], 0
    for match in _ANYWHERE.finditer(text):
        kept.append(_BEFORE.sub("", text[start : match.start()], count=1))
        behind = _BEHIND.match(text, match.end())
        start = behind.end() if behind else match.end()
    return "".join((*kept, text[start:]))


def requisition_of(subject: str, sentences: Iterable[str]) -> Fact | None:
    """Return the number of the position as written, without its label."""
    for place, line in (("subject", subject), *(("text", sentence) for sentence in sentences)):
        number = _number_in(line) if _DIGIT.search(line) else None
        if number:
            return Fact(number, place)
    return None


def _number_in(line: str) -> str | None:
    """Return the first number that its label or its own marks show to be a position's."""
    for pattern in (_ALONE, _LABELLED):
        for match in pattern.finditer(line):
            if _OF_SOMETHING_ELSE.search(line[max(0, match.start() - 30) : match.start()]):
                continue
            if sum(map(str.isdigit, match["number"])) >= _FEWEST_DIGITS:
                return tidy(match["number"].rstrip("/-"), MAX_REQUISITION, may_be_number=True)
    return None
