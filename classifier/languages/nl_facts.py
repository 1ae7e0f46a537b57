"""How Dutch job mail names the position, the employer and people, in the Netherlands and in Flanders."""

from classifier.languages.patterns import (
    ANY_TITLE,
    END_IN_SUBJECT,
    END_OF_TITLE,
    NAME,
    TITLE,
    all_of,
    companies_after,
    either,
    words,
)
from classifier.languages.saying import Saying

_POST = either("functie", "rol", "positie", "betrekking", "baan", "job", "plek", "vacature", "stageplaats", "stageplek")
_ANY_POST = rf"(?:\w*functie|\w*vacature|{_POST})"
_A = "(?: een| de| het| onze| deze)?"
_APPLY = either(
    *("sollicitatie", "gesolliciteerd", "solliciteerde?t?", "solliciteren", "kandidatuur", "kandidaat(?:stelling)?"),
    *("reageerde", "reactie", "gereageerd", "sollicitatiegesprek", "interesse", "belangstelling"),
)
# Where a title ends: at the words that mails put behind one, and before a place. Titles have small letters too.
_BEHIND = either(
    *("bij", "binnen", "op", "te", "via", "namens", "aan", "waarop", "waarvoor", "waarnaar", "waarbij", "die", "dat"),
    *("in (?:ons|onze|het|de|dienst|goede)", "voor (?:ons|onze|de|het|je|jouw|u|uw|een)", "als", "sinds", "tot", "om"),
    *("en (?:voor|de|het|je|jouw|uw|u|dat|wij|we|willen|danken|hebben|om|ben|bent|zijn)", "met ingang", "d\\.d\\."),
    *("is", "was", "wordt", "werd", "zijn", "waren", "heeft", "hebben", "hebt", "heb", "gaat", "loopt", "komt"),
    *("kan", "kunnen", "kun", "wil", "willen", "graag", "niet", "helaas", "inmiddels", "intussen", "ondertussen"),
    *("reeds", "ontvangen", "gesolliciteerd", "gereageerd", "solliciteerde", "staat", "blijft", "vervalt", "goed"),
    *("ingetrokken", "afgewezen", "gesloten", "aan(?:bieden| te bieden)"),
    *("en (?:er|is|wordt|werd|kan|kunnen|gaat|zijn)",),
    *("vertraging", "vrij", "ontvingen", "mochten", "vorige", "afgelopen", "jammer", "maar", "waarvan", "nodigen"),
    *("danken",),
    *("met (?:onze|ons|de|het|veel)", "waar"),
)
_END = either(
    rf"(?=\s+(?i:{_BEHIND})\b)", r"(?=\s+\(?\d+(?:,\d+)? ?(?:fte|uur|u/w|%))", r"(?=\s+in [A-Z])", f"(?={END_OF_TITLE})"
)
_SUBJECT_END = either(
    rf"(?=\s+(?i:{_BEHIND})\b)", r"(?=\s+\(?\d+(?:,\d+)? ?(?:fte|uur|u/w|%))", f"(?={END_IN_SUBJECT})"
)

_HINT = either(
    "functie", "vacature", "kandida", "sollicit", "procedure", "opdracht", "werving", "gesprek", _POST, _APPLY
)
# What makes small letters behind "de vacature" a title, and no adverb: a word of a profession, one or two before it.
_PROFESSION = either(
    *("medewerk(?:st)?er", "werk(?:st)?er", "leider", "adviseur", "beheerder", "kundige", "monteur", "docent"),
    *("leraar",),
    *("leerkracht", "begeleider", "chauffeur", "ingenieur", "analist", "consulent", "coördinator", "planner", "koper"),
    *("controller", "houder", "jurist", "arts", "assistente?", "directeur", "manager", "developer", "ontwikkelaar"),
    *("specialist", "loog", "therapeut", "bediende", "arbeider", "technicus", "operator", "lasser", "kok", "helpende"),
    *("conservator", "archivaris", "receptionist", "meester", "vormgever", "ontwerper", "architect", "tekenaar"),
    *("trainer",),
    *("verzorgende", "bakker", "slager", "kapper", "schilder", "timmerman", "elektricien", "hovenier", "stagiaire?"),
    *("secretaresse", "secretaris", "onderzoeker", "voorbereider", "redacteur", "coach", "inspecteur", "laborant"),
)
_SMALL_TITLE = rf"(?P<role>(?:[a-zà-ÿ-]{{2,20}} ){{0,2}}[\w-]{{0,25}}{_PROFESSION}\b[^.,;:!?\n]{{0,80}}?)"

ROLE_HINT = Saying(rf"(?i){_HINT}")
ROLES = all_of(
    rf"(?i:\b{_ANY_POST})(?i: van| als)?:? (?P<role>(?:Sr|Jr)\. [^.,;:!?\n]{{2,100}}?){_END}",
    rf"\b{_ANY_POST}[: ]+[\"„“”»«'‘](?P<role>[^\"„“”»«'‘’\n]{{2,110}})[\"“”«»'’]",
    rf"(?i:\b(?:functie|rol|positie|betrekking|job|baan) (?:van|als){_A}) {ANY_TITLE}{_END}",
    rf"(?i:\bvacature (?:voor|als){_A}) {ANY_TITLE}{_END}",
    rf"(?i:\bvacature van) (?P<role>[a-z][^.,;:!?\n]{{1,110}}?){_END}",
    rf"(?i:\b{_APPLY}\b[^.,;:!?\n]{{0,60}}? als(?: een)?) {ANY_TITLE}{_END}",
    rf"(?i:\b(?:sollicitatie|reactie|kandidatuur|procedure|gesprek\w*|gesolliciteerd|solliciteerde|reageerde)"
    rf" (?:naar|op|voor)(?: de| onze)? (?:functie|vacature|rol|betrekking|job)) {ANY_TITLE}{_END}",
    rf"(?i:\b(?:de|onze|deze) {_ANY_POST}:?) {TITLE}{_END}",
    rf"(?i:\b(?:functie|vacature):) {ANY_TITLE}{_END}",
    rf"\b(?:functie|vacature|rol|job|betrekking) {_SMALL_TITLE}{_END}",
    rf"(?i:\b(?:sollicitatie|kandidatuur|procedure) (?:als|voor|naar)(?: de| het| een| onze)?) {ANY_TITLE}{_END}",
    rf"(?i:\b(?:opdracht|aanwerving|selectieprocedure) (?:van|als|"
    rf"voor)(?: een)?) (?P<role>[a-z][^.,;:!?\n]{{1,80}}?){_END}",
)
ROLES_IN_SUBJECT = all_of(
    rf"^(?i:re: )?(?P<role>(?:[\w-]{{2,25}} )?[\w-]{{0,25}}{_PROFESSION})$",
    rf"(?i:\b(?:vacature|kandidatuur|functie):?(?: (?:voor|van|als))?(?: een)?) [\"']?{ANY_TITLE}{_SUBJECT_END}",
    rf"(?i:\b(?:sollicitatie|sollicitatiegesprek|selectieprocedure|procedure|ontvangstbevestiging|"
    rf"aanwerving):?(?: (?:voor|als|naar|functie|vacature))?) [\"']?{ANY_TITLE}{_SUBJECT_END}",
    r"^(?:Re: |RE: )?(?P<role>[A-Z][^.,;:!?|\n]{2,80}?)(?:\s+[-–|]\s+|: )(?i:(?:je|uw|jouw) (?:sollicitatie|"
    r"kandidatuur))",
)
GENERIC_TITLES = Saying(
    r"(?i)(?:de |het |een |deze |dit |onze |ons |je |uw |jouw |die |andere |openstaande |vacante |bovenstaande "
    r"|genoemde |bovengenoemde |huidige |passende ){0,6}"
    + either(
        *(_POST, "functies", "vacatures", "sollicitatie", "kandidatuur", "gesprek", "organisatie", "bedrijf", "team"),
        *("status", "update", "procedure", "medewerker", "collega", "kandidaat", "sollicitant", "volgende", "geheel"),
        *("werknemer", "persoon", "iemand", "afdeling", "ronde", "mogelijk", "volgt"),
    )
    + r"\b.{0,12}"
)
NO_TITLES = Saying(
    r"(?i)^"
    + either(
        *("de", "het", "een", "vorige?", "afgelopen", "komende", "volgende", "en", "of", "die", "dat", "van", "voor"),
        *("bij", "in", "op", "aan", "om", "maar", "dus", "na", "binnen"),
        *("met",),
        *("is", "was", "wordt", "werd", "zijn", "heeft", "hebben", "gaat", "komt", "kan", "blijft", "staat", "sluit"),
        *("niet", "geen", "nog", "al", "ook", "wel", "waar\\w*", "gesloten", "ontvangen", "ingevuld", "vervuld"),
        *("zoals", "zo", "te", "tot", "uit", "per", "d\\.d", "goed", "via", "reeds", "zelf", "door", "verlengd"),
        *("binnen",),
        *("functie", "vacature", "opdracht", "betrekking", "rol", "positie", "job", "groep", "fwd?", "re", "antw"),
        *("doorst",),
        *("afgewezen", "geweigerd", "ingetrokken", "bevestigd", "bevestiging", "gewijzigd", "bijgewerkt", "afgerond"),
    )
    + r"\b|\b"
    + either(
        *("je", "jij", "jou", "jouw", "jullie", "u", "uw", "wij", "we", "ons", "onze", "ik", "mijn", "mij", "helaas"),
        *("bedankt", "beste", "geachte", "nieuwe", "dank", "sollicit\\w*", "kandidatuur", "kandidaten", "feedback"),
        *("week", "weken", "maand(?:en)?"),
        *("dagen",),
        *("beslissing", "gesprek(?:ken)?", "interview", "zien", "kunnen", "worden", "hebt", "deze", "dit", "ontvangen"),
        *("lening", "woning", "hypotheek", "visum", "subsidie", "opleiding tot", "you", "your"),
    )
    + r"\b"
)

# Not "de gemeente": its From header says "Gemeente Lindervoort", which would not agree with "Lindervoort".
_THE = "(?:de |het )?(?:(?:stichting|vzw|firma) )?"
_WORK = either(
    *("sollicitatie", "sollicitatiegesprek", "gesolliciteerd", "solliciteren", "solliciteerde?t?", "kandidatuur"),
    *("kandidaat", "functie", "vacature", "baan", "job", "rol", "stage", "stageplek", "betrekking", "positie", "plek"),
    *("werken", "werkt", "loopbaan", "carrière", "interesse", "belangstelling", "procedure", "aan de slag", "traject"),
    *("promotieplek", "welkom", "opdracht"),
)
COMPANY_HINT = Saying(rf"\b(?i:bij|binnen|aan|namens|in|voor|van) (?i:{_THE})[A-Z0-9À-Þ]")
COMPANIES = (
    *all_of(
        r"\baan (?i:de |het )?(?P<company>(?:Universiteit|Hogeschool|Universitair|Vrije|Technische|Koninklijke?) "
        rf"{NAME})",
    ),
    *companies_after(
        rf"{_WORK}\b[^.!?\n]{{0,110}}? bij {_THE}",
        r"(?:interesse|belangstelling) (?:in|voor) (?:een|de) (?:functie|baan|job|rol|loopbaan|carrière|stage|plek)"
        rf"[^.,!?\n]{{0,60}}? (?:bij|binnen) {_THE}",
    ),
)
COMPANIES_MAYBE = (
    *companies_after(
        rf"(?:interesse|belangstelling)[^.!?\n]{{0,40}}? (?:in|voor) {_THE}",
        rf"{_WORK}\b[^.!?\n]{{0,80}}? binnen {_THE}",
        rf"(?:gesprek|kennismaking|interview|wij|we|ons|hier) bij {_THE}",
        rf"namens {_THE}",
    ),
)

_HIRING = either(
    *("recruitment", "hr", "people", "talent", "werving", "selectie", "wervings", "hr-?", "jobs"),
)
SIGNED_BY = (
    Saying(rf"(?i)(?:het |jouw |je )?(?:{_HIRING}[- ]?){{0,3}}team (?:van|bij) (?P<company>\S.{{1,60}})"),
    Saying(
        r"(?i)(?:afdeling |team )?(?:recruitment|werving(?: (?:en|&) selectie)?|personeelszaken|personeelsdienst|"
        r"talent acquisition)(?: van| bij)? (?P<company>(?-i:[A-ZÀ-Þ]).{1,60})"
    ),
    Saying(rf"(?P<company>{NAME} (?:[BN]\.?V\.?|VOF|BVBA|VZW|vzw|CVBA))"),
)
NO_COMPANIES = (
    *("ons", "onze", "functie", "vacature", "team", "bedrijf", "organisatie", "interview", "gesprek", "maandag"),
    *("dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "januari", "februari", "maart", "april"),
    *("mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "nederland", "belgië"),
    *("vlaanderen", "amsterdam", "rotterdam", "utrecht", "eindhoven", "groningen", "den haag", "gent", "antwerpen"),
    *("brussel", "leuven", "brugge", "hasselt", "europa", "teams", "vragen", "interesse", "je", "u", "personeelszaken"),
    *("hrm?", "p&o", "werving", "recruitment", "selectie", "directie", "secretariaat", "gemeente", "stad", "provincie"),
    *("finance", "it", "ict", "marketing", "sales", "zorg", "onderwijs", "techniek", "logistiek", "mevrouw", "meneer"),
    *("de heer", "solliciteren", "bezwaar", "jullie"),
)
FIRST_NAMES = words(
    "aafke aart abel adriaan afke ahmet ahmed albertine alida alja amber amina amira andries anne-marie "
    "anneke annelies annemarie annemie annemiek anouck anton antoinette arend arie arjan arjen arnoud arno "
    "bas bastiaan bea berend bert bieke bouke boudewijn bram brecht britt carla carlijn casper cees "
    "charlotte chantal christa coen coby corrie daan dagmar debby dewi dion dieuwke dirk-jan ditte djamila "
    "dorien dries edwin eefje eelco eline elien elke ellis els elsbeth elske emiel emine erwin esmee eveline evert evi "
    "famke fatiha femke fenna ferdi ferry fien fieke fleur floris foppe frans fransje freek frederique "
    "freya frits gea geert geertje geertrui gerben gerard gerrit gert gerda gerlinde gido gijs gilles ginny "
    "goedele greet greetje griet guus hanneke hans-peter harmen hein heleen henk hennie herman hester hidde "
    "hilde hinke huub iefke ilja ilias inge ingeborg ineke ils ilham imane indy ine irma isa ivo jaap jan-willem "
    "janneke jannie janny jeannette jef jeffrey jelle jelmer jente jeroen jesper jetske jeanine jikke job jochem "
    "joep joke jolanda jolien jolijn joop joost jop jord joris jorien jorrit jos joyce juul jurgen jurre kaat "
    "karel karlijn katja katleen katrien kees ketelijne khadija kim kimberly klaas klaartje koen koert kobe "
    "krijn kris krista kristof laurens liesbeth liesbet lieke lien lies lieselot lieve lieven lisanne lobke "
    "lode lodewijk lonneke loes lotte louisa lowie luc luuk luus lynn maaike maarten mariëlle machteld "
    "madelon manon marga margriet margreet marieke marijke marijn marijse marit marja marjan marjolein marjon "
    "marleen marloes martijn mattijs matthijs maud maurits mees meike meryem merel merijn mies mieke miek milou "
    "mireille mirthe mohammed mohamed mounir myriam myrthe naima nadine nathan nanda naud nele nelleke nienke "
    "niek nicky nicolien noortje noud olivier onno ouafae pascal pascale paulien peggy petra pepijn pien "
    "pieter pieter-jan pim pleun puck quinten quirine rachid reinout remco renate renee renske reinier remko "
    "renée ria rianne rik rianka rinske rik rob roel roeland roelof rogier roos rozemarijn ruben rudy ruud "
    "ruth saar sacha sander sanne sanneke saskia servaas siebe siebren sietske sigrid silke sjaak sjoerd sjors "
    "sofie souad stef steven stijn suzan suzanne swen sylvain tamar teun teunis thea theo thijs thijmen thirza "
    "tijmen tijn tineke tine tjeerd tjitske toon truus twan ubbo veerle vera victorine vincent "
    "wannes wendela wesley wies wiebe wieke wijnand willeke willem willemijn wim wiske wout wouter xander "
    "yassine yannick yolanda yvette youssef zehra zeynep zita"
)
