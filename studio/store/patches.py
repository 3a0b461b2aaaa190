"""Row patches: the only way in which undo and redo write, and only to columns that a person may change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from studio.store.connection import Database
from studio.store.tables import ProjectRow, ReferenceRow, SceneRow, ShotRow, TakeRow
from studio.store.values import Cell, cells

TABLES = {"project": ProjectRow, "scene": SceneRow, "shot": ShotRow, "reference": ReferenceRow, "take": TakeRow}
ALLOWED = {
    "project": frozenset({"name", "style", "aspect"}),
    "scene": frozenset({"number", "slugline", "rank", "withdrawn"}),
    "shot": frozenset(
        {"scene_id", "rank", "frames", "on_hold", "omitted", "approved", "pick_id", "binned_at", "withdrawn"}
    )
    | {"action", "dialogue", "notes", "size", "angle", "lens_mm", "move", "height_m", "pitch_deg", "roll_deg"}
    | {"time_of_day", "weather"},
    "reference": frozenset({"role", "withdrawn"}),
    "take": frozenset({"stars", "rejected"}),
}


class Patches:
    """Reads and writes single columns by table and row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, table: str, row_id: str, columns: Iterable[str]) -> dict[str, Cell]:
        """What the columns hold. Raises KeyError for an unknown row, ValueError for a column that is not allowed."""
        names = self._checked(table, columns)
        row = self._database.row(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (row_id,))
        if row is None:
            raise KeyError(row_id)
        return dict(zip(names, row, strict=True))

    def plan(self, table: str, row_id: str, after: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
        """What the columns hold now and what they would hold after, as stored, so that equal values compare equal."""
        return dict(self.read(table, row_id, after)), dict(cells(after))

    def write(self, table: str, row_id: str, values: Mapping[str, object]) -> None:
        """Sets the columns. Raises as `read` does. Only inside a write."""
        self._checked(table, values)
        self._database.update(TABLES[table], row_id, values)

    def _checked(self, table: str, columns: Iterable[str]) -> list[str]:
        names = list(columns)
        if not ALLOWED[table].issuperset(names):
            raise ValueError(f"{table} does not let {', '.join(sorted(set(names) - ALLOWED[table]))} be patched")
        return names
