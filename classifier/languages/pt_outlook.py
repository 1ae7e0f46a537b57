"""How Portuguese job mail says when to try again."""

from classifier.languages.patterns import either, says

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
