"""One commented file for each way in, and one for the service: what `ajar init` starts from."""

from importlib.resources import files
from typing import Literal

Example = Literal["imap", "outlook", "gmail-imap", "gmail", "workspace", "maildir", "ajar"]


def example(name: Example) -> str:
    """Return the text of that example."""
    return files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
