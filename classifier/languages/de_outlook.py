"""How German job mail says when to try again."""

from classifier.languages.patterns import either, says

_NUMBER = either(
    *(r"\d{1,2}", "ein(?:em|en|er|es)?", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    *("elf", "zwölf", "achtzehn", "(?:einem |ein )?halbe[ns]?", "anderthalb"),
)
_TIME = rf"{_NUMBER}(?: ?(?:-|–|bis|oder) ?{_NUMBER})? (?:Monate?n?|Jahre?n?|Wochen)"
_SEASON = "(?:Frühjahr|Frühling|Sommer|Herbst|Winter)"
_MONTH = either(
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
    *("August", "September", "Oktober", "November", "Dezember"),
)
_PERIOD = either(
    "Jahr",
    "Einstellungs(?:jahr|termin)",
    "Saison",
    "Semester",
    "Quartal",
    "Runde",
    "Ausbildungsjahr",
    "Ausbildungsstart",
    "Monat",
    _SEASON,
)
_WHEN = "(?P<when>" + "|".join((
    (
        r"(?:in|nach|innerhalb|ab|seit)"
        rf"(?: (?:frühestens|etwa|ca\.|rund|ungefähr|Ablauf|von|der|nächsten|den)){{0,3}} {_TIME}"
    ),
    rf"(?:(?:im|in|ab|zum|zur|für|vor|nach) (?:der |dem |das |die )?)?(?:nächste|kommende)[nrsm]? {_PERIOD}",
    rf"(?:im|ab|zum|nach|vor) (?:dem |kommenden |nächsten )?(?:{_SEASON}|{_MONTH})(?: (?:nächsten Jahres|20\d\d))?",
    r"(?:ab|in|im Jahr) 20\d\d",
)) + r")\b"  # fmt: skip
_ONCE_MORE = r"(?:erneut|wieder|noch ?ein ?mal|noch ?mals?|später)"
_TURN_TO_US = r"(?:bewerb|meld|versuch|anfrag|vorbei|an uns|bei uns)"
_AGAIN = either(
    rf"(?:{_ONCE_MORE}|gerne?)\b[^.]{{0,40}}{_TURN_TO_US}\w*",
    r"(?:neue?n?|erneute?) bewerbung|wiederholung",
    "versuch(?:e|en sie)? (?:es|['\u2019]s)",
    rf"(?:fragen? sie|frag|meld|schreib|schreiben sie)\b[^.]{{0,40}}{_ONCE_MORE}",
    rf"{_ONCE_MORE} (?:nach|an)\b",
    rf"(?:bewirb|melde|bewerben|melden)\b[^.]{{0,40}}{_ONCE_MORE}",
    "(?:melde|melden|bewirb|bewerben) (?:dich|sie sich|du dich)",
)
_HIRE = r"(?:stelle|ausschreib|schreiben|einstell|such|besetz|vergeb|drehen|proben)\w*"
_HIRE_AGAIN = rf"(?:(?:wieder|erneut|neu)\b[^.]{{0,30}}{_HIRE}|{_HIRE} [^.]{{0,20}}(?:wieder|erneut|neu)\b)"

REAPPLY = (
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_AGAIN}"),
    says(rf"{_AGAIN}[^.]{{0,60}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_HIRE_AGAIN}"),
    says(rf"{_HIRE_AGAIN}[^.]{{0,40}}?\b{_WHEN}"),
)
_COUNT = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
NUMBERS = {
    **{word: number for number, word in enumerate(_COUNT, 1)},
    **dict.fromkeys(("einem", "einen", "einer"), 1),
    **dict.fromkeys(("einem halben", "ein halbes", "halben", "halbes"), 0.5),
    "anderthalb": 1.5,
    "achtzehn": 18,
}
