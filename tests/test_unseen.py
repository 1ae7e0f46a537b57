"""How mails are read that nothing was tuned on: held to what the model card says, with some room for chance."""

from pathlib import Path

import pytest

from classifier.corpus.corpus import Mail, read_corpus
from classifier.reading import Label, Verdict
from service.pipeline import Classify
from tests.test_details import expected
from tests.test_details import read as facts_of

UNSEEN = Path(__file__).parent / "unseen"
FACTS = sorted((UNSEEN / "facts").glob("*.eml"))


@pytest.fixture(scope="module", params=["en", "de"])
def read(request: pytest.FixtureRequest, classify: Classify) -> list[tuple[Mail, Verdict]]:
    mails = [mail for mail in read_corpus(UNSEEN) if mail.language == request.param]
    return list(zip(mails, classify([mail.message() for mail in mails]), strict=True))


def test_most_rejections_are_recognised_and_hardly_one_is_neither_recognised_nor_asked_about(
    read: list[tuple[Mail, Verdict]],
) -> None:
    rejections = [verdict for mail, verdict in read if mail.label is Label.REJECTION]
    called = [verdict for verdict in rejections if verdict.label is Label.REJECTION]
    assert len(rejections) >= 150
    assert len(called) >= 0.90 * len(rejections)
    assert len(called) + sum(verdict.unsure for verdict in rejections) >= 0.94 * len(rejections)


def test_hardly_any_other_mail_is_called_a_rejection(read: list[tuple[Mail, Verdict]]) -> None:
    others = [(mail, verdict) for mail, verdict in read if mail.label is not Label.REJECTION]
    called = [mail.label for mail, verdict in others if verdict.label is Label.REJECTION]
    assert len(others) >= 190
    assert len(called) <= 0.06 * len(others)
    assert called.count(Label.ACKNOWLEDGEMENT) <= 3


def test_few_mails_leave_it_unsure(read: list[tuple[Mail, Verdict]]) -> None:
    assert sum(verdict.unsure for _, verdict in read) <= 0.06 * len(read)


@pytest.mark.parametrize(
    ("fact", "enough", "too_many"), [("company", 0.84, 0.10), ("role", 0.76, 0.08), ("person", 0.90, 0.04)]
)
def test_most_facts_are_found_and_few_are_wrong(fact: str, enough: float, too_many: float) -> None:
    there = [path for path in FACTS if expected(path)[fact] is not None]
    right = [path for path in there if facts_of(path)[fact] == expected(path)[fact]]
    wrong = [path for path in FACTS if facts_of(path)[fact] not in {None, expected(path)[fact]}]
    assert len(FACTS) >= 170
    assert len(right) >= enough * len(there)
    assert len(wrong) <= too_many * len(FACTS)
