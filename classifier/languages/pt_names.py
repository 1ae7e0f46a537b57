"""Who signs Portuguese job mail: the words by which a person, a position, a team and a house are told apart."""

NO_NAMES = (
    *("equip[ae]", "recrutamento", "seleção", "selecção", "recursos", "humanos", "gestão", "pessoas", "direc?ção"),
    *("departamento", r"candidat\w*", "vagas", "atração", "comissão", "júri", "secretaria", "secretariado"),
    *("serviços?", "câmara", "prefeitura", "universidade", "faculdade", "escola", "colégio", "clínica", "grupo"),
    *("fundação", "associação", "atendimento", "obrigad[oa]", "atenciosamente", "cumprimentos", "abraços?"),
    *("enviado", "meu", "minha", "noss[oa]", "gerência", "administração", "diretoria", "coordenação", "conselho"),
    *("carreiras", "gente", "capital", "imobiliária", "pastelaria", "restaurante", "hotel", "lda", "ltda"),
    *("farmácia", "transportes", "construções", "seguros", "editora", "livraria", "museu", "companhia", "processo"),
    *("portal", "notificações", "mensagem", "automática", "de recursos", "sistemas?", "não", "responda", "olá"),
    *("bom", "boa", "chefe", "prezad[oa]", "car[oa]", "estimad[oa]", "engenharia", "tecnologia", "logística"),
    "energia",
)
FUNCTIONS = (
    *("gestora?", "diretora?", "coordenador", "analista", "responsável", r"técnic[oa]\b", "gerente"),
    *(r"sóci[oa]\b", "presidente", "chefe", r"consultora?\b", "recrutador", "assistente", "encarregad"),
    *("fundador", "headhunter", "professora?", "proprietári", "supervisor", "especialista", "secretári"),
    *(r"don[oa]\b",),
)
POSITIONS = (
    *("gestor", "diretor", "coordenador", "analista", "responsável", "técnic", "gerente", r"sóci[oa]\b"),
    "presidente",
    *("chefe d", "consultor", "advogad", "engenheir", "assistente", "psicólog", r"\brh\b", r"\br&s\b"),
    "recrutador",
)
TEAM_WORDS = (
    *("gente",),
    *("recrutamento(?: e seleção)?(?: d[ao]s?)?", "recursos humanos(?: d[ao]s?)?", "rh", "rrhh", "gente e gestão"),
    *("gente & gestão", r"gestão de (?:pessoas|talentos?)(?: d[ao]s?)?", "talentos", "carreiras", "vagas"),
    "emprego",
    *("candidaturas", "portal do candidato", r"equip[ae](?: de (?:recrutamento|seleção|talentos))?(?: d[ao]s?)?"),
    *("atração de talentos", "processo seletivo", "trabalhe conosco", "capital humano", "oportunidades"),
    "time(?= )",
    *(
        "departamento de(?= recursos)",
        "direção de pessoas",
        "não responda",
        "nao responda",
        "notificações",
        "calendário",
    ),
)
ORGANISATIONS = (
    *("talho", "mercearia", "creche", "consultório", "misericórdia", "adega", "quinta", "herdade", "vinhos"),
    *("conservas", "lacticínios", "metalúrgica", "siderúrgica", "têxteis", "confecções", "cerâmica"),
    *("gráfica", "papelaria", "supermercado", "atacadista", "distribuidora", "fábrica", "hotéis", "pousada"),
    *("churrascaria", "lanchonete", "caixa", "seguradora", "escritório", "contabilidade", "ótica"),
    *("pizzaria", "cafetaria"),
    *("município", "unidade local de saúde", "laticínios", "supermercados", "embalagens", "oficina"),
    *("rede", "vinhas", "grupo", "construtora", "transportes", "indústrias", "padaria", "pastelaria"),
    *("restaurante", "clínicas?", "hospitais", "santa casa", "junta", "agência", "consultores"),
    *("advogados", "sociedade", "cerâmicas", "seguros"),
    *("universidade", "faculdade", "hospital", "hotel", "câmara municipal", "prefeitura", "junta de freguesia"),
    *("banco", "clínica", "instituto", "fundação", "escola", "colégio", "agrupamento", "museu", "cooperativa"),
    *("associação", "farmácia", "livraria", "editora", "imobiliária", "laboratórios?", "companhia", "centro"),
)
DEPARTMENTS = (
    *("filial", "sucursal", "delegação", "polo", "núcleo", "divisão"),
    *("departamento", "direção", "divisão", "serviços?", "unidade", "gabinete", "secretaria", "setor", "comissão"),
    *("faculdade d[aeo]", "escola d[aeo]", "coordenação", "diretora?", "chefe", "gerente", "professora?"),
    "telefone",
    *("telemóvel", "tlm", "rua", "avenida", "andar", "coordenadora?", "responsável", "técnic[oa]", "analista"),
)
