"""Furniture and fittings: what stands on a floor. Each stands at the origin, its front toward +z."""

from __future__ import annotations

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cylinder,
    ellipsoid,
    lathe,
    ring,
    tube,
)
from studio.media.blocking_engine.mesh import Mesh

WOOD = p.WOOD


DARK = p.DARK_WOOD


ORIGIN = (0.0, 0.0, 0.0)


def legs(width: float, depth: float, height: float, thick: float = 0.055) -> list[Mesh]:
    return [box((thick, height, thick), (x * width / 2, 0, z * depth / 2), DARK) for x in (-1, 1) for z in (-1, 1)]


def table() -> list[Mesh]:
    """A wooden table, 1.5 × 0.85 m, 0.74 m high."""
    return [
        box((1.5, 0.045, 0.85), (0, 0.70, 0), WOOD),
        box((1.34, 0.09, 0.70), (0, 0.61, 0), DARK),
        *legs(1.34, 0.7, 0.7, 0.07),
    ]


def desk() -> list[Mesh]:
    """A desk with drawers on one side."""
    drawers = [box((0.40, 0.18, 0.02), (0.48, 0.10 + 0.2 * i, 0.345), p.shaded(WOOD, 0.8)) for i in range(3)]
    return [
        box((1.5, 0.05, 0.75), (0, 0.70, 0), WOOD),
        box((0.46, 0.7, 0.68), (0.48, 0, 0), p.shaded(WOOD, 0.9)),
        box((0.05, 0.7, 0.68), (-0.7, 0, 0), DARK),
        *drawers,
    ]


def chair() -> list[Mesh]:
    """A chair with a slatted back, seat at 0.45 m."""
    back = [box((0.045, 0.52, 0.035), (x, 0.45, -0.2), DARK) for x in (-0.19, 0.19)]
    slats = [box((0.36, 0.08, 0.025), (0, y, -0.2), WOOD) for y in (0.62, 0.76, 0.89)]
    return [box((0.43, 0.04, 0.43), (0, 0.41, 0), WOOD), *legs(0.38, 0.38, 0.42, 0.045), *back, *slats]


def armchair() -> list[Mesh]:
    """A deep chair with rolled arms."""
    tint = p.shaded(p.BLUE, 0.8)
    arms = [tube([(x, 0.56, -0.38), (x, 0.57, 0), (x, 0.56, 0.38)], 0.11, tint, 10) for x in (-0.41, 0.41)]
    return [
        box((0.8, 0.26, 0.76), (0, 0.1, 0), tint),
        ellipsoid((0.33, 0.11, 0.36), (0, 0.38, 0.03), p.shaded(tint, 1.15), 14),
        *arms,
        box((0.78, 0.75, 0.18), (0, 0.2, -0.34), tint),
        *[box((0.14, 0.46, 0.74), (x, 0.1, 0), tint) for x in (-0.41, 0.41)],
    ]


def sofa() -> list[Mesh]:
    """A sofa of two cushions."""
    tint = p.shaded(p.GREEN, 0.8)
    cushions = [ellipsoid((0.46, 0.1, 0.38), (x, 0.40, 0.03), p.shaded(tint, 1.15), 14) for x in (-0.45, 0.45)]
    arms = [tube([(x, 0.56, -0.38), (x, 0.57, 0), (x, 0.56, 0.38)], 0.12, tint, 10) for x in (-0.96, 0.96)]
    return [box((1.9, 0.28, 0.8), (0, 0.1, 0), tint), box((1.9, 0.75, 0.18), (0, 0.15, -0.36), tint), *cushions, *arms]


def stool() -> list[Mesh]:
    """A round stool."""
    legs = [beam((x * 0.18, 0, z * 0.18), (x * 0.12, 0.44, z * 0.12), 0.04, DARK) for x in (-1, 1) for z in (-1, 1)]
    return [cylinder(0.19, 0.05, (0, 0.42, 0), WOOD, 16), *legs]


def bar_stool() -> list[Mesh]:
    """A high stool on one foot."""
    return [
        cylinder(0.19, 0.07, (0, 0.71, 0), p.shaded(p.RED, 0.7), 16),
        cylinder(0.03, 0.72, ORIGIN, p.METAL, 8),
        cylinder(0.2, 0.03, ORIGIN, p.METAL, 16),
        ring(0.15, 0.015, (0, 0.28, 0), p.METAL),
    ]


def bench() -> list[Mesh]:
    """A park bench of slats on iron sides."""
    seat = [box((1.6, 0.035, 0.1), (0, 0.42, z), WOOD) for z in (-0.14, 0.0, 0.14)]
    back = [box((1.6, 0.1, 0.035), (0, y, -0.24), WOOD) for y in (0.56, 0.72)]
    sides = [
        box((0.06, h, d), (x, 0, z), p.IRON)
        for x in (-0.7, 0.7)
        for h, d, z in ((0.42, 0.06, 0.16), (0.85, 0.06, -0.2), (0.42, 0.06, -0.2))
    ]
    return [*seat, *back, *sides]


def bed() -> list[Mesh]:
    """A bed along z, head toward −z, mattress top at 0.52 m."""
    blanket = [ellipsoid((0.69, 0.07, 0.70), (0, 0.49, 0.28), p.shaded(p.BLUE, 1.0), 18)]
    return [
        box((1.45, 0.2, 2.0), (0, 0.16, 0), DARK),
        box((1.4, 0.18, 1.95), (0, 0.34, 0), p.PAPER),
        *blanket,
        ellipsoid((0.34, 0.09, 0.2), (0, 0.55, -0.76), p.PAPER, 14),
        box((1.5, 1.0, 0.07), (0, 0, -1.03), DARK),
        box((1.5, 0.6, 0.07), (0, 0, 1.03), DARK),
    ]


def shelf() -> list[Mesh]:
    """A bookcase with rows of books."""
    out = [box((1.2, 0.035, 0.32), (0, y, 0), WOOD) for y in (0.05, 0.5, 0.95, 1.4, 1.85)]
    out += [box((0.04, 1.9, 0.34), (x, 0, 0), DARK) for x in (-0.6, 0.6)] + [box((1.2, 1.9, 0.02), (0, 0, -0.16), DARK)]
    tints = (p.RED, p.BLUE, p.GREEN, p.PAPER)
    for row in range(4):
        for i in range(9):
            if (i * 5 + row * 3) % 7 != 0:
                tall = 0.22 + 0.03 * ((i * 3 + row) % 4)
                out.append(
                    box(
                        (0.085, tall, 0.2),
                        (-0.48 + i * 0.115, 0.085 + 0.45 * row, 0.02),
                        p.shaded(tints[(i + row) % 4], 0.8),
                    )
                )
    return out


def wardrobe() -> list[Mesh]:
    """A wardrobe of two doors."""
    doors = [box((0.52, 1.75, 0.03), (x, 0.12, 0.29), p.shaded(WOOD, 0.85)) for x in (-0.27, 0.27)]
    knobs = [ellipsoid((0.02, 0.02, 0.02), (x, 1.0, 0.32), p.METAL, 8) for x in (-0.05, 0.05)]
    return [box((1.15, 1.95, 0.56), ORIGIN, WOOD), box((1.22, 0.07, 0.62), (0, 1.95, 0), DARK), *doors, *knobs]


def piano() -> list[Mesh]:
    """An upright piano."""
    keys = [box((1.3, 0.03, 0.16), (0, 0.72, 0.3), p.PAPER), box((1.3, 0.02, 0.07), (0, 0.75, 0.26), p.IRON)]
    return [
        box((1.45, 1.2, 0.45), ORIGIN, DARK),
        box((1.45, 0.1, 0.36), (0, 0.62, 0.24), DARK),
        box((1.55, 0.05, 0.52), (0, 1.2, 0), WOOD),
        *keys,
        *[box((0.08, 0.64, 0.08), (x, 0, 0.36), DARK) for x in (-0.66, 0.66)],
    ]


def floor_lamp() -> list[Mesh]:
    """A standing lamp with a warm shade."""
    shade = lathe([(0.2, 0), (0.13, 0.26)], (0, 1.35, 0), p.LAMP_LIGHT, 18, glow=1.5)
    return [cylinder(0.16, 0.03, ORIGIN, p.METAL, 16), cylinder(0.016, 1.4, ORIGIN, p.METAL, 8), shade]


def plant() -> list[Mesh]:
    """A pot with arched leaves."""
    import math

    leaves = []
    for i in range(9):
        a, tall = i * 2.4, 0.55 + 0.06 * (i % 4)
        side = (math.cos(a), math.sin(a))
        leaves.append(
            tube(
                [
                    (0, 0.3, 0),
                    (side[0] * 0.1, 0.3 + tall * 0.6, side[1] * 0.1),
                    (side[0] * 0.32, 0.3 + tall, side[1] * 0.32),
                    (side[0] * 0.45, 0.2 + tall * 0.9, side[1] * 0.45),
                ],
                [0.012, 0.045, 0.05, 0.006],
                p.LEAF,
                5,
            )
        )
    return [lathe([(0.12, 0), (0.18, 0.3), (0.2, 0.32), (0.15, 0.32)], ORIGIN, p.shaded(p.BRICK, 0.95), 16), *leaves]
