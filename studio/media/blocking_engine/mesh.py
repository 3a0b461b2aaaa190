"""Meshes: the clay that the stage is made of.

Metres, y up, right-handed; an unrotated figure faces +z (toward a camera at +z).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Mesh:
    """A closed triangle surface.

    vertices (n, 3) metres · normals (n, 3) unit length, outward, shared where the surface is smooth ·
    faces (m, 3) indices, counter-clockwise seen from outside · colours (n, 3) linear RGB 0–1 ·
    glow (n,) light that the surface gives off by itself, 0 for clay, 1 and more for lamps and windows.
    """

    vertices: FloatArray
    normals: FloatArray
    faces: IntArray
    colours: FloatArray
    glow: FloatArray

    def moved(self, rotation: FloatArray, offset: FloatArray) -> Mesh:
        """The same surface turned by `rotation` (3, 3) and then shifted by `offset` (3,)."""
        return Mesh(
            np.ascontiguousarray(self.vertices @ rotation.T + offset, dtype=np.float32),
            np.ascontiguousarray(self.normals @ rotation.T, dtype=np.float32),
            self.faces,
            self.colours,
            self.glow,
        )


def joined(meshes: list[Mesh]) -> Mesh:
    """One mesh of many; an empty list gives an empty mesh."""
    if not meshes:
        empty = np.zeros((0, 3), np.float32)
        return Mesh(empty, empty, np.zeros((0, 3), np.int32), empty, np.zeros(0, np.float32))
    offsets = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes[:-1])])
    return Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate([mesh.faces + offset for mesh, offset in zip(meshes, offsets, strict=True)]).astype(np.int32),
        np.concatenate([mesh.colours for mesh in meshes]),
        np.concatenate([mesh.glow for mesh in meshes]),
    )
