"""The fitted model and its file: fit it once, load it ever after.

The file holds arrays and words, nothing that could run: numpy's own format, pickling refused. It is read without
scikit-learn, which would cost 120 MB and two seconds in every process that only wants to read mail. For the same
reason `load_or_fit` fits in a child process, whose memory is given back.
"""

import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from classifier.compose_corpus import compose, read_phrases
from classifier.corpus.corpus import Mail, corpus_hash, read_corpus
from classifier.verdict import Model, Questions
from classifier.weights import Vocabulary, Weights

__all__ = ["DamagedModelError", "Model", "fit", "load", "load_or_fit", "model_name", "save"]

_HERE: Final = Path(__file__).parent
_CODE: Final = ("sentences", "features", "weights", "verdict", "fitting", "compose_corpus")
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
    for module in _CODE:
        digest.update((_HERE / f"{module}.py").read_bytes())
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
        env={**os.environ, "PYTHONPATH": search},
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
    """Return the model as named arrays; words as UTF-8, one a line."""
    arrays: dict[str, NDArray[Any]] = {"stack": model.stack, "cutoffs": np.array(model.cutoffs)}
    for name, weights in (("refuses", model.questions.refuses), ("job", model.questions.job)):
        words = weights.vocabulary
        arrays[f"{name}_words"] = np.frombuffer("\n".join(words.words).encode(), dtype=np.uint8)
        arrays[f"{name}_grams"] = np.frombuffer("\n".join(words.grams).encode(), dtype=np.uint8)
        arrays[f"{name}_rarity"] = words.rarity
        arrays[f"{name}_coefficients"] = weights.coefficients
        arrays[f"{name}_intercepts"] = weights.intercepts
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def _unpack(content: bytes) -> Model:
    """Return the model that was packed; arrays that would need unpickling raise ValueError."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        refuses, job = (_unpack_weights(arrays, name) for name in ("refuses", "job"))
        lower, upper = arrays["cutoffs"].tolist()
        return Model(Questions(refuses, job), arrays["stack"], (lower, upper))


def _unpack_weights(arrays: Mapping[str, NDArray[Any]], name: str) -> Weights:
    """Return one question's weights."""
    words, grams = (arrays[f"{name}_{part}"].tobytes().decode().split("\n") for part in ("words", "grams"))
    vocabulary = Vocabulary(
        {word: column for column, word in enumerate(words)},
        {gram: column for column, gram in enumerate(grams, len(words))},
        arrays[f"{name}_rarity"],
    )
    return Weights(vocabulary, arrays[f"{name}_coefficients"], arrays[f"{name}_intercepts"])


if __name__ == "__main__":
    save(fit(read_corpus()), Path(sys.argv[1]))
