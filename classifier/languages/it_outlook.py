"""What Italian job mail advises, and how it says when to try again."""

from classifier.languages.patterns import either, says

_NUMBER = either(
    *(r"\d{1,2}", "una?", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "dodici"),
    "diciotto",
)
_TIME = rf"{_NUMBER} (?:mes[ei]|ann[oi]|settiman[ae])"
_SEASON = either("primavera", "estate", "autunno", "inverno")
_MONTH = either(
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre"),
    *("novembre", "dicembre"),
)
_PERIOD = either(
    "anno(?: scolastico| accademico)?", "stagione", "edizione", "semestre", "trimestre", "mese", "campagna", _SEASON
)
_WHEN = "(?P<when>" + "|".join((
    rf"(?:tra|fra|dopo|trascorsi|non prima di|a partire da|in) {_TIME}",
    rf"(?:a|in|da|verso|per|dopo|a partire da|dopo l['\u2019])(?: ?fine| inizio)? ?(?:{_MONTH}|{_SEASON})(?: 20\d\d)?",
    r"l['\u2019](?:anno|estate|autunno|inverno) (?:prossim[oa]|venturo|successivo)",
    rf"(?:il|la|nel|nella|per il|per la|alla|al|dal|dalla) prossim[oa] {_PERIOD}",
    rf"(?:dopo|per) l['\u2019]{_SEASON}",
    r"nel 20\d\d",
)) + r")\b"  # fmt: skip
_AGAIN = either(
    r"ricandidar\w*", r"ricandidat\w*", "candidar\\w* (?:di nuovo|nuovamente|ancora)", r"ripresent\w+", r"riprov\w+",
    r"ricontatt\w+", r"risent\w+", "nuova candidatura", r"riprop\w+", "rifarsi vivo", r"candidarti", r"candidarsi",
    "(?:apri\\w+|si aprir\\w+)", "riscriv\\w+",
)  # fmt: skip

REAPPLY = (
    says(rf"{_AGAIN}[^.;]{{0,50}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.;]{{0,60}}?\b{_AGAIN}"),
)
ADVISES = says(
    (
        r"(?:(?:un|il|il mio|un mio|l['\u2019]unico) (?:piccolo |solo )?(?:consiglio|suggerimento)"
        "|qualche (?:consiglio|suggerimento))"
    ),
    (
        r"(?:ti|le|vi) (?:consigli|sugger|raccomand)(?:o|amo|erei|eremmo|isco|irei|iremmo|iamo)\b"
        r"(?! di (?:non )?(?:rispond|controll|consult|verific|visit|utilizz))"
    ),
    r"(?:potrebbe|potrà) (?:esserti|esserl[ae]) (?:utile|d['\u2019]aiuto)|ti (?:aiuterebbe|servirebbe)",
    r"(?:potrebbe|potrà) essere (?:utile|d['\u2019]aiuto) (?:un|una|un['\u2019]\w+|\w+(?:are|ere|ire))\b",
    r"al (?:suo|tuo) posto\b[^.;]{0,40}(?:erei|irei|rrei)\b",
)
ENCOURAGES = says(
    (
        r"(?:ti|la|vi) (?:incoraggi|esort)(?:o|iamo|amo)\b|(?:ti|la) invit(?:o|iamo) a (?:ricandidar|candidar"
        r"|riprovar|ripresentar)\w*"
    ),
    r"non (?:ti )?(?:scoragg\w+|demord\w+|arrender\w+|moll\w+|abbatter\w+|perder\w+ d['\u2019]animo|si scoraggi)",
    r"(?:colpit[oiae]|impressionat[oiae]) (?:d(?:a|al|alla|ai|alle)\b|dall['\u2019])(?! ?(?:\w+ )?interesse)",
    r"(?:ci|mi) (?:ha|hanno) (?:\w+ )?(?:colpit|impressionat)[oiae]\b",
    r"^continu[ai] così|non esit\w+ a (?:ri)?(?:candidar|provar|presentar)\w+",
    r"(?:hai|ha) (?:molto |un grande |davvero )?(?:talento|la stoffa|un gran potenziale)",
    (
        r"non lasc\w+ (?:nel cassetto|perdere la speranza)|spero (?:proprio |davvero )?che (?:riprov"
        r"|ti ricandid|si ricandid)\w*"
    ),
)
_SMALL = {"un": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8}
NUMBERS = _SMALL | {"nove": 9, "dieci": 10, "dodici": 12, "diciotto": 18, "mezzo": 0.5}
MONTHS = {"mese": 1, "mesi": 1, "anno": 12, "anni": 12, "settimana": 0.25, "settimane": 0.25}
SPANS = {"prossimo anno": 12, "anno prossimo": 12, "anno venturo": 12}
