"""How well is our own mail read by models that never saw its family? `python benchmarks/cross_validation.py [FOLDS]`.

The corpus is a harder world than a mailbox: it is made of what misleads. Use it to find mistakes, not cut-offs.
"""

import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np

from classifier.compose_corpus import compose, read_phrases
from classifier.corpus.corpus import Mail, read_corpus
from classifier.evaluate import evaluate
from classifier.fitting import fit, folds_of
from classifier.reading import Label, Verdict


def verdicts_unseen(mails: Sequence[Mail], folds: int) -> list[Verdict]:
    """Return each mail's verdict by a model that was fitted without its family."""
    fold = folds_of(mails, folds)
    composed = compose(read_phrases(), mails)
    fold_of = {mail.group: int(place) for mail, place in zip(mails, fold, strict=True)}
    homes = [
        fold_of.get(mail.group, int(place)) for mail, place in zip(composed, folds_of(composed, folds), strict=True)
    ]
    verdicts: dict[int, Verdict] = {}
    for held in range(folds):
        seen = [mail for mail, place in zip(mails, fold, strict=True) if place != held]
        seen += [mail for mail, home in zip(composed, homes, strict=True) if home != held]
        places = np.flatnonzero(fold == held).tolist()
        found = fit(seen).classify_many(mails[place].message() for place in places)
        verdicts |= dict(zip(places, found, strict=True))
    return [verdicts[place] for place in range(len(mails))]


def main() -> None:
    """Print the report, and the families whose rejections are missed most."""
    mails = read_corpus()
    verdicts = verdicts_unseen(mails, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    rows = [(mail.label.value, mail.language, verdict) for mail, verdict in zip(mails, verdicts, strict=True)]
    print("\n".join(evaluate(rows).lines()))
    missed, all_of = Counter[str](), Counter[str]()
    for mail, verdict in zip(mails, verdicts, strict=True):
        if mail.label is Label.REJECTION:
            all_of[mail.group] += 1
            missed[mail.group] += verdict.label is not Label.REJECTION and not verdict.unsure
    print("\nrejections neither called so nor unsure, by family:")
    for group, count in missed.most_common(15):
        print(f"  {count} of {all_of[group]}  {group}")


if __name__ == "__main__":
    main()
