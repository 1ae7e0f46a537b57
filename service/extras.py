"""What a mailbox file asks for that is installed only on request; said before any sweep."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Final

from config.load import Config
from config.problems import Problem

_EXTRA: Final = 'Install it: pipx inject ajar-mail apprise, or pip install "ajar-mail[notify]".'


def missing_apprise(config: Config) -> Iterator[Problem]:
    """Yield the mailbox files that ask for notices where Apprise is not installed."""
    if find_spec("apprise") is not None:
        return
    for name, file in config.mailboxes.items():
        if file.notify.urls:
            place = config.directory / "mailboxes" / f"{name}.toml"
            yield Problem(place, "notify.urls", "needs Apprise, which is not installed.", _EXTRA)
