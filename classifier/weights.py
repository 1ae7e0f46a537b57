"""What words weigh: a linear model over words, pairs, characters and concepts, asked of thousands of texts at once.

Three blocks, words (with pairs), characters, and orders of concepts, each weighted by rarity and scaled to its own
norm. See `features` for why a text's weight is a sum over its distinct words; that is what makes a thousand mails a
second possible without a compiled vectoriser, and without loading scikit-learn to read mail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from classifier.concepts import ORDERS, Bits, unpack
from classifier.features import Run, Texts, grams_of, pairs_of

Floats = NDArray[np.float32]

CACHED = 110_000  # mail holds made-up words without end: when this many are cached, the cache begins anew
TINY = 1e-9  # no norm is smaller: a text without a known word weighs nothing


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words, pairs, character n-grams and orders of concepts that are known.

    Attributes:
        words: Words and pairs with their columns, 0 to len(words) - 1.
        grams: Character n-grams with their columns, which follow those of the words; the orders' columns come last.
        rarity: Inverse family frequency of each column; 0 of an order that too few families use.
    """

    words: dict[str, int]
    grams: dict[str, int]
    rarity: Floats

    @classmethod
    def of(cls, words: Sequence[str], grams: Sequence[str], rarity: Floats) -> "Vocabulary":
        """Return the vocabulary with these columns, the words' first, the rarities of the orders last.

        Raises:
            ValueError: The number of rarities is not that of the columns.
        """
        if len(words) + len(grams) + ORDERS != len(rarity):
            raise ValueError("As many rarities as columns are needed.")
        return cls(
            {word: column for column, word in enumerate(words)},
            {gram: column for column, gram in enumerate(grams, len(words))},
            rarity,
        )

    def terms(self, run: Run) -> list[str]:
        """Return the distinct words of a run, and those of its pairs that are known."""
        return list(dict.fromkeys([*run, *filter(self.words.__contains__, pairs_of(run))]))

    def columns(self, term: str) -> tuple[list[int], list[int]]:
        """Return the columns of a word or pair, and those of its characters (a pair has none)."""
        own = self.words.get(term)
        grams = () if " " in term else map(self.grams.get, grams_of(term))
        return ([] if own is None else [own]), [gram for gram in grams if gram is not None]


class Weights:
    """The weights of a vocabulary for one or several questions.

    Args:
        vocabulary: What is known.
        coefficients: Log-odds of each column (at unit norm) for each question; shape (columns, questions).
        intercepts: Shape (questions,).

    Raises:
        ValueError: The shapes do not fit each other.
    """

    def __init__(self, vocabulary: Vocabulary, coefficients: Floats, intercepts: Floats) -> None:
        if coefficients.shape != (len(vocabulary.rarity), len(intercepts)):
            raise ValueError("The coefficients' shape is not columns by questions.")
        self.vocabulary = vocabulary
        self.coefficients = coefficients
        self.intercepts = intercepts
        self._places: dict[str, int] = {}
        self._seen: dict[Run, list[int]] = {}  # a sentence is asked for three times: alone, near, in the mail
        self._table = np.zeros((CACHED, 2 + 2 * len(intercepts)), dtype=np.float32)
        rarity = vocabulary.rarity[-ORDERS:, np.newaxis]
        self._orders = np.hstack((rarity**2, rarity * coefficients[-ORDERS:])).astype(np.float32)
        self._lock = Lock()

    def scores(self, texts: Texts) -> Floats:
        """Return the log-odds of each text for each question; shape (texts, questions).

        Together the texts may hold at most `CACHED` terms. Safe to call from several threads.
        """
        with self._lock:
            sums = self._sums(texts.runs)
        blocks = (*np.hsplit(sums, 2), self._order_sums(texts.orders))
        weighed = (block[:, 1:] / np.sqrt(np.maximum(block[:, :1], TINY)) for block in blocks)
        return np.asarray(sum(weighed, start=self.intercepts), dtype=np.float32)

    def _sums(self, texts: Sequence[Sequence[Run]]) -> Floats:
        """Return each text's sum of its distinct terms' rows, in its own order, so that it depends on nothing else."""
        if len(self._places) + 2 * sum(len(run) for runs in texts for run in runs) > CACHED:
            self._places.clear()
            self._seen.clear()
        self._look_at(dict.fromkeys(run for runs in texts for run in runs if run not in self._seen))
        places = [dict.fromkeys(chain.from_iterable(map(self._seen.__getitem__, runs))) for runs in texts]
        flat = np.fromiter(chain.from_iterable(places), dtype=np.intp)
        ends = np.cumsum(list(map(len, places)), dtype=np.intp)
        return _sums_until(ends, self._table[flat])

    def _order_sums(self, orders: Bits) -> Floats:
        """Return for each text the sum of its orders' rows: a few dozen of thousands, so no product of matrices."""
        owner, columns = np.divmod(np.flatnonzero(unpack(orders)), ORDERS)
        ends = np.searchsorted(owner, np.arange(len(orders)), side="right")
        return _sums_until(ends, self._orders[columns])

    def _look_at(self, runs: Iterable[Run]) -> None:
        """Keep for each of these runs the rows of its terms, and fill in the rows of terms that are new."""
        terms = {run: self.vocabulary.terms(run) for run in runs}
        new = [term for term in dict.fromkeys(chain.from_iterable(terms.values())) if term not in self._places]
        self._table[len(self._places) : len(self._places) + len(new)] = self._rows(new)
        self._places.update(zip(new, count(len(self._places))))
        place = self._places.__getitem__
        self._seen.update((run, list(map(place, each))) for run, each in terms.items())

    def _rows(self, terms: Sequence[str]) -> Floats:
        """Return what each term adds to the sums, as a word and as characters: its square, and its weights."""
        found = list(map(self.vocabulary.columns, terms))
        return np.hstack([self._block([columns[block] for columns in found]) for block in (0, 1)])

    def _block(self, columns: Sequence[Sequence[int]]) -> Floats:
        """Return the sum of the squares of each term's columns, and the sums of their weights for each question."""
        ends = np.cumsum(list(map(len, columns)), dtype=np.intp)
        flat = np.fromiter(chain.from_iterable(columns), dtype=np.intp)
        rarity = self.vocabulary.rarity[flat, np.newaxis]
        return _sums_until(ends, np.hstack((rarity**2, rarity * self.coefficients[flat])))


def _sums_until(ends: NDArray[np.intp], rows: Floats) -> Floats:
    """Return the sum of the rows up to each end, from the end before it."""
    starts = np.concatenate(([0], ends[:-1]))
    sums = np.zeros((len(ends), rows.shape[1]), dtype=np.float32)
    if (some := ends > starts).any():  # numpy's sums of nothing would be the next one's first row
        sums[some] = np.add.reduceat(rows, starts[some], axis=0)
    return sums
