"""How English says what matters in job mail."""

from classifier.languages import en_facts as facts
from classifier.languages import en_names as names
from classifier.languages import en_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

_WEAKNESS = either(
    *(r"lack\w*", "missing", "limited", r"weak\w*", "could have", "needed more", "less experience"),
    *("more experience", r"too \w+"),
)

ENGLISH = Speech(
    code="en",
    function_words=words(
        "the and you your for we our to of with have has not this that are is will at on be but from as would "
        "wish unfortunately thank thanks regards dear best no us it sorry hi hello went another "
        "i in a an my me if so there they were had was or by who how when up can don do any all he she"
    ),
    open=says_whole(
        *(
            "(?<!even )(?<!as )if",
            "should (?:you|we|your|the|a|there|any|another)",
            "in case (?:you|we|of)",
            "in the event",
            "unless",
            "whether",
        ),
        *("otherwise", "not yet", "no (?:decision|selection) has"),
        "every (?:applicant|candidate|application)",
        r"^(?:all |any )?(?:candidates|applicants|applications|those|anyone|people)\b,? (?:who|whose|that|which)",
        "^failing",
    ),
    closings=(
        (
            "(?:with )?(?:my |our )?(?:very |all )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere|big)(?: personal)? "
            "(?:regards|wishes|thanks|greetings)"
        ),
        *("regards", "best", "sincerely", "(?:yours|very) (?:sincerely|truly(?: yours)?|faithfully)"),
        *("sincerely yours", "all the (?:best|very best)", "the (?:best|very best)", "cheers", "warmly"),
        *("respectfully", "cordially", "take care", "(?:speak|talk|chat) soon", "thanks(?: again| so much)?"),
        *("thank you(?: again| so much| very much)?", "many thanks", "with (?:gratitude|appreciation)"),
    ),
    closing_words=(
        "regards",
        "sincerely",
        "faithfully",
        "(?:best|warm|kind) wishes",
        "with (?:appreciation|gratitude|thanks)",
    ),
    behind_closings=("from", "and", "to"),
    possessives=("your",),
    signed_for=(r"p\.?p\.?", r"(?:for and )?on behalf of [^\n]{2,60}$"),
    person_titles=(
        "Professor",
        "Prof",
        "Dr",
        "Mrs",
        "Mr",
        "Ms",
        "Miss",
        "Mx",
        "Sir",
        "Dame",
        "Revd?",
        "Canon",
        "Cllr",
        "Fr",
        "Br",
    ),
    no_names=names.NO_NAMES,
    functions=names.FUNCTIONS,
    positions=names.POSITIONS,
    behind_names=("from", "at", "and the"),
    behind_senders=("from", "at"),
    via=("via", "through", "powered by", "on behalf of"),
    team_words=names.TEAM_WORDS,
    requisition_words=(
        (
            "(?:job|position|post(?:ing)?|vacancy|role|requisition|req|opening)"
            "[ -]?(?:id|n[or]|number|code|ref(?:erence)?)"
        ),
        "req(?:uisition)?",
        "ref(?:erence)?(?: (?:no|nr|number|code|id))?",
    ),
    organisations=names.ORGANISATIONS,
    businesses=names.BUSINESSES,
    employer_labels=("(?:hiring )?(?:organi[sz]ation|agency|company)", "employer"),
    departments=names.DEPARTMENTS,
    company_hint=facts.COMPANY_HINT,
    companies=facts.COMPANIES,
    companies_maybe=facts.COMPANIES_MAYBE,
    clients=facts.CLIENTS,
    company_stops=(
        *("We", "I", "The", "Your", "Our", "You", "Unfortunately", "Thanks?", "After", "Although", "While", "Dear"),
        *("This", "Please", "However", "Team", "Careers?", "Recruiting", "Recruitment", "Talent", "Hiring", "HR"),
        *("Application", "Position", "Role", "Update", "Status", "Interest", "Jobs?", "Ref"),
        *("Graduate (?:Program(?:me)?|Scheme|Development)", "Internships?", "Apprenticeships?", "Traineeships?"),
    ),
    articles=("the", "our", "your", "this", "an?"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"\bI(?:[\u2019\']\w+)?\b|\b(?:[Mm]y|me)\b"),
    unattended=says(
        (
            r"(?:do not|don['\u2019]t|please refrain from|cannot|can['\u2019]t|unable to) (?:\w+ )?"
            r"(?:reply|respond|replying|answer)\w*[^.]{0,30}(?:e-?mail|message|address|this)"
        ),
        (
            r"(?:repl(?:y|ies)|responses?|answers?|e-?mails?|mailbox|inbox|\w*address)[^.]{0,60} (?:not|never|un)[ -]?"
            r"(?:be(?:ing)? )?(?:actively )?(?:monitored|read|answered|attended|received|checked)"
        ),
        r"(?:do not|don['\u2019]t) (?:reply|respond)\W*$",
        r"repl(?:y|ies)\b[^.]{0,40} (?:undeliverable|(?:will not|cannot|can['\u2019]t) (?:be delivered|reach))",
        *("unmonitored", "unattended"),
        "(?:auto-?generated|automatically generated|automated) (?:e-?mail|message|mail|response)",
    ),
    invites_reply=says(
        (
            "(?:feel free|happy|welcome|hesitate|please|can|glad)[^.]{0,40} (?:to )?(?:reply|respond|write|contact"
            "|reach out|get in touch|drop me|email me|call me|ask|let me know|let us know)"
        ),
        (
            "if you (?:have|would like)[^.]{0,40}(?:question|feedback)[^.]{0,80}"
            "(?:reply|contact|reach|let|write|email|get in touch|happy)"
        ),
        *("(?:stay|keep) in (?:touch|contact)", "just reply"),
    ),
    no_invitation=says_whole("refrain", "apply", "visit our", "website", "portal"),
    advises=says(
        "(?:my|our|one|some) (?:one |only |best |other )?(?:piece of |words? of )?(?:advice|suggestion|tip)s?",
        "(?:i|we)(?: would|['\u2019]d) (?:suggest|recommend|advise)",
        "you (?:might|may|could) (?:want to|wish to|like to|consider|also consider)",
        "(?:it|what) (?:would|might) help",
    ),
    encourages=says(
        "(?:i|we)(?: would| do| very much| strongly| really|['\u2019]d)* (?:encourage|urge) you",
        "(?:please |do |please do )(?:apply|try) (?:again|for)",
        r"(?:welcome|hope|hesitate|delighted|love)\b[^.]{0,40} (?:(?:apply|try|audition)(?: \w+){0,4} again|reapply)",
        "don['\u2019]t (?:give up|lose heart|be discouraged|let this)|do not (?:give up|lose heart|be discouraged)",
        "(?:impressed|struck|moved) (?:by|with) (?:your|how you)",
        "you have (?:a (?:great|bright|real|lot)|so much|great|real)",
    ),
    gives_feedback=says(
        (
            r"^(?:(?:our|the|some|my|here is (?:our|some|my)) )?(?:\w+ )?feedback"
            r"(?: (?:from|on|after|of) (?:\w+ ){0,4}\w+)?:(?!\s*(?:https?:|www\.))"
        ),
        r"feedback (?:was|is) that\b",
        rf"(?:felt|found|thought|noticed) (?:that )?your?\b[^.]{{0,60}}\b{_WEAKNESS}\b",
        r"you (?:lack(?:ed)?|were lacking)\b",
        r"the (?:\w+ )?reason (?:for (?:this|our|the) (?:\w+ )?decision )?(?:was|is)\b",
    ),
    feedback_on_request=says_whole("if", "would you", "happy to"),
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months={"month": 1, "months": 1, "year": 12, "years": 12, "week": 0.25, "weeks": 0.25},
    spans={"next year": 12},
)
