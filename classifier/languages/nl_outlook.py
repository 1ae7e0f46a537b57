"""How Dutch job mail says why an application failed, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = r"\w*(?:vacatures?|functies?|posities?|rol|rollen|betrekking|baan|plaats(?:en)?|plek(?:ken)?|jobs?|opdracht)"
_SEARCH = either(r"\w*procedure", "werving", "zoektocht", "aanwerving", "selectie", "proces", "invulling")
_PEOPLE = r"\w*(?:kandida\w+|sollicitant\w*|perso(?:on|nen)|profiel\w*|collega\w*|gegadigden?|medewerk\w+)"
_OTHER = r"(?:andere?n?|interne?|externe?)"
_TAKEN = either("ingevuld", "vervuld", "vergeven", "bezet", "ingenomen", "volzet", "toegewezen", "toegezegd")
_NOT_TAKEN = r"(?:in te vullen|te vervullen|ingevuld|vervuld|vergeven)"
_NUMBER = either(
    *(r"\d{1,2}", "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "achttien", "(?:een )?half", "anderhalf", "(?:een )?paar", "enkele"),
)
_TIME = rf"{_NUMBER}(?: ?(?:-|–|tot|à|of) ?{_NUMBER})? (?:volle )?(?:maand(?:en)?|jaar|jaren|weken)"
_SEASON = "(?:voorjaar|lente|zomer|najaar|herfst|winter)"
_MONTH = either(
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_PERIOD = either("jaar", "seizoen", "semester", "kwartaal", "ronde", "lichting", "schooljaar", "maand", _SEASON)
_WHEN = "(?P<when>" + "|".join((
    rf"na een (?:wachttijd|wachttermijn|periode|termijn) van {_TIME}",
    rf"(?:over|na|binnen|vanaf|pas na|pas over)(?: (?:ongeveer|minimaal|minstens|ten minste|zo'n)){{0,2}} {_TIME}",
    rf"(?:(?:in|vanaf|na|voor|tijdens) (?:het |de )?)?(?:volgende?|komende?|nieuwe?) {_PERIOD}",
    rf"(?:in|vanaf|na|tegen|rond) (?:het |de )?(?:{_SEASON}|{_MONTH})(?: (?:van )?(?:volgend jaar|20\d\d))?",
    r"(?:vanaf|in) 20\d\d",
)) + r")\b"  # fmt: skip
_AGAIN = either(
    r"(?:opnieuw|nog ?(?:eens|een keer|maals)|weer|terug)\b[^.]{0,40}(?:sollicit|proberen|meedoen|deelnemen|"
    r"aanmeld|kandidaat)\w*",
    r"(?:solliciteer|probeer|reageer|meld je|schrijf|mail|stuur|vraag)\b[^.]{0,50}(?:opnieuw|nog ?(?:eens|"
    r"een keer)|weer|terug|zeker)",
    *("opnieuw (?:te )?sollicit\\w*", "opnieuw (?:te )?proberen", "opnieuw kandidaat", "opnieuw meedoen"),
    *("nieuwe sollicitatie", "nieuwe kandidatuur", "opnieuw deelnemen", "kom terug", "gerust terug"),
    *("nog eens benaderen",),
)
_HIRE_AGAIN = r"(?:opnieuw|weer)\b[^.]{0,30}(?:opengesteld|vacature|aannemen|werven|uitgeschreven|plek|open)\w*"
_SKILL = either(
    *(r"\w*ervaring", r"\w*diploma\w*", r"\w*certificaat", r"\w*kwalificat\w+", r"\w*eisen", "rijbewijs"),
    *(r"\w*registratie",),
    *(r"vereist\w*", r"\w*bevoegdheid", r"\w*voorwaarde\w*", r"talenkennis", "kennis van"),
)

REASONS = {
    Reason.FILLED: says(
        rf"{_POST}\b[^.;]{{0,60}}(?<!niet )(?<!niet meer )(?<!niet worden )(?<!niet langer )(?<!niet wordt "
        rf")(?<!niet werd )(?<!niet is )\b{_TAKEN}\b",
        r"(?:al|reeds|inmiddels|intussen|ondertussen|iemand) (?:\w+ )?(?:iemand|een ander)? ?(?:anders )?"
        r"(?:gevonden|aangenomen|aangeworven|in dienst genomen|ingevuld|vervuld)\b",
    ),
    Reason.CANCELLED: says(
        rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}}(?:te vervallen|\bvervalt|\bvervallen|ingetrokken|geannuleerd|geschrapt|"
        r"stopgezet|stop te zetten|afgeblazen|gaat niet door|niet doorgaan|opgeheven)",
        rf"(?<!voorlopig )(?:niet|niet meer|niet langer)(?: zal| zullen| kan| kunnen)?(?: worden?|"
        rf" wordt)? {_NOT_TAKEN}\b",
        # No "procedure" here: it may be the reader's own that has ended.
        r"(?:werving|zoektocht|selectie)\b[^.;]{0,40} (?:te stoppen|gestopt|beëindigd)",
        r"(?:niemand|geen enkele kandidaat) (?:\w+ )?(?:aan(?:nemen|genomen|gesteld|geworven)|benoem\w+|in dienst)",
    ),
    Reason.PAUSED: says(
        *("on hold", "bevroren", "opgeschort", "in de wacht", "in de ijskast", "gepauzeerd"),
        *(r"\w*(?:vacature|personeels|wervings|aanwervings)stop",),
        rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}}(?:uitgesteld|tijdelijk stil\w*|voorlopig niet)",
    ),
    Reason.OTHER_CANDIDATES: says(
        rf"(?:met|voor|op|aan|naar) (?:een |de |twee |drie |enkele |onze )?{_OTHER} (?:\w+ )?{_PEOPLE}",
        r"(?:met|voor|aan|naar|op) (?:iemand (?:anders|met|die|uit)|een ander\b(?! \w+(?:functie|vacature))|anderen\b)",
        rf"(?:met|voor|op|naar) (?:een |de )?{_PEOPLE} (?:die|met|van wie|uit|wiens|wier)\b",
        r"(?:de|onze) voorkeur (?:gaat|ging|is|uit)\b",
        r"(?:gaat|ging|gegaan|gegund|toegewezen|toegekend|gegeven)\b[^.]{0,20} (?:naar|aan) (?:een |onze |"
        r"de )?(?:\w+ )?"
        r"(?:kandidaat|collega\w*|ander\w*|iemand|medewerk\w+|sollicitant)",
        rf"{_OTHER} {_PEOPLE}\b[^.]{{0,80}}(?:beter|meer|dichter|gekozen|verkozen|geselecteerd|aangenomen)",
        r"iemand anders (?:gekozen|geselecteerd|aangenomen|aangeworven|benoemd)|een ander (?:gekozen|aangenomen)",
    ),
    Reason.NOT_QUALIFIED: says(
        rf"(?:niet|geen|te weinig|onvoldoende|zonder|mist|missen|misten|ontbreekt|ontbrak|"
        rf"ontbreken)\b[^.]{{0,60}}{_SKILL}",
        r"(?:profiel|achtergrond|opleiding|ervaring|cv)\b[^.]{0,60}(?:niet|onvoldoende|minder goed)\b[^.]{0,40}"
        r"(?:aan(?:sluit\w*)?|overeen\w*|beantwoord\w*|voldoe\w*|past|bij)\b",
        r"zoek(?:t|en)?\b[^.]{0,30} iemand (?:die|met)\b[^.]{0,60}(?:ervaring|diploma|opleiding|rijbewijs|"
        r"certificaat|registratie)",
        *(r"(?:over|onder)gekwalificeerd", r"te (?:licht|zwaar|junior|senior)\b[^.]{0,30}(?:voor|gekwalificeerd)"),
        *("niet (?:bent )?geslaagd", "niet geschikt bevonden"),
    ),
}
REAPPLY = (
    says(
        rf"(?:solliciteer|probeer het|sollicit\w+)\b[^.]{{0,20}}?\b{_WHEN}[^.]{{0,20}}(?:opnieuw|nog ?eens|weer|terug)"
    ),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_AGAIN}"),
    says(rf"{_AGAIN}[^.]{{0,60}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_HIRE_AGAIN}"),
    says(rf"{_HIRE_AGAIN}[^.]{{0,40}}?\b{_WHEN}"),
)
_COUNT = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
NUMBERS = {
    **{word: float(number) for number, word in enumerate(_COUNT, 1)},
    "één": 1,
    "achttien": 18,
    "half": 0.5,
    "een half": 0.5,
    "anderhalf": 1.5,
}
MONTHS = {"maand": 1, "maanden": 1, "jaar": 12, "jaren": 12, "weken": 0.25}
SPANS = {"anderhalf jaar": 18, "half jaar": 6, "halfjaar": 6, "volgend jaar": 12, "volgend schooljaar": 12}
