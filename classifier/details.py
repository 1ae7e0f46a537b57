"""The facts that a mail tells about an application: who, where, which role, how far. Absent rather than wrong."""

from classifier.candidates import Told
from classifier.companies import company_of
from classifier.course.afterwards import declines_feedback, keeps_on_file
from classifier.course.lexicon import spell
from classifier.course.offers import offers_feedback
from classifier.course.reasons import reason_of
from classifier.course.stages import stage_of
from classifier.domains import hints_of
from classifier.language import formality_of, language_of, speeches_of
from classifier.languages import heard_in
from classifier.message import Message
from classifier.outlook import reapply_of
from classifier.people import person_of
from classifier.phrases import (
    advises,
    encourages,
    gives_feedback,
    invites_reply,
    unattended,
)
from classifier.reading import Details
from classifier.requisitions import requisition_of, without_requisition
from classifier.roles import role_of
from classifier.sentences import split_sentences
from classifier.signatures import ending

MAX_CHARACTERS = 8000  # what matters stands there, and a hostile mail is bounded
MAX_SENTENCES = 120
MAX_EVIDENCE = 300
MAX_LANGUAGES = 2


def details_of(message: Message) -> Details:
    """Return what the head of this mail's new text, its subject and its sender tell; quoted text says nothing. Pure."""
    text = message.text[:MAX_CHARACTERS]
    sentences = [sentence[:MAX_EVIDENCE] for sentence in split_sentences(text)[:MAX_SENTENCES]]
    language = language_of(text or message.subject)
    lines = [message.subject, *sentences]
    unnumbered = [without_requisition(line) for line in lines]
    speeches = heard_in("\n".join(dict.fromkeys((*lines, *unnumbered))), speeches_of("\n".join(lines), language))
    last = ending(message.text)
    person = person_of(message, last, sentences, speeches)
    company = company_of(Told(message, unnumbered, last, speeches, hints_of(message)), person)
    spellings = [spell(sentences, speech.code) for speech in speeches[:MAX_LANGUAGES]]
    stage, stage_evidence, met_team = stage_of(spellings)
    reason, reason_evidence = reason_of(spellings)
    declined = declines_feedback(spellings)
    reapply, reapply_months = reapply_of(sentences, speeches)
    return Details(
        company=company,
        role=role_of(message.subject, sentences, speeches, company.value if company else None),
        person=person,
        stage=stage,
        stage_evidence=stage_evidence,
        met_team=met_team,
        language=language,
        formality=formality_of(text, language),
        unattended=unattended(sentences, speeches),
        invites_reply=invites_reply(sentences, speeches),
        declines_feedback=declined,
        offers_feedback=None if declined else offers_feedback(spellings),
        keeps_on_file=keeps_on_file(spellings),
        gives_feedback=gives_feedback(sentences, speeches),
        advises=advises(sentences, speeches),
        encourages=encourages(sentences, speeches),
        requisition=requisition_of(message.subject, sentences),
        reason=reason,
        reason_evidence=reason_evidence,
        reapply=reapply,
        reapply_months=reapply_months,
    )
