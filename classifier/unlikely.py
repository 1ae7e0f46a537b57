"""Names that no employer has, whatever place seems to name it: what people are, where they meet, how a sentence begins.

Each is kept all the same where the sender's own domain spells it or a legal form stands behind it.
"""

import re

from classifier.candidates import SUBJECT, TEXT, Candidate, Told, has_function, is_common
from classifier.company_names import core, legal_end
from classifier.domains import share_spelled
from classifier.languages import Saying, everywhere
from classifier.languages.patterns import either
from classifier.senders import sender_service
from classifier.values import squash

_OWN_DOMAIN = 2.5
_MOST_OF_IT = 0.6
_NUMBERED = re.compile(r"\S+ (?:no\. ?|nr\. ?)?\d+[a-z]?")  # "Room 12", "Big 4"
_SIGNED_FOR = Saying(rf"(?i)(?:{everywhere('signed_for')}|gez)(?:\s|(?<=[.\s]))")
_JOINED = re.compile(r"[&+]$|\b(?:and|und|et|y|e|en)$")
_ARTICLE = re.compile(r"(?i)the|die|der|das|l[aeo]s?|les|el|los|il|gli|het|de|[aoi]s?")
_GATHERING = re.compile(
    r"(?i)"
    + either(
        *(
            r".* (?:committee|panel|cohort|intake|scheme|program(?:me)?|round|stage|batch|drive|academy day)",
            r"fall \w+",
        ),
        *(r".*(?:runde|ausschuss|gremium|verfahren|kommission|tag der .*|ende der woche)", r"(?:ergebnis|ende) .*"),
        *(r"(?:comité|commission|jury|session|phase|tribunal|comisión|commissione|commissie|comissão|júri|fase) .*",),
    )
)


def is_unlikely(one: Candidate, told: Told) -> bool:
    """Whether a candidate is rather something else than an employer."""
    name = one.name
    if _is_service(name, told):
        return True
    if legal_end(name) is not None or _is_own(name, told):
        return False
    if _NUMBERED.fullmatch(name) or _SIGNED_FOR.match(name):
        return True
    if one.place in {TEXT, SUBJECT}:
        return _begins_otherwise(name, told) or _is_only_common(name, told)
    return _is_somebodys_post(name)


def _is_service(name: str, told: Told) -> bool:
    """Whether this is the firm behind the service that sent the mail."""
    service = sender_service(told.message.sender.domain) if told.message.sender else None
    return service is not None and core(name)[:1] == (squash(service.name),)


def _is_somebodys_post(name: str) -> bool:
    """Whether a name ends as what somebody is ("School Business Manager"); "Brenner & Partner" are a firm."""
    before, blank, last = name.rpartition(" ")
    return bool(blank) and not last.endswith("s") and has_function(last) and not _JOINED.search(before)


def _is_own(name: str, told: Told) -> bool:
    """Whether the sender's own domain spells a name."""
    own = (hint.letters for hint in told.hints if hint.weight >= _OWN_DOMAIN)
    return any(share_spelled(name, letters) >= _MOST_OF_IT for letters in own)


def _begins_otherwise(name: str, told: Told) -> bool:
    """Whether it begins as sentences do ("En revisión"), or is called like what people meet at."""
    first = name.partition(" ")[0]
    is_small = any(first.lower() in speech.function_words for speech in told.speeches)
    return (is_small and not _ARTICLE.fullmatch(first)) or _GATHERING.fullmatch(name) is not None


def _is_only_common(name: str, told: Told) -> bool:
    return all(is_common(word, told) for word in name.split())
