"""Shots: what a person wrote, and the columns kept beside it for the board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.ids import SceneId, ShotId, TakeId
from studio.core.shot import Shot
from studio.store.connection import Database
from studio.store.kept import keep_references, keep_takes, keep_work
from studio.store.needed import not_here
from studio.store.tables import ShotRow
from studio.store.values import marks

COLUMNS = (
    "id, scene_id, code, rank, action, dialogue, notes, size, angle, lens_mm, move, height_m, pitch_deg, roll_deg, "
    "time_of_day, weather, frames, on_hold, omitted, approved, pick_id"
)
ON_BOARD = "binned_at IS NULL AND NOT withdrawn"


class Place(NamedTuple):
    """Where a shot stands: enough to order and to name its neighbours."""

    shot_id: ShotId
    rank: str
    code: str


class Shots:
    """Shots by id, by scene and by code. A bin and undone makings keep their rows, so codes stay taken."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, shot_id: ShotId) -> Shot:
        """A shot, on the board or in the bin. Raises InvalidInputError when there is none or its making was undone."""
        for shot in self.some([shot_id]):
            return shot
        raise not_here("shot")

    def some(self, shot_ids: Iterable[ShotId]) -> list[Shot]:
        """The shots of these ids that there are, on the board or in the bin, in the order asked."""
        wanted = list(dict.fromkeys(shot_ids))
        sql = f"SELECT {COLUMNS} FROM shot WHERE id IN ({marks(len(wanted))}) AND NOT withdrawn"
        found = {row[0]: _shot(row) for row in self._database.rows(sql, wanted)}
        return [found[ShotId(one)] for one in wanted if one in found]

    def of_scene(self, scene_id: SceneId) -> list[Shot]:
        """The shots of a scene on the board, in order."""
        sql = f"SELECT {COLUMNS} FROM shot WHERE scene_id = ? AND {ON_BOARD} ORDER BY rank, id"
        return [_shot(row) for row in self._database.rows(sql, (scene_id,))]

    def all(self) -> list[Shot]:
        """Every shot on the board, in board order."""
        columns = ", ".join(f"shot.{name}" for name in COLUMNS.split(", "))
        return [
            _shot(row)
            for row in self._database.rows(
                f"SELECT {columns} FROM shot JOIN scene ON scene.id = shot.scene_id "
                "WHERE shot.binned_at IS NULL AND NOT shot.withdrawn AND NOT scene.withdrawn "
                "ORDER BY scene.rank, scene.id, shot.rank, shot.id"
            )
        ]

    def by_code(self, code: str) -> Shot | None:
        """The shot on the board or in the bin that has this code, any case."""
        sql = f"SELECT {COLUMNS} FROM shot WHERE code = ? COLLATE NOCASE AND NOT withdrawn"
        row = self._database.row(sql, (code,))
        return None if row is None else _shot(row)

    def places(self, scene_id: SceneId) -> list[Place]:
        """Where the shots of a scene stand, in order, those in the bin left out."""
        sql = f"SELECT id, rank, code FROM shot WHERE scene_id = ? AND {ON_BOARD} ORDER BY rank, id"
        return [Place(*row) for row in self._database.rows(sql, (scene_id,))]

    def codes(self) -> set[str]:
        """Every code ever given in the project."""
        return {row[0] for row in self._database.rows("SELECT code FROM shot")}

    def ranks(self, scene_id: SceneId) -> list[str]:
        """The rank of every row that stands in a scene, of those out of sight too."""
        return [row[0] for row in self._database.rows("SELECT rank FROM shot WHERE scene_id = ?", (scene_id,))]

    def board_codes(self) -> list[tuple[str, str]]:
        """(scene's rank, code) of every shot on the board, in board order."""
        return self._database.rows(
            "SELECT scene.rank, shot.code FROM shot JOIN scene ON scene.id = shot.scene_id "
            "WHERE shot.binned_at IS NULL AND NOT shot.withdrawn AND NOT scene.withdrawn "
            "ORDER BY scene.rank, scene.id, shot.rank, shot.id"
        )

    def binned(self) -> list[ShotId]:
        """The shots in the bin, the newest first."""
        sql = "SELECT id FROM shot WHERE binned_at IS NOT NULL AND NOT withdrawn ORDER BY binned_at DESC, code"
        return [row[0] for row in self._database.rows(sql)]

    def add(self, shots: Sequence[Shot], at: datetime, by: str, *, withdrawn: bool = False) -> None:
        """New shots. Only inside a write."""
        self._database.insert_many(ShotRow, [new_row(shot, at, by, withdrawn=withdrawn) for shot in shots])

    def set_camera_line(self, shot_id: ShotId, line: str) -> None:
        """The camera in words. Only inside a write."""
        sql = "UPDATE shot SET camera_line = ? WHERE id = ? AND camera_line <> ?"
        self._database.run(sql, (line, shot_id, line))

    def camera_line(self, shot_id: ShotId) -> str:
        """The camera in words, as kept."""
        row = self._database.row("SELECT camera_line FROM shot WHERE id = ?", (shot_id,))
        return row[0] if row else ""

    def picks(self) -> list[tuple[ShotId, TakeId]]:
        """Every shot on the board that has a pick, with it."""
        return [
            (ShotId(shot_id), TakeId(pick_id))
            for shot_id, pick_id in self._database.rows(
                f"SELECT id, pick_id FROM shot WHERE pick_id IS NOT NULL AND {ON_BOARD}"
            )
        ]

    def refresh(self, shot_ids: Iterable[ShotId]) -> None:
        """Reckons every kept column of these shots again. Only inside a write."""
        for shot_id in shot_ids:
            keep_takes(self._database, shot_id)
            keep_references(self._database, shot_id)
            keep_work(self._database, shot_id)


def new_row(shot: Shot, at: datetime, by: str, *, withdrawn: bool = False) -> dict[str, object]:
    """The columns of a new shot."""
    camera = shot.camera
    return {
        "id": shot.id,
        "scene_id": shot.scene_id,
        "code": shot.code,
        "rank": shot.rank,
        "action": shot.action,
        "dialogue": shot.dialogue,
        "notes": shot.notes,
        "size": camera.size,
        "angle": camera.angle,
        "lens_mm": camera.lens_mm,
        "move": camera.move,
        "height_m": camera.height_m,
        "pitch_deg": camera.pitch_deg,
        "roll_deg": camera.roll_deg,
        "time_of_day": shot.time_of_day,
        "weather": shot.weather,
        "frames": shot.frames,
        "on_hold": shot.on_hold,
        "omitted": shot.omitted,
        "approved": shot.approved,
        "pick_id": shot.pick_id,
        "binned_at": None,
        "withdrawn": withdrawn,
        "created_at": at,
        "created_by": by,
    }


def without_pick(shot: Shot) -> Shot:
    """The shot as a copy of it begins: nothing picked, nothing approved."""
    return replace(shot, pick_id=None, approved=False)


def _shot(row: tuple) -> Shot:
    key, scene_id, code, rank, action, dialogue, notes, size, angle, lens, move, height, pitch, roll, *rest = row
    time_of_day, weather, frames, on_hold, omitted, approved, pick_id = rest
    return Shot(
        id=ShotId(key),
        scene_id=SceneId(scene_id),
        code=code,
        rank=rank,
        action=action,
        dialogue=dialogue,
        notes=notes,
        camera=Camera(
            size=size and Size(size),
            angle=angle and Angle(angle),
            lens_mm=lens,
            move=move and Move(move),
            height_m=height,
            pitch_deg=pitch,
            roll_deg=roll,
        ),
        time_of_day=time_of_day and TimeOfDay(time_of_day),
        weather=weather and Weather(weather),
        frames=frames,
        on_hold=bool(on_hold),
        omitted=bool(omitted),
        approved=bool(approved),
        pick_id=pick_id and TakeId(pick_id),
    )
