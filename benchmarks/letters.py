"""The mails of an evaluation folder, as they would lie in a mailbox.

The folder holds `rejections.jsonl` (real letters, body only) and `general/*.eml` (whole mails of other kinds). Senders
are invented, each at a house of its own, so that every rejection is news and can be answered.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

_STEMS = (
    "Brimholt",
    "Calverin",
    "Dostrand",
    "Elmquay",
    "Farnvik",
    "Grellow",
    "Hesperan",
    "Ivarholm",
    "Jorvane",
    "Kelmoor",
)
_ENDINGS = ("Works", "Labs", "Systems", "Freight", "Optics", "Foods", "Health", "Energy")
_FIRST = ("Mara", "Tomas", "Ines", "Jonas", "Lena", "Pavel", "Ruth", "Samir", "Vera", "Anton", "Clara")
_LAST = ("Velden", "Okafor", "Brandt", "Lindqvist", "Moreau", "Castellan", "Hale", "Novotny", "Sander")

_COMPANY = re.compile(r"\[Company[^\]]*\]")
_PLACEHOLDER = re.compile(r"\[(?:Name|Candidate)\]")
_MESSAGE_ID = re.compile(rb"(?im)^Message-ID:[^\n]*(?:\n[ \t][^\n]*)*")
_DATE = re.compile(rb"(?im)^Date:[^\n]*(?:\n[ \t][^\n]*)*")


@dataclass(frozen=True, slots=True)
class Letter:
    """One rejection: its Message-ID, who sent it, its bytes."""

    message_id: str
    sender: str
    raw: bytes


def rejections(folder: Path, at: datetime) -> list[Letter]:
    """Return the rejections as mails dated `at`.

    Raises:
        ValueError: There are more than there are invented houses.
    """
    lines = (folder / "rejections.jsonl").read_text(encoding="utf-8").splitlines()
    houses = [f"{stem} {ending}" for stem in _STEMS for ending in _ENDINGS]
    return [_letter(json.loads(line)["body"], number, house, at) for number, (line, house) in _paired(lines, houses)]


def general(folder: Path) -> list[bytes]:
    """Return the mails of other kinds, with CRLF and without NUL, as a mail server would have taken them in."""
    files = sorted((folder / "general").glob("*.eml"))
    return [re.sub(rb"\r?\n", b"\r\n", file.read_bytes().replace(b"\0", b"")) for file in files]


def copies(mails: list[bytes], moments: Iterator[datetime]) -> Iterator[tuple[datetime, bytes]]:
    """Yield the mails again and again, each time with another Message-ID and a new date, with LF ends."""
    for number, moment in enumerate(moments):
        raw = mails[number % len(mails)].replace(b"\r\n", b"\n")
        head, _, body = raw.partition(b"\n\n")
        rest = _DATE.sub(b"", _MESSAGE_ID.sub(b"", head)).replace(b"\n\n", b"\n").strip(b"\n")
        own = f"Message-ID: <copy.{number}@benchmark.example>\nDate: {format_datetime(moment)}\n"
        yield moment, own.encode() + rest + b"\n\n" + body


def _paired(lines: list[str], houses: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    if len(lines) > len(houses):
        raise ValueError(f"{len(lines)} rejections, but only {len(houses)} houses to send them from")
    return enumerate(zip(lines, houses, strict=False))


def _letter(body: str, number: int, house: str, at: datetime) -> Letter:
    first, last = _FIRST[number % len(_FIRST)], _LAST[number % len(_LAST)]
    domain = f"{house.lower().replace(' ', '-')}.example"
    sender, message_id = f"{first}.{last}@{domain}".lower(), f"<rejection.{number}@{domain}>"
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{first} {last} <{sender}>"
    mail["To"] = "Jane Doe <jane@example.org>"
    mail["Subject"] = f"Your application at {house}"
    mail["Date"] = at
    mail["Message-ID"] = message_id
    text = _PLACEHOLDER.sub("Jane", _COMPANY.sub(house, body))
    mail.set_content(f"{text}\n\n{first} {last}\n{house}\n")
    return Letter(message_id, sender, mail.as_bytes())
