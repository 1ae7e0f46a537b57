"""Real mails of every age and shape, as far as they are on this machine."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

OWN: Final = Path(__file__).parents[1] / "mails"
PUBLIC: Final = Path(__file__).parents[2] / ".fuzz" / "mails"
"""Where `make fuzz` puts the public SpamAssassin mails. They are never committed."""


def own_mails() -> list[Path]:
    """Return the mails of our own tests."""
    return sorted(OWN.rglob("*.eml"))


def pythons_mails() -> list[Path]:
    """Return CPython's own test mails; none where a distribution leaves them out."""
    try:
        found = find_spec("test.test_email")
    except ModuleNotFoundError:
        return []
    return sorted(Path(found.origin).parent.glob("data/*.txt")) if found and found.origin else []


def public_mails(folder: Path = PUBLIC) -> list[Path]:
    """Return the mails that were fetched for a long run; none when they were not."""
    return sorted(folder.rglob("*.txt"))
