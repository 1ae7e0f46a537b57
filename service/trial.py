"""New tokens on trial: they are kept if they open the mailbox that was meant."""

from collections.abc import Callable
from pathlib import Path

from service.mailbox import Mailbox


def keep_if_it_opens(
    token_file: Path, write: Callable[[Path], None], opened: Callable[[Path], Mailbox]
) -> tuple[str, ...]:
    """Keep new tokens if they open the mailbox; until then they lie beside the old ones.

    Args:
        token_file: Where they go.
        write: Writes them into the file that it is given.
        opened: Gives the mailbox, which is to use that file.

    Returns:
        What the mailbox says of itself.
    """
    trial = token_file.with_name(f".{token_file.name}.new")
    write(trial)
    mailbox = opened(trial)
    try:
        found = mailbox.check()
        trial.replace(token_file)
    finally:
        mailbox.close()
        trial.unlink(missing_ok=True)
    return found
