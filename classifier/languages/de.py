"""How German says what matters in job mail."""

from classifier.languages import de_facts as facts
from classifier.languages import de_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import MULTILINE, Saying
from classifier.languages.speech import Speech

_KIND = either(
    *("freundliche[nm]?", "freundlich", "viele[n]?", "beste[nm]?", "liebe[n]?", "herzliche[nm]?", "sonnige[n]?"),
    *("schöne[n]?", "nette[n]?"),
)
_SKILL = "(?:erfahrung|kenntnis|praxis|wissen)"

GERMAN = Speech(
    code="de",
    function_words=words(
        "der die das und ist nicht wir sie ihre ihrer ihnen für mit auf ein eine einen einem zu zum zur von "
        "leider haben dass uns unser unsere als bei dem den des im sich wurde werden auch aber sehr geehrte "
        "vielen dank grüßen viele grüße hallo liebe lieber du dich dir dein deine deiner es tut mir bewerbung "
        "absage anders entschieden freundlichen in an am oder nach bis noch ich hat er es so nur mehr sind kann"
    ),
    familiar=Saying(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e|er|en|em|es)?|[Ee]uch|[Ee]ure[rnms]?)\b"),
    # "Ihr" and "Sie" begin sentences about others too; "Ihnen" and "geehrte" do not. Inside a sentence all count.
    formal=Saying(
        r"\b(?:Ihnen|[Gg]eehrte[rs]?)\b|(?<=[a-zäöüß,] )(?:Sie|Ihr(?:e|er|en|em|es)?)\b|^Ihre[rnms]? ", MULTILINE
    ),
    open=says_whole(
        *(
            "falls",
            "sollten?",
            "sofern",
            "(?<!auch )(?<!selbst )wenn(?! auch)",
            "ob",
            "im falle?",
            "andernfalls",
            "ansonsten",
            "sonst",
        ),
        r"noch (?:nicht|kein\w*)",
        r"^(?:bei nicht|wer|alle[nr]?(?:,| (?:die|denen|deren|bewerber|kandidat\w+|teilnehm\w+)\b)|den meisten)",
        r"^bewerb\w+, (?:die|der|deren)",
    ),
    closings=(
        (
            rf"(?:mit )?(?:(?:ganz|den|sehr) )?{_KIND}(?:,? und (?:freundliche|sonnige|herzliche|liebe)n?)? "
            "(?:gr(?:ü|ue)(?:ß|ss)(?:en|e)?|gruß|gruss|wünschen?)"
        ),
        *(
            "gr(?:ü|ue)(?:ß|ss)e",
            "gruß",
            "gruss",
            "vg",
            "lg",
            "mfg",
            "hochachtungsvoll",
            "alles (?:gute|liebe)",
            "herzlichst",
            "tsch(?:ü|ue)(?:ß|ss|s)",
            "(?:ciao|servus|ade|pfiat di)",
        ),
    ),
    closing_words=(
        r"gr(?:ü|ue)(?:ß|ss)(?:e|en|t)?(?! gott)",
        "gru(?:ß|ss)",
        r"wünsch(?:t|en)$",
        "hochachtungsvoll",
        "herzlichst",
    ),
    behind_closings=("aus", "und", "nach"),
    signed_for=(r"i\. ?A\.", r"i\. ?V\.", r"ppa\.", r"gez\.", "im Auftrag"),
    possessives=("ihre?", "deine?", "eure?"),
    person_titles=(
        *("Pastor(?:in)?", "Pfarrer(?:in)?", "Dekan(?:in)?"),
        "Dipl",
        "Mag",
        "Ing",
        "med",
        "vet",
        "dent",
        "agr",
        "oec",
        "sc",
        "theol",
        "iur",
        "phil",
        "rer",
        "nat",
        "jur",
        r"h\.c",
        "Univ",
    ),
    no_names=(
        *("abteilung", "karriere", "ihre?", "deine?", "euer", "eure", "das", "die", "der", "gmbh", "ag", "kg"),
        *("gruppe", r"personal\w*", r"bewerb\w*", r"kunden\w*", r"gr(?:ü|ue)(?:ß|ss)e", "gesendet", "von", "meinem"),
        *("universität", "stiftung", r"klinik\w*", r"geschäftsführ\w*", "bitte", "datenschutz", "impressum", "und"),
        *("mit", "für", "ausbildung", "praxis", "kanzlei", "kita", "schule", "verwaltung", "redaktion", "vertrieb"),
        *("einkauf", "empfang", "zentrale"),
    ),
    functions=(
        *(r"\w*leiter(?:in)?\b", r"\w*leitung\b", r"\w*referent(?:in)?\b", r"\w*berater(?:in)?\b"),
        *(r"\w*sachbearbeiter", r"\w*gründer", r"\w*geschäftsführer", "inhaber", "chefarzt", "chefärztin"),
        *(r"\w*arzt\b", r"\w*ärztin\b", "prokurist", r"\w*anwalt\b", r"\w*anwältin\b", "vorstand", r"\w*direktor"),
        *(r"\w*meister(?:in)?\b", r"\w*beauftragte", r"\w*assistent", r"\w*koordinator", r"\w*manager", "dekan"),
        *("professor", "rektor", r"\w*partner(?:in)?\b", "sekretär", r"\w*chef(?:in)?\b", r"\w*ingenieur"),
        *("leitende",),
    ),
    positions=("personal", "leiter", "gründer", "referent", "berater", "geschäftsführ", "sachbearbeit"),
    behind_names=("vom", "aus dem", "bei", "und das", "(?:mit|und|&) (?:familie|team|mannschaft)"),
    behind_senders=("von", "bei", "aus"),
    via=("über",),
    team_words=(
        *(r"\w*team", "jobmail", "bewerbermanagement", "hr-services"),
        *(
            "karriere(?:team|portal|service|cent(?:er|re)|zentrum)?",
            r"personal\w*",
            "ausbildung",
            "nachwuchs",
            "redaktion",
        ),
        *("bewerb(?:ung(?:en)?|er(?:management|service|portal)?)", "abteilung", "bei", "von", "das", "der", "ihre?"),
        "jobportal",
    ),
    gender_marks=("all genders?", "alle", "div", "gn", "nb"),
    requisition_words=(
        r"referenz(?:-?nr|nummer|-?code)?",
        r"(?:stellen|job|positions|ausschreibungs|vakanz)-?(?:id|nr|nummer|code|kennziffer)",
        r"(?:stellen)?ausschreibung (?:nr|nummer)",
        *("kennziffer", r"kennz", r"kenn-?nr", r"stellenangebot nr"),
    ),
    organisations=(
        *("gasthof", "gasthaus", "wirtshaus", "hotel", "pension", "café", "konditorei", "metzgerei"),
        *("fleischerei", "friseur", "salon", "apotheke", r"\w*praxis", "gärtnerei", "baumschule"),
        *("spedition", "druckerei", "stadtverwaltung", r"\w*ministerium", "kolleg", "internat", "kita"),
        *("kindergarten", "seniorenheim", "pflegeheim", r"\w*pflegedienst", "wohnstift", "lebenshilfe"),
        *("awo", "drk", "johanniter", "malteser", r"\w*genossenschaft", r"\w*bibliothek", "orchester"),
        *("rundfunk", "werft", "reederei", "brennerei", "mühle", "molkerei", "weingut", "kellerei"),
        *(r"\w*manufaktur", "zimmerei", r"\w*kanzlei", r"\w*büro", r"\w*agentur", r"\w*gesellschaft"),
        *("familie",),
        *("kanzlei", r"\w*betrieb", "praxis", r"\w*handlung", r"\w*rösterei", "bäckerei", "tischlerei"),
        *("schreinerei", "brauerei", "kreis", "rechtsanwälte", r"\w*amt", "bistum", "kirche", r"\w*schule"),
        *(
            r"\w*gruppe",
            r"\w*verband",
            "kindertagesstätte",
            "spital",
            "kanton",
            "kantonalbank",
            "bankhaus",
            "kaufhaus",
            "autohaus",
            "möbelhaus",
        ),
        *("gmbh", "akademie", "zentrum"),
        *("universität", "hochschule", r"\w*klinik(?:um)?", r"\w*krankenhaus", r"\w*kasse", r"landkreis", "stadt"),
        *(
            r"\w*gemeinde",
            r"\w*bank",
            r"\w*stiftung",
            r"\w*museum",
            r"\w*verlag",
            r"stadtwerke",
            r"\w*werke?",
            "institut",
        ),
        *("landratsamt", "gymnasium", r"\w*theater", r"\w*versicherung(?:en)?", "verein", "diakonie", "caritas"),
    ),
    businesses=(
        *("pharma", "versicherung", "technik", "bau", "logistik", "energie", "medien", "reisen"),
        *("transporte", "immobilien", "medizintechnik", "maschinenbau", "anlagenbau", "automotive"),
        *("elektronik", "haustechnik", "gebäudereinigung", "steuerberatung", "optik", "textil", "papier"),
        *("stahl", "chemie", "beratung", "söhne"),
    ),
    employer_labels=("unternehmen", "arbeitgeber(?:in)?", "firma"),
    departments=(
        *("niederlassung", "filiale", "standort", "haupt-", r"\w*amt für", "personalamt", "zweigstelle"),
        *("personalservice", "geschäftsbereich", "institut für", "klinik für"),
        *("abteilung", "fachdienst", "fachbereich", "referat", "dezernat", r"\w*leit(?:ung|er|erin)", "sekretariat"),
        *(
            "lehrstuhl",
            "fakultät",
            "geschäftsstelle",
            r"\w*partnerin",
            "sachbearbeit\\w+",
            "zimmer",
            "telefon",
            "station",
        ),
        *(r"\w*straße", r"\w*str", r"\w*referent(?:in)?", "vorstand", r"geschäftsführ\w+"),
    ),
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=(
        *("Ihre[rnms]?", "Ihr", "Sie", "Wir", "Leider", "Vielen", "Herzlichen", "Nach", "Team", "Für", "Zu"),
        *("Bewerbung", "Interesse", "Stelle", "Position", "Status"),
    ),
    articles=(r"unsere[mrn]?", r"ihre[mrn]?", "der", "die", "das", "dem", "den"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"(?i)\b(?:ich|mir|mich|mein\w{0,2})\b"),
    unattended=says(
        (
            "(?:nicht|keine) [^.]{0,40}(?:antworten sie|antworte|auf diese (?:e-?mail|mail|nachricht)"
            "|antwort(?:en)? auf diese)"
        ),
        "(?:antworten sie|antworte)[^.]{0,30} nicht",
        "(?:e-?mail|nachricht|mail) wurde automatisch",
        "automatisch (?:generiert|erstellt|erzeugt|versend)",
        "antworten [^.]{0,60}nicht gelesen",
        r"(?:\w*postfach|\w*adresse) [^.]{0,40}nicht (?:gelesen|überwacht|betreut)",
    ),
    invites_reply=says(
        r"\w*(?:fragen|rückmeldung)[^.]{0,60}(?:melden|gerne?|verfügung|schreib|antwort|kontaktier)",
        (
            "(?:melde|melden|schreib|schreiben|antworte|antworten|ruf|rufen) (?:sie )?[^.]{0,20}"
            "(?:gerne?|jederzeit|mir|uns|dich|sich)"
        ),
        "(?:bleiben|bleib) (?:sie )?(?:wir )?[^.]{0,20}in kontakt",
    ),
    no_invitation=says_whole("bewerben", "bewerbung einreichen", "website", "webseite", "portal"),
    advises=says(
        r"(?:mein|unser|ein|kleiner) (?:\w+ )?(?:rat|tipp|ratschlag|hinweis)\b",
        "tipp(?: von (?:uns|mir))?:",
        r"(?:ich|wir) (?:würden?|möchten?) (?:dir|ihnen) (?:raten|empfehlen|nahelegen)",
        r"(?:rate|raten|empfehle|empfehlen) (?:ich |wir )?(?:dir|ihnen)",
        r"vielleicht (?:hilft|nützt) (?:es )?(?:dir|ihnen)",
    ),
    encourages=says(
        r"(?:ermutig|ermuntern?)\w* (?:ich |wir )?(?:dich|sie)",
        r"(?:dich|sie)\b[^.]{0,30} (?:ermutig|ermunter)\w+",
        "kopf (?:hoch|nicht hängen)|freuen (?:wir )?uns[^.]{0,30} erneute bewerbung",
        r"(?:bewirb dich|bewerben sie sich|versuch(?:e|en sie)? es) [^.]{0,40}(?:wieder|erneut|noch einmal|nochmals?)",
        "(?:beeindruckt|überzeugt) (?:haben|hat) (?:mich|uns)",
        "(?:mich|uns) (?:sehr |wirklich )?(?:beeindruckt|überzeugt)",
        "(?:lass dich|lassen sie sich) [^.]{0,40}nicht entmutigen",
        "nicht den mut verlieren|geben sie nicht auf|gib nicht auf",
    ),
    gives_feedback=says(
        (
            r"^(?:(?:unser|das|mein|hier (?:ist )?(?:unser|das|mein)) )?(?:\w+ )?feedback"
            r"(?: (?:von|aus|zu|nach) (?:\w+ ){0,4}\w+)?:(?!\s*(?:https?:|www\.))"
        ),
        r"feedback (?:war|ist), dass\b",
        rf"(?:uns|mir|ihnen|dir) fehlten?\b[^.]{{0,60}}{_SKILL}",
        rf"(?:uns|mir) ha(?:t|ben)\b[^.]{{0,60}}{_SKILL}[^.]{{0,40}} gefehlt",
        r"der (?:\w+ )?grund (?:dafür |für (?:die|unsere|diese) \w+ )?(?:war|ist)\b",
        r"ausschlaggebend (?:war|waren)\b",
    ),
    feedback_on_request=says_whole("falls", "wenn", "gerne?"),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months={"monat": 1, "monate": 1, "monaten": 1, "jahr": 12, "jahre": 12, "jahren": 12, "wochen": 0.25},
    spans={"nächstes jahr": 12, "nächsten jahr": 12, "halbes jahr": 6, "halben jahr": 6, "halbjahr": 6},
)
