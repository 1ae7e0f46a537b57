"""Message to Verdict: two questions, asked apart, and what their answers are worth together.

Is there a sentence that refuses? Is this mail about a job application? Each question alone is easily misled: a bank
refuses as a company does, and an acknowledgement speaks of applications as a rejection does. The second question is
asked twice, of the whole mail and of what stands round the strongest sentence, and the lower answer counts: a
newsletter may have one job advertisement in it. A small logistic regression, fitted on answers about mails that the
questions' own fit had not seen, makes one calibrated probability of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from classifier.features import Page, has_condition, read_page
from classifier.message import Message
from classifier.reading import Clue, Label, Verdict
from classifier.weights import Floats, Weights

KINDS = (Label.ACKNOWLEDGEMENT, Label.INTERVIEW, Label.OFFER, Label.FEEDBACK, Label.OTHER)
MAX_CLUES = 5
MAX_CLUE = 300

_BATCH = 16  # mails read together: enough to pay numpy's way, few enough for the cache of `weights`
_NOTHING = -10.0
_LATE = 15  # a strongest sentence so far down, or farther, counts as late altogether


@dataclass(frozen=True, slots=True)
class Answers:
    """What the questions say about one mail.

    Attributes:
        refuses: Log-odds that each sentence refuses; empty when there is none.
        strongest: The index of the highest, or -1.
        job: Log-odds that mail and window are about a job application, the lower.
        kinds: Log-odds of each of `KINDS`, should it be no rejection.
        signs: What the stack weighs.
    """

    refuses: Floats
    strongest: int
    kinds: Floats
    signs: Floats


@dataclass(frozen=True, slots=True)
class Questions:
    """The two fitted questions, and the kinds of mail.

    Attributes:
        refuses: Asked of a sentence.
        job: Asked of a mail or a window; its first question is "job mail?", the others are `KINDS`.
    """

    refuses: Weights
    job: Weights

    def ask(self, pages: Sequence[Page]) -> list[Answers]:
        """Return the answers about each page."""
        scores = self.refuses.scores(tokens for page in pages for tokens in page.tokens)[:, 0]
        ends = np.cumsum([len(page.tokens) for page in pages], dtype=np.intp)
        refuses = np.split(scores, ends[:-1])
        strongest = [int(np.argmax(each)) if len(each) else -1 for each in refuses]
        mails = self.job.scores(page.whole() for page in pages)
        windows = self.job.scores(page.window(place) for page, place in zip(pages, strongest, strict=True))
        jobs = np.minimum(mails[:, 0], windows[:, 0])
        return [
            Answers(each, place, kinds, signs_of(page, each, place, job))
            for page, each, place, kinds, job in zip(pages, refuses, strongest, mails[:, 1:], jobs, strict=True)
        ]


def signs_of(page: Page, refuses: Floats, strongest: int, job: float) -> Floats:
    """Return what the stack weighs about a mail; a mail without sentences refuses nothing."""
    if strongest < 0:
        return np.array([_NOTHING, 0, 0], dtype=np.float32)
    both = -np.logaddexp(0, -refuses[strongest]) - np.logaddexp(0, -job)
    condition = has_condition(page.sentences[strongest])
    return np.array([both, condition, min(strongest, _LATE) / _LATE], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learnt.

    Attributes:
        questions: What is asked of a mail.
        stack: What each sign weighs, the intercept last.
        cutoffs: Probabilities below which a mail is no rejection, and above which it is one; unsure between.
    """

    questions: Questions
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
        for page, answers in zip(pages, self.questions.ask(pages), strict=True):
            yield self._judge(page, answers)

    def _judge(self, page: Page, answers: Answers) -> Verdict:
        """Return what the answers amount to."""
        odds = float(answers.signs @ self.stack[:-1] + self.stack[-1])
        rejection = 1 / (1 + float(np.exp(-odds)))
        lower, upper = self.cutoffs
        label = Label.REJECTION if rejection > upper else KINDS[int(np.argmax(answers.kinds))]
        return Verdict(label, rejection, unsure=lower <= rejection <= upper, clues=_clues(page, answers.refuses))


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
