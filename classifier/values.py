"""What may become a fact: one short line of plain words.

A fact ends in a draft and on a screen, so what a hostile mail may hide in it (markup, links, template marks, line ends)
makes it no fact at all.
"""

import re
import unicodedata
from functools import lru_cache

from classifier.characters import one_line

_CACHED = 4096  # words
MAX_COMPANY = 80
MAX_ROLE = 120
MAX_PERSON = 80
MAX_WHEN = 80
MAX_REQUISITION = 40

# A star stands inside "Manager*in", and a per cent sign behind a number.
_FORBIDDEN = re.compile(
    r"[{}<>@\\^~`$=_|\[\]\n\r\t\u2028\u2029#;!?\"]|\*(?!in\b)|(?<!\d)(?<!\d[ \u00a0])%|https?:|www\.|//",
    re.IGNORECASE,
)
_NO_LETTER = re.compile(r"[\W_]+")
_NOISE = re.compile(r"^[\s\"'„“”\u201a‘’«».,:;*_–—|/-]+|[\s\"„“”\u201a‘«»,:;*_–—|/-]+$")


def tidy(value: str, limit: int, *, may_be_number: bool = False) -> str | None:
    """Return the value on one line without quotes around it, or None if it is empty, too long or not plain words."""
    if value.isascii() and value.replace(" ", "").isalpha():  # most names: nothing to tidy but blanks
        text = " ".join(value[: 4 * limit].split())
        return text if 1 < len(text) <= limit else None
    text = _NOISE.sub("", one_line(value[: 4 * limit]))
    if not 1 < len(text) <= limit or _FORBIDDEN.search(text):
        return None
    return text if may_be_number or any(map(str.isalpha, text)) else None


@lru_cache(maxsize=_CACHED)
def squash(text: str) -> str:
    """Return the letters and digits only, folded and without accents: to compare a name with a domain."""
    if text.isascii():
        return text.lower() if text.isalnum() else _NO_LETTER.sub("", text.lower())
    folded = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", folded))
