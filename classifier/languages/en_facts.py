"""How English job mail names the position and the employer."""

from classifier.languages.patterns import COMPANY, all_of, companies_after, either
from classifier.languages.saying import Saying

_THE = "(?:the )?"
_APPLY = either("application", "applying", "applied", "apply", "candidacy")


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
CLIENTS = all_of(
    rf"\b(?i:my|our|their) (?i:client)s?\b(?:,? (?:the )?{COMPANY})?",
    rf"\b(?i:the (?:employer|company)) {COMPANY}",
)
