"""What a reply says, read as its reader would.

The snapshots in `tests/snapshots` show every template, with all facts and with none. After a change of the words, look
at them anew: `AJAR_REFRESH_SNAPSHOTS=1 pytest tests/test_voice.py`, then `git diff tests/snapshots`.
"""

import itertools
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from classifier.message import Address
from classifier.reading import Details, Formality, Stage
from replies.decision import AskForFeedback, Recipient, RecipientKind, Reply, ReplyKind, Tone
from replies.voice import write
from tests.rejections import ARRIVED, JANE, MAYA, TO_FOUND, TO_NOBODY, TO_SENDER, details, keys, rejection, reply

TEMPLATES = Path(__file__).parents[1] / "replies" / "templates"
SNAPSHOTS = Path(__file__).parent / "snapshots"
LANGUAGES = ("en", "de")
STAGES = ((Stage.APPLIED, False), (Stage.SPOKEN, False), (Stage.INTERVIEWED, False), (Stage.INTERVIEWED, True))


class Make(Protocol):
    """Makes details with more or fewer facts."""

    def __call__(self, stage: Stage, *, met_team: bool, **others: Any) -> Details: ...  # noqa: ANN401


def full(stage: Stage, *, met_team: bool, **others: Any) -> Details:  # noqa: ANN401
    found = details("Lantern GmbH", "Data Analyst (m/w/d)", "Dr. Maya Lindqvist", **others)
    return replace(found, stage=stage, met_team=met_team, keeps_on_file="We keep it.")


def bare(stage: Stage, *, met_team: bool, **others: Any) -> Details:  # noqa: ANN401
    return details(None, None, None, stage=stage, met_team=met_team, **others)


def partial(stage: Stage, *, met_team: bool, **others: Any) -> Details:  # noqa: ANN401
    return details(None, "Data Analyst", None, stage=stage, met_team=met_team, declines_feedback="No.", **others)


MAKES: tuple[Make, ...] = (full, partial, bare)
EVERY_VOICE = pytest.mark.parametrize(("language", "tone"), list(itertools.product(LANGUAGES, Tone)))


@cache
def renderings(language: str, tone: Tone) -> list[tuple[str, Details]]:
    """Every stage, with all facts, some and none, in both formalities, to the sender and to somebody found."""
    return [
        (reply(found, replace(JANE, tone=tone, ask_for_feedback=ask), to=to, key=key), found)
        for (stage, met_team), make, formality in itertools.product(STAGES, MAKES, Formality)
        for found in [make(stage, met_team=met_team, language=language, formality=formality)]
        for to, ask in itertools.product((TO_SENDER, TO_FOUND), (AskForFeedback.NEVER, AskForFeedback.ALWAYS))
        for key in keys(4)
    ]


@EVERY_VOICE
def test_every_reply_is_clean_short_and_whole(language: str, tone: Tone) -> None:
    for text, _ in renderings(language, tone):
        greeting, *body, ending = text.rstrip("\n").split("\n\n")
        assert greeting.endswith(",")
        assert 2 <= len(body) <= 5
        assert ending.endswith("\nJane Doe")
        assert all(re.fullmatch(r"[^\n]+[.?]", paragraph) for paragraph in body), text
        assert not re.search(r"[{}\[\]<>_#|!]|None|undefined|  |\s[,.;?]|[.,;]{2}|\.[A-ZÄÖÜ]|„“|\(\)", text), text
        assert 40 <= len(text.split()) <= 120, text


CLAIMS = {
    "met": r"\b(?:conversations?|interview|(?:speak|talk)(?:ing|ed)? with|talked|(?:to|have) (?:meet|met) you|"
    r"meet(?:ing)? (?:again|me|the)|everyone I met|paths cross(?:ed)? again|Gespräche?n?|kennengelernt|gesprochen|"
    r"begegnen|sieht man sich)\b",
    "team": r"\b[Tt]eam\b",
    "feedback": r"\b[Ff]eedback\b",
    "on_file": r"\b(?:my details|on file|vorgemerkt)\b",
}


@EVERY_VOICE
def test_no_reply_claims_what_is_not_true(language: str, tone: Tone) -> None:
    for text, found in renderings(language, tone):
        body = text.partition("\n\n")[2]
        met = found.stage is not Stage.APPLIED
        assert met or not re.search(CLAIMS["met"], body), body
        assert (met and found.met_team) or not re.search(CLAIMS["team"], body), body
        assert not found.declines_feedback or not re.search(CLAIMS["feedback"], body), body
        assert found.keeps_on_file or not re.search(CLAIMS["on_file"], body), body
        assert found.company or "Lantern" not in body
        assert found.role or "Data Analyst" not in body


PROMISES = re.compile(
    r"apply again|try again|hear from me|hasn't changed|still|remain interested|bewerbe ich|erneut|melde (?:ich )?mich|"
    r"nach wie vor|weiterhin (?:interess|sehr)|besteht fort"
)


@EVERY_VOICE
def test_no_reply_promises_to_apply_again_or_claims_what_was_felt_before(language: str, tone: Tone) -> None:
    for text, _ in renderings(language, tone):
        assert not PROMISES.search(text), text


@EVERY_VOICE
def test_german_says_du_or_sie_and_never_both(language: str, tone: Tone) -> None:
    for text, found in renderings(language, tone):
        if found.language == "de":
            familiar = re.search(r"\b(?:du|dir|dich|dein\w*|ihr|euch|eure\w*)\b", text)
            formal = re.search(r"\b(?:Sie|Ihnen|Ihr\w*)\b", text)
            assert not (formal if found.formality is Formality.FAMILIAR else familiar), text


class TestFeedback:
    def asks(self, ask: AskForFeedback, found: Details) -> bool:
        texts = [reply(found, replace(JANE, ask_for_feedback=ask), key=key) for key in keys()]
        asking = ["feedback" in text for text in texts]
        assert all(asking) or not any(asking)
        return all(asking)

    def test_it_is_asked_for_as_the_user_wants(self) -> None:
        applied, met = details(), details(stage=Stage.INTERVIEWED)
        assert self.asks(AskForFeedback.ALWAYS, applied)
        assert self.asks(AskForFeedback.AFTER_INTERVIEW, met)
        assert not self.asks(AskForFeedback.AFTER_INTERVIEW, applied)
        assert not self.asks(AskForFeedback.NEVER, met)

    def test_it_is_never_asked_for_when_the_mail_says_that_none_is_given(self) -> None:
        assert not self.asks(AskForFeedback.ALWAYS, details(stage=Stage.INTERVIEWED, declines_feedback="We give none."))

    @pytest.mark.parametrize(("language", "thanks"), [("en", "telling me why"), ("de", "offene Begründung")])
    def test_it_is_thanked_for_and_not_asked_for_again_when_the_mail_gives_it(self, language: str, thanks: str) -> None:
        given = details(stage=Stage.INTERVIEWED, language=language, gives_feedback="Our feedback: too brief.")
        texts = [reply(given, replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS), key=key) for key in keys()]
        assert all(thanks in text and "eedback" not in text for text in texts)

    def test_somebody_else_is_not_thanked_for_it(self) -> None:
        assert "telling me why" not in reply(details(gives_feedback="Our feedback: too brief."), to=TO_FOUND)


class TestGreeting:
    @pytest.mark.parametrize(
        ("signed", "tone", "language", "formality", "expected"),
        [
            ("Maya Lindqvist", Tone.WARM, "en", None, "Hi Maya,"),
            ("Maya Lindqvist", Tone.PLAIN, "en", None, "Hello Maya,"),
            ("Maya Lindqvist", Tone.FORMAL, "en", None, "Dear Maya Lindqvist,"),
            ("Dr. Anna Müller", Tone.FORMAL, "en", None, "Dear Dr. Anna Müller,"),
            ("Dr. Anna Müller", Tone.WARM, "en", None, "Dear Dr. Anna Müller,"),
            ("Dr Helen Marsh", Tone.PLAIN, "en", None, "Dear Dr Helen Marsh,"),
            ("Prof. Dr. Helen Marsh", Tone.WARM, "en", None, "Dear Prof. Dr. Helen Marsh,"),
            ("Professor Helen Marsh", Tone.WARM, "en", None, "Dear Professor Helen Marsh,"),
            ("Drew Marsh", Tone.WARM, "en", None, "Hi Drew,"),
            ("A. Müller", Tone.WARM, "en", None, "Hi A. Müller,"),
            ("MAYA LINDQVIST", Tone.WARM, "en", None, "Hi Maya,"),
            ("Lindqvist, Maya", Tone.FORMAL, "en", None, "Dear Maya Lindqvist,"),
            ("Maya Lindqvist", Tone.WARM, "de", Formality.FAMILIAR, "Hallo Maya,"),
            ("Maya Lindqvist", Tone.WARM, "de", Formality.FORMAL, "Guten Tag Maya Lindqvist,"),
            ("Maya Lindqvist", Tone.WARM, "de", None, "Guten Tag Maya Lindqvist,"),
            ("Dr. Anna Müller", Tone.PLAIN, "de", Formality.FORMAL, "Guten Tag Dr. Anna Müller,"),
            ("Frau Müller", Tone.WARM, "de", Formality.FORMAL, "Guten Tag Frau Müller,"),
            ("The Recruiting Team", Tone.WARM, "en", None, "Hello Lantern team,"),
            ("{{ 7 * 7 }}", Tone.WARM, "en", None, "Hello Lantern team,"),
            (None, Tone.FORMAL, "en", None, "Hello Lantern team,"),
            (None, Tone.WARM, "de", Formality.FORMAL, "Guten Tag,"),
            (None, Tone.WARM, "de", Formality.FAMILIAR, "Hallo,"),
        ],
    )
    def test_it_is_natural(
        self, signed: str | None, tone: Tone, language: str, formality: Formality | None, expected: str
    ) -> None:
        found = details(person=signed, language=language, formality=formality)
        sender = Address("Lantern", "jobs@lantern.example")
        to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.TEAM, sender, ""))
        text = write(rejection(sender=sender), found, to, replace(JANE, tone=tone))
        assert text.startswith(f"{expected}\n\n")

    @pytest.mark.parametrize(
        ("first_line", "expected"),
        [
            ("Dear Ms Doe,", "Dear Maya Lindqvist,"),
            ("Dear Mr. Doe,", "Dear Maya Lindqvist,"),
            ("\nDear Dr Doe,", "Dear Maya Lindqvist,"),
            ("Dear Jane,", "Hi Maya,"),
            ("Dear Mrinal,", "Hi Maya,"),
            ("Hi Jane, a Dear Mr Doe is not your style,", "Hi Maya,"),
        ],
    )
    def test_who_greets_formally_is_not_called_by_the_first_name(self, first_line: str, expected: str) -> None:
        mail = rejection(text=f"{first_line}\n\nWe have chosen somebody else.")
        to = Reply(ReplyKind.THANKS, ARRIVED, Recipient(RecipientKind.PERSON, MAYA, ""))
        text = write(mail, details(person="Maya Lindqvist"), to, JANE)
        assert text.startswith(f"{expected}\n\n")

    def test_somebody_found_in_earlier_mails_is_greeted_not_who_signed_this_one(self) -> None:
        assert reply(details(person="Maya Lindqvist"), to=TO_FOUND).startswith("Hi Jonas,")

    def test_the_sender_is_who_wrote_even_when_the_address_lost_its_name(self) -> None:
        nameless = Recipient(RecipientKind.PERSON, Address("", MAYA.email), "")
        text = write(rejection(), details(person="Maya Lindqvist"), Reply(ReplyKind.THANKS, ARRIVED, nameless), JANE)
        assert text.startswith("Hi Maya,")
        assert "takes no replies" not in text

    def test_the_name_on_the_address_is_used_when_the_address_bears_it_out(self) -> None:
        sure = Recipient(RecipientKind.PERSON, MAYA, "")
        odd = Recipient(RecipientKind.PERSON, Address("Maya Lindqvist", "office7@lantern.example"), "")
        text = [
            write(rejection(sender=to.address), details(), Reply(ReplyKind.THANKS, ARRIVED, to), JANE)
            for to in (sure, odd)
        ]
        assert text[0].startswith("Hi Maya,")
        assert text[1].startswith("Hello Lantern team,")

    def test_without_a_company_it_is_a_plain_hello(self) -> None:
        assert reply(details(company=None)).startswith("Hello,\n")


class TestCompanyAndRole:
    @pytest.mark.parametrize(
        ("company", "language", "expected"),
        [
            ("Lantern GmbH", "de", "Lantern"),
            ("Lantern GmbH & Co. KG", "en", "Lantern"),
            ("Lantern, Inc.", "en", "Lantern"),
            ("Stadt Köln", "de", None),
            ("Stadtwerke Köln", "de", None),
            ("Hochschule Nordsee", "de", None),
            ("University of Lantern", "en", "the University of Lantern"),
            ("{{ company }}", "en", None),
        ],
    )
    def test_a_company_is_named_only_where_the_grammar_is_sure(
        self, company: str, language: str, expected: str | None
    ) -> None:
        texts = [reply(details(company, language=language, stage=Stage.INTERVIEWED), key=key) for key in keys(30)]
        bodies = [text.partition("\n\n")[2] for text in texts]
        if expected:
            assert any(re.search(rf"{re.escape(expected)}[ ,.]", body) for body in bodies)
            assert company == expected.removeprefix("the ") or not any(company in body for body in bodies)
        else:
            assert not any(company.split(maxsplit=1)[0] in body for body in bodies)

    def test_a_persons_name_is_no_company(self) -> None:
        found = details("Maya Lindqvist", person="Maya Lindqvist")
        assert not any("Lindqvist" in reply(found, key=key) for key in keys(30))

    def test_a_role_loses_its_gender_note(self) -> None:
        text = "".join(reply(details(role="Data Analyst (m/w/d)"), key=key) for key in keys())
        assert "the Data Analyst role" in text
        assert "m/w/d" not in text


class TestSignature:
    def test_it_is_the_users_own_lines(self) -> None:
        text = reply(details(), replace(JANE, signature="Jane\n+49 30 000000"))
        assert text.endswith("\nJane\n+49 30 000000\n")

    def test_formal_replies_bear_the_full_name(self) -> None:
        assert reply(details(), replace(JANE, signature="Jane", tone=Tone.FORMAL)).endswith("\nJane Doe\n")

    def test_a_value_is_never_a_template(self) -> None:
        text = reply(details(), replace(JANE, signature="{{ 7 * 7 }} {% raise %}"))
        assert text.endswith("\n{{ 7 * 7 }} {% raise %}\n")


class TestChoice:
    def test_the_same_mail_gives_the_same_words(self) -> None:
        assert reply(details()) == reply(details())

    def test_two_mails_seldom_read_alike(self) -> None:
        assert len({reply(details(), key=key) for key in keys(40)}) >= 8

    def test_the_language_is_the_mails_unless_the_user_sets_one_and_english_for_want_of_templates(self) -> None:
        assert "Guten Tag" in reply(details(language="de"))
        assert "Hello" in reply(details(language="de"), replace(JANE, language="en"))
        assert "Hello" in reply(details(language="fr"))
        assert "Hello" in reply(details(language="../../etc"))

    def test_a_draft_for_nobody_is_written_all_the_same(self) -> None:
        assert reply(details(person="Maya Lindqvist"), to=TO_NOBODY).startswith("Hi Maya,")


def snapshot(language: str, tone: Tone) -> str:
    """Every template of this language and tone, once with all facts and once with none."""
    pages = []
    for path in sorted((TEMPLATES / language / "thanks").glob(f"*-{tone}-*.txt.j2")):
        for title, make in (("every fact", full), ("no fact", bare)):
            pages.append(f"=== {path.name.removesuffix('.txt.j2')}, {title}\n\n{page(path, language, tone, make)}")
    return "\n".join(pages)


def page(path: Path, language: str, tone: Tone, make: Make) -> str:
    """The reply that this template gives: the first key that chooses it."""
    shape = path.name.split("-")[0]
    stage, met_team = {"met": STAGES[2], "team": STAGES[3]}.get(shape, STAGES[0])
    found = make(stage, met_team=met_team, language=language)
    only = replace(JANE, tone=tone)
    to = TO_FOUND if shape == "heard" else TO_SENDER
    marker = own_words(path)
    return next(text for key in keys(400) if marker in (text := reply(found, only, to=to, key=key)))


def own_words(path: Path) -> str:
    """The longest run of plain words in a template, by which its reply is known."""
    plain = re.sub(r"\{[{%].*?[%}]\}", "\0", path.read_text(encoding="utf-8")).replace("\n", "\0")
    return max(plain.split("\0"), key=len).strip()


@EVERY_VOICE
def test_the_words_are_those_that_were_read_and_approved(language: str, tone: Tone) -> None:
    file = SNAPSHOTS / f"{language}-{tone}.txt"
    if os.environ.get("AJAR_REFRESH_SNAPSHOTS"):
        file.write_text(snapshot(language, tone), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == snapshot(language, tone)
