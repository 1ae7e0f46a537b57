"""What Portuguese job mail says, in Portugal, Brazil and Africa: each pattern does its work, and does not do more."""

import time

import pytest

from classifier.details import details_of
from classifier.message import parse
from classifier.reading import Details, Fact, Formality, Reason, Stage

CAP = 3000


def details(text: str, *, sender: str = "RH <rh@acme.example>", subject: str = "A sua candidatura") -> Details:
    head = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return details_of(parse((head + text).encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Obrigado pela entrevista da semana passada.",
        "Depois da entrevista com o gestor, seguimos com outra pessoa.",
        "Agradecemos a disponibilidade para a entrevista em Lisboa.",
        "Obrigado por ter participado da dinâmica presencial na última quinta-feira.",
        "Agradecemos a aula que deu aos nossos alunos.",
        "Foi um gosto recebê-la e mostrar-lhe a casa.",
        "Foi muito bom te conhecer na semana passada.",
        "Obrigada por teres vindo ao nosso escritório.",
        "Agradeço o senhor ter vindo até a garagem.",
        "Na sequência das entrevistas, o júri decidiu não propor a contratação.",
        "Agradecemos a entrevista realizada com a Enf.ª Chefe.",
    ],
)
def test_an_interview_that_took_place_is_seen(sentence: str) -> None:
    found = details(sentence)
    assert (found.stage, found.stage_evidence) == (Stage.INTERVIEWED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Obrigada pela conversa por telefone na terça-feira.",
        "Foi um prazer conversar com você na semana passada.",
        "Obrigado pela entrevista telefónica de ontem.",
        "Obrigado pela entrevista por videochamada.",
        "Gostámos muito da conversa contigo.",
        "Obrigada por teres falado connosco.",
    ],
)
def test_a_talk_is_not_taken_for_an_interview(sentence: str) -> None:
    assert details(sentence).stage is Stage.SPOKEN


@pytest.mark.parametrize(
    "sentence",
    [
        "Gostaríamos de a convidar para uma entrevista.",
        "Se for selecionado para a fase de entrevistas, ligamos-lhe.",
        "Infelizmente não foi selecionada para entrevista.",
        "A sua candidatura não reúne as condições para passar à fase de entrevista.",
        "Os candidatos pré-selecionados serão contactados para entrevista.",
        "A entrevista de quinta-feira será confirmada por e-mail.",
        "Infelizmente temos de adiar a entrevista de amanhã.",
        "Entrevistámos outros candidatos com mais experiência.",
        "Obrigado pela entrevista por vídeo que gravaste.",
        "Não foste colocada na primeira chamada.",
        "Obrigada por teres visitado o nosso site.",
        "Nesta edição: o que aprender depois da entrevista.",
        "Seria um prazer conhecê-lo.",
        "Teremos uma conversa consigo quando houver novidades.",
    ],
)
def test_what_did_not_take_place_is_not_claimed(sentence: str) -> None:
    assert details(sentence).stage is Stage.APPLIED


def test_a_meeting_with_the_team_is_only_claimed_when_the_mail_says_so() -> None:
    assert details("Obrigado por teres vindo conhecer a equipa na terça-feira.").met_team
    assert not details("Gostaríamos de o convidar para conhecer a equipa.").met_team
    assert not details("A nossa equipa vai analisar a sua candidatura.").met_team


@pytest.mark.parametrize(
    ("text", "formality"),
    [
        ("Obrigado por teres enviado o teu currículo.", Formality.FAMILIAR),
        ("Obrigada por você ter participado do nosso processo.", Formality.FAMILIAR),
        ("Oi, Bruna! Recebemos seu currículo, obrigado.", Formality.FAMILIAR),
        ("Agradeço o senhor ter vindo.", Formality.FORMAL),
        ("Exma. Senhora,\n\nAgradecemos a sua candidatura.", Formality.FORMAL),
        ("Cara Dra. Lage,\n\nAgradecemos a sua candidatura.", Formality.FORMAL),
        ("Agradecemos desde já a atenção que nos dispensou.", None),
        ("Não temos vagas em TI nem em TE neste momento.", None),
        ("Cara Bruna,\n\nobrigado pela tua candidatura, gostámos do teu perfil e de ti.", Formality.FAMILIAR),
        ("Prezada Bruna,\n\nfoi um prazer conversar com você sobre a sua carta.", Formality.FAMILIAR),
    ],
)
def test_tu_and_voce_are_familiar_and_the_third_person_of_lisbon_is_not(text: str, formality: Formality | None) -> None:
    found = details(text)
    assert (found.language, found.formality) == ("pt", formality)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A vaga foi entretanto preenchida.", Reason.FILLED),
        ("A vaga já foi preenchida por outro candidato.", Reason.FILLED),
        ("O lugar já foi ocupado.", Reason.FILLED),
        ("O recrutamento foi anulado por razões orçamentais.", Reason.CANCELLED),
        ("A vaga foi cancelada pela diretoria.", Reason.CANCELLED),
        ("A vaga caiu com a mudança de estratégia.", Reason.CANCELLED),
        ("O processo seletivo está suspenso.", Reason.PAUSED),
        ("A vaga foi congelada.", Reason.PAUSED),
        ("Decidimos avançar com outros candidatos.", Reason.OTHER_CANDIDATES),
        ("A nossa escolha recaiu sobre outra candidata.", Reason.OTHER_CANDIDATES),
        ("Informamos que foi seleccionado outro candidato.", Reason.OTHER_CANDIDATES),
        ("Optamos por seguir com pessoas que têm mais experiência.", Reason.OTHER_CANDIDATES),
        ("O seu perfil não corresponde ao que procuramos.", Reason.NOT_QUALIFIED),
        ("Você não atende aos requisitos da vaga.", Reason.NOT_QUALIFIED),
        ("Foi excluída por ter obtido classificação inferior a 9,5 valores.", Reason.NOT_QUALIFIED),
        ("Se a vaga for preenchida, avisamos por e-mail.", None),
        ("Caso a vaga seja cancelada, dizemos-lhe.", None),
        ("Ainda não decidimos avançar com outros candidatos.", None),
        ("Candidatos que não atendam aos requisitos serão eliminados.", None),
        ("Leia como responder quando a vaga já foi preenchida.", None),
        ("Desejamos-lhe muito sucesso.", None),
    ],
)
def test_a_reason_is_read_where_it_is_decided_and_not_where_it_is_open(text: str, reason: Reason | None) -> None:
    assert details(text).reason is reason


@pytest.mark.parametrize(
    ("text", "when", "months"),
    [
        ("Pode voltar a candidatar-se dentro de três meses.", "dentro de três meses", 3),
        ("Você pode se candidatar novamente daqui a 6 meses.", "daqui a 6 meses", 6),
        ("Volta a candidatar-te no próximo ano.", "no próximo ano", 12),
        ("Você pode participar de novo no ano que vem.", "no ano que vem", 12),
        ("Volte a tentar a partir de setembro.", "a partir de setembro", None),
        ("Daqui a um ano candidata-te outra vez.", "Daqui a um ano", 12),
        ("O seu CV será eliminado dentro de seis meses.", None, None),
        ("Volte a candidatar-se quando quiser.", None, None),
    ],
)
def test_when_to_try_again_is_told_in_the_mails_own_words(text: str, when: str | None, months: int | None) -> None:
    found = details(text)
    assert (value(found.reapply), found.reapply_months) == (when, months)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Por favor, não responda a este e-mail."),
        ("unattended", "Esta caixa de correio não é monitorada."),
        ("unattended", "Favor não responder."),
        ("unattended", "Este e-mail foi gerado automaticamente."),
        ("invites_reply", "Qualquer dúvida, é só responder a este e-mail."),
        ("invites_reply", "Se tiver alguma questão, fique à vontade para me escrever."),
        ("invites_reply", "Ficamos à disposição."),
        ("invites_reply", "Se quiseres falar sobre isto, responde a este e-mail."),
        ("declines_feedback", "Não nos é possível dar feedback individual."),
        ("declines_feedback", "Por confidencialidade, não podemos facultar os motivos da decisão."),
        ("declines_feedback", "Devido ao volume, não conseguimos fornecer retorno individualizado."),
        ("gives_feedback", "Faltou experiência com sistemas distribuídos."),
        ("gives_feedback", "O principal motivo foi o nível de inglês."),
        ("gives_feedback", "Ainda te faltam uns anos de produção."),
        ("keeps_on_file", "Guardaremos o seu CV na nossa base de dados."),
        ("keeps_on_file", "Seu currículo continuará em nosso banco de talentos."),
        ("keeps_on_file", "Fico com o seu contacto para o verão."),
        ("advises", "Sugeria que apostasses mais na parte técnica."),
        ("advises", "Uma dica: treine com casos reais."),
        ("advises", "Podes trabalhar um pouco mais a apresentação."),
        ("encourages", "Volte a candidatar-se no próximo ano."),
        ("encourages", "Gostámos muito da tua forma de explicar o caso."),
        ("encourages", "Você tem muito potencial."),
    ],
)
def test_a_sentence_about_answers_or_files_is_quoted_whole(name: str, sentence: str) -> None:
    assert getattr(details(f"Obrigado pelo tempo. {sentence} Muito sucesso."), name) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Não respondeu ao nosso convite."),
        ("invites_reply", "Não responda a este e-mail; em caso de dúvidas, fale connosco no portal."),
        ("invites_reply", "Não temos dúvidas de que terá sucesso."),
        ("declines_feedback", "Não foi possível contratar por razões orçamentais."),
        ("gives_feedback", "Se quiser, podemos dar feedback: faltou pouco."),
        ("gives_feedback", "Gostaria que nos desse o seu feedback sobre o processo."),
        ("keeps_on_file", "O seu CV será eliminado da nossa base de dados."),
        ("keeps_on_file", "Não guardamos candidaturas em base de dados."),
        ("advises", "Recomendamos verificar a caixa de spam."),
        ("advises", "Você pode considerar esta mensagem como resposta final."),
        ("advises", "O conselho de administração decidiu assim."),
        ("encourages", "Incentivamos a acompanhar as nossas vagas."),
        ("encourages", "Agradecemos o incentivo."),
        ("encourages", "Pode voltar a candidatar-se a partir de setembro."),
    ],
)
def test_what_only_resembles_such_a_sentence_is_not_quoted(name: str, sentence: str) -> None:
    assert getattr(details(f"Obrigado pelo tempo. {sentence} Muito sucesso."), name) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Agradecemos a candidatura à vaga de Enfermeiro(a) de Bloco Operatório no hospital.",
            "Enfermeiro(a) de Bloco Operatório",
        ),
        ("Obrigado por te teres candidatado a Engenheiro de Software na Cardume.", "Engenheiro de Software"),
        ("Sua inscrição para Analista de Dados Pleno foi recebida.", "Analista de Dados Pleno"),
        ("O processo seletivo para Técnico em Enfermagem foi encerrado.", "Técnico em Enfermagem"),
        ("A sua candidatura para Rececionista em Lisboa foi recebida.", "Rececionista"),
        ("Obrigado pelo interesse na posição R-0099123 Engenheiro de Confiabilidade.", "Engenheiro de Confiabilidade"),
        ("Decidimos avançar com outra pessoa para Product Designer.", "Product Designer"),
        ("Não temos nenhuma vaga que se adeque ao seu perfil.", None),
        ("Agradecemos a sua candidatura ao Mestrado em Gestão.", None),
        ("Infelizmente não temos vaga para o Tomé.", None),
        ("Podes substituir-me na entrevista do Nuno?", None),
        ("O seu pedido de lugar de estacionamento foi recusado.", None),
    ],
)
def test_a_role_is_named_without_its_marks_and_place(text: str, role: str | None) -> None:
    assert value(details(text).role) == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Candidatura a Consultor Júnior", "Consultor Júnior"),
        ("Processo seletivo - Motorista Carreteiro", "Motorista Carreteiro"),
        ("Operador(a) de Caixa - Matosinhos", "Operador(a) de Caixa"),
        ("Vaga 48812 - Desenvolvedor Back-end Jr", "Desenvolvedor Back-end Jr"),
        ("Treinador rejeita proposta", None),
        ("Entrevista Nuno / Vasco", None),
        ("Atualização da sua candidatura", None),
        ("Processo de nacionalidade", None),
    ],
)
def test_a_subject_names_the_role_or_none(subject: str, role: str | None) -> None:
    assert value(details("Bom dia, ainda não há decisão.", subject=subject).role) == role


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Obrigado pelo interesse em trabalhar na Brisamar.", "Brisamar"),
        ("Agradecemos a candidatura à vaga de Analista no Banco Herdeiro.", "Banco Herdeiro"),
        ("Agradecemos a candidatura espontânea ao Grupo Ferrolusitano.", "Grupo Ferrolusitano"),
        ("A direção do Colégio do Sobreiro agradece a sua candidatura.", "Colégio do Sobreiro"),
        ("Obrigado por querer fazer parte da equipa da Fontelha.", "Fontelha"),
        ("Agradecemos a entrevista na Segunda-feira.", None),
        ("A vaga é no Porto, com deslocações.", None),
        ("Em nome da Direção de Recursos Humanos, obrigado.", None),
        ("Agradecemos a inscrição no Processo Seletivo 12/2025.", None),
    ],
)
def test_an_employer_is_no_city_day_or_department(text: str, company: str | None) -> None:
    assert value(details(text, sender="Rui <rui.canaliza@gmail.com>", subject="Resposta").company) == company


@pytest.mark.parametrize(
    ("signature", "person"),
    [
        ("Com os melhores cumprimentos,\nMargarida Távora\nDiretora de Recursos Humanos", "Margarida Távora"),
        ("Um abraço,\nTomás", "Tomás"),
        ("Com estima,\nIr. Maria do Carmo Teles\nDiretora Pedagógica", "Ir. Maria do Carmo Teles"),
        ("Atenciosamente,\nProf. Dr. Ricardo Tenório", "Prof. Dr. Ricardo Tenório"),
        ("A Chefe de Divisão,\nLucinda Raposo", "Lucinda Raposo"),
        ("Cordialmente,\nPelo Conselho,\nAmadeu Lobato", "Amadeu Lobato"),
        ("Atenciosamente,\nEquipe de Atração de Talentos", None),
        ("Melhores cumprimentos,\nRecursos Humanos", None),
        ("Com carinho,\nColégio Araras", None),
        ("Obrigado, Maria, pela conversa.", None),
        ("Muito sucesso, Bruna!", None),
    ],
)
def test_only_a_person_who_signed_is_named(signature: str, person: str | None) -> None:
    assert value(details(f"Seguimos com outra pessoa.\n\n{signature}\n").person) == person


@pytest.mark.parametrize(
    ("sender", "person"),
    [
        ("Tomás da Fluvial <tomas@fluvial-app.example>", None),
        ("Tomás da Silva <tomas@fluvial-app.example>", "Tomás da Silva"),
        ("Maria do Carmo Teles <mcteles@fluvial-app.example>", "Maria do Carmo Teles"),
    ],
)
def test_the_firm_behind_a_first_name_is_no_surname(sender: str, person: str | None) -> None:
    assert value(details("Seguimos com outra pessoa.", sender=sender).person) == person


def test_a_number_is_the_positions_and_not_the_applications() -> None:
    assert value(details("Bom dia.", subject="Gestor de Sinistros (ref. 2025/311)").requisition) == "2025/311"
    assert details("Confirmamos a sua inscrição nº 4471.").requisition is None


@pytest.mark.parametrize(
    "piece", ["se ", "vaga de A", "entrevista ", "caso ", "Com os melhores ", "não ", "a sua ", "da "]
)
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    details("Olá.")
    began = time.perf_counter()
    details(piece * (CAP // len(piece)) + "\nCumprimentos,\n" + piece * 50, subject=piece * 100)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "introduction",
    [
        "No dia 5/02/2026, às 10:00, Bruna Lage <bruna@mailhaven.test> escreveu:",
        "Em qui., 5 de fev. de 2026 às 09:12, Bruna Lage <bruna@mailhaven.test> escreveu:",
        "A 5 de fevereiro de 2026, 10:02, Bruna Lage escreveu:",
        "Às 10:02 de 05/02/2026, Bruna Lage escreveu:",
        "Bruna Lage <bruna@mailhaven.test> escreveu no dia quinta, 5/02/2026 à(s) 10:02:",
        "---------- Mensagem reencaminhada ----------",
        "Início da mensagem reencaminhada:",
        "De: Bruna Lage\nEnviada em: quinta-feira, 5 de fevereiro de 2026 10:02\nPara: RH\nAssunto: Candidatura",
    ],
)
def test_what_a_mail_program_of_lisbon_or_sao_paulo_quotes_is_no_news(introduction: str) -> None:
    found = details(f"Olá, mais logo digo algo.\n\n{introduction}\n\nObrigada pela entrevista de ontem na Outracasa.\n")
    assert (found.stage, value(found.company)) == (Stage.APPLIED, "Acme")


@pytest.mark.parametrize(
    "line",
    [
        "A vaga 12 tem três requisitos:",
        "Às 10:00 de segunda-feira traga:",
        "A Bruna escreveu:",
        "No dia 5 de fevereiro, pelas 10h, traga os documentos:",
    ],
)
def test_ordinary_lines_with_a_time_and_a_colon_are_no_quotation(line: str) -> None:
    text = f"Olá,\n\n{line}\n\nA vaga foi cancelada."
    assert details(text).reason is Reason.CANCELLED


def test_an_address_of_respect_does_not_end_a_sentence() -> None:
    sentence = "Notifica-se V. Exa. Dra. Bruna Lage de que a vaga foi cancelada."
    assert details(f"Bom dia. {sentence} Obrigado.").reason_evidence == sentence
