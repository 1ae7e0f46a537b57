"""Subjects as they are compared: without the prefixes of replies and forwards, in whatever language."""

import hashlib
import re

_PREFIX = re.compile(
    r"^\s*(?:re|aw|antw|antwort|sv|vs|odp|rif|ref|fwd?|wg|tr|rv|enc|doorst)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE
)
_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc|doorst|weitergeleitet)\s*:", re.IGNORECASE)


def bare_subject(subject: str) -> str:
    """Return what is equal for a mail and the answers to it."""
    while (shorter := _PREFIX.sub("", subject)) != subject:
        subject = shorter
    return " ".join(subject.casefold().split())


def is_forward(subject: str) -> bool:
    """Whether the subject says that the mail was passed on."""
    return _FORWARD.match(subject) is not None


def heading_of(key: str, subject: str) -> str:
    """Return a digest by which a draft is known by its subject, which is not kept.

    Args:
        key: Of the mail that owed the draft, so that two drafts with one subject have nothing in common.
        subject: The draft's.
    """
    return hashlib.sha256(f"{key}\n{bare_subject(subject)}".encode("utf-8", "replace")).hexdigest()
