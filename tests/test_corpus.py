"""The training mails are read strictly, and there are enough of them."""

import random
from collections import Counter
from pathlib import Path

import pytest

from classifier.compose_corpus import compose, expand, read_phrases
from classifier.corpus.corpus import CorpusError, Mail, corpus_hash, read_corpus
from classifier.features import read_page
from classifier.fitting import deciding, folds_of
from classifier.reading import Label

GOOD = "=== one\nFrom: Ann Lee <ann@firm.example>\nSubject: Your application\n\nDear Bo,\n\n[[No.]] Sorry.\n"


def written(root: Path, text: str, place: str = "en/rejection/curt") -> Path:
    path = root / f"{place}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_a_mail_is_read_with_its_header_and_the_place_of_its_deciding_words(tmp_path: Path) -> None:
    (mail,) = read_corpus(written(tmp_path, GOOD))
    assert (mail.language, mail.label, mail.family) == ("en", Label.REJECTION, "curt")
    assert mail.sender is not None
    assert (mail.sender.name, mail.sender.email, mail.subject) == ("Ann Lee", "ann@firm.example", "Your application")
    assert mail.text == "Dear Bo,\n\nNo. Sorry."
    assert [mail.text[start:end] for start, end in mail.decisions] == ["No."]


def test_a_file_holds_several_mails_and_a_header_may_be_missing(tmp_path: Path) -> None:
    first, second = read_corpus(written(tmp_path, GOOD + "=== two\n\n[[Never.]]\n"))
    assert first.subject
    assert (second.sender, second.subject, second.text) == (None, "", "Never.")


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("Dear Bo\n", "en/rejection/curt", ":1:"),
        ("=== one\nTo: x\n\n[[No.]]\n", "en/rejection/curt", ":2:"),
        ("=== one\nSubject: a\nSubject: b\n\n[[No.]]\n", "en/rejection/curt", ":3:"),
        ("=== one\nFrom: nobody\n\n[[No.]]\n", "en/rejection/curt", ":2:"),
        ("=== one\n\n[[No.\n", "en/rejection/curt", ":2:"),
        ("=== one\n\n]]No.[[\n", "en/rejection/curt", ":2:"),
        ("=== one\n\n[[ ]] No.\n", "en/rejection/curt", ":2:"),
        ("=== one\n\nNo.\n", "en/rejection/curt", ":2:"),
        ("=== one\n\n[[Welcome!]]\n", "en/offer/curt", ":2:"),
        ("=== one\n\n\n=== two\n\n[[No.]]\n", "en/rejection/curt", ":2:"),
        (GOOD, "en/refusal/curt", "path"),
        (GOOD, "english/rejection/curt", "path"),
        (GOOD, "en/rejection/Curt Ones", "path"),
    ],
)
def test_a_broken_file_is_an_error_that_names_its_place(tmp_path: Path, text: str, place: str, line: str) -> None:
    with pytest.raises(CorpusError, match=place.rpartition("/")[2]) as caught:
        read_corpus(written(tmp_path, text, place))
    assert line in str(caught.value)


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    (written(tmp_path, GOOD) / "en/rejection/curt.txt").write_bytes(b"=== one\n\n[[N\xf6.]]\n")
    with pytest.raises(CorpusError, match="UTF-8"):
        read_corpus(tmp_path)


def test_the_hash_changes_with_a_byte_and_with_a_name(tmp_path: Path) -> None:
    before = corpus_hash(written(tmp_path, GOOD))
    assert corpus_hash(written(tmp_path, GOOD.replace("Bo", "Jo"))) != before
    written(tmp_path, GOOD)
    assert corpus_hash(tmp_path) == before
    (tmp_path / "en/rejection/curt.txt").rename(tmp_path / "en/rejection/brief.txt")
    assert corpus_hash(tmp_path) != before


def test_only_refusals_of_other_things_are_refusals(tmp_path: Path) -> None:
    plain = GOOD.replace("[[", "").replace("]]", "")
    written(tmp_path, plain, "en/other/refusal-loans")
    written(tmp_path, plain, "en/other/shops")
    assert {mail.family: mail.refuses for mail in read_corpus(tmp_path)} == {"refusal-loans": True, "shops": False}


@pytest.fixture(scope="module")
def corpus() -> tuple[Mail, ...]:
    return read_corpus()


def test_each_language_has_enough_mails_of_each_label(corpus: tuple[Mail, ...]) -> None:
    counts = Counter((mail.language, mail.label) for mail in corpus)
    short = {
        (language, label): counts[language, label]
        for language in ("en", "de")
        for label in Label
        if counts[language, label] < (60 if label is Label.REJECTION else 25)
    }
    assert not short


def test_no_body_occurs_twice(corpus: tuple[Mail, ...]) -> None:
    assert [text for text, count in Counter(mail.text for mail in corpus).items() if count > 1] == []


def test_in_every_rejection_the_deciding_words_are_found_among_its_sentences(corpus: tuple[Mail, ...]) -> None:
    lost = [
        f"{mail.group}: {mail.text[:60]}"
        for mail in (*corpus, *compose(read_phrases(), corpus))
        if mail.label is Label.REJECTION and not any(deciding(mail, read_page(mail.message())))
    ]
    assert lost == []


def test_a_sentence_decides_only_if_it_stood_in_brackets(tmp_path: Path) -> None:
    text = "=== one\n\nDear Bo,\n\nthank you for coming.\nWe talked. [[We chose\nanother person.]] Good luck!\n"
    (mail,) = read_corpus(written(tmp_path, text))
    page = read_page(mail.message())
    chosen = [sentence for sentence, flag in zip(page.sentences, deciding(mail, page), strict=True) if flag]
    assert chosen == ["We chose another person."]


def test_composed_letters_are_the_same_for_the_same_seed_and_follow_their_scheme() -> None:
    letters = compose(read_phrases(), ())
    assert letters == compose(read_phrases(), ())
    assert letters != compose(read_phrases(), (), seed=1)
    assert {mail.label for mail in letters} >= {Label.REJECTION, Label.ACKNOWLEDGEMENT}
    assert all(bool(mail.decisions) == (mail.label is Label.REJECTION) for mail in letters)
    assert not [mail.text for mail in letters if set("{|}") & set(mail.text)]


def test_the_nested_braces_of_a_phrase_are_all_resolved() -> None:
    wordings = {expand("{a|{b|c} d}{|!}", random.Random(seed)) for seed in range(100)}  # noqa: S311
    assert wordings == {"a", "a!", "b d", "b d!", "c d", "c d!"}


@pytest.mark.parametrize("text", ["Hello.\n", "=== decision\nNo.\n", "=== decision no\n", "=== decision no\n{No.\n"])
def test_a_broken_phrase_file_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "en.txt").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"en\.txt"):
        read_phrases(tmp_path)


def test_digests_are_long_other_mails_of_one_family(corpus: tuple[Mail, ...]) -> None:
    digests = compose((), corpus)
    families = {mail.group for mail in corpus if mail.label is Label.OTHER}
    assert digests
    assert {mail.group for mail in digests} <= families


def test_folds_keep_families_whole_and_spread_every_label(corpus: tuple[Mail, ...]) -> None:
    fold = folds_of(corpus, 4)
    where: dict[str, set[int]] = {}
    for mail, place in zip(corpus, fold.tolist(), strict=True):
        where.setdefault(mail.group, set()).add(place)
    assert all(len(places) == 1 for places in where.values())
    spread = {(mail.language, mail.label, place) for mail, place in zip(corpus, fold.tolist(), strict=True)}
    assert {(language, Label.REJECTION, place) for language in ("en", "de") for place in range(4)} <= spread
