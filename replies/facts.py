"""What a reply may say: only what is true of this application, each value fit to stand in a sentence.

A fact that is not sure is an empty string, and the templates leave its sentence out.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from classifier.characters import one_line
from classifier.language import is_in_another
from classifier.message import Address, Message
from classifier.names import is_first_name
from classifier.reading import Details, Fact, Formality, Reason, Stage
from replies.decision import AskForFeedback, Policy, Recipient, RecipientKind, Reply, Reunion, Tone
from replies.names import (
    bare_name,
    company_in,
    company_key,
    first_name,
    full_name,
    is_written_as_name,
    name_on,
    sayable,
    without_gender_note,
)

_LONGEST_SIGNATURE = 500
_TITLED = re.compile(r"(?:dr|prof(?:essor)?|rev(?:d|erend)?|sir|dame)\b", re.IGNORECASE)
_GREETED_FORMALLY = re.compile(r"Dear (?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof(?:essor)?)\b\.? \w", re.IGNORECASE)
# Where an offer says to ring, to follow a link or to write to somebody else; a stem in several languages each.
_ELSEWHERE = re.compile(
    r"https?:|www\.|@|\d{2}[\d /()-]{3}|\b(?:portal|link|website|online|t[eé]l[eé][fp]|phone|ring|call|anruf|ruf|appel"
    r"|ll[aá]m|chiam|bel(?:t|len)?\b|lig(?:ar|ue)|konto|account|pop in|contact|kontakt|contatt)"
    r"|\b(?:m[rs]s?|dr|frau|herrn?|mme|madame|monsieur|sra?|signora?|dott|mevrouw|de heer|chair|convenor|board)\b",
    re.IGNORECASE,
)
# Of these there is nothing to say that the applicant could have done better.
_NOBODYS_FAULT = (Reason.CANCELLED, Reason.PAUSED)


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
        offers_feedback: "reply" where they offer feedback for the asking, "elsewhere" where one is to ring, to follow a
            link or to write to somebody else for it; empty where `ask_for_feedback` is "never".
        gives_feedback: The mail itself says what was missing, so there is something to thank for.
        keeps_on_file: They promised to keep the application, or offered it.
        heard: The recipient did not write this rejection, but wrote to the user about the application before.
        reason: Why, as far as the mail says: "filled", "cancelled", "paused", "other-candidates", "not-qualified".
        told_when: The mail says when another application is welcome.
        advises: The recipient gave advice, in a letter that bears their name.
        encourages: The recipient encouraged the user, in a letter that bears their name.
        last_role: In a note to somebody known from before: the position of then, or empty.
        month: The month of then, 1 to 12; 0 in any other reply.
        year: The year of then; 0 in any other reply.
        had_feedback: They gave feedback then.
        another_kind: `role` is of another kind than `last_role`.
        updates: What the user has been up to since, in their own words, or empty.
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
    offers_feedback: str = ""
    reason: str = ""
    told_when: bool = False
    advises: bool = False
    encourages: bool = False
    last_role: str = ""
    month: int = 0
    year: int = 0
    had_feedback: bool = False
    another_kind: bool = False
    updates: str = ""

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of reply that are true, in the words of the template files' names."""
        if self.month:
            return ("again",)
        if self.heard:
            return ("heard",)
        if self.met_team:
            return ("met", "team")
        return ("grateful", "met") if self.met else ("grateful", "interested")


def facts(message: Message, details: Details, decision: Reply, policy: Policy, language: str) -> Facts:
    """Return what may be said to this reply's recipient in this language."""
    said = _said(message, details, decision.to, policy, language)
    return _again(said, decision.reunion, policy, language) if decision.reunion else said


def _said(message: Message, details: Details, to: Recipient, policy: Policy, language: str) -> Facts:
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
        gives_feedback=_told_why(details) and not heard,
        keeps_on_file=details.keeps_on_file is not None,
        heard=heard,
        **({} if heard else _answers(details, person, policy)),
    )


def _answers(details: Details, person: str, policy: Policy) -> dict[str, Any]:
    """What the letter itself says that its writer may be answered; praise and advice only where a person signed."""
    return {
        "offers_feedback": _offered(details, policy),
        "reason": details.reason.value if details.reason else "",
        "told_when": details.reapply is not None,
        "advises": bool(person) and details.advises is not None,
        "encourages": bool(person) and details.encourages is not None,
    }


def _again(said: Facts, reunion: Reunion, policy: Policy, language: str) -> Facts:
    """Return what may be said to somebody known from an earlier application; `said` is of their last mail."""
    then = reunion.when.astimezone(policy.timezone)
    return replace(
        said,
        role=sayable(without_gender_note(reunion.new_role or "")),
        met=reunion.stage is not Stage.APPLIED,
        interviewed=reunion.stage is Stage.INTERVIEWED,
        met_team=False,
        ask_feedback=False,
        offers_feedback="",
        last_role=sayable(without_gender_note(reunion.role or "")),
        month=then.month,
        year=then.year,
        had_feedback=reunion.feedback,
        another_kind=reunion.another_kind,
        # Half a note in another language would be worse than a blank.
        updates="" if is_in_another(reunion.updates, language) else " ".join(reunion.updates.split()),
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
    if name := full_name(_value(details.person)):
        whole = _whole(name, message.sender, details)
        return "" if _is_surname(whole) and details.formality is Formality.FORMAL else whole
    if to.kind is not RecipientKind.PERSON:
        return ""
    return next((found for found in map(name_on, filter(None, (to.address, message.sender))) if found), "")


def _whole(name: str, sender: Address | None, details: Details) -> str:
    """The name as it stands on the address, where that has a title or a surname more, and not the house's name."""
    longer = full_name(sender.name) if sender else ""
    short, long = (bare_name(one).casefold().split() for one in (name, longer))
    if not sender or not long or not all(any(_may_be(word, other) for other in long) for word in short):
        return name
    house = f"{company_key(_value(details.company))} {sender.domain}".casefold()
    more = [word for word in long if not any(_may_be(mine, word) for mine in short)]
    begins = _may_be(short[0], long[0]) or is_first_name(long[0])
    is_more = begins and len(longer) > len(name) and not any(word in house for word in more)
    return longer if is_more and all(map(is_written_as_name, bare_name(longer).split())) else name


def _may_be(word: str, other: str) -> bool:
    """Whether the words are one, or the first is the initial of the other."""
    return word == other or (len(word.rstrip(".")) == 1 and word[0] == other[0])


def _is_surname(name: str) -> bool:
    """Whether it is no more than a surname, by which nobody is greeted without "Herr" or "Frau"."""
    return name == first_name(name) and not is_first_name(name)


def _wrote(message: Message, address: Address | None) -> bool:
    """Whether the mail itself gives this address; its name may have been lost on the way through the ledger."""
    given = {one.email.lower() for one in (message.sender, *message.reply_to) if one}
    return address is None or address.email.lower() in given


def _told_why(details: Details) -> bool:
    """Whether the mail says what was missing; who met somebody and names a requirement has said it."""
    if details.offers_feedback and details.gives_feedback is None:
        return False  # there is more to be told than what a requirement's name says
    named = details.reason is Reason.NOT_QUALIFIED and details.stage is not Stage.APPLIED
    return named or details.gives_feedback is not None


def _offered(details: Details, policy: Policy) -> str:
    """How the feedback is to be had that the mail offers; empty where none is, or where the mail gave it."""
    offer = details.offers_feedback
    if not offer or _told_why(details) or policy.ask_for_feedback is AskForFeedback.NEVER:
        return ""
    return "elsewhere" if _ELSEWHERE.search(offer) else "reply"


def _asks(details: Details, policy: Policy) -> bool:
    if details.declines_feedback or _told_why(details) or policy.ask_for_feedback is AskForFeedback.NEVER:
        return False
    if details.reason in _NOBODYS_FAULT or (details.reason is Reason.FILLED and details.stage is Stage.APPLIED):
        return False
    return policy.ask_for_feedback is AskForFeedback.ALWAYS or details.stage is not Stage.APPLIED


def _value(fact: Fact | None) -> str:
    return fact.value if fact else ""
