"""Which employer the mail comes from; never the name of the system that sent it.

Each place that may name it makes a candidate with a weight; candidates that agree with another witness (the display
name, the domain, the signature) gain. The best one counts if it is heavy enough, else there is none.
"""

import re
from collections.abc import Iterable, Iterator

from classifier.domains import domain_label, spelled_like
from classifier.message import Message
from classifier.names import FIRST_NAMES
from classifier.people import is_person
from classifier.reading import Fact
from classifier.senders import SERVICES, is_freemail, is_unattended, sender_service
from classifier.signatures import signatures
from classifier.values import MAX_COMPANY, squash, tidy

_ENOUGH = 3
_LONGEST_WORD = 8
_MAX_SEARCHED = 4000
_SERVICE_NAMES = frozenset(squash(service.name) for service in SERVICES) | {
    "workdayrecruiting",
    "oracletaleo",
    "sapsuccessfactors",
    "linkedinjobs",
    "indeedapply",
    "greenhousesoftware",
}

_WORD = r"[A-Z0-9ÄÖÜÀ-Þ][\w&'\u2019+-]*(?:\.\w+)*"
_LINK = r"(?:&|\+|of(?: the)?|and|und|for|van|von|der|de|am|der)"
_NAME = rf"(?P<company>{_WORD}(?:,? (?:Inc|Ltd|Co|Corp)\b\.?|(?: {_LINK})? {_WORD}){{0,6}})"
_MAYBE_ARTICLE = r"(?:(?:the|der|dem|den|die|das|unserem Unternehmen|der Firma|dem Unternehmen|Firma) )?"
_MITARBEIT = (
    r"(?:(?:einer|der|eine) (?:Mitarbeit|Tätigkeit|Stelle|Position|Anstellung|Karriere|Beschäftigung|Zusammenarbeit)"
    r"[^.,]{0,80}? (?:bei|in|mit) )"
)
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"(?i:\b(?:application|applying|applied|apply|candidacy|interview(?:ed|ing)?|interest|career|"
            rf"opportunit(?:y|"
            rf"ies)|position|role|job|"
            rf"opening|vacancy|work(?:ing)?|life|hiring team|recruiting team|process|team|meeting|everyone|here|"
            rf"vacancies|roles|positions|openings)"
            rf"[^.!?\n]{{0,110}}? at) {_MAYBE_ARTICLE}{_NAME}"
        ),
        (
            rf"(?i:\b(?:application|applying|applied|apply|candidacy)(?: \w+){{0,2}} (?:to|with)(?: join| work (?:at|"
            rf"for|"
            rf"with))?) {_MAYBE_ARTICLE}{_NAME}"
        ),
        (
            rf"(?i:\b(?:interview(?:ed|ing)?|career|opportunit(?:y|ies)|positions?|roles?|jobs?|working|"
            rf"interviews) with) {_MAYBE_ARTICLE}{_NAME}"
        ),
        (
            rf"(?i:\binterest(?:ed)? in(?: joining| working (?:at|for|with)| being part of| becoming part of|"
            rf" a career (?:at|with)| employment with|"
            rf" opportunities (?:at|with))) {_MAYBE_ARTICLE}{_NAME}"
        ),
        (
            rf"(?i:\b(?:joining|join|on behalf of(?: everyone at| the team at| all of us at)?|consider(?:ing|ed)|chose|"
            rf"choosing|choose)) {_MAYBE_ARTICLE}{_NAME}"
        ),
        rf"\b[Bb]ewerbung(?:sgespräch|sunterlagen)?\b[^.!?\n]{{0,110}}? bei {_MAYBE_ARTICLE}{_NAME}",
        (
            rf"\b(?:Stelle|Position|Praktikum|Ausbildung|Tätigkeit|Mitarbeit|Karriere|Gespräch|Vorstellungsgespräch|"
            rf"Interview|Arbeitgeber|Interesse)"
            rf"[^.!?\n]{{0,90}}? bei {_MAYBE_ARTICLE}{_NAME}"
        ),
        rf"\b[Ii]nteresse an {_MITARBEIT}{_MAYBE_ARTICLE}{_NAME}",
    )
)
_WEAK = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\binterest in(?: the)?) {_NAME}",
        rf"\b[Ii]nteresse an {_MAYBE_ARTICLE}{_NAME}",
        rf"\b(?:für|von) {_MAYBE_ARTICLE}{_NAME} (?:interessier|entschieden)",
        rf"(?i:\b(?:we at|us at|wir bei|uns bei|hier bei|here at)) {_MAYBE_ARTICLE}{_NAME}",
    )
)
# A name stands behind one of these words; most sentences have none, and need no dear look.
_BEFORE_NAMES = re.compile(
    rf"\b(?i:at|to|with|in|joining|join|of|consider(?:ing|ed)|chose|choosing|choose|bei|an|mit|für|von|for) "
    rf"(?i:the )?{_MAYBE_ARTICLE}{_WORD}"
)
_STOP = re.compile(
    r"(?: (?:and|und|for|of|van|von|der|de|am|&|\+))* ?\b(?:We|I|The|Your|Our|You|Unfortunately|Thank|Thanks|After|"
    r"Although|While|Dear|This|"
    r"Please|However|Ihre[rnms]?|Ihr|Sie|Wir|Leider|Vielen|Herzlichen|Nach|Team|Careers?|Recruiting|Recruitment|"
    r"Talent|Hiring|HR|Für|Zu|"
    r"Application|Position|Role|Update|Bewerbung|Status|Interesse|Interest|Job|Jobs|Stelle|Ref)\b.*|(?: (?:and|und|"
    r"for|of|van|von|der|de|am|&|\+))+$"
)
_RELAY_LIKE = re.compile(r"mail|post|hire|recruit|job|talent|apply|career|work|bewerb|karriere|stellen|news|list")
_SALUTATION = re.compile(r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Frau|Herr[n]?)\b")
_NO_COMPANY = re.compile(
    r"(?i)(?:the |our |your |this |an? |unsere[mrn]? |ihre[mrn]? )*(?:position|role|job|team|company|us|this|that|"
    r"unternehmen|hause?|firma|interview|"
    r"stelle|career|careers|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|"
    r"juli|oktober|dezember|"
    r"germany|berlin|hamburg|münchen|munich|london|paris|zurich|zürich|wien|vienna|europe|usa|remote|home|least|"
    r"present|hr|recruiting|talent|"
    r"human resources|dear|hi|hello|mitarbeit|tätigkeit|ausschreibung|stellenausschreibung|vakanz|fragen|rückfragen|"
    r"ihnen|ihr|\d[\d.:]*|"
    r"no-?reply|notifications?|info|mail|mailer|system|admin|people|support|candidate|bewerber|personal|zoom|teams|"
    r"google meet|first|"
    r"last|all|any|every|python|java|sql|once|ref|id)"
)
_ROLE_WORD = re.compile(
    r"(?i)\b(?:engineer|developer|manager|designer|analyst|assistant|associate|specialist|coordinator|consultant|"
    r"scientist|architect|officer|"
    r"administrator|intern|internship|director|technician|representative|nurse|teacher|entwickler(?:in)?|"
    r"ingenieur(?:in)?|leiter(?:in)?|"
    r"referent(?:in)?|sachbearbeiter(?:in)?|berater(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|mitarbeiter(?:in)?|"
    r"kaufmann|kauffrau|"
    r"pfleger|position|role|stelle)\b"
)
_TEAM_WORDS = re.compile(
    r"(?i)\b(?:(?:the )?(?:talent acquisition|talent|recruit(?:ing|ment|er|ers)?|hiring|careers?|karriere(?:team|"
    r"portal|service)?|jobs?|people|human resources|hr|"
    r"personal(?:abteilung|wesen|management|team)?|bewerb(?:ung(?:en)?|er(?:management|service|portal)?)|application|"
    r"applicant|candidate|experience|"
    r"operations|and culture|& culture|staffing|team|teams|department|abteilung|no-?reply|do not reply|"
    r"notifications?|ats|"
    r"support|services?|office|mailer|automated|acquisition|workday|portal|center|centre|recrutement|équipe|empleos?|"
    r"selección|vacatures|at|bei|from|von|the|das|der|your|ihr|ihre|jobportal))\b"
)
_VIA = re.compile(r"(?i)\s+(?:via|through|über|powered by|on behalf of)\s+.*$")
_FROM = re.compile(r"(?i)^.{2,40}?\s+(?:from|at|@|von|bei|\||•|·|[-–—])\s+(?:the )?(?P<company>\S.*)$")
_LEGAL = re.compile(
    rf"(?P<company>{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,5}},? (?:GmbH(?: & Co\. KG(?:aA)?)?|AG|SE|KG|KGaA|e\. ?V\.|eG|"
    rf"UG|mbH|Ltd|Limited|Inc|LLC|plc|S\.A\.|B\.V\.|"
    rf"Corp|Corporation)\b\.?)"
)
_TEAM_SIGNED = re.compile(
    r"(?i)(?:the|your|ihr|dein|euer|das|team|your friends at)?\s*(?P<company>.{2,60}?)[ -](?:(?:talent|recruiting|"
    r"recruitment|hiring|people|hr|careers?|karriere|"
    r"human resources|talent acquisition|acquisition|personal)[ -]?)*(?:team|department|abteilung|recruiting|"
    r"recruitment|careers|talent acquisition|human resources)"
)
_TEAM_AT = re.compile(
    r"(?i)(?:.{0,60}\bteam|.{0,40}\b(?:recruit\w*|people|hr|talent\w*|manager|partner|lead)\b.{0,30})\s*(?:at|of|bei|"
    r"der|von|,|\||@|[-–])\s+(?P<company>\S.{1,60})"
)


def company_of(message: Message, sentences: Iterable[str]) -> Fact | None:
    """Return the employer's name as the mail writes it, with the place where it stood."""
    best: tuple[float, Fact] | None = None
    candidates = list(_candidates(message, sentences))
    names = [squash(fact.value) for _, fact in candidates]
    label = domain_label(message)
    for weight, fact in candidates:
        name = squash(fact.value)
        agreeing = sum(_agree(name, other) for other in names) - 1
        total = weight + min(agreeing, 3) * 0.75 + (2 if label and _agree(name, squash(label)) else 0)
        if best is None or total > best[0]:
            best = (total, fact)
    if best and best[0] >= _ENOUGH:
        return best[1]
    return _from_domain(message, label)


def _candidates(message: Message, sentences: Iterable[str]) -> Iterator[tuple[float, Fact]]:
    """Yield (weight, candidate) from every place that may name the employer."""
    name = _displayed(message)
    if name:
        yield (3.0 if _is_witnessed(message, name) else 1.5), Fact(name, "sender's display name")
    for line in (message.subject, *sentences):
        if not _BEFORE_NAMES.search(line):
            continue
        place = "subject" if line is message.subject else "text"
        for weight, patterns in ((3.0, _STRONG), (2.0, _WEAK)):
            for found in _matches(patterns, line):
                yield weight, Fact(found, place)
    for found in _signed(message):
        yield 2.5, Fact(found, "signature")


def _is_witnessed(message: Message, name: str) -> bool:
    """Whether a display name is an employer's: a service sends in its name, or the domain or the mail has it too."""
    sender = message.sender
    if sender is None or is_freemail(sender.domain):
        return False
    if sender_service(sender.domain) or _agree(squash(name), squash(domain_label(message))):
        return True
    if " " not in name:
        return False  # what is left of "Medical Staffing" stands in its mail too
    has_more = len(squash(sender.name)) > len(squash(name)) or is_unattended(sender.email)
    said = f"{message.subject}\n{message.text[:_MAX_SEARCHED]}"
    return has_more and re.search(rf"\b{re.escape(name)}\b", said) is not None


def _matches(patterns: tuple[re.Pattern[str], ...], line: str) -> Iterator[str]:
    """Yield what these patterns find in a line, if it can be a company."""
    for pattern in patterns:
        for match in pattern.finditer(line):
            name = clean_company(match["company"])
            if name:
                yield name


def _displayed(message: Message) -> str | None:
    """Return the employer in From's display name: "Acme Careers", "Maya from Acme", "Acme via Greenhouse"."""
    raw = _VIA.sub("", message.sender.name if message.sender else "")
    behind = _FROM.match(raw)
    if behind:
        return clean_company(_TEAM_WORDS.sub(" ", behind["company"]))
    raw = re.sub(r"\([^()]*\)|, (?!Inc|Ltd|LLC|Co).*", " ", raw)
    if squash(raw) and squash(raw) == squash(domain_label(message)):
        return clean_company(raw)
    bare = clean_company(_TEAM_WORDS.sub(" ", raw))
    return None if bare is None or is_person(bare) or _is_senders_own(bare, message) else bare


def _is_senders_own(name: str, message: Message) -> bool:
    """Whether a display name is rather a person's: two words, from an address that is made of them."""
    words = name.split()
    local = squash(message.sender.email.rpartition("@")[0]) if message.sender else ""
    if not 1 < len(words) <= 4:  # noqa: PLR2004
        return False
    return squash(words[0]) == local or (squash(words[-1]) in local and squash(words[0])[:1] == local[:1])


def _signed(message: Message) -> Iterator[str]:
    """Yield employers in the signature: "The Acme Team", "Acme Robotics GmbH", "Recruiter at Acme"."""
    for signature in signatures(message.text)[:2]:
        for number, line in enumerate(signature.lines[:8]):
            short = line[:120]
            for match in (_TEAM_SIGNED.fullmatch(short), _TEAM_AT.fullmatch(short), _LEGAL.match(short)):
                name = clean_company(match["company"]) if match else None
                if name and not (number == 0 and is_person(name)):
                    yield name


def clean_company(raw: str) -> str | None:
    """Return the name without what a pattern took too much, or None if it is none."""
    text = tidy(_STOP.sub("", raw), MAX_COMPANY)
    text = re.sub(r"^(?:the|The|Team|Firma) ", "", text).rstrip("\u2019'") if text else None
    text = re.sub(r"['\u2019]s$", "", text) if text else None
    if not text or len(text) < 2 or _NO_COMPANY.fullmatch(text) or _ROLE_WORD.search(text):  # noqa: PLR2004
        return None
    if _SALUTATION.match(text) or is_person(text) or text.partition("-")[0].casefold() in FIRST_NAMES:
        return None
    begins_well = text[0].isupper() or re.match(r"\d\S*[A-Za-z]", text) is not None
    return text if begins_well and squash(text) not in _SERVICE_NAMES else None


def _agree(name: str, other: str) -> bool:
    """Whether two squashed names are the same or one begins with the other ("acme", "acmeroboticsgmbh")."""
    shorter, longer = sorted((name, other), key=len)
    return len(shorter) > 2 and longer.startswith(shorter)  # noqa: PLR2004


def _from_domain(message: Message, label: str) -> Fact | None:
    """Return the domain's name as the text spells it, else with a capital; None if it cannot be a name."""
    squashed = squash(label)
    if len(squashed) < 4 or any(map(str.isdigit, label)):  # noqa: PLR2004
        return None
    spelled = spelled_like(squashed, f"{message.subject}\n{message.text[:_MAX_SEARCHED]}")
    if spelled:
        return Fact(spelled, "text, as in the sender's domain")
    # A longer label is two words more often than one, and nobody can tell where they part.
    is_whole = message.sender is not None and label in message.sender.domain.split(".")
    displayed = _displayed(message)
    if _RELAY_LIKE.search(label) or (displayed and not _agree(squash(displayed), squashed)):
        return None
    is_one_word = is_whole and "-" not in label and len(label) <= _LONGEST_WORD
    return Fact(label.capitalize(), "sender's domain") if is_one_word else None
