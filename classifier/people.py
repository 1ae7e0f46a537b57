"""Who signed: a person's name as signed, or nobody. A wrong name in a draft is worse than none.

Two capitalised words near the end of a mail are not enough: companies and departments look the same. So each line that
may be a name is weighed: does a closing stand above it, is its first name known, does it agree with the display name or
the address, does a position stand beside it? The heaviest counts if it is heavy enough; signed twice, the fuller name.
"""

import re
from collections.abc import Iterator, Sequence

from classifier.company_names import is_house, is_organisation, without_team
from classifier.languages import Saying, Speech, everywhere, vocabulary
from classifier.languages.patterns import words
from classifier.message import Message
from classifier.names import INITIALLED, Name, folded, name_at_start, whole_name
from classifier.reading import Fact
from classifier.senders import is_team, is_unattended, sender_service
from classifier.signatures import Line
from classifier.values import MAX_PERSON, squash

_ENOUGH = 3.0
_PREFIX = Saying(
    rf"(?i)^(?:(?:{everywhere('signed_for')}|{everywhere('possessives')})(?:\s*:\s*|\s+|$|(?<=[.\s]))"
    r"|[-–—~/]+\s*|x{1,3} )"
)
_SIGNED_FOR = Saying(rf"(?i)(?:{everywhere('signed_for')})(?:\s*:?\s*|(?<=[.\s]))")
_BESIDE = Saying(
    rf"(?i)\s*(?:$|x{{1,3}}$|[,|•·(/:]|@|[-–—]\s|&\s(?:the|das|die|les?|la|el|il|het)\b|\b{everywhere('behind_names')}\b)"
)
_FUNCTION = vocabulary("functions", beginnings=True)
_POSITION = vocabulary("positions", beginnings=True)
_VIA = Saying(rf"(?i)\s*(?:\(.*\)|[|,@/].*|\b(?:{everywhere('via')}|{everywhere('behind_senders')})\b.*| [-–—] .*)$")
_FIRM = re.compile(r"(?P<name>[^\W\d_]+) (?P<joint>von|vom|de|di|da|do|van|from|at|of|@) (?P<firm>[A-ZÀ-Þ].{2,60})$")
_OF_TEAM = Saying(
    rf"(?i),? {everywhere('behind_names')} [^.!?,]{{0,40}}\b(?:team|crew|équipe|equip[aeo]|squadra)\b[^.!?,]{{0,40}}"
)
_PIECES = re.compile(r"[._-]")
_NEARNESS = (2.0, 2.0, 1.5, 1.5, 1.0, 0.75)
_NO_CLOSING = 1.0
_BEFORE_FIRMS = words("de da do das dos di du van von")


def person_of(
    message: Message, lines: Sequence[Line], sentences: Sequence[str], speeches: Sequence[Speech]
) -> Fact | None:
    """Return the person who signed, or whose display name it is where nobody signed; None for a team or a doubt.

    `lines` are those near the end that stand for themselves (see `signatures`).
    """
    shown = _shown(message)
    lines = (*lines, *_at_the_end(message, lines))
    weighed = [(_weight(name, line, message, shown), name) for line in lines for name in _names(line, message)]
    heavy = [(weight, name) for weight, name in weighed if weight >= _ENOUGH]
    if heavy:
        _, best = max(heavy, key=lambda pair: pair[0])
        same = [name for _, name in heavy if name.is_full and _are_one(name, best)]
        return Fact((same[0] if same else best).written, "signature")
    if any(line.is_signed and line.behind < 3 for line in lines):  # noqa: PLR2004 - somebody else signed: a team
        return None
    shown = displayed_person(message) or _writer(message, sentences, speeches)
    return Fact(shown.written, "sender's display name") if shown else None


def _at_the_end(message: Message, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the sender's name where it ends the last sentence's own line: "Friday at five. Antoine"."""
    header = message.sender.name if message.sender else ""
    last = message.text.rstrip()[-MAX_PERSON:].rpartition("\n")[2].rstrip(".! ")
    for name in dict.fromkeys((header, header.partition(" ")[0])):
        before = last.removesuffix(name).rstrip()
        if (
            len(name) > 1
            and before != last
            and before.endswith((".", "!", "?", ",", ")", ";"))
            and not _is_signed(lines)
        ):
            yield Line(name, 1, begins=True, above="", below="")
    yield from _of_team(last) if not _is_signed(lines) else ()


def _of_team(last: str) -> Iterator[Line]:
    """Yield a first name with the team it is of, where that is the last line: "Jo, from the people team"."""
    name = name_at_start(last)
    if name and len(name.words) == 1 and _OF_TEAM.fullmatch(name.rest):
        yield Line(name.written, 0, begins=True, above="", below="")


def _is_signed(lines: Sequence[Line]) -> bool:
    return any(line.is_signed for line in lines)


def _are_one(full: Name, other: Name) -> bool:
    """Whether a full name may be the other one in full: "Edoardo Sanvitale" is "Edo"."""
    first = folded(other.first)
    return folded(full.first).startswith(first[:3]) if len(other.words) == 1 else full.words[-1] == other.words[-1]


def _names(line: Line, message: Message) -> Iterator[Name]:
    """Yield the name that a line begins with, if nothing but a position or the employer stands behind it."""
    bare = _PREFIX.sub("", line.text, count=1)
    name = name_at_start(bare)
    firm = _FIRM.match(bare)
    if name and firm and _is_firm(firm["firm"], firm["joint"], message):
        name = name_at_start(firm["name"])  # "Wiebke von Blauhai" is Wiebke, if the employer is called so
    is_greeting = name is not None and name.rest.strip() in {",", "!"} and not line.is_signed
    if name and _BESIDE.match(name.rest) and not is_greeting and not is_house(name):
        yield name


def _weight(name: Name, line: Line, message: Message, shown: Name | None) -> float:
    """Return what speaks for this being who signed."""
    near = _NEARNESS[line.behind] if line.behind < len(_NEARNESS) else _NO_CLOSING * line.begins
    if _is_of_domain(name, message) or (line.above.endswith(":") and not (line.is_signed or _is_led(line))):
        return 0.0  # "If you have a question, contact:"
    if line.above and not without_team(line.above):
        near = 0.0  # below a team stands as a rule the employer
    known = 2.0 * name.is_known + 1.5 * name.is_titled + 1.5 * _is_led(line)
    if line.behind == 1 and INITIALLED.fullmatch(name.written) and line.below and not is_organisation(name.written):
        known += 1.0  # "J. Sobotta", and what she does or for whom below
    return near + known + _agreement(name, message, shown) + _beside(name, line)


def _is_led(line: Line) -> bool:
    """Whether "i. A." or whom somebody signs for stands before a name, or a position above it."""
    if _SIGNED_FOR.match(line.text) or _SIGNED_FOR.fullmatch(line.above):
        return True
    return line.above.endswith(",") and _FUNCTION.found_in(line.above)


def _agreement(name: Name, message: Message, shown: Name | None) -> float:
    """Return what the From header says for a name."""
    total = 0.0
    if shown and (folded(name.first) in {folded(word) for word in shown.words} or name.words[-1] == shown.words[-1]):
        local = squash(message.sender.email.partition("@")[0]) if message.sender else ""
        is_own = any(len(word) > 2 and squash(word) in local for word in name.words)  # noqa: PLR2004
        is_own = is_own or (len(local) > 1 and squash(name.first) == local)  # "Mo" of mo@
        is_own = (is_own and _is_personal(message)) or _is_answered(name, message)
        total = 2.0 if shown.is_known or shown.is_titled or is_own else 0.5
    if message.sender and _in_address(name, message.sender.email):
        total += 2.0
    header = message.sender.name if message.sender else ""
    if name.is_full and name.words[-1] in header.split() and name.written not in header:
        total += 1.0  # "J. Pasquier" of "Menuiserie Pasquier"
    elif _is_personal(message) and _begins_header(name, header):
        total = max(total, 1.5)
    return total


def _is_answered(name: Name, message: Message) -> bool:
    """Whether answers go to somebody's own address with this first name."""
    locals_ = (address.email.partition("@")[0] for address in message.reply_to)
    return any(folded(name.first) == _PIECES.split(folded(local))[0] for local in locals_)


def _begins_header(name: Name, header: str) -> bool:
    """Whether From's display name is this first name and surname, or begins with this first name."""
    if len(name.words) > 1:
        return header == name.written and len(name.words) == len(("first", "last"))
    return header.startswith(f"{name.written} ")


def _beside(name: Name, line: Line) -> float:
    """Return what the rest of the line or the next one says for a name: a person's position or an employer is there."""
    beside = name.rest if name.rest.strip(" .") else line.below
    if _FUNCTION.found_in(beside):
        return 1.5 if name.is_full else 1.0
    if _POSITION.found_in(beside) or is_organisation(beside):
        return 0.25
    return 0.0


def _shown(message: Message) -> Name | None:
    """Return the name in From if it has the shape of a person's."""
    if message.sender is None:
        return None
    name = _VIA.sub("", message.sender.name) if message.sender.name.count(",") != 1 else message.sender.name
    if name.count(",") == 1:
        name = " ".join(reversed([half.strip() for half in name.split(",")]))
    return whole_name(name)


def displayed_person(message: Message) -> Name | None:
    """Return the name in From if it is clearly a person's and somebody reads at that address."""
    name = _shown(message)
    sender = message.sender
    if name is None or sender is None or not _is_personal(message):
        return None
    if not name.is_full:
        is_own = folded(name.first) == folded(sender.email.partition("@")[0])
        return name if name.is_known and is_own else None
    if _is_of_domain(name, message) or _ends_with_firm(name, sender.domain):
        return None
    return name if name.is_known or _in_address(name, sender.email) else None


def _writer(message: Message, sentences: Sequence[str], speeches: Sequence[Speech]) -> Name | None:
    """Return the known name in From if the mail says "I": a service sends for many who write themselves."""
    name = _shown(message)
    if name is None or not name.is_full or not name.is_known:
        return None
    return name if any(speech.alone.search(each) for speech in speeches for each in sentences) else None


def _is_read(message: Message) -> bool:
    """Whether the sender's address is one at which somebody reads."""
    sender = message.sender
    return sender is not None and not is_unattended(sender.email) and sender_service(sender.domain) is None


def _ends_with_firm(name: Name, domain: str) -> bool:
    """Whether what reads like a surname is the employer: "Théo de Lumikit" at lumikit.example."""
    last = squash(name.words[-1])
    return len(last) > 3 and last in squash(domain) and name.written.split()[-2] in _BEFORE_FIRMS  # noqa: PLR2004


def _is_firm(firm: str, joint: str, message: Message) -> bool:
    """Whether what stands behind a first name is the employer; "Henk van Loon" at vanloon.example is Henk's surname."""
    domain = squash(message.sender.domain) if message.sender else ""
    return firm in message.subject or (squash(firm) in domain and squash(joint + firm) not in domain)


def _is_personal(message: Message) -> bool:
    """Whether the sender's address may be one person's own."""
    return _is_read(message) and message.sender is not None and not is_team(message.sender.email)


def _in_address(name: Name, email: str) -> bool:
    """Whether the address is made as people's are: first.last, f.last, flast, last.first. "laychair" is no witness."""
    local, _, domain = email.rpartition("@")
    first, last = squash(name.words[0]), squash(name.words[-1])
    parts = [squash(part) for part in _PIECES.split(local)]
    shaped = parts in ([first, last], [first[:1], last], [last, first], [f"{first[:1]}{last}"])
    return shaped and len(last) > 2 and last not in squash(domain)  # noqa: PLR2004


def _is_of_domain(name: Name, message: Message) -> bool:
    """Whether this is what the sender's domain is called: then it is a company, whatever it looks like."""
    domain = squash(message.sender.domain.rpartition(".")[0]) if message.sender else ""
    whole = squash("".join(name.words))
    is_own = message.sender is not None and folded(name.first) == folded(message.sender.email.partition("@")[0])
    is_initialled = name.is_full and len(name.words) == 1  # "B. Castaing" at castaing-tp.example
    return len(whole) > 3 and whole in domain and not (name.is_titled or is_own or is_initialled)  # noqa: PLR2004
