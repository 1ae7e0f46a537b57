"""How Italian job mail names the position and the employer."""

from classifier.languages.patterns import (
    ANY_TITLE,
    END_IN_SUBJECT,
    END_OF_TITLE,
    NAME,
    TITLE,
    all_of,
    either,
)
from classifier.languages.saying import Saying

_POST = either("posizione", "ruolo", "posto", "figura", "mansione", "vacancy", "impiego", "position", "funzione")
_APPLIED = either(r"candidat\w+", r"candidar\w+", r"postulazion\w+", "domanda", r"ricandidar\w+")
# "Specialista in Marketing" goes on, "Analista in Ferralta" does not.
_GOES_ON = "".join(
    f"(?<!{word})"
    for word in ("pecialista", "onsulente", "sperto", "sperta", "ecnico", "ngegnere", "aureato", "aureata", "ocente")
)
# Where a title ends: at the words that mails put behind one. "alla" and "della" stand inside: "Addetto alla cassa".
_END = either(
    r"(?=\s+"
    + either(
        *("presso", "nella", "nel", "nell['\u2019]", "da noi", "con (?:sede|noi)", "per (?:il|la|lo|le|i|cui|conto)"),
        "che",
        *("è", "non", "ed?(?= [a-z])", "ha", "ho", "hai", "abbiamo", "sarà", "della nostra", "del nostro", "tra"),
        "sul",
        *("sulla", "ti", "La", "Le", "si", r"pubblicat\w+", r"inviat\w+", "da (?:te|Lei|parte)", "in oggetto"),
        "risulta",
        *("verrà", "purtroppo", "ma", "nonché", "quindi", "a tempo", "a (?:seguito|causa|partire)", "per motivi"),
        *("al momento", "la", "sia", "stata", "stato"),
        "anche",
        *("vien[ei]", "vengono", "resta", "rimane", "in seguito", "in (?:cui|questa|questo|data|azienda)", "vorremmo"),
        *("desideriamo", "siamo", "abbia", "nostra"),
        *("alla nostra", "alla vostra", "alle dipendenze", "all['\u2019]interno", "apert[ao]", "lo", "del \\d", "ci"),
        "vi",
    )
    + r"(?![\wà-ÿ]))",
    rf"(?=\s*{_GOES_ON}\s+in\b)",
    r"(?=\s+(?:\w{2,15}(?:iamo|remo|ranno)|vann?o?|hanno|sono)\b)",
    r"(?=\s+del(?:la)? (?:Comune|Cooperativa|Banca|Gruppo|Studio|Fondazione|Clinica|Casa|nostr))",
    f"(?={END_OF_TITLE})",
)
_CITY = either(
    *("Milano", "Roma", "Torino", "Bologna", "Napoli", "Firenze", "Verona", "Padova", "Genova", "Bari", "Palermo"),
    *("Brescia", "Bergamo", "Modena", "Parma", "Piacenza", "Venezia", "Trieste", "Lugano", "Bellinzona", "Locarno"),
)
_SUBJECT_END = rf"(?=\s+(?:presso|in|da|{_CITY})\b|{END_IN_SUBJECT})"
_ONE = r"(?: (?:un/a|un\(a\)|un[ao]?|il|la|lo))?"
_QUOTE = '["«“„]'
_PROFESSIONS = (
    *("addett[oai]", "responsabile", "impiegat[oa]", "operai[oa]", "operator[ei]", "operatrice", "tecnic[oa]"),
    "autista",
    *("magazzinier[ea]", "infermier[ea]", "ingegner[ei]", "analista", "consulente", "sviluppat(?:or[ei]|rice)"),
    "camerier[ea]",
    *("programmat(?:or[ei]|rice)", "commess[oa]", "cuoc[oa]", "direttor[ei]", "direttrice", "assistente", "contabile"),
    *("segretari[oa]", "grafic[oa]", "redattor[ei]", "redattrice", "praticante", "stagista", "tirocinante", "docente"),
    *("ricercat(?:or[ei]|rice)", "educat(?:or[ei]|rice)", "progettista", "venditor[ei]", "venditrice"),
    "capo(?:reparto)?",
    *("elettricista", "falegname", "polimeccanic[oa]", "fisioterapista", "farmacista", "barista", "receptionist"),
    "cassier[ea]",
    *("bibliotecari[oa]", "istruttore", "istruttrice", "OSS", "ASA", "mastro", "collaborat(?:or[ei]|rice)"),
    *("insegnante", "saldatore"),
    "carrellista",
    *("idraulico", "muratore", "macellaio", "pasticcer[ea]", "panettiere", "architetto", "geometra", "specialista"),
)
_ENGLISH_PROFESSIONS = (
    *("engineer", "developer", "manager", "designer", "analyst", "specialist", "assistant", "consultant", "scientist"),
    *("architect", "buyer", "controller", "recruiter", "officer", "administrator", "coordinator", "planner", "tester"),
)
# What professions end in, and what ends so and is none.
_NO_PROFESSION = either(
    *("settor[ei]", "motor[ei]", "genitor[ei]", "intervist[ae]", "list[ae]", "vist[ae]", "rivist[ae]", "mestier[ei]"),
    *("quartier[ei]", "cantier[ei]", "carrier[ae]", "gennaio", "febbraio", "denaro", "priorit", "conquista"),
)
_MADE_PROFESSION = rf"(?!{_NO_PROFESSION}\b)\w{{2,20}}(?:tore|tori|trice|ista|iere|iera|aio|aia)"
_ANY_PROFESSION = either(*_PROFESSIONS, _MADE_PROFESSION)
_IS_A_JOB = rf"(?=[^.,;:!?\n]{{0,60}}\b(?i:{either(_ANY_PROFESSION, *_ENGLISH_PROFESSIONS)})\b)"
_JOB = rf"(?P<role>{_ANY_PROFESSION}(?: [a-zà-ÿ/]{{2,15}}){{0,5}}?)"

ROLE_HINT = Saying(
    rf"(?i)\b(?:{_POST}|{_APPLIED}|selezione|ricerca|annuncio|incarico|assunzione|offerta|concorso|quale|come)\b"
)
ROLES = all_of(
    rf"(?i:\b(?:{_POST}|incarico|profilo)(?: aperta| vacante)? (?:di|come|quale){_ONE}) {_QUOTE}?{ANY_TITLE}{_END}",
    rf"(?i:\b(?:{_POST}|annuncio|offerta):?) {_QUOTE}(?P<role>[^\"»”\n]{{3,110}})[\"»”]",
    rf"(?i:\b(?:posizione|ruolo|vacancy|position)(?: di lavoro| aperta)?:?) {TITLE}{_END}",
    (
        rf"(?i:\b(?:(?:{_APPLIED}|assunzione|inserimento)\b[^.,;]{{0,60}}?|selezionat[oa])"
        rf" (?:come|quale|in qualità di){_ONE}) {ANY_TITLE}{_END}"
    ),
    rf"(?i:\b{_APPLIED}(?: spontanea| inviata)? (?:per|a){_ONE}) {_IS_A_JOB}{TITLE}{_END}",
    rf"(?i:\b(?:selezione|ricerca|concorso|colloquio) (?:per|di){_ONE}) {_IS_A_JOB}{TITLE}{_END}",
    (
        rf"(?i:\b(?:{_APPLIED}|selezione|concorso|nomina|ricerca|cv|curriculum|cerca\w{{1,6}})(?: (?:per|di"
        f"|da)(?: la nomina di)?)?{_ONE}) {_JOB}{_END}"
    ),
)
ROLES_IN_SUBJECT = all_of(
    (
        rf"(?i:\b(?:{_APPLIED}|{_POST}|selezione|concorso|colloquio|proposta di assunzione)\b[^:|–\n-]{{0,30}}?"
        rf"(?: (?:per|come|quale|da){_ONE}|:| [-–|])) {_QUOTE}?{_IS_A_JOB}{ANY_TITLE}{_SUBJECT_END}"
    ),
    rf"(?i:\b(?:{_APPLIED}|selezione|concorso|{_POST}|aggiornamento:?)) {_IS_A_JOB}{TITLE}{_SUBJECT_END}",
    rf"(?:^|: | - )(?P<role>(?=[A-Z])(?i:{either(*_PROFESSIONS)})\b[^.,;:!?\n]{{0,60}}?){_SUBJECT_END}",
    (
        rf"(?:^|: | - )(?P<role>{either(*_PROFESSIONS)}(?: [a-zà-ÿ/]{{2,15}}){{0,5}})(?=\s+(?:presso|in|da|[A-Z0-9(\["
        "|–-])|[:,]|$)"
    ),
    rf"(?:^|: | - )(?P<role>(?:[A-Z][\w&/]* ){{1,4}}(?i:{either(*_ENGLISH_PROFESSIONS)})\b){_SUBJECT_END}",
)
GENERIC_TITLES = Saying(
    r"(?i)(?:la |il |una? |questa |questo |nostra |nostro |altra |altre |altro )*"
    + either(
        *("posizione", "ruolo", "lavoro", "riferimento", "candidatura", "interesse", "inserimento", "selezione"),
        *("vendita", "livello", "rilievo", "responsabilità", "stage", "tirocinio", "collaborazione", "cui", "fiducia"),
    )
    + r"\b.{0,12}"
)
NO_TITLES = Saying(
    r"(?i)\b"
    + either(
        *("tu", "tu[oaei]i?", "su[oae]i?", "noi", r"nostr\w+", "lei", "cui", "qual[ei]", "abbiamo", r"candidat\w+"),
        "che",
        *(r"ringrazi\w+", "grazie", "purtroppo", "colloqui[o]?", "selezione", "azienda", "società", "srl", "spa"),
        *("mutuo", "prestito", "borsa", "visto", "soci[oa]", "oggetto", "riscontro", "decisione", "futuro", "esito"),
        *("feedback", "appartamento", "posti", "interessat[oae]", "profil[oi]", "requisiti", "ricerca", "portale"),
    )
    + r"\b"
)

# The full stop of "S.p.A." belongs to the name, though names hold none at their end.
_LEGAL_FORM = r"(?:S\.?p\.?A|S\.?r\.?l\.?s?|S\.?n\.?c|S\.?a\.?s|S\.?c\.?a\.?r\.?l|S\.?A|Sagl|SAGL|SA|SRL|SPA)"
_COMPANY = rf"(?P<company>{NAME}(?:(?<=S\.p\.A)\.|(?<=S\.r\.l)\.|(?<=S\.n\.c)\.|(?<=S\.a\.s)\.)?)"
_A = r"(?:(?:il|lo|la|i|gli|le) |l['\u2019])?"
_AT_WORK = either(
    *(_APPLIED, _POST, r"lavor\w+", "selezione", "opportunità", r"colloqui\w*", "carriera", "annuncio", "assunzione"),
    *("interesse", "stage", "tirocinio", "incontr[oi]", "visita", "team", "esperienza"),
)
_TOWARDS = either(
    *("per", "verso", "in", "a", "nei confronti d(?:i|el|ella|ell['\u2019]|ello)", "verso (?:la|il)"),
    "nei riguardi di",
)


# Who decides in a house, and is none.
_PEOPLE = either(
    *(r"Dott", r"Dr\b", r"Sig", "Ing", "Avv", "Prof", "Arch", "Team", "Consiglio", "Comitato", "Commissione", "Giunta"),
    *("Direzione", "Direttore", "Direttrice", "Presidente", "Responsabile", "Titolare", "Rettore", "Sindaco", "Giuria"),
    *(
        "Board",
        "Redazione",
        "Segreteria",
        "Municipio",
        "Dipartimento",
        "Ufficio",
        "Risorse",
        "Cliente",
        "HR",
        "Sua",
        "Suo",
    ),
)


def _after(*leads: str) -> tuple[Saying, ...]:
    """Return a pattern for each of these words that stand before an employer's name."""
    return all_of(*(rf"\b(?i:{lead}){_COMPANY}" for lead in leads))


COMPANY_HINT = Saying(
    r"(?i:\b(?:presso|in|a|al|alla|per|verso|di|del|della|da|con|scelto|considerato)|l['\u2019]) ?(?i:la "
    "|il )?[A-Z0-9À-Þ]"
)
COMPANIES = _after(
    rf"{_AT_WORK}[^.!?\n]{{0,110}}? presso {_A}",
    rf"interesse(?: (?:dimostrato|mostrato|manifestato|espresso|rivolto|che ha(?:i)? \w+))? {_TOWARDS} {_A}",
    rf"(?:aver|averci|di aver|hai|ha) (?:scelto|considerato|preso in considerazione) {_A}",
    r"pensato (?:a |al |alla |all['\u2019])",
    r"(?:l['\u2019])?azienda:? ",
) + all_of(
    rf"\b(?:[Ii]l|[Ll]a|[Ll]o) (?!{_PEOPLE}){_COMPANY} (?:ha|hanno) (?:deciso|scelto|preferito|optato)\b",
)
COMPANIES_MAYBE = _after(
    rf"(?:{_AT_WORK}|entrare|unirti|qui)[^.!?\n]{{0,90}}? in {_A}",
    rf"(?:lavor\w+|collabor\w+) (?:in|con|per|da) {_A}",
    rf"(?:noi|team|far parte|tutti noi) di {_A}",
    rf"(?:a nome|per conto) (?:di |del |della |dell['\u2019]){_A}",
    rf"(?=[A-ZÀ-Þ][^.\n]{{2,60}} {_LEGAL_FORM}\b)",
)
_HOUSE = either(
    *("Comune", "Università", "Banca", "Studio", "Gruppo", "Grand Hotel", "Hotel", "Istituto", "Fondazione", "Clinica"),
    *("Cooperativa", "Cantone", "Municipio", "Agenzia", "Farmacia", "Libreria", "Ospedale", "Casa di [Cc]ura"),
    "Politecnico",
)
_STAFF = either(
    *(r"HR\b", "Risorse Umane", r"Talent\w*", r"Recruit\w*", r"People\b", "Selezione", "Ufficio", "Direzione"),
    "Carriere",
)
SIGNED_BY = all_of(
    r"(?i:(?:il|lo|la|tutto il)? ?(?:team|staff|squadra)(?: [\w&]+){0,3} (?:di|del|della)) (?P<company>\S.{1,60})",
    rf"(?P<company>.{{2,60}}?)(?:,| [-–|])? {_STAFF}.{{0,40}}",
    rf"(?P<company>{NAME},? {_LEGAL_FORM}\.?)",
    rf"(?P<company>{_HOUSE} (?:[a-z]{{2,6}} |dell['\u2019])?{NAME})",
    rf"{_STAFF}.{{0,30}}? (?:di|del|della|presso|[-–|@]) (?P<company>[A-ZÀ-Þ].{{1,60}})",
)
NO_COMPANIES = (
    *("azienda", "società", "sede", "via", "viale", "team", "posizione", "ruolo", "colloquio", "lunedì", "martedì"),
    *("mercoledì", "giovedì", "venerdì", "sabato", "domenica", "gennaio", "febbraio", "marzo", "aprile", "maggio"),
    *("giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre", "italia", "svizzera", "ticino"),
    *("milano", "roma", "torino", "bologna", "napoli", "lugano", "firenze", "verona", "padova", "genova", "europa"),
    *("candidatura", "commissione", "direzione", "risorse umane", "selezione", "personale", "ufficio", "lei", "ella"),
    *("consiglio", "comitato", "municipio", "responsabile", "sua", "suo", "la sua", "carriere", "teams", "excel"),
    *("direzione risorse umane", "ufficio risorse umane", "ufficio personale", "servizio(?: del)? personale"),
    "segreteria",
    *("programma", "progetto", "centro", "ricerca", "portale", "concorso"),
    *("board", "fondazione", "scuola", "banca", "ditta", "cliente", "cda", "direttore", "dirigente", "giuria"),
    *("ai sensi", "tel", "dipartimento", "ateneo", "ente", "cv", "hr", "human resources", "marketing", "vendite"),
    "studio",
)
ROLE_WORDS = (*_PROFESSIONS, "posizione", "ruolo")
