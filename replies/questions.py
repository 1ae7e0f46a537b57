"""Which companies of other names may be one? That is the user's to say; until then it is a question."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from classifier.senders import is_freemail
from replies.applications import Employer, Past, by_company
from replies.domains import is_service, organisation
from replies.employers import Link, domains_of, maybe_one
from replies.names import company_key
from replies.naming import addresses_of

_Named = tuple[frozenset[str], str]  # a company's keys, and its name as its latest mail writes it


def with_questions(found: Sequence[Employer], links: Sequence[Link]) -> list[Employer]:
    """Return all companies, each with those of other names that may be the same one; the user has not said so far."""
    domains = domains_of((mail.company, email) for each in found for mail in each.mails for email in addresses_of(mail))
    named = [(each.keys, each.name) for each in found]
    apart = _apart(links)
    return [replace(each, perhaps=tuple(_perhaps(each.keys, named, apart, domains))) for each in found]


def perhaps_same(one: Employer, past: Past) -> tuple[str, ...]:
    """Return the names of the companies that may be this one; the user has not said so far."""
    if not _is_hinted(one, past):
        return ()
    groups = by_company(past)
    named = [(keys, next(mail.company or "" for mail in reversed(mails))) for keys, mails in groups.items()]
    senders = ((mail.company, email) for mails in groups.values() for mail in mails for email in addresses_of(mail))
    return tuple(_perhaps(one.keys, named, _apart(past.links), domains_of(senders)))


def _is_hinted(one: Employer, past: Past) -> bool:
    """Whether any other company may be this one, at a glance, for the answer is no for nearly all."""
    names = {mail.company for mail in past.mails}
    keys = {company_key(name) for name in names} - one.keys - {""}
    if any(maybe_one(one.keys, frozenset({key})) for key in keys):
        return True
    own = {mail.key for mail in one.mails}
    houses = tuple(_houses(email for mail in one.mails for email in addresses_of(mail)))
    others = {email for mail in past.mails if mail.key not in own for email in (mail.sender, mail.email) if email}
    return any(email.lower().endswith(houses) for email in others)


def _houses(emails: Iterable[str]) -> set[str]:
    domains = {email.rpartition("@")[2] for email in emails}
    return {organisation(each) for each in domains if each and not is_service(each) and not is_freemail(each)}


def _apart(links: Iterable[Link]) -> set[frozenset[str]]:
    return {frozenset({link.one, link.other}) for link in links if not link.same}


def _perhaps(
    one: frozenset[str],
    found: Iterable[_Named],
    apart: Collection[frozenset[str]],
    domains: Mapping[str, frozenset[str]],
) -> Iterator[str]:
    """Yield the names of those that may be one with a company, in the order of the alphabet."""
    for keys, name in sorted(found, key=lambda each: each[1]):
        if keys == one or not maybe_one(one, keys, domains):
            continue
        if not any(frozenset({left, right}) in apart for left in one for right in keys):
            yield name
