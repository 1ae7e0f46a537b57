"""What becomes of an application that failed: whether it is kept, and whether anybody will say why."""

from collections.abc import Sequence

from classifier.course.grammar import recast, rule
from classifier.course.lexicon import Spelling

_CONDITION = ("QUOTE <^QUOTE>{1,60} QUOTE", "IF ~12")
_KEPT = (
    "KEEP <^CLAUSE OBJ NOT>{0,10} FILE",
    "FILE <^CLAUSE NOT>{0,4} KEEP",
    "KEEP <^CLAUSE NOT>{0,5} DATA ~~10 LATER",
    "DATA <^NOT>{0,8} KEEP ~6 <FILE LATER>",
    "DATA <^NOT CLAUSE>{0,10} KEEPEND",
    "HOLD <^CLAUSE NOT>{0,3} DATA",
    "WE ~2 KEEP ~1 <YOUR THE> ~1 DATA",
)
_NO_PROMISE = r"(?<![^\n])[^\n]*(?:DROP|ASKS|NOT ~3 KEEP|KEEP ~4 NOT|KEEP ~1 OBJ)[^\n]*"
_UNTOLD = (
    "NOT <^CLAUSE GOODNEWS>{0,3} FEEDBACK",
    "NOT ~6 GIVEV <^CLAUSE GOODNEWS>{0,5} FEEDBACK",
    "NOT <^CLAUSE GOODNEWS>{0,9} FEEDBACK ~3 GIVEV",
    "NOT CLAUSE <^CLAUSE GOODNEWS>{0,4} FEEDBACK ~2 GIVEV",
    "FEEDBACK <^CLAUSE>{0,16} NOT ~3 <GIVEV POSSIBLE>",
    "NOT ~6 GIVEV ~4 REASONS",
    "NOT ~3 REASONS ~3 GIVEV",
    "GIVEV ~3 NOT ~3 REASONS",
    "REASONS ~4 NOT ~4 GIVEV",
    "UNTOLD",
)


def keeps_on_file(spellings: Sequence[Spelling]) -> str | None:
    """Return the sentence that promises to keep the application."""
    for spelling in spellings:
        found = rule(*_KEPT).search(rule(_NO_PROMISE).sub("", spelling.letters))
        if found:
            return spelling.sentence_at(found)
    return None


def declines_feedback(spellings: Sequence[Spelling]) -> str | None:
    """Return the sentence that says that no feedback will be given."""
    for spelling in spellings:
        found = rule(*_UNTOLD).search(recast(spelling.letters, rule(*_CONDITION), "FEEDBACK REASONS"))
        if found:
            return spelling.sentence_at(found)
    return None
