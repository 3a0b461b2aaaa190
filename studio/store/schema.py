"""Brings a database to the newest schema by running migrations; a new file is a file that runs all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studio.store.connection import Database

# The number of the newest migration of each file, kept in PRAGMA user_version beside Alembic's own table, so that
# opening a file that needs nothing does not load Alembic.
PROJECT_SCHEMA = 1
ACCOUNT_SCHEMA = 1
_MIGRATIONS = Path(__file__).with_name("migrations")


def version(database: Database) -> int:
    """The file's schema number, 0 for an empty file."""
    row = database.row("PRAGMA user_version")
    return row[0] if row else 0


def migrate(database: Database, branch: str, newest: int, before: Callable[[], object] = lambda: None) -> None:
    """Runs what is missing of the migrations in `branch` (project, account), `before` first. All of it in one
    transaction.

    Raises ProjectError when the disk refuses, and then the file is as it was.
    """
    if version(database) >= newest:
        return
    before()
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    settings.set_main_option("version_locations", str(_MIGRATIONS / branch).replace("%", "%%"))
    settings.set_main_option("path_separator", "newline")
    with database.write():
        settings.attributes["connection"] = database.writing
        command.upgrade(settings, "head")
        database.run(f"PRAGMA user_version={newest}")
