"""Whose domain is it? Offline, by the public suffix list that is installed with us."""

from functools import cache

from publicsuffixlist import PublicSuffixList

from classifier.senders import is_freemail, sender_service
from replies.names import company_key

_LONG_ENOUGH = 4


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
    return bears_name(label_of(domain), company_key(company))


def label_of(domain: str) -> str:
    """Return what a house calls its domain ("acmelabs" of "jobs.acme-labs.example"); empty for no house's domain."""
    return organisation(domain).partition(".")[0].replace("-", "") if is_house(domain) else ""


def bears_name(label: str, company: str) -> bool:
    """Whether a domain's label is this company's name, as `company_key` has it, or a long enough beginning of it."""
    name = company.replace(" ", "")
    return bool(label and name) and (name == label or (len(label) >= _LONG_ENOUGH and name.startswith(label)))
