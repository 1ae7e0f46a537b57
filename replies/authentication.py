"""What the user's own mail provider found out about the sender (RFC 8601).

The header is only as good as who wrote it, and anybody can write one: it counts when its authserv-id is the user's own
provider's and only the topmost one, for below it stands whatever the sender put in.
"""

import re

from classifier.message import Message
from replies.decision import Policy
from replies.domains import organisation

# Large providers sign with a domain that is not the one of their users' addresses.
_SERVES = {
    "google.com": {"gmail.com", "googlemail.com"},
    "messagingengine.com": {"fastmail.com", "fastmail.fm", "messagingengine.com"},
    "yahoo.com": {"yahoo.com", "ymail.com", "aol.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr"},
    "icloud.com": {"icloud.com", "me.com", "mac.com"},
    "protonmail.ch": {"proton.me", "protonmail.com", "pm.me"},
    "gmx.net": {"gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com"},
    "web.de": {"web.de"},
    "zohomail.com": {"zoho.com", "zohomail.com"},
}
_COMMENT = re.compile(r"\([^()]*\)")
_DMARC = re.compile(r"(?:^|;)\s*dmarc\s*=\s*([a-z]+)", re.IGNORECASE)
_LONGEST = 4_000


def dmarc(message: Message, policy: Policy) -> str | None:
    """Return the DMARC result ("pass", "fail", "none", …) if the user's own provider gave one, else None."""
    topmost = message.headers.get("authentication-results", ("",))[:1] or ("",)
    server, _, results = _without_comments(topmost[0][:_LONGEST]).partition(";")
    if not server.split() or not _is_ours(server.split()[0], policy):
        return None
    found = {result.lower() for result in _DMARC.findall(results)}
    return "fail" if "fail" in found else next(iter(sorted(found)), None)


def _without_comments(value: str) -> str:
    """Comments nest (RFC 5322 §3.2.2) and may hold the very words that are looked for."""
    while (shorter := _COMMENT.sub(" ", value)) != value:
        value = shorter
    return value


def _is_ours(server: str, policy: Policy) -> bool:
    provider = organisation(server.lower())
    own = organisation(policy.address.rpartition("@")[2].lower())
    return provider == own or own in _SERVES.get(provider, ())
