"""The words of a reply: a template that is true of the facts, chosen by the mail's key, filled in.

A template holds the paragraphs between greeting and closing: a line for a sentence, an empty line between paragraphs.
`<language>/greeting.txt.j2` and `<language>/closing.txt.j2` hold the rest. A value from a mail is data: it is never
compiled, and the sandbox gives a template nothing but the facts.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, meta
from jinja2.nodes import Name
from jinja2.sandbox import ImmutableSandboxedEnvironment

from classifier.message import Message
from classifier.reading import Details
from replies.decision import Policy, Reply, ReplyKind, Tone
from replies.facts import Facts, facts, signature

_OURS = Path(__file__).parent / "templates"
_SUFFIX = ".txt.j2"
_FALLBACK = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SHAPES = "grateful|interested|met|team|heard|given|again"
_TONES = "|".join(Tone)
_KINDS = "|".join(ReplyKind)
_KNOWN_NAME = re.compile(
    rf"[a-z]{{2,3}}/(?:greeting|closing|words|reconnect/subject|(?:{_KINDS})/(?:{_SHAPES})-(?:{_TONES})-\d+)\.txt\.j2"
)
_TIDY = ((re.compile(r"[ \t]*\n[ \t]*"), " "), (re.compile(r"\s+(?=[,.;?!])"), ""), (re.compile(r"[ \t]{2,}"), " "))


_BLANK = re.compile(r"«[^«»\n]{1,200}»")


class ComposeError(ValueError):
    """The draft did not come out as it must. The sentence names the template or the header, no words of a mail."""


class TemplateProblem(NamedTuple):
    """One thing wrong in a user's template: the file within the folder, the line (from 1), and what it is."""

    file: str
    line: int
    message: str


class Written(NamedTuple):
    """A reply's text and the template that it was written from ("en/thanks/met-warm-1").

    `subject` is that of a new mail; empty for what is only ever written as an answer.
    """

    text: str
    wording: str
    subject: str = ""


def write(
    message: Message, details: Details, decision: Reply, policy: Policy, used: Collection[str] = frozenset()
) -> Written:
    """Return the reply's text: greeting, paragraphs, closing and signature, lines ended by a single newline.

    The same mail gives the same words, unless they were `used` (wordings of other replies): then others are taken, as
    long as there are any. A language without templates, ours or the user's, falls back to English.

    Raises:
        ComposeError: A template, most likely the user's own, cannot be filled in.
    """
    for language in (details.language if policy.language == "auto" else policy.language, _FALLBACK):
        said = facts(message, details, decision, policy, language)
        letter = _Letter(language, said, message.key, policy.templates)
        if name := letter.choose(decision.kind, used):
            subject = letter.subject() if decision.kind is ReplyKind.RECONNECT else ""
            return Written(letter.write(name, signature(policy)), name.removesuffix(_SUFFIX), subject)
    raise ComposeError(f"There is no template for {decision.kind} in a {policy.tone} tone.")


def blanks_of(text: str) -> list[str]:
    """Return what only the user can fill in: the marked blanks of a draft («why this role»), in their order."""
    return _BLANK.findall(text)


def check_templates(folder: Path) -> list[TemplateProblem]:
    """Return everything wrong in a user's own templates: syntax, unknown variables, names that are never used."""
    return [problem for path in sorted(folder.rglob("*.j2")) for problem in _problems(path, folder)]


class _Letter:
    """One reply in the making."""

    def __init__(self, language: str, said: Facts, key: str, own: Path | None) -> None:
        self._language, self._said, self._key, self._own = language, said, key, own
        self._environment = _environment(own)

    def choose(self, kind: ReplyKind, used: Collection[str]) -> str | None:
        """The name of a template that is true of the facts, of the user's own where there are any, or None."""
        if not _LANGUAGE.fullmatch(self._language):
            return None
        shapes = ("given",) if kind is ReplyKind.FEEDBACK else self._said.shapes
        stems = tuple(f"{shape}-{self._said.tone}-" for shape in shapes)
        for folder in filter(None, [self._own, _OURS]):
            files = sorted((folder / self._language / kind).glob(f"*{_SUFFIX}"))
            names = [f"{self._language}/{kind}/{path.name}" for path in files if path.name.startswith(stems)]
            if names:
                return self._pick(*([name for name in names if name.removesuffix(_SUFFIX) not in used] or names))
        return None

    def write(self, name: str, signed: str) -> str:
        paragraphs = map(_tidied, re.split(r"\n\s*\n", self._render(name)))
        ending = f"{self._line('closing')}\n{signed}"
        return "\n\n".join([self._line("greeting"), *filter(None, paragraphs), ending]) + "\n"

    def subject(self) -> str:
        return self._line("reconnect/subject")

    def _line(self, part: str) -> str:
        return _tidied(self._render(f"{self._language}/{part}{_SUFFIX}"))

    def _render(self, name: str) -> str:
        try:
            return self._environment.get_template(name).render(asdict(self._said), one_of=self._pick)
        except TemplateNotFound as error:
            raise ComposeError(f"The template {error.name} is missing.") from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise ComposeError(f"The template {name} cannot be filled in ({type(error).__name__}).") from None

    def _pick(self, *choices: str) -> str:
        """One of several, always the same for the same mail: two replies should not read alike."""
        digest = hashlib.sha256("\n".join((self._key, *choices)).encode("utf-8", "replace")).digest()
        return choices[int.from_bytes(digest[:8]) % len(choices)]


@cache
def _environment(own: Path | None) -> ImmutableSandboxedEnvironment:
    folders: list[BaseLoader] = [FileSystemLoader(folder) for folder in (own, _OURS) if folder]
    return ImmutableSandboxedEnvironment(  # plain text: escaping would spoil it
        loader=ChoiceLoader(folders), undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )


def _tidied(text: str) -> str:
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    return text.strip()


def _problems(path: Path, folder: Path) -> Iterator[TemplateProblem]:
    file = path.relative_to(folder).as_posix()
    if not _KNOWN_NAME.fullmatch(file):
        yield TemplateProblem(file, 1, "no reply uses a template of this name")
    environment = _environment(folder)
    try:
        source = path.read_text("utf-8")
        environment.compile(source, file)
    except (OSError, UnicodeDecodeError):
        yield TemplateProblem(file, 1, "cannot be read as UTF-8 text")
    except TemplateError as error:
        yield TemplateProblem(file, getattr(error, "lineno", None) or 1, str(error))
    else:
        yield from _unknown_variables(environment, source, file)


def _unknown_variables(environment: ImmutableSandboxedEnvironment, source: str, file: str) -> Iterator[TemplateProblem]:
    tree = environment.parse(source, file)
    known = {field.name for field in fields(Facts)} | {"one_of"} | set(environment.globals)
    for name in sorted(meta.find_undeclared_variables(tree) - known):
        line = min(node.lineno for node in tree.find_all(Name) if node.name == name)
        yield TemplateProblem(file, line, f"there is no variable “{name}”")
