"""Training mails to Model: the only place that imports scikit-learn, and only when there is no fitted model yet.

Everything is grouped by family: mails of one hand resemble each other, and a fold that saw its brother proves nothing.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from classifier.corpus.corpus import Mail
from classifier.features import Page, grams_of, pairs_of, read_page
from classifier.reading import Label
from classifier.verdict import KINDS, Model, Questions, signs_of
from classifier.weights import Floats, Vocabulary, Weights

FOLDS = 4
CUTOFFS = (0.35, 0.6)

_LEAST = 2  # families that have to know a word: what only one hand writes teaches nothing about others
_WORDS = 12_000
_GRAMS = 16_000
_TINY = 1e-9
_Flags = NDArray[np.bool_]
_Matrix = Any  # scipy.sparse has no annotations


def fit(mails: Iterable[Mail]) -> Model:
    """Return the model of these mails; the same for the same mails."""
    material = Material.of(list(mails))
    everything = np.ones(len(material.mails), dtype=bool)
    return Model(material.questions(everything), _fit_stack(material), CUTOFFS)


@dataclass(frozen=True)
class Material:
    """The corpus, taken apart once for all folds.

    Attributes:
        owner: For each sentence, the index of its mail.
        decides: For each sentence, whether it stood in brackets.
        learnt: For each sentence, whether its mail may teach what refuses; other refusals refuse as well.
    """

    mails: Sequence[Mail]
    pages: Sequence[Page]
    owner: NDArray[np.intp]
    decides: _Flags
    learnt: _Flags
    sentence_words: Vocabulary
    sentences: _Matrix
    mail_words: Vocabulary
    wholes: _Matrix

    @classmethod
    def of(cls, mails: Sequence[Mail]) -> "Material":
        """Return what these mails are made of."""
        pages = [read_page(mail.message()) for mail in mails]
        owner = np.repeat(np.arange(len(mails)), [len(page.tokens) for page in pages])
        decides = [flag for mail, page in zip(mails, pages, strict=True) for flag in deciding(mail, page)]
        learnt = np.array([not mail.refuses for mail in mails])[owner]
        groups = [mail.group for mail in mails]
        wholes = [page.whole() for page in pages]
        sentences = [tokens for page in pages for tokens in page.tokens]
        sentence_words = vocabulary_of(sentences, [groups[place] for place in owner])
        mail_words = vocabulary_of(wholes, groups)
        return cls(mails, pages, owner, np.array(decides), learnt, sentence_words, matrix_of(sentence_words, sentences), mail_words, matrix_of(mail_words, wholes))

    def refusing(self, chosen: _Flags) -> Any:
        """Return the fitted question which sentence refuses, learnt from the chosen mails."""
        rows = chosen[self.owner] & self.learnt
        return _regression().fit(self.sentences[rows], self.decides[rows])

    def job(self, chosen: _Flags) -> Any:
        """Return the fitted question which mail is about a job application."""
        labels = np.array([mail.label is not Label.OTHER for mail in self.mails])
        return _regression().fit(self.wholes[chosen], labels[chosen])

    def kinds(self, chosen: _Flags) -> Any:
        labels = np.array([mail.label.value for mail in self.mails])
        rows = chosen & (labels != Label.REJECTION.value)
        return LogisticRegression(C=3, class_weight="balanced", tol=1e-3, max_iter=200).fit(self.wholes[rows], labels[rows])

    def questions(self, chosen):
        s, j, k = self.refusing(chosen), self.job(chosen), self.kinds(chosen)
        order = [list(k.classes_).index(kind.value) for kind in KINDS]
        coef = np.vstack((j.coef_, k.coef_[order])).T; b = np.append(j.intercept_, k.intercept_[order])
        return Questions(_weights(self.sentence_words, s.coef_.T, s.intercept_), _weights(self.mail_words, coef, b))


def _weights(v, coef, b):
    return Weights(v, np.ascontiguousarray(coef, dtype=np.float32), b.astype(np.float32))


def _fit_stack(material: Material) -> Floats:
    where = folds_of(material.mails, FOLDS)
    S = np.zeros(len(material.owner))
    for f in range(FOLDS):
        held = (where == f)[material.owner]
        S[held] = material.refusing(where != f).decision_function(material.sentences[held])
    ends = np.cumsum([len(p.tokens) for p in material.pages])
    refuses = np.split(S, ends[:-1])
    strongest = [int(np.argmax(r)) if len(r) else -1 for r in refuses]
    windows = matrix_of(material.mail_words, [p.window(k) for p, k in zip(material.pages, strongest)])
    job = np.zeros(len(material.mails))
    for f in range(FOLDS):
        held = where == f
        m = material.job(where != f)
        job[held] = np.minimum(m.decision_function(material.wholes[held]), m.decision_function(windows[held]))
    signs = [signs_of(p, r, k, j) for p, r, k, j in zip(material.pages, refuses, strongest, job)]
    y = [m.label is Label.REJECTION for m in material.mails]
    st = LogisticRegression(C=1).fit(np.array(signs), y)
    return np.append(st.coef_[0], st.intercept_).astype(np.float32)


def _regression() -> LogisticRegression:
    """Return the regression that both questions use: primal Newton steps are the fastest here, and deterministic."""
    return LogisticRegression(C=1, class_weight="balanced", solver="liblinear", tol=0.01)


def vocabulary_of(texts: Sequence[Sequence[str]], groups: Sequence[str]) -> Vocabulary:
    """Return the words, pairs and n-grams that several families use, the most common ones."""
    used = defaultdict(set)
    for text, group in zip(texts, groups, strict=True):
        used[group].update(text, pairs_of(text))
    words = Counter(t for ts in used.values() for t in ts)
    grams: Counter[str] = Counter()
    for word, count in words.items():
        if " " not in word:
            for gram in set(grams_of(word)): grams[gram] += count
    kept = [(t, c) for t, c in words.most_common(_WORDS) if c >= _LEAST]
    kept_grams = [(t, min(c, len(used))) for t, c in grams.most_common(_GRAMS) if c > _LEAST]
    counts = np.array([c for _, c in kept + kept_grams], dtype=np.float32)
    rarity = np.log((1 + len(used)) / (1 + counts)) + 1
    return Vocabulary({t: i for i, (t, _) in enumerate(kept)}, {t: i for i, (t, _) in enumerate(kept_grams, len(kept))}, rarity.astype(np.float32))


def matrix_of(vocabulary: Vocabulary, texts: Sequence[Sequence[str]]) -> _Matrix:
    """Return the texts' scaled columns as `Weights` counts them; shape (texts, columns)."""
    terms: dict[str, int] = {}
    found = [[terms.setdefault(term, len(terms)) for term in vocabulary.terms(text)] for text in texts]
    use = _rows(found, [np.ones(sum(map(len, found)), dtype=np.float32)], len(terms))
    out = 0
    for block in zip(*map(vocabulary.columns, terms), strict=True):
        flat = np.array([c for cs in block for c in cs], dtype=np.intp)
        rar = vocabulary.rarity[flat]
        T = _rows(block, [rar], len(vocabulary.rarity))
        sq = _rows(block, [rar * rar], len(vocabulary.rarity)).sum(axis=1)
        scale = 1 / np.sqrt(np.maximum(use @ sq, _TINY))
        out = out + diags(np.asarray(scale).ravel().astype(np.float32)) @ (use @ T)
    return csr_matrix(out)

def _rows(lists, data, width):
    ends = np.concatenate(([0], np.cumsum([len(l) for l in lists])))
    return csr_matrix((data[0], np.array([c for l in lists for c in l], dtype=np.intp), ends), shape=(len(lists), width))


def deciding(mail: Mail, page: Page) -> list[bool]:
    """Return for each sentence of the page whether it decides: it and a stretch in brackets cover each other half."""
    packed = "".join(mail.text.split())
    spans = [(_packed_length(mail.text[:start]), _packed_length(mail.text[:end])) for start, end in mail.decisions]
    flags, cursor = [], 0
    for sentence in page.sentences:
        words = "".join(sentence.split())
        start = max(cursor, packed.find(words, cursor))
        cursor = start + len(words)
        flags.append(any(2 * (min(cursor, b) - max(start, a)) > min(cursor - start, b - a) for a, b in spans))
    return flags


def _packed_length(text: str) -> int:
    """Return how many characters are no white space."""
    return len("".join(text.split()))


def folds_of(mails: Sequence[Mail], folds: int, seed: int = 0) -> NDArray[np.intp]:
    """Return a fold for each mail: families stay whole, and each label of each language is spread evenly."""
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mail in mails:
        kinds[mail.language, mail.label].add(mail.group)
    order = [group for kind in sorted(kinds) for group in _shuffled(kinds[kind], seed)]
    fold = {group: place % folds for place, group in enumerate(order)}
    return np.array([fold[mail.group] for mail in mails], dtype=np.intp)


def _shuffled(groups: set[str], seed: int) -> list[str]:
    """Return the groups in an order that depends on the seed alone."""
    return random.Random(seed).sample(sorted(groups), len(groups))  # noqa: S311 - variety, not secrecy
