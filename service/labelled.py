"""Mails whose label is known, from files: JSON lines, or folders named for the label in which .eml files lie.

Labels that are not ours mean `other`; `received` is what some collections call an acknowledgement.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any, Final

from classifier.language import language_of
from classifier.message import Address, Message, is_addr_spec, parse
from classifier.quoting import split_quoted
from classifier.reading import Label
from service.mailbox import MAX_MAIL_BYTES
from service.sources import SourceError

_SYNONYMS: Final = {"received": Label.ACKNOWLEDGEMENT.value}
_LABELS: Final = frozenset(label.value for label in Label)
_NAMED: Final = f"Put the .eml files into folders named {', '.join(label.value for label in Label)}."


@dataclass(frozen=True, slots=True)
class LabelledMail:
    """A mail and what it truly is.

    Attributes:
        id: Where it came from: the row's id, or the file's path.
        label: The value of a `Label`.
        language: ISO 639-1 code; the row's own word for it, else as detected.
    """

    id: str
    label: str
    language: str
    message: Message


def read_labelled(path: Path) -> Iterator[LabelledMail]:
    """Read the mails of a JSONL file (id, label, subject, body, from; lang if known) or of a folder, in a fixed order.

    Raises:
        SourceError: There is no such path, a line is no such row, or the folder holds no .eml.
        OSError: A file cannot be read.
    """
    if path.is_dir():
        return _read_folder(path)
    if not path.is_file():
        raise SourceError(f"There is no file or folder {path}.")
    return _read_rows(path)


def _read_folder(folder: Path) -> Iterator[LabelledMail]:
    """Yield the .eml files below a folder; the folder that a file lies in names its label."""
    files = sorted(folder.rglob("*.eml"))
    if not files:
        raise SourceError(f"{folder} holds no .eml file.", _NAMED)
    if not any(file.parent.name.lower() in {*_LABELS, *_SYNONYMS} for file in files):
        raise SourceError(f"No folder in {folder} is named for a label.", _NAMED)
    for file in files:
        with file.open("rb") as opened:
            message = parse(opened.read(MAX_MAIL_BYTES))
        language = language_of(message.text or message.subject)
        yield LabelledMail(str(file), _label(file.parent.name), language, message)


def _read_rows(file: Path) -> Iterator[LabelledMail]:
    """Yield the rows of a JSONL file; blank lines are nothing."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read_row(f"{file}:{number}", line)


def _read_row(place: str, line: str) -> LabelledMail:
    """Return the mail in one line."""
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{place} is no JSON.", "Write one object a line.") from error
    if not isinstance(row, dict) or "label" not in row or not isinstance(row.get("body"), str):
        raise SourceError(f"{place} has no label or no body.", "Each row needs both; id, subject and from may follow.")
    subject, (text, quoted) = _text(row, "subject"), split_quoted(row["body"])
    identity = _text(row, "id") or place
    message = Message(identity, None, " ".join(subject.split()), _sender(_text(row, "from")), text, quoted)
    return LabelledMail(
        identity, _label(_text(row, "label")), _text(row, "lang") or language_of(text or subject), message
    )


def _text(row: dict[str, Any], name: str) -> str:
    """Return a field's text; empty when it is missing or no text."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _label(name: str) -> str:
    """Return our label for theirs."""
    known = _SYNONYMS.get(name.lower(), name.lower())
    return known if known in _LABELS else Label.OTHER.value


def _sender(value: str) -> Address | None:
    """Return the address of a From line, or None when there is none that could be one."""
    name, address = parseaddr(value)
    local, _, domain = address.rpartition("@")
    email = f"{local}@{domain.lower()}"
    return Address(name, email) if is_addr_spec(email) else None
