"""How far a Maildir has been read: whatever happens to its files and to the clock, no mail is skipped."""

from collections import Counter

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from service.providers import maildir_cursor
from service.providers.maildir_cursor import SECOND, WINDOW, Cursor, Sighting, advance, begin, parse_cursor

SIZE = 3
TICK = SECOND // 250  # of the kernel's clock for files
START = 1_790_000_000 * SECOND


class Reading(RuleBasedStateMachine):
    """A Maildir, its users, its clock and a reader that is killed now and then."""

    @initialize(there=st.lists(st.integers(-50, 50), max_size=12), kept=st.integers(1, 6))
    def first_look(self, there: list[int], kept: int) -> None:
        self.now, self.since = START, START - WINDOW
        self.number = 0
        self.files: dict[str, Sighting] = {}
        self.taken: Counter[str] = Counter()
        self.kept, maildir_cursor.KEPT = maildir_cursor.KEPT, kept  # type: ignore[misc]
        for delivered in there:
            self.land(delivered)
        self.owed = {key for key, file in self.files.items() if file.delivered >= self.since}
        self.cursor = begin(list(self.files.values()), self.since, self.now)
        self.read()

    def teardown(self) -> None:
        maildir_cursor.KEPT = getattr(self, "kept", maildir_cursor.KEPT)  # type: ignore[misc]

    @rule(delivered=st.integers(-50, 50))
    def arrive(self, delivered: int) -> None:
        self.owed.add(self.land(delivered))

    def land(self, delivered: int) -> str:
        self.number += 1
        self.files[f"INBOX/{self.number}"] = Sighting(
            f"INBOX/{self.number}", START + delivered * 3600 * SECOND, self.stamp()
        )
        return f"INBOX/{self.number}"

    def stamp(self) -> int:
        return self.now // TICK * TICK

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def change_flags(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.files)))
        self.files[key] = Sighting(key, self.files[key].delivered, self.stamp())

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.files)))
        del self.files[key]
        self.owed.discard(key)

    @rule(nanoseconds=st.sampled_from([1, TICK, SECOND, 60 * SECOND, 3600 * SECOND]))
    def wait(self, nanoseconds: int) -> None:
        self.now += nanoseconds

    @rule()
    def read(self) -> None:
        self.cursor = parse_cursor(str(self.cursor)) or pytest.fail("a cursor of ours is not accepted")
        step = advance(list(self.files.values()), self.cursor, self.now, SIZE)
        assert len(step.files) <= SIZE
        self.taken.update(file.key for file in step.files)
        self.cursor, self.more = step.cursor, step.more

    @rule(days=st.integers(2, 9))
    def read_while_the_clock_is_ahead(self, days: int) -> None:
        self.now += days * WINDOW
        self.owed.add(self.land(0))
        self.read()
        self.now -= days * WINDOW

    @rule()
    def read_all(self) -> None:
        for _ in range(len(self.files) + 2):
            self.read()
            if not self.more:
                break
        assert not self.more
        assert self.owed <= set(self.taken)
        before = self.taken.total()
        self.read()
        assert self.taken.total() == before  # and nothing comes again by itself


TestReading = Reading.TestCase


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{}",
        "[]",
        '{"v":1}',
        '{"v":2,"after":null,"floor":1,"seen":[]}',
        '{"v":1,"after":[1],"floor":1,"seen":[]}',
        '{"v":1,"after":null,"floor":1.5,"seen":[]}',
        "[" * 100_000,
        "9" * 5000,
    ],
)
def test_what_is_no_cursor_of_ours_is_none(text: str | None) -> None:
    assert parse_cursor(text) is None


def test_a_cursor_comes_back_as_it_was_written() -> None:
    for cursor in (Cursor(None, 5, frozenset({"a", "b"})), Cursor((7, "INBOX/\udcff"), 5, frozenset())):
        assert parse_cursor(str(cursor)) == cursor
        assert str(cursor).isascii()


def test_what_waits_for_the_next_batch_is_not_passed_by_what_was_flagged_after_it_landed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(maildir_cursor, "KEPT", 1)
    read = [Sighting(f"read/{n}", START, START) for n in range(3)]
    cursor = begin(read, START + SECOND, START)
    new = [Sighting(f"new/{n}", START, START + SECOND) for n in range(5)]
    flagged = [Sighting(file.key, file.delivered, START + 2 * SECOND) for file in read]
    first = advance([*flagged, *new], cursor, START + 60 * SECOND, SIZE)
    second = advance([*flagged, *new], first.cursor, START + 120 * SECOND, SIZE)
    assert (first.more, second.more) == (True, False)
    assert {file.key for file in (*first.files, *second.files)} == {file.key for file in new}
