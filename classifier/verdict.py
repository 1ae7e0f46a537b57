"""Message to Verdict: three questions, asked apart, and what their answers are worth together.

Is there a sentence that refuses? Is this mail about a job application? If it is, does what stands round the strongest
sentence tell of an end, and not of a beginning? Each question alone is easily misled: a bank refuses as a company does,
an acknowledgement speaks of applications as a rejection does, and an interview that must unfortunately be moved does
both. The second question is asked twice, of the whole mail and of what stands round the strongest sentence, and the
lower answer counts: a newsletter may have one job advertisement in it. A small logistic regression, fitted on answers
about mails that the questions' own fit had not seen, makes one calibrated probability of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from classifier.features import Page, leaves_open, read_page, texts_of
from classifier.message import Message
from classifier.reading import Clue, Label, Verdict
from classifier.weights import Floats, Weights

KINDS = (Label.ACKNOWLEDGEMENT, Label.INTERVIEW, Label.OFFER, Label.FEEDBACK, Label.OTHER)
_REFUSES, _JOB, _ENDS, _KINDS = 0, 1, 2, 3  # the columns of the questions; those of the kinds come last

MAX_CLUES = 5
MAX_CLUE = 300

_BATCH = 32  # mails read together: enough to pay numpy's way, few enough for the cache of `weights`
_NOTHING = -10.0
# The questions were fitted on equal shares of yes and no. In a mailbox no is by far the more common answer, so that
# odds of one to one are not half a yes yet.
_RESERVE = 1.0
_LATE = 15  # a strongest sentence so far down, or farther, counts as late altogether


@dataclass(frozen=True, slots=True)
class Answers:
    """What the questions say about one mail.

    Attributes:
        refuses: Log-odds that each sentence refuses; empty when there is none.
        kinds: Log-odds of each of `KINDS`, should it be no rejection.
        job: Log-odds that the whole mail is about a job application.
        signs: What the stack weighs, see `signs_of`.
    """

    refuses: Floats
    kinds: Floats
    job: float
    signs: Floats


def ask(weights: Weights, pages: Sequence[Page]) -> list[Answers]:
    """Return the answers about each page."""
    sentences = weights.scores(texts_of([page.counted for page in pages]))[:, _REFUSES]
    refuses = np.split(sentences, np.cumsum([len(page.sentences) for page in pages])[:-1])
    mails = weights.scores(texts_of([page.whole() for page in pages]))
    near = [page.window(strongest_of(each)) for page, each in zip(pages, refuses, strict=True)]
    windows = weights.scores(texts_of(near))
    jobs = np.minimum(mails[:, _JOB], windows[:, _JOB])
    return [
        Answers(each, mail[_KINDS:], float(mail[_JOB]), signs_of(page, each, float(job), float(ends)))
        for page, each, mail, job, ends in zip(pages, refuses, mails, jobs, windows[:, _ENDS], strict=True)
    ]


def strongest_of(refuses: Floats) -> int:
    """Return the index of the sentence that refuses most; 0 when there is none."""
    return int(np.argmax(refuses)) if len(refuses) else 0


def signs_of(page: Page, refuses: Floats, job: float, ends: float) -> Floats:
    """Return what the stack weighs about a mail.

    Args:
        page: The mail.
        refuses: Log-odds that each sentence refuses.
        job: Log-odds that this is job mail, the lower of mail and window.
        ends: Log-odds that the window tells of an end, were it job mail.

    Returns:
        The logarithm of the first two odds' product, as probabilities: low as soon as one of them is. Then whether the
        strongest sentence leaves it open, how late it comes, 0 to 1, and the third odds.
    """
    if not len(refuses):
        return np.array([_NOTHING, 0, 0, 0], dtype=np.float32)
    strongest = strongest_of(refuses)
    both = _surely(refuses[strongest]) + _surely(job)
    still_open = leaves_open(page.sentences[strongest], page.language)
    return np.array([both, still_open, min(strongest, _LATE) / _LATE, ends], dtype=np.float32)


def _surely(odds: float) -> float:
    """Return the logarithm of these log-odds as a probability, once they are taken with reserve."""
    return -float(np.logaddexp(0, _RESERVE - odds))


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learnt.

    Attributes:
        weights: Of the questions "refuses?" (asked of sentences), "job mail?" (of mails and windows), "ends?" (of
            windows) and each of `KINDS` (of mails).
        stack: What each sign weighs, the intercept last.
        cutoffs: Probabilities below which a mail is no rejection, and above which it is one; unsure between.
    """

    weights: Weights
    stack: Floats
    cutoffs: tuple[float, float]

    def classify(self, message: Message) -> Verdict:
        """Return what the mail is."""
        return self.classify_many([message])[0]

    def classify_many(self, messages: Iterable[Message]) -> list[Verdict]:
        """Return what each mail is, in their order."""
        return [verdict for batch in _batches(messages) for verdict in self._read(batch)]

    def _read(self, pages: list[Page]) -> Iterator[Verdict]:
        """Yield the verdict on each page."""
        for page, answers in zip(pages, ask(self.weights, pages), strict=True):
            yield self._judge(page, answers)

    def _judge(self, page: Page, answers: Answers) -> Verdict:
        """Return what the answers amount to."""
        odds = float(answers.signs @ self.stack[:-1] + self.stack[-1])
        rejection = 1 / (1 + float(np.exp(-odds)))
        lower, upper = self.cutoffs
        label = Label.REJECTION if rejection > upper else _kind_of(answers)
        return Verdict(label, rejection, unsure=lower <= rejection <= upper, clues=_clues(page, answers.refuses))


def _kind_of(answers: Answers) -> Label:
    """Return the likeliest kind of what is no rejection; the question that asks for job mail alone knows that best."""
    return KINDS[int(np.argmax(answers.kinds))] if answers.job > 0 else Label.OTHER


def _batches(messages: Iterable[Message]) -> Iterator[list[Page]]:
    """Yield the mails' pages, some at a time."""
    batch: list[Page] = []
    for message in messages:
        batch.append(read_page(message))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _clues(page: Page, refuses: Floats) -> tuple[Clue, ...]:
    """Return the sentences that refuse, strongest first."""
    order = np.argsort(-refuses, kind="stable")[:MAX_CLUES]
    return tuple(Clue(page.sentences[place][:MAX_CLUE], float(refuses[place])) for place in order if refuses[place] > 0)
