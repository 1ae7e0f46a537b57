"""The body of a mail: its parts, and the text among them that a person would read.

Taken apart by hand: the standard library's parser asks every open multipart about every line and recurses with the
nesting, so a thousand nested parts cost it seconds or its stack. Here each level costs one search through its bytes.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from classifier.characters import clean, decode
from classifier.headers import Headers, first, read_headers, unbase64
from classifier.html import html_to_text

MAX_PARTS = 100
MAX_DEPTH = 20
MAX_TEXT = 200_000
MAX_CALENDAR = 64_000
_MAX_PAYLOAD = 6 * MAX_TEXT  # encoded bytes: four an UTF-8 character, a third more for base64
_STUB_LENGTH = 400

_PARAMETER = re.compile(r";\s*([\w-]{1,40})(\*?)(?:\*\d)?\*?\s*=\s*(?:\"([^\"]{0,500})\"|([^\s;\"]{1,500}))")
_MEDIA_TYPE = re.compile(r"\s*([\w.+-]{1,80}/[\w.+-]{1,80})")
_STUB = re.compile(
    r"(?i)\bhtml\b.{0,80}\b(?:view|client|viewer|program|capable|format|version|mail)|\bview (?:this|it|the) .{0,60}"
    r"(?:browser|online|html)|e-?mail.{0,40}html|does not support html|im browser (?:an|öffnen)"
)
_LOOKS_LIKE_HTML = re.compile(r"(?i)\s*<(?:!doctype|html|head|body|div|p|table|meta|style)\b[^<>]{0,300}>")


@dataclass(slots=True)
class Body:
    """What the parts of a mail add up to.

    `attached` is the text of mails that are attached to it, `calendar` the first calendar part (RFC 5545) as it stands.
    """

    text: str = ""
    attached: str = ""
    calendar: str = ""
    has_calendar: bool = False
    truncated: bool = False


@dataclass(slots=True)
class _Part:
    """One entity (RFC 2045): its type, what it holds, and how deep it stands."""

    kind: str
    payload: bytes
    depth: int
    parameters: dict[str, str] = field(default_factory=dict)
    disposition: str = ""
    encoding: str = ""


@dataclass(slots=True)
class _Reader:
    """Walks the parts of one mail and counts them."""

    body: Body = field(default_factory=Body)
    parts: int = 0

    def text_of(self, part: _Part) -> str:
        """Return the text that this part shows."""
        self.parts += 1
        if self.parts > MAX_PARTS or part.depth > MAX_DEPTH:
            self.body.truncated = True
            return ""
        if part.kind in {"text/calendar", "application/ics"}:
            self.body.has_calendar = True
            self.body.calendar = self.body.calendar or _characters(part)[:MAX_CALENDAR]
        if part.kind.startswith("multipart/"):
            return self._multipart(part)
        if part.kind in {"message/rfc822", "message/global"}:
            self._attached_mail(part)
        shown = part.kind in {"text/plain", "text/html"} and part.disposition != "attachment"
        return self._leaf(part) if shown else ""

    def _multipart(self, part: _Part) -> str:
        """Return the best alternative, or all that is shown, one below the other."""
        children = _children(part)
        if part.kind == "multipart/alternative":
            return self._alternative(children)
        texts = [self.text_of(child) for child in children]
        return "\n\n".join(text for text in texts if text.strip())

    def _alternative(self, children: list[_Part]) -> str:
        """Return the plain text unless it is missing or a stub, else what the first other alternative shows."""
        plain = "\n\n".join(self.text_of(child) for child in children if child.kind == "text/plain").strip()
        is_enough = bool(plain) and not _is_stub(plain, children)
        # The others are visited all the same, for a calendar may be among them; only HTML is dear and can wait.
        unwanted = {"text/plain", "text/html"} if is_enough else {"text/plain"}
        texts = [self.text_of(child).strip() for child in children if child.kind not in unwanted]
        return plain if is_enough else next(filter(None, texts), plain)

    def _attached_mail(self, part: _Part) -> None:
        """Keep the text of an attached mail apart: it is not what this sender wrote."""
        inner = _entity(part.payload, part.depth + 1)
        calendar, text = self.body.calendar, self.text_of(inner)
        self.body.calendar = calendar
        self.body.attached = f"{self.body.attached}\n\n{text}".strip()[:MAX_TEXT]

    def _leaf(self, part: _Part) -> str:
        """Return a text part's characters."""
        text = _characters(part)
        is_html = part.kind == "text/html" or _LOOKS_LIKE_HTML.match(text.lstrip("\ufeff"))
        text = clean(html_to_text(text) if is_html else text)
        if not is_html and part.parameters.get("format", "").lower() == "flowed":
            text = _unflow(text)
        self.body.truncated |= len(text) > MAX_TEXT or len(part.payload) > _MAX_PAYLOAD
        return text[:MAX_TEXT]


def read_body(headers: Headers, payload: bytes) -> Body:
    """Return what a mail with these headers and this body says. Total; the payload has bare line feeds."""
    reader = _Reader()
    try:
        text = reader.text_of(_with_headers(headers, payload, 0))
    except RecursionError:  # not at MAX_DEPTH from a sane stack; but any bytes give a Message, on any stack
        reader.body.truncated = True
        text = ""
    reader.body.truncated |= len(text) > MAX_TEXT
    reader.body.text = text[:MAX_TEXT]
    return reader.body


def _with_headers(headers: Headers, payload: bytes, depth: int) -> _Part:
    """Return the part that these headers describe; without a usable Content-Type it is plain text (RFC 2045 §5.2)."""
    content_type = first(headers, "content-type")[:4000]
    media = _MEDIA_TYPE.match(content_type)
    kind = media[1].lower() if media else "text/plain"
    parameters = {m[1].lower(): m[3] or m[4] or "" for m in _PARAMETER.finditer(content_type)}
    if kind.startswith("multipart/") and not parameters.get("boundary"):
        kind = "text/plain"
    disposition = first(headers, "content-disposition").partition(";")[0].strip().lower()
    encoding = first(headers, "content-transfer-encoding").strip().lower()
    return _Part(kind, payload, depth, parameters, disposition, encoding)


def _entity(raw: bytes, depth: int) -> _Part:
    """Return the part that these bytes, headers and all, are."""
    if raw.startswith(b"\n"):
        return _with_headers({}, raw[1:], depth)
    block, _, payload = raw.partition(b"\n\n")
    return _with_headers(read_headers(block[: 16 * 1024]), payload, depth)


def _children(part: _Part) -> list[_Part]:
    """Return the parts of a multipart (RFC 2046 §5.1); a mail that was cut off in one still has it."""
    boundary = re.escape(part.parameters["boundary"].encode("utf-8"))
    cuts = list(_first_matches(re.compile(rb"^--" + boundary + rb"(--)?[ \t]*$\n?", re.MULTILINE), part.payload))
    if not cuts:
        return [_Part("text/plain", part.payload, part.depth + 1)]
    children: list[_Part] = []
    for cut, following in zip(cuts, [*cuts[1:], None], strict=True):
        if cut[1]:
            break
        inside = part.payload[cut.end() : following.start() if following else None]
        children.append(_entity(inside, part.depth + 1))
    return children


def _first_matches(pattern: re.Pattern[bytes], data: bytes) -> Iterator[re.Match[bytes]]:
    """Yield no more matches than parts are looked at."""
    for number, match in enumerate(pattern.finditer(data)):
        if number > MAX_PARTS + 1:
            return
        yield match


def _characters(part: _Part) -> str:
    """Return the characters of a part, decoded within the cap."""
    return decode(_decoded(part.payload[:_MAX_PAYLOAD], part.encoding), part.parameters.get("charset"))


def _decoded(payload: bytes, encoding: str) -> bytes:
    """Return a payload without its transfer encoding; what cannot be decoded loses only itself."""
    if encoding == "base64":
        return unbase64(payload)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(payload)
    return payload


def _is_stub(text: str, siblings: list[_Part]) -> bool:
    """Whether a plain part only says that the real text is in the HTML beside it."""
    if not any(sibling.kind != "text/plain" for sibling in siblings):
        return False
    letters = sum(map(str.isalpha, text[:_STUB_LENGTH]))
    return letters < 20 or (len(text) < _STUB_LENGTH and _STUB.search(text) is not None)  # noqa: PLR2004


def _unflow(text: str) -> str:
    """Join the lines that format=flowed broke: those that end in a space (RFC 3676 §4.1), signatures excepted."""
    lines: list[str] = []
    flowing = False
    for line in text.split("\n"):
        bare = line.removeprefix(" ")
        if flowing and not bare.startswith(">"):
            lines[-1] += bare
        else:
            lines.append(bare)
        flowing = bare.endswith(" ") and bare != "-- " and not bare.startswith(">")
    return "\n".join(lines)
