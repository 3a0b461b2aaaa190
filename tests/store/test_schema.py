"""The schema: migrations make what the tables say, guards included."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import MetaData
from sqlalchemy.exc import IntegrityError

from studio.store import schema
from studio.store.connection import Database, NestedWriteError
from studio.store.tables import AccountTable, ProjectTable


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "project.db", None, read_only=False)
    schema.migrate(database, "project", schema.PROJECT_SCHEMA)
    yield database
    database.close()


def described(database: Database) -> dict[str, list[str]]:
    """Every table, index and trigger with the parts of its definition in no order: constraints may stand anywhere."""
    rows = database.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'")
    return {name: sorted(re.split(r", (?![^(]*\))", " ".join(sql.split()))) for name, sql in rows}


def parts(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))


@pytest.mark.parametrize(
    ("branch", "newest", "metadata"),
    [
        ("project", schema.PROJECT_SCHEMA, ProjectTable.metadata),
        ("account", schema.ACCOUNT_SCHEMA, AccountTable.metadata),
    ],
)
def test_a_migrated_file_is_what_the_tables_say(tmp_path: Path, branch: str, newest: int, metadata: MetaData) -> None:
    migrated = Database(tmp_path / "migrated.db", None, read_only=False)
    schema.migrate(migrated, branch, newest)
    fresh = Database(tmp_path / "fresh.db", None, read_only=False)
    with fresh.write():
        metadata.create_all(fresh.writing)
    old, new = described(migrated), described(fresh)
    assert old.keys() == new.keys()
    for name in new:
        assert parts(" ".join(old[name])) == parts(" ".join(new[name])), name
    assert schema.version(migrated) == newest
    migrated.close()
    fresh.close()


def test_every_constraint_has_a_name() -> None:
    for metadata in (ProjectTable.metadata, AccountTable.metadata):
        for table in metadata.sorted_tables:
            unnamed = [one for one in table.constraints if one.name is None and one is not table.primary_key]
            assert unnamed == [], table.name


def test_the_settings_that_keep_money_safe_are_on(database: Database) -> None:
    settings = {name: database.rows(f"PRAGMA {name}")[0][0] for name in ("synchronous", "foreign_keys", "journal_mode")}
    assert settings == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "delete"}


def fill_ledger(database: Database) -> None:
    with database.write():
        database.run("INSERT INTO scene VALUES ('s', '1', '', 'V', 0, '', '')")
        columns = [row[1] for row in database.rows("PRAGMA table_info(shot)") if row[3]]
        values = {"id": "h", "scene_id": "s", "code": "0010", "frames": 1}
        database.run(
            f"INSERT INTO shot ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            [values.get(name, 0) for name in columns],
        )
        database.run("INSERT INTO job VALUES ('j','h',1,'m','queued','V',x'','','',NULL,NULL,NULL,'',0)")
        database.run(
            "INSERT INTO attempt VALUES ('a','j','p','','','m','1','',x'','',7,0,'reserved','r',NULL,NULL,NULL,'','')"
        )
        database.run("INSERT INTO ledger VALUES (1,'a','h','reserve',0,5,0,'','{}','')")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET spent_micros = 1",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger VALUES (1,'a','h','reserve',0,9,0,'','{}','')",
        "INSERT INTO ledger VALUES (2,'a','h','reserve',0,5,0,'','{}','')",
        "INSERT INTO ledger VALUES (2,'a','h','gift',0,5,0,'','{}','')",
        "INSERT INTO ledger VALUES (2,'nobody','h','settle',0,5,0,'','{}','')",
        "INSERT INTO attempt SELECT 'b',job_id,'q','','','m','1','',x'','',nonce,0,'reserved',NULL,NULL,NULL,NULL,'',''"
        " FROM attempt",
        "INSERT INTO attempt SELECT 'b',job_id,'p','','','m','1','',x'','',8,0,'reserved','r',NULL,NULL,NULL,'',''"
        " FROM attempt",
        "UPDATE shot SET frames = 0",
    ],
)
def test_what_the_schema_forbids_is_refused_and_leaves_no_trace(database: Database, statement: str) -> None:
    fill_ledger(database)
    before = database.rows("SELECT * FROM ledger"), database.rows("SELECT * FROM attempt")
    with pytest.raises(IntegrityError), database.write():
        database.run(statement)
    assert (database.rows("SELECT * FROM ledger"), database.rows("SELECT * FROM attempt")) == before


def test_a_write_is_whole_or_not_at_all(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write():
        database.run_many("INSERT INTO scene VALUES (?, '1', '', 'V', 0, '', '')", [("s",), ("t",), ("s",)])
    assert database.rows("SELECT * FROM scene") == []


def test_a_write_inside_a_write_is_a_bug(database: Database) -> None:
    with pytest.raises(NestedWriteError), database.write(), database.write():
        pass


def test_a_write_outside_of_a_transaction_is_a_bug(database: Database) -> None:
    with pytest.raises(RuntimeError, match="outside"):
        database.run("DELETE FROM event")


def test_a_write_holds_the_file_from_its_first_moment(database: Database, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "project.db", isolation_level=None, timeout=0)
    with database.write(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()
