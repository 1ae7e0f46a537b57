"""The first schema: mailboxes, mails, replies, attempts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the four tables."""
    _mailboxes()
    _mails()
    _replies()
    _attempts()


def _mailboxes() -> None:
    op.create_table(
        "mailboxes",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("cursor", sa.String),
        sa.Column("first_seen_at", sa.DateTime, nullable=False),
        sa.Column("succeeded_at", sa.DateTime),
        sa.Column("failed_at", sa.DateTime),
        sa.Column("failure", sa.String),
    )


def _mails() -> None:
    op.create_table(
        "mails",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mailbox", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("message_id", sa.String),
        sa.Column("locator", sa.String, nullable=False),
        sa.Column("arrived_at", sa.DateTime, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("rejection", sa.Float, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("company", sa.String),
        sa.Column("role", sa.String),
        sa.Column("person", sa.String),
        sa.Column("sender", sa.String),
        sa.Column("email", sa.String),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("threads", sa.JSON, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.UniqueConstraint("mailbox", "key"),
    )


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mail_id", sa.Integer, sa.ForeignKey("mails.id", ondelete="CASCADE"), nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("to", sa.String),
        sa.Column("asked", sa.Boolean, nullable=False),
        sa.Column("claimed_at", sa.DateTime),
        sa.Column("looked_at", sa.DateTime),
        sa.Column("draft_locator", sa.String),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )
    op.create_index("replies_state_due_at", "replies", ["state", "due_at"])


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("mailbox", sa.String, primary_key=True),
        sa.Column("locator", sa.String, primary_key=True),
        sa.Column("message_id", sa.String),
        sa.Column("arrived_at", sa.DateTime, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("failure", sa.String),
    )
