"""The model tells rejections from what resembles them, says why, and keeps itself safely."""

import ast
import hashlib
import io
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from classifier.bags import Terms
from classifier.features import MAX_CHARACTERS, leaves_open, read_page, texts_of, words_of
from classifier.message import Message
from classifier.model import DamagedModelError, Model, load, load_or_fit, model_name, save
from classifier.reading import Label
from classifier.verdict import MAX_CLUE, MAX_CLUES

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def model(model_folder: Path) -> Model:
    return load_or_fit(model_folder)


def mail(text: str, subject: str = "Your application") -> Message:
    return Message("", None, subject, None, text)


PLAIN_NO = (
    "Dear Mr Falk,\n\nThank you for applying for the position of site engineer with us. We were pleased to read your "
    "application. Unfortunately, we have decided to continue with other candidates whose experience is closer to what "
    "the project needs.\n\nWe wish you every success in your search.\n\nKind regards,\nMira Sand\nPeople Team"
)
DEUTSCH_NEIN = (
    "Sehr geehrte Frau Falk,\n\nvielen Dank für Ihre Bewerbung als Bauleiterin und Ihr Interesse an unserem "
    "Unternehmen. Leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben.\n\n"
    "Für Ihre Zukunft wünschen wir Ihnen alles Gute.\n\nMit freundlichen Grüßen\nMira Sand\nPersonalabteilung"
)
CONFIRMED = (
    "Dear Mr Falk,\n\nThank you for applying for the position of site engineer. We have received your application and "
    "are reviewing it. If you are not selected, we will let you know by email. If your profile matches, a recruiter "
    "will call you.\n\nKind regards,\nPeople Team"
)
LOAN = (
    "Dear Mr Falk,\n\nThank you for your loan application. Unfortunately, after reviewing your credit record we are "
    "unable to offer you a loan at this time. The bank wishes you all the best.\n\nYour branch in Elmstow"
)


@pytest.mark.parametrize("text", [PLAIN_NO, DEUTSCH_NEIN], ids=["en", "de"])
def test_an_ordinary_rejection_is_called_one(model: Model, text: str) -> None:
    verdict = model.classify(mail(text))
    assert verdict.label is Label.REJECTION
    assert verdict.rejection > model.cutoffs[1]
    assert not verdict.unsure


@pytest.mark.parametrize("text", [CONFIRMED, LOAN, "", "   \n\n", "Lunch at noon?"])
def test_what_refuses_nothing_or_no_job_is_called_no_rejection(model: Model, text: str) -> None:
    assert model.classify(mail(text)).label is not Label.REJECTION


def test_a_mail_without_words_is_no_rejection_and_has_no_clues(model: Model) -> None:
    verdict = model.classify(mail("", ""))
    assert verdict.rejection < model.cutoffs[0]
    assert verdict.clues == ()


def test_the_strongest_clue_of_a_rejection_is_its_deciding_sentence(model: Model) -> None:
    clues = model.classify(mail(PLAIN_NO)).clues
    assert clues[0].text.startswith("Unfortunately, we have decided")
    assert [clue.weight for clue in clues] == sorted((clue.weight for clue in clues), reverse=True)


def test_clues_are_few_and_short(model: Model) -> None:
    sentence = (
        "Unfortunately we have decided to move forward with other candidates"
        + ", whose experience is closer to what we are looking for" * 6
        + ".\n\n"
    )
    clues = model.classify(mail(sentence * 20)).clues
    assert len(clues) == MAX_CLUES
    assert all(len(clue.text) <= MAX_CLUE for clue in clues)


def test_unsure_means_between_the_cutoffs(model: Model) -> None:
    verdict = model.classify(mail(PLAIN_NO))
    stricter = replace(model, cutoffs=(verdict.rejection - 0.01, verdict.rejection + 0.01)).classify(mail(PLAIN_NO))
    assert stricter.unsure
    assert stricter.label is not Label.REJECTION


def test_the_verdict_depends_neither_on_the_company_in_the_batch_nor_on_what_was_read_before(model: Model) -> None:
    texts = [PLAIN_NO, CONFIRMED, LOAN, DEUTSCH_NEIN, ""] * 9
    together = model.classify_many(map(mail, texts))
    alone = [model.classify(mail(text)) for text in texts]
    assert [verdict.label for verdict in together] == [verdict.label for verdict in alone]
    assert [verdict.rejection for verdict in together] == pytest.approx(
        [verdict.rejection for verdict in alone], abs=1e-4
    )


def test_many_threads_may_ask_one_model(model: Model) -> None:
    texts = [f"{PLAIN_NO}\n\n{number} {'xyz' * (number % 7)}" for number in range(200)]
    alone = [verdict.rejection for verdict in model.classify_many(map(mail, texts))]
    with ThreadPoolExecutor(4) as threads:
        together = [verdict.rejection for verdict in threads.map(lambda text: model.classify(mail(text)), texts)]
    assert together == pytest.approx(alone, abs=1e-4)


def test_mail_full_of_made_up_words_costs_bounded_memory_and_stays_readable(model: Model) -> None:
    for number in range(150):
        words = " ".join(f"q{chr(97 + number % 26)}{chr(97 + word % 26)}{chr(97 + word // 26)}" for word in range(600))
        model.classify(mail(words * 3))
    assert model.classify(mail(PLAIN_NO)).label is Label.REJECTION


def test_only_the_head_of_a_mail_is_read_and_no_signature() -> None:
    assert sum(map(len, read_page(mail("word " * 10_000)).sentences)) <= MAX_CHARACTERS
    assert read_page(mail("One.\n-- \nTwo.")).sentences == ("One.",)


def test_links_addresses_and_numbers_are_one_word_each() -> None:
    assert words_of("See https://firm.example/jobs/12 or ask jo@firm.example by 3.4.2025") == (
        *("see", "://", "or", "ask", "@", "by", "0"),
    )


@pytest.mark.parametrize(
    ("language", "sentence", "still_open"),
    [
        ("en", "If you are not selected, we will tell you.", True),
        ("de", "Sollten Sie nichts von uns hören, gilt das als Absage.", True),
        ("en", "Candidates who are not invited by May have been unsuccessful.", True),
        ("de", "Eine Entscheidung ist noch nicht gefallen.", True),
        ("fr", "Sans réponse de notre part sous un mois, votre candidature n'est pas retenue.", True),
        ("es", "Si no ha sido seleccionado, se lo comunicaremos.", True),
        ("it", "Qualora non venisse selezionato, la informeremo.", True),
        ("nl", "Mocht u niet geselecteerd zijn, dan hoort u dat.", True),
        ("pt", "Se não for selecionado, será informado.", True),
        ("en", "We have decided to go with other candidates who live nearer.", False),
        ("de", "Wir haben uns anders entschieden.", False),
        ("fr", "Nous avons retenu un autre candidat.", False),
        ("en", "Even if your experience is impressive, we have chosen somebody else.", False),
        ("de", "Auch wenn uns Ihr Profil gefällt, haben wir uns anders entschieden.", False),
        ("fr", "Même si votre profil nous a plu, nous avons retenu un autre candidat.", False),
        ("en", '"We have decided to go with other candidates," they wrote.', True),
        ("de", "Die Stelle „Leitung Werk Süd“ haben wir anders besetzt, was uns nicht leicht fiel.", False),
        ("sv", "If it were Swedish.", False),
    ],
)
def test_a_sentence_that_decides_nothing_yet_is_seen(language: str, sentence: str, still_open: bool) -> None:  # noqa: FBT001
    assert leaves_open(sentence, language) == still_open


def test_the_matrix_that_is_fitted_and_the_sums_that_are_read_agree(model: Model) -> None:
    bodies = (PLAIN_NO, DEUTSCH_NEIN, CONFIRMED, LOAN, "", "zzzz qqqq")
    texts = texts_of([read_page(mail(body)).whole() for body in bodies])
    weights = model.weights
    terms = Terms.of(weights.vocabulary, chain.from_iterable(texts.runs))
    expected = terms.matrix(texts) @ weights.coefficients + weights.intercepts
    np.testing.assert_allclose(weights.scores(texts), expected, atol=1e-4)


def test_a_model_that_was_saved_and_loaded_says_the_same(model: Model, tmp_path: Path) -> None:
    save(model, tmp_path / "kept")
    kept = load(tmp_path / "kept")
    assert kept.classify(mail(PLAIN_NO)) == model.classify(mail(PLAIN_NO))
    assert kept.cutoffs == model.cutoffs


def test_what_a_mail_is_does_not_depend_on_what_was_read_before_or_beside_it(model: Model, tmp_path: Path) -> None:
    save(model, tmp_path / "kept")
    mails = [mail(body) for body in (PLAIN_NO, DEUTSCH_NEIN, CONFIRMED, LOAN, "", "zzzz qqqq")]
    together = load(tmp_path / "kept").classify_many(mails)
    alone = load(tmp_path / "kept")
    assert [alone.classify(each) for each in reversed(mails)] == together[::-1]


def test_the_file_is_for_the_user_alone_and_nothing_is_left_beside_it(model: Model, tmp_path: Path) -> None:
    save(model, tmp_path / "kept")
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("cut", [0, 10, 40, 1000, -1])
def test_a_damaged_file_is_recognised(model: Model, tmp_path: Path, cut: int) -> None:
    save(model, tmp_path / "kept")
    whole = (tmp_path / "kept").read_bytes()
    (tmp_path / "cut").write_bytes(whole[:cut])
    with pytest.raises(DamagedModelError):
        load(tmp_path / "cut")
    (tmp_path / "flipped").write_bytes(whole[:cut] + bytes([whole[cut] ^ 1]) + whole[cut:][1:])
    with pytest.raises(DamagedModelError):
        load(tmp_path / "flipped")


def test_a_file_with_a_pickle_in_it_is_refused_and_not_run(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    buffer = io.BytesIO()
    np.savez(buffer, words=np.array([Trap()], dtype=object))
    content = buffer.getvalue()
    (tmp_path / "trap").write_bytes(hashlib.sha256(content).digest() + content)
    with pytest.raises(DamagedModelError):
        load(tmp_path / "trap")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.slow  # a whole fit
def test_a_damaged_model_is_fitted_anew_and_stale_ones_are_removed(model: Model, tmp_path: Path) -> None:
    (tmp_path / model_name()).write_bytes(b"not a model")
    (tmp_path / "model-of-last-year").write_bytes(b"old")
    (tmp_path / "ledger.db").write_bytes(b"ours")
    fitted = load_or_fit(tmp_path)
    assert fitted.classify(mail(PLAIN_NO)) == model.classify(mail(PLAIN_NO))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ledger.db", model_name()]


def test_a_kept_model_is_not_fitted_again(model_folder: Path, model: Model) -> None:
    assert model.cutoffs
    before = (model_folder / model_name()).stat().st_mtime_ns
    load_or_fit(model_folder)
    assert (model_folder / model_name()).stat().st_mtime_ns == before


def test_reading_mail_needs_no_scikit_learn(model_folder: Path, model: Model) -> None:
    assert model.cutoffs
    program = (
        "import sys; from pathlib import Path; from classifier.message import Message; "
        "from classifier.model import load_or_fit; "
        f"load_or_fit(Path({str(model_folder)!r})).classify(Message('', None, '', None, 'Hello there.')); "
        "sys.exit(bool({'sklearn', 'scipy', 'joblib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT).returncode == 0


def test_scikit_learn_and_scipy_are_imported_by_the_fitting_alone() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for package in ("config", "classifier", "replies", "service")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if name.partition(".")[0] in {"sklearn", "scipy", "joblib"}
    }
    assert found == {"classifier/bags.py", "classifier/fitting.py"}


def _imported(node: ast.AST) -> list[str]:
    """Return the modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
