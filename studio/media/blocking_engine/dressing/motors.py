"""Motor vehicles on the road. Each stands on the ground at the origin, its nose toward +z."""

from __future__ import annotations

import math

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.fields import egg, melted, slab
from studio.media.blocking_engine.dressing.machine_parts import ORIGIN, coach, cut, lights, spot, wheel
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cylinder,
    ellipsoid,
    lathe,
    ring,
    tube,
    turn_z,
)
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import FloatArray, Mesh


def car(lit: bool, tint: Tint = p.RED, open_top: bool = False) -> list[Mesh]:
    """A rounded saloon, 4.4 m long; `open_top` takes the roof off so that people inside are seen."""

    def body(points: FloatArray) -> FloatArray:
        mirrored = np.abs(points) * vec([1, 0, 0]) + points * vec([0, 1, 1])
        form = slab(points, (0, 0.66, -0.05), (0.76, 0.27, 2.02), 0.22)
        form = melted(form, slab(points, (0, 0.83, 1.22), (0.50, 0.21, 0.86), 0.19), 0.14)
        form = melted(form, slab(points, (0, 0.84, -1.45), (0.60, 0.20, 0.62), 0.19), 0.16)
        for z in (1.38, -1.32):
            form = melted(form, egg(mirrored, (0.66, 0.60, z), (0.23, 0.36, 0.62)), 0.10)
        wheels = np.minimum(wheel_arch(points, 1.38), wheel_arch(points, -1.32))
        return np.maximum(form, -wheels)

    out = [cut(body, (-1, 0.2, -2.3), (1, 1.2, 2.3), (0.075, 0.065, 0.1), tint)]
    if open_top:
        out += [
            cut(
                lambda q: slab(q, (0, 1.05, 0.55), (0.6, 0.16, 0.03), 0.02),
                (-0.7, 0.8, 0.4),
                (0.7, 1.3, 0.7),
                (0.1, 0.05, 0.03),
                p.GLASS,
            )
        ]
        out += [
            cut(
                lambda q, x=x: slab(q, (x, 0.98, -0.55), (0.26, 0.26, 0.12), 0.09),
                (x - 0.3, 0.6, -0.8),
                (x + 0.3, 1.3, -0.3),
                (0.07, 0.07, 0.05),
                p.DARK_WOOD,
            )
            for x in (-0.33, 0.33)
        ]
        out.append(ring(0.17, 0.015, (0.33, 1.02, 0.28), p.IRON, True))
    else:
        out += [
            cut(
                lambda q: slab(q, (0, 1.14, -0.28), (0.60, 0.33, 0.98 - 0.0), 0.24),
                (-0.7, 0.75, -1.4),
                (0.7, 1.55, 0.85),
                (0.09, 0.07, 0.1),
                p.DARK_WINDOW,
            ),
            cut(
                lambda q: slab(q, (0, 1.42, -0.30), (0.59, 0.10, 0.84), 0.10),
                (-0.7, 1.25, -1.3),
                (0.7, 1.6, 0.7),
                (0.09, 0.045, 0.1),
                tint,
            ),
        ]
        for x in (-0.58, 0.58):
            for low, high in ((0.70, 0.42), (-0.28, -0.28), (-1.24, -1.04)):
                out.append(beam((x, 0.9, low), (x * 0.97, 1.42, high), 0.07, tint))
    for x in (-0.74, 0.74):
        for z in (1.38, -1.32):
            out += wheel(0.335, 0.21, x, z)
    for x in (-0.56, 0.56):
        out += [
            ellipsoid(
                (0.135, 0.135, 0.07), (x, 0.74, 1.97), p.LAMP_LIGHT if lit else p.PAPER, 14, glow=3.5 if lit else 0.05
            ),
            ellipsoid((0.09, 0.06, 0.04), (x, 0.74, -2.06), p.RED, 10, glow=1.0 if lit else 0.0),
        ]
    for z in (2.07, -2.14):
        out.append(
            tube(
                [
                    (-0.78, 0.48, z - 0.06 * (z > 0) * 2),
                    (-0.5, 0.48, z),
                    (0.5, 0.48, z),
                    (0.78, 0.48, z - 0.06 * (z > 0) * 2),
                ],
                0.055,
                p.STONE,
                8,
            )
        )
    out += [
        box((0.5, 0.2, 0.05), (0, 0.58, 1.96), p.IRON),
        *[box((0.04, 0.03, 0.14), (x, 0.93, -0.05), p.METAL) for x in (-0.765, 0.765)],
    ]
    return out


def wheel_arch(points: FloatArray, z: float) -> FloatArray:
    away = np.sqrt((points[:, 1] - 0.335) ** 2 + (points[:, 2] - z) ** 2) - np.float32(0.39)
    return np.maximum(away, 0.52 - np.abs(points[:, 0]))


def taxi(lit: bool) -> list[Mesh]:
    """A pale cab with a lit roof sign."""
    return [
        *car(lit, p.linear("#C2A873")),
        box((0.42, 0.16, 0.18), (0, 1.51, -0.25), p.PAPER, glow=1.2 if lit else 0.2),
    ]


def van(lit: bool) -> list[Mesh]:
    """A delivery van."""

    def body(q: FloatArray) -> FloatArray:
        return melted(
            slab(q, (0, 1.25, -0.45), (0.92, 0.92, 1.95), 0.2), slab(q, (0, 0.85, 1.6), (0.86, 0.5, 0.7), 0.22), 0.25
        )

    out = [cut(body, (-1, 0.3, -2.5), (1, 2.3, 2.4), (0.12, 0.11, 0.16), p.PAPER)]
    out += [
        box((1.5, 0.55, 0.3), (0, 1.42, 1.42), p.DARK_WINDOW),
        *[box((0.06, 0.5, 0.8), (x, 1.4, 0.8), p.DARK_WINDOW) for x in (-0.91, 0.91)],
    ]
    for x in (-0.8, 0.8):
        for z in (1.5, -1.5):
            out += wheel(0.36, 0.22, x, z)
    return [*out, *lights(0.62, 0.85, 2.27, lit), box((1.7, 0.14, 0.12), (0, 0.42, 2.27), p.METAL)]


def truck(lit: bool) -> list[Mesh]:
    """A lorry with a cab and a boarded box."""
    out = [
        cut(
            lambda q: slab(q, (0, 1.55, 2.6), (1.12, 0.95, 0.85), 0.22),
            (-1.2, 0.5, 1.6),
            (1.2, 2.6, 3.6),
            (0.12, 0.12, 0.12),
            p.BLUE,
        )
    ]
    out += [
        box((1.9, 0.7, 0.1), (0, 1.75, 3.40), p.DARK_WINDOW),
        *[box((0.06, 0.6, 0.8), (x, 1.75, 2.7), p.DARK_WINDOW) for x in (-1.11, 1.11)],
    ]
    out += [
        box((2.3, 2.3, 4.8), (0, 0.95, -0.95), p.shaded(p.WOOD, 1.05)),
        *[box((2.36, 0.1, 4.86), (0, y, -0.95), p.shaded(p.WOOD, 0.75)) for y in (0.95, 2.0, 3.15)],
        box((1.0, 0.3, 6.2), (0, 0.55, -0.1), p.IRON),
    ]
    for x in (-0.98, 0.98):
        for z in (2.5, -1.4, -2.45):
            out += wheel(0.46, 0.3, x, z)
    return [*out, *lights(0.85, 1.0, 3.42, lit), box((2.2, 0.24, 0.16), (0, 0.55, 3.45), p.METAL)]


def bus(lit: bool) -> list[Mesh]:
    """A city bus."""
    out = coach(9.6, 2.5, 2.6, 0.42, p.RED, lit, 7)
    for x in (-1.1, 1.1):
        for z in (3.0, -2.6):
            out += wheel(0.46, 0.3, x, z)
    return [
        *out,
        *lights(0.95, 0.85, 4.8, lit),
        box((1.5, 0.3, 0.1), (0, 2.55, 4.78), p.LAMP_LIGHT, glow=0.9 if lit else 0.1),
    ]


def motorcycle(lit: bool) -> list[Mesh]:
    """A motorcycle along z."""
    out = []
    for z in (-0.68, 0.70):
        tyre = lathe(
            [(0.25, -0.05), (0.3, -0.06), (0.33, -0.02), (0.33, 0.02), (0.3, 0.06), (0.25, 0.05)], ORIGIN, p.RUBBER, 22
        )
        out += [
            part.moved(turn_z(math.pi / 2), spot(0, 0.33, z))
            for part in (tyre, cylinder(0.24, 0.09, (0, -0.045, 0), p.METAL, 16))
        ]
    out += [
        ellipsoid((0.15, 0.15, 0.31), (0, 0.80, 0.14), p.RED, 16),
        ellipsoid((0.15, 0.09, 0.38), (0, 0.76, -0.38), p.DARK_WOOD, 14),
        ellipsoid((0.19, 0.21, 0.27), (0, 0.47, 0.04), p.METAL, 14),
        ellipsoid((0.10, 0.09, 0.22), (0, 0.66, -0.72), p.RED, 12),
    ]
    out += [beam((x, 0.34, 0.70), (x, 0.98, 0.42), 0.045, p.METAL) for x in (-0.09, 0.09)]
    out += [
        tube([(-0.36, 0.98, 0.22), (-0.25, 1.02, 0.36), (0.25, 1.02, 0.36), (0.36, 0.98, 0.22)], 0.018, p.IRON, 6),
        ellipsoid((0.09, 0.09, 0.06), (0, 0.88, 0.56), p.LAMP_LIGHT if lit else p.PAPER, 12, glow=3.0 if lit else 0.0),
    ]
    return [*out, tube([(0.16, 0.34, 0.2), (0.18, 0.26, -0.2), (0.18, 0.3, -0.85)], [0.035, 0.045, 0.055], p.METAL, 8)]


def tractor(lit: bool) -> list[Mesh]:
    """A farm tractor."""
    out = [
        cut(
            lambda q: slab(q, (0, 1.15, 0.85), (0.36, 0.34, 0.95), 0.15),
            (-0.5, 0.7, -0.3),
            (0.5, 1.6, 1.9),
            (0.08, 0.08, 0.12),
            p.RED,
        ),
        box((0.9, 0.2, 1.6), (0, 0.75, -0.3), p.IRON),
    ]
    out += [
        box((1.3, 0.08, 1.2), (0, 2.35, -0.6), p.RED),
        *[beam((x, 1.1, z), (x, 2.35, z), 0.06, p.IRON) for x in (-0.55, 0.55) for z in (-1.1, -0.1)],
        ellipsoid((0.24, 0.2, 0.24), (0, 1.15, -0.7), p.DARK_WOOD, 12),
        ring(0.2, 0.02, (0, 1.5, -0.2), p.IRON, True),
        cylinder(0.045, 0.8, (0.2, 1.45, 1.3), p.IRON, 8),
    ]
    for x in (-0.75, 0.75):
        out += [*wheel(0.78, 0.36, x, -0.65), *wheel(0.42, 0.24, x * 0.8, 1.35)]
    return [*out, *lights(0.24, 1.25, 1.8, lit)]
