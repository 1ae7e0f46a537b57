"""How English job mail names the position and the employer."""

from classifier.languages.patterns import (
    ANY_TITLE,
    COMPANY,
    END_IN_SUBJECT,
    END_OF_TITLE,
    TITLE,
    all_of,
    companies_after,
    either,
)
from classifier.languages.saying import Saying

_THE = "(?:the )?"
_A = "(?: an?| the| our)?"
_POST = either("position", "role", "post", "job", "vacancy", "opening", "opportunity", "job posting", "job opening")
_PROGRAMME = either("programme", "program", "scheme", "traineeship", "internship", "apprenticeship", "fellowship")
_TITLE_CASE = r"(?P<role>[A-Z][\w/&'’-]*(?:(?: (?:of|and|for|in|&))? [A-Z0-9(][\w/&'’)-]*){0,6})"
_APPLY = either("application", "applying", "applied", "apply", "candidacy")
_MONTH = either(
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# Where a title ends: at the words that mails put behind one. "and" only before a small letter: "Sales and Marketing".
_END = either(
    r"(?=\s+"
    + either(
        "(?i:at|with|here|within|in (?:our|the)|based|has|is|was|were|will|on|which|that|dated|posted|advertised)",
        "(?i:did|does|do|any|further|may|can|could|would|should|might|must|closed|closes|went|goes)",
        "(?i:you|we|as (?:well|we|they|the)|via|through|to (?:join|work)|has been|have|but|for (?:a|the|two|one|our))",
        "(?i:to (?:another|someone|somebody|a|the|an|you))",
        f"(?i:in {_MONTH})",
    )
    + r"\b)",
    r"(?=\s+and (?=[a-z]))",
    f"(?={END_OF_TITLE})",
)
_SUBJECT_END = rf"(?=\s+(?i:at|with|role|position|job)\b|{END_IN_SUBJECT})"

ROLE_HINT = Saying(
    rf"(?i)\b(?:{_POST}|appl(?:y|ied|ication|ying)|interview\w*|interest\w*|join\w*|candidacy|wanted|{_PROGRAMME})\b"
)
ROLES = all_of(
    rf"(?i:\b{_POST} of{_A}) (?P<role>\w[^.,;:!?\n]{{1,110}}?(?: [-–] [A-Z]\w+(?= (?:with|at)\b))?){_END}",
    rf"(?i:\bappl\w+ to (?:be|become|join us as) (?:our|an?|the)(?: first| next| new)?) {TITLE}{_END}",
    (
        r"(?i:\b(?:for|to|in|about|regarding|of|fill|as) (?:the|our|this|your)(?: open| vacant| advertised)?) "
        rf"{TITLE}\s+(?i:{_POST})\b"
    ),
    rf"(?i:\b{_POST} as{_A}) {ANY_TITLE}{_END}",
    rf"\b(?i:the|our|this) {_TITLE_CASE} (?i:{_POST}|{_PROGRAMME} at)\b",
    rf"(?i:\bwanted to (?:be|become|join us as) an?) {TITLE}{_END}",
    rf"\b(?i:vacancy|position applied for|job title|role title|post title): ?{TITLE}{_END}",
    rf"(?i:\b(?:every|all) open (?:role|position)s?), {_TITLE_CASE}(?: included)",
    rf"(?i:\bthe (?=lectureship|professorship|fellowship|curatorship|chair)){TITLE}{_END}",
    rf"(?i:\b{_POST}):\s*{TITLE}{_END}",
    (
        r"(?i:\bappl(?:ication|ied|y|ying)(?: to [^.,]{1,60}?)? (?:for|as)(?: the| an?| our)?"
        rf"(?: {_POST} of(?: an?)?)?) {TITLE}{_END}"
    ),
    rf"(?i:\b(?:interest\w*|appl\w+|join\w*|candidacy)\b[^.,]{{0,80}}? as{_A}) {TITLE}{_END}",
    rf"(?i:\binterview(?:ed|ing)?(?: with (?:us|you))? for(?: the| our| an?)?) {TITLE}{_END}",
)
ROLES_IN_SUBJECT = all_of(
    (
        r"(?i:\bappl(?:ication|ied|ying)(?: to [^:,]{1,60}?)?(?: for|:| [-–])(?: the| our| an?)?"
        rf"(?: {_POST} of)?) {TITLE}{_SUBJECT_END}"
    ),
    (
        r"(?i:\b(?:update|news|decision|outcome|status|regarding|re|about) (?:on|for|regarding|of|about|the)?\s*"
        rf"(?:your |the |our )?) ?{TITLE}\s+(?i:role|position|application|vacancy)\b"
    ),
    rf"(?i:\bposition:?)\s+\"?{TITLE}(?=\s+at\b|{END_IN_SUBJECT})",
)
GENERIC_TITLES = Saying(
    r"(?i)(?:the |this |our |your |that |an? |any |other |open |current |advertised |above |abovementioned "
    "|mentioned )*"
    + either(
        *("position", "role", "job", "post", "vacancy", "opening", "opportunity", "application", "team", "company"),
        *("interview", "employment", "future", "roles", "positions", "jobs", "next", "status", "update", "careers?"),
        *("work", "candidate", "applicant", "same", "new", "right", "similar", "ideal", "review", "consideration"),
        *("us", "you", "me", "it", "a", "an"),
    )
    + r"\b.{0,12}"
)
NO_TITLES = Saying(
    r"(?i)\b"
    + either(
        *("you", "your", "we", "our", "us", "they", "their", "i", "my", "thank", "thanks", "unfortunately", "apply"),
        *("(?-i:applied)", "that", "this", "which", "application", "interview", "feedback", "decision", "future"),
        *("moment", "time", "candidates?", "have", "been", "company", "hiring", "inc", "ltd", "loan", "bursary"),
        *("scholarship", "mortgage", "visa", "places"),
    )
    + r"\b"
)

_AT_WORK = either(
    *("application", "applying", "applied", "apply", "candidacy", "interview(?:ed|ing)?", "interest", "career"),
    *("opportunit(?:y|ies)", "position", "role", "job", "opening", "vacancy", "work(?:ing)?", "life"),
    *("hiring team", "recruiting team", "process", "team", "meeting", "everyone", "here"),
    *("vacancies", "roles", "positions", "openings"),
)
COMPANY_HINT = Saying(
    r"\b(?i:at|to|with|in|joining|join|of|consider(?:ing|ed)|chose|choosing|choose|for) (?i:the )?(?:[A-Z0-9À-Þ])"
)
COMPANIES = companies_after(
    rf"(?:want(?:ed|ing)? )?to be(?:come)? an? [^.!?\n]{{2,60}}? at {_THE}",
    rf"{_AT_WORK}[^.!?\n]{{0,110}}? at {_THE}",
    rf"{_APPLY}(?: \w+){{0,2}} (?:to|with)(?: join| work (?:at|for|with))? {_THE}",
    (
        r"(?:interview(?:ed|ing)?|career|opportunit(?:y|ies)|positions?|roles?|jobs?|working|interviews) with "
        rf"{_THE}"
    ),
    (
        r"interest(?:ed)? in(?: joining| working (?:at|for|with)| being part of| becoming part of"
        rf"| a career (?:at|with)| employment with| opportunities (?:at|with)) {_THE}"
    ),
    (
        r"(?:joining|join|on behalf of(?: everyone at| the team at| all of us at)?|consider(?:ing|ed)|chose|choosing"
        rf"|choose) {_THE}"
    ),
)
COMPANIES_MAYBE = (
    *companies_after(
        "interest in(?: the)? ", rf"(?:we at|us at|here at|client|team|people|programme|program) at {_THE}"
    ),
    Saying(rf"[A-Z](?!\w*ing )\w+ at (?:the )?{COMPANY}"),
)

_TEAM = either("talent", "recruiting", "recruitment", "hiring", "people", "hr", "careers?", "human resources")
SIGNED_BY = (
    Saying(
        rf"(?i)(?:the|your|team|your friends at)? ?(?P<company>\S.{{1,60}}?)[ -](?:(?:{_TEAM}|(?:talent )?acquisition)"
        r"[ -]?){0,4}(?:team|department|recruiting|recruitment|careers|talent acquisition|human resources)"
    ),
    Saying(
        r"(?i)(?:.{0,60}\bteam|.{0,40}\b(?:recruit\w*|people|hr|talent\w*|manager|partner|lead)\b.{0,30})\s{0,2}"
        r"(?:at|of|,|\||@|[-–])\s{1,2}(?P<company>\S.{1,60})"
    ),
)
NO_COMPANIES = (
    *("position", "role", "job", "team", "company", "us", "this", "that", "interview", "careers?", "monday", "tuesday"),
    *("university", "college", "school", "council", "office", "chair", "board", "committee", "hospital", "trust"),
    *("panel", "department", "resourcing", "governors", "trustees", "society", "bank", "museum", "museums", "pace"),
    *("wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december", "germany", "berlin", "hamburg", "munich"),
    *("london", "paris", "zurich", "vienna", "europe", "usa", "remote", "home", "least", "present", "hr"),
    *("recruiting", "talent", "human resources", "dear", "hi", "hello", r"\d[\d.:]*", "no-?reply", "notifications?"),
    *("info", "mail", "mailer", "system", "admin", "people", "support", "candidate", "zoom", "teams", "google meet"),
    *("first", "last", "all", "any", "every", "python", "java", "sql", "once", "ref", "id"),
)
