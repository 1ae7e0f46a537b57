"""What a bug of ours shows: where it was and of what kind, but not what the exception says, for that may quote a mail.

A ValueError of the mail parser holds the header that it could not read, and a KeyError the key that was not there. So
the text of every exception of the chain stays out; code lines and their places are our own.
"""

import sys
import threading
import traceback
from collections.abc import Iterator


def mind_the_threads() -> None:
    """Show an exception in this way that nobody caught in a thread."""
    threading.excepthook = lambda bug: show(bug.exc_value) if bug.exc_value else None


def show(error: BaseException) -> None:
    """Show an exception that nobody caught, on stderr."""
    sys.stderr.write("".join(lines(error)))
    sys.stderr.write("This is a bug of Ajar's. What the exception said is left out, for it may quote a mail.\n")


def lines(error: BaseException) -> Iterator[str]:
    """Yield the traceback of an exception and of those that led to it, without their texts, a line or more each."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from lines(before)
        yield "\nwhich led to:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"
