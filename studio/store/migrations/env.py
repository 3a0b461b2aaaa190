"""Runs migrations on the connection that studio.store.schema hands in. Alembic executes this file."""

from alembic import context
from sqlalchemy import Connection

connection = context.config.attributes["connection"]
assert isinstance(connection, Connection)
context.configure(connection=connection, render_as_batch=True, transactional_ddl=True)
context.run_migrations()
