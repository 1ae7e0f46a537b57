"""How far an application came: what in a mail looks back on a talk or a meeting with its reader.

A false claim ends in a draft ("glad to have met you"). So what is yet to come, a condition, a refusal of an interview,
and the interview of somebody else are struck out first; only then do the rules look for what is left.
"""

from collections.abc import Iterable, Sequence

from classifier.course.grammar import recast, rule
from classifier.course.lexicon import Spelling, is_about_homes
from classifier.reading import Stage

_EVENTS = "FACE SHOW TALK CALL MEETING MEET MET METEND SPEAK SPOKE SPOKEND WESPOKE CALLED COME ATTEND PRESENT TAKE"
_EVENT = f"<{_EVENTS}>"
_CALM = "<^FUTURE WOULD IF NOT INVITE SELECT SCHEDULE>"
_PERSONAL = "(?=~~40 <WE YOU OUR YOUR WAS PANEL TEAM CHOOSE FORWARD>)"  # not "how to write after the interview"
_OPENING = "(?:(?<![^\n])|CLAUSE) ~3"
_STRUCK_OUT = (
    "QUOTE <^QUOTE>{1,60} QUOTE",
    "<IF EVENIF> ~15",
    f"<NOT NOMORE> <^CLAUSE AFTER THANK ENJOYED>{{0,6}} {_EVENT}",
    f"<FUTURE WOULD SCHEDULE> <^AFTER THANK>{{0,6}} {_EVENT}",
    f"<INVITE SELECT> <^CLAUSE AFTER THANK>{{0,5}} {_EVENT}",
    f"{_EVENT} ~2 INVITED",
    f"INTEREST ~2 {_EVENT}",
    f"{_EVENT} <DE OF AMID>? PROCESS",
    "DE FACE",
    "MEETING ~3 <PAPERS HOUSING>",
    "PAPERS METEND",
    f"CONDUCT ~1 {_EVENT}",
    f"WOULD ~2 GRATEFUL <^CLAUSE>{{0,6}} {_EVENT}",
    f"SEND <^CLAUSE FOR>{{0,4}} {_EVENT}",
    f"RECORD <^CLAUSE AT>{{0,3}} {_EVENT}",
    f"{_EVENT} ~4 RECORD",
    f"<PERSON OTHERS> <^CLAUSE YOU YOUR OUR AFTER THANK>{{0,8}} {_EVENT}",
    f"{_EVENT} <^CLAUSE YOU WE WAS>{{0,3}} <PERSON OTHERS> (?!~~6 AMONGYOU)",
    "COME ~1 <BACK WOULD>",
    "COME ~5 <PAPERS HOUSING>",
    "(?<!TAKE) THE COME",
    "<MEET MET> ~4 <NEED SKILL PAPERS>",
    "PRESENT ~3 PAPERS",
    "COME (?:NUMBER|BETTER)",
)
_BY_PHONE = (
    "PHONE ~1 <FACE MEETING MEET METEND>",
    "<FACE MEETING MEET METEND> ~3 PHONE",
    "<PHONE TALK CALL SPEAK SPOKE SPOKEND WESPOKE> ~~12 MEET",
)
_LIKE_INTERVIEWS = (
    "PANEL ~10 TALK",
    "SEVERAL ~1 TALK",
    "INPERSON ~1 TALK",
    "TALK ~2 INPERSON",
    "TALK ~4 WITH ~2 PANEL",
    "TALK ~2 PLACE",
)


def _looking_back(event: str, noun: str, verb: str, past: str) -> Iterable[str]:
    """Yield the rules by which a mail surely looks back on such an event."""
    yield f"THANK {_CALM}{{0,24}} <OUR YOUR THE FOR AFTER AN> ~4 {event}"
    yield f"THANK {_CALM}{{0,18}} <FOR DE> {_CALM}{{0,10}} {verb}"
    yield f"THANK {_CALM}{{0,18}} <FOR DE> {_CALM}{{0,4}} {past}"
    yield f"FOR {_CALM}{{0,14}} {event} {_CALM}{{0,10}} THANK"
    yield f"FOR {_CALM}{{0,8}} {event} {_CALM}{{0,8}} WOULD <^NOT IF>{{0,12}} THANK"
    yield f"REFER {_CALM}{{0,24}} <OUR YOUR THE> ~4 {event}"
    yield f"THOUGHT ~4 OUR ~2 {noun}"
    yield f"NICE ~6 <DE OF FROM> <OUR YOUR> ~1 {noun}"
    yield f"HAPPY ~2 <DE OF WITH ABOUT> OUR ~2 {noun}"
    yield f"AFTER ~1 (?:THE ~1)? {noun} NICE"
    yield f"AS ATTHE ~1 {noun}"
    yield f"THANK {_CALM}{{0,12}} ATTEND ~5 {event}"
    yield f"ENJOYED ~6 <OUR YOUR THE> ~3 {event}"
    yield f"ENJOYED ~4 {verb}"
    yield f"AFTER ~1 <OUR YOUR> ~3 {event} (?!~~40 (?<!DAY) FUTURE (?!~3 NOT))"
    yield f"AFTER ~1 THE ~3 {noun} (?!CLAUSE? HEAR) {_PERSONAL} (?!~~40 <FUTURE SCHEDULE INVITE> (?!~3 NOT))"
    yield f"AFTER ~2 NICE ~1 {noun}"
    yield from _remembering(event, noun, verb, past)


def _remembering(event: str, noun: str, verb: str, past: str) -> Iterable[str]:
    """Yield the rest of them: it is told of the event, or a word of thanks comes behind it."""
    yield f"<OUR YOUR> ~2 {noun} ~2 <PAST HELD>"
    yield f"THE ~2 {noun} OF? PAST"
    yield f"PRIOR ~1 {noun}"
    yield f"NOTES <FROM AFTER> ~1 <OUR YOUR THE> ~2 {noun}"
    yield f"<OUR YOUR THE> ~1 {noun} ~6 REMEMBER"
    yield f"<OUR YOUR THE> ~3 {noun} CLAUSE? ~3 HAD"
    yield f"THE ~3 {noun} CLAUSE ~1 WE ~8 HAD"
    yield f"<OUR YOUR THE> ~2 {noun} <^CLAUSE FUTURE WOULD IF NOT>{{0,7}} NICE"
    yield f"WAS ~2 NICE ~1 {noun}"
    yield f"<OUR YOUR THE> ~3 {noun} ~1 <WE YOU> ~1 <WAS HELD> (?!NOT)"
    yield f"TAKE ~3 <TIME DAYPART> {_CALM}{{0,5}} {verb}"
    yield f"TAKE ~3 <TIME DAYPART> {_CALM}{{0,5}} ATTEND ~3 {event}"
    yield f"YOU ~12 {noun} ~6 TOOKPART"
    yield f"TIME ~~12 {event} ~8 TAKE"
    yield f"FEEDBACK (?:~4 THE|~7 <OUR YOUR>) ~1 {noun}"
    yield f"WAS ~5 NICE CLAUSE? ~6 {verb}"
    yield f"{_OPENING} NICE CLAUSE? ~7 {verb}"
    yield f"HAPPY ~3 WAS ~3 {past}"
    yield f"HAPPY ~3 WAS ~5 {verb}"
    yield f"WAS ~2 HAPPY ~4 {verb}"
    yield f"<THANK ENJOYED HAPPY> ~4 CHANCE ~3 {verb}"
    yield f"AFTER {verb} ~2 YOU (?!~~40 FUTURE (?!~3 NOT))"
    yield f"WHEN WE {past}"
    yield f"THANK ~3 WAS ~2 {verb}"


def _maybe(noun: str) -> Iterable[str]:
    """Yield those that a sentence about what is to come might meet as well."""
    yield f"<OUR YOUR> ~2 {noun} ~8 <WAS WENT>"
    yield f"YOU WAS ~1 TAKE ~2 {noun}"
    yield f"(?:AT <OUR YOUR THE>|ATTHE) ~1 {noun} ~~16 <YOU YOUR>"
    yield f"<YOU YOUR> ~~16 (?:AT <OUR YOUR THE>|ATTHE) ~1 {noun}"
    yield f"AT <OUR YOUR> ~2 {noun}"
    yield f"THE ~2 {noun} ~1 WITH YOU"
    yield f"YOU ~5 ATTEND ~6 {noun}"
    yield f"<OUR YOUR THE> ~2 {noun} ~1 <OF DE> ~1 <DAY NUMBER PAST>"
    yield f"THE ~1 {noun} ~6 <DAY PAST> <WAS HAVE> (?!WITH)"
    yield f"AFTER {noun} (?=\n|$)"


_INTERVIEWED = (
    *_looking_back("<FACE SHOW MEETING>", "<FACE SHOW>", "<MEET COME>", "<MET METEND>"),
    f"TAKE ~3 <TIME DAYPART> {_CALM}{{0,5}} <FACE ATTEND ARRIVE>",
    "MET ~1 YOU",
    "YOU ~2 MET",
    "YOU ~8 METEND",
    "WE WE ~8 METEND",
    "MUTUAL ~4 METEND",
    "YOU WAS ~6 WE SAW",
    f"THANK {_CALM}{{0,12}} PRESENT ~5 <WE TEAM THE>",
    "TAKE ~5 <DAY DAYPART TIME> (?!~2 <SPEAK TALK CALL>) ~2 WITH WE",
    "DAYPART ~3 TAKE ~1 WITH WE",
    f"THANK {_CALM}{{0,10}} ROUNDS ~2 WITH WE",
    "THROUGH THE ~2 FACE",
    "<NICE ENJOYED> ~3 YOU ~1 WITH WE",
    "<NICE ENJOYED> ~1 WAS YOU ~1 PLACE",
    "(?:WAS ~3 NICE ~1|ENJOYED ~1) HAVINGYOU",
    "THANK ~1 FOR ~1 PERFORM ~5 <FOR WITH> WE",
    "FACER ~2 <ENJOYED NICE HAPPY>",
    "YOU ~2 ACROSS ~2 WELL",
    "YOUR ~1 MEETING <^CLAUSE FUTURE WOULD IF NOT>{0,7} <NICE ENJOYED>",
    "YOU ~1 PUT ~5 <THE YOUR OUR> ~1 <FACE SHOW>",
    "MET ~~12 AMONGYOU",
    "PERSON ~1 WE SAW CLAUSE? ~1 YOU",
    "YOU COME LONGWAY",
    "(?<!NOT) WEMET",
    "THANK FOR THE NICE DAYPART",
    "YOU ~1 THE ~1 ROUTE ~4 <FOUND TAKE>",
    "PERSON CLAUSE WHO WE METEND ~1 CLAUSE WERE YOU",
    "YOU WAS ~4 DAY ~1 PLACE PRESENT",
    "AFTER DAY ~1 FACE (?!~~40 FUTURE)",
)
_SPOKEN = (
    *_looking_back("<TALK CALL>", "<TALK CALL>", "SPEAK", "<SPOKE SPOKEND CALLED>"),
    "SPOKE WITH? YOU",
    "WITH YOU ~8 SPOKEND",
    "YOU ~1 WAS ~8 SPOKEND",
    "ABOUT THE? ~1 WE ~2 SPOKEND",
    "MUTUAL ~4 SPOKEND",
    "WE ~1 WAS <^CLAUSE WITH ABOUT>{0,2} <PAST DAY> ~1 SPOKEND",
    "WESPOKE ~3 <PHONE PAST DAY>",
    "AS ~3 WESPOKE",
    "<DE OF FROM ABOUT> ~2 WHO WESPOKE",
    "YOU ~2 SPOKE WITH",
    "HAVE YOU ~3 PHONE HAD",
    "<DAY PAST> ~1 TIME FOR WE TAKE",
    "WE SPOKE ABOUT WITH? <DAY PAST>",
    "MUTUAL ~6 CALL WAS",
    "WE ~2 SPOKE (?=WITH ~1 YOU|CLAUSE|\n|$|~1 <DAY PAST PHONE>)",
    "AS ~5 <PHONE CALL>",
    "TIME ~~6 TAKE ~3 PHONE",
    "TIME ~3 TAKE WITH ~2 <WE TEAM>",
    "THANK ~3 TIME WITH PHONE (?=CLAUSE|\n|$|PAST|DAY|WITH)",
)
_MAYBE_INTERVIEWED = (
    *_maybe("<FACE SHOW>"),
    "YOU ~2 COME ~2 HERE",
    "YOU COME ~1 WE",
    "YOU ~~10 AT FACE",
    "AT FACE ~1 YOU",
    "YOU ~1 TAKE AN ~2 <FACE SHOW> (?!<PROCESS SLOT>)",
    "<OUR YOUR THE> ~1 DAYPART (?:WITH <YOU WE>|PLACE)",
    "(?:YOU ~2 WERE|WERE ~1 YOU) ~4 PLACE",
    "YOU ~4 PLACE ~3 WERE",
)
_MAYBE_SPOKEN = (*_maybe("<TALK CALL>"), "YOU ~4 CALLED")
_STAGES = (
    (Stage.INTERVIEWED, _INTERVIEWED, _MAYBE_INTERVIEWED),
    (Stage.SPOKEN, _SPOKEN, _MAYBE_SPOKEN),
)
_WITH_TEAM = (
    "<FACE SHOW TALK CALL MEETING SPEAK SPOKE MET METEND PRESENT> ~4 AMID ~3 <TEAM PANEL>",
    "<MEET MET METEND> ~3 <TEAM PANEL>",
    f"<TEAM PANEL> ~3 <ENJOYED NICE HAPPY> ~4 {_EVENT}",
)
_UNSETTLED = r"(?<![^\n])[^\n]*<FUTURE WOULD IF SCHEDULE>[^\n]*"


def stage_of(spellings: Sequence[Spelling]) -> tuple[Stage, str | None, bool]:
    """Return how far the application came, the sentence that says so, and whether they met several people."""
    looked = [(spelling, _happened(spelling.letters)) for spelling in spellings if not is_about_homes(spelling)]
    met_team = any(_met_team(happened) for _, happened in looked)
    for stage, sure, maybe in _STAGES:
        for spelling, happened in looked:
            found = rule(*sure).search(happened) or rule(*maybe).search(rule(_UNSETTLED).sub("", happened))
            if found:
                return stage, spelling.sentence_at(found), met_team
    return Stage.APPLIED, None, False


def _met_team(happened: str) -> bool:
    """Whether a sentence looks back on a meeting with several people."""
    lines = (line for line in happened.split("\n") if rule(*_WITH_TEAM).search(line))
    return any(rule(*_INTERVIEWED, *_SPOKEN).search(line) for line in lines)


def _happened(text: str) -> str:
    """Return the letters with only such events as took place, with the reader."""
    for source in _STRUCK_OUT:
        text = recast(text, rule(source), _EVENTS)
    text = recast(text, rule(*_LIKE_INTERVIEWS), "TALK", "FACE")
    return recast(text, rule(*_BY_PHONE), "FACE MEETING MEET METEND", "CALL")
