"""How French job mail names the position and the employer.

French writes titles small and feminines into them ("chargé.e d'études"), and links names with articles ("Centre
hospitalier de la Valserine"): the bricks that other languages share would end such a title and such a name too early.
"""

from classifier.languages.patterns import all_of, either
from classifier.languages.saying import Saying

_DE = "(?:de |d['\u2019]|du |des |de la |de l['\u2019])"
_AU = "(?:à |à la |à l['\u2019]|au |aux |pour |pour la |pour l['\u2019]|pour le |envers |envers la |envers l['\u2019])"


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
CLIENTS = all_of(
    (
        rf"\b(?i:mon|notre|nos) (?i:cliente?s?|mandants?)\b"
        rf"(?:,? (?:la |le |les |l[\u2019\'])?(?:groupe |société |maison )?{COMPANY})?"
    ),
    rf"\b(?i:l[\u2019\'](?:entreprise|employeur)|la société) {COMPANY}",
)
