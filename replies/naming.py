"""Of which company is a mail that names none? That of its thread, of its sender's other mails, or of its house.

A recruiter who wrote before as a rule does not say the company's name again. Where it is not sure, there is none.
"""

from collections.abc import Iterable

from replies.attempts import JobMail
from replies.domains import bears_name, is_house, label_of
from replies.employers import bare_key
from replies.names import company_key


class Naming:
    """What the mails that name their company say about those that do not.

    Args:
        mails: All that are known, oldest first.
    """

    def __init__(self, mails: Iterable[JobMail]) -> None:
        self._by_thread: dict[str, str] = {}
        self._by_sender: dict[str, dict[str, str]] = {}
        self._names: dict[str, str] = {}
        self._by_domain: dict[str, dict[str, str]] = {}
        for mail in mails:
            if mail.company and (key := bare_key(company_key(mail.company))):
                self._names[key] = mail.company
                self._by_thread.update(dict.fromkeys(mail.threads, mail.company))
                for email in addresses_of(mail):
                    self._by_sender.setdefault(email, {})[key] = mail.company

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


def addresses_of(mail: JobMail) -> set[str]:
    """Return the addresses that it came from, or can be answered to."""
    return {email.lower() for email in (mail.sender, mail.email) if email}


def _domain(email: str) -> str:
    return email.rpartition("@")[2].lower()
