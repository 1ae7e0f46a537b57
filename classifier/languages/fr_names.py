"""How French job mail is signed: closings, names and what is none."""

from classifier.languages.patterns import words

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
FIRST_NAMES = words(
    "adeline adrien agathe agnès aïcha aimée alain albane albertine alexandre alexis alice aline alix alphonse "
    "amandine amaury ambre amel améliane amélie amina anaëlle anaïs andrée ange anne-laure annick antoinette apolline "
    "ariane ariel armand armelle arnaud astride aude audrey augustin aurélie aurélien aurore axelle aymeric baptiste "
    "bastien béatrice bénédicte benoît benoit bérangère bérénice bernadette bertille bertrand blaise blanche brice "
    "brigitte brune bruno capucine cassandre catherine cécile cédric céleste célestine célia céline chantale "
    "charlène christelle christiane christophe claudette claudine clémence clément clémentine clotilde colette "
    "coline constance constantin corentin coralie corinne cyprien cyril cyrille damien danièle danielle delphine "
    "denis désirée diane didier dimitri djamila dominique donatien dorian dorothée édith edmond édouard elise "
    "élise éléonore eléonore éliane élisabeth élodie éloïse émeline émile émilie emilie emmanuelle emeline enzo "
    "éric erwan estelle esteban étienne etienne eugène eugénie eulalie évelyne evelyne fabien fabrice faustine "
    "fanny farid fatiha fatou félicie félix félix-antoine fernand ferréol flavie florent florian francine "
    "françois françoise frédéric frédérique gabin gaëlle gaël gaëtan gaspard gaston gauthier geneviève geoffroy "
    "georges georgette gérald géraldine gérard germain germaine ghislain ghislaine gilbert gilberte gildas gilles "
    "ginette gisèle grégoire grégory guénolé guilhem guy gwenaëlle gwénaël habib hadrien hélène héloïse hervé "
    "hippolyte honorine hortense huguette inès irène isabeau ismaël jacky jacqueline jean-baptiste "
    "jean-claude jean-françois jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre "
    "jeanne jeannine jérémie jérémy jérôme joëlle joël joachim jocelyn jocelyne josé josée josette josiane "
    "josseline judicaël jules julien juliette justine karima karine kelly kévin kader khadija laetitia lætitia "
    "laure laurence laurène laurie léa léna léo léon léonie léopold liliane lilian lionel lisa lise loïc loïs "
    "lola lorraine louane louison luc lucette lucien lucienne lucile ludivine ludovic lydie maëlle maël maëva "
    "magali mahaut malek malika manon marc-antoine marceau marcelle marguerite marie-claude marie-christine "
    "marie-hélène marie-paule marie-pierre mariette marilyne marina marine marjolaine marjorie marlène martial "
    "martine maryline maryse maryvonne mathilde mathis mathurin maud maurice maxence maxime mélanie mélissa mehdi "
    "mélodie mickaël michaël michèle micheline mireille monique morgane mounir moussa muriel myriam nadège nadia "
    "nathalie nicolas noé noël noëlle noémie nolwenn norbert nora odile olivier ophélie oriane pascal "
    "pascale pascaline patrice paul-henri paulette perrine philibert philippe philomène pierrette "
    "pierre-yves quitterie rachid raphaël raphaëlle raymond raymonde régine régis rémi rémy renaud "
    "renée robin rodolphe roland romain romane romuald rosalie roselyne roxane sabrina salomé samia samir sandrine "
    "sébastienne ségolène sélim séverine sidonie simone solange solène sonia soraya stéphane stéphanie steeve "
    "suzanne suzette sylvain sylvaine sylvette sylvie tanguy tatiana thaïs thérèse théo théodore thibaud thibault "
    "thibaut thierry timothée titouan tristan ugo urbain valentine valérie vanina véronique victoire victorine "
    "vincent violaine violette virginie viviane xavière yacine yann yannick yannis yanis yasmina yohan yolande "
    "youssef yves yvette yvon yvonne zacharie zélie zoé"
)
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
    *("université", "hôpital", "centre hospitalier", "clinique", "commune", "mairie", "ville", "département"),
    *("communauté de communes", "métropole", "lycée", "collège", "cégep", "musée", "théâtre", "fondation", "mutuelle"),
    *("association", "banque", "crédit", "coopérative", "manufacture", "imprimerie", "verrerie", "brasserie"),
    *("papeteries", "éditions", "groupe", "sarl", "sàrl", "sas", "srl", "asbl"),
)
DEPARTMENTS = (
    *("direction (?:des|de la|du|de l['\u2019])", "service (?:des|de la|du|de l['\u2019])", "ressources humaines"),
    *("secrétariat", "département (?:des|de la|du)", "office du personnel", "pôle", "cellule", "bureau des"),
)
