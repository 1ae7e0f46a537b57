"""How well and how fast is real mail read? `python benchmarks/reading.py [FOLDER]`, by default ../shared/eval.

The folder holds labelled mails that the model never saw: rejections.jsonl, not-rejections.jsonl, general/index.jsonl.
"""

import json
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from classifier.corpus.corpus import read_corpus
from classifier.message import Message
from classifier.model import Model, fit, load, save
from classifier.reading import Label

ROUNDS = 3


def read_groups(folder: Path) -> dict[str, list[Message]]:
    """Return the mails by the kind that the collection itself names."""
    groups: dict[str, list[Message]] = defaultdict(list)
    for name in ("rejections.jsonl", "not-rejections.jsonl", "general/index.jsonl"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kind = "general" if name.startswith("general") else row["label"]
            groups[kind].append(Message("", None, row["subject"], None, row["body"]))
    return groups


def rate(model: Model, messages: list[Message]) -> float:
    """Return how many mails are read in a second of processor time, the best of some rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        model.classify_many(messages)
        best = max(best, len(messages) / (time.process_time() - start))
    return best


def fresh_model() -> Model:
    """Return a model that was fitted now, and say how long it took."""
    corpus = read_corpus()
    start = time.process_time()
    import classifier.fitting  # noqa: F401, PLC0415 - its import is measured

    imported = time.process_time()
    fitted = fit(corpus)
    print(
        f"importing scikit-learn {imported - start:.1f} s, fitting {time.process_time() - imported:.1f} s (processor)"
    )
    with tempfile.TemporaryDirectory() as folder:
        save(fitted, Path(folder) / "model")
        print(f"model file {(Path(folder) / 'model').stat().st_size / 1e6:.1f} MB")
        return load(Path(folder) / "model")


def main() -> None:
    """Print the table."""
    groups = read_groups(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/eval"))
    model = fresh_model()
    lower, upper = model.cutoffs
    print(f"{'kind':<12} {'mails':>6} {f'> {upper}':>7} {f'> {lower}':>7}")
    for kind, messages in groups.items():
        found = [verdict.rejection for verdict in model.classify_many(messages)]
        print(f"{kind:<12} {len(found):>6} {sum(p > upper for p in found):>7} {sum(p > lower for p in found):>7}")
    job_mail = [mail.message() for mail in read_corpus() if mail.label is not Label.OTHER]
    print(
        f"{rate(model, job_mail):.0f} job mails a second, {rate(model, groups['general']):.0f} general mails a second"
    )


if __name__ == "__main__":
    main()
