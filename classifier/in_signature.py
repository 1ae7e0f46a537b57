"""Where the last lines of a mail name an employer: "Acme Robotics GmbH", "Recruiter, Acme", "The Acme Team"."""

import re
from collections.abc import Iterator

from classifier.candidates import (
    PART,
    SIGNED,
    WHOLE,
    Candidate,
    Told,
    bare_of,
    has_function,
    is_department,
    is_function,
    is_place,
    is_position,
    share_of,
)
from classifier.company_names import is_organisation, legal_end, parts, whole_company, without_team
from classifier.languages.patterns import LINK
from classifier.names import INITIALLED, name_at_start
from classifier.signatures import Line, is_prose
from classifier.values import squash

_MOST_WORDS = 6
# "the Moss & Fern girls x": what stands in small letters behind a name, but for legal forms, is none of it.
_TAIL = re.compile(r"(?<=[\w.])(?: (?!asbl\b|vzw\b|mbB\b|e\.|gGmbH)[a-zà-ÿ][\w'’]*){1,3}[.!]?$")
_AT = re.compile(r"\b(?:at|beim?|chez|presso|bij|n[ao]|en|@) $")
_SMALL = re.compile(rf"(?<!\w)(?!{LINK}\b|dell['\u2019]|d['\u2019]|l['\u2019])[a-zà-ÿ]{{2,}}(?!\w)(?<!^)(?: |$)")
_NO_NAME = re.compile(
    r"\d{2,}|@|www\.|https?:|\d[./ ]\d"
    r"|(?i:(?:\b(?:street|road|lane|avenue|drive|square|quay|row|house)|stra(?:ß|ss)e|str\.|platz|gasse|allee)$)"
    r"|(?i:(?:straat|laan|plein|gracht|kade)$)|^(?:Via|Viale|Piazza|Corso|Rue|Avenue|Calle|Avenida|Rua|Largo|Praça) "
)


def signed(told: Told) -> Iterator[Candidate]:
    """Yield what the last lines name, each whole or a part of it."""
    for line in (line for line in told.last if not (is_prose(line.text) or _is_sentence(line.text))):
        for part in dict.fromkeys(parts(line.text)):
            if _NO_NAME.search(part) and legal_end(part) is None:
                continue
            form = _form(part, told)
            whole = _behind_function(form, told)
            is_brand = whole.removeprefix("the ")[:1].islower()
            name = whole_company(whole if is_brand else _TAIL.sub("", whole), told.speeches)
            weight = _weight(name, line, told) if name else 0.0
            if name and weight:
                at = _is_led(name, line.text[: max(0, line.text.find(part))], told)
                fullness = WHOLE if form == part else PART
                yield Candidate(name, SIGNED, weight + at + told.more * line.is_signed, fullness)


def _is_sentence(line: str) -> bool:
    """Whether a line is one of more words than names have, with a full stop: "Vielen Dank für Ihr Interesse."."""
    return line.endswith((".", "!", "?")) and len(line.split()) > _MOST_WORDS and legal_end(line) is None


def _is_led(name: str, before: str, told: Told) -> bool:
    """Whether what stands before a name on its line leads to an employer: "at", or what somebody does there."""
    if _AT.search(before):
        return True
    does = before.removesuffix(", ")
    return does != before and (has_function(does) or is_position(does, told.speeches)) and not is_place(name, told)


def _form(part: str, told: Told) -> str:
    """Return a part of a line without the words of a team; an agency is called so ("Brightmoor Recruitment")."""
    bare = without_team(part)
    return part if told.for_client and bare and part.startswith(bare) else bare_of(part, told.hints)


def _behind_function(form: str, told: Told) -> str:
    """Return the words at the end that an address spells, where what stands before them is no part of a name."""
    words, letters = form.split(), squash(form)
    if not any(letters.endswith(hint.letters) for hint in told.hints):
        return form
    for start in range(1, len(words)):
        before, rest = " ".join(words[:start]), " ".join(words[start:])
        is_own = any(squash(rest) == hint.letters for hint in told.hints)
        is_job = has_function(before) or is_department(before) or is_position(before, told.speeches)
        is_no_part = before.islower() or (is_job and not is_organisation(before))
        if is_own and is_no_part and legal_end(f"A {before}") is None:
            return rest
    return form


def _weight(name: str, line: Line, told: Told) -> float:
    """Return what a line weighs: nothing if it is a person, a position, a department, an address."""
    has_form, says_so = legal_end(name) is not None, is_organisation(name)
    is_hinted = share_of(name, told.hints) > 0
    title, comma, _ = name.partition(", ")
    if comma and (has_function(title) or is_department(title)):
        return 0.0
    if not says_so and INITIALLED.fullmatch(name):
        return 0.0  # "T. Jansen", also where the firm is called so
    if not has_form and (_NO_NAME.search(name) or is_function(name)):
        return 0.0
    if is_department(name) and not (has_form or (says_so and is_hinted)):
        return 0.0
    if not (says_so or is_hinted) and (_is_somebody(name) or has_function(name) or _is_no_name(name, told)):
        return 0.0
    is_above_other = says_so and not has_form and is_organisation(line.below)  # an institute above its university
    return 0.5 + 0.75 * line.is_signed + 1.25 * says_so + 0.5 * has_form - 0.5 * is_above_other


def _is_somebody(name: str) -> bool:
    person = name_at_start(name)
    return person is not None and person.is_known and person.is_full


def _is_no_name(name: str, told: Told) -> bool:
    return is_position(name, told.speeches) or _SMALL.search(name) is not None
