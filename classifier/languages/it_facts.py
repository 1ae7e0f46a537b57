"""How Italian job mail names the position and the employer."""

from classifier.languages.patterns import NAME, all_of, either
from classifier.languages.saying import Saying

_POST = either("posizione", "ruolo", "posto", "figura", "mansione", "vacancy", "impiego", "position", "funzione")
_APPLIED = either(r"candidat\w+", r"candidar\w+", r"postulazion\w+", "domanda", r"ricandidar\w+")


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
CLIENTS = all_of(
    (
        rf"(?i:\b(?:nostr[oa]|mi[oa]|azienda) (?:nostra )?cliente)\b"
        rf"(?:,? (?:la |il |l[\u2019\'])?(?:gruppo |società |azienda )?{_COMPANY})?"
    ),
    rf"\b(?i:l[\u2019\']azienda) {_COMPANY}",
)
