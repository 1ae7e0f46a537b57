"""The files of corrections: one for each mail, the later word counts; private, bounded, robust, gone when forgotten."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classifier.message import parse
from classifier.reading import Label
from classifier.taught import Lesson, identity_of
from service import corrections as store
from service.corrections import Correction, Corrections, How
from service.errors import LedgerError

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Corrections:
    return Corrections(tmp_path / "state" / "corrections")


def a_correction(number: int = 1, label: Label | None = Label.REJECTION, text: str = "Grüße, no.") -> Correction:
    lesson = Lesson(f"{number:064x}"[::-1], label, "Your application", text)
    return Correction(lesson, "jane", "<1@acme.example>", NOW + timedelta(minutes=number), How.COMMAND)


def files(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "state" / "corrections").iterdir())


def test_what_was_kept_is_read_back_whole_by_another_process_s_eyes(kept: Corrections, tmp_path: Path) -> None:
    first, second = a_correction(1), a_correction(2, None, "lone surrogate \udc80 and\nlines")
    assert (kept.keep(second), kept.keep(first)) == (True, True)
    again = Corrections(tmp_path / "state" / "corrections")
    assert again.all() == [first, second]
    assert again.words() == {first.lesson.identity: Label.REJECTION, second.lesson.identity: None}
    assert again.lessons() == [first.lesson, second.lesson]


def test_before_the_first_one_there_is_nothing_not_even_a_folder(kept: Corrections, tmp_path: Path) -> None:
    assert (kept.all(), kept.words(), kept.forget_all()) == ([], {}, 0)
    assert list(tmp_path.iterdir()) == []


def test_the_later_word_about_a_mail_takes_the_place_of_the_earlier_one(kept: Corrections, tmp_path: Path) -> None:
    kept.keep(a_correction(1, Label.REJECTION))
    assert not kept.keep(a_correction(1, Label.REJECTION))
    assert kept.keep(a_correction(1, Label.OFFER))
    assert [each.label for each in kept.all()] == [Label.OFFER]
    assert len(files(tmp_path)) == 1


def test_after_a_crash_between_the_two_words_it_is_no_rejection_and_the_next_word_clears_up(
    kept: Corrections, tmp_path: Path
) -> None:
    kept.keep(a_correction(1, Label.REJECTION))
    (path,) = files(tmp_path)
    path.with_name(path.name.replace("rejection", "offer")).write_bytes(path.read_bytes())
    assert list(kept.words().values()) == [None]
    assert kept.keep(a_correction(1, Label.REJECTION))
    assert [path.name for path in files(tmp_path)] == [path.name]


def test_forgotten_no_byte_of_it_is_left(kept: Corrections, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        kept.keep(a_correction(number))
    kept.forget(a_correction(2))
    assert [each.id for each in kept.all()] == [a_correction(1).id, a_correction(3).id]
    assert kept.forget_all() == 2
    assert files(tmp_path) == []


def test_the_files_are_for_the_user_s_eyes_only(kept: Corrections, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        kept.keep(a_correction())
    finally:
        os.umask(before)
    (path,) = files(tmp_path)
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"subject": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_another_hand_damaged_is_passed_over(kept: Corrections, tmp_path: Path, content: bytes) -> None:
    kept.keep(a_correction(1))
    (path,) = files(tmp_path)
    path.write_bytes(content)
    (path.parent / "notes.txt").write_text("the user's own")
    kept.keep(a_correction(2))
    assert [each.id for each in kept.all()] == [a_correction(2).id]


def test_there_are_never_more_than_the_cap_and_the_oldest_go(
    kept: Corrections, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST", 5)
    for number in range(9):
        kept.keep(a_correction(number))
        for path in files(tmp_path):
            if path.name.startswith(a_correction(number).lesson.identity):
                os.utime(path, ns=(number, number))
    assert [each.id for each in kept.all()] == [a_correction(number).id for number in range(4, 9)]


def test_many_threads_may_keep_and_read_at_once(kept: Corrections) -> None:
    def work(number: int) -> int:
        kept.keep(a_correction(number % 7, [Label.OFFER, Label.REJECTION][number % 2]))
        return len(kept.all()) + len(kept.words())

    with ThreadPoolExecutor(6) as threads:
        assert min(threads.map(work, range(120))) >= 2
    assert len(kept.all()) == 7


def test_a_folder_that_cannot_be_used_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(LedgerError, match="owner"):
        Corrections(tmp_path / "state" / "corrections").keep(a_correction())


def test_a_mail_without_a_message_id_is_known_by_its_text_too() -> None:
    one, other, copy = (parse(b"Subject: x\r\n\r\n" + text) for text in (b"No.", b"Yes.", b"No."))
    assert identity_of(one) == identity_of(copy) != identity_of(other)
    named, resent = (parse(b"Message-ID: <a@b.example>\r\n\r\n" + text) for text in (b"No.", b"No. --\r\nfooter"))
    assert identity_of(named) == identity_of(resent) == named.key
