"""What a reply in each language must not say unless it is true: a module for each language of `replies/templates`.

Each module has:

- CLAIMS: for "met", "team", "feedback", "on_file", "filled", "cancelled", "paused", "told_when", "advice" and
  "encouragement" a pattern of what may be said only with that fact;
- MET_THEN: what a note to somebody known from before may say only if they met or spoke;
- PROMISES: what no thank-you says: that the user will apply again, or felt this or that before;
- COMPARES: what no thank-you says: that the user did not fit, or that another position would fit better. Of a position
  that was filled, withdrawn or put on hold nobody said so;
- FAMILIAR, FORMAL: words that address the reader in either way, or None where the language has no such difference;
- GREETING: what every greeting ends with.
"""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

TEMPLATES = Path(__file__).parents[2] / "replies" / "templates"
LANGUAGES = tuple(sorted(path.name for path in TEMPLATES.iterdir() if re.fullmatch("[a-z]{2}", path.name)))


def voice_of(language: str) -> ModuleType:
    """Return the language's module."""
    return import_module(f"tests.voices.{language}")
