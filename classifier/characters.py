"""Bytes to clean characters: charsets from an allow-list, no controls, no invisible marks, NFC.

Python's codecs include some that are no charsets (unicode_escape, punycode, idna, hex, rot13) and one that smuggles
(utf-7); a mail may name any of them. What is not on the list is read as Latin-1.
"""

import codecs
import re
import unicodedata

_CHARSET = re.compile(
    r"utf-?8|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(?:windows|cp)-?125\d|koi8-[rut]|gb2312|gbk|gb18030|"
    r"big5|big5-hkscs|shift[_-]jis|euc-(?:jp|kr)|iso-2022-(?:jp|jp-[123]|jp-2004|jp-ext|kr)|tis-620|mac-?roman|"
    r"utf-16|utf-16(?:le|be)|iso-8859-8-i",
    re.IGNORECASE,
)
# As browsers do (WHATWG Encoding): these labels are used for their supersets.
_SUPERSETS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-8-i": "iso-8859-8",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
}

# C0 and C1 controls, soft hyphen, zero-width and joining marks, bidi marks and isolates, variation selectors, BOM,
# interlinear and tag characters, lone surrogates. Tab and line feed stay.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# Normalising a run of combining marks is quadratic in CPython: whole texts go through it in pieces.
_PIECE = re.compile(r"(?s).{1,500}")


def decode(data: bytes, charset: str | None) -> str:
    """Return `data` as text; total. A charset that is missing, unknown or not allowed never raises."""
    name = (charset or "").strip().strip("\"'").lower()
    if name in {"", "us-ascii", "ascii", "utf-8", "utf8"}:
        return _utf8_or_latin(data, declared=name.startswith("utf"))
    if _CHARSET.fullmatch(name):
        try:
            return data.decode(codecs.lookup(_SUPERSETS.get(name, name)).name, "replace")
        except (LookupError, UnicodeError):
            pass
    return data.decode("latin-1")


def _utf8_or_latin(data: bytes, *, declared: bool) -> str:
    """Return `data` as UTF-8; where nobody said that it is and it is not, as Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8" if declared else "cp1252", "replace")


def clean(text: str) -> str:
    """Return `text` with line feeds for line ends, plain spaces, no controls, zero-width or bidi characters, in NFC."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    if text.isascii():
        return text
    text = _SPACES.sub(" ", text)
    return "".join(unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(text))


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line, runs of white space made single spaces."""
    return " ".join(clean(text).split())
