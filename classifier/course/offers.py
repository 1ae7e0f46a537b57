"""Whether the writer offers to tell the reader more about this application, who need only ask for it."""

import re
from collections.abc import Sequence

from classifier.course.grammar import recast, rule
from classifier.course.lexicon import Spelling

_WHAT = "<FEEDBACK DEBRIEF>"
_IN = "<^CLAUSE NOT THINE OBJ PERSON GOODNEWS THANK UNTIL>"  # what may stand before it, in the writer's own offer
_WANTED = "<^CLAUSE NOT THINE OBJ LEND PERSON THANK>"  # and in a wish for it: who wishes to give it answers a survey
_BY_US = f"(?:{_IN}{{0,3}} WE {_IN}{{0,3}} LEND|LEND ~1 <WE YOU>|{_IN}{{0,4}} TELLYOU)"
_OFFERED = (
    f"IF <^CLAUSE NOT WE PERSON>{{0,8}} WISH {_WANTED}{{0,7}} {_WHAT}(?!~2 LEND)",
    f"IF <^CLAUSE NOT WE PERSON>{{0,5}} WISH {_IN}{{0,3}} WE ~2 LEND {_IN}{{0,5}} {_WHAT}",
    f"IF {_WANTED}{{0,8}} {_WHAT} <^CLAUSE NOT LEND>{{0,6}} WISH(?!~2 LEND)",
    f"IF <^CLAUSE NOT>{{0,6}} <WISH ASKFOR> CLAUSE {_BY_US} {_IN}{{0,9}} {_WHAT}",
    f"IF <^CLAUSE NOT>{{0,6}} <WISH ASKFOR> CLAUSE {_IN}{{0,4}} WE {_IN}{{0,6}} {_WHAT} ~1 LEND",
    f"(?:WE <^CLAUSE NOT>{{0,5}} LEND|TELLYOU) {_IN}{{0,8}} {_WHAT} ~~10 IF <^CLAUSE NOT>{{0,3}} WISH",
    f"<HAVE WAS> YOU WISH {_WANTED}{{0,4}} {_WHAT}",
    f"WISH YOU {_WANTED}{{0,3}} {_WHAT} CLAUSE",
    f"WOULD {_WANTED}{{0,2}} {_WHAT} ~2 WISH ~~9 ASKS",
    f"WISH {_WANTED}{{0,6}} {_WHAT}(?!~2 LEND) ~~12 ASKS",
    f"GLADLY {_IN}{{0,6}} LEND {_IN}{{0,9}} {_WHAT}",
    f"LEND {_IN}{{0,7}} GLADLY {_IN}{{0,7}} {_WHAT}",
    f"GLADLY {_IN}{{0,9}} {_WHAT} {_IN}{{0,3}} LEND",
    f"{_WHAT} {_IN}{{0,3}} LEND {_IN}{{0,4}} GLADLY",
    f"GLADLY {_IN}{{2,8}} <FOR TOWARD> {_IN}{{0,3}} {_WHAT}",
    f"DISPOSAL {_IN}{{0,6}} <FOR TOWARD> {_IN}{{0,3}} {_WHAT}",
    f"<FREE MAY GLADLY> <^CLAUSE NOT>{{0,6}} ASKFOR <^CLAUSE NOT THINE>{{0,6}} {_WHAT}",
    f"FREE CLAUSE <^CLAUSE NOT THINE>{{0,4}} {_WHAT} ~2 ASKFOR",
    f"ASKFOR ~1 FREE {_IN}{{0,4}} {_WHAT}",
    f"<FREE MAY GLADLY> {_IN}{{0,9}} {_WHAT} ~2 ASKFOR",
    f"(?:YOU CAN|CAN YOU) <^CLAUSE NOT>{{0,5}} ASKFOR <^CLAUSE NOT YOU THINE>{{0,6}} {_WHAT}",
    f"(?:YOU CAN|CAN YOU) {_IN}{{0,8}} {_WHAT} ~2 ASKFOR",
    f"CONTACT <^CLAUSE NOT YOU>{{0,6}} <FOR TOWARD> <^CLAUSE NOT THINE LEND>{{0,4}} {_WHAT}",
    f"<FOR TOWARD> {_WANTED}{{0,3}} {_WHAT} <^CLAUSE NOT>{{0,4}} <MAY GLADLY CAN CONTACT>",
    f"ONREQUEST <^CLAUSE NOT THINE OBJ PERSON ASKFOR>{{0,9}} {_WHAT}",
    f"{_WHAT} {_IN}{{0,6}} ONREQUEST",
)
_FREELY = ("NOT ~2 HESITATE(?:~3 NOT)?", "HESITATE ~3 NOT")
# Taken back in the same breath, for others alone, or asked of the reader.
_SPOILT = (
    f"{_WHAT} ~~40 <BUT NOT>",
    f"{_WHAT} ~1 <WITH FOR FROM OF> ~2 PERSON",
    f"{_WHAT} ~1 OUR",
    f"GLADLY ~~12 {_WHAT} FROM ~1 THINE",
    f"QUERY ~1 {_WHAT}",
    f"{_WHAT} ~1 QUERY",
    f"{_WHAT} ~1 FROM ~1 YOU",
    f"{_WHAT} ~1 GOODNEWS",
    f"NOT <^CLAUSE>{{0,5}} {_WHAT}",
    "WE WISH ~3 GLADLY",
    "IF <^CLAUSE>{0,5} NOT",
    "<ONLY NOOFFER>",
)
# "Gladly we give you an answer to your application" is how the answer itself begins, unless it waits for a wish.
_ANNOUNCED = ("ANSWERS <^CLAUSE>{0,5} <CASE DATA POST>", f"{_WHAT} ~1 WAS")
_AWAITED = ("<IF ONREQUEST FREE ASKFOR WOULD WISH>",)
_GIVES_IT = re.compile(r":(?=\s|$)")


def offers_feedback(spellings: Sequence[Spelling]) -> str | None:
    """Return the sentence that offers this reader feedback for the asking; one that introduces it is none."""
    for spelling in spellings:
        free = recast(spelling.letters, rule(*_FREELY), "NOT HESITATE", "FREE")
        # Of no sentences there is one empty line.
        for sentence, letters in zip(spelling.sentences, free.split("\n"), strict=False):
            if rule(_WHAT).search(letters) and _is_offer(sentence, letters):
                return sentence
    return None


def _is_offer(sentence: str, letters: str) -> bool:
    if _GIVES_IT.search(sentence) or rule(*_SPOILT).search(letters):
        return False
    if rule(*_ANNOUNCED).search(letters) and not rule(*_AWAITED).search(letters):
        return False
    return rule(*_OFFERED).search(letters) is not None
