"""How French says what matters in job mail: in France, Belgium, Switzerland and Québec."""

from classifier.languages import fr_facts as facts
from classifier.languages import fr_names as names
from classifier.languages import fr_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

_WEAK = either(
    *("manqu\\w+", "trop", "insuffisan\\w+", "courte?s?", "faibles?", "limitée?s?", "hésitante?s?", "aurai\\w+"),
    "juste",
)

FRENCH = Speech(
    code="fr",
    function_words=words(
        "le la les des une vous nous votre notre pour et est dans avec pas que qui sur au aux avons malheureusement "
        "cordialement merci bonjour madame monsieur candidature du ne en ce cette vos nos ont été sont je tu ta "
        "ton tes mais plus par de un on il elle sommes suite bien poste entretien cher chère salut désolé y ou où si"
    ),
    familiar=Saying(r"\b(?:[Tt]u|[Tt]e|[Tt]oi|[Tt]on|[Tt]a|[Tt]es)\b|\b[Tt]['\u2019](?=[aeiouyhéêè])"),
    # "Rendez-vous" addresses nobody.
    formal=Saying(r"(?<![Rr]endez-)\b(?:[Vv]ous|[Vv]otre|[Vv]os|[Vv]ôtres?)\b"),
    open=says_whole(
        *(
            "(?<!même )(?<!comme )si",
            "s['\u2019]ils?",
            "(?:au|dans le|en) cas",
            "sans (?:réponse|nouvelles?|retour|réaction)",
            "à moins",
        ),
        "sinon",
        *("à défaut", "sous réserve", "faute de (?:réponse|nouvelles?)", "passé ce délai", "le cas échéant"),
        "tant que",
        *("que (?:votre|ta|la) (?:candidature|réponse) soit", "quelle que soit", "seuls?(?: les)?", "seules?(?: les)?"),
        *("pas encore", "aucune décision", "uniquement (?:les|avec)", "dans l['\u2019]éventualité"),
        "toute? (?:dossier|candidature)",
        (
            r"^(?:les|tous les|toutes les|l['\u2019]ensemble des) (?:candidate?s?|candidatures|personnes|dossiers)\b,? "
            r"(?:dont|qui|non)"
        ),
        "^(?:les )?candidats (?:retenus|présélectionnés|sélectionnés|non)",
    ),
    closings=names.CLOSINGS,
    closing_words=(
        "salutations?",
        "cordialement",
        "considération",
        "sentiments",
        "amicalement",
        "sincèrement",
        "à (?:très )?(?:vite|bientôt)",
    ),
    behind_closings=("de", "à", "pour"),
    signed_for=names.SIGNED_FOR,
    possessives=("votre", "ton"),
    person_titles=names.PERSON_TITLES,
    no_names=names.NO_NAMES,
    functions=(
        *("responsable", "direct(?:eur|rice)", "chargée?", r"cheff?e?\b", "gérante?", "consultante?"),
        *("recruteu(?:r|se)", "(?:co-?)?fondat(?:eur|rice)", "président", "associée?", "assistante?", "adjointe?"),
        *("gestionnaire", "secrétaire", r"maire\b", "coordinat", r"drh\b", "conseillère?", "ingénieure?"),
        *("professeure?", r"cadre\b"),
    ),
    positions=names.POSITIONS,
    behind_names=names.BEHIND_NAMES,
    behind_senders=("chez", "de chez"),
    via=("via", "par l['\u2019]intermédiaire de"),
    team_words=(
        *("concours", "acquisition de talents"),
        *("recrutements?", "carrières?", "carrieres?", "ressources humaines", "service recrutement", "service rh"),
        *("rh", "drh"),
        *("candidatures?", "candidats?", "emplois?", "équipes?", "l['\u2019]équipe", "portail", "espace", "dotation"),
        "sélections?",
        *("direction(?: de l['\u2019]| de| des| du)?", "ne pas répondre", "direction des ressources humaines"),
        *("service du personnel", "personnel", "recruteurs?"),
    ),
    gender_marks=("e", "ne", "le", "se", "trice", "rice", "ère", "euse", "tous genres"),
    requisition_words=(
        (
            "(?:réf(?:érence)?|ref(?:érence)?)(?: (?:de l['\u2019]offre|du poste|interne|annonce|offre))?"
            "(?:\\s?n[°º]\\s?)?"
        ),
        "(?:offre|annonce|concours|affichage|vacance)(?: d['\u2019]emploi)?(?:\\s?n[°º]\\s?)?",
        "poste(?: [A-Z]{2,4})?(?:\\s?n[°º]\\s?)",
        "poste (?:mcf|pr|ater) ",
        "poste(?= [a-z]{1,4}[-_]?\\d)",
    ),
    organisations=names.ORGANISATIONS,
    departments=names.DEPARTMENTS,
    businesses=(
        *("conseil", "consulting", "immobilier", "logistique", "énergies?", "santé", "bâtiment"),
        *("assurances", "transports", "industries?", "fils", "composites", "distribution", "aéronautique"),
        *("cosmétiques", "pharma", "électronique", "ingénierie", "numérique"),
    ),
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=(
        *("Nous", "Votre", "Vos", "Vous", "Notre", "Merci", "Malheureusement", "Suite", "Après", "Bonjour", "Madame"),
        *("Monsieur", "Cher", "Chère", "Poste", "Candidature", "Réf", "Référence", "Offre", "Statut", "Je"),
        "Recrutement",
    ),
    articles=("la", "le", "les", "l['\u2019]", "une?", "notre", "nos", "votre", "vos", "cet(?:te)?", "ce"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"(?i)\b(?:je|moi|mon|ma|mes)\b|\b[jm][\u2019\']"),
    unattended=says(
        r"ne (?:pas|jamais) (?:y )?répondre\b(?! à (?:chac|tou|l['\u2019]ensemble|vo|une))",
        "(?:ne|n['\u2019]y) répond(?:ez|s) pas",
        (
            r"(?:boîte|adresse|messagerie|réponses?|e-?mails?|courriels?)[^.]{0,60} (?:n['\u2019]est|ne sont|ne "
            r"sera|ne seront|n['\u2019]étant) "
            r"(?:donc )?(?:pas|jamais) (?:\w+ )?(?:relevé|consulté|lue?|surveillé|suivi|géré|traité)\w*"
        ),
        "(?:message|e-?mail|mail|courriel|courrier)(?: électronique)? (?:\\w+ ){0,4}automati(?:que|quement|sé)\\b",
        "(?:généré|envoyé|adressé)e? automatiquement",
    ),
    invites_reply=says(
        (
            r"(?:hésite[rz]?|hésites)[^.]{0,30} (?:me |nous |m['\u2019])(?:re)?(?:contacter|répondre|écrire|appeler"
            r"|joindre|solliciter|rappeler|faire signe)"
        ),
        "hésite[rz]? (?:\\w+ )?(?:pas )?à (?:répondre|revenir vers)",
        "(?:reste|restons|rester|tiens|tenons|suis|sommes)[^.]{0,20} à (?:votre|ta) (?:entière )?disposition",
        "pour toute (?:question|information|demande)",
        "si (?:vous avez|tu as|t['\u2019]as) (?:des|une|la moindre|d['\u2019]autres) questions?",
        "(?:vous pouvez|tu peux) (?:toujours )?(?:me|nous|m['\u2019]) ?(?:contacter|répondre|joindre|écrire|appeler)",
        *("(?:restons|gardons le) (?:en )?contact", "écris-moi", "écrivez-moi", "appelle-moi", "appelez-moi"),
    ),
    no_invitation=says_whole(
        "postul\\w+", "site", "portail", "faq", "nos offres", "candidater", "nouvelle candidature"
    ),
    advises=says(
        (
            "(?:je|nous) (?:vous|te) (?:conseill|recommand|suggér)\\w+\\b"
            "(?! (?:de |d['\u2019])(?:vérifi|consult|cré|utilis)er)"
        ),
        "(?:mon|notre|un|petit|seul) (?:\\w+ )?conseil\\b",
        "(?:à votre place|à ta place|vous gagneriez à|tu gagnerais à)",
    ),
    encourages=says(
        "(?:je|nous|on) (?:vous|t['\u2019]) ?(?:\\w+ )?encourage",
        "(?:ne vous|ne te|te|vous) (?:laissez|laisse|découragez?|décourage) pas",
        "n['\u2019]hésite[rz]?(?: surtout)? pas à (?:re)?(?:postuler|tenter|retenter|candidater)",
        "(?:impressionné|bluffé|séduit|touché|marqué)e?s? par (?:votre|ton|ta|vos|tes) (?!intérêt|confiance|demande)",
        "(?:nous a|m['\u2019]a|nous ont|m['\u2019]ont) (?:\\w+ )?(?:impressionné|bluffé|séduit|touché|marqué)",
        "^(?:surtout,? )?(?:continuez?|persév[éè]rez?)\\b(?! (?:à|de|d['\u2019]))",
        "retente[rz]? (?:ta|votre) chance",
    ),
    gives_feedback=says(
        (
            r"^(?:(?:notre|mon|le|voici (?:notre|mon|le|quelques)) )?(?:\w+ )?(?:retours?|feedback"
            r"|rétroaction)\b[^.:]{0,40}:(?!\s*(?:https?:|www\.))"
        ),
        r"il (?:nous |vous |t['\u2019]|te |lui |y )?(?:a |en )?(?:manqu(?:e|é|ait))\b",
        "ce qui (?:a |vous a |t['\u2019]a |nous a )?(?:manqué|pesé|fait la différence|fait défaut|inquiété)",
        (
            r"(?:nous avons|j['\u2019]ai|l['\u2019]équipe a|le jury a|on a) (?:\w+ )?(?:trouvé|regretté|noté|relevé"
            r"|jugé|estimé|senti)"
            rf"\b[^.]{{0,60}}\b{_WEAK}\b"
        ),
        "points? (?:forts?|faibles?|à travailler|d['\u2019]amélioration|à améliorer|de progrès) ?:",
        "la raison (?:\\w+ )?(?:de (?:ce|cette|notre) \\w+ )?(?:est|était|tient)\\b",
        "(?:a été|ont été) (?:déterminante?s?|décisi(?:f|ve)s?)",
        (
            r"(?:votre|ton|ta) (?:\w+ ){0,5}?(?:expérience|connaissance|niveau|anglais|maîtrise|pratique)\b[^.]{0,60}"
            r"(?:étant|est|était|reste|jugée?)\b(?: \w+)? (?:insuffisante?|trop|juste|limitée?|faible)"
        ),
    ),
    feedback_on_request=says_whole(
        *("si", "souhait\\w+", "n['\u2019]hésit\\w+", "volontiers", "à (?:votre|ta) disposition"),
        "sur (?:simple )?demande",
        *("pouvez", "peux"),
    ),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months=outlook.MONTHS,
    spans=outlook.SPANS,
)
