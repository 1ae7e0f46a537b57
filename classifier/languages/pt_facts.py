"""How Portuguese job mail names the position and the employer, in Portugal, Brazil and Africa."""

from classifier.languages.patterns import (
    END_IN_SUBJECT,
    END_OF_TITLE,
    NAME,
    TITLE,
    all_of,
    companies_after,
    either,
)
from classifier.languages.saying import Saying

_POST = either(
    *("vaga", "posição", "função", "funções", "cargo", "posto", "lugar", "categoria", "oportunidade", "oferta"),
    "horário",
)
_APPLY = either(
    *(r"candidat(?:ura|uras|ou|aste|ado|ada|ar|e)(?:-(?:se|te|me))?", "inscrição", "inscrições", "inscrito"),
    "inscrita",
    *("inscrever", "inscreveu", "concorrer", "concorreu", "currículo"),
)
_SEARCH = either(
    *("processo(?: seletivo)?(?: simplificado)?", "processo de (?:recrutamento|seleção)", "recrutamento", "seleção"),
    *("procedimento(?: concursal)?(?: comum)?", "concurso", "convocatória", "convite para (?:uma )?entrevista"),
)
_MONTH = either(
    *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro"),
    *("novembro", "dezembro"),
)
# "Técnico em Enfermagem" and "Especialista em Crédito" are titles whole; "Rececionista em Lisboa" is not.
_NO_FIELD = "(?<!cnico)(?<!cnica)(?<!alista)(?<!tágio)(?<!nheiro)(?<!nheira)(?<!essor)(?<!essora)(?<!ultor)(?<!ultora)"
_END = either(
    r"(?=\s+"
    + either(
        *("n[oa]s?", "junto", "d[oa]s? (?:noss[oa]|vosso|empresa|Grupo|Banco|Hospital|Câmara)", "que", "foi", "está"),
        "é",
        *("para (?:a|o|as|os|noss[oa]|trabalhar|integrar)", "com", "conforme", "cuj[oa]", "não", "já", "ficou", "se"),
        *("aqui", "connosco", "conosco", "publicad[oa]", "anunciad[oa]", "e(?= [a-zà-ú]|,)", "em nossa", "em nosso"),
        "por",
        *("através", "ref", "refª", "avan[cç]\\w+", "mudou", "passou", "continua", "segue", "tem", "recebeu", "teve"),
        *("desde", "será", "vai", "seguiremos", "decidimos", "pela", "pelo", "ao", "à", "às"),
        f"de {_MONTH}",
    )
    + r"\b)",
    rf"{_NO_FIELD}(?=\s+em\b)",
    f"(?={END_OF_TITLE})",
)
_SUBJECT_END = either(r"(?=\s+n[oa]s?\b)", rf"{_NO_FIELD}(?=\s+em\b)", f"(?={END_IN_SUBJECT})")
_PROFESSION = either(
    *("Analista", "Técnic[oa]", "Enfermeir[oa]", "Engenheir[oa]", "Assistente", "Auxiliar", "Gestora?", "Gerente"),
    *("Diretora?", "Consultora?", "Operadora?", "Motorista", "Professora?", "Educadora?", "Rececionista"),
    *("Recepcionista", "Vendedora?", "Cozinheir[oa]", "Contabilista", "Advogad[oa]", "Desenvolvedora?"),
    *("Programadora?", "Coordenadora?", "Supervisora?", "Especialista", "Designer", "Farmacêutic[oa]", "Psicólog[oa]"),
    *("Médic[oa]", "Redatora?", "Estagiári[oa]", "Eletricista", "Soldadora?", "Costureir[oa]", "Formadora?"),
    *("Chefe de", "Agente", "Oficial", "Animadora?", "Treinadora?", "Biomédic[oa]", "Maquinista", "Carteir[oa]"),
    "Cenógraf[oa]",
    *("Comercial", "Administrativ[oa]", "Secretári[oa]", "Arquitet[oa]", "Jornalista", "Investigadora?"),
    "Bibliotecári[oa]",
)

ROLE_HINT = Saying(
    rf"(?i)\b(?:{_POST}|{_APPLY}|processo|recrutamento|procedimento|concurso|entrevista|estágio"
    r"|trabalhar|como|seleção|outr[ao])\b"
)
ROLES = all_of(
    (
        rf"(?i:\b{_POST}(?: aberta| disponível| em aberto)?(?: de| para| como| d[ao])(?: uma?)?) "
        rf"[\"“«]?{TITLE}{_END}"
    ),
    rf"(?i:\b{_POST})(?::| [-–])? {{1,2}}[\"“«]?{TITLE}{_END}",
    rf"(?i:\b{_APPLY})(?: (?i:espontânea))? (?i:a|para|como|como uma?|ao lugar de|ao cargo de) {TITLE}{_END}",
    rf"(?i:\b{_SEARCH}) (?i:para|de|para a contratação de|para o recrutamento de)(?: uma?)? {TITLE}{_END}",
    rf"(?i:\boutr[ao] (?:pessoa|candidat[oa]|perfil|colega) para) {TITLE}{_END}",
    rf"(?i:\btrabalhar (?:connosco |conosco )?como) {TITLE}{_END}",
)
ROLES_IN_SUBJECT = all_of(
    (
        rf"(?i:\b(?:{_APPLY}|{_SEARCH}|{_POST}))(?i: \(?n?\.?º?[\d/]{{3,12}}\)?)?"
        rf"(?:\s?:|\s[-–]|(?i: a| para| de| como| d[ao]| à (?:vaga|função|posição) de| ao (?:lugar|cargo) de))? "
        rf"[\"“«]?{TITLE}{_SUBJECT_END}"
    ),
    rf"^\s?[-–:]\s{{1,2}}{TITLE}{_SUBJECT_END}",  # what is left of "Vaga 48812 - Enfermeiro"
    rf"^(?:(?i:re|resposta|retorno|enc):? (?:[-–] )?)?(?P<role>{_PROFESSION}\b[^.,;:!?\n]{{0,60}}?){_SUBJECT_END}",
)
GENERIC_TITLES = Saying(
    (
        "(?i)(?:(?:a|o|as|os|uma?|d[ao]|est[ae]|su[ao]|tu[ao]|noss[ao]|outr[ao]|nov[ao]|próxim[ao]"
        "|mesm[ao]|referid[ao]) ){0,3}"
    )
    + either(
        *("vaga", "posição", "função", "cargo", "lugar", "emprego", "trabalho", "candidatura", "processo", "equipa"),
        *("equipe", "time", "empresa", "recrutamento", "entrevista", "estágio", "status", "estado", "retorno"),
        "resposta",
        *("oportunidade", "trabalhar", "receção", "confirmação", "atualização", "prova", "resultado", "seletivo"),
        "fase",
        *("espontânea", "recebida", "registada", "encerrada", "duplicada", "confirmada", "mestrado", "bolsa"),
        "doutoramento",
    )
    + r"\b.{0,12}"
)
NO_TITLES = Saying(
    r"(?i)\b"
    + either(
        *("você", "vocês", "nós", "noss[ao]s?", "su[ao]s?", "seus?", "teus?", "tuas?", "te", "lhe", "não"),
        "obrigad[ao]",
        *("agradecemos", "infelizmente", "candidaturas?", "candidat[ao]s?", "entrevistas?", "feedback", "decisão"),
        *("empresa", "recebemos", "foi", "será", "lda", "ltda", "crédito (?:pessoal|habitação)", "bolsas?", "mestrado"),
        *("creche", "visto", "estacionamento", "curso", "congresso", "segunda-feira", "obrigado", "prezad[ao]", "olá"),
        *(r"rejeit\w+", r"recus\w+", r"procura\w*", "quer", "est[áã]o?", "é", "são", "faz", "vai", "precisa-se"),
        *("conhecimentos", "avaliação", "currículo", "cv", "inscriç(?:ão|ões)", "documentação", "talentos"),
    )
    + r"\b"
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
SIGNED_BY = (
    Saying(rf"(?i:(?:[ao] )?{_TEAM}(?: de [\w ]{{2,40}}?)?(?: d[oa]s?| n[oa]s?| @| [-–|]))\s(?P<company>{NAME})[.!]?"),
    Saying(rf"(?i:(?:[ao] )?(?:rh|recrutamento|carreiras|equip[ae] de recrutamento))\s(?P<company>{NAME})[.!]?"),
    Saying(rf"(?i:.{{0,40}}\b{_JOB}\b.{{0,30}}?)\s?(?: n[oa]| @|\||,| [-–])\s(?P<company>{NAME})"),
    Saying(rf"(?P<company>{_HOUSE} {NAME}|{_HOUSE} (?:d[aeo]s?|para) {NAME})"),
    Saying(rf"^(?P<company>{NAME},? (?:Unipessoal,? )?(?:Lda|Ltda|S\.? ?A|SA|SGPS|EIRELI|E\.P\.E)\.?)"),
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
    *(r"(?:direção|departamento|unidade|divisão|serviços?|área|setor|secretaria|plataforma|portal|zona)\b.{0,60}",),
    *(r"(?:diretoria|administração|gerência|coordenação|presidência|executivo|reitoria|chefia)\b.{0,60}",),
    *(r"(?:processo|candidatura|inscrição|inscrições|resultado|prova|teste)\b.{0,60}",),
    *(r"(?:rua|avenida|praça|mestrado|curso|programa|concurso|procedimento|doutoramento|edital|linha|aviso)\b.{0,60}",),
    r"(?:comissão|conselho|comité|painel|banco de talentos|rede|internet|whatsapp|instagram)\b.{0,40}",
    "atenciosamente",
    *("cumprimentos", "obrigad[oa]", "lgpd", "rgpd", "clt", "pj", "cv", "uti", "bi", "brasileir[oa]", "portugu[eê]s"),
)
