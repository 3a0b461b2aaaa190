"""What is built into rooms: kitchen, bath, hearth, doors, windows and what hangs on walls."""

from __future__ import annotations

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.furniture import DARK, ORIGIN, WOOD
from studio.media.blocking_engine.dressing.primitives import (
    box,
    cone,
    cylinder,
    ellipsoid,
    lathe,
    tube,
)
from studio.media.blocking_engine.mesh import Mesh


def wall_shelf() -> list[Mesh]:
    """A board on a wall with a bottle and two jars; its back at z 0."""
    return [
        box((0.95, 0.035, 0.24), (0, 1.6, 0.12), WOOD),
        cylinder(0.06, 0.26, (0.1, 1.635, 0.12), p.BLUE, 12),
        cylinder(0.05, 0.17, (0.28, 1.635, 0.12), p.RED, 12),
        cylinder(0.055, 0.14, (-0.25, 1.635, 0.12), p.PAPER, 12),
    ]


def counter() -> list[Mesh]:
    """A counter with a worktop, 0.92 m high."""
    fronts = [box((0.56, 0.66, 0.02), (x, 0.14, 0.305), p.shaded(p.GREEN, 1.1)) for x in (-0.6, 0, 0.6)]
    return [box((1.8, 0.88, 0.6), ORIGIN, p.GREEN), box((1.88, 0.045, 0.66), (0, 0.88, 0), WOOD), *fronts]


def bar_counter() -> list[Mesh]:
    """A bar, 1.1 m high, with a foot rail."""
    return [
        box((3.2, 1.06, 0.5), ORIGIN, DARK),
        box((3.4, 0.06, 0.7), (0, 1.06, 0.06), WOOD),
        tube([(-1.6, 0.2, 0.36), (0, 0.2, 0.36), (1.6, 0.2, 0.36)], 0.025, p.METAL, 8),
    ]


def stove() -> list[Mesh]:
    """A cooker with four plates and an oven door."""
    plates = [cylinder(0.09, 0.015, (x, 0.9, z), p.IRON, 14) for x in (-0.14, 0.14) for z in (-0.13, 0.13)]
    return [
        box((0.6, 0.9, 0.6), ORIGIN, p.WHITE),
        box((0.48, 0.42, 0.02), (0, 0.2, 0.305), p.IRON),
        tube([(-0.2, 0.68, 0.35), (0, 0.68, 0.35), (0.2, 0.68, 0.35)], 0.014, p.METAL, 6),
        *plates,
    ]


def fridge() -> list[Mesh]:
    """A tall refrigerator."""
    return [
        box((0.66, 1.75, 0.62), ORIGIN, p.WHITE),
        box((0.62, 1.1, 0.03), (0, 0.06, 0.32), p.PAPER),
        box((0.62, 0.5, 0.03), (0, 1.2, 0.32), p.PAPER),
        box((0.03, 0.3, 0.04), (-0.25, 0.8, 0.35), p.METAL),
    ]


def sink() -> list[Mesh]:
    """A basin on a stand with a tap."""
    return [
        lathe([(0.1, 0), (0.08, 0.7), (0.28, 0.78), (0.3, 0.86), (0.24, 0.86), (0.05, 0.8)], ORIGIN, p.WHITE, 18),
        tube([(0, 0.84, -0.24), (0, 1.06, -0.24), (0, 1.04, -0.08)], 0.016, p.METAL, 6),
    ]


def bathtub() -> list[Mesh]:
    """A tub on feet."""
    tub = lathe([(0.2, 0.12), (0.36, 0.2), (0.42, 0.56), (0.45, 0.58), (0.4, 0.58), (0.3, 0.26)], ORIGIN, p.WHITE, 24)
    long = Mesh(tub.vertices * [1.9, 1, 1], tub.normals, tub.faces, tub.colours, tub.glow)
    return [
        long,
        *[ellipsoid((0.05, 0.08, 0.05), (x, 0.08, z), p.METAL, 8) for x in (-0.45, 0.45) for z in (-0.2, 0.2)],
    ]


def fireplace() -> list[Mesh]:
    """A chimney breast with a burning hearth."""
    sides = [box((0.35, 1.15, 0.5), (x, 0, 0.05), p.STONE) for x in (-0.65, 0.65)]
    fire = [cone(0.1, h, (x, 0.1, 0.12), p.LAMP_LIGHT) for x, h in ((-0.16, 0.3), (0, 0.45), (0.15, 0.26))]
    glowing = [Mesh(m.vertices, m.normals, m.faces, m.colours, m.glow + 2) for m in fire]
    return [
        *sides,
        box((1.65, 0.35, 0.5), (0, 0.95, 0.05), p.STONE),
        box((1.9, 0.08, 0.62), (0, 1.3, 0.08), DARK),
        box((1.4, 1.7, 0.3), (0, 1.3, -0.1), p.PLASTER),
        box((1.0, 1.0, 0.05), (0, 0, -0.15), p.IRON),
        tube([(-0.25, 0.06, 0.1), (0, 0.08, 0.12), (0.25, 0.06, 0.14)], 0.05, p.BARK, 7),
        *glowing,
    ]


def television() -> list[Mesh]:
    """A set on a low cabinet, its screen alight."""
    return [
        box((1.3, 0.45, 0.4), ORIGIN, DARK),
        box((1.05, 0.62, 0.06), (0, 0.5, 0), p.IRON),
        box((0.99, 0.55, 0.07), (0, 0.535, 0), p.GLASS, glow=0.7),
        box((0.3, 0.05, 0.2), (0, 0.45, 0), p.IRON),
    ]


def door() -> list[Mesh]:
    """A panelled door in its frame."""
    panels = [
        box((0.3, h, 0.02), (x, y, 0.035), p.shaded(WOOD, 0.75))
        for x in (-0.2, 0.2)
        for y, h in ((0.2, 0.7), (1.1, 0.75))
    ]
    return [
        box((0.88, 2.0, 0.05), ORIGIN, p.shaded(WOOD, 0.9)),
        *[box((0.1, 2.1, 0.14), (x, 0, 0), DARK) for x in (-0.49, 0.49)],
        box((1.08, 0.1, 0.14), (0, 2.0, 0), DARK),
        ellipsoid((0.03, 0.03, 0.04), (0.35, 1.0, 0.06), p.METAL, 8),
        *panels,
    ]


def window(glow: float = 0.0) -> list[Mesh]:
    """A window with a cross bar; sill at 0.95 m."""
    bars = [box((0.045, 1.2, 0.06), (0, 0.95, 0), p.PAPER), box((1.0, 0.045, 0.06), (0, 1.55, 0), p.PAPER)]
    sides = [box((0.09, 1.35, 0.12), (x, 0.88, 0), p.PAPER) for x in (-0.54, 0.54)]
    return [
        box((1.0, 1.2, 0.03), (0, 0.95, 0), p.GLASS, glow=glow),
        *bars,
        *sides,
        box((1.18, 0.09, 0.12), (0, 2.14, 0), p.PAPER),
        box((1.3, 0.06, 0.28), (0, 0.86, 0.06), WOOD),
    ]


def curtain() -> list[Mesh]:
    """Two hanging curtains on a rod."""
    folds = [
        cylinder(0.055, 2.1, (side * (0.55 + 0.09 * i), 0.1, 0.0), p.shaded(p.RED, 0.9 + 0.1 * (i % 2)), 8)
        for side in (-1, 1)
        for i in range(4)
    ]
    return [*folds, tube([(-1.0, 2.24, 0), (0, 2.24, 0), (1.0, 2.24, 0)], 0.02, p.METAL, 6)]


def rug() -> list[Mesh]:
    """A flat rug with a border."""
    return [
        box((2.2, 0.012, 1.5), ORIGIN, p.shaded(p.RED, 0.75)),
        box((1.9, 0.018, 1.2), ORIGIN, p.shaded(p.SAND, 0.95)),
    ]


def mirror() -> list[Mesh]:
    """A tall mirror on a stand."""
    return [
        box((0.62, 1.55, 0.05), (0, 0.15, 0), DARK),
        box((0.52, 1.42, 0.06), (0, 0.22, 0), p.GLASS, glow=0.12),
        *[box((0.06, 0.15, 0.4), (x, 0, 0), DARK) for x in (-0.25, 0.25)],
    ]


def picture() -> list[Mesh]:
    """A framed picture, its back at z 0, its middle at 1.6 m."""
    return [
        box((0.86, 0.66, 0.04), (0, 1.27, 0.02), DARK),
        box((0.74, 0.54, 0.05), (0, 1.33, 0.02), p.PAPER),
        box((0.74, 0.2, 0.055), (0, 1.33, 0.02), p.shaded(p.GREEN, 0.9)),
    ]


def clock() -> list[Mesh]:
    """A round wall clock, its middle at 1.9 m."""
    face = [cylinder(0.2, 0.05, (0, 0, 0), DARK, 24), cylinder(0.175, 0.06, (0, 0, 0), p.PAPER, 24)]
    from studio.media.blocking_engine.dressing.primitives import turn_x

    return [m.moved(turn_x(1.5708), spot(0, 1.9, 0.0)) for m in face] + [
        box((0.014, 0.13, 0.01), (0, 1.9, 0.065), p.IRON),
        box((0.09, 0.014, 0.01), (0.04, 1.893, 0.065), p.IRON),
    ]


def spot(x: float, y: float, z: float):
    import numpy as np

    return np.array([x, y, z], np.float32)
