"""What is learnt from a correction: as a training mail, where the decision stands, and when it may count at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from classifier.corpus.corpus import Mail, read_corpus
from classifier.features import MAX_CHARACTERS, read_page
from classifier.fitting import deciding
from classifier.message import Message, parse
from classifier.model import Model, load_or_fit
from classifier.reading import Label
from classifier.refit import (
    GOLD,
    GivenUp,
    Tally,
    as_mails,
    load_taught,
    place_of,
    refit_apart,
    taught_name,
    why_refused,
)
from classifier.taught import Lesson, classify_taught, lesson_of

NO = "Dear Jane,\n\nThank you for coming. We have decided to\nmove forward with other candidates. All the best!"
ODD = "Dear Jane,\n\nyour folder goes back on the shelf. The studio thanks you."
LOAN = "Dear Jane,\n\nWe regret to inform you that we have decided not to lend to you. Other candidates were preferred."


@pytest.fixture(scope="module")
def model(model_folder: Path) -> Model:
    return load_or_fit(model_folder)


@pytest.fixture(scope="module")
def gold() -> tuple[Mail, ...]:
    return read_corpus(GOLD)


def a_lesson(text: str, label: Label | None = Label.REJECTION, number: int = 1) -> Lesson:
    return Lesson(f"{number:064x}"[::-1], label, "Your application", text)


def test_the_user_s_word_overrules_the_model_and_no_other_mail_changes(model: Model) -> None:
    taught, other = (Message(f"key {n}", f"<{n}@a.example>", "", None, NO) for n in (1, 2))
    for label in Label:
        said, plain = classify_taught(model, {taught.key: label}, [taught, other])
        assert (said.label, said.rejection, said.unsure) == (label, float(label is Label.REJECTION), False)
        alone = model.classify(other)
        assert plain.rejection == pytest.approx(alone.rejection, abs=1e-6)  # it is summed up beside another mail
        assert (plain.label, plain.unsure) == (alone.label, alone.unsure)


def test_no_rejection_leaves_it_to_the_model_what_else_it_is(model: Model) -> None:
    text = "Hi Jane, we would like to invite you to an interview next Tuesday at ten. Does that suit you?"
    message = Message("key", "<1@a.example>", "Interview", None, text)
    (said,) = classify_taught(model, {"key": None}, [message])
    assert (said.label, said.rejection) == (Label.INTERVIEW, 0.0)
    (refused,) = classify_taught(model, {"key": None}, [replace(message, text=NO)])
    assert refused.label is not Label.REJECTION


def test_a_lesson_holds_no_more_than_the_classifier_reads() -> None:
    raw = b"Message-ID: <1@a.example>\r\nSubject: " + b"s" * 900 + b"\r\n\r\n" + b"word " * 5000 + b"\r\n> quoted\r\n"
    lesson = lesson_of(parse(raw), None)
    assert (len(lesson.text), len(lesson.subject)) == (MAX_CHARACTERS, 200)


def test_the_strongest_sentence_decides_also_where_the_model_saw_none(model: Model) -> None:
    for text in (NO, ODD):
        (mail,) = as_mails([a_lesson(text)], model, 10)
        page = read_page(mail.message())
        decided = [sentence for sentence, flag in zip(page.sentences, deciding(mail, page), strict=True) if flag]
        assert len(decided) == 1
        assert text is ODD or "other candidates" in decided[0]


def test_each_is_a_family_of_its_own_the_same_text_counts_once_and_the_newest_count(model: Model) -> None:
    lessons = [a_lesson(f"{NO}\n\n{'x' * number}", number=number) for number in range(1, 9)]
    mails = list(as_mails([*lessons, replace(lessons[0], identity="f" * 64)], model, 5))
    assert len({mail.group for mail in mails}) == len(mails) == 5
    assert [mail.text for mail in mails] == [lesson.text for lesson in lessons[3:]]
    assert list(as_mails([a_lesson(" \n ")], model, 5)) == []


def test_a_letter_that_refuses_something_else_teaches_what_job_mail_is_and_not_what_refuses(model: Model) -> None:
    (loan,) = as_mails([a_lesson(LOAN, Label.OTHER)], model, 5)
    assert loan.refuses
    (lunch,) = as_mails([a_lesson("Lunch at noon?", Label.OTHER)], model, 5)
    assert not lunch.refuses


@pytest.mark.parametrize("sentence", ["", "not there", "(((((", "Thank you for coming.", "decided to move"])
def test_a_sentence_is_found_whatever_its_white_space(sentence: str) -> None:
    start, end = place_of(sentence, NO)
    found = " ".join(NO[start:end].split())
    assert found in {sentence, " ".join(NO.split())}


def test_worse_is_one_false_more_or_one_found_less() -> None:
    before = Tally(found=20, false=1)
    assert not Tally(20, 1).is_worse_than(before)
    assert not Tally(23, 0).is_worse_than(before)
    assert Tally(28, 2).is_worse_than(before)
    assert Tally(19, 0).is_worse_than(before)


def test_the_gold_mails_are_of_every_label_and_language_and_none_is_in_the_corpus(gold: tuple[Mail, ...]) -> None:
    assert len(gold) >= 60
    assert {(mail.language, mail.label) for mail in gold} == {(code, label) for code in ("de", "en") for label in Label}
    rejections = sum(mail.label is Label.REJECTION for mail in gold)
    assert 20 <= rejections <= len(gold) - 20
    corpus = {" ".join(mail.text.split()) for mail in read_corpus()}
    assert corpus.isdisjoint(" ".join(mail.text.split()) for mail in gold)


def test_the_name_changes_with_every_correction() -> None:
    lessons = [a_lesson(NO), a_lesson(ODD, number=2)]
    names = {taught_name(each) for each in (lessons, lessons[:1], [a_lesson(NO, None), lessons[1]], [a_lesson(ODD)])}
    assert len(names) == 4
    assert taught_name(lessons[::-1]) == taught_name(lessons)


def test_a_fit_that_is_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(GivenUp):
        refit_apart(tmp_path, [a_lesson(NO)], lambda: True)
    assert list(tmp_path.iterdir()) == []
    assert load_taught(tmp_path, [a_lesson(NO)]) is None
    assert why_refused(tmp_path, [a_lesson(NO)]) is None


def test_a_damaged_model_of_corrections_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / taught_name([a_lesson(NO)])).write_bytes(b"not a model")
    assert load_taught(tmp_path, [a_lesson(NO)]) is None
