"""A model that was fitted when the program was packed, as in a container image: taken over instead of fitting again."""

import shutil
from contextlib import suppress
from pathlib import Path

from classifier.model import model_name


def take_over(fitted: Path, state: Path) -> None:
    """Copy the model that this very code and these libraries fitted, unless it is there already.

    One of other code is of no use, and where the copy fails there is nothing lost but the time to fit one.
    """
    source, target = fitted / model_name(), state / model_name()
    if target.exists():
        return
    with suppress(OSError):
        half = target.with_name(f".{target.name}.half")
        shutil.copyfile(source, half)
        half.chmod(0o600)
        half.replace(target)
