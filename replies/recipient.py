"""Who would read an answer: a person, a relay that reaches one, a team, or nobody.

What is known of a sender's service is a prior; the mail's own words and its Reply-To overrule it. An address is never
guessed: it stands in this mail, or its owner wrote to the user before.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from classifier.message import Address, Message
from classifier.reading import Details, Fact, Label
from classifier.senders import Reach, is_freemail, is_team, is_unattended, sender_service
from replies.authentication import dmarc
from replies.decision import History, KnownPerson, NoReply, Policy, Recipient, RecipientKind, Skip, SkipReason
from replies.domains import is_of, is_service, same_organisation
from replies.employers import Employers
from replies.names import company_key, name_on, role_key
from replies.roles import may_be_one_role

LASTS: Final = timedelta(days=180)  # an application rarely takes longer
_NO_REPLY = re.compile(r"(?:no|not|keine|nicht)[-_.]?(?:repl|antwort)[^@]*@", re.IGNORECASE)
_WHAT: Mapping[Label | None, str] = {
    Label.ACKNOWLEDGEMENT: "a confirmation",
    Label.INTERVIEW: "an invitation",
    Label.OFFER: "an offer",
    Label.REJECTION: "a rejection",
    Label.FEEDBACK: "feedback",
}
_INMAIL = re.compile(r"(?:inmail-)?hit-reply@", re.IGNORECASE)


def recipient_of(message: Message, details: Details, history: History, policy: Policy) -> Recipient | Skip:
    """Return who would read an answer to this mail, or why nobody may be named.

    The kind is NOBODY, without an address, when nobody reads it and, if the policy says to look, nobody is known from
    earlier mails either.
    """
    if message.sender is None:
        return Skip(SkipReason.NO_SENDER)
    if dmarc(message, policy) == "fail":
        return Skip(SkipReason.SUSPICIOUS_SENDER, "your mail provider says that the sender's domain did not send this")
    target = _target(message, message.sender, details, history, policy)
    if isinstance(target, Skip):
        return target
    reader = _reader(message, target, details)
    if reader.kind is RecipientKind.NOBODY and policy.no_reply is NoReply.FIND_PERSON:
        return known_person(_value(details.company), _value(details.role), history, policy) or reader
    return reader


def of_this_application(history: History, arrived_at: datetime) -> History:
    """Return the history with only those people who wrote before a rejection, and not so long before.

    What somebody wrote after it is answered itself; long before, they wrote about another application.
    """
    none = timedelta(0)
    people = tuple(person for person in history.people if none <= arrived_at - person.wrote_at <= LASTS)
    return replace(history, people=people)


def known_person(company: str | None, role: str | None, history: History, policy: Policy) -> Recipient | None:
    """Return somebody who wrote about this application: about the same role before another wording, then the newest."""
    wanted = role_key(role)
    known = [person for person in _at(company, history) if not policy.is_own(person.address.email)]
    fitting = [person for person in known if may_be_one_role(role, person.role)]
    if not fitting:
        return None
    best = max(fitting, key=lambda person: (role_key(person.role) == wanted, person.wrote_at))
    return Recipient(RecipientKind.PERSON, best.address, _wrote(best))


def _target(message: Message, sender: Address, details: Details, history: History, policy: Policy) -> Address | Skip:
    """The address that an answer goes to: Reply-To where it can be trusted, else From."""
    known = {person.address.email.lower() for person in history.people}
    wanted = [address for address in message.reply_to if not policy.is_own(address.email)]
    if not wanted or sender in wanted:
        return sender
    trusted = [
        address
        for address in wanted
        if address.email.lower() in known or _is_trusted(address, message, sender, details, policy)
    ]
    if trusted:
        return trusted[0]
    return Skip(SkipReason.SUSPICIOUS_REPLY_TO, f"answers would go to {wanted[0].domain}, not to {sender.domain}")


def _is_trusted(address: Address, message: Message, sender: Address, details: Details, policy: Policy) -> bool:
    """A service writes for employers, so its Reply-To may leave its domain: to the employer's, by name or by DMARC."""
    if address.email.lower() == sender.email.lower() or same_organisation(address.domain, sender.domain):
        return True
    if is_service(address.domain):
        return True
    if not is_service(sender.domain) or is_freemail(address.domain):
        return False
    return is_of(_value(details.company), address.domain) or dmarc(message, policy) == "pass"


def _reader(message: Message, target: Address, details: Details) -> Recipient:
    kind = _kind(message, target, details)
    if kind is RecipientKind.NOBODY:
        # No words of the mail in the evidence: it is kept in the ledger.
        said = details.unattended is not None
        return Recipient(
            kind, None, "the mail says that answers are not read" if said else f"nobody reads {target.email}"
        )
    return Recipient(kind, target, _evidence(message, target, details))


def _kind(message: Message, target: Address, details: Details) -> RecipientKind:
    service = sender_service(target.domain)
    invited = details.invites_reply is not None
    if details.unattended or _NO_REPLY.search(target.email) or (is_unattended(target.email) and not invited):
        return RecipientKind.NOBODY
    if service:
        asked = invited or target != message.sender or _INMAIL.match(target.email) is not None
        return _kind_at(service.reach, target, asked)
    if is_team(target.email):
        return RecipientKind.TEAM
    signed = details.person is not None
    return RecipientKind.PERSON if signed or _named(message, target) else RecipientKind.TEAM


def _kind_at(reach: Reach, target: Address, asked: bool) -> RecipientKind:  # noqa: FBT001 - private
    """What a service's address reaches: as a rule what the service says; where that is nobody, the mail may ask."""
    if reach is Reach.NOBODY:
        return RecipientKind.RELAY if asked else RecipientKind.NOBODY
    if reach is Reach.PERSON:
        return RecipientKind.TEAM if is_team(target.email) else RecipientKind.PERSON
    return RecipientKind.TEAM if reach is Reach.TEAM else RecipientKind.RELAY


def _named(message: Message, target: Address) -> bool:
    """The display name is a person's and the address bears it out; Reply-To often leaves the name to From."""
    sender = message.sender if message.sender and message.sender.email == target.email else target
    return bool(name_on(target) or name_on(sender))


def _evidence(message: Message, target: Address, details: Details) -> str:
    if details.invites_reply:
        return "the mail invites an answer"
    return "the mail came from there" if target == message.sender else "the mail asks for answers there (Reply-To)"


def _at(company: str | None, history: History) -> list[KnownPerson]:
    """Return who is known at a company, by any of its names."""
    names = [company_key(name) for name in (company, *(person.company for person in history.people))]
    keys = Employers(names, history.past.links).of(company)
    return [person for person in history.people if company_key(person.company) in keys]


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _wrote(person: KnownPerson) -> str:
    about = f"the {person.role} role at {person.company}" if person.role else f"your application at {person.company}"
    what = f" ({_WHAT[person.label]})" if person.label in _WHAT else ""
    return f"wrote to you on {person.wrote_at.day} {person.wrote_at:%B %Y}{what} about {about}"
