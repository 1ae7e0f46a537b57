"""Texts to a vocabulary and to the matrix that is fitted: the same counting as `weights`, for all texts at once.

Reading mail needs none of this, nor scipy.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack, vstack

from classifier.concepts import ORDERS, unpack
from classifier.features import Run, Texts, grams_of, pairs_of
from classifier.weights import TINY, Vocabulary

Matrix = Any  # scipy.sparse has no annotations

LEAST = 2  # families that have to use a term: what only one hand writes teaches nothing about others
MOST_WORDS = 40_000
MOST_GRAMS = 40_000
AT_ONCE = 10_000  # texts that are counted at once; their orders alone are unpacked to 3.5 kB each


def vocabulary_of(texts: Texts, families: Sequence[str]) -> Vocabulary:
    """Return the terms that several families use, the most common ones; rare is what few families use.

    Args:
        texts: The texts.
        families: The family of each.
    """
    words_in, grams_in = Counter[str](), Counter[str]()
    members = _members_of(families)
    for places in members.values():
        runs = {run for place in places for run in texts.runs[place]}
        words_in.update({term for run in runs for term in (*run, *pairs_of(run))})
    for word, count in words_in.items():
        if " " not in word:
            grams_in.update(dict.fromkeys(grams_of(word), count))
    words, grams = _common(words_in, MOST_WORDS), _common(grams_in, MOST_GRAMS)
    counts = np.minimum([words_in[word] for word in words] + [grams_in[gram] for gram in grams], len(members))
    orders = _families_of(texts, members.values())
    known = np.concatenate((_rarity(counts, len(members)), np.where(orders < LEAST, 0, _rarity(orders, len(members)))))
    return Vocabulary.of(words, grams, known.astype(np.float32))


def _rarity(counts: NDArray[Any], families: int) -> NDArray[Any]:
    """Return the inverse family frequency of what so many families use."""
    return np.asarray(np.log((1 + families) / (1 + counts)) + 1)


def _members_of(families: Sequence[str]) -> dict[str, list[int]]:
    """Return the places of each family's texts."""
    members: dict[str, list[int]] = defaultdict(list)
    for place, family in enumerate(families):
        members[family].append(place)
    return members


def _families_of(texts: Texts, members: Iterable[list[int]]) -> NDArray[Any]:
    """Return how many families use each order of concepts."""
    counts = np.zeros(ORDERS)
    for places in members:
        counts += unpack(np.bitwise_or.reduce(texts.orders[places], axis=0, keepdims=True))[0]
    return counts


def _common(counts: Counter[str], most: int) -> list[str]:
    """Return the terms that enough families use; in the order of the alphabet where they are equally common."""
    enough = sorted((-count, term) for term, count in counts.items() if count >= LEAST)
    return [term for _, term in enough[:most]]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of some texts, each taken apart once however many texts use it.

    Attributes:
        vocabulary: What is known.
        bags: For each run, the rows of its distinct terms in both matrices.
        words: The term as a word or pair; shape (terms, columns of words).
        grams: The characters in it; shape (terms, columns of n-grams).
    """

    vocabulary: Vocabulary
    bags: Mapping[Run, Sequence[int]]
    words: Matrix
    grams: Matrix

    @classmethod
    def of(cls, vocabulary: Vocabulary, runs: Iterable[Run]) -> "Terms":
        """Return the terms of these runs."""
        places: defaultdict[str, int] = defaultdict(lambda: len(places))
        bags = {run: [places[term] for term in vocabulary.terms(run)] for run in dict.fromkeys(runs)}
        columns = list(map(vocabulary.columns, places))
        border = len(vocabulary.words)
        words = _weighted(vocabulary, [own for own, _ in columns])[:, :border]
        grams = _weighted(vocabulary, [grams for _, grams in columns])[:, border:]
        return cls(vocabulary, bags, words, grams)

    def matrix(self, texts: Texts) -> Matrix:
        """Return the columns of texts of such runs, rarity-weighted and each block scaled; shape (texts, columns)."""
        starts = range(0, len(texts.runs), AT_ONCE)
        parts = [Texts(texts.runs[at : at + AT_ONCE], texts.orders[at : at + AT_ONCE]) for at in starts]
        return vstack([self._rows_of(part) for part in parts], format="csr")

    def _rows_of(self, texts: Texts) -> Matrix:
        """Return the rows of some texts: of all at once, what is made in between would take thrice the memory."""
        bags = [dict.fromkeys(chain.from_iterable(map(self.bags.__getitem__, runs))) for runs in texts.runs]
        uses = _rows(bags, np.ones(sum(map(len, bags))), self.words.shape[0])
        orders = csr_matrix(unpack(texts.orders), dtype=np.float32)
        rarity = diags(self.vocabulary.rarity[-ORDERS:], format="csr")
        blocks = (_block(uses, self.words), _block(uses, self.grams), _block(orders, rarity))
        matrix = hstack(blocks, format="csr")
        matrix.sort_indices()  # once, instead of at each fit of some of its rows
        return matrix


def _block(uses: Matrix, weighted: Matrix) -> Matrix:
    """Return what texts hold, scaled to its norm, by what they use and what that weighs; it is taken as orthogonal."""
    squares = uses @ weighted.power(2).sum(axis=1).A1
    return diags(1 / np.sqrt(np.maximum(squares, TINY))).astype(np.float32) @ uses @ weighted


def _weighted(vocabulary: Vocabulary, columns: Sequence[Sequence[int]]) -> Matrix:
    """Return rows with the rarity of these columns."""
    flat = np.fromiter(chain.from_iterable(columns), dtype=np.intp)
    return _rows(columns, vocabulary.rarity[flat], len(vocabulary.rarity) - ORDERS)


def _rows(columns: Sequence[Collection[int]], values: NDArray[Any], width: int) -> Matrix:
    """Return the sparse matrix with these columns in its rows."""
    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    flat = np.fromiter(chain.from_iterable(columns), dtype=np.int32, count=ends[-1])
    return csr_matrix((values.astype(np.float32), flat, ends), shape=(len(columns), width))
