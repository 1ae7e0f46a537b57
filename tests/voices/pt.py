"""What a Portuguese reply must not say unless it is true."""

import re

CLAIMS = {
    "met": re.compile(r"\b(?:[Cc]onvers\w+|entrevistas?|[Cc]onhec(?:er|i|ido|emos)|encontro|se cruzem de novo)\b"),
    "team": re.compile(r"[Cc]onhecer (?:as pessoas|quem)|das pessoas e|as pessoas que"),
    "feedback": re.compile(r"\bfeedback\b"),
    "on_file": re.compile(r"\bos meus dados\b|guardados"),
    "filled": re.compile(r"preenchida"),
    "cancelled": re.compile(r"cancelada"),
    "paused": re.compile(r"em pausa"),
    "told_when": re.compile(r"nova candidatura"),
    "advice": re.compile(r"\bconselho\b"),
    "encouragement": re.compile(r"\bincentivo\b"),
}
MET_THEN = re.compile(r"nos conhecemos|tivemos uma conversa")
PROMISES = re.compile(
    r"voltarei a|vou (?:voltar|tentar) |tentarei|(?:darei|terá|terão) notícias minhas|\bcontinuo\b|\bainda\b|\bsigo\b"
)
COMPARES = re.compile(r"mais (?:adequad|próxim)\w*|combine melhor")
FAMILIAR = re.compile(r"\b(?:tu|te|ti|teus?|tuas?|contigo|vocês?|voss[oa]s?)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:[oa] senhora?|lhes|consigo|vossa|seus?|suas?)\b", re.IGNORECASE)
GREETING = ","
