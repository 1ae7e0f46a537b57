"""How French job mail names the position and the employer.

French writes titles small and feminines into them ("chargé.e d'études"), and links names with articles ("Centre
hospitalier de la Valserine"): the bricks that other languages share would end such a title and such a name too early.
"""

from classifier.languages.patterns import all_of, either
from classifier.languages.saying import Saying

_DE = "(?:de |d['\u2019]|du |des |de la |de l['\u2019])"
_AU = "(?:à |à la |à l['\u2019]|au |aux |pour |pour la |pour l['\u2019]|pour le |envers |envers la |envers l['\u2019])"
_MONTH = either(
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)

_MARK = r"(?:e|es|ne|se|le|rice|trice|ère|euse|s)\b"  # "chargé.e": a full stop that ends nothing
_ROLE = rf"(?P<role>\w(?:[^.,;:!?\n()\[\]\"“”«»]|\.(?={_MARK})){{1,110}}?)"
_STOP = rf"\s*(?:[,;:!?(\[\"”“»«]|\.(?!{_MARK}))|\s+[-–—|]\s|\s*$"
_POST = either(
    *("postes?", "emplois?", "fonctions?", "mission", "stage", "alternance", "apprentissage", "contrat", "offre"),
    "offre d['\u2019]emploi",
)
# Where a title ends: at the words that mails put behind one. "et" only before what goes on with the sentence.
_END = either(
    r"(?=\s+"
    + either(
        *("chez", "au sein", "auprès", "que", "qu['\u2019]", "qui", "dont", "pour lequel", "pour laquelle", "auquel"),
        *("à pourvoir", r"à \d+", "à temps", "à compter", "à dater", "à partir", "au service", "au siège", "lors"),
        *("suite", "afin"),
        *("dans (?:notre|nos|votre|vos|le|la|les|l['\u2019]|un|une|cette?|ce)", "sur (?:notre|nos|le|la|votre)"),
        *("pour (?:notre|nos|votre|le|la|les|cette?|un|une)", "en (?:date|CDI|CDD|interne|raison|vue|tant)"),
        *("(?:n['\u2019])?(?:est|était|ont?|sera|avait|a)", "ne", "n['\u2019]", "nous", "vous", "je", "tu", "on"),
        *("basée?", "ouverte?", "publiée?", "parue?", "situé", "proposée?", "vacante?", "sous", "du \\d+"),
        "malheureus",
        *("reste", "actuellement", "h/f", "f/h", "m/f", "f/m", "h/f/x", "m/f/x", "avec", "car", "mais", "réf"),
        rf"en {_MONTH}",
        rf"et (?:vous|nous|te|je|on|tu|de l|du temps|d['\u2019]avoir|pour|avons|souhait\w+|y|l['\u2019]|{_DE}votre)",
    )
    + r"(?:\b|(?<=['\u2019])))",
    r"(?=\s+à(?:\s+(?:et|est|a|au|chez|pour|en|nous|vous)\b|\s*(?:[.,;]|$)))",  # "à 80 % et", without hours
    r"(?=\s+à (?-i:[A-ZÀ-Þ])|\s+n\s?[°º]|\s+s['\u2019](?:est|adress))",
    f"(?={_STOP})",
)
# The first words of titles, so that a dash or a colon in a subject is known to stand before one.
_ER = "(?:er|ère|ers)"
_EUR = "(?:eurs?|euse|rice)"
_HEAD = either(
    (
        rf"(?:acheteu|administrat|animat|auditeu|chauffeu|coiffeu|concept|conduct|contrôl|coordinat|dessinat|développ"
        rf"|direct){_EUR}"
    ),
    rf"(?:éducat|format|livr|monit|opérat|préparat|rédact|répartit|serv|soud|vend|travaill|câbl|négociat|compt){_EUR}",
    (
        rf"(?:boulang|caissi|conseill|cuisini|horlog|infirmi|jardini|magasini|menuisi|ouvri|pâtissi|plombi|cheminot"
        rf"|hôteli){_ER}"
    ),
    (
        r"(?:acheteur|auditeur|chauffeur|coiffeur|développeur|livreur|serveur|soudeur|vendeur|affûteur|contrôleur"
        r"|brasseur)e?"
    ),
    (
        r"(?:adjoint|agent|assistant|chargé|commercial|consultant|doctorant|employé|enseignant|expert|gardien"
        r"|intervenant)e?"
    ),
    r"(?:électric|esthétic|logistic|mécanic|technic|informatic|opt|pharmac|diétét?ic|chirurg)ien(?:ne)?",
    r"cheff?e?",
    *("aide[- ](?:soignante?|comptable|à domicile|de cuisine|ménagère?)", "analyste?", "architecte", "auxiliaire"),
    *("bibliothécaire", "cariste", "chaudronni(?:er|ère)", "clerc", "commis de", "comptable", "fleuriste", "géomètre"),
    *("gestionnaire", "graphiste", "hôtesse", "ingénieure?", "juriste", "kinésithérapeute", "maître de conférences"),
    *("manutentionnaire", "notaire", "professeure?", "psychologue", "réceptionniste", "responsable", "secrétaire"),
    *("sous-chef", "vétérinaire", "dev(?:eloper|ops)?", "data (?:analyst|scientist|engineer)", "ux designer"),
    *("product (?:owner|designer|manager)", "office manager", "growth manager", "level designer", "traffic manager"),
)
_TITLED = rf"(?P<role>(?i:{_HEAD})\b(?:[^.,;:!?\n()\[\]\"“”«»]|\.(?={_MARK})){{0,100}}?)"
_SUBJECT_END = rf"(?=\s+(?i:chez|au sein|réf|h/f|f/h|offre)\b|{_STOP})"
_SUBJECT_LEAD = either("candidature", "postulation", "entretien", "entrevue", "invitation", "recrutement", "promesse")

ROLE_HINT = Saying(rf"(?i)\b(?:{_POST}|candidat\w*|postul\w*|qualité|en tant que|recrut\w*|comme)\b")
ROLES = all_of(
    rf"(?i)\b(?:{_POST}|intitulé)\s?:?\s?[«\"“]\s?(?P<role>[^«»\"“”\n]{{2,110}}?)(?=\s?[»\"”]|\s[-–|]\s)",
    rf"(?i)^(?:postes?|intitulé(?: du poste)?|fonction|offre)\s?: {_ROLE}{_END}",
    rf"(?i)(?<!en )\b(?:postes?|emplois?|fonctions?|intitulé) (?:de |d['\u2019]|du |des |: ){_ROLE}{_END}",
    rf"(?i)\ben (?:qualité|tant)(?: de | d['\u2019]| que | qu['\u2019]){_ROLE}{_END}",
    (
        r"(?i)\b(?:candidatures?|inscription|candidat[ée]?|candidater?|postul\w+|engagement|retenue?) "
        rf"(?:spontanée )?(?:comme|pour (?:être|devenir)) (?:une? )?{_ROLE}{_END}"
    ),
    (
        rf"(?i)\b(?:recrutement|recherche|recherchons|recrutons|embauche) (?:d['\u2019]une? |d['\u2019]|de |une? "
        rf"){_TITLED}{_END}"
    ),
    rf"(?i)\boffre(?: d['\u2019]emploi)? (?:de |d['\u2019]){_TITLED}{_END}",
    rf"(?i)\bcandidature[^.,;:!?\n]{{0,30}} [-–:] {_TITLED}{_END}",
    rf"(?i)\b(?:candidature|postulation|stage|alternance|apprentissage) (?:de |d['\u2019]|en |au? ){_TITLED}{_END}",
)
ROLES_IN_SUBJECT = all_of(
    (
        rf"(?i)\b{_SUBJECT_LEAD}\w*(?: [^:,|–—-]{{1,40}})?\s?(?:[-–—:|]|pour|comme)\s*(?:le poste "
        rf")?{_DE}?[«\"]?\s?{_TITLED}{_SUBJECT_END}"
    ),
    rf"(?i)\b(?:candidature|postulation)(?: de | d['\u2019]| au poste de | ){_TITLED}{_SUBJECT_END}",
    rf"(?i)^(?:re\s?: ?|tr\s?: ?){{0,3}}{_TITLED}{_SUBJECT_END}",
    rf"(?i)\bpostes? (?:de |d['\u2019]|: ?){_ROLE}{_SUBJECT_END}",
)
GENERIC_TITLES = Saying(
    r"(?i)(?:un |une |le |la |les |ce |cet |cette |ces |autre |nouveau |nouvelle |d['\u2019]autres )*"
    + either(
        *("postes?", "emplois?", "fonctions?", "missions?", "stage", "offres?", "travail", "équipe"),
        "responsabilités?",
        *("candidatures?", "candidats?", "candidates?", "direction", "encadrement", "recrutement", "suite", "même"),
        *("nature", "base", "remplacement", "type", "qualité", "renfort", "service", "saison", "été", "cadre"),
        "terrain",
        *("manière", "référence", "vacances", "partenaire", "particulier"),
    )
    + r"\b.{0,12}"
)
NO_TITLES = Saying(
    r"(?i)^l['\u2019]|^(?:la|le|les|une?|ce|cet|cette|ces|mon|son|leurs?|nos|plus|très|à|au|aux|sur|en) |\b"
    + either(
        *("vous", "votre", "vos", "nous", "notre", "tu", "ton", "ta", "tes", "toi", "te", "je", "moi", "elles?"),
        "ils?",
        *("merci", "remerci\\w*", "candidatures?", "postul\\w*", "entretiens?", "entreprise", "société"),
        "malheureus\\w+",
        *("décision", "profils?", "annonce", "référence", "travail", "qui", "que", "avons", "avez", "correspond\\w*"),
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "exigences?", "prêt", "bourse"),
        *("logement", "appartement", "visa", "subvention", "retenue?s?", "pourvue?s?", "disponible"),
    )
    + r"\b"
)

_WORD = r"[A-Z0-9À-Þ][\w&'\u2019+-]*(?:\.\w+)*"
_LINK = either(
    *("de la ", "de l['\u2019]", "de ", "du ", "des ", "d['\u2019]", "la ", "le ", "les ", "en ", "sur ", "sous "),
    *("aux? ", "à la ", "et (?:de |du |des |la |le )?", "& ", "lès "),
)
_KIND_WORD = "(?:hospitalier|universitaire|régional|communal|départemental|national|municipal|général|social)"
NAME = rf"{_WORD}(?: (?:{_KIND_WORD} )?(?:{_LINK})?{_WORD}){{0,6}}"
COMPANY = rf"(?P<company>{NAME})"

_ARTICLE = "(?:la |le |les |l['\u2019])?"
_FIRM = either(
    *("société", "entreprise", "start-?up", "l['\u2019]entreprise", "la société", "équipe", "l['\u2019]équipe"),
    "établissement",
)
_A = rf"(?:{_FIRM} )?{_ARTICLE}"
_INTO = rf"(?:{_FIRM} )?"
_WORK = either(
    *(r"candida\w+", r"postul\w+", "postes?", "emplois?", "stage", "alternance", "offres?", r"entretiens?"),
    "entrevues?",
    *("carrières?", "missions?", r"opportunités?", r"recrut\w+", "process(?:us)?", "engagement", "embauche", "job"),
    *("travailler", "bienvenue", "équipes?", "fonctions?", "aventure"),
)
# What employers are called with a word that names their kind: a whole line of a signature.
_HOUSE = either(
    *("Université", "Centre [Hh]ospitalier", "CHU", "CHR", "Hôpital", "Clinique", "EHPAD", "EMS", "Ville", "Commune"),
    *("Mairie", "Département", "Région", "Communauté", "Métropole", "École", "Ecole", "Collège", "Lycée", "Cégep"),
    *("Institut", "Musée", "Théâtre", "Groupe", "Agence", "Cabinet", "Étude", "Éditions", "Association", "Fondation"),
    *("Mutuelle", "Crédit", "Boulangerie", "Fromagerie", "Pharmacie", "Transports?", "Garage", "Domaine", "Hôtel"),
    *("Menuiserie", "Imprimerie", "Société", "Laboratoires?", "Fédération", "Académie", "Conservatoire", "Banque"),
)
_HOUSE_NAME = rf"(?P<company>{_HOUSE}(?: [a-zéèêô-]{{2,20}}){{0,2}} (?:{_LINK})?{NAME})"
COMPANY_HINT = Saying(
    r"(?i)\b(?:chez|sein|auprès|rejoindre|intégrer|intérêt|employeur|entreprise|société|envers|choisi|confiance|nom"
    r"|pour)\b"
    rf"|^(?-i:{_HOUSE})"
)


def _after(*leads: str) -> tuple[Saying, ...]:
    """Return a pattern for each of these words that stand before an employer's name."""
    return all_of(*(rf"\b(?i:{lead}){COMPANY}" for lead in leads))


COMPANIES = _after(
    rf"{_WORK}\b[^.!?\n]{{0,110}}? chez {_A}",
    rf"{_WORK}\b[^.!?\n]{{0,110}}? au sein {_DE}{_INTO}",
    rf"candidature(?: spontanée)? (?:auprès {_DE}|envers {_ARTICLE}){_INTO}",
    rf"auprès {_DE}{_INTO}",
    rf"intérêt(?: \w+['\u2019]?){{0,4}} {_AU}{_INTO}",
    rf"(?:rejoindre|intégrer) {_A}",
    r"^(?:employeur|entreprise|société|établissement|recruteur)\s?: ",
    rf"(?:d['\u2019]avoir choisi|confiance (?:à|envers|en)|au nom {_DE}|témoignez {_AU}) ?{_A}",
)
COMPANIES_MAYBE = (
    *all_of(rf"^{_HOUSE_NAME}$"),
    *_after(rf"chez {_A}", rf"au sein {_DE}{_INTO}", rf"candidature(?: spontanée)? {_AU}{_INTO}"),
)

_TEAM = either(
    *("recrutement", "talents?", "rh", "ressources humaines", "people", "carrières?", "jobs", "candidatures?"),
    "emploi",
)
SIGNED_BY = all_of(
    (
        r"(?i:(?:l['\u2019]|les |notre |toute l['\u2019])?équipes?(?: de)?|les|le|la|pôle|cellule|service|direction)"
        rf"(?:(?i: service| direction| {_TEAM}| de recrutement| du recrutement| et|,)){{0,4}} "
        rf"(?i:de |d['\u2019]|du |des |de la |de l['\u2019]|chez |[-–—,|] )?{COMPANY}"
    ),
    rf"(?i:(?:l['\u2019])?équipe){COMPANY}",
    rf"{COMPANY},? [-–—|] (?i:(?:le |la )?(?:service |direction |équipe |des ){{0,2}}(?:{_TEAM})).{{0,20}}",
    rf"{COMPANY} (?i:recrutement|carrières|talents|rh)",
    rf"(?i:.{{0,60}}\b(?:recrut\w+|rh|talents?|people|directeur|directrice|responsable|fondat\w+|gérante?|lead|cto"
    rf"|ceo|head of \w+))"
    rf"(?i:[^,|@–-]{{0,30}})(?i: chez | @ ?|, | \| | [-–—] ){COMPANY}",
    _HOUSE_NAME,
    rf"(?P<company>{NAME} (?:SA|SAS|SASU|SARL|Sàrl|SRL|ASBL|SNC|SCOP)),?",
)
NO_COMPANIES = (
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "février", "mars", "avril"),
    *("mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "france", "belgique", "suisse"),
    *("québec", "paris", "lyon", "marseille", "bordeaux", "nantes", "lille", "toulouse", "bruxelles", "genève"),
    *("lausanne", "montréal", "madame", "monsieur", "mesdames", "messieurs", "bonjour", "merci", "direction"),
    *("recrutement", "équipe", "entretien", "visio", "rh", "ressources humaines", "service(?: rh)?", "candidat\\w*"),
    *("poste", "offre", "emploi", "référence", "statut", "cdi", "cdd", "état", "internet", "europe", "dotation"),
    *("agence(?: emploi)?", "ville", "commune", "mairie", "école", "entreprise", "société", "fondation", "groupe"),
    *("maison", "institut", "université", "hôpital", "service", "collège", "clinique", "association"),
    *("personnel", "direction des soins", "service (?:recrutement|du personnel)", "portail", "maître", "me", "mme"),
)
