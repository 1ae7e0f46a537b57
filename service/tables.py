"""The ledger's tables. They only grow by migrations (service/migrations); never change one here alone."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in Python, UTC without zone on disk: SQLite has no zones, and a naive time here is a bug."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a naive time, store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("the ledger takes aware times only")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give UTC back."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()

mailboxes = Table(
    "mailboxes",
    metadata,
    Column("name", String, primary_key=True),
    Column("cursor", String),
    Column("first_seen_at", UtcDateTime, nullable=False),
    Column("succeeded_at", UtcDateTime),
    Column("failed_at", UtcDateTime),
    Column("failure", String),
)

mails = Table(
    "mails",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mailbox", String, nullable=False),
    Column("key", String, nullable=False),
    Column("message_id", String),
    Column("locator", String, nullable=False),
    Column("arrived_at", UtcDateTime, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("label", String, nullable=False),
    Column("rejection", Float, nullable=False),
    Column("reason", String, nullable=False),
    Column("company", String),
    Column("role", String),
    Column("person", String),
    Column("sender", String),
    Column("email", String),
    Column("stage", String, nullable=False),
    Column("language", String, nullable=False),
    Column("threads", JSON, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("requisition", String),
    Column("reapply_months", Integer),
    Column("feedback", Text),
    UniqueConstraint("mailbox", "key"),
)

replies = Table(
    "replies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mail_id", ForeignKey("mails.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("to", String),
    Column("asked", Boolean, nullable=False, default=False),
    Column("claimed_at", UtcDateTime),
    Column("looked_at", UtcDateTime),
    Column("draft_locator", String),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("wording", String),
    Column("watched_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("declined_at", UtcDateTime),
    Column("heading", String),
    Column("blanks", JSON(none_as_null=True)),
    Index("replies_state_due_at", "state", "due_at"),
)

# A mail in hand: written before it is parsed, taken away with its record. What is still here after a crash was in
# hand when the process died; one that is here too often is set aside for a person.
attempts = Table(
    "attempts",
    metadata,
    Column("mailbox", String, primary_key=True),
    Column("locator", String, primary_key=True),
    Column("message_id", String),
    Column("arrived_at", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("failure", String),
)

# How far the folders were read into which the user files corrections. The corrections themselves are files of their
# own (service.corrections): they hold words of mails, and this database does not.
lessons = Table(
    "lessons",
    metadata,
    Column("mailbox", String, primary_key=True),
    Column("folder", String, primary_key=True),
    Column("cursor", String, nullable=False),
)

# Names by which companies are compared (`replies.names.company_key`), in the order of the alphabet: the user said that
# they mean one company, or two.
company_links = Table(
    "company_links",
    metadata,
    Column("mailbox", String, primary_key=True),
    Column("one", String, primary_key=True),
    Column("other", String, primary_key=True),
    Column("same", Boolean, nullable=False),
)

# Mails that are forgotten but for this: the digest that says that they are done with, and the day on which they came.
# Without it a folder that is built anew would bring them back, and their replies with them.
forgotten = Table(
    "forgotten",
    metadata,
    Column("mailbox", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("arrived_on", UtcDateTime, nullable=False),
)

# What the user was told, written before it is told: about a mail (by its key), a day or, empty, the beginning.
told = Table(
    "told",
    metadata,
    Column("mailbox", String, primary_key=True),
    Column("event", String, primary_key=True),
    Column("about", String, primary_key=True),
    Column("told_at", UtcDateTime, nullable=False),
)
