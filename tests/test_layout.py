"""Results laid out for the eye."""

import io
from collections.abc import Sequence

from service.layout import broken, laid_out, wrapped

HEADINGS = ("arrived", "company", "why")
ROWS = [
    ("2026-11-27 10:14", "Falkenried Medizintechnik GmbH", "Nobody would read an answer."),
    ("2026-11-26 10:14", "Quaymark", "You have answered it yourself."),
]


def entry(cells: Sequence[str]) -> tuple[str, ...]:
    arrived, company, why = cells
    return (f"{arrived}  {company}", f"{'':16}  {why}")


def test_a_table_where_it_fits() -> None:
    first, *rest = laid_out(HEADINGS, ROWS, entry, 100).splitlines()
    assert first.split() == list(HEADINGS)
    assert len(rest) == 2


def test_an_entry_for_each_row_where_a_table_would_break_words() -> None:
    lines = laid_out(HEADINGS, ROWS, entry, 40).splitlines()
    assert lines[:2] == ["2026-11-27 10:14  Falkenried", "                  Medizintechnik GmbH"]
    assert all(len(line) <= 40 for line in lines)


def test_no_table_and_no_entry_breaks_a_word() -> None:
    words = {word for row in ROWS for cell in row for word in cell.split()}
    for width in range(40, 140, 7):
        assert words <= set(laid_out(HEADINGS, ROWS, entry, width).split())


def test_a_line_is_broken_below_its_last_column() -> None:
    said = "FAILED  jane: it cannot be reached. Is it there?"
    assert broken(said, 30) == "FAILED  jane: it cannot be\n        reached. Is it there?"
    assert broken(said, 60) == said


def test_a_marked_line_goes_on_below_its_words() -> None:
    assert broken("▶ It has been put on hold by head office.", 30) == "▶ It has been put on hold by\n  head office."


def test_a_command_stays_on_one_line() -> None:
    assert broken("To have it answered: `ajar pending now 7`.", 30) == "To have it answered:\n`ajar pending now 7`."


def test_a_word_that_is_too_long_stays_whole() -> None:
    address = "someone.with.a.long.name@falkenried-medizintechnik.example"
    assert address in broken(f"draft tomorrow, to {address}", 40).splitlines()


def test_what_is_no_terminal_gets_a_sentence_on_one_line() -> None:
    said = "word " * 100
    assert wrapped(said, io.StringIO()) == said
