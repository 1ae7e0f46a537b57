"""Names of companies, roles and people, as they are compared and as they are put into a sentence. Pure."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from classifier.characters import one_line
from classifier.message import Address
from replies.articles import english, wants_article

_LEGAL_FORM = re.compile(
    r"""[\s,]+(?:(?:gmbh|ag|se|kg|kgaa|ohg|ug|mbh|e\.?\s?k\.?|e\.?\s?v\.?|gbr|co|haftungsbeschränkt
        |inc|llc|llp|ltd|limited|plc|corp|pty|pvt
        |s\.?a\.?(?:[uc]\.?)?|e\.?i\.?r\.?l\.?|s\.?l\.?(?:[ulp]\.?)?|s\.?\s?coop|de\sc\.?\s?v\.?|s\.?\sde\sr\.?\s?l\.?
        |ggmbh|partg(?:\s?mbb)?|mbb|vzw|asbl|sarl|sàrl|sasu|eurl|sagl|s\.n\.c\.?|soc\.\s?coop\.?|e\.p\.e
        |eg|cic|scop|scic|ets|onlus|aisbl
        |ltda|lda|unipessoal|sgps|eireli|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?a\.?s\.?
        |b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|bvba|oy|ab|as|aps|a/s|sp\.?\s?z\s?o\.?o)
        [.)]*|\(haftungsbeschränkt\)|&|und)$""",
    re.IGNORECASE | re.VERBOSE,
)
_GENDER_NOTE = re.compile(
    r"\s*[(\[]\s*(?:all genders?|alle geschlechter|gn|[mwfdxhivd*]\s*(?:[/|,]\s*[mwfdxhivd*]\s*){1,3})\s*[)\]]"
    r"|\s+(?:[mwf]/[mwf]|h/[fm]|[fm]/h|m/v|v/m)(?:/[dx])?\b",
    re.IGNORECASE,
)
_FILLER = re.compile(r"^(?:the|our|a|an|die|der|das)\s+|\s+(?:role|position|job|stelle|opening)$", re.IGNORECASE)
_UNSAFE = re.compile(r"[@<>{}\[\]|\\]|https?:|www\.|%[a-z]", re.IGNORECASE)

_TITLE = (
    r"(?:(?:dr|prof|eng|enf|arq)\.?[ªº]|doutora?|profa|rev(?:d|erend)?|canon|sir|dame|cllr|pfr|dr(?:\.ssa)?|dott(?:\.ssa|oressa|or)?|prof(?:\.ssa|essoressa|esseur|essor)?|docteur|pr|me|maître|avv|arch|mag|dipl|ing"
    r"|dra|drs|(?:ir|lic|eng|mtr[oa])(?=\.)|med|rer|nat|phil|h\.?\s?c)\.?-?"
)
_TITLES = re.compile(rf"^(?:{_TITLE}(?:\s+|(?=dr\b)))+", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"^(?:mr|mrs|ms|mx|miss|herr|frau|madame|monsieur|mme|mlle|m|signor[ae]?|sig(?:\.ra)?|sra?|srta"
    r"|señora?|senhora?|sor|fray|herman[oa]|irm[ãa]o?|dhr|mevr(?:ouw)?|mw|meneer)\b\.?\s+",
    re.IGNORECASE,
)
# "Dr. med.", "Dr. rer. nat.": of what somebody is a doctor is not said to them.
_FIELD = re.compile(
    r"(?<=\bdr\.)(?:\s*(?:med|dent|vet|rer|nat|pol|oec|publ|phil|theol|paed|jur|iur|agr|habil|h\.?\s?c)\.)+",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:[^\W\d_]\.\s?)+\(([^\W\d_][\w\'\u2019-]+)\)")
_GIVEN = re.compile(r"[^\W\d_]\.?|[^\W\d_][\w\'\u2019.-]+")
_NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['\u2019.\-])*$")
_NO_NAME = re.compile(
    r"\b(?:team|hr|recruit\w*|talents?|careers?|jobs?|people|hiring|human|resources|personal\w*|bewerb\w*|via|department"
    r"|acquisition|office|support|group|gmbh|inc|ltd|no-?reply|info|notifications?|équipe|service|ressources|recrutement|rh"
    r"|candidatures?|direction|ufficio|risorse|selezione|gruppo|servizio|direzione|carri[eè]res?"
    r"|secrétariat|mairie|segreteria|cancelleria|comunale"
    r"|equip[oea]|rrhh|humanos|selecci[oó]n|reclutamiento|talento|empleos?|vacantes?|sele[cç][aã]o|recrutamento|vagas|gente"
    r"|carreiras|vacatures?|werving|selectie|personeel\w*|sollicitaties?|afdeling|notificaciones"
    r"|serviço|gestão|pessoas|unidade?|departamento|secretaria|praktijk"
    r"|\w+(?:erei|betrieb|bedrijf|ería)|praxis|studio|kanzlei|hotel|restaurant|bakery|joinery|padaria|pastelaria|oficina)\b",
    re.IGNORECASE,
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LONGEST = 80


def without_legal_form(company: str) -> str:
    """Return the company as people say it: "Acme GmbH & Co. KG" is "Acme"."""
    name = one_line(company).rstrip(" ,")
    while (shorter := _LEGAL_FORM.sub("", name).rstrip(" ,")) and shorter != name:
        name = shorter
    return name


def without_gender_note(role: str) -> str:
    """Return the role without "(m/w/d)" and its kin, and without "the … role" around it."""
    return _FILLER.sub("", _GENDER_NOTE.sub("", one_line(role))).strip(" -\u2013,")


# Each mail is put to all before it, so a history of thousands asks for the same few names millions of times.
_NAMES_KEPT: Final = 4096


@lru_cache(_NAMES_KEPT)
def company_key(company: str | None) -> str:
    """Return what is equal when two names mean one company; empty when there is none."""
    letters = _letters(without_legal_form(company or ""))
    return letters.removeprefix("the ") or letters  # one mail writes "The Acme Group", the next one "Acme Group"


@lru_cache(_NAMES_KEPT)
def role_key(role: str | None) -> str:
    """Return what is equal when two titles mean one role; empty when there is none."""
    return _letters(without_gender_note(role or ""))


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def sayable(value: str, longest: int = _LONGEST) -> str:
    """Return the value if it can stand in a sentence, else nothing: a broken merge field is no company."""
    return "" if len(value) > longest or _UNSAFE.search(value) or not re.search(r"\w\w", value) else value


def company_in(language: str, company: str) -> str:
    """Return the company as it stands after "at", "bei" or "chez", or nothing where the grammar would be a guess."""
    name = sayable(without_legal_form(company)).rstrip(".")
    if wants_article(language, name):
        return ""
    return english(name) if language == "en" else name


def full_name(signed: str) -> str:
    """Return the name as one writes it after "Dear" ("Dr. Anna Müller"), or nothing when it is no person's name."""
    name = _in_order(_FIELD.sub("", _CALLED.sub(r"\1", one_line(signed))))
    words = _TITLES.sub("", _HONORIFIC.sub("", name)).split()
    plain = 1 <= len(words) <= 5 and all(_NAME_WORD.match(word) for word in words)  # noqa: PLR2004 - names are short
    if not plain or _NO_NAME.search(name):
        return ""
    shouted = name.isupper() and len(name) > len("ABC")
    return name.title() if shouted or name.islower() else name


def _in_order(name: str) -> str:
    """Return "Müller, Anna" as "Anna Müller"; what else stands after a comma is a degree or a post, and is left out."""
    family, comma, given = name.partition(", ")
    first, *particles = _TITLES.sub("", given).split() or [""]  # "Meulen, W. van der"
    is_given = (
        _GIVEN.fullmatch(first)
        and ((first[:1].isupper() and is_written_as_name(first)) or name.isupper())
        and not any(not word.islower() for word in particles)
    )
    return f"{given} {family}" if comma and is_given and not _TITLES.match(family) else family


def is_written_as_name(word: str) -> bool:
    """Whether every part begins with its only capital, or has none: "Anne-Marie", "van", and no "PhD" or "StB"."""
    return all(part[1:] == part[1:].lower() for part in re.split(r"[-.\'\u2019]", word.rstrip(".")))


def first_name(name: str) -> str:
    """Return the given name of a full name, or nothing when it is an initial or was not signed."""
    words = _TITLES.sub("", name).split()
    if _HONORIFIC.match(name) or not words or len(words[0].rstrip(".")) < 2 or words[0].endswith("."):  # noqa: PLR2004
        return ""
    return words[0]


def bare_name(name: str) -> str:
    """Return the name without its titles."""
    return _TITLES.sub("", name)


def name_on(address: Address) -> str:
    """Return the full name on an address when the address itself bears it out, else nothing."""
    name, local = full_name(address.name), address.email.rpartition("@")[0].casefold()
    words = _TITLES.sub("", name).casefold().split()
    spelled = {form for word in words for form in (word, *plain_spellings(word)) if len(form) > len("ab")}
    return name if len(words) > 1 and any(form in local for form in spelled) else ""


def plain_spellings(word: str) -> tuple[str, str]:
    """Return a word as addresses spell it: "löwenzahn" without its accents, and as "loewenzahn"."""
    return _plain(word), word.translate(_UMLAUTS)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
