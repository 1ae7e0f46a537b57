"""What is wrong with the configuration, in words that a person can act on; all of it at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        file: The file or folder it is in.
        key: The dotted key, such as `mailbox.host`; empty when the whole file is meant.
        message: What is wrong, in words that follow the key's name. Never holds a secret.
        remedy: What to do about it; may be empty.
    """

    file: Path
    key: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.key, self.message, self.remedy) if part)


class ConfigError(Exception):
    """The configuration cannot be used. `problems` holds everything that is wrong with it, never nothing."""

    exit_code: ClassVar[int] = 78

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        by_file: dict[Path, list[Problem]] = defaultdict(list)
        for problem in self.problems:
            by_file[problem.file].append(problem)
        return "\n".join(
            line for file, problems in by_file.items() for line in (f"{file}:", *(f"  {one}" for one in problems))
        )
