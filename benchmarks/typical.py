"""A typical inbox: mails of about 8 kB, most of them HTML as a newsletter tool writes it, their words from the corpus.

The same mails each time: layout, tracking links and encodings come from a seeded generator.
"""

import base64
import quopri
import random
from collections.abc import Iterable, Iterator
from html import escape

from classifier.corpus.corpus import Mail

_STYLE = (
    "<style>body{margin:0;padding:0;font-family:Arial,sans-serif}.wrap{max-width:600px;margin:0 auto}"
    "td{padding:8px 12px;line-height:1.5;color:#333}@media only screen and (max-width:620px){.wrap{width:100%}}</style>"
)
_CELL = (
    '<td valign="top" style="padding:9px 18px;font-size:15px;line-height:150%;color:#444;font-family:Helvetica,Arial">'
)
_CHARACTERS = 6500  # of HTML; quoted-printable and headers make about 8 kB of it


def typical_mails(mails: Iterable[Mail], seed: int = 1) -> Iterator[bytes]:
    """Yield each mail as it would lie in an inbox: six in ten HTML only, two base64, two with a plain part."""
    rng = random.Random(seed)  # noqa: S311 - variety, not secrecy
    for mail in mails:
        html = _html(mail.text, rng)
        way = rng.random()
        head = _head(mail, rng)
        if way < 0.6:
            yield head + _part("text/html", "quoted-printable", quopri.encodestring(html.encode()))
        elif way < 0.8:
            yield head + _part("text/html", "base64", base64.encodebytes(html.encode()))
        else:
            plain = _part("text/plain", "8bit", mail.text.encode())
            rich = _part("text/html", "quoted-printable", quopri.encodestring(html.encode()))
            parts = b"\r\n--edge\r\n".join([b"", plain, rich])
            yield head + b"Content-Type: multipart/alternative; boundary=edge\r\n\r\n" + parts + b"\r\n--edge--\r\n"


def _part(kind: str, encoding: str, content: bytes) -> bytes:
    head = f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + content.replace(b"\n", b"\r\n")


def _head(mail: Mail, rng: random.Random) -> bytes:
    sender = f"{mail.sender.name} <{mail.sender.email}>" if mail.sender else "News <news@mail.example>"
    lines = (
        "Received: from out.mail.example by mx.example.org; Mon, 2 Mar 2026 10:00:00 +0000",
        f"DKIM-Signature: v=1; a=rsa-sha256; d=mail.example; b={rng.getrandbits(1024):x}",
        f"From: {sender}",
        "To: jane@example.org",
        f"Subject: {mail.subject}",
        f"Message-ID: <{rng.getrandbits(64):x}@mail.example>",
        "Date: Mon, 2 Mar 2026 10:00:00 +0000",
        "MIME-Version: 1.0",
    )
    return "".join(f"{line}\r\n" for line in lines).encode()


def _html(text: str, rng: random.Random) -> str:
    paragraphs = [escape(paragraph).replace("\n", "<br>") for paragraph in text.split("\n\n")]
    rows = "".join(f"<tr>{_CELL}{paragraph}</td></tr>" for paragraph in paragraphs)
    hidden = f'<div style="display:none;max-height:0">{paragraphs[0][:60]}&zwnj;&nbsp;</div>'
    table = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0">'
    body = f'{hidden}{table}<tr><td><table class="wrap" width="600">{rows}</table></td></tr></table>'
    while len(body) < _CHARACTERS:
        body += (
            f'<a href="https://click.mail.example/{rng.getrandbits(256):x}" target="_blank" style="color:#1155cc">'
            f'<img src="https://img.mail.example/{rng.getrandbits(128):x}.png" width="24" height="24" alt=""></a>'
            f"<!--[if mso]><v:rect style='width:{rng.randint(1, 900)}px' stroked='f'></v:rect><![endif]-->"
        )
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{_STYLE}</head><body>{body}</body></html>'
