"""The ledger's schema, one step after another; steps are only ever added.

Alembic is imported only when a step has to be made: a ledger that is up to date opens without it.
"""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from service.errors import LedgerError

REVISIONS = ("0001", "0002", "0003", "0004", "0005")


def current(engine: Engine) -> str | None:
    """Return the revision that this ledger is at; None for an empty database."""
    with engine.execution_options(reading=True).connect() as connection:  # whoever only looks waits for no writer
        if not inspect(connection).has_table("alembic_version"):
            return None
        row = connection.execute(text("SELECT version_num FROM alembic_version")).one_or_none()
        return None if row is None else str(row[0])


def upgrade(engine: Engine) -> None:
    """Bring the ledger to the newest revision.

    Raises:
        LedgerError: It was written by a newer Ajar; reading it with this one could draft twice.
    """
    found = current(engine)
    if found == REVISIONS[-1]:
        return
    if found is not None and found not in REVISIONS:
        raise LedgerError(
            f"The ledger was written by a newer version of Ajar (schema {found}, this one knows {REVISIONS[-1]}).",
            "Install that version again; nothing was changed.",
        )
    _run(engine)


def _run(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - heavy, and needed once in a ledger's life
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
