"""How Dutch job mail names the position, the employer and people, in the Netherlands and in Flanders."""

from classifier.languages.patterns import COMPANY, NAME, all_of, companies_after, either
from classifier.languages.saying import Saying

# Not "de gemeente": its From header says "Gemeente Lindervoort", which would not agree with "Lindervoort".
_THE = "(?:de |het )?(?:(?:stichting|vzw|firma) )?"
_WORK = either(
    *("sollicitatie", "sollicitatiegesprek", "gesolliciteerd", "solliciteren", "solliciteerde?t?", "kandidatuur"),
    *("kandidaat", "functie", "vacature", "baan", "job", "rol", "stage", "stageplek", "betrekking", "positie", "plek"),
    *("werken", "werkt", "loopbaan", "carrière", "interesse", "belangstelling", "procedure", "aan de slag", "traject"),
    *("promotieplek", "welkom", "opdracht"),
)
COMPANY_HINT = Saying(rf"\b(?i:bij|binnen|aan|namens|in|voor|van) (?i:{_THE})[A-Z0-9À-Þ]")
COMPANIES = (
    *all_of(
        r"\baan (?i:de |het )?(?P<company>(?:Universiteit|Hogeschool|Universitair|Vrije|Technische|Koninklijke?) "
        rf"{NAME})",
    ),
    *companies_after(
        rf"{_WORK}\b[^.!?\n]{{0,110}}? bij {_THE}",
        r"(?:interesse|belangstelling) (?:in|voor) (?:een|de) (?:functie|baan|job|rol|loopbaan|carrière|stage|plek)"
        rf"[^.,!?\n]{{0,60}}? (?:bij|binnen) {_THE}",
    ),
)
COMPANIES_MAYBE = (
    *companies_after(
        rf"(?:interesse|belangstelling)[^.!?\n]{{0,40}}? (?:in|voor) {_THE}",
        rf"{_WORK}\b[^.!?\n]{{0,80}}? binnen {_THE}",
        rf"(?:gesprek|kennismaking|interview|wij|we|ons|hier) bij {_THE}",
        rf"namens {_THE}",
    ),
)

_HIRING = either(
    *("recruitment", "hr", "people", "talent", "werving", "selectie", "wervings", "hr-?", "jobs"),
)
NO_COMPANIES = (
    *("ons", "onze", "functie", "vacature", "team", "bedrijf", "organisatie", "interview", "gesprek", "maandag"),
    *("dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "januari", "februari", "maart", "april"),
    *("mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "nederland", "belgië"),
    *("vlaanderen", "amsterdam", "rotterdam", "utrecht", "eindhoven", "groningen", "den haag", "gent", "antwerpen"),
    *("brussel", "leuven", "brugge", "hasselt", "europa", "teams", "vragen", "interesse", "je", "u", "personeelszaken"),
    *("hrm?", "p&o", "werving", "recruitment", "selectie", "directie", "secretariaat", "gemeente", "stad", "provincie"),
    *("finance", "it", "ict", "marketing", "sales", "zorg", "onderwijs", "techniek", "logistiek", "mevrouw", "meneer"),
    *("de heer", "solliciteren", "bezwaar", "jullie"),
)
CLIENTS = all_of(
    (
        rf"\b(?i:mijn|onze) (?i:opdrachtgever|klant|relatie|client|cliënt)\b"
        rf"(?:,? (?:de |het )?(?:stichting |firma )?{COMPANY})?"
    ),
    rf"\b(?i:(?:het )?bedrijf|werkgever) {COMPANY}",
)
