"""Things that lie on a table or fit into a hand. Each stands at the origin; a held thing is gripped at `GRIPS`."""

from __future__ import annotations

import math

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
    tube,
)
from studio.media.blocking_engine.mesh import Mesh

ORIGIN = (0.0, 0.0, 0.0)
WOOD, DARK = p.WOOD, p.DARK_WOOD


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


def torch() -> list[Mesh]:
    """A hand torch along z, its lens alight."""
    return [
        tube(
            [(0, 0.03, -0.1), (0, 0.03, 0.02), (0, 0.03, 0.08), (0, 0.03, 0.1)], [0.02, 0.02, 0.034, 0.036], p.IRON, 12
        ),
        tube([(0, 0.03, 0.098), (0, 0.03, 0.103), (0, 0.03, 0.108)], 0.03, p.LAMP_LIGHT, 12, glow=3.0),
    ]


def umbrella() -> list[Mesh]:
    """An open umbrella; its handle at the origin, the canopy overhead."""
    canopy = lathe(
        [(0.56, 0.68), (0.44, 0.84), (0.24, 0.94), (0.03, 0.98), (0.0, 0.98)], ORIGIN, p.shaded(p.IRON, 0.9), 16
    )
    hook = tube([(0, 0.0, 0), (0, -0.05, 0.0), (0, -0.075, 0.03), (0, -0.05, 0.055)], 0.012, DARK, 6)
    return [canopy, cylinder(0.009, 1.06, ORIGIN, p.METAL, 6), hook]


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


def rope_coil() -> list[Mesh]:
    """A coil of rope."""
    return [ring(0.2 - 0.012 * i, 0.028, (0, 0.028 + 0.05 * i, 0), p.SAND, segments=18) for i in range(4)]


def key() -> list[Mesh]:
    """A large key, lying."""
    return [
        ring(0.022, 0.006, (-0.05, 0.006, 0), p.METAL, segments=12),
        beam((-0.03, 0.006, 0), (0.07, 0.006, 0), 0.01, p.METAL),
        box((0.012, 0.01, 0.028), (0.055, 0, 0.014), p.METAL),
        box((0.01, 0.01, 0.02), (0.035, 0, 0.01), p.METAL),
    ]


def knife() -> list[Mesh]:
    """A knife, lying along z."""
    return [
        box((0.024, 0.014, 0.11), (0, 0, -0.06), DARK),
        prism([(-0.012, 0.004), (0.012, 0.004), (0.010, 0.010), (-0.010, 0.010)], 0.18, (0, 0, 0.085), p.METAL),
    ]


def sword() -> list[Mesh]:
    """A sword, upright in the hand."""
    return [
        cylinder(0.016, 0.18, (0, -0.09, 0), DARK, 8),
        box((0.2, 0.025, 0.035), (0, 0.09, 0), p.METAL),
        prism([(-0.025, 0.1), (0.025, 0.1), (0.018, 0.85), (0, 0.95), (-0.018, 0.85)], 0.012, ORIGIN, p.METAL),
    ]


def axe() -> list[Mesh]:
    """An axe, upright."""
    return [
        cylinder(0.018, 0.75, (0, -0.1, 0), WOOD, 8),
        prism([(-0.03, 0.5), (0.12, 0.45), (0.15, 0.55), (0.12, 0.64), (-0.03, 0.6)], 0.035, ORIGIN, p.METAL),
    ]


def shovel() -> list[Mesh]:
    """A shovel, blade down."""
    blade = prism([(-0.11, 0.28), (-0.1, 0.06), (0, 0.0), (0.1, 0.06), (0.11, 0.28)], 0.02, ORIGIN, p.METAL)
    return [blade, cylinder(0.018, 1.05, (0, 0.25, 0), WOOD, 8), box((0.14, 0.03, 0.03), (0, 1.29, 0), WOOD)]


def broom() -> list[Mesh]:
    """A broom."""
    return [
        lathe([(0.14, 0), (0.09, 0.2), (0.03, 0.28)], ORIGIN, p.SAND, 10),
        cylinder(0.015, 1.2, (0, 0.25, 0), WOOD, 8),
    ]


def hand_camera() -> list[Mesh]:
    """A stills camera."""
    return [
        box((0.14, 0.09, 0.05), ORIGIN, p.IRON),
        box((0.05, 0.02, 0.04), (0, 0.09, 0), p.IRON),
        tube([(0, 0.045, 0.02), (0, 0.045, 0.05), (0, 0.045, 0.08)], [0.03, 0.032, 0.034], p.METAL, 12),
    ]


def guitar() -> list[Mesh]:
    """A guitar, upright."""
    return [
        ellipsoid((0.19, 0.2, 0.05), (0, 0.2, 0), WOOD, 18),
        ellipsoid((0.145, 0.15, 0.05), (0, 0.43, 0), WOOD, 18),
        box((0.05, 0.55, 0.025), (0, 0.45, 0.03), DARK),
        box((0.07, 0.14, 0.03), (0, 0.98, 0.02), DARK),
        ring(0.045, 0.008, (0, 0.36, 0.048), DARK, True, 12),
    ]


def ball() -> list[Mesh]:
    """A ball."""
    return [ellipsoid((0.12, 0.12, 0.12), (0, 0.12, 0), p.RED, 18)]


def hat() -> list[Mesh]:
    """A brimmed hat."""
    return [lathe([(0.17, 0), (0.175, 0.012), (0.1, 0.025), (0.095, 0.11), (0.05, 0.125)], ORIGIN, DARK, 20)]


def fishing_rod() -> list[Mesh]:
    """A rod with its line."""
    return [
        tube([(0, -0.2, -0.1), (0, 0.5, 0.5), (0, 1.1, 1.3), (0, 1.45, 2.1)], [0.016, 0.012, 0.008, 0.004], DARK, 6),
        beam((0, 1.45, 2.1), (0, -0.3, 2.3), 0.006, p.PAPER, 4),
    ]


def stick() -> list[Mesh]:
    """A walking stick with a crook."""
    return [
        cylinder(0.014, 0.82, ORIGIN, DARK, 8),
        tube([(0, 0.8, 0), (0, 0.89, 0.02), (0, 0.92, 0.07), (0, 0.87, 0.11)], 0.014, DARK, 6),
    ]


def hand_flag() -> list[Mesh]:
    """A small flag on a stick."""
    return [cylinder(0.012, 0.9, (0, -0.1, 0), WOOD, 6), box((0.4, 0.28, 0.01), (0.2, 0.5, 0), p.RED)]


def spyglass() -> list[Mesh]:
    """A brass spyglass along z."""
    return [tube([(0, 0.03, -0.15), (0, 0.03, 0.0), (0, 0.03, 0.2)], [0.02, 0.026, 0.034], p.METAL, 12)]


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
