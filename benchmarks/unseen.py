"""How are mails read that nothing was tuned on? `python -m benchmarks.unseen`, over tests/unseen."""

import tempfile
from pathlib import Path

from classifier.corpus.corpus import read_corpus
from classifier.evaluate import evaluate
from classifier.model import load_or_fit

UNSEEN = Path(__file__).parent.parent / "tests" / "unseen"


def main() -> None:
    """Print the report."""
    mails = read_corpus(UNSEEN)
    with tempfile.TemporaryDirectory() as state:
        verdicts = load_or_fit(Path(state)).classify_many(mail.message() for mail in mails)
    rows = [(mail.label.value, mail.language, verdict) for mail, verdict in zip(mails, verdicts, strict=True)]
    print("\n".join(evaluate(rows).lines()))


if __name__ == "__main__":
    main()
