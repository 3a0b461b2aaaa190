"""Scenes and the project's own row."""

from __future__ import annotations

from datetime import datetime

from studio.core.camera import parse_aspect
from studio.core.ids import ProjectId, SceneId
from studio.core.project import CodeScheme, Project
from studio.core.scene import Scene
from studio.core.timebase import parse_rate
from studio.store.connection import Database
from studio.store.needed import not_here
from studio.store.tables import ProjectRow, SceneRow


class Scenes:
    """Scenes in board order are those in the order of their ranks, withdrawn ones left out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def project(self) -> Project:
        """The project's settings. Raises LookupError in a file that has none yet."""
        row = self._database.row("SELECT id, name, rate, aspect, scheme, style FROM project")
        if row is None:
            raise LookupError("the project row is missing")
        key, name, rate, aspect, scheme, style = row
        return Project(ProjectId(key), name, parse_rate(rate), parse_aspect(aspect), CodeScheme(scheme), style)

    def add_project(self, project: Project, at: datetime, by: str) -> None:
        """The one row of a new project. Only inside a write."""
        values = {"id": project.id, "name": project.name, "rate": project.rate, "aspect": project.aspect.label}
        more = {"scheme": project.scheme, "style": project.style, "created_at": at, "created_by": by}
        self._database.insert(ProjectRow, values | more)

    def all(self) -> tuple[Scene, ...]:
        """Every scene on the board, in order."""
        rows = self._database.rows("SELECT id, number, slugline, rank FROM scene WHERE NOT withdrawn ORDER BY rank, id")
        return tuple(Scene(*row) for row in rows)

    def get(self, scene_id: SceneId) -> Scene:
        """A scene on the board. Raises InvalidInputError when the board has none."""
        sql = "SELECT id, number, slugline, rank FROM scene WHERE id = ? AND NOT withdrawn"
        row = self._database.row(sql, (scene_id,))
        if row is None:
            raise not_here("scene")
        return Scene(*row)

    def numbers(self) -> set[str]:
        """Every scene number ever given."""
        return {row[0] for row in self._database.rows("SELECT number FROM scene")}

    def ranks(self) -> list[str]:
        """The rank of every scene, withdrawn ones too."""
        return [row[0] for row in self._database.rows("SELECT rank FROM scene")]

    def add(self, scene: Scene, at: datetime, by: str, *, withdrawn: bool = False) -> None:
        """A new scene. Only inside a write."""
        values = {"id": scene.id, "number": scene.number, "slugline": scene.slugline, "rank": scene.rank}
        self._database.insert(SceneRow, values | {"withdrawn": withdrawn, "created_at": at, "created_by": by})
