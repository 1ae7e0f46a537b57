"""What a person's name looks like: titles, first names that are known, initials, particles, surnames."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from classifier.languages import Saying, everywhere, vocabulary
from classifier.values import MAX_PERSON, tidy

_TITLES = Saying(rf"(?:(?i:{everywhere('person_titles')})\.?[ªº]?(?:-Ing\.?)?,? ?){{1,6}}(?=[A-ZÀ-Þ])")
_WORD = (
    r"(?:[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž'’]+(?:[A-ZÀ-Þ][a-zß-ÿ]+)?(?:-[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž'’]+)*"
    r"|[A-ZÀ-Þ]['’][A-ZÀ-Þ][a-zß-ÿ]+|M\.?ª|[A-ZÀ-Þ]{2,20})"
)
_TOKEN = re.compile(
    rf" ?(?:(?P<word>{_WORD})(?![\w.])|(?P<initials>(?:(?:[A-ZÀ-Þ]|Ch|Th|Ph|IJ)\.-?){{1,5}})"
    r"|(?P<initial>[A-ZÀ-Þ])(?!\w)"
    r"|\((?!M(?:rs?|s|iss|x)\b)(?P<called>[A-ZÀ-Þ][a-zß-ÿ'’-]+(?: [A-ZÀ-Þ][a-zß-ÿ'’-]+)?)\)"
    r"|(?P<small>[a-zé'’]{1,3}|[a-z]{3,4})(?= ))"
)
_PARTICLES = frozenset(
    "van von der den de la los las le du di da do das del dos ten ter te zu zum zur el al bin ibn e y i 't ’t".split()  # noqa: SIM905
)
_DEGREE = re.compile(
    r",? (?:LL\. ?[MB]\.|LL[MB]|Ph\.? ?D\.?|MBA|M\. ?Sc\.|MSc|M\. ?A\.|B\. ?Sc\.|BSc|B\. ?A\.|MD)(?![\w.])"
)
_GRADES = frozenset({"Assoc", "Chartered", "Affiliate", "Grad", "Hons"})  # "Anna Blum Assoc CIPD"
_SOCIETY = r"(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]{1,7}(?:-[A-Z]{2,4})?"  # "MRTPI", "SHRM-CP"
_LETTERS = re.compile(rf"^(?:,? (?:{'|'.join(sorted(_GRADES))}|{_SOCIETY})\b)+")
INITIALLED = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\. ?){1,3}[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?")
_NO_NAME = vocabulary("no_names")
_MOST_TOKENS = 9
_CACHED = 1024  # one mail asks for the same words many times


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was written, with its title.

    Attributes:
        written: The name as it stands there ("Dr. Anna Müller").
        words: Its words but for titles, initials and particles ("Anna", "Müller").
        is_full: Whether it has a first name (or its initial) and a surname (or its initial).
        is_titled: Whether a title stands before it.
        rest: What stands behind it on the line.
    """

    written: str
    words: tuple[str, ...]
    is_full: bool
    is_titled: bool
    rest: str

    @property
    def first(self) -> str:
        """The first of its words; empty when there are only initials."""
        return self.words[0] if self.words else ""

    @property
    def is_known(self) -> bool:
        """Whether its first name is a known one."""
        return is_first_name(self.first)


@lru_cache(maxsize=_CACHED)
def name_at_start(line: str) -> Name | None:
    """Return the person's name that a line begins with, if it has the shape of one and no word that names have not."""
    title = _TITLES.match(line)
    start = end = title.end() if title else 0
    kinds: list[str] = []
    found: list[str] = []
    while len(found) < _MOST_TOKENS and (token := _TOKEN.match(line, end)):
        kind = str(token.lastgroup)
        if kind == "small" and token["small"] not in _PARTICLES:
            break
        kinds.append(kind)
        found.append(token[0])
        end = token.end()
    while kinds and (kinds[-1] == "small" or _is_letters_behind(found)):
        kinds.pop()
        end -= len(found.pop())
    return _name(line, start, end, kinds, found, is_titled=title is not None)


def _is_letters_behind(found: list[str]) -> bool:
    """Whether the last of these is the letters of a society ("Joanne Sutcliffe MRTPI")."""
    if len(found) > len(("first", "last")) and found[-1].strip() in _GRADES:
        return True
    if len(found) <= len(("first", "last")) or not found[-1].isupper():
        return False
    return len(found[-1].strip()) > 1 and not found[-1].endswith(".") and not "".join(found[:-1]).isupper()


def _name(line: str, start: int, end: int, kinds: list[str], found: list[str], *, is_titled: bool) -> Name | None:
    """Return the name between these places of a line, if its parts make one."""
    words = tuple(part.strip() for part, kind in zip(found, kinds, strict=True) if kind == "word")
    bare = line[start:end].strip()
    if not words or kinds[0] not in {"word", "initials", "initial"} or len(words) > 5 or bare.isupper():  # noqa: PLR2004
        return None
    if _NO_NAME.found_in(" ".join(words)):
        return None
    degree = _DEGREE.match(line, end)
    end = degree.end() if degree else end
    written = tidy(line[:end], MAX_PERSON)
    is_full = sum(kind != "small" for kind in kinds) > 1
    rest = _LETTERS.sub("", line[end:], count=1)
    return Name(written, words, is_full, is_titled, rest) if written else None


def whole_name(text: str) -> Name | None:
    """Return the name if it is all there is."""
    name = name_at_start(text.strip())
    return name if name and not name.rest.strip(" .") else None


def is_person(text: str) -> bool:
    """Whether this reads as a person's full name, with a first name that is known."""
    name = whole_name(text)
    return name is not None and name.is_full and name.is_known


def is_first_name(word: str) -> bool:
    """Whether this (or the first half of it: "Anna-Lena") is a known first name."""
    plain = folded(word)
    return plain in _first_names() or plain.partition("-")[0] in _first_names()


def folded(word: str) -> str:
    """Return a word in small letters without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _first_names() -> frozenset[str]:
    lines = (files("classifier") / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
