"""Which names mean one company? Surely the same, surely not, or a question for the user; never a guess.

Two names are one company when they differ by no more than legal form, spaces, "Group" or "Holding", or when the user
said so. Initials, one name inside the other and a common domain are hints; a hint makes a question, not an answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from classifier.senders import is_freemail, sender_service
from replies.domains import organisation
from replies.names import company_key

_SUFFIX = re.compile(
    r" (?:group|gruppe|groupe|grupo|gruppo|groep|holdings?|konzern"
    r"|gmbh|ag|se|kg|inc|llc|ltd|limited|plc|corp|corporation|sas|srl|spa|bv|nv)$"
)
_SHORTEST = 3  # letters of a name that may be found inside another one
_LONGEST_BLEND = 10
_OF_ONE_DOMAIN = 2  # a domain that writes for more companies than these is an agency's


@dataclass(frozen=True, slots=True)
class Link:
    """The user's word about two names, as `company_key` has them: one company, or two."""

    one: str
    other: str
    same: bool


@lru_cache(maxsize=4096)
def bare_key(key: str) -> str:
    """Return a company's key without what a part of it may be called: "acme group" is "acme"."""
    while (shorter := _SUFFIX.sub("", key)) != key:
        key = shorter
    return key


class Employers:
    """Names sorted into companies.

    Args:
        keys: Every name, as `company_key` has it.
        links: What the user said. A "no" is stronger than a chain of "yes" that leads round it.
    """

    def __init__(self, keys: Iterable[str], links: Iterable[Link] = ()) -> None:
        self._groups: dict[str, frozenset[str]] = {key: frozenset({key}) for key in keys if key}
        said = sorted(links, key=lambda link: (link.one, link.other))
        self._apart = {frozenset({link.one, link.other}) for link in said if not link.same}
        for one, other in [*((link.one, link.other) for link in said if link.same), *_alike(self._groups)]:
            self._join(one, other)

    def of(self, company: str | None) -> frozenset[str]:
        """Return all keys of the company of this name; empty for a name that is not known."""
        return self._groups.get(company_key(company), frozenset())

    def all(self) -> list[frozenset[str]]:
        """Return every company once, in the order of the alphabet."""
        return sorted(set(self._groups.values()), key=sorted)

    def _join(self, one: str, other: str) -> None:
        left, right = self._groups.get(one), self._groups.get(other)
        if left is None or right is None or left == right:
            return
        if any(frozenset({mine, theirs}) in self._apart for mine in left for theirs in right):
            return
        self._groups.update(dict.fromkeys(left | right, left | right))


def _alike(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that are one without what the parts of a company may be called."""
    spelled: dict[str, list[str]] = {}
    for key in sorted(keys):
        spelled.setdefault(bare_key(key).replace(" ", ""), []).append(key)
    for names in spelled.values():
        yield from combinations(names, 2)


def domains_of(senders: Iterable[tuple[str | None, str | None]]) -> Mapping[str, frozenset[str]]:
    """Return, for each company's key, the domains that it writes from, without those of many companies.

    Args:
        senders: Pairs of a company's name and an address that wrote in its name.
    """
    companies: dict[str, set[str]] = {}
    for company, email in set(senders):
        domain = (email or "").rpartition("@")[2].lower()
        if company and domain and sender_service(domain) is None and not is_freemail(domain):
            companies.setdefault(organisation(domain), set()).add(company_key(company))
    found: dict[str, frozenset[str]] = {}
    for domain, keys in companies.items():
        if len(set(map(bare_key, keys))) <= _OF_ONE_DOMAIN:
            found.update({key: found.get(key, frozenset()) | {domain} for key in keys})
    return found


def maybe_one(one: frozenset[str], other: frozenset[str], domains: Mapping[str, frozenset[str]] | None = None) -> bool:
    """Whether two companies of different names may be one: by their names, or by a domain that bears one's name."""
    if any(_names_hint(bare_key(left), bare_key(right)) for left in one for right in other):
        return True
    if not domains:
        return False
    mine, theirs = (_domains(keys, domains) for keys in (one, other))
    return any(_bears(domain, one | other) for domain in mine & theirs)


def _domains(keys: frozenset[str], domains: Mapping[str, frozenset[str]]) -> set[str]:
    return {domain for key in keys for domain in domains.get(key, ())}


def _bears(domain: str, keys: frozenset[str]) -> bool:
    """Whether a domain is called like one of them; an agency's is called like none of those that it writes for."""
    label = domain.partition(".")[0].replace("-", "")
    names = {bare_key(key).replace(" ", "") for key in keys}
    return any(len(name) >= _SHORTEST and (label.startswith(name) or name.startswith(label)) for name in names)


def _names_hint(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short.replace(" ", "")) < _SHORTEST:
        return False
    words = long.split()
    return f" {short} " in f" {long} " or short.replace(" ", "") in _shortened(words) or _is_blend(short, words)


def _shortened(words: list[str]) -> set[str]:
    """Return what is made of a name by writing it in one word, or by its initials."""
    return {"".join(words), *(["".join(word[0] for word in words)] if len(words) >= _SHORTEST else [])}


def _is_blend(short: str, words: list[str]) -> bool:
    """Whether a word is made of a piece of each of two words, as Cobot is of Collaborative Robotics."""
    if " " in short or len(words) != len(("first", "second")) or len(short) > _LONGEST_BLEND:
        return False
    cuts = range(2, len(short) - 1)
    return any(words[0].startswith(short[:cut]) and short[cut:] in words[1] for cut in cuts)
