"""One SQLite connection: every write in a BEGIN IMMEDIATE transaction, every read fetched whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, column, create_engine, event, insert, update
from sqlmodel import SQLModel

from studio.core.errors import ReadOnlyError
from studio.store.trouble import told
from studio.store.values import Cell, cells

SETTINGS = (
    "busy_timeout=5000",
    "foreign_keys=ON",
    "synchronous=FULL",
    "fullfsync=ON",  # macOS alone: its fsync leaves data in the drive's cache
    "recursive_triggers=ON",  # else INSERT OR REPLACE would delete past the ledger's guard
    "trusted_schema=OFF",
    "cache_size=-32000",
)
Row = tuple  # a row as sqlite3 gives it; whoever asks knows its columns


class NestedWriteError(RuntimeError):
    """A write was begun inside a write: a bug, because the inner one would commit or undo the outer one's rows."""


class Database:
    """`file` with `account`, where there is one, attached under the name `account`; `why_read_only` is "" where
    writing is allowed.

    Use it on the thread that made it.
    """

    def __init__(self, file: Path, account: Path | None, *, read_only: bool, why_read_only: str = "") -> None:
        self.folder = file.parent
        self.read_only = read_only
        self.why_read_only = why_read_only
        self.has_account = account is not None
        with told(self.folder):
            self._raw = connect(file, read_only=read_only)
            if account is not None:
                self._raw.execute("ATTACH ? AS account", (_uri(account, read_only=read_only),))
                self._raw.execute("PRAGMA account.synchronous=FULL")
        self._engine = _engine_over(self._raw)
        self._connection: Connection | None = None

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction: all of it is kept, or nothing. Raises ReadOnlyError, or ProjectError when the disk
        refuses.
        """
        if self.read_only:
            raise ReadOnlyError(
                "The project is open for reading only, so nothing can be changed.",
                self.why_read_only or "Open it for writing first.",
            )
        if self._raw.in_transaction:
            raise NestedWriteError("a write inside a write")
        with told(self.folder), self._engine.begin() as self._connection:
            yield
        # SQLAlchemy rolls back by the driver's method, which accepts that SQLite has already undone a full disk's
        # write.

    def rows(self, sql: str, values: Sequence[Cell] = ()) -> list[Row]:
        """All rows of a SELECT."""
        try:
            return self._raw.execute(sql, values).fetchall()
        except sqlite3.Error:
            with told(self.folder):
                raise

    def row(self, sql: str, values: Sequence[Cell] = ()) -> Row | None:
        """The first row of a SELECT, None when it has none."""
        found = self.rows(sql, values)
        return found[0] if found else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reads inside see one state of the file, whatever others write meanwhile."""
        if self._raw.in_transaction:
            yield
            return
        with told(self.folder):
            self._raw.execute("BEGIN")
            try:
                yield
            finally:
                self._raw.rollback()

    def insert(self, table: type[SQLModel], values: Mapping[str, object]) -> None:
        """Adds one row. Only inside `write`."""
        self.insert_many(table, [values])

    def insert_many(self, table: type[SQLModel], rows: Sequence[Mapping[str, object]]) -> None:
        """Adds rows that all have the same columns. Only inside `write`."""
        if rows:
            self.writing.execute(insert(table), [cells(row) for row in rows])

    def update(self, table: type[SQLModel], row_id: str, values: Mapping[str, object]) -> None:
        """Changes columns of the row whose `id` is `row_id`. Raises KeyError for no such row. Only inside `write`."""
        statement = update(table).where(column("id") == row_id).values(cells(values))
        if values and self.writing.execute(statement).rowcount != 1:
            raise KeyError(row_id)

    def run(self, sql: str, values: Sequence[Cell] = ()) -> int:
        """A writing statement; how many rows it changed. Only inside `write`."""
        return self.writing.exec_driver_sql(sql, tuple(values)).rowcount

    def run_many(self, sql: str, rows: Sequence[Sequence[Cell]]) -> None:
        """A writing statement for each of `rows`. Only inside `write`."""
        if rows:
            self.writing.exec_driver_sql(sql, [tuple(row) for row in rows])

    def backup_to(self, target: sqlite3.Connection) -> None:
        """A consistent copy, page by page, through SQLite itself."""
        with told(self.folder):
            self._raw.backup(target)

    def close(self) -> None:
        """Lets go of the files."""
        self._engine.dispose()
        self._raw.close()

    @property
    def writing(self) -> Connection:
        """The open transaction, for statements of SQLAlchemy. Raises RuntimeError outside of `write`."""
        if self._connection is None or not self._raw.in_transaction:
            raise RuntimeError("a write outside of write()")
        return self._connection


def connect(file: Path, *, read_only: bool) -> sqlite3.Connection:
    """A plain connection with our settings; a file that is not there is made unless `read_only`."""
    raw = sqlite3.connect(_uri(file, read_only=read_only), uri=True, isolation_level=None)
    try:
        for setting in SETTINGS:
            raw.execute(f"PRAGMA {setting}")
        if not read_only:
            raw.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def finish_cut_off_commit(file: Path) -> None:
    """Let SQLite take back what a killed program left half written; a connection for reading may not, and so refuses.

    SQLite itself tells a commit that was cut off from one that somebody is at. Where the folder may not be written,
    or the file is damaged, nothing happens here and the opening says so.
    """
    if not file.with_name(f"{file.name}-journal").exists():
        return
    raw = sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=5)
    try:
        raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.Error:
        return
    finally:
        raw.close()


def _uri(file: Path, *, read_only: bool) -> str:
    return f"{file.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"


def _engine_over(raw: sqlite3.Connection) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
