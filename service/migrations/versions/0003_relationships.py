"""What becomes of a draft, what was said about trying again, and which names mean one company."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("mails", sa.Column("requisition", sa.String))
    op.add_column("mails", sa.Column("reapply_months", sa.Integer))
    op.add_column("mails", sa.Column("feedback", sa.Text))
    op.add_column("replies", sa.Column("wording", sa.String))
    op.add_column("replies", sa.Column("watched_at", sa.DateTime))
    op.add_column("replies", sa.Column("sent_at", sa.DateTime))
    op.add_column("replies", sa.Column("declined_at", sa.DateTime))
    op.create_table(
        "company_links",
        sa.Column("mailbox", sa.String, primary_key=True),
        sa.Column("one", sa.String, primary_key=True),
        sa.Column("other", sa.String, primary_key=True),
        sa.Column("same", sa.Boolean, nullable=False),
    )
