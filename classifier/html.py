"""HTML to the text that a person would see: hidden parts dropped, blocks and breaks kept, quotations marked with `>`.

Senders hide text (preheaders, fillers, tracking), and hostile ones build trees that cost a parser quadratic time:
the cost is measured first (`classifier.html_cost`), and what is too dear is only stripped of its tags.
"""

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from classifier.html_cost import is_affordable

MAX_HTML = 500_000
MAX_STYLE = 2000
MAX_STYLES = 500  # remembered: a mail has the same few in hundreds of cells
_ANY_TAG = re.compile(r"<[^<>]*>?")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_DROPPED = frozenset(
    "script style head title template noscript svg math object iframe select textarea button canvas audio video".split()  # noqa: SIM905
)
_WITHOUT_TEXT = _VOID | _DROPPED
_PARAGRAPHS = frozenset("p table ul ol blockquote h1 h2 h3 h4 h5 h6 pre dl hr".split())  # noqa: SIM905
_LINES = frozenset("div tr li section article header footer main aside center address dt dd form body".split())  # noqa: SIM905
_CELLS = frozenset({"td", "th"})
_LINE_TAG = re.compile(rf"</?(?:br|{'|'.join(sorted(_PARAGRAPHS | _LINES))})\b[^<>]*>?", re.IGNORECASE)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?![.\d]*[1-9])|"
    r"opacity\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
_FONT_SIZE = re.compile(r"font(?:-size)?\s*:[^;]{0,60}?(?<![\w.#-])(\d{1,4}(?:\.\d{1,3})?)(?:px|pt|em|rem|%)?(?![\w.])")
_HIDING_CLASS = re.compile(r"(?i)\b(?:preheader|pre-header|preview-?text|preview|mcnPreviewText)\b")
_QUOTE_CLASS = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra)\b")
_OPEN, _CLOSE = "\x0e", "\x0f"
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")

_Step = tuple[LexborNode, bool] | str


def html_to_text(html: str) -> str:
    """Return what the HTML shows, paragraphs apart by blank lines. Total; time is linear in its length."""
    html = html[:MAX_HTML]
    if not is_affordable(html):
        return _strip_tags(html)
    root = LexborHTMLParser(html).body
    return _lay_out("".join(_pieces(root))) if root else ""


def _strip_tags(html: str) -> str:
    """Return the HTML without its tags: for what is too deep to be a letter."""
    text = _ANY_TAG.sub(" ", _LINE_TAG.sub("\n", html))
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _pieces(root: LexborNode) -> list[str]:
    """Walk the tree without recursion and return its text with line feeds where lines end."""
    pieces: list[str] = []
    todo: list[_Step] = [(root, True)]
    while todo:
        step = todo.pop()
        if isinstance(step, str):
            pieces.append(step)
            continue
        node, shown = step
        if node.is_text_node:
            if shown:
                pieces.append(_BLANKS.sub(" ", node.text_content or ""))
        elif node.is_element_node:
            _enter(node, shown, pieces, todo)
    return pieces


def _enter(node: LexborNode, shown: bool, pieces: list[str], todo: list[_Step]) -> None:  # noqa: FBT001 - a state
    """Write what an element begins with, and put its children and its end on the list of what is to do."""
    tag = node.tag or ""
    if tag in _WITHOUT_TEXT:
        pieces += "\n" if tag == "br" else ""
        return
    attributes = node.attributes
    if attributes:
        if _is_hidden(attributes):
            return
        shown = _is_sized(attributes.get("style") or "", otherwise=shown)
    before, after = _frame(tag, attributes)
    pieces.append(before)
    todo.append(after)
    todo.extend([(child, shown) for child in node.iter(include_text=True)][::-1])


def _frame(tag: str, attributes: dict[str, str | None]) -> tuple[str, str]:
    """Return what stands before and after an element's content."""
    if _is_quotation(tag, attributes):
        return f"\n{_OPEN}", f"{_CLOSE}\n"
    if tag in _PARAGRAPHS:
        return "\n\n", "\n\n"
    if tag in _LINES:
        return ("\n- " if tag == "li" else "\n"), "\n"
    return ("", " ") if tag in _CELLS else ("", "")


def _is_quotation(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether mail programs put what they quote into such an element."""
    if tag == "blockquote" and (attributes.get("type") or "").lower() == "cite":
        return True
    # Gmail's <div class="gmail_quote"> also holds answers written between the lines; its blockquotes do not.
    if tag not in {"blockquote", "div"} or not (quoting := _QUOTE_CLASS.search(attributes.get("class") or "")):
        return False
    return tag == "blockquote" or quoting[0] != "gmail_quote"


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element and all in it are not shown."""
    if "hidden" in attributes or _HIDING_CLASS.search(attributes.get("class") or ""):
        return True
    style = attributes.get("style")
    return style is not None and _hides(style[:MAX_STYLE])


@lru_cache(MAX_STYLES)
def _hides(style: str) -> bool:
    """Whether such a style hides an element."""
    return _HIDING.search(style) is not None


@lru_cache(MAX_STYLES)
def _size_in(style: str) -> float | None:
    """Return the size of letters in a style."""
    size = _FONT_SIZE.search(style.lower())
    return float(size[1]) if size else None


def _is_sized(style: str, *, otherwise: bool) -> bool:
    """Whether text in an element is larger than nothing. Layouts set 0 outside and a size inside: it is inherited."""
    size = _size_in(style[:MAX_STYLE])
    return size > 1 if size is not None else otherwise


def _lay_out(text: str) -> str:
    """Return the pieces as lines, with a `>` for each quotation that a line stands in."""
    if _OPEN not in text:
        return "\n".join([" ".join(line.split()) for line in text.split("\n")])
    lines: list[str] = []
    depth = 0
    for raw in text.split("\n"):
        depth += raw.count(_OPEN)
        line = " ".join(raw.replace(_OPEN, "").replace(_CLOSE, "").split())
        lines.append(f"{'>' * min(depth, 9)} {line}" if depth and line else line)
        depth = max(0, depth - raw.count(_CLOSE))
    return "\n".join(lines)
