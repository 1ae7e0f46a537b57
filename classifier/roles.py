"""Which position the mail is about, in the mail's own words, without reference numbers and "(m/w/d)"."""

import re
from collections.abc import Iterable, Sequence

from classifier.languages import IGNORECASE, Saying, Speech, everywhere
from classifier.languages.patterns import either
from classifier.reading import Fact
from classifier.requisitions import without_requisition
from classifier.values import MAX_ROLE, tidy

_SHORTEST = 3
_MOST_WORDS = 12

_MARK = either(r"[mwfdxihav*]", everywhere("gender_marks"), "all")
_INNER_COLON = "\u2236in"  # "Werkstudent:in": no end of a title, unlike other colons
_HOURS = re.compile(r"[ (]\d{2,3}(?: ?[-–] ?\d{2,3})? ?%\)?")
_BEFORE_GENDER = re.compile(r"[(\[/]")
_GENDER = Saying(
    rf"\s*[(\[]\s*{_MARK}(?:\s*[/|,]\s*{_MARK}){{0,6}}\s*[)\]]|"
    r"\s+[mwf]\s*/\s*[mwfd]\s*/\s*[mwfdx]\b",
    IGNORECASE,
)


def role_of(subject: str, sentences: Iterable[str], speeches: Sequence[Speech]) -> Fact | None:
    """Return the position that the text or, failing that, the subject names."""
    for sentence in sentences:
        hinted = [speech for speech in speeches if speech.roles and speech.role_hint.search(sentence)]
        role = _found(sentence, [(speech, speech.roles) for speech in hinted]) if hinted else None
        if role:
            return Fact(role, "text")
    role = _found(subject, [(speech, speech.roles_in_subject + speech.roles) for speech in speeches])
    return Fact(role, "subject") if role else None


def without_marks(text: str) -> str:
    """Return the text without numbers of positions, gender marks and hours, which stand in the midst of titles."""
    bare = _HOURS.sub("", without_requisition(text)) if "%" in text else without_requisition(text)
    return _GENDER.sub("", bare) if _BEFORE_GENDER.search(bare) else bare


def _found(text: str, ways: Iterable[tuple[Speech, tuple[Saying, ...]]]) -> str | None:
    """Return the title that the first of these patterns gives."""
    bare = without_marks(text).replace(":in", _INNER_COLON)
    letters = bare.lower()
    for speech, sayings in ways:
        worthwhile = (saying for saying in sayings if saying.may_be_in(letters))
        for match in (match for saying in worthwhile for match in saying.finditer(bare)):
            role = clean_role(_cut(match["role"], speech), speech)
            if role:
                return role
    return None


def _cut(title: str, speech: Speech) -> str:
    """Cut a title before the first small word that joins nothing, where nouns have capitals and verbs do not."""
    words = title.split() if speech.title_joints else []
    for number, word in enumerate(words):
        is_joint = word.lower() in speech.title_joints and any(w[:1].isupper() for w in words[number + 1 : number + 4])
        is_between = number > 0 and words[number - 1].lower() in speech.title_joints
        if number and word[0].islower() and not (is_joint or is_between):
            return " ".join(words[:number])
    return title


def clean_role(raw: str, speech: Speech) -> str | None:
    """Return a title without reference numbers and gender marks, or None if it is no title."""
    role = tidy(without_marks(raw).replace(_INNER_COLON, ":in"), MAX_ROLE)
    role = re.sub(r"\s+[A-Z]{1,4}[-/]?\d{3,}\S*$|['\u2019]s$|(?<=in)/eine[sr]?\b.*", "", role) if role else None
    role = re.sub(r"(?i) (?:role|position|job|vacancy)$", "", role) if role else None
    if role is None or len(role) < _SHORTEST or len(role.split()) > _MOST_WORDS or re.match(r"\d+(?:\s|$)", role):
        return None
    return None if speech.generic_titles.fullmatch(role) or speech.no_titles.search(role) else role
