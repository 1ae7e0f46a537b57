"""How German job mail names the position and the employer."""

from classifier.languages.patterns import (
    COMPANY,
    END_IN_SUBJECT,
    END_OF_TITLE,
    TITLE,
    all_of,
    companies_after,
    either,
    words,
)
from classifier.languages.saying import Saying

_POST = either("Stelle", "Position", "Stellenanzeige", "Ausschreibung", "Vakanz", "Stellenausschreibung", "Rolle")
_END = either(
    r"(?=\s+"
    + either(
        *("bei", "in (?:unserem|unserer|unser)", "im Hause", "an", "am", "vom", "für unser", "und (?=[a-zäöü])"),
        *("und Ihr", "und Dein", "sowie", "haben", "hat", "ist", "die Sie", "die du", "danken", "bedanken"),
        *("möchten", "zu besetzen", "erhalten", "leider", "eingegangen", "entschieden", "nicht", "zurück"),
    )
    + r"\b)",
    f"(?={END_OF_TITLE})",
)
_SUBJECT_END = rf"(?=\s+(?:bei|in|an)\b|{END_IN_SUBJECT})"

ROLE_HINT = Saying(r"(?i)ewerb|stelle|rolle|-job|-posten|-platz|ausschreibung|vakanz|tätigkeit|\b(?:position|als)\b")
ROLES = all_of(
    rf"\b[Bb]ewerbung(?: bei [^.,]{{1,60}}?)? (?:als|zum|zur) {TITLE}{_END}",
    rf"\b(?:{_POST}|Tätigkeit) (?:als|des|der|eines|einer)(?: eine[rsn]?)? {TITLE}{_END}",
    rf"\b{_POST}[: ]+[\"„“»'\u201a](?P<role>[^\"„“”»«'‘\n]{{2,110}})[\"“”«'‘]",
    rf"\b(?:Stelle|Position|Rolle):? (?P<role>[A-ZÄÖÜ][\w/:*-]+(?:(?: |/)[A-ZÄÖÜ&][\w/:*-]*){{0,6}}){_END}",
    rf"\b(?:als|für die Rolle) {TITLE}\s*\((?:m|w|f)[/|](?:m|w|f|d)[^)]{{0,8}}\)",
    r"\bals (?P<role>[A-ZÄÖÜ][\w/:*-]+(?: [A-ZÄÖÜ&][\w/:*-]*){0,5}) (?:beworben|zu bewerben|bewerben|interessier)",
    rf"\b(?:Stelle|Position|Rolle) {TITLE}{_END}",
    r"\b(?:[Dd]ie|[Dd]en|[Dd]er|[Dd]em|[Dd]as) (?P<role>[A-ZÄÖÜ][\w/*-]{2,40})-(?:Job|Stelle|Position|Posten|Platz)\b",
)
ROLES_IN_SUBJECT = all_of(
    (
        r"\b[Bb]ewerbung(?: bei [^:,]{1,60}?)? "
        + either("als", "zum", "zur", "(?:um|für|auf) die Stelle (?:als )?", "[-–]", "für die Position (?:als )?")
        + rf"\s*[\"„]?{TITLE}{_SUBJECT_END}"
    ),
    rf"\b(?:[Bb]ewerbung|[Aa]usschreibung|Stellenausschreibung|Eingangsbestätigung):\s*{TITLE}{_SUBJECT_END}",
    r"\b[Bb]ewerbung (?P<role>[A-ZÄÖÜ][\w/-]+(?: [A-ZÄÖÜ&][\w/-]*){0,4})$",
    rf"(?i:\b(?:stelle|position)(?: als)?:?)\s+[\"„]?{TITLE}(?=\s+bei\b|{END_IN_SUBJECT})",
)
TITLE_JOINTS = words("für im in der des und von mit zur zum am an of and the for &")
GENERIC_TITLES = Saying(
    r"(?i)(?:ausgeschriebene |genannte |o\.g\. |the |any |other |open )*"
    + either(
        *("position", "role", "job", "stelle", "team", "interview", "status", "update", "bewerbung", "verfügung"),
        *("mitarbeiter(?:in)?", r"kandidat\w*"),
    )
    + r"\b.{0,12}"
)
NO_TITLES = Saying(
    r"(?i)\b"
    + either(
        *("sie", "ihre[nr]?", "ihnen", "wir", "uns", r"unser\w*", "du", r"dein\w*", "leider", r"bewerb\w+"),
        *(
            "interview",
            "feedback",
            "unternehmen",
            "vorgang",
            r"kolleg\w+",
            "deutsch",
            "englisch",
            "gesellschaft",
            "gmbh",
            "warteliste",
            "personal",
            "your",
            "you",
        ),
    )
    + r"\b"
)

_ARTICLE = either(
    *("the", "der", "dem", "den", "die", "das", "unserem Unternehmen", "der Firma", "dem Unternehmen", "Firma"),
)
_A = f"(?:{_ARTICLE} )?"
_WORK = either(
    *("Stelle", "Position", "Praktikum", "Ausbildung", "Tätigkeit", "Mitarbeit", "Karriere", "Gespräch"),
    *("Vorstellungsgespräch", "Interview", "Arbeitgeber", "Interesse"),
)
_JOIN = either(
    *("Mitarbeit", "Tätigkeit", "Stelle", "Position", "Anstellung", "Karriere", "Beschäftigung", "Zusammenarbeit")
)
COMPANY_HINT = Saying(rf"\b(?i:bei|an|mit|für|von|in) {_A}[A-Z0-9À-Þ]")
COMPANIES = companies_after(
    rf"bewerbung(?:sgespräch|sunterlagen)?\b[^.!?\n]{{0,110}}? bei {_A}",
    rf"{_WORK}[^.!?\n]{{0,90}}? bei {_A}",
    rf"interesse an (?:(?:einer|der|eine) {_JOIN}[^.,]{{0,80}}? (?:bei|in|mit) ){_A}",
)
COMPANIES_MAYBE = (
    *companies_after(rf"interesse an {_A}", rf"(?:wir|uns|hier) bei {_A}"),
    Saying(rf"\bmit (?:der |dem )?{COMPANY} (?:telefoniert|gesprochen|gemailt)"),
    Saying(rf"\b(?:für|von) {_A}{COMPANY} (?:interessier|entschieden)"),
)
SIGNED_BY = (
    Saying(
        r"(?i)(?:ihr|dein|euer|das|team)? ?(?P<company>\S.{1,60}?)[ -]"
        r"(?:(?:karriere|personal|hr|recruiting|people)[ -]?){0,4}(?:team|abteilung|recruiting)"
    ),
    Saying(
        r"(?i)(?:.{0,60}\bteam|.{0,40}\b(?:recruit\w*|people|hr|talent\w*|manager|partner|lead)\b.{0,30})\s{0,2}"
        r"(?:bei|der|von) (?P<company>\S.{1,60})"
    ),
)
NO_COMPANIES = (
    *("unternehmen", "hause?", "firma", "stelle", "position", "team", "interview", "montag", "dienstag", "mittwoch"),
    *("donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "april", "mai", "juni", "juli"),
    *("august", "september", "oktober", "november", "dezember", "deutschland", "berlin", "hamburg", "münchen"),
    *("zürich", "wien", "mitarbeit", "tätigkeit", "ausschreibung", "stellenausschreibung", "vakanz", "fragen"),
    *("rückfragen", "ihnen", "ihr", "bewerber", "personal", "karriere"),
)
