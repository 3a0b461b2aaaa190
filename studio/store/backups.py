"""Copies of project.db, made through SQLite, checked before they count, the newest ten kept."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from studio.core.errors import ProjectError
from studio.store.connection import Database
from studio.store.folder import BACKUPS, DATABASE
from studio.store.trouble import told

KEPT = 10
_PATTERN = "project-*.db"


def back_up(database: Database, at: datetime, label: str = "") -> Path:
    """A checked copy in backups/, named by its UTC time. Raises ProjectError when it cannot be made or is not whole."""
    folder = database.folder / BACKUPS
    name = f"project-{at:%Y%m%dT%H%M%S}{label and '-' + label}.db"
    part, file = folder / f"{name}.part", folder / name
    try:
        folder.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(database, part)
        with part.open("rb+") as done:
            os.fsync(done.fileno())
        part.replace(file)
    except OSError as error:
        raise ProjectError(
            f"No backup of {database.folder.name} could be made ({error.strerror}).", "See that the disk has room."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    for old in backups(database.folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return file


def daily_backup(database: Database, at: datetime) -> Path | None:
    """A copy when the project changed since the last one and that was not today; None when none was due."""
    newest = next(iter(backups(database.folder)), None)
    if newest is not None:
        changed = (database.folder / DATABASE).stat().st_mtime > newest.stat().st_mtime
        if not changed or newest.name.startswith(f"project-{at:%Y%m%d}"):
            return None
    return back_up(database, at)


def backups(folder: Path) -> list[Path]:
    """The copies that there are, the newest first."""
    return sorted((folder / BACKUPS).glob(_PATTERN), key=lambda file: file.name, reverse=True)


def last_good(folder: Path) -> Path | None:
    """The newest copy that is whole, None when there is none."""
    return next((file for file in backups(folder) if whole(file)), None)


def whole(file: Path) -> bool:
    """Whether a database file that nobody has open passes SQLite's own full check."""
    try:
        raw = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return False
    try:
        sound = raw.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        return sound and raw.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite3.DatabaseError:
        return False
    finally:
        raw.close()


def _copy(database: Database, part: Path) -> None:
    with told(database.folder):
        target = sqlite3.connect(part)
        try:
            database.backup_to(target)
        finally:
            target.close()
    if not whole(part):
        raise ProjectError(
            f"A backup of {database.folder.name} is not whole.", "Run shotboard check on the project before going on."
        )


def structure_problems(database: Database) -> tuple[str, ...]:
    """What SQLite's full check and its check of references find wrong, in sentences; empty when all is well."""
    found = [row[0] for row in database.rows("PRAGMA integrity_check")]
    broken = [f"The database says: {text}." for text in found if text != "ok"]
    lost = [
        f"A row of {table} belongs to a row of {parent} that is gone."
        for table, _, parent, _ in database.rows("PRAGMA foreign_key_check")
    ]
    return (*broken, *lost)
