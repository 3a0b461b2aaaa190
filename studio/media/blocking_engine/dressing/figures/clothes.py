"""What a figure wears, as soft forms at rest: coat with sleeves, legs, shoes, mitt hands and scarf."""

from __future__ import annotations

import numpy as np

from studio.media.blocking_engine.dressing.fields import ball, column, egg, limb, melted
from studio.media.blocking_engine.dressing.figures.proportions import Proportions
from studio.media.blocking_engine.dressing.figures.skeleton import Joint, Skeleton
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import FloatArray


def coat(points: FloatArray, body: Proportions, bones: Skeleton) -> FloatArray:
    """Torso, skirt of the coat and both sleeves, melted at the shoulders."""
    h, bulk = body.height, body.bulk
    rest = bones.rest
    shoulder, hip = float(rest[Joint.ARM_L][1]), float(rest[Joint.THIGH_L][1])
    span = shoulder - hip
    wide, deep = 0.092 * h * bulk, 0.069 * h * bulk
    hips = 0.102 * h * (0.94 if body.waist > 0.95 else 1.0) * max(bulk, 0.93)
    hem = body.hem * h
    rows = [
        (hem, hips * body.flare, hips * body.flare * 0.80, -0.004 * h),
        (
            hem + (hip - hem) * 0.5,
            hips * (1 + (body.flare - 1) * 0.55),
            hips * 0.80 * (1 + (body.flare - 1) * 0.5),
            -0.004 * h,
        ),
        (hip + 0.02 * span, hips, hips * 0.79, -0.004 * h),
        (hip + 0.20 * span, hips * (0.93 + 0.03 * body.waist), hips * 0.74, -0.001 * h),
        (hip + 0.38 * span, wide * (0.97 * body.waist + 0.02), deep * (0.93 * body.waist + 0.06), 0.002 * h),
        (hip + 0.58 * span, wide * 0.99, deep * 1.03 + body.bust * 0.4 * h, 0.003 * h + body.bust * 0.35 * h),
        (hip + 0.72 * span, wide * 1.05, deep * 1.10 + body.bust * 0.6 * h, 0.003 * h + body.bust * 0.4 * h),
        (hip + 0.90 * span, wide * 1.02, deep * 0.97, -0.003 * h),
        (shoulder + 0.006 * h, wide * 0.84, deep * 0.78, -0.007 * h),
        (shoulder + 0.028 * h, wide * 0.48, deep * 0.66, -0.009 * h),
        (shoulder + 0.046 * h, 0.034 * h, 0.038 * h, -0.008 * h),
    ]
    form = column(points, rows)
    mirrored = np.abs(points) * vec([1, 0, 0]) + points * vec([0, 1, 1])
    arm, elbow, wrist = (rest[joint] for joint in (Joint.ARM_L, Joint.FOREARM_L, Joint.HAND_L))
    slope = limb(mirrored, (0.02 * h, shoulder + 0.018 * h, -0.008 * h), arm, 0.028 * h * bulk, 0.027 * h * bulk)
    form = melted(form, slope, 0.055 * h)
    upper = limb(mirrored, arm, elbow, 0.0315 * h * bulk, 0.0255 * h * bulk)
    lower = limb(mirrored, elbow, wrist - (wrist - elbow) * 0.06, 0.0258 * h * bulk, 0.0195 * h * bulk)
    sleeve = melted(upper, lower, 0.02 * h)
    return melted(form, sleeve, 0.034 * h)


def legs(points: FloatArray, body: Proportions, bones: Skeleton) -> FloatArray:
    """Both legs and the seat that joins them under the coat."""
    h = body.height
    rest = bones.rest
    mirrored = np.abs(points) * vec([1, 0, 0]) + points * vec([0, 1, 1])
    hip, knee, ankle = (rest[joint] for joint in (Joint.THIGH_L, Joint.SHIN_L, Joint.FOOT_L))
    girth = max(body.bulk, 0.9)
    thigh = limb(mirrored, hip + vec([-0.012 * h, 0, 0]), knee, 0.038 * h * girth, 0.031 * h * girth)
    shin = limb(mirrored, knee, ankle, 0.030 * h * girth, 0.0215 * h * girth)
    calf = egg(
        mirrored,
        knee * 0.68 + ankle * 0.32 + vec([0, 0, -0.010 * h]),
        (0.030 * h * girth, 0.075 * h, 0.034 * h * girth),
    )
    form = melted(melted(thigh, shin, 0.02 * h), calf, 0.03 * h)
    seat = egg(points, (0, float(hip[1]) + 0.02 * h, 0), (0.066 * h, 0.045 * h, 0.05 * h))
    return melted(form, seat, 0.03 * h)


def shoe(points: FloatArray, body: Proportions, bones: Skeleton, side: int) -> FloatArray:
    """One shoe with a flat sole on y 0; `side` is +1 for the left."""
    h = body.height
    ankle = bones.rest[Joint.FOOT_L] * vec([side, 1, 1])
    x = float(ankle[0])
    out = 0.012 * h * side
    heel = ball(points, (x, 0.026 * h, -0.026 * h), 0.0255 * h)
    toe = egg(points, (x + out, 0.014 * h, 0.074 * h), (0.025 * h, 0.022 * h, 0.040 * h))
    instep = limb(points, (x, 0.042 * h, -0.006 * h), (x + out * 0.9, 0.018 * h, 0.07 * h), 0.0265 * h, 0.021 * h)
    shaft = limb(points, ankle, ankle + vec([0, 0.035 * h, 0]), 0.0255 * h, 0.0265 * h)
    form = melted(melted(melted(heel, toe, 0.03 * h), instep, 0.025 * h), shaft, 0.02 * h)
    return np.maximum(form, -points[:, 1])


def hand(points: FloatArray, body: Proportions, bones: Skeleton, side: int) -> FloatArray:
    """A mitt with a thumb, along the resting forearm; the palm looks at the thigh."""
    h = body.height
    mirror = vec([side, 1, 1])
    wrist = bones.rest[Joint.HAND_L]
    along = wrist - bones.rest[Joint.FOREARM_L]
    along = along / np.linalg.norm(along)
    points = points * mirror
    front = vec([0, 0, 1])
    inward = np.cross(front, along)
    size = 0.105 * h
    palm = wrist + along * size * 0.36
    knuckles = wrist + along * size * 0.56
    tips = wrist + along * size * 0.92 + inward * size * 0.16 * -1
    flat = points - palm
    local = np.stack([flat @ inward, flat @ along, flat @ front], 1)
    form = egg(local, (0, 0, 0), (0.135 * size, 0.40 * size, 0.215 * size))
    for shift in (-0.10, 0.0, 0.10):
        form = melted(
            form,
            limb(
                points, knuckles + front * size * shift, tips + front * size * shift * 0.7, 0.105 * size, 0.078 * size
            ),
            0.05 * size,
        )
    form = melted(
        form,
        limb(points, wrist - along * size * 0.25, wrist + along * size * 0.2, 0.155 * size, 0.15 * size),
        0.08 * size,
    )
    base = wrist + along * size * 0.22 + front * size * 0.12
    thumb = wrist + along * size * 0.58 + front * size * 0.33 - inward * size * 0.05
    return melted(form, limb(points, base, thumb, 0.10 * size, 0.072 * size), 0.06 * size)


def scarf(points: FloatArray, body: Proportions) -> FloatArray:
    """A thick ring around the neck, lower in front."""
    head = body.head_m
    away = points - vec([0, body.height - 1.10 * head, -0.02 * head])
    radius = np.sqrt(away[:, 0] ** 2 + (away[:, 2] * 0.95) ** 2)
    lift = away[:, 1] + 0.22 * away[:, 2]
    return np.sqrt((radius - 0.30 * head) ** 2 + (lift * 0.72) ** 2) - np.float32(0.115 * head)
