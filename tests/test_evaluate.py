"""The evaluation's figures are those of the textbook, and labelled mails are read from rows and folders."""

import json
from pathlib import Path

import pytest

from classifier.evaluate import evaluate, share
from classifier.reading import Label, Verdict
from service.labelled import read_labelled
from service.sources import SourceError


def verdict(label: Label, rejection: float, *, unsure: bool = False) -> Verdict:
    return Verdict(label, rejection, unsure, ())


HIT = ("rejection", "en", verdict(Label.REJECTION, 0.95))
DOUBTED = ("rejection", "en", verdict(Label.OTHER, 0.5, unsure=True))
MISSED = ("rejection", "de", verdict(Label.OTHER, 0.05))
FALSE = ("acknowledgement", "de", verdict(Label.REJECTION, 0.85))
RIGHT = ("other", "de", verdict(Label.OTHER, 0.05))


def test_precision_recall_and_f1_count_only_what_is_above_the_upper_cutoff() -> None:
    score = evaluate([HIT, DOUBTED, MISSED, FALSE, RIGHT]).overall
    assert (score.mails, score.precision.value, score.recall.value) == (5, 1 / 2, 1 / 3)
    assert score.f1 == pytest.approx(0.4)


def test_unsure_mails_are_counted_apart() -> None:
    score = evaluate([HIT, DOUBTED, MISSED, FALSE, RIGHT]).overall
    assert score.recall_with_unsure.value == 2 / 3
    assert score.unsure == {"rejection": 1}


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    # Computed by hand from the score interval (z = 1.96); 0 of 10 and 8 of 10 stand in many textbooks.
    [(0, 10, 0.0, 0.2775), (8, 10, 0.4902, 0.9433), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)],
)
def test_the_interval_is_wilsons(hits: int, total: int, low: float, high: float) -> None:
    assert (share(hits, total).low, share(hits, total).high) == pytest.approx((low, high), abs=5e-5)


def test_of_no_mails_nothing_is_claimed() -> None:
    score = evaluate([]).overall
    assert (score.precision.value, score.precision.low, score.precision.high) == (None, 0.0, 1.0)
    assert (score.f1, score.calibration_error, score.bins) == (0.0, 0.0, ())


def test_the_calibration_error_is_the_mean_gap_weighted_by_mails() -> None:
    score = evaluate([HIT, MISSED, FALSE, RIGHT]).overall
    # Bins: 0.0 holds 0.05 twice, one of them a rejection; 0.8 holds one wrong; 0.9 holds one right.
    assert [(each.low, each.count, each.observed) for each in score.bins] == [
        (0.0, 2, 0.5),
        (0.8, 1, 0.0),
        (0.9, 1, 1.0),
    ]
    assert score.calibration_error == pytest.approx((2 * 0.45 + 0.85 + 0.05) / 4)


def test_a_probability_of_one_lies_in_the_last_bin() -> None:
    (only,) = evaluate([("rejection", "en", verdict(Label.REJECTION, 1.0))]).overall.bins
    assert (only.low, only.count) == (0.9, 1)


def test_languages_are_scored_apart_and_labels_confused_together() -> None:
    report = evaluate([HIT, DOUBTED, MISSED, FALSE, RIGHT])
    assert {language: score.mails for language, score in report.languages.items()} == {"de": 3, "en": 2}
    assert report.languages["en"].precision.value == 1
    assert report.confusion == {
        "acknowledgement": {"rejection": 1},
        "other": {"other": 1},
        "rejection": {"other": 2, "rejection": 1},
    }


def test_the_report_is_plain_values_and_plain_lines() -> None:
    report = evaluate([HIT, DOUBTED, MISSED, FALSE, RIGHT])
    values = json.loads(json.dumps(report.as_dict()))
    assert values["overall"]["recall"]["hits"] == 1
    lines = "\n".join(report.lines())
    assert "recall              0.333 (1 of 3;" in lines
    assert "rejection: 2 other, 1 rejection" in lines


def rows_file(folder: Path, *rows: object) -> Path:
    path = folder / "mails.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_rows_become_mails_with_our_labels(tmp_path: Path) -> None:
    path = rows_file(
        tmp_path,
        {"id": "a", "label": "received", "subject": "Hi\nyou", "body": "We have it.", "from": "Jo <jo@Firm.example>"},
        {"label": "other_job", "body": "Neue Stellen für Sie in der Nähe", "lang": "de"},
    )
    first, second = read_labelled(path)
    assert (first.id, first.label, first.message.subject) == ("a", "acknowledgement", "Hi you")
    assert first.message.sender is not None
    assert first.message.sender.email == "jo@firm.example"
    assert (second.id, second.label, second.language) == (f"{path}:3", "other", "de")


def test_a_rows_quoted_text_is_no_part_of_its_text(tmp_path: Path) -> None:
    body = "Thanks anyway!\n\nOn Mon, 3 Feb 2025 at 10:12, Jo Doe <jo@firm.example> wrote:\n> We regret to say no."
    (mail,) = read_labelled(rows_file(tmp_path, {"label": "other", "body": body}))
    assert mail.message.text == "Thanks anyway!"
    assert "regret" in mail.message.quoted


@pytest.mark.parametrize("row", [[], {"label": "other"}, {"body": "x"}, {"label": "other", "body": 3}])
def test_a_row_without_label_or_body_is_an_error_with_its_line(tmp_path: Path, row: object) -> None:
    with pytest.raises(SourceError, match=r"mails\.jsonl:1"):
        list(read_labelled(rows_file(tmp_path, row)))


def test_a_line_that_is_no_json_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mails.jsonl").write_text("{not json}\n", encoding="utf-8")
    with pytest.raises(SourceError, match="JSON"):
        list(read_labelled(tmp_path / "mails.jsonl"))


def test_a_folder_names_the_label_of_the_mails_in_it(tmp_path: Path) -> None:
    for label, text in (("rejection", "Nein."), ("received", "Da."), ("junk", "Buy")):
        (tmp_path / label).mkdir()
        (tmp_path / label / "1.eml").write_bytes(f"Subject: x\r\n\r\n{text}\r\n".encode())
    mails = list(read_labelled(tmp_path))
    assert [(Path(mail.id).parent.name, mail.label) for mail in mails] == [
        ("junk", "other"),
        ("received", "acknowledgement"),
        ("rejection", "rejection"),
    ]
    assert mails[2].message.text.strip() == "Nein."


def test_a_missing_file_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.jsonl", tmp_path):
        with pytest.raises(SourceError, match=path.name):
            list(read_labelled(path))
