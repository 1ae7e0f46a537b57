"""What Spanish job mail says, from Madrid to Buenos Aires: each pattern does its work, and does not do more."""

import time

import pytest

from classifier.details import details_of
from classifier.language import formality_of
from classifier.languages.es import SPANISH
from classifier.message import parse
from classifier.reading import Details, Fact, Formality, Reason, Stage

CAP = 3000


def details(text: str, *, sender: str = "RRHH <rrhh@acme.example>", subject: str = "Tu candidatura") -> Details:
    head = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return details_of(parse((head + text).encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Gracias por la entrevista del martes.",
        "Tras las entrevistas que mantuvimos contigo, nos hemos decantado por otra persona.",
        "Le agradecemos la entrevista personal que sostuvo con nuestro gerente.",
        "Muchas gracias por venir a vernos la semana pasada.",
        "Le agradecemos su visita a nuestra planta.",
        "Fue un placer conocerte en persona.",
        "Nos encantó conocerte.",
        "Gracias por acudir a la prueba en nuestra tienda.",
        "En la entrevista nos contaste cosas muy interesantes.",
        "Te agradezco que vinieras con tan poca antelación.",
        "Después de la entrevista, el comité eligió a otro candidato.",
        "Agradecemos el tiempo que nos brindó durante las entrevistas.",
    ],
)
def test_an_interview_that_took_place_is_seen(sentence: str) -> None:
    found = details(sentence)
    assert (found.stage, found.stage_evidence) == (Stage.INTERVIEWED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gracias por la charla de ayer.",
        "Fue un gusto platicar contigo la semana pasada.",
        "Te agradezco la videollamada del lunes.",
        "Gracias por la entrevista telefónica de ayer.",
        "Ha sido un placer hablar con usted por teléfono.",
        "Como te comenté ayer, hablamos por teléfono con todos los finalistas.",
    ],
)
def test_a_talk_is_not_taken_for_an_interview(sentence: str) -> None:
    assert details(sentence).stage is Stage.SPOKEN


@pytest.mark.parametrize(
    "sentence",
    [
        "Nos gustaría invitarte a una entrevista.",
        "Si tu perfil encaja, te llamaremos para una entrevista.",
        "No has sido seleccionada para la fase de entrevistas.",
        "Lamentablemente no podemos ofrecerle una entrevista.",
        "Tenemos que aplazar la entrevista del jueves.",
        "Las entrevistas se realizarán en mayo.",
        "Hemos entrevistado a varios candidatos.",
        "Esperamos conocerte pronto.",
        "Tenemos ganas de conocerte.",
        "Gracias por tu visita a nuestra página web.",
        "Solo las personas preseleccionadas pasarán a la entrevista.",
        "Habría sido un placer conocerte.",
        "No hemos logrado hablar contigo por teléfono.",
        "Gracias por presentarte a nuestra oferta.",
        "Tras hablar con la empresa, cerramos el proceso.",
        "Le convocamos a una entrevista personal el próximo jueves.",
        "La entrevista será por videollamada.",
    ],
)
def test_an_interview_that_did_not_take_place_is_not_claimed(sentence: str) -> None:
    assert details(sentence).stage is Stage.APPLIED


@pytest.mark.parametrize(
    ("text", "formality"),
    [
        ("Hemos revisado tu perfil.", Formality.FAMILIAR),
        ("Sentimos comunicarte que no has sido elegida.", Formality.FAMILIAR),
        ("Nos encantó charlar con vos.", Formality.FAMILIAR),
        ("Gracias por vuestro interés, os deseamos suerte.", Formality.FAMILIAR),
        ("Hemos revisado su perfil.", Formality.FORMAL),
        ("Sentimos comunicarle que no ha sido elegida.", Formality.FORMAL),
        ("Estimado Sr. Lamas: el puesto está cubierto.", Formality.FORMAL),
        ("Les agradecemos que hayan participado, queda en ustedes.", Formality.FORMAL),
        ("El puesto está cubierto.", None),
        ("La empresa y su director agradecen la comparecencia.", None),
        ("Mucha suerte en la parte que falta, fuerte como el acero.", None),
    ],
)
def test_tu_and_vos_are_told_from_usted(text: str, formality: Formality | None) -> None:
    assert formality_of(text, "es") == formality


@pytest.mark.parametrize(
    "sentence",
    [
        "Si no eres seleccionado, te lo comunicaremos.",
        "En caso de no recibir noticias, su perfil no ha sido elegido.",
        "De no ser seleccionado, conservaremos su CV.",
        "Todavía no hemos decidido a quién contratar.",
        "Solo contactaremos a las personas preseleccionadas.",
        "Los candidatos que no superen la prueba quedarán excluidos.",
        "Tanto si te elegimos como si no, te escribiremos.",
    ],
)
def test_a_sentence_that_leaves_it_open_is_known(sentence: str) -> None:
    assert SPANISH.open.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Si bien tu perfil es bueno, hemos elegido a otra persona.",
        "Guardamos tu CV por si surge otra oportunidad.",
        "No has sido seleccionada.",
        "Sí, el puesto está cubierto.",
        "Ya no se busca a nadie.",
    ],
)
def test_a_sentence_that_decides_is_not_taken_for_an_open_one(sentence: str) -> None:
    assert SPANISH.open.search(sentence) is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Por favor, no respondas a este correo."),
        ("unattended", "Le rogamos que no responda a este mensaje."),
        ("unattended", "Este buzón no admite respuestas."),
        ("unattended", "Este mensaje se ha generado automáticamente."),
        ("unattended", "Favor de no responder."),
        ("invites_reply", "Si tienes cualquier duda, escríbeme."),
        ("invites_reply", "No dude en contactarnos."),
        ("invites_reply", "Quedo a sus órdenes para cualquier aclaración."),
        ("invites_reply", "Cualquier cosa, escribime."),
        ("declines_feedback", "Por el volumen de candidaturas no podemos dar feedback individual."),
        ("declines_feedback", "No facilitamos información sobre los motivos de la decisión."),
        ("declines_feedback", "Lamentablemente no es posible ofrecer comentarios personalizados."),
        ("gives_feedback", "Nos faltó ver más experiencia con datos."),
        ("gives_feedback", "El motivo principal fue el nivel de inglés."),
        ("gives_feedback", "Feedback: la prueba estaba muy bien, pero sin tests."),
        ("gives_feedback", "Echamos de menos un poco más de detalle en el caso."),
        ("keeps_on_file", "Guardaremos tu currículum durante un año."),
        ("keeps_on_file", "Su hoja de vida permanecerá en nuestro banco de talento."),
        ("keeps_on_file", "Conservaremos sus datos para futuras vacantes."),
        ("keeps_on_file", "Te tendremos en cuenta para la próxima."),
        ("advises", "Te recomiendo que prepares un ejemplo con cifras."),
        ("advises", "Deberías mencionar las prácticas en el currículum."),
        ("encourages", "Te animamos a volver a presentarte."),
        ("encourages", "No te desanimes."),
        ("encourages", "Nos impresionó mucho tu porfolio."),
        ("advises", "Te vendría bien practicar entrevistas en inglés."),
        ("advises", "No estaría de más que añadieras un porfolio."),
        ("encourages", "Le animo a que lo intente de nuevo el año que viene."),
        ("encourages", "Nos ha gustado especialmente tu prueba."),
        ("encourages", "Quedamos muy impresionados con tu trabajo."),
    ],
)
def test_a_sentence_about_answers_or_files_is_quoted_whole(name: str, sentence: str) -> None:
    assert getattr(details(f"Gracias por tu tiempo. {sentence} Mucha suerte."), name) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Perdona por no contestar antes."),
        ("unattended", "No hemos podido responder hasta hoy."),
        ("invites_reply", "Te invitamos a consultar nuestro portal."),
        ("gives_feedback", "Si quieres saber el motivo, dínoslo."),
        ("gives_feedback", "No podemos dar comentarios individuales."),
        ("declines_feedback", "Te mando mis comentarios mañana."),
        ("keeps_on_file", "Tus datos no se guardarán."),
        ("advises", "Podrías recibir una encuesta sobre el proceso."),
        ("advises", "Le recomendamos revisar la carpeta de correo no deseado."),
        ("advises", "El consejo de administración lo ha decidido así."),
        ("encourages", "Te animamos a consultar nuestras ofertas."),
        ("encourages", "Te invitamos a seguirnos en LinkedIn."),
        ("keeps_on_file", "Eliminaremos tus datos de nuestra base de datos."),
    ],
)
def test_what_only_sounds_like_it_is_not_taken_for_it(name: str, sentence: str) -> None:
    assert getattr(details(sentence), name) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("La vacante ya ha sido cubierta.", Reason.FILLED),
        ("Ya se cubrió la plaza.", Reason.FILLED),
        ("El proceso ha sido cancelado.", Reason.CANCELLED),
        ("Hemos decidido no cubrir la plaza.", Reason.CANCELLED),
        ("La búsqueda quedó congelada.", Reason.PAUSED),
        ("Hemos seleccionado a otra persona.", Reason.OTHER_CANDIDATES),
        ("Nos inclinamos por otro candidato.", Reason.OTHER_CANDIDATES),
        ("Se optó por un candidato interno para cubrir la vacante.", Reason.OTHER_CANDIDATES),
        ("Seguiremos con perfiles más cercanos a lo que buscamos.", Reason.OTHER_CANDIDATES),
        ("Tu perfil no se ajusta a lo que buscamos.", Reason.NOT_QUALIFIED),
        ("Usted no cumple con los requisitos del cargo.", Reason.NOT_QUALIFIED),
        ("Si la vacante se cubre, te avisaremos.", None),
        ("Le agradecemos su interés por la vacante.", None),
        ("Buscamos a la persona idónea para cubrir el puesto.", None),
    ],
)
def test_the_reason_is_told_only_where_it_is_given(sentence: str, reason: Reason | None) -> None:
    assert details(sentence).reason == reason


@pytest.mark.parametrize(
    ("sentence", "when", "months"),
    [
        ("Puedes volver a presentarte dentro de seis meses.", "dentro de seis meses", 6),
        ("Te invitamos a postularte de nuevo en un año.", "en un año", 12),
        ("Puede volver a aplicar después de 90 días.", "después de 90 días", 3),
        ("Escríbenos en primavera.", "en primavera", None),
        ("El año que viene puedes volver a intentarlo.", "El año que viene", 12),
        ("Te animamos a volver a presentarte.", None, None),
        ("Guardaremos tus datos durante seis meses.", None, None),
    ],
)
def test_when_to_try_again_is_told_in_the_mails_own_words(sentence: str, when: str | None, months: int | None) -> None:
    found = details(sentence)
    assert (value(found.reapply), found.reapply_months) == (when, months)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gracias por tu candidatura al puesto de Analista de Datos en Velamar.", "Analista de Datos"),
        ("Le informamos que la vacante de Jefe de Almacén (Ref. 88-12) ha sido cubierta.", "Jefe de Almacén"),
        ("Gracias por inscribirte en la oferta «Técnico/a de Calidad».", "Técnico/a de Calidad"),
        ("Tu candidatura para el puesto de Encargado/a de tienda en Lugo sigue abierta.", "Encargado/a de tienda"),
        ("Tu candidatura al puesto de encargada en nuestra tienda de Lugo sigue abierta.", "encargada"),
        ("Hemos recibido su solicitud para la plaza de Especialista en Nóminas.", "Especialista en Nóminas"),
        ("Gracias por tu interés en el puesto de Técnico en Redes de nuestra sede.", "Técnico en Redes"),
        ("Tu postulación a Motion Designer no ha sido seleccionada.", "Motion Designer"),
        ("La posición de Ingeniero de Procesos (H/M) ya está cubierta.", "Ingeniero de Procesos"),
        ("Agradecemos su candidatura como maestra de Primaria.", "maestra de Primaria"),
        ("El cargo de Jefe de Bodega requiere carné.", "Jefe de Bodega"),
        ("Gracias por tu interés en el puesto.", None),
        ("Le hemos ofrecido el puesto a Eugenia.", None),
        ("El proceso de Selección ha terminado.", None),
        ("No tenemos un puesto de trabajo para ti.", None),
        ("Ha sido una oferta de Empleo muy seguida.", None),
    ],
)
def test_a_role_is_named_without_what_stands_behind_it(text: str, role: str | None) -> None:
    assert value(details(text).role) == role


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Ana Ruiz <ana.ruiz@gmail.com>", "Gracias por querer formar parte de Velamar.", "Velamar"),
        (
            "Ana Ruiz <ana.ruiz@gmail.com>",
            "Gracias por su interés en trabajar en Textiles La Ceiba.",
            "Textiles La Ceiba",
        ),
        ("Velamar vía Curro <avisos@curro.example>", "Velamar ha descartado tu perfil.", "Velamar"),
        ("Equipo de Mandao <no-reply@ashbyhq.com>", "No vamos a avanzar.", "Mandao"),
        (
            "Empleos Andares <avisos@andares-empleo.example>",
            "La empresa Molinos Pacará cerró el proceso.",
            "Molinos Pacará",
        ),
        ("Ana Ruiz <ana.ruiz@gmail.com>", "Gracias por tu candidatura al puesto de Chef en Sevilla.", None),
        ("Ana Ruiz <ana.ruiz@gmail.com>", "Seguimos creciendo en Málaga y Lisboa.", None),
        ("Ana Ruiz <ana.ruiz@gmail.com>", "No ha sido fácil. Se ha elegido a otra persona.", None),
        ("Marta de Lucas <marta-8@acme.teamtailor-mail.com>", "Hemos elegido a otra persona.", None),
    ],
)
def test_an_employer_is_named_as_the_mail_writes_it(sender: str, text: str, company: str | None) -> None:
    assert value(details(text, sender=sender).company) == company


@pytest.mark.parametrize(
    ("signature", "person"),
    [
        ("Un cordial saludo,\nLic. Rocío Treviño Garza\nAtracción de Talento", "Lic. Rocío Treviño Garza"),
        ("Atentamente\n\nFdo.: Dra. Remedios Cano", "Dra. Remedios Cano"),
        ("¡Saludos!\nMariela", "Mariela"),
        ("Sin más por el momento, le envío un cordial saludo.\n\nPaola Arizmendi\nGerente", "Paola Arizmendi"),
        ("Quedo a sus órdenes,\nKarla Ibarra", "Karla Ibarra"),
        ("Reciba un cordial saludo,\nDepartamento de Recursos Humanos", None),
        ("Un saludo,\nEquipo de Selección", None),
        ("Saludos cordiales,\nBodegas Fontemar", None),
        ("Atentamente,\nTalleres Brezo", None),
        ("Un abrazo,\nEl equipo de Mandao", None),
        ("Saludos,\n\nEnviado desde mi iPhone", None),
    ],
)
def test_only_a_person_who_signed_is_named(signature: str, person: str | None) -> None:
    assert value(details(f"Hemos elegido a otra persona.\n\n{signature}\n").person) == person


@pytest.mark.parametrize(
    "unit",
    [
        "Puesto De ",
        "candidatura a ",
        "gracias por ",
        "otra persona ",
        "volver a escribir ",
        "A ",
        "«",
        "la entrevista ",
    ],
)
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    began = time.perf_counter()
    details((unit * CAP)[:CAP], subject=(unit * CAP)[:CAP])
    assert time.perf_counter() - began < 1
