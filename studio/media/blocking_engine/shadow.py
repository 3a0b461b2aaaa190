"""Shadow maps: what the key light, and the sky straight above, can see of the stage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
        points = mesh.vertices @ shade.frame[:3, :3].T + shade.frame[:3, 3]
        parallel(
            points.astype(np.float32, copy=False), mesh.faces, len(mesh.faces), shade.depth, np.zeros((1, 1), np.int32)
        )


def with_cast(shade: Shade, mesh: Mesh) -> Shade:
    """A copy of the map with `mesh` drawn into it too."""
    if shade.depth.shape[0] == 1:
        return shade
    copy = Shade(shade.depth.copy(), shade.frame)
    cast(copy, mesh)
    return copy
