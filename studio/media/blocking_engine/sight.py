"""What hides a subject from a camera, told by a postage-stamp z-buffer of the whole stage."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Aspect
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.stage import Stage

_LONG_SIDE = 96


class Sight:
    """Looks at one stage as it stands when the shot begins."""

    def __init__(self, stage: Stage, aspect: Aspect) -> None:
        self._acting = stage.acting(0.0)
        self._scenery = stage.scenery
        self._size = aspect.pixels(_LONG_SIDE)
        self._ids = np.empty((self._size[1], self._size[0]), np.int32)
        self._last: tuple[View, NDArray[np.float32]] | None = None

    def blocked(self, view: View, points: list[Vector], slack: float) -> float:
        """The share (0–1) of stage points in the frame that something hides which is more than `slack` metres before
        them.
        """
        width, height = self._size
        depth = self._set_depth(view).copy()
        self._draw(view, self._acting, depth)
        seen = hidden = 0
        for point in points:
            x, y, away = view.project(point)
            if abs(x) >= 1 or abs(y) >= 1 or away < 0.1:
                continue
            column, row = int((x + 1) / 2 * width), int((1 - y) / 2 * height)
            seen += 1
            hidden += int(depth[row, column] > 1 / max(0.05, away - slack))
        return hidden / seen if seen else 1.0

    def behind(self, view: View) -> tuple[float, float, float]:
        """Shares (0–1) of the frame's upper two thirds: of their left and right half what the set fills from four
        metres away, and of all of it what stands nearer than twelve, like a wall.
        """
        upper = self._set_depth(view)[: self._size[1] * 2 // 3]
        filled = (upper > 0) & (upper < 1 / 4)
        middle = self._size[0] // 2
        wall = filled & (upper > 1 / 12)
        return float(filled[:, :middle].mean()), float(filled[:, middle:].mean()), float(wall.mean())

    def _set_depth(self, view: View) -> NDArray[np.float32]:
        """1 / metres of the set as `view` sees it; the last view's is kept, which is often asked for twice."""
        if self._last is None or self._last[0] != view:
            depth = np.zeros((self._size[1], self._size[0]), np.float32)
            self._draw(view, self._scenery, depth)
            self._last = view, depth
        return self._last[1]

    def _draw(self, view: View, mesh: Mesh, depth: NDArray[np.float32]) -> None:
        width, height = self._size
        perspective(
            view.into(mesh.vertices), mesh.faces, len(mesh.faces), view.focal(width), width / 2, height / 2,
            view.near, False, 0, depth, self._ids, 0, height,
        )  # fmt: skip
