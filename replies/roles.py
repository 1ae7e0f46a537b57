"""Are two titles one role, perhaps? Are two roles of another kind? Only where that is plain."""

import re
from typing import Final

from replies.names import role_key

_LEVELS: Final = """
senior junior mid entry lead leading principal staff head chief deputy associate assistant intern internship
trainee graduate working student werkstudent werkstudentin praktikant praktikantin praktikum volontariat
auszubildende auszubildender azubi leitende leitender leiter leiterin stellvertretende stellvertretender i ii
iii iv v sr jr remote hybrid onsite fulltime parttime full part time vollzeit teilzeit of for the and in at a
an und der die das für im in mit m w d f x gn div all genders level stagiaire alternant alternance becario
becaria prácticas tirocinio stagista estágio estagiário stagiair
"""
_NUMBER = re.compile(r"\d+")
# Words by which the same work goes in different job advertisements.
_SAME_WORK: Final = """
engineer engineering developer development programmer coder architect software entwickler entwicklerin
entwicklung ingenieur ingenieurin informatiker informatikerin programmierer programmiererin backend frontend
fullstack stack devops sre;
analyst analytics scientist science statistician data daten;
designer design ux ui gestalter gestalterin;
sales account vertrieb vertriebsmitarbeiter business;
recruiter recruiting talent people hr personalreferent personalreferentin human resources;
writer editor redakteur redakteurin author copywriter content texter texterin;
accountant accounting buchhalter buchhalterin finance controller controlling;
marketing communications kommunikation pr growth brand;
support success service kundenservice helpdesk;
nurse nursing pfleger pflegerin pflegefachkraft krankenpfleger krankenschwester;
teacher lehrer lehrerin tutor lecturer dozent dozentin
"""
_LEVEL: Final = frozenset(_LEVELS.split())
_KIN: Final = tuple(frozenset(words.split()) for words in _SAME_WORK.split(";"))
_STEM = 5


def may_be_one_role(one: str | None, other: str | None) -> bool:
    """Whether two titles may be of one role: one is not known, or they differ by no more than words that one adds.

    Who invites for "Data Engineer" may be turned down by the system for "Senior Data Engineer, Berlin".
    """
    mine, theirs = set(role_key(one).split()), set(role_key(other).split())
    return not mine or not theirs or mine <= theirs or theirs <= mine


def is_another_kind(one: str | None, other: str | None) -> bool:
    """Whether the second role is plainly work of another kind than the first: a note that explains none sounds odd.

    Rank, hours and numbers do not count. False whenever a word, its stem or a word for the same work is in both, and
    when one of them is not known.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    return not any(_related(left, right) for left in mine for right in theirs)


def _words(role: str | None) -> frozenset[str]:
    return frozenset(_NUMBER.sub("", word) for word in role_key(role).split()) - _LEVEL - {""}


def _related(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) >= _STEM and (short[:_STEM] == long[:_STEM] or short in long)):
        return True
    # A compound ends in what the work is: "softwareentwickler" is an "entwickler".
    return any(_is_in(one, words) and _is_in(other, words) for words in _KIN)


def _is_in(word: str, words: frozenset[str]) -> bool:
    return word in words or any(len(known) > _STEM and word.endswith(known) for known in words)
