"""What an Italian reply must not say unless it is true.

A whole company is voi in either case; one person is tu or Lei, whose forms are written with a capital.
"""

import re

CLAIMS = {
    "met": re.compile(
        r"\b(?:colloqui(?:o)?|conversazion[ei]|conoscere il|conosciuto|conoscenza|conoscere meglio"
        r"|conosco molto meglio|in più su(?:lla)?|parla(?:re|to) con|rivedrem\w+"
        r"|riveder\w+|risentir\w+|incroc\w+ di nuovo|ci tempo|mi (?:hai|ha|avete) dedicato)\b"
    ),
    "team": re.compile(r"\bteam\b|tutte le persone"),
    "feedback": re.compile(r"\briscontro\b|fare meglio"),
    "on_file": re.compile(r"\bcurriculum\b|in archivio"),
    "filled": re.compile(r"\bcoperta\b"),
    "cancelled": re.compile(r"in porto|si fermi qui"),
    "paused": re.compile(r"\bsospesa\b"),
    "told_when": re.compile(r"nuova candidatura"),
    "advice": re.compile(r"\bconsiglio\b"),
    "encouragement": re.compile(r"\bincoraggia"),
}
MET_THEN = re.compile(r"fatto conoscenza|abbiamo parlato|conversazione")
PROMISES = re.compile(
    r"ricandid|mi candid|riprov|la mia motivazione|immutat|ancora (?:molto )?interess|(?:resto|rimango|continuo)\b"
)
COMPARES = re.compile(r"più (?:vicin|adatt)\w*")
FAMILIAR = re.compile(r"\b(?:tu|ti|te|tu[oa]|tuoi|tue|hai|puoi)\b|\b(?:scriver|dir|far)te?(?:lo|i)\b", re.IGNORECASE)
FORMAL = re.compile(
    r"(?<=[\w,] )L[ae]\b|\bLa ringrazio\b|\b(?:Lei|Su[oa]|Suoi|Sue)\b|\b\w+(?:Le|La|Glielo)\b|\bLe (?:auguro|sono)"
)
GREETING = ","
