"""Where a mail's signature is: the lines behind its last closing ("Best regards,")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from classifier.languages import Saying, everywhere

MAX_LINES = 12

_CLOSING = Saying(
    rf"(?i){everywhere('closings')}(?: {everywhere('behind_closings')} [^,.!\n]{{2,40}})?"
    r"(?P<mark>[,.!:]*)(?: *[-–—]? *(?P<rest>.{0,80}))?"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines below a closing, blank ones left out; the first may have stood on the closing's own line."""

    lines: tuple[str, ...]


def signatures(text: str) -> list[Signature]:
    """Return what stands below each closing of the text, the last closing first."""
    lines = [line.strip() for line in text.split("\n")]
    found: list[Signature] = []
    for number, rest in islice(_closings(lines), 3):
        below = [line for line in lines[number + 1 : number + 1 + 2 * MAX_LINES] if line]
        found.append(Signature(tuple(([rest] * bool(rest) + below)[:MAX_LINES])))
    return found


def above_closing(text: str) -> str:
    """Return the text above its last closing, all of it when it has none or begins with one."""
    lines = text.split("\n")
    number = next((number for number, _ in _closings([line.strip() for line in lines])), len(lines))
    return "\n".join(lines[:number]).strip() or text


def _closings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number of each line that is a closing, the last one first, and what else stands on it."""
    for number in range(len(lines) - 1, -1, -1):
        closing = _CLOSING.fullmatch(lines[number]) if 0 < len(lines[number]) <= 120 else None  # noqa: PLR2004
        if closing and (closing["mark"] or not closing["rest"]):
            yield number, (closing["rest"] or "").strip()
