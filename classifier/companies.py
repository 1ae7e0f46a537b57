"""Which employer the mail comes from; never the name of the system that sent it.

Each place that may name it makes a candidate with a weight; candidates that agree with another witness (the display
name, the domain, the signature) gain. The best one counts if it is heavy enough, else there is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from classifier.company_names import clean_company
from classifier.domains import domain_label, spelled_like
from classifier.languages import Saying, Speech, everywhere
from classifier.languages.patterns import NAME
from classifier.message import Message
from classifier.names import FIRST_NAMES
from classifier.people import is_person
from classifier.reading import Fact
from classifier.senders import is_freemail, is_unattended, sender_service
from classifier.signatures import Signature
from classifier.values import squash

_ENOUGH = 3
_LONGEST_WORD = 8
_MAX_SEARCHED = 4000
_RELAY_LIKE = re.compile(r"mail|post|hire|recruit|job|talent|apply|career|work|bewerb|karriere|stellen|news|list")
_TEAM_WORDS = Saying(rf"(?i)\b{everywhere('team_words')}\b")
_VIA = Saying(rf"(?i)\s+{everywhere('via')}\s+.*$")
_FROM = Saying(rf"(?i)^.{{2,40}}?\s+(?:{everywhere('behind_senders')}|@|\||•|·|[-–—])\s+(?:the )?(?P<company>\S.*)$")
_LEGAL = re.compile(
    rf"(?P<company>{NAME},? (?:GmbH(?: & Co\. KG(?:aA)?)?|AG|SE|KG|KGaA|e\. ?V\.|eG|UG|mbH|Ltd|Limited|Inc|LLC|plc|"
    r"S\.A\.|B\.V\.|Corp|Corporation)\b\.?)"
)
# A whole line that can be a name, and what makes it rather a part of an organisation.
_LINE = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w.&'’+/-]*(?: [\w.&'’+/-]+){0,6}")
_ORGANISATION = Saying(rf"(?i)\b{everywhere('organisations')}\b")
_PART = Saying(rf"(?i)\b(?:{everywhere('departments')}|{everywhere('team_words')})\b")
_AGENCY = re.compile(
    r"(?<!re)search|recruit|staffing|personal|headhunt|talent|interim|zeitarbeit|executivesearch|rh$|rrhh|emple[oa]|trabaj"
)
_LABEL = Saying(rf"(?im)^{everywhere('employer_labels')} ?: ?(?P<company>\S.{{1,60}})$")
_OF = re.compile(
    r"(?P<name>[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?) (?:de|di|da|do|du|van|von|of) (?P<company>[A-ZÀ-Þ].{1,60})"
)
_LETTERHEAD = "letterhead"
_DISPLAYED = "sender's display name"
_FOR_A_CLIENT = 2.0


def company_of(
    message: Message,
    lines: Iterable[str],
    speeches: tuple[Speech, ...],
    person: Fact | None,
    below: Sequence[Signature],
) -> Fact | None:
    """Return the employer's name as the mail writes it, with the place where it stood. Who signed is no employer.

    The lines are the subject and the sentences, without numbers of positions; `below` is what stands below closings.
    """
    label = domain_label(message)
    own = person.value.split() if person else []
    found = (*_candidates(message, lines, speeches), *_below(message, speeches, below))
    candidates = [candidate for candidate in found if not _is_name_of(candidate[1].value, own)]
    best = _heaviest(candidates, label, message.subject)
    if best is None:
        return _from_domain(message, label, speeches)
    return _whole(_as_written(best, candidates, message), message, label)


def _heaviest(candidates: Sequence[tuple[float, Fact]], label: str, subject: str) -> Fact | None:
    """Return the candidate that most speaks for, if it is enough."""
    best: tuple[float, Fact] | None = None
    names = [squash(fact.value) for _, fact in candidates]
    is_agency = _AGENCY.search(label) is not None
    for weight, fact in candidates:
        name = squash(fact.value)
        agreeing = sum(_agree(name, other) for other in names) - 1
        is_senders = bool(label) and _agree(name, squash(label))
        in_subject = fact.evidence == "signature" and fact.value in subject
        total = weight + (min(agreeing, 3) + in_subject) * 0.75 + 2 * is_senders
        if is_agency and is_senders:
            total -= _FOR_A_CLIENT  # it writes for an employer, who stands in the text if anywhere
        elif is_agency and fact.evidence != _DISPLAYED:
            total += _FOR_A_CLIENT
        if best is None or total > best[0]:
            best = (total, fact)
    return best[1] if best and best[0] >= _ENOUGH else None


def _is_name_of(company: str, person: list[str]) -> bool:
    """Whether this is the name of the one who signed, or begins with it ("Anneke" signed, "Anneke Thorvald" sent)."""
    words = company.split()
    return bool(person) and len(words) <= 4 and (words[0] == person[0] or words == person[-len(words) :])  # noqa: PLR2004


def _as_written(best: Fact, candidates: Sequence[tuple[float, Fact]], message: Message) -> Fact:
    """Return the name as the mail itself writes it, where a header or a pattern gave a part of it or more than it."""
    said = f"{message.subject}\n{message.text[:_MAX_SEARCHED]}"
    kin = [fact for _, fact in candidates if _agree(squash(fact.value), squash(best.value)) and fact.value in said]
    if best.value not in said:
        return max(kin, key=lambda fact: len(fact.value), default=best)
    signed = [fact for fact in kin if fact.evidence == _LETTERHEAD]
    return max((best, *signed), key=lambda fact: len(fact.value))


def _whole(fact: Fact, message: Message, label: str) -> Fact:
    """Return the longer name that the domain has and the mail spells ("Acme" at acme-robotics: "Acme Robotics")."""
    name, domain = squash(fact.value), squash(label)
    if name == domain or not (domain.startswith(name) and _agree(name, domain)):
        return fact
    spelled = spelled_like(domain, f"{message.subject}\n{message.text[:_MAX_SEARCHED]}")
    return Fact(spelled, fact.evidence) if spelled and not _TEAM_WORDS.search(spelled) else fact


def _candidates(message: Message, lines: Iterable[str], speeches: tuple[Speech, ...]) -> Iterator[tuple[float, Fact]]:
    """Yield (weight, candidate) from every place that may name the employer."""
    behind = _behind_name(message, speeches)
    if behind:
        yield 1.0, Fact(behind, _DISPLAYED)
    name = None if behind else _displayed(message, speeches)
    if name:
        yield (3.0 if _is_witnessed(message, name) else 1.5), Fact(name, _DISPLAYED)
    for number, line in enumerate(lines):
        place = "text" if number else "subject"
        for weight, found in _named(line, speeches):
            yield weight, Fact(found, place)
    for found in _labelled(message, speeches):
        yield 3.0, Fact(found, _LETTERHEAD)


def _below(message: Message, speeches: tuple[Speech, ...], below: Sequence[Signature]) -> Iterator[tuple[float, Fact]]:
    """Yield (weight, candidate) from what stands below the closings."""
    for found in _signed(speeches, below[:2]):
        yield 2.5, Fact(found, "signature")
    for found in _letterhead(message, speeches, below[:1]):
        yield 3.0, Fact(found, _LETTERHEAD)


def _is_witnessed(message: Message, name: str) -> bool:
    """Whether a display name is an employer's: a service sends in its name, or the domain or the mail has it too."""
    sender = message.sender
    if sender is None or is_freemail(sender.domain):
        return False
    if sender_service(sender.domain) or _agree(squash(name), squash(domain_label(message))):
        return True
    label = squash(domain_label(message))
    if len(label) > 4 and squash(name).endswith(label) and name in sender.name:  # noqa: PLR2004
        return True  # "City of Northmere" at northmere.example
    if " " not in name:
        return False  # what is left of "Medical Staffing" stands in its mail too
    has_more = len(squash(sender.name)) > len(squash(name)) or is_unattended(sender.email)
    said = f"{message.subject}\n{message.text[:_MAX_SEARCHED]}"
    return has_more and _is_said(name, said)


def _is_said(name: str, said: str) -> bool:
    """Whether the name stands in the text, not only as a part of words."""
    _, _, behind = said.partition(name)
    before = said[: len(said) - len(behind) - len(name)]
    return len(before) + len(behind) < len(said) and not (before[-1:].isalnum() or behind[:1].isalnum())


def _named(line: str, speeches: tuple[Speech, ...]) -> Iterator[tuple[float, str]]:
    """Yield (weight, name) for what a line says of employers."""
    for speech in speeches:
        if not speech.company_hint.search(line):
            continue
        for weight, patterns in ((3.0, speech.companies), (2.0, speech.companies_maybe)):
            for match in (match for pattern in patterns for match in pattern.finditer(line)):
                name = clean_company(match["company"], speeches)
                if name:
                    yield weight, name


def _displayed(message: Message, speeches: tuple[Speech, ...]) -> str | None:
    """Return the employer in From's display name: "Acme Careers", "Maya from Acme", "Acme via Greenhouse"."""
    raw = _VIA.sub("", message.sender.name if message.sender else "")
    behind = _FROM.match(raw)
    if behind:
        team = clean_company(_TEAM_WORDS.sub(" ", behind["company"]), speeches)
        if team or _TEAM_WORDS.sub("", behind["company"]).strip(" &,"):
            return team
        raw = raw[: behind.start("company")].rstrip(" @|•·-–—")  # "Acme - Careers": the employer stands in front
    raw = re.sub(r"\([^()]*\)|, (?!Inc|Ltd|LLC|Co).*", " ", raw)
    if squash(raw) and squash(raw) == squash(domain_label(message)):
        return clean_company(raw, speeches)
    bare = clean_company(_TEAM_WORDS.sub(" ", raw), speeches)
    return None if bare is None or is_person(bare) or _is_senders_own(bare, message) else bare


def _behind_name(message: Message, speeches: tuple[Speech, ...]) -> str | None:
    """Return what stands behind a first name and "de": an employer or a surname, so it needs another witness."""
    match = _OF.fullmatch(message.sender.name) if message.sender else None
    is_name = match and match["name"].partition(" ")[0].casefold() in FIRST_NAMES
    return clean_company(match["company"], speeches) if match and is_name else None


def _is_senders_own(name: str, message: Message) -> bool:
    """Whether a display name is rather a person's: two words, from an address that is made of them."""
    words = name.split()
    local = squash(message.sender.email.rpartition("@")[0]) if message.sender else ""
    if not 1 < len(words) <= 4:  # noqa: PLR2004
        return False
    return squash(words[0]) == local or (squash(words[-1]) in local and squash(words[0])[:1] == local[:1])


def _signed(speeches: tuple[Speech, ...], below: Sequence[Signature]) -> Iterator[str]:
    """Yield employers in the signature: "The Acme Team", "Acme Robotics GmbH", "Recruiter at Acme"."""
    for signature in below:
        for number, line in enumerate(signature.lines[:8]):
            short = line[:120]
            for match in (
                *(saying.fullmatch(short) for speech in speeches for saying in speech.companies_in_signature),
                _LEGAL.match(short),
            ):
                name = clean_company(match["company"], speeches) if match else None
                if name and not (number == 0 and is_person(name)):
                    yield name


def _letterhead(message: Message, speeches: tuple[Speech, ...], below: Sequence[Signature]) -> Iterator[str]:
    """Yield lines below the closing that are an organisation's name: the domain has its words, or it says what it is.

    Not the first line, where a person or a team signs, and no line that names a department.
    """
    parts = [squash(part) for part in domain_label(message).split("-")]
    for signature in below:
        for line in (re.split(r"[|•·,]| [-–—] ", line)[0].strip() for line in signature.lines[1:8]):
            has_parts = len("".join(parts)) > 3 and all(part in squash(line) for part in parts)  # noqa: PLR2004
            says_so = has_parts or _ORGANISATION.search(line) or _LEGAL.fullmatch(line)
            if _LINE.fullmatch(line) and says_so and not _PART.search(line):
                name = clean_company(line, speeches)
                if name and name == line:
                    yield name


def _labelled(message: Message, speeches: tuple[Speech, ...]) -> Iterator[str]:
    """Yield what a portal's mail has behind "Company:" in a line of its own."""
    for match in islice(_LABEL.finditer(message.text[:_MAX_SEARCHED]), 3):
        name = clean_company(match["company"], speeches)
        if name:
            yield name


def _agree(name: str, other: str) -> bool:
    """Whether two squashed names are the same or one begins with the other ("acme", "acmeroboticsgmbh")."""
    shorter, longer = sorted((name, other), key=len)
    return len(shorter) > 2 and longer.startswith(shorter)  # noqa: PLR2004


def _from_domain(message: Message, label: str, speeches: tuple[Speech, ...]) -> Fact | None:
    """Return the domain's name as the text spells it, else with a capital; None if it cannot be a name."""
    squashed = squash(label)
    if len(squashed) < 4 or any(map(str.isdigit, label)):  # noqa: PLR2004
        return None
    said = f"{message.subject}\n{message.text[:_MAX_SEARCHED]}"
    spelled = spelled_like(squashed, said)
    if spelled:
        longer = _always_longer(spelled, said)
        return Fact(clean_company(longer, speeches) or spelled, "text, as in the sender's domain")
    # A longer label is two words more often than one, and nobody can tell where they part.
    is_whole = message.sender is not None and label in message.sender.domain.split(".")
    displayed = _displayed(message, speeches)
    if _RELAY_LIKE.search(label) or (displayed and not _agree(squash(displayed), squashed)):
        return None
    is_one_word = is_whole and "-" not in label and len(label) <= _LONGEST_WORD
    return Fact(label.capitalize(), "sender's domain") if is_one_word else None


def _always_longer(name: str, said: str) -> str:
    """Return the name with the words that stand behind it wherever it is said ("Acme" is always "Acme Symphony")."""
    found = {match[0] for match in islice(re.finditer(rf"\b{re.escape(name)}\b(?: [A-ZÀ-Þ][\w-]+){{0,2}}", said), 20)}
    return found.pop() if len(found) == 1 else name
