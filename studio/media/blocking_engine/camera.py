"""A true camera: where it stands, how it is turned, its lens and its gate, and what lands where in the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a camera.

    position metres · yaw radians about +y (0 looks along −z, positive turns left) · pitch radians (up positive) ·
    roll radians
    (positive: the camera leans clockwise, so the horizon turns the other way) · lens and gate in millimetres ·
    near metres before the lens nothing is drawn (a wall taken out of the set).
    """

    position: Vector
    yaw: float
    pitch: float
    roll: float
    lens: float
    gate: tuple[float, float]
    near: float = 0.08

    def axes(self) -> NDArray[np.float64]:
        """Rows right, up, forward, each of unit length, in stage space."""
        sin_yaw, cos_yaw = math.sin(self.yaw), math.cos(self.yaw)
        sin_pitch, cos_pitch = math.sin(self.pitch), math.cos(self.pitch)
        forward = np.array([-sin_yaw * cos_pitch, sin_pitch, -cos_yaw * cos_pitch])
        right = np.array([cos_yaw, 0.0, -sin_yaw])
        up = np.array([sin_yaw * sin_pitch, cos_pitch, cos_yaw * sin_pitch])
        sin_roll, cos_roll = math.sin(self.roll), math.cos(self.roll)
        return np.stack([right * cos_roll - up * sin_roll, up * cos_roll + right * sin_roll, forward])

    def into(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """(n, 3) stage points as right, up, forward metres from the camera."""
        axes = self.axes()
        offset = axes @ np.asarray(self.position)
        return np.ascontiguousarray(points @ axes.T.astype(np.float32) - offset.astype(np.float32), dtype=np.float32)

    def focal(self, width: float) -> float:
        """The lens in pixels of a picture `width` pixels wide."""
        return self.lens / self.gate[0] * width

    def project(self, point: Vector) -> tuple[float, float, float]:
        """Picture x, y (−1 left and bottom, 1 right and top) and forward distance of a stage point."""
        # In plain numbers: composing a shot asks this a thousand times, and small arrays cost ten times as much.
        x, y, z = point[0] - self.position[0], point[1] - self.position[1], point[2] - self.position[2]
        sin_yaw, cos_yaw = math.sin(self.yaw), math.cos(self.yaw)
        sin_pitch, cos_pitch = math.sin(self.pitch), math.cos(self.pitch)
        sin_roll, cos_roll = math.sin(self.roll), math.cos(self.roll)
        level, ahead = x * cos_yaw - z * sin_yaw, x * sin_yaw + z * cos_yaw
        rise = y * cos_pitch + ahead * sin_pitch
        forward = y * sin_pitch - ahead * cos_pitch
        right, up = level * cos_roll - rise * sin_roll, rise * cos_roll + level * sin_roll
        depth = max(forward, 1e-6)
        return 2 * self.lens * right / (self.gate[0] * depth), 2 * self.lens * up / (self.gate[1] * depth), forward

    def at(self, position: Vector) -> View:
        """The same camera carried to another place."""
        return replace(self, position=position)

    def aimed(self, point: Vector, x: float, y: float) -> View:
        """The same camera turned (yaw and pitch) so that `point` lands at picture x, y; its roll stays.

        Exact for the middle of the frame, and for any place by a few rounds of correction.
        """
        dx, dy, dz = (point[axis] - self.position[axis] for axis in range(3))
        level = replace(
            self,
            yaw=math.atan2(-dx, -dz) if math.hypot(dx, dz) > 1e-6 else self.yaw,
            pitch=math.atan2(dy, math.hypot(dx, dz)),
        )
        for _ in range(6):
            got_x, got_y, _depth = level.project(point)
            miss_x = math.atan((got_x - x) * self.gate[0] / 2 / self.lens)
            miss_y = math.atan((got_y - y) * self.gate[1] / 2 / self.lens)
            sin_roll, cos_roll = math.sin(self.roll), math.cos(self.roll)
            turn = miss_x * cos_roll + miss_y * sin_roll
            lift = -miss_x * sin_roll + miss_y * cos_roll
            pitch = max(-math.pi / 2, min(math.pi / 2, level.pitch + lift))
            level = replace(level, yaw=level.yaw - turn / max(0.2, math.cos(pitch)), pitch=pitch)
        return level
