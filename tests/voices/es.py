"""What a Spanish reply must not say unless it is true."""

import re

CLAIMS = {
    "met": re.compile(
        r"\b(?:convers\w+|entrevistas?|hablar|habláramos|hablemos|conocí|conocer al|conocernos|nos (?:conoci|vea)\w+"
        r"|vernos|vuelvan a cruzarse|cómo se trabaja|saber más)\b"
    ),
    "team": re.compile(r"\bequipo\b"),
    "feedback": re.compile(r"\bcomentarios?\b|hecho mejor"),
    "on_file": re.compile(r"\bmis datos\b|guardados"),
    "filled": re.compile(r"cubierto"),
    "cancelled": re.compile(r"salga adelante"),
    "paused": re.compile(r"en pausa"),
    "told_when": re.compile(r"otra candidatura"),
    "advice": re.compile(r"\bconsejo\b"),
    "encouragement": re.compile(r"\bánimos?\b"),
}
MET_THEN = re.compile(r"[Nn]os conocimos|[Hh]ablamos")
PROMISES = re.compile(
    r"volver(?:é|ía) a (?:present|postul|solicit|intent)|me (?:presentaré|postularé)|lo intentaré|"
    r"\bsigo\b|todavía|\baún\b|sabr(?:á|án|ás) de mí"
)
COMPARES = re.compile(r"(?:encaj|ajust)\w+ (?:mejor|más)|más (?:afín|próxim|cercan)\w*")
FAMILIAR = re.compile(r"\b(?:tú|te|ti|tus?|contigo|vos|os|vuestr[oa]s?|contártelo)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:usted(?:es)?|les?|sus?|contárselo|reciban?)\b", re.IGNORECASE)
GREETING = ":"
