"""What a German reply must not say unless it is true."""

import re

CLAIMS = {
    "met": re.compile(r"\b(?:Gespräche?n?|kennengelernt|gesprochen|sprechen|begegnen|sieht man sich)\b"),
    "team": re.compile(r"\b[Tt]eam\b"),
    "feedback": re.compile(r"\b[Ff]eedback\b"),
    "on_file": re.compile(r"vorgemerkt"),
    "filled": re.compile(r"besetzt"),
    "cancelled": re.compile(r"wegfällt|entfällt"),
    "paused": re.compile(r"Besetzung (?:vorerst )?ruht"),
    "told_when": re.compile(r"neue Bewerbung"),
    "advice": re.compile(r"\bRat\b"),
    "encouragement": re.compile(r"[Ee]rmutig"),
}
MET_THEN = re.compile(r"kennengelernt|gesprochen")
PROMISES = re.compile(r"bewerbe ich|erneut|melde (?:ich )?mich|nach wie vor|weiterhin (?:interess|sehr)|besteht fort")
COMPARES = re.compile(r"besser zu mir|besser zu meiner|passt (?:\w+ )?besser|etwas besser|näher kommt|nicht gepasst")
FAMILIAR = re.compile(r"\b(?:du|dir|dich|dein\w*|ihr|euch|eure\w*)\b")
FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihr\w*)\b")
GREETING = ","
