"""Bends a real mail: cuts, repeats, swaps and splices it, and puts in what readers of mail have stumbled over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st

LONGEST: Final = 1_000_000
ENDS: Final = (b"\r", b"\r\n", b"\n\n", b"")
FRAGMENTS: Final = (
    *(b"From: <", b"From: ", b"\nSubject: ", b"\nContent-Type: ", b"\nTo: ", b"\nDate: ", b"\nMessage-ID: <"),
    *(b"multipart/mixed; boundary=b\n", b"multipart/alternative; boundary=b\n", b"\n--b\n", b"\n--b--\n"),
    *(b"text/html\n", b"text/calendar\n", b"message/rfc822\n", b"text/plain; format=flowed\n", b"; charset=utf-7"),
    *(b"; charset=utf-16", b"; charset=iso-2022-jp", b"; charset=hex", b"; boundary*0*=utf-8''%62", b";x*1*=%"),
    *(b"\nContent-Transfer-Encoding: base64\n", b"\nContent-Transfer-Encoding: quoted-printable\n", b"=", b"=\n"),
    *(b"\n\n", b"\r\n", b"\r", b"\n ", b"\n\t", b"\x00", b"\xff\xfe", b"\x1b$B", b"\x0e", b"\x0f", b"\x80"),
    *(b"=?utf-8?q?=0d=0aBcc:x?=", b"=?x?b?////?=", b"=?utf-8?b?w", b"=?iso-2022-jp?b?GyRC?=", b"=?", b"?="),
    *(b"<a@b>", b"<", b">", b'"', b"(", b")", b"\\", b",", b";", b":", b"@", b"31 Feb 99999 25:61:61 +9999"),
    *(b'<div style="', b"display:none", b"font-size:0", b"<p>", b"</p>", b"<b>", b"<table>", b"<td>", b"<svg>"),
    *(b"<!--", b"-->", b"<script>", b"</script", b"<blockquote type=cite>", b"&#0;", b"&#xD800;", b"&lt;", b"&"),
    *(b"\n> ", b"\nOn 1 x wrote:\n", b"\n-----Original Message-----\n", b"\nFrom: x\nSent: y\nTo: z\n", b"\n-- \n"),
    *(b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xcc\x81", b"\xed\xa0\x80", b"\xf4\x8f\xbf\xbf", b"\xef\xbb\xbf"),
)


@dataclass(frozen=True, slots=True)
class Bend:
    """One change: what is done at which part of the mail, over how many bytes, how often.

    Attributes:
        at: Where, as a part of the whole mail.
    """

    kind: str
    at: float
    length: int
    times: int
    piece: bytes


Kind = Callable[[bytes, int, Bend], bytes]
_KINDS: Final[dict[str, Kind]] = {
    "cut out": lambda raw, at, bend: raw[:at] + raw[at + bend.length :],
    "cut off": lambda raw, at, _: raw[:at],
    "put in": lambda raw, at, bend: raw[:at] + bend.piece * bend.times + raw[at:],
    "put over": lambda raw, at, bend: raw[:at] + bend.piece + raw[at + len(bend.piece) :],
    "repeat": lambda raw, at, bend: raw[:at] + raw[at : at + bend.length] * bend.times + raw[at + bend.length :],
    "swap": lambda raw, at, _: raw[at:] + raw[:at],
    "line ends": lambda raw, at, bend: raw[:at] + raw[at:].replace(b"\n", ENDS[bend.times % 4]),
    "wrap": lambda raw, _, bend: b"Content-Type: message/rfc822\n\n" * (bend.times % 30) + raw,
}

bends: Final = st.builds(
    Bend,
    kind=st.sampled_from(sorted(_KINDS)),
    at=st.floats(0, 1),
    length=st.integers(1, 400),
    times=st.one_of(st.integers(1, 5), st.integers(6, 3000)),
    piece=st.one_of(st.sampled_from(FRAGMENTS), st.binary(min_size=1, max_size=12)),
)


def bent(raw: bytes, changes: Sequence[Bend]) -> bytes:
    """Return the mail with these changes, one after the other."""
    for change in changes:
        raw = _KINDS[change.kind](raw, int(change.at * len(raw)), change)[:LONGEST]
    return raw


def bent_mails(samples: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return a strategy that takes one of these mails and bends it, or splices two of them."""
    mail = st.sampled_from(samples)
    spliced = st.builds(lambda one, other, at: one[: int(at * len(one))] + other, mail, mail, st.floats(0, 1))
    return st.builds(bent, st.one_of(mail, spliced), st.lists(bends, min_size=1, max_size=8))
