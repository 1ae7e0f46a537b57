"""A mail's text is cut where its writer ended a sentence, and nowhere else."""

import pytest

from classifier.sentences import MAX_SENTENCE, split_sentences


def test_sentences_are_cut_where_people_end_them() -> None:
    text = (
        "Sehr geehrte Frau Dr. Müller,\nvielen Dank für Ihre Bewerbung, z. B. am 5. Januar. Leider nein!\n\n"
        "We have decided to move forward with other candidates whose experience\nis closer. Good luck\n- one\n- two\n"
        "Best regards,\nAnna"
    )
    assert split_sentences(text) == [
        "Sehr geehrte Frau Dr. Müller,",
        "vielen Dank für Ihre Bewerbung, z. B. am 5. Januar.",
        "Leider nein!",
        "We have decided to move forward with other candidates whose experience is closer.",
        "Good luck",
        "- one",
        "- two",
        "Best regards,",
        "Anna",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We met Dr. Anna Müller and Mr. Smith at 10 a.m. in the U.S. office.",
        "Wir haben i. d. R. bzw. z. B. am 5. Januar Zeit.",
        "Your application Nr. 55 was read by J. Smith.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert split_sentences(f"{sentence} Next one.") == [sentence, "Next one."]


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == []


def test_no_sentence_is_longer_than_promised_and_none_is_lost() -> None:
    text = "word " * 5_000
    pieces = split_sentences(text)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Estimado Sr. García:\nGracias. Lo sentimos.", ["Estimado Sr. García:", "Gracias.", "Lo sentimos."]),
        ("Bonjour Mme. Durand\nNous regrettons.", ["Bonjour Mme. Durand", "Nous regrettons."]),
        ("Gentile Dott.ssa Rossi\nPurtroppo no.", ["Gentile Dott.ssa Rossi", "Purtroppo no."]),
        (
            "Geachte mevr. Jansen,\nDank voor uw brief aan Xyz B.V. Helaas is de vacature vervuld.",
            ["Geachte mevr. Jansen,", "Dank voor uw brief aan Xyz B.V.", "Helaas is de vacature vervuld."],
        ),
        ("Grazie da Rossi S.r.l. Purtroppo no.", ["Grazie da Rossi S.r.l.", "Purtroppo no."]),
        ("Exma. Sra. Silva\nLamentamos.", ["Exma. Sra. Silva", "Lamentamos."]),
    ],
)
def test_greetings_and_abbreviations_of_other_languages_are_known(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences
