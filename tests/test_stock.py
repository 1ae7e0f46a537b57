"""The sentences with which most letters say no: each must be known, whatever rarer ways to say it are learnt.

Who writes training mails avoids stock phrases, and quotes them in what only talks about refusals; so the commonest
sentence of all ("we have decided to move forward with other candidates") was once a sign against a rejection.
"""

from pathlib import Path

import pytest

from classifier.message import Message
from classifier.reading import Label
from service.pipeline import Classify

STOCK = Path(__file__).parent / "stock"
SENTENCES = [
    (path.parent.name, line)
    for path in sorted(STOCK.glob("*/sentences.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("letter", ["applied", "interviewed"])
@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_the_commonest_ways_to_say_no_are_known(language: str, sentence: str, letter: str, classify: Classify) -> None:
    text = (STOCK / language / f"{letter}.txt").read_text(encoding="utf-8").replace("{}", sentence)
    (verdict,) = classify([Message("", None, "", None, text)])
    assert verdict.label is Label.REJECTION, f"{verdict.rejection:.2f}"
