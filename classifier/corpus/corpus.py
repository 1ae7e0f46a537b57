"""The training mails as files of plain text, read strictly.

A mail that is read wrongly teaches something wrong, and nobody would notice: a broken file is an error that names
the file and the line. The format is described in README.md beside this file.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from classifier.message import Address, Message
from classifier.reading import Label

CORPUS = Path(__file__).parent
REFUSAL = "refusal-"

_LANGUAGE = re.compile(r"[a-z]{2}")
_FAMILY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BEGIN = re.compile(r"===(?: |$)")
_SENDER = re.compile(r"(?:(?P<name>[^<>]*?) *<(?P<boxed>[^<>@\s]+@[^<>@\s]+)>|(?P<bare>[^<>@\s]+@[^<>@\s]+))")


class CorpusError(ValueError):
    """A corpus file that is not as README.md says; the sentence begins with its path and line."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One training mail.

    Attributes:
        language: ISO 639-1 code, from the folder.
        label: What the mail is, from the folder.
        family: The file's name without its ending: mails of one hand, never to be split between folds.
        sender: The From line, or None.
        subject: The Subject line, or empty.
        text: The body, without the brackets.
        decisions: Where in `text` the deciding words stand, as (start, end); at least one for a rejection, else none.
    """

    language: str
    label: Label
    family: str
    sender: Address | None
    subject: str
    text: str
    decisions: tuple[tuple[int, int], ...] = ()

    @property
    def group(self) -> str:
        """What names the family in the whole corpus."""
        return f"{self.language}/{self.label}/{self.family}"

    @property
    def refuses(self) -> bool:
        """Whether this refuses something that is no job: a loan, a flat, a visa, a paper."""
        return self.label is Label.OTHER and self.family.startswith(REFUSAL)

    def message(self) -> Message:
        """Return the mail as the classifier would meet it."""
        return Message(key="", message_id=None, subject=self.subject, sender=self.sender, text=self.text)


def read_corpus(root: Path = CORPUS) -> tuple[Mail, ...]:
    """Return every mail below `root`, in the order of the paths and within a file in that of the text.

    Raises:
        CorpusError: A file or folder is not as README.md says.
        OSError: A file cannot be read.
    """
    return tuple(mail for path in corpus_files(root) for mail in _read_family(root, path))


def corpus_files(root: Path = CORPUS) -> list[Path]:
    """Return the paths of all families, sorted."""
    return sorted(root.glob("*/*/*.txt"))


def corpus_hash(root: Path = CORPUS) -> str:
    """Return a hex digest that changes with every name and every byte of the corpus, phrases included."""
    digest = hashlib.sha256()
    for path in sorted(root.glob("**/*.txt")):
        body = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(body)}\n".encode() + body)
    return digest.hexdigest()


def _read_family(root: Path, path: Path) -> Iterator[Mail]:
    """Yield the mails of one file."""
    language, label = path.relative_to(root).parts[:2]
    if not _LANGUAGE.fullmatch(language) or label not in set(Label) or not _FAMILY.fullmatch(path.stem):
        raise CorpusError(f"{path}: the path is not <language>/<label>/<family>.txt")
    for number, lines in _entries(path):
        yield _read_mail(path, number, lines, (language, Label(label)))


def _entries(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield for each mail the number of its first line behind the `===`, and its lines."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8 at byte {error.start}") from error
    starts = [number for number, line in enumerate(lines) if _BEGIN.match(line)]
    if not starts or starts[0] != 0:
        raise CorpusError(f"{path}:1: a file begins with a line '=== '")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 2, lines[start + 1 : end]


def _read_mail(path: Path, first: int, lines: list[str], kind: tuple[str, Label]) -> Mail:
    """Return the mail whose header begins at line `first`."""
    if "" not in lines:
        raise CorpusError(f"{path}:{first}: a blank line has to stand between header and body")
    gap = lines.index("")
    header = _read_header(path, first, lines[:gap])
    text, decisions = _read_body(path, first + gap, lines[gap + 1 :])
    language, label = kind
    if bool(decisions) != (label is Label.REJECTION):
        raise CorpusError(f"{path}:{first}: deciding words in [[ ]] are needed in a rejection, and only there")
    return Mail(
        language, label, path.stem, _read_sender(path, first, header), header.get("Subject", ""), text, decisions
    )


def _read_header(path: Path, first: int, lines: list[str]) -> dict[str, str]:
    """Return the header lines by name."""
    header: dict[str, str] = {}
    for number, line in enumerate(lines, first):
        name, colon, value = line.partition(": ")
        if not colon or name not in ("From", "Subject") or name in header or not value.strip():
            raise CorpusError(f"{path}:{number}: the header may hold one From and one Subject, then a blank line")
        header[name] = value.strip()
    return header


def _read_sender(path: Path, first: int, header: dict[str, str]) -> Address | None:
    """Return the address of the From line."""
    if "From" not in header:
        return None
    match = _SENDER.fullmatch(header["From"])
    if match is None:
        raise CorpusError(f"{path}:{first}: From has to be 'Name <address>'")
    return Address(name=(match["name"] or "").strip('"'), email=match["boxed"] or match["bare"])


def _read_body(path: Path, first: int, lines: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the body without its brackets, and the stretches that stood in them."""
    marked = "\n".join(lines).strip()
    parts = re.split(r"(\[\[|\]\])", marked)
    if not marked or parts[1::2] != ["[[", "]]"] * (len(parts) // 4) or "" in (part.strip() for part in parts[2::4]):
        raise CorpusError(f"{path}:{first}: the body is empty, or its [[ ]] are unbalanced or empty")
    text, decisions = "", []
    for place, part in enumerate(parts[::2]):
        if place % 2:
            decisions.append((len(text), len(text) + len(part)))
        text += part
    return text, tuple(decisions)
