"""A body cut once from soft forms, then carried by its joints: linear blend skinning with smooth weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.dressing.figures.skeleton import Joint, Skeleton
from studio.media.blocking_engine.mesh import FloatArray, Mesh


@dataclass(frozen=True, slots=True)
class Skin:
    """A mesh at rest with the share (n, joints) that each joint has in each vertex; a vertex's shares add up to 1."""

    rest: Mesh
    shares: FloatArray

    def carried(self, transforms: NDArray[np.float64]) -> Mesh:
        """The mesh under joint transforms (joints, 3, 4)."""
        count = len(transforms)
        blend = self.shares @ transforms.reshape(count, 12).astype(np.float32)
        turn = blend.reshape(-1, 3, 4)
        points = np.einsum("nij,nj->ni", turn[:, :, :3], self.rest.vertices) + turn[:, :, 3]
        normals = np.einsum("nij,nj->ni", turn[:, :, :3], self.rest.normals)
        length = np.sqrt(np.einsum("ij,ij->i", normals, normals))[:, None]
        normals = normals / np.maximum(length, np.float32(1e-6))
        return Mesh(points, normals, self.rest.faces, self.rest.colours, self.rest.glow)


def stitched(parts: Sequence[Skin]) -> Skin:
    """One skin of many."""
    from studio.media.blocking_engine.mesh import joined

    return Skin(joined([part.rest for part in parts]), np.concatenate([part.shares for part in parts]))


def rigid(mesh: Mesh, joint: int, joints: int) -> Skin:
    """A mesh that follows one joint."""
    shares = np.zeros((len(mesh.vertices), joints), np.float32)
    shares[:, joint] = 1
    return Skin(mesh, shares)


def along_bones(
    mesh: Mesh, ends: Sequence[tuple[int, FloatArray, FloatArray]], joints: int, sharp: float = 7.0
) -> Skin:
    """A mesh that follows the bones it is nearest to; `ends`: (joint, start, end), `sharp`: how fast shares fall."""
    shares = np.zeros((len(mesh.vertices), joints), np.float32)
    for joint, start, end in ends:
        axis = end - start
        away = mesh.vertices - start
        along = np.clip(away @ axis / max(float(axis @ axis), 1e-9), 0, 1)
        distance = np.linalg.norm(away - along[:, None] * axis, axis=1)
        shares[:, joint] += (distance + 0.004) ** -sharp
    return Skin(mesh, shares / shares.sum(1, keepdims=True))


def coat_shares(mesh: Mesh, bones: Skeleton, hem: float) -> Skin:
    """A coat's skin: sleeves by the arms, back by pelvis and chest, its skirt drawn along by the thighs."""
    points, rest = mesh.vertices, bones.rest
    x, y = points[:, 0], points[:, 1]
    shares = np.zeros((len(points), len(Joint)), np.float32)
    pelvis, chest = float(rest[Joint.PELVIS][1]), float(rest[Joint.CHEST][1])
    hip = float(rest[Joint.THIGH_L][1])
    rise = _smooth((y - pelvis) / (1.5 * (chest - pelvis)))
    drawn = 0.82 * _smooth((hip + 0.03 - y) / max((hip - hem) * 0.55, 0.04))
    left = _smooth(0.5 + x / (2.6 * float(rest[Joint.THIGH_L][0])))
    shares[:, Joint.PELVIS] = (1 - rise) * (1 - drawn)
    shares[:, Joint.CHEST] = rise
    shares[:, Joint.THIGH_L] = (1 - rise) * drawn * left
    shares[:, Joint.THIGH_R] = (1 - rise) * drawn * (1 - left)
    for side, arm, fore, hand in (
        (1, Joint.ARM_L, Joint.FOREARM_L, Joint.HAND_L),
        (-1, Joint.ARM_R, Joint.FOREARM_R, Joint.HAND_R),
    ):
        shoulder, elbow, wrist = rest[arm], rest[fore], rest[hand]
        axis = wrist - shoulder
        length = float(np.linalg.norm(axis))
        axis = axis / length
        along = (points - shoulder) @ axis
        off = np.linalg.norm(points - shoulder - along[:, None] * axis, axis=1)
        width = 0.052 * length / 0.6 * 1.35
        near = _smooth((width * 1.55 - off) / (width * 0.75)) * _smooth((along + 0.045) / 0.11) * (x * side > 0)
        bend = _smooth(0.5 + (along - float(np.linalg.norm(elbow - shoulder))) / 0.10)
        shares *= (1 - near)[:, None]
        shares[:, arm] += near * (1 - bend)
        shares[:, fore] += near * bend
    return Skin(mesh, (shares / shares.sum(1, keepdims=True)).astype(np.float32))


def _smooth(value: FloatArray) -> FloatArray:
    held = np.clip(value, 0, 1)
    return held * held * (3 - 2 * held)
