"""The end of a mail: which lines stand for themselves there, and how far below a closing ("Best regards,").

Names of people and employers stand in short lines; sentences, also those of footers, are told from them by their small
words. Who signs without any closing still signs in a line of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifier.languages import Saying, everywhere, vocabulary
from classifier.languages.patterns import words

MAX_LINES = 40
_MAX_CHARACTERS = 4000
_LONGEST = 120
_SIGNED_TOGETHER = 60
_FAR = 99

_WISHES = (
    "(?:with )?(?:all |every )?(?:good|best|kind|warm|friendly) wishes|(?:in )?solidarity|yours(?: ever| aye)?|all best"
)
_CLOSING = Saying(
    rf"(?i)(?:{everywhere('closings')}|{_WISHES})(?: {everywhere('behind_closings')} [^,.!\n]{{2,40}})?"
    r"(?P<mark>[,.!:]*)(?: *[-–—]? *(?P<rest>.{0,80}))?"
)
_CLOSING_WORDS = vocabulary("closing_words")
_NAME_LIKE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){0,3}")
_SMALL_WORD = re.compile(r"(?<![\w.'’-])[^\W\d_A-ZÀ-Þ][^\W\d_]+(?![\w.])")
_PARTICLES = words("van von der den de la los las du di da do dos das del ten ter te zu zum zur el und e y et i")
_ENOUGH_SMALL_WORDS = 3
_LAST_SENTENCE = re.compile(r"(?<=[.!?]) ")
_SENTENCE_END = re.compile(r"(?<![\w.])[^\W\d_A-ZÀ-Þ][\w'’-]*[.!?…]$|[!?…]$")
_SEPARATORS = re.compile(r"[|·•]")
_BULLET = re.compile(r"[-*•–]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line near the end of a mail that stands for itself.

    Attributes:
        text: The line, stripped.
        behind: How many lines it stands below the nearest closing (0: on its line); `FAR` when there is none above.
        begins: Whether a blank line or a sentence stands above it.
        above: The line before it, whatever it is; empty for the first.
        below: The next line, if it is such a line too, else empty.
    """

    text: str
    behind: int
    begins: bool
    above: str
    below: str

    @property
    def is_signed(self) -> bool:
        """Whether a closing stands above it."""
        return self.behind < _FAR


def ending(text: str) -> tuple[Line, ...]:
    """Return the lines that stand for themselves in the last lines of a text, in their order."""
    rows = _rows(text)
    found: list[Line] = []
    behind = _FAR
    for number, (line, begins, is_said) in enumerate(rows):
        above = rows[number - 1][0] if number else ""
        below, _, goes_on = rows[number + 1] if number + 1 < len(rows) else ("", False, False)
        tail = line if below or not is_said else _LAST_SENTENCE.split(line)[-1]
        is_last = not below or not goes_on
        rest = _closes(tail, is_last) if tail == line or _CLOSING.fullmatch(tail) else None
        if rest is None and number > 1 and line.endswith(",") and _is_name_like(below) and not is_said:
            rest = ""
        if rest is not None:
            behind = 0
            line, begins, is_said = rest, True, is_prose(rest)  # noqa: PLW2901 - what else stands on the closing's line
        elif behind < _FAR:
            behind += 1
        if line and (not is_said or (behind <= 1 and len(line) <= _SIGNED_TOGETHER)):
            found.append(Line(line, behind, begins, above, "" if goes_on else below))
    return tuple(found)


def above_closing(text: str) -> str:
    """Return the text above its last closing, all of it when it has none or begins with one."""
    lines = text.split("\n")
    stripped = [line.strip() for line in lines]
    number = next((number for number in _closings(stripped)), len(lines))
    return "\n".join(lines[:number]).strip() or text


def is_prose(line: str) -> bool:
    """Whether a line is (a part of) a sentence, by its small words and its end."""
    if "|" in line or "·" in line or "•" in line:
        return any(is_prose(part) for part in _SEPARATORS.split(line))
    if len(line) > _LONGEST:
        return True
    small = sum(word not in _PARTICLES for word in _SMALL_WORD.findall(line.rstrip(".")))
    return small >= _ENOUGH_SMALL_WORDS or (small > 1 and _SENTENCE_END.search(line) is not None)


def _is_name_like(line: str) -> bool:
    """Whether a line is a word or a few that may be a name, and no more."""
    return _NAME_LIKE.fullmatch(line) is not None


def _rows(text: str) -> list[tuple[str, bool, bool]]:
    """Return the last lines that are not blank, whether each begins a paragraph or stands below prose, and is prose."""
    rows: list[tuple[str, bool, bool]] = []
    begins = True
    for raw in text[-_MAX_CHARACTERS:].split("\n"):
        line = raw.strip()
        is_said = is_prose(line)
        is_rule = not line.strip("-_*=~ ")
        if not is_rule:
            rows.append((line, begins, is_said))
        begins = is_said or is_rule
    return rows[-MAX_LINES:]


def _closes(line: str, is_last: bool) -> str | None:  # noqa: FBT001 - a fact of the line
    """Return what else stands on a line that closes a letter (as a rule nothing), or None if it closes none."""
    if _BULLET.match(line):
        return None
    closing = _CLOSING.fullmatch(line) if len(line) <= _LONGEST else None
    if closing:
        rest = (closing["rest"] or "").strip()
        if not rest or closing["mark"] or _is_name_like(rest):
            return rest
    return "" if is_last and _CLOSING_WORDS.found_in(line[-_LONGEST:]) else None


def _closings(lines: Sequence[str]) -> Iterator[int]:
    """Yield the number of each line that is a closing, the last one first."""
    for number in range(len(lines) - 1, -1, -1):
        closing = _CLOSING.fullmatch(lines[number]) if 0 < len(lines[number]) <= _LONGEST else None
        if closing and (closing["mark"] or not closing["rest"]):
            yield number
