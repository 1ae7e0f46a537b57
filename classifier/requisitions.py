"""The number of a position ("Ref. AB-1234"): a fact of its own, and nothing that belongs into a title."""

import re
from collections.abc import Iterable
from functools import lru_cache

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
# A word for a position and its number at once, or a code in brackets: "(Job 55731)", "(HG-3309)".
_NAMED = Saying(
    r"(?i)\b(?:job|vacancy|posting|position|(?:stellen)?ausschreibung|avviso(?: pubblico)?|concorso|bando|edital)"
    r"(?: n\.?[ºo°]?)? (?P<number>\d{4,12}|\d{1,4}/(?:20)?\d\d)(?![\w/-]|[.,]\d)|"
    r"\b(?:kennung|kz\.) (?P<other>(?-i:[A-Z][A-Za-z]{1,4}[ -])?\d[\w/-]{2,20})|"
    r"[(\[](?!(?-i:ISO|DIN|EN)\b)(?P<code>(?-i:[A-Z]{1,5}-\d{3,8}))[)\]]",
)
_ALONE = re.compile(rf"(?<![\w-])(?P<number>{_MARKED})(?![\w-])")
# The number of an application, an order or a case is none of a position.
_OF_SOMETHING_ELSE = re.compile(
    r"(?i)(?:applica(?:tion|nt)s?|candida\w*|kandida\w*|bewerb\w*|sollicit\w*|kund\w*|customer|client\w*|order|ticket|case|"
    r"invoice|rechnung\w*|booking|loan|claim|policy|inscri\w*|iscrizion\w*|spielzeit|saison|season|seizoen|"
    r"your|ihre?|deine?)['\u2019s]{0,2}[ -]{0,2}(?:\w{2,12}[ai][dt]a )?(?:n[.º°o]{1,2} ?)?$"
)
_CACHED = 128
_FEWEST_DIGITS = 2
_FEWEST_IN_CODE = 3
NUMBER_SIGN = "\u2043"
# What only a code looks like: letters and digits with dashes or slashes between them.
_CODE = re.compile(
    r"(?<![\w/.,:+@-])(?:[A-Z]{1,6}[-/_]?\d[\dA-Z]*(?:[-/_.][\dA-Z]{1,8}){0,4}|[A-Z]{2,6}(?:[-/_][A-Z\d]{1,8}){1,4}|"
    r"\d{1,4}(?:[-/_][\dA-Z]{1,8}){1,4}|\d{5,10})(?![\w/+@%-]|[.,:]\d)"
)
_SHORT_LABEL = re.compile(r"(?<=\bID )\d{3,10}\b")
_DATE = re.compile(
    r"\d{1,2}[-/]\d{1,2}[-/](?:\d{2}|\d{4})|(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)(?:[-/]\d\d)?|\d{1,2}/(?:19|20)\d\d|"
    r"\d{1,3}-\d{1,3}|(?:19|20)\d\d"
)
_SEASON = re.compile(r"(\d\d)[/-](\d\d)")
_DIGIT = re.compile(r"\d")


def without_requisition(text: str) -> str:
    """Return the text without the numbers of positions in it."""
    return _replaced(text, _anywhere(text), "") if _DIGIT.search(text) else text


def mark_requisitions(text: str) -> str:
    """Return the text with a sign of its own for each number of a position."""
    return _replaced(text, _all_in(text), f" {NUMBER_SIGN} ") if _DIGIT.search(text) else text


@lru_cache(maxsize=_CACHED)
def _anywhere(text: str) -> tuple[re.Match[str], ...]:
    """Return what has a label or the marks of a number; it is asked for each line of a mail more than once."""
    return tuple(_ANYWHERE.finditer(text))


def _replaced(text: str, matches: Iterable[re.Match[str]], by: str) -> str:
    kept: list[str] = []
    start = 0
    for match in matches:
        kept += (_BEFORE.sub("", text[start : match.start()], count=1), by)
        behind = _BEHIND.match(text, match.end())
        start = behind.end() if behind else match.end()
    return "".join((*kept, text[start:]))


def _all_in(text: str) -> list[re.Match[str]]:
    """Return what may be numbers of positions, first come first served where they overlap."""
    found = list(_anywhere(text))
    taken = [match.span() for match in found]
    codes = (match for match in _CODE.finditer(text) if _is_code(match[0]))
    found += (code for code in codes if not any(start < code.end() and code.start() < end for start, end in taken))
    return sorted(found, key=lambda match: match.start())


def _is_code(text: str) -> bool:
    """Whether this is no date, no year, no range of numbers, and has digits enough."""
    if _DATE.fullmatch(text) or sum(map(str.isdigit, text)) < _FEWEST_IN_CODE:
        return False
    season = _SEASON.fullmatch(text)
    return season is None or int(season[2]) != int(season[1]) + 1


def requisition_of(subject: str, sentences: Iterable[str]) -> Fact | None:
    """Return the number of the position as written, without its label: what a label shows, or a code in the subject."""
    for place, line in (("subject", subject), *(("text", sentence) for sentence in sentences)):
        number = _number_in(line) if _DIGIT.search(line) else None
        if number:
            return Fact(number, place)
    codes = (match for match in (*_CODE.finditer(subject), *_SHORT_LABEL.finditer(subject)) if _is_code(match[0]))
    code = next((match for match in codes if not _is_elses(subject, match)), None)
    return Fact(code[0], "subject") if code else None


def _is_elses(line: str, match: re.Match[str]) -> bool:
    """Whether the words before a number say that it is another thing's."""
    return bool(_OF_SOMETHING_ELSE.search(line[max(0, match.start() - 30) : match.start()]))


def _number_in(line: str) -> str | None:
    """Return the first number that its label or its own marks show to be a position's."""
    for pattern in (_ALONE, _LABELLED, _NAMED):
        for match in pattern.finditer(line):
            if _is_elses(line, match):
                continue
            number = next(filter(None, match.groups()))
            if sum(map(str.isdigit, number)) >= _FEWEST_DIGITS:
                return tidy(number.rstrip("/-"), MAX_REQUISITION, may_be_number=True)
    return None
