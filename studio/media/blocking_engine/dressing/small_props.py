"""Things that lie on a table or fit into a hand. Each stands at the origin; a held thing is gripped at `GRIPS`."""

from __future__ import annotations

import math

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.primitives import (
    box,
    cone,
    cylinder,
    ellipsoid,
    lathe,
    prism,
    ring,
    tube,
)
from studio.media.blocking_engine.mesh import Mesh

ORIGIN = (0.0, 0.0, 0.0)


WOOD = p.WOOD


DARK = p.DARK_WOOD


def lantern() -> list[Mesh]:
    """A storm lantern with a ring, alight."""
    posts = [box((0.012, 0.17, 0.012), (x, 0.04, z), p.IRON) for x in (-0.062, 0.062) for z in (-0.062, 0.062)]
    return [
        cylinder(0.085, 0.04, ORIGIN, p.IRON, 14),
        cylinder(0.052, 0.15, (0, 0.045, 0), p.LAMP_LIGHT, 12, glow=3.0),
        *posts,
        lathe([(0.09, 0.2), (0.085, 0.23), (0.03, 0.29), (0.025, 0.31)], ORIGIN, p.IRON, 14),
        ring(0.055, 0.009, (0, 0.36, 0), p.IRON, True),
    ]


def candle() -> list[Mesh]:
    """A candle on a dish."""
    return [
        lathe([(0.07, 0), (0.085, 0.02), (0.03, 0.02)], ORIGIN, p.METAL, 14),
        cylinder(0.02, 0.16, (0, 0.015, 0), p.PAPER, 10),
        lathe([(0.004, 0), (0.014, 0.02), (0.0, 0.06)], (0, 0.18, 0), p.LAMP_LIGHT, 8, glow=3.5),
    ]


def cup() -> list[Mesh]:
    """A mug with an ear."""
    return [
        lathe([(0.036, 0), (0.042, 0.02), (0.042, 0.095), (0.036, 0.095), (0.034, 0.03)], ORIGIN, p.PAPER, 16),
        ring(0.028, 0.007, (0.052, 0.05, 0), p.PAPER, True, 12),
    ]


def glass() -> list[Mesh]:
    """A tumbler."""
    return [lathe([(0.032, 0), (0.04, 0.12), (0.036, 0.12), (0.03, 0.02)], ORIGIN, p.GLASS, 14)]


def bottle() -> list[Mesh]:
    """A bottle."""
    return [
        lathe(
            [
                (0.04, 0),
                (0.042, 0.02),
                (0.042, 0.17),
                (0.032, 0.21),
                (0.015, 0.24),
                (0.015, 0.31),
                (0.018, 0.31),
                (0.018, 0.33),
            ],
            ORIGIN,
            p.shaded(p.GREEN, 0.6),
            14,
        )
    ]


def plate() -> list[Mesh]:
    """A plate."""
    return [lathe([(0.07, 0), (0.13, 0.022), (0.125, 0.026), (0.07, 0.01)], ORIGIN, p.PAPER, 20)]


def bowl() -> list[Mesh]:
    """A bowl."""
    return [lathe([(0.06, 0), (0.13, 0.035), (0.155, 0.07), (0.145, 0.07), (0.11, 0.03)], ORIGIN, p.BLUE, 20)]


def book() -> list[Mesh]:
    """A closed book."""
    return [
        box((0.16, 0.032, 0.22), ORIGIN, p.shaded(p.RED, 0.85)),
        box((0.152, 0.024, 0.214), (0.006, 0.004, 0.002), p.PAPER),
    ]


def letter() -> list[Mesh]:
    """A folded sheet, half open, lying."""
    upper = prism([(-0.1, 0.0), (-0.098, 0.0), (-0.03, 0.055), (-0.032, 0.056)], 0.15, ORIGIN, p.PAPER)
    return [box((0.21, 0.003, 0.15), ORIGIN, p.PAPER), upper]


def paper() -> list[Mesh]:
    """A sheet, held or lying upright toward the reader."""
    return [box((0.2, 0.28, 0.004), ORIGIN, p.PAPER)]


def map_() -> list[Mesh]:
    """An unfolded map in four leaves."""
    return [
        prism(
            [
                (-0.3 + 0.15 * i, 0.0 if i % 2 else 0.02),
                (-0.15 + 0.15 * i, 0.02 if i % 2 else 0.0),
                (-0.15 + 0.15 * i, 0.024 if i % 2 else 0.004),
                (-0.3 + 0.15 * i, 0.004 if i % 2 else 0.024),
            ],
            0.42,
            ORIGIN,
            p.shaded(p.PAPER, 0.95 - 0.08 * (i % 2)),
        )
        for i in range(4)
    ]


def phone() -> list[Mesh]:
    """A mobile phone, upright, its screen alight."""
    return [box((0.072, 0.145, 0.01), ORIGIN, p.IRON), box((0.064, 0.13, 0.013), (0, 0.008, 0), p.GLASS, glow=0.8)]


def laptop() -> list[Mesh]:
    """An open laptop."""
    screen = prism(
        [(0.0, 0), (0.012, 0), (-0.045, 0.21), (-0.057, 0.21)], 0.32, (0, 0.01, -0.11), p.METAL, -math.pi / 2
    )
    return [
        box((0.32, 0.016, 0.22), ORIGIN, p.METAL),
        screen,
        box((0.28, 0.004, 0.1), (0, 0.016, 0.0), p.IRON),
        prism(
            [(0.012, 0.015), (0.016, 0.015), (-0.037, 0.2), (-0.041, 0.2)],
            0.29,
            (0, 0.012, -0.11),
            p.GLASS,
            -math.pi / 2,
        ),
    ]


def radio() -> list[Mesh]:
    """A table radio with a dial."""
    return [
        box((0.34, 0.2, 0.14), ORIGIN, DARK),
        cylinder(0.006, 0.3, (0.14, 0.2, -0.04), p.METAL, 6),
        box((0.16, 0.13, 0.015), (-0.07, 0.035, 0.07), p.SAND),
        box((0.09, 0.05, 0.015), (0.1, 0.12, 0.07), p.LAMP_LIGHT, glow=0.6),
        ellipsoid((0.02, 0.02, 0.015), (0.1, 0.06, 0.075), p.METAL, 8),
    ]


def lamp() -> list[Mesh]:
    """A table lamp with a warm shade."""
    return [
        lathe([(0.09, 0), (0.085, 0.02), (0.02, 0.04), (0.03, 0.12), (0.015, 0.24)], ORIGIN, p.METAL, 14),
        lathe([(0.15, 0.22), (0.09, 0.4)], ORIGIN, p.LAMP_LIGHT, 18, glow=1.7),
    ]


def vase() -> list[Mesh]:
    """A vase with three flowers."""
    out = [lathe([(0.05, 0), (0.08, 0.09), (0.035, 0.19), (0.05, 0.23), (0.03, 0.22)], ORIGIN, p.BLUE, 16)]
    for i in range(3):
        a = i * 2.1
        tip = (0.1 * math.cos(a), 0.42 + 0.03 * i, 0.1 * math.sin(a))
        out += [
            tube([(0, 0.2, 0), (tip[0] * 0.4, 0.32, tip[2] * 0.4), tip], 0.006, p.LEAF, 5),
            ellipsoid((0.042, 0.035, 0.042), tip, p.RED, 10),
        ]
    return out


def box_() -> list[Mesh]:
    """A cardboard box with a lid line."""
    return [
        box((0.4, 0.28, 0.3), ORIGIN, p.SAND),
        box((0.41, 0.03, 0.31), (0, 0.25, 0), p.shaded(p.SAND, 0.85)),
        box((0.05, 0.285, 0.305), ORIGIN, p.shaded(p.SAND, 0.7)),
    ]


def bag() -> list[Mesh]:
    """A soft bag with two handles."""
    return [
        ellipsoid((0.21, 0.16, 0.11), (0, 0.15, 0), p.shaded(p.WOOD, 0.7), 14),
        box((0.36, 0.05, 0.16), (0, 0, 0), p.shaded(p.WOOD, 0.6)),
        *[
            tube([(-0.1, 0.26, z), (-0.08, 0.42, z * 0.5), (0.08, 0.42, z * 0.5), (0.1, 0.26, z)], 0.012, DARK, 6)
            for z in (-0.05, 0.05)
        ],
    ]


def suitcase() -> list[Mesh]:
    """A suitcase with straps and a handle."""
    return [
        box((0.62, 0.42, 0.19), ORIGIN, p.shaded(p.RED, 0.75)),
        *[box((0.04, 0.43, 0.2), (x, 0, 0), DARK) for x in (-0.18, 0.18)],
        tube([(-0.09, 0.42, 0), (-0.07, 0.48, 0), (0.07, 0.48, 0), (0.09, 0.42, 0)], 0.014, DARK, 6),
    ]


def basket() -> list[Mesh]:
    """A woven basket with an arched handle."""
    return [
        lathe([(0.13, 0), (0.18, 0.17), (0.19, 0.18), (0.17, 0.18), (0.12, 0.04)], ORIGIN, p.SAND, 16),
        tube([(-0.18, 0.17, 0), (-0.13, 0.36, 0), (0, 0.43, 0), (0.13, 0.36, 0), (0.18, 0.17, 0)], 0.014, p.WOOD, 6),
    ]


def bucket() -> list[Mesh]:
    """A pail."""
    return [
        lathe([(0.11, 0), (0.155, 0.27), (0.165, 0.28), (0.145, 0.28), (0.1, 0.03)], ORIGIN, p.METAL, 16),
        tube([(-0.155, 0.27, 0), (-0.1, 0.42, 0), (0.1, 0.42, 0), (0.155, 0.27, 0)], 0.008, p.IRON, 6),
    ]


def desk_clock() -> list[Mesh]:
    """An alarm clock."""
    return [
        ellipsoid((0.075, 0.075, 0.035), (0, 0.085, 0), p.METAL, 16),
        ellipsoid((0.06, 0.06, 0.02), (0, 0.085, 0.022), p.PAPER, 14),
        *[cone(0.02, 0.03, (x, 0, 0), p.METAL, 8) for x in (-0.04, 0.04)],
    ]


def small_picture() -> list[Mesh]:
    """A framed photograph that stands."""
    return [box((0.2, 0.26, 0.02), ORIGIN, DARK), box((0.16, 0.21, 0.024), (0, 0.025, 0), p.PAPER)]


def pot_plant() -> list[Mesh]:
    """A small plant in a pot."""
    out = [lathe([(0.05, 0), (0.075, 0.12), (0.06, 0.12)], ORIGIN, p.BRICK, 12)]
    return [
        *out,
        *[
            ellipsoid((0.07, 0.09, 0.07), (0.05 * math.cos(a), 0.2 + 0.03 * (a > 3), 0.05 * math.sin(a)), p.LEAF, 8)
            for a in (0.3, 2.4, 4.5)
        ],
    ]
