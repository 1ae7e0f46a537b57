"""How Spanish job mail names the position and the employer."""

from classifier.languages.patterns import COMPANY, all_of, companies_after, either
from classifier.languages.saying import Saying

_APPLY = either(
    *("candidatura", "autocandidatura", r"postulaci[oó]n", "solicitud", r"inscripci[oó]n", r"postul[aá]\w*"),
    *(r"aplic[aá]\w*", r"inscri\w+", r"present[aá]\w*", "proceso", r"entrevistas?"),
)
# "en" begins the place behind a title, or the subject inside one: "Especialista en Nóminas", "Técnico en Redes".
_NO_SUBJECT = (
    r"(?<!specialista)(?<!xperto)(?<!xperta)(?<!xperto/a)(?<!xperto\(a\))(?<!icenciado)(?<!icenciada)(?<!icenciado/a)"
)


_THE = r"(?:(?:la (?:empresa|firma|compañ[ií]a)|nuestra (?:empresa|compañ[ií]a)|el|la|los|las) )?"
_AT_WORK = either(
    *("puesto", "vacante", "plaza", "cargo", r"posici[oó]n", "candidatura", r"postulaci[oó]n", "solicitud", "oferta"),
    *("trabajar", "empleo", "carrera", "entrevista", "proceso", r"inscripci[oó]n", "oportunidad(?:es)?"),
)
# A single capital word behind "en" is as often a town or a trade; two are an employer more often than not.
_IN = rf"{_NO_SUBJECT}(?<!écnico)(?<!écnica)(?<!ngeniero)(?<!ngeniera)(?<!xperiencia)(?<!ormación) en"
_WORD = r"[A-ZÀ-Þ0-9][\w&'\u2019+-]*(?:\.\w+)*"
_TWO_WORDS = (
    rf"(?P<company>{_WORD}(?: (?:de|del|de la|de los|y|&))? {_WORD}(?:(?: (?:de|del|de la|y|&))? {_WORD}){{0,3}})"
)

COMPANY_HINT = Saying(
    r"\b(?i:en|a|de|con|por|empresa|unirte|unirse|para) (?i:(?:la|el|los|las) )?[A-Z0-9À-Þ]|^[A-Z0-9À-Þ]"
)
COMPANIES = (
    *companies_after(
        rf"(?:formar parte de(?:l equipo de)?|parte de la familia|unir(?:te|se) a|incorporar(?:te|se) a) {_THE}",
        rf"trabajar (?:en|con|para) {_THE}",
        "(?:nuestro|mi) cliente,? (?:la empresa )?",
        (
            r"(?:la empresa|la compañ[ií]a|la firma|de parte de|en nombre de|a nombre de) (?:todo el equipo de |el "
            r"equipo de )?"
        ),
        rf"inter[eé]s (?:en|por) (?:formar parte de|trabajar (?:en|con|para)|pertenecer a|unirte a|unirse a) {_THE}",
        rf"(?:candidatura|postulaci[oó]n|solicitud) (?:en|con) {_THE}",
    ),
    *all_of(
        rf"\b(?i:{_AT_WORK})\b[^.!?\n]{{0,110}}?{_IN} (?i:{_THE}){_TWO_WORDS}",
        rf"\b(?i:inter[eé]s (?:en|por)) (?i:{_THE}){_TWO_WORDS}",
    ),
    # A portal reports: "Acme ha descartado tu candidatura."
    *all_of(
        rf"^(?P<company>{_WORD}(?: {_WORD}){{0,2}}\.?) (?i:(?:no )?ha \w+|finaliz[oó]|cerr[oó]|vio|revis[oó]) "
        r"(?i:el estado de )?(?i:tu|su|la oferta|el proceso)\b"
    ),
)
COMPANIES_MAYBE = (
    *companies_after(
        rf"{_AT_WORK}\b[^.!?\n]{{0,110}}?{_IN} {_THE}",
        rf"(?:{_APPLY} a|inter[eé]s (?:en|por)|gracias por (?:aplicar|postularte|confiar) (?:a|en)) {_THE}",
        rf"(?:programa \w+|proceso|equipo|programa) de {_THE}",
    ),
    *all_of(rf"^{_TWO_WORDS} (?:ha|no ha|finaliz[oó]|cerr[oó]|vio|revis[oó])\b"),
)
_DEPARTMENT = either(
    *(r"recursos humanos", "rrhh", r"gesti[oó]n humana", "capital humano", "talento(?: humano)?", "personas"),
    *(r"selecci[oó]n(?: de personal)?", "reclutamiento", r"(?:adquisici[oó]n|atracci[oó]n) de talento", "personal"),
)
COMPANY_STOPS = (
    *("en", "Hemos", "Nos", "Gracias", "Lamentablemente", "Tras", "Su", "Tu", "Te", "Le", "Les", "Esta?", "Usted"),
    *("Agradecemos", "Queremos", "Equipo", "Estimad[oa]", "Hola", "Team", "Careers?", "Talent", "People"),
    *("Recruiting", "HR", "Un", "Saludos?", "Puesto", "Vacante", "Candidatura"),
    *("Despu[eé]s", "Referencia", "Ref", "Oferta", "Proceso", "Departamento", "Si"),
)
NO_COMPANIES = (
    "novedades",
    *("empresa", r"compañ[ií]a", "equipo", "puesto", "vacante", "entrevista", "espa[ñn]a", "m[eé]xico", "argentina"),
    *("colombia", "chile", "per[uú]", "ecuador", "uruguay", "venezuela", "guatemala", "bolivia", "panam[aá]"),
    *("madrid", "barcelona", "valencia", "sevilla", "zaragoza", "bilbao", "m[aá]laga", "murcia", "alicante", "getafe"),
    *("granada", "vigo", "gij[oó]n", "oviedo", "santander", "pamplona", "c[oó]rdoba", "valladolid", "toledo"),
    *("bogot[aá]", "medell[ií]n", "cali", "lima", "quito", "guayaquil", "santiago", "buenos aires", "rosario"),
    *("montevideo", "monterrey", "guadalajara", "cdmx", "ciudad de m[eé]xico", "puebla", "toluca", "quer[eé]taro"),
    *("europa", "am[eé]rica", "latinoam[eé]rica", "iberia", "pa[ií]s vasco", "catalu[ñn]a", "remoto"),
    "recursos humanos",
    *("rrhh", "personal", "personas", "talento", "selecci[oó]n", "marketing", "ventas", "compras", "log[ií]stica"),
    *("administraci[oó]n", "finanzas", "sistemas", "derecho", "gesti[oó]n humana", "capital humano", "empleos?"),
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre", "octubre"),
    *("noviembre", "diciembre", "lunes", "martes", "mi[eé]rcoles", "jueves", "viernes", "s[aá]bado", "domingo"),
    *("navidad", "pascua", "usted", "nosotros", "hoy", "mi", "portal", "proceso", "programa", "avisos?", "candidato"),
    *("direcci[oó]n(?: m[eé]dica)?", "secretar[ií]a", "gerencia", "oficina", "el reclutador", "reclutador", "dpto"),
    *("junta(?: directiva)?", "consejo(?: .*)?", "patronato", "people", "talent", "hr", "recruiting", "careers"),
    *("zoom", "teams", "google meet", "python", "java", "sql", "presidente", "no", "ya", "se", "nos", "todo"),
    *("esto", "comisi[oó]n", "comit[eé]", "tribunal"),
    *("usuario", "linkedin", "delegaci[oó]n .*", "servicio(?: de.*)?", "unidad(?: de.*)?", "oficina(?: de.*)?"),
)
CLIENTS = all_of(
    rf"\b(?i:mi|nuestr[oa]) (?i:client[ea])\b(?:,? (?:la |el )?(?:grupo |empresa |firma )?{COMPANY})?",
    rf"\b(?i:la empresa) {COMPANY}",
)
