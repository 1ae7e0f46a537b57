"""How Dutch job mail says when to try again."""

from classifier.languages.patterns import either, says

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
