"""What hides a subject from a camera, told by a postage-stamp z-buffer of the whole stage."""

from __future__ import annotations

import numpy as np

from studio.core.camera import Aspect
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.stage import Stage

_LONG_SIDE = 96


class Sight:
    """Looks at one stage as it stands when the shot begins."""

    def __init__(self, stage: Stage, aspect: Aspect) -> None:
        self._acting = stage.acting(0.0)
        self._scenery = stage.scenery
        self._size = aspect.pixels(_LONG_SIDE)

    def blocked(self, view: View, points: list[Vector], slack: float) -> float:
        """The share (0–1) of stage points in the frame that something hides which is more than `slack` metres before them."""
        width, height = self._size
        ids = np.full((height, width), -1, np.int32)
        depth = np.zeros((height, width), np.float32)
        focal = view.focal(width)
        for mesh in (self._scenery, self._acting):
            cam = view.into(mesh.vertices)
            perspective(
                cam, mesh.faces, len(mesh.faces), focal, width / 2, height / 2, 0.08, False, 0, depth, ids, 0, height
            )
        seen = hidden = 0
        for point in points:
            x, y, away = view.project(point)
            if abs(x) >= 1 or abs(y) >= 1 or away < 0.1:
                continue
            column, row = int((x + 1) / 2 * width), int((1 - y) / 2 * height)
            seen += 1
            hidden += int(depth[row, column] > 1 / max(0.05, away - slack))
        return hidden / seen if seen else 1.0
