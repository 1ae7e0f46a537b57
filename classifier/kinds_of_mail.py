"""For whom a mail is written, as far as it says: for its sender, for an agency's client, or for no employer at all."""

import re
from collections import Counter
from itertools import chain

from classifier.candidates import MAX_SEARCHED, Told
from classifier.concepts import CONCEPTS, lexicon_of
from classifier.domains import registered_label
from classifier.introductions import introduced
from classifier.languages.patterns import either
from classifier.message import Message
from classifier.senders import is_service, is_unattended
from classifier.values import squash

_AGENCY_DOMAIN = re.compile(
    either(
        *("(?<!re)search", "recruit", "staffing", "personal", "headhunt", "talent", "interim", "zeitarbeit", "rh$"),
        *("rrhh", "emple[oa]", "trabaj", "werving", "uitzend"),
    )
)
_AGENCY = re.compile(
    r"(?i)"
    + either(
        *("executive search", "search (?:&|and|ltd|partners)", r"\bstaffing\b", "headhunt", "zeitarbeit"),
        *("personal(?:beratung|vermittlung|service|dienst)", "(?:cabinet|conseil) .*recrutement", "recrutement de"),
        *("chasseur", "agenzia per il lavoro", "ricerca e selezione", r"\bETT\b", "trabajo temporal", "uitzend"),
        *("detacher", "interim", "werving (?:&|en) selectie", "(?:senior|managing|recruitment) consultant"),
    )
)
# "Hollis Reed Recruitment" in a line of its own; an employer's own people write "Recruiting".
_AGENCY_NAME = re.compile(
    r"(?:[A-ZÀ-Þ&][\w'’-]* ){1,4}(?:Recruitment|Personnel|Search|Resourcing|Selection|Staffing|Consultants)"
    r"(?: (?:Ltd|Limited|LLP|Group|Partners))?\.?"
)
_BULLETIN = re.compile(
    r"(?i)\b(?:job-?)?"
    + either(
        *("alerts?", "alertas?", "alertes?", "jobmail", "newsletters?", "news", "bolet[ií]n", "boletim", "lettre"),
        *("letter", "nieuwsbrief", "digest", "avvisi"),
    )
    + r"\b"
)
_WORD = re.compile(r"[^\W\d_][\w'-]+")
_ABOUT_WORK = [CONCEPTS.index(concept) for concept in ("ROLE", "HIRE", "CAREER", "INTERVIEW", "APPLY")]
_ABOUT_ELSE = [CONCEPTS.index(concept) for concept in ("CREDIT", "NEWS")]
_SHORTEST_NAME = 3
_HOUSING = CONCEPTS.index("HOUSING")


def is_for_client(told: Told) -> bool:
    """Whether it is written for another employer: it speaks of a client, or the sender is called an agency."""
    lines = [line.text for line in told.last if line.is_signed]
    sender = told.message.sender
    if _is_agencys_domain(told.message) or any(map(_AGENCY.search, lines)):
        return True
    if (
        sender
        and not is_unattended(sender.email)
        and not is_service(sender)
        and any(map(_AGENCY_NAME.fullmatch, lines))
    ):
        return True
    if any(saying.search(told.said) for speech in told.speeches for saying in speech.clients):
        return True
    return next(introduced(told), None) is not None


def _is_agencys_domain(message: Message) -> bool:
    """Whether a domain is called like an agency; "acme.hireboard.example" of Acme is one that a system has."""
    label = registered_label(message)
    if message.sender is None or not _AGENCY_DOMAIN.search(label):
        return False
    below = message.sender.domain.partition(f"{label}.")[0].strip(".")
    return len(below) <= _SHORTEST_NAME or squash(below) not in squash(message.sender.name)


def is_about_else(told: Told, name: str) -> bool:
    """Whether it plainly comes from no employer: a bulletin, or it speaks more of flats or loans than of work.

    The words of the sender's name say nothing: a bank refuses applicants as well.
    """
    sender = told.message.sender
    if sender and (_BULLETIN.search(sender.name) or _BULLETIN.fullmatch(sender.email.partition("@")[0])):
        return True
    lexicon = lexicon_of(told.speeches[0].code)
    if lexicon is None:
        return False
    words = set(_WORD.findall(told.said[:MAX_SEARCHED]))
    counts = Counter(chain.from_iterable(map(lexicon.__getitem__, words)))
    own = Counter(concept for word in words.intersection(name.split()) for concept in lexicon[word])
    work = max(1, sum(counts[concept] - own[concept] for concept in _ABOUT_WORK))
    homes = counts[_HOUSING]
    return homes > work or any(counts[concept] - own[concept] > work for concept in _ABOUT_ELSE)
