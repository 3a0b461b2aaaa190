"""Vehicles on rails, with cycles and carts. Each stands at the origin, its nose toward +z."""

from __future__ import annotations

import math

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.machine_parts import ORIGIN, coach, lights, quarter_turn, spot, wheel
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    ellipsoid,
    prism,
    ring,
    tube,
)
from studio.media.blocking_engine.mesh import Mesh


def train(lit: bool) -> list[Mesh]:
    """A railway carriage on its track."""
    out = coach(16.0, 2.9, 2.9, 0.9, p.shaded(p.GREEN, 0.7), lit, 10)
    out += [box((2.4, 0.5, 14.0), (0, 0.5, 0), p.IRON)]
    for z in (-6, -4.4, 4.4, 6):
        for x in (-0.75, 0.75):
            out += wheel(0.42, 0.12, x, z)
    rails = [box((0.09, 0.12, 17.0), (x, -0.06, 0), p.METAL) for x in (-0.75, 0.75)]
    return [
        *out,
        *rails,
        *[box((2.4, 0.05, 0.25), (0, -0.03, z), p.DARK_WOOD) for z in np.arange(-8.4, 8.5, 1.4)],
        *lights(0.9, 1.5, 8.02, lit),
    ]


def tram(lit: bool) -> list[Mesh]:
    """A tram with its pantograph."""
    out = coach(11.0, 2.4, 2.7, 0.5, p.linear("#B79F76"), lit, 8)
    out += [
        box((2.0, 0.35, 9.0), (0, 0.2, 0), p.IRON),
        *[beam((0, 3.2, -0.8), (0, 3.9, 0.1 * s), 0.05, p.IRON) for s in (-8, 8)],
        box((1.6, 0.05, 0.08), (0, 3.9, 0), p.IRON),
    ]
    out += [box((0.08, 0.03, 12.0), (x, -0.012, 0), p.METAL) for x in (-0.7, 0.7)]
    return [*out, *lights(0.7, 1.1, 5.52, lit)]


def bicycle(_lit: bool = False) -> list[Mesh]:
    """A bicycle along z."""
    out = []
    for z in (-0.52, 0.52):
        wheel_ = [
            ring(0.33, 0.018, ORIGIN, p.RUBBER, True, 24),
            *[
                beam(
                    (0.32 * math.cos(a), 0.32 * math.sin(a), 0),
                    (-0.32 * math.cos(a), -0.32 * math.sin(a), 0),
                    0.008,
                    p.METAL,
                    4,
                )
                for a in (0, 0.785, 1.57, 2.356)
            ],
        ]
        out += [part.moved(quarter_turn(), spot(0, 0.345, z)) for part in wheel_]
    frame = [
        ((0, 0.30, -0.06), (0, 0.82, -0.2)),
        ((0, 0.30, -0.06), (0, 0.80, 0.36)),
        ((0, 0.76, -0.18), (0, 0.84, 0.35)),
        ((0, 0.345, -0.52), (0, 0.30, -0.06)),
        ((0, 0.345, -0.52), (0, 0.76, -0.18)),
        ((0, 0.345, 0.52), (0, 0.98, 0.31)),
    ]
    out += [beam(a, b, 0.035, p.GREEN) for a, b in frame]
    bar = tube(
        [(-0.27, 1.0, 0.2), (-0.2, 1.03, 0.3), (0.0, 1.0, 0.32), (0.2, 1.03, 0.3), (0.27, 1.0, 0.2)], 0.014, p.METAL, 6
    )
    return [
        *out,
        bar,
        ellipsoid((0.08, 0.035, 0.14), (0, 0.86, -0.22), p.DARK_WOOD, 12),
        beam((-0.14, 0.22, 0.0), (0.14, 0.38, -0.12), 0.03, p.IRON),
    ]


def cart(_lit: bool = False) -> list[Mesh]:
    """A two-wheeled cart with shafts."""
    out = [
        box((1.2, 0.08, 1.9), (0, 0.72, -0.2), p.WOOD),
        *[box((0.06, 0.42, 1.9), (x, 0.8, -0.2), p.WOOD) for x in (-0.58, 0.58)],
        box((1.2, 0.42, 0.06), (0, 0.8, -1.12), p.WOOD),
        *[beam((x, 0.74, 0.7), (x * 0.8, 0.55, 2.4), 0.07, p.WOOD) for x in (-0.5, 0.5)],
    ]
    for x in (-0.72, 0.72):
        rim = [
            ring(0.56, 0.04, ORIGIN, p.DARK_WOOD, True, 24),
            *[
                beam(
                    (0.55 * math.cos(a), 0.55 * math.sin(a), 0),
                    (-0.55 * math.cos(a), -0.55 * math.sin(a), 0),
                    0.04,
                    p.DARK_WOOD,
                    5,
                )
                for a in (0, 0.785, 1.57, 2.356)
            ],
            ellipsoid((0.1, 0.1, 0.1), ORIGIN, p.DARK_WOOD, 10),
        ]
        out += [part.moved(quarter_turn(), spot(x, 0.6, -0.2)) for part in rim]
    return [*out, prism([(-0.4, 1.2), (0.4, 1.2), (0.25, 1.5), (-0.25, 1.5)], 1.2, (0, 0, -0.3), p.SAND)]
