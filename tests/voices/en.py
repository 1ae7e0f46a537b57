"""What an English reply must not say unless it is true."""

import re

CLAIMS = {
    "met": re.compile(
        r"\b(?:conversations?|interview|(?:speak|talk)(?:ing|ed)? with|talked|we met|(?:to|have) (?:meet|met) you|"
        r"meet(?:ing)? (?:again|me|the)|everyone I met|paths cross(?:ed)? again)\b"
    ),
    "team": re.compile(r"\bteam\b"),
    "feedback": re.compile(r"\bfeedback\b"),
    "on_file": re.compile(r"\b(?:my details|on file)\b"),
    "filled": re.compile(r"\bfilled\b"),
    "cancelled": re.compile(r"fell through|go ahead"),
    "paused": re.compile(r"on hold"),
    "told_when": re.compile(r"(?:another|further) application"),
    "advice": re.compile(r"\badvice\b"),
    "encouragement": re.compile(r"kind words|encourag"),
}
MET_THEN = re.compile(r"\b[Ww]e (?:met|spoke)\b")
PROMISES = re.compile(r"apply again|try again|hear from me|hasn't changed|still|remain interested")
COMPARES = re.compile(
    r"better match|closer match|(?:fits?|suits?) (?:me|my experience) (?:better|more)"
    r"|(?:not|n\'t) (?:the right|a) match"
)
FAMILIAR = FORMAL = None
GREETING = ","
