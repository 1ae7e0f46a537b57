"""Why an application failed, as far as the mail says it of this application and not of what may come."""

from collections.abc import Sequence

from classifier.course.grammar import recast, rule
from classifier.course.lexicon import Spelling, is_about_homes
from classifier.reading import Reason

_TOLD = (
    "TAKEN FILL FOUND CANCEL PAUSE FREEZE CHOOSE FORWARD FIT HAVE LACK SKILL NEED NOTQUAL SEEK NEEDED AMONG "
    "PASSV FAILED INSIDER OUROWN SCORED WINNER"
)
# A condition, what is not decided, applicants in general, other people's words, and what is no judgement at all.
_STRUCK_OUT = (
    "QUOTE <^QUOTE>{1,60} QUOTE?",
    "IF ~~20",
    "(?<![^\n]) ~12 (?=CLAUSE THEN)",
    "(?<![^\n]) THEN ~~16",
    "(?<![^\n]) ~1 PERSON WHO (?:~2 NOT ~~14|~~14 FUTURE)",
    "YET NOT (?!HAVE) ~12",
    "NOT POST ~6",
    "NOT ~1 HESITATE ~~14",
    "NOT ~1 REFLECT ~12",
    "NOT ~5 REFLECT ~8",
    "REFLECT ~1 NOT ~~12",
    "<CASE YOUR> ~4 PAUSE",
    "CHOOSE ~4 FEEDBACK ~12",
    "FEEDBACK ~12",
    "NOT ~3 PERSON CLAUSE? WHO ~10",
)
_RECAST = (
    ("UNTIL ~6 <NOT NOBODY NOMORE> <^CLAUSE POST>{0,3} <FILL HIREV>", "FILL HIREV", "FREEZE"),
    ("<NOT NOBODY NOMORE> <^CLAUSE POST>{0,3} <FILL HIREV> ~3 UNTIL", "FILL HIREV", "FREEZE"),
    ("UNTIL ~6 NOHIRE", "NOHIRE", "FREEZE"),
    ("NOHIRE ~3 UNTIL", "NOHIRE", "FREEZE"),
    ("FALLS ~8 GONE", "GONE", "CANCEL"),
    ("ONLY ~1 <PERSON WHO> ~12", "CHOOSE FORWARD LAST", ""),
)
_ANYBODY = "<PERSON MATE>"
# "another engineer": a word that tells nothing else, so who it names is somebody.
_NO_ONE = (
    "POST SEARCH CASE DATA TIME PROCESS LATER FUTURE CHANCE DAY PLACE HERE PAPERS FACE TALK CALL CLAUSE YOU YOUR WE"
)
_ANOTHER = f"OTHER <^{_NO_ONE} SLOT OUR AT SKILL NEED FEEDBACK WHO OTHER>"
_OTHER = "<OTHER OTHERS> (?:~2 <PERSON MATE CASE>|(?=CLAUSE|\n|$|WHO|LAST|FORWARD))"
_SOMEBODY = "(?:" + "|".join((
    *(_OTHER, "ELSE"),
    "SOMEBODY ~1 CLAUSE? ~1 <WHO BETTER OTHER FROM>",
    f"AN ~1 {_ANYBODY} FROM",
    "(?:PERSON|<AN OTHER OTHERS SEVERAL> ~1 MATE) (?:~1 <WHO BETTER INSIDE>|~1 CLAUSE WHO)",
    "INSIDE ~1 <PERSON MATE CASE>|<PERSON MATE SOMEBODY> FROM ~2 INSIDE",
)) + ")"  # fmt: skip
_SOME_PROFILE = f"(?:{_SOMEBODY}|(?<!YOUR) CASE ~1 CLAUSE? ~1 <WHO BETTER>)"
_RULES = {
    Reason.FILLED: (
        "POST <^NOT NOBODY FUTURE WOULD NOMORE>{0,20} <TAKEN GONE> (?!~1 <FUTURE WOULD NOT>)",
        "TAKEN <^CLAUSE WOULD ABLE FUTURE>{0,3} POST",
        "<POST TEAM> ~3 FULL (?=CLAUSE|\n|$|FOR|UNTIL|ALREADY|HERE)",
        "<HAVE WAS> ~1 ALREADY ~1 <SOMEBODY ELSE> (?=CLAUSE|\n|$)",
        "POST <^NOT>{0,4} ABLE <^NOT>{0,6} FILL",
        "ABLE <^NOT>{0,6} (?:POST <^NOT CLAUSE FUTURE>{0,14} FILL|FILL ~4 POST)",
        "<PERSON MATE SOMEBODY> ~6 ACCEPTED ~2 POST",
        "ALREADY ~4 FOUND (?!~3 SKILL)",
        "FOUND ~1 SOMEBODY (?!~1 <WHO BETTER>)",
        "FOUND ~1 OUR ~4 ALREADY",
        "GIVE ~2 WITH OUR",
        "<SOMEBODY PERSON MATE> ~3 STARTED",
        "SOMEBODY FROM ~2 INSIDE",
        "COMPLETE",
        "INSIDER",
        "OUROWN ~3 <TAKE GONE ACCEPTED>",
        "NEED ~4 COVERED",
        "WE ~2 TAKEN THEY",
    ),
    Reason.CANCELLED: (
        "<POST SEARCH> <^NOT YOU>{0,20} CANCEL (?!WE)",
        "CANCEL <^YOUR YOU CASE CLAUSE WHO FROM>{0,4} <POST SEARCH>",
        "<POST SEARCH> ~~16 <NOT NOMORE> ~1 <EXIST FILL>",
        "<NOT NOMORE> ~3 FILL ~3 POST",
        "<FILL SEARCH> ~3 POST ~1 ABSTAIN",
        "<CLOSED NOMORE> ~8 BUDGET",
        "CLOSED ~4 <POST SEARCH> ~1 NOT ~3 HIREV",
        "NOHIRE",
        "NOMORE ~1 EXIST",
        "NOT ~1 POST ~1 ANYMORE",
        "CANCEL (?!FROM) THE <POST SEARCH>",
        "CANCEL CLAUSE ~1 THEREBY ~1 THE POST",
        "<SEARCH POST> ~2 NOT COMEABOUT",
        "BUDGET ~6 NOT ~3 APPROVED",
        "NOT ~1 FORWARD WITH <^CLAUSE YOU YOUR>{0,2} ENGAGING (?!~2 <PROCESS YOU>)",
        "NOT ~2 HIREV <WITH FOR> <^CLAUSE YOU WE>{0,2} POST",
        "EXIST ~3 NOMORE",
        "HIREV ~3 NOBODY",
        "NOT ~4 HIREV ANYBODY (?=CLAUSE|\n|$)",
        "NOBODY <^WHO CLAUSE>{0,3} HIREV",
    ),
    Reason.PAUSED: (
        "FREEZE",
        "<POST SEARCH> ~~14 PAUSE",
        "PAUSE ~5 <POST SEARCH>",
        "PAUSE UNTIL",
    ),
    Reason.OTHER_CANDIDATES: (
        f"CHOOSE <^CLAUSE SEEK NEEDED>{{0,12}} {_SOME_PROFILE}",
        "(?:<WE WAS HAVE CLAUSE>|(?!WITH) AMID) CHOOSE <^CLAUSE YOU YOUR NOT>{0,10} WHO <^CLAUSE YOU NOT>{0,8} BETTER",
        f"FOR ~1 {_ANYBODY} CHOOSE ~1 CLAUSE WHO ~8 <BETTER SKILL>",
        "FORWARD ~1 WITH OTHER <^CLAUSE PROCESS CASE>{0,3} FOR ~4 POST",
        f"CHOOSE <^CLAUSE YOU YOUR NOT FUTURE WOULD INVITE>{{0,4}} AN? {_ANOTHER}",
        f"AN {_ANOTHER} ~2 <CHOOSE LAST>",
        "TAKE ~2 OTHERS ~4 PROCESS",
        "OTHER THE <HAVE WAS WERE> ~1 BETTER",
        f"FORWARD ~4 WITH ~3 {_SOME_PROFILE}",
        f"{_SOMEBODY} ~8 LAST",
        "(?:<OTHER OTHERS> ~2 <PERSON MATE CASE>|ELSE) ~12 <CHOOSE FORWARD>",
        "<OTHER OTHERS> ~2 <PERSON MATE CASE> ~~10 <BETTER FIT>",
        f"AN ~1 {_ANYBODY} ~2 CHOOSE CLAUSE WHO",
        f"POST ~6 CHOOSE WITH AN ~1 {_ANYBODY}",
        "FOR ~1 OTHERS <^POST SEARCH CLAUSE> LAST",
        "FAVOUR ~1 AN ~1 <PERSON MATE ELSE>",
        "ONE ~3 CHOOSE ~1 WAS",
        "(?<!AN)(?<!SEEK) PERSON ~1 WHO ~4 BETTER",
        "STRONGER ~1 PERSON",
        "NOT ~2 AMONG (?!WE)",
        "CHOOSE ~~14 NOT ~1 AMONGTHEM",
        "CHOOSE SOMEBODY ~1 LOCAL",
        "FOR ~1 SOMEBODY CHOOSE CLAUSE WHO",
        "PERSON FOUND CLAUSE WHO ~3 BETTER",
        "(?<!YOUR)(?<!SEEK) CASE ~1 CLAUSE WHO ~2 BETTER",
        "PERSON ~2 SCORED ~1 ABOVE",
        "(?:(?<![^\n])|CLAUSE) THE WINNER <HAVE WAS> (?!<WITH YET NOT>)",
        "<WERE WE> ~3 STRONGER ~1 CASE (?!~1 WOULD)",
        "YOU ~6 SECONDBEST",
    ),
}
_NO_FIT = "NOT <^CLAUSE POST WE>{0,3} <HAVE FIT> <^CLAUSE POST>{0,6} <SKILL NEED>"
_UNFIT = (
    "NOTQUAL",
    f"(?:<YOU YOUR CASE THEY> ~~24|(?<![^\n]) <^WE>{{0,3}}) {_NO_FIT}",
    "<YOU YOUR> ~6 NOT ~2 FIT",
    "<YOUR CASE> ~~6 FIT ~3 <NOT LACK>",
    "NOT <^CLAUSE POST>{0,7} FIT ~2 YOUR",
    "<SKILL NEED> ~4 NOT ~1 <HAVE FIT>",
    "FIT ~6 <SKILL NEED> ~1 NOT",
    "MUST ~2 <SKILL NEED> ~~20 NOT ~1 <HAVE FIT>",
    "YOU ~2 NOT ~1 SHOWN",
    "<SKILL NEED NEEDED MUST> ~10 NOT SEENV ~2 YOUR ~1 <CASE DATA>",
    "<SKILL NEED> ~~12 NOT ~3 SEENV ~3 YOUR ~1 <CASE DATA>",
    "<SKILL NEED> ~6 YOUR ~2 <CASE DATA> ~2 NOT ~2 SEENV",
    "YOU HAVE ~3 <SKILL NEED> YET? NOT WITH",
    "SKILL ~6 MUST ~~8 YOU ~4 NOT ~1 <HAVE FIT>",
    "NOT ~2 AT ~3 NEED (?!~6 FUTURE)",
    "SKILL ~~12 LACK ~1 YOU",
    "LACK ~5 <SKILL NEED>",
    "SKILL ~11 LACK",
    "NEED ~3 BELOW",
    "(?<!PERSON) BELOW ~2 NEED",
    "YOU <HAVE FIT> ~4 NEED <^FUTURE WOULD CLAUSE>{0,5} NOT",
    "WITHOUT ~4 SKILL ~~8 NOT ~5 <HIREV CHOOSE POSSIBLE>",
    "NOT ~2 PASSV ~3 TEST (?!SLOT)",
    "TEST ~2 NOT ~1 PASSV",
    "WITHOUT ~3 SKILL ~1 <POSSIBLE CHOOSE> ~6 NOT",
    "YOU ~3 FAILED ~3 TEST",
    "<SEEK MUST NEEDED> ~6 SKILL ~~8 YOU ~2 NOT ~1 HAVE",
)
_SOUGHT = (
    "<SEEK NEEDED> ~3 <SOMEBODY PERSON CASE> ~~24 NOT",
    "SEEK ~3 <SOMEBODY PERSON CASE> ~4 BETTER",
    "SEEK ~3 BETTER ~3 SKILL",
    "NEEDED ~2 <SOMEBODY PERSON CASE>",
    "<NOT SADLY> ~~20 SOMEBODY ~6 SEEK",
    "NOT ~~14 BECAUSE ~2 SEEK ~3 <SOMEBODY PERSON CASE> ~8 SKILL",
    "ONLY ~3 PERSON ~3 SKILL (?!~~10 FUTURE)",
    "SOMEBODY ~6 SEEK ~~30 NOT",
    "ONLY ~3 PERSON ~1 WHO ~8 SKILL (?!~~10 FUTURE)",
    "SKILL ~~14 MUST ~~12 \n? ~~16 NOT",
)


def reason_of(spellings: Sequence[Spelling]) -> tuple[Reason | None, str | None]:
    """Return the first reason that the mail gives, and the sentence.

    What the reader lacks counts only where nothing else is said, and what was looked for only where nothing is lacking.
    """
    looked = [(spelling, _settled(spelling.letters)) for spelling in spellings if not is_about_homes(spelling)]
    for rules in (_RULES, {Reason.NOT_QUALIFIED: _UNFIT}, {Reason.NOT_QUALIFIED: _SOUGHT}):
        for spelling, text in looked:
            found = [(match, reason) for reason, any_of in rules.items() if (match := rule(*any_of).search(text))]
            if found:
                first, reason = min(found, key=lambda one: text.count("\n", 0, one[0].start()))
                return reason, spelling.sentence_at(first)
    return None, None


def _settled(text: str) -> str:
    """Return the letters without what decides nothing about this application."""
    for source in _STRUCK_OUT:
        text = recast(text, rule(source), _TOLD)
    for source, kinds, new in _RECAST:
        text = recast(text, rule(source), kinds, new)
    return text
