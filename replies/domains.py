"""Whose domain is it? Offline, by the public suffix list that is installed with us."""

from functools import cache

from publicsuffixlist import PublicSuffixList

from classifier.senders import is_freemail


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def organisation(domain: str) -> str:
    """Return the part of a domain that somebody registered ("talent.acme.co.uk" is "acme.co.uk"), in lower case."""
    return str(_suffixes().privatesuffix(domain.lower()) or domain.lower())


def same_organisation(one: str, other: str) -> bool:
    """Whether one organisation registered both domains; never true for the users of a mail provider."""
    registered = organisation(one)
    return registered == organisation(other) and not is_freemail(registered)
