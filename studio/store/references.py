"""References: the pictures that guide shots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from studio.core.ids import ReferenceId, ShotId
from studio.core.shot import Reference, ReferenceRole
from studio.store.connection import Database
from studio.store.kept import keep_references
from studio.store.needed import not_here
from studio.store.tables import ReferenceRow

COLUMNS = "id, shot_id, role, name, file, sha256"


class References:
    """A reference that was taken off keeps its row and its file, so that an undo finds it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, reference_id: ReferenceId) -> Reference:
        """A reference by its id, on its shot or taken off. Raises InvalidInputError when the project has none."""
        row = self._database.row(f"SELECT {COLUMNS} FROM reference WHERE id = ?", (reference_id,))
        if row is None:
            raise not_here("reference")
        return _reference(row)

    def of_shot(self, shot_id: ShotId) -> list[Reference]:
        """What guides a shot, the oldest first."""
        sql = f"SELECT {COLUMNS} FROM reference WHERE shot_id = ? AND NOT withdrawn ORDER BY created_at, id"
        return [_reference(row) for row in self._database.rows(sql, (shot_id,))]

    def taken_off(self, shot_id: ShotId) -> list[Reference]:
        """What once guided a shot."""
        sql = f"SELECT {COLUMNS} FROM reference WHERE shot_id = ? AND withdrawn ORDER BY created_at, id"
        return [_reference(row) for row in self._database.rows(sql, (shot_id,))]

    def all(self) -> list[Reference]:
        """Every reference of the project, those taken off too."""
        return [_reference(row) for row in self._database.rows(f"SELECT {COLUMNS} FROM reference ORDER BY id")]

    def add(self, references: Sequence[Reference], at: datetime, by: str, *, withdrawn: bool = False) -> None:
        """New references. Only inside a write."""
        names = COLUMNS.split(", ")
        rest = {"withdrawn": withdrawn, "created_at": at, "created_by": by}
        rows: list[dict[str, object]] = [{name: getattr(one, name) for name in names} | rest for one in references]
        self._database.insert_many(ReferenceRow, rows)
        for shot_id in {one.shot_id for one in references}:
            keep_references(self._database, shot_id)


def _reference(row: tuple) -> Reference:
    key, shot_id, role, name, file, sha256 = row
    return Reference(ReferenceId(key), ShotId(shot_id), ReferenceRole(role), name, file, sha256)
