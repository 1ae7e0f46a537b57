"""Texts to a vocabulary and to the matrix that is fitted: the same counting as `weights`, for all texts at once.

Reading mail needs none of this, nor scipy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from classifier.features import grams_of, pairs_of
from classifier.weights import TINY, Vocabulary

Matrix = Any  # scipy.sparse has no annotations

LEAST = 2  # families that have to use a term: what only one hand writes teaches nothing about others
MOST_WORDS = 20_000
MOST_GRAMS = 20_000


def vocabulary_of(texts: Iterable[Sequence[str]], families: Iterable[str]) -> Vocabulary:
    """Return the terms that several families use, the most common ones; rare is what few families use.

    Args:
        texts: The words of each text.
        families: The family of each text.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for text, family in zip(texts, families, strict=True):
        used[family].update(text, pairs_of(text))
    words = Counter(term for terms in used.values() for term in terms)
    grams = Counter[str]()
    for word, count in words.items():
        if " " not in word:
            grams.update(dict.fromkeys(grams_of(word), count))
    kept_words, kept_grams = _common(words, MOST_WORDS), _common(grams, MOST_GRAMS)
    counts = np.minimum([words[word] for word in kept_words] + [grams[gram] for gram in kept_grams], len(used))
    rarity = np.log((1 + len(used)) / (1 + counts)) + 1
    return Vocabulary.of(kept_words, kept_grams, rarity.astype(np.float32))


def _common(counts: Counter[str], most: int) -> list[str]:
    """Return the terms that enough families use; in the order of the alphabet where they are equally common."""
    enough = sorted((-count, term) for term, count in counts.items() if count >= LEAST)
    return [term for _, term in enough[:most]]


def matrix_of(vocabulary: Vocabulary, texts: Iterable[Sequence[str]]) -> Matrix:
    """Return the texts' columns, rarity-weighted and both blocks scaled to their norm; shape (texts, columns)."""
    places: dict[str, int] = {}
    bags = [[places.setdefault(term, len(places)) for term in vocabulary.terms(text)] for text in texts]
    uses = _rows(bags, np.ones(sum(map(len, bags))), len(places))
    blocks = list(map(vocabulary.columns, places))
    squares = np.array([_weighted(vocabulary, columns, power=2).sum(axis=1) for columns in zip(*blocks, strict=True)])
    scale = 1 / np.sqrt(np.maximum(uses @ squares.reshape(2, -1).T, TINY))
    matrix = uses @ _weighted(vocabulary, [words + grams for words, grams in blocks], power=1)
    row_of = np.repeat(np.arange(len(bags)), np.diff(matrix.indptr))
    matrix.data *= scale[row_of, (matrix.indices >= len(vocabulary.words)).astype(np.intp)]
    return matrix


def _weighted(vocabulary: Vocabulary, columns: Sequence[Sequence[int]], *, power: int) -> Matrix:
    """Return rows with the rarity, to a power, of these columns."""
    flat = np.fromiter(chain.from_iterable(columns), dtype=np.intp)
    return _rows(columns, vocabulary.rarity[flat] ** power, len(vocabulary.rarity))


def _rows(columns: Sequence[Sequence[int]], values: NDArray[Any], width: int) -> Matrix:
    """Return the sparse matrix with these columns in its rows."""
    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    flat = np.fromiter(chain.from_iterable(columns), dtype=np.int32, count=ends[-1])
    return csr_matrix((values.astype(np.float32), flat, ends), shape=(len(columns), width))
