"""How long would a parser need for this HTML? Asked before one is let loose on it.

An HTML5 parser takes time of about depth x tags (100 000 nested `<div>`, 500 KB: 37 s with lexbor), and copies
every formatting element that is still open into each block that follows. So the depth is measured first.
The tags are read exactly as the standard's tokenizer reads them (HTML §13.2.5): else an end tag hidden in an
attribute or a script would make a deep tree look flat. Where the parser's tree differs, this one is the deeper.
"""

import re

MAX_WORK = 3_000_000
MAX_COPIES = 200_000
SMALL = 64_000  # characters in which no tag, even one with `>` in its attributes, can have too many of these
MAX_TAG = 8_000  # a parser compares each attribute of a tag with all before it

_MARKUP = re.compile(
    r"<(?:!--(?:[^-]|-(?!->|-!>))*+(?:--!?>)?"  # a comment
    r"|[!?][^>]*+>?|/(?![a-zA-Z])[^>]*+>?"  # a bogus comment
    r"|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+)*+>?)",
    re.ASCII,
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_OPTIONAL_END = frozenset("p li td tr th tbody thead dd dt option".split())  # noqa: SIM905
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())  # noqa: SIM905
_RAW_TEXT = frozenset("script style title textarea xmp iframe noembed noframes".split())  # noqa: SIM905
_OTHER_RULES = frozenset({"svg", "math", "plaintext", "frameset"})
_OTHER_TAG = re.compile(rf"<(?:{'|'.join(sorted(_OTHER_RULES))})", re.IGNORECASE)


def is_affordable(html: str) -> bool:
    """Whether a parser needs no more time and memory for this HTML than letters need. Linear."""
    return _is_small(html) or _is_cheap(html)


def _is_small(html: str) -> bool:
    """Whether so few tags, of such a length, are affordable in whatever way they are nested. Most letters are."""
    if len(html) > SMALL or html.count("<") ** 2 > MAX_COPIES or _OTHER_TAG.search(html):
        return False
    return max(map(len, html.split(">"))) <= MAX_TAG


def _is_cheap(html: str) -> bool:
    """Whether the depth and the number of the tags are affordable."""
    stack: list[str] = []
    position = tags = deepest = formatting = most = 0
    while (match := _MARKUP.search(html, position)) is not None:
        position = match.end()
        name = (match["name"] or "").lower()
        tags += 1
        if len(match[0]) > MAX_TAG and name:
            return False
        if match["end"]:
            formatting -= sum(closed in _FORMATTING for closed in _close(stack, name))
        elif name and name not in _VOID:
            if name in _OTHER_RULES:
                return False
            position = _behind_raw_text(html, position, name) if name in _RAW_TEXT else position
            stack.append(name)
            formatting += name in _FORMATTING
            deepest, most = max(deepest, len(stack)), max(most, formatting)
            if tags * deepest > MAX_WORK or tags * most > MAX_COPIES:
                return False
    return tags * deepest <= MAX_WORK and tags * most <= MAX_COPIES


def _behind_raw_text(html: str, position: int, name: str) -> int:
    """Return where an element's raw text ends: there are no tags in it."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII).search(html, position)
    return end.start() if end else len(html)


def _close(stack: list[str], name: str) -> list[str]:
    """Take the element that this end tag closes off the stack if that is beyond doubt, and return what was taken."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 7), -1):
        if stack[depth] == name:
            closed = stack[depth:]
            del stack[depth:]
            return closed
        if stack[depth] not in _OPTIONAL_END or name in _FORMATTING:
            return []
    return []
