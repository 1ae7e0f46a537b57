"""Whose domain is it? Offline, by the public suffix list that is installed with us."""

from functools import cache, lru_cache
from typing import Final

from publicsuffixlist import PublicSuffixList

from classifier.senders import is_freemail, sender_service
from replies.names import company_key, plain_spellings

_LONG_ENOUGH = 4
# A history of thousands of mails asks for the same few domains and names again and again.
_KEPT: Final = 4096
_AND = frozenset({"and", "und", "et", "y", "e", "en"})


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(_KEPT)
def organisation(domain: str) -> str:
    """Return the part of a domain that somebody registered ("talent.acme.co.uk" is "acme.co.uk"), in lower case."""
    return str(_suffixes().privatesuffix(domain.lower()) or domain.lower())


def same_organisation(one: str, other: str) -> bool:
    """Whether one organisation registered both domains; never true for the users of a mail provider."""
    registered = organisation(one)
    return registered == organisation(other) and not is_freemail(registered)


def is_service(domain: str) -> bool:
    """Whether the domain belongs to an applicant tracking system or the like, which writes for many employers."""
    return sender_service(domain) is not None


def is_house(domain: str) -> bool:
    """Whether a domain is some organisation's own: no service's, and no mail provider's."""
    return bool(domain) and not is_service(domain) and not is_freemail(domain)


def is_of(company: str | None, domain: str) -> bool:
    """Whether the domain is the company's, by its name; never a service's or a mail provider's.

    Never a longer label than the name: anybody can register lantern-careers.
    """
    label, name = label_of(domain), company or ""
    spelled = (company_key(name.replace("&", word)) for word in ("&", *sorted(_AND)))
    return bool(company_key(name)) and any(bears_name(label, each) for each in spelled)


@lru_cache(_KEPT)
def label_of(domain: str) -> str:
    """Return what a house calls its domain ("acmelabs" of "jobs.acme-labs.example"); empty for no house's domain."""
    return organisation(domain).partition(".")[0].replace("-", "") if is_house(domain) else ""


def bears_name(label: str, company: str) -> bool:
    """Whether a domain's label is this company's name, as `company_key` has it, or a long enough beginning of it.

    As domains spell it: "kita löwenzahn" is kita-loewenzahn or kita-lowenzahn, "norbury and dole" may be norburydole.
    """
    long_enough = len(label) >= _LONG_ENOUGH
    return bool(label) and any(name == label or (long_enough and name.startswith(label)) for name in _spelled(company))


@lru_cache(_KEPT)
def _spelled(company: str) -> frozenset[str]:
    words = company.split()
    names = {
        "".join(words),
        "".join([*words[:1], *(word for word in words[1:-1] if word not in _AND), *words[1:][-1:]]),
    }
    return frozenset(form for name in names for form in (name, *plain_spellings(name)) if form)
