"""How French job mail looks back on a call or an interview, and how it speaks of one that is yet to come, or never."""

from classifier.languages.patterns import either, says

_MEETING = either(
    *("entretiens?", "entrevues?", "rencontres?", "audition", "journée d['\u2019]immersion", "essai", "rendez-vous"),
    *("demi-journée d['\u2019]observation", "passage devant le jury"),
)
_YOUR = either(
    "votre", "notre", "vos", "nos", "ton", "tes", "ta", "l['\u2019]", "cet", "cette", "le", "la", "les", "du", "des"
)
_AFTER = either(
    *("suite à", "fais suite à", "faisons suite à", "à la suite de", "à l['\u2019]issue de", "après", "depuis"),
    "lors de",
    *("au cours de", r"merci(?: \w+){0,2} (?:pour|de)", r"remercie\w*(?: \w+){0,3} (?:pour|de)", "durant"),
)
_OUR = either("votre", "notre", "vos", "nos", "ton", "tes", "ta", "cet", "cette", "l['\u2019]")
_CALL = either(
    "échange", "conversation", "discussion", "appel téléphonique", "call", "coup de fil", "visio", "visioconférence"
)
_TALKED = either("échang(?:er|é)", "parler?", "parlé", "discut(?:er|é)", "jaser", "jasé")
_YOU = either("vous", "te", "t['\u2019]")
_GLAD = either(
    "ravie?s?", "heureu\\w+", "plaisir", "enchantée?s?", "contente?s?", "appréci\\w+", "adoré", "aimé", "bonheur"
)

NOT_HAPPENED = says(
    *(r"si\b", "s['\u2019]il", "au cas où", "dans le cas", r"ser(?:ai[st]|ions|iez|aient|ez)\b", r"aimeri(?:ons|ez)\b"),
    *("aimerais", r"voudr(?:ions|ais)\b", r"pourri(?:ons|ez)\b", r"souhait(?:ons|erions|erais|ez|e|ent)\b"),
    *(r"auri(?:ons|ez)\b", "aurait été", "convoqu", "convier", "convions", "prochaine? (?:étape|entretien)", "à venir"),
    r"invit\w* (?:\w+ ){0,3}(?:à|pour) (?:un|une|l['\u2019]|des|passer|notre|participer)",
    r"(?:nombreux|plusieurs|deux|trois|autres|seuls les|seules les) (?:candidat\w*|personnes|postulants)",
    (
        r"(?:pas|aucun)(?: \w+){0,3} (?:pour|en|à|d['\u2019]|par|vous|te|t['\u2019]) ?(?:un |une |l['\u2019]|des )?"
        r"(?:entretien|entrevue|oral|rencontr|recevoir|reçu)\w*"
    ),
    r"(?:recevr|rencontrer|proposer)(?:ons|ez|ai|as)\b",
    r"disponib\w+ (?:pour|le|à)\b",
    r"(?:report|décal|déplac|annul|planifi|programm|fix)(?:er|ons)\b",
    *("confirm\\w+ (?:votre présence|ta présence|ce rendez-vous|la date)", "rappelle notre", "joindre"),
    *("(?:processus|phases?|grille|étapes?) d['\u2019]entretiens?", "sans (?:vous )?avoir", "hâte"),
    "ne pas téléphoner",
    *("(?:je|nous) (?:vous|te) propos", r"avant (?:l['\u2019]|un |votre |notre )entretien", "passent"),
    r"(?:retenue?s?|sélectionnée?s?|accéder) (?:pour|à) (?:un |une |l['\u2019])(?:entretien|entrevue)",
    *("notre site", "notre stand", "de demain", "seront", "vous sera", "munissez", "apportez", "préparez"),
    "par (?:mails?|courriels?|écrit)",
    (
        r"(?:nous|vous|tu|on|je) (?:vous |te |t['\u2019])?(?!ne |préf|esp|consid|assur|dés|ador|admir)\w{2,20}"
        r"(?:rons|rez|ras|rai)\b"
    ),
)
TIME_TO_INTERVIEW = says(
    (
        r"(?:merci|remerci\w+)[^.]{0,60} (?:temps|disponibilité)[^.]{0,60} (?:lors|pendant|durant|au cours) (?:de "
        r"|d['\u2019]|des )?"
        rf"(?:{_YOUR} ?)?(?:\w+ )?(?:entretiens?|entrevues?|rencontres?)\b(?! télé| par télé)"
    ),
    (
        r"(?:merci|remerci\w+)[^.]{0,40} (?:de |d['\u2019]|pour )(?:vous |t['\u2019])?(?:être (?:déplacé|venu|passé)"
        r"|avoir (?:rendu visite|fait le (?:voyage|déplacement)))e?s?\b(?![^.]{0,30} (?:salon|stand|forum|site|page))"
    ),
    r"(?:merci|remerci\w+)[^.]{0,30} (?:de|pour) (?:votre|ta) (?:venue|visite|passage)\b(?! (?:sur|au stand|de notre))",
)
PHONE_INTERVIEW = says(
    "(?:entretiens?|entrevues?|rendez-vous) (?:\\w+ )?(?:téléphoniques?|par téléphone|au téléphone)",
)
INTERVIEWED = says(
    rf"merci(?: \w+){{0,2}} pour (?:les|la|ces|cette|ce) (?:\w+ ){{0,2}}{_MEETING}\b",
    r"merci[^.]{0,20} d['\u2019]avoir passé (?:la|une|deux|cette|ces) (?:demi-)?(?:journée|matinée|après-midi)s?\b",
    rf"{_AFTER} {_OUR} ?(?:\w+ ){{0,2}}{_MEETING}\b",
    rf"{_AFTER} {_OUR} ?(?:\w+ )?(?:venue|visite|passage)\b(?! (?:du (?!\d)|de l|des ))",
    (
        rf"{_GLAD}[^.]{{0,30}} (?:de |d['\u2019]|à )?(?:avoir (?:pu )?)?{_YOU} ?(?:avoir )?(?:rencontr|reçu|accueill"
        rf"|revu)\w+"
    ),
    rf"{_GLAD}[^.]{{0,30}} (?:de |d['\u2019])(?:avoir (?:pu )?)?(?:faire|fait) (?:votre|ta) connaissance",
    rf"nous {_YOU} ?avons (?:\w+ )?(?:reçu|rencontré|auditionné)",
    *("(?:nous )?nous (?:nous )?sommes (?:\\w+ )?(?:rencontré|vu)e?s", "on s['\u2019]est (?:rencontré|vu)s?"),
    "vous avez été reçue?",
    (
        rf"(?:eu|pris) (?:le |grand |beaucoup de |un vrai ){{0,2}}plaisir (?:de |d['\u2019]|à ){_YOU} ?(?:rencontrer"
        rf"|recevoir|accueillir)"
    ),
    "(?:vous|tu) (?:avez|as) rencontré",
)
SPOKEN = says(
    "(?:entretiens?|entrevues?|rendez-vous) (?:\\w+ )?(?:téléphoniques?|par téléphone|au téléphone)",
    (
        rf"(?:votre|notre|nos|vos|ton|cet|cette|l['\u2019]) ?(?:\w+ )?{_CALL}s?\b(?! (?:de |par )(?:mails?|courriels?"
        rf"|écrit|messages?))"
    ),
    (
        rf"(?:temps|plaisir|ravie?|content|contente|heureu\w+|aimé|merci)[^.]{{0,30}} (?:de |d['\u2019]|à )(?:avoir )?"
        rf"(?:\w+ )?{_TALKED} (?:avec|ensemble)"
    ),
    (
        "(?:lors d['\u2019]|lors de|après|suite à|pour) (?:la|le|une?) (?:visio|visioconférence|call|coup de fil"
        "|conversation)\\b"
    ),
    rf"(?:{_TALKED}|eue?|avoir) (?:avec (?:toi|vous) )?au téléphone",
    rf"(?:nous|on) (?:avons|s['\u2019]est|a) (?:\w+ )?{_TALKED} avec (?:toi|vous)",
)
MET_TEAM = says(
    r"rencontr\w+ (?:avec )?(?:toute )?(?:l['\u2019]|notre |nos )(?:équipe|collègues|associés)",
    r"(?:entretien|journée|échanges?|rencontre) avec (?:toute )?(?:l['\u2019]|notre |nos )(?:équipe|collègues)",
    (
        r"(?:l['\u2019]|notre )équipe (?:a |ont )?(?:\w+ ){0,2}(?:adoré|apprécié|aimé|ravie|heureuse"
        r"|contente)\b[^.]{0,40}"
        r"(?:rencontr|échang|discussion|entretien|jaser|voir|accueill|votre visite|ta visite)"
    ),
    r"(?:devant|par|avec) (?:le|notre) jury",
)
