"""Parts that several vehicles share: wheels, lights, cut bodies and the long body of a coach."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.fields import slab
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import (
    box,
    ellipsoid,
    lathe,
    solid,
    turn_z,
)
from studio.media.blocking_engine.dressing.surface import surface
from studio.media.blocking_engine.mesh import FloatArray, Mesh

ORIGIN = (0.0, 0.0, 0.0)


def spot(x: float, y: float, z: float) -> FloatArray:
    return np.array([x, y, z], np.float32)


def wheel(radius: float, width: float, x: float, z: float) -> list[Mesh]:
    """A wheel across x: tyre and hub, standing on the ground."""
    half = width / 2
    tyre = lathe(
        [(radius * 0.9, -half), (radius, -half * 0.6), (radius, half * 0.6), (radius * 0.9, half)], ORIGIN, p.RUBBER, 20
    )
    hub = lathe(
        [(radius * 0.5, -half * 1.04), (radius * 0.56, -half), (radius * 0.56, half), (radius * 0.5, half * 1.04)],
        ORIGIN,
        p.STONE,
        16,
    )
    return [part.moved(turn_z(math.pi / 2), spot(x, radius, z)) for part in (tyre, hub)]


def cut(field, low: Sequence[float], high: Sequence[float], cell: Sequence[float], tint: Tint) -> Mesh:
    return solid(*surface(field, low, high, cell), tint)


def coach(
    length: float, width: float, height: float, floor: float, tint: Tint, lit: bool, windows: int, band: float = 0.55
) -> list[Mesh]:
    middle = floor + height / 2
    half = (width / 2, height / 2, length / 2)
    out = [
        cut(
            lambda q: slab(q, (0, middle, 0), half, 0.22),
            (-width / 2, floor, -length / 2),
            (width / 2, floor + height, length / 2),
            (0.16, 0.17, 0.5),
            tint,
        )
    ]
    pane = p.WINDOW_LIGHT if lit else p.DARK_WINDOW
    step = (length - 0.9) / windows
    for i in range(windows):
        z = -length / 2 + 0.45 + step * (i + 0.5)
        out.append(
            box(
                (width + 0.03, height * 0.30, step * 0.82),
                (0, floor + height * band, z),
                pane,
                glow=1.1 if lit else 0.0,
            )
        )
    out.append(box((width * 0.86, height * 0.36, 0.06), (0, floor + height * 0.50, length / 2), p.DARK_WINDOW))
    return out


def lights(x: float, y: float, z: float, lit: bool) -> list[Mesh]:
    return [
        ellipsoid((0.12, 0.12, 0.06), (side * x, y, z), p.LAMP_LIGHT if lit else p.PAPER, 12, glow=3.5 if lit else 0.05)
        for side in (-1, 1)
    ]


def quarter_turn() -> FloatArray:
    """A quarter turn about +y."""
    return np.array([[0, 0, 1], [0, 1, 0], [-1, 0, 0]], np.float32)
