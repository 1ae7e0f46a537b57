"""Whatever a mail is, reading it never raises, never takes 2 s or 200 MB, and gives what is harmless.

Some seconds of it; `make fuzz` goes on for minutes, over the public SpamAssassin mails too, and led by what the code
does with them.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classifier.message import Message, parse
from tests.hostile.bending import FRAGMENTS, bent_mails
from tests.hostile.mails import HOSTILE, nested
from tests.hostile.reader import MEGABYTES, SECONDS, Cost, Reader
from tests.hostile.samples import own_mails, pythons_mails

STEADY = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
MANY = [pytest.param(300, id="some"), pytest.param(2000, id="many", marks=pytest.mark.slow)]
REAL = [path.read_bytes() for path in (*pythons_mails(), *own_mails()[::5])]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as running:
        yield running


@pytest.mark.faults(27)
@pytest.mark.parametrize("mail", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_mail_that_is_made_to_be_dear_is_not(reader: Reader, mail: Callable[[], bytes]) -> None:
    cost = reader.read(mail())
    assert cost.trouble == []
    assert cost.seconds < SECONDS / 2  # a tenth of a second here; what these were made against takes ten and more


@pytest.mark.faults(28)
def test_every_real_mail_is_read(reader: Reader, record_property: Callable[[str, object], None]) -> None:
    record_property("tries", len(REAL))
    assert [trouble for raw in REAL if (trouble := reader.read(raw).trouble)] == []


@pytest.mark.faults(27, 28)
@pytest.mark.parametrize("many", MANY)
def test_every_bent_mail_is_read(reader: Reader, many: int, record_property: Callable[[str, object], None]) -> None:
    record_property("tries", many)

    @given(mail=bent_mails(REAL))
    @settings(STEADY, max_examples=many)
    def read(mail: bytes) -> None:
        assert reader.read(mail).trouble == []

    read()


@pytest.mark.faults(28)
@given(st.one_of(st.binary(max_size=2000), st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(b"".join)))
@settings(STEADY, max_examples=300)
def test_any_bytes_and_any_pile_of_fragments_of_mail_are_read(reader: Reader, raw: bytes) -> None:
    assert reader.read(raw).trouble == []


def test_a_mail_read_near_the_end_of_the_stack_still_gives_a_message() -> None:
    def deeper(left: int) -> Message:
        return deeper(left - 1) if left else parse(nested(30))

    limit = sys.getrecursionlimit()
    assert isinstance(deeper(limit // 2), Message)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended by SIGSEGV"),
        ("[0] * 50_000_000", "raised MemoryError"),
    ],
    ids=["a crash below Python", "more memory than there is"],
)
def test_the_reader_tells_of_what_must_not_be_and_lives_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    breaks = f"def parse(raw):\n    if b'bad' in raw:\n        {code}\n    return sound(raw)\n"
    broken = f"from classifier import message\nsound = message.parse\n{breaks}message.parse = parse\n"
    (tmp_path / "sitecustomize.py").write_text(broken)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{Path(__file__).parents[1]}")
    with Reader() as reader:
        assert reader.read(b"bad").trouble == [said]
        assert reader.read(b"good").trouble == []


def test_too_much_time_and_too_much_memory_are_trouble() -> None:
    assert Cost(SECONDS, MEGABYTES).trouble == []
    assert Cost(SECONDS + 0.1, MEGABYTES + 1).trouble == ["took 2.1 s", "took 201 MB"]
