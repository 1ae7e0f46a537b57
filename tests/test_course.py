"""How far an application came and why it ended, as one grammar reads it in seven languages."""

import re
import time
from pathlib import Path

import pytest

from classifier.course import grammar
from classifier.course.afterwards import declines_feedback, keeps_on_file
from classifier.course.lexicon import Spelling, lexicons, spell
from classifier.course.reasons import reason_of
from classifier.course.stages import stage_of
from classifier.languages import SPEECHES
from classifier.reading import Reason, Stage

FOLDER = Path(__file__).parents[1] / "classifier" / "course"
KIND = re.compile(r"\b[A-Z]{2,}\b")


def spelled(language: str, *sentences: str) -> list[Spelling]:
    return [spell(sentences, language)]


def stage(language: str, sentence: str) -> Stage:
    return stage_of(spelled(language, sentence))[0]


def kinds_in(path: Path) -> set[str]:
    return {line.partition(":")[0] for line in path.read_text(encoding="utf-8").splitlines()}


def test_every_language_has_a_lexicon_and_no_kind_is_written_that_no_rule_asks_for() -> None:
    assert set(lexicons()) == set(SPEECHES)
    asked = {kind for module in FOLDER.glob("*.py") for kind in KIND.findall(module.read_text(encoding="utf-8"))}
    for path in FOLDER.glob("*.txt"):
        assert kinds_in(path) - asked == {"NONE"} & kinds_in(path)


def test_a_rule_that_asks_for_a_kind_that_nobody_wrote_down_is_an_error() -> None:
    with pytest.raises(ValueError, match="GRIFFIN"):
        grammar.rule("THANK ~3 GRIFFIN")


def test_a_letter_stands_for_a_word_or_for_several_that_are_one() -> None:
    english = lexicons()["en"]
    assert len(english.spell("They put it on hold")) == len(["they", "put", "it", "on_hold"])
    assert english.spell("on hold") == english["on_hold"]
    assert english.spell("didn't") == english["did"] + english["n't"]
    assert lexicons()["de"]["bewerber*innen"] == lexicons()["de"]["bewerber"]
    assert lexicons()["fr"].spell("l’entretien") == lexicons()["fr"].spell("l'entretien")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Thanks so much for driving over to Kelmere and for meeting the crew."),
        ("en", "We had a debrief after your second interview, and it was close."),
        ("en", "It was lovely to have you with us on Friday."),
        ("en", "Everybody who met you spoke highly of you."),
        ("de", "Für die Hospitation auf unserer Station danken wir Ihnen herzlich."),
        ("de", "Im Vorstellungsgespräch haben Sie uns fachlich überzeugt."),
        ("de", "Der Nachmittag mit dir in der Werkstatt hat allen Spaß gemacht."),
        ("de", "Sie haben am Auswahltag in Lindau teilgenommen."),
        ("fr", "Vous avez été reçu lundi par la directrice."),
        ("fr", "La rencontre que vous avez eue avec notre chef d'atelier était très riche."),
        ("es", "Le agradezco las entrevistas que mantuvo con nosotros."),
        ("es", "Gracias por acercarte al taller la semana pasada."),
        ("it", "Con riferimento al colloquio intercorso con il nostro direttore, Le comunichiamo l'esito."),
        ("it", "Grazie per essere passata in officina."),
        ("nl", "U nam vorige week deel aan het sollicitatiegesprek."),
        ("nl", "Fijn dat je dinsdag bij ons was."),
        ("pt", "Foi um prazer recebê-la na nossa quinta."),
        ("pt", "Obrigada pela entrevista e por teres vindo de tão longe."),
        ("en", "Thank you for going through three rounds with us."),
        ("en", "Congrats on making it through the panel interviews!"),
        ("de", "Das Vorstellungsgespräch am Montag hat uns sehr gefallen."),
        ("it", "ho riflettuto sul nostro incontro."),
        ("en", "Thank you for making the journey over to our yard."),
        ("en", "It was good to put a face to your name."),
        ("en", "It was lovely having you in our classroom on Friday."),
        ("en", "Thank you for singing for us on Sunday."),
        ("en", "The interviewers were impressed by your calm."),
        ("en", "You came across really well."),
        ("en", "We met several good bakers, including you."),
        ("en", "You gave a thoughtful interview."),
        ("en", "Of the three people we saw, you had the steadiest hands."),
        ("en", "I know that you came all the way from Skerry."),
        ("en", "Following Tuesday's interviews, the governors have decided to appoint somebody else."),
        ("de", "Du hast beim Vorsingen alle überrascht."),
        ("de", "Danke für den schönen Nachmittag."),
        ("es", "Nos conocimos el martes en el taller."),
        ("de", "Es freut uns, dass Sie den Weg in unser Dorf gefunden haben."),
        ("de", "Sie haben sich am 4. Mai bei uns vorgestellt."),
        ("de", "Die Jury hat sich nach den Gesprächen am vergangenen Dienstag für eine andere entschieden."),
        ("de", "Dein Besuch in der Gärtnerei hat uns gefallen."),
        ("nl", "Bedankt voor het meelopen van vrijdag."),
    ],
)
def test_looking_back_on_a_meeting_is_an_interview(language: str, sentence: str) -> None:
    assert stage(language, sentence) is Stage.INTERVIEWED


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Thank you for the friendly chat on Monday, it was good to meet you."),
        ("en", "As I said on the phone, the budget was tight."),
        ("en", "It was great talking with you."),
        ("de", "Das Telefonat am Mittwoch hat mir viel Freude gemacht."),
        ("de", "Wir hatten gestern telefoniert."),
        ("de", "Die Rolle, über die wir gesprochen haben, wird es so nicht geben."),
        ("fr", "Merci pour notre échange de vendredi."),
        ("es", "Como te comenté ayer por teléfono, éramos muchos."),
        ("it", "Grazie per la chiacchierata, è stato bello conoscerti."),
        ("nl", "Zoals aan de telefoon beloofd hoor je van ons."),
        ("pt", "Obrigado pela conversa de ontem, gostámos de te conhecer."),
        ("de", "für das offene Gespräch in unseren Räumen möchte ich Ihnen herzlich danken."),
        ("de", "schön, dass wir uns letzte Woche per Video kennengelernt haben!"),
        ("it", "alle condizioni di cui avevamo parlato."),
        ("en", "Thanks for taking my call on Monday."),
        ("en", "I appreciate you taking the time to chat with us."),
        ("en", "After speaking with you, we won't be going on."),
        ("nl", "Piet heeft je dinsdag aan de telefoon gehad."),
        ("de", "Danke, dass Sie sich am Montag Zeit für uns genommen haben."),
        ("en", "Thank you for your time on Zoom yesterday."),
    ],
)
def test_looking_back_on_a_talk_is_a_talk(language: str, sentence: str) -> None:
    assert stage(language, sentence) is Stage.SPOKEN


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We interviewed twelve people for the post."),
        ("en", "The candidates whom we met were all very strong."),
        ("en", "The committee met on Tuesday to go through the papers."),
        ("en", "I spoke to the client this morning."),
        ("en", "Thank you for recording a video interview."),
        ("en", "Thank you for sending in your demo lesson."),
        ("en", "Thank you for confirming your interview on Monday."),
        ("en", "Thanks for your interest in meeting us."),
        ("en", "I'd be grateful for a chance to talk."),
        ("en", "We missed you at your interview."),
        ("en", "I came across your page by chance."),
        ("en", "The interview on Monday has to be moved."),
        ("en", "We are looking forward to having you here."),
        ("en", "The interviewer was ill, so we have to find another day."),
        ("en", "After the interview we will let you know."),
        ("en", "“It was a pleasure to meet you”, they all write."),
        ("de", "Nach dem Gespräch werden wir uns bei Ihnen melden."),
        ("de", "Nach dem Gespräch hören Sie von uns."),
        ("de", "Wir haben acht Personen zum Gespräch eingeladen."),
        ("de", "Ich habe mit dem Chef gesprochen."),
        ("de", "Ihr Gespräch ist am Montag um zehn."),
        ("fr", "Nous avons reçu votre candidature."),
        ("fr", "Merci pour votre candidature au poste d'agent d'entretien."),
        ("fr", "Au plaisir d'échanger avec vous."),
        ("es", "Tenemos que mover la entrevista del lunes."),
        ("it", "Il direttore avrebbe piacere di incontrarLa."),
        ("nl", "Helaas moeten wij ons gesprek van vrijdag verzetten."),
        ("pt", "Gostaríamos de o receber para uma entrevista."),
    ],
)
def test_what_is_to_come_was_refused_or_was_others_is_no_stage(language: str, sentence: str) -> None:
    assert stage(language, sentence) is Stage.APPLIED


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        ("en", "The bench is full now, as we've hired someone local.", Reason.FILLED),
        ("en", "We've extended an offer to a woman with far more years at sea.", Reason.OTHER_CANDIDATES),
        ("en", "I can't hire anybody.", Reason.CANCELLED),
        ("en", "Every open requisition has been paused.", Reason.PAUSED),
        ("en", "This is no reflection on your experience.", None),
        ("en", "We cannot give feedback to candidates who were not interviewed.", None),
        ("en", "We have nothing open that matches your skills.", None),
        ("de", "Die Stelle konnten wir inzwischen besetzen.", Reason.FILLED),
        ("de", "Leider haben wir derzeit keine Stelle zu besetzen.", None),
        ("de", "Wir setzen den Prozess mit anderen Bewerber:innen fort.", Reason.OTHER_CANDIDATES),
        ("de", "Bis zum Herbst wird niemand eingestellt.", Reason.PAUSED),
        ("de", "Die Stelle fällt damit weg.", Reason.CANCELLED),
        ("de", "Ihr Profil ist schön, passt aber leider nicht ganz zu der Aufgabe.", Reason.NOT_QUALIFIED),
        ("de", "Ihrer Bewerbung können wir leider nicht entsprechen.", None),
        ("fr", "C'est une autre candidature qui a été retenue.", Reason.OTHER_CANDIDATES),
        ("fr", "Ils viennent de m'informer qu'ils gelaient le recrutement.", Reason.PAUSED),
        ("es", "El puesto va a ser para una persona que ya conoce la casa.", Reason.OTHER_CANDIDATES),
        ("es", "No vamos a contratar a nadie este año.", Reason.CANCELLED),
        ("it", "Ho dovuto congelare l'inserimento.", Reason.PAUSED),
        ("it", "Abbiamo già trovato una persona.", Reason.FILLED),
        ("nl", "Is de plek al vervuld, dan hoor je dat van ons.", None),
        ("nl", "De plek gaat naar een collega van binnen.", Reason.OTHER_CANDIDATES),
        ("pt", "O conselho convidou um colega do Porto.", Reason.OTHER_CANDIDATES),
        ("pt", "Precisávamos de alguém com carta de pesados.", Reason.NOT_QUALIFIED),
        ("en", "We made an offer to another engineer on Wednesday.", Reason.OTHER_CANDIDATES),
        ("en", "We chose a small team whose welding experience was strongest.", Reason.OTHER_CANDIDATES),
        ("en", "Please choose another slot with this link.", None),
        ("en", "The licensing required for this job was not part of your profile.", Reason.NOT_QUALIFIED),
        ("en", "You met the minimum standard but will not be invited.", None),
        ("en", "We're all staffed up, so we have put it on ice until spring.", Reason.PAUSED),
        (
            "de",
            "Wir haben uns für Bewerber:innen entschieden, die mehr Erfahrung haben.",
            Reason.OTHER_CANDIDATES,
        ),
        ("de", "Die Ausschreibung der Stelle „Referent/in“ ist aufgehoben worden.", Reason.CANCELLED),
        ("de", "Damit ist der Platz bei uns voll, tut mir leid.", Reason.FILLED),
        ("de", "Sie erfüllen die formalen Voraussetzungen leider nicht.", Reason.NOT_QUALIFIED),
        ("fr", "sans permis ce n'est pas possible de vous embaucher.", Reason.NOT_QUALIFIED),
        ("fr", "Les parents ont choisi une autre éducatrice.", Reason.OTHER_CANDIDATES),
        ("nl", "De plaatsen voor juli zijn intussen allemaal ingenomen.", Reason.FILLED),
    ],
)
def test_a_reason_is_told_by_what_words_mean(language: str, sentence: str, reason: Reason | None) -> None:
    assert reason_of(spelled(language, sentence))[0] is reason


def test_what_the_reader_lacks_is_the_reason_only_where_no_other_is_given() -> None:
    lacking, chosen = "You do not have the required licence.", "We have chosen another candidate."
    assert reason_of(spelled("en", lacking)) == (Reason.NOT_QUALIFIED, lacking)
    assert reason_of(spelled("en", lacking, chosen)) == (Reason.OTHER_CANDIDATES, chosen)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Thank you for visiting the flat, but the landlord has chosen another tenant."),
        ("fr", "Merci pour votre visite : le bailleur a retenu un autre locataire."),
        ("it", "Grazie per essere venuto, ma l'affitto è andato a un altro inquilino."),
    ],
)
def test_a_flat_is_no_job(language: str, sentence: str) -> None:
    assert (stage(language, sentence), reason_of(spelled(language, sentence))) == (Stage.APPLIED, (None, None))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Your details stay on our books for other openings."),
        ("de", "Gern nehmen wir Sie in unsere Kartei auf."),
        ("fr", "Je garde votre numéro pour cet été."),
        ("es", "Tu perfil se queda en nuestra base."),
        ("it", "Il tuo profilo resta nel nostro archivio."),
        ("nl", "Wij houden uw gegevens bij in onze wervingsreserve."),
        ("pt", "Seu currículo continuará em nosso banco de talentos."),
    ],
)
def test_a_promise_to_keep_an_application_is_seen(language: str, sentence: str) -> None:
    assert keeps_on_file(spelled(language, sentence)) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Please keep us in mind."),
        ("en", "We keep your data for six months, then it is deleted."),
        ("en", "Join our talent community."),
        ("de", "Behalten Sie uns in guter Erinnerung."),
        ("nl", "Wij nemen uw sollicitatie niet mee naar de volgende ronde."),
    ],
)
def test_what_the_reader_may_do_or_what_the_law_asks_is_no_promise(language: str, sentence: str) -> None:
    assert keeps_on_file(spelled(language, sentence)) is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "As policy, we do not provide reasons."),
        ("en", "Feedback is not available at this stage."),
        ("de", "Individuelles Feedback können wir wegen der Zahl der Bewerbungen nicht anbieten."),
    ],
)
def test_declined_feedback_is_seen(language: str, sentence: str) -> None:
    assert declines_feedback(spelled(language, sentence)) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Feedback is available on request."),
        ("de", "Fahrtkosten können wir aus rechtlichen Gründen nicht erstatten."),
        ("de", "Wir können Ihnen leider kein positives Feedback geben."),
    ],
)
def test_what_else_is_declined_is_no_feedback(language: str, sentence: str) -> None:
    assert declines_feedback(spelled(language, sentence)) is None


@pytest.mark.parametrize(
    "seed", ["thank you for our interview ", "we not if chosen other candidate ", "keep your file ", "“"]
)
def test_no_text_takes_long(seed: str) -> None:
    spellings = spelled("en", (seed * 3000)[:8000])
    began = time.process_time()
    stage_of(spellings), reason_of(spellings), keeps_on_file(spellings), declines_feedback(spellings)
    assert time.process_time() - began < 1
