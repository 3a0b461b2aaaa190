"""Arranging: moving shots and scenes, putting shots into the bin and taking them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from studio.core.event import EventKind
from studio.core.ids import SceneId, ShotId
from studio.core.ordering import several
from studio.services.editing.acts import Acts, of_shots


class Arranging(Acts):
    """Acts that change where shots and scenes are. A shot's code never changes by them."""

    async def move(self, shot_ids: Iterable[ShotId], scene_id: SceneId, before: ShotId | None) -> None:
        """Puts the shots, in the order given, in front of `before` or at the scene's end; each writes its own row
        alone.
        """
        scene = self._store.scenes.get(scene_id)
        shots = self._shots(shot_ids)
        moving = {shot.id for shot in shots}
        standing = [place.shot_id for place in self._store.shots.places(scene.id)]
        index = standing.index(before) if before is not None and before in standing else len(standing)
        left = [one for one in standing[:index] if one not in moving]
        right = [one for one in standing[index:] if one not in moving]
        if [*left, *(shot.id for shot in shots), *right] == standing:
            return
        ranks = self._ranks(scene.id, right[0] if right else None, len(shots), without=moving)
        patches = [
            self._patch("shot", shot.id, scene_id=scene.id, rank=rank) for shot, rank in zip(shots, ranks, strict=True)
        ]
        events = [self._event(EventKind.EDITED, shot.id, "rank") for shot in shots]
        self._history.perform(f"Move {of_shots(shots)}", patches, events)

    async def move_scene(self, scene_id: SceneId, before: SceneId | None) -> None:
        """Puts a scene in front of `before`, or at the board's end."""
        scene = self._store.scenes.get(scene_id)
        standing = [one.id for one in self._store.scenes.all()]
        others = [one for one in standing if one != scene_id]
        index = others.index(before) if before is not None and before in others else len(others)
        if before == scene_id or [*others[:index], scene_id, *others[index:]] == standing:
            return
        patch = self._patch("scene", scene_id, rank=self._scene_ranks(before, 1, without=scene_id)[0])
        self._history.perform(f"Move scene {scene.number}", [patch])

    async def bin(self, shot_ids: Iterable[ShotId]) -> None:
        """Takes shots off the board; they and all their takes stay in the bin."""
        shots = self._shots(shot_ids)
        now = self._clock.now()
        patches = [self._patch("shot", shot.id, binned_at=now) for shot in shots]
        fresh = [patch for patch in patches if patch.before["binned_at"] is None]
        events = [self._event(EventKind.EDITED, ShotId(patch.row_id), "binned") for patch in fresh]
        self._history.perform(f"Delete {of_shots(shots)}", fresh, events)

    async def restore(self, shot_ids: Iterable[ShotId]) -> None:
        """Brings shots back from the bin to where they were."""
        shots = self._shots(shot_ids)
        patches = [self._patch("shot", shot.id, binned_at=None) for shot in shots]
        events = [self._event(EventKind.EDITED, shot.id, "restored") for shot in shots]
        self._history.perform(f"Restore {of_shots(shots)}", patches, events)

    def _ranks(self, scene_id: SceneId, before: ShotId | None, count: int, without: Iterable[ShotId] = ()) -> list[str]:
        """Keys for `count` shots in front of `before` (None: at the end), clear of all that ever stood there."""
        leaving = set(without)
        standing = [place for place in self._store.shots.places(scene_id) if place.shot_id not in leaving]
        index = next((at for at, place in enumerate(standing) if place.shot_id == before), len(standing))
        low = standing[index - 1].rank if index else None
        # Ranks of the bin count too, so that what comes back never stands on another's place.
        return _free(self._store.shots.ranks(scene_id), low, at_end=index == len(standing), count=count)

    def _scene_ranks(self, before: SceneId | None, count: int, without: SceneId | None = None) -> list[str]:
        standing = [scene for scene in self._store.scenes.all() if scene.id != without]
        index = next((at for at, scene in enumerate(standing) if scene.id == before), len(standing))
        low = standing[index - 1].rank if index else None
        return _free(self._store.scenes.ranks(), low, at_end=index == len(standing), count=count)


def _free(taken: Sequence[str], low: str | None, *, at_end: bool, count: int) -> list[str]:
    """`count` keys after `low` and before the next of `taken`, or after all of `taken` at the end."""
    if at_end:
        return several(max(taken, default=None), None, count)
    return several(low, min(rank for rank in taken if low is None or rank > low), count)
