"""Tools, weapons, instruments and toys that fit into a hand. Each stands at the origin."""

from __future__ import annotations

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cylinder,
    ellipsoid,
    lathe,
    prism,
    ring,
    tube,
)
from studio.media.blocking_engine.dressing.small_props import DARK, ORIGIN, WOOD
from studio.media.blocking_engine.mesh import Mesh


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
