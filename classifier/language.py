"""Which language a mail is written in, and whether it says du or Sie.

Told by function words. A statistical identifier was measured and left out: 80 MB of memory and more than a second to
load, against nothing and 30 microseconds here, with no better answers on mails of one sentence or more.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from classifier.languages import SPEECHES, Speech
from classifier.reading import Formality

MAX_CHARACTERS = 4000
DEFAULT = "en"

# Told apart from the others, though no details are taken out of them.
_OTHERS = {
    "sv": "och att det som för inte med vi du din ditt är har till tack tyvärr ansökan hälsningar vänliga av en på",
    "da": "og at det som for ikke med vi du din er har til tak desværre ansøgning hilsen venlig af en på vores",
    "no": "og at det som for ikke med vi du din er har til takk dessverre søknad hilsen vennlig av en på vår",
    "pl": "na do że nie się jest dla pan pani dziękujemy niestety pozdrawiam pozdrowieniami aplikację państwa oraz",
    "fi": "ja on ei että me sinun kiitos valitettavasti hakemus terveisin ystävällisin olemme hakemuksestasi",
    "cs": "na že se je pro děkujeme bohužel pozdravem vaši vás jsme do",
}
_ENOUGH_WORDS = 3
_ALSO_SPOKEN = 3
_A_LINE = 2
_WORD = re.compile(r"[^\W\d_]+")


def _function_words() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each language with its small words."""
    yield from ((code, speech.function_words) for code, speech in SPEECHES.items())
    yield from ((code, frozenset(words.split())) for code, words in _OTHERS.items())


def _weights() -> dict[str, dict[str, float]]:
    """Return for each word what it says for each language; a word of several languages says less."""
    languages_of: dict[str, list[str]] = {}
    for language, words in _function_words():
        for word in words:
            languages_of.setdefault(word, []).append(language)
    return {word: dict.fromkeys(found, 1 / len(found)) for word, found in languages_of.items()}


_WEIGHTS = _weights()
_OWN_WORDS = {word: next(iter(found)) for word, found in _WEIGHTS.items() if len(found) == 1}


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language that most function words speak for; `DEFAULT` when none do."""
    scores = _scores(_WORD.findall(text[:MAX_CHARACTERS].lower()))
    return max(scores, key=scores.__getitem__) if scores else DEFAULT


def is_surely(language: str, text: str) -> bool:
    """Whether three different function words or more, and twice as much as for `DEFAULT`, speak for this language.

    Names ("Le Van", "de la Cruz") repeat a foreign word or two in an English mail of one line.
    """
    words = set(_WORD.findall(text[:MAX_CHARACTERS].lower()))
    scores, spoken = _scores(words), sum(language in _WEIGHTS.get(word, {}) for word in words)
    return spoken >= _ENOUGH_WORDS and scores[language] > 2 * scores[DEFAULT]


def is_in_another(text: str, language: str) -> bool:
    """Whether a text is plainly in another language than this one: twice as much speaks for that."""
    scores = _scores(_WORD.findall(text[:MAX_CHARACTERS].lower()))
    return max(scores.values(), default=0) >= max(1, 2 * scores[language])


def _scores(words: Iterable[str]) -> defaultdict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for word, times in Counter(filter(_WEIGHTS.__contains__, words)).items():
        for language, weight in _WEIGHTS[word].items():
            scores[language] += times * weight
    return scores


def speeches_of(text: str, language: str) -> tuple[Speech, ...]:
    """Return what is known of the mail's language, and of others that it speaks as well; of English if of nothing else.

    Many a system puts a line or two of English round a letter, and many a letter is in two languages.
    """
    words = dict.fromkeys(_WORD.findall(text[:MAX_CHARACTERS].lower()))
    spoken = Counter(filter(None, map(_OWN_WORDS.get, words)))
    also = [code for code, count in spoken.most_common() if count >= (_A_LINE if code == DEFAULT else _ALSO_SPOKEN)]
    known = tuple(SPEECHES[code] for code in dict.fromkeys((language, *also)) if code in SPEECHES)
    return known or (SPEECHES[DEFAULT],)


def formality_of(text: str, language: str) -> Formality | None:
    """Return how a mail addresses its reader; None if its language makes no difference, or both or neither is there."""
    speech = SPEECHES.get(language)
    if speech is None:
        return None
    familiar = len(speech.familiar.findall(text[:MAX_CHARACTERS]))
    formal = len(speech.formal.findall(text[:MAX_CHARACTERS]))
    if familiar > 2 * formal:
        return Formality.FAMILIAR
    return Formality.FORMAL if formal > 2 * familiar else None
