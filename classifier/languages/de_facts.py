"""How German job mail names the position and the employer."""

from classifier.languages.patterns import COMPANY, companies_after, either
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
