"""Walking and running: where each foot is at a moment, so that a foot on the ground neither slides nor sinks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.media.blocking_engine.dressing.figures.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class Gait:
    """One way of going. Lengths are shares of the leg (hip to ankle); angles radians.

    `speed` legs a second, `period` seconds for two steps, `stance` the share of it that a foot is down, `lift` how
    high the ankle swings, `crouch` how much lower the hips ride, `bob` their rise and fall, `lean` of the body,
    `arm` swing, `elbow` bend,
    `strike` and `push` the foot's pitch as it lands and leaves.
    """

    speed: float
    period: float
    stance: float
    lift: float
    crouch: float
    bob: float
    lean: float
    arm: float
    elbow: float
    strike: float
    push: float
    twist: float


WALK = Gait(1.52, 1.08, 0.60, 0.075, 0.025, 0.014, 0.04, 0.42, 0.28, 0.26, 0.62, 0.09)
RUN = Gait(3.10, 0.70, 0.34, 0.34, 0.085, 0.030, 0.17, 0.80, 1.55, 0.12, 0.80, 0.16)
BALL = 0.62  # of the foot's length: from the ankle to the ball that it rolls over
HEEL = 0.24


def foot(gait: Gait, phase: float, bones: Skeleton) -> tuple[float, float, float]:
    """(z ahead of the hip, y of the ankle above the ground, pitch, toes up) of a foot at `phase` 0–1 of its cycle."""
    leg = bones.thigh + bones.shin
    half = gait.speed * gait.period * gait.stance / 2 * leg
    if phase < gait.stance:
        share = phase / gait.stance
        pitch = gait.strike * max(0.0, 1 - share / 0.18) ** 2 - gait.push * max(0.0, (share - 0.55) / 0.45) ** 1.6
        return half * (1 - 2 * share), _ankle(pitch, bones), pitch
    share = (phase - gait.stance) / (1 - gait.stance)
    slope = -2 * half * (1 - gait.stance) / gait.stance
    z = _hermite(share, -half, half, slope, slope)
    pitch = _swing_pitch(gait, share)
    arc = np.sin(np.pi * share ** (0.72 if gait.lift > 0.2 else 0.8)) ** 1.5
    return (
        z,
        _ankle(pitch if pitch > -gait.push else -gait.push, bones) * (1 - arc) + (bones.ankle + gait.lift * leg) * arc,
        pitch,
    )


def _ankle(pitch: float, bones: Skeleton) -> float:
    """Height of the ankle over a foot whose heel (toes up) or ball (heel up) is on the ground."""
    lever = (HEEL if pitch > 0 else BALL) * bones.foot
    return bones.ankle * float(np.cos(pitch)) + lever * abs(float(np.sin(pitch)))


def _swing_pitch(gait: Gait, share: float) -> float:
    deepest = -gait.push * (1.45 if gait.lift > 0.2 else 1.05)
    if share < 0.35:
        return _blend(-gait.push, deepest, share / 0.35)
    return _blend(deepest, gait.strike, min(1.0, (share - 0.35) / 0.58))


def _blend(first: float, second: float, share: float) -> float:
    return first + (second - first) * share * share * (3 - 2 * share)


def _hermite(t: float, start: float, end: float, slope_start: float, slope_end: float) -> float:
    return (
        (1 + 2 * t) * (1 - t) ** 2 * start
        + t * (1 - t) ** 2 * slope_start
        + t * t * (3 - 2 * t) * end
        - t * t * (1 - t) * slope_end
    )


def hips(gait: Gait, phase: float, bones: Skeleton) -> float:
    """Height of the hip joints above the ground at `phase` of the cycle; highest over one leg or in flight."""
    leg = bones.thigh + bones.shin
    standing = leg + bones.ankle
    lowest = gait.stance / 2 if gait.lift > 0.2 else 0.0
    return standing - leg * gait.crouch - leg * gait.bob * float(np.cos(4 * np.pi * (phase - lowest)))


def bend(z: float, drop: float, bones: Skeleton) -> tuple[float, float]:
    """(thigh forward, knee bend) in radians that put the ankle `z` ahead of, `drop` below the hip (law of cosines)."""
    thigh, shin = bones.thigh, bones.shin
    reach = min(float(np.hypot(z, drop)), (thigh + shin) * 0.9995)
    knee = np.pi - np.arccos(np.clip((thigh**2 + shin**2 - reach**2) / (2 * thigh * shin), -1, 1))
    lead = np.arccos(np.clip((thigh**2 + reach**2 - shin**2) / (2 * thigh * reach), -1, 1))
    return float(np.arctan2(z, drop) + lead), float(knee)
