"""The header block of a mail: lenient in, capped, decoded once.

Written by hand because the standard library's readers raise on hostile headers (`From: <` is an IndexError with the
default policy of Python 3.11), decode with whatever codec a mail names, and take quadratic time for some address lists.
"""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from classifier.characters import decode, one_line

MAX_VALUE = 64 * 1024
MAX_NAME = 200

Headers = dict[str, list[bytes]]
"""Lower-case names to raw, unfolded values, topmost first."""

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*)", re.DOTALL)
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(?<=\?=)\s+(?==\?)")
_MESSAGE_ID = re.compile(r"<[!#$%&*-;=?A-Z\[\]^-~]{1,120}@[!#$%&*-;=?A-Z\[\]^-~]{1,126}>", re.ASCII)
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDR_SPEC = re.compile(rf"(?=[^@]{{1,64}}@.{{1,189}}\Z){_ATOM}(?:\.{_ATOM}){{0,31}}@{_LABEL}(?:\.{_LABEL}){{0,31}}")
# The pieces of an address list (RFC 5322 §3.4); each alternative is linear and none can start inside another.
_ADDRESS_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|\([^()]*\)|<[^<>]*>|[,;]|[^",;()<>]+|.', re.DOTALL)


def is_message_id(text: str) -> bool:
    """Whether this is `<left@right>` of at most 250 ASCII characters without spaces, controls, quotes, backslashes.

    Stricter than RFC 5322 §3.6.4 on purpose: what passes is safe in a header, an IMAP SEARCH and a Gmail query.
    """
    return len(text) <= 250 and _MESSAGE_ID.fullmatch(text) is not None  # noqa: PLR2004


def is_addr_spec(text: str) -> bool:
    """Whether this is a plain `local@domain` (dot-atom, RFC 5321 lengths, ASCII), safe in a header and a search."""
    return _ADDR_SPEC.fullmatch(text) is not None


def read_headers(block: bytes) -> Headers:
    """Return the fields of a header block with bare line feeds. Lines that are no field are passed over."""
    headers: Headers = {}
    for raw in _unfold(block):
        field = _FIELD.match(raw)
        if field:
            headers.setdefault(field[1].decode("ascii").lower(), []).append(field[2][:MAX_VALUE].strip())
    return headers


def _unfold(block: bytes) -> Iterator[bytes]:
    """Yield each field with its continuation lines."""
    lines: list[bytes] = []
    for line in block.split(b"\n"):
        if line[:1] in {b" ", b"\t"} and lines:
            lines.append(line)
            continue
        yield b"".join(lines)
        lines = [line]
    yield b"".join(lines)


def first(headers: Headers, name: str) -> str:
    """Return the topmost value of that name, undecoded beyond its charset, else an empty string."""
    return decode(headers[name][0], None) if name in headers else ""


def decode_words(value: str) -> str:
    """Return a header's value with its encoded words (RFC 2047) decoded, on one line.

    Words of one charset that follow each other are decoded together: many senders cut characters in two.
    """
    if "=?" not in value:
        return one_line(value)
    done: list[str] = []
    pending, charset, end = b"", "", 0
    joined = _BETWEEN_WORDS.sub("", value)
    for word in _ENCODED_WORD.finditer(joined):
        name = word[1].partition("*")[0].lower()
        if word.start() != end or name != charset:
            done += [decode(pending, charset), joined[end : word.start()]]
            pending, charset = b"", name
        pending += _word_bytes(word[2], word[3])
        end = word.end()
    return one_line("".join([*done, decode(pending, charset), joined[end:]]))


def _word_bytes(encoding: str, payload: str) -> bytes:
    """Return the bytes of one encoded word."""
    data = payload.encode("utf-8")
    if encoding in "qQ":
        return binascii.a2b_qp(data.replace(b"\n", b""), header=True)
    return unbase64(data)


def unbase64(data: bytes) -> bytes:
    """Return what base64 text holds, leniently: foreign characters are passed over, a cut end loses only itself."""
    letters = re.sub(rb"[^A-Za-z0-9+/]+", b"", data)
    usable = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(usable + b"=" * (-len(usable) % 4))


def addresses(values: list[bytes], limit: int) -> Iterator[tuple[str, str]]:
    """Yield (display name, addr-spec) of at most `limit` mailboxes of an address header.

    The list is taken apart before encoded words are decoded: a decoded name may hold commas and brackets.
    """
    for value in values:
        for name, spec in _mailboxes(decode(value, None)):
            local, _, domain = spec.rpartition("@")
            email = f"{local}@{domain.lower()}"
            if is_addr_spec(email):
                limit -= 1
                yield decode_words(name)[:MAX_NAME].strip(), email
            if limit <= 0:
                return


def _mailboxes(value: str) -> Iterator[tuple[str, str]]:
    """Yield (raw name, raw address) of each entry of an address list."""
    plain: list[str] = []
    comment = angle = ""
    for token in [*_ADDRESS_TOKEN.findall(value), ","]:
        if token in {",", ";"}:
            text = " ".join("".join(plain).split())
            yield (text, angle) if angle else (comment, text)
            plain, comment, angle = [], "", ""
        elif token[0] == "<" and token[-1] == ">":
            angle = token[1:-1].strip()
        elif token[0] == "(":
            comment = token[1:-1]
        elif token[0] == '"' and len(token) > 1:
            plain.append(re.sub(r"\\(.)", r"\1", token[1:-1]))
        elif ":" in token and "=?" not in token:  # a group's name ("undisclosed-recipients:") is no mailbox's
            plain = [token.rpartition(":")[2]]
        else:
            plain.append(token)


def message_ids(values: list[bytes], limit: int) -> tuple[str, ...]:
    """Return the first `limit` Message-IDs in these values that pass the strict pattern, each once, in order."""
    found: dict[str, None] = {}
    for value in values:
        for match in re.finditer(rb"<[^<>\s]{3,248}>", value):
            text = match[0].decode("latin-1")
            if is_message_id(text):
                found.setdefault(text)
    return tuple(found)[:limit]


def date_of(text: str) -> datetime | None:
    """Return a Date header as an aware time, else None."""
    try:
        moment = parsedate_to_datetime(text[:100])
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        aware.astimezone(UTC)  # year 1 or 9999 with an offset has no such time
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return aware
