"""What stays of a mail that is forgotten, and what the user was told."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "forgotten",
        sa.Column("mailbox", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("arrived_on", sa.DateTime, nullable=False),
    )
    op.create_table(
        "told",
        sa.Column("mailbox", sa.String, primary_key=True),
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("about", sa.String, primary_key=True),
        sa.Column("told_at", sa.DateTime, nullable=False),
    )
