"""How English says what matters in job mail."""

from classifier.languages import en_facts as facts
from classifier.languages import en_names as names
from classifier.languages import en_outlook as outlook
from classifier.languages.patterns import either, says, says_whole, words
from classifier.languages.saying import Saying
from classifier.languages.speech import Speech

_TALK = either("speaking", "talking", "chatting", "speak", "talk", "chat", "spoke", "spoken", "talked")
_CALL = either("call", "conversation", "chat", "talk")
_MEET = either("meeting", "to meet", "to have met", "meet", "interviewing", "met")
_WORK = either("task", "test", "assignment", "case(?: study)?", "exercise", "challenge", "project")
_RESULTS = either("results", "solution", "task", "assignment", "case study", "exercise", "findings")
_CANNOT = either(
    *("unable", "not able", "cannot", "can['\u2019]t", "can not", "are not in a position", "do not", "don['\u2019]t"),
    *("won['\u2019]t", "not be able", "not possible", "regret"),
)
_WEAKNESS = either(
    *(r"lack\w*", "missing", "limited", r"weak\w*", "could have", "needed more", "less experience"),
    *("more experience", r"too \w+"),
)
_GREAT = either("nice", "great", "good", "lovely", "pleasure", "glad", "happy")

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
        *("without", "otherwise", "not yet", "no (?:decision|selection) has"),
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
    person_titles=("Professor", "Prof", "Dr", "Mrs", "Mr", "Ms", "Miss", "Mx", "Sir", "Dame", "Revd?", "Canon", "Cllr"),
    no_names=names.NO_NAMES,
    functions=names.FUNCTIONS,
    positions=names.POSITIONS,
    behind_names=("from", "at", "and the"),
    behind_senders=("from", "at"),
    via=("via", "through", "powered by", "on behalf of"),
    team_words=names.TEAM_WORDS,
    requisition_words=(
        "(?:job|position|post(?:ing)?|vacancy|role|requisition|req|opening)[ -]?(?:id|n[or]|number|code|ref(?:erence)?)",
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
    ),
    articles=("the", "our", "your", "this", "an?"),
    no_companies=facts.NO_COMPANIES,
    alone=Saying(r"\bI(?:[\u2019\']\w+)?\b|\b(?:[Mm]y|me)\b"),
    not_happened=says(
        *("if", "should", "would you", "will (?:be|not|contact|reach|meet)", r"schedul\w+", r"availab\w+"),
        *("next (?:step|stage|round)", "upcoming", "look(?:ing)? forward", "invite you"),
        r"(?:not|unable|able) (?:be )?(?:to )?(?:invit|offer|progress|mov|proceed|select)\w*",
        r"(?:other|many|several|all|strong|some|number of) (?:\w+ )?(?:candidates|applicants|people)",
        "interview(?:ing)? process",
        "for (?:an )?interviews?(?=[ .,]|$)",
        "to (?:an |the )?interview(?: stage)?(?=[ .,]|$)",
        rf"would (?:be|have been) (?:a |very |so )?{_GREAT}",
        r"(?:could not|couldn['\u2019]t) (?:\w+ )?(?:reach|meet|speak)",
    ),
    time_to_interview=says(
        (
            r"(?:taking|took|taken|made|making|for) (?:the |your |out )?(?:\w+ )?time (?:out of your day |out )?"
            r"to (?:interview|meet|come in|visit)"
        ),
        (
            r"thank(?:s| you)[^.]{0,30} for (?:interviewing|meeting|coming (?:in|to|by)|visiting)"
            r"(?! (?:\w+ ){0,3}(?:web ?site|site|page|portal|stand|booth)\b)"
        ),
    ),
    phone_interview=says("(?:tele)?phone ?interviews?"),
    interviewed=says(
        r"(?:after|since|following|during|at|from|in) (?:our|your|the|last \w+'s)(?: \w+){0,2} interviews?\b",
        r"your (?:\w+ )?interviews?(?: with| on| last| yesterday|,| and|\.| here| for)",
        "(?:you|we) (?:interviewed|met) (?:with|you|us|in|on|last)",
        (
            r"(?:enjoyed|pleasure|great|lovely|nice|good|wonderful|glad|liked)(?: \w+){0,3} "
            rf"{_MEET}(?: with)? (?:you|us|everyone)"
        ),
        r"enjoyed (?:our|your|the)(?: \w+)? (?:interview|meeting|visit)",
        "(?:when|time) (?:we|you) (?:met|interviewed|visited|came)",
        r"(?:one of|of the) (?:\w+ ){1,2}(?:we|who) (?:saw|met|interviewed)",
        r"discussions? with (?:my|our|the) (?:group|team|panel|lab)",
        r"coming in to (?:see|talk to|speak (?:to|with))",
        r"(?:technical|managerial|final|panel|second|third|last|hr) round (?:conducted|held|on|last|with)",
        r"(?:making|made) (?:the|a|such a)(?: \w+)? journey",
        r"presenting your (?:\w+ )?(?:case|ideas|plan|work) to (?!us your)",
        *("interviewing (?:with|at) ", "final[- ]round", "enjoyed interviewing", "met you in person", "our meeting"),
        r"(?:for|at) the(?: \w+)? interview (?:on|last|yesterday|this)",
        "on-?site",
        rf"{_WORK}\b[^.]{{0,40}} presenting (?:it|them) to (?:us|me|the)",
        rf"presenting (?:your|the) (?:\w+ )?{_RESULTS} to (?:us|me|the)",
    ),
    spoken=says(
        r"(?:chat|talk|speak|catch up)(?: \w+){0,2} on (?:zoom|teams|skype|google meet)",
        *("phone (?:call|screen|interview|conversation)", r"(?:video|intro(?:ductory)?|zoom) (?:call|chat)"),
        rf"(?:our|the|a) (?:\w+ )?{_CALL} (?:on|last|yesterday|this|earlier|today|with|about|and|was|we had)",
        rf"(?:after|following|since|during|enjoyed|for) (?:our|your|the)(?: \w+){{0,2}} {_CALL}s?\b",
        rf"{_TALK} (?:with|to) (?:you|us|me)\b",
        rf"{_TALK} (?:with|to) (?:[\w'\u2019.-]+,? ){{1,4}}and (?:me|us|myself)\b",
        r"(?:taking|took|taken|made|making) (?:the |your |out )?time to (?:speak|talk|chat) (?:with|to)\b",
        r"(?:chat|talk|call|conversation|interview|time|minutes|have you) (?:\w+ ){0,2}on the phone",
        "we (?:spoke|talked)",
    ),
    met_team=says(
        (
            r"(?:met|meet|meeting|speaking|spoke|talking|interview(?:ing|ed)?|conversations?) (?:with )?"
            r"(?:everyone on |members of )?(?:the|our|my) (?:whole |entire |wider |engineering |design |product |\w+ )?"
            r"(?:team|panel|colleagues)\b"
        ),
        (
            r"(?:the|our) (?:whole |entire |\w+ )?(?:team|colleagues|panel) (?:\w+ )?"
            "(?:enjoyed|liked|loved|was impressed)"
        ),
    ),
    unattended=says(
        (
            r"(?:do not|don['\u2019]t|please refrain from|cannot|can['\u2019]t|unable to) (?:\w+ )?"
            r"(?:reply|respond|replying|answer)\w*[^.]{0,30}(?:e-?mail|message|address|this)"
        ),
        (
            r"(?:repl(?:y|ies)|responses?|answers?|e-?mails?|mailbox|inbox|\w*address)[^.]{0,60} (?:not|never|un)[ -]?"
            r"(?:be(?:ing)? )?(?:actively )?(?:monitored|read|answered|attended|received|checked)"
        ),
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
    declines_feedback=says(
        rf"{_CANNOT}[^.]{{0,120}}(?:\bfeedback\b|individual reasons|reasons for)",
        r"feedback\b[^.]{0,80}(?:not possible|cannot)",
        "no (?:individual |personal |detailed )?feedback",
    ),
    advises=says(
        "(?:my|our|one|some) (?:one |only |best |other )?(?:piece of |words? of )?(?:advice|suggestion|tip)s?",
        "(?:i|we)(?: would|['\u2019]d) (?:suggest|recommend|advise)",
        "you (?:might|may|could) (?:want to|wish to|like to|consider|also consider)",
        "(?:it|what) (?:would|might) help",
    ),
    encourages=says(
        "(?:i|we)(?: would| do| very much| strongly| really|['\u2019]d)* (?:encourage|urge) you",
        "(?:please |do |please do )(?:apply|try) (?:again|for)",
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
    keeps_on_file=says(
        (
            r"(?:keep|retain(?:ed)?|hold|store|save|kept|maintain|add|remain)[^.]{0,70} (?:on file|on record|in mind"
            r"|in our (?:database|talent|system|files|records|pool)|on to your (?:details|cv|r[ée]sum[ée]|application)"
            r"|to our talent|for (?:future|other|up to|\d+ months))"
        ),
        r"talent ?(?:pool|community|network)",
    ),
    drops_file=says_whole("(?<!ask us )(?<!tell us )not", r"delet\w+", r"destroy\w*"),
    reasons=outlook.REASONS,
    reapply=outlook.REAPPLY,
    numbers=outlook.NUMBERS,
    months={"month": 1, "months": 1, "year": 12, "years": 12, "week": 0.25, "weeks": 0.25},
    spans={"next year": 12},
)
