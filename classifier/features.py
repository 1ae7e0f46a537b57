"""Message to what is counted: words, pairs, the characters in them, concepts, and the signs that nothing is decided.

Every distinct word of a text counts once, with the character n-grams inside it. A text is a bag of words that are
taken as orthogonal: its norm is the root of the sum of its words' squares. So all that a text weighs is a sum over
its words, and each word has to be taken apart only the first time it is met.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from sys import intern

import numpy as np

from classifier.concepts import Bits, orders_of
from classifier.language import language_of
from classifier.languages import SPEECHES
from classifier.message import Message
from classifier.sentences import split_sentences

MAX_CHARACTERS = 3000
MAX_SENTENCES = 60
MAX_WORD = 32
WINDOW = 3  # sentences on each side of the strongest

_TOKEN = re.compile(
    r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,100}|\d[\d.,:/-]*|[^\W\d_]+(?:['’][^\W\d_]+)?"
)
_QUOTED = re.compile(r'["“”„«][^"“”„«»]{12,}["“”»]')
_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)


Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Some texts as they are counted.

    Attributes:
        runs: The runs of words that each text consists of, normalised; a pair of words never crosses a run's border.
        orders: Which concepts of a sentence come in which order, as `classifier.concepts.orders_of` packs them.
    """

    runs: tuple[tuple[Run, ...], ...]
    orders: Bits


@dataclass(frozen=True, slots=True)
class Page:
    """A mail as the classifier reads it: the head of its new text.

    Attributes:
        sentences: In the mail's own words.
        counted: The same as they are counted.
        subject: The words of the subject.
        language: ISO 639-1 code.
    """

    sentences: tuple[str, ...]
    counted: Texts
    subject: tuple[str, ...]
    language: str

    def whole(self) -> Texts:
        """Return subject and text as one text. A concept stands before another if it does so in some sentence."""
        return self._joined(slice(None))

    def window(self, around: int) -> Texts:
        """Return the subject and the sentences near the one at `around` as one text.

        In a short mail the subject alone tells often that it is about an application.
        """
        return self._joined(slice(max(0, around - WINDOW), around + WINDOW))

    def _joined(self, part: slice) -> Texts:
        """Return the subject and some sentences as one text."""
        runs = (self.subject, *(run for sentence in self.counted.runs[part] for run in sentence))
        return Texts((runs,), np.bitwise_or.reduce(self.counted.orders[part], axis=0, keepdims=True))


def texts_of(parts: Sequence[Texts]) -> Texts:
    """Return the texts of all parts, which must not be none at all."""
    return Texts(tuple(runs for part in parts for runs in part.runs), np.concatenate([part.orders for part in parts]))


def read_page(message: Message) -> Page:
    """Return the mail's sentences and words: without signature, the first `MAX_CHARACTERS` only."""
    text = _SIGNATURE.split(message.text[:MAX_CHARACTERS], maxsplit=1)[0]
    sentences = tuple(split_sentences(text)[:MAX_SENTENCES])
    runs = tuple(words_of(sentence) for sentence in sentences)
    language = language_of(text)
    counted = Texts(tuple((run,) for run in runs), orders_of(runs, language))
    return Page(sentences, counted, words_of(message.subject[:200]), language)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words in lower case; numbers, addresses and links each become one word, whatever they say."""
    return tuple(intern(_plain(token)) for token in _TOKEN.findall(text.lower()))


def _plain(token: str) -> str:
    """Return the word that stands for a token."""
    if token.isalpha():
        return token[:MAX_WORD]
    if token[0].isdigit():
        return "0"
    if "@" in token:
        return "@"
    return "://" if "/" in token or token.startswith("www.") else token.replace("’", "'")[:MAX_WORD]


def pairs_of(words: Sequence[str]) -> list[str]:
    """Return each word with the one behind it."""
    return [f"{first} {second}" for first, second in pairwise(words)]


def grams_of(word: str) -> list[str]:
    """Return the runs of 3 to 5 characters in a word, its borders marked by blanks."""
    bounded = f" {word} "
    return [bounded[start : start + size] for size in (3, 4, 5) for start in range(len(bounded) - size + 1)]


def leaves_open(sentence: str, language: str) -> bool:
    """Whether the sentence decides nothing about its reader yet.

    It sets a condition ("if", "should we", "falls"), says that nothing is decided ("not yet", "noch nicht"), speaks of
    applicants in general ("candidates who …", "wer …"), or is mostly somebody else's words, in quotation marks. Of a
    language that nobody described only the last is ever said.
    """
    speech = SPEECHES.get(language)
    return _is_quoted(sentence) or (speech is not None and speech.open.search(sentence) is not None)


def _is_quoted(sentence: str) -> bool:
    """Whether more than half of a sentence stands in quotation marks."""
    return 2 * sum(map(len, _QUOTED.findall(sentence))) > len(sentence)
