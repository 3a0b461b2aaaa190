"""What SQLite's errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from studio.core.errors import ProjectError, ReadOnlyError


class DamagedError(ProjectError):
    """A database file that SQLite cannot make sense of."""


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turns trouble with the disk or the file into ProjectError; a broken rule of the schema stays the bug that it
    is.
    """
    try:
        yield
    except DBAPIError as error:
        raise (_said(error.orig, folder) or error) from error
    except sqlite3.Error as error:
        raise (_said(error, folder) or error) from error


def _said(error: BaseException | None, folder: Path) -> ProjectError | None:
    # The low byte is the primary code; extended codes say where it happened.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return ProjectError(
                f"The disk that holds {folder.name} is full.",
                "Free some room there and do it again; everything that was kept before is safe.",
            )
        case sqlite3.SQLITE_IOERR:
            return ProjectError(
                f"The disk that holds {folder.name} does not take or give data ({error}).",
                "See that it is connected and has room, then do it again; everything kept before is safe.",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnlyError(
                f"{folder.name} cannot be written.", "Give the folder back its write permission, then open it again."
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ProjectError(
                f"Another program keeps the database of {folder.name} busy.",
                "Close backup, sync or antivirus programs that may hold it, then do it again.",
            )
        case sqlite3.SQLITE_CANTOPEN:
            return ProjectError(
                f"The database of {folder.name} cannot be opened.", "See that the folder is there and can be read."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedError(f"The database of {folder.name} is damaged.", "Close it and open a copy from backups/.")
    return None
