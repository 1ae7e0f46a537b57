"""Italian replies: tu, Lei or voi, who is named how, and that no word needs the user's gender."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from classifier.message import Address
from classifier.reading import Details, Formality, Reason, Stage
from replies.decision import AskForFeedback, Recipient, RecipientKind, Reply, ReplyKind, Reunion, Tone
from replies.voice import write
from tests.rejections import ARRIVED, JANE, TO_FOUND, TO_SENDER, details, keys, rejection, reply

TU = re.compile(r"\b(?:tu|ti|te|tuo|tua|hai|puoi)\b", re.IGNORECASE)
LEI = re.compile(r"\b(?:Lei|Suo|Sua)\b|(?<=\w )L[ae]\b|\bLa ringrazio|\bLe auguro")
VOI = re.compile(r"\b(?:voi|vostr[oaie]|avete|abbiate|potete)\b|\bvi (?:auguro|ringrazio|sono)", re.IGNORECASE)

# Said of oneself, or of "Lei", these end otherwise for a woman.
GENDERED = re.compile(
    r"\b(?:delus|content|grat|liet|dispiaciut|onorat|interessat|colpit|sicur|entusiast)[oa]\b"
    r"|\b(?:mi )?sono (?:stat|rimast|andat|trovat|candidat)[oa]\b"
    r"|\b(?:aver(?:mi|ti|La)|m['\u2019]ha|mi hai|mi ha|mi avete) "
    r"(?:informat|contattat|ricevut|conosciut|pres|selezionat|tenut|incontrat|invitat)[oa]\b"
    r"|\bci siamo \w+[ie]\b|\btutti\b|\bcolleghi\b",
    re.IGNORECASE,
)


def italian(**others: object) -> Details:
    """Details of an Italian mail that Chiara signed, who is said Lei to unless said otherwise."""
    return details(**({"person": "Chiara Conti", "language": "it"} | others))  # type: ignore[arg-type]


def every_reply(formality: Formality | None, person: str | None = "Chiara Conti") -> Iterator[str]:
    """Every shape, tone and wording, with all that can be answered."""
    asking = replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS)
    for tone, (stage, team), reason, to, key in itertools.product(
        Tone,
        ((Stage.APPLIED, False), (Stage.SPOKEN, False), (Stage.INTERVIEWED, True)),
        (Reason.FILLED, Reason.CANCELLED, Reason.PAUSED),
        (TO_SENDER, TO_FOUND) if person else (TO_SENDER,),
        keys(4),
    ):
        found = italian(person=person, stage=stage, met_team=team, reason=reason, formality=formality)
        yield reply(replace(found, keeps_on_file="Lo teniamo."), replace(asking, tone=tone), to=to, key=key)


class TestGreeting:
    @pytest.mark.parametrize(
        ("signed", "tone", "formality", "expected"),
        [
            ("Chiara Conti", Tone.WARM, Formality.FAMILIAR, "Ciao Chiara,"),
            ("Chiara Conti", Tone.FORMAL, Formality.FAMILIAR, "Ciao Chiara,"),
            ("Chiara Conti", Tone.WARM, Formality.FORMAL, "Buongiorno Chiara Conti,"),
            ("Chiara Conti", Tone.FORMAL, None, "Gentile Chiara Conti,"),
            ("Dott.ssa Chiara Conti", Tone.FORMAL, Formality.FORMAL, "Gentile Dott.ssa Chiara Conti,"),
            ("Dott.ssa Chiara Conti", Tone.WARM, Formality.FAMILIAR, "Ciao Chiara,"),
            ("Avv. Paolo Conti", Tone.PLAIN, Formality.FAMILIAR, "Ciao Paolo,"),
            ("Sig.ra Conti", Tone.PLAIN, Formality.FORMAL, "Buongiorno Sig.ra Conti,"),
            ("Ufficio Risorse Umane", Tone.WARM, None, "Buongiorno,"),
            (None, Tone.FORMAL, Formality.FORMAL, "Buongiorno,"),
            ("Cancelleria comunale di Nebbia", Tone.WARM, None, "Buongiorno,"),
            (None, Tone.WARM, Formality.FAMILIAR, "Ciao,"),
            (None, Tone.PLAIN, Formality.FAMILIAR, "Buongiorno,"),
        ],
    )
    def test_it_is_natural(self, signed: str | None, tone: Tone, formality: Formality | None, expected: str) -> None:
        sender = Address("Lantern", "jobs@lantern.example")
        to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.TEAM, sender, ""))
        found = italian(person=signed, formality=formality)
        text = write(rejection(sender=sender), found, to, replace(JANE, tone=tone)).text
        assert text.startswith(f"{expected}\n\n")

    def test_the_letter_goes_on_in_small_letters_after_it_but_for_the_polite_pronoun(self) -> None:
        first = {text.split("\n\n")[1].split()[0] for text in every_reply(None)}
        assert first
        assert all(word.islower() or word == "La" for word in first)


class TestAddress:
    @pytest.mark.parametrize(
        ("person", "formality", "said", "unsaid"),
        [
            ("Chiara Conti", Formality.FAMILIAR, TU, (LEI,)),
            ("Chiara Conti", Formality.FORMAL, LEI, (TU,)),
            ("Chiara Conti", None, LEI, (TU,)),
            (None, Formality.FAMILIAR, VOI, (TU, LEI)),
            (None, Formality.FORMAL, VOI, (TU, LEI)),
        ],
    )
    def test_a_person_is_tu_or_lei_and_a_company_is_voi(
        self,
        person: str | None,
        formality: Formality | None,
        said: re.Pattern[str],
        unsaid: tuple[re.Pattern[str], ...],
    ) -> None:
        texts = list(every_reply(formality, person))
        assert sum(bool(said.search(text)) for text in texts) > len(texts) // 2
        assert [text for text in texts if any(pattern.search(text) for pattern in unsaid)] == []

    @pytest.mark.parametrize("person", ["Chiara Conti", None])
    @pytest.mark.parametrize("formality", Formality)
    def test_no_word_needs_anybodys_gender(self, formality: Formality, person: str | None) -> None:
        assert [text for text in every_reply(formality, person) if GENDERED.search(text)] == []

    def test_what_would_need_it_is_known(self) -> None:
        for words in ("sono rimasta", "Le sono grato", "avermi informata", "averLa conosciuta", "ci siamo conosciuti"):
            assert GENDERED.search(words), words


class TestCompanyAndRole:
    @pytest.mark.parametrize(
        ("company", "expected"),
        [
            ("Lantern S.r.l.", "Lantern"),
            ("Acme S.p.A.", "Acme"),
            ("Illumina", "Illumina"),
            ("Università di Nebbia", None),
            ("Comune di Nebbia", None),
            ("La Lanterna", None),
            ("L'Officina Blu", None),
            ("Gruppo Lantern", None),
            ("Grand Hotel Lanterna", None),
        ],
    )
    def test_a_company_is_named_only_where_the_grammar_is_sure(self, company: str, expected: str | None) -> None:
        found = italian(company=company, stage=Stage.INTERVIEWED)
        text = "\n".join(reply(found, replace(JANE, tone=tone), key=key) for tone in Tone for key in keys(30))
        assert (expected or company) in text if expected else company not in text
        assert not re.search(r"S\.(?:r|p)", text)

    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            ("Addetta vendite (m/f)", "posizione di Addetta vendite"),
            ("Educatore/trice", "posizione di Educatore/trice"),
            ("Tirocinio in contabilità", "posizione “Tirocinio in contabilità”"),
            ("L'archivista", "posizione “L'archivista”"),
            ("Project Manager / Nebbia", "posizione “Project Manager / Nebbia”"),
        ],
    )
    def test_a_role_follows_di_and_stands_in_quotes_where_that_sounds_wrong(self, role: str, expected: str) -> None:
        texts = [reply(italian(role=role), key=key) for key in keys()]
        assert all(expected in text for text in texts)

    def test_no_preposition_is_left_apart_from_its_article(self) -> None:
        found = [italian(company=company, stage=Stage.INTERVIEWED) for company in ("Comune di Nebbia", "Acme")]
        texts = [reply(one, replace(JANE, tone=tone), key=key) for one in found for tone in Tone for key in keys(20)]
        assert [text for text in texts if re.search(r"\b(?:su|di|da|in|a) (?:il|la|lo|le|i|gli)\b", text)] == []


def test_who_is_not_named_is_not_called_a_firm() -> None:
    found = italian(company="Comune di Nebbia", stage=Stage.INTERVIEWED, met_team=True)
    texts = [reply(found, replace(JANE, tone=tone), key=key) for tone in Tone for key in keys(20)]
    assert not any(re.search("aziend|ditta|impresa", text) for text in texts)


def test_thanks_for_a_reason_ask_for_no_feedback() -> None:
    given = italian(stage=Stage.INTERVIEWED, gives_feedback="Che cosa è mancato: la pratica.")
    texts = [reply(given, replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS), key=key) for key in keys()]
    assert all("il perché" in text and "riscontro" not in text for text in texts)


@pytest.mark.parametrize(("month", "said"), [(3, "a marzo 2025"), (4, "ad aprile 2025"), (10, "a ottobre 2025")])
def test_a_note_names_the_month_as_it_is_said(month: int, said: str) -> None:
    reunion = Reunion("Analista", Stage.INTERVIEWED, datetime(2025, month, 20, 9, tzinfo=UTC))
    note = Reply(ReplyKind.RECONNECT, ARRIVED, TO_SENDER, reunion)
    assert said in write(rejection(), italian(), note, JANE).text
