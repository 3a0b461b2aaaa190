"""previews.db: filmstrips, which can be made again and so are not backed up."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from studio.core.ids import TakeId
from studio.store.connection import connect
from studio.store.trouble import told

SCHEMA = "CREATE TABLE IF NOT EXISTS filmstrip (take_id TEXT PRIMARY KEY, strip BLOB NOT NULL) WITHOUT ROWID"


class Previews:
    """Filmstrips by take. A damaged file is set aside and begun again."""

    def __init__(self, file: Path, *, read_only: bool) -> None:
        self._file = file
        self._read_only = read_only
        self._raw = self._open()

    def filmstrip(self, take_id: TakeId) -> bytes | None:
        """A take's filmstrip, None when it is not made yet."""
        if self._raw is None:
            return None
        with told(self._file.parent):
            row = self._raw.execute("SELECT strip FROM filmstrip WHERE take_id = ?", (take_id,)).fetchone()
        return None if row is None else row[0]

    def set_filmstrip(self, take_id: TakeId, strip: bytes) -> None:
        """Keeps a filmstrip; in a project open for reading it is not kept. Raises ProjectError on a full disk."""
        if self._raw is not None and not self._read_only:
            with told(self._file.parent):
                self._raw.execute("INSERT OR REPLACE INTO filmstrip VALUES (?, ?)", (take_id, strip))

    def without(self, take_ids: list[TakeId]) -> list[TakeId]:
        """Those of `take_ids` that have no filmstrip yet."""
        return [take_id for take_id in take_ids if self.filmstrip(take_id) is None]

    def close(self) -> None:
        """Lets go of the file."""
        if self._raw is not None:
            self._raw.close()

    def _open(self) -> sqlite3.Connection | None:
        if self._read_only:
            return self._open_for_reading()
        with told(self._file.parent):
            try:
                return self._begin()
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                    raise
            self._file.replace(self._file.with_suffix(".broken"))
            return self._begin()

    def _begin(self) -> sqlite3.Connection:
        raw = connect(self._file, read_only=False)
        try:
            raw.execute("PRAGMA synchronous=OFF")
            raw.execute(SCHEMA)
        except sqlite3.DatabaseError:
            raw.close()
            raise
        return raw

    def _open_for_reading(self) -> sqlite3.Connection | None:
        """None for a file that is missing or damaged: the filmstrips are then made again and again, not kept."""
        try:
            raw = connect(self._file, read_only=True)
            raw.execute("SELECT 1 FROM filmstrip LIMIT 1")
        except sqlite3.DatabaseError:
            return None
        return raw
