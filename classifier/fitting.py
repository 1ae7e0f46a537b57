"""Training mails to Model: the only place that imports scikit-learn, and only when there is no fitted model yet.

Everything is grouped by family: mails of one hand resemble each other, and a fold that saw its brother proves nothing.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from classifier.bags import Matrix, Terms, vocabulary_of
from classifier.corpus.corpus import Mail
from classifier.features import Page, Run, Texts, read_page, texts_of
from classifier.reading import Label
from classifier.verdict import KINDS, Model, signs_of, strongest_of
from classifier.weights import Floats, Weights

FOLDS = 2  # a third one changes what the signs weigh by no more than chance, and takes a sixth of the fit's time
CUTOFFS = (0.5, 0.7)  # chosen on real mail, see README.md: our own is harder, and would set them too high
PLAINER = 1.25  # mail as it comes is plainer than ours: its odds lie farther from even by about that, see README.md

_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Material:
    """The corpus, taken apart once for all folds.

    Attributes:
        mails: The training mails.
        pages: What is read of each.
        owner: For each sentence, the index of its mail.
        decides: For each sentence, whether it stood in brackets.
        terms: The terms of all mails.
        wording: For each sentence, the row of `wordings` with its words: many a sentence stands in many mails.
        wordings: Shape (different sentences, columns).
        wholes: The same for mails.
    """

    mails: Sequence[Mail]
    pages: Sequence[Page]
    owner: NDArray[np.intp]
    decides: _Flags
    terms: Terms
    wording: NDArray[np.intp]
    wordings: Matrix
    wholes: Matrix

    def labels(self) -> NDArray[np.str_]:
        """Return the label of each mail."""
        return np.array([mail.label.value for mail in self.mails])

    def split(self, values: Floats) -> list[Floats]:
        """Return the sentences' values by mail."""
        return np.split(values, np.cumsum([len(page.sentences) for page in self.pages])[:-1])


def fit(mails: Sequence[Mail]) -> Model:
    """Return the model of these mails; the same for the same mails."""
    material = take_apart(mails)
    return Model(_fit_weights(material), _fit_stack(material), CUTOFFS)


def take_apart(mails: Sequence[Mail]) -> Material:
    """Return what these mails are made of."""
    pages = [read_page(mail.message()) for mail in mails]
    texts = texts_of([page.whole() for page in pages])
    terms = Terms.of(vocabulary_of(texts, [mail.group for mail in mails]), chain.from_iterable(texts.runs))
    wholes = terms.matrix(texts)  # the largest of the matrices first, while there is least else in memory
    wording, wordings = _wordings_of(pages)
    return Material(
        mails,
        pages,
        np.repeat(np.arange(len(mails)), [len(page.sentences) for page in pages]),
        np.array([flag for mail, page in zip(mails, pages, strict=True) for flag in deciding(mail, page)]),
        terms,
        wording,
        terms.matrix(wordings),
        wholes,
    )


def _wordings_of(pages: Sequence[Page]) -> tuple[NDArray[np.intp], Texts]:
    """Return which wording each sentence has, and the wordings."""
    places: dict[tuple[str, tuple[Run, ...]], int] = {}
    keys = [(page.language, runs) for page in pages for runs in page.counted.runs]
    wording = np.array([places.setdefault(key, len(places)) for key in keys], dtype=np.intp)
    _, first = np.unique(wording, return_index=True)
    orders = np.concatenate([page.counted.orders for page in pages])
    return wording, Texts(tuple(runs for _, runs in places), orders[first])


def deciding(mail: Mail, page: Page) -> list[bool]:
    """Return for each sentence of the page whether it decides: it and a stretch in brackets cover each other half."""
    if not mail.decisions:
        return [False] * len(page.sentences)
    packed = "".join(mail.text.split())
    stretches = [(_packed_length(mail.text[:start]), _packed_length(mail.text[:end])) for start, end in mail.decisions]
    flags, end = [], 0
    for sentence in page.sentences:
        words = "".join(sentence.split())
        start = max(end, packed.find(words, end))
        end = start + len(words)
        flags.append(any(2 * (min(end, b) - max(start, a)) > min(end - start, b - a) for a, b in stretches))
    return flags


def _packed_length(text: str) -> int:
    """Return how many characters are no white space."""
    return len("".join(text.split()))


def _fit_weights(material: Material) -> Weights:
    """Return the weights of all questions, learnt from all mails."""
    everything = np.ones(len(material.mails), dtype=bool)
    questions = (_refusing, _job, _ends)
    fitted = [*(question(material, everything) for question in questions), *_kinds(material)]
    return Weights(
        material.terms.vocabulary,
        np.ascontiguousarray(np.vstack([each.coef_ for each in fitted]).T, dtype=np.float32),
        np.concatenate([each.intercept_ for each in fitted]).astype(np.float32),
    )


def _refusing(material: Material, chosen: _Flags) -> LogisticRegression:
    """Return the question which sentence refuses. Other refusals teach it nothing: they refuse as well."""
    refusals = np.array([mail.refuses for mail in material.mails])
    rows = (chosen & ~refusals)[material.owner]
    cases, counts = np.unique(2 * material.wording[rows] + material.decides[rows], return_counts=True)
    decides = cases % 2 == 1
    shares = counts / np.bincount(decides, weights=counts)[decides.astype(np.intp)]
    weights = shares * counts.sum() / 2  # both answers weigh the same, and all together as much as there are sentences
    question = _regression(class_weight=None)
    return question.fit(material.wordings[cases // 2], decides, sample_weight=weights)


def _job(material: Material, chosen: _Flags) -> LogisticRegression:
    """Return the question which mail is about a job application.

    Mails that refuse and mails that do not weigh the same on both sides: what refuses is no sign for or against a job.
    """
    labels = material.labels()[chosen]
    is_job = labels != Label.OTHER.value
    refuses = (labels == Label.REJECTION.value) | np.array([mail.refuses for mail in material.mails])[chosen]
    kinds = 2 * is_job + refuses
    weights = len(kinds) / (4 * np.maximum(1, np.bincount(kinds, minlength=4)))
    return _regression().fit(_rows(material.wholes, chosen), is_job, sample_weight=weights[kinds])


def _ends(material: Material, chosen: _Flags) -> LogisticRegression:
    """Return the question which job mail tells of an end. Other mail teaches it nothing: it tells of no application."""
    labels = material.labels()
    rows = chosen & (labels != Label.OTHER.value)
    return _regression().fit(material.wholes[rows], labels[rows] == Label.REJECTION.value)


def _rows(matrix: Matrix, chosen: _Flags) -> Matrix:
    """Return these rows; without a copy, for it is the largest thing in memory, if they are all."""
    return matrix if chosen.all() else matrix[chosen]


def _regression(class_weight: str | None = "balanced") -> LogisticRegression:
    """Return what the questions use: strongly regularised, and by the fastest solver here.

    Of so sparse texts coordinate descent in the dual is twice as fast as Newton's method, with the same coefficients
    (Yu, Huang and Lin 2011). It goes through the texts in random order; the seed makes that the same each time. More
    than a dozen rounds change nothing that is called, and with heavy weights a lower tolerance takes fifty.
    """
    return LogisticRegression(C=2, class_weight=class_weight, solver="liblinear", dual=True, tol=5, random_state=0)


def _kinds(material: Material) -> list[LogisticRegression]:
    """Return for each of `KINDS` the question whether a mail that is no rejection is of that kind."""
    labels = material.labels()
    rows = labels != Label.REJECTION.value
    mails = material.wholes[rows]
    return [_regression().fit(mails, labels[rows] == kind.value) for kind in KINDS]


def _fit_stack(material: Material) -> Floats:
    """Return what the signs weigh, the intercept last: fitted on answers about unseen mails, and then made surer."""
    fitted = LogisticRegression().fit(signs_unseen(material), material.labels() == Label.REJECTION.value)
    return (PLAINER * np.append(fitted.coef_[0], fitted.intercept_)).astype(np.float32)


def signs_unseen(material: Material) -> Floats:
    """Return the signs of each mail, by questions that were fitted without its family."""
    fold = folds_of(material.mails, FOLDS)
    refuses = material.split(_refuses_unseen(material, fold))
    places = [strongest_of(each) for each in refuses]
    near = [page.window(place) for page, place in zip(material.pages, places, strict=True)]
    jobs, ends = _mails_unseen(material, near, fold)
    return np.array([signs_of(*about) for about in zip(material.pages, refuses, jobs, ends, strict=True)])


def _refuses_unseen(material: Material, fold: NDArray[np.intp]) -> Floats:
    """Return each sentence's log-odds that it refuses."""
    scores = np.zeros(len(material.owner), dtype=np.float32)
    for held in range(FOLDS):
        rows = (fold == held)[material.owner]
        question = _refusing(material, fold != held)
        scores[rows] = question.decision_function(material.wordings)[material.wording[rows]]
    return scores


def _mails_unseen(material: Material, near: Sequence[Texts], fold: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Return each mail's log-odds of being job mail, the lower of mail and window, and of its window telling an end."""
    jobs, ends = np.zeros((2, len(material.mails)), dtype=np.float32)
    for held in range(FOLDS):
        rows = fold == held
        job, end = _job(material, ~rows), _ends(material, ~rows)
        windows = material.terms.matrix(texts_of([near[place] for place in np.flatnonzero(rows).tolist()]))
        jobs[rows] = np.minimum(*map(job.decision_function, (material.wholes[rows], windows)))
        ends[rows] = end.decision_function(windows)
    return jobs, ends


def folds_of(mails: Iterable[Mail], folds: int) -> NDArray[np.intp]:
    """Return a fold for each mail: families stay whole, and each label of each language is spread evenly."""
    kinds: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    groups = [(mail.language, mail.label, mail.group) for mail in mails]
    for language, label, group in groups:
        kinds[language, label][group] = None
    shuffled = random.Random(0)  # noqa: S311 - variety, not secrecy
    order = [group for _, kind in sorted(kinds.items()) for group in shuffled.sample(sorted(kind), len(kind))]
    fold = {group: place % folds for place, group in enumerate(order)}
    return np.array([fold[group] for _, _, group in groups], dtype=np.intp)
