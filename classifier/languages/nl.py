"""How Dutch says what matters in job mail, in the Netherlands and in Flanders."""

from classifier.languages import nl_facts as facts
from classifier.languages import nl_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

_KIND = either("vriendelijke", "hartelijke", "warme", "beste", "lieve", "collegiale", "zonnige", "goede", "groene")
_ASK = either("vragen", "een vraag", "behoefte", "opmerkingen", "feedback", "toelichting")

DUTCH = Speech(
    code="nl",
    function_words=words(
        "de het een en van voor met niet geen uw u je jij jou jouw wij we ons onze dat dit die deze is zijn was "
        "heb hebt heeft hebben had om op in te aan bij als maar ook wel nog dan naar over door uit er iemand kan "
        "ik mijn zo heel toch ben hij hun helaas bedankt beste geachte sollicitatie vacature functie groet "
        "groeten vriendelijke hartelijke hoi"
    ),
    familiar=Saying(r"\b(?:[Jj](?:e|ij|ou|ouw|ullie|ezelf))\b"),
    # "16 u" is an hour, and "u." ends abbreviations.
    formal=Saying(r"(?<!\d )\b[Uu](?:w|zelf)?\b(?!\.[a-z])|\b[Gg]eachte\b"),
    open=says_whole(
        *("indien", "wanneer", "zodra", "tenzij", "ongeacht", "nog (?:niet|geen|niets)", r"ervan ?uit(?: te)?gaan"),
        r"als (?:je|u|jij|uw|jouw|we|wij|er|blijkt|dit|dat|deze)",
        r"(?:^|, |\? |pas )als (?:de|het|onze|iemand)",
        r"mocht (?:je|jij|u|uw|jouw|er|de|het|dit|dat|onze|blijken)",
        r"(?:^|, |\. )mochten (?:wij|we|er|onze|de)",
        r"(?:weten|horen|bepalen|beslissen|besluiten|beoordelen|kijken|bekijken) (?:\w+ ){0,2}of",
        r"^of (?:je|jij|u|uw|jouw|we|het)",
        r"^(?:wie|alleen|enkel|slechts|niet iedereen|niet alle)",
        r"^(?:is|zijn|staat|kan|kun|kunt|word|wordt|bent|ben|krijg|krijgt|hoor|hoort|heb|hebt|heeft|kom|"
        r"komt|voldoe|past|sluit|gaat|ga) "
        r"(?:je|jij|u|uw|jouw|er|het|de)",
        r"(?:kandidaten|sollicitanten|deelnemers|kandidaat) die (?:niet|worden|wel|wordt|uitgenodigd|geselecteerd)",
    ),
    closings=(
        rf"(?:met )?(?:(?:een|de) )?{_KIND}(?: en {_KIND})? (?:groet(?:en|jes)?|wens(?:en)?)",
        *("(?:met )?(?:[a-zé]{4,16}e )?groet(?:en|jes)?", "hoogachtend", "met (?:de )?(?:meeste )?(?:hoog)?achting"),
        *("m\\.?v\\.?g\\.?", "vr\\.? ?gr\\.?", "gr\\.?", "grtjs?", "liefs", "veel liefs", "hartelijks"),
        *("tot (?:dan|snel|hoors)",),
        *("dikke kus", "salukes"),
    ),
    closing_words=(r"groet(?:en|jes)?", "hoogachtend", "liefs", "hoogachting"),
    behind_closings=("uit", "van", "vanuit", "namens", "en", "mede namens"),
    signed_for=(r"namens [^\n]{2,60}$", r"mede namens [^\n]{2,60}$", r"i\. ?o\.", r"b\.a\.", r"w\.g\."),
    possessives=("jouw", "uw"),
    person_titles=("mr", "drs", "ir", "ing", "dr", "prof", "Drs", "Ir", "mw", "mevr", "dhr", "Mw", "Dhr", "Mevr"),
    no_names=(
        *("afdeling", "directie", "secretariaat", "administratie", "personeel", r"personeels\w*", r"werving\w*"),
        *("selectie", r"selectie(?:dienst|commissie)", "gemeente", "stad", "provincie", "stichting", "vereniging"),
        *("bedrijf", "groep", r"\w+dienst", "klantenservice", "klantendienst", r"groet\w*", "namens", "jouw", "uw"),
        *("je", "onze", "ons", "het", "met", "voor", "verzonden", "mijn", "ziekenhuis", "universiteit", "hogeschool"),
        *("garage", "kapsalon", "boetiek", "camping", "hotel", "restaurant", "transport", "galerie", "bakkerij"),
        *("school", "bestuur", "commissie", r"\w*commissie", "redactie", "makelaardij", "bakkerij", r"sollicitatie\w*"),
        *("vacatures?", "sollicitant", "kandidaat", "huisgenoten", "crew", "bv", "nv", "vzw", "burgemeester"),
        *("college",),
        *(r"\w*manager", r"\w*leider", "hoofd", r"\w*medewerker", "adviseur", "recruiter", r"\w*directeur"),
        *("bezoekadres", "postadres", "uitschrijven", "afmelden", "bijlage", "verstuurd", "telefoon", "hoogachtend"),
    ),
    functions=(
        *(r"\w*adviseur", r"\w*leider", r"hoofd\b", "directeur", "directrice", "coördinator", "consulent"),
        *("eigenaar", "bestuurder", "zaakvoerder", r"\w*voorzitter", "hoogleraar", "secretaris", "oprichter"),
        *(r"\w*verantwoordelijke", r"\w*medewerk(?:er|ster)", "teamlead", "griffier", r"\w*functionaris"),
    ),
    positions=(
        *("adviseur", "hoofd ", r"leider", "directeur", "directrice", "medewerk", "teamleid", "coördinator"),
        *("eigenaar",),
        *("bestuurder", "zaakvoerder", "personeelsfunctionaris", "hoogleraar", "secretaris", "oprichter", "consulent"),
        *("stafmedewerk", "voorzitter", "verantwoordelijke", "afdelingshoofd", "griffier", "notaris", "huisarts"),
        *("wervings",),
    ),
    behind_names=("van het team", "namens", "bij", "vanuit", "en het team", "mede namens"),
    behind_senders=("bij", "namens"),
    via=("via",),
    team_words=(
        *("(?:het )?(?:hr-?|recruitment-?)?team van", "werving(?: (?:en|&) selectie)?", r"wervings\w*"),
        *("personeelszaken",),
        *("personeelsdienst", "selectiedienst", "selecties?", "afdeling", "vacatures?", "sollicitaties?", "werken bij"),
        *("p&o", "hrm", "rekrutering", "kandidaatportaal", "sollicitatieportaal", "afdeling p&o", "hr-dienst"),
    ),
    gender_marks=("man", "vrouw", "m/v", "v/m", "alle genders"),
    requisition_words=(
        r"vacature-?(?:nummer|nr|code|id|referentie)",
        r"vacature(?= (?!20\d\d(?![-/\d]))[a-z]{0,3}\d[\d-]{3})",  # "vacature 12 maart" has a date behind it
        *(r"referentie-?(?:nummer|code|nr)?", "functienummer", "referte", r"refertenummer", "jobnummer", "jobcode"),
    ),
    organisations=(
        *("slagerij", "kwekerij", "tuincentrum", "apotheek", r"\w*praktijk", "kinderopvang"),
        *("kinderdagverblijf", r"\w*school", "lyceum", "rijkswaterstaat", "veiligheidsregio"),
        *("ggd", "ggz", "thuiszorg", "verpleeghuis", "eetcafé", "brasserie", "café", "supermarkt"),
        *("warenhuis", "uitgeverij", "boekhandel", "makelaardij", r"\w+kantoor", r"\w*fabriek", "rederij"),
        *("scheepswerf", "werf", "familie"),
        "gemeente",
        "ziekenhuis",
        "stichting",
        "universiteit",
        "hogeschool",
        "bakkerij",
        r"\w*bedrijf",
        "verzekeringen",
        "provincie",
        "waterschap",
        "ministerie",
        "woningcorporatie",
        "brouwerij",
        "drukkerij",
        "school",
        "college",
        "groep",
        "museum",
        "bibliotheek",
        "politie",
        "zorggroep",
        "studio",
        "garage",
        "hotel",
        "restaurant",
        "architecten",
        "advocaten",
    ),
    departments=("vestiging", "filiaal", "afdeling", "locatie", "cluster"),
    businesses=(
        *("bouw", "zorg", "techniek", "logistiek", "transport", "verzekeringen", "advocaten", "architecten"),
        *("makelaars", "hotels", "energie", "software", "zonen", "groep", "beheer", "advies"),
    ),
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=(
        *("Wij", "We", "Helaas", "Je", "Jij", "Jouw", "Uw", "U", "Bedankt", "Hartelijk", "Dank", "Na", "Graag", "Ik"),
        *("Met", "Sollicitatie", "Vacature", "Functie", "Status", "Tot", "Mijn", "Hierbij", "Er", "Dit", "Onze"),
    ),
    articles=("de", "het", "een", "onze", "ons", "uw", "je", "jouw", "deze"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"(?i)\b(?:ik|mij|mijn)\b"),
    unattended=says(
        r"(?:niet|geen)\b[^.]{0,40}(?:antwoord\w*|reage\w+|reactie)[^.]{0,30}(?:op )?(?:deze|dit)\b",
        r"(?:op )?(?:deze|dit) (?:e-?mail|mail|bericht|adres|mailadres)\b[^.]{0,40}(?:niet|geen)\b[^.]{0,20}"
        r"(?:antwoord\w*|reage\w+|beantwoord\w*|gelezen|reacties)",
        r"(?:beantwoorden|reageren|antwoorden)\b[^.]{0,40}(?:niet mogelijk|kan niet|heeft geen zin|niet gelezen)",
        r"(?:mailbox|postvak|postbus|inbox|e-?mailadres|adres)\b[^.]{0,40} niet (?:gelezen|beheerd|"
        r"gemonitord|bemand|opgevolgd)",
        r"(?:automatisch|automatische?) (?:gegenereerd\w*|verzonden|verstuurd|aangemaakt|bericht|e-?mail|mail)",
        r"niet (?:(?:be)?antwoorden|reageren)\W*$",
        r"(?:antwoorden|reacties)\b[^.]{0,40} niet (?:gelezen|bekeken|behandeld)",
    ),
    invites_reply=says(
        rf"{_ASK}\b[^.]{{0,80}}(?:bel|mail|contact|reageer|laat|hoor|bereik\w*|stel|terecht|schrijf|gerust)\b",
        r"(?:bel|mail|stuur|antwoord|reageer|laat|neem|aarzel|schroom)\b[^.]{0,50}(?:gerust|mij|me|ons|niet|"
        r"contact|weten)\b",
        r"(?:hou|houd|laten we|blijven? (?:we|wij)?)\b[^.]{0,30}(?:contact|op de hoogte)",
        r"(?:licht|geef|geven|lichten)\b[^.]{0,30}graag\b[^.]{0,40}(?:toe|feedback|toelichting)|"
        r"graag (?:telefonisch |nog )?(?:toe|feedback|een toelichting)",
    ),
    no_invitation=says_whole("sollicit(?:eer|eren)", "website", "site", "portaal", "vacatures?", "op de hoogte"),
    gives_feedback=says(
        r"^(?:(?:onze|mijn|de|hierbij (?:de|onze|mijn)) )?feedback(?: (?:van|over|op|na) (?:\w+ ){0,4}\w+)?:"
        r"(?!\s*(?:https?:|www\.))",
        r"(?:we|wij|ik|ze|zij|men|commissie|jury|panel|team) (?:misten?|missen|miste|vond(?:en)? (?:je|u|uw|"
        r"jouw|dat (?:je|u)))\b",
        r"wat (?:ons |mij )?(?:ontbrak|nog ontbreekt|opviel)",
        r"(?:gaf|gaven|geeft) (?:voor ons )?de doorslag|doorslaggevend (?:was|waren|is)",
        r"de (?:belangrijkste )?reden (?:hiervoor|daarvoor|van (?:deze|onze) \w+|voor (?:deze|"
        r"onze) \w+)? ?(?:is|was)\b",
    ),
    feedback_on_request=says_whole("als", "indien", "graag", "mocht", "desgewenst", "wil je", "wilt u", "behoefte"),
    advises=says(
        r"(?:mijn|onze|een|ons|[eé][eé]n) (?:\w+ )?(?:advies|tip|raad)\b",
        r"(?:ik|we|wij) (?:zou|zouden) (?:je|u) (?:\w+ )?(?:aanraden|adviseren)",
        r"(?:raad|raden|adviseer|adviseren) (?:ik |we |wij )?(?:je|u)\b(?! (?:aan )?(?:om )?(?:onze|ons) )",
        r"(?:je|u) (?:zou|zult) (?:ook )?kunnen overwegen",
        r"(?:zou|misschien) (?:je |u )?help(?:en|t) (?:het )?(?:als|om)\b",
        r"probeer (?:de volgende keer|een volgende keer|vooral)\b",
    ),
    encourages=says(
        r"(?:laat|laten) (?:je|u)\b[^.]{0,30}niet ontmoedigen|geef (?:het )?(?:vooral )?niet op",
        r"moedig(?:en)? (?:ik |we |wij )?(?:je|u)\b(?! (?:\w+ )?(?:aan )?(?:om )?(?:onze|ons) )",
        r"(?:solliciteer|probeer het|reageer)\b[^.]{0,40}(?:opnieuw|nog ?(?:eens|een keer)|weer)\b",
        r"(?:onder de indruk|indruk (?:gemaakt|maakte)|(?:heel |erg |zeer )?(?:sterk|knap)) (?:van (?:je|uw|"
        r"jouw)|vonden)",
        r"(?:waren|was) (?:wij |we |ik )?(?:zeer |erg |echt )?onder de indruk",
        r"(?:je|uw|jouw) \w+ (?:heeft|maakte) (?:\w+ )?indruk\b|indruk op (?:ons|mij) gemaakt",
        r"vonden (?:we |wij )?(?:je|uw|jouw) \w+ (?:heel|erg|zeer) (?:sterk|goed|knap|mooi)",
        r"ga (?:vooral )?zo door|blijf (?:vooral )?(?:zo )?doorgaan",
        r"(?:je|u) (?:hebt|heeft) (?:echt )?(?:veel|een groot) (?:talent|potentieel|potentie)|veel potentie\b",
    ),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months=outlook.MONTHS,
    spans=outlook.SPANS,
)
