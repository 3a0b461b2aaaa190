"""What a body does: joint turns for every pose, with the feet, the seat or the back on the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.core.staging import Pose
from studio.media.blocking_engine.dressing.figures.gait import RUN, WALK, Gait, bend, foot, hips
from studio.media.blocking_engine.dressing.figures.skeleton import ARM_SPREAD, Joint, Skeleton

Turns = NDArray[np.float64]
Spot = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Carry:
    """How a hand carries a thing: swing of the upper arm forward, spread, elbow bend, inward turn; radians."""

    swing: float
    spread: float
    elbow: float
    inward: float = 0.0


CARRIES = {
    "hang": Carry(0.40, 0.22, 0.95),
    "low": Carry(0.04, 0.24, 0.12),
    "chest": Carry(0.30, 0.16, 1.75, 0.45),
    "read": Carry(0.42, 0.14, 1.45, 0.40),
    "raise": Carry(0.55, 0.14, 1.95, 0.20),
    "ear": Carry(0.55, 0.42, 2.45, 0.15),
    "ahead": Carry(0.95, 0.10, 0.50, 0.10),
}


def _x(angle: float) -> Turns:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def _y(angle: float) -> Turns:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def _z(angle: float) -> Turns:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def _still() -> Turns:
    return np.tile(np.eye(3), (len(Joint), 1, 1))


def arm(turns: Turns, side: int, carry: Carry) -> None:
    """Puts one arm (side +1 left, −1 right) into a carry, measured from hanging straight down."""
    shoulder, elbow, wrist = (
        (Joint.ARM_L, Joint.FOREARM_L, Joint.HAND_L) if side > 0 else (Joint.ARM_R, Joint.FOREARM_R, Joint.HAND_R)
    )
    down = _z(-side * ARM_SPREAD)
    turns[shoulder] = _x(-carry.swing) @ _z(side * carry.spread) @ down
    along = _z(side * ARM_SPREAD)
    turns[elbow] = along @ _y(-side * carry.inward) @ _x(-carry.elbow) @ along.T
    turns[wrist] = along @ _x(-0.10) @ along.T


def leg(turns: Turns, side: int, swing: float, knee: float, pitch: float, spread: float = 0.0) -> None:
    """Puts one leg: thigh forward, knee bent, the foot pitched (toes up) against the ground."""
    thigh, shin, ankle = (
        (Joint.THIGH_L, Joint.SHIN_L, Joint.FOOT_L) if side > 0 else (Joint.THIGH_R, Joint.SHIN_R, Joint.FOOT_R)
    )
    turns[thigh] = _z(side * spread) @ _x(-swing)
    turns[shin] = _x(knee)
    turns[ankle] = _x(-pitch + swing - knee)


def standing(bones: Skeleton, mirror: int = 1) -> tuple[Turns, Spot]:
    """Weight on one leg, the other eased; arms hang with a little life. `mirror` −1 takes the other leg."""
    turns = _still()
    height = hips_up(bones) * 0.996
    drop = height - bones.ankle
    shift = 0.022 * bones.foot / 0.27
    turns[Joint.PELVIS] = _z(0.035 * mirror) @ _y(-0.06 * mirror)
    turns[Joint.CHEST] = _z(-0.05 * mirror) @ _y(0.10 * mirror) @ _x(0.015)
    turns[Joint.HEAD] = _z(0.02 * mirror) @ _y(0.06 * mirror)
    lean = float(np.arctan2(shift * 1.3, drop))
    for side, ahead, tilt in ((1, 0.0, 0.0), (-1, 0.045, 0.0)):
        rise = 0.035 * float(bones.rest[Joint.THIGH_L][0]) * side
        swing, knee = bend(ahead * bones.foot / 0.27 - 0.004, drop + rise, bones)
        leg(turns, side * mirror, swing, knee, tilt, 0.035 if side < 0 else 0.0)
        turns[(Joint.THIGH_L if side * mirror > 0 else Joint.THIGH_R)] = (
            _z(-0.035 * mirror - lean * mirror + (-0.06 * mirror if side < 0 else 0))
            @ turns[(Joint.THIGH_L if side * mirror > 0 else Joint.THIGH_R)]
        )
        ankle = Joint.FOOT_L if side * mirror > 0 else Joint.FOOT_R
        turns[ankle] = _z(lean * mirror + (0.06 * mirror if side < 0 else 0)) @ turns[ankle]
    arm(turns, mirror, Carry(0.02, 0.11, 0.22, 0.25))
    arm(turns, -mirror, Carry(0.10, 0.09, 0.30, 0.30))
    return turns, np.array([shift * mirror, height + (bones.rest[0][1] - bones.rest[Joint.THIGH_L][1]), 0.0])


def hips_up(bones: Skeleton) -> float:
    """Height of the hip joints of a standing body."""
    return float(bones.rest[Joint.THIGH_L][1])


def sitting(bones: Skeleton, seat: float, hands: str = "lap") -> tuple[Turns, Spot]:
    """On a seat `seat` metres high: back upright, hands in the lap, on a table or on oars."""
    turns = _still()
    hip = seat + 0.055 * hips_up(bones) / 0.9 + 0.008
    drop = hip - bones.ankle
    turns[Joint.CHEST] = _x(0.05)
    turns[Joint.HEAD] = _x(-0.02)
    ahead = bones.thigh * 0.97
    for side, extra in ((1, 0.02), (-1, -0.05)):
        swing, knee = bend(ahead + extra, drop, bones)
        leg(turns, side, swing + 0.0, knee, 0.0, 0.07)
        turns[Joint.FOOT_L if side > 0 else Joint.FOOT_R] = _x(swing - knee)
        carry = {
            "lap": Carry(0.34, 0.12, 0.80, 0.55),
            "table": Carry(0.62, 0.26, 0.92, 0.85),
            "oars": Carry(0.95, 0.16, 0.42, 0.10),
        }[hands]
        arm(turns, side, carry)
    return turns, np.array([0, hip + (bones.rest[0][1] - bones.rest[Joint.THIGH_L][1]), -0.02])


def lying(bones: Skeleton, bed: float) -> tuple[Turns, Spot]:
    """On the back, the head toward −z, on a surface `bed` metres high."""
    turns = _still()
    turns[Joint.PELVIS] = _x(-np.pi / 2)
    turns[Joint.HEAD] = _x(0.10)
    for side, knee in ((1, 0.04), (-1, 0.16)):
        leg(turns, side, knee / 2 - 0.06, knee, 0.0, 0.03)
        turns[Joint.FOOT_L if side > 0 else Joint.FOOT_R] = _x(0.35) @ _y(side * 0.5)
        arm(turns, side, Carry(-0.04, 0.20, 0.06) if side > 0 else Carry(0.10, 0.16, 1.15, 1.35))
    thick = 0.062 * float(bones.rest[Joint.HEAD][1]) / 0.86
    return turns, np.array([0.0, bed + thick, 0.0])


def reaching(bones: Skeleton) -> tuple[Turns, Spot]:
    """Standing, one arm stretched ahead, the body going with it."""
    turns, root = standing(bones, -1)
    turns[Joint.CHEST] = _x(0.13) @ _y(0.22)
    turns[Joint.HEAD] = _y(-0.16)
    arm(turns, -1, Carry(1.38, 0.04, 0.20))
    arm(turns, 1, Carry(-0.12, 0.14, 0.35, 0.2))
    return turns, root


def going(bones: Skeleton, gait: Gait, phase: float) -> tuple[Turns, Spot]:
    """A moment of a walk or a run, in place: `phase` 0–1 over two steps."""
    turns = _still()
    height = hips(gait, phase, bones)
    wave = float(np.cos(2 * np.pi * phase))
    turns[Joint.PELVIS] = _y(-gait.twist * wave)
    turns[Joint.CHEST] = _x(gait.lean) @ _y(2.1 * gait.twist * wave)
    turns[Joint.HEAD] = _y(-gait.twist * wave) @ _x(-gait.lean * 0.75)
    for side, shift in ((1, 0.0), (-1, 0.5)):
        z, ankle, pitch = foot(gait, (phase + shift) % 1.0, bones)
        swing, knee = bend(z, height - ankle, bones)
        leg(turns, side, swing, knee, pitch)
        hip = Joint.THIGH_L if side > 0 else Joint.THIGH_R
        turns[hip] = _y(gait.twist * wave) @ _z(-side * 0.02) @ turns[hip]
        beat = -side * wave
        bent = gait.elbow * (1 + 0.22 * beat) + 0.12
        arm(turns, side, Carry(gait.arm * beat - (0.18 if gait is RUN else 0.02), 0.12, bent, 0.28))
    return turns, np.array([0.0, height + (bones.rest[0][1] - bones.rest[Joint.THIGH_L][1]), 0.0])


def speed(pose: Pose, bones: Skeleton) -> float:
    """How fast a pose carries the body, in metres a second."""
    gait = {Pose.WALK: WALK, Pose.RUN: RUN}.get(pose)
    return gait.speed * (bones.thigh + bones.shin) if gait else 0.0


def gait_of(pose: Pose) -> Gait | None:
    """The gait of a pose that goes somewhere."""
    return {Pose.WALK: WALK, Pose.RUN: RUN}.get(pose)
