"""What of a source could not be read is told to a program as it is to a person."""

import json
from pathlib import Path

from tests.main_job import ACKNOWLEDGEMENT, REJECTION, mail
from tests.workplace import Workplace

SEPARATOR = b"From x@y.example Mon Nov 16 10:00:00 2026\n"
DAMAGE = b"\0" * 5000


def a_box(folder: Path, *parts: bytes) -> Path:
    """Write an mbox of these mails, or of what should have been mails."""
    path = folder / "takeout.mbox"
    path.write_bytes(b"".join(SEPARATOR + part + b"\n\n" for part in parts))
    return path


def test_every_line_tells_how_much_of_the_source_was_left_out(workplace: Workplace, tmp_path: Path) -> None:
    box = a_box(tmp_path, mail(REJECTION, 1), DAMAGE, mail(ACKNOWLEDGEMENT, 2), DAMAGE)
    done = workplace.ajar("scan", box, "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["label"] for row in rows] == ["rejection", "acknowledgement"]
    assert [row["left_out"] for row in rows] == [{"stretches": 2, "bytes": 2 * len(DAMAGE + b"\n")}] * 2
    assert "2 stretches that held no readable mail" in done.stderr


def test_where_no_line_can_tell_it_stderr_does(workplace: Workplace, tmp_path: Path) -> None:
    done = workplace.ajar("scan", a_box(tmp_path, DAMAGE), "--json")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 stretch that held no readable mail" in done.stderr


def test_of_a_whole_source_nothing_is_left_out_and_nothing_said(workplace: Workplace, tmp_path: Path) -> None:
    done = workplace.ajar("scan", a_box(tmp_path, mail(REJECTION, 1)), "--json")
    assert json.loads(done.stdout)["left_out"] == {"stretches": 0, "bytes": 0}
    assert "Left out" not in done.stderr
