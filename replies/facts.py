"""What a reply may say: only what is true of this application, each value fit to stand in a sentence.

A fact that is not sure is an empty string, and the templates leave its sentence out.
"""

import re
from dataclasses import dataclass

from classifier.characters import one_line
from classifier.message import Address, Message
from classifier.reading import Details, Fact, Formality, Stage
from replies.decision import AskForFeedback, Policy, Recipient, RecipientKind, Tone
from replies.names import company_in, company_key, first_name, full_name, name_on, sayable, without_gender_note

_LONGEST_SIGNATURE = 500
_TITLED = re.compile(r"(?:dr|prof(?:essor)?)\b", re.IGNORECASE)
_GREETED_FORMALLY = re.compile(r"Dear (?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof(?:essor)?)\b\.? \w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """The variables of a template; their names are a promise to users who write their own.

    Attributes:
        tone: "warm", "plain" or "formal".
        person: The recipient's name with title ("Dr. Anna Müller"), or empty.
        first_name: The recipient's given name, or empty.
        titled: The recipient signs with a title ("Dr. Anna Müller").
        greeted_formally: The mail begins like "Dear Ms Doe", so first names would be forward.
        company: The employer as it stands after "at" or "bei", without its legal form, or empty.
        role: The position, or empty.
        met: They spoke with each other (a call, an interview).
        interviewed: There was an interview.
        met_team: They met the team.
        familiar: The mail says "du" (or the like) rather than "Sie".
        ask_feedback: The reply should ask for feedback.
        gives_feedback: The mail itself says what was missing, so there is something to thank for.
        keeps_on_file: They promised to keep the application.
        heard: The recipient did not write this rejection, but wrote to the user about the application before.
    """

    tone: str
    person: str
    first_name: str
    titled: bool
    greeted_formally: bool
    company: str
    role: str
    met: bool
    interviewed: bool
    met_team: bool
    familiar: bool
    ask_feedback: bool
    gives_feedback: bool
    keeps_on_file: bool
    heard: bool

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of reply that are true, in the words of the template files' names."""
        if self.heard:
            return ("heard",)
        if self.met_team:
            return ("met", "team")
        return ("grateful", "met") if self.met else ("grateful", "interested")


def facts(message: Message, details: Details, to: Recipient, policy: Policy, language: str) -> Facts:
    """Return what may be said to this recipient in this language."""
    heard = to.kind is RecipientKind.PERSON and not _wrote(message, to.address)
    person = full_name(to.address.name) if heard and to.address else _signed(message, details, to)
    met = details.stage is not Stage.APPLIED
    return Facts(
        tone=policy.tone.value,
        person=person,
        first_name=first_name(person),
        titled=_TITLED.match(person) is not None,
        greeted_formally=not heard and _GREETED_FORMALLY.match(message.text.lstrip()) is not None,
        company=_company(details, person, language),
        role=sayable(without_gender_note(_value(details.role))),
        met=met,
        interviewed=details.stage is Stage.INTERVIEWED,
        met_team=met and details.met_team,
        familiar=details.formality is Formality.FAMILIAR,
        ask_feedback=_asks(details, policy),
        gives_feedback=details.gives_feedback is not None and not heard,
        keeps_on_file=details.keeps_on_file is not None,
        heard=heard,
    )


def signature(policy: Policy) -> str:
    """Return the lines under the closing; formal replies bear the full name."""
    name, lines = one_line(policy.name), [one_line(line) for line in (policy.signature or "").splitlines()]
    own = "\n".join(line for line in lines if line)[:_LONGEST_SIGNATURE]
    return name if not own or (policy.tone is Tone.FORMAL and name not in own) else own


def _company(details: Details, person: str, language: str) -> str:
    """Never the person's own name: "to work at Maya Lindqvist" is no compliment."""
    company = company_in(language, _value(details.company))
    return "" if company_key(company) == company_key(person) else company


def _signed(message: Message, details: Details, to: Recipient) -> str:
    """Who signed, else whose name stands on the address, if the address bears it out."""
    name = full_name(_value(details.person))
    if name or to.kind is not RecipientKind.PERSON:
        return name
    return next((found for found in map(name_on, filter(None, (to.address, message.sender))) if found), "")


def _wrote(message: Message, address: Address | None) -> bool:
    """Whether the mail itself gives this address; its name may have been lost on the way through the ledger."""
    given = {one.email.lower() for one in (message.sender, *message.reply_to) if one}
    return address is None or address.email.lower() in given


def _asks(details: Details, policy: Policy) -> bool:
    if details.declines_feedback or details.gives_feedback or policy.ask_for_feedback is AskForFeedback.NEVER:
        return False
    return policy.ask_for_feedback is AskForFeedback.ALWAYS or details.stage is not Stage.APPLIED


def _value(fact: Fact | None) -> str:
    return fact.value if fact else ""
