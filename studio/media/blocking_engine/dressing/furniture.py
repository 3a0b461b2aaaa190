"""Furniture and fittings: what stands on a floor. Each stands at the origin, its front toward +z."""

from __future__ import annotations

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cone,
    cylinder,
    ellipsoid,
    lathe,
    prism,
    ring,
    rope,
    tube,
)
from studio.media.blocking_engine.mesh import Mesh

WOOD, DARK = p.WOOD, p.DARK_WOOD
ORIGIN = (0.0, 0.0, 0.0)


def _legs(width: float, depth: float, height: float, thick: float = 0.055) -> list[Mesh]:
    return [box((thick, height, thick), (x * width / 2, 0, z * depth / 2), DARK) for x in (-1, 1) for z in (-1, 1)]


def table() -> list[Mesh]:
    """A wooden table, 1.5 × 0.85 m, 0.74 m high."""
    return [
        box((1.5, 0.045, 0.85), (0, 0.70, 0), WOOD),
        box((1.34, 0.09, 0.70), (0, 0.61, 0), DARK),
        *_legs(1.34, 0.7, 0.7, 0.07),
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
    return [box((0.43, 0.04, 0.43), (0, 0.41, 0), WOOD), *_legs(0.38, 0.38, 0.42, 0.045), *back, *slats]


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


def wall_shelf() -> list[Mesh]:
    """A board on a wall with a bottle and two jars; its back at z 0."""
    return [
        box((0.95, 0.035, 0.24), (0, 1.6, 0.12), WOOD),
        cylinder(0.06, 0.26, (0.1, 1.635, 0.12), p.BLUE, 12),
        cylinder(0.05, 0.17, (0.28, 1.635, 0.12), p.RED, 12),
        cylinder(0.055, 0.14, (-0.25, 1.635, 0.12), p.PAPER, 12),
    ]


def wardrobe() -> list[Mesh]:
    """A wardrobe of two doors."""
    doors = [box((0.52, 1.75, 0.03), (x, 0.12, 0.29), p.shaded(WOOD, 0.85)) for x in (-0.27, 0.27)]
    knobs = [ellipsoid((0.02, 0.02, 0.02), (x, 1.0, 0.32), p.METAL, 8) for x in (-0.05, 0.05)]
    return [box((1.15, 1.95, 0.56), ORIGIN, WOOD), box((1.22, 0.07, 0.62), (0, 1.95, 0), DARK), *doors, *knobs]


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

    return [m.moved(turn_x(1.5708), _at(0, 1.9, 0.0)) for m in face] + [
        box((0.014, 0.13, 0.01), (0, 1.9, 0.065), p.IRON),
        box((0.09, 0.014, 0.01), (0.04, 1.893, 0.065), p.IRON),
    ]


def _at(x: float, y: float, z: float):
    import numpy as np

    return np.array([x, y, z], np.float32)


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


def ladder() -> list[Mesh]:
    """A ladder that leans back."""
    sides = [beam((x, 0, 0.3), (x, 2.6, -0.3), 0.05, WOOD) for x in (-0.22, 0.22)]
    rungs = [
        beam(
            (-0.22, 0.3 * i + 0.25, 0.3 - 0.6 * (0.3 * i + 0.25) / 2.6),
            (0.22, 0.3 * i + 0.25, 0.3 - 0.6 * (0.3 * i + 0.25) / 2.6),
            0.035,
            WOOD,
        )
        for i in range(8)
    ]
    return [*sides, *rungs]


def trash_can() -> list[Mesh]:
    """A ribbed can with a lid."""
    return [
        lathe([(0.2, 0), (0.25, 0.7), (0.27, 0.7), (0.27, 0.75), (0.1, 0.82)], ORIGIN, p.METAL, 18),
        ring(0.23, 0.015, (0, 0.4, 0), p.METAL),
    ]


def mailbox() -> list[Mesh]:
    """A pillar box with a slot."""
    return [
        lathe([(0.24, 0), (0.22, 0.1), (0.22, 1.2), (0.26, 1.22), (0.26, 1.28), (0.05, 1.42)], ORIGIN, p.RED, 20),
        box((0.26, 0.04, 0.03), (0, 1.02, 0.21), p.IRON),
    ]


def sign() -> list[Mesh]:
    """A signpost with two boards."""
    return [
        cylinder(0.045, 2.4, ORIGIN, DARK, 8),
        box((0.9, 0.24, 0.04), (0.28, 2.0, 0.04), WOOD),
        box((0.8, 0.22, 0.04), (-0.22, 1.68, 0.04), WOOD),
    ]


def campfire() -> list[Mesh]:
    """Logs in a ring of stones, burning."""
    import math

    stones = [
        ellipsoid((0.13, 0.1, 0.11), (0.48 * math.cos(i * 0.785), 0.06, 0.48 * math.sin(i * 0.785)), p.STONE, 8)
        for i in range(8)
    ]
    logs = [
        beam(
            (0.36 * math.cos(a), 0.04, 0.36 * math.sin(a)),
            (-0.05 * math.cos(a), 0.34, -0.05 * math.sin(a)),
            0.09,
            p.BARK,
        )
        for a in (0.2, 1.8, 3.3, 4.9)
    ]
    fire = [
        lathe([(0.02, 0), (r, h * 0.3), (r * 0.6, h * 0.65), (0.0, h)], (x, 0.08, z), p.LAMP_LIGHT, 9, glow=2.4)
        for x, z, r, h in ((0, 0, 0.16, 0.7), (0.13, 0.05, 0.09, 0.42), (-0.12, 0.04, 0.1, 0.48))
    ]
    return [*stones, *logs, *fire]


def gravestone() -> list[Mesh]:
    """A rounded headstone on its base."""
    import math

    arch = [
        (-0.3, 0),
        (0.3, 0),
        (0.3, 0.7),
        *[(0.3 * math.cos(a), 0.7 + 0.22 * math.sin(a)) for a in (0.4, 0.9, 1.57, 2.24, 2.74)],
        (-0.3, 0.7),
    ]
    return [prism(arch, 0.14, (0, 0.08, 0), p.STONE), box((0.8, 0.1, 0.34), ORIGIN, p.shaded(p.STONE, 0.85))]


def fountain() -> list[Mesh]:
    """A round basin with a bowl on a stem."""
    basin = lathe([(1.6, 0), (1.65, 0.5), (1.75, 0.52), (1.75, 0.62), (1.5, 0.62), (1.45, 0.45)], ORIGIN, p.STONE, 32)
    return [
        basin,
        lathe(
            [(0.22, 0.3), (0.14, 1.1), (0.2, 1.25), (0.7, 1.45), (0.74, 1.52), (0.62, 1.5), (0.1, 1.4)],
            ORIGIN,
            p.STONE,
            24,
        ),
        lathe([(0.08, 1.35), (0.14, 1.8), (0.0, 2.0)], ORIGIN, p.STONE, 12),
    ]


def statue() -> list[Mesh]:
    """A plinth with a draped figure of simple forms."""
    stone = p.shaded(p.STONE, 0.95)
    body = lathe(
        [(0.36, 1.3), (0.3, 1.9), (0.22, 2.3), (0.27, 2.6), (0.24, 2.8), (0.08, 2.92), (0.07, 3.0)], ORIGIN, stone, 18
    )
    arm = tube([(0.24, 2.72, 0), (0.48, 2.75, 0.12), (0.6, 3.1, 0.2)], [0.08, 0.07, 0.05], stone, 8)
    other = tube([(-0.25, 2.72, 0), (-0.34, 2.4, 0.08), (-0.2, 2.2, 0.25)], [0.08, 0.07, 0.05], stone, 8)
    return [
        box((1.1, 0.25, 1.1), ORIGIN, stone),
        box((0.85, 0.95, 0.85), (0, 0.25, 0), stone),
        box((1.0, 0.12, 1.0), (0, 1.2, 0), stone),
        body,
        arm,
        other,
        ellipsoid((0.11, 0.15, 0.13), (0, 3.14, 0), stone, 14),
    ]


def well() -> list[Mesh]:
    """A stone ring with a roof, a winch and a bucket."""
    stone = lathe([(0.75, 0), (0.75, 0.8), (0.8, 0.8), (0.8, 0.9), (0.6, 0.9), (0.55, 0.5)], ORIGIN, p.STONE, 24)
    posts = [box((0.1, 2.1, 0.1), (x, 0, 0), DARK) for x in (-0.7, 0.7)]
    roof = prism([(-0.8, 2.05), (0.8, 2.05), (0, 2.7)], 2.0, (0, 0, 0), p.ROOF, 1.5708)
    return [
        stone,
        *posts,
        roof,
        beam((-0.7, 1.6, 0), (0.7, 1.6, 0), 0.14, WOOD),
        beam((0, 1.6, 0), (0, 1.15, 0), 0.03, p.SAND),
        cylinder(0.14, 0.25, (0, 0.92, 0), DARK, 12),
    ]


def tent() -> list[Mesh]:
    """A ridge tent with a dark opening."""
    canvas = p.shaded(p.SAND, 0.9)
    return [
        prism([(-1.3, 0), (1.3, 0), (0, 1.75)], 2.6, ORIGIN, canvas),
        prism([(-0.5, 0), (0.5, 0), (0, 1.35)], 0.02, (0, 0, 1.305), p.DARK_WOOD),
        *[beam((0, 0, z), (0, 1.9, z), 0.05, DARK) for z in (-1.33, 1.33)],
        *[rope((0, 1.8, z), (0, 0.02, z * 1.9), 0.03, p.SAND, 0.012) for z in (-1.33, 1.33)],
    ]


def flag() -> list[Mesh]:
    """A flag on a pole, blown a little."""
    import math

    import numpy as np

    from studio.media.blocking_engine.dressing.primitives import solid

    columns = np.linspace(0, 1.4, 9)
    wave = 0.1 * np.sin(columns * 4.2) * columns
    front = np.array(
        [[x, y, z + e] for e in (0.008, -0.008) for x, z in zip(columns, wave, strict=True) for y in (3.2, 4.1)]
    )
    faces = []
    for i in range(8):
        a = 2 * i
        faces += [(a, a + 2, a + 3), (a, a + 3, a + 1), (a + 18, a + 21, a + 20), (a + 18, a + 19, a + 21)]
    slope = np.gradient(wave, columns)
    normals = np.array(
        [[-s / math.hypot(s, 1) * e, 0, e / math.hypot(s, 1)] for e in (1, -1) for s in slope for _ in (0, 1)]
    )
    return [
        cylinder(0.04, 4.25, ORIGIN, p.METAL, 8),
        ellipsoid((0.07, 0.07, 0.07), (0, 4.28, 0), p.METAL, 8),
        solid(front, normals, faces, p.RED),
    ]


def telescope() -> list[Mesh]:
    """A telescope on a tripod."""
    feet = [beam((0, 1.15, 0), (0.38 * x, 0, 0.38 * z), 0.04, DARK) for x, z in ((0, 1), (0.87, -0.5), (-0.87, -0.5))]
    return [*feet, tube([(0, 1.08, -0.42), (0, 1.25, 0.05), (0, 1.5, 0.62)], [0.04, 0.055, 0.07], p.METAL, 12)]


def tripod_camera() -> list[Mesh]:
    """A film camera on a tripod."""
    feet = [beam((0, 1.3, 0), (0.45 * x, 0, 0.45 * z), 0.045, DARK) for x, z in ((0, 1), (0.87, -0.5), (-0.87, -0.5))]
    reels = [ring(0.1, 0.035, (0, 1.68, z), p.IRON, True) for z in (-0.1, 0.12)]
    from studio.media.blocking_engine.dressing.primitives import turn_y

    turned = [m.moved(turn_y(1.5708), _at(0, 0, 0)) for m in reels]
    return [
        *feet,
        box((0.18, 0.26, 0.34), (0, 1.3, 0), p.IRON),
        tube([(0, 1.44, 0.17), (0, 1.44, 0.24), (0, 1.44, 0.32)], [0.05, 0.055, 0.07], p.METAL, 12),
        *turned,
    ]


def phone_booth() -> list[Mesh]:
    """A glazed booth with a lit sign."""
    posts = [box((0.09, 2.35, 0.09), (x, 0, z), p.RED) for x in (-0.42, 0.42) for z in (-0.42, 0.42)]
    bars = [box((0.8, 0.04, 0.04), (0, y, z), p.RED) for y in (0.5, 0.95, 1.4, 1.85) for z in (-0.42, 0.42)]
    return [
        *posts,
        *bars,
        box((0.96, 0.12, 0.96), ORIGIN, p.RED),
        box((0.96, 0.32, 0.96), (0, 2.2, 0), p.RED),
        box((0.7, 0.16, 0.98), (0, 2.28, 0), p.PAPER, glow=0.9),
        box((0.26, 0.4, 0.14), (0, 1.2, -0.34), p.IRON),
        ellipsoid((0.46, 0.14, 0.46), (0, 2.52, 0), p.RED, 14),
    ]


def swing() -> list[Mesh]:
    """A playground swing."""
    sides = [beam((x, 0, z), (x, 2.3, 0), 0.08, p.METAL) for x in (-1.2, 1.2) for z in (-0.7, 0.7)]
    ropes = [beam((x, 2.3, 0), (x, 0.5, 0.1), 0.025, p.IRON) for x in (-0.24, 0.24)]
    return [
        *sides,
        beam((-1.2, 2.3, 0), (1.2, 2.3, 0), 0.08, p.METAL),
        *ropes,
        box((0.56, 0.04, 0.22), (0, 0.48, 0.1), WOOD),
    ]


def barrel() -> list[Mesh]:
    """A bellied barrel with hoops."""
    hoops = [ring(r, 0.014, (0, y, 0), p.IRON) for r, y in ((0.285, 0.15), (0.325, 0.33), (0.325, 0.57), (0.285, 0.75))]
    return [lathe([(0.26, 0), (0.315, 0.22), (0.335, 0.45), (0.315, 0.68), (0.26, 0.9)], ORIGIN, WOOD, 18), *hoops]


def crate() -> list[Mesh]:
    """A slatted crate, 0.6 m."""
    edges = [box((0.06, 0.6, 0.06), (x, 0, z), DARK) for x in (-0.285, 0.285) for z in (-0.285, 0.285)]
    rails = [box((0.62, 0.07, 0.62), (0, y, 0), p.shaded(WOOD, 0.85)) for y in (0.0, 0.54)]
    return [box((0.58, 0.6, 0.58), ORIGIN, WOOD), *edges, *rails]
