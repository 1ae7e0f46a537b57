"""To whom a go-between has introduced the reader, or who would like to meet the reader: then that is the employer."""

from collections.abc import Iterable, Iterator

from classifier.candidates import SAID, TEXT, Candidate, Told, is_department, is_position, may_be_person, share_of
from classifier.company_names import clean_company, is_organisation
from classifier.languages import Saying
from classifier.languages.patterns import COMPANY

_SURE = 3.0
_DE_WHAT = "(?:Profil|Unterlagen|Lebenslauf|Bewerbung|Bewerbungsunterlagen)"
_INTRODUCED = {
    code: Saying(source)
    for code, source in {
        "en": (
            r"\b(?:heard (?:back )?from |(?:presented|submitted|sent|shared|forwarded|passed|introduced|proposed|put) "
            r"(?:you|your (?:profile|[cC][vV]|r[eé]sum[eé]|details|application))(?: forward| on| over)? "
            rf"(?:to|with) )(?:the )?{COMPANY}"
        ),
        "de": (
            rf"\b(?:(?:Ihre?n?|[Dd]eine?n?) {_DE_WHAT}|Sie|dich) (?:\w+ ){{0,4}}(?:bei|an) (?:de[mr] |die |das )?"
            rf"(?:Firma )?{COMPANY} (?:vorgestellt|weitergeleitet|geschickt|gesendet|eingereicht|empfohlen)"
        ),
        "fr": (
            r"\b(?:présenté|transmis|envoyé|proposé) (?:votre|ton|ta) (?:profil|candidature|[cC][vV]|dossier) "
            rf"(?:à|chez|auprès de) (?:la société |l['\u2019]entreprise )?{COMPANY}"
        ),
        "es": (
            r"\b(?:presentado|enviado|trasladado|pasado|propuesto|compartido|mandado) (?:tu|su) "
            rf"(?:perfil|candidatura|[cC][vV]|curr[ií]culum) (?:a|con|en) (?:la empresa )?{COMPANY}"
        ),
        "it": (
            r"\b(?:presentato|inviato|proposto|girato) (?:il (?:tuo|[sS]uo) (?:profilo|[cC][vV]|curriculum)|"
            rf"la (?:tua|[sS]ua) candidatura) (?:a|ad|alla|al|in) {COMPANY}"
        ),
        "nl": (
            rf"\b(?:je|jouw|uw) (?:profiel|[cC][vV]|gegevens) (?:\w+ ){{0,3}}(?:bij|aan|naar) {COMPANY} "
            r"(?:voorgelegd|voorgesteld|doorgestuurd|gestuurd|gedeeld|neergelegd)"
        ),
        "pt": (
            r"\b(?:apresentado|enviado|apresentei|enviei|encaminhei) o (?:teu|seu) (?:perfil|[cC][vV]|currículo) "
            rf"(?:à|a|ao|com a|para a|para o|para) {COMPANY}"
        ),
    }.items()
}
_WISHES = {
    "en": (
        r"(?:would (?:like|love)|wants?|(?:is|are) keen|ha(?:s|ve) asked) "
        r"to (?:meet|see|interview|(?:speak|talk) (?:to|with)) you\b"
    ),
    "de": r"(?:möchte|will|würde) (?:Sie|dich) (?:\w+ ){0,5}(?:kennenlernen|sprechen|treffen)",
    "fr": r"(?:souhaite(?:rait)?|aimerait|veut) (?:vous|te) (?:rencontrer|voir|recevoir)",
    "es": r"(?:quieren?|desean?|les? gustaría) (?:conocer|ver|entrevistar)(?:te|le|lo|la)\b",
    "it": r"(?:vorrebbe|desidera|vuole) (?:incontrar|conoscer|veder)(?:ti|[Ll]a)\b",
    "nl": r"(?:wil|zou) (?:je|jou|u) (?:graag )?(?:willen )?(?:ontmoeten|spreken|zien)",
    "pt": r"(?:quer|gostaria de|pretende) (?:conhecê-l[oa]|conhecer-te|conhecer você|entrevistá-l[oa])",
}
# A name may stand at each capital, so what stands behind it is looked for first.
_WISHING = {code: (Saying(source), Saying(rf"{COMPANY} {source}")) for code, source in _WISHES.items()}


def introduced(told: Told) -> Iterator[Candidate]:
    """Yield who that is, if it is not the sender, and the subject names it as well or it says what it is.

    "I sent your profile to Gideon Tremlett" names nobody else than a person.
    """
    for speech in told.speeches:
        for raw in _names(told.lines, speech.code):
            name = clean_company(raw, told.speeches)
            if name and _is_another(name, told):
                yield Candidate(name, TEXT, _SURE, SAID)


def _names(lines: Iterable[str], language: str) -> Iterator[str]:
    """Yield what could be a name there."""
    wish, wishing = _WISHING[language]
    for line in lines:
        yield from (match["company"] for match in _INTRODUCED[language].finditer(line))
        if wish.search(line):
            yield from (match["company"] for match in wishing.finditer(line))


def _is_another(name: str, told: Told) -> bool:
    """Whether a name is an employer's that did not send the mail."""
    sender = told.message.sender
    if share_of(name, told.hints) or (sender and name in sender.name):
        return False
    if is_position(name, told.speeches) or is_department(name):
        return False
    return is_organisation(name) or (name in told.message.subject and not may_be_person(name))
