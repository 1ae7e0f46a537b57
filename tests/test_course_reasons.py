"""Reasons that letters give in other words: scores, tests, what a company decides about a post, who was nearer."""

import pytest

from classifier.course.lexicon import spell
from classifier.course.reasons import reason_of
from classifier.reading import Reason


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        ("en", "Two people scored above you.", Reason.OTHER_CANDIDATES),
        ("en", "They have chosen three singers, and you are not one of them.", Reason.OTHER_CANDIDATES),
        ("en", "The successful candidate has run a dairy before.", Reason.OTHER_CANDIDATES),
        ("en", "Once the successful candidate has started, we delete your papers.", None),
        ("en", "You were a close second.", Reason.OTHER_CANDIDATES),
        ("en", "One of our own is taking it on.", Reason.FILLED),
        ("en", "There is no job any more.", Reason.CANCELLED),
        ("en", "The board has resolved not to proceed with the appointment of a warden.", Reason.CANCELLED),
        ("en", "We are not proceeding with you in the recruitment.", None),
        ("en", "You did not pass the welding test.", Reason.NOT_QUALIFIED),
        ("en", "If you do not pass the test, you may sit it again.", None),
        ("en", "You need a lorry licence for this and you do not have one.", Reason.NOT_QUALIFIED),
        ("de", "Unser Bedarf an Fahrern ist gedeckt.", Reason.FILLED),
        ("de", "Uns lagen Bewerbungen vor, die noch genauer passen.", Reason.OTHER_CANDIDATES),
        ("de", "Ohne Staplerschein geht es in der Halle nicht.", Reason.NOT_QUALIFIED),
        ("de", "Die Drittmittel wurden leider nicht bewilligt.", Reason.CANCELLED),
        ("fr", "Vous n'avez pas réussi l'épreuve écrite.", Reason.NOT_QUALIFIED),
        ("es", "No ha superado el examen.", Reason.NOT_QUALIFIED),
        ("it", "Non ha superato la prova scritta.", Reason.NOT_QUALIFIED),
        ("nl", "Je hebt de toets niet gehaald.", Reason.NOT_QUALIFIED),
        ("pt", "A loja escolheu outra pessoa.", Reason.OTHER_CANDIDATES),
        ("de", "Inzwischen konnten wir die Stelle des Küsters in unserer Gemeinde intern besetzen.", Reason.FILLED),
        ("de", "Damit entfällt die Stelle.", Reason.CANCELLED),
        ("de", "Für die Halle ist der Kranschein Pflicht, den Sie noch nicht haben.", Reason.NOT_QUALIFIED),
        ("de", "Diese Voraussetzung konnten wir Ihren Unterlagen nicht entnehmen.", Reason.NOT_QUALIFIED),
        ("de", "Es ist noch nicht entschieden.", None),
        ("de", "Wir haben uns für jemanden entschieden, der die Maschine schon kennt.", Reason.OTHER_CANDIDATES),
        ("de", "Der Großauftrag ist weggefallen, und damit auch die Stelle.", Reason.CANCELLED),
        ("de", "Das Projekt kommt leider nicht zustande.", Reason.CANCELLED),
        ("de", "Bis zum Sommer stellen wir niemanden mehr ein.", Reason.PAUSED),
        ("de", "Sie bringen die nötige Praxis noch nicht mit.", Reason.NOT_QUALIFIED),
        ("de", "Ihnen fehlt die Anerkennung als Hebamme.", Reason.NOT_QUALIFIED),
        ("fr", "Le poste n'existe plus.", Reason.CANCELLED),
        ("en", "It is always hard when one of our own volunteers applies.", None),
        ("en", "Outsiders are considered only if the post is not filled internally.", None),
        ("en", "Then we'll have to invite the runner-up.", None),
        ("en", "You are not among them, I'm sorry to say.", Reason.OTHER_CANDIDATES),
        ("fr", "La mairie a renoncé à ce recrutement.", Reason.CANCELLED),
        ("fr", "Votre niveau de néerlandais ne suffit pas.", Reason.NOT_QUALIFIED),
        ("es", "Se lo hemos dado a otra persona.", Reason.OTHER_CANDIDATES),
        ("it", "Per ora le assunzioni sono ferme.", Reason.PAUSED),
        ("it", "Il Suo livello di francese non è sufficiente.", Reason.NOT_QUALIFIED),
        ("nl", "Je hebt nog te weinig ervaring.", Reason.NOT_QUALIFIED),
        ("pt", "Falta-lhe a carta de pesados.", Reason.NOT_QUALIFIED),
    ],
)
def test_a_reason_is_told_in_many_words(language: str, sentence: str, reason: Reason | None) -> None:
    assert reason_of([spell([sentence], language)])[0] is reason
