"""`ajar evaluate`: the classifier against labelled mails."""

from collections.abc import Iterable
from pathlib import Path

from classifier.evaluate import Report, evaluate
from service.archive import AT_A_TIME, chunks
from service.assembly import Places, loaded_model
from service.labelled import read_labelled


def measured(places: Places, files: Iterable[Path]) -> Report:
    """Return how the model does on these mails."""
    classify = loaded_model(places.state).by_the_model  # the user's word would always be right
    rows = []
    for file in files:
        for chunk in chunks(read_labelled(file), AT_A_TIME):
            verdicts = classify([mail.message for mail in chunk])
            rows += [(mail.label, mail.language, verdict) for mail, verdict in zip(chunk, verdicts, strict=True)]
    return evaluate(rows)
