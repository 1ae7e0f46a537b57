"""Feedback: is it on an application that the user made, and which of its words are kept for a later note?"""

from classifier.language import speeches_of
from classifier.languages import heard_in
from classifier.message import Message
from classifier.phrases import advises, gives_feedback
from classifier.reading import Details, Label
from classifier.sentences import split_sentences
from classifier.signatures import above_closing
from replies.decision import History, ReplyKind

MAX_KEPT = 2000
_MAX_READ = 8000
_MAX_SENTENCES = 120
_MAX_SENTENCE = 300
_LONGEST_GREETING = 60


def is_expected(message: Message, history: History) -> bool:
    """Whether this feedback is on an application: in the thread of a rejection, or by somebody who wrote about one.

    Out of the blue a mail about feedback is as a rule another thing: a survey, a school, a colleague.
    """
    if history.owed == message.key:
        return True
    ids = {*message.references, *message.in_reply_to}
    if any(ids & past.threads for past in history.replies if past.kind is ReplyKind.THANKS):
        return True
    known = {person.address.email.lower() for person in history.people if person.label is not Label.FEEDBACK}
    return message.sender is not None and message.sender.email.lower() in known


def kept_of(message: Message, label: Label, details: Details) -> str | None:
    """Return what they said about the application, at most `MAX_KEPT` characters of the mail's new text, or None.

    Of feedback all but greeting and signature; of a rejection the sentences that say what was missing or give advice.
    """
    sentences = [each[:_MAX_SENTENCE] for each in _sentences(message, label)[:_MAX_SENTENCES]]
    if label is Label.REJECTION and details.gives_feedback:
        said = message.text[:_MAX_READ]
        speeches = heard_in(said, speeches_of(said, details.language))
        told = {details.gives_feedback, details.advises}
        sentences = [s for s in sentences if s in told or gives_feedback([s], speeches) or advises([s], speeches)]
    elif label is not Label.FEEDBACK:
        return None
    return " ".join(sentences)[:MAX_KEPT].strip() or None


def _sentences(message: Message, label: Label) -> list[str]:
    text = message.text[:_MAX_READ]
    if label is Label.REJECTION:
        return split_sentences(text)
    sentences = split_sentences(above_closing(text))
    greets = len(sentences) > 1 and len(sentences[0]) <= _LONGEST_GREETING and sentences[0].endswith((",", "!", ":"))
    return sentences[1:] if greets else sentences
