"""Rules over the letters that sentences are spelled with, written with the names of kinds.

In a rule, `NAME` is a word that may be of that kind, `<A B>` one of any of these kinds and `<^A B>` one of none of
them; `~3` is up to three words inside a clause, `~~3` the same across commas. All else is as in regular expressions,
blanks count for nothing, and no rule goes beyond its sentence. Each repetition is bounded: a mail is hostile.
"""

import re
from functools import cache

from classifier.course.lexicon import letters, letters_with
from classifier.languages.patterns import parted

_WORD = re.compile(r"<(?P<no>\^)?(?P<any>[A-Z ]+)>|(?P<name>[A-Z]{2,})|(?P<gap>~{1,2})(?P<most>\d+)| +")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\](?![?*+{])")


@cache
def rule(*sources: str) -> re.Pattern[str]:
    """Return a pattern that finds any of these; which of several that begin at one place is not told.

    Those that begin with a word of the same kinds are tried only where there is one.
    """
    beginnings: dict[str, list[str]] = {}
    for source in (_WORD.sub(_in_letters, source) for source in sources):
        first = _CLASS.match(source)
        begin = first[0] if first and not parted(source) else ""
        beginnings.setdefault(begin, []).append(source.removeprefix(begin))
    return re.compile("|".join(f"{begin}(?:{'|'.join(rests)})" for begin, rests in beginnings.items()))


def recast(text: str, pattern: re.Pattern[str], kinds: str, new: str = "") -> str:
    """Return the text where, in what the pattern finds, words of these kinds are of a new kind instead, or of none."""
    return pattern.sub(lambda found: found[0].translate(_table(kinds, new)), text)


@cache
def _table(kinds: str, new: str) -> dict[int, str]:
    return str.maketrans(dict.fromkeys(letters_with(kinds), letters()[frozenset(new.split())]))


def _in_letters(found: re.Match[str]) -> str:
    if found["gap"]:
        inside = r"[^\n]" if found["gap"] == "~~" else _class("CLAUSE", but="^")
        return f"{inside}{{0,{found['most']}}}"
    kinds = found["any"] or found["name"]
    return _class(kinds, but=found["no"] or "") if kinds else ""


def _class(kinds: str, but: str) -> str:
    inside = "".join(map(re.escape, letters_with(kinds)))
    if not inside:
        raise ValueError(f"no lexicon has a word of {kinds}")
    return rf"[^{inside}\n]" if but else f"[{inside}]"
