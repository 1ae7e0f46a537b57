"""How Spanish job mail looks back on a talk or an interview, and how it looks forward to one."""

from classifier.languages.patterns import either, says

_THANKS = r"(?:gracias|agrade\w+|encant\w+|gust\w+|placer|disfrut\w+|tras|despu[eé]s de|durante|desde|en)"
_TALK = either(
    *(r"charla", r"conversaci[oó]n", r"(?:video)?llamada", "entrevista telef[oó]nica", r"reuni[oó]n virtual"),
    *("plática", "platica"),
)
_TALKED = either("hablar", "charlar", "platicar", "conversar")
_GLAD = (
    r"(?:(?:fue|ha sido|es) un (?:placer|gusto)|(?:nos|me) encant[oó]|encantad[oa]s? de|gracias por|agrade\w+|"
    r"disfrut\w+|"
    r"(?:nos|me) (?:ha )?gust(?:ó|ado))"
)
_CAME = either(
    *("venir", "haber venido", "acercar(?:te|se)", "acudir", "asistir", r"recibir(?:te|le)", "pasar(?:te|se)"),
)
_PLACE = either(
    "a (?:vernos|conocernos)",
    "a (?:la|las|el|nuestr[oa]s?|una|un) (?:entrevistas?|pruebas?|oficinas?|tienda|planta|sede|centro)",
    *("al (?:taller|ensayo|centro|despacho)", "por (?:la|nuestra|el|nuestro) (?:oficina|tienda|taller|ensayo|casa)"),
)

NOT_HAPPENED = says(
    *(r"(?<!por )si(?! bien)\b", r"en caso de\b", r"invit\w+", r"convoc\w+", r"concert\w+", r"agend\w+"),
    r"coordin\w+",
    *(
        r"(?:nos|me) (?:gustar|encantar)[ií]a (?:conoc|invit|habl|ver|entrevist|tener|charl|platic)\w*",
        r"\w+: «",
        "ganas de",
    ),
    r"pr[oó]xim[oa]s? (?:fase|etapa|paso)",
    *(r"(?:reprogram|aplaz|cambi|cancel|mov|posp|reagend)\w*[^.]{0,30}(?:entrevista|llamada|cita)", r"fase de"),
    *(r"esper(?:o|amos) (?:conocer|ver|hablar)\w*", r"te (?:llamar|avisar|dir|escribir)\w+"),
    r"ser[áa] (?:el|la|en|por)",
    r"(?:no|ni)\b[^.]{0,50}(?:entrevista|prueba|conocer(?:te|le|l[oa]))",
    r"(?:para|a|de|en) (?:una|la|las|alguna)(?: \w+)? entrevistas? (?:es|ser|hay|deb|ten)\w*",
    r"(?:pas|avanz|seleccion|elegid|llamad|citad)\w* (?:a|para) (?:una|la|las) (?:\w+ )?entrevista",
    r"(?:otr[oa]s|vari[oa]s|much[oa]s|tod[oa]s l[oa]s) (?:\w+ )?(?:candidat|personas|postulant|aspirant)\w+",
    r"entrevist(?:amos|ado) a",
    r"habr[ií]a (?:sido|encantado)|hubiera",
    r"quer(?:emos|r[ií]amos|[ií]amos) (?:conocer|hablar|charlar|ver)\w*",
    r"(?:te|le|os|les) esper(?:o|amos)",
    r"no (?:he|hemos|pude|pudimos|logr\w+)\b[^.]{0,40}(?:localiz|contact|hablar)",
)
TIME_TO_INTERVIEW = says(
    rf"(?:gracias|agrade\w+)[^.]{{0,40}} por {_CAME} {_PLACE}",
    r"(?:gracias|agrade\w+)[^.]{0,60} (?:durante|en) las? (?:\w+ )?entrevistas?(?= (?:con|de|del|que)\b|[,.]|$)",
)
PHONE_INTERVIEW = says(
    r"(?:entrevistas? (?:telef[oó]nicas?|por (?:tel[eé]fono|video\w*|v[ií]deo)|virtual\w*|online)|"
    r"v[ií]deo-?entrevistas?)"
)
INTERVIEWED = says(
    (
        r"(?:tras|despu[eé]s de|gracias por|agrade\w+|durante|en|desde|por) (?:\w+ ){0,4}?(?:la|las|tu|su|vuestra|"
        r"nuestra|esa)(?: \w+)? entrevistas?(?= (?:del|de ayer|de la semana|que|con|personal|present|en|te|"
        r"y|nos)\b|[,.:]|$)"
    ),
    r"entrevistas? que (?:\w+ )?(?:mantuv|tuv|hic|hiz|realiz|has|ha|sostuv|tien)\w*",
    r"las (?:\w+ )?entrevistas (?:con|que|a las que)\b",
    rf"gracias[^.]{{0,30}} por {_CAME} {_PLACE}",
    (
        r"(?:por|con|agrade\w+) (?:tu|su|vuestra) (?:\w+ )?visita\b"
        r"(?! (?:a|de) (?:nuestr[oa]|la|el) (?:p[aá]gina|web|sitio|portal|stand))"
    ),
    r"(?:conocer(?:te|le|l[oa])|verte|verle) (?:\w+ )?(?:en persona|personalmente)",
    r"en la entrevista (?:te|le|nos|estuv|dij|mostr|me)\w*",
    (
        rf"gracias[^.]{{0,30}} por {_CAME}(?: (?:ayer|hoy|esta mañana|el \w+|la semana pasada|dos "
        rf"veces)){{0,2}}(?=[.,!]|$| y )"
    ),
    (
        r"(?:gracias|agrade\w+)[^.]{0,40} que (?:vinieras|vinieses|viniera|viniese|te pasaras|nos visitaras|"
        r"nos visitara|"
        r"acudieras|acudiera|te acercaras|se acercara)\b"
    ),
    (
        r"haber (?:acudido|venido|asistido) a (?:la|las|nuestr[oa]s?) (?:\w+ )?(?:entrevista|oficina|planta|"
        r"tienda|prueba)"
    ),
    *("venir a conocernos", "(?:en|durante|tras) la dinámica de grupo"),
)
SPOKEN = says(
    rf"{_THANKS} (?:\w+ ){{0,4}}?(?:la|esa|nuestra|tu|su|una)(?: \w+)? {_TALK}",
    (
        rf"{_GLAD}(?: (?:mucho|de|haber|poder|por|el tiempo para)){{0,2}} {_TALKED} (?:contigo|con usted|con vos|"
        r"con nosotr[oa]s|conmigo)"
    ),
    rf"{_GLAD}(?: (?:mucho|de|haber|poder|por)){{0,2}} conoc(?:er|ido|iéndo)(?:te|le|l[oa]s?|os)\b",
    r"(?:charla|llamada|conversaci[oó]n|hablamos|hablado|plática)[^.]{0,30} por (?:tel[eé]fono|videollamada)",
    r"(?:videollamada|llamada) (?:del|de ayer|que tuvimos)",
    (
        r"(?:como|cuando|ayer|el otro d[ií]a)(?: te| le| lo)? (?:hablamos|hablábamos|charlamos|platicamos|"
        r"conversamos|coment\w+)"
    ),
    r"entrevista (?:telef[oó]nica|por (?:tel[eé]fono|videollamada)) (?:del|que|de)\b",
)
MET_TEAM = says(
    r"(?:todo )?(?:el|nuestro) equipo[^.]{0,40}(?:buena impresi[oó]n|encantad|le gust[oó]|disfrut|qued[oó])",
    (
        r"(?:entrevistas?|conversaci[oó]n(?:es)?|reuni[oó]n(?:es)?|charlas?) con (?:el|nuestro|todo el|l[oa]s) "
        r"(?:equipo|compañer\w+)"
    ),
    r"(?:conocer|conociste|conoci[oó]) al equipo",
)
