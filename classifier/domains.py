"""What addresses say of the employer's name: its letters, but neither its spaces nor its capitals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from os.path import commonprefix

from publicsuffixlist import PublicSuffixList

from classifier.company_names import is_organisation
from classifier.message import Message
from classifier.names import folded
from classifier.senders import is_freemail, is_team, sender_service
from classifier.values import MAX_COMPANY, squash, tidy

_OWN, _TENANT, _LINKED, _LOCAL = 2.5, 2.0, 1.5, 1.5
_SHORTEST, _LONGEST = 3, 40
_MOST_HOSTS = 20
_CACHED = 1024  # one mail asks for the same words many times
_ENOUGH_SPELLED = 0.6
_LONGEST_INITIALS = 6
_LONG = 4  # letters of a word that is a witness
_MOST_LEFT_OUT = 3  # letters before the name ("ra-", "cm-")
# Labels of domains and parts of addresses that name a purpose or a public body, not somebody.
_PURPOSE = re.compile(
    r"(?:careers?|jobs?|hr|rh|karriere|recruit(?:ing|ment|er)?|talents?|e?-?mail(?:er|s|ing)?|m|app|apps|eu|us|uk|de|www\d?|my|inbound|"
    r"candidates?|candidate-\w+|no-?reply|notifications?|notify|system|reply|info|news|alerts?|pec|portal|calendar|cal|"
    r"gov|gob|gouv|ac|edu|co|com|org|net|mil|nhs|bewerbung(?:en)?|sollicitaties?|vacatures|recrutement|seleccion|lavoro|"
    r"selezione|recrutamento|vagas|empleo|stellen|autoreply|via|example|test|\d+)"
)
_AFFIX = re.compile(
    r"^(?:werken-?bij|trabaja-?en|lavora-?con|jobs-?at|join|go|get|team)-?(?=\w{4})|"
    r"-?(?:careers?|jobs?|hr|karriere|recruiting|mail|email|talent)$"
)
_WHOLE_WORD = re.compile(r"(?<![\w@.])[\w&'-]+(?![\w@]|\.\w)")
_NO_LETTER = re.compile(r"[^a-z0-9]")
_PIECES = re.compile(r"[._-]")
_WORDS = re.compile(r"&|[^\W_]+")
_LONG_WORD = re.compile(r"\w{4,}")
_HOST = re.compile(r"https?://([\w.-]{4,80})")
_AND = frozenset({"and", "und", "et", "y", "e", "en"})


@dataclass(frozen=True, slots=True)
class Hint:
    """Letters in an address that an employer's name may have, and what their agreement weighs."""

    letters: str
    weight: float


def hints_of(message: Message) -> tuple[Hint, ...]:
    """Return what the addresses of a mail hint at, the sender's own domain first."""
    found: dict[str, float] = {}
    for letters, weight in _all_hints(message):
        squashed = _NO_LETTER.sub("", letters.lower())
        if _SHORTEST <= len(squashed) <= _LONGEST and not _is_purpose(letters):
            found[squashed] = max(weight, found.get(squashed, 0.0))
    return tuple(Hint(letters, weight) for letters, weight in found.items())


def _is_purpose(label: str) -> bool:
    """Whether a label or a part of an address names what it is for, and nobody."""
    return _PURPOSE.fullmatch(label.lower()) is not None or is_team(f"{label}@")


def _all_hints(message: Message) -> Iterator[tuple[str, float]]:
    if message.sender:
        labels = _labels(message.sender.domain)
        yield from ((label, _OWN) for label in labels)
        pieces = (label.partition("-")[0] for label in labels if "-" in label)
        yield from ((piece, _TENANT) for piece in pieces if len(piece) > _LONG and not is_organisation(piece))
        yield from _tenants(message.sender.email)
    for address in message.reply_to[:3]:
        yield from ((label, _TENANT) for label in _labels(address.domain))
        yield from _tenants(address.email)
    for host in islice(_HOST.finditer(message.text), _MOST_HOSTS):
        yield from ((label, _LINKED) for label in _labels(host[1].lower()))


def _tenants(email: str) -> Iterator[tuple[str, float]]:
    """Yield what of a local part, or of a service's domain, may be an employer ("acme" of acme-jobs@m-personio.de)."""
    local, _, domain = email.rpartition("@")
    if sender_service(domain):
        below = domain.removesuffix(_registered(domain)).strip(".")
        yield from ((_AFFIX.sub("", label), _TENANT) for label in below.split("."))
    if is_team(email) and "-" not in local:
        return
    weight = _TENANT if sender_service(domain) or is_freemail(domain) or is_team(email) else _LOCAL
    plain = local.partition("+")[0]
    pieces = [piece for piece in _PIECES.split(plain) if piece and not _is_purpose(piece)]
    if len(pieces) > 1 or weight == _TENANT:
        yield "".join(pieces), weight


@lru_cache(maxsize=256)
def _labels(domain: str) -> tuple[str, ...]:
    """Return the labels of a domain that somebody chose as a name; none for services and freemail."""
    if not domain or sender_service(domain) or is_freemail(domain):
        return ()
    suffix = _suffixes().publicsuffix(domain) or ""
    labels = domain.removesuffix(suffix).strip(".").split(".")
    return tuple(_own_pieces(_AFFIX.sub("", label)) for label in reversed(labels) if label)


def _own_pieces(label: str) -> str:
    """Return a label without the pieces that name a purpose ("recrutement-acme": "acme")."""
    pieces = [piece for piece in label.split("-") if not _is_purpose(piece)]
    return "-".join(pieces) or label


def domain_label(message: Message) -> str:
    """Return the name in the sender's own domain ("acme" of jobs.acme.co.uk); empty for services and freemail."""
    labels = _labels(message.sender.domain) if message.sender else ()
    return next((label for label in labels if label and not _is_purpose(label)), "")


def registered_label(message: Message) -> str:
    """Return the label that the sender's own domain was registered under, as it is; empty for services and freemail."""
    domain = message.sender.domain if message.sender else ""
    own = not (sender_service(domain) or is_freemail(domain))
    return _registered(domain).partition(".")[0] if own else ""


def _registered(domain: str) -> str:
    return _suffixes().privatesuffix(domain) or domain


@cache
def _suffixes() -> PublicSuffixList:
    """Return the public suffix list that comes with the library, read once."""
    return PublicSuffixList(only_icann=True)


@lru_cache(maxsize=_CACHED)
def share_spelled(name: str, hint: str) -> float:
    """Return which share of a hint is made of the beginnings of a name's words, in their order.

    "univ-hautegarance" is "Université de Haute-Garance", "aslvalnera" is "Azienda Sanitaria Locale Valnera". A word may
    be left out; what is left of the hint is as a rule a place. At least one long word must be there as good as whole,
    or the hint must be nothing but initials; else, and if too little is spelled, the share is 0. A word for what it is
    ("Buchhandlung") is no witness where the name has another, and the hint has not.
    """
    words = spellings(name)
    if not _begins(words, hint) and (len(hint) > _LONGEST_INITIALS or len(words) <= 2):  # noqa: PLR2004
        return 0.0
    own = [word for word in _LONG_WORD.findall(name) if not is_organisation(word)]
    if own and len(hint) > _LONGEST_INITIALS and not any(_begins(spellings(word), hint) for word in own):
        return 0.0
    starts = range(min(_MOST_LEFT_OUT + 1, len(hint) - 2))
    covered, longest = max((_covered(words, hint, start) for start in starts), default=(0, 0))
    if longest >= _LONG:
        is_beginning = any(hint.startswith("".join(forms)) for forms in islice(product(*words), 8))
        return covered / len(hint) if covered >= _ENOUGH_SPELLED * len(hint) or is_beginning else 0.0
    return float(covered == len(hint) and len(words) > 2)  # noqa: PLR2004


def _begins(words: tuple[tuple[str, ...], ...], hint: str) -> bool:
    """Whether the beginning of a long word is anywhere in a hint."""
    return any(form[:_LONG] in hint for forms in words for form in forms if len(form) >= _LONG)


def _covered(words: tuple[tuple[str, ...], ...], hint: str, start: int) -> tuple[int, int]:
    """Return how many letters of the hint from `start` on these words spell, and of how many the longest word gave."""
    reached = {start: (0, 0)}
    for spellings in words:
        for at, (covered, longest) in list(reached.items()):
            for taken, weight in _takes(spellings, hint, at, behind_word=longest >= _LONG):
                new = (covered + taken, max(longest, weight))
                reached[at + taken] = max(reached.get(at + taken, (0, 0)), new)
    return max(reached.values())


def _takes(spellings: tuple[str, ...], hint: str, at: int, *, behind_word: bool) -> Iterator[tuple[int, int]]:
    """Yield how many letters at this place a word can give, and how much of a witness that is."""
    for spelling in spellings:
        if not hint.startswith(spelling[0], at):
            continue
        same = len(commonprefix((spelling, hint[at:])))  # noqa: RUF071 - character by character, as wanted
        if same == len(spelling):
            yield same, same
        elif same >= 5:  # noqa: PLR2004
            yield same, _LONG
        elif same >= 3:  # noqa: PLR2004
            yield same, 1
        if same and not behind_word:
            yield 1, 0


@lru_cache(maxsize=_CACHED)
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name, each as addresses may spell it ("ü" is "ue" or "u")."""
    found: list[tuple[str, ...]] = []
    for word in _WORDS.findall(name.replace("'", "").replace("\u2019", "")):
        if word.isascii() and word != "&":
            found.append((word.lower(),))
            continue
        forms = _AND if word == "&" else {squash(word), folded(word)}
        found.append(tuple(form for form in forms if form))
    return tuple(found[:12])


def words_of(text: str) -> list[str]:
    """Return the words of a text that are no part of an address."""
    return _WHOLE_WORD.findall(text)


def spelled_like(squashed: str, words: Sequence[str]) -> str | None:
    """Return one to four words, of those of a text, whose letters are the domain's."""
    for start, word in enumerate(words):
        if word[0].isascii() and word[0].lower() != squashed[0]:
            continue
        joined = ""
        for end in range(start, min(start + 4, len(words))):
            joined += squash(words[end])
            if joined == squashed:
                return tidy(" ".join(words[start : end + 1]), MAX_COMPANY)
            if not squashed.startswith(joined):
                break
    return None
