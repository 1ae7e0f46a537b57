"""By what a draft is known that a program gave another Message-ID, and what in it is left for the user to fill in."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("replies", sa.Column("heading", sa.String))
    op.add_column("replies", sa.Column("blanks", sa.JSON))
