"""Which language a mail is written in, and whether it says du or Sie.

Told by function words. A statistical identifier was measured and left out: 80 MB of memory and more than a second to
load, against nothing and 30 microseconds here, with no better answers on mails of one sentence or more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from classifier.reading import Formality

MAX_CHARACTERS = 4000
DEFAULT = "en"

_FUNCTION_WORDS = {
    "en": "the and you your for we our to of with have has not this that are is will at on be but from as would "
    "wish unfortunately thank thanks regards dear best no us it sorry hi hello went another",
    "de": "der die das und ist nicht wir sie ihre ihrer ihnen für mit auf ein eine einen einem zu zum zur von "
    "leider haben dass uns unser unsere als bei dem den des im sich wurde werden auch aber sehr geehrte "
    "vielen dank grüßen viele grüße hallo liebe lieber du dich dir dein deine deiner es tut mir bewerbung "
    "absage anders entschieden freundlichen",
    "fr": "le la les des une vous nous votre notre pour et est dans avec pas que qui sur au aux avons "
    "malheureusement cordialement merci bonjour madame monsieur candidature du ne en ce cette",
    "es": "el los las una para por con que su nuestro nuestra gracias hola estimado estimada usted lamentablemente "
    "no del hemos saludos candidatura en al es puesto proceso ha te",
    "it": "il lo gli una per con che non la sua nostro nostra grazie buongiorno gentile purtroppo abbiamo cordiali "
    "saluti candidatura di del della siamo sono ci le",
    "nl": "de het een en van voor met niet uw je jouw wij ons onze dat dit zijn hebben helaas bedankt beste geachte "
    "sollicitatie groet vriendelijke op te aan bij is",
    "pt": "os as uma para por com que não sua nosso nossa obrigado obrigada olá prezado prezada infelizmente do da "
    "em candidatura processo você ao vaga",
    "sv": "och att det som för inte med vi du din ditt är har till tack tyvärr ansökan hälsningar vänliga av en på",
    "da": "og at det som for ikke med vi du din er har til tak desværre ansøgning hilsen venlig af en på vores",
    "no": "og at det som for ikke med vi du din er har til takk dessverre søknad hilsen vennlig av en på vår",
    "pl": "na do że nie się jest dla pan pani dziękujemy niestety pozdrawiam pozdrowieniami aplikację państwa oraz",
    "fi": "ja on ei että me sinun kiitos valitettavasti hakemus terveisin ystävällisin olemme hakemuksestasi",
    "cs": "na že se je pro děkujeme bohužel pozdravem vaši vás jsme do",
}
_ENOUGH_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+")


def _weights() -> dict[str, dict[str, float]]:
    """Return for each word what it says for each language; a word of several languages says less."""
    languages_of: dict[str, list[str]] = {}
    for language, words in _FUNCTION_WORDS.items():
        for word in set(words.split()):
            languages_of.setdefault(word, []).append(language)
    return {word: dict.fromkeys(found, 1 / len(found)) for word, found in languages_of.items()}


_WEIGHTS = _weights()

_FAMILIAR = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e|er|en|em|es)?|[Ee]uch|[Ee]ure[rnms]?)\b")
# "Ihr" and "Sie" begin sentences about others too; "Ihnen" and "geehrte" do not. Inside a sentence all count.
_FORMAL = re.compile(
    r"\b(?:Ihnen|[Gg]eehrte[rs]?)\b|(?<=[a-zäöüß,] )(?:Sie|Ihr(?:e|er|en|em|es)?)\b|^Ihre[rnms]? ", re.MULTILINE
)


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


def _scores(words: Iterable[str]) -> defaultdict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for language, weight in _WEIGHTS.get(word, {}).items():
            scores[language] += weight
    return scores


def formality_of(text: str, language: str) -> Formality | None:
    """Return how a German mail addresses its reader; None in other languages, or when both or neither is there."""
    if language != "de":
        return None
    familiar = len(_FAMILIAR.findall(text[:MAX_CHARACTERS]))
    formal = len(_FORMAL.findall(text[:MAX_CHARACTERS]))
    if familiar > 2 * formal:
        return Formality.FAMILIAR
    return Formality.FORMAL if formal > 2 * familiar else None
