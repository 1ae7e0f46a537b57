"""How good is the classifier on these mails? Precision, recall, confusion and calibration, with their uncertainty.

A mail counts as found only above the upper cut-off. Unsure mails are counted apart: they are shown to the user and
never answered unasked, so an unsure rejection is missed by the daemon but not lost, and an unsure letter of another
kind does no harm.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from classifier.reading import Label, Verdict

BINS = 10
_Z95 = 1.959964  # of the normal distribution, two-sided 95 %

Row = tuple[str, str, Verdict]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the 95 % interval of the share (Wilson 1927).

    Attributes:
        value: The share, or None of none at all.
    """

    hits: int
    total: int
    value: float | None
    low: float
    high: float

    def __str__(self) -> str:
        if self.value is None:
            return "none of none"
        return f"{self.value:.3f} ({self.hits} of {self.total}; 95 %: {self.low:.3f} to {self.high:.3f})"


@dataclass(frozen=True, slots=True)
class Bin:
    """The mails whose probability lies in one stretch: how sure the model was, and how often it was right to be.

    Attributes:
        low: Where the stretch begins.
        count: Mails in it.
        expected: Their mean probability of being a rejection.
        observed: The share of rejections among them.
    """

    low: float
    count: int
    expected: float
    observed: float


@dataclass(frozen=True, slots=True)
class Score:
    """How rejections were recognised.

    Attributes:
        mails: How many were looked at.
        precision: Of what was called a rejection, the share that is one.
        recall: Of the rejections, the share that was called so.
        recall_with_unsure: The same with the unsure ones.
        f1: Harmonic mean of precision and recall; 0 when nothing was found.
        unsure: Mails between the cut-offs, by their true label.
        calibration_error: Expected calibration error over `BINS` bins, 0 to 1.
        bins: Those that hold a mail.
    """

    mails: int
    precision: Share
    recall: Share
    recall_with_unsure: Share
    f1: float
    unsure: dict[str, int]
    calibration_error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole evaluation.

    Attributes:
        overall: All mails.
        languages: The same by language.
        confusion: True label to called label to count; a label without mails has no entry.
    """

    overall: Score
    languages: dict[str, Score]
    confusion: dict[str, dict[str, int]]

    def as_dict(self) -> dict[str, object]:
        """Return everything as plain values, fit for JSON."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Return the report as lines of plain text."""
        lines = _score_lines("all", self.overall)
        for language, score in self.languages.items():
            lines += ["", *_score_lines(language, score)]
        return [*lines, "", *_confusion_lines(self.confusion), "", *_bin_lines(self.overall.bins)]


def evaluate(rows: Iterable[Row]) -> Report:
    """Return how the verdicts compare with the true labels.

    Args:
        rows: For each mail its true label, its language and the verdict.
    """
    kept = list(rows)
    languages: dict[str, list[Row]] = defaultdict(list)
    confusion: dict[str, Counter[str]] = defaultdict(Counter)
    for row in kept:
        label, language, verdict = row
        languages[language].append(row)
        confusion[label][verdict.label.value] += 1
    return Report(
        _score(kept),
        {language: _score(some) for language, some in sorted(languages.items())},
        {label: dict(sorted(called.items())) for label, called in sorted(confusion.items())},
    )


def share(hits: int, total: int) -> Share:
    """Return the share with its Wilson score interval; of nothing, everything is possible."""
    if total == 0:
        return Share(0, 0, None, 0.0, 1.0)
    value, spread = hits / total, _Z95**2 / total
    middle = (value + spread / 2) / (1 + spread)
    reach = math.sqrt(value * (1 - value) * spread + spread**2 / 4) / (1 + spread)
    return Share(hits, total, value, max(0.0, middle - reach), min(1.0, middle + reach))


def _score(rows: Sequence[Row]) -> Score:
    """Return how rejections were recognised in these mails."""
    called = [verdict.label is Label.REJECTION for _, _, verdict in rows]
    true = [label == Label.REJECTION.value for label, _, _ in rows]
    unsure = [verdict.unsure for _, _, verdict in rows]
    right = sum(map(min, called, true))
    found = sum(is_one and (said or doubted) for is_one, said, doubted in zip(true, called, unsure, strict=True))
    bins = _bins([verdict.rejection for _, _, verdict in rows], true)
    return Score(
        mails=len(rows),
        precision=share(right, sum(called)),
        recall=share(right, sum(true)),
        recall_with_unsure=share(found, sum(true)),
        f1=2 * right / (sum(called) + sum(true)) if right else 0.0,
        unsure=dict(sorted(Counter(label for label, _, verdict in rows if verdict.unsure).items())),
        calibration_error=sum(each.count * abs(each.expected - each.observed) for each in bins) / max(1, len(rows)),
        bins=bins,
    )


def _bins(probabilities: Sequence[float], true: Sequence[bool]) -> tuple[Bin, ...]:
    """Return the mails by probability."""
    kept: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, is_one in zip(probabilities, true, strict=True):
        kept[min(BINS - 1, int(probability * BINS))].append((probability, is_one))
    return tuple(
        Bin(
            number / BINS,
            len(some),
            sum(probability for probability, _ in some) / len(some),
            sum(is_one for _, is_one in some) / len(some),
        )
        for number, some in sorted(kept.items())
    )


def _score_lines(name: str, score: Score) -> list[str]:
    """Return one score as text."""
    unsure = ", ".join(f"{count} {label}" for label, count in score.unsure.items()) or "none"
    return [
        f"{name}: {score.mails} mails",
        f"  precision           {score.precision}",
        f"  recall              {score.recall}",
        f"  recall with unsure  {score.recall_with_unsure}",
        f"  F1                  {score.f1:.3f}",
        f"  unsure              {unsure}",
        f"  calibration error   {score.calibration_error:.3f}",
    ]


def _confusion_lines(confusion: dict[str, dict[str, int]]) -> list[str]:
    """Return the confusion as text, a line for each true label."""
    return [
        "true label: called",
        *(
            f"  {label}: " + ", ".join(f"{count} {other}" for other, count in called.items())
            for label, called in confusion.items()
        ),
    ]


def _bin_lines(bins: Sequence[Bin]) -> list[str]:
    """Return the calibration as text."""
    return [
        "probability: mails, mean probability, share of rejections",
        *(f"  from {each.low:.1f}: {each.count}, {each.expected:.2f}, {each.observed:.2f}" for each in bins),
    ]
