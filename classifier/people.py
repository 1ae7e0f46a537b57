"""Who signed: a person's name as signed, or nobody. A wrong name in a draft is worse than none.

Two capitalised words below a closing are not enough: companies and departments look the same. So a name needs a first
name that is known, or a second witness: the display name, the address, or a position in the next line.
"""

import re
from collections.abc import Sequence

from classifier.languages import Saying, everywhere
from classifier.languages.patterns import words
from classifier.message import Message
from classifier.names import FIRST_NAMES
from classifier.reading import Fact
from classifier.senders import is_team, is_unattended, sender_service
from classifier.signatures import Signature
from classifier.values import MAX_PERSON, squash, tidy

_TITLE = Saying(rf"(?:{everywhere('person_titles')}\.?(?:-Ing\.?)?,? ?){{1,6}}(?=[A-ZÀ-Þ])")
_PREFIX = Saying(rf"(?i)^(?:{everywhere('signed_for')}\s*:?\s*|[-–—~]+\s*)")
_CUT = Saying(rf"\s*(?:[,|•·(/]| [-–—] |\b{everywhere('behind_names')}\b.*).*")
_PARTICLES = words("van von der den de la du di da do del dos das ten ter zu zum zur el al bin ibn y le 't ’t")
_NAME_WORD = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž'’]+(?:[A-ZÀ-Þ][a-zß-ÿ]+)?(?:-[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž'’]+)*|[A-ZÀ-Þ]['’][A-ZÀ-Þ][a-zß-ÿ]+|"
    r"[A-ZÀ-Þ]{2,20}"
)
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.?")
_INITIALS = re.compile(
    r"(?:(?:[A-ZÀ-Þ]|Ch|Th|Ph|IJ)\.-?){1,5}"
)  # "A.J. van Bergen": never known, so it needs a witness
_NO_NAME = Saying(rf"(?i)\b{everywhere('no_names')}\b")
_POSITION = Saying(rf"(?i){everywhere('positions')}")
_LEGAL_FORM = re.compile(r"\b(?:GmbH|AG|SE|KG|Ltd|Limited|Inc|LLC|LLP|plc|mbH|e\. ?V)\b")
_VIA = Saying(rf"(?i)\s*(?:\(.*\)|[|,@/].*|\b(?:{everywhere('via')}|{everywhere('behind_senders')})\b.*| [-–—] .*)$")


def person_of(message: Message, below: Sequence[Signature]) -> Fact | None:
    """Return the person who signed, or whose display name it is where nobody signed; None for a team or a doubt."""
    displayed = displayed_person(message)
    for signature in below:
        signed = _signed(signature, message, displayed)
        if signed:
            return Fact(signed, "signature")
        if signature.lines and _NO_NAME.search(signature.lines[0]):
            return None  # a team signed
    if any(signature.lines for signature in below):
        return None
    alone = _first_name_below(message, displayed) or _known_below(message)
    alone = alone or (None if displayed else _last_paragraph(message))
    if alone:
        return Fact(alone, "signature")
    return Fact(displayed, "sender's display name") if displayed else None


def _first_name_below(message: Message, displayed: str | None) -> str | None:
    """Return the last line if it is the first name that the sender bears: such a name needs no closing above."""
    last = message.text.rstrip()[-MAX_PERSON:].rpartition("\n")[2].strip()
    own = message.sender.name.split()[:1] if message.sender else []
    is_name = last.casefold() in FIRST_NAMES if displayed is None else len(last) > 2  # noqa: PLR2004
    return last if [last] == own and is_name else None


def _known_below(message: Message) -> str | None:
    """Return the known name that ends the text in a line of its own, or stands there above a position."""
    lines = [line.strip() for line in message.text.rstrip()[-500:].split("\n") if line.strip()]
    if len(lines) > 2 and _POSITION.search(lines[-1]) and is_person(lines[-2]):  # noqa: PLR2004
        return tidy(lines[-2], MAX_PERSON)
    if len(lines) < 2 or not lines[-2].endswith((".", "!", "?", ",", ")")):  # noqa: PLR2004
        return None
    is_name = is_person(lines[-1]) or (lines[-1].casefold() in FIRST_NAMES and not lines[-1].islower())
    return tidy(lines[-1], MAX_PERSON) if is_name else None


def _last_paragraph(message: Message) -> str | None:
    """Return the known name that begins a last paragraph of short lines, of which none is a sentence."""
    paragraphs = [part.strip() for part in message.text.rstrip()[-500:].split("\n\n")]
    if len(paragraphs) > 2 and "\n" not in paragraphs[-1] and _NO_NAME.search(paragraphs[-1]):  # noqa: PLR2004
        paragraphs.pop()  # "Sent from my phone"
    lines = paragraphs[-1].split("\n")
    if len(paragraphs) == 1 or any(len(line) > MAX_PERSON or line.endswith((".", "!", "?", ":")) for line in lines):
        return None
    name = _CUT.sub("", lines[0])
    is_alone = lines == [name] and name.casefold() in FIRST_NAMES and not name.islower()
    return tidy(name, MAX_PERSON) if is_person(name) or is_alone else None


def displayed_person(message: Message) -> str | None:
    """Return the name in From if it is clearly a person's and somebody reads at that address."""
    sender = message.sender
    if sender is None or is_unattended(sender.email):
        return None
    name = _VIA.sub("", sender.name)
    if name.count(",") == 1:
        name = " ".join(reversed([half.strip() for half in name.split(",")]))
    full = _full_name(name)
    if full is None or is_team(sender.email) or _is_of_domain(full, message) or _ends_with_firm(full, sender.domain):
        return None
    if _in_address(full, sender.email):
        return full
    ends_as_domain = full.split()[-2] in _PARTICLES and _is_of_domain(full.split()[-1], message)  # "Théo de Lumikit"
    return full if _is_known(full) and not ends_as_domain else None


def _ends_with_firm(name: str, domain: str) -> bool:
    """Whether what reads like a surname is the employer: "Tomás da Fluvial" at fluvial-app.example."""
    before, last = ["", *name.split()][-2:]
    return before in {"da", "do", "de", "das", "dos"} and len(last) > 3 and squash(last) in squash(domain)  # noqa: PLR2004


def is_person(name: str) -> bool:
    """Whether this reads as a person's full name, with a first name that is known."""
    full = _full_name(name)
    return full is not None and _is_known(full)


def _signed(signature: Signature, message: Message, displayed: str | None) -> str | None:
    """Return the name that the signature begins with, if a person's, and witnessed."""
    if not signature.lines or len(signature.lines[0]) > MAX_PERSON + 60:
        return None
    line, next_line = _line_of_name(signature)
    name = _CUT.sub("", line).strip(" .")
    if _is_of_domain(name, message):
        return None
    full = _full_name(name)
    if full:
        rest = line[len(name) :]
        return full if _is_witnessed(full, message, displayed, f"{rest} {next_line}"[:120]) else None
    return _first_name(name, message, signature)


def _line_of_name(signature: Signature) -> tuple[str, str]:
    """Return the first line that is more than "for the board" or a position above a name, and the line below it."""
    for number, line in enumerate(signature.lines):
        bare = _PREFIX.sub("", line, count=1)
        if bare:
            return bare, next(iter(signature.lines[number + 1 :]), "")
    return "", ""


def _is_witnessed(name: str, message: Message, displayed: str | None, beside: str) -> bool:
    """Whether something else speaks for this being a person."""
    if _is_known(name) or name == displayed:
        return True
    sender = message.sender
    if sender and sender.name == name and sender_service(sender.domain):
        return False  # an employer in whose name a service sends
    if sender and not is_unattended(sender.email) and _in_address(name, sender.email):
        return True
    return _POSITION.search(beside) is not None or _LEGAL_FORM.search(beside) is not None


def _first_name(name: str, message: Message, signature: Signature) -> str | None:
    """Return a name of one word, if it is a known first name, or begins the sender's name or the one signed below."""
    if not _NAME_WORD.fullmatch(name) or name.isupper() or _NO_NAME.search(name):
        return None
    own = (message.sender.name if message.sender else "").split()
    is_own = own[:1] == [name] and len(own) > 1 and displayed_person(message) is not None
    in_full = (_full_name(_CUT.sub("", line)) for line in signature.lines[1:5])
    is_signed = any(full.startswith(f"{name} ") for full in in_full if full)
    return tidy(name, MAX_PERSON) if name.casefold() in FIRST_NAMES or is_own or is_signed else None


def _full_name(text: str) -> str | None:
    """Return the text if it has the shape of a full name: title, first names, particles, surname."""
    bare = _TITLE.sub("", text, count=1) if _TITLE.match(text) else text
    words = bare.split()
    if not 2 <= len(words) <= 5 or not (_NAME_WORD.fullmatch(words[0]) or _INITIALS.fullmatch(words[0])):  # noqa: PLR2004
        return None
    if bare.isupper() or not _NAME_WORD.fullmatch(words[-1]):
        return None
    between = all(_NAME_WORD.fullmatch(w) or _INITIAL.fullmatch(w) or w in _PARTICLES for w in words[1:-1])
    is_name = between and not _NO_NAME.search(" ".join(word for word in words if word not in _PARTICLES))
    return tidy(text, MAX_PERSON) if is_name else None


def _is_known(name: str) -> bool:
    """Whether the first name (or its first half: "Anna-Lena") is a known one."""
    first = _TITLE.sub("", name, count=1).split()[0].casefold()
    return first in FIRST_NAMES or first.partition("-")[0] in FIRST_NAMES


def _in_address(name: str, email: str) -> bool:
    """Whether the address is made as people's are: first.last, f.last, flast, last.first. "laychair" is no witness."""
    local, _, domain = email.rpartition("@")
    words = [squash(word) for word in _TITLE.sub("", name, count=1).split()]
    first, last = words[0], words[-1]
    parts = [squash(part) for part in re.split(r"[._-]", local)]
    shaped = parts in ([first, last], [first[:1], last], [last, first], [f"{first[:1]}{last}"])
    return shaped and len(last) > 2 and last not in squash(domain)  # noqa: PLR2004


def _is_of_domain(name: str, message: Message) -> bool:
    """Whether this is what the sender's domain is called: then it is a company, whatever it looks like."""
    domain = squash(message.sender.domain.rpartition(".")[0]) if message.sender else ""
    return len(squash(name)) > 3 and squash(name) in domain  # noqa: PLR2004
