"""What the headers of a mail say about its place in a thread; only Message-IDs that pass the strict pattern count."""

from dataclasses import dataclass

from classifier.headers import addresses, message_ids, read_headers

_MAX_IDS = 200


@dataclass(frozen=True, slots=True)
class Thread:
    """Who a mail is and which mails it names."""

    message_id: str | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender_domain: str

    def names(self, message_id: str | None) -> bool:
        """Whether the mail answers or refers to that one."""
        return message_id is not None and message_id in (*self.in_reply_to, *self.references)

    def answers(self, message_id: str | None) -> bool:
        """Whether the mail answers that one."""
        return message_id is not None and message_id in self.in_reply_to


def thread_of(raw: bytes) -> Thread:
    """Read the thread headers at the beginning of a mail."""
    fields = read_headers(raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0])
    ids = message_ids(fields.get("message-id", []), 1)
    sender = next(addresses(fields.get("from", []), 1), ("", ""))[1]
    return Thread(
        ids[0] if ids else None,
        message_ids(fields.get("in-reply-to", []), _MAX_IDS),
        message_ids(fields.get("references", []), _MAX_IDS),
        sender.rpartition("@")[2],
    )
