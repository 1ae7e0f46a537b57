"""How well and how fast is real mail read? `python benchmarks/reading.py [FOLDER]`, by default ../shared/eval.

The folder holds labelled mails that the model never saw: rejections.jsonl, not-rejections.jsonl, general/index.jsonl.
"""

import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from classifier.corpus.corpus import read_corpus
from classifier.message import Message
from classifier.model import Model, load_or_fit
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
    """Return a model that was fitted now, as at the first start, and say how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        model = load_or_fit(Path(folder))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"first start: {time.perf_counter() - start:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of a processor")
        start = time.perf_counter()
        load_or_fit(Path(folder))
        print(f"later starts: {time.perf_counter() - start:.2f} s, file {_size(Path(folder)) / 1e6:.1f} MB")
        return model


def _size(folder: Path) -> int:
    """Return the bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


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
