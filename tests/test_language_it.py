"""How Italian job mail is read: what happened, what was decided, how it addresses its reader, what becomes of it."""

import time

import pytest

from classifier.details import details_of
from classifier.languages.it import ITALIAN
from classifier.message import parse
from classifier.reading import Details, Fact, Formality, Reason, Stage


def details(text: str, *, sender: str = "Lavoro <lavoro@acme.example>", subject: str = "Candidatura") -> Details:
    head = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return details_of(parse((head + text).encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "La ringraziamo per il colloquio del 12 gennaio.",
        "Grazie per aver incontrato il nostro team giovedì scorso.",
        "Grazie di essere venuta a trovarci in bottega.",
        "È stato un piacere conoscerLa di persona.",
        "Ci ha fatto piacere conoscerti, davvero.",
        "A seguito del colloquio abbiamo deciso diversamente.",
        "Con riferimento al colloquio avuto con la direzione, la nomina va a un'altra persona.",
        "Grazie ancora per l'incontro in Studio.",
    ],
)
def test_an_interview_that_took_place_is_seen(sentence: str) -> None:
    found = details(sentence)
    assert (found.stage, found.stage_evidence) == (Stage.INTERVIEWED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Grazie per la telefonata di lunedì.",
        "Grazie mille per la chiacchierata!",
        "Le scrivo dopo la nostra telefonata con una notizia meno bella.",
        "Grazie per il colloquio telefonico di ieri.",
        "Dopo il video colloquio abbiamo scelto un altro profilo.",
    ],
)
def test_a_call_is_not_taken_for_an_interview(sentence: str) -> None:
    assert details(sentence).stage is Stage.SPOKEN


@pytest.mark.parametrize(
    "sentence",
    [
        "Siamo lieti di invitarLa a un colloquio.",
        "Se il Suo profilo è in linea, La contatteremo per un colloquio.",
        "Non è stata selezionata per il colloquio conoscitivo.",
        "Purtroppo dobbiamo spostare il colloquio di domani.",
        "Abbiamo ritenuto di non invitarLa al colloquio.",
        "Sarà un piacere conoscerLa.",
        "Grazie per la tua candidatura e per aver visitato il nostro sito.",
        "Il processo prevede due colloqui e una prova.",
        "Dopo il colloquio ti faremo sapere.",
        "Abbiamo incontrato molti candidati e la scelta è stata difficile.",
        "È stato un piacere leggere il tuo curriculum.",
    ],
)
def test_an_interview_that_did_not_take_place_is_not_claimed(sentence: str) -> None:
    assert details(sentence).stage is Stage.APPLIED


@pytest.mark.parametrize(
    "sentence",
    [
        "Se non riceverà nostre notizie entro un mese, la candidatura non è stata accolta.",
        "Qualora la posizione fosse già coperta, La avviseremo.",
        "Nel caso in cui non fosse selezionato, conserveremo il curriculum.",
        "I candidati non ammessi riceveranno una comunicazione.",
        "Non è stata ancora presa alcuna decisione, il posto non è ancora assegnato.",
        "Solo i profili in linea verranno contattati.",
    ],
)
def test_a_condition_leaves_the_question_open(sentence: str) -> None:
    assert ITALIAN.open.search(sentence)
    assert details(sentence).reason is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Purtroppo non possiamo proseguire con la Sua candidatura.",
        "Anche se il profilo ci è piaciuto, abbiamo scelto un'altra persona.",
        "Ci siamo orientati verso un altro candidato.",
    ],
)
def test_a_decision_leaves_nothing_open(sentence: str) -> None:
    assert ITALIAN.open.search(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "formality"),
    [
        ("Ti ringraziamo per il tempo che ci hai dedicato.", Formality.FAMILIAR),
        ("Grazie per esserti candidato, ti auguriamo il meglio.", Formality.FAMILIAR),
        ("Con la presente desideriamo informarLa dell'esito.", Formality.FORMAL),
        ("la ringraziamo per la sua postulazione e le auguriamo ogni bene.", Formality.FORMAL),
        ("Egregio signore, il Municipio ha deciso.", Formality.FORMAL),
        ("La candidatura è stata respinta e le domande sono chiuse.", None),
        ("Le candidature sono state numerose e la scelta difficile.", None),
        ("La posizione è chiusa.", None),
    ],
)
def test_tu_and_lei_are_told_apart(sentence: str, formality: Formality | None) -> None:
    found = details(sentence)
    assert (found.language, found.formality) == ("it", formality)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "La preghiamo di non rispondere a questa email."),
        ("unattended", "Questa casella di posta non è presidiata."),
        ("unattended", "Messaggio generato automaticamente dal sistema."),
        ("invites_reply", "Per qualsiasi domanda non esiti a contattarmi."),
        ("invites_reply", "Resto a Sua disposizione per ogni chiarimento."),
        ("invites_reply", "Se vuoi parlarne, rispondi pure."),
        ("declines_feedback", "Non ci è possibile fornire un feedback individuale."),
        ("declines_feedback", "Per policy interna non comunichiamo le motivazioni delle nostre scelte."),
        ("gives_feedback", "Ti è mancata un po' di pratica con i test."),
        ("gives_feedback", "A pesare è stata l'esperienza più lunga dell'altro candidato."),
        ("gives_feedback", "Il motivo della nostra scelta è la conoscenza del tedesco."),
        ("advises", "Le consiglierei di portare sempre due casi concreti."),
        ("advises", "Potrebbe essere utile un corso di inglese."),
        ("advises", "Al Suo posto punterei su un gruppo più piccolo."),
        ("encourages", "Ti invitiamo a ricandidarti per i prossimi bandi."),
        ("encourages", "Il Suo percorso ci ha molto colpito."),
        ("encourages", "Non si scoraggi."),
        ("encourages", "Siamo rimasti colpiti dalla tua tesi."),
        ("keeps_on_file", "Conserveremo il Suo curriculum nella nostra banca dati per sei mesi."),
        ("keeps_on_file", "Ti terremo presente per le prossime ricerche."),
    ],
)
def test_a_sentence_about_answers_or_files_is_quoted_whole(name: str, sentence: str) -> None:
    assert getattr(details(f"Grazie per il tuo tempo. {sentence} Un caro augurio."), name) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Non riusciamo a rispondere a tutti."),
        ("invites_reply", "Se desidera candidarsi di nuovo, visiti il nostro sito."),
        ("declines_feedback", "Non esitare a chiederci un feedback."),
        ("gives_feedback", "Se vuoi sapere il motivo della scelta, è sufficiente scriverci."),
        ("gives_feedback", "Non possiamo indicare il motivo della scelta, che è riservato."),
        ("keeps_on_file", "I Suoi dati saranno cancellati dalla nostra banca dati."),
        ("advises", "Le consigliamo di controllare la cartella spam."),
        ("advises", "La candidatura potrebbe essere utile in futuro."),
        ("encourages", "Siamo stati colpiti dal Suo interesse."),
    ],
)
def test_what_only_sounds_like_it_is_not_taken(name: str, sentence: str) -> None:
    assert getattr(details(sentence), name) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("La posizione è stata nel frattempo coperta.", Reason.FILLED),
        ("Per l'estate siamo già al completo.", Reason.FILLED),
        ("La ricerca è stata annullata per motivi di bilancio.", Reason.CANCELLED),
        ("Il titolare ha deciso di non assumere nessuno.", Reason.CANCELLED),
        ("La selezione è sospesa a causa del blocco delle assunzioni.", Reason.PAUSED),
        ("Abbiamo deciso di proseguire con altri candidati.", Reason.OTHER_CANDIDATES),
        ("La scelta è ricaduta su una risorsa interna.", Reason.OTHER_CANDIDATES),
        ("Il Suo profilo non risulta in linea con i requisiti.", Reason.NOT_QUALIFIED),
        ("Lei non è stata ammessa per mancanza del titolo di studio.", Reason.NOT_QUALIFIED),
        ("La Sua candidatura non è stata accolta.", None),
    ],
)
def test_the_reason_is_the_one_that_the_mail_gives(sentence: str, reason: Reason | None) -> None:
    assert details(sentence).reason is reason


@pytest.mark.parametrize(
    ("sentence", "when", "months"),
    [
        ("Potrà ricandidarsi tra sei mesi.", "tra sei mesi", 6),
        ("Potrai candidarti di nuovo dopo un anno.", "dopo un anno", 12),
        ("La invitiamo a ricontattarci a gennaio.", "a gennaio", None),
        ("Riprova l'anno prossimo!", "l'anno prossimo", 12),
        ("Speriamo che tu voglia ricandidarti in futuro.", None, None),
        ("Conserveremo il curriculum per sei mesi.", None, None),
    ],
)
def test_when_to_try_again_is_said_in_the_mails_own_words(sentence: str, when: str | None, months: int | None) -> None:
    found = details(f"Gentile Robin, purtroppo la candidatura non è stata accolta. {sentence}")
    assert (value(found.reapply), found.reapply_months) == (when, months)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Grazie per esserti candidato per la posizione di Data Analyst (Rif. 48812).", "Data Analyst"),
        ("la ringraziamo per la sua postulazione quale polimeccanico presso la nostra ditta.", "polimeccanico"),
        ("La ringraziamo per la candidatura al ruolo di Responsabile della Sicurezza.", "Responsabile della Sicurezza"),
        ("Grazie per la tua candidatura come Addetto alle vendite nella sede di Bari.", "Addetto alle vendite"),
        ("Il ruolo di vicedirettore viene meno.", "vicedirettore"),
        ("Per il ruolo di Sales Manager vanno avanti con un'altra persona.", "Sales Manager"),
        ("La informo della soppressione del posto di capoturno a seguito dei tagli.", "capoturno"),
        ("la informiamo sull'esito del concorso per un/a contabile (50%).", "contabile"),
        ("Grazie per la candidatura per Disegnatore CAD, che abbiamo letto.", "Disegnatore CAD"),
        ("La ringraziamo per la candidatura per Settore Moda, che abbiamo letto.", None),
        ("Se ti va di collaborare come esterno scrivimi.", None),
        ("La informiamo che la posizione per la quale si è candidato è chiusa.", None),
        ("Terremo il CV per altre posizioni in linea con il Suo profilo.", None),
        ("Grazie per l'interesse verso questo posto di lavoro.", None),
    ],
)
def test_a_role_is_named_without_its_number_and_what_follows_it(text: str, role: str | None) -> None:
    assert value(details(text).role) == role


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (
            "HR <hr@posta.example>",
            "La Sua candidatura presso Frantoio Ulivella S.p.A. è chiusa.",
            "Frantoio Ulivella S.p.A.",
        ),
        ("HR <hr@posta.example>", "Grazie per l'interesse dimostrato verso Gruppo Rondinelli.", "Gruppo Rondinelli"),
        ("Selezione Serrambiente <lavoro@serrambiente.example>", "Grazie.", "Serrambiente"),
        ("Comune di Valscura - Personale <personale@valscura.example>", "Si comunica l'esito.", "Comune di Valscura"),
        ("Gruppo Castelmagno tramite Altamira <no-reply@altamirahrm.com>", "Grazie.", "Gruppo Castelmagno"),
        ("Ufficio Risorse Umane <ufficio@posta-relay.example>", "La Commissione ha deciso.", None),
        ("HR <hr@posta-relay.example>", "La incontreremo presso la nostra sede di Via Dante.", None),
    ],
)
def test_an_employer_is_named_as_the_mail_writes_it(sender: str, text: str, company: str | None) -> None:
    assert value(details(text, sender=sender).company) == company


@pytest.mark.parametrize(
    ("signature", "person"),
    [
        ("Cordiali saluti,\nDott.ssa Loredana Pinna\nResponsabile Risorse Umane", "Dott.ssa Loredana Pinna"),
        ("Un caro saluto\nIlenia Caruso", "Ilenia Caruso"),
        ("Con i migliori saluti,\nAvv. Ludovico Ghislanzoni", "Avv. Ludovico Ghislanzoni"),
        ("Restando a disposizione, porgo distinti saluti\nNiccolò De Santis", "Niccolò De Santis"),
        ("A presto,\nGiulio", "Giulio"),
        ("Cordiali saluti\nLa Responsabile del Personale\nDott.ssa Graziella Berti", "Dott.ssa Graziella Berti"),
        ("Cordiali saluti\nIl Dirigente\nComune di Valscura", None),
        ("Distinti saluti\nUfficio Risorse Umane", None),
        ("Cordiali saluti\nStudio Bertani", None),
        ("Un saluto,\nIl team Selezione di Alpenvia", None),
        ("Ciao, Robin", "Robin"),
    ],
)
def test_only_a_person_who_signed_is_named(signature: str, person: str | None) -> None:
    assert value(details(f"Abbiamo scelto diversamente.\n\n{signature}\n").person) == person


@pytest.mark.parametrize(
    "hostile",
    [
        "grazie per il ",
        "candidatura come ",
        "interesse dimostrato per Acme ",
        "scelto un altro ",
        "S.p.A.",
        "ricandidarsi tra sei ",
        "non ",
        "A ",
    ],
)
def test_an_italian_mail_that_repeats_itself_costs_little(hostile: str) -> None:
    began = time.perf_counter()
    details(
        f"Buongiorno, purtroppo la sua domanda non è accolta. {hostile * (9000 // len(hostile))}", subject=hostile * 30
    )
    assert time.perf_counter() - began < 3
