"""Mails for the tests of every provider: small, plain, told apart by their number."""

from datetime import UTC, datetime, timedelta

import pytest

from replies.decision import Draft
from service.mailbox import Conversation, Mail, Mailbox, Place

SINCE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def letter(
    number: int = 1,
    *,
    message_id: str | None = "",
    sender: str = "Mara Lindqvist <mara@brightloom.example>",
    to: str = "Jane Doe <jane@example.org>",
    in_reply_to: str | None = None,
    body: bytes = b"Thank you for your time.\r\n",
) -> bytes:
    """Write a mail with CRLF line ends. An empty `message_id` stands for `id_of(number)`, None for no such header."""
    headers = [f"From: {sender}", f"To: {to}", f"Subject: Letter {number}", "Date: Mon, 02 Mar 2026 09:00:00 +0000"]
    if message_id is not None:
        headers.append(f"Message-ID: {message_id or id_of(number)}")
    if in_reply_to is not None:
        headers += [f"In-Reply-To: {in_reply_to}", f"References: {in_reply_to}"]
    headers += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    return "\r\n".join(headers).encode("utf-8") + b"\r\n\r\n" + body


def id_of(number: int) -> str:
    """Return the Message-ID of the mail with that number."""
    return f"<{number}.letter@brightloom.example>"


def answer(number: int = 1, *, message_id: str | None = None, body: bytes = b"Thank you, all the best.\r\n") -> bytes:
    """Write the user's answer to the mail with that number."""
    return letter(
        number,
        message_id=message_id or f"<{number}.answer@example.org>",
        sender="Jane Doe <jane@example.org>",
        to="Mara Lindqvist <mara@brightloom.example>",
        in_reply_to=id_of(number),
        body=body,
    )


def draft_for(number: int = 1, **changes: str) -> Draft:
    """Compose a draft that answers the mail with that number."""
    message_id = changes.get("message_id", f"<{number}.answer@example.org>")
    return Draft(answer(number, message_id=message_id), message_id)


def drain(mailbox: Mailbox, cursor: str | None = None, since: datetime = SINCE) -> tuple[list[Mail], str]:
    """Fetch until nothing is waiting."""
    mails: list[Mail] = []
    for _ in range(50):
        batch = mailbox.fetch(cursor, since)
        mails += batch.mails
        cursor = batch.cursor
        if not batch.more:
            return mails, cursor
    pytest.fail("`more` never ends")


def subjects(mails: list[Mail]) -> list[int]:
    """Return the numbers of these letters."""
    return [int(header(mail.raw, b"Subject").rpartition(b" ")[2]) for mail in mails]


def header(raw: bytes, name: bytes) -> bytes:
    """Return the value of a header of a mail, unfolded; empty when there is none."""
    head = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].replace(b"\n ", b" ").replace(b"\n\t", b" ")
    values = [line.partition(b":")[2] for line in head.split(b"\n") if line.lower().startswith(name.lower() + b":")]
    return values[0].strip() if values else b""


def stands(conversation: Conversation, place: Place, message_id: str) -> bool:
    """Whether a mail with that Message-ID stands in that place of the conversation."""
    wanted = message_id.encode()
    return any(found.place is place and header(found.raw, b"Message-ID") == wanted for found in conversation.around)


def at(seconds: float) -> datetime:
    """Return a time so many seconds after `SINCE`."""
    return SINCE + timedelta(seconds=seconds)
