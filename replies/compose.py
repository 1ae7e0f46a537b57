"""The draft as bytes: strict out.

The headers are written here by hand, because the standard library cannot be trusted with values from a mail: it decodes
an encoded word in a Subject that it is given, line breaks included, and encodes a Message-ID longer than a line. What
was written is then read back and compared, header by header.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email import policy as email_policy
from email.header import Header
from email.message import EmailMessage
from email.parser import BytesParser
from email.quoprimime import body_encode
from email.utils import format_datetime

from classifier.characters import one_line
from classifier.message import Address, Message, is_addr_spec, is_message_id
from classifier.reading import Details
from replies.decision import Draft, Policy, Reply
from replies.identity import draft_id, note_id
from replies.subjects import heading_of
from replies.voice import ComposeError, Written, blanks_of, write

__all__ = ["ComposeError", "compose", "compose_note", "draft_id"]

_REPLY_PREFIX = re.compile(r"^(?:re|aw|antw|antwort|sv|vs|odp|rif|ref)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_MOST_REFERENCES = 20
_LONGEST_SUBJECT = 600
_LONGEST_NAME = 100
_LINE = 76
_LONGEST_LINE = 998  # RFC 5322 §2.1.1

_FIXED = {
    "MIME-Version": "1.0",
    "Content-Type": 'text/plain; charset="utf-8"',
    "Content-Transfer-Encoding": "quoted-printable",
}


def compose(  # noqa: PLR0917 - six plain values, in the order of the data's way
    message: Message,
    details: Details,
    decision: Reply,
    policy: Policy,
    now: datetime,
    before: Sequence[str] = (),
) -> Draft:
    """Return the finished reply to `message`, in its thread, from the address it came to, to one recipient or none.

    `before` are wordings of other drafts, the latest last, which this one should not repeat. Deterministic but for
    `Date`, which is `now` (aware) in the user's zone. There is no Cc, no Bcc and no other header than those of RFC 5322
    and MIME that a plain reply needs.

    Raises:
        ComposeError: A template, most likely the user's own, cannot be filled in, or what was written does not read
            back as it was meant.
    """
    written = write(message, details, decision, policy, before)
    frame = _Frame(message.key, draft_id(policy, message.key), reply_subject(message.subject), _thread(message))
    return _draft(written, message, decision, policy, now, frame)


def compose_note(  # noqa: PLR0917 - as for `compose`
    message: Message,
    details: Details,
    decision: Reply,
    policy: Policy,
    now: datetime,
    key: str,
    before: Sequence[str] = (),
    *,
    in_thread: bool,
) -> Draft:
    """Return the finished note to somebody known from before, whose last mail `message` is.

    Args:
        message: Their last mail.
        details: What was read in it.
        decision: The note, with its reunion.
        policy: The user's wishes.
        now: Aware.
        key: Of the new application; there is one note for each.
        before: Wordings of other drafts.
        in_thread: The note answers their mail; else it is a new mail with a subject of its own.

    Raises:
        ComposeError: As for `compose`.
    """
    written = write(message, details, decision, policy, before, key=key)
    thread = _thread(message) if in_thread else {}
    subject = reply_subject(message.subject) if thread else one_line(written.subject)[:_LONGEST_SUBJECT].strip()
    draft = _draft(written, message, decision, policy, now, _Frame(key, note_id(policy, key), subject, thread))
    return replace(draft, beside=True)  # the thank-you of then answers the same mail


@dataclass(frozen=True, slots=True)
class _Frame:
    """What makes a draft the one that it is, and puts it into its thread or into none.

    Attributes:
        key: Of the mail that owes it.
    """

    key: str
    message_id: str
    subject: str
    thread: dict[str, str]


def _draft(  # noqa: PLR0917 - as for `compose`
    written: Written, message: Message, decision: Reply, policy: Policy, now: datetime, frame: _Frame
) -> Draft:
    to = decision.to.address
    headers = {
        "From": _mailbox(Address(policy.name, _own_address(message, policy))),
        **({"To": _mailbox(to)} if to else {}),
        "Subject": _subject(frame.subject),
        "Date": format_datetime(now.astimezone(policy.timezone)),
        "Message-ID": frame.message_id,
        **frame.thread,
        **_FIXED,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    body = body_encode(written.text.encode().decode("latin-1"), maxlinelen=_LINE, eol="\r\n")
    raw = f"{head}\r\n{body}".encode("ascii", "strict")
    _read_back(raw, list(headers), to, frame.subject, written.text)
    return Draft(
        raw,
        frame.message_id,
        f"{written.wording}#{written.key}",
        heading=heading_of(frame.key, frame.subject),
        blanks=tuple(blanks_of(written.text)),
    )


def reply_subject(subject: str) -> str:
    """Return the subject of a reply: `Re: ` once, in whatever language the prefix is there already.

    Otherwise unchanged, since Gmail keeps a draft in its thread by the subject.
    """
    line = one_line(subject)[:_LONGEST_SUBJECT].strip()
    return line if _REPLY_PREFIX.match(line) else f"Re: {line}".strip()


def _subject(line: str) -> str:
    """The prefix stays in plain sight, for programs that look for it without decoding."""
    prefix = "Re: " if line.startswith("Re: ") else ""
    return prefix + _phrase(line.removeprefix(prefix), f"Subject: {prefix}")


def _phrase(text: str, header: str) -> str:
    """Folded, encoded when it is not plain ASCII or could be taken for an encoded word (RFC 2047 §5)."""
    plain = text.isascii() and "=?" not in text and all(len(word) < _LINE - len(header) for word in text.split())
    charset = "us-ascii" if plain else "utf-8"
    return Header(text, charset, maxlinelen=_LINE, header_name=header).encode(linesep="\r\n")


def _mailbox(address: Address) -> str:
    if not is_addr_spec(address.email):
        raise ComposeError("An address of the draft does not fit the strict pattern.")
    name = one_line(address.name)[:_LONGEST_NAME].strip()
    if not name:
        return address.email
    if name.isascii() and "=?" not in name:
        phrase = '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    else:
        phrase = _phrase(name, "From")
    fits = len(phrase) + len(address.email) < _LINE - len("From: ")
    return f"{phrase} <{address.email}>" if fits else f"{phrase}\r\n <{address.email}>"


def _own_address(message: Message, policy: Policy) -> str:
    """The address that the mail was written to, as a mail program would choose it."""
    delivered = [*message.headers.get("x-original-to", ()), *message.headers.get("delivered-to", ())]
    candidates = [*(address.email for address in message.to), *(value.strip(" <>") for value in delivered)]
    return next((email for email in candidates if policy.is_own(email)), policy.address)


def _thread(message: Message) -> dict[str, str]:
    """RFC 5322 §3.6.4. A relay finds its way by these, so they are kept whole as long as they are sane."""
    if not (message.message_id and is_message_id(message.message_id)):
        return {}
    earlier = [one for one in message.references or message.in_reply_to[:1] if is_message_id(one)]
    ids = [one for one in dict.fromkeys(earlier) if one != message.message_id] + [message.message_id]
    if len(ids) > _MOST_REFERENCES:
        ids = [ids[0], *ids[1 - _MOST_REFERENCES :]]
    return {"In-Reply-To": message.message_id, "References": "\r\n ".join(ids)}


def _read_back(raw: bytes, names: list[str], to: Address | None, subject: str, text: str) -> None:
    """Raise unless the bytes hold exactly these headers, one sender, this recipient alone, this subject and text."""
    parsed = BytesParser(policy=email_policy.default).parsebytes(raw)
    if not isinstance(parsed, EmailMessage) or parsed.keys() != names or parsed.defects:
        raise ComposeError("The draft's headers do not read back as they were written.")
    if [len(parsed[name].addresses) for name in ("From", "To") if name in parsed] != [1] * (1 + (to is not None)):
        raise ComposeError("The draft does not have one sender and one recipient.")
    if to and parsed["To"].addresses[0].addr_spec != to.email:
        raise ComposeError("The draft's recipient does not read back as it was written.")
    if " ".join(parsed["Subject"].split()) != subject:
        raise ComposeError("The draft's subject does not read back as it was written.")
    if parsed.get_content().replace("\r\n", "\n") != text:
        raise ComposeError("The draft's text does not read back as it was written.")
    lines = raw.split(b"\r\n")
    if any(len(line) > _LONGEST_LINE or b"\n" in line or b"\r" in line for line in lines):
        raise ComposeError("The draft has a line that no mail may have.")
