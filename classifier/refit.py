"""The model fitted anew with the user's corrections, and whether it may take the place of the one without.

It may only if it reads Ajar's own test mails (gold/) no worse: not one false rejection more, not one rejection less.
Corrections are few and one person's, and a slip of the hand among them must not spoil what works for everybody.

The corrections come in on standard input and leave no file behind; what goes out is the model, whose words may be
theirs, or the sentence that says why there is none. `python -m classifier.refit` is that process.
"""

import gc
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Thread
from typing import Final

from classifier.corpus.corpus import REFUSAL, Mail, corpus_hash, read_corpus
from classifier.language import language_of
from classifier.message import Message
from classifier.model import DamagedModelError, Model, fit, load, model_name, save
from classifier.reading import Label
from classifier.sentences import split_sentences
from classifier.taught import Lesson, kind_of

GOLD: Final = Path(__file__).parent / "gold"
MOST: Final = 0.1  # of the corpus' size: so many corrections are weighed in, the newest
_HERE: Final = Path(__file__).parent
_TAUGHT: Final = "-taught-"
_REFUSED: Final = ".refused"
_STARE: Final = 0.2  # seconds between two looks whether the fit is to be given up


class GivenUp(Exception):  # noqa: N818 - reads as what it is
    """The fit was ended before it was done; nothing was written."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a model reads the gold mails: rejections found, other mails called one."""

    found: int
    false: int

    def is_worse_than(self, other: "Tally") -> bool:
        """Whether it finds less or accuses more."""
        return self.false > other.false or self.found < other.found


# -- what is kept in the state directory -----------------------------------------------------------------------------


def taught_name(lessons: Sequence[Lesson]) -> str:
    """Return the file name of the model with these corrections weighed in: another for each set, code and gold."""
    digest = hashlib.sha256(corpus_hash(GOLD).encode())
    for module in ("taught", "refit"):
        digest.update((_HERE / f"{module}.py").read_bytes())
    digest.update(_packed(lessons))
    return f"{model_name()}{_TAUGHT}{digest.hexdigest()[:16]}"


def load_taught(state_dir: Path, lessons: Sequence[Lesson]) -> Model | None:
    """Return the model with these corrections weighed in; None when it was not made, was refused or is damaged.

    Raises:
        OSError: The file cannot be read.
    """
    with suppress(FileNotFoundError, DamagedModelError):
        return load(state_dir / taught_name(lessons))
    return None


def why_refused(state_dir: Path, lessons: Sequence[Lesson]) -> str | None:
    """Return the sentence that says why these corrections were not weighed in; None when they were, or never tried."""
    with suppress(FileNotFoundError):
        return (state_dir / f"{taught_name(lessons)}{_REFUSED}").read_text(encoding="utf-8")
    return None


def refit_apart(state_dir: Path, lessons: Sequence[Lesson], stopping: Callable[[], bool] = lambda: False) -> None:
    """Fit in a process of its own, whose memory is given back, and keep the model or the refusal. Stale ones go.

    Raises:
        GivenUp: `stopping` said so.
        OSError: The directory cannot be written.
        subprocess.CalledProcessError: Fitting failed; what it printed went to standard error.
    """
    target = (state_dir / taught_name(lessons)).absolute()
    search = os.pathsep.join(filter(None, (str(_HERE.parent), os.environ.get("PYTHONPATH"))))
    places = [str(target.parent / model_name()), str(target)]
    command = [sys.executable, "-P", "-m", "classifier.refit", *places, str(os.getpid())]
    environment = {**os.environ, "PYTHONPATH": search, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with tempfile.TemporaryFile(dir=state_dir) as packed:  # has no name: it is gone with the last process that holds it
        packed.write(_packed(lessons))
        packed.seek(0)
        with subprocess.Popen(command, stdin=packed, env=environment) as child:  # noqa: S603 - our own module
            _attend(child, stopping)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    forget_taught(state_dir, but=target.name)


def forget_taught(state_dir: Path, but: str = "-") -> None:
    """Remove every model and refusal that corrections left, but the named one. Raises OSError."""
    for path in state_dir.glob(f"*{_TAUGHT}*"):
        if not path.name.startswith(but):
            path.unlink(missing_ok=True)


def _attend(child: "subprocess.Popen[bytes]", stopping: Callable[[], bool]) -> None:
    """Wait until the child is done, or end it."""
    try:
        while child.poll() is None:
            if stopping():
                raise GivenUp
            with suppress(subprocess.TimeoutExpired):
                child.wait(_STARE)
    finally:
        child.kill()


def _packed(lessons: Sequence[Lesson]) -> bytes:
    return json.dumps([asdict(lesson) for lesson in sorted(lessons, key=lambda lesson: lesson.identity)]).encode()


def _unpacked(packed: bytes) -> list[Lesson]:
    rows = json.loads(packed)
    return [Lesson(**{**row, "label": row["label"] and Label(row["label"])}) for row in rows]


# -- the fit ---------------------------------------------------------------------------------------------------------


def refit(base: Model, corpus: Sequence[Mail], lessons: Sequence[Lesson], gold: Sequence[Mail]) -> Model | str:
    """Return the model of corpus and corrections, or the sentence that says why it is not to be used.

    Args:
        base: The model of the corpus alone.
        lessons: Of the mails that were corrected.
        gold: Mails that no model was fitted on.
    """
    model = fit((*corpus, *as_mails(lessons, base, int(MOST * len(corpus)))))
    before, after = tally(base, gold), tally(model, gold)
    if not after.is_worse_than(before):
        return model
    rejections = sum(mail.label is Label.REJECTION for mail in gold)
    return (
        "Weighing your corrections in would make Ajar read its own test mails worse "
        f"({after.found} of {rejections} rejections found instead of {before.found}, "
        f"{after.false} false ones instead of {before.false}), so it goes on reading other mails as before."
    )


def tally(model: Model, gold: Sequence[Mail]) -> Tally:
    """Return how the model reads the gold mails."""
    verdicts = model.classify_many(mail.message() for mail in gold)
    called = [mail.label for mail, verdict in zip(gold, verdicts, strict=True) if verdict.label is Label.REJECTION]
    found = called.count(Label.REJECTION)
    return Tally(found, len(called) - found)


def as_mails(lessons: Sequence[Lesson], base: Model, most: int) -> Iterator[Mail]:
    """Yield the corrections as training mails, each a family of its own; the same text counts once, `most` in all."""
    by_text = {" ".join(lesson.text.split()): lesson for lesson in lessons if lesson.text.strip()}
    for lesson in list(by_text.values())[-most:]:
        yield _as_mail(lesson, base)


def _as_mail(lesson: Lesson, base: Model) -> Mail:
    message = Message("", None, lesson.subject, None, lesson.text)
    label = lesson.label or kind_of(base, message)
    clues = base.classify(message).clues
    family = f"correction-{lesson.identity[:16]}"
    if label is Label.OTHER and clues:  # it refuses, but no job: like a bank's letter, it teaches what job mail is
        family = f"{REFUSAL}{family}"
    decisions: tuple[tuple[int, int], ...] = ()
    if label is Label.REJECTION:
        decisions = (place_of(clues[0].text if clues else _strongest(lesson.text, base), lesson.text),)
    return Mail(language_of(lesson.text), label, family, None, lesson.subject, lesson.text, decisions)


def _strongest(text: str, base: Model) -> str:
    """Return the sentence that most reads like a rejection, though the model saw none in it."""
    sentences = split_sentences(text)
    verdicts = base.classify_many(Message("", None, "", None, sentence) for sentence in sentences)
    return max(zip(verdicts, sentences, strict=True), key=lambda each: each[0].rejection, default=(None, text))[1]


def place_of(sentence: str, text: str) -> tuple[int, int]:
    """Return where the sentence stands in the text, whatever the white space; the whole text when it does not."""
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    return found.span() if found else (0, len(text))


def _end_with(parent: int) -> None:
    """End this process once the one that asked is gone, be it killed: nobody would use what is found."""
    while os.getppid() == parent:
        time.sleep(_STARE)
    os._exit(os.EX_UNAVAILABLE)


if __name__ == "__main__":
    gc.disable()  # see `classifier.model`
    Thread(target=_end_with, args=(int(sys.argv[3]),), daemon=True).start()
    _base, _target = map(Path, sys.argv[1:3])
    _made = refit(load(_base), read_corpus(), _unpacked(sys.stdin.buffer.read()), read_corpus(GOLD))
    if isinstance(_made, str):
        _target.with_name(_target.name + _REFUSED).write_text(_made, encoding="utf-8")
    else:
        save(_made, _target)
