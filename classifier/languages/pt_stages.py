"""How Portuguese job mail says how far an application came: a talk, an interview, or neither yet."""

from classifier.languages.patterns import either, says

_TALK = either(
    *("conversas?", "call", "telefonema", "videochamada", "bate-papo", "ligação", "papo"),
    "(?<!primeira )(?<!segunda )(?<!próxima )chamada(?! pública| d[oa]s? )",
)
_MEET = either(
    *("conhecê-l[oa]", "conhecer-te", "(?:te|o|a) conhecer", "conhecer(?! o| a)", "recebê-l[oa]", "receber-te"),
    *("te receber", "conhecer (?:você|o senhor|a senhora)"),
)

NOT_HAPPENED = says(
    r"se (?:for|fores|não|houver|tiver\w*|quiser\w*|surgir|[oa] (?:seu|sua|teu|tua)|decidi\w*|pud\w+|estiver\w*)\b",
    *(r"caso (?!pr[áa]tico)", "convid\\w+", "convit\\w+", "convoc\\w+", r"(?:re|des)?marc(?:ar|amos|aremos)\b"),
    *(r"agend\w+", r"confirm\w+", r"decorrer\w+", "terá lugar", r"realizar-se-\w+", "traga", "traz "),
    *("gostar(?:ia|íamos)", "gostávamos", "teríamos", "seria", "teria", "será", "serão", "iremos", "irá", "vamos"),
    *("poderá", "próxim[oa]s? (?:fases?|etapas?|passos?)", "fase de entrevistas?", "fases? seguintes?"),
    "esperamos",
    r"(?:passar|avançar|seguir|prosseguir|ir|irmos)\b[^.]{0,20} (?:à|às|para (?:a |as |uma )?)entrevistas?",
    *("para (?:a |uma )?entrevistas?\\b", r"adi(?:ar|ada|ámos)", "cancel", "amanhã", "pretende\\w+"),
    r"não (?:\w+ ){0,3}(?:selecion|escolh|apurad|comparec|conseguimos|foi possível|pod)\w*",
    r"(?:outr[oa]s|vári[oa]s|todos os|muitos|os demais) (?:\w+ )?(?:candidat|finalistas|perfis)\w*",
    r"(?:como|nesta edição|passos para|o que) (?:\w+ ){1,6}entrevista",
    "entrevistados|processo de entrevistas|faltou|faltaste|podes |poderias? ",
    "que gravaste|que gravou|em vídeo gravad",
)
TIME_TO_INTERVIEW = says(
    (
        r"(?:obrigad[oa]|agrade\w+)[^.]{0,60} pel[ao] (?:\w+ )?(?:entrevista|prova prática|visita às"
        r" nossas)\b(?! (?:por|em|telef|online|virtual))"
    ),
    (
        r"(?:obrigad[oa]|agrade\w+)[^.]{0,60} (?:disponibilidade|tempo)[^.]{0,20} (?:para |n)a"
        r" entrevista\b(?! (?:por|telef))"
    ),
)
PHONE_INTERVIEW = says(
    "entrevistas? (?:telef[óo]nicas?|por (?:telefone|vídeo|videochamada|zoom|teams)|online|virtua(?:l|is)|em vídeo)"
)
INTERVIEWED = says(
    r"(?:após|depois d|na sequência d|durante|desde|n|pel)(?:[ao]s?|est[ae]s?) (?:\w+ ){0,2}entrevistas?\b",
    r"(?:após|depois de) (?:\w+ ){0,2}entrevistas?\b",
    (
        r"(?:a|as|da|das|à|na|nas|pela|tua|sua|duas|três) entrevistas? (?:realizad\w+|d[eao]s?|com"
        r"|que|presencia\w+|em)\b"
    ),
    rf"(?:foi|tivemos)(?: \w+){{0,3}} (?:bom|prazer|gosto|alegria|ótimo|agrado)(?: \w+)? (?:em |de )?{_MEET}",
    rf"(?:gost[áa]mos|adorámos|adoramos)(?: \w+){{0,2}} (?:de |em )?{_MEET}",
    r"(?:se deslocar|deslocar-se|deslocares-te) (?:ao|à|às|aos)\b",
    (
        "(?:por|teres|ter|senhor ter|você ter) (?:teres |ter )?(?:vindo|se deslocado|estado connosco"
        r"|visitado)\b(?!.{0,20}site)"
    ),
    (
        r"(?:agrad\w+|obrigad[oa])[^.]{0,40} (?:pela|a sua|a tua) visita\b(?!(?: \w+){0,4} (?:site"
        "|página|apartamento|casa))"
    ),
    r"(?:entrevista|conversa|dinâmica|prova|painel) presencia(?:l|is)",
    r"(?:obrigad[oa]|agrade\w+)[^.]{0,60} (?:aula|apresentação) que (?:deu|deste|fez|fizeste|preparou|nos)\b",
    r"fazer a entrevista com a gente",
    r"recebemos na nossa sede|conversou pessoalmente",
)
SPOKEN = says(
    r"entrevistas? (?:telef[óo]nica|por (?:telefone|vídeo|videochamada|zoom|teams)|online|virtual)",
    rf"(?:pel[ao]|d[ao]|n[ao]|após a|a nossa|nossa|tua|sua) (?:\w+ ){{0,2}}{_TALK}\b",
    rf"(?:obrigad[oa]|agrade\w+|gostei|gost[áa]mos|valeu)[^.]{{0,40}} {_TALK}\b",
    (
        "(?:prazer|bom|gosto|ótimo) (?:em |de )?(?:conversar|falar) (?:com você|contigo|consigo|com"
        " o senhor|com a senhora)"
    ),
    r"(?:por )?teres? falado (?:connosco|comigo|com [ao])",
    r"(?:connosco|conosco|comigo) (?:ao|por|pelo) telefone",
)
MET_TEAM = says(
    r"(?:conhecer|conheceres|conheceu|conversar com|falar com|conversas? com|entrevistas? com)(?: \w+)? "
    r"(?:[ao]s?|noss[ao]s?|toda a) (?:\w+ )?(?:equip[ae]|time|colegas|painel)\b",
    r"(?:[ao]|noss[ao]|o nosso|a nossa) (?:equip[ae]|time)(?: inteir[ao]| tod[ao])? "
    r"(?:gost|ador|amou|am[áa]mos|comentou|ficou)\w*",
)
