"""What a French reply must not say unless it is true.

One person is said tu to; a whole company is vous, however familiar it is, so only a greeting by name tells them apart.
"Chez vous" is said of the company even to one person.
"""

import re

CLAIMS = {
    "met": re.compile(
        r"\b(?:échang\w+|entretiens?|conversation|rencontr\w+|connaissance|parl(?:é|er|erons)|repar\w+|revoir|reverrons"
        r"|recroiser\w+|croiseront(?:-ils| peut-être) de nouveau|bien voulu me consacrer|m'a(?:s|vez) accordé"
        r"|mieux (?:connaître|comprendre)|en savoir plus|comment on travaille)\b"
    ),
    "team": re.compile(r"\béquipe\b|toutes les personnes|tout le monde"),
    "feedback": re.compile(r"\bretours?\b|mieux faire"),
    "on_file": re.compile(r"\bdossier\b"),
    "filled": re.compile(r"\bpourvu\b"),
    "cancelled": re.compile(r"à son terme"),
    "paused": re.compile(r"\bsuspendu\b"),
    "told_when": re.compile(r"nouvelle candidature"),
    "advice": re.compile(r"\bconseil\b"),
    "encouragement": re.compile(r"\bencourage"),
}
MET_THEN = re.compile(r"fait connaissance|parlé ensemble|eu une conversation")
PROMISES = re.compile(
    r"repostul|postulerai|recandidat|retenter|ma motivation|\bintacte?\b|toujours (?:aussi|très|intéress|motiv)"
    r"|je (?:reste|demeure|continue)"
)
COMPARES = re.compile(r"correspond\w* (?:mieux|davantage)|plus proche|plus adapt")
FAMILIAR = re.compile(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt['\u2019]", re.IGNORECASE)
FORMAL = re.compile(r"\A[Bb]onjour [^,\n]+,.*\b(?:(?<!chez )vous|votre|vos|[Vv]euillez)\b", re.DOTALL)
GREETING = ","
