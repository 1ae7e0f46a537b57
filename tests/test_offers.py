"""Who offers feedback to this reader, and who only asks for it, declines it or has given it."""

import time

import pytest

from classifier.course.lexicon import spell
from classifier.course.offers import offers_feedback
from classifier.details import details_of
from classifier.message import parse
from classifier.reading import Details


def offer_in(language: str, *sentences: str) -> str | None:
    return offers_feedback([spell(sentences, language)])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If you'd like more detailed feedback, just hit reply and I'll find 15 minutes."),
        ("en", "And I'd be very happy to give you some feedback by phone."),
        ("en", "I'm happy to give feedback if you'd like some."),
        ("en", "Feedback can be provided on request."),
        ("en", "Feedback is available on request."),
        ("en", "Feel free to ask me for feedback."),
        ("en", "Please don't hesitate to ask for feedback on your interview."),
        ("en", "Would you like some feedback?"),
        ("en", "If you like, I can share some feedback on your case study."),
        ("en", "Should you wish to receive feedback, please call me on 020 7946 0000."),
        ("en", "You can request feedback through your candidate portal."),
        ("en", "Let me know if feedback would be helpful."),
        ("en", "You are welcome to request feedback from the panel."),
        ("en", "Please contact us for individual feedback."),
        ("en", "We would be pleased to offer you feedback on your interview."),
        ("en", "If you would like us to give you feedback, reply to this email."),
        ("en", "I am available for a feedback call if that would help."),
        ("de", "Gerne geben wir Ihnen telefonisch eine Rückmeldung."),
        ("de", "Auf Wunsch erhalten Sie ein ausführliches telefonisches Feedback."),
        ("de", "Gerne gebe ich Ihnen eine Rückmeldung."),
        ("de", "Wenn du Feedback möchtest, melde dich jederzeit."),
        ("de", "Gerne geben wir Ihnen ein Feedback."),
        ("de", "Wenn du magst, gebe ich dir nächste Woche am Telefon ein ausführliches Feedback."),
        ("de", "Sollten Sie eine individuelle Rückmeldung wünschen, rufen Sie uns an."),
        ("de", "Falls Sie ein Feedback zu Ihrem Gespräch wünschen, antworten Sie einfach auf diese Mail."),
        ("de", "Für ein Feedback stehe ich Ihnen gern zur Verfügung."),
        ("de", "Möchten Sie ein Feedback?"),
        ("de", "Bei Interesse geben wir dir gern ein kurzes Feedback."),
        ("de", "Zögern Sie nicht, uns um Feedback zu bitten."),
        ("de", "Ich gebe dir gerne Feedback zu deiner Bewerbung."),
        ("fr", "N'hésitez pas à me demander un retour."),
        ("fr", "Je vous ferai volontiers un retour par téléphone."),
        ("fr", "Nous serions ravis de vous faire un retour sur votre entretien."),
        ("fr", "Souhaitez-vous un retour plus détaillé ?"),
        ("fr", "Un retour détaillé est possible sur demande."),
        ("es", "Si quieres feedback más detallado, responde a este correo."),
        ("es", "Con gusto te daremos feedback por teléfono."),
        ("es", "Estaremos encantados de darte feedback."),
        ("es", "No dudes en pedirnos feedback."),
        ("es", "Puede solicitar retroalimentación respondiendo a este mensaje."),
        ("es", "Si desea recibir comentarios sobre su entrevista, escríbame."),
        ("es", "¿Te gustaría recibir feedback?"),
        ("es", "Si lo deseas, podemos darte feedback en una llamada."),
        ("es", "Quedo a tu disposición para darte feedback."),
        ("it", "Se desideri un feedback più dettagliato, rispondi pure a questa mail."),
        ("it", "Saremo lieti di darLe un riscontro telefonico."),
        ("it", "Non esitare a chiederci un feedback."),
        ("it", "Può richiedere un riscontro rispondendo a questa mail."),
        ("it", "Ti do volentieri un feedback al telefono."),
        ("it", "Se vuole, posso darLe un feedback sul colloquio."),
        ("it", "Resto a disposizione per un feedback."),
        ("it", "Vuoi un feedback?"),
        ("nl", "Aarzel niet om ons te contacteren voor verdere toelichting."),
        ("nl", "Als je feedback wilt, laat het me weten."),
        ("nl", "Wil je graag feedback ontvangen?"),
        ("nl", "Ik geef je graag feedback over je gesprek."),
        ("nl", "Mocht u een toelichting wensen, neem dan contact met mij op."),
        ("nl", "Vraag gerust om feedback."),
        ("pt", "Se quiser feedback mais detalhado, responda a este e-mail."),
        ("pt", "Terei todo o gosto em dar-lhe feedback."),
        ("pt", "Não hesite em pedir feedback."),
        ("pt", "Pode solicitar feedback respondendo a esta mensagem."),
        ("pt", "Caso deseje um retorno sobre a entrevista, entre em contato."),
        ("pt", "Gostaria de receber um feedback?"),
        ("pt", "Se quiseres, posso dar-te feedback por telefone."),
        ("pt", "Teremos prazer em compartilhar um feedback com você."),
        ("en", "Following your interview, I'd be happy to give you feedback."),
        ("en", "If feedback would be useful, let me know and I will put something together."),
        ("en", "Happy to share feedback if that's of interest."),
        ("en", "Happy to jump on a quick call to give you some feedback."),
        ("en", "If you're interested in feedback on your interview, please email me."),
        ("en", "Let me know if you want any feedback."),
        ("en", "Please let me know if you would like any feedback on your interview."),
        ("en", "Do reach out if you'd like to receive feedback."),
        ("de", "Wenn Sie ein ausführlicheres Feedback wünschen, melden Sie sich gerne bei mir."),
        ("de", "Solltest du Interesse an einem Feedback haben, melde dich gern."),
        ("de", "Bei Interesse an einem ausführlichen Feedback können Sie sich gerne bei mir melden."),
        ("de", "Gern gebe ich dir in einem kurzen Telefonat Feedback zum Gespräch."),
        ("de", "Falls du Feedback haben möchtest, schreib mir einfach."),
        ("de", "Für ein persönliches Feedback stehen wir Ihnen gerne telefonisch zur Verfügung."),
        ("de", "Melde dich gerne, wenn du noch Feedback möchtest."),
        ("de", "Gerne stehe ich Ihnen für ein Feedback zur Verfügung."),
        ("fr", "Si vous souhaitez obtenir un retour sur votre entretien, n'hésitez pas à me contacter."),
        ("fr", "N'hésite pas à me solliciter pour un feedback."),
        ("fr", "Je reste disponible pour vous faire un retour plus détaillé."),
        ("fr", "Je suis à votre disposition pour un retour par téléphone."),
        ("es", "Si te interesa recibir feedback, escríbeme."),
        ("es", "Si quieres que te dé feedback, respóndeme."),
        ("es", "No dude en solicitarnos feedback sobre su entrevista."),
        ("es", "Con mucho gusto puedo darte feedback."),
        ("it", "Se lo desideri, ti darò volentieri un feedback."),
        ("it", "Siamo a Sua disposizione per un riscontro più dettagliato."),
        ("it", "Se ti fa piacere, posso darti un feedback telefonico."),
        ("it", "Non esiti a contattarmi per un feedback."),
        ("nl", "Mocht je feedback willen, laat het me gerust weten."),
        ("nl", "Wil je meer feedback, bel me gerust."),
        ("nl", "Als u prijs stelt op een toelichting, kunt u contact met mij opnemen."),
        ("nl", "Heb je behoefte aan feedback, neem dan contact met mij op."),
        ("pt", "Caso queira receber feedback, basta responder a este e-mail."),
        ("pt", "Fico à disposição para dar um feedback."),
        ("pt", "Se quiser, posso dar um feedback mais detalhado."),
        ("pt", "Se você quiser um feedback, é só me chamar."),
        ("en", "If you have any questions or would like feedback, just reply."),
    ],
)
def test_an_offer_of_feedback_is_heard(language: str, sentence: str) -> None:
    assert offer_in(language, sentence) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If you would like to share feedback on our process, please take our survey."),
        ("en", "We are unable to offer feedback."),
        ("en", "Unfortunately we cannot provide individual feedback."),
        ("en", "We would love your feedback on the process."),
        ("en", "We'd be happy to hear your feedback."),
        ("en", "Feel free to send us your feedback."),
        ("en", "If you have any feedback for us, please reply."),
        ("en", "We would be happy to receive feedback from you."),
        ("en", "We only give feedback to candidates we interviewed."),
        ("en", "We would be happy to give feedback, but the number of applications does not allow it."),
        ("en", "I am happy to share the feedback of the team: you were great."),
        ("en", "I'm happy to share some feedback:"),
        ("en", "Would you like to give us feedback?"),
        ("en", "Would you be willing to share feedback about your experience?"),
        ("en", "We may ask you for feedback."),
        ("en", "We are happy to provide feedback to candidates who were interviewed."),
        ("en", "You can leave feedback on Glassdoor."),
        ("en", "Please contact us with any feedback."),
        ("en", "If we receive feedback from the client, we will let you know."),
        ("en", "Thank you for asking for feedback."),
        ("en", "As soon as I have feedback I will be happy to let you know."),
        ("en", "If you would like to leave feedback, click here."),
        ("en", "I would like to give you some feedback on your interview."),
        ("en", "If you want to help us improve, please give us feedback."),
        ("en", "We cannot give you positive feedback."),
        ("en", "If you do not hear from us, please ask for feedback."),
        ("en", "I'd like feedback from you on our process."),
        ("en", "We'd like to ask you for some feedback."),
        ("en", "We would appreciate feedback on your experience."),
        ("en", "If you would like to help, we would love to get feedback from you."),
        ("en", "If you are interested, please complete our feedback survey."),
        ("en", "If you'd like to take part in our feedback survey, click here."),
        ("de", "Wir freuen uns über Ihr Feedback."),
        ("de", "Wenn Sie uns Feedback geben möchten, nutzen Sie bitte die Umfrage."),
        ("de", "Möchten Sie uns Feedback geben?"),
        ("de", "Gerne können Sie uns ein Feedback zum Bewerbungsprozess geben."),
        ("de", "Leider können wir Ihnen kein individuelles Feedback geben."),
        ("de", "Gerne würden wir Ihnen Feedback geben, aber bei dieser Zahl ist das nicht möglich."),
        ("de", "Falls Sie kein Interesse haben, würde ich mich über eine kurze Rückmeldung freuen."),
        ("de", "Sobald ich Rückmeldung habe, schreibe ich Ihnen."),
        ("de", "Wir möchten Ihnen heute eine Rückmeldung zu Ihrer Bewerbung geben."),
        ("de", "Gerne möchten wir Ihnen eine Rückmeldung zu Ihrer Bewerbung geben."),
        ("de", "Wenn du magst, gib uns gern Feedback zu unserem Prozess."),
        ("de", "Über eine Rückmeldung würden wir uns freuen."),
        ("de", "Gerne gebe ich dir folgendes Feedback:"),
        ("de", "Du kannst gerne eine Rückmeldung zum Prozess hinterlassen."),
        ("de", "Wir würden uns über ein Feedback von dir freuen."),
        ("fr", "N'hésitez pas à nous faire un retour sur votre expérience."),
        ("fr", "Si vous souhaitez nous faire un retour sur le processus, répondez à l'enquête."),
        ("fr", "Nous ne pouvons malheureusement pas faire de retour personnalisé."),
        ("fr", "Merci de confirmer par retour."),
        ("fr", "Merci pour votre retour."),
        ("fr", "Souhaitez-vous nous donner votre avis ou un retour ?"),
        ("fr", "Si vous souhaitez le retour de votre dossier, écrivez-nous."),
        ("fr", "Nous souhaitons vous faire un retour sur votre candidature."),
        ("fr", "Nous vous ferons volontiers un retour, mais pas avant septembre."),
        ("fr", "Nous reviendrons vers vous avec plaisir dès que nous aurons un retour."),
        ("fr", "Nous souhaiterions vous demander un retour sur votre expérience."),
        ("es", "Si deseas darnos feedback sobre el proceso, responde a la encuesta."),
        ("es", "Nos encantaría recibir tu feedback."),
        ("es", "¿Quieres darnos tu feedback?"),
        ("es", "Si desea la devolución de sus documentos, escríbanos."),
        ("es", "Te mando mis comentarios mañana."),
        ("es", "Puedes dejarnos comentarios en la web."),
        ("es", "Nos gustaría darte feedback, pero no es posible."),
        ("es", "Puede dejar sus comentarios aquí."),
        ("it", "Se desidera lasciarci un feedback sul processo, compili il questionario."),
        ("it", "Non ci è possibile fornire un feedback individuale."),
        ("it", "Saremo lieti di ricevere un Suo feedback."),
        ("it", "Restiamo in attesa di un Suo riscontro."),
        ("it", "Desideriamo darLe un riscontro sulla Sua candidatura."),
        ("it", "Vorresti darci un feedback?"),
        ("it", "Ci piacerebbe darti un feedback, ma non è possibile."),
        ("it", "Se interessato, La preghiamo di darci un riscontro entro venerdì."),
        ("nl", "Wil je ons feedback geven over de procedure?"),
        ("nl", "Als je ons feedback wilt geven, vul dan de enquête in."),
        ("nl", "Graag geven we je feedback, maar dat kan helaas niet."),
        ("nl", "We ontvangen graag je feedback."),
        ("nl", "Graag ontvangen wij feedback over onze procedure."),
        ("nl", "Wij horen graag uw feedback."),
        ("nl", "Hierbij geven wij je graag een terugkoppeling op je sollicitatie."),
        ("nl", "Wilt u uw feedback met ons delen?"),
        ("pt", "Se quiser dar-nos feedback sobre o processo, responda ao inquérito."),
        ("pt", "Não nos é possível dar feedback individual."),
        ("pt", "Gostaríamos de receber o seu feedback."),
        ("pt", "Aguardamos seu retorno até quarta."),
        ("pt", "Gostaria de deixar um feedback sobre o processo?"),
        ("pt", "Gostaríamos de lhe dar um retorno sobre a sua candidatura."),
        ("pt", "Se tiver interesse, pedimos um retorno até sexta."),
        ("pt", "Teríamos gosto em dar feedback, mas o volume não permite."),
        ("en", "If you would like to improve your CV, read our feedback tips."),
        ("en", "We would be grateful if you would give us feedback on your experience."),
        ("en", "We are happy with the feedback we received from the panel."),
        ("en", "We're glad that you like our feedback process."),
        ("en", "We were pleased with your feedback."),
        ("en", "I'm happy to say the feedback from the team was very positive."),
        ("en", "Happy to have met you, and the team gave great feedback."),
        ("en", "We hope that this feedback is helpful."),
        ("de", "Wir würden uns freuen, wenn Sie uns Feedback geben."),
        ("de", "Gerne hätten wir Ihnen ein besseres Feedback gegeben."),
        ("de", "Ich gebe dir gern bis Freitag eine Rückmeldung."),
        ("de", "Wir danken für die Rückmeldung und wünschen alles Gute."),
        ("de", "Wir hätten Ihnen gerne eine andere Rückmeldung gegeben."),
        ("de", "Gerne geben Sie uns ein Feedback."),
        ("de", "Wenn Sie Interesse haben, geben Sie uns bitte eine kurze Rückmeldung."),
        ("de", "Bei Interesse bitten wir um Rückmeldung bis Freitag."),
        ("fr", "Si vous souhaitez que nous gardions votre dossier, merci de nous faire un retour."),
        ("fr", "Si vous êtes intéressé, faites-nous un retour."),
        ("fr", "Nous restons dans l'attente de votre retour."),
        ("fr", "Si vous souhaitez rester dans notre vivier, un simple retour suffit."),
        ("es", "Si deseas seguir en nuestra base, agradecemos tus comentarios."),
        ("es", "Si tienes comentarios, no dudes en escribirnos."),
        ("es", "Quería darte feedback sobre tu entrevista."),
        ("es", "No dude en enviarnos sus comentarios."),
        ("it", "Se è interessato, attendiamo un riscontro."),
        ("it", "Se desidera restare in archivio, ci dia un riscontro."),
        ("it", "Può darci un riscontro entro venerdì?"),
        ("it", "Volevo darti un riscontro sul colloquio."),
        ("nl", "Als je wilt dat we je gegevens bewaren, horen we graag een terugkoppeling."),
        ("nl", "Laat ons gerust weten wat je van de feedback vindt."),
        ("nl", "Ik wil je graag feedback geven op je gesprek."),
        ("nl", "Graag geef ik je een terugkoppeling op je sollicitatie."),
        ("pt", "Se tiver comentários, não hesite em contactar-nos."),
        ("pt", "Se quiser permanecer na base, aguardamos um retorno."),
        ("pt", "Pode dar-nos um retorno até sexta?"),
        ("pt", "É com prazer que damos retorno sobre a sua candidatura."),
        ("en", "For help or feedback, contact us."),
        ("en", "Happy to share some feedback from your interviews."),
        ("en", "If you want feedback from other applicants, see our forum."),
        ("fr", "N'hésitez pas à nous contacter pour toute question ou commentaire."),
        ("nl", "Voor vragen of feedback kunt u ons mailen."),
        ("de", "Für Feedback zu unserer Website können Sie uns schreiben."),
    ],
)
def test_a_survey_a_refusal_and_feedback_itself_are_no_offer(language: str, sentence: str) -> None:
    assert offer_in(language, sentence) is None


def test_the_sentence_is_given_that_offers_it() -> None:
    offer = "Feedback is available on request."
    assert offer_in("en", "We have chosen somebody else.", offer, "All the best.") == offer
    assert offer_in("en") is None


def read(text: str) -> Details:
    return details_of(parse(f"From: Jobs <jobs@acme.example>\nSubject: Your application\n\n{text}\n".encode()))


def test_a_mail_that_offers_feedback_gives_none_yet() -> None:
    offer = "If you'd like more detailed feedback, just hit reply and I'll find 15 minutes."
    found = read(f"We have chosen another candidate. {offer}")
    assert (found.offers_feedback, found.gives_feedback, found.declines_feedback) == (offer, None, None)


def test_a_mail_that_declines_it_offers_none() -> None:
    found = read("We cannot provide individual feedback. If you would like feedback, see our tips for applicants.")
    assert found.declines_feedback is not None
    assert found.offers_feedback is None


@pytest.mark.parametrize(
    "seed", ["if you would like ", "happy to give feedback if you ask ", "feedback ", "on request "]
)
def test_no_text_takes_long(seed: str) -> None:
    began = time.process_time()
    offer_in("en", (seed * 3000)[:8000])
    assert time.process_time() - began < 1
