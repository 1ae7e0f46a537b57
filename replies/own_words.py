"""A user's own templates, looked over before a reply needs them: each mistake with its file and its line.

Jinja says at once what it cannot parse; that a name has no such part, or that a file to import is missing, shows only
when a letter is written. So each template is written too: with all facts, with none, and with each of them turned over.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple

from jinja2 import TemplateError, TemplateNotFound, meta
from jinja2.nodes import Name
from jinja2.sandbox import ImmutableSandboxedEnvironment

from replies.decide import LANGUAGES
from replies.decision import ReplyKind, Tone
from replies.facts import Facts
from replies.voice import SUFFIX, environment

_SHAPES = "grateful|interested|met|team|heard|given|again"
_TONES = "|".join(Tone)
_KINDS = "|".join(ReplyKind)
_KNOWN_NAME = re.compile(
    rf"[a-z]{{2,3}}/(?:greeting|closing|words|reconnect/subject|(?:{_KINDS})/(?:{_SHAPES})-(?:{_TONES})-\d+)\.txt\.j2"
)
_REASONS: Final = ("filled", "cancelled", "paused", "other-candidates", "not-qualified")
_FULL: Final = Facts(
    tone=Tone.WARM,
    person="Dr. Maya Lindqvist",
    first_name="Maya",
    titled=True,
    greeted_formally=True,
    company="Lantern",
    role="Data Analyst",
    met=True,
    interviewed=True,
    met_team=True,
    familiar=True,
    ask_feedback=True,
    gives_feedback=True,
    keeps_on_file=True,
    heard=True,
    offers_feedback="reply",
    reason=_REASONS[0],
    told_when=True,
    advises=True,
    encourages=True,
    last_role="Designer",
    month=3,
    year=2026,
    had_feedback=True,
    another_kind=True,
    updates="I led a team.",
)
_BARE: Final = replace(
    _FULL,
    **{each.name: type(getattr(_FULL, each.name))() for each in fields(Facts) if each.name not in {"tone", "month"}},
)


class TemplateProblem(NamedTuple):
    """One thing wrong in a user's template: the file within the folder, the line (from 1), and what it is."""

    file: str
    line: int
    message: str


def check_templates(folder: Path) -> list[TemplateProblem]:
    """Return everything wrong in a user's own templates.

    Syntax, variables and parts of them that there are not, files to import that are missing, names that no reply uses,
    a language of the user's own that lacks a greeting or a closing.
    """
    files = sorted(path for suffix in ("*.j2", "*.txt") for path in folder.rglob(suffix) if path.is_file())
    return [*(problem for path in files for problem in _problems(path, folder)), *_missing(folder)]


def _problems(path: Path, folder: Path) -> Iterator[TemplateProblem]:
    file = path.relative_to(folder).as_posix()
    known = _KNOWN_NAME.fullmatch(file) is not None
    if not known:
        yield TemplateProblem(file, 1, "no reply uses a template of this name")
    own = environment(folder)
    try:
        source = path.read_text("utf-8")
        own.compile(source, file)
    except (OSError, UnicodeDecodeError):
        yield TemplateProblem(file, 1, "cannot be read as UTF-8 text")
    except TemplateError as error:
        yield TemplateProblem(file, getattr(error, "lineno", None) or 1, str(error))
    else:
        unknown = list(_unknown_variables(own, source, file))
        yield from unknown or (_when_written(own, path, file) if known else ())


def _missing(folder: Path) -> Iterator[TemplateProblem]:
    """Yield what a language that is not ours needs and does not have."""
    languages = {path.relative_to(folder).parts[0] for path in folder.glob(f"*/*/*{SUFFIX}")}
    for language in sorted(languages - LANGUAGES):
        for name in ("greeting", "closing"):
            file = f"{language}/{name}{SUFFIX}"
            if not (folder / file).is_file():
                yield TemplateProblem(file, 1, "is missing, and Ajar has none in this language")


def _unknown_variables(own: ImmutableSandboxedEnvironment, source: str, file: str) -> Iterator[TemplateProblem]:
    tree = own.parse(source, file)
    known = {field.name for field in fields(Facts)} | {"one_of"} | set(own.globals)
    for name in sorted(meta.find_undeclared_variables(tree) - known):
        line = min(node.lineno for node in tree.find_all(Name) if node.name == name)
        yield TemplateProblem(file, line, f"there is no variable “{name}”")


def _when_written(own: ImmutableSandboxedEnvironment, path: Path, file: str) -> Iterator[TemplateProblem]:
    """Yield what goes wrong, each once, when the template is written with facts of every sort."""
    found = dict.fromkeys(problem for said in _samples(file) if (problem := _problem_with(own, path, file, said)))
    yield from found


def _problem_with(own: ImmutableSandboxedEnvironment, path: Path, file: str, said: Facts) -> TemplateProblem | None:
    try:
        own.get_template(file).render(asdict(said), one_of=lambda *choices: choices[0])
    except TemplateNotFound as error:
        return TemplateProblem(file, _line_in(path, error.__traceback__), f"there is no template “{error.name}”")
    except Exception as error:  # noqa: BLE001 - whatever a template of the user's raises
        said_so = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        return TemplateProblem(file, _line_in(path, error.__traceback__), said_so)
    return None


def _samples(file: str) -> Iterator[Facts]:
    """Yield all facts and none, each also with one of them the other way round, in the tones that the file is for."""
    for tone in [tone for tone in Tone if f"-{tone}-" in file] or Tone:
        full, bare = (replace(each, tone=tone.value) for each in (_FULL, _BARE))
        yield from (full, bare)
        for name in (each.name for each in fields(Facts) if each.name not in {"tone", "month"}):
            yield replace(full, **{name: getattr(bare, name)})
            yield replace(bare, **{name: getattr(full, name)})
        yield from (replace(full, reason=reason) for reason in _REASONS[1:])
        yield replace(bare, offers_feedback="elsewhere")


def _line_in(path: Path, trace: TracebackType | None) -> int:
    """Return the line of the template that was being written; Jinja puts its lines into the traceback."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
