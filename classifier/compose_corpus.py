"""Ordinary letters, composed: the hand-written mails are the rare and the hard ones, and most letters are neither.

The phrases stand in corpus/phrases/<language>.txt. A line `=== <role> <scheme>` begins a scheme; every other line is
one sentence, with `{this|that}` where several wordings do, nested at will. A composed letter belongs to the family of
the scheme that tells its label, so that folds keep schemes apart as they keep hands apart.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifier.corpus.corpus import CORPUS, REFUSAL, CorpusError, Mail
from classifier.reading import Label

PHRASES = CORPUS / "phrases"
LETTERS = 8  # composed of each telling scheme

_CURT, _CURTLY = 0.1, 0.25  # so many letters have only so much of a frame
_JOINED, _WITH_COURTESY, _LED_IN = 0.2, 0.25, 0.15
_GAPS = {"greeting": ("\n\n", "\n\n", "\n", " "), "closing": ("\n", "\n\n")}  # what follows a role, if not as usual

_CHOICE = re.compile(r"\{([^{}]*)\}")
_HEADING = re.compile(r"=== (?P<role>[a-z]+) (?P<name>[a-z-]+)")
_Plan = Sequence[tuple[str, float]]

# How often each role occurs in a letter. A rejection opens like a confirmation, so that openings prove nothing.
_FRAME_BEGIN = (("greeting", 0.8), ("thanks", 0.8))
_FRAME_END = (("closing", 0.8), ("signer", 0.7))
_REJECTION: _Plan = (
    *_FRAME_BEGIN,
    ("received", 0.15),
    ("decision", 1),
    ("comfort", 0.8),
    ("comfort", 0.6),
    *_FRAME_END,
)
_CONFIRMATION: _Plan = (
    *_FRAME_BEGIN,
    ("received", 1),
    ("process", 0.7),
    ("condition", 0.7),
    ("process", 0.3),
    ("comfort", 0.1),
    *_FRAME_END,
)
_REFUSAL_ELSEWHERE: _Plan = (
    ("greeting", 0.8),
    ("elsewhere", 1),
    ("elsewhere", 1),
    ("elsewhere", 1),
    ("comfort", 0.3),
    ("closing", 0.8),
)
# What the role that tells a letter's kind makes of it: the label, the plan, and how its family's name begins.
_TELLING = {
    "decision": (Label.REJECTION, _REJECTION, "composed"),
    "condition": (Label.ACKNOWLEDGEMENT, _CONFIRMATION, "composed"),
    "received": (Label.ACKNOWLEDGEMENT, _CONFIRMATION, "composed"),
    "elsewhere": (Label.OTHER, _REFUSAL_ELSEWHERE, f"{REFUSAL}composed"),
}


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to say one thing: its lines mean the same and resemble each other."""

    language: str
    role: str
    name: str
    lines: tuple[str, ...]


def read_phrases(folder: Path = PHRASES) -> tuple[Scheme, ...]:
    """Return the schemes of all languages.

    Raises:
        CorpusError: A file is not as the module says.
        OSError: A file cannot be read.
    """
    return tuple(scheme for path in sorted(folder.glob("??.txt")) for scheme in _read_language(path))


def _read_language(path: Path) -> Iterator[Scheme]:
    """Yield the schemes of one file."""
    heading, *sections = re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if heading.strip() or not sections:
        raise CorpusError(f"{path}:1: a file begins with a line '=== <role> <scheme>'")
    for section in sections:
        first, *lines = section.split("\n")
        found = _HEADING.fullmatch(first)
        sentences = tuple(line for line in lines if line.strip())
        if found is None or not sentences or any(line.count("{") != line.count("}") for line in sentences):
            raise CorpusError(f"{path}: '{first}' needs a role, a scheme, and sentences with as many {{ as }}")
        yield Scheme(path.stem, found["role"], found["name"], sentences)


def compose(schemes: Sequence[Scheme], mails: Sequence[Mail], seed: int = 0) -> tuple[Mail, ...]:
    """Return composed letters of every telling scheme, and digests of other mails; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - variety, not secrecy
    return (*_letters(schemes, rng), *_digests(mails, rng))


def _letters(schemes: Sequence[Scheme], rng: random.Random) -> Iterator[Mail]:
    """Yield `LETTERS` letters for each telling scheme."""
    roles: dict[tuple[str, str], list[Scheme]] = defaultdict(list)
    for scheme in schemes:
        roles[scheme.language, scheme.role].append(scheme)
    for telling in schemes:
        if telling.role in _TELLING:
            frame = {role: found for (language, role), found in roles.items() if language == telling.language}
            for _ in range(LETTERS):
                yield _letter(telling, frame, rng)


def _letter(telling: Scheme, frame: Mapping[str, Sequence[Scheme]], rng: random.Random) -> Mail:
    """Return one letter that is told by `telling`, with the rest of it from the frame."""
    label, plan, family = _TELLING[telling.role]
    often = _CURTLY if rng.random() < _CURT else 1
    text, decisions = "", []
    for role, chance in plan:
        if role == telling.role or (role in frame and rng.random() < chance * often):
            sentence = expand(rng.choice((telling if role == telling.role else rng.choice(frame[role])).lines), rng)
            if role == "decision":
                text, sentence = _joined(text, frame, rng), _in_company(sentence, frame, rng)
                decisions.append((len(text), len(text) + len(sentence)))
            text += sentence + rng.choice(_GAPS.get(role, (" ", "\n\n")))
    return Mail(telling.language, label, f"{family}-{telling.name}", None, "", text, tuple(decisions))


def _joined(text: str, frame: Mapping[str, Sequence[Scheme]], rng: random.Random) -> str:
    """Return the text so far, now and then as the first half of the sentence that decides: "Thank you, but ..."."""
    said = text.rstrip()
    if "joint" not in frame or not said.endswith(".") or rng.random() > _JOINED:
        return text
    return said[:-1] + expand(rng.choice(rng.choice(frame["joint"]).lines), rng) + " "


def _in_company(sentence: str, frame: Mapping[str, Sequence[Scheme]], rng: random.Random) -> str:
    """Return the sentence that decides, now and then in one with a kind word: "I wish I had better news, but ..."."""
    if "courtesy" in frame and sentence.endswith(".") and rng.random() < _WITH_COURTESY:
        courtesy = expand(rng.choice(rng.choice(frame["courtesy"]).lines), rng)
        sentence = sentence[:-1] + ("" if courtesy.startswith(",") else " ") + courtesy
    if "lead" in frame and rng.random() < _LED_IN:
        sentence = f"{expand(rng.choice(rng.choice(frame['lead']).lines), rng)} {sentence[0].lower()}{sentence[1:]}"
    return sentence


def expand(line: str, rng: random.Random) -> str:
    """Return the line with one wording out of each pair of braces."""
    while _CHOICE.search(line):
        line = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), line)
    return " ".join(line.split())


def _digests(mails: Sequence[Mail], rng: random.Random) -> Iterator[Mail]:
    """Yield long mails that are no job mail, each of several of one family: ours are short, and length is no proof."""
    families: dict[str, list[Mail]] = defaultdict(list)
    for mail in mails:
        if mail.label is Label.OTHER:
            families[mail.group].append(mail)
    for family in families.values():
        for _ in range(len(family) // 2):
            parts = rng.sample(family, min(len(family), rng.randint(3, 5)))
            text = "\n\n".join(part.text for part in parts)
            yield Mail(parts[0].language, Label.OTHER, parts[0].family, None, parts[0].subject, text)
