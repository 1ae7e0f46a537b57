"""How French job mail says why an application failed, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = either("postes?", "offre", "place", "emploi", "fonction", "annonce", "mission")
_SEARCH = either(
    "recrutements?", "procédure", "process(?:us)?", "embauches?", "recherche", "concours", "projet", "budgets?"
)
_PEOPLE = r"(?:candidat\w*|profils?|personnes?|postulante?s?|dossiers?|collaborat\w+|intervenante?s?|collègues?)"
_OTHER = either(
    "d['\u2019]autres", "une? autres?", "plusieurs autres", "deux(?: autres)?", "les autres", "trois autres"
)
_CHOSE = either(
    *("reten\\w+", "retin\\w+", "choisi\\w*", "sélectionn\\w+", "recruté\\w*", "recruter", "engag\\w+", "embauch\\w+"),
    "privilégi\\w+",
    *("préfér\\w+", "prendre", "pris", "poursuiv\\w+", "continu\\w+", "avanc\\w+", "partir", "parti\\w*", "opt\\w+"),
)
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

REASONS = {
    Reason.FILLED: says(
        (
            rf"{_POST}\b(?:(?! n['\u2019]| ne )[^.;]){{0,120}} (?:pourvue?s?|comblée?s?|repourvue?|attribuée?s?"
            rf"|prise?s?|donnée?)\b"
        ),
        rf"(?:pourvu|comblé|repourvu|bouclé)\w* (?:le |ce |les |nos ){_POST}",
        (
            rf"{_POST}\b[^.;]{{0,40}} n['\u2019]est (?:malheureusement |hélas )?plus (?:à pourvoir|vacante?|disponible"
            rf"|libre)"
        ),
        r"(?:équipe|effectif)[^.;]{0,20} (?:est |désormais ){0,2}(?:au complet|complète?)",
    ),
    Reason.CANCELLED: says(
        (
            rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,80}} (?:annulée?s?|supprimée?s?|abolie?s?|retirée?s?|abandonnée?s?"
            r"|interrompue?s?|n['\u2019]aura pas lieu|ne sera (?:\w+ )?pas (?:pourvu|créé|remplacé)e?)"
        ),
        (
            rf"(?:annuler|supprimer|abandonner|renonc\w+|retirer|interrompre|mettre fin) (?:à |au )?(?:le |ce |cette "
            rf"|notre |l['\u2019])?(?:{_POST}|{_SEARCH})"
        ),
        r"ne pas (?:pourvoir|créer|remplacer|renouveler) (?:le|ce) poste",
        r"(?:n['\u2019]embauch\w+|ne recrut\w+|n['\u2019]engag\w+) (?:finalement |donc )?(?:plus )?(?:personne|plus)\b",
    ),
    Reason.PAUSED: says(
        "gel des (?:embauches|recrutements)",
        "(?:geler|gelé|gèle|suspendre) (?:tou\\w+ )?(?:les |l['\u2019]|le |ce )?(?:embauches|recrutement)",
        (
            rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:gelée?s?|suspendue?s?|reportée?s?|mise?s? en (?:pause|attente"
            rf"|suspens)|en pause|différée?s?|décalée?s?)"
        ),
        rf"surseoir (?:au|à) (?:ce )?{_SEARCH}",
    ),
    Reason.OTHER_CANDIDATES: says(
        (
            r"(?:avons|ai|a|ont) (?:\w+ )?(?:retenu|choisi|pris|engagé|recruté|embauché|préféré|sélectionné) "
            r"une? (?:\w+ )?"
            rf"{_PEOPLE} (?:qui|dont|plus|ayant|dispos\w+|déjà|issue?)\b"
        ),
        rf"{_CHOSE}\b[^.;]{{0,60}} {_OTHER} (?:\w+ )?{_PEOPLE}",
        rf"(?:porté|allé|arrêté|tombé)\w*[^.;]{{0,40}} (?:sur|vers) (?:{_OTHER}|une?|des)\b[^.;]{{0,30}}{_PEOPLE}",
        (
            rf"{_OTHER} (?:\w+ )?{_PEOPLE}\b[^.;]{{0,80}}(?:correspond\w*|répond\w*|mieux|davantage|plus|retenu\w*"
            rf"|choisi\w*|adéquation)"
        ),
        (
            rf"{_CHOSE}\b[^.;]{{0,40}} (?:quelqu['\u2019]un d['\u2019]autre|quelqu['\u2019]un de plus|une personne plus"
            rf"|(?:un|une) autre(?=\s?[.,;!]|$))"
        ),
        rf"{_CHOSE}\b[^.;]{{0,40}} une? (?:{_PEOPLE}|salariée?|agente?) (?:en |à l['\u2019])?interne",
        rf"(?:faveur|profit|bénéfice) (?:d['\u2019]une?|d['\u2019]) ?autres? {_PEOPLE}",
        rf"(?:préférence|priorité)[^.;]{{0,30}} (?:à|donnée à) (?:une?|d['\u2019]autres)\b[^.;]{{0,30}}{_PEOPLE}",
        rf"{_PEOPLE} (?:qui|dont)[^.;]{{0,60}} (?:correspond|répond)\w* (?:davantage|mieux|plus)",
    ),
    Reason.NOT_QUALIFIED: says(
        (
            r"(?:profil|parcours|expérience|candidature|dossier|diplôme|formation)\b[^.;]{0,30} ne (?:correspond"
            r"|répond)\w*(?: \w+)? pas"
        ),
        (
            r"(?:manqu\w+|pas (?:assez|suffisamment)|insuffisan\w+|absence) (?:d['\u2019]|de |l['\u2019]|le |les "
            r"|votre )?(?:expérience|qualification|diplôme|permis|pratique|maîtrise)"
        ),
        (
            r"(?:expérience|diplôme|permis|niveau|anglais|qualification|maîtrise)\b[^.;]{0,60} (?:insuffisante?|non "
            r"conforme|trop juste|manqu\w+|fait défaut|non rempli)"
        ),
        *("sur-?qualifiée?", "trop (?:expérimentée?|qualifiée?|junior|senior)", "sous-?qualifiée?", "prérequis"),
    ),
}
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
