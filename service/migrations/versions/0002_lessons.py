"""How far the folders were read into which the user files corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "lessons",
        sa.Column("mailbox", sa.String, primary_key=True),
        sa.Column("folder", sa.String, primary_key=True),
        sa.Column("cursor", sa.String, nullable=False),
    )
