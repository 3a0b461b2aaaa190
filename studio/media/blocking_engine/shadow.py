"""Shadow maps: what the key light, and the sky straight above, can see of the stage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.dirt import restore, touch
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.raster import parallel

NOTHING = -1e9
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shade:
    """One map: `depth` (n, n) metres toward the light of the nearest thing, `frame` (4, 4) that leads from the stage
    into it.

    frame rows: column, row (texels) and depth (metres) of a stage point; then (lift along the normal in metres,
    slack, 0, 0).
    """

    depth: Floats
    frame: Floats


def empty(toward: NDArray[np.floating], centre: NDArray[np.floating], radius: float, size: int) -> Shade:
    """A map of `size` texels for light coming from unit direction `toward`, `radius` metres around `centre`."""
    toward = np.asarray(toward, dtype=np.float64)
    side = np.cross((0.0, 1.0, 0.0) if abs(toward[1]) < 0.95 else (0.0, 0.0, 1.0), toward)
    side /= np.linalg.norm(side)
    over = np.cross(toward, side)
    texel = 2 * radius / size
    frame = np.zeros((4, 4), np.float32)
    for row, axis in enumerate((side, over)):
        frame[row, :3] = axis / texel
        frame[row, 3] = size / 2 - axis @ centre / texel
    frame[2, :3] = toward
    frame[3, 0] = texel
    frame[3, 1] = 0.4 * texel + 0.002
    return Shade(np.full((size, size), NOTHING, np.float32), frame)


def none() -> Shade:
    """A map that answers for no point at all."""
    return Shade(np.zeros((1, 1), np.float32), np.zeros((4, 4), np.float32))


def cast(shade: Shade, mesh: Mesh) -> None:
    """Draw `mesh` into the map."""
    if len(mesh.faces):
        parallel(_onto(shade, mesh), mesh.faces, len(mesh.faces), shade.depth, np.zeros((1, 1), np.int32))


class Casting:
    """A shadow map that those who act are drawn into anew for every picture; only what they touched is wiped.

    `touched` and `offset` as `dirt` has them; `spread` is how soft the map is read, in texels.
    """

    def __init__(self, base: Shade, spread: float, touched: NDArray[np.uint8], offset: int) -> None:
        self._base = base
        self._own: Shade | None = None
        # As far as the widest tap reaches, and the lift along the normal before it.
        self._margin = 2.8 + 3.2 * spread
        self._touched = touched
        self._offset = offset

    def recast(self, mesh: Mesh) -> Shade:
        """The map with `mesh` in it and what was in it before wiped; the next call draws over it."""
        size = self._base.depth.shape[0]
        if size == 1:
            return self._base
        if self._own is None:
            self._own = Shade(self._base.depth.copy(), self._base.frame)
        else:
            restore(self._own.depth, self._base.depth, self._touched, self._offset)
        points = _onto(self._base, mesh)
        touch(points, mesh.faces, size, self._margin, self._touched, self._offset)
        parallel(points, mesh.faces, len(mesh.faces), self._own.depth, np.zeros((1, 1), np.int32))
        return self._own

    def emptied(self) -> Shade:
        """The map with nobody in it."""
        if self._own is not None:
            restore(self._own.depth, self._base.depth, self._touched, self._offset)
            self._own = None
        return self._base

    def holds(self, mesh: Mesh, wider: Casting) -> bool:
        """Whether all that `mesh` shades is asked of this map, and none of a `wider` one for the same light."""
        frame, size = self._base.frame, self._base.depth.shape[0]
        rim = self._margin * max(1.0, float(wider._base.frame[3, 0] / frame[3, 0]))
        if size == 1 or 2 * rim > size or not len(mesh.vertices):
            return False
        places = mesh.vertices @ frame[:2, :3].T + frame[:2, 3]
        return bool(places.min() > rim and places.max() < size - rim)


def _onto(shade: Shade, mesh: Mesh) -> Floats:
    points = mesh.vertices @ shade.frame[:3, :3].T + shade.frame[:3, 3]
    return np.ascontiguousarray(points, dtype=np.float32)
