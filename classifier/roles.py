"""Which position the mail is about, in the mail's own words, without reference numbers and "(m/w/d)"."""

import re
from collections.abc import Iterable

from classifier.reading import Fact
from classifier.values import MAX_ROLE, tidy

_SHORTEST = 3
_MOST_WORDS = 12

_NOUN = r"(?:position|role|post|job|vacancy|opening|opportunity|job posting|job opening)"
# Where a title ends: at the words that mails put behind one. "and" only before a small letter: "Sales and Marketing".
_END = (
    r"(?=\s+(?i:at|with|here|within|in (?:our|the)|based|has|is|was|were|will|on|which|that|dated|posted|advertised|"
    r"you|we|as well|"
    r"via|through|to (?:join|work)|has been|have|to (?:another|someone|somebody|a|the|an|you)|but|"
    r"for (?:a|the|two|one|our)|in (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December))\b|\s+and (?=[a-z])|"
    r"\s*[.,;:!?(\[\"”“]|\s+[-–|]\s|\s*$)"
)
_ENDE = (
    r"(?=\s+(?:bei|bei der|in (?:unserem|unserer|unser)|im Hause|an|am|vom|für unser|und (?=[a-zäöü])|und Ihr|"
    r"und Dein|sowie|haben|hat|ist|"
    r"in unserem|die Sie|die du|danken|bedanken|möchten|zu besetzen|erhalten|leider|eingegangen|entschieden|nicht|"
    r"zurück|,)\b|"
    r"\s*[.,;:!?(\[\"“”]|\s+[-–|]\s|\s*$)"
)
_TITLE = r"(?P<role>[A-ZÄÖÜ0-9][^.,;:!?\n]{1,110}?)"
_ANY_TITLE = r"(?P<role>[A-Za-zÄÖÜ0-9][^.,;:!?\n]{1,110}?)"
_GENDER = re.compile(
    r"\s*[(\[]\s*(?:[mwfdxiha*]|all genders?|alle|div|gn)(?:\s*[/|,]\s*(?:[mwfdxiha*]|div|all|nb))*\s*[)\]]|"
    r"\s+[mwf]\s*/\s*[mwfd]\s*/\s*[mwfdx]\b",
    re.IGNORECASE,
)
_REQUISITION = re.compile(
    r"\s*[-–,]?\s*[(\[]?\s*(?:\b(?:job|req(?:uisition)?|ref(?:erence|erenz)?|stellen|position|posting)?[ -]?"
    r"(?:id|no|nr|number|nummer|code|kennziffer|kennz|ref|req|"
    r"referenz)\b\.?\s*[:#.]?\s*[A-Za-z]{0,6}[-_/]?\d[\w/-]{0,20}|#\s?\d[\w-]{0,20}|"
    r"\b(?:JR|R|REQ|J|ID)[-_]?\d{3,12}(?:[-_]\d{1,6})?\b|[(\[]\s*[\w-]{0,6}\d{3,12}(?:[-/]\d{1,6})?\s*[)\]]|"
    r"(?<=\w)\s[-–]\s\d{4,12}\b|^\d{4,12}\s?[-–:]?\s)\s*[)\]]?",
    re.IGNORECASE,
)
_IN_TEXT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b{_NOUN} of(?: an?| the| our)?) {_ANY_TITLE}{_END}",
        (
            rf"(?i:\b(?:for|to|in|about|regarding|of|fill|as) (?:the|our|this|your)(?: open| vacant|"
            rf" advertised)?) {_TITLE}\s+(?i:{_NOUN})\b"
        ),
        rf"(?i:\b{_NOUN} as(?: an?| the| our)?) {_ANY_TITLE}{_END}",
        rf"(?i:\b{_NOUN}):\s*{_TITLE}{_END}",
        (
            rf"(?i:\bappl(?:ication|ied|y|ying)(?: to [^.,]{{1,60}}?)? (?:for|as)(?: the| an?|"
            rf" our)?(?: {_NOUN} of(?: an?)?)?) {_TITLE}{_END}"
        ),
        rf"(?i:\b(?:interest\w*|appl\w+|join\w*|candidacy)\b[^.,]{{0,80}}? as(?: an?| the| our)?) {_TITLE}{_END}",
        rf"(?i:\binterview(?:ed|ing)?(?: with (?:us|you))? for(?: the| our| an?)?) {_TITLE}{_END}",
        rf"\b[Bb]ewerbung(?: bei [^.,]{{1,60}}?)? (?:als|zum|zur) {_TITLE}{_ENDE}",
        (
            rf"\b(?:Stelle|Position|Stellenanzeige|Ausschreibung|Vakanz|Stellenausschreibung|Tätigkeit|Rolle) (?:als|"
            rf"des|"
            rf"der|eines|einer)(?: eine[rsn]?)? {_TITLE}{_ENDE}"
        ),
        (
            r"\b(?:Stelle|Position|Stellenanzeige|Ausschreibung|Vakanz|Stellenausschreibung|"
            r"Rolle)[: ]+[\"„“»'\u201a](?P<role>[^\"„“”»«'‘\n]{2,110})[\"“”«'‘]"
        ),
        rf"\b(?:Stelle|Position|Rolle):? (?P<role>[A-ZÄÖÜ][\w/:*-]+(?:(?: |/)[A-ZÄÖÜ&][\w/:*-]*){{0,6}}){_ENDE}",
        rf"\b(?:als|für die Rolle) {_TITLE}\s*\((?:m|w|f)[/|](?:m|w|f|d)[^)]{{0,8}}\)",
        (
            r"\b(?:als) (?P<role>[A-ZÄÖÜ][\w/:*-]+(?: [A-ZÄÖÜ&][\w/:*-]*){0,5}) (?:beworben|zu bewerben|bewerben|"
            r"interessier)"
        ),
        rf"\b(?:Stelle|Position|Rolle) {_TITLE}{_ENDE}",
    )
)
_IN_SUBJECT = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"(?i:\bappl(?:ication|ied|ying)(?: to [^:,]{{1,60}}?)?(?: for|:| [-–])(?: the| our|"
            rf" an?)?(?: {_NOUN} of)?) {_TITLE}(?=\s+(?i:at|with|role|position|job)\b|\s+[-–|]\s|\s*[(\[|:,]|\s*$)"
        ),
        (
            rf"\b[Bb]ewerbung(?: bei [^:,]{{1,60}}?)? (?:als|zum|zur|um die Stelle (?:als )?|für die Stelle (?:als )?|"
            rf"auf die Stelle (?:als )?|[-–]|für die Position (?:als )?)\s*[\"„]?{_TITLE}(?=\s+(?:bei|in|an)\b|"
            rf"\s+[-–|]\s|\s*[(\[|:,\"“]|\s*$)"
        ),
        rf"\b[Bb]ewerbung:\s*{_TITLE}(?=\s+(?:bei|in|an)\b|\s+[-–|]\s|\s*[(\[|:,]|\s*$)",
        (
            rf"(?i:\b(?:update|news|decision|outcome|status|regarding|re|about) (?:on|for|regarding|of|about|"
            rf"the)?\s*(?:your |the |our )?) ?{_TITLE}\s+(?i:role|position|application|vacancy)\b"
        ),
        r"\b[Bb]ewerbung (?P<role>[A-ZÄÖÜ][\w/-]+(?: [A-ZÄÖÜ&][\w/-]*){0,4})$",
        rf"(?i:\b(?:stelle|position)(?: als)?:?)\s+[\"„]?{_TITLE}(?=\s+(?:bei|at)\b|\s+[-–|]\s|\s*[(\[|:,\"“]|\s*$)",
    )
)
_GERMAN = re.compile(r"(?:Stelle|Position|Rolle|Vakanz|Ausschreibung|Tätigkeit|als|für)")
_JOINTS = frozenset("für im in der des und von mit zur zum of and the for & am an".split())  # noqa: SIM905
_GENERIC = re.compile(
    r"(?i)(?:the |this |our |your |that |an? |any |other |open |current |advertised |above |abovementioned |"
    r"mentioned |ausgeschriebene |"
    r"genannte |o\.g\. )*(?:position|role|job|post|vacancy|opening|opportunity|stelle|application|team|company|"
    r"interview|"
    r"employment|future|roles|positions|jobs|next|status|update|career|careers|work|bewerbung|verfügung|"
    r"mitarbeiter(?:in)?|kandidat\w*|"
    r"candidate|applicant|same|new|right|similar|ideal|review|consideration|us|you|me|it|a|an)\b.{0,12}"
)
_NOT_A_TITLE = re.compile(
    r"(?i)\b(?:you|your|we|our|us|they|their|i|my|sie|ihre[nr]?|ihnen|wir|uns|unser\w*|du|dein\w*|thank|thanks|"
    r"unfortunately|leider|apply|"
    r"(?-i:applied)|that|this|which|bewerb\w+|application|interview|feedback|decision|future|moment|time|candidates?|"
    r"have|been|company|hiring|"
    r"unternehmen|gesellschaft|gmbh|inc|ltd|loan|bursary|scholarship|mortgage|visa|places|warteliste|personal)\b"
)


# A sentence without any of these words names no position; most have none.
_WORTH_A_LOOK = re.compile(
    rf"(?i)\b(?:{_NOUN}|appl(?:y|ied|ication|ying)|interview\w*|interest\w*|join\w*|candidacy)\b|ewerb|stelle|rolle|"
    r"ausschreibung|vakanz|tätigkeit|\bals\b"
)


def role_of(subject: str, sentences: Iterable[str]) -> Fact | None:
    """Return the position that the text or, failing that, the subject names."""
    for sentence in filter(_WORTH_A_LOOK.search, sentences):
        role = _found(_IN_TEXT, sentence)
        if role:
            return Fact(role, "text")
    role = _found(_IN_SUBJECT, subject) or _found(_IN_TEXT, subject)
    return Fact(role, "subject") if role else None


def _found(patterns: tuple[re.Pattern[str], ...], text: str) -> str | None:
    """Return the title that the first of these patterns gives."""
    bare = _GENDER.sub("", _REQUISITION.sub("", text))
    for pattern in patterns:
        for match in pattern.finditer(bare):
            raw = match["role"]
            role = clean_role(_cut_german(raw) if "ewerb" in match[0] or _GERMAN.match(match[0]) else raw)
            if role:
                return role
    return None


def _cut_german(title: str) -> str:
    """Cut a German title before the first small word that joins nothing: nouns have capitals, verbs do not."""
    words = title.split()
    for number, word in enumerate(words):
        is_joint = word.lower() in _JOINTS and any(w[:1].isupper() for w in words[number + 1 : number + 4])
        is_between = number > 0 and words[number - 1].lower() in _JOINTS
        if number and word[0].islower() and not (is_joint or is_between):
            return " ".join(words[:number])
    return title


def clean_role(raw: str) -> str | None:
    """Return a title without reference numbers and gender marks, or None if it is no title."""
    role = tidy(_GENDER.sub("", _REQUISITION.sub("", raw)), MAX_ROLE)
    role = re.sub(r"(?i) (?:role|position|job|vacancy)$", "", role) if role else None
    if role is None or len(role) < _SHORTEST or len(role.split()) > _MOST_WORDS:
        return None
    if re.match(r"\d+(?:\s|$)", role) or _GENERIC.fullmatch(role) or _NOT_A_TITLE.search(role):
        return None
    return role
