"""How Spanish job mail names the position and the employer."""

from classifier.languages.patterns import (
    END_IN_SUBJECT,
    END_OF_TITLE,
    TITLE,
    all_of,
    companies_after,
    either,
)
from classifier.languages.saying import Saying

_POST = either(
    *("puestos?", "posici[oó]n", "vacante", "cargo", "plaza", r"b[uú]squeda", "oferta", "rol", "perfil", "proceso"),
    *("convocatoria", "concurso", r"requisici[oó]n", "contrato", "llamado"),
)
_SURE_POST = either("puesto", r"posici[oó]n", "vacante", "cargo", "plaza", r"b[uú]squeda", "rol")
_APPLY = either(
    *("candidatura", "autocandidatura", r"postulaci[oó]n", "solicitud", r"inscripci[oó]n", r"postul[aá]\w*"),
    *(r"aplic[aá]\w*", r"inscri\w+", r"present[aá]\w*", "proceso", r"entrevistas?"),
)
_FIELD = either(
    *("Sistemas", "Procesos", "Redes", r"Prevenci[oó]n", r"Enfermer[ií]a", r"Inform[aá]tica", "Software", "Minas"),
    *(r"Electr[oó]nica", r"Mec[aá]nica", "Telecomunicaciones", "Seguridad", "Recursos Humanos", r"Producci[oó]n"),
    *("Calidad", r"Log[ií]stica", "Mantenimiento", "Alimentos", r"Computaci[oó]n", "Laboratorio", "Imagen", "Cuidados"),
    *("Farmacia", "Emergencias", "Electricidad", r"Refrigeraci[oó]n", "Soporte", "Turismo", "Marketing", "Ventas"),
)
# "en" begins the place behind a title, or the subject inside one: "Especialista en Nóminas", "Técnico en Redes".
_NO_SUBJECT = (
    r"(?<!specialista)(?<!xperto)(?<!xperta)(?<!xperto/a)(?<!xperto\(a\))(?<!icenciado)(?<!icenciada)(?<!icenciado/a)"
)
_FOLLOWS = either(
    rf"(?i:en)\b(?! {_FIELD}\b)",
    r"(?i:ha|han|es|est[aá]|fue|ser[aá]|qued[oó]|queda|ya|que|cuy[oa]|al que|a la que|por|sin|donde|hasta|desde)\b",
    r"(?i:de (?:nuestr[oa]s?|la empresa|la compañ[ií]a|referencia)|con (?:nosotr[oa]s|sede|fecha|inter[eé]s))\b",
    (
        r"(?i:para (?:la|el|las|los|nuestr[oa]s?|un|una|incorpor\w+|trabajar|este|esta|cubrir)|a (?:otr[oa]s?|un|"
        r"una|los|las))\b"
    ),
    (
        r"(?i:no|se|le|te|nos|lamentablemente|finalmente|el (?:lunes|martes|mi[eé]rcoles|jueves|viernes|pr[oó]ximo|"
        r"pasado))\b"
    ),
    r"(?i:y (?:por|que|el|la|los|las|su|tu|le|te|hemos|nos|agrade\w+|esper\w+|estamos|queremos|lo|quisi\w+))\b",
    r"(?i:as[ií] como|tras|ante|seg[uú]n|junto|turno|sede|jornada|va|van|vaya|iba|requiere|exige|necesita|incluye)\b",
    (
        r"(?i:a partir|del? departamento|sale|implica|supone|desaparece|sigue|contin[uú]a|pasa|empieza|tiene|debe|"
        r"recay[oó]|corresponde|permanece|y se)\b"
    ),
    r"\d{1,4}/\d{2,4}\b",
)
_END = rf"(?:{_NO_SUBJECT}(?=\s+{_FOLLOWS})|(?={END_OF_TITLE}))"
_SUBJECT_END = rf"(?:{_NO_SUBJECT}(?=\s+{_FOLLOWS})|(?={END_IN_SUBJECT}))"
# Words that begin a title, where nothing else says that one follows ("Proceso Jefe de Bodega").
_HEAD = either(
    *(r"Analista", r"Jef[ea](?:/a)?", r"Responsable", r"T[eé]cnic[oa](?:/a)?", r"Ingenier[oa](?:/a)?", "Director[a]?"),
    *("Gerente", "Subgerente", "Auxiliar", "Asistente", "Ayudante", r"Administrativ[oa](?:/a)?", r"Operari[oa](?:/a)?"),
    *("Operador[a]?", r"Conductor[a]?", r"Mozo(?:/a)?", r"Moza", r"Dependient[ea](?:/a)?", "Comercial"),
    r"Consultor[a]?",
    *("Coordinador[a]?(?:/a)?", "Desarrollador[a]?", "Programador[a]?", r"Diseñador[a]?", "Contable", r"Contador[a]?"),
    *(r"Enfermer[oa](?:/a)?", r"M[eé]dic[oa]", "Profesor[a]?", "Docente", r"Maestr[oa]", r"Abogad[oa]", r"Camarer[oa]"),
    *(r"Cociner[oa]", "Recepcionista", r"Supervisor[a]?", r"Encargad[oa]", r"Ejecutiv[oa]", r"Vendedor[a]?"),
    "Asesor[a]?",
    *("Agente", r"Becari[oa]", "Especialista", r"Investigador[a]?", r"Arquitect[oa]", "Delineante", r"Soldador[a]?"),
    *("Electricista", r"Mec[aá]nic[oa]", "Gestor[a]?", "Controller", r"Secretari[oa]", "Facultativ[oa]", "Chofer"),
    *("Traductor[a]?", "Editor[a]?", "Redactor[a]?", r"Bibliotecari[oa]", "Conserje", r"Cajer[oa]", "Repartidor[a]?"),
    *("Fisioterapeuta", "Farmac[eé]utic[oa]", r"Psic[oó]log[oa]", r"Educador[a]?", r"Trabajador[a]? Social"),
    "Monitor[a]?",
    *("Community", "Product", "Project", "Data", "Backend", "Frontend", "DevOps", "Full[ -]?Stack", "Software", "QA"),
    *("Account", "Key Account", "Customer", "Business", "Marketing", "Sales", "Scrum", "Cloud", "Lead", "Senior"),
    "Junior",
)
# Lower-case titles ("abogada mercantil"): a word or two, since nothing tells where they end.
_SMALL = r"(?P<role>(?!quien|parte|tal\b|apt[oa]|finalist|segund|suplent|borrador|siempre|empresa|equipo)[a-zà-ÿ]{4,25}"
_SMALL_TITLE = rf"{_SMALL}(?:/[ao])?(?: (?:de |del |de la )?[\w-]{{3,25}}){{0,2}}?)(?:{_END}|(?=\s+(?:y|o|a|sale)\b))"
_ENGLISH = either(
    *("Manager", "Designer", "Developer", "Engineer", "Analyst", "Officer", "Lead", "Specialist", "Consultant"),
    "Owner",
    *("Scientist", "Architect", "Tester", "Executive", "Assistant", "Partner", "Associate", "Writer"),
    *("Researcher", "Copywriter", "Strategist", "Administrator", "Recruiter", "Advisor", "Coordinator", "Director"),
    *("Intern", "Editor", "Producer", "Artist", "Accountant", "Controller"),
)
_HEADED = rf"(?P<role>(?:{_HEAD}|(?:[A-Z][\w-]{{1,15}} ){{0,2}}{_ENGLISH})\b[^.,;:!?\n\"«»“”]{{0,100}}?)"
_QUOTED = r"[«\"“'‘](?P<role>[^»\"”'’\n(]{2,110})[»\"”'’(]"

ROLE_HINT = Saying(rf"(?i)\b(?:{_POST}|{_APPLY}|incorporar\w*|trabajar|contrat\w+|entrevista\w*|selecci[oó]n)\b")
ROLES = all_of(
    rf"(?i:\b{_POST}(?: de (?:empleo|trabajo))?(?: vacante)?)[: ]{{1,3}}{_QUOTED}",
    rf"(?i:\b{_POST}(?: vacante)? (?:de|como|para)(?: el| la| un[ao]?)?(?: {_SURE_POST} de)?) {TITLE}{_END}",
    rf"(?i:\b{_APPLY}(?: \w+)? (?:a|al|para|de|como|para el|a la|para la)(?: {_POST} de)?) {_HEADED}{_END}",
    rf"(?i:\b{_SURE_POST}):\s*{TITLE}{_END}",
    rf"(?i:\b{_POST}) {_HEADED}{_END}",
    rf"(?i:\bofrecer(?:le|te|os|les)? (?:el puesto|la plaza|un contrato)? ?(?:de|como)) {TITLE}{_END}",
    (
        rf"(?i:\b(?:{_APPLY}|plaza|puesto|trabajar|incorpor\w+|contrat\w+|selecci[oó]n)\b[^.,;:]{{0,50}}? como)"
        rf"(?: un[ao]?)? {_HEADED}{_END}"
    ),
    (
        rf"(?i:\b(?:{_APPLY}|plaza|puesto|trabajar|incorpor\w+|contratad\w+|selecci[oó]n)\b[^.,;:]{{0,50}}? como)"
        rf"(?: un[ao]?)? {_SMALL_TITLE}"
    ),
    rf"(?i:\b{_SURE_POST} (?:vacante )?de) {_SMALL_TITLE}",
)
ROLES_IN_SUBJECT = all_of(
    (
        rf"(?i:\b{_APPLY}(?: (?:de|a|al|para|como|espont[aá]nea))?(?: {_POST}(?: de)?)?)[ "
        rf":–-]{{1,3}}{_HEADED}{_SUBJECT_END}"
    ),
    rf"(?i:\b(?:cv|curr[ií]culum|hoja de vida)(?: de| para)?)[ :–-]{{1,3}}{_HEADED}{_SUBJECT_END}",
    rf"(?i:\b{_POST}(?: de| para|:| [-–]| \d{{1,8}}:?)?) ?{_HEADED}{_SUBJECT_END}",
    (
        rf"(?i:\b(?:candidatura|postulaci[oó]n|solicitud|oferta|vacante|puesto|b[uú]squeda)(?: \d{{1,8}})?:) "
        rf"{TITLE}{_SUBJECT_END}"
    ),
    rf"^(?i:{_SURE_POST}(?: vacante)?(?: de)?) {TITLE}{_SUBJECT_END}",
    rf"\s[-–|]\s{_HEADED}{_SUBJECT_END}",
    rf"^(?:(?:Re|RE|Fwd|RV|Rv): ?){{0,3}}{_HEADED}{_SUBJECT_END}",
)
GENERIC_TITLES = Saying(
    r"(?i)(?:el |la |los |las |est[ea] |nuestr[oa]s? |su |tu |un |una |otr[oa]s? |mism[oa] )*"
    + either(
        *("puestos?", "vacantes?", "plazas?", "posici[oó]n(?:es)?", "cargos?", "ofertas?", "empleos?", "trabajos?"),
        *("procesos?", r"selecci[oó]n", "referencia", "equipo", "empresa", "entrevistas?", "candidat[oa]s?"),
        "personal",
        *("nueva", "futuras", r"pr[oó]xima?s?", "actualizaci[oó]n", "estado", r"incorporaci[oó]n", "pr[aá]cticas"),
        *("postulantes?", "finalistas?", "aspirantes?", "colaborador[ae]?s?", "profesional(?:es)?", "temporada"),
        *("borrador", "la", "el"),
        *("m[eé]ritos", r"contrataci[oó]n", "admisi[oó]n", r"participaci[oó]n", "tu", "su", "inter[eé]s"),
    )
    + r"\b.{0,14}"
)
NO_TITLES = Saying(
    r"(?i)\b"
    + either(
        *("usted(?:es)?", "nosotr[oa]s", "nos", "hemos", "lamentablemente", r"gracias", r"agrade\w+", "candidatura"),
        *("solicitud", r"postulaci[oó]n", "feedback", "comentarios", r"pr[eé]stamo", "hipoteca", "beca", "visado"),
        *("guarder[ií]a", "aparcamiento", r"m[aá]ster", r"matr[ií]cula", "vivienda", "piso", "contigo", "conmigo"),
        *("momento", "ocasi[oó]n", "oportunidad", "persona", "alguien", "perfil", "requisitos", "misma?", "siguiente"),
        *("est[ea]", "lista", "suplente", "interna?", "extern[oa]", "finalista", "plaza", "puesto", "vacante", "cargo"),
    )
    + r"\b"
)

_THE = r"(?:(?:la (?:empresa|firma|compañ[ií]a)|nuestra (?:empresa|compañ[ií]a)|el|la|los|las) )?"
_AT_WORK = either(
    *("puesto", "vacante", "plaza", "cargo", r"posici[oó]n", "candidatura", r"postulaci[oó]n", "solicitud", "oferta"),
    *("trabajar", "empleo", "carrera", "entrevista", "proceso", r"inscripci[oó]n", "oportunidad(?:es)?"),
)
# A single capital word behind "en" is as often a town or a trade; two are an employer more often than not.
_IN = rf"{_NO_SUBJECT}(?<!écnico)(?<!écnica)(?<!ngeniero)(?<!ngeniera)(?<!xperiencia)(?<!ormación) en"
_WORD = r"[A-ZÀ-Þ0-9][\w&'\u2019+-]*"
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
        rf"^(?P<company>{_WORD}(?: {_WORD}){{0,2}}) (?i:(?:no )?ha \w+|finaliz[oó]|cerr[oó]|vio|revis[oó]) "
        r"(?i:tu|su|la oferta|el proceso)\b"
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
SIGNED_BY = (
    Saying(
        rf"(?i)(?:el |tu |su )?(?:equipo|departamento|[aá]rea)(?: de {_DEPARTMENT})? (?:de|en) "
        rf"(?!{_DEPARTMENT})(?P<company>\S.{{1,60}})"
    ),
    Saying(
        rf"(?i)(?:direcci[oó]n de |responsable de |jef[ae] de )?{_DEPARTMENT}\s*(?:\||,|@|[-–]| en | de "
        rf")\s*(?P<company>\S.{{1,60}})"
    ),
    Saying(
        r"(?i)(?:.{0,30}\b(?:direct\w+|gerente|soci[oa]|responsable|jef[ea]|cofundador\w*|fundador\w*|"
        r"president\w+|manager|partner|lead|recruit\w*|talent\w*|people|hr|ceo|cto)\b.{0,30}?)"
        r"\s*(?:,|\||@| [-–] )\s*(?P<company>\S.{1,60})"
    ),
)
COMPANY_STOPS = (
    *("en", "Hemos", "Nos", "Gracias", "Lamentablemente", "Tras", "Su", "Tu", "Te", "Le", "Les", "Esta?", "Usted"),
    *("Agradecemos", "Queremos", "Equipo", "Estimad[oa]", "Hola", "Team", "Careers?", "Talent", "People"),
    *("Recruiting", "HR", "Un", "Saludos?", "Puesto", "Vacante", "Candidatura"),
    *("Despu[eé]s", "Referencia", "Ref", "Oferta", "Proceso", "Departamento", "Si"),
)
NO_COMPANIES = (
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
ROLE_WORDS = (
    *("analista", "jef[ea]", "responsable", r"t[eé]cnic[oa]", r"ingenier[oa]", "director[a]?", "gerente", "auxiliar"),
    *("asistente", r"administrativ[oa]", r"operari[oa]", "conductor[a]?", "dependient[ea]", "consultor[a]?"),
    *("coordinador[a]?", "desarrollador[a]?", "programador[a]?", r"diseñador[a]?", "contable", r"enfermer[oa]"),
    *("profesor[a]?", "docente", r"abogad[oa]", r"camarer[oa]", r"cociner[oa]", "recepcionista", "supervisor[a]?"),
    *(r"mec[aá]nic[oa]", "operador[a]?", r"m[eé]dic[oa]", "controller", "becari[oa]", "soldador[a]?", "gestor[a]?"),
    *("researcher", "copywriter"),
    *(r"encargad[oa]", "vendedor[a]?", r"becari[oa]", "especialista", "investigador[a]?", "puesto", "vacante"),
)
