"""How a reply takes up feedback that the rejection offers, in the words of every language and tone."""

import itertools
import re
from dataclasses import replace

import pytest

from classifier.reading import Details, Formality, Reason, Stage
from replies.decision import AskForFeedback, Recipient, Reply, ReplyKind, Tone
from replies.facts import Facts, facts
from tests.rejections import ARRIVED, JANE, TO_FOUND, TO_SENDER, details, keys, rejection, reply
from tests.test_voice import LONGEST, SHORTEST, STAGES, is_clean, is_consistent, letter
from tests.voices import LANGUAGES, voice_of

EVERY_VOICE = pytest.mark.parametrize(("language", "tone"), list(itertools.product(LANGUAGES, Tone)))
HERE = "If you would like feedback, just reply."
ELSEWHERE = "If you would like feedback, please call me on 020 7946 0000."
ASKING = replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS)
# Who has been offered something does not say that it may be impossible.
DOUBTS = re.compile(
    r"if not|possible|spare|Falls|wenn nicht|nicht geht|nicht immer|[Ss]inon|[Ss]i no,|siempre|non è|Altrimenti"
    r"|[Zz]o niet|niet kan|altijd|[Cc]aso contrário|[Ss]e não|nem sempre"
)
TAKEN_UP = {
    "en": r"offer", "de": r"[Aa]ngebot", "fr": r"propos", "es": r"ofrec", "it": r"offerta|disponibilità",
    "nl": r"aanbod|krijgen", "pt": r"oferta|receber",
}  # fmt: skip


def said(found: Details, to: Recipient = TO_SENDER, ask: AskForFeedback = AskForFeedback.AFTER_INTERVIEW) -> Facts:
    decision = Reply(ReplyKind.THANKS, ARRIVED, to)
    return facts(rejection(), found, decision, replace(JANE, ask_for_feedback=ask), found.language)


@EVERY_VOICE
@pytest.mark.parametrize("offer", [HERE, ELSEWHERE])
def test_an_offer_is_taken_up_and_never_asked_for(language: str, tone: Tone, offer: str) -> None:
    for (stage, met_team), formality, key in itertools.product(STAGES, Formality, keys(3)):
        found = details(
            *(None, None, "Maya Lindqvist" if met_team else None),
            stage=stage,
            met_team=met_team,
            language=language,
            formality=formality,
            offers_feedback=offer,
        )
        text = reply(found, replace(JANE, tone=tone), key=key)
        feedback = [line for line in text.split("\n\n") if voice_of(language).CLAIMS["feedback"].search(line)]
        assert any(re.search(TAKEN_UP[language], line) for line in feedback), text
        assert not any(DOUBTS.search(line) for line in feedback), text
        assert is_clean(text, language), text
        assert is_consistent(text, language, formality), text
        assert not voice_of(language).PROMISES.search(text), text
        assert stage is not Stage.APPLIED or not voice_of(language).CLAIMS["met"].search(text.partition("\n\n")[2]), (
            text
        )
        assert SHORTEST <= len(text.split()) <= LONGEST, text


@EVERY_VOICE
def test_a_long_letter_with_an_offer_has_a_short_answer(language: str, tone: Tone) -> None:
    for (stage, met_team), offer, key in itertools.product(STAGES, (HERE, ELSEWHERE), keys(2)):
        found = replace(letter(stage, met_team=met_team, language=language), offers_feedback=offer)
        assert len(reply(found, replace(JANE, tone=tone), key=key).split()) <= LONGEST


@pytest.mark.parametrize(
    ("offer", "how"),
    [
        (HERE, "reply"),
        ("Gerne geben wir Ihnen eine Rückmeldung.", "reply"),
        ("N'hésitez pas à me demander un retour.", "reply"),
        ("Als je feedback wilt, laat het me weten.", "reply"),
        (ELSEWHERE, "elsewhere"),
        ("Gerne geben wir Ihnen telefonisch eine Rückmeldung.", "elsewhere"),
        ("You can request feedback through your candidate portal.", "elsewhere"),
        ("If you would like feedback, write to panel@lantern.example.", "elsewhere"),
        ("Feedback can be requested at https://lantern.example/feedback.", "elsewhere"),
        ("Feedback can be had from the chair, Ms Pike, on request.", "elsewhere"),
        ("Si quieres feedback, llámame.", "elsewhere"),
        ("Se desidera un riscontro, mi chiami.", "elsewhere"),
        ("Se quiser feedback, ligue para mim.", "elsewhere"),
        ("Voor een toelichting kunt u mij bellen.", "elsewhere"),
        ("Vous pouvez nous appeler pour un retour.", "elsewhere"),
    ],
)
def test_how_it_is_to_be_had_is_told_apart(offer: str, how: str) -> None:
    assert said(details(offers_feedback=offer)).offers_feedback == how


class TestOffer:
    def test_it_is_taken_up_although_nobody_met_and_the_position_fell_away(self) -> None:
        assert said(details(offers_feedback=HERE, reason=Reason.CANCELLED)).offers_feedback

    def test_it_is_left_alone_where_the_user_wants_no_feedback(self) -> None:
        found = details(offers_feedback=HERE, stage=Stage.INTERVIEWED)
        assert not said(found, ask=AskForFeedback.NEVER).offers_feedback
        assert "feedback" not in reply(found, replace(JANE, ask_for_feedback=AskForFeedback.NEVER))

    def test_it_is_not_taken_up_where_the_mail_gave_feedback(self) -> None:
        given = said(details(offers_feedback=HERE, gives_feedback="Our feedback: too brief."))
        assert (given.offers_feedback, given.gives_feedback) == ("", True)

    def test_it_goes_before_a_requirement_that_is_no_more_than_named(self) -> None:
        named = said(details(offers_feedback=HERE, stage=Stage.INTERVIEWED, reason=Reason.NOT_QUALIFIED))
        assert (named.offers_feedback, named.gives_feedback) == ("reply", False)

    def test_somebody_else_is_not_thanked_for_it(self) -> None:
        assert not said(details(offers_feedback=HERE), to=TO_FOUND).offers_feedback
