"""How Portuguese says what matters in job mail, in Portugal, Brazil and Africa."""

from classifier.languages import pt_facts as facts
from classifier.languages import pt_names as names
from classifier.languages import pt_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

_HEADS = either(
    *("chefe", "diretora?", "directora?", "presidente", "coordenadora?", "responsável", "vereadora?", "secretári[ao]"),
    *("reitora?", "administradora?", "gerente", "vogal", "técnic[ao] superior", "sócio-gerente"),
)
_QUESTION = either("dúvidas?", "quest(?:ão|ões)", "perguntas?", "esclarecimentos?")
_WRITE = either(
    *(r"contact\w+", r"contat\w+", r"respond\w+", r"escrev\w+", "lig(?:ar|a|ue)(?:-\\w+)?", "fal(?:ar?|e)", "chamar?"),
    *("dispor", "disposição", "disponível"),
)
# Said to one reader who is called tu, or você and no more formally. "TI" and "TE" in capitals are no pronouns.
_FAMILIAR = (
    "[Tt]u|[Tt]e|ti|[Cc]ontigo|[Tt]eus?|[Tt]uas?|[Vv]ocê|[Vv]c|cê|tens|queres|quiseres|podes|tiveres|teres|tiveste|"
    "foste|fizeste|vieste|estás|vais|sejas|fores|candidataste|dedicaste|enviaste|mostraste|participaste|passaste|"
    "ficaste"
)
_POLITE = either("Prezad[oa]", "Estimad[oa]", "Car[oa]", r"(?i:[aoà]|[dn][ao]|ao|pel[ao]) (?:sua|seu)s?")

PORTUGUESE = Speech(
    code="pt",
    function_words=words(
        "o a os as um uma de do da dos das no na nos nas ao à e ou em com por pelo pela para que não mas como se "
        "já mais muito este esta esse essa foi ser está estão temos sua seu suas seus teu tua ti você te nosso "
        "nossa obrigado obrigada olá oi prezado prezada caro cara infelizmente cumprimentos atenciosamente "
        "candidatura processo vaga seletivo recrutamento boa "
        "é és são tens tem tu eu me lhe isso isto às aos até também há só quando vocês meu minha num numa desta deste "
        "nesta neste pra bem bom dia tarde abraço agradecemos ainda depois sem nós ele ela fica vem sobre daqui aqui "
        "lamentamos informar contacto contato equipa equipe nada outro outra outros senhor senhora agradeço "
        "pode podem volta volte próximo próxima vamos"
    ),
    familiar=Saying(rf"\A(?:Oi|Opa|E aí)\b|\b(?:{_FAMILIAR}|Bjs|Bjos?|Bjo|Beijos|Beijinhos)\b"),
    # "A sua candidatura" is formal in Lisbon and nothing at all in São Paulo. So it counts, once, only where nobody
    # says tu or você and no greeting is casual; the look-ahead is tried at the beginning only, so this stays linear.
    formal=Saying(
        r"\b(?:[Oo] senhor|[Aa] senhora|[Aa]o senhor|V\. ?(?:Ex|S)\.?ª?|Ex\.?m[oa]|Vossa Senhoria"
        r"|[Cc]onsigo|lhe|lho|lha)\b|"
        rf"\A(?!(?s:.*)\b(?:{_FAMILIAR})\b)(?!\s*(?:Oi|Olá|Opa|Fala|E aí)\b)(?=(?s:.*?)\b{_POLITE}\b)"
    ),
    open=says_whole(
        r"se (?:for|fores|não|houver|tiver\w*|quiser\w*|surgir\w*|[oa]|precisar\w*|decidi\w*|pud\w+|estiver\w*|abrir)",
        *(r"(?<!o )(?<!um )(?<!este )(?<!esse )(?<!seu )(?<!teu )(?<!de )caso (?!pr[áa]tico)", "n[oa] caso de"),
        *("em caso de", "na eventualidade", "ainda não", "quando", "quer [^.]{3,60} quer", "salvo", "sob pena"),
        *("será (?:eliminad|excluíd|desclassificad)[oa] quem", "independentemente"),
        (
            r"^(?:os |as |todos os |apenas os |só os |somente )?candidat[oa]s?\b(?: não)? (?:que"
            r"|selecionad\w+|habilitad\w+)"
        ),
        "(?:apenas|só|somente) (?:os )?(?:candidatos|serão)",
    ),
    closings=(
        r"(?:(?:com )?os (?:meus |nossos )?)?(?:melhores |cordiais |meus melhores |nossos melhores )?cumprimentos",
        *("com os nossos cumprimentos", "cpts", "cumps", "(?:cordiais |melhores )?saudações(?: cordiais| académicas)?"),
        "(?:um |grande |forte ){0,2}abraços?(?: (?:forte|cordial|grande|solidário|amigo|a todos))?",
        *("abs", "bjs", "bjos?", "(?:um |grande )?beij(?:o|os|inho|inhos)(?: grande)?", "atenciosamente"),
        "atentamente",
        *("at\\.?te", "att", "cordialmente", "respeitosamente", "bem-haja", "lamento sinceramente", "com amizade"),
        (
            "com (?:os protestos d[ae] |a maior |a mais |elevad[ao] |toda [ao] |alta )?(?:estima"
            "|consideração|carinho|apreço|respeito)"
        ),
        r"(?:muito )?(?:obrigad[oa]|grat[oa])(?: desde já| mais uma vez| pela compreensão| pela atenção)?(?=[,.!]*$)",
        *("até (?:breve|logo|já)(?=[,.!]*$)", "tudo de bom(?=[,.!]*$)", "(?:muito )?sucesso(?=[,.!]*$)"),
        r"sem (?:mais|outro assunto)(?: de momento| para o momento)?(?:, subscrevemo-nos[^\n]{0,40})?(?=[,.!]*$)",
        rf"[ao] {_HEADS}(?: (?:d[aeo]s?|de) [\w ]{{2,40}})?(?=,?$)",
    ),
    closing_words=(
        "cumprimentos",
        r"abraços?",
        "atenciosamente",
        "cordialmente",
        r"beij(?:o|os|inho|inhos)",
        "saudações",
        "estima",
    ),
    behind_closings=("d[aeo]s?",),
    signed_for=(r"[Pp]['’]?el[ao]s? [^,\n]{2,40}[,:]?$", r"[Pp]['’][ao] "),
    person_titles=(
        "Dona",
        "Prof",
        "Profa",
        "Profª",
        "Doutora?",
        "Dra",
        r"Dr\.ª",
        "Drª",
        r"Eng\.?[ªº]?",
        "Enf",
        r"Enf\.ª",
        "Arq",
        "Ir",
        "Pe",
    ),
    no_names=names.NO_NAMES,
    functions=names.FUNCTIONS,
    positions=names.POSITIONS,
    behind_names=("d[ao] equip[ae]",),
    behind_senders=("na",),
    via=("através d[aeo]",),
    team_words=names.TEAM_WORDS,
    gender_marks=("as?", "os?", "h", "es", "m/f"),
    requisition_words=(
        r"ref(?:erência|\.?ª)?",
        r"(?:vaga|requisição|oferta)(?: n\.?[ºo°]| nº| número| id)?",
        "código(?: da vaga)?",
    ),
    organisations=names.ORGANISATIONS,
    employer_labels=("empresa", "entidade(?: empregadora)?", "empregadora?", "organização"),
    departments=names.DEPARTMENTS,
    businesses=(
        *("hotéis", "farma", "logística", "engenharia", "energia", "saúde", "alimentos", "transportes"),
        *("seguros", "tecnologia", "sistemas", "digital", "advogados", "consultores", "filhos", "irmãos"),
        *("construções",),
    ),
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=(
        *("Agradecemos", "Infelizmente", "Lamentamos", "Obrigad[oa]", "Sua", "Seu", "Tua", "Teu", "Nós", "Vaga"),
        *("Recrutamento", "Candidatura", "Equip[ae]", "Time de", "Careers?", "Analista", "Técnic[oa]"),
    ),
    articles=("[ao]s?", "uma?", "d[ao]s?", "noss[ao]", "vossa?", "sua", "est[ea]"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"(?i)\b(?:eu|me|mim|meu|minha|comigo|gostei|falei|estou|posso|tenho)\b"),
    unattended=says(
        r"não (?:respond\w+|é monitorad[oa])[^.]{0,40}(?:e-?mail|mensagem|endereço|$)",
        r"favor não responder",
        r"não respond(?:as?|am|er)\W*$",
        r"(?:por favor,? |é favor )não respond\w+",
        r"(?:caixa(?: de correio| postal)?|endereço|e-?mail|conta)\b[^.]{0,40} não (?:é|está a ser|são|está sendo) "
        r"(?:monitor\w+|lid\w+|verificad\w+|acompanhad\w+|consultad\w+|vigiad\w+)",
        r"respostas?\b[^.]{0,50} não (?:é|são|serão|será) (?:lid\w+|monitor\w+|consultad\w+)",
        r"(?:e-?mail|mensagem)(?: \w+){0,2} (?:gerad|enviad)[oa] (?:automaticamente|por sistema)",
        "mensagem automática|e-?mail automático|envio automático",
    ),
    invites_reply=says(
        rf"{_QUESTION}\b[^.]{{0,80}} {_WRITE}",
        r"(?:respond[ae]|responder|escrev[ae]|escrever|lig(?:ue|a|ar)|fal[ae])[^.]{0,25} "
        r"(?:a este|a esta|este e-?mail|comigo|connosco|conosco)",
        r"(?:escrev[ae]|respond[ae]|lig(?:ue|a)|contact[ae])-(?:me|nos)\b",
        r"fi(?:que|ca)s? à vontade para (?:\w+ )?(?:escrever|contact|contat|responder|ligar|perguntar)\w*",
        (
            r"(?:fic|permanec|est|continu)\w+ (?:inteiramente |sempre )?(?:à (?:sua |tua |vossa"
            " )?(?:inteira )?disposição|ao dispor)"
        ),
        r"manter(?:-nos)? (?:em )?conta[c]?to|manten\w+ (?:em )?conta[c]?to",
    ),
    no_invitation=says_whole(
        *("não respond\\w+", r"candidat(?:ar|e|a)-\w+", "se candidatar", "site", "portal", "página", "inscrever"),
        "vagas",
    ),
    gives_feedback=says(
        (
            r"^(?:(?:o nosso|o|segue o|aqui vai o|aqui está o) )?(?:\w+ )?feedback(?: (?:d[ao]|sobre"
            r"|que)(?: \w+){1,4})?:(?!\s*https?:)"
        ),
        r"(?:faltou|faltaram)(?:-lhe|-te|-nos)?\b(?! (?:só|apenas|à|ao|a ))",
        r"(?:ainda )?(?:lhe|te) falta(?:m|va)?\b",
        (
            "(?:o (?:principal )?motivo(?: principal)?|a (?:principal )?razão)(?: d[ae]st?a decisão| da"
            r" recusa| da decisão)? (?:foi|é)\b"
        ),
        r"(?:pontos? (?:fortes?|fracos?|de atenção|a melhorar)|a melhorar):",
        r"ficou (?:muito )?(?:abaixo|aquém)|o que (?:mais )?pesou|fez pender a balança|perdeu sobretudo",
    ),
    feedback_on_request=says_whole("se quiser", "se quiseres", "caso", "gostaria", "se pretender", "podemos dar"),
    advises=says(
        (
            r"(?:sugiro|sugerimos|sugeri(?:ri)?a|recomendo|recomendamos|recomendaria|aconselho|aconselhamos|aconselharia)\b"
            r"(?! (?:que )?(?:(?:nos )?acompanh|verifi|consult|visit|fique|continue a)\w*)"
        ),
        r"(?:o meu|um|nosso|o nosso|meu) (?:\w+ )?conselho(?! (?:de|d[ao]) )|uma dica\b|a minha dica\b",
        (
            r"(?:podes|poderias?|você pode|talvez valha a pena|deverias?|devias) (?:\w+ )?"
            r"(?:considerar (?!esta|este|essa|esse)|apostar|investir|trabalhar (?:mais|melhor|um pouco)|estudar"
            r"|reforçar|mencionar|praticar|treinar)"
        ),
        r"n[oa] (?:seu|teu) lugar|se (?:eu )?fosse (?:a ti|você)\b",
        r"(?:ajudaria|valeria a pena) (?:ter|incluir|mostrar|treinar)\b",
    ),
    encourages=says(
        (
            r"(?<!o )(?<!um )(?:encoraj|incentiv)(?:o|amos)\b(?:-[oa]s?\b)?"
            r"(?! (?:a )?(?:que )?(?:(?:nos )?acompanh|segu|visit|consult))"
        ),
        r"não (?:desanim|desist)\w+|continu[ae]s? assim\b",
        r"(?:volte|volta|voltes|hesites? em voltar) a (?:candidatar|concorrer|tentar)[\w-]*",
        r"(?:impressionou|impressionad[oa]s?|encantou)\b[^.]{0,40}",
        r"gost(?:ei|ámos|amos) (?:muito|imenso|bastante|especialmente) (?:da|do|das|dos) (?:tu|seu|sua|teu)\w*",
        r"(?:deixou|deixaste) uma (?:excelente|ótima|muito boa) impressão",
        r"(?:tens|tem) (?:muito|imenso|um grande|um enorme) (?:talento|potencial|futuro)",
    ),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months=outlook.MONTHS,
    spans=outlook.SPANS,
)
