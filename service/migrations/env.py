"""Alembic's entry point: runs the steps on the connection that service.migrations hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
