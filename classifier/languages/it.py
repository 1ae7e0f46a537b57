"""How Italian says what matters in job mail."""

from classifier.languages import it_facts as facts
from classifier.languages import it_names as names
from classifier.languages import it_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import MULTILINE, Saying
from classifier.languages.speech import Speech

# Verbs that letters address to their reader with a pronoun behind them: "informarLa", "informarti".
_TO_READER = either(
    *("dover", "informar", "comunicar", "ringraziar", "contattar", "ricontattar", "offrir", "augurar", "incontrar"),
    *("poter", "dir", "dar", "invitar", "propor", "inserir", "veder", "risponder", "conoscer", "scriver", "aggiornar"),
    *("far", "aver", "invitar", "segnalar", "ricordar", "chieder", "porger", "sentir", "assumer", "convocar", "tener"),
)
_TELL = either(
    *("augur", "comunic", "porg", "scriv", "conferm", "invi", "formul", "ricord", "serv", "chied", "ritorn", "restitu"),
    *("propon", "dic", "facc", "auspic", "trasmett", "segnal"),
)
_ADDRESS = either(
    "ringrazi", "inform", "invit", "preg", "contatt", "ricontatt", "aggiorn", "salut", "attend", "aspett", "avvis"
)
_YOURS = either(
    *("candidatura", "domanda", "postulazione", "curriculum", "cv", "profilo", "interesse", "attenzione", "messaggio"),
    *("disponibilità", "percorso", "esperienza", "incarto", "dossier", "tempo", "ricerca", "futuro", "pazienza"),
    *("nome", "nominativo", "progetto", "lettera", "fascicolo", "istanza", "lavoro"),
)
_SIR = r"(?i:dott|dr|sig|ing\b|avv|arch|prof|geom|rag)"

ITALIAN = Speech(
    code="it",
    function_words=words(
        "il lo gli una per con che non la sua nostro nostra nostri grazie buongiorno buonasera gentile purtroppo"
        " abbiamo "
        "cordiali saluti candidatura di del della dei delle degli nel nella alla al dal dalla siamo sono ci le è ho "
        "hai anche più questo questa essere stato stata ciao salve tuo tua tuoi tue suo suoi ringraziamo se cui ma"
        " come "
        "un ti mi si ha hanno tra da dopo molto ancora abbia perché quindi dell nell all dall sull agli dai nei sulla "
        "state stati sarà alle allo presso lei suoi desideriamo possiamo su altra altro avuto chi davvero poteva"
        " e a te troppo senza presto"
    ),
    familiar=Saying(
        rf"(?i)\b(?:tu|te|ti|tuo|tua|tuoi|tue|ciao|esserti|{_TO_READER}ti|sei stat[oa]|hai|puoi|vuoi|potrai|riceverai|"
        r"troverai|scrivimi|fammi|dimmi|scusaci|scusami|tesoro)\b"
    ),
    # "La" and "Le" begin sentences about others too; inside a sentence, before a small letter, they address the reader.
    formal=Saying(
        r"\b(?:[Ll]ei|Ella|[Ee]gregi[oa]?|S\.V\.?)(?!\w)|\b(?:ci|mi) ha (?:dedicat|inviat|mandat|scritt|portat)|"
        rf"^(?i:gentil\w*|salve|buongiorno|buonasera),? {_SIR}|"
        r"(?<=[a-zàèéìòù,] )L[ae] (?=[a-z])|(?<=[a-zàèéìòù,] )Su(?:a|o|oi|e)\b|"
        rf"\b(?i:{_TO_READER}(?:la|le|gliel[oa])|essersi candidat[oa])\b|"
        rf"\b[Ll]a (?:{_ADDRESS}h?(?:o|iamo|eremo|erò|erà)|terremo)\b|\b[Ll]e (?:{_TELL}h?(?:o|iamo|eremo|erò)"
        r"|faremo)\b|"
        rf"\b(?i:la sua|il suo|della sua|alla sua|del suo|una sua|sua cortese) {_YOURS}\b",
        MULTILINE,
    ),
    open=says_whole(
        *("(?<!anche )se", "qualora", "nel(?:l['\u2019]eventualità| caso)(?: in cui| di| non| che)?", "ove", "laddove"),
        "in caso (?:di|contrario|positivo|negativo)",
        "in (?:mancanza|assenza) di (?:un )?(?:riscontro|risposta|notizie)",
        *("a meno che", "altrimenti", "in tal caso", "qualunque sia", "sia (?:che|in caso)", "ancora non"),
        "non (?:è|sono|abbiamo) ancora",
        *("non ancora", "nessuna decisione", r"ogni (?:candidat\w+|domanda)", "solo (?:i|le|chi|coloro|in caso)"),
        "soltanto (?:i|chi)",
        (
            r"^(?:i candidati|tutti (?:i|coloro)|chi|coloro|quanti) (?:che|non|selezionat\w+|idone\w+|ammess\w+"
            r"|risult\w+|adempi\w+)"
        ),
        r"verranno contattat\w+|saranno contattat\w+|sar(?:à|anno) ricontattat\w+",
    ),
    closings=names.CLOSINGS,
    closing_words=(r"salut[io]", "cordialmente", "cordialità", "abbraccio", "ossequi"),
    behind_closings=("da", "dal", "dalla", "e"),
    # An office signs in a line of its own, above the name of who holds it.
    signed_for=(
        *(r"f\. ?to", "firmato"),
        (
            "(?:il|la) (?:responsabile|dirigente|segretari[oa]|dirett(?:ore|rice)|presidente|sindac[oa]"
            r"|titolare)(?: [\w'.]{1,20}){0,6}$"
        ),
    ),
    person_titles=names.PERSON_TITLES,
    no_names=names.NO_NAMES,
    functions=names.FUNCTIONS,
    positions=names.POSITIONS,
    organisations=names.ORGANISATIONS,
    departments=names.DEPARTMENTS,
    behind_names=("del team", "dal team", "presso", "e (?:il|tutto il) team", "e la squadra"),
    behind_senders=("del team(?: di)?", "dal team(?: di)?", "presso", "per conto di"),
    via=("tramite",),
    team_words=(
        (
            "(?:risorse umane|selezione(?: del)? personale|ufficio (?:del )?personale|portale candidature"
            "|carriere) (?:di|della|del)"
        ),
        *("carriere", "lavora con noi", "risorse umane", "servizio del personale", "ufficio(?: del)? personale"),
        "ufficio",
        *("ricerca e selezione", "selezione(?: del)? personale", "selezione", r"candidature?", "candidati"),
        "reclutamento",
        *("personale", "direzione", "segreteria", "amministrazione", "redazione", "concorsi", "portale", "notifiche"),
        "comunicazioni",
    ),
    requisition_words=(
        r"rif(?:erimento)?",
        r"cod(?:ice)?(?: posizione| annuncio| concorso| ricerca)?",
        "bando",
        "id (?:annuncio|posizione)",
    ),
    businesses=(
        *("travel", "consulting", "logistica", "assicurazioni", "alimentari", "costruzioni", "trasporti"),
        *("figli", "fratelli", "sistemi", "energia", "moda", "ingegneria", "tecnologie", "informatica"),
        *("farmaceutici",),
    ),
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=(
        *("Abbiamo", "Siamo", "Purtroppo", "Grazie", "Gentile", "Dopo", "Ti", "Vi", "Ci", "Desideriamo", "Sua", "Suo"),
        *("Tua", "Tuo", "Candidatura", "Posizione", "Ruolo", "Esito", "Aggiornamento", "Team", "Rif", "Cordiali"),
        "Distinti",
        *("Carriere", "Risorse Umane", "Selezione", r"(?:La|Le|Il|Lo|Gli|Per|Con|In|Non|Un|Una|Se)$"),
    ),
    articles=("il", "lo", "la", "i", "gli", "le", "l['\u2019]", "un[oa]?", "nostr[oa]", "questa?"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"(?i)\b(?:io|mi|me|ho|sono|posso|vorrei|mio|mia)\b"),
    unattended=says(
        r"non rispond(?:a|ere|ete|i)\b[^.]{0,40}(?:mail|messagg|indirizz|present|comunicazion)",
        r"(?:preg\w+|gentilmente|cortesemente|favore) (?:\w+ ){0,2}(?:di )?non rispondere",
        (
            r"(?:casella|indirizzo|account)\b[^.]{0,40} non [^.]{0,30}(?:presidiat|monitorat|lett|controllat|abilitat"
            "|ricev)"
        ),
        r"(?:risposte|messaggi)\b[^.]{0,40} non (?:saranno|verranno|vengono|sono) (?:lett|monitorat|ricevut|gestit)",
        (
            "(?:messaggio|e-?mail|comunicazione|notifica)(?: è)?(?: stat[oa])? (?:generat|inviat|creat"
            r"|prodott)\w+ (?:automaticamente|in automatico|da un sistema|in modo automatico)"
        ),
        r"(?:messaggio|e-?mail|comunicazione|risposta|notifica) automatic[oa]",
    ),
    invites_reply=says(
        (
            r"(?:non esit\w+|(?:ti senta|sentiti|si senta) liber[oa]|volentieri|(?:se|qualora) (?:hai|ha|avesse|vuoi"
            "|vuole|desidera)|"
            r"per (?:qualsiasi|ogni|eventuali|qualunque|ulteriori))\b[^.]{0,70}(?:contatt|scriv|rispond|chiam|chied"
            "|telefon|sentir|disposizione)"
        ),
        r"(?:rest|riman)\w+ (?:sempre )?a (?:su[oa] |tu[oa] |vostr[oa] )?(?:completa )?disposizione",
        r"(?:rispondi|scrivimi|scrivici|chiamami|contattami|contattaci) (?:pure|quando)",
        "mi (?:scriva|chiami|contatti)(?: pure)?",
        r"(?:restiamo|restare|rimanere|rimaniamo|teniamoci|tenerci) in contatto",
        "fammi sapere|mi faccia sapere|facci sapere",
    ),
    no_invitation=says_whole(
        r"(?:ri)?candidar\w*", "sito", "pagina", "portale", "annunci", "area riservata", "community", "newsletter"
    ),
    gives_feedback=says(
        (
            "^(?:ecco )?(?:(?:il|un) (?:nostro |mio |breve )?)?feedback(?: (?:da|del|della|dei|dal|dalla|su"
            r"|sul) (?:[\w]+ ){0,4}\w+)?:(?!\s*(?:https?:|www\.))"
        ),
        r"(?:ti|le|vi) (?:è mancat\w|manca(?:va|vano|no)?)\b",
        r"(?:quello|ciò) che (?:ti |le )?(?:è )?mancat\w|è mancat[oa] (?:un po['\u2019] |la |il |l['\u2019])",
        r"(?:a|ad|ha|hanno) (?:pesare|inciso|pesato|fare la differenza|fatto la differenza)\b",
        r"il motivo (?:[\wàèéìòù]+ ){0,4}(?:è|era|sta)\b|la ragione (?:[\wàèéìòù]+ ){0,4}(?:è|era|sta)\b",
        *(r"are[ae] di miglioramento", "punti di forza"),
        r"avremmo (?:voluto|desiderato|preferito) (?:\w+ )?(?:più|maggior)",
    ),
    advises=outlook.ADVISES,
    encourages=outlook.ENCOURAGES,
    feedback_on_request=says_whole("(?<!anche )se", "qualora", "volentieri", "saremo lieti", "potrai", "potrà"),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months=outlook.MONTHS,
    spans=outlook.SPANS,
)
