"""How German job mail says why an application failed, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = r"\w*(?:stellen?|position(?:en)?|vakanz(?:en)?|rollen?|job|platz|plätze)"
_SEARCH = either(r"\w*ausschreibung", r"\w*suche", "besetzung", r"\w*verfahren", r"\w*prozess", "recruiting", "projekt")
_PEOPLE = (
    r"\w*(?:bewerb(?:er|erin|erinnen|ern|ungen|ung|enden?)|kandidat\w*|person\w*|profile?|mitbewerb\w*|interessent\w*)"
)
_OTHER = r"(?:andere[nrsm]?|ander[en]{1,2}|weitere[nr]?|interne[nrsm]?|eine[nr]? (?:\w+ )?|jemand(?:en|em)?)"
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
    "Jahr", "Saison", "Semester", "Quartal", "Runde", "Ausbildungsjahr", "Ausbildungsstart", "Monat", _SEASON
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
    r"(?:neue?n?|erneute?) bewerbung",
    "versuch(?:e|en sie)? (?:es|['\u2019]s)",
    rf"(?:fragen? sie|frag|meld|schreib|schreiben sie)\b[^.]{{0,40}}{_ONCE_MORE}",
    rf"{_ONCE_MORE} (?:nach|an)\b",
    rf"(?:bewirb|melde|bewerben|melden)\b[^.]{{0,40}}{_ONCE_MORE}",
    "(?:melde|melden|bewirb|bewerben) (?:dich|sie sich|du dich)",
)
_HIRE = r"(?:stelle|ausschreib|schreiben|einstell|such|besetz|vergeb|drehen|proben)\w*"
_HIRE_AGAIN = rf"(?:(?:wieder|erneut|neu)\b[^.]{{0,30}}{_HIRE}|{_HIRE} [^.]{{0,20}}(?:wieder|erneut|neu)\b)"
_FIT = "(?:entsprechen|passen|erfüllen|entspricht|passt)"
_SKILL = r"(?:erfahrung|qualifikation|voraussetzung|anforderung|kenntniss?e)"

REASONS = {
    Reason.FILLED: says(
        r"(?:einer|eine|jemand) aus (?:dem|unserem|den) (?:eigenen )?(?:haus|reihen|betrieb|team)\b",
        rf"{_POST}\b[^.;]{{0,60}} (?<!nicht )(?<!mehr )(?:besetzt|vergeben)\b(?! werd)",
        r"(?<!nicht )(?<!mehr )(?:besetzt|vergeben) (?:haben|wurde|worden|ist|sind)\b",
    ),
    Reason.CANCELLED: says(
        (
            rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:gestrichen|zurückgezogen|abgebrochen|aufgehoben|entf[aä]ll\w+"
            r"|weggefallen|eingestellt|nicht (?:mehr )?(?:besetz|nachbesetz|weiterverfolg|fortgeführ)\w*)"
        ),
        r"nicht (?:mehr )?(?:zu |neu |nach)?(?:besetzen|besetzt wird)\b",
    ),
    Reason.PAUSED: says(
        *(
            "\\w*(?:einstellungs|besetzungs|nachbesetzungs)(?:stopp|sperre)",
            "nicht (?:neu |nach)?besetzt werden darf",
            "on hold",
            "auf eis",
            r"pausier\w*",
            "eingefroren",
            "ausgesetzt",
            "zurückgestellt",
        ),
        rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:verschoben|auf unbestimmte zeit|vorerst nicht)",
    ),
    Reason.OTHER_CANDIDATES: says(
        r"(?:bekommt|erhält|kriegt|übernimmt|bekam|erhielt|erhalten hat) (?:eine|ein|einer|jemand)\b",
        (
            r"(?:zuschlag|zusage|stelle|platz|vertrag)\b[^.]{0,40} (?:eine|einer|ein|jemand)\b[^.]{0,30} "
            "(?:erhalten|bekommen|bekommt|erhält)"
        ),
        rf"{_PEOPLE} mit [^.]{{2,60}} (?:berücksichtigt|eingeladen|bevorzugt|vorgezogen)",
        rf"(?:für|zugunsten|auf|mit) (?:eine[rnsm]? |den |die |einem )?{_OTHER} ?(?:\w+ )?{_PEOPLE}",
        rf"(?:für|zugunsten) (?:eine[rnm]? )?(?:\w+ )?{_PEOPLE}[^.]{{0,60}} entschieden",
        (
            rf"{_OTHER} (?:\w+ )?{_PEOPLE}\b[^.]{{0,80}}"
            "(?:entschied|ausgewählt|eingestellt|vorzug|besser|genauer|mehr|näher|gewählt)"
        ),
        r"anderweitig (?:entschieden|vergeben)|für jemand(?:en)? ander\w+|jemand ander(?:en|em|er)",
        rf"{_PEOPLE}[^.]{{0,60}} (?:besser|genauer|eher|näher|mehr) [^.]{{0,40}}{_FIT}",
    ),
    Reason.NOT_QUALIFIED: says(
        rf"(?:nicht|kein\w*|zu wenig|fehl\w+|mangel\w*)\b[^.]{{0,60}}{_SKILL}",
        rf"(?:{_SKILL}|profil)\w*\b[^.]{{0,60}}(?:nicht|fehl\w+|zu wenig)",
        *("überqualifiziert", "unterqualifiziert", "nicht (?:ausreichend |hinreichend )?qualifiziert"),
    ),
}
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
