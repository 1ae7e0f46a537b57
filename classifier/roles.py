"""Which position the mail is about, in the mail's own words, without reference numbers and "(m/w/d)".

Nothing is looked for by its phrase. Every stretch that could be a title is a candidate; what stands round it, its own
words, and that it stands in the subject and in the text as well, speak for it. None that is not good enough is taken.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from classifier.company_names import LEGAL_FORM
from classifier.languages import Speech
from classifier.reading import Fact
from classifier.titles.evidence import (
    ENOUGH,
    belongs,
    is_doubtful,
    points_in_subject,
    points_of,
    points_of_heading,
)
from classifier.titles.lexicon import FRAMES, Kind, Lexicon, lexicon_of, one_form
from classifier.titles.spans import Span, spans_in
from classifier.titles.tokens import GENDER_SIGN, Sign, Token, marked, tokens_of
from classifier.values import MAX_ROLE, tidy

_MOST_SENTENCES = 40
_MOST_LANGUAGES = 2
_LONGEST_HEADING = 8
_SHORT_SUBJECT = 6
_SHORTEST = 3
_LONGEST_SMALL = 3
_ENOUGH_IN_SUBJECT = 4.5
_AGAIN = 2.0
_DOUBT = 1.5
_NO_MORE_THAN_A_HEAD = 3.0
_LENGTH = 0.05  # of two alike the longer one
_ALIKE = 1.6
_WORTH_READING = Kind.HEAD | Kind.PAIR | Kind.POST | Kind.AS
_WORD = re.compile(r"[^\W_][\w/()*:\u00b7-]*[\w)]")
_YEAR = re.compile(r"[ ,]+(?:[\u2013-] )?(?:19|20)\d\d(?:[/-]\d{2,4})?$")
_NUMBER = re.compile(
    r"(?<!niveau)(?<!nivel)(?<!nível)(?<!livello)(?<!Level)(?<!Stufe)[ ,]+(?:[\u2013-] )?"
    r"(?:(?:19|20)\d\d(?:[/-]\d{2,4})?|\d\d[/-]\d\d|\d)$"
)
_SEASON = re.compile(
    r"(?<! of)(?<! d[eio])[ ,]+(?:[\u2013-] )?(?:spielzeit|(?:winter|sommer)?saison|(?:winter|sommer)(?:semester)?|"
    r"herbst|frühjahr|schuljahr|spring|summer|autumn|winter|temporada|stagione|seizoen|verano|invierno|été|hiver|(?-i:estate)|inverno|"
    r"verão|zomer)$",
    re.IGNORECASE,
)
_TRAININGS = frozenset({"Ausbildung", "Berufsausbildung", "Lehre", "Umschulung"})
_DECLINED = re.compile(r"(?:(?:[a-zäöüß]{3,}|[A-ZÄÖÜ][a-zäöüß]+(?:isch|end|lich|ig|iert))en )+")
_NEUTER = re.compile(r"(?:at|ats|um|ums)$")  # "Volontariat", "Praktikum"
_ARTICLES = {"der": "e", "einer": "e", "eines": "er", "einem": "er", "des": "er", "dem": "er"}
_AT_PLACE = re.compile(r" (?:im|am|in der|in|at|bei|beim) ")
_LEGAL_FORM = re.compile(rf",? {LEGAL_FORM},?$")
_AT_FIRM = re.compile(rf",[^,]{{1,60}} {LEGAL_FORM}$")  # "Head of Accounting, Gerber Holding AG"


@dataclass(slots=True)
class Title:
    """A title that was found: what speaks for it where it stood best, and how it is written in subject and text."""

    points: float = 0.0
    subject: str | None = None
    text: str | None = None
    lines: set[int] = field(default_factory=set)
    doubtful: bool = True


Titles = dict[str, Title]
Weigh = Callable[[Sequence[Token], Span, str], float]


def role_of(
    subject: str, sentences: Iterable[str], speeches: Sequence[Speech], company: str | None = None
) -> Fact | None:
    """Return the position that the mail names; the employer's name is none and ends one."""
    lines = [subject, *list(sentences)[:_MOST_SENTENCES]]
    for speech in speeches[:_MOST_LANGUAGES]:
        role = _best_of(titles_in(lines, speech.code, company))
        if role:
            return role
    return None


def titles_in(lines: Sequence[str], language: str, company: str | None) -> Titles:
    """Return all that could be titles in a subject and the sentences below it, in small letters; nothing for lists."""
    titles: Titles = {}
    lexicon, employer = lexicon_of(language), _finder(company)
    is_job_mail = is_prose = False
    for number, line in enumerate(lines):
        kinds = _kinds_in(line, lexicon)
        is_prose = is_prose or (number > 0 and len(kinds) > _LONGEST_HEADING)
        tells = FRAMES | Kind.HEAD if number == 0 and len(kinds) <= _SHORT_SUBJECT else FRAMES
        is_job_mail = is_job_mail or any(kind & tells for kind in kinds)
        if number == 0 and _is_list(line, kinds):
            return {}
        if any(kind & _WORTH_READING for kind in kinds):
            weigh = points_in_subject if number == 0 else points_of if is_prose else points_of_heading
            _read(titles, number, marked(line, employer), lexicon, weigh)
    return titles if is_job_mail else {}


def _kinds_in(line: str, lexicon: Lexicon) -> list[int]:
    """Return what the words of a line may be, without a look at their signs: most lines name nothing."""
    return [lexicon[word] for word in _WORD.findall(line.lower())]


def _read(titles: Titles, number: int, line: str, lexicon: Lexicon, weigh: Weigh) -> None:
    """Note what a marked line has."""
    tokens = tokens_of(line, lexicon)
    for span in spans_in(tokens, lexicon.language):
        points = weigh(tokens, span, lexicon.language)
        written = _written(line, tokens, span, lexicon) if points else None
        if written:
            key = " ".join(map(one_form, written.casefold().split()))
            title = titles.setdefault(key, Title())
            title.points = max(title.points, points)
            title.doubtful = title.doubtful and is_doubtful(tokens, span)
            _note(title, number, written)


def _finder(company: str | None) -> re.Pattern[str] | None:
    """Return what finds the employer's name, with its legal form or without."""
    bare = _LEGAL_FORM.sub("", company) if company else ""
    return re.compile(rf"\b{re.escape(bare)}\b") if len(bare) >= _SHORTEST else None


def _is_list(subject: str, kinds: Iterable[int]) -> bool:
    """Whether a subject speaks of so and so many positions."""
    return any(kind & Kind.MANY for kind in kinds) and any(map(str.isdigit, subject))


def _note(title: Title, number: int, written: str) -> None:
    title.lines.add(number)
    if number == 0:
        title.subject = written
    elif title.text is None or title.text.isupper():
        title.text = written


def _written(line: str, tokens: Sequence[Token], span: Span, lexicon: Lexicon) -> str | None:
    """Return a title as the line writes it, or None if it cannot be one."""
    if tokens[span.end - 1].sign is Sign.CLOSE and not belongs(tokens, span, lexicon.language):
        return None
    start = _with_training(tokens, span.start) if lexicon.language == "de" else span.start
    raw = line[tokens[start].start : tokens[span.end - 1].end].rstrip(".")
    if lexicon.language == "de" and span.head is not None:
        raw = _in_nominative(raw, tokens, span, lexicon)
    role = tidy(_AT_FIRM.sub("", " ".join(raw.replace(GENDER_SIGN, " ").split())), MAX_ROLE)
    role = _SEASON.sub("", (_YEAR if lexicon.language == "en" else _NUMBER).sub("", role)) if role else None
    return role if role and len(role) >= _SHORTEST else None


def _with_training(tokens: Sequence[Token], start: int) -> int:
    """Return where "Ausbildung zur Bankkauffrau" begins, of which the trade is only the aim."""
    at = start - 2 if start > 1 and tokens[start - 1].text in {"zur", "zum", "als"} else start - 1
    return at if at >= 0 and tokens[at].text in _TRAININGS else start


def _in_nominative(raw: str, tokens: Sequence[Token], span: Span, lexicon: Lexicon) -> str:
    """Return a German title as it is called: "die Stelle der persönlichen Referentin" is that of a "persönliche"."""
    head = next(token for token in tokens[span.start : span.end] if token.kind & Kind.HEAD)
    raw = raw.replace(head.text, lexicon.nominative(head.text), 1)
    article = tokens[span.start - 1].text.lower() if span.start else ""
    adjectives = _DECLINED.match(raw)
    if adjectives is None or article not in _ARTICLES:
        return raw
    ending = "es" if _ARTICLES[article] == "er" and _NEUTER.search(head.text) else _ARTICLES[article]
    return re.sub(r"en\b", ending, adjectives[0]) + raw[adjectives.end() :]


def _best_of(titles: Titles) -> Fact | None:
    """Return the title that most speaks for."""
    good = {text: title for text, title in titles.items() if title.points and _total(text, title) >= _enough(title)}
    if not good:
        return None
    best = max(good, key=lambda text: _total(text, good[text]))
    if _is_one_of_many(best, good):
        return None
    title = titles[_as_in_text(_fullest(best, good), titles)]
    if title.text and not (title.subject and title.text.isupper()):
        return Fact(title.text, "text")
    return Fact(title.subject or best, "subject")


def _enough(title: Title) -> float:
    """Return how much must speak for a title: one of several words begins a subject for a reason."""
    return _ENOUGH_IN_SUBJECT if title.subject and " " in title.subject else ENOUGH


def _total(text: str, title: Title) -> float:
    is_named = title.points > _NO_MORE_THAN_A_HEAD or title.subject
    again = _AGAIN * bool(is_named) if len(title.lines) > 1 else -_DOUBT * title.doubtful
    return title.points + again + _LENGTH * (text.count(" ") + 1)


def _is_one_of_many(best: str, titles: Titles) -> bool:
    """Whether the text names several positions with as much right."""
    words, enough = set(best.split()), titles[best].points - 1
    others = (text for text, title in titles.items() if title.points >= enough and not words & set(text.split()))
    return titles[best].subject is None and len(list(others)) > 1


def _fullest(best: str, titles: Titles) -> str:
    """Return the longest way in which the mail names the same position with as much right, but no place with it."""
    enough, lines = _total(best, titles[best]) - _ALIKE, len(titles[best].lines)
    same = (
        text
        for text, title in titles.items()
        if (text.startswith(f"{best} ") or text.endswith(f" {best}")) and not title.doubtful
        if (len(title.lines) >= lines and _total(text, title) >= enough) or _is_only_so(best, text, titles)
    )
    longest = max((best, *same), key=len)
    if len(titles[longest].lines) > 1:
        return longest
    without_place = (
        text for text in titles if longest.startswith(text) and _AT_PLACE.match(longest.removeprefix(text))
    )
    return max(without_place, key=len, default=longest)


def _is_only_so(best: str, longer: str, titles: Titles) -> bool:
    """Whether the text, where it names a position, always adds what stands in brackets or behind a dash."""
    written = titles[best].lines - {0}
    is_added = longer.removeprefix(best).lstrip()[:1] in {"(", "-", "\u2013"}
    return is_added and bool(written) and bool(titles[longer].points) and written <= titles[longer].lines


def _as_in_text(best: str, titles: Titles) -> str:
    """Return how the text writes what the subject writes without its small words: "Aushilfe im Verkauf"."""
    if titles[best].text:
        return best
    words = best.split()
    for text, title in titles.items():
        others = [word for word in text.split() if word not in words]
        is_same = len(text.split()) == len(words) + len(others) and [w for w in text.split() if w in words] == words
        if title.text and title.points and is_same and all(len(word) <= _LONGEST_SMALL for word in others):
            return text
    return best
