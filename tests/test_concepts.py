"""Words of any language are told by what they mean, and in which order."""

from pathlib import Path

import numpy as np
import pytest

from classifier.concepts import (
    CONCEPTS,
    LANGUAGES,
    ORDERS,
    Lexicon,
    LexiconError,
    _read,
    fold,
    lexicon_of,
    orders_of,
    unpack,
)
from classifier.features import words_of

ALL = ("de", "en", "es", "fr", "it", "nl", "pt")


def meant(sentence: str, language: str) -> set[tuple[str, str]]:
    """Return which concept comes before which."""
    (row,) = unpack(orders_of([words_of(sentence)], language))
    return {(CONCEPTS[place // len(CONCEPTS)], CONCEPTS[place % len(CONCEPTS)]) for place in np.flatnonzero(row)}


def test_there_is_a_lexicon_for_each_language() -> None:
    assert LANGUAGES == ALL


@pytest.mark.parametrize("language", ALL)
def test_every_lexicon_has_words_for_every_concept(language: str) -> None:
    lexicon = lexicon_of(language)
    assert lexicon is not None
    found = {concept for known in lexicon._meant.values() for concepts in known.values() for concept in concepts}  # noqa: SLF001
    assert {CONCEPTS[place] for place in found} == set(CONCEPTS)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We have decided to go with another candidate."),
        ("de", "Wir haben uns für einen anderen Bewerber entschieden."),
        ("fr", "Nous avons choisi un autre candidat."),
        ("es", "Hemos elegido a otro candidato."),
        ("it", "Abbiamo scelto un altro candidato."),
        ("nl", "Wij hebben voor een andere kandidaat gekozen."),
        ("pt", "Escolhemos outro candidato."),
    ],
)
def test_the_same_news_means_the_same_in_every_language(language: str, sentence: str) -> None:
    assert ("OTHER", "CANDIDATE") in meant(sentence, language)
    assert {"CHOOSE", "DECIDE"} & {first for first, second in meant(sentence, language) if first == second}


def test_the_order_of_concepts_tells_apart_what_its_words_do_not() -> None:
    assert ("NEG", "SUCCESS") in meant("You were not a success.", "en")
    assert ("NEG", "SUCCESS") not in meant("A success it was not.", "en")


def test_accents_count_for_nothing() -> None:
    assert meant("Desole, candidature non retenue", "fr") == meant("Désolé, candidature non retenue", "fr")
    assert fold("Gefällt ÉTÉ") == "gefallt ete"


def test_a_language_without_a_lexicon_means_nothing() -> None:
    assert not orders_of([("not", "selected")], "sv").any()
    assert unpack(orders_of([], "en")).shape == (0, ORDERS)


def test_made_up_words_without_end_cost_bounded_memory() -> None:
    lexicon = Lexicon([("NEG", ["no*"])])
    for number in range(70_000):
        assert lexicon[f"zz{number}"] == ()
    assert len(lexicon) < 40_000
    assert lexicon["nobody"] == (CONCEPTS.index("NEG"),)


def test_a_broken_lexicon_is_an_error_that_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "xx.txt"
    path.write_text("NEG: no\nOTHER\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"xx\.txt:2: "):
        list(_read(path))
