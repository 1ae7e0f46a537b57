"""How English job mail says why an application failed, and when to try again."""

from classifier.languages.patterns import either, says
from classifier.reading import Reason

_POST = either(
    "positions?", "roles?", "posts?", "vacanc(?:y|ies)", "jobs?", "openings?", "opportunit(?:y|ies)", "seats?"
)
_SEARCH = either("search", "recruitment", "recruiting", "hiring", "process", "campaign", "competition", "requisition")
_PEOPLE = "(?:candidates?|applicants?|person|people|colleague|profiles?)"
_SOMEBODY = either(
    "someone", "somebody", "another", "others", "a different", "an internal", "an existing", "a colleague"
)
_WITH_MORE = either("who", "whose", "with", "that", "of", "from", "already", "inside", "at", "more", "better")
_OTHER = either(
    _SOMEBODY,
    rf"(?:the |a |an |those |some )?(?:other|internal|different|stronger|preferred|successful) (?:\w+ )?{_PEOPLE}",
    rf"(?:the |a |an |those |some )?(?:\w+ )?{_PEOPLE}(?=,? {_WITH_MORE})",
)
_CHOSE = either(
    *(
        "selected",
        "selecting",
        "chosen",
        "chose",
        "choosing",
        "hired",
        "hiring",
        "appoint(?:ed|ing)?",
        "offer(?:ed|ing)",
    ),
    *("(?:went|gone|go|goes|going) with", "(?:decid|settl|agre)(?:ed|ing) (?:on|for|upon)", "favou?r of", "opted for"),
    *(
        "picked",
        "preferred",
        "preference to",
        "found",
        "offered it to",
        "(?:gave|give|given|giving) (?:it|ur place|the \\w+(?: \\w+){0,2}) to",
    ),
    *("(?:went|gone|go|goes|going|offered|entrusted|awarded) to",),
)
_NEED = "(?:requirement|criteri(?:a|on)|experience|qualification|skill|licen[cs]e|certificat|degree)"
_GO_ON = r"(?:mov(?:e|ed|ing)|go(?:ing)?|gone|proceed\w*|progress\w*|continu\w*|advanc\w*|pursu\w*)"
_NUMBER = either(
    *(r"\d{1,2}", "an?", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "eighteen", "twenty-four", "half an?", "a couple of"),
)
_TIME = rf"{_NUMBER}(?: ?(?:-|–|to|or) ?{_NUMBER})?[ -](?:full |more )?(?:months?|years?|weeks?)"
_SEASON = "(?:spring|summer|autumn|fall|winter)"
_MONTH = either(
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_PERIOD = either(
    "year", "season", "term", "semester", "quarter", "round", "intake", "cohort", "month", "cycle", _SEASON
)
_WHEN = "(?P<when>" + "|".join((
    (
        rf"(?:in|after|within|for|until|from)(?: about| around| the next| another| at least){{0,2}} {_TIME}"
        r"(?:['\u2019]? time| from (?:now|today)| have passed| has passed)?"
    ),
    rf"(?:(?:in|for|during|from|until|before|after) (?:the )?|early |late |later )?next(?: \w+)? {_PERIOD}",
    (
        rf"(?:in|from|for|until|after|before) (?:the |early |late )?(?:{_SEASON}|{_MONTH})"
        r"(?:(?: of)? (?:next year|20\d\d))?"
    ),
    rf"{_NUMBER} (?:months|years|year) from now",
    r"(?:in|from) (?:early |late )?20\d\d",
)) + r")\b"  # fmt: skip
_AGAIN = either(
    *("re-?appl\\w*", "(?:apply|applying|try|trying|knock|write|audition|look)(?: \\w+){0,3} (?:again|once more)"),
    *("(?:new|another|fresh|further) (?:application|attempt|try)", "come back(?! to you)", "get in touch again"),
    *("reach out (?:again|to (?:me|us))", "contact us", "hear from you", "check back", "write to (?:me|us)", "apply"),
)
_HIRE_AGAIN = r"(?:hir|recruit|advertis|open|call|expand|audition|interview)\w*(?: \w+){0,4} again"

REASONS = {
    Reason.FILLED: says(
        rf"{_POST}\b[^.;]{{0,60}} (?:ha(?:s|ve|d)|is|are|was|were|been|got)(?: \w+){{0,3}} (?:filled|taken)\b",
        rf"(?:have|has|had|we|just|now|already) (?:\w+ )?filled (?:the|this|our|that|all)(?: \w+){{0,3}} {_POST}\b",
        rf"filled (?:the|this|our|that|all)(?: \w+){{0,3}} {_POST}\b",
        r"(?:gave|given|giving) (?:it|the \w+) to (?:my|our|one of)\b",
        rf"(?:employee|colleague|member of staff)\b[^.;]{{0,40}} accepted (?:this|the|our) {_POST}",
        r"we['\u2019]ve (?:now )?(?:got|found) our (?:\w+ ){1,3}now",
        r"(?:gave|given|giving) (?:it|the \w+) to (?:my|our|a|an|one)\b",
        rf"(?:employee|colleague|member of staff|someone)\b[^.;]{{0,40}} accepted (?:this|the|our) {_POST}",
        r"we['\u2019]ve (?:now )?(?:got|found) our \w+",
    ),
    Reason.CANCELLED: says(
        (
            rf"{_POST} ha(?:s|ve) been closed (?:due to|owing to|because of|following) "
            r"[^.]{0,30}(?:restructur|reorgani|budget)"
        ),
        (
            rf"(?:{_POST}|{_SEARCH})\b[^.;]{{0,60}} (?:ha(?:s|ve|d)|is|are|was|were|been)(?: \w+){{0,3}} "
            "(?:cancell?ed|withdrawn|eliminated|discontinued|scrapped|called off|cut|removed|abandoned|dropped)"
        ),
        (
            "(?:cancel|withdraw|eliminat|discontinu|scrap|abandon|call(?:ed)? off|withdrew)\\w*(?: off)? "
            rf"(?:the|this|our|that)(?: \w+){{0,3}} (?:{_POST}|{_SEARCH})\b"
        ),
        (
            "(?:decided|chosen|opted) not to (?:fill|recruit for|hire for|appoint to|proceed with) "
            rf"(?:the|this|that|our) {_POST}"
        ),
        r"no longer exists?\b",  # "no longer hiring" may mean that somebody was hired
        rf"{_POST}\b[^.]{{0,40}} (?:no longer exists?|will (?:not|no longer) be filled)",
        "(?:lost|without|cut|not approved|withdrew) (?:the |our |its )?(?:funding|budget)",
    ),
    Reason.PAUSED: says(
        *(
            "on (?:hold|ice)\\b",
            "hiring freeze",
            "(?:recruitment|headcount) freeze",
            "freeze on (?:hiring|recruit\\w*|new)",
        ),
        rf"(?:{_POST}|{_SEARCH}|headcount)\b[^.;]{{0,60}} (?:paused|frozen|suspended|postponed|halted)",
        rf"(?:paus|fr[eo]ez|froze|suspend|postpon|halt)\w* (?:all |the |this |our )?(?:\w+ )?(?:{_POST}|{_SEARCH})\b",
    ),
    Reason.OTHER_CANDIDATES: says(
        rf"{_GO_ON}(?: \w+){{0,4}} with {_OTHER}\b",
        rf"(?:{_GO_ON}|interview\w*|shortlist\w*)(?: \w+){{0,2}} (?:other|another) {_PEOPLE}",
        rf"{_CHOSE}(?: \w+){{0,3}} {_OTHER}\b",
        (
            rf"(?:other|another|different|internal|stronger) {_PEOPLE}\b[^.]{{0,60}}"
            "(?:chosen|selected|appointed|accepted|closer|closest|more closely|better|stronger|more relevant|match)"
        ),
        rf"{_PEOPLE}\b[^.]{{0,40}} (?:more closely|more suit|better (?:suit|match|fit)|closer match|stronger match)",
        rf"(?:an?|the) (?:{_PEOPLE}|one) (?:they|we)(?:['\u2019]?ve| have) (?:settled on|chosen|picked|taken)",
        rf"(?:gone|went|go|goes|going) to (?:a|another) {_PEOPLE}",
        r"(?:recommend|appoint|select|offer)(?:ed)? (?:Dr|Mr|Ms|Mrs|Prof)\b",
        r"(?:was|were|is)(?:n['\u2019]t| not) among (?:the|those)\b",
        r"they['\u2019]?ve settled on",
    ),
    Reason.NOT_QUALIFIED: says(
        (
            r"(?:do(?:es)? not|don['\u2019]t|doesn['\u2019]t|did not|didn['\u2019]t) (?:\w+ ){0,2}"
            "(?:have|meet|possess|match|fit|hold|satisfy|align|fulfil)\\b[^.]{0,60}"
            rf"(?:{_NEED}|need|profile|level|looking)"
        ),
        r"(?:over|under)-?qualified",
        rf"lack(?:s|ed|ing)?\b[^.]{{0,40}}{_NEED}",
        r"(?:need|require|looking for|want)\w* (?:\w+ ){0,4}more (?:\w+ ){0,2}experience",
        "(?:not|insufficient|too little|less) (?:quite )?(?:enough |the )?(?:relevant |required )?experience",
        r"(?:could|did|does)(?: not|n['\u2019]t) (?:be shortlisted|evidence|demonstrate)\b[^.]{0,60}",
        "not (?:quite |sufficiently )?(?:qualified|eligible|the right (?:fit|match))",
        "not (?:quite )?a (?:good |close |strong )?(?:fit|match)",
    ),
}
REAPPLY = (
    says(rf"{_AGAIN}\b[^.]{{0,60}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_AGAIN}\b"),
    says(rf"{_HIRE_AGAIN}\b[^.]{{0,40}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_HIRE_AGAIN}\b"),
    says(rf"wait(?:ing)?(?: for)?(?: at least)? (?P<when>{_TIME}) before (?:re-?)?apply"),
)
_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {
    **{word: number for number, word in enumerate(_COUNT, 1)},
    **dict.fromkeys(("a", "an"), 1),
    **dict.fromkeys(("half a", "half an"), 0.5),
    "a couple of": 2,
    "eighteen": 18,
    "twenty-four": 24,
}
