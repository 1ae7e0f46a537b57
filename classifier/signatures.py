"""Where a mail's signature is: the lines behind its last closing ("Best regards,")."""

from dataclasses import dataclass

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
    for number in range(len(lines) - 1, -1, -1):
        closing = _CLOSING.fullmatch(lines[number]) if 0 < len(lines[number]) <= 120 else None  # noqa: PLR2004
        if closing and (closing["mark"] or not closing["rest"]):
            rest = [closing["rest"].strip()] if closing["rest"] else []
            below = [line for line in lines[number + 1 : number + 1 + 2 * MAX_LINES] if line]
            found.append(Signature(tuple((rest + below)[:MAX_LINES])))
        if len(found) == 3:  # noqa: PLR2004
            break
    return found
