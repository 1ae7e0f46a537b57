"""The Message-ID of a draft: the same for the same mail, however often it is made."""

import hashlib

from replies.decision import Policy


def draft_id(policy: Policy, key: str) -> str:
    """Return the Message-ID, in angle brackets, of the draft that answers the mail with this key.

    Deterministic, so that a draft that may have been saved can be looked for; it names nobody but the user's domain.
    """
    digest = hashlib.sha256(f"{policy.address}\n{key}".encode()).hexdigest()
    domain = policy.address.rpartition("@")[2].encode("idna").decode("ascii")
    return f"<{digest[:32]}@{domain}>"


def note_id(policy: Policy, key: str) -> str:
    """Return the Message-ID of the note about the new application whose confirmation has this key.

    Another one than that of a draft which answers the same mail, should the user call it a rejection later.
    """
    return draft_id(policy, f"{key}\nreconnect")
