"""The new text of a mail, and the quoted or forwarded text that was taken off it.

quotequail knows the introductions of many mail programs, but tries some forty patterns on every line, of which some
are quadratic. Here a cheap look picks the lines that may be an introduction, and only those are shown to it, cut short,
and no more than a mail can have: 80 000 lines of dashes would keep it busy for seconds.
"""

import re
from collections.abc import Iterator
from itertools import repeat

import quotequail

MAX_INTRODUCTION = 400
MAX_SHOWN = 2000
_WRAPPED_LINES = 3

_MARKS = re.compile(r"^[-_*]|[\d:]")  # nearly every line has none and is done with
_CANDIDATE = re.compile(
    r"(?i)--|__|.{0,40}(?:message|nachricht|mensaje|mensagem|bericht|meddelande|сообщение).{0,40}:$|.{10,400}\d.{0,400}:$|"
    r"\d{4}/\d{1,2}/\d{1,2} .{0,200}<[^<>]*>$"
)
_NEVER_KNOWN = re.compile(r"__|--(?!-.{8,}---$)")  # its Outlook line is many a signature's as well
_WROTE = re.compile(
    r"(?i)(?:on|am|le|el|il|op|den|em|no dia|às|a|pe|dnia|w dniu)\b.{0,300}?[\d@].{0,300}?"
    r"(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|heeft .{0,60}geschreven|napisał)"
    r".{0,200}:$"
)
_OPENS_WROTE = re.compile(r"(?i)[> ]*(?:on|am|le|el|il|op|den|em|no dia|às|a|dnia|w dniu)\b.{0,200}\d")
# Gmail in Lisbon names the writer first.
_NAMED_WROTE = re.compile(r"(?i)[^<>]{0,100}<[^<>@\s]{1,80}@[^<>\s]{1,80}> escreveu\b.{0,120}\d.{0,40}:$")
_DIVIDER = re.compile(
    r"(?i)[-_* ]{2,}\s*(?:original(?:.message)?|forwarded (?:message|mail)(?: from .{1,80})?|begin forwarded message|"
    r"ursprüngliche (?:nachricht|e-?mail)|original-?nachricht|weitergeleitete (?:nachricht|e-?mail|mail)|"
    r"message (?:d['\u2019]origine|original|transféré)|messaggio (?:originale|inoltrato)|"
    r"mensaje (?:original|reenviado)|oorspronkelijk bericht|doorgestuurd bericht|"
    r"mensagem (?:original|(?:re)?encaminhada))\s*[-_* ]*:?$|"
    r"(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|inizio messaggio inoltrato|"
    r"début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada)\s*:$"
)
_FROM_FIELD = re.compile(r"[*_ ]{0,3}(?:from|von|de|da|van|od|fra|från)[*_ ]{0,3}:[*_ ]{0,3}\S", re.IGNORECASE)
_OTHER_FIELD = re.compile(
    r"[*_ ]{0,3}(?:(?P<when>sent|date|gesendet|datum|envoyé|enviad[oa](?: em)?|fecha|inviato|data|verzonden)|"
    r"to|an|à|para|a|aan|cc|kopie|subject|betreff|objet|asunto|oggetto|onderwerp|assunto)(?: el| le)?[*_ ]{0,3}:",
    re.IGNORECASE,
)


def split_quoted(text: str) -> tuple[str, str]:
    """Return (what the sender wrote, what was quoted or forwarded), each stripped, possibly empty. Linear."""
    lines = text.split("\n")
    kept: list[str] = []
    taken: list[str] = []
    number = 0
    shown = repeat(object(), MAX_SHOWN)
    while number < len(lines):
        length = _introduction(lines, number, shown)
        if length:
            taken += lines[number : number + length]
            number += length
            if not _quotes_follow(lines, number):
                taken += lines[number:]
                break
            continue
        (taken if _is_quoted(lines[number]) else kept).append(lines[number])
        number += 1
    return _tidy(kept), _tidy(taken)


def _is_quoted(line: str) -> bool:
    """Whether a line bears the quotation mark; ">From" is how old mailboxes write "From"."""
    return line.startswith(">") and not line.startswith(">From ")


def _quotes_follow(lines: list[str], number: int) -> bool:
    """Whether the next line that is not blank is marked as quoted: then what comes unmarked after it is new."""
    following = (line for line in lines[number : number + 5] if line.strip())
    return _is_quoted(next(following, ""))


def _introduction(lines: list[str], number: int, shown: Iterator[object]) -> int:
    """Return how many lines introduce a quotation here; 0 for none. `shown`: what quotequail may still be shown."""
    line = lines[number][:MAX_INTRODUCTION].strip()
    if not _MARKS.search(line) or line.startswith(">"):
        return 0
    if _FROM_FIELD.match(line):
        return _header_block(lines, number)
    if _OPENS_WROTE.match(line):
        return _wrote(lines, number, shown)
    if not _CANDIDATE.match(line):
        return 0
    if line.startswith("____") and _is_before_header_block(lines, number):
        return 1
    return int(_DIVIDER.match(line) is not None or _NAMED_WROTE.match(line) is not None or _is_known(line, shown))


def _wrote(lines: list[str], number: int, shown: Iterator[object]) -> int:
    """Return how many lines an "On ... wrote:" takes here, wrapped as it may be; 0 if it is none."""
    joined = ""
    for length in range(1, _WRAPPED_LINES + 1):
        if number + length > len(lines):
            return 0
        joined = f"{joined} {lines[number + length - 1][:MAX_INTRODUCTION].strip()}".strip()
        if joined.endswith(":"):
            return length if _WROTE.match(joined) or _is_known(joined, shown) else 0
    return 0


def _is_known(line: str, shown: Iterator[object]) -> bool:
    """Whether quotequail takes this one line for the introduction of a quotation."""
    if _NEVER_KNOWN.match(line) or next(shown, None) is None:
        return False
    found = quotequail.quote(line[:MAX_INTRODUCTION], limit=5, quote_intro_line=True)
    return not found[0][0] or not found[0][1]


def _is_before_header_block(lines: list[str], number: int) -> bool:
    """Whether an Outlook header block stands in the next lines."""
    behind = [n for n in range(number + 1, min(number + 4, len(lines))) if lines[n].strip()]
    return bool(behind) and _FROM_FIELD.match(lines[behind[0]].strip()[:200]) is not None


def _header_block(lines: list[str], number: int) -> int:
    """Return how many lines of "From: / Sent: / To: / Subject:" begin here; 0 unless a time and one more are there."""
    length, seen, when = 1, 0, False
    for line in lines[number + 1 : number + 12]:
        field = _OTHER_FIELD.match(line.strip()[:200])
        if field:
            seen += 1
            when = when or field["when"] is not None
        elif seen and not line.strip():
            break
        length += 1
    return length if seen >= 2 and when else 0  # noqa: PLR2004


def _tidy(lines: list[str]) -> str:
    """Return the lines joined, with at most one blank line between paragraphs."""
    tidy: list[str] = []
    for line in lines:
        stripped = line.rstrip()
        if stripped or (tidy and tidy[-1]):
            tidy.append(stripped)
    return "\n".join(tidy).strip()
