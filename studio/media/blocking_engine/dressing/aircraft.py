"""Aeroplanes and helicopters on the ground, their noses toward +z."""

from __future__ import annotations

import math

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.machine_parts import ORIGIN, spot, wheel
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cone,
    cylinder,
    ellipsoid,
    tube,
    turn_x,
)
from studio.media.blocking_engine.mesh import Mesh


def plane(_lit: bool = False) -> list[Mesh]:
    """A small propeller plane on its wheels."""
    out = [
        tube(
            [(0, 1.5, -3.9), (0, 1.45, -2.2), (0, 1.38, 0.2), (0, 1.35, 1.8), (0, 1.34, 2.5)],
            [0.14, 0.38, 0.62, 0.58, 0.36],
            p.PAPER,
            16,
        ),
        ellipsoid((0.48, 0.36, 0.95), (0, 1.88, 0.5), p.DARK_WINDOW, 14),
    ]
    out += [
        ellipsoid((5.2, 0.10, 0.72), (0, 1.2, 0.75), p.RED, 24),
        ellipsoid((1.7, 0.06, 0.42), (0, 1.6, -3.6), p.RED, 16),
        ellipsoid((0.06, 0.85, 0.5), (0, 2.25, -3.65), p.RED, 14),
    ]
    out += [
        cone(0.16, 0.34, ORIGIN, p.METAL, 12).moved(turn_x(math.pi / 2), spot(0, 1.34, 2.5)),
        box((0.14, 2.1, 0.03), (0, 0.3, 2.62), p.DARK_WOOD),
    ]
    for x in (-1.0, 1.0):
        out += [*wheel(0.27, 0.14, x, 1.1), beam((x, 0.27, 1.1), (x * 0.6, 1.15, 0.9), 0.09, p.METAL)]
    return [*out, *wheel(0.14, 0.1, 0.0, -3.6)]


def helicopter(_lit: bool = False) -> list[Mesh]:
    """A helicopter on skids."""
    out = [
        ellipsoid((0.95, 0.98, 1.65), (0, 1.5, 0.3), p.BLUE, 22),
        ellipsoid((0.84, 0.72, 0.95), (0, 1.68, 1.12), p.DARK_WINDOW, 18),
        tube([(0, 1.75, -0.8), (0, 1.9, -2.6), (0, 2.0, -4.8)], [0.5, 0.24, 0.14], p.BLUE, 12),
    ]
    out += [
        ellipsoid((0.05, 0.7, 0.35), (0, 2.4, -4.8), p.RED, 12),
        cylinder(0.09, 0.55, (0, 2.35, 0.1), p.IRON, 8),
        *[box((9.0, 0.05, 0.22), (0, 2.86, 0.1), p.IRON, turn) for turn in (0.4, 0.4 + math.pi / 2)],
    ]
    for x in (-0.85, 0.85):
        out += [
            tube([(x, 0.2, -1.4), (x, 0.06, -1.1), (x, 0.06, 1.3), (x, 0.28, 1.75)], 0.05, p.METAL, 8),
            *[beam((x, 0.06, z), (x * 0.5, 0.8, z * 0.7), 0.06, p.METAL) for z in (-0.7, 0.8)],
        ]
    return out
