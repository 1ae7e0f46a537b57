"""How French job mail is signed: closings, names and what is none."""

CLOSINGS = (
    "(?:bien |très |sincèrement |très bien )?cordialement(?: vôtre)?",
    (
        "(?:(?:avec|recevez|agréez) )?(?:toutes |mes |nos )?(?:très )?(?:meilleures|cordiales|sincères|respectueuses"
        "|bonnes) salutations"
    ),
    (
        "[^\\n]{0,100}(?:salutations|sentiments|considération|hommages) (?:\\w+ )?(?:distingué|les meilleur|cordia"
        "|respectu|dévoué|les plus)\\w*(?: \\w+)?"
    ),
    "(?:veuillez|je vous prie|nous vous prions|vous priant|recevez|croyez|agréez)\\b[^\\n]{0,100}",
    *("salutations", "bien (?:sincèrement )?à (?:vous|toi)", "bien vôtre", "sincèrement", "amicalement", "amitiés"),
    *(
        "bises?",
        "(?:à )?(?:très )?bientôt(?: peut-être)?",
        "à (?:très )?vite",
        "votre (?:bien )?dévouée?",
        "cdlt",
        "cdt",
        "bav",
        "respectueusement",
        "chaleureusement",
    ),
    "(?:nous|je|on) (?:vous|te) souhait(?:ons|e) [^\\n]{0,90}",
    "(?:dis-moi|dites-moi|tiens-moi au courant|tenez-moi (?:informée?|au courant))(?: [^,.!\\n]{0,30})?",
    *("sportivement", "solidairement", "au plaisir(?: d[^,.!\\n]{0,60})?", "à vous lire", "à suivre"),
    (
        "(?:une )?(?:très )?(?:bon(?:ne)?|belle|excellente) (?:courage|continuation|chance|journée|soirée|semaine|fin "
        "de \\w+|week-end|suite)(?: [^,.!\\n]{0,40})?"
    ),
    "merci(?: encore| beaucoup| d['\u2019]avance| à (?:vous|toi))?",
    "(?:avec )?(?:mes|nos|tous nos|tous mes) (?:vœux|regrets|remerciements)(?: [^,.!\\n]{0,40})?",
)
PERSON_TITLES = ("Pr", "Me", "Mme", "Mgr", "Maître", "Docteur", "Professeur")
NO_NAMES = (
    *("équipes?", "service", "direction", "ressources", "humaines", "rh", "recrutement", "candidatures?", "bureau"),
    *("commune", "mairie", "ville", "université", "école", "hôpital", "centre", "clinique", "groupe", "mutuelle"),
    *("fondation", "cabinet", "étude", "agence", "nos", "notre", "votre", "vos", "nous", "vous", "bonne", "merci"),
    *("cordialement", "envoyé", "téléphone", "mobile", "comité", "commission", "conseil", "collège", "jury", "pôle"),
    *("emploi", "carrières?", "talents?", "département", "association", "société", "entreprise", "crédit", "banque"),
    *("théâtre", "musée", "boulangerie", "fournil", "pharmacie", "garage", "restaurant", "hôtel", "brasserie"),
    *("domaine", "éditions", "transports?", "imprimerie", "institut", "lycée", "cellule", "dotation", "secrétariat"),
    *("madame", "monsieur", "mesdames", "messieurs", "pour", "par", "ceci", "message", "automatique", "portail"),
    *("confidentialité", "désabonner", "bien", "salutations", "responsable", "chargée?", "conseill\\w+", "directeur"),
    *("directrice", "présidente?", "maire", "adjointe?", "secrétaire", "gérante?", "ateliers?", "papeteries?"),
    *("verrerie", "fromagerie", "menuiserie", "mission", "accueil", "régie", "atelier", "maison", "camping"),
)
POSITIONS = (
    *("recrut", "directeur", "directrice", "responsable", "chargée? de", "chargé", "gérant", "présidente?"),
    "associée?",
    *("fondat", "conseill", "cheffe?", "professeur", "drh", "\\brh\\b", "secrétaire", "coordinat", "gestionnaire"),
    *("ingénieu", "architecte", "avocat", "maire", "crha", "assistante?", "cadre de santé", "notaire"),
)
BEHIND_NAMES = (
    "de l['\u2019]équipe",
    "chez",
    "et toute l['\u2019]équipe",
    "et l['\u2019]équipe",
    "pour l['\u2019]équipe",
    "pour",
)
SIGNED_FOR = (
    *("(?:Pour|Par) (?:le|la|l['\u2019]) ?[A-ZÀ-Þ]?[^\\n]{2,60}$", "P/O", "p\\. ?o\\."),
    (
        "(?:(?:Le|La|L['\u2019]) ?)(?:[Dd]irecteur|[Dd]irectrice|[Mm]aire|[Pp]résident|[Rr]esponsable|[Ss]ecrétaire"
        "|[Aa]djoint"
        "|[Cc]hef|[Cc]heffe|[Gg]érant)[^\\n]{0,60}$"
    ),
    "[A-ZÀ-Þ][^\\n]{2,60} (?-i:SA|SAS|SARL|Sàrl|SRL|ASBL)$",
)
ORGANISATIONS = (
    *("boucherie", "pharmacie", "garage", "salon", "auberge", "café", "traiteur", "fonderie", "scierie"),
    *("fromagerie", "caves?", "vignobles?", "château", "caisse", "crèche", "école", "institut"),
    *("conseil départemental", "préfecture", "tribunal", "rectorat", "opéra", "orchestre", "compagnie"),
    *("établissements", "ets", "maçonnerie", "plomberie", "jardinerie", "pépinières?", "résidence", "foyer"),
    *("fédération", "syndicat", "régie", "magasins?", "librairies?", "pâtisserie", "ferme"),
    *(
        "laboratoires?",
        "laiteries?",
        "menuiserie",
        "boulangerie",
        "cabinet",
        "cliniques?",
        "maison",
        "ateliers?",
        "domaine",
    ),
    *("société", "mairie", "région", "assurances", "transports", "chu", "ch", "ehpad", "lycée", "hôtel"),
    *("restaurant", "librairie"),
    *("université", "hôpital", "centre hospitalier", "clinique", "commune", "mairie", "ville", "département"),
    *("communauté de communes", "métropole", "lycée", "collège", "cégep", "musée", "théâtre", "fondation", "mutuelle"),
    *("association", "banque", "crédit", "coopérative", "manufacture", "imprimerie", "verrerie", "brasserie"),
    *("papeteries", "éditions", "groupe", "sarl", "sàrl", "sas", "srl", "asbl"),
)
DEPARTMENTS = (
    *(r"agence (?:de|d['\u2019])", "filiale", "site de", "succursale", "bureau", "établissement de"),
    *("direction (?:des|de la|du|de l['\u2019])", "service (?:des|de la|du|de l['\u2019])", "ressources humaines"),
    *("secrétariat", "département (?:des|de la|du)", "office du personnel", "pôle", "cellule", "bureau des"),
)
