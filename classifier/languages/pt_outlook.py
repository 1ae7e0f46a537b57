"""How Portuguese job mail says why an application failed, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = either(
    *("vagas?", "posição", "posições", "lugar(?:es)?", "funç(?:ão|ões)", "cargos?", "posto", "horário", "postos"),
    *("oportunidade", "quadro"),
)
_SEARCH = either(
    *("processo(?: seletivo| de recrutamento)?", "recrutamento", "procedimento(?: concursal)?", "concurso", "seleção"),
    *("contrataç(?:ão|ões)", "admissões"),
)
_PEOPLE = either(
    *("candidat[oa]s?", "pessoas?", "profissiona(?:l|is)", "perfi(?:l|s)", "colegas?", "finalistas?", "concorrentes?"),
    *("colaborador(?:a|es)?", "alguém", "quem"),
)
_OTHER = rf"outr[oa]s? {_PEOPLE}"
_CHOSE = either(
    *("avançar", "seguir", "seguiremos", "prosseguir", "prosseguiremos", "continuar", "continuaremos"),
    *("dar (?:continuidade|seguimento)", "daremos (?:continuidade|seguimento)", "optámos", "optamos", "optou"),
    "optaram",
    *("escolh(?:emos|eu|eram|er)", "selecc?ion[aá](?:mos|ram)", "contrat[aá]mos", "contratar", "preferi(?:mos|u|ram)"),
    *("convid(?:ou|ámos|amos)", "nome(?:ou|ámos|amos)", "fech(?:ámos|amos|ou)", "fic(?:ámos|amos|ou)"),
    "decidi(?:mos|u)",
    *("recaiu", "recair", "oferecer", "preferência", "atribuíd[oa]", "coube", "indicou", "votou"),
)
_NEED = either(
    *("requisitos?", "critérios?", "perfil", "condições", "classificação", "pontuação", "nota", "mínim[oa]"),
    "habilitações",
)
_COUNT = ("dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze")
_NUMBER = either(r"\d{1,2}", "uma?", "duas", "meio", "dezoito", "vinte e quatro", "alguns", "algumas", *_COUNT)
_TIME = rf"{_NUMBER}(?: (?:a|ou) {_NUMBER})? (?:m[eê]s(?:es)?|anos?|semanas?)"
_MONTH = either(
    *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro"),
    *("novembro", "dezembro"),
)
_SEASON = either("primavera", "verão", "outono", "inverno")
_PERIOD = either(
    *("ano(?: letivo| lectivo)?", "semestre", "trimestre", "época", "temporada", "mês", "edição", "ciclo", "campanha"),
    _SEASON,
)
_WHEN = "(?P<when>" + "|".join((
    (
        rf"(?:daqui a|dentro de|após|ao fim de|passad[oa]s|depois de|em) (?:(?:pelo menos|cerca de|mais) )?{_TIME}"
    ),
    rf"(?:n[oa]|para [oa]|a partir d[oa]) próxim[oa] {_PERIOD}",
    rf"(?:(?:n[oa]|para [oa]|a partir d[oa]) )?{_PERIOD} que vem",
    r"para o ano\b(?! letivo)",
    rf"(?:em|a partir de|lá para|depois de) {_MONTH}(?: de 20\d\d)?",
    rf"(?:n[oa]|lá para [oa]|na altura d[oa]|depois d[oa]|a partir d[oa]) {_SEASON}",
    r"(?:em|a partir de) 20\d\d",
)) + r")\b"  # fmt: skip
_AGAIN = either(
    r"volt(?:a|ar|e|es)(?:-te)? a (?:\w+ )?(?:se )?(?:candidat|tentar|contact|contat|concorrer|escrever|falar)[\w-]*",
    r"(?:se candidat|candidat|tent|concorr|inscrev|aplic|particip)[\w-]*(?: \w+){0,2} (?:novamente|de novo|outra vez)",
    r"(?:novamente|de novo|outra vez)(?: \w+){0,2} (?:se candidat|candidat|tent|concorr)[\w-]*",
    *("nova candidatura", "repetir o teste", r"(?:candidaturas|inscrições)(?: \w+){0,6} (?:re)?abrem"),
    *("candidaturas reabrem", r"volt[ae]\b"),
)

REASONS = {
    Reason.FILLED: says(
        rf"{_POST}\b[^.;]{{0,60}} (?:preenchid[oa]s?|ocupad[oa]s?|entregues?|esgot\w+|fechado)\b",
        r"quadro\b[^.;]{0,40} (?:completo|preenchido)\b",
        rf"(?:preenchemos|preencher) (?:a|o|esta|este)(?: \w+){{0,2}} {_POST}\b",
        rf"{_POST}\b[^.;]{{0,40}} (?:foi|foram|já foi|está)(?: \w+){{0,2}} (?:atribuíd|ocupad|aceite)\w*",
        rf"{_POST}\b[^.;]{{0,40}} (?:ficou|ficaram|coube|já era)\b",
        r"já (?:arranjámos|contratámos|contratamos|encontrámos|encontramos|temos|foi contratad[oa])\b[^.]{0,40}",
    ),
    Reason.CANCELLED: says(
        rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:cancelad|anulad|extint|retirad|desfeit)[oa]s?\b",
        (
            r"(?:cancel|anul|extin|retir)\w*(?: \w+)? (?:a|o|as|os|esta|este|todas as)(?: \w+){0,2}"
            rf" (?:{_POST}|{_SEARCH})\b"
        ),
        rf"{_POST}\b[^.;]{{0,30}} (?:caiu|deixou de existir|não vai existir|já não existe|sem efeito)",
        rf"(?:decidi\w+|resolve\w+|determinad[oa]) não preencher[^.]{{0,30}}{_POST}",
        rf"cessação d[oa] {_SEARCH}",
        r"não (?:vamos|iremos|vai)(?: \w+){0,2} contratar (?:ninguém|mais ninguém)",
        rf"{_SEARCH}\b[^.;]{{0,40}} encerrad[oa] sem contratação",
    ),
    Reason.PAUSED: says(
        rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:congelad|suspens|adiad|pausad)[oa]s?\b",
        rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,40}} em pausa\b",
        (
            r"(?:congel|suspend|paus|adi|mandou parar)\w*(?: \w+)? (?:a|o|as|os|esta|este|todas as)(?:"
            rf" \w+)? (?:{_POST}|{_SEARCH})"
        ),
        "hiring freeze",
    ),
    Reason.OTHER_CANDIDATES: says(
        rf"(?:foi|foram) (?:escolhid|selecc?ionad|contratad|aprovad|nomead)[oa]s? (?:(?:um|uma) )?{_OTHER}\b",
        rf"{_CHOSE}\b(?: \w+){{0,4}} {_OTHER}\b",
        rf"{_CHOSE}\b(?: \w+){{0,4}} {_PEOPLE}\b[^.]{{0,20}} (?:com|que|cuj[oa]|mais|já|de) ",
        (
            rf"(?:{_OTHER}|out?ras? moça|outro rapaz)\b[^.]{{0,40}} (?:escolhid|selecc?ionad|contratad|aceit"
            r"|mais próxim|mais alinhad)\w*"
        ),
        rf"{_CHOSE}\b(?: \w+){{0,3}} (?:um|uma|a|o) (?:colega|candidat[oa]|pessoa|finalista|servidora?)\b",
        rf"{_PEOPLE}\b[^.]{{0,40}} (?:correspondem? melhor|mais (?:alinhad|próxim|experient)\w*|melhor encaixe)",
        r"(?:vamos|vou) (?:pôr|ficar com) (?:a )?outr[oa]\b",
    ),
    Reason.NOT_QUALIFIED: says(
        (
            r"não (?:\w+ )?(?:atende|reúne|reune|cumpre|preenche|satisfaz|obteve|obtiveste|possui"
            rf"|tem)\b[^.]{{0,40}}{_NEED}"
        ),
        (
            r"(?:perfil|currículo|experiência|candidatura)\b[^.]{0,30} não (?:corresponde|se adequa|se"
            " ajusta|é aderente|atende)"
        ),
        r"(?:classificação|média|nota|pontuação)\b[^.;]{0,30} inferior",
        r"(?:excluíd|eliminad|desclassificad)[oa]\b[^.;]{0,60} por (?:não|ter)",
        r"(?:falta|faltam|faltou|faltaram)\b[^.]{0,40} (?:experiência|anos|formação|licenciatura|habilitações)",
        r"(?:não passou|não passaste|não atingiu|ficou abaixo)\b",
        r"(?:qualificações|experiência|habilitações) a mais\b|sênior demais|muito aquém",
    ),
}
REAPPLY = (
    says(rf"{_AGAIN}(?:[^.]{{0,50}}?\b| ){_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,50}}?\b{_AGAIN}"),
)
NUMBERS = {
    **{word: number for number, word in enumerate(_COUNT, 2)},
    **dict.fromkeys(("um", "uma"), 1),
    "duas": 2,
    "meio": 0.5,
    "dezoito": 18,
    "vinte e quatro": 24,
}
MONTHS = {"mês": 1, "mes": 1, "meses": 1, "ano": 12, "anos": 12, "semana": 0.25, "semanas": 0.25}
SPANS = {"próximo ano": 12, "ano que vem": 12, "para o ano": 12, "próximo semestre": 6, "semestre que vem": 6}
