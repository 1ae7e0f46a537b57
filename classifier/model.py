"""The fitted model and its file: fit it once, load it ever after.

The file holds arrays and words, nothing that could run: numpy's own format, pickling refused. It is read without
scikit-learn, which would cost 120 MB and two seconds in every process that only wants to read mail. For the same
reason `load_or_fit` fits in a child process, whose memory is given back.
"""

import gc
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Final

import numpy as np

from classifier.compose_corpus import compose, read_phrases
from classifier.corpus.corpus import Mail, corpus_hash, read_corpus
from classifier.verdict import Model
from classifier.weights import Vocabulary, Weights

__all__ = ["DamagedModelError", "Model", "fit", "load", "load_or_fit", "model_name", "save"]

_HERE: Final = Path(__file__).parent
_CODE: Final = (  # all that decides what is counted and how it is fitted
    *("sentences.py", "language.py", "languages/*.py", "concepts/*.py", "concepts/*.txt"),
    *("features.py", "weights.py", "verdict.py", "bags.py", "fitting.py", "compose_corpus.py"),
)
_PREFIX: Final = "model-"
_DIGEST: Final = hashlib.sha256().digest_size


class DamagedModelError(ValueError):
    """The file is not a whole model as `save` writes it."""


def fit(corpus: Iterable[Mail]) -> Model:
    """Return the model of these mails and of letters composed beside them; the same for the same mails."""
    from classifier.fitting import fit as fit_mails  # noqa: PLC0415 - scikit-learn: two seconds and 120 MB

    mails = tuple(corpus)
    return fit_mails((*mails, *compose(read_phrases(), mails)))


def model_name() -> str:
    """Return the file name of the model that this code would fit from this corpus with these libraries."""
    digest = hashlib.sha256(corpus_hash().encode())
    for pattern in _CODE:
        for path in sorted(_HERE.glob(pattern)):
            digest.update(path.read_bytes())
    python = f"py{sys.version_info.major}.{sys.version_info.minor}"
    return f"{_PREFIX}{digest.hexdigest()[:16]}-sklearn{version('scikit-learn')}-numpy{np.__version__}-{python}"


def load_or_fit(state_dir: Path) -> Model:
    """Return the model kept in this directory; fit and keep it first if it is missing, stale or damaged.

    Raises:
        OSError: The directory cannot be read or written.
        subprocess.CalledProcessError: Fitting failed; what it printed went to standard error.
    """
    path = state_dir / model_name()
    try:
        return load(path)
    except (FileNotFoundError, DamagedModelError):
        _fit_apart(path)
    for stale in state_dir.glob(f"{_PREFIX}*"):
        if stale != path:
            stale.unlink(missing_ok=True)
    return load(path)


def _fit_apart(path: Path) -> None:
    """Fit and save the model in a process of its own, running the same code as this one."""
    search = os.pathsep.join(filter(None, (str(_HERE.parent), os.environ.get("PYTHONPATH"))))
    subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", "classifier.model", str(path.absolute())],
        check=True,
        # One thread: on matrices this small, waiting for each other costs the threads more than they save.
        env={**os.environ, "PYTHONPATH": search, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )


def save(model: Model, path: Path) -> None:
    """Write the model, for this user's eyes only: whole, or not at all.

    Raises:
        OSError: The file cannot be written.
    """
    content = _pack(model)
    # mkstemp makes it 0600; the rename is atomic only within one directory.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{_PREFIX}")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def load(path: Path) -> Model:
    """Return the model that `save` wrote. Nothing in the file is ever run.

    Raises:
        FileNotFoundError: There is no such file.
        DamagedModelError: It is not a whole model.
        OSError: It cannot be read.
    """
    raw = path.read_bytes()
    digest, content = raw[:_DIGEST], raw[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        raise DamagedModelError(f"{path} is not whole.")
    try:
        return _unpack(content)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise DamagedModelError(f"{path} is not a model.") from error


def _pack(model: Model) -> bytes:
    """Return the model as named arrays; the terms as UTF-8, one a line."""
    weights = model.weights
    buffer = io.BytesIO()
    np.savez(
        buffer,
        words=np.frombuffer("\n".join(weights.vocabulary.words).encode(), dtype=np.uint8),
        grams=np.frombuffer("\n".join(weights.vocabulary.grams).encode(), dtype=np.uint8),
        rarity=weights.vocabulary.rarity,
        coefficients=weights.coefficients,
        intercepts=weights.intercepts,
        stack=model.stack,
        cutoffs=np.array(model.cutoffs),
    )
    return buffer.getvalue()


def _unpack(content: bytes) -> Model:
    """Return the model that was packed; arrays that would need unpickling raise ValueError."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        words, grams = (arrays[name].tobytes().decode().split("\n") for name in ("words", "grams"))
        vocabulary = Vocabulary.of(words, grams, arrays["rarity"])
        weights = Weights(vocabulary, arrays["coefficients"], arrays["intercepts"])
        lower, upper = arrays["cutoffs"].tolist()
        return Model(weights, arrays["stack"], (lower, upper))


if __name__ == "__main__":
    gc.disable()  # millions of words that stay until the end: looking for garbage among them is a quarter of the time
    save(fit(read_corpus()), Path(sys.argv[1]))
