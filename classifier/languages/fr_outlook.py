"""How French job mail says when to try again."""

from classifier.languages.patterns import either, says

_NUMBER = either(
    *(r"\d{1,2}", "une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("dix-huit", "vingt-quatre", "quelques"),
)
_TIME = rf"{_NUMBER}(?: ?(?:-|–|à|ou) ?{_NUMBER})? (?:mois|ans?|années?|semaines?)"
_MONTH = either(
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
_SEASON = either("printemps", "été", "automne", "hiver", "rentrée")
_WHEN = "(?P<when>" + "|".join((
    (
        rf"(?:dans|d['\u2019]ici|après|au bout (?:de |d['\u2019])|passé)(?: (?:un délai (?:de |d['\u2019])|environ|au "
        rf"moins))? ?{_TIME}"
    ),
    r"(?:dès |à partir de |pour |à )?l['\u2019](?:année|an|été|automne|hiver) prochaine?",
    r"(?:dès |à partir de |pour |à )?la (?:saison|session|campagne|rentrée) prochaine",
    r"(?:au|dès le|pour le|à partir du) (?:semestre|trimestre|printemps|mois|prochain \w+)(?: prochain)?",
    (
        rf"(?:à partir de |à partir d['\u2019]|dès |en |d['\u2019]ici )(?:le mois (?:de |d['\u2019]))?{_MONTH}(?: "
        rf"prochain| 20\d\d)?"
    ),
    rf"(?:à la|dès la|à l['\u2019]|dès l['\u2019]|cet) ?{_SEASON}",
    r"(?:en|à partir de|dès) 20\d\d",
)) + r")\b"  # fmt: skip
# Only what the reader does: "afin de vous recontacter dans six mois" promises something else.
_AGAIN = either(
    *("(?:re)?postul(?:er|ez|e)", "candidater", "représente[rz]?(?:-(?:toi|vous))?", "retente[rz]?", "retenter"),
    "(?:nous|me) (?:recontact|réécri|re-?solliciter|écri|rappel|recontacter|relanc)\\w*",
    "(?:réécris|écris|rappelle|réécrivez|écrivez|recontactez|recontacte)",
    *("revenez", "reviens", "revenir vers (?:nous|moi)", "renouvele[rz]", "(?:nouvelle|autre) candidature"),
    "nouveau passage",
    *("vous réinscri\\w+", "réessaye[rz]?", "tente[rz]? (?:à nouveau|de nouveau)", "on se reparle", "on se recause"),
    "nouvel essai",
)
_HIRE_AGAIN = (
    r"(?:recruterons|rouvrir\w*|recommence\w* à (?:chercher|recruter)|prochains? recrutements?|prochaine campagne)"
)

REAPPLY = (
    says(rf"{_AGAIN}\b[^.]{{0,60}}?(?:\b|(?<= )){_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,50}}?\b{_AGAIN}"),
    says(rf"{_HIRE_AGAIN}[^.]{{0,40}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,40}}?\b{_HIRE_AGAIN}"),
)
_COUNT = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze")
NUMBERS = {**{word: number for number, word in enumerate(_COUNT, 1)}, "une": 1, "dix-huit": 18, "vingt-quatre": 24}
MONTHS = {"mois": 1, "an": 12, "ans": 12, "année": 12, "années": 12, "semaine": 0.25, "semaines": 0.25}
SPANS = {"l'an prochain": 12, "l\u2019an prochain": 12, "l'année prochaine": 12, "l\u2019année prochaine": 12}
