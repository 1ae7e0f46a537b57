"""What the ledger holds, counted, for metrics: mails by label, replies by state. One look each, no words of a mail."""

from collections.abc import Mapping

from sqlalchemy import func, select

from service.database import Database
from service.tables import mails, replies


class Counts:
    """Counts over an open database. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mails(self) -> Mapping[tuple[str, str], int]:
        """Return how many mails are recorded, by mailbox and label."""
        counted = select(mails.c.mailbox, mails.c.label, func.count()).group_by(mails.c.mailbox, mails.c.label)
        with self._database.reading() as connection:
            return {(mailbox, label): count for mailbox, label, count in connection.execute(counted)}

    def replies(self) -> Mapping[tuple[str, str], int]:
        """Return how many replies there are, by mailbox and state."""
        counted = select(mails.c.mailbox, replies.c.state, func.count()).join(mails)
        with self._database.reading() as connection:
            rows = connection.execute(counted.group_by(mails.c.mailbox, replies.c.state))
            return {(mailbox, state): count for mailbox, state, count in rows}
