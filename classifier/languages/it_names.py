"""Who signs Italian job mail: closings, titles, first names, and the words that tell a house from a person."""

from classifier.languages.patterns import either, words

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
    *("università", "politecnico", "comune di", "banca", "ospedale", "clinica", "fondazione", "istituto", "museo"),
    *("teatro", "biblioteca", "cooperativa", "farmacia", "libreria", "studio legale", "casa editrice", "gruppo"),
    "hotel",
    *("albergo", "ristorante", "scuola", r"s\.?p\.?a", r"s\.?r\.?l", "sagl", "sa"),
)
DEPARTMENTS = (
    *("dipartimento", "ufficio", "sezione", "settore", "servizio", "reparto", "facoltà", "direzione", "divisione"),
    "area",
    *("segreteria", "direttore", "direttrice", "responsabile", "presidente", "commissione", "comitato", "consiglio"),
    *("coordinat(?:ore|rice)", "professor(?:e|essa)", "consulente", "specialista", "titolare", "via", "viale", "corso"),
    *("piazza", "cell", "cap"),
)
# None that is an ordinary word as well ("libero", "celeste", "salvo").
FIRST_NAMES = words(
    """
    abele achille adriana adriano agata agnese agostino aida alberta alberto alda aldo alessia alessio alfio
    alfonso alfredo amedeo amerigo angelica angelina angelo annalisa annamaria annarita annunziata anselmo
    antonella antonello antonietta antonino arianna armando arnaldo arturo assunta attilio augusta augusto aurelia
    aurelio baldassarre bartolomeo basilio benedetta benedetto beniamino bernardo biagio bruna brunella camilla
    camillo carlotta carmela carmelo carmine casimiro caterina catia cesare cinzia ciro claudio clelia clotilde
    concetta consuelo corrado cosimo costantino costanza cristian cristiana cristiano cristoforo dalila damiano
    daniele danila danilo daria davide debora demetrio denis diletta dino domenica domenico donatella donato
    doriana duccio edda edgardo edmondo edoarda edoardo efisio egidio elda eleonora elettra elia eligio elio
    elisabetta eloisa emanuela emanuele emiliano emilio enea enrica enza enzo ercole ermanno erminia ernesta
    ernesto ettore eugenia eugenio evaristo evelina ezio fabiana fabiano fabio fabiola fabrizia fabrizio fausta
    fausto federica ferdinando ferruccio filiberto filippa filippo filomena fiorella fiorenza fiorenzo flaminia
    flavia flavio franca franco fulvia fulvio gabriella gaetana gaetano gaia gaspare gastone gavino gemma gennaro
    gerardo germana germano giacinta giacinto giacoma giacomo giada giancarla giancarlo gianfranco gianluca
    gianluigi gianmarco gianmaria gianni gianpaolo gianpiero gilda ginevra gino gioacchino giordana giordano
    giorgia giovanna girolamo giuditta giuliana giuliano giulietta giulio giuseppa giuseppina giustina giusy
    goffredo graziana graziano graziella gregorio gualtiero guendalina guglielmo iacopo ignazio ilaria ilario
    ilenia immacolata iolanda ippolito isacco isidoro isotta ivano ivo jacopo jolanda lamberto lavinia leandro
    lelio leonarda leonida leopoldo letizia liana licia lino livia liviana livio loredana lorella lorenza loretta
    loriana loris luana luciana luciano lucilla lucio lucrezia ludovica ludovico luigi luigia luigina maddalena
    mafalda manlio marcello margherita mariangela marianna mariano marilena marino maristella marzia marzio
    massimiliana massimiliano massimo matilde mattia maura maurizia maurizio melania micaela michela mimmo mirco
    mirella moreno myriam nazareno nello nerina nerio nevio niccolò nicoletta nicolò nino noemi nunzia nunzio
    oberto odoardo ofelia olimpia olindo oliviero ombretta omero onofrio orazio oreste orietta orlando ornella
    orsola osvaldo ottavia ottaviano ottavio palmira paolo paride pasquale pasqualina patrizio piera pierangelo
    pierfrancesco piergiorgio pierluigi piero pierpaolo pietro pino prospero quintino quirino rachele raffaele
    raffaella raimondo raniero remigio remo renata renato renzo riccarda rina rino rocco rodolfo rolando romeo
    romilda romina romolo romualdo rosalba rosalia rosamaria rosangela rosanna rosaria rosario rosella rosetta
    rosina rosita rossana rossano rossella ruggero ruggiero salvatore samanta samuela samuele sandro santina
    santino saverio savino sebastiano serafina serafino serenella settimio severino silvano silvestro silvio
    simonetta stefania stefano sveva tancredi tarcisio teodora teodoro tiberio timoteo tiziana tiziano tobia
    tommaso tonino tosca tullia tullio ubaldo ugo ulisse umberto valentino valerio vasco venanzio vincenza
    virgilio vito vittoria vittorio viviana vladimiro walter zaira
    """
)
