"""Mails in files, read for `ajar classify`: what each is, what it holds, who would read an answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifier.details import details_of
from classifier.message import Message, parse
from classifier.reading import Reading
from replies.decision import History, Recipient, Skip
from replies.recipient import recipient_of
from service.archive import AT_A_TIME, chunks, somebody
from service.left_out import LeftOut
from service.pipeline import Classify
from service.sources import SourceError, read_source


@dataclass(frozen=True, slots=True)
class ReadMail:
    """One mail of a file: where it stood, and what was read in it."""

    name: str
    message: Message
    reading: Reading
    answer_to: Recipient | Skip


def read_files(paths: Iterable[Path], classify: Classify, left_out: LeftOut) -> Iterator[ReadMail]:
    """Read every mail of these files, mboxes, Maildirs and folders.

    Raises:
        SourceError: A path holds no mail; said once the others are read.
    """
    failures: list[SourceError] = []
    for path in paths:
        try:
            for chunk in chunks(read_source(path, left_out), AT_A_TIME):
                yield from _read([mail.name for mail in chunk], [parse(mail.raw) for mail in chunk], classify)
        except SourceError as error:
            failures.append(error)
    if failures:
        raise SourceError("\n".join(map(str, failures)))


def _read(names: Sequence[str], messages: Sequence[Message], classify: Classify) -> Iterator[ReadMail]:
    for name, message, verdict in zip(names, messages, classify(messages), strict=True):
        details = details_of(message)
        recipient = recipient_of(message, details, History(), somebody(message))
        yield ReadMail(name, message, Reading(verdict, details), recipient)
