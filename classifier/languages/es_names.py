"""Who signs Spanish job mail: first names, closings, and the words by which a team or a house is told from a person."""

CLOSINGS = (
    (
        r"(?:recib[ae][ns]? )?(?:un |mis |nuestros |muchos )?(?:muy )?(?:cordial(?:es)?|afectuosos?|atentos?|"
        r"fuerte|gran)? ?"
        r"(?:saludos?|abrazos?|besos?)(?: (?:muy )?(?:cordial(?:es)?|afectuosos?|fuerte|grande|fraterno))?"
    ),
    *("¡saludos", "¡un (?:saludo|abrazo)", "(?:muy )?(?:atentamente|cordialmente|afectuosamente)", "atte"),
    r"(?:le|te|les|os) saluda(?:n)?(?: muy)?(?: atentamente| cordialmente| con afecto)",
    *("¡?(?:enhorabuena|felicidades|[eé]xitos)(?: y bienvenid[oa])?", "nos vemos", "¡?mucho ánimo"),
    *("con (?:cariño|afecto|aprecio|todo mi aprecio)", "hasta pronto", "¡?suerte", "¡?mucha suerte"),
    r"¡?(?:muchas |mil )?gracias(?: (?:de nuevo|otra vez|por la paciencia|por todo|por tu tiempo))?",
    r"qued(?:o|amos) (?:atent[oa]s?|a (?:sus|tus) [oó]rdenes|a (?:su|tu) disposici[oó]n|pendientes?)(?: de .{0,40})?",
    (
        r"(?:sin (?:más|otro particular)[^,\n]{0,30}, )?(?:le|te|les|os) (?:env[ií]o|mando|enviamos|mandamos|doy) "
        r"(?:un|muchos|mis|nuestros) (?:\w+ )?(?:saludos?|abrazos?)(?: cordial(?:es)?)?"
    ),
    r"sin (?:más|otro particular)(?: por el momento)?",
)
NO_NAMES = (
    *("equipo", "departamento", "dpto", "recursos", r"human[oa]s?", r"selecci[oó]n", "talento", "empleos?"),
    r"gesti[oó]n",
    *("capital", r"direcci[oó]n", "gerencia", r"comit[eé]", r"comisi[oó]n", r"secretar[ií]a", "negociado", r"[aá]rea"),
    *("reclutamiento", "oficina", "servicio", "universidad", "ayuntamiento", "colegio", r"fundaci[oó]n", "grupo"),
    *(r"cl[ií]nica", "bodegas", "talleres", "hotel", "restaurante", "tienda", "empresa", "centro", "academia"),
    *("escuela", "estudio", "editorial", "museo", "teatro", "sala", "parroquia", "residencia", "consejo", "junta"),
    *("patronato", "tribunal", "presidencia", "banco", "ventas", "compras", "personas", "cultura", "bolsa"),
    *("candidat[oa]s?", "saludos?", "enviado", "atentamente", "cordialmente", "gracias", "abrazo", "nuestr[oa]"),
    *("proceso", "puesto", "vacante", "casa", "cooperativa", r"asociaci[oó]n", r"librer[ií]a", "farmacia", "hostal"),
    *("laboratorios?", "industrias", "transportes", "construcciones", "consultor[ií]a", "abogados", "notar[ií]a"),
    *("avisos?", "notificaciones", r"atracci[oó]n", r"adquisici[oó]n", r"administraci[oó]n", "programa", "campus"),
    *("supermercados?", "textiles", "grupo", "delegación", "subdirección", "coordinación", "unidad", "ministerio"),
)
POSITIONS = (
    *("responsable", r"soci[oa]\b", "gerente", r"jef[ea]\b", "reclutador", "fundador", "president", "encargad"),
    *("analista", "recursos humanos", "rrhh", "secretari", r"decan[oa]\b", r"rector", "supervisor", "coordinador"),
    *(r"t[eé]cnic[oa] de", "selecci[oó]n", "talento", "personas", "gesti[oó]n humana", "capital humano", "directora"),
)
TEAM_WORDS = (
    r"direcci[oó]n(?: de)?",
    (
        r"(?:el )?equipo(?: de)?(?: (?:adquisici[oó]n de talento|talento|selecci[oó]n|personas|recursos humanos|rrhh|"
        r"reclutamiento|empleo))?(?: (?:de|en))?"
    ),
    r"(?:departamento|dpto\.?|[aá]rea)(?: de)?",
    r"recursos humanos(?: de)?|rr\.?hh\.?|gesti[oó]n humana|capital humano|talento(?: humano)?(?: de)?",
    r"selecci[oó]n(?: de personal)?|reclutamiento(?: y selecci[oó]n)?|(?:atracci[oó]n|adquisici[oó]n) de talento",
    r"bolsa de (?:empleo|trabajo)|empleos?|atenci[oó]n al candidato|candidat[oa]s|vacantes",
    r"notificaciones|avisos|no responder|personas(?: y cultura)?",
)
ORGANISATIONS = (
    *("ferreter[ií]a", "carnicer[ií]a", "peluquer[ií]a", "gestor[ií]a", "asesor[ií]a", "bufete", "despacho"),
    *("cafeter[ií]a", "mes[oó]n", "hostal", "guarder[ií]a", "consorcio", "mancomunidad", "almazara"),
    *("conservas", "cementos", "cervecer[ií]a", "distribuciones", "reformas", "instalaciones", "autocares"),
    *("viajes", "inmobiliaria", "caja", "textil", "confecciones", "muebles", "maderas", "metal[uú]rgica"),
    *("fundici[oó]n", "[oó]ptica", "joyer[ií]a", "papeler[ií]a", "gr[aá]ficas", "aerol[ií]neas", "naviera"),
    *("molinos",),
    *("panader[ií]a", "aceites", "cafetales", "seguros", "energ[ií]as", "cl[ií]nica", "estudio", "agencia"),
    *("grupo", "ayuntamiento", "centro", "instituto", "servicio de salud", "cooperativa", "constructora"),
    *("hospitalaria", "taller", "imprenta"),
    *("universidad", "hospital", "ayuntamiento", r"fundaci[oó]n", "colegio", "instituto", r"cl[ií]nicas?", "banco"),
    *("museo", "teatro", "editorial", r"asociaci[oó]n", "cooperativa", r"diputaci[oó]n", "cabildo", "ministerio"),
    *(r"consejer[ií]a", "residencia", "bodegas?", "talleres", "grupo", "hotel(?:es)?", "laboratorios?", "industrias"),
    *("construcciones", "transportes", "academia", "escuela", "parroquia", "orquesta", "abogados", r"notar[ií]a"),
    *("farmacia", "textiles", "supermercados?", "restaurante", "municipalidad", "gobernaci[oó]n", "consultores"),
)
DEPARTMENTS = (
    *("sucursal", "sede", "filial", "delegación", "centro de trabajo", "planta"),
    *("departamento", r"direcci[oó]n", r"[aá]rea", "negociado", "servicio", r"secretar[ií]a", "facultad", "unidad"),
    *("vicerrectorado", r"secci[oó]n", "gerencia", "oficina", "recursos humanos", "equipo", r"coordinaci[oó]n"),
    *(r"comisi[oó]n", r"comit[eé]", r"c[aá]tedra", r"subdirecci[oó]n", r"delegaci[oó]n", "responsable", r"jef[ea]"),
    *("directora?", "president[ea]", "gerente", "analista", r"t[eé]cnic[oa]", r"secretari[oa]", r"atracci[oó]n"),
)
