"""The facts that a mail tells about an application: who, where, which role, how far. Absent rather than wrong."""

from classifier.companies import company_of
from classifier.language import formality_of, language_of
from classifier.message import Message
from classifier.people import person_of
from classifier.phrases import (
    declines_feedback,
    gives_feedback,
    invites_reply,
    keeps_on_file,
    met_team,
    stage_of,
    unattended,
)
from classifier.reading import Details
from classifier.roles import role_of
from classifier.sentences import split_sentences

MAX_CHARACTERS = 8000
MAX_SENTENCES = 120
MAX_EVIDENCE = 300


def details_of(message: Message) -> Details:
    """Return what the new text of this mail, its subject and its sender tell; quoted text says nothing. Pure.

    Only the first `MAX_CHARACTERS` are read: what matters stands there, and a hostile mail is bounded.
    """
    text = message.text[:MAX_CHARACTERS]
    sentences = [sentence[:MAX_EVIDENCE] for sentence in split_sentences(text)[:MAX_SENTENCES]]
    language = language_of(text or message.subject)
    stage, stage_evidence = stage_of(sentences)
    return Details(
        company=company_of(message, sentences),
        role=role_of(message.subject, sentences),
        person=person_of(message),
        stage=stage,
        stage_evidence=stage_evidence,
        met_team=met_team(sentences),
        language=language,
        formality=formality_of(text, language),
        unattended=unattended(sentences),
        invites_reply=invites_reply(sentences),
        declines_feedback=declines_feedback(sentences),
        keeps_on_file=keeps_on_file(sentences),
        gives_feedback=gives_feedback(sentences),
    )
