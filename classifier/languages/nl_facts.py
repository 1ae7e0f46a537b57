"""How Dutch job mail names the position, the employer and people, in the Netherlands and in Flanders."""

from classifier.languages.patterns import NAME, all_of, companies_after, either, words
from classifier.languages.saying import Saying


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
