"""Names that may be the employer's: what is read to find them, and how a line or a header is taken apart for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from classifier.company_names import is_organisation, legal_end, without_team
from classifier.concepts import lexicon_of as concepts_of
from classifier.domains import Hint, share_spelled
from classifier.language import DEFAULT
from classifier.languages import Speech, vocabulary
from classifier.message import Message
from classifier.names import is_person
from classifier.signatures import Line
from classifier.titles.lexicon import FRAMES, SMALL_WORDS, Kind, lexicon_of

MAX_SEARCHED = 4000
DISPLAYED, SUBJECT, TEXT, SIGNED, LABELLED = "sender's display name", "subject", "text", "signature", "letterhead"
WHOLE, SAID, PART = 3, 2, 1

_CACHED = 1024  # one mail asks for the same words many times
_UNNAMED = 1.0
_COMMON = FRAMES | SMALL_WORDS | Kind.STOP | Kind.WE | Kind.LEVEL
_GERMANIC = ("de", "nl")
_PARTS = vocabulary("departments")
_FUNCTIONS = vocabulary("functions", beginnings=True)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be the employer's.

    Attributes:
        name: As it is written there.
        place: Where it stood; two places are two witnesses.
        weight: What that place alone says for it; `companies` says how much is enough.
        fullness: How sure it is that this is the whole name: a line of its own (`WHOLE`), a sentence (`SAID`), or what
            was left of a team or a subject (`PART`).
    """

    name: str
    place: str
    weight: float
    fullness: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a mail tells, as far as an employer may be named in it.

    Attributes:
        message: The mail.
        lines: Its subject and its sentences, without numbers of positions.
        last: The lines near its end that stand for themselves.
        speeches: How its languages say what they say.
        hints: What its addresses hint at.
        for_client: An agency or a portal writes for an employer, so the sender's own name may be like a department's.
        is_unnamed: A service sends in a person's or nobody's name, so the mail itself has to name the employer.
    """

    message: Message
    lines: Sequence[str]
    last: Sequence[Line]
    speeches: tuple[Speech, ...]
    hints: Sequence[Hint]
    for_client: bool = False
    is_unnamed: bool = False

    @property
    def said(self) -> str:
        """Subject and text."""
        return f"{self.message.subject}\n{self.message.text[:MAX_SEARCHED]}"

    @property
    def more(self) -> float:
        """What the mail's own words weigh more than otherwise."""
        return _UNNAMED if self.is_unnamed else 0.0


def bare_of(part: str, hints: Sequence[Hint]) -> str:
    """Return a part of a line without the words of a team, but for those that the address has as well."""
    bare = without_team(part)
    return part if bare != part and share_of(part, hints) > share_of(bare, hints) else bare


def share_of(name: str, hints: Sequence[Hint]) -> float:
    """Return the largest share of an address that a name spells."""
    return max((share_spelled(name, hint.letters) for hint in hints), default=0.0)


def may_be_person(name: str) -> bool:
    """Whether this is rather somebody's name than an employer's."""
    return is_person(name) and not is_organisation(name)


def is_position(name: str, speeches: Sequence[Speech]) -> bool:
    """Whether a word of what people do is in it, where titles have it: in Romance languages at the beginning."""
    return _is_position(name, tuple(speech.code for speech in speeches))


@lru_cache(maxsize=_CACHED)
def _is_position(name: str, codes: tuple[str, ...]) -> bool:
    words = [bare for word in name.lower().split() if (bare := word.strip(",;:()")).strip("iv")] or [""]
    if legal_end(name) is not None:
        return False
    germanic = [lexicon_of(code) for code in {DEFAULT, *(code for code in codes if code in _GERMANIC)}]
    kinds = [lexicon_of(code)[words[0]] for code in codes]
    kinds += [lexicon[words[-1]] for lexicon in germanic]
    kinds += [lexicon.whole(word) for lexicon in germanic for word in words[:-1]]
    unlike = Kind.NOT if len(words) > 1 and not is_organisation(name) else Kind.NOT | Kind.WEAK
    return any(kind & Kind.HEAD and not kind & unlike for kind in kinds)


def is_department(name: str) -> bool:
    """Whether it begins with a word for a part of an employer."""
    return _PARTS.begins(name)


def is_function(name: str) -> bool:
    """Whether it begins with what somebody is who signs."""
    return _FUNCTIONS.begins(name)


def has_function(name: str) -> bool:
    """Whether it says what somebody is who signs."""
    return _FUNCTIONS.found_in(name)


def is_place(name: str, told: Told) -> bool:
    """Whether this is a town or a country that titles are known to stand beside."""
    return any(lexicon_of(speech.code)[name.lower()] & Kind.PLACE for speech in told.speeches)


def is_uncommon(name: str, told: Told) -> bool:
    """Whether a name of a word or two has none of the words that job mail is made of."""
    return len(name.split()) <= 2 and name.istitle() and not is_common(name, told)  # noqa: PLR2004


def is_common(name: str, told: Told) -> bool:
    """Whether any of these words is one that job mail is made of."""
    words = name.split()
    codes = (*(speech.code for speech in told.speeches), DEFAULT)
    if any(lexicon_of(code)[word.lower()] & _COMMON for code in codes for word in words):
        return True
    lexicons = [lexicon for code in codes if (lexicon := concepts_of(code)) is not None]
    return any(lexicon[word] for lexicon in lexicons for word in words)
