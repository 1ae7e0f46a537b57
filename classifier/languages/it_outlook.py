"""How Italian job mail says why an application failed, what it advises, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = either("posizione", "posto", "posti", "ruolo", "vacancy", "incarico", "annuncio", "cattedr[ae]", "imbarchi")
_SEARCH = either("ricerca", "selezione", "posizione", "procedura", "concorso", "progetto", "ruolo", "bando", "posto")
_OTHER = r"(?:altr[oiae]|un['\u2019]altra|un altro|altrettant\w+|divers[oiae]|intern[oiae])"
_PEOPLE = (
    r"(?:candidat\w+|profil[oi]|person[ae]|concorrent[ei]|figur[ae]|colleg[ahi]+|risors[ae]|aspirant[ei]|ragazz[oa]|"
    r"professionist[aei]|nominativ[oi])"
)
_CHOSEN = either(
    *("proseguire", "procedere", "procediamo", "proseguiamo", "(?:and(?:are|iamo)|vanno|va) avanti", r"scelt[oai]?"),
    "scelta",
    *(r"preferi\w+", r"optat\w+", r"orient\w+", r"individuat\w+", r"selezionat\w+", r"(?:ri)?cadut[oa]", "preso"),
    "assunto",
    *("portare avanti", "offerta", r"individuazione", r"attribui\w+", r"promoss[oa]", "va", "assumere"),
    *(r"privilegi\w+", "priorità", "precedenza", r"andat[oa]", r"conferit[oa]", "andrà"),
)
_NUMBER = either(
    *(r"\d{1,2}", "una?", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "dodici"),
    "diciotto",
)
_TIME = rf"{_NUMBER} (?:mes[ei]|ann[oi]|settiman[ae])"
_SEASON = either("primavera", "estate", "autunno", "inverno")
_MONTH = either(
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre"),
    *("novembre", "dicembre"),
)
_PERIOD = either(
    "anno(?: scolastico| accademico)?", "stagione", "edizione", "semestre", "trimestre", "mese", "campagna", _SEASON
)
_WHEN = "(?P<when>" + "|".join((
    rf"(?:tra|fra|dopo|trascorsi|non prima di|a partire da|in) {_TIME}",
    rf"(?:a|in|da|verso|per|dopo|a partire da|dopo l['\u2019])(?: ?fine| inizio)? ?(?:{_MONTH}|{_SEASON})(?: 20\d\d)?",
    r"l['\u2019](?:anno|estate|autunno|inverno) (?:prossim[oa]|venturo|successivo)",
    rf"(?:il|la|nel|nella|per il|per la|alla|al|dal|dalla) prossim[oa] {_PERIOD}",
    rf"(?:dopo|per) l['\u2019]{_SEASON}",
    r"nel 20\d\d",
)) + r")\b"  # fmt: skip
_AGAIN = either(
    r"ricandidar\w*", r"ricandidat\w*", "candidar\\w* (?:di nuovo|nuovamente|ancora)", r"ripresent\w+", r"riprov\w+",
    r"ricontatt\w+", r"risent\w+", "nuova candidatura", r"riprop\w+", "rifarsi vivo", r"candidarti", r"candidarsi",
    "(?:apri\\w+|si aprir\\w+)", "riscriv\\w+",
)  # fmt: skip

REASONS = {
    Reason.FILLED: says(
        (
            rf"{_POST}\b[^.;]{{0,50}} (?:è|sono|sia|risulta\w*|già|stat[oai])\b[^.;]{{0,20}}(?:copert|assegnat"
            r"|occupat|pres)[oaie]\b"
        ),
        r"(?:organico|staff|squadra|stagione)\b[^.;]{0,50}(?:al completo|complet[oa])\b",
        r"siamo (?:già |ormai )?(?:al completo|a posto)",
        r"(?:abbiamo|hanno|ha|ho) (?:già|nel frattempo) (?:trovato|preso|assunto|coperto|individuato|completato)\b",
        rf"{_POST}\b[^.;]{{0,40}} non è più disponibile",
    ),
    Reason.CANCELLED: says(
        rf"{_SEARCH}\b[^.;]{{0,50}} (?:annullat|cancellat|revocat|ritirat|soppress)[oa]\b",
        rf"(?:annullato|cancellato|revocato|ritirato|soppresso) (?:la |il |l['\u2019])?(?:\w+ )?{_SEARCH}",
        r"(?:ruolo|posto|posizione)\b[^.;]{0,30} viene meno",
        r"non (?:assumeremo|prenderemo|prendiamo|assumiamo|assumere|prendere) (?:più )?nessun",
        r"(?:deciso|scelto) di non (?:assumere|coprire|inserire)\b",
        r"si chiude senza (?:assunzion|assegnazion)",
    ),
    Reason.PAUSED: says(
        rf"{_SEARCH}\b[^.;]{{0,50}} (?:congelat|sospes|bloccat)[oa]\b",
        (
            rf"(?:congelato|sospeso|bloccato|messo in pausa) (?:la |il |l['\u2019]|le |tutt\w )?(?:\w+ )?(?:{_SEARCH}"
            "|assunzioni)?"
        ),
        *("blocco delle assunzioni", "in stand-?by", r"(?:messa|messo|è) in pausa"),
    ),
    Reason.OTHER_CANDIDATES: says(
        rf"{_CHOSEN}\b[^.;]{{0,60}}\b{_OTHER} ?(?:\w+ )?{_PEOPLE}",
        rf"{_CHOSEN}\b[^.;]{{0,40}}\b(?:{_PEOPLE}|docente) (?:intern|più|maggiormente|con\b|che\b|di\b)",
        rf"{_OTHER} (?:\w+ )?{_PEOPLE}\b[^.;]{{0,40}}(?:scelt|preferi|assunt|selezionat)",
        r"(?:scelto|individuato|preferito|selezionato|preso) (?:un[ao]? |un['\u2019]|dei "
        f"|alcuni )?{_PEOPLE}[^.;]{{0,30}} "
        r"(?:più|maggiormente|con|che|le cui)",
        rf"{_CHOSEN}\b[^.;]{{0,30}} (?:qualcun altro|altri|un altro|un['\u2019]altra)(?=[.,;!]|$| che\b| con\b)",
    ),
    Reason.NOT_QUALIFIED: says(
        (
            r"(?:profilo|esperienza|competenze|candidatura|curriculum|cv|percorso|titoli)\b[^.;]{0,50} non "
            r"(?:[\wàèéìòù]+ ){0,5}(?:in linea|corrispond\w+|rispond\w+|coerent\w|adatt\w|idone\w|conform\w)"
        ),
        r"(?:mancanza|carenza|assenza) de(?:i|l|lla|gli) (?:requisit|titol|diplom|patent|CFU)",
        r"non (?:possied\w+|soddisf\w+|in possesso)[^.;]{0,40} requisit",
        (
            r"(?:senza|in assenza di) (?:il|la|l['\u2019]|un|patent|il relativo)[^.;]{0,40} non (?:possiamo"
            "|è possibile|ci è)"
        ),
        *(
            "punteggio (?:minimo|inferiore|insufficiente)",
            r"(?:sovra|sotto) ?qualificat\w+",
            r"troppo (?:senior|junior|qualificat\w)",
        ),
        r"non idone\w",
    ),
}
REAPPLY = (
    says(rf"{_AGAIN}[^.;]{{0,50}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.;]{{0,60}}?\b{_AGAIN}"),
)
ADVISES = says(
    (
        r"(?:(?:un|il|il mio|un mio|l['\u2019]unico) (?:piccolo |solo )?(?:consiglio|suggerimento)"
        "|qualche (?:consiglio|suggerimento))"
    ),
    (
        r"(?:ti|le|vi) (?:consigli|sugger|raccomand)(?:o|amo|erei|eremmo|isco|irei|iremmo|iamo)\b"
        r"(?! di (?:non )?(?:rispond|controll|consult|verific|visit|utilizz))"
    ),
    r"(?:potrebbe|potrà) (?:esserti|esserl[ae]) (?:utile|d['\u2019]aiuto)|ti (?:aiuterebbe|servirebbe)",
    r"(?:potrebbe|potrà) essere (?:utile|d['\u2019]aiuto) (?:un|una|un['\u2019]\w+|\w+(?:are|ere|ire))\b",
    r"al (?:suo|tuo) posto\b[^.;]{0,40}(?:erei|irei|rrei)\b",
)
ENCOURAGES = says(
    (
        r"(?:ti|la|vi) (?:incoraggi|esort)(?:o|iamo|amo)\b|(?:ti|la) invit(?:o|iamo) a (?:ricandidar|candidar"
        r"|riprovar|ripresentar)\w*"
    ),
    r"non (?:ti )?(?:scoragg\w+|demord\w+|arrender\w+|moll\w+|abbatter\w+|perder\w+ d['\u2019]animo|si scoraggi)",
    r"(?:colpit[oiae]|impressionat[oiae]) (?:d(?:a|al|alla|ai|alle)\b|dall['\u2019])(?! ?(?:\w+ )?interesse)",
    r"(?:ci|mi) (?:ha|hanno) (?:\w+ )?(?:colpit|impressionat)[oiae]\b",
    r"^continu[ai] così|non esit\w+ a (?:ri)?(?:candidar|provar|presentar)\w+",
    r"(?:hai|ha) (?:molto |un grande |davvero )?(?:talento|la stoffa|un gran potenziale)",
    (
        r"non lasc\w+ (?:nel cassetto|perdere la speranza)|spero (?:proprio |davvero )?che (?:riprov"
        r"|ti ricandid|si ricandid)\w*"
    ),
)
_SMALL = {"un": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8}
NUMBERS = _SMALL | {"nove": 9, "dieci": 10, "dodici": 12, "diciotto": 18, "mezzo": 0.5}
MONTHS = {"mese": 1, "mesi": 1, "anno": 12, "anni": 12, "settimana": 0.25, "settimane": 0.25}
SPANS = {"prossimo anno": 12, "anno prossimo": 12, "anno venturo": 12}
