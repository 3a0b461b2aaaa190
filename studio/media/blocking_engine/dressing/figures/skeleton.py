"""The joints of a figure: where they rest and how turning one carries all that hang from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.dressing.figures.proportions import Proportions
from studio.media.blocking_engine.mesh import FloatArray

ARM_SPREAD = 0.36  # radians that the arms stand off the body at rest, so that no sleeve melts into the coat


class Joint(IntEnum):
    """Joints, each after the one it hangs from. Left is +x: the figure faces +z."""

    PELVIS = 0
    CHEST = 1
    HEAD = 2
    ARM_L = 3
    FOREARM_L = 4
    HAND_L = 5
    ARM_R = 6
    FOREARM_R = 7
    HAND_R = 8
    THIGH_L = 9
    SHIN_L = 10
    FOOT_L = 11
    THIGH_R = 12
    SHIN_R = 13
    FOOT_R = 14


PARENTS = (-1, 0, 1, 1, 3, 4, 1, 6, 7, 0, 9, 10, 0, 12, 13)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Rest positions of the joints (15, 3) in metres and the lengths that the legs are posed with."""

    rest: FloatArray
    thigh: float
    shin: float
    ankle: float
    foot: float

    def posed(self, turns: NDArray[np.float64], root: NDArray[np.float64]) -> NDArray[np.float64]:
        """Joint transforms (15, 3, 4) that carry rest points to where they are now.

        `turns` (15, 3, 3) are rotations in the parent's frame, `root` (3,) is where the pelvis stands.
        """
        out = np.empty((len(PARENTS), 3, 4))
        rest = self.rest.astype(float)
        for joint, parent in enumerate(PARENTS):
            if parent < 0:
                spin, place = turns[joint], root
            else:
                above = out[parent]
                spin = above[:, :3] @ turns[joint]
                place = above[:, :3] @ rest[joint] + above[:, 3]
            out[joint, :, :3] = spin
            out[joint, :, 3] = place - spin @ rest[joint]
        return out


def skeleton(body: Proportions) -> Skeleton:
    """The rest skeleton of a body: upright, legs straight, arms a little off the sides."""
    h = body.height
    neck = body.neck_m
    chin = h - body.head_m
    shoulder_y = chin - 0.052 * h
    hip_y = shoulder_y * 0.648
    ankle = 0.047 * h
    knee_y = ankle + (hip_y - ankle) * 0.49
    reach = shoulder_y - hip_y
    arm = np.array([np.sin(ARM_SPREAD), -np.cos(ARM_SPREAD), 0.0])
    rest = np.zeros((len(PARENTS), 3))
    rest[Joint.PELVIS] = (0, hip_y + 0.02 * h, 0)
    rest[Joint.CHEST] = (0, hip_y + reach * 0.36, 0)
    rest[Joint.HEAD] = (0, neck, -0.006 * h)
    for side, offset in ((1, 0), (-1, 3)):
        mirror = np.array([side, 1, 1])
        shoulder = np.array([body.shoulder * h, shoulder_y, -0.004 * h])
        elbow = shoulder + arm * 0.60 * reach
        wrist = elbow + arm * 0.525 * reach
        for joint, place in zip((Joint.ARM_L, Joint.FOREARM_L, Joint.HAND_L), (shoulder, elbow, wrist), strict=True):
            rest[joint + offset] = place * mirror
        hip = np.array([body.hip * h, hip_y, 0])
        knee = np.array([body.hip * h * 0.96, knee_y, 0.004 * h])
        foot = np.array([body.hip * h * 0.92, ankle, -0.006 * h])
        for joint, place in zip((Joint.THIGH_L, Joint.SHIN_L, Joint.FOOT_L), (hip, knee, foot), strict=True):
            rest[joint + offset] = place * mirror
    thigh = float(np.linalg.norm(rest[Joint.THIGH_L] - rest[Joint.SHIN_L]))
    shin = float(np.linalg.norm(rest[Joint.SHIN_L] - rest[Joint.FOOT_L]))
    return Skeleton(rest.astype(np.float32), thigh, shin, ankle, 0.152 * h)
