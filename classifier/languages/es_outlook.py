"""How Spanish job mail says why an application failed, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = r"(?:puestos?|vacantes?|plazas?|posici[oó]n(?:es)?|cargos?|b[uú]squedas?|contratos?|ofertas?|convocatorias?)"
_SEARCH = either(
    *("proceso", r"b[uú]squeda", "convocatoria", "concurso", r"selecci[oó]n", r"contrataci[oó]n(?:es)?", "vacante"),
    *("puesto", "plaza", r"posici[oó]n", r"requisici[oó]n", "llamado", r"incorporaci[oó]n(?:es)?", "oferta"),
)
_PEOPLE = (
    r"(?:candidat[oa]s?|personas?|perfil(?:es)?|postulantes?|aspirantes?|finalistas?|profesional(?:es)?|candidaturas?|"
    r"compañer[oa]s?|postulaciones|funcionari[oa]s?)"
)
_OTHER = either(
    rf"otr[oa]s? (?:\w+ )?{_PEOPLE}",
    rf"(?:un|una|algún) (?:\w+ )?{_PEOPLE} (?:intern[oa]|extern[oa]|con|que|de la (?:casa|empresa)|m[aá]s)",
    rf"(?:{_PEOPLE}) (?:m[aá]s|mejor) \w+",
    r"otr[oa]s?(?= (?:con|que|más|mas|chic[oa])\b)|alguien (?:con|m[aá]s|que|del|de)|otro",
    rf"(?:dos|tres|cuatro|l[oa]s) (?:\w+ )?{_PEOPLE} (?:que|con|cuy[oa]s?)",
    r"(?:el|la) otr[oa] (?:perfil|finalista|candidat[oa])",
    r"un[ao]? (?:chic[oa]|chaval[a]?|señora?|muchach[oa]|compañer[oa]) (?:con|que|del|de)",
)
_CHOSE = either(
    *(r"seleccion\w+", r"eleg\w+", r"eligi\w+", r"escog\w+", r"decant\w+", r"inclin\w+", r"opt\w+", r"apost\w+"),
    *(
        r"cogid[oa]",
        "cogimos",
        r"agarr\w+",
        r"contrat\w+",
        r"ofrec\w+",
        r"continu\w+",
        r"segui\w+",
        "seguimos",
        r"avanz\w+",
        r"adjudic\w+",
        r"asign\w+",
    ),
    *(r"otorg\w+", r"recaíd\w+", r"recay\w+", r"prefer\w+", r"prefier\w+", r"propuest\w+", r"a favor de"),
    r"ha sido para",
    *(r"ser[áa] para", r"es para", r"quedamos con", r"qued[oó] con", r"nombr\w+", "ir con", "para"),
)
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
    rf"(?:dentro de|en|pasad[oa]s|despu[eé]s de|al cabo de|a partir de|transcurrid[oa]s|en un plazo de) {_TIME}",
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

REASONS = {
    Reason.FILLED: says(
        rf"{_POST}\b[^.;]{{0,60}} (?:cubiert|ocupad)[oa]s?\b",
        rf"{_POST}\b[^.;]{{0,40}} (?:ya|ha sido|est[aá]) (?:asignad|dad)[oa]s?\b(?! a otr)",
        rf"(?:hemos|han|ya|se) (?:\w+ )?(?:cubierto|cubri[oó])(?: \w+){{0,3}} {_POST}\b",
        rf"{_POST}\b[^.;]{{0,40}} se (?:ha |han )?cubri\w+",
        r"se (?:ha )?cubri(?:ó|do)\b",
        r"plantilla (?:\w+ )?completa|complet\w+ (?:la|nuestra) plantilla",
        r"ya tenemos a la persona",
    ),
    Reason.CANCELLED: says(
        (
            rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:cancel|anul|retir|suprim|amortiz|desapare|extern|"
            r"declarad?\w* desiert)\w*"
        ),
        rf"(?:cancel|anul|retir|suprim|amortiz)\w* (?:el|la|las|los|esta|este)(?: \w+){{0,3}} (?:{_POST}|{_SEARCH})\b",
        rf"(?:{_POST})\b[^.;]{{0,30}} (?:ya no existe|no se va a cubrir|no se cubrir[áa])",
        r"no (?:cubrir|contratar)\b[^.]{0,30}(?:plaza|puesto|vacante|nadie)",
    ),
    Reason.PAUSED: says(
        (
            rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:en pausa|congelad|paralizad|suspendid|pospuest|aplazad|"
            r"detenid|en espera)\w*"
        ),
        (
            rf"(?:congel|paraliz|suspend|pospon|paus)\w* (?:el|la|las|los|todas las|todos los)(?: \w+){{0,2}} "
            rf"(?:{_POST}|{_SEARCH})\b"
        ),
        r"hasta nuevo aviso",
    ),
    Reason.OTHER_CANDIDATES: says(
        rf"{_CHOSE}\b(?! con usted| contigo)(?: \w+){{0,5}}? {_OTHER}",
        rf"otr[oa]s {_PEOPLE}\b[^.]{{0,80}}(?:se ajust|encaj|cumpl|acorde|más)\w*",
        rf"{_PEOPLE} (?:elegid|seleccionad)[oa]s? (?:es|ha sido|fue)\b[^.]{{0,20}}otr[oa]",
    ),
    Reason.NOT_QUALIFIED: says(
        (
            r"no (?:cumpl|re[uú]n|tien|se ajust|encaj|correspond|respond|alcanz|acredit|posee|cuent)\w*\b[^.]{0,60}"
            r"(?:requisit|perfil|experiencia|titulaci|nivel|exigenc|busc|puesto|cargo|necesid|puntuaci|licencia|"
            r"carn)\w*"
        ),
        (
            r"(?:perfil|experiencia|formaci[oó]n|candidatura)\b[^.]{0,30} no (?:se ajusta|encaja|cumple|corresponde|"
            r"responde|alcanza)"
        ),
        *(r"sobrecualificad[oa]", r"sobrecalificad[oa]", r"falta de (?:experiencia|titulaci[oó]n)", "no apt[oa]"),
    ),
}
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
