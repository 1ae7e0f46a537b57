"""What speaks for a stretch of a line being the title of the position that a mail is about, in points."""

import re
from collections.abc import Sequence

from classifier.titles.lexicon import Kind, lexicon_of
from classifier.titles.spans import Span, Tail
from classifier.titles.tokens import Sign, Token
from classifier.titles.walk import LATIN, is_level, is_year

# The weights were set by hand on mails of which no more is known than that they were written by others.
ENOUGH = 5.0
_NEVER = -6.0
_HEAD = 3.0
_HALF_HEAD = 1.5
_OF_POST = 5.0  # "the position of"
_POST = 4.0
_AS_IN_FRAME = 3.5
_AS = 1.5
_APPLICATION = 3.0
_WANTED = 2.0  # something of which no more is known than that it is wanted
_FOR_FAR = 2.0  # "your interview on Monday for"
_FAR = 1.0
_GENDER = 4.0
_IS_POST = 3.1  # "the … role": a little more than a head alone
_NUMBER = 1.5
_HEADING = 2.0
_BEGINS_SUBJECT = 1.5
_ENDS_SUBJECT = 1.0
_WHOLE_SUBJECT = 1.5
_SAID_BEFORE = 2.0  # "Decisión final Head of Growth"
_IS_INTERVIEW = 2.0  # "the … interview"
_BEHIND_COLON = 2.5

_LEADS = Kind.LEAD | Kind.AS
_FRAME = Kind.APPLY | Kind.POST | Kind.HIRE
_MOST_LEADS = 6
_LONGEST_BRACKETS = 6
_FEWEST_BEFORE_COLON = 4
_REACH = 16  # words in which a frame still counts
_LEADING_SIGNS = frozenset({Sign.QUOTE, Sign.COLON, Sign.NUMBER, Sign.OPEN})
_BORDERS = frozenset({Sign.DASH, Sign.COLON, Sign.END, Sign.NUMBER, Sign.HOURS, Sign.QUOTE, Sign.SLASH, Sign.COMMA})
_ENDS = _BORDERS | {Sign.OPEN, Sign.GENDER}
_BEGINNINGS = _BORDERS | {Sign.CLOSE}
_ENDS_COMMA = frozenset({Sign.END, Sign.OPEN, Sign.GENDER, Sign.DASH, Sign.COLON})
_ENDS_HEADING = frozenset({Sign.NUMBER, Sign.GENDER, Sign.OPEN, Sign.HOURS})
_LEVEL_OF_WORK = re.compile(r"(?:Band|Level|Grade|Tier|Step) \d{1,2}|\d(?:st|nd|rd|th) .*")
_NOTHING = Token("", 0, 0, Sign.END)
_VERBS = frozenset({"is", "was", "are", "were", "has", "had", "will", "would", "can", "could", "does", "did"})
_OUR = frozenset({"our", "notre", "nuestro", "nuestra", "onze", "nosso", "nossa", "nostro", "nostra"})
_OWN_TRAINING = frozenset({"über", "abgeschlossene", "abgeschlossenen", "absolvierte", "eigene"})
_TERMS = re.compile(
    r"(?i)\b(?:remote|hybrid|on-?site|home ?office|(?:full|part)[- ]?time|(?:voll|teil)zeit|permanent|(?:un)?befristet|"
    r"remoto|h[ií]brido|presencial|t[ée]l[ée]travail|temps (?:plein|partiel)|cdi|cdd|uur|fte|u/w|std|hours?|heures?|"
    r"horas?|ore|nachtdienst|tagdienst|hybride|ibrido|minijob|jornada|turno|schaal \d|eg \d|tv[öo]d|entgelt)\b"
)


def points_of(tokens: Sequence[Token], span: Span, language: str) -> float:
    """Return what the title's own words and those round it say, in text; below 1 means nothing."""
    has_head = span.head is not None
    first = tokens[span.start]
    if (has_head and span.weak and span.end - span.start == 1 and not _is_wanted(tokens, span, language)) or not (
        has_head or first.capital
    ):
        return 0.0
    if not has_head and first.kind & (Kind.NOT | Kind.PLACE):
        return 0.0
    is_behind = language in LATIN and span.head != span.start and not _is_english(tokens, span)
    own = (_HALF_HEAD if is_behind and not first.kind & Kind.LEVEL else _HEAD) * has_head
    if (language == "en" and _is_reason(tokens, span)) or _is_colleague(tokens, span):
        return 0.0
    return own + _before(tokens, span.start, has_head) + _behind(tokens, span, language)


def _is_wanted(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether a word of little weight is clearly a title: "the Associate position"."""
    behind = tokens[span.end].kind if span.end < len(tokens) else 0
    before = tokens[span.start - 1].kind if span.start else 0
    return language == "en" and tokens[span.start].capital and bool(behind & Kind.POST or before & Kind.AS)


def _is_colleague(tokens: Sequence[Token], span: Span) -> bool:
    """Whether somebody is spoken of who works there already: "our chef", but "as our chef", "our chef position"."""
    start = span.start
    if start == 0 or tokens[start].capital or tokens[start - 1].text.lower() not in _OUR:
        return False
    if span.end < len(tokens) and tokens[span.end].kind & Kind.POST:
        return False
    before = tokens[start - 2] if start > 1 else _NOTHING
    return before.text not in {"be", "become"} and not before.kind & (Kind.AS | Kind.FOR | Kind.OF | Kind.HIRE)


def _is_reason(tokens: Sequence[Token], span: Span) -> bool:
    """Whether "as" means "because" here: "as our architect is ill"."""
    behind = tokens[span.end].text if span.end < len(tokens) else ""
    return behind in _VERBS and any(token.kind & Kind.AS for token in tokens[max(0, span.start - 2) : span.start])


def points_in_subject(tokens: Sequence[Token], span: Span, language: str) -> float:
    """Return the same for a subject, where a title stands between borders; one without a head is none."""
    if span.head is None:
        return 0.0
    before = tokens[span.start - 1] if span.start else None
    behind = tokens[span.end] if span.end < len(tokens) else None
    is_framed = before and before.kind & (Kind.APPLY | Kind.POST) and not is_level(tokens, span.start - 1)
    begins = before is None or before.sign in _BEGINNINGS or is_framed
    ends = behind is None or behind.sign in _ENDS or behind.kind & (Kind.STOP | Kind.LEAD | Kind.PLACE)
    points = points_of(tokens, span, language)
    if points and not begins and behind is None and before and tokens[span.start].capital:
        is_said = any(token.kind & (Kind.APPLY | Kind.POST) for token in tokens[: span.start])
        return points + _SAID_BEFORE * (is_said and not before.kind & (Kind.STOP | Kind.AT | Kind.HIRE | _LEADS))
    if not (points and begins):
        return points
    is_whole = before is None and behind is None and span.tail not in {Tail.DASH, Tail.LOOSE}
    is_title = (language != "nl" or tokens[0].capital == tokens[-1].capital) and (len(tokens) > 1 or tokens[0].capital)
    is_plain = is_title and (language not in LATIN or span.head == span.start)
    return points + _BEGINS_SUBJECT + _ENDS_SUBJECT * bool(ends) + _WHOLE_SUBJECT * (is_whole and is_plain)


def points_of_heading(tokens: Sequence[Token], span: Span, language: str) -> float:
    """Return the same for a line of its own above the letter."""
    is_whole = span.start == 0 and (span.end == len(tokens) or tokens[span.end].sign in _ENDS_HEADING)
    points = points_of(tokens, span, language)
    return points + _HEADING * (is_whole and bool(points))


def _before(tokens: Sequence[Token], start: int, has_head: bool) -> float:  # noqa: FBT001 - a fact of the span
    """Return what the words before it say: "for the position of"."""
    at, seen = _leads(tokens, start)
    between = tokens[at + 1 : start]
    if at > 0 and seen and tokens[at].sign is Sign.WORD and not tokens[at].kind and not tokens[at].capital:
        at -= 1  # "processo seletivo para"
    is_word = at >= 0 and tokens[at].sign is Sign.WORD and not is_level(tokens, at)
    anchor = tokens[at].kind if is_word else 0
    if anchor & Kind.MANY or (
        anchor & Kind.POST and any(word.text in _OWN_TRAINING for word in tokens[max(0, at - 2) : at])
    ):
        return _NEVER
    if anchor & Kind.POST or (anchor & Kind.APPLY and seen & Kind.AS and not anchor & Kind.LEVEL):
        is_sure = seen & (Kind.OF | Kind.AS) or any(token.sign in {Sign.QUOTE, Sign.COLON} for token in between)
        return _OF_POST if is_sure and (has_head or not seen & Kind.THE) else _POST * has_head
    is_numbered = has_head and any(token.sign is Sign.NUMBER for token in between[-2:])
    if not seen & (Kind.AS | Kind.THE) and (anchor & Kind.APPLY or is_numbered):
        return _APPLICATION if has_head else _WANTED * bool(seen)
    return _from_afar(tokens, start, at, seen)


def _from_afar(tokens: Sequence[Token], start: int, at: int, seen: int) -> float:
    """Return what the rest of the sentence says, where small words lead to the title."""
    framed = any(token.kind & _FRAME for token in (tokens if seen & Kind.AS else tokens[max(0, at - _REACH) : start]))
    if seen & Kind.AS:
        return _AS_IN_FRAME if framed and at >= 0 else _AS  # "As a manager I …" speaks of somebody else
    if not (seen and framed):
        return 0.0
    is_for = any(token.kind & Kind.FOR for token in tokens[max(0, start - 2) : start])
    return _FOR_FAR if is_for or (at >= 0 and tokens[at].kind & Kind.HIRE) else _FAR


def _leads(tokens: Sequence[Token], start: int) -> tuple[int, int]:
    """Return where the word before the small ones stands that lead to a title, and what those are."""
    at, seen = start - 1, 0
    while at >= max(0, start - _MOST_LEADS):
        token = tokens[at]
        before = tokens[at - 1] if at else _NOTHING
        is_comma = token.sign in {Sign.COMMA, Sign.DASH} and before.sign is Sign.NUMBER
        is_comma = is_comma or bool(before.kind & Kind.POST and (token.sign is Sign.COMMA or token.text.isdigit()))
        is_lead = (token.kind & _LEADS and not token.kind & Kind.POST) or (at == start - 1 and is_year(token))
        if not (token.sign in _LEADING_SIGNS or is_comma or is_lead):
            break
        seen |= token.kind
        at -= 1
    return at, seen


def _behind(tokens: Sequence[Token], span: Span, language: str) -> float:
    """Return what the words behind it say."""
    token = tokens[span.end] if span.end < len(tokens) else _NOTHING
    if Tail.GENDER is span.tail or token.sign is Sign.GENDER:
        return _GENDER
    if token.kind & Kind.MANY:
        return _NEVER
    if token.sign in {Sign.NUMBER, Sign.HOURS} or (span.tail is Tail.HOURS and token is not _NOTHING):
        return _NUMBER
    if token.sign is Sign.END and token.text and span.head is not None and _ends_what_is_told(tokens, span.start):
        return _BEHIND_COLON
    return _of_word_behind(_behind_brackets(tokens, span.end), tokens[span.start], language)


def _of_word_behind(token: Token, first: Token, language: str) -> float:
    """Return what the word behind a title says, whose first word is `first`: "the … position"."""
    if language in LATIN or token.kind & _LEADS:
        return 0.0
    is_head = token.kind & Kind.HEAD or (token.kind & Kind.LEVEL and token.capital)  # "Application Engineer"
    is_interview = token.kind & Kind.APPLY and not is_head and first.capital
    return _IS_POST if token.kind & Kind.POST else _IS_INTERVIEW * bool(is_interview)


def _behind_brackets(tokens: Sequence[Token], start: int) -> Token:
    """Return what stands here, or behind short brackets that open here: "Teller (Part-Time) opening"."""
    if start >= len(tokens) or tokens[start].sign is not Sign.OPEN:
        return tokens[start] if start < len(tokens) else _NOTHING
    ends = (at for at in range(start, min(start + _LONGEST_BRACKETS, len(tokens) - 1)) if tokens[at].sign is Sign.CLOSE)
    end = next(ends, None)
    return tokens[end + 1] if end is not None else _NOTHING


def _ends_what_is_told(tokens: Sequence[Token], start: int) -> bool:
    """Whether a colon stands before a title with a capital, and an application before that."""
    if start < _FEWEST_BEFORE_COLON or tokens[start - 1].sign is not Sign.COLON or not tokens[start].capital:
        return False
    return any(token.kind & _FRAME for token in tokens[: start - 1])


def is_doubtful(tokens: Sequence[Token], span: Span) -> bool:
    """Whether what stands behind a comma or a dash or in brackets is perhaps no part of the title."""
    if span.tail is Tail.LOOSE:
        return True
    if span.tail is Tail.BRACKETS:
        word, before = tokens[span.end - 2], tokens[span.end - 3]
        is_more = before.sign is Sign.WORD or word.kind & Kind.SKILL or word.text.isupper()
        return not (is_more or _is_english(tokens, span))
    return span.tail in {Tail.COMMA, Tail.DASH} and _is_loosely_joined(tokens, span)


def _is_loosely_joined(tokens: Sequence[Token], span: Span) -> bool:
    """Whether nothing shows that what stands behind a comma or a dash belongs to the title."""
    behind = tokens[span.end] if span.end < len(tokens) else None
    if _LEVEL_OF_WORK.fullmatch(" ".join(token.text for token in tokens[span.end - 2 : span.end])):
        return False  # "Staff Nurse - Band 5"
    if behind is None or behind.kind & Kind.AT:
        return span.tail is Tail.DASH and behind is None
    if behind.kind & Kind.POST and _is_english(tokens, span):
        return False  # "the Account Manager - Retail role"
    is_label = span.end + 1 < len(tokens) and tokens[span.end + 1].sign is Sign.COLON
    goes_on = is_label or (behind.kind & Kind.STOP and _is_english(tokens, span))
    return span.tail is Tail.DASH or not (behind.sign in _ENDS_COMMA or goes_on)


def _is_english(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the head is one of English."""
    return span.head is not None and bool(lexicon_of("en")[tokens[span.head].text.lower()] & Kind.HEAD)


def belongs(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether what stands in brackets at the end can be part of a title, and is no place, pay or time of work."""
    first = next(at for at in range(span.start, span.end) if tokens[at].sign is Sign.OPEN) + 1
    inside = tokens[first : span.end - 1]
    text = " ".join(token.text for token in inside)
    if _TERMS.search(text) or not all(token.sign is Sign.WORD for token in inside):
        return False
    if any(map(str.isdigit, text)) and not _LEVEL_OF_WORK.fullmatch(text):
        return False
    is_name = inside[0].capital and not inside[0].kind & Kind.PLACE
    return is_name or (language == "en" and len(inside) > 1)
