"""A line of a mail as the words and signs that matter where it names a position."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import takewhile
from typing import NamedTuple

from classifier.languages import IGNORECASE, everywhere
from classifier.languages.patterns import either
from classifier.requisitions import NUMBER_SIGN, mark_requisitions
from classifier.titles.lexicon import Kind, Lexicon


class Sign(Enum):
    """A word, or what stands between words."""

    WORD = auto()
    GENDER = auto()
    NUMBER = auto()
    HOURS = auto()
    COMMA = auto()
    DASH = auto()
    SLASH = auto()
    OPEN = auto()
    CLOSE = auto()
    QUOTE = auto()
    COLON = auto()
    END = auto()

    __hash__ = object.__hash__  # that of enumerations is slow, and sets of signs are asked all the time


class Token(NamedTuple):
    """A word or a sign, where it stands, and what its word may be."""

    text: str
    start: int
    end: int
    sign: Sign
    kind: int = 0

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital or a digit, or is written like "iOS"."""
        return not self.text[0].islower() or self.text[1:2].isupper()


GENDER_SIGN = "\u2042"
_COMPANY_SIGN = "\u2044"
_MARK = either(r"[mwfdxihvn*]", everywhere("gender_marks"), "divers", "all")
_MARKS = rf"{_MARK}(?:\s*[/|,:]\s*{_MARK}){{1,6}}"
_WHOLE_MARK = either(
    *(
        "[mwfdx]{3}",
        "all genders?",
        "alle(?: genders?)?",
        r"div\*?",
        r"gn\*?",
        "nb",
        "tous genres",
        "indistinto",
        "any gender",
    ),
)
# In brackets, or two or three letters with slashes between them; "(e)" alone is the end of a word.
_GENDER = re.compile(
    rf"\s*[(\[]\s*(?:{_MARKS}|{_WHOLE_MARK})\s*[)\]]|"
    r"(?<=[\w)])\s+[mwfh]\s*/\s*[mwfdh](?:\s*/\s*[mwfdxhv])?(?![\w/])",
    IGNORECASE,
)
_MAY_HAVE_GENDER = re.compile(r"[(\[/]")
_HOURS = r"\d{2,3}(?:\s?[-\u2013]\s?\d{2,3})?\s?(?:%|(?:uur|u/w|h|fte|Std|Stunden|hours)\b)"
_FORM = r"\([a-z\u00e0-\u00ff/]{1,6}\)(?=[\s,.;:!?]|$)"  # "Chargé(e)"
_WORD = rf"\.?[^\W_](?:[\w'\u2019&+#*\u00b7-]|[./](?!de[rsnm]\b)(?=\w)|:(?=in\b|innen\b|r\b)|{_FORM})*"
_SHORTENED = r"(?:Sr|Jr|Dipl|St|Dr|Prof|Ing|Stv|Stellv|Wiss|Asst|Assoc|Exec)\."
_ELISION = r"\b(?:[dlnscjmt]|qu|dell|all|dall|nell|sull|un|quell)['\u2019](?=\w)"
_TOKEN = re.compile(
    rf"(?P<elision>{_ELISION})|(?P<gender>{GENDER_SIGN})|(?P<number>{NUMBER_SIGN})|(?P<hours>{_HOURS})|"
    rf"(?P<word>{_SHORTENED}|{_WORD})|(?P<link>[&+])|"
    r"(?P<comma>,)|(?P<dash>[-\u2013\u2014](?=\s))|(?P<slash>/)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<colon>:)|"
    rf"(?P<quote>[\"'\u201c\u201d\u201e\u201a\u2018\u2019\u00ab\u00bb])|(?P<end>[.!?;|\u2022\u00b7\u2026@<>{_COMPANY_SIGN}])",
    IGNORECASE,
)
_LONGEST_PAIR = 4
_SIGNS = {sign.name.lower(): sign for sign in Sign}


def marked(line: str, company: re.Pattern[str] | None = None) -> str:
    """Return the line with one sign for each number of a position, each gender mark and the employer's name."""
    bare = mark_requisitions(company.sub(_COMPANY_SIGN, line) if company else line)
    return _GENDER.sub(f" {GENDER_SIGN} ", bare) if _MAY_HAVE_GENDER.search(bare) else bare


def tokens_of(line: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a marked line."""
    found: list[Token] = []
    for match in _TOKEN.finditer(line):
        text, start, end = match[0], match.start(), match.end()
        match match.lastgroup:
            case "word":
                found += _words(text, start, end, lexicon, found)
            case "elision":
                found.append(Token(text, start, end, Sign.WORD, lexicon[text.lower().replace("\u2019", "'")]))
            case "link":
                found.append(Token(text, start, end, Sign.WORD, Kind.LINK | Kind.AND))
            case sign:
                found.append(Token(text, start, end, _SIGNS[sign or "end"]))
    return found


def _leading(found: Sequence[Token], text: str) -> Iterator[Token]:
    """Yield the word before this one, and those further away if all have capitals: "Graduate Sales Programme"."""
    yield from found[-1:]
    if text[0].isupper():
        last = reversed(found[-_LONGEST_PAIR:])
        yield from takewhile(lambda word: word.sign is Sign.WORD and word.capital, last)


def _words(text: str, start: int, end: int, lexicon: Lexicon, found: Sequence[Token]) -> list[Token]:
    """Return one token, or two for "Barista-Stelle", behind those that were found."""
    first, dash, last = text.rpartition("-")
    if dash and first and lexicon[last.lower()] & Kind.POST:
        middle = start + len(first)
        job = Token(last, middle + 1, end, Sign.WORD, Kind.POST)
        return [Token(first, start, middle, Sign.WORD, lexicon[first.lower()]), job]
    kind = lexicon[text.lower().rstrip(".'\u2019-*")]
    if kind & Kind.PAIR and any(lexicon.is_pair(word.text.lower(), text.lower()) for word in _leading(found, text)):
        kind = Kind.HEAD
    if lexicon.language == "de" and text[0].islower() and text.endswith("en"):
        kind &= ~Kind.HEAD  # a verb: "warten"
    return [Token(text, start, end, Sign.WORD, kind)]
