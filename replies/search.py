"""Whom to search for when nobody reads the sender, and whether who wrote a mail that was found may be answered.

Only people of the employer's own house count, with an address that they wrote from or invited with; none is made up.
"""

import unicodedata
from collections.abc import Iterator

from classifier.message import Message
from classifier.reading import Label
from replies.decide import is_bounce, is_from_list
from replies.decision import Policy
from replies.domains import is_house, is_of, organisation, same_organisation
from replies.names import company_key

_SHORTEST = 4
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_TELLING = frozenset({Label.INTERVIEW, Label.OFFER, Label.FEEDBACK, Label.ACKNOWLEDGEMENT})


def words_for(company: str, sender: str | None) -> tuple[str, ...]:
    """Return the words that senders of this company's mail bear: its own domain, then its name as domains spell it."""
    domain = (sender or "").rpartition("@")[2]
    own = [organisation(domain)] if domain and is_house(domain) and not is_of(company, domain) else []
    return tuple(dict.fromkeys([*own, *_spellings(company)]))


def may_be_answered(email: str | None, company: str, sender: str | None) -> bool:
    """Whether this address belongs to the company whose rejection came from `sender`."""
    domain, theirs = (email or "").rpartition("@")[2], (sender or "").rpartition("@")[2]
    if not domain or not is_house(domain):
        return False
    return is_of(company, domain) or (is_house(theirs) and same_organisation(domain, theirs))


def is_about_application(message: Message, label: Label, policy: Policy) -> bool:
    """Whether a mail that was found tells of an application: then who wrote it is somebody to answer."""
    own = message.sender is None or policy.is_own(message.sender.email)
    return label in _TELLING and not own and not is_bounce(message) and not is_from_list(message)


def _spellings(company: str) -> Iterator[str]:
    """Yield the name in one word and its first word, in the letters of domains."""
    name = company_key(company)
    for plain in (name.translate(_GERMAN), name):
        letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
        for word in ("".join(letters.split()), "-".join(letters.split()), letters.split()[0] if letters else ""):
            if len(word) >= _SHORTEST:
                yield word
