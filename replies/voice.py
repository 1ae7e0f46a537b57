"""The words of a reply: a template that is true of the facts, chosen by the mail's key, filled in.

A template holds the paragraphs between greeting and closing: a line for a sentence, an empty line between paragraphs.
`<language>/greeting.txt.j2` and `<language>/closing.txt.j2` hold the rest. A value from a mail is data: it is never
compiled, and the sandbox gives a template nothing but the facts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from classifier.message import Message
from classifier.reading import Details
from replies.decision import Policy, Reply, ReplyKind
from replies.facts import Facts, facts, signature
from replies.variety import keys_after, next_template, phrase, repeated

_OURS = Path(__file__).parent / "templates"
SUFFIX = ".txt.j2"
_FALLBACK = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_TIDY = ((re.compile(r"[ \t]*\n[ \t]*"), " "), (re.compile(r"\s+(?=[,.])"), ""), (re.compile(r"[ \t]{2,}"), " "))


_BLANK = re.compile(r"«[^«»\n]{1,200}»")


class ComposeError(ValueError):
    """The draft did not come out as it must. The sentence names the template or the header, no words of a mail."""


class Written(NamedTuple):
    """A reply's text, the template that it was written from ("en/thanks/met-warm-1"), the key that chose its phrases.

    `subject` is that of a new mail; empty for what is only ever written as an answer.
    """

    text: str
    wording: str
    subject: str = ""
    key: str = ""


def write(
    message: Message,
    details: Details,
    decision: Reply,
    policy: Policy,
    before: Sequence[str] = (),
    *,
    key: str | None = None,
) -> Written:
    """Return the reply's text: greeting, paragraphs, closing and signature, lines ended by a single newline.

    The same key, which is the mail's if none is given, has the same words, but for those that were said `before`
    (wordings of other drafts, the latest last): then it is others, as long as there are any. A language without
    templates, ours or the user's, falls back to English.

    Raises:
        ComposeError: A template, most likely the user's own, cannot be filled in.
    """
    for language in (details.language if policy.language == "auto" else policy.language, _FALLBACK):
        said = facts(message, details, decision, policy, language)
        if names := _templates(language, decision.kind, said, policy.templates):
            file = next_template(key or message.key, names, before)
            letters = (_Letter(language, said, each, policy) for each in keys_after(key or message.key))
            return _least_repeated(letters, file, decision.kind, before)
    raise ComposeError(f"There is no template for {decision.kind} in a {policy.tone} tone.")


def blanks_of(text: str) -> list[str]:
    """Return what only the user can fill in: the marked blanks of a draft («why this role»), in their order."""
    return _BLANK.findall(text)


def blanks_left(text: str, blanks: Iterable[str] | None) -> list[str]:
    """Return which of the blanks a draft still has, now that the user may have edited it.

    Guillemets alone make no blank: in several languages they are quotation marks. With None, for a draft of which it is
    not known what it had, they have to do.
    """
    flat = " ".join(text.split())
    return blanks_of(flat) if blanks is None else [blank for blank in blanks if blank in flat]


def _least_repeated(letters: Iterable["_Letter"], file: str, kind: ReplyKind, before: Sequence[str]) -> Written:
    """Return the first letter that says nothing again, else that which says least again."""
    found: list[tuple[int, Written]] = []
    for letter in letters:
        written = letter.written(file, kind)
        found.append((repeated(written.key, letter.slots, written.wording, before), written))
        if not found[-1][0]:
            break
    return min(found, key=lambda each: each[0])[1]


def _templates(language: str, kind: ReplyKind, said: Facts, own: Path | None) -> list[str]:
    """Return the files of the templates that are true of the facts; the user's own where there are any."""
    if not _LANGUAGE.fullmatch(language):
        return []
    shapes = ("given",) if kind is ReplyKind.FEEDBACK else said.shapes
    stems = tuple(f"{shape}-{said.tone}-" for shape in shapes)
    for folder in filter(None, [own, _OURS]):
        files = sorted((folder / language / kind).glob(f"*{SUFFIX}"))
        if names := [path.name for path in files if path.name.startswith(stems)]:
            return [f"{language}/{kind}/{name}" for name in names]
    return []


class _Letter:
    """One reply in the making."""

    def __init__(self, language: str, said: Facts, key: str, policy: Policy) -> None:
        self.slots: set[tuple[str, ...]] = set()
        self._language, self._values, self._key = language, asdict(said), key
        self._signed = signature(policy)
        self._environment = environment(policy.templates)

    def written(self, file: str, kind: ReplyKind) -> Written:
        paragraphs = map(_tidied, re.split(r"\n\s*\n", self._render(file)))
        ending = f"{self._line('closing')}\n{self._signed}".strip()
        text = "\n\n".join(filter(None, [self._line("greeting"), *paragraphs, ending])) + "\n"
        subject = self._line("reconnect/subject") if kind is ReplyKind.RECONNECT else ""
        return Written(text, file.removesuffix(SUFFIX), subject, self._key)

    def _line(self, part: str) -> str:
        return _tidied(self._render(f"{self._language}/{part}{SUFFIX}"))

    def _render(self, name: str) -> str:
        try:
            return self._environment.get_template(name).render(self._values, one_of=self._pick)
        except TemplateNotFound as error:
            raise ComposeError(f"The template {error.name} is missing.") from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise ComposeError(f"The template {name} cannot be filled in ({type(error).__name__}).") from None

    def _pick(self, *choices: str) -> str:
        self.slots.add(choices)
        return phrase(self._key, choices)


@cache
def environment(own: Path | None) -> ImmutableSandboxedEnvironment:
    """Return where templates are found: the user's own before ours."""
    folders: list[BaseLoader] = [FileSystemLoader(folder) for folder in (own, _OURS) if folder]
    return ImmutableSandboxedEnvironment(  # plain text: escaping would spoil it
        loader=ChoiceLoader(folders), undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )


def _tidied(text: str) -> str:
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    return text.strip()
