"""How Spanish says what matters in job mail, from Madrid to Buenos Aires: tú, vos, usted and ustedes."""

from classifier.languages import es_facts as facts
from classifier.languages import es_names as names
from classifier.languages import es_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

# Words that stand behind "su" when it means the reader; "su" alone is anybody's.
_THEIRS = either(
    *("candidatura", "solicitud", r"postulaci[oó]n", "perfil", r"inter[eé]s", r"curr[ií]cul\w+", "cv", "hoja de vida"),
    *("experiencia", "proceso", r"participaci[oó]n", "trayectoria", "tiempo", "expediente", "confianza", "paciencia"),
    *(r"incorporaci[oó]n", r"contrataci[oó]n", r"formaci[oó]n", "visita", "asistencia", r"b[uú]squeda", "carta"),
    *("correo", "datos", r"m[eé]ritos", "proyectos", "entrevista", r"inscripci[oó]n", "respuesta", "comentarios"),
)
_TELL = (
    r"(?:agrade|comuni|infor|dese|salud|invit|confirm|rog|rueg|record|recuerd|anim|ofre|escrib|convoc|citam|mantendr|"
    r"contact|llam|har|dar|dam|env|augur|pedi|instam|queda|transmit|traslad)\w*"
)
# What the voice with one reader is told by: an infinitive with "te" ("comunicarte"), but no "suerte" or "descarte".
_TO_YOU = r"(?!descarte|estandarte|compart|impart|repart)\w{3,14}(?:arte|[^\Wi]erte|irte|arnos contigo|ándote|éndote)"
_TELLING = (
    r"(?:comunicar|informar|agradecer|decir|desear|ofrecer|invitar|indicar|hacer|dar|notificar|convocar|recordar|pedir|"
    r"responder|contactar|conocer|tener|incorporar|atender|felicitar|transmitir|considerar|seleccionar|contratar)"
)
_WRITE = either(
    *("correo", "mensaje", "e-?mail", "mail", r"buz[oó]n", r"direcci[oó]n", r"notificaci[oó]n", "cuenta"),
)

SPANISH = Speech(
    code="es",
    function_words=words(
        "el la los las un una unos de del al y o en con por para que su sus se no lo le les te tu tus ti me mi nos ha "
        "han hemos habíamos es son era fue muy más pero como cuando este esta estos ya sin sobre nuestro nuestra "
        "nuestros gracias hola estimado estimada usted ustedes lamentablemente desafortunadamente saludo saludos "
        "cordial atentamente candidatura puesto proceso vacante puede puedes está están será también porque aunque "
        "otra otro otras otros quien nadie aquí ahora hasta después siguiente mucho muchas volver hay fueron quedó "
        "agradecemos sentimos lamentamos elegido elegida postulación búsqueda plaza cubierta conocerte conocerle "
        "encantó escríbenos puedo podemos hacia según cuál qué cómo a ser va siento buenas tardes verdad"
    ),
    familiar=says_whole(
        *("tú", "te", "ti", "tu", "tus", "contigo", "vos", "os", r"vuestr[oa]s?", "has", "eres", "sos", "tienes"),
        *("tenés", "puedes", "podés", "quieres", "querés", "estás", "fuiste", "podrás", "recibirás", "podrías"),
        "perdona",
        *(r"(?!contr|desg|desb|sub)\w{3,14}aste", "viniste", "hiciste", "tuviste", "diste", "pudiste", "dijiste"),
        "recibiste",
        *(r"\w{2,14}(?:áis|éis)", "sois", "cuéntame", "cuéntanos", "dinos", "dime", "inténtalo", "vuelve a intentarlo"),
        *("escr[ií]beme", "escr[ií]benos", "escribime", "escribinos", _TO_YOU),
    ),
    formal=says_whole(
        *("usted(?:es)?", rf"les? {_TELL}", rf"sus? {_THEIRS}", rf"{_TELLING}les?", "reciban?", "estimados señores"),
        (
            r"(?:estimad[oa]|apreciad[oa]|respetad[oa])s? (?:sr|sra|srta|señor(?:it)?a?|dr|dra|ing|lic|mtr[oa]|don|"
            r"doña|prof)"
        ),
    ),
    open=says_whole(
        *(
            r"(?<!por )(?<!como )(?<!incluso )si(?! bien\b)",
            "tanto si",
            r"en (?:el )?caso de",
            "de no (?:ser|haber|recibir)\\w*",
        ),
        *("siempre (?:que|y cuando)", "a menos que", "salvo que", "salvo indicación", "sea cual sea"),
        *(r"(?:todav[ií]a|a[uú]n) no", "no se ha (?:tomado|decidido)", r"^(?:cuando|quien(?:es)?|de lo contrario)"),
        r"(?:solo|sólo|únicamente|unicamente) (?:se )?(?:contact|llam|avis|respond|comunic)\w+",
        r"^(?:los|las) (?:candidat[oa]s|postulantes|personas|aspirantes|candidaturas) (?:que|cuy[oa]s?|no)",
        r"no tod[oa]s",
    ),
    closings=names.CLOSINGS,
    closing_words=(r"saludos?", r"abrazos?", "atentamente", "cordialmente", "besos?", "saludan?"),
    behind_closings=("desde", "y", "de"),
    signed_for=(r"Fdo\.?", "Firmado", r"P\. ?[AO]\.?"),
    person_titles=(
        r"D\.?ª",
        "Dn",
        "Lic",
        "Licda",
        "Ing",
        "Dra",
        "Mtro",
        "Mtra",
        "Arq",
        "Sr",
        "Sra",
        "Srta",
        "Dña",
        "Profa",
        "Abg",
        "Sor",
        "Fray",
        "Hno",
        "Hna",
        "Don",
        "Doña",
    ),
    no_names=names.NO_NAMES,
    functions=(
        *("directora?", "gerente", r"jef[ea]\b", "responsable", "coordinador", "encargad", r"soci[oa]\b"),
        *("analista", r"técnic[oa]\b", "reclutador", r"consultora?\b", "catedrátic", "fundador", "president"),
        *("secretari", "supervisor", "especialista", r"decan[oa]\b", "profesor", r"titular\b", "propietari"),
    ),
    positions=names.POSITIONS,
    behind_names=("y el equipo de", "del equipo de", "en nombre de"),
    behind_senders=("desde",),
    via=("vía", "a través de"),
    team_words=names.TEAM_WORDS,
    gender_marks=("indistinto", "a", "o/a"),
    requisition_words=("referencia", "oferta", "folio", "requisición", "vacante", r"c[oó]digo", "convocatoria"),
    organisations=names.ORGANISATIONS,
    departments=names.DEPARTMENTS,
    businesses=(
        *("travel", "consulting", "log[ií]stica", "qu[ií]mica", "energ[ií]a", "seguros", "hoteles", "hijos"),
        *("hermanos", "consultores", "ingenier[ií]a", "alimentaci[oó]n", "tecnolog[ií]as?", "sistemas"),
        *("software", "farma", "inmobiliaria"),
    ),
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=facts.COMPANY_STOPS,
    articles=("el", "la", "los", "las", "nuestr[oa]s?", "su", "tu", "una?", "este", "esta"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"(?i)\b(?:yo|me|mí|mi|conmigo|estoy|quiero|puedo|escribo|tengo|quedo)\b"),
    unattended=says(
        rf"no (?:respond|contest)\w*(?: a)?(?: (?:este|esta|al))? {_WRITE}",
        (
            rf"{_WRITE}[^.]{{0,60}} no (?:se |es |est[áa] |son )?(?:le[eí]|atend|atiend|monitor|supervis|admit|recib|"
            r"revis|acept)\w*"
        ),
        rf"{_WRITE} (?:se |ha |fue |es )?(?:\w+ )?(?:gener|envi)\w+ (?:\w+ ){{0,3}}autom[aá]tic\w+",
        *(r"(?:mensaje|correo|e-?mail|notificaci[oó]n) autom[aá]tic[oa]", "favor (?:de )?no (?:responder|contestar)"),
        r"(?:rog\w+|rueg\w+|agradecer\w+|solicit\w+)[^.]{0,30} no (?:respond|contest)\w*",
        r"(?:^|(?<=\. ))no (?:contestar|responder)\b",
        r"no (?:respond(?:as?|an|er)|contest(?:es?|en|ar))\W*$",
    ),
    invites_reply=says(
        r"no dud(?:es|e|en|éis) en (?:escrib|contact|llam|respond|pregunt|consult|comunic|dec)\w*",
        (
            r"(?:escr[ií]be|resp[oó]nde|cont[aá]cta|ll[aá]ma|av[ií]sa|p[ií]de)(?:me|nos)\b|(?:escribi|"
            r"respond[eé]|llam[aá]|avis[aá])"
            r"(?:me|nos)\b|(?:escr[ií]ba|resp[oó]nda|cont[aá]cte|ll[aá]me)(?:me|nos)\b"
        ),
        (
            r"qued(?:o|amos) (?:\w+ )?(?:atent[oa]s?|a (?:tu|su|vuestra|sus) (?:entera )?(?:disposici[oó]n|"
            r"[oó]rdenes)|pendientes?)"
        ),
        r"(?:estoy|estamos|me tienes) a (?:tu|su|vuestra) disposici[oó]n",
        r"(?:manten|segu|est)\w+ (?:el |en )contacto",
        r"(?:cualquier|alguna) (?:duda|pregunta|consulta)[^.]{0,60}(?:escr|respond|contact|llam|aqu[ií]|dispos)\w*",
    ),
    no_invitation=says_whole(r"portal", r"p[aá]gina", "web", r"postul\w+", r"inscr[ií]b\w+", "ofertas", "si surge"),
    advises=says(
        (
            r"(?:te|le|os|les) (?:recomiendo|recomendamos|recomendar[ií]a\w*|aconsejo|aconsejamos|aconsejar[ií]a\w*|"
            r"sugiero|sugerimos|sugerir[ií]a\w*)"
            r"(?! (?:revisar|consultar|visitar|seguir|estar)\b)"
        ),
        r"(?:mi|un|nuestro) (?:[uú]nico |mejor |peque[ñn]o )?consejo",
        r"(?:podr[ií]as|deber[ií]as|usted (?:podr[ií]a|deber[ií]a))\b(?! (?:recibir|formar|ser|estar)\b)",
        r"(?:te|le) convendr[ií]a\b",
        r"(?:yo que t[uú]|(?:yo )?en (?:tu|su) lugar)\b|(?:te|le) (?:vendr[ií]a bien|ayudar[ií]a|puede ayudar)\b",
        r"no (?:estar[ií]a|est[aá]) de m[aá]s\b|quiz[aá]s? (?:te|le) (?:ayude|sirva)\b",
    ),
    encourages=says(
        (
            r"(?:te|le|os|les) (?:animo|animamos|invito|invitamos|aliento|alentamos|instamos) a (?:que )?(?:\w+ ){0,2}"
            r"(?:volver|vuelv|segu|sig[au]|postul|present|aplic|inscrib|intent)\w*"
        ),
        r"no (?:te|se) (?:desanimes|desanime|rindas|rinda)|no (?:tires|tire) la toalla",
        (
            r"(?:nos|me) (?:impresion[oó]|encant[oó]|llam[oó] la atenci[oó]n|gust[oó]|"
            r"ha (?:impresionado|encantado|gustado)) (?:mucho |much[ií]simo |especialmente )?(?:tu|su|c[oó]mo)\b"
        ),
        r"impresionad[oa]s? (?:con|por) (?:tu|su|c[oó]mo)\b",
        (
            r"(?:tu|su) [^.]{1,40} nos (?:ha parecido|pareci[oó]) "
            r"(?:muy (?:buen[oa]|s[oó]lid)|excelente|magn[ií]fic|brillante)"
        ),
        r"(?:tienes|tiene|ten[eé]s) (?:mucho|un gran|un enorme) (?:talento|potencial|futuro)",
    ),
    gives_feedback=says(
        (
            r"^(?:nuestro |el |mi |nuestra |la )?(?:feedback|retroalimentaci[oó]n|devoluci[oó]n)(?: del "
            r"equipo)?:(?!\s*(?:https?:|www\.))"
        ),
        r"lo que (?:m[aá]s )?(?:te|le|nos|me)? ?falt(?:ó|a|aba)",
        r"(?:nos|te|le) falt(?:ó|aron|aba|aban|a|an)\b",
        r"(?:te|le) (?:cost[oó]|quedaste|pudo)\b",
        r"ech(?:amos|é) (?:de menos|en falta)",
        (
            r"(?:el|la) (?:\w+ )?(?:motivo|raz[oó]n)(?: principal| de (?:esta|la|nuestra) decisi[oó]n)? (?:es|fue|"
            r"ha sido|era)\b"
        ),
        r"lo que (?:decidi[oó]|inclin[oó]|desempat[oó])",
    ),
    feedback_on_request=says_whole(r"si(?! bien)", "¿", r"quier[ae]s", "gustar[ií]a"),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months=outlook.MONTHS,
    spans=outlook.SPANS,
)
