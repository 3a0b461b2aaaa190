"""Animals: four-legged ones from one soft form with numbers for each kind, and birds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from studio.core.staging import Pose
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.fields import egg, limb, melted
from studio.media.blocking_engine.dressing.figures.skin import Skin, along_bones
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import solid
from studio.media.blocking_engine.dressing.surface import surface
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import FloatArray, Mesh

# Joints of a four-legged body: trunk, head, tail, then upper and lower of each leg (front, then hind).
PARENTS = (-1, 0, 0, 0, 3, 0, 5, 0, 7, 0, 9)


@dataclass(frozen=True, slots=True)
class Beast:
    """A four-legged kind. Metres, but `neck` and `tail` rise in radians; `horn` is the length of horns or antlers."""

    shoulder: float
    length: float
    girth: float
    leg: float
    neck_length: float
    neck: float
    head: float
    snout: float
    ear: float
    tail_length: float
    tail: float
    tint: Tint
    horn: float = 0.0
    wool: float = 0.0
    speed: float = 1.2


BEASTS = {
    "dog": Beast(0.56, 0.62, 0.125, 0.036, 0.20, 0.85, 0.105, 0.13, 0.09, 0.32, 0.75, p.linear("#8F7A66")),
    "cat": Beast(0.26, 0.30, 0.072, 0.022, 0.09, 0.75, 0.062, 0.03, 0.05, 0.28, 1.1, p.linear("#7C7672"), speed=0.8),
    "horse": Beast(1.50, 1.45, 0.31, 0.072, 0.58, 0.92, 0.19, 0.38, 0.14, 0.6, -1.1, p.linear("#7E6452"), speed=1.6),
    "cow": Beast(1.32, 1.45, 0.36, 0.075, 0.42, 0.35, 0.18, 0.26, 0.16, 0.7, -1.4, p.linear("#A08A78"), 0.16),
    "deer": Beast(1.05, 0.95, 0.19, 0.034, 0.46, 1.05, 0.10, 0.17, 0.14, 0.12, -0.6, p.linear("#977C62"), 0.42),
    "sheep": Beast(0.66, 0.70, 0.20, 0.036, 0.20, 0.55, 0.10, 0.10, 0.09, 0.10, -1.2, p.PAPER, wool=0.06),
    "goat": Beast(0.70, 0.68, 0.15, 0.034, 0.26, 0.85, 0.085, 0.11, 0.09, 0.12, 0.5, p.STONE, 0.2),
    "pig": Beast(0.62, 0.85, 0.23, 0.05, 0.12, 0.1, 0.14, 0.12, 0.11, 0.12, 0.8, p.linear("#C3A293"), speed=0.9),
    "wolf": Beast(0.74, 0.80, 0.155, 0.042, 0.25, 0.65, 0.12, 0.16, 0.11, 0.42, -0.7, p.linear("#77767A"), speed=1.5),
    "fox": Beast(0.38, 0.48, 0.09, 0.026, 0.15, 0.6, 0.075, 0.10, 0.09, 0.40, -0.3, p.linear("#A4704F")),
    "bear": Beast(1.05, 1.15, 0.36, 0.12, 0.26, 0.3, 0.20, 0.17, 0.10, 0.1, -0.8, p.linear("#6B594C")),
    "rabbit": Beast(0.20, 0.24, 0.08, 0.026, 0.06, 0.9, 0.055, 0.03, 0.13, 0.05, 0.6, p.linear("#9C8B7C"), speed=0.8),
    "lion": Beast(0.98, 1.15, 0.24, 0.075, 0.30, 0.55, 0.17, 0.14, 0.08, 0.7, -0.6, p.linear("#B0906A"), wool=0.02),
}
BIRDS = {
    "bird": (0.16, p.linear("#84776C")),
    "gull": (0.34, p.PAPER),
    "crow": (0.34, p.linear("#45454A")),
    "duck": (0.36, p.linear("#8B7F6C")),
    "hen": (0.34, p.linear("#A0705A")),
}


def bones(beast: Beast) -> FloatArray:
    """Rest joints (11, 3); legs stand straight, the nose looks to +z."""
    half = beast.length / 2
    belly = beast.shoulder - beast.girth
    rest = np.zeros((len(PARENTS), 3))
    rest[0] = (0, belly, 0)
    rest[1] = (0, belly + beast.girth * 0.45, half)
    rest[2] = (0, belly + beast.girth * 0.5, -half * 1.05)
    spread = beast.girth * 0.55
    for i, (x, z) in enumerate(
        ((spread, half * 0.86), (-spread, half * 0.86), (spread, -half * 0.86), (-spread, -half * 0.86))
    ):
        rest[3 + 2 * i] = (x, belly, z)
        rest[4 + 2 * i] = (x, belly * 0.52, z + (-0.02 if i > 1 else 0.01) * beast.shoulder)
    return rest.astype(np.float32)


def _spots(beast: Beast) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Where the neck ends, where the snout ends and where the tail ends."""
    rest = bones(beast)
    neck = rest[1] + vec([0, math.sin(beast.neck), math.cos(beast.neck)]) * np.float32(beast.neck_length)
    nose = neck + vec([0, -0.30, 0.95]) * np.float32(beast.snout + beast.head * 0.5)
    tail = rest[2] + vec([0, math.sin(beast.tail), -math.cos(beast.tail)]) * np.float32(beast.tail_length)
    return neck, nose, tail


def form(points: FloatArray, beast: Beast) -> FloatArray:
    """The whole animal at rest."""
    rest = bones(beast)
    neck, nose, tail = _spots(beast)
    g, half = beast.girth + beast.wool, beast.length / 2
    mirrored = np.abs(points) * vec([1, 0, 0]) + points * vec([0, 1, 1])
    middle = float(rest[0][1])
    out = limb(points, (0, middle + g * 0.05, half * 0.78), (0, middle + g * 0.12, -half * 0.72), g, g * 0.84)
    out = melted(out, egg(points, (0, middle - g * 0.04, half * 0.72), (g * 0.86, g * 1.08, g * 0.98)), g * 0.4)
    throat = max(beast.head * 0.72, g * 0.46)
    out = melted(out, limb(points, rest[1] - vec([0, g * 0.15, g * 0.4]), neck, max(g * 0.62, throat), throat), g * 0.5)
    out = melted(
        out,
        egg(
            points,
            neck + vec([0, beast.head * 0.12, beast.head * 0.25]),
            (beast.head * 0.82, beast.head * 0.88, beast.head),
        ),
        beast.head * 0.4,
    )
    out = melted(
        out,
        limb(points, neck + vec([0, 0, beast.head * 0.4]), nose, beast.head * 0.58, beast.head * 0.40),
        beast.head * 0.35,
    )
    ear = neck + vec([beast.head * 0.55, beast.head * 0.72, 0])
    out = melted(
        out,
        limb(
            mirrored,
            ear,
            ear + vec([0.3, 0.85, -0.2]) * np.float32(beast.ear),
            beast.head * 0.26,
            beast.head * 0.10,
        ),
        beast.head * 0.15,
    )
    if beast.horn:
        root = neck + vec([beast.head * 0.35, beast.head * 0.8, -beast.head * 0.1])
        tip = root + vec([0.62, 0.78, -0.1]) * np.float32(beast.horn)
        out = melted(out, limb(mirrored, root, tip, beast.head * 0.26, beast.head * 0.16), 0.02)
        if beast.horn > 0.3:
            fork = (root + tip) / 2
            out = melted(
                out,
                limb(
                    mirrored,
                    fork,
                    fork + vec([0.05, 0.5, 0.6]) * np.float32(beast.horn * 0.55),
                    beast.head * 0.14,
                    beast.head * 0.09,
                ),
                0.02,
            )
    thick = g * 0.16 + 0.008
    out = melted(
        out,
        limb(points, rest[2], tail, thick * (1.6 if beast.tail_length > beast.shoulder * 0.8 else 1.0), thick * 0.6),
        g * 0.25,
    )
    for upper in (3, 7):
        hip, knee = rest[upper], rest[upper + 1]
        foot = vec([knee[0], beast.leg * 0.8, hip[2]])
        heavy = beast.leg * (1.9 if upper == 7 else 1.6)
        out = melted(out, limb(mirrored, hip + vec([0, g * 0.25, 0]), knee, heavy * 1.25, beast.leg * 1.05), g * 0.35)
        out = melted(out, limb(mirrored, knee, foot, beast.leg * 1.05, beast.leg * 0.8), beast.leg * 0.6)
        out = melted(
            out,
            egg(
                mirrored,
                foot + vec([0, -beast.leg * 0.15, beast.leg * 0.45]),
                (beast.leg * 1.05, beast.leg * 0.72, beast.leg * 1.4),
            ),
            beast.leg * 0.5,
        )
    return np.maximum(out, -points[:, 1])


@dataclass(frozen=True, slots=True)
class Animal:
    """A four-legged animal at rest with its skin; `posed` gives it at a moment of its gait."""

    beast: Beast
    rest: FloatArray
    skin: Skin

    def posed(self, pose: Pose, phase: float) -> Mesh:
        """The mesh, feet on the ground, at `phase` 0–1 of a stride; any pose that goes nowhere stands, sits or lies."""
        turns = np.tile(np.eye(3), (len(PARENTS), 1, 1))
        if pose in (Pose.WALK, Pose.RUN):
            self._stride(turns, phase, 0.75 if pose is Pose.RUN else 0.42)
        elif pose is Pose.SIT:
            turns[0] = _pitch(0.62)
            turns[1] = _pitch(-0.45)
            for front in (3, 5):
                turns[front] = _pitch(-0.55)
            for hind in (7, 9):
                turns[hind], turns[hind + 1] = _pitch(-1.75), _pitch(1.55)
        elif pose is Pose.LIE:
            for upper in (3, 5, 7, 9):
                turns[upper], turns[upper + 1] = _pitch(-1.35), _pitch(0.15 if upper < 7 else 2.0)
        return self._grounded(turns)

    def _stride(self, turns: NDArray[np.float64], phase: float, reach: float) -> None:
        for i, shift in enumerate((0.0, 0.5, 0.5, 0.0)):
            swing = math.sin(2 * math.pi * (phase + shift))
            lift = max(0.0, math.cos(2 * math.pi * (phase + shift)))
            turns[3 + 2 * i] = _pitch(-swing * reach)
            turns[4 + 2 * i] = _pitch((1.5 if i > 1 else 1.2) * reach * lift + 0.08)
        turns[0] = _pitch(0.05 * reach * math.sin(4 * math.pi * phase))
        turns[1] = _pitch(-0.12 * math.cos(4 * math.pi * phase) * reach)
        turns[2] = _pitch(0.25 * math.sin(4 * math.pi * phase) * reach)

    def _grounded(self, turns: NDArray[np.float64]) -> Mesh:
        out = np.empty((len(PARENTS), 3, 4))
        rest = self.rest.astype(float)
        for joint, parent in enumerate(PARENTS):
            spin, place = turns[joint], rest[joint]
            if parent >= 0:
                above = out[parent]
                spin, place = above[:, :3] @ turns[joint], above[:, :3] @ rest[joint] + above[:, 3]
            out[joint, :, :3], out[joint, :, 3] = spin, place - spin @ rest[joint]
        mesh = self.skin.carried(out)
        points = mesh.vertices - vec([0, mesh.vertices[:, 1].min(), 0])
        return Mesh(points, mesh.normals, mesh.faces, mesh.colours, mesh.glow)


def _pitch(angle: float) -> NDArray[np.float64]:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def animal(kind: str, fine: float = 1.0) -> Animal:
    """A four-legged animal of a kind."""
    beast = BEASTS[kind]
    rest = bones(beast)
    neck, nose, tail = _spots(beast)
    g = beast.girth + beast.wool
    reach = g * 1.15
    low = np.array([-reach, 0, float(tail[2]) - g])
    high = np.array(
        [reach, float(neck[1]) + beast.head + beast.ear + beast.horn * 0.9 + g * 0.3, float(nose[2]) + beast.head * 0.6]
    )
    high[1] = max(high[1], float(tail[1]) + g * 0.4, float(rest[0][1]) + g * 1.3)
    high[0] = max(high[0], beast.head + beast.ear + beast.horn)
    low[0] = -high[0]
    step = max(min(beast.leg * 0.85, beast.head * 0.30), beast.length * 0.022) * fine
    vertices, normals, faces = surface(partial(form, beast=beast), low, high, (step, step * 1.15, step * 1.25))
    ends = [
        (
            0,
            rest[0] + vec([0, g * 0.2, beast.length * 0.38]),
            rest[0] + vec([0, g * 0.2, -beast.length * 0.38]),
        ),
        (1, rest[1] + (neck - rest[1]) * 0.35, nose),
        (2, rest[2] + (tail - rest[2]) * 0.2, tail),
    ]
    for upper in (3, 5, 7, 9):
        ends += [
            (upper, rest[upper] - vec([0, g * 0.35, 0]), rest[upper + 1]),
            (upper + 1, rest[upper + 1], rest[upper + 1] * vec([1, 0, 1])),
        ]
    return Animal(beast, rest, along_bones(solid(vertices, normals, faces, beast.tint), ends, len(PARENTS), 4.0))


def bird(kind: str, flying: bool, beat: float = 0.0) -> Mesh:
    """A bird on its feet, or on the wing at `beat` 0–1 of a wing stroke; its body about y of half its size."""
    size, tint = BIRDS[kind]
    lift = math.sin(2 * math.pi * beat) * 0.65 + 0.1

    def field(points: FloatArray) -> FloatArray:
        q = points / np.float32(size)
        mirrored = np.abs(q) * vec([1, 0, 0]) + q * vec([0, 1, 1])
        base = 0.16 if flying else 0.52
        out = limb(q, (0, base + 0.12, 0.25), (0, base, -0.32), 0.25, 0.12)
        out = melted(out, limb(q, (0, base - 0.02, -0.35), (0, base - 0.02, -0.72), 0.09, 0.05), 0.1)
        neck = (0, base + (0.25 if flying else 0.52), 0.52 if flying else 0.38)
        out = melted(out, limb(q, (0, base + 0.18, 0.3), neck, 0.15, 0.12), 0.12)
        out = melted(out, egg(q, neck, (0.13, 0.14, 0.16)), 0.08)
        out = melted(
            out, limb(q, vec(neck) + vec([0, -0.01, 0.12]), vec(neck) + vec([0, -0.06, 0.34]), 0.05, 0.02), 0.03
        )
        if flying:
            elbow, tip = (0.75, base + 0.2 + lift * 0.55, 0.2), (1.6, base + 0.2 + lift * 0.8, -0.1)
            wing = np.minimum(
                limb(mirrored, (0.12, base + 0.15, 0.12), elbow, 0.11, 0.09), limb(mirrored, elbow, tip, 0.09, 0.035)
            )
            out = melted(out, melted(wing, limb(mirrored, (0.12, base + 0.14, -0.05), elbow, 0.08, 0.07), 0.1), 0.08)
        else:
            out = melted(out, egg(mirrored, (0.22, base + 0.06, -0.05), (0.06, 0.19, 0.42)), 0.05)
            out = melted(out, limb(mirrored, (0.1, base - 0.1, 0.02), (0.11, 0.03, 0.04), 0.05, 0.035), 0.04)
            out = melted(out, limb(mirrored, (0.11, 0.03, 0.0), (0.12, 0.03, 0.2), 0.035, 0.025), 0.02)
        return out * np.float32(size)

    wide = 1.75 if flying else 0.4
    low, high = np.array([-wide, -1.0 if flying else 0, -0.85]) * size, np.array([wide, 1.6, 1.1]) * size
    return solid(*surface(field, low, high, np.full(3, 0.062 * size)), tint)
