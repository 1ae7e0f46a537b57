"""Mails made to be dear: each aims at a way of reading that takes quadratic time, or the memory of many mails."""

from collections.abc import Callable, Mapping
from typing import Final

HTML: Final = b"Content-Type: text/html\n\n"
PLAIN: Final = b"A: b\n\n"


def nested(depth: int) -> bytes:
    """Put a multipart into a multipart, so many times."""
    heads = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return b"".join(heads) + b"\ndeep"


HOSTILE: Final[Mapping[str, Callable[[], bytes]]] = {
    "a thousand nested parts": lambda: nested(1000),
    "two hundred thousand parts": lambda: b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 200_000,
    "a part in each of a hundred mails": lambda: b"Content-Type: message/rfc822\n\n" * 100_000,
    "20 000 addresses": lambda: b"To: " + b"a@b.example, " * 20_000 + b"\n\nx",
    "20 000 open brackets": lambda: b"To: " + b"<" * 20_000 + b'"' * 20_000 + b"(" * 20_000 + b"\n\nx",
    "backslashes in quotes": lambda: b"From: " + b'"\\' * 30_000 + b"\n\nx",
    "a hundred thousand headers": lambda: b"a: b\n" * 100_000 + b"\nx",
    "a header of a megabyte": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 80_000 + b"\n\nx",
    "a header of continuation lines": lambda: b"Subject: x\n" + b" \n" * 500_000 + b"\nx",
    "50 MB of text": lambda: PLAIN + b"word " * 10_000_000,
    "100 000 nested elements": lambda: HTML + b"<div>" * 100_000,
    "end tags hidden in attributes": lambda: HTML + b'<div a="</div>">' * 60_000,
    "end tags hidden in unquoted attributes": lambda: HTML + b'<div a=x="y z="><p></div>">' * 30_000,
    "end tags hidden in scripts": lambda: HTML + b"<div><script></div></script>" * 20_000,
    "70 000 attributes": lambda: HTML + b"<p " + b" ".join(b"a%d" % n for n in range(70_000)) + b">x",
    "open formatting before many blocks": lambda: (
        HTML + b"".join(b"<font color=%d>" % n for n in range(300)) + b"<p>" * 100_000
    ),
    "combining marks": lambda: PLAIN + ("\u0316\u0301" * 100_000).encode(),
    "combining marks in a header": lambda: b"Subject: " + ("\u0316\u0301" * 30_000).encode() + b"\n\nx",
    "lines like introductions": lambda: (
        PLAIN + b"On 1 1 1 1@@@ 1\n" * 100_000 + b"From: x\n" * 100_000 + b"x:\n" * 100_000
    ),
    "lines of dashes": lambda: PLAIN + b"--b\n\n" * 60_000,  # `make fuzz` found this one
    "lines like forwards": lambda: PLAIN + b"".join(b"---%d, dear sir---\n" % n for n in range(20_000)),
    "lines with a number and a colon": lambda: PLAIN + b"".join(b"some words %d:\n" % n for n in range(20_000)),
    "dots": lambda: PLAIN + b"." * 2_000_000,
    "spaces": lambda: PLAIN + b" " * 2_000_000,
    "quotation marks": lambda: PLAIN + b">\n" * 500_000,
}
