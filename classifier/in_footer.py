"""Where small print names an employer: "sent on behalf of Acme", "© 2025 Acme Ltd", "Acme LLP is registered in …".

Whoever runs the system may stand there as well, so what only claims a copyright or a register counts where nothing else
names anybody.
"""

import re
from collections.abc import Iterator
from itertools import islice

from classifier.candidates import LABELLED, MAX_SEARCHED, WHOLE, Candidate, Told, may_be_person
from classifier.company_names import LEGAL_FORM, clean_company, core, legal_end
from classifier.languages import Saying
from classifier.languages.patterns import COMPANY, NAME, either

_SENT = either(
    *("sent", "send", "versendet", "gesendet", "verschickt", "versandt", "envoyée?", "adressée?", "enviad[oa]"),
    *("remitid[oa]", "inviat[oa]", "spedit[oa]", "mandat[oa]", "verstuurd", "verzonden", "gestuurd"),
)
_FOR = either(
    *("on behalf of", "im (?:auftrag|namen) (?:von|der|des)", "für", "au nom d[eu]", "pour le compte d[eu]"),
    *("en nombre de", "por cuenta de", "por encargo de", "per conto d(?:i|el|ella)", "a nome d(?:i|el|ella)"),
    *("em nome d[aeo]", "por conta d[aeo]", "namens", "in opdracht van"),
)
_ON_BEHALF = Saying(rf"\b(?i:{_SENT}(?: (?:to you|to|an sie|via \w+|über \w+|par \w+))? {_FOR}) (?:the )?{COMPANY}")
_REGISTERED = re.compile(
    rf"^(?P<company>{NAME},? {LEGAL_FORM}) (?:is|are) (?:an? |registered|authori[sz]ed|incorporated)", re.MULTILINE
)
_COPYRIGHT = re.compile(rf"^(?:©|\(c\)|Copyright(?: ©)?) ?(?:\d{{4}}(?: ?[-–] ?\d{{4}})?,? )?{COMPANY}", re.MULTILINE)
_FORM = re.compile(rf",? {LEGAL_FORM}(?![\w&])")
# "You get this because you applied for a job with us": whose small print this is, is no system's.
_WITH_US = re.compile(
    r"(?i)\b(?:appl(?:ied|ication)|be(?:worben|werbung)|postul|candidat|sollicit)[^.\n]{0,60}"
    r"\b(?:us|uns|nous|nosotros|noi|ons|n[oó]s|conosco)\b"
)
_BESIDE = either(
    *("powered by", "sent (?:with|using)", "made (?:easy )?with", "(?:versendet|gesendet|erstellt) mit"),
    *("envoyée? avec", "enviad[oa] (?:con|com)", "inviat[oa] con", "(?:verzonden|verstuurd) met"),
    *("part of", "(?:trading name|trading style|subsidiary|division|brand|member|company) of", "onderdeel van"),
    *("teil de[rs]", "ein unternehmen de[rs]", "eine (?:marke|tochter(?:gesellschaft)?) de[rs]", "mitglied de[rs]"),
    *("une (?:société|marque|filiale|entreprise) d[eu]", "una (?:società|azienda|divisione) de[li]"),
    *("una (?:empresa|marca|sociedad|filial) del?", "uma (?:empresa|marca|filial) d[aeo]", "een (?:dochter|merk) van"),
)
# "Acme is part of Apex", "Acme | Part of Apex"; not "we are glad that you wanted to be part of Acme".
_NAMED_BESIDE = Saying(
    rf"(?m)(?:^|[|·•,;.(–-] ?|\b(?i:is|are|ist|sind|est|è|es|é) )(?i:an? )?(?i:{_BESIDE}) "
    rf"(?i:the |der |das |het |de |la )?(?i:gruppo |groupe |grupo )?{COMPANY}(?:,? {LEGAL_FORM})?"
)
_LAST = 2000


def on_behalf(told: Told) -> Iterator[Candidate]:
    """Yield for whom a service says that it sends the mail."""
    text = told.message.text[:MAX_SEARCHED]
    for match in islice(_ON_BEHALF.finditer(text), 3) if _ON_BEHALF.may_be_in(text.lower()) else ():
        name = clean_company(match["company"], told.speeches)
        if name and not may_be_person(name):
            yield Candidate(name, LABELLED, 5.0, WHOLE)


def named_beside(told: Told) -> set[tuple[str, ...]]:
    """Return whom the small print names beside the employer, and only so: its owner, or whose system sent the mail."""
    text = told.message.text[-_LAST:]
    found = _NAMED_BESIDE.finditer(text) if _NAMED_BESIDE.may_be_in(text.lower()) else ()
    names = (clean_company(match["company"], told.speeches) for match in islice(found, 3))
    return {core(form) for name in names if name for form in (name, f"{name}.")}  # "Acme Group N.V" lost a full stop


def small_print(told: Told) -> str | None:
    """Return the one firm that the small print says is registered, or has the copyright of the mail."""
    text = told.message.text[-_LAST:]
    found = {name for match in _REGISTERED.finditer(text) if (name := clean_company(match["company"], told.speeches))}
    found |= {name for match in _COPYRIGHT.finditer(text) if (name := _owner(match, text, told))}
    return found.pop() if len(found) == 1 else None


def _owner(match: re.Match[str], text: str, told: Told) -> str | None:
    """Return who has a copyright, where the line says that the reader applied with them."""
    form = _FORM.match(text, match.end("company"))
    raw = text[match.start("company") : form.end() if form else match.end("company")]
    name = clean_company(raw, told.speeches)
    is_firm = name is not None and legal_end(name) is not None
    return name if is_firm and _WITH_US.search(text[match.start() :].partition("\n")[0]) else None
