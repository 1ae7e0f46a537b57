"""Where the text names an employer: in its sentences, by a label, by a legal form, or spelled as an address is."""

import re
from collections.abc import Iterator
from itertools import islice

from classifier.candidates import (
    LABELLED,
    MAX_SEARCHED,
    PART,
    SAID,
    SUBJECT,
    TEXT,
    WHOLE,
    Candidate,
    Told,
    bare_of,
    is_common,
    is_department,
    is_function,
    is_position,
    may_be_person,
)
from classifier.company_names import (
    LEGAL_FORM,
    clean_company,
    is_organisation,
    legal_end,
    may_state,
    without_team,
)
from classifier.domains import spelled_like, words_of
from classifier.introductions import introduced
from classifier.languages import Saying, Speech, everywhere
from classifier.languages.patterns import COMPANY, NAME, either

_LABEL = Saying(rf"(?im)^{everywhere('employer_labels')} ?: ?(?P<company>\S.{{1,60}})$")
_A_THE = r"(?:Les?|La|Los|Las|El|Il|Die|Der|Das|The|Het|De|[OA]s?|Our|Your|Ihre?|Unser\w*|Notre|Nos)"
_INSIDE = either(
    *(
        "d[aeo]s?",
        "de l[ao]s?",
        "(?:de )?l['\u2019]",
        "della?",
        "dell['\u2019]",
        "di",
        "du",
        "d['\u2019]",
        "van(?: de[nr]?)?",
        "voor",
        "of",
    ),
    *("for", "des", "der", "zum", "zur", "für", "la", "le", "het"),
)
_CAPITAL = r"[A-ZÀ-Þ][\w'’-]+"
_HOUSE = rf"(?i:{everywhere('organisations')})\b"
_BUSINESS = rf"(?i:{everywhere('organisations')}|{everywhere('businesses')})\b"
# A name that ends with a legal form, or that has a word of organisations at its beginning or its end.
_STATED = Saying(
    rf"{NAME},? {LEGAL_FORM}(?![\w&])|"
    rf"\b(?=[A-ZÀ-Þ]){_HOUSE}(?: {_INSIDE})?(?:(?: |(?<=['\u2019])){_CAPITAL}(?: {_INSIDE}(?= [A-ZÀ-Þ]))?){{1,5}}|"
    rf"(?!{_A_THE} )(?:{_CAPITAL} ){{1,3}}{_BUSINESS}(?! [A-ZÀ-Þ])"
)
_BEHIND = either(
    *("from", "with", "at", "of", "to", "beim?", "von", "vom", "mit", "chez", "aux?", "de", "du", "des", "en", "con"),
    *("d[ao]s?", "dal(?:la)?", "del(?:la)?", "di", "presso", "van", "bij", "n[ao]", "com"),
)
_RUN = re.compile(rf"(?i:\b{_BEHIND} (?:the |de[rmnsr]? |die |la |le |les |el |los |het |l['\u2019])?){COMPANY}")
_DECIDES = {
    code: re.compile(rf"(?:^|(?<=[.:!?] )){COMPANY} (?:{verbs})\b", re.MULTILINE)
    for code, verbs in {
        "en": "has|have|will",
        "de": "hat|haben|wird",
        "fr": "a|ont|vient|viennent",
        "es": "ha|han|va|finaliz[oó]|cerr[oó]|decidi[oó]",
        "it": "ha|hanno",
        "nl": "heeft|hebben",
        "pt": "decidiu|optou|encerrou|agradece|finalizou",
    }.items()
}
_WITH = re.compile(r"(?i)\b(?:with|mit|avec|con|met|com) (?:the )?$")
_ARTICLE = re.compile(r"(?i)\b(?:der|die|das|dem|den|la|le|les|el|los|il|lo|het|the) $")
_CAPITALS = re.compile(r"(?: [A-ZÀ-Þ][\w-]+){1,2}")
_AT_START = re.compile(r"^(?:Beim?|At|With|From|Bij|Presso|Vo[nm]|Mit|In|Im|Per|Por) (?=\S)")
_THEIR_ARTICLE = re.compile(r"^(?:L[ae]s?|Los|El|Il|[OA]s?|Het|De) (?=[A-ZÀ-Þ])")  # "A Conservas Ribeira optou"
_MOST_RUNS = 20
_LONGEST_LINE = 6  # words of a line that is nothing but a name
_SURE, _PERHAPS = 3.0, 1.5


def framed(told: Told) -> Iterator[Candidate]:
    """Yield what sentences and the subject name: "your application to Acme"."""
    speeches = [speech for speech in told.speeches if speech.companies or speech.companies_maybe]
    for number, line in enumerate(told.lines):
        for speech in speeches:
            if speech.company_hint.search(line):
                yield from _named(told, line, speech, SUBJECT if number == 0 else TEXT)


def _named(told: Told, line: str, speech: Speech, place: str) -> Iterator[Candidate]:
    for weight, patterns in ((_SURE, speech.companies), (_PERHAPS, speech.companies_maybe)):
        for match in (match for pattern in patterns for match in pattern.finditer(line)):
            name = clean_company(without_team(match["company"]), told.speeches)
            if name is None or is_position(name, told.speeches):
                continue
            if may_be_person(name):
                is_with = _WITH.search(line, 0, match.start("company"))  # "an interview with Maya Chen"
                yield from () if is_with else (Candidate(name, place, weight / 2, SAID),)
            elif " " not in name and _ARTICLE.search(line, 0, match.start("company")):  # "bei der Besetzung"
                yield Candidate(name, place, _PERHAPS, SAID)
            else:
                yield Candidate(name, place, weight + told.more, SAID)


def labelled(told: Told) -> Iterator[Candidate]:
    """Yield what a portal's mail has behind "Company:" in a line of its own."""
    for match in islice(_LABEL.finditer(told.said), 3):
        name = clean_company(match["company"], told.speeches)
        if name:
            yield Candidate(name, LABELLED, 5.0, WHOLE)


def stated(told: Told) -> Iterator[Candidate]:
    """Yield names with a legal form, or that say what they are, wherever they stand in the text."""
    for line in told.message.text[:MAX_SEARCHED].split("\n"):
        if line.lstrip().startswith(("©", "(c)", "Copyright")):
            continue  # whoever runs the system; see `in_footer`
        for match in islice(_STATED.finditer(line), 4) if may_state(line) else ():
            name = clean_company(bare_of(_AT_START.sub("", match[0].strip()), told.hints), told.speeches)
            if name is None or " " not in name or not is_organisation(name) or is_function(name):
                continue
            is_alone = line.strip().endswith(name) and len(line.split()) <= _LONGEST_LINE
            weight = 1.0 + 0.5 * (legal_end(name) is not None) + 0.5 * told.more * is_alone
            yield Candidate(name, TEXT, weight, SAID)


def deciding(told: Told) -> Iterator[Candidate]:
    """Yield of whom the mail says at the beginning of a sentence that they have decided: "Acme has chosen …"."""
    text, codes = told.message.text[:MAX_SEARCHED], [speech.code for speech in told.speeches]
    for match in islice((match for code in codes for match in _DECIDES[code].finditer(text)), _MOST_RUNS):
        bare = _THEIR_ARTICLE.sub("", match["company"])
        name = clean_company(bare if " " in bare else match["company"], told.speeches)
        if name is None or may_be_person(name) or is_department(name):
            continue
        if len(name) > 3 and not is_common(name.split()[0], told):  # noqa: PLR2004 - no pronoun
            yield Candidate(name, TEXT, 2.0 + told.more, SAID)


def clients(told: Told) -> Iterator[Candidate]:
    """Yield whom an agency may write for: its client by that word, or any name of several words behind "from", "at"."""
    for match in (m for speech in told.speeches for saying in speech.clients for m in saying.finditer(told.said)):
        name = clean_company(match["company"], told.speeches) if match["company"] else None
        if name:
            yield Candidate(name, TEXT, 3.0, SAID)
    yield from introduced(told)
    for match in islice(_RUN.finditer(told.said), _MOST_RUNS):
        name = clean_company(match["company"], told.speeches)
        if (
            name
            and " " in name
            and not _is_of_title(told.said[: match.start()], told)
            and not (may_be_person(name) or is_position(name, told.speeches) or is_department(name))
        ):
            yield Candidate(name, TEXT, 2.0, SAID)


def _is_of_title(before: str, told: Told) -> bool:
    """Whether what stands here belongs to a title: "Técnica de Prevención de Riesgos Laborales"."""
    last = before.rpartition("\n")[2].rpartition(" ")
    return before.endswith(" ") and is_position(last[0].rpartition(" ")[2], told.speeches)


def spelled(told: Told) -> Iterator[Candidate]:
    """Yield words of the mail that are spelled as an address is."""
    for place, said in ((SUBJECT, told.message.subject), (TEXT, told.message.text[:MAX_SEARCHED])):
        words = words_of(said)
        for hint in told.hints:
            name = spelled_like(hint.letters, words) if len(hint.letters) > 3 else None  # noqa: PLR2004
            if name:
                longer = clean_company(without_team(_always_longer(name, said)) or name, told.speeches)
                yield Candidate(longer or name, place, 1.0, PART)


def _always_longer(name: str, said: str) -> str:
    """Return the name with the words that stand behind it wherever it is said ("Acme" is always "Acme Symphony")."""
    found: set[str] = set()
    at = said.find(name)
    while at >= 0 and len(found) <= 1:
        end = at + len(name)
        if not (said[max(0, at - 1) : at].isalnum() or said[end : end + 1].isalnum()):
            longer = _CAPITALS.match(said, end)
            found.add(said[at : longer.end() if longer else end])
        at = said.find(name, end)
    return found.pop() if len(found) == 1 else name
