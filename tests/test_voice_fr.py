"""French replies: who is said tu to, who is named how, and that no word needs the user's gender."""

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

# Said of oneself, these end otherwise for a woman; "elle a été portée" and the like are about the application.
GENDERED = re.compile(
    r"\b(?:déçue?|ravie?|heureu(?:x|se)|contente?|reconnaissante?|désolée?|touchée?|navrée?|enchantée?|honorée?"
    r"|(?:je suis|j'étais|j'ai été|je serais|je reste) (?!sensible)\w+(?:é|ée|i|ie|s|se|x|t|te)\b"
    r"|m'avoir (?:informé|reçu|tenu|contacté|prévenu|rencontré|invité)e?|m'a(?:vez|s) (?:informé|reçu|rencontré)e?)\b",
    re.IGNORECASE,
)


def french(**others: object) -> Details:
    """Details of a French mail that Claire signed, who is said vous to unless said otherwise."""
    return details(**({"person": "Claire Moreau", "language": "fr"} | others))  # type: ignore[arg-type]


def every_reply(formality: Formality | None = None) -> Iterator[str]:
    """Every shape, tone and wording, with all that can be answered."""
    asking = replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS)
    for tone, (stage, team), reason, to, key in itertools.product(
        Tone,
        ((Stage.APPLIED, False), (Stage.SPOKEN, False), (Stage.INTERVIEWED, True)),
        (Reason.FILLED, Reason.CANCELLED, Reason.PAUSED),
        (TO_SENDER, TO_FOUND),
        keys(4),
    ):
        found = french(stage=stage, met_team=team, reason=reason, formality=formality, keeps_on_file="On le garde.")
        yield reply(found, replace(asking, tone=tone), to=to, key=key)


class TestGreeting:
    @pytest.mark.parametrize(
        ("signed", "tone", "formality", "expected"),
        [
            ("Claire Moreau", Tone.WARM, Formality.FAMILIAR, "Bonjour Claire,"),
            ("Claire Moreau", Tone.WARM, Formality.FORMAL, "Bonjour Claire Moreau,"),
            ("Claire Moreau", Tone.FORMAL, None, "Bonjour Claire Moreau,"),
            ("Dr Anne Roux", Tone.PLAIN, Formality.FORMAL, "Bonjour Dr Anne Roux,"),
            ("Pr Anne Roux", Tone.PLAIN, Formality.FAMILIAR, "Bonjour Anne,"),
            ("Mme Moreau", Tone.WARM, Formality.FORMAL, "Bonjour Mme Moreau,"),
            ("Mme Moreau", Tone.WARM, Formality.FAMILIAR, "Bonjour Mme Moreau,"),
            ("L'équipe Lantern", Tone.WARM, None, "Bonjour,"),
            ("Carrières Lantern", Tone.WARM, None, "Bonjour,"),
            ("Service Recrutement", Tone.PLAIN, Formality.FAMILIAR, "Bonjour,"),
            (None, Tone.FORMAL, Formality.FORMAL, "Madame, Monsieur,"),
            (None, Tone.FORMAL, Formality.FAMILIAR, "Bonjour,"),
        ],
    )
    def test_it_is_natural(self, signed: str | None, tone: Tone, formality: Formality | None, expected: str) -> None:
        sender = Address("Lantern", "jobs@lantern.example")
        to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.TEAM, sender, ""))
        found = french(person=signed, formality=formality)
        text = write(rejection(sender=sender), found, to, replace(JANE, tone=tone)).text
        assert text.startswith(f"{expected}\n\n")

    def test_madame_monsieur_is_said_again_in_the_closing(self) -> None:
        formal = replace(JANE, tone=Tone.FORMAL)
        to_all = [reply(french(person=None), formal, key=key) for key in keys()]
        to_claire = [reply(french(), formal, key=key) for key in keys()]
        assert all(text.count("Madame, Monsieur,") == 2 for text in to_all)
        assert not any("Madame" in text for text in to_claire)


class TestAddress:
    def test_one_person_is_said_tu_to_where_the_mail_does(self) -> None:
        texts = [reply(french(formality=Formality.FAMILIAR), key=key) for key in keys()]
        assert any(re.search(r"\b(?:te|toi|ton|ta)\b", text) for text in texts)
        assert not any(re.search(r"\b(?<!chez )[Vv](?:ous|otre|os)\b", text) for text in texts)

    def test_a_whole_company_is_vous_even_where_it_is_familiar(self) -> None:
        texts = [reply(french(person=None, formality=Formality.FAMILIAR), key=key) for key in keys()]
        assert any("vous" in text for text in texts)
        assert not any(re.search(r"\b(?:tu|te|toi|ton|ta|tes)\b", text) for text in texts)

    @pytest.mark.parametrize("formality", Formality)
    def test_no_word_needs_the_users_gender(self, formality: Formality) -> None:
        assert [text for text in every_reply(formality) if GENDERED.search(text)] == []

    def test_what_would_need_it_is_known(self) -> None:
        for words in (
            "je suis déçu",
            "Je serais ravie",
            "j'ai été surpris",
            "merci de m'avoir informée",
            "m'avez reçu",
        ):
            assert GENDERED.search(words), words


class TestCompanyAndRole:
    @pytest.mark.parametrize(
        ("company", "expected"),
        [
            ("Lantern SAS", "Lantern"),
            ("Acme", "Acme"),
            ("Éditions du Phare", None),
            ("Université de Brumes", None),
            ("Mairie de Brumes", None),
            ("Brasseries du Nord", None),
            ("La Lanterne", None),
            ("L'Atelier Bleu", None),
            ("CNRS", None),
        ],
    )
    def test_a_company_is_named_only_where_the_grammar_is_sure(self, company: str, expected: str | None) -> None:
        found = french(company=company, stage=Stage.INTERVIEWED)
        text = "\n".join(reply(found, replace(JANE, tone=tone), key=key) for tone in Tone for key in keys(30))
        assert (expected or company) in text if expected else company not in text
        assert "SAS" not in text

    def test_no_article_or_de_is_run_into_a_name_that_begins_with_a_vowel(self) -> None:
        found = french(company="Acme", role="Analyste de données H/F", stage=Stage.INTERVIEWED)
        text = "\n".join(reply(found, replace(JANE, tone=tone), key=key) for tone in Tone for key in keys(30))
        assert "poste d'Analyste de données" in text
        assert not re.search(r"\b(?:de|que|le|la) “?A", text)

    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            ("Comptable F/H", "poste de Comptable"),
            ("Infirmier/ère", "poste d'Infirmier/ère"),
            ("Économe", "poste d'Économe"),
            ("Hôte d'accueil", "poste “Hôte d'accueil”"),
            ("UX Designer", "poste “UX Designer”"),
            ("Stage en communication", "poste “Stage en communication”"),
            ("La gestion des stocks", "poste “La gestion des stocks”"),
            ("Chef de projet / Brumes", "poste “Chef de projet / Brumes”"),
            ("2e cuisinier", "poste “2e cuisinier”"),
        ],
    )
    def test_a_role_follows_de_as_it_is_said_and_stands_in_quotes_where_that_is_not_sure(
        self, role: str, expected: str
    ) -> None:
        texts = [reply(french(role=role), replace(JANE, tone=tone), key=key) for tone in Tone for key in keys()]
        assert any(expected in text for text in texts)
        assert [text for text in texts if "poste" in text and re.search(r"poste (?:de |d'|“)(?!\w)", text)] == []


@pytest.mark.parametrize("formality", Formality)
def test_little_words_lose_their_vowel_before_another(formality: Formality) -> None:
    unelided = re.compile(r"\b(?:[jmtsdln]e|la|que|si(?= il))\s[aeiouyàâéèêî]", re.IGNORECASE)
    assert unelided.search("Je te adresse")
    assert [text for text in every_reply(formality) if unelided.search(text)] == []


def test_who_is_not_named_is_not_called_a_firm() -> None:
    found = french(company="Mairie de Brumes", stage=Stage.INTERVIEWED, met_team=True)
    texts = [reply(found, replace(JANE, tone=tone), key=key) for tone in Tone for key in keys(20)]
    assert not any("entreprise" in text for text in texts)


def test_thanks_for_a_reason_ask_for_no_feedback() -> None:
    given = french(stage=Stage.INTERVIEWED, gives_feedback="Ce qui a manqué : la pratique.")
    texts = [reply(given, replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS), key=key) for key in keys()]
    assert all("pourquoi" in text and "retour" not in text for text in texts)


@pytest.mark.parametrize("tone", Tone)
def test_a_colon_keeps_to_the_word_before_it(tone: Tone) -> None:
    then = datetime(2025, 8, 20, 9, tzinfo=UTC)
    reunion = Reunion("Analyste", Stage.INTERVIEWED, then, feedback=True, another_kind=True)
    note = Reply(ReplyKind.RECONNECT, ARRIVED, TO_SENDER, reunion)
    text = write(rejection(), french(), note, replace(JANE, tone=tone)).text
    assert len(re.findall("\\w\u00a0: «", text)) >= 2
    assert not re.search(r"[ \w]:", text)
    assert re.search(r"\b[Ee]n août 2025\b", text)
