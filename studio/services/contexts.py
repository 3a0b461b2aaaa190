"""A shot with everything around it: its project, its scene's slugline, its references and what its words stage."""

from __future__ import annotations

from collections.abc import Callable

from studio.core.blocking import BlockingBrief
from studio.core.compose import ShotContext
from studio.core.ids import ShotId
from studio.core.project import Project
from studio.core.shot import Shot
from studio.core.staging import Staging
from studio.store.store import Store

# Words stage the same at every size; these are only there because a brief has them.
_LONG_SIDE = 640
_SEED = 1


class Contexts:
    """Reads shots of one project as renders and stills need them. `read_staging` is studio.core.vocabulary.read."""

    def __init__(self, store: Store, read_staging: Callable[[BlockingBrief], Staging]) -> None:
        self._store = store
        self._read_staging = read_staging

    def of(self, shot_id: ShotId) -> ShotContext:
        """A shot on the board or in the bin. Raises InvalidInputError when there is none."""
        shot = self._store.shots.get(shot_id)
        project = self._store.scenes.project()
        slugline = self._store.scenes.get(shot.scene_id).slugline
        references = tuple(self._store.references.of_shot(shot_id))
        return ShotContext(shot, project, slugline, references, self.staging(shot, slugline, project))

    def staging(self, shot: Shot, slugline: str, project: Project) -> Staging:
        """What the shot's words and fields put on the stage."""
        return self._read_staging(
            BlockingBrief(
                action=shot.action,
                slugline=slugline,
                camera=shot.camera,
                aspect=project.aspect,
                rate=project.rate,
                frames=shot.frames,
                long_side=_LONG_SIDE,
                seed=_SEED,
                time_of_day=shot.time_of_day,
                weather=shot.weather,
            )
        )
