"""How Spanish job mail says when to try again."""

from classifier.languages.patterns import either, says

_NUMBER = either(
    *(r"\d{1,2}", "un[ao]?", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once"),
    "doce",
    *("dieciocho", "veinticuatro", "unos", "medio"),
)
_TIME = rf"{_NUMBER}(?: ?(?:-|–|a|o|u) ?{_NUMBER})? (?:mes(?:es)?|años?|semanas?|días)(?: y medio)?"
_SEASON = "(?:primavera|verano|otoño|invierno)"
_MONTH = either(
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre", "octubre"),
    *("noviembre", "diciembre"),
)
_PERIOD = either("año", "temporada", "curso", "convocatoria", "semestre", "trimestre", "ciclo", "campaña", _SEASON)
_WHEN = "(?P<when>" + "|".join((
    (
        r"(?:dentro de|en|pasad[oa]s|despu[eé]s de|al cabo de|a partir de|transcurrid[oa]s|en un plazo de)"
        rf"(?: los)? {_TIME}"
    ),
    rf"(?:(?:en|para|durante|hasta|a partir de) )?(?:el|la) (?:pr[oó]xim[oa]|siguiente) {_PERIOD}",
    rf"(?:(?:en|para|hasta|a partir de) )?(?:el|la) {_PERIOD} (?:que viene|siguiente|pr[oó]xim[oa])",
    (
        rf"(?:en|a partir de|hacia|para|desde) (?:la |el |este )?(?:{_SEASON}|{_MONTH})(?: (?:de|del) (?:pr[oó]ximo "
        r"año|año que viene|20\d\d))?"
    ),
)) + r")\b"  # fmt: skip
_AGAIN = either(
    r"(?:vuelv|volv)\w* a (?:\w+ )?(?:present|intent|postul|aplic|inscrib|escrib|llam|prob|solicit)\w*",
    r"(?:postul|present|aplic|inscrib|intent|escrib|solicit)\w*(?: \w+){0,2} (?:de nuevo|nuevamente|otra vez)",
    r"(?:de nuevo|nuevamente|otra vez)[^.]{0,20}(?:postul|present|aplic|inscrib|intent|escrib|solicit)\w*",
    (
        r"(?:escr[ií]b(?:e|a)nos|ll[aá]m(?:a|e)(?:nos|me)|escribinos|int[eé]nt[ae]lo|nueva (?:candidatura|solicitud|"
        r"postulación))"
    ),
)
_HIRE_AGAIN = (
    r"(?:volveremos a|abriremos|abrimos|contrataremos|empezamos a)\b[^.]{0,40}(?:contrat|vacant|inscrip|posicion|"
    r"busc)\w*"
)

REAPPLY = (
    says(rf"{_AGAIN}[^.]{{0,60}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_AGAIN}"),
    says(rf"{_HIRE_AGAIN}[^.]{{0,40}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_HIRE_AGAIN}"),
)
NUMBERS = {
    "un": 1,
    "una": 1,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "dieciocho": 18,
    "veinticuatro": 24,
    "medio": 0.5,
}
MONTHS = {
    "mes": 1,
    "meses": 1,
    "año": 12,
    "años": 12,
    "semana": 0.25,
    "semanas": 0.25,
    "día": 1 / 30,
    "días": 1 / 30,
}
SPANS = {"un año y medio": 18, "año que viene": 12, "próximo año": 12, "proximo año": 12, "siguiente año": 12}
