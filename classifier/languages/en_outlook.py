"""How English job mail says when to try again."""

from classifier.languages.patterns import either, says

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
        r"(?:in|after|within|for|until|from)(?: about| around| the next| another| at least| a \w+ period of){0,2}"
        rf" {_TIME}"
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

REAPPLY = (
    says(rf"{_AGAIN}\b[^.]{{0,60}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_AGAIN}\b"),
    says(rf"{_HIRE_AGAIN}\b[^.]{{0,40}}?\b{_WHEN}"),
    says(rf"{_WHEN}[^.]{{0,60}}?\b{_HIRE_AGAIN}\b"),
    says(
        rf"wait(?:ing)?(?: for)?(?: at least)? (?P<when>{_TIME}) before (?:re-?apply|apply|try|\w+ \w+ \w+ \w+ again)"
    ),
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
