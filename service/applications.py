"""What the user asks and says about companies: the applications so far, and which names mean one company."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from shlex import quote
from typing import TYPE_CHECKING

from config.load import load
from config.schema import Reconnect
from replies.applications import Employer, Past, employers
from replies.employers import Employers, Link
from replies.names import company_key
from replies.questions import with_questions
from service.assembly import Places, UsageError, mailboxes_in, now, opened

if TYPE_CHECKING:
    from service.ledger import Ledger

_ALIKE = 3  # names that are offered where one was mistyped or cut short


@dataclass(frozen=True, slots=True)
class Overview:
    """One mailbox: the companies, the latest first, how long the user holds off, and mails that name no company."""

    mailbox: str
    employers: tuple[Employer, ...]
    hold_off: timedelta
    nameless: int


def overviews(places: Places, mailbox: str | None = None) -> list[Overview]:
    """Return what the mails of every mailbox, or of this one, add up to."""
    files = load(places.config).mailboxes
    hold_offs = {name: file.reconnect.hold_off for name, file in files.items()}
    with opened(places) as ledger:
        return [_overview(name, past, hold_offs) for name, past in _pasts(places, ledger, mailbox)]


def at_company(places: Places, company: str, mailbox: str | None = None) -> list[Overview]:
    """Return the same of one company alone, by any of its names.

    Raises:
        UsageError: No mail names it.
    """
    found = []
    for each in overviews(places, mailbox):
        keys = _keys_of(company, each.employers)
        here = tuple(employer for employer in each.employers if employer.keys & keys)
        found += [Overview(each.mailbox, here, each.hold_off, 0)] if here else []
    if not found:
        raise unknown(company, (each for overview in overviews(places, mailbox) for each in overview.employers))
    return found


def link(places: Places, one: str, other: str, *, same: bool, mailbox: str | None = None) -> str:
    """Keep the user's word that two names mean one company, or two.

    Raises:
        UsageError: No mailbox has mails of both, or the two are one name.
    """
    with opened(places) as ledger:
        pasts = _pasts(places, ledger, mailbox)
        said = [name for name, past in pasts if _link_in(ledger, name, past, (one, other), same=same)]
        changed = [line for name in said for line in _decided_anew(places, ledger, name, (one, other))]
    if not said:
        raise UsageError(
            f"No mailbox has mails of both {one} and {other}.", "`ajar applications` shows the names; quote them whole."
        )
    are, back = ("one company", "split") if same else ("two companies", "merge")
    said_so = f"{one} and {other} are {are} from now on.\n`ajar applications {back}` takes it back."
    return "\n".join([said_so, *changed])


def _decided_anew(places: Places, ledger: "Ledger", mailbox: str, names: tuple[str, str]) -> list[str]:
    """Decide anew about the applications there; those of a mailbox that is not configured any more are left alone."""
    from service.relinking import decide_anew  # noqa: PLC0415 - few commands decide anything
    from service.settings import policy_of  # noqa: PLC0415 - with the providers' libraries

    file = load(places.config).mailboxes.get(mailbox)
    keys = frozenset(map(company_key, names))
    return list(decide_anew(ledger, mailbox, keys, policy_of(file), now())) if file else []


def unknown(company: str, known: Iterable[Employer]) -> UsageError:
    """Return the error for a company of which there is no mail, with the names that may be meant."""
    words = set(company_key(company).split())
    alike = sorted({each.name for each in known if words & set(company_key(each.name).split())})
    perhaps = f"Did you mean {' or '.join(map(quote, alike[:_ALIKE]))}? " if alike else ""
    return UsageError(f"No mail names {company} as a company.", f"{perhaps}`ajar applications` shows the names.")


def company_in(company: str, past: Past) -> Employer | None:
    """Return the company of this name."""
    found = employers(past)
    keys = _keys_of(company, found)
    return next((each for each in found if each.keys & keys), None)


def _pasts(places: Places, ledger: "Ledger", only: str | None) -> list[tuple[str, Past]]:
    return [(name, ledger.relations.past(name)) for name in mailboxes_in(ledger, places, only)]


def _overview(name: str, past: Past, hold_offs: Mapping[str, timedelta]) -> Overview:
    found = tuple(with_questions(employers(past), past.links))
    nameless = len(past.mails) - sum(len(each.mails) for each in found)
    return Overview(name, found, hold_offs.get(name, Reconnect().hold_off), nameless)


def _keys_of(company: str, known: Iterable[Employer]) -> frozenset[str]:
    """Return the keys that a name on the command line means: itself, else those that differ by "Group" or the like."""
    key = company_key(company)
    names = [key, *(each for employer in known for each in employer.keys)]
    exact = frozenset({key})
    return exact if key in names[1:] else Employers(names).of(company)


def _link_in(ledger: "Ledger", mailbox: str, past: Past, names: tuple[str, str], *, same: bool) -> bool:
    """Keep the word in one mailbox, if both names are known there."""
    here, there = (company_in(name, past) for name in names)
    if here is None or there is None:
        return False
    one, other = (_key_in(name, employer) for name, employer in zip(names, (here, there), strict=True))
    if one == other:
        raise UsageError(f"{names[0]} and {names[1]} are one name to Ajar.", "They differ by the legal form at most.")
    overruled = tuple(each for each in past.links if each.same is not same and _joins(each, here, there))
    ledger.relations.say(mailbox, Link(min(one, other), max(one, other), same), instead_of=overruled)
    return True


def _key_in(name: str, employer: Employer) -> str:
    key = company_key(name)
    return key if key in employer.keys else min(employer.keys & Employers([key, *employer.keys]).of(name))


def _joins(link: Link, here: Employer, there: Employer) -> bool:
    """Whether an earlier word speaks about these two companies."""
    if here is there or here.keys == there.keys:
        return False  # a "no" inside one company is stronger than the chain that made it one
    return (link.one in here.keys and link.other in there.keys) or (link.other in here.keys and link.one in there.keys)
