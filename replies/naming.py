"""Of which company is a mail that names none? That of its thread, of its sender's other mails, or of its house.

A recruiter who wrote before as a rule does not say the company's name again. Where it is not sure, there is none.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from replies.attempts import JobMail
from replies.domains import bears_name, is_house, label_of
from replies.employers import bare_key
from replies.names import company_key


class Naming:
    """What the mails that name their company say about those that do not.

    Args:
        mails: All that are known, oldest first.
        asked: Those that name none, of which the company is asked. What has to do with none of them is passed by:
            thousands of mails are gone through for one.
    """

    def __init__(self, mails: Iterable[JobMail], asked: Collection[JobMail]) -> None:
        self._named = [mail for mail in mails if mail.company]
        self._by_thread: dict[str, str] = {}
        self._by_sender: dict[str, dict[str, str]] = {}
        self._by_domain: dict[str, dict[str, str]] = {}
        threads = frozenset().union(*(mail.threads for mail in asked))
        senders = {mail.sender.lower() for mail in asked if mail.sender}
        for mail in self._named:
            if not threads.isdisjoint(mail.threads) or not senders.isdisjoint(addresses_of(mail)):
                self._learn(mail)

    def _learn(self, mail: JobMail) -> None:
        if mail.company and (key := bare_key(company_key(mail.company))):
            self._by_thread.update(dict.fromkeys(mail.threads, mail.company))
            for email in addresses_of(mail):
                self._by_sender.setdefault(email, {})[key] = mail.company

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every company's key, with its name as the latest mail writes it."""
        latest_last = reversed(dict.fromkeys(mail.company for mail in reversed(self._named)))
        names = {bare_key(company_key(name)): name for name in latest_last if name}
        return {key: name for key, name in names.items() if key}

    def company_of(self, mail: JobMail) -> str | None:
        """Return the company of a mail that names none, or None."""
        threaded = next((self._by_thread[id_] for id_ in sorted(mail.threads) if id_ in self._by_thread), None)
        if threaded or not mail.sender or not is_house(_domain(mail.sender)):
            return threaded
        names = self._by_sender.get(mail.sender.lower()) or self._of_house(_domain(mail.sender))
        return next(iter(names.values())) if len(names) == 1 else None

    def _of_house(self, domain: str) -> dict[str, str]:
        if domain not in self._by_domain:
            label = label_of(domain)
            found = {key: name for key, name in self._names.items() if bears_name(label, key)}
            self._by_domain[domain] = found
        return self._by_domain[domain]


def nameless_of(names: Collection[str], mails: Sequence[JobMail], named: Sequence[JobMail]) -> Iterator[JobMail]:
    """Yield the mails that name no company and are of the one of these names, by its latest name.

    Args:
        names: All spellings of the company's names.
        mails: All that are known, oldest first.
        named: Those that bear one of the names.
    """
    threads = frozenset().union(*(mail.threads for mail in named))
    emails = {email for mail in named for email in addresses_of(mail)}
    keys = {bare_key(company_key(name)) for name in names}
    may_be = [
        mail
        for mail in mails
        if not mail.company
        and (not threads.isdisjoint(mail.threads) or (mail.sender and _is_near(mail.sender.lower(), emails, keys)))
    ]
    naming = Naming(mails, may_be) if may_be else None
    for mail in may_be:
        if naming and (company := naming.company_of(mail)) in names:
            yield replace(mail, company=company)


def _is_near(sender: str, emails: Collection[str], keys: Iterable[str]) -> bool:
    """Whether a sender is known at a company, or of a house that bears one of its names."""
    if sender in emails:
        return True
    label = label_of(_domain(sender))
    return any(bears_name(label, key) for key in keys)


def addresses_of(mail: JobMail) -> set[str]:
    """Return the addresses that it came from, or can be answered to."""
    return {email.lower() for email in (mail.sender, mail.email) if email}


def _domain(email: str) -> str:
    return email.rpartition("@")[2].lower()
