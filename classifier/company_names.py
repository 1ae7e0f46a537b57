"""Whether a few words can be an employer's name, and where that name ends."""

import re
from functools import cache

from classifier.language import DEFAULT
from classifier.languages import SPEECHES, Speech
from classifier.languages.patterns import LINK, either
from classifier.names import FIRST_NAMES
from classifier.people import is_person
from classifier.senders import SERVICES
from classifier.values import MAX_COMPANY, squash, tidy

_SERVICE_NAMES = frozenset(squash(service.name) for service in SERVICES) | {
    "workdayrecruiting",
    "oracletaleo",
    "sapsuccessfactors",
    "linkedinjobs",
    "indeedapply",
    "greenhousesoftware",
}
_SALUTATION = re.compile(r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Frau|Herr[n]?)\b")


def clean_company(raw: str, speeches: tuple[Speech, ...]) -> str | None:
    """Return the name without what a pattern took too much, or None if it is none."""
    text = tidy(_stops(_codes(speeches)).sub("", raw), MAX_COMPANY)
    text = re.sub(r"^(?:the|The|Team|Firma) ", "", text).rstrip("\u2019'") if text else None
    text = re.sub(r"['\u2019]s$", "", text) if text else None
    if not text or len(text) < 2 or _never(_codes(speeches)).search(text):  # noqa: PLR2004
        return None
    if _SALUTATION.match(text) or is_person(text) or text.partition("-")[0].casefold() in FIRST_NAMES:
        return None
    begins_well = text[0].isupper() or re.match(r"\d\S*[A-Za-z]", text) is not None
    return text if begins_well and squash(text) not in _SERVICE_NAMES else None


def _codes(speeches: tuple[Speech, ...]) -> tuple[str, ...]:
    """Return what the languages are called, and English, whose "HR" and "People Team" the others borrow.

    Of each speech there are as many copies as mails, of codes a few.
    """
    return tuple(dict.fromkeys((*(speech.code for speech in speeches), DEFAULT)))


@cache
def _stops(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Return what ends a name that was taken too long, and the joints that are left at its end."""
    stops = either(*(stop for code in codes for stop in SPEECHES[code].company_stops))
    return re.compile(rf"(?: {LINK}){{0,3}} ?\b{stops}\b.*|(?: {LINK}){{1,3}}$")


@cache
def _never(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Return what no employer is called: the whole name a common word, or a profession in it."""
    articles = either(*(article for code in codes for article in SPEECHES[code].articles))
    names = either(*(name for code in codes for name in SPEECHES[code].no_companies))
    roles = either(*(role for code in codes for role in SPEECHES[code].role_words))
    return re.compile(rf"(?i)^(?:{articles} ){{0,3}}{names}$|\b{roles}\b")
