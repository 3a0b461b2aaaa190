"""Deliveries: which file stands for a shot's pick outside the project, and of which clip it is a copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studio.core.ids import ShotId
from studio.store.connection import Database
from studio.store.shots import ON_BOARD
from studio.store.values import marks


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file of the delivery folder, relative to the project folder, and the hash of the clip it was copied from."""

    file: str
    sha256: str


class Deliveries:
    """What was delivered. A shot keeps its file's name for good, so that an editor's timeline finds it again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_shot(self, shot_id: ShotId) -> Delivered:
        """What was delivered for a shot; empty texts while nothing was."""
        row = self._database.row("SELECT delivery, delivery_sha256 FROM shot WHERE id = ?", (shot_id,))
        return Delivered(*row) if row else Delivered("", "")

    def put(self, shot_id: ShotId, delivered: Delivered) -> None:
        """Notes a delivery. Only inside a write."""
        sql = "UPDATE shot SET delivery = ?, delivery_sha256 = ? WHERE id = ?"
        self._database.run(sql, (delivered.file, delivered.sha256, shot_id))

    def files(self) -> set[str]:
        """Every file name that a shot has, of the bin too."""
        return {row[0] for row in self._database.rows("SELECT delivery FROM shot WHERE delivery <> ''")}

    def due(self, shot_ids: Iterable[ShotId] | None = None) -> list[ShotId]:
        """Shots on the board whose pick is not what was delivered last; of all shots or of these."""
        sql = (
            "SELECT shot.id FROM shot JOIN take ON take.id = shot.pick_id "
            f"WHERE {ON_BOARD} AND take.sha256 <> shot.delivery_sha256"
        )
        if shot_ids is None:
            return [ShotId(row[0]) for row in self._database.rows(sql)]
        wanted = list(shot_ids)
        return [ShotId(row[0]) for row in self._database.rows(f"{sql} AND shot.id IN ({marks(len(wanted))})", wanted)]
