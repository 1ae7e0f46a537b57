"""What a sender's domain says of the employer's name: its letters, but neither its spaces nor its capitals."""

import re
from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

from classifier.message import Message
from classifier.senders import is_freemail, sender_service
from classifier.values import MAX_COMPANY, squash, tidy


def domain_label(message: Message) -> str:
    """Return the name in the sender's own domain ("acme" of jobs.acme.co.uk); empty for services and freemail."""
    return _label(message.sender.domain) if message.sender else ""


@lru_cache(maxsize=256)
def _label(domain: str) -> str:
    if not domain or sender_service(domain) or is_freemail(domain):
        return ""
    registered = _suffixes().privatesuffix(domain) or ""
    return re.sub(r"-?(?:careers?|jobs?|hr|karriere|recruiting|mail|email|talent)$", "", registered.partition(".")[0])


@cache
def _suffixes() -> PublicSuffixList:
    """Return the public suffix list that comes with the library, read once."""
    return PublicSuffixList(only_icann=True)


def spelled_like(squashed: str, text: str) -> str | None:
    """Return one to four words of the text whose letters are the domain's."""
    words = re.findall(r"(?<![\w@.])[\w&'-]+(?![\w@]|\.\w)", text)
    for start in range(len(words)):
        joined = ""
        for end in range(start, min(start + 4, len(words))):
            joined += squash(words[end])
            if joined == squashed:
                return tidy(" ".join(words[start : end + 1]), MAX_COMPANY)
            if not squashed.startswith(joined):
                break
    return None
