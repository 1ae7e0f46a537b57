"""What a Dutch reply must not say unless it is true."""

import re

CLAIMS = {
    "met": re.compile(
        r"\b(?:gesprek(?:ken)?|gesproken|spreken|praten|ontmoet(?:en)?|kennisgemaakt|leren kennen|zien we elkaar|"
        r"weer kruisen|elkaar weer)\b"
    ),
    "team": re.compile(r"\bteam\b"),
    "feedback": re.compile(r"\bfeedback\b", re.IGNORECASE),
    "on_file": re.compile(r"\bmijn gegevens\b|bewaard"),
    "filled": re.compile(r"vervuld"),
    "cancelled": re.compile(r"vervalt"),
    "paused": re.compile(r"stilligt"),
    "told_when": re.compile(r"nieuwe sollicitatie"),
    "advice": re.compile(r"\badvies\b"),
    "encouragement": re.compile(r"bemoedig|aanmoedig"),
}
MET_THEN = re.compile(r"kennisgemaakt|gesproken")
PROMISES = re.compile(
    r"solliciteer ik|opnieuw|nogmaals|nog steeds|blijf geïnteresseerd|hoor(?:t|en)? (?:\w+ )?van mij|"
    r"laat ik (?:\w+ )?weten"
)
COMPARES = re.compile(r"beter (?:bij|aan)|dichter bij")
FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:u|uw|geachte)\b", re.IGNORECASE)
GREETING = ","
