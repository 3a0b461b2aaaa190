"""Upkeep: what has to follow in the database when columns that a person may change have changed."""

from __future__ import annotations

from collections.abc import Iterable

from studio.core.board import Change
from studio.core.camera_words import camera_line
from studio.core.ids import ReferenceId, SceneId, ShotId, TakeId
from studio.core.shot import CAMERA_FIELDS
from studio.services.contexts import Contexts
from studio.services.step import Patch
from studio.store.store import Store

STRUCTURE = frozenset({"scene_id", "rank", "binned_at", "withdrawn"})
STAGED = CAMERA_FIELDS | {"action", "scene_id", "time_of_day", "weather", "withdrawn"}


class Upkeep:
    """Brings the kept columns of shots up to date and says what views have to ask for again."""

    def __init__(self, store: Store, contexts: Contexts) -> None:
        self._store = store
        self._contexts = contexts

    def after(self, patches: Iterable[Patch]) -> Change:
        """Follows patches that were just written. Only inside the same write."""
        shots: set[ShotId] = set()
        takes: set[TakeId] = set()
        staged: set[ShotId] = set()
        refreshed: set[ShotId] = set()
        structure = project = False
        for patch in patches:
            columns = patch.after.keys()
            structure = structure or not columns.isdisjoint(STRUCTURE)
            match patch.table:
                case "shot":
                    shots.add(ShotId(patch.row_id))
                    if not columns.isdisjoint(STAGED):
                        staged.add(ShotId(patch.row_id))
                    if "pick_id" in columns:
                        refreshed.add(ShotId(patch.row_id))
                case "scene":
                    structure = True
                    if "slugline" in columns:
                        staged |= {place.shot_id for place in self._store.shots.places(SceneId(patch.row_id))}
                case "reference":
                    refreshed.add(self._store.references.get(ReferenceId(patch.row_id)).shot_id)
                case "take":
                    takes.add(TakeId(patch.row_id))
                    refreshed.add(self._store.takes.get(TakeId(patch.row_id)).shot_id)
                case _:
                    project = True
        self._store.shots.refresh(refreshed)
        self._restage(staged)
        return Change(
            shots=frozenset(shots | staged | refreshed),
            takes=frozenset(takes),
            structure=structure or project,
            project=project,
            history=True,
        )

    def _restage(self, shot_ids: set[ShotId]) -> None:
        if not shot_ids:
            return
        project = self._store.scenes.project()
        sluglines = {scene.id: scene.slugline for scene in self._store.scenes.all()}
        for shot in self._store.shots.some(shot_ids):
            staging = self._contexts.staging(shot, sluglines.get(shot.scene_id, ""), project)
            self._store.shots.set_camera_line(shot.id, camera_line(staging.camera))
