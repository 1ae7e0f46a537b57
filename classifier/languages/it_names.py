"""Who signs Italian job mail: closings, titles, first names, and the words that tell a house from a person."""

from classifier.languages.patterns import either

_SEASON_GREETING = either("giornata", "serata", "fortuna", "continuazione", "lavoro")
_KIND = either("cordial[ei]", "distint[io]", "miglior[ei]", "car[oi]", "affettuos[io]", "sincer[io]")

CLOSINGS = (
    rf"(?:con )?(?:un |i (?:miei |nostri )?|i più )?(?:più )?{_KIND} salut[io](?: e {_KIND} auguri)?",
    (
        r"(?:[^.,\n]{3,60}, )?(?:le |ti |vi )?(?:invi(?:o|amo)|voglia gradire|gradisca"
        f"|vogliate gradire)(?: i)?(?: miei| nostri)? (?:più )?{_KIND} saluti"
    ),
    rf"[^.,\n]{{3,60}}, (?:le |ti |vi )?porg(?:o|iamo)(?: i)?(?: miei| nostri)?(?: più)? {_KIND} saluti",
    rf"(?:le |ti |vi )?porg(?:o|iamo|endo)(?:le|ti)?(?: i)?(?: miei| nostri)?(?: più)? {_KIND} saluti",
    *("(?:molto )?cordialmente", "con (?:viva |la più viva )?cordialità", "cordialità"),
    r"(?:tanti |un )?salut[io](?: a tutti)?",
    *("con (?:profonda |distinta |la massima |affetto e )?stima", "con osservanza", "a presto", "in fede"),
    "un (?:forte |caro )?abbraccio",
    *("un bacio", rf"buon[ao]? {_SEASON_GREETING}", "in bocca al lupo"),
    r"con i (?:miei |nostri )?migliori (?:saluti|auguri)",
    *("grazie (?:mille|ancora|di cuore|e a presto)", "i migliori saluti", "con gratitudine"),
    "un saluto (?:a tutti|cordiale)",
    r"ciao(?=[,.!]*$)",
    "(?:ti|le) (?:augur(?:o|iamo)) (?:il meglio|ogni bene|buona fortuna|buon lavoro)",
)
PERSON_TITLES = (
    *(r"Dott\.(?: ?ssa)?", "Dott", "Dottssa", r"Dr\.ssa", "Dottoressa", "Dottor", "Avv", "Arch", "Geom", "Rag"),
    "Notaio",
    *(r"Prof\.ssa", "Professoressa", "Professor", r"Sig\.ra", "Sig", "Signora", "Cav", "Per\\. Ind"),
)
NO_NAMES = (
    *("ufficio", "risorse", "umane", "selezione", "direzione", "segreteria", "gruppo", "squadra", "reparto"),
    "servizio",
    *(r"amministrazione", "società", "studio", "agenzia", "banca", "comune", r"università", r"istituto"),
    "fondazione",
    *("cooperativa", "associazione", "redazione", "ricerca", "lavoro", "spa", "srl", "saluti", "inviato"),
    "messaggio",
    *(r"candidatur[ae]", r"candidat[oaie]", "clienti", "clinica", "ospedale", "casa", "hotel", "albergo"),
    "farmacia",
    *("scuola", "commissione", "comitato", "consiglio", "municipio", "cancelleria", "sezione", "dipartimento"),
    "presidenza",
    *("responsabile", "direttore", "direttrice", "titolare", "reclutamento", "negozio", "consulente", "settore"),
    "sede",
    *("filiale", "gentile", "grazie", "cordiali", "distinti", "tutti", "informativa", "riservatezza", "via"),
    "viale",
    *("personale", "libreria", "ristorante", "biblioteca", "museo", "teatro", "assistenza", "biglietteria"),
    "ateneo",
)
POSITIONS = (
    *("responsabile", "direttor", "direttrice", "consulente", "titolare", "risorse umane", "selezion", "segretari"),
    *("presiden", "amministrator", "ufficio", "capo ?reparto", "capo area", "rettor", "servizio del personale"),
)
ORGANISATIONS = (
    *("ferramenta", "macelleria", "pasticceria", "gelateria", "trattoria", "osteria", "pizzeria"),
    *("parafarmacia", "ottica", "autofficina", "carrozzeria", "autotrasporti", "trasporti", "tessitura"),
    *("conceria", "calzaturificio", "maglificio", "salumificio", "cantina", "tenuta", "cassa", "immobiliare"),
    *("impresa", "costruzioni", "falegnameria", "tipografia", "liceo", "prefettura", "tribunale"),
    *("poliambulatorio", "residenza", "molino", "acciaierie", "cartiera", "vetreria", "marmi", "mobilificio"),
    *("arredamenti", "frantoio"),
    *("azienda", "oleificio", "officine?", "cantieri?", "vivaio", "studio", "associazione", "consorzio"),
    *("caseificio", "pastificio", "birrificio", "ceramiche", "panificio", "comune", "regione", "provincia"),
    *("agenzia per il lavoro", "cascina", "asl", "asst"),
    *("università", "politecnico", "comune di", "banca", "ospedale", "clinica", "fondazione", "istituto", "museo"),
    *("teatro", "biblioteca", "cooperativa", "farmacia", "libreria", "studio legale", "casa editrice", "gruppo"),
    "hotel",
    *("albergo", "ristorante", "scuola", r"s\.?p\.?a", r"s\.?r\.?l", "sagl", "sa"),
)
DEPARTMENTS = (
    "cancelleria",
    *("filiale", "sede", "stabilimento", "agenzia di", "unità", r"u\.o"),
    *("dipartimento", "ufficio", "sezione", "settore", "servizio", "reparto", "facoltà", "direzione", "divisione"),
    "area",
    *("segreteria", "direttore", "direttrice", "responsabile", "presidente", "commissione", "comitato", "consiglio"),
    *("coordinat(?:ore|rice)", "professor(?:e|essa)", "consulente", "specialista", "titolare", "via", "viale", "corso"),
    *("piazza", "cell", "cap"),
)
FUNCTIONS = (
    *("responsabile", "direttor", "direttrice", "titolare", "consulente", "addett[oa]", "selezionat"),
    *("segretari", "presiden", "dirigente", "amministrator", "coordinat", r"capo\b", "referente", r"soci[oa]\b"),
    *("fondat", "docente", "rettor"),
)
