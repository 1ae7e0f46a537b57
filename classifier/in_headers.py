"""Where the headers name an employer: From's display name, and the subject."""

import re
from collections.abc import Iterator

from classifier.candidates import (
    DISPLAYED,
    MAX_SEARCHED,
    PART,
    SAID,
    SUBJECT,
    TEXT,
    WHOLE,
    Candidate,
    Told,
    bare_of,
    is_common,
    is_department,
    is_position,
    is_uncommon,
    may_be_person,
    share_of,
)
from classifier.company_names import (
    clean_company,
    is_house,
    is_organisation,
    legal_end,
    may_state,
    parts,
    whole_company,
    without_team,
)
from classifier.domains import registered_label
from classifier.languages import Saying, everywhere
from classifier.languages.patterns import COMPANY
from classifier.message import Address
from classifier.names import folded, is_first_name, whole_name
from classifier.senders import is_freemail, is_service, is_unattended
from classifier.values import squash

_VIA = Saying(rf"(?i)\s+{everywhere('via')}\s+.*$")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,60})\)")
_FROM = Saying(rf"(?i)^.{{2,40}}?\s+(?:{everywhere('behind_senders')})\s+(?:the )?(?P<company>\S.*)$")
_OF = re.compile(r"(?P<who>[^\W\d_]{2,20}) (?:de|di|da|do|du|van|von|of|d['\u2019]) ?(?P<company>[A-ZÀ-Þ].{1,60})")
_JOINTS = re.compile(
    r"\s*(?:[|:•·]+|<>|\s[-–—x/]+|\s@)\s+|^(?:(?:re|aw|fwd?|wg|rv|tr|enc|res|r|sv):\s*)+", re.IGNORECASE
)
_AT = re.compile(
    rf"\S .*?\b(?:at|@|bei|chez|presso|bij|en|na|no) (?:the |der |la |el |l['\u2019])?{COMPANY}(?:$|[:!|])"
)
_BY = re.compile(
    rf"\S (?i:from|vo[nm]|de la part de|de parte de|da parte d[aio]|namens) (?:the |der )?{COMPANY}(?:$|[:!|])"
)
_FIRST = re.compile(r"(?:(?:re|aw|fwd?|wg):\s*)*\[(?P<company>[A-ZÀ-Þ][^\[\]\d]{3,50})\] ", re.IGNORECASE)
_NUMBER = re.compile(r"\d\d")
_NAMES_EMPLOYER = re.compile(r"(?i)\b(?:at|to|in|joining|join|bei|an|chez|en|presso|bij|na|à) $")
_LONGEST_LEAD = 12
_LONGEST_SEGMENT = 6
_SHORTEST_LEFT = 3  # letters of what is left of "HR XY"


def displayed(told: Told) -> Iterator[Candidate]:
    """Yield what the display name names: "Acme Careers", "Maya from Acme", "Acme via Greenhouse"."""
    sender = told.message.sender
    raw = _VIA.sub("", sender.name) if sender else ""
    inside = _IN_BRACKETS.search(raw)
    if inside and (name := whole_company(inside[1], told.speeches)):
        yield Candidate(name, DISPLAYED, 3.0 if is_organisation(name) else 1.5, WHOLE)
    raw = _IN_BRACKETS.sub("", raw)
    of = _OF.fullmatch(raw)
    if of and sender and _is_first(of["who"], sender):  # or it is a surname, so it needs another witness
        name = clean_company(of["company"], told.speeches)
        is_firm = name is not None and registered_label(told.message).startswith(squash(name))
        yield from (Candidate(name, DISPLAYED, 2.0 if is_firm else 1.0, WHOLE),) if name else ()
    elif sender:
        yield from _parts_displayed(told, sender, raw)


def _is_first(who: str, sender: Address) -> bool:
    return is_first_name(who) or folded(who) == folded(sender.email.partition("@")[0])


def _parts_displayed(told: Told, sender: Address, raw: str) -> Iterator[Candidate]:
    family, comma, given = raw.partition(", ")
    if comma and whole_name(f"{given} {family}") and not is_organisation(raw):
        return  # "Meulen, W. van der"
    behind = _FROM.match(raw)
    for part in (behind["company"],) if behind else parts(raw):
        bare = bare_of(part, told.hints)
        name = whole_company(bare, told.speeches)
        if name is None or (is_department(name) and not is_organisation(name)):
            continue
        if bare != part and len(name) < _SHORTEST_LEFT:
            continue
        if _is_somebody(bare, told) and bare == part:
            continue
        yield Candidate(name, DISPLAYED, _weight(told, sender, name, part), WHOLE if bare == part else PART)


def _is_somebody(bare: str, told: Told) -> bool:
    """Whether a display name is a person's, and the mail does not name it as one names an employer."""
    name = whole_name(bare)
    is_initialled = name is not None and name.is_full and len(name.words) == 1  # "G. Brouns"
    if name is None or not (name.is_known or is_initialled) or is_house(name):
        return False
    return not any(map(_NAMES_EMPLOYER.search, _leads(bare, told.said)))


def _leads(name: str, text: str) -> Iterator[str]:
    """Yield what stands before each place where a text has these words whole."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum()):
            yield text[max(0, at - _LONGEST_LEAD) : at]
        at = text.find(name, end)


def _weight(told: Told, sender: Address, name: str, part: str) -> float:
    """Return what a display name weighs: where a service or a robot sends, it is as a rule the employer's."""
    if is_freemail(sender.domain) or not (is_service(sender) or is_unattended(sender.email)):
        return 1.5
    if name != part or is_organisation(name):
        return 3.0
    if is_first_name(name.split(maxsplit=1)[0]):
        return 1.0
    return 2.0 if len(name.split()) == 2 and name not in told.said else 3.0  # noqa: PLR2004 - may be a person's


def with_article(name: str, told: Told) -> str:
    """Return a name with the article that is a part of it: the sender is called "The Acme Group", or the text says so.

    At the beginning of a sentence anybody has a capital, so only what stands within one is a witness.
    """
    full = f"The {name}"
    shown = told.message.sender.name if told.message.sender else ""
    bare = " ".join(full.split()[:-1]) if legal_end(name) is not None else full
    before, _, behind = told.message.text[:MAX_SEARCHED].partition(f" {full}")
    is_within = before[-1:].islower() and behind != "" and not behind[0].isalnum()
    return full if is_within or shown in {full, bare} else name


def without_function(name: str, told: Told) -> str:
    """Return a name without what the address is for: "Acme Graduates" at graduates@, "Receptie Acme" at receptie@.

    The sender's own domain has to spell the rest, and not that word.
    """
    sender = told.message.sender
    local, _, domain = sender.email.rpartition("@") if sender else ("", "", "")
    purpose = squash(local).rstrip("s")
    if not purpose or purpose in squash(domain) or " " not in name:
        return name
    before, _, last = name.rpartition(" ")
    first, _, behind = name.partition(" ")
    if squash(last).rstrip("s") == purpose:
        return before if _is_enough(before, told) else name
    is_first = squash(first).rstrip("s") == purpose and not may_state(first)
    return behind if is_first and _is_enough(behind, told) else name


def _is_enough(rest: str, told: Told) -> bool:
    """Whether what is left is a name that an address spells; "Bakery" of Miller is none, nor is "Dr."."""
    return (" " in rest or not is_organisation(rest)) and not rest.endswith(".") and share_of(rest, told.hints) > 0


def in_subject(told: Told) -> Iterator[Candidate]:
    """Yield the parts of the subject that are no position: "Acme | News", "Acme x Robin", "Clerk at Acme"."""
    subject = told.message.subject
    at = _AT.search(subject)
    if at and (name := clean_company(at["company"], told.speeches)):
        behind_role = is_position(subject[: at.start("company")], told.speeches)
        yield Candidate(name, SUBJECT, 2.0 + told.more + behind_role, SAID)
    by = _BY.search(subject)
    by_name = clean_company(by["company"], told.speeches) if by else None
    if by_name and not (is_first_name(by_name.split()[0]) or is_position(by_name, told.speeches)):
        yield Candidate(by_name, SUBJECT, 1.5, SAID)
    first = _FIRST.match(subject)
    first_name = clean_company(without_team(first["company"]), told.speeches) if first else None
    if first_name and " " in first_name and not is_position(first_name, told.speeches):
        is_sayable = not first_name.isupper() and not is_common(first_name, told)  # "[GIT PULL]", "[Job Alert]"
        weight = 3.0 if is_organisation(first_name) else 2.0 * is_sayable
        yield Candidate(first_name, SUBJECT, weight, WHOLE)
    found = [part.strip() for part in _JOINTS.split(subject) if part and part.strip()]
    for part in found if len(found) > 1 else ():
        name = clean_company(without_team(part), told.speeches)
        if name and _may_be_segment(name, told):
            says_so = is_organisation(name) or (told.is_unnamed and is_uncommon(name, told))
            yield Candidate(name, SUBJECT, 1.0 + told.more + 1.25 * says_so, PART)
            if " " in name and next(_leads(name, told.message.text[:MAX_SEARCHED]), None) is not None:
                yield Candidate(name, TEXT, 1.0, SAID)


def _may_be_segment(name: str, told: Told) -> bool:
    if may_be_person(name) or len(name.split()) > _LONGEST_SEGMENT or is_position(name, told.speeches):
        return False
    return name[0].isupper() and _NUMBER.search(name) is None
