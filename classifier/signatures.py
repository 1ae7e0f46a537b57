"""Where a mail's signature is: the lines behind its last closing ("Best regards,")."""

import re
from dataclasses import dataclass

MAX_LINES = 12

_CLOSING = re.compile(
    r"(?i)(?:(?:with )?(?:my |our )?(?:very |all )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere)(?: personal)? "
    r"(?:regards|wishes|thanks|greetings)|regards|best|sincerely|(?:yours|very) (?:sincerely|truly(?: yours)?|"
    r"faithfully)|"
    r"sincerely yours|all the (?:best|very best)|the (?:best|very best)|cheers|warmly|respectfully|cordially|take care|"
    r"thanks(?: again| so much)?|thank you(?: again| so much| very much)?|many thanks|with (?:gratitude|appreciation)|"
    r"(?:mit )?(?:(?:ganz|den|sehr) )?(?:freundliche[nm]?|freundlich|viele[n]?|beste[nm]?|liebe[n]?|herzliche[nm]?|"
    r"sonnige[n]?|schöne[n]?|nette[n]?)(?:,? und (?:freundliche|sonnige|herzliche|liebe)n?)? "
    r"(?:gr(?:ü|ue)(?:ß|ss)(?:en|e)?|gruß|gruss|wünschen?)|gr(?:ü|ue)(?:ß|ss)e|vg|lg|mfg|hochachtungsvoll|alles gute|"
    r"alles liebe|herzlichst)"
    r"(?: (?:from|aus|und|nach|and|to) [^,.!\n]{2,40})?(?P<mark>[,.!:]*)(?: *[-–—]? *(?P<rest>.{0,80}))?"
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
