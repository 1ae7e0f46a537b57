"""What a bug shows: where it was, and no word of what the exception says."""

import subprocess
import sys

import pytest

from service import tracebacks

SECRET = "we regret to inform you"


def _broken() -> None:
    try:
        dict[str, str]()[SECRET]
    except KeyError as error:
        raise ValueError(f"cannot read {SECRET}") from error


def test_a_traceback_has_the_places_and_kinds_of_the_whole_chain_and_none_of_its_words() -> None:
    with pytest.raises(ValueError, match="cannot read") as raised:
        _broken()
    shown = "".join(tracebacks.lines(raised.value))
    assert SECRET not in shown
    assert shown.index("builtins.KeyError") < shown.index("builtins.ValueError")
    assert "in _broken" in shown


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_library_s_log_line_has_neither_its_message_nor_its_exception_s(style: str) -> None:
    code = f"""
import logging, threading
from service import logs, tracebacks
logs.configure({style!r}, level=logging.DEBUG)
tracebacks.mind_the_threads()
try:
    raise ValueError({SECRET!r})
except ValueError:
    logging.getLogger("library").exception("cannot read %s", {SECRET!r})
logging.getLogger("imapclient").debug("FETCH {SECRET}")
def fall():
    raise RuntimeError({SECRET!r}[:])
thread = threading.Thread(target=fall); thread.start(); thread.join()
"""
    done = subprocess.run([sys.executable, "-"], input=code, capture_output=True, text=True, timeout=60, check=True)
    assert "library" in done.stderr
    assert "builtins.ValueError" in done.stderr
    assert "builtins.RuntimeError" in done.stderr
    assert SECRET not in done.stderr


def test_a_bug_in_a_command_ends_it_with_1_and_without_what_it_said() -> None:
    code = f"""
import sys
from service import cli
from service.assembly import Places
def broken(*_): raise RuntimeError({SECRET!r}[:])
Places.find = broken
sys.argv = ["ajar", "history"]
cli.main()
"""
    done = subprocess.run([sys.executable, "-"], input=code, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "builtins.RuntimeError" in done.stderr
    assert SECRET not in done.stderr
