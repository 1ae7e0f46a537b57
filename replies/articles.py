"""Which employers want an article before their name: where a sentence would have to guess it, they are not named.

"bei der Stadt Köln", "à l'université de Lyon", "presso il Comune di Bari": only the names of firms stand by themselves.
English has one article only, so there it is written: "at the University of Leeds".
"""

import re

_WANTS_ARTICLE = {
    "de": (  # adjectives are inflected as well
        r"\b(?:\w*(?:stadt|kreis|gemeinde|gemeente|universit\w+|hochschule|schule|akademie|institut|zentrum|amt|ministerium"
        r"|stiftung|verband|verein|klinik|klinikum|kliniken|krankenhaus|bank|kasse|versicherung|gesellschaft"
        r"|genossenschaft|agentur|gruppe|werke?|betriebe|werkstätten|kanzlei|verlag|museum|theater|behörde|bistum"
        r"|kirche|erei|handlung|halle|(?:auto|brau|gast|kauf|möbel|rat|pflege)haus|gasthof|bauhof|betrieb|praxis|apotheke"
        r"|werkstatt|hotel|restaurant|café|spital|kita|kindergarten|manufaktur|spedition|feuerwehr|polizei|gericht)"
        r"|group|university|city|institute|company|foundation|bank|(?:deutsche|technische|evangelische"
        r"|katholische|freie|erste|neue|bayerische|sächsische)[rsnm]?|die|der|das|the)\b"
    ),
    "fr": (
        r"^(?:les?|la|l['\u2019]|the)\b|^(?:universités?|écoles?|ecole|mairie|ville|communauté|métropole|commune|département"
        r"|région|conseil|préfecture|ministère|direction|agence|institut|centre|hôpital|hôpitaux|clinique|chu|chru"
        r"|caisse|chambre|fondation|association|fédération|union|syndicat|ligue|comité|croix|secours|musée|théâtre|opéra"
        r"|orchestre|bibliothèque|lycée|collège|académie|faculté|observatoire|laboratoires?|office|service|groupe"
        r"|société|compagnie|entreprise|banque|crédit|mutuelle|cabinet|étude|maison|éditions|imprimerie|librairie|garage"
        r"|\w+eries?|ludothèque|médiathèque|crèche|chuv|hospices?|hôtel-dieu|ateliers?|établissements|forges|chantiers|transports|laiterie|pharmacie|hôtel|restaurant|domaine|ferme|coopérative|cnrs|cea|inserm|inria|inrae|cnes|sncf|ratp"
        r"|ap-?hp|cpam|caf|urssaf|ccas)\b|\b(?:university|institute|college|school|foundation|hospital)\b"
    ),
    "it": (
        r"^(?:il|lo|la|gli|le|i|l['\u2019]|the)\b|^(?:università|politecnico|scuola|istituto|istituzione|liceo|accademia"
        r"|conservatorio|comune|provincia|regione|città|ministero|prefettura|questura|tribunale|agenzia|ente|azienda|asl"
        r"|ausl|asst|ulss|ospedale|policlinico|clinica|centro|fondazione|associazione|federazione|consorzio|cooperativa"
        r"|coop|unione|camera|cassa|banca|banco|credito|gruppo|società|compagnia|impresa|ditta|studio|casa|editrice"
        r"|edizioni|libreria|panificio|salone|macelleria|pasticceria|pizzeria|autofficina|agriturismo"
        r"|tipografia|farmacia|(?:grand )?hotel|officin[ae]"
        r"|pastificio|birrificio|caseificio|salumificio|cantin[ae]|ottica|albergo|ristorante|trattoria|teatro|museo|biblioteca|opera"
        r"|orchestra|croce|caritas|cnr|inps|istat|enea|infn|inaf|rai)\b"
        r"|\b(?:university|institute|college|school|foundation|hospital)\b"
    ),
    "es": (
        r"^(?:el|la|los|las|the)\b|^(?:universidad|universitat|politécnica|escuela|instituto|colegio|facultad|academia"
        r"|ayuntamiento|municipalidad|municipio|alcaldía|diputación|cabildo|gobierno|gobernación|junta|generalitat|xunta"
        r"|comunidad|consejería|consejo|consell|ministerio|secretaría|dirección|agencia|tribunal|servicio|hospital|clínica"
        r"|centro|centre|residencia|farmacia|fundación|asociación|federación|confederación|sindicato|cruz|cámara|caja|banco"
        r"|cooperativa|sociedad|compañía|empresa|grupo|estudio|bufete|despacho|notaría|editorial|librería|imprenta|museo"
        r"|teatro|ópera|orquesta|biblioteca|archivo|hotel|hostal|restaurante|bar|taller|talleres|bodegas?|laboratorios?"
        r"|\w+erías?|carnicería|clínicas|colegios|industrias|transportes|construcciones|parroquia|comisión|comité|oficina|casa|csic|inem|imss)\b"
        r"|\b(?:university|institute|college|school|foundation|hospital)\b"
    ),
    # "A empresa …" is said before the name, so only what is no firm, and what begins with an article, is left out.
    "pt": (
        r"^(?:os?|as?|the|de|der|die|das|el|la|le)\b|^(?:universidade|politécnico|escola|instituto|colégio|faculdade|academia|câmara|prefeitura"
        r"|município|junta|governo|estado|ministério|secretaria|direção|agência|autoridade|tribunal|serviços?|hospital"
        r"|clínica|centro|lar|farmácia|fundação|associação|federação|confederação|sindicato|cruz|santa casa|caixa|banco"
        r"|cooperativa|sociedade|companhia|empresa|grupo|estúdio|escritório|cartório|editora|livraria|gráfica|museu|teatro"
        r"|orquestra|biblioteca|arquivo|hotel|pousada|restaurante|padaria|oficina|oficinas|laboratórios?|indústrias"
        r"|unidade|agrupamento|misericórdia|irmandade|bombeiros|polícia|transportes|construções|paróquia|igreja|comissão|comité|comitê|casa|sesc|senac|senai|sebrae)\b"
        r"|\b(?:universit\w+|stadt|gemeente|institute|college|school|foundation|hospital)\b"
    ),
    "nl": (
        r"^(?:de|het|een|the)\b|\b\w*(?:gemeente|provincie|ministerie|waterschap|universiteit|hogeschool|school|scholen"
        r"|academie|instituut|college|lyceum|ziekenhuis|kliniek|centrum|stichting|vereniging|bond|federatie|fonds|kruis"
        r"|politie|brandweer|rechtbank|belastingdienst|dienst|agentschap|autoriteit|bank|kas|verzekeringen|maatschappij"
        r"|coöperatie|groep|bureau|kantoor|uitgeverij|boekhandel|drukkerij|bibliotheek|museum|theater|schouwburg|orkest"
        r"|opera|kerk|parochie|bisdom|apotheek|praktijk|hotel|restaurant|bakkerij|boerderij|werkplaats|garage|bedrijf|rijk"
        r"|stad|ocmw|overheid)\b|\b(?:universit\w+|stadt|institute|foundation|hospital)\b"
    ),
}  # fmt: skip
_PATTERNS = {language: re.compile(pattern, re.IGNORECASE) for language, pattern in _WANTS_ARTICLE.items()}

# "The Royal College of Surgeons", but not "the House of Fraser" or "the Bank of America": those are firms.
_THE_BEFORE_OF = re.compile(
    r"^(?:[\w&-]+ ){0,3}(?:university|city|county|institut(?:e|ion)|college|school|academy|museum|gallery|office"
    r"|department|ministry(?! of sound)|port|church|diocese|archdiocese|society|council|board|bureau|cent(?:re|er)"
    r"|embassy|union|association|federation|chamber|campaign|foundation|agency|commission|government|state|faculty|order|guild"
    r"|(?:house|houses)(?= of (?:commons|lords|representatives))"
    r"|bank(?= of (?:england|scotland|ireland|canada|japan|italy|spain|france|finland|korea|israel))) (?:of|for)\b",
    re.IGNORECASE,
)
# What is a firm's name as well stands by itself: "at Nationwide Building Society", "at Bluefin Media Agency".
_THE_BEFORE_LAST = re.compile(
    r"^(?!.*['\u2019]s\b)(?!.*\b(?:building society|(?:creative|media|marketing|digital|design|advertising|branding"
    r"|talent|travel|recruitment|employment|staffing|model|estate|content|pr) agency)$)(?:[\w&-]+ )+(?:society"
    r"|foundation|association|federation|commission|authority|agency|ministry|museum|observatory|orchestra|philharmonic"
    r"|bureau|institute|organi[sz]ation)$"
    r"|^royal (?:[\w&-]+ )*(?:academy|college|institut(?:e|ion)|navy|mint|infirmary|theatre|ballet|opera(?: house)?)$"
    r"|^(?:home|foreign|cabinet|met|post|patent|law|tax) office$|^open university$|^civil service$|^salvation army$"
    r"|^(?:[\w-]+ )?red cross$|^(?:british|arts) council\b|^british library$|^united nations\b"
    r"|^european (?:commission|council|court|parliament|union)$"
    r"|^national (?:trust|theatre|gallery|archives|health service)\b"
    r"|(?-i:^(?:BBC|NHS|UN|EU|WHO|IMF|OECD|WTO|FCA|ECB|RSPB|RSPCA|ICRC|DVLA|FBI)$)",
    re.IGNORECASE,
)
_THE_GROUP = re.compile(
    r"^the (?=.*\b(?:group|company|trust|council|partnership|practice|school|university|hospital|charity|college|clinic"
    r"|society|foundation|association|institute|agency|department|ministry)\b)",
    re.IGNORECASE,
)


def english(company: str) -> str:
    """Return the name as it stands after "at": with "the" where its words plainly want one, else as it is."""
    if _THE_GROUP.match(company):
        return f"the {company[len('the ') :]}"
    return f"the {company}" if _THE_BEFORE_OF.match(company) or _THE_BEFORE_LAST.match(company) else company


def wants_article(language: str, company: str) -> bool:
    """Whether this language says the name only with an article or a preposition that cannot be told for sure."""
    pattern = _PATTERNS.get(language)
    return pattern is not None and pattern.search(company) is not None
