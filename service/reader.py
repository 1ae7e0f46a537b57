"""The classifier as it stands: the fitted model, behind the user's own word.

What the user said about a mail holds at once, in every process. How other mails are read changes only once the
corrections were weighed in, which takes a fit of some seconds: `refit` does it when it is called, not before.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from subprocess import CalledProcessError

from classifier.message import Message
from classifier.model import load_or_fit
from classifier.reading import Verdict
from classifier.refit import forget_taught, load_taught, refit_apart, taught_name, why_refused
from classifier.taught import Lesson, classify_taught
from service.corrections import Corrections
from service.errors import LedgerError
from service.state import StateDirectory
from service.wording import counted

WEIGHED_IN = "Your corrections are weighed in from now on."
LATER = "Your corrections will be weighed in later."
FORGOTTEN = "No correction is weighed in any more."


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the corrections are weighed in, and what to do when they are not."""

    said: str
    remedy: str


class Reader:
    """Reads mails. Threads may share one.

    Args:
        state: Where models and corrections are kept; a model that is missing or stale is fitted first.

    Attributes:
        corrections: What the user taught.

    Raises:
        LedgerError: The model or the corrections cannot be read or kept; from here and from every method.
    """

    def __init__(self, state: StateDirectory) -> None:
        self._path = state.path
        self.corrections = Corrections(state.corrections)
        self._settled = ""  # the name of the corrections that were looked at last; empty for none
        lessons = self.corrections.lessons()
        with self._kept():
            self._model = load_or_fit(self._path)
            if lessons and (taught := load_taught(self._path, lessons)) is not None:
                self._model, self._settled = taught, taught_name(lessons)

    def __call__(self, messages: Sequence[Message]) -> Sequence[Verdict]:
        """Return what each mail is: by the user's word where there is one, else by the model."""
        return classify_taught(self._model, self.corrections.words(), messages)

    def by_the_model(self, messages: Sequence[Message]) -> Sequence[Verdict]:
        """Return what the model makes of each mail, whatever the user said about it."""
        return self._model.classify_many(messages)

    def refit(self, stopping: Callable[[], bool] = lambda: False) -> str | None:
        """Weigh in the corrections as they are now, and return what came of it, for a person; None when no news.

        Raises:
            GivenUp: `stopping` said so.
        """
        lessons = self.corrections.lessons()
        name = taught_name(lessons) if lessons else ""
        if name == self._settled:
            return None
        with self._kept():
            sentence = self._weigh_in(lessons, stopping) if lessons else self._weigh_none()
        self._settled = name
        return sentence

    def _weigh_in(self, lessons: Sequence[Lesson], stopping: Callable[[], bool]) -> str:
        if load_taught(self._path, lessons) is None and why_refused(self._path, lessons) is None:
            refit_apart(self._path, lessons, stopping)
        taught = load_taught(self._path, lessons)
        self._model = taught or load_or_fit(self._path)
        return WEIGHED_IN if taught else why_refused(self._path, lessons) or LATER

    def _weigh_none(self) -> str:
        forget_taught(self._path)
        self._model = load_or_fit(self._path)
        return FORGOTTEN

    def standing(self) -> Standing | None:
        """Return how the corrections stand, for `ajar check`; None when there are none."""
        lessons = self.corrections.lessons()
        if not lessons:
            return None
        if refused := why_refused(self._path, lessons):
            return Standing("not weighed in", f"{refused} `ajar teach list` shows them: is one of them a slip?")
        count = counted(len(lessons), "correction")
        if taught_name(lessons) == self._settled:
            return Standing(f"{count} weighed in", "")
        return Standing(f"{count} not weighed in yet", "`ajar run` does it within minutes, `ajar once` at its end.")

    @contextmanager
    def _kept(self) -> Iterator[None]:
        try:
            yield
        except (OSError, CalledProcessError) as error:
            raise LedgerError(
                f"The classifier could not be made, or not kept in {self._path}.", "Is there room on the disk?"
            ) from error
