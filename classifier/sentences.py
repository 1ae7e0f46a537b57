"""Text to sentences: for mail as it is written, with greetings, lists, hard-wrapped lines and missing full stops.

A decision stands in one sentence, so a wrong joint hides it and a wrong cut breaks it. Every step walks the text once:
a hostile mail costs no more than its length.
"""

import re
from collections.abc import Iterator

MAX_SENTENCE = 1000
WRAP_COLUMN = 45  # a line this long that simply goes on was broken by a mail program, not by its writer

# Only words that sentences do not end with: "Inc.", "S.r.l." and "etc." end one when a capital follows, "do." always.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof jr sr dept est approx vs eg ie e.g i.e a.m p.m u.s u.k tel fax hr frl dipl ing med phil rer nat
    habil msc ph.d bzw ca evtl ggf inkl exkl zzgl vgl z.b d.h u.a o.ä o.g s.o s.u i.a i.v m.e u.u z.t z.zt abs bspw
    i.d.r sog std tägl allg geb gem abt betr zb dh ua
    sr sra srta srtes ud uds vd lic ing. atte núm pág excmo ilmo mme mlle mm m.mme réf adr p.ex cf egr gent.mo gent.ma
    dott dott.ssa rif sig sig.ra sigg spett ill.mo avv prot p.es all.to dhr mevr mw drs bijv d.w.z o.a i.v.m
    t.a.v m.b.t exmo exma exa v.exa v.ex.ª eng dra dr.ª enf arq av sr.ª n.º v.s.ª
    """.split()  # noqa: SIM905 - a list of words is read and kept more easily as words
)
_BEFORE_NUMBERS = frozenset({"no", "nr", "ref", "req", "art", "str", "ext"})
_NUMBER = re.compile(r"[A-Z]{0,4}[-/]?\d")  # "no. 12", "ref. PL0233"
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”“»)\]]{0,3} ")  # the look-behind keeps a run of dots linear
_BULLET = re.compile(r"(?:[-*•\u2013·▪◦>]|\d{1,2}[.)])[ \t]+\S")
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|sehr geehrte[rs]?|liebe[rs]?|hallo|"
    r"guten (?:tag|morgen|abend)|moin|servus|grüezi|grüß gott|"
    r"bonjour|bonsoir|salut|madame|monsieur|ch(?:er|ère)s?|hola|buen(?:os|as) (?:días|dias|tardes|noches)|"
    r"estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|ciao|salve|buon(?:giorno|asera|dì)|gentil(?:e|i|issim[oa])|"
    r"egregi[oa]?|spett(?:abile|\.le)|car[oa]s?|beste|geachte|dag|goede(?:morgen|middag|navond|ndag)|"
    r"olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|exm[oa]s?|caríssim[oa])\b[^.!?\n]{0,80}[,!:.]?$",
    re.IGNORECASE,
)


def split_sentences(text: str) -> list[str]:
    """Return the text's sentences in their order, each on one line, stripped, none empty, none over `MAX_SENTENCE`.

    Blank lines, list items, greetings and short lines of their own (a signature, a heading) end a sentence even
    without a full stop; a line that was wrapped is joined with the next.
    """
    return [piece for block in _blocks(text) for sentence in _cut(block) for piece in _bounded(sentence)]


def _blocks(text: str) -> Iterator[str]:
    """Yield stretches of text that may hold several sentences, but across whose borders none runs."""
    block: list[str] = []
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if block and not (line and _goes_on(block[-1], line)):
            yield " ".join(block)
            block = []
        if line:
            block.append(line)
    if block:
        yield " ".join(block)


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` continues the sentence in the line `before` it."""
    if _BULLET.match(line) or _GREETING.match(before):
        return False
    return len(before) >= WRAP_COLUMN or (line[0].islower() and not before.endswith((".", "!", "?", ",", ":")))


def _cut(block: str) -> Iterator[str]:
    """Yield the sentences of one block."""
    start = 0
    for end in _END.finditer(block):
        if _ends_here(block, end.start(), end.end()):
            yield block[start : end.end()].strip()
            start = end.end()
    if block[start:].strip():
        yield block[start:].strip()


def _ends_here(block: str, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` ends a sentence; `after` is where the next word begins."""
    if block[stop] != ".":
        return True
    if block[after : after + 1].islower():
        return False
    word = _word_before(block, stop)
    if word.isdigit():
        return len(word) > 2  # "am 5. Januar", "1. Platz"  # noqa: PLR2004
    if len(word) == 1 and word.isalpha():
        return False  # an initial, or the first half of "z. B."
    word = word.lower().lstrip("(\"'„“")
    if word in _BEFORE_NUMBERS:
        return not _NUMBER.match(block, after)
    return word not in _ABBREVIATIONS


def _word_before(block: str, stop: int) -> str:
    """Return the word that stands before a full stop; only the last few characters can matter."""
    return block[max(0, stop - 20) : stop].rpartition(" ")[2]


def _bounded(sentence: str) -> Iterator[str]:
    """Yield the sentence, in pieces if it is longer than anybody writes."""
    for start in range(0, len(sentence), MAX_SENTENCE):
        piece = sentence[start : start + MAX_SENTENCE].strip()
        if piece:
            yield piece
