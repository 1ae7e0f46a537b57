"""How German job mail names the position and the employer."""

from classifier.languages.patterns import COMPANY, all_of, companies_after, either
from classifier.languages.saying import Saying

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
COMPANY_HINT = Saying(rf"\b(?i:beim?|an|mit|für|von|in) {_A}[A-Z0-9À-Þ]")
COMPANIES = companies_after(
    rf"bewerbung(?:sgespräch|sunterlagen)?\b[^.!?\n]{{0,110}}? beim? {_A}",
    rf"{_WORK}[^.!?\n]{{0,90}}? beim? {_A}",
    rf"interesse an (?:(?:einer|der|eine) {_JOIN}[^.,]{{0,80}}? (?:beim?|in|mit) ){_A}",
)
COMPANIES_MAYBE = (
    *companies_after(rf"interesse an {_A}", rf"(?:wir|uns|hier) beim? {_A}"),
    Saying(rf"\bmit (?:der |dem )?{COMPANY} (?:telefoniert|gesprochen|gemailt)"),
    Saying(rf"\b(?:für|von) {_A}{COMPANY} (?:interessier|entschieden)"),
)
NO_COMPANIES = (
    *("unternehmen", "hause?", "firma", "stelle", "position", "team", "interview", "montag", "dienstag", "mittwoch"),
    *("donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "april", "mai", "juni", "juli"),
    *("august", "september", "oktober", "november", "dezember", "deutschland", "berlin", "hamburg", "münchen"),
    *("zürich", "wien", "mitarbeit", "tätigkeit", "ausschreibung", "stellenausschreibung", "vakanz", "fragen"),
    *("rückfragen", "ihnen", "ihr", "bewerber", "personal", "karriere"),
)
CLIENTS = all_of(
    (
        r"\b(?i:mein|unser)\w{0,2} (?:Kund(?:e|in|en)|Auftraggeber(?:in|s)?|Mandant(?:in|en)?|Klient(?:in|en)?)\b"
        rf"(?:,? (?:die |der |das |dem |den )?(?:Firma |Unternehmen )?{COMPANY})?"
    ),
    rf"\b(?:[Dd]as Unternehmen|[Dd]er Arbeitgeber) {COMPANY}",
)
