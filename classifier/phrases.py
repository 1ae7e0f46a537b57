"""What single sentences say about the application: how far it came, and what becomes of an answer.

English and German; in other languages nothing is found, which is right: absent rather than wrong.
"""

import re
from collections.abc import Iterable

from classifier.reading import Stage

# Looks forward, speaks of others, or of the procedure: says nothing of what happened to the reader.
_NOT_HAPPENED = re.compile(
    r"(?i)\b(?:if|should|would you|will (?:be|not|contact|reach|meet)|schedul\w+|availab\w+|next (?:step|stage|round)|"
    r"upcoming|look(?:ing)? forward|invite you|(?:not|unable|able) (?:be )?(?:to )?(?:invit|offer|progress|mov|"
    r"proceed|select)\w*|"
    r"(?:other|many|several|all|strong|some|number of) (?:\w+ )?(?:candidates|applicants|people)|"
    r"interview(?:ing)? process|"
    r"for (?:an )?interviews?(?=[ .,]|$)|to (?:an |the )?interview(?: stage)?(?=[ .,]|$)|"
    r"falls|sollten|wenn|einladen|einzuladen|einladung|eingeladen|würden|werden (?:wir|sie|ihnen|uns)|wird|vereinbaren|"
    r"would (?:be|have been) (?:a |very |so )?(?:nice|great|good|lovely|pleasure|glad|happy)|"
    r"(?:could not|couldn['\u2019]t) (?:\w+ )?(?:reach|meet|speak)|"
    r"von (?:\w+ )?telefon\w*[^.]{0,40}(?:abzusehen|abseh\w+)|nicht bei uns|"
    r"termin für|freuen (?:wir )?uns (?:auf|,? ?(?:sie|dich)\b[^.]{0,60}kennen)|nächste[nr]? (?:schritt|runde)|"
    r"andere[nr]? (?:bewerber|kandidat)\w*|"
    r"nicht (?:\w+ )?(?:zu|zum) )"
)
_TIME_TO_INTERVIEW = re.compile(
    r"(?i)(?:taking|took|taken|made|making|for) (?:the |your |out )?(?:\w+ )?time (?:out of your day |"
    r"out )?to (?:interview|meet|come in|"
    r"visit)|thank(?:s| you)[^.]{0,30} for (?:interviewing|meeting|coming (?:in|to|by)|"
    r"visiting)(?! (?:\w+ ){0,3}(?:web ?site|site|page|portal|stand|booth)\b)"
)
_INTERVIEWED = re.compile(
    r"(?i)\b(?:(?:after|since|following|during|at|from|in) (?:our|your|the|last \w+'s)(?: \w+){0,2} interviews?\b|"
    r"your (?:\w+ )?interviews?(?: with| on| last| yesterday|,| and|\.| here| for)|(?:you|we) (?:inter(?:viewed)|"
    r"met) (?:with|you|us|in|on|last)|"
    r"(?:enjoyed|pleasure|great|lovely|nice|good|wonderful|glad|liked)(?: \w+){0,3} (?:meeting|to meet|to have met|"
    r"meet|interviewing|"
    r"met)(?: with)? (?:you|us|everyone)|enjoyed (?:our|your|the)(?: \w+)? (?:interview|meeting|visit)|"
    r"(?:when|time) (?:we|you) (?:met|interviewed|visited|came)|interviewing (?:with|at) |final[- ]round|"
    r"(?:for|at) the(?: \w+)? interview (?:on|last|yesterday|this)|enjoyed interviewing|met you in person|"
    r"our meeting|on-?site|"
    r"(?:task|test|assignment|case(?: study)?|exercise|challenge|project)\b[^.]{0,40} presenting (?:it|them) to "
    r"(?:us|me|the)|"
    r"presenting (?:your|the) (?:\w+ )?(?:results|solution|task|assignment|case study|exercise|findings) to "
    r"(?:us|me|the))|"
    r"\b(?:dass|als) (?:du|sie)\b[^.]{0,40} bei uns (?:zu (?:besuch|gast) )?(?:warst|waren)\b|"
    r"\bfür (?:ihr|dein|das) kommen\b|\bfür (?:ihren|deinen|den) (?:\w+ )?besuch\b(?!(?: \w+){0,3} \w*(?:seite|site|"
    r"portal|stand|messe)\b)|"
    r"\b(?:nach|in|seit|für|bei|im|während|aus|beim)(?: \w+){0,3}? (?:vorstellungs|bewerbungs|"
    r"auswahl)gespräch(?:e[sn]?|s)?\b|"
    r"\b(?:nach|in|für|bei|im)(?: (?:unserem|dem|das|ihrem|deinem|ihr|dein|zweiten|ersten|"
    r"persönlichen))+ (?:interview|termin)s?\b|"
    r"\bpersönliche[nsm]? (?:gespräch|kennenlernen|treffen)\w*|(?:persönlich|gerne?|sehr|"
    r"gefreut,?) [^.]{0,40}kennen ?(?:zu ?lernen|gelernt)|"
    r"\bprobe(?:arbeit|tag)\w*|\bbesuch bei uns|\bkennenlerntag"
)
_SPOKEN = re.compile(
    r"(?i)\b(?:phone (?:call|screen|interview|conversation)|(?:video|intro(?:ductory)?|zoom) (?:call|chat)|(?:our|"
    r"the|a) (?:\w+ )?"
    r"(?:call|conversation|chat|talk) (?:on|last|yesterday|this|earlier|today|with|about|and|was|we had)|"
    r"(?:after|following|since|during|enjoyed|for) (?:our|your|the)(?: \w+){0,2} (?:call|conversation|chat|talk)s?\b|"
    r"(?:speaking|talking|chatting|speak|talk|chat|spoke|spoken|talked) (?:with|to) (?:you|us|me)\b|"
    r"(?:speaking|talking|chatting|speak|talk|chat|spoke|spoken|talked) (?:with|to) (?:[\w'\u2019.-]+,? ){1,4}and "
    r"(?:me|us|myself)\b|(?:taking|took|taken|made|making) (?:the |your |out )?time to (?:speak|talk|chat) "
    r"(?:with|to)\b|"
    r"(?:chat|talk|call|conversation|interview|time|minutes|have you) (?:\w+ ){0,2}on the phone|"
    r"when we (?:spoke|talked)|we (?:spoke|talked)|telefonat\w*|telefongespräch\w*|telefoninterview\w*|"
    r"telefonische[ns]? (?:gespräch|interview|austausch)\w*|video-?(?:call|gespräch|interview)\w*|am telefon|"
    r"(?:nette|gute|angenehme|offene|freundliche|tolle|schöne|interessante|anregende)[ns]? (?:und \w+ )?"
    r"(?:gespräch|austausch|unterhaltung)\w*|unser(?:em|es)? (?:\w+ )?gespräch\w*|das (?:\w+ )?gespräch (?:am|mit|"
    r"letzte|gestern|vom))"
)
_MET_TEAM = re.compile(
    r"(?i)\b(?:met|meet|meeting|speaking|spoke|talking|interview(?:ing|ed)?|"
    r"conversations?) (?:with )?(?:everyone on |members of )?"
    r"(?:the|our|my) (?:whole |entire |wider |engineering |design |product |\w+ )?(?:team|panel|colleagues)\b|"
    r"\b(?:the|our) (?:whole |entire |\w+ )?(?:team|colleagues|panel) (?:\w+ )?(?:enjoyed|liked|loved|was impressed)|"
    r"\b(?:mit|von) (?:dem|unserem|dem gesamten|unseren|den|meinen) (?:\w+ )?(?:team|"
    r"kolleg\w+) (?:\w+ )?(?:gesprochen|kennen|gespräch)|"
    r"\b(?:das|unser|dem|unserem) (?:\w+ )?team [^.]{0,30}(?:kennen ?zu ?lernen|kennengelernt|gefreut|gefallen)|"
    r"\bgespräch(?:e|en)? mit (?:dem|unserem|unseren|den) (?:\w+ )?(?:team|kolleg\w+)"
)
_UNATTENDED = re.compile(
    r"(?i)(?:do not|don['\u2019]t|please refrain from|cannot|can['\u2019]t|unable to) (?:\w+ )?(?:reply|respond|"
    r"replying|answer)\w*"
    r"[^.]{0,30}(?:e-?mail|message|address|this)|(?:repl(?:y|ies)|responses?|answers?|e-?mails?|mailbox|inbox|address)"
    r"[^.]{0,60} (?:not|never|un)[ -]?(?:be(?:ing)? )?(?:actively )?(?:monitored|read|answered|attended|received|"
    r"checked)|"
    r"unmonitored|unattended|(?:auto-?generated|automatically generated|automated) (?:e-?mail|message|mail|response)|"
    r"(?:nicht|keine) [^.]{0,40}(?:antworten sie|antworte|auf diese (?:e-?mail|mail|nachricht)|"
    r"antwort(?:en)? auf diese)|"
    r"(?:antworten sie|antworte)[^.]{0,30} nicht|(?:e-?mail|nachricht|mail) wurde automatisch|"
    r"automatisch (?:generiert|erstellt|erzeugt|versend)"
    r"|antworten [^.]{0,60}nicht gelesen|(?:postfach|adresse) [^.]{0,40}nicht (?:gelesen|überwacht|betreut)"
)
_INVITES_REPLY = re.compile(
    r"(?i)(?:feel free|happy|welcome|hesitate|please|can|glad)[^.]{0,40} (?:to )?(?:reply|respond|write|contact|"
    r"reach out|get in touch|"
    r"drop me|email me|call me|ask|let me know|let us know)|(?:if you (?:have|would like)[^.]{0,40}(?:question|"
    r"feedback)[^.]{0,80}"
    r"(?:reply|contact|reach|let|write|email|get in touch|happy))|(?:stay|keep) in (?:touch|contact)|just reply|"
    r"(?:fragen|rückfragen|rückmeldung)[^.]{0,60}(?:melden|gerne?|verfügung|schreib|antwort|kontaktier)|"
    r"(?:melde|melden|schreib|schreiben|antworte|antworten|ruf|rufen) (?:sie )?[^.]{0,20}(?:gerne?|jederzeit|mir|uns|"
    r"dich|sich)|"
    r"(?:bleiben|bleib) (?:sie )?(?:wir )?[^.]{0,20}in kontakt"
)
_DECLINES_FEEDBACK = re.compile(
    r"(?i)(?:unable|not able|cannot|can['\u2019]t|can not|are not in a position|do not|don['\u2019]t|won['\u2019]t|"
    r"not be able|not possible|regret)[^.]{0,60}"
    r"(?:provide|offer|give|share|send)?[^.]{0,60}(?:\bfeedback\b|individual reasons|reasons for)|"
    r"(?:keine?|nicht)[^.]{0,60}(?:\bfeedback\b|rückmeldung zu den gründen|begründung|gründe)[^.]{0,40}|"
    r"(?:\bfeedback\b|begründung|gründe)[^.]{0,80}(?:nicht|kein|leider|not possible|cannot)|no (?:individual |"
    r"personal |detailed )?feedback"
)
_GIVES_FEEDBACK = re.compile(
    r"(?i)^(?:(?:our|the|some|my|here is (?:our|some|my)|unser|das|mein|hier (?:ist )?(?:unser|das|mein)) )?(?:\w+ )?"
    r"feedback(?: (?:from|on|after|of|von|aus|zu|nach) (?:\w+ ){0,4}\w+)?:(?!\s*(?:https?:|www\.))|"
    r"\bfeedback (?:was|is|war|ist)(?: that|, dass)\b|"
    r"\b(?:felt|found|thought|noticed) (?:that )?your?\b[^.]{0,60}\b(?:lack\w*|missing|limited|weak\w*|could have|"
    r"needed more|less experience|more experience|too \w+)\b|\byou (?:lack(?:ed)?|were lacking)\b|"
    r"\bthe (?:\w+ )?reason (?:for (?:this|our|the) (?:\w+ )?decision )?(?:was|is)\b|"
    r"\b(?:uns|mir|ihnen|dir) fehlten?\b[^.]{0,60}(?:erfahrung|kenntnis|praxis|wissen)|"
    r"\b(?:uns|mir) ha(?:t|ben)\b[^.]{0,60}(?:erfahrung|kenntnis|praxis|wissen)[^.]{0,40} gefehlt|"
    r"\bder (?:\w+ )?grund (?:dafür |für (?:die|unsere|diese) \w+ )?(?:war|ist)\b|\bausschlaggebend (?:war|waren)\b"
)
_FEEDBACK_ON_REQUEST = re.compile(r"(?i)\b(?:if|would you|happy to|falls|wenn|gerne?)\b")
_KEEPS_ON_FILE = re.compile(
    r"(?i)(?:keep|retain|hold|store|save|kept|maintain|add)[^.]{0,70} (?:on file|on record|in our (?:database|talent|"
    r"system|files|"
    r"records|pool)|for (?:future|other|up to|\d+ months)|in mind|to our talent)|talent ?pool|talent (?:community|"
    r"network)|"
    r"(?:unterlagen|bewerbung|profil|daten|lebenslauf)[^.]{0,80}(?:aufbewahren|behalten|vormerken|bewerberpool|"
    r"speichern|aufgenommen|"
    r"aufnehmen|in evidenz)|bewerberpool|talentpool|bewerber-pool"
)
_DROPS_FILE = re.compile(r"(?i)\b(?:not|delet\w+|destroy\w*|nicht|lösch\w+|gelöscht|vernicht\w+)\b")


def stage_of(sentences: Iterable[str]) -> tuple[Stage, str | None]:
    """Return how far the application came and the sentence that says so; the furthest stage wins."""
    spoken: str | None = None
    for sentence in sentences:
        if _has_interviewed(sentence):
            return Stage.INTERVIEWED, sentence
        if spoken is None and _SPOKEN.search(sentence) and not _NOT_HAPPENED.search(sentence):
            spoken = sentence
    return (Stage.SPOKEN, spoken) if spoken else (Stage.APPLIED, None)


def _has_interviewed(sentence: str) -> bool:
    """Whether the sentence looks back on an interview with the reader, face to face."""
    if _TIME_TO_INTERVIEW.search(sentence):
        return True
    without_calls = re.sub(r"(?i)\b(?:phone|telephone|telefon) ?interviews?", "", sentence)
    return _INTERVIEWED.search(without_calls) is not None and _NOT_HAPPENED.search(sentence) is None


def met_team(sentences: Iterable[str]) -> bool:
    """Whether a sentence looks back on a meeting with several people."""
    return any(_MET_TEAM.search(sentence) and not _NOT_HAPPENED.search(sentence) for sentence in sentences)


def unattended(sentences: Iterable[str]) -> str | None:
    """Return the sentence that says that answers are not read."""
    return _first(sentences, _UNATTENDED)


def invites_reply(sentences: Iterable[str]) -> str | None:
    """Return the sentence that invites an answer to this mail."""
    return next(
        (s for s in sentences if _INVITES_REPLY.search(s) and not _UNATTENDED.search(s) and not _is_refused(s)), None
    )


def declines_feedback(sentences: Iterable[str]) -> str | None:
    """Return the sentence that says that no feedback will be given."""
    return _first(sentences, _DECLINES_FEEDBACK)


def gives_feedback(sentences: Iterable[str]) -> str | None:
    """Return the sentence that gives feedback or the reason; one that offers or declines it does not."""
    told = (s for s in sentences if _GIVES_FEEDBACK.search(s))
    return next((s for s in told if not _FEEDBACK_ON_REQUEST.search(s) and not _DECLINES_FEEDBACK.search(s)), None)


def keeps_on_file(sentences: Iterable[str]) -> str | None:
    """Return the sentence that promises to keep the application."""
    return next((s for s in sentences if _KEEPS_ON_FILE.search(s) and not _DROPS_FILE.search(s)), None)


def _is_refused(sentence: str) -> bool:
    """Whether a sentence that sounds like an invitation closes the door."""
    return (
        re.search(
            r"(?i)\b(?:refrain|apply|bewerben|bewerbung einreichen|visit our|website|webseite|portal)\b", sentence
        )
        is not None
    )


def _first(sentences: Iterable[str], pattern: re.Pattern[str]) -> str | None:
    """Return the first sentence in which the pattern is found."""
    return next((sentence for sentence in sentences if pattern.search(sentence)), None)
