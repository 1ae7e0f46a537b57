"""Reading mails led by what the code does with them (https://github.com/google/atheris), in a process of its own.

    python -m tests.hostile.guided [flags of libFuzzer] GROWN SEEDS...

Coverage is counted in the readers of mail and in quotequail. What breaks a promise ends the run, and the mail is kept.
"""

import sys

import atheris

from tests.hostile.reader import cost_of, held

with atheris.instrument_imports(include=["classifier", "quotequail"]):
    import classifier.details
    import classifier.message  # noqa: F401

_BASE = held()


def read(raw: bytes) -> None:
    """Read one mail.

    Raises:
        AssertionError: With what is wrong.
    """
    trouble = cost_of(raw, _BASE).trouble
    assert not trouble, trouble


def main() -> None:
    """Read until the time is over."""
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
