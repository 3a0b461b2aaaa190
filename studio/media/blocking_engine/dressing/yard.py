"""Things that stand outdoors: signs, stones, tents, wells, swings, barrels and crates."""

from __future__ import annotations

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.fittings import spot
from studio.media.blocking_engine.dressing.furniture import DARK, ORIGIN, WOOD
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cylinder,
    ellipsoid,
    lathe,
    prism,
    ring,
    rope,
    tube,
)
from studio.media.blocking_engine.mesh import Mesh


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

    turned = [m.moved(turn_y(1.5708), spot(0, 0, 0)) for m in reels]
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
