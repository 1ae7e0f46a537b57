"""Whether a few words can be an employer's name, and where that name begins and ends."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from classifier.language import DEFAULT
from classifier.languages import SPEECHES, Saying, Speech, vocabulary
from classifier.languages.patterns import LINK, either
from classifier.languages.vocabulary import Vocabulary
from classifier.names import Name
from classifier.senders import SERVICES
from classifier.values import MAX_COMPANY, squash, tidy

_CACHED = 1024  # one mail asks for the same words many times
LEGAL_FORM = either(
    r"g?GmbH(?: & Co\.? ?(?:KG(?:aA)?|OHG))?|AG(?: & Co\.? ?KG(?:aA)?)?|SE(?: & Co\.? ?KG(?:aA)?)?|KGaA|KG|OHG|mbH|GbR|"
    r"UG(?: \(haftungsbeschränkt\))?|e\. ?[VKG]\.|eG|PartG(?: ?mbB)?|mbB|gAG|AöR|"
    r"Ltd\.?|Limited|DAC|CLG|Inc\.?|LLC|LLP|plc|PLC|Corp\.?|Corporation|Pty\.?(?: Ltd\.?)?|CIC|"
    r"SASU?|S\.A\.S\.(?:U\.)?|SARL|Sàrl|S\.à r\.l\.|EURL|SNC|SCOP|SCIC|ASBL|asbl|SRL|AISBL|"
    r"S\. ?A\. de C\. ?V\.|S\. de R\. ?L\.(?: de C\. ?V\.)?|S\. ?L\. ?[UP]\.|S\. ?L\. ?L\.|S\. ?L\.|SLU?|S\. Coop\.?|"
    r"S\.?r\.?l\.?(?:s\.)?|S\.?p\.?A\.?|S\.n\.c\.|S\.a\.s\.|Soc\. Coop\.?(?: a r\.l\.)?|ETS|ONLUS|Sagl|"
    r"[BN]\.V\.|[BN]V|V\.O\.F\.|VOF|vzw|VZW|BVBA|CVBA|"
    r"Unipessoal,? Lda\.?|Lda\.?|Ltda\.?|SGPS|E\.P\.E\.|EPE|EIRELI|E\.I\.M\.|CRL|S\. ?A\.?|SA|"
    r"ApS|A/S|AB|ASA|AS|Oyj?|Sp\. z o\.o\.|s\.r\.o\.|a\.s\.|d\.o\.o\.",
)
_LEGAL = re.compile(rf"(?<=\w)(?:,? {LEGAL_FORM}(?![\w&]))+")
_LEGAL_BEFORE = re.compile(r"(?:vzw|VZW|asbl|ASBL|Stichting) ")
_SERVICE_NAMES = frozenset(squash(service.name) for service in SERVICES) | {
    *("workdayrecruiting", "oracletaleo", "sapsuccessfactors", "linkedinjobs", "indeedapply", "greenhousesoftware"),
    *("nhs", "nhsjobs", "nhsbusinessservicesauthority", "nhsbsa", "civilservicejobs", "governmentrecruitmentservice"),
}
_SENTENCE = re.compile(r"[a-zà-ÿ]{6,}[.!?] \S")  # "generated automatically. Acme": no name goes on behind one
_SALUTATION = re.compile(r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Frau|Herr[n]?|Mme|M\.|Monsieur|Madame|Sr[a]?|Sig)\b")
_ORGANISATION = vocabulary("organisations")
_BUSINESS = vocabulary("businesses")
_EITHER = vocabulary("organisations", "businesses")
_TEAMS = vocabulary("team_words")
_TEAM = either(*sorted({word for speech in SPEECHES.values() for word in speech.team_words}, key=len, reverse=True))
# Words that names end with as well: they are a team's only beside another one ("HR Services", "Recruiting Center").
_WEAK = either(
    *("early", "campus", "graduates?"),
    *("services?", "cent(?:er|re)", "office", "support", "operations", "experience", "portal", "application"),
    *(
        "candidate",
        "dach",
        "emea",
        "apac",
        "latam",
        "europe",
        "uk",
        "germany",
        "at",
        "from",
        "the",
        "your",
        "das",
        "der",
        "ihre?",
        "bei",
        "von",
    ),
)
_STRONG = re.compile(rf"(?i)\b(?!{_WEAK}\b){_TEAM}\b")
_JOINT = (
    "(?-i:"
    + either(
        *(
            "de l['\u2019]",
            "[dl]['\u2019]",
            "de la",
            "de",
            "du",
            "des",
            "d[aeo]s?",
            "del",
            "della",
            "dell['\u2019]",
            "di",
        ),
        *(
            "n[ao]s?",
            "presso",
            "chez",
            "von",
            "der",
            "bei",
            "van",
            "bij",
            "at",
            "of",
            "@",
            "&",
            "und",
            "and",
            "et",
            "[ey]",
        ),
        "en",
    )
    + ")"
)
_BEFORE = Saying(
    rf"(?i)^(?:(?:the|your|ihre?|dein|euer|das|le|la|l['\u2019]|les|notre|el|tu|su|il|lo|het|je|jouw|uw|[ao]) )?"
    rf"(?:{_TEAM}(?:-?[\s,&/:–—][\s,&/:–—-]*|$)(?:{_JOINT}(?:(?<=['\u2019])|\s+))?){{1,5}}"
)
_BEHIND = Saying(rf"(?i)(?:[\s,&/|–—-]+(?:{_JOINT}[\s-]+)?{_TEAM}){{1,5}}[.!]?$")
_TEAMS_ARTICLE = re.compile(r"^(?:The|Your|Dein|Ihr|Euer|Die|Das|Het|Team|Votre|Jouw) (?=\S)")
_LEADING = re.compile(
    "^(?:"
    + either(
        r"(?:den |die )?(?:[A-ZÄÖÜ]\w*(?:familie|führung|leitung|vorstand|abteilung)|Vorstand|Inhaber(?:in)?) "
        r"(?:der|des|von|vom)",
        r"(?:(?:Corporate|Senior|Lead|Technical|Talent) )*"
        r"(?:Recruiter(?:in)?|Personalreferent(?:in)?|HR (?:Manager|Business Partner))",
        *("[Tt]he", "Ihre?", "Deine?", "Eure?", "Your", "Votre", "Jouw", "Uw", "Firma", "die", "der", "das", "voor"),
        *(
            "(?:mede )?namens",
            "für",
            "pour",
            "por",
            "per",
            "for",
            "on behalf of",
            "beim?",
            "chez",
            "bij",
            "presso",
            "at",
        ),
    )
    + r" (?=\S))+"
)
_CLAUSE = re.compile(r" [a-zà-ÿ]+ (?:ich|wir|I|we|je|nous|ik)\b.*$")  # "der Stadt Aue nehme ich Bezug"
_PLACE = re.compile(r", (?![^,]*(?:&| and | und | et ))\S.*$")  # "Acme Robotics, Tulsa OK", not "Moss, Fern & Sons"
_ADDRESS = re.compile(r"\S+\.[a-z]{2,}$")
_SOMEBODY_AT = re.compile(r"\w (?:at|beim?|chez|presso|bij|@) (?=[A-ZÀ-Þ])")  # "Studio Managerin bei Acme"
_BETWEEN_WORDS = re.compile(r"[\s/,-]+")
_SEPARATOR = re.compile(r"[|·:]")
_SEPARATORS = re.compile(r"\s*[|·•]\s*|\s+[-–—@]\s+|(?<=\w)@(?=\w)|:\s+")
_AT = re.compile(r"\b(?:at|beim?|chez|presso|bij|n[ao]|@) (?=\S)")
_MONTH = "jan|f[ée]|m[aä]r|a[pvb]r|ma[iy]|ju[nil]|a[ugo]|sep|o[ck]t|nov|d[eé][cz]"
_SPAN = "tag|jahr|woche|monat|stunde|minute|day|week|month|hour|year|jour|mois|sem|día|dia|giorn|m[eê]s|dage|maand|uur"
_DATE = re.compile(  # "2 Sept", "2.ª", "30 Tagen", "10.20am", "2024 Acme"
    rf"(?i)\d{{1,2}}(?:\.?[ªº]$|\.$|\.? (?:{_MONTH})\w*\.?$)|\d+ (?:{_SPAN})\w*$"
    r"|\d{1,2}[.:]\d\d ?[ap]?m?$|(?:19|20)\d\d "
)


def clean_company(raw: str, speeches: tuple[Speech, ...]) -> str | None:
    """Return the name in what a pattern took from a sentence, without what it took too much, or None if it is none."""
    return whole_company(_stops(_codes(speeches)).sub("", raw), speeches)


def whole_company(raw: str, speeches: tuple[Speech, ...]) -> str | None:
    """Return what stands for itself, tidied, or None if no employer can be called so."""
    return _whole(raw, _codes(speeches))


@lru_cache(maxsize=_CACHED)
def _whole(raw: str, codes: tuple[str, ...]) -> str | None:
    text = None if raw.startswith(("©", "(c)", "Copyright")) else tidy(raw, MAX_COMPANY)
    text = _LEADING.sub("", _CLAUSE.sub("", text)).rstrip("\u2019'") if text else None
    text = text.rstrip(".") if text and legal_end(text) is None else text
    text = text[:-2] if text and text.endswith(("'s", "\u2019s")) else text
    if not text or len(text) < 2 or (legal_end(text) is None and _is_never(text, codes)):  # noqa: PLR2004
        return None
    if not without_team(text):
        return None
    if _SALUTATION.match(text) or _ADDRESS.fullmatch(text) or _DATE.match(text) or _SOMEBODY_AT.search(text):
        return None
    if _SENTENCE.search(text):
        return None
    if squash(_LEGAL.sub("", text)) in _SERVICE_NAMES:
        return None
    return text


@lru_cache(maxsize=_CACHED)
def without_team(text: str) -> str:
    """Return a name without the words of a team or a department round it; what is nothing else becomes empty."""
    if not _TEAMS.found_in(text):
        return text
    before, text = text, text.strip()
    found = _BEFORE.match(f"{text} ")
    if found and _STRONG.search(found[0]) and (_STRONG.match(text) or not _ORGANISATION.begins(text)):
        text = f"{text} "[found.end() :].strip()
    found = _BEHIND.search(f" {text}")
    if found and _STRONG.search(found[0]):
        text = f" {text}"[: found.start()].strip(" ,&|/–—-")
    return _TEAMS_ARTICLE.sub("", text) if text != before else text


@lru_cache(maxsize=_CACHED)
def is_organisation(name: str) -> bool:
    """Whether a name says itself that it is an organisation's: by its legal form or by what it is."""
    return has_organisation(name)


def has_organisation(name: str) -> bool:
    """Tell the same of a whole line, which nobody asks for again."""
    if legal_end(name) is not None or _ORGANISATION.found_in(name):
        return True
    words = name.split()
    return len(words) > 1 and _BUSINESS.knows(words[-1])


def may_state(line: str) -> bool:
    """Whether a line may name an organisation or a business anywhere."""
    return _EITHER.found_in(line) or _LEGAL.search(line) is not None


def is_house(name: Name) -> bool:
    """Whether what looks like a person's name is an organisation's; "Anna Burbank" is none, "Anna Bank" may be."""
    return is_organisation(name.written) and (not name.is_known or any(map(_ORGANISATION.knows, name.words)))


@lru_cache(maxsize=_CACHED)
def legal_end(line: str) -> int | None:
    """Return where the first legal form of a line ends."""
    legal = _LEGAL.search(line)
    return legal.end() if legal else None


@lru_cache(maxsize=_CACHED)
def core(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: folded, without legal forms."""
    bare = _LEGAL_BEFORE.sub("", _LEGAL.sub("", name)) or name
    words = (squash(word) for word in _BETWEEN_WORDS.split(bare.replace("&", " and ")))
    return tuple(_ONE_AND.get(word, word) for word in words if word)


_ONE_AND = dict.fromkeys(("und", "et", "y", "e", "en"), "and")


def is_kin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names (their cores) are one employer's: the same, or one the beginning or the end of the other."""
    shorter, longer = sorted(("".join(one), "".join(other)), key=len)
    if len(shorter) <= 2:  # noqa: PLR2004
        return shorter == longer
    few, many = sorted((one, other), key=len)
    if many[: len(few)] == few or (len(shorter) > 4 and longer.startswith(shorter)):  # noqa: PLR2004
        return True
    return len(shorter) > 4 and (many[-len(few) :] == few or longer.endswith(shorter))  # noqa: PLR2004


def parts(line: str) -> Iterator[str]:
    """Yield what a line of a signature or a display name consists of, where an employer's name may be one part."""
    end = legal_end(line)
    if end and not _SEPARATOR.search(line, 0, end):
        yield line[:end]
    for part in _SEPARATORS.split(line):
        end = legal_end(part)
        if end:
            yield part[:end]
        first, comma, last = part.partition(", ")
        if not end:
            yield first
        if comma:
            yield last[: legal_end(last)] if legal_end(last) else _PLACE.sub("", last)
        yield from (part[at.end() :] for at in _AT.finditer(part))


def _codes(speeches: tuple[Speech, ...]) -> tuple[str, ...]:
    """Return what the languages are called, and English, whose "HR" and "People Team" the others borrow.

    Of each speech there are as many copies as mails, of codes a few.
    """
    codes = tuple([speech.code for speech in speeches])
    return codes if DEFAULT in codes else (*codes, DEFAULT)


@cache
def _stops(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Return what ends a name that was taken too long, and the joints that are left at its end."""
    stops = either(*(stop for code in codes for stop in SPEECHES[code].company_stops))
    return re.compile(rf"(?: {LINK}){{0,3}} ?\b{stops}\b.*|(?: {LINK}){{1,3}}$")


def _is_never(name: str, codes: tuple[str, ...]) -> bool:
    """Whether no employer is called so: the whole name a common word, perhaps with an article."""
    articles, names = _never(codes)
    return names.holds(name) or names.holds(articles.sub("", name))


@cache
def _never(codes: tuple[str, ...]) -> tuple[re.Pattern[str], Vocabulary]:
    """Return articles at the beginning of a name, and the words that no employer is called."""
    articles = either(*(article for code in codes for article in SPEECHES[code].articles))
    names = Vocabulary(name for code in codes for name in SPEECHES[code].no_companies)
    return re.compile(rf"(?i)^(?:{articles} ){{1,3}}"), names
