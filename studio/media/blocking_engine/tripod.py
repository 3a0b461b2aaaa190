"""A camera on a tripod: the set is lit once, and only who moves, their shadow and the water are drawn again."""

from __future__ import annotations

import numpy as np

from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.exposure import Box, Canvas, Exposure, Floats, eye_of, no_mirror
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.mesh import Mesh, joined
from studio.media.blocking_engine.paint import Picture, finished, reflection, shadows
from studio.media.blocking_engine.shade import DONE, GROUND, WATER
from studio.media.blocking_engine.shadow import Shade

_MARGIN = 10
_NEAR = 0.1
_DROP = 0.8
_SKIRT = np.array([(x, 0, z) for x in (-0.7, 0.7) for z in (-0.7, 0.7)], np.float32)


class Tripod:
    """Draws the pictures of one fixed view. Water and wet ground move on twos: a pair of pictures shares them."""

    def __init__(self, scene: Set, view: View, size: tuple[int, int]) -> None:
        self._scene = scene
        self._view = view
        self._eye = eye_of(view)
        self._bare = Canvas.of(size, 2)
        self._scenery = self._eye.into(scene.stage.scenery.vertices)
        exposure = self._exposure(self._bare, 0.0, no_mirror())
        exposure.see(self._bare.whole)
        exposure.light(self._bare.whole)

    def pair(self, moments: tuple[float, ...], ground: Canvas, canvas: Canvas) -> list[Picture]:
        """The pictures at one or two neighbouring moments; both canvases are worked on."""
        ground.take(self._bare)
        scene, stage = self._scene, self._scene.stage
        acts = [stage.acting(seconds) for seconds in moments]
        maps = [shadows(scene, acting) for acting in acts]
        mirror = no_mirror()
        if scene.reflects:
            whole = joined([stage.scenery, acts[0]])
            mirror = reflection(scene, self._view, moments[0], whole, maps[0], canvas.size, None)
            exposure = self._exposure(ground, moments[0], mirror)
            exposure.wake(WATER if scene.ground[0] < 0.5 else GROUND)
            exposure.light(ground.whole)
        pictures = []
        for seconds, acting, cast in zip(moments, acts, maps, strict=True):
            canvas.take(ground)
            self._act(acting, cast, moments[0], mirror, canvas)
            pictures.append(finished(scene, self._view, seconds, canvas, None))
        return pictures

    def _exposure(self, canvas: Canvas, seconds: float, mirror: Floats) -> Exposure:
        scene = self._scene
        maps = (scene.near_map, scene.far_map, scene.top_map)
        return Exposure(scene, self._eye, seconds, scene.stage.scenery, self._scenery, maps, canvas, mirror)

    def _act(self, acting: Mesh, maps: list[Shade], rippled: float, mirror: Floats, canvas: Canvas) -> None:
        """Draw those who act, and light the part of the picture that they and their shadows touch."""
        if not len(acting.faces):
            return
        scenery = self._scene.stage.scenery
        whole = joined([scenery, acting])
        cam = np.concatenate([self._scenery, self._eye.into(acting.vertices)])
        exposure = Exposure(self._scene, self._eye, rippled, whole, cam, maps, canvas, mirror)
        box = self._box(acting.vertices)
        canvas.todo.fill(DONE)
        exposure.see(box, len(scenery.faces), afresh=False)
        exposure.light(box)

    def _box(self, vertices: Floats) -> Box:
        """The part of the picture that holds the moving things and every shadow of theirs."""
        width, height = self._bare.size
        toward = self._scene.table[0]
        floor = vertices[:, 1].min() - _DROP
        fallen = vertices - toward * ((vertices[:, 1] - floor) / max(float(toward[1]), 0.05))[:, None]
        under = vertices[:: max(1, len(vertices) // 200)] * np.array([1, 0, 1], np.float32)
        skirt = (under[:, None] + _SKIRT + np.array([0, floor, 0], np.float32)).reshape(-1, 3)
        start = self._eye.into(np.concatenate([vertices, skirt]))
        end = self._eye.into(fallen.astype(np.float32))
        if start[:, 2].min() < _NEAR:
            return self._bare.whole
        # A shadow that falls behind the camera is followed to the lens only.
        own = start[: len(end)]
        part = np.clip((own[:, 2] - _NEAR) / np.maximum(own[:, 2] - end[:, 2], 1e-6), 0, 1)
        end = np.where(end[:, 2:] < _NEAR, own + (end - own) * part[:, None], end)
        seen = np.concatenate([start, end])
        focal = self._eye.focal * width
        columns = width / 2 + focal * seen[:, 0] / seen[:, 2]
        rows = height / 2 - focal * seen[:, 1] / seen[:, 2]
        return (
            int(np.clip(rows.min() - _MARGIN, 0, height)) // 4 * 4,
            min(height, -(-int(np.clip(rows.max() + _MARGIN, 0, height)) // 4) * 4),
            int(np.clip(columns.min() - _MARGIN, 0, width)) // 4 * 4,
            min(width, -(-int(np.clip(columns.max() + _MARGIN, 0, width)) // 4) * 4),
        )
