"""A user's own templates."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from replies.decide import LANGUAGES
from replies.decision import Policy, ReplyKind, Tone
from replies.facts import Facts
from replies.own_words import TemplateProblem, check_templates
from replies.voice import ComposeError
from tests.rejections import JANE, details, keys, reply

TEMPLATES = Path(__file__).parents[1] / "replies" / "templates"


class TestOwnTemplates:
    def own(self, folder: Path, name: str, text: str) -> Policy:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return replace(JANE, templates=folder)

    def test_a_french_space_before_a_question_or_an_exclamation_mark_stays(self, tmp_path: Path) -> None:
        text = "Merci\u00a0! Un retour\u202f; est-ce possible\u00a0?"
        policy = self.own(tmp_path, "fr/thanks/grateful-warm-1.txt.j2", text)
        assert f"\n\n{text}\n\n" in reply(details(language="fr"), policy)

    def test_they_take_the_place_of_ours(self, tmp_path: Path) -> None:
        policy = self.own(tmp_path, "en/thanks/grateful-warm-1.txt.j2", "My own words about {{ role }}.")
        for key in keys():
            assert "\n\nMy own words about Data Analyst.\n\n" in reply(details(), policy, key=key)

    def test_where_there_are_none_ours_are_used(self, tmp_path: Path) -> None:
        policy = self.own(tmp_path, "en/thanks/grateful-formal-1.txt.j2", "My own words.")
        assert "My own words" not in reply(details(), policy)

    def test_greeting_and_closing_can_be_ones_own_too(self, tmp_path: Path) -> None:
        self.own(tmp_path, "en/greeting.txt.j2", "Ahoy {{ first_name }},")
        policy = self.own(tmp_path, "en/closing.txt.j2", "Fair winds,")
        text = reply(details(person="Maya Lindqvist"), policy)
        assert text.startswith("Ahoy Maya,\n")
        assert text.endswith("\nFair winds,\nJane Doe\n")

    def test_a_language_of_ones_own_is_used(self, tmp_path: Path) -> None:
        for name, text in {
            "greeting": "Hej,",
            "closing": "Vänliga hälsningar,",
            "thanks/grateful-warm-1": "Tack.",
        }.items():
            policy = self.own(tmp_path, f"sv/{name}.txt.j2", text)
        assert reply(details(language="sv"), policy) == "Hej,\n\nTack.\n\nVänliga hälsningar,\nJane Doe\n"

    def test_a_language_of_ones_own_without_words_for_the_case_falls_back_to_english(self, tmp_path: Path) -> None:
        policy = self.own(tmp_path, "sv/thanks/grateful-formal-1.txt.j2", "Tack.")
        assert reply(details(language="sv"), policy).startswith("Hello")

    def test_a_language_without_a_greeting_is_an_error_that_names_the_file(self, tmp_path: Path) -> None:
        policy = self.own(tmp_path, "sv/thanks/grateful-warm-1.txt.j2", "Tack.")
        with pytest.raises(ComposeError, match=r"sv/(?:greeting|closing)\.txt\.j2 is missing"):
            reply(details(language="sv"), policy)

    @pytest.mark.parametrize(
        "text", ["{{ ''.__class__.__mro__ }}", "{{ one_of.__globals__ }}", "{{ role.nonsense }}", "{{ 1 // 0 }}"]
    )
    def test_what_a_template_must_not_do_is_an_error(self, tmp_path: Path, text: str) -> None:
        policy = self.own(tmp_path, "en/thanks/grateful-warm-1.txt.j2", text)
        with pytest.raises(ComposeError, match=r"grateful-warm-1\.txt\.j2 cannot be filled in"):
            reply(details(), policy)

    def test_checking_finds_every_mistake_with_its_line(self, tmp_path: Path) -> None:
        self.own(tmp_path, "en/thanks/grateful-warm-1.txt.j2", "Fine {{ role }}.\n{{ compnay }}")
        self.own(tmp_path, "en/thanks/met-warm-1.txt.j2", "Fine.\n\n{% if met %}")
        self.own(tmp_path, "en/thanks/met-warm-2.txt.j2", "{{ role | shout }}")
        self.own(tmp_path, "en/thanks/thankful.txt.j2", "Fine.")
        (tmp_path / "en" / "closing.txt.j2").write_bytes(b"\xff\xfe")
        found = check_templates(tmp_path)
        assert [(problem.file, problem.line) for problem in found] == [
            ("en/closing.txt.j2", 1),
            ("en/thanks/grateful-warm-1.txt.j2", 2),
            ("en/thanks/met-warm-1.txt.j2", 3),
            ("en/thanks/met-warm-2.txt.j2", 1),
            ("en/thanks/thankful.txt.j2", 1),
        ]
        assert TemplateProblem("en/thanks/grateful-warm-1.txt.j2", 2, "there is no variable “compnay”") in found

    def test_our_own_have_none(self) -> None:
        assert check_templates(TEMPLATES) == []

    def test_what_shows_only_when_a_letter_is_written_is_found_with_its_line_too(self, tmp_path: Path) -> None:
        self.own(tmp_path, "en/thanks/grateful-warm-1.txt.j2", "Fine.\n\n{{ company.nmae }}")
        self.own(tmp_path, "en/thanks/met-warm-1.txt.j2", "Fine.\n{% if not role %}\n{{ role[0] }}\n{% endif %}")
        self.own(tmp_path, "en/thanks/met-warm-2.txt.j2", '{% import "en/wrods.txt.j2" as say %}\nFine.')
        self.own(tmp_path, "en/thanks/team-warm-1.txt.j2", "Fine.\n{{ 1 // month_of }}")
        self.own(tmp_path, "en/thanks/team-warm-2.txt.j2", "Fine.\n{{ 1 // (month - 3) }}")
        found = check_templates(tmp_path)
        assert [(problem.file.rpartition("/")[2], problem.line) for problem in found] == [
            ("grateful-warm-1.txt.j2", 3),
            ("met-warm-1.txt.j2", 3),
            ("met-warm-2.txt.j2", 1),
            ("team-warm-1.txt.j2", 2),
            ("team-warm-2.txt.j2", 2),
        ]
        assert "there is no template “en/wrods.txt.j2”" in {problem.message for problem in found}

    def test_a_file_that_no_reply_reads_for_its_name_is_found(self, tmp_path: Path) -> None:
        self.own(tmp_path, "en/thanks/grateful-warm-1.txt", "Fine.")
        self.own(tmp_path, "en/notes.md", "No template at all.")
        assert [problem.file for problem in check_templates(tmp_path)] == ["en/thanks/grateful-warm-1.txt"]

    def test_a_language_of_ones_own_that_lacks_a_greeting_or_a_closing_is_found(self, tmp_path: Path) -> None:
        self.own(tmp_path, "sv/thanks/grateful-warm-1.txt.j2", "Tack.")
        self.own(tmp_path, "sv/closing.txt.j2", "Hej då,")
        self.own(tmp_path, "fr/thanks/grateful-warm-1.txt.j2", "Merci.")
        assert [problem.file for problem in check_templates(tmp_path)] == ["sv/greeting.txt.j2"]

    def test_an_empty_greeting_leaves_no_gap(self, tmp_path: Path) -> None:
        policy = self.own(tmp_path, "en/greeting.txt.j2", "")
        self.own(tmp_path, "en/thanks/grateful-warm-1.txt.j2", "Thank you.")
        assert reply(details(), policy).startswith("Thank you.\n\n")


def test_the_guide_to_own_words_names_every_variable_shape_and_tone_and_its_example_is_sound(tmp_path: Path) -> None:
    guide = (TEMPLATES.parent / "README.md").read_text("utf-8")
    said = set(re.findall(r"`(\w+)`", guide)) | {"one_of"}
    names = {path.name.split("-")[0] for path in TEMPLATES.rglob("*-*-*.txt.j2")}
    assert {field.name for field in fields(Facts)} | names | set(Tone) | set(ReplyKind) | LANGUAGES <= said
    example = guide.partition("    Thank you")[2].partition("`one_of(…)`")[0]
    folder = tmp_path / "en" / "thanks"
    folder.mkdir(parents=True)
    (folder / "grateful-warm-1.txt.j2").write_text(f"    Thank you{example}", "utf-8")
    assert check_templates(tmp_path) == []
