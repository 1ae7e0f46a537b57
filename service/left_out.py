"""What of a source of mail could not be read: counted while the rest is read, and named where it has a name."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import structlog

from service.errors import AjarError

log = structlog.get_logger()

NO_MAIL_S_FAULT: Final = (AjarError, MemoryError, OSError)  # such a thing ends the scan


@dataclass(slots=True)
class LeftOut:
    """What of a source could not be read.

    Attributes:
        stretches: How many stretches were no mail, or broke the reader.
        size: Their bytes.
        files: The files of a folder that could not be read at all, or hold no mail.
    """

    stretches: int = 0
    size: int = 0
    files: list[Path] = field(default_factory=list)

    def add(self, size: int) -> None:
        """Count a stretch, unless it is empty."""
        self.stretches += size > 0
        self.size += size

    def unless_read(self, size: int) -> "Guard":
        """Return what guards the reading of one mail of that size: one that breaks it is counted, and no more."""
        return Guard(self, size)


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets the next mail go on, whatever this one breaks; what is no mail's fault is raised."""

    left_out: LeftOut
    size: int

    def __enter__(self) -> None:
        """Begin with the mail."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Count the mail if it broke something."""
        if not isinstance(error, Exception) or isinstance(error, NO_MAIL_S_FAULT):
            return False
        log.warning("a mail cannot be read", error=type(error).__name__)
        self.left_out.add(self.size)
        return True
