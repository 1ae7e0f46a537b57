"""How Portuguese job mail names the position and the employer, in Portugal, Brazil and Africa."""

from classifier.languages.patterns import COMPANY, NAME, all_of, companies_after, either
from classifier.languages.saying import Saying

_MONTH = either(
    *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro"),
    *("novembro", "dezembro"),
)


_PLACE = either(
    *("vaga", "posição", "função", "cargo", "posto", "oportunidade", "processo", "entrevista", "carreira", "estágio"),
    *("trabalhar", "emprego", "equipa", "equipe", "interesse", "candidatura", "candidatou", "candidatado"),
    "candidatada",
    *("candidatar", "inscrição", "recrutamento", "lugar", "conversa", "participação", "colaborar"),
)
_HOUSE = either(
    *("Hospital", "Hotel", "Universidade", "Câmara Municipal", "Prefeitura", "Banco", "Clínica", "Instituto"),
    "Fundação",
    *("Escola", "Colégio", "Grupo", "Editora", "Museu", "Agrupamento", "Junta de Freguesia", "Companhia"),
    "Cooperativa",
    *("Farmácia", "Livraria", "Imobiliária", "Centro", "Faculdade", "Associação", "Santa Casa", "Seguros", "Conservas"),
)
COMPANY_HINT = Saying(r"\b(?i:n[oa]s?|pel[oa]|com|d[oa]s?|[ao]|à|ao|integrar) [A-Z0-9À-Þ]")
COMPANIES = companies_after(
    rf"{_PLACE}\b[^.!?\n]{{0,110}}? (?:n[oa]|junto d[oa]|aqui n[oa]) ",
    r"fazer parte d(?:a|o|a equipa d[oa]|a equipe d[oa]|o time d[oa]|o time|a família) ",
    r"(?:integrar|integrares|se juntar|juntar-se|juntares-te) (?:a|o|à|ao)(?: (?:equipa|equipe|time) d[oa])? ",
    r"interesse (?:demonstrado |manifestado )?(?:n[oa]|pel[oa]|em trabalhar n[oa]|em integrar [oa]) ",
    r"candidat(?:ura|ar-se|ou|aste|ado|ada)(?: espontânea)? (?:à|ao) ",
    r"em nome d[oa] ",
    r"(?:a|n[ao]|pela) (?:nossa )?empresa ",
)
COMPANIES += all_of(rf"\b(?i:direção|administração|gerência|conselho) d[oa] (?P<company>{_HOUSE} (?:d[aeo]s? )?{NAME})")
COMPANIES_MAYBE = companies_after(r"(?:aqui|nós|equipa|equipe|time|recrutamento) (?:n[oa]|d[oa]) ", "time ")

_TEAM = either(
    *("equip[ae]", "time", "departamento", "direção", "gestão", "recrutamento", "recursos humanos", "rh", "talento"),
    *("carreiras", "gente e gestão", "capital humano", "seleção"),
)
_JOB = either(
    *("analista", r"gestora?", r"diretora?", r"coordenadora?", "recruiter", r"recrutadora?", "responsável", "partner"),
    *("talent", "rh", "r&s", "gerente", "consultora?", "sóci[oa]"),
)
_CITY = either(
    *("lisboa", "porto", "braga", "coimbra", "aveiro", "faro", "setúbal", "évora", "leiria", "viseu", "funchal"),
    "sintra",
    *("almada", "algarve", "alentejo", "minho", "açores", "madeira", "portugal", "brasil", "são paulo"),
    "rio de janeiro",
    *("rio", "belo horizonte", "curitiba", "porto alegre", "recife", "salvador", "fortaleza", "brasília", "campinas"),
    *("luanda", "angola", "maputo", "moçambique", "praia", "cabo verde", "madrid", "espanha", "europa", "alemanha"),
)
NO_COMPANIES = (
    _CITY,
    *("empresa", "equip[ae]", "time", "vaga", "posição", "função", "cargo", "entrevista", "processo", "candidatura"),
    *("segunda(?:-feira)?", "terça(?:-feira)?", "quarta(?:-feira)?", "quinta(?:-feira)?", "sexta(?:-feira)?", "sábado"),
    *("domingo", _MONTH, "natal", "páscoa", "verão", "primavera", "outono", "inverno", "recursos humanos", "rh"),
    *("gente", "pessoas", "talentos?", "carreiras", "candidat[ao]s?", "olá", "oi", "caros?", "caras?", "prezad[oa]s?"),
    *("recrutamento", "seleção", "gestão de \\w+", "equip[ae] de \\w+", "gente e gestão", "capital humano", "júri"),
    *(r"(?:direção|departamento|divisão|serviços?|área|setor|secretaria|plataforma|portal|zona)\b.{0,60}",),
    *(r"(?:diretoria|administração|gerência|coordenação|presidência|executivo|reitoria|chefia)\b.{0,60}",),
    *(r"(?:processo|candidatura|inscrição|inscrições|resultado|prova|teste)\b.{0,60}",),
    *(r"(?:rua|avenida|praça|mestrado|curso|programa|concurso|procedimento|doutoramento|edital|linha|aviso)\b.{0,60}",),
    r"(?:comissão|conselho|comité|painel|banco de talentos|internet|whatsapp|instagram)\b.{0,40}",
    "atenciosamente",
    *("cumprimentos", "obrigad[oa]", "lgpd", "rgpd", "clt", "pj", "cv", "uti", "bi", "brasileir[oa]", "portugu[eê]s"),
)
CLIENTS = all_of(
    rf"\b(?i:meu|nosso|do) (?i:cliente)\b(?:,? (?:a |o )?(?:grupo |empresa |firma )?{COMPANY})?",
    rf"\b(?i:a empresa) {COMPANY}",
)
