"""Events: what happened, only ever added."""

from __future__ import annotations

from collections.abc import Iterable

from studio.core.event import Event, EventKind
from studio.core.ids import ShotId
from studio.store.connection import Database
from studio.store.tables import EventRow
from studio.store.values import moment

COLUMNS = "id, kind, at, by, shot_id, take_id, detail"


class Events:
    """The project's events, in the order of their times."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, *events: Event) -> None:
        """More events. Only inside a write."""
        names = COLUMNS.split(", ")
        rows: list[dict[str, object]] = [{name: getattr(one, name) for name in names} for one in events]
        self._database.insert_many(EventRow, rows)

    def of_shot(self, shot_id: ShotId) -> list[Event]:
        """A shot's events."""
        return _events(
            self._database.rows(f"SELECT {COLUMNS} FROM event WHERE shot_id = ? ORDER BY at, id", (shot_id,))
        )

    def all(self) -> list[Event]:
        """Every event."""
        return _events(self._database.rows(f"SELECT {COLUMNS} FROM event ORDER BY at, id"))

    def count(self, kind: EventKind, shot_id: ShotId | None = None) -> int:
        """How often something happened, in all or to one shot."""
        sql = "SELECT count(*) FROM event WHERE kind = ? AND (? IS NULL OR shot_id = ?)"
        row = self._database.row(sql, (kind.value, shot_id, shot_id))
        return row[0] if row else 0


def _events(rows: Iterable[tuple]) -> list[Event]:
    return [
        Event(key, EventKind(kind), moment(at), by, shot_id, take_id, detail)
        for key, kind, at, by, shot_id, take_id, detail in rows
    ]
