"""Large and public interiors: passage, stairs, hall, church, theatre, cave, school, ward."""

from __future__ import annotations

import math

import numpy as np

from studio.media.blocking_engine.dressing import fittings, furniture, small_props, tools, yard
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.nature import rock
from studio.media.blocking_engine.dressing.places.shells import pendant, put, shell
from studio.media.blocking_engine.dressing.primitives import beam, box, cylinder, ellipsoid, placed, prism, tube
from studio.media.blocking_engine.dressing.site import Path, Site
from studio.media.blocking_engine.mesh import Mesh


def classroom(site: Site) -> None:
    """A classroom: board, desks in rows."""
    shell(site, 8.0, 4.6, floor=p.WOOD)
    site.add(
        box((3.4, 1.3, 0.06), (0, 0.95, -4.55), p.shaded(p.GREEN, 0.4)),
        box((3.6, 0.08, 0.14), (0, 0.88, -4.5), p.WOOD),
        box((3.6, 0.08, 0.1), (0, 2.25, -4.55), p.WOOD),
    )
    for x in (-2.8, 2.6):
        for z in (-3.0, -1.6, -0.2):
            put(site, furniture.table(), (x, 0, z))
            put(site, furniture.chair(), (x, 0, z + 0.75), math.pi)
    put(site, fittings.clock(), (2.7, 0.3, -4.58))
    put(site, tools.ball(), (2.6, 0.745, -3.0))


def library(site: Site) -> None:
    """Bookcases along the walls and a reading table with a lamp."""
    shell(site, 7.0, 4.2, 3.4, p.shaded(p.ROOF, 1.05), p.DARK_WOOD)
    for i in range(5):
        put(site, furniture.shelf(), (-2.6 + 1.3 * i, 0, -4.0))
    for i in range(3):
        put(site, furniture.shelf(), (3.3, 0, -2.8 + 1.3 * i), -math.pi / 2)
    put(site, furniture.table(), (-1.9, 0, -2.4))
    put(site, small_props.lamp(), (-1.9, 0.745, -2.4))
    put(site, small_props.book(), (-1.5, 0.745, -2.3), 0.4)
    put(site, yard.ladder(), (1.4, 0, -3.5))
    if site.lit:
        site.lamp(-1.9, 1.2, -2.2, 2.2, 5.0)


def hospital(site: Site) -> None:
    """A ward: beds with rails, a screen, a drip."""
    shell(site, 7.2, 3.8, tint=p.shaded(p.GREEN, 1.45), floor=p.STONE, boards=False)
    for x in (-2.3, 2.4):
        put(site, furniture.bed(), (x, 0, -2.6))
    site.add(
        box((1.6, 1.9, 0.04), (0.9, 0.1, -2.9), p.PAPER),
        *[beam((x, 0, -2.9), (x, 2.0, -2.9), 0.04, p.METAL) for x in (0.1, 1.7)],
    )
    site.add(
        beam((-1.3, 0, -3.1), (-1.3, 1.9, -3.1), 0.035, p.METAL),
        ellipsoid((0.07, 0.12, 0.04), (-1.3, 1.75, -3.05), p.GLASS, 10),
    )
    put(site, fittings.clock(), (0.2, 0.2, -3.78))
    put(site, fittings.door(), (3.52, 0, -0.2), -math.pi / 2)


def cell(site: Site) -> None:
    """A cell: a bunk, a stool, bars at one side."""
    shell(site, 3.6, 2.6, 2.8, p.shaded(p.STONE, 0.85), p.PAVING, boards=False)
    site.add(box((1.9, 0.1, 0.75), (-0.8, 0.42, -2.2), p.METAL), box((1.85, 0.12, 0.7), (-0.8, 0.52, -2.2), p.PAPER))
    site.add(*[beam((1.5, 0, -2.4 + 0.16 * i), (1.5, 2.6, -2.4 + 0.16 * i), 0.035, p.IRON) for i in range(16)])
    put(site, furniture.stool(), (0.9, 0, -1.9))
    put(site, small_props.bucket(), (1.1, 0, -2.3))


def corridor(site: Site) -> None:
    """A passage with tall windows on one side, beams above and a bright door at its end."""
    site.ground, site.ground_tint = "plain", p.WOOD
    far, half, high = 15.0, 1.5, 2.9
    tint = p.shaded(p.PLASTER, 0.95)
    site.add(
        box((0.2, high, far + 3), (-half - 0.1, 0, (3 - far) / 2), tint),
        box((2 * half + 0.4, 0.2, far + 0.5), (0, high, (-far - 0.5) / 2), p.shaded(tint, 0.85)),
    )
    z = 3.0
    while z > -far:
        site.add(
            box((0.2, high, 1.5), (half + 0.1, 0, z - 0.75), tint),
            box((0.2, 0.9, 1.1), (half + 0.1, 0, z - 2.05), tint),
            box((0.2, high - 2.3, 1.1), (half + 0.1, 2.3, z - 2.05), tint),
        )
        site.add(
            box((0.05, 1.4, 1.1), (half + 0.16, 0.9, z - 2.05), p.GLASS, glow=0.55 if not site.lit else 0.18),
            *[box((0.14, 1.4, 0.05), (half + 0.1, 0.9, z - 2.05 + dz), p.PAPER) for dz in (-0.53, 0.0, 0.53)],
            box((0.14, 0.05, 1.1), (half + 0.1, 1.6, z - 2.05), p.PAPER),
        )
        z -= 2.6
    for i in range(6):
        site.add(box((2 * half, 0.18, 0.2), (0, high - 0.18, -0.6 - 2.6 * i), p.DARK_WOOD))
    base = p.shaded(tint, 0.6)
    site.add(
        *[box((0.04, 0.12, far + 3), (x * (half - 0.02), 0, (3 - far) / 2), base) for x in (-1, 1)],
        box((0.05, 0.06, far + 3), (-half + 0.03, 1.0, (3 - far) / 2), base),
    )
    site.add(
        *[box((0.01, 0.004, far + 3), (-half + 0.2 * i, 0, (3 - far) / 2), p.shaded(p.WOOD, 0.7)) for i in range(1, 15)]
    )
    site.add(
        box((0.9, high, 0.2), (-1.05, 0, -far), tint),
        box((0.9, high, 0.2), (1.05, 0, -far), tint),
        box((1.3, high - 2.1, 0.2), (0, 2.1, -far), tint),
        box((1.24, 2.1, 0.05), (0, 0, -far - 0.1), p.LAMP_LIGHT, glow=2.2),
    )
    site.lamp(0.0, 1.3, -far + 0.6, 4.0, 12.0)
    site.add(ellipsoid((0.11, 0.11, 0.11), (-0.7, high - 0.2, -4.0), p.LAMP_LIGHT, 12, glow=2.6))
    site.lamp(-0.7, high - 0.35, -4.0, 1.8, 6.0)
    site.run = Path((0.0, 0.2), math.pi)


def staircase(site: Site) -> None:
    """A flight of steps up the back wall with a rail."""
    shell(site, 6.0, 4.4, 5.2, floor=p.STONE, boards=False)
    for i in range(14):
        site.add(box((1.4, 0.18 * (i + 1), 0.3), (1.9, 0, -0.9 - 0.26 * i), p.shaded(p.WOOD, 1.0 if i % 2 else 0.94)))
    for i in range(0, 14, 2):
        site.add(
            beam(
                (1.22, 0.18 * (i + 1), -0.9 - 0.26 * i),
                (1.22, 0.18 * (i + 1) + 0.95, -0.9 - 0.26 * i),
                0.04,
                p.DARK_WOOD,
            )
        )
    site.add(tube([(1.22, 1.15, -0.8), (1.22, 2.3, -2.45), (1.22, 3.45, -4.2)], 0.04, p.DARK_WOOD, 8))
    put(site, fittings.picture(), (-1.0, 0.4, -4.4))
    put(site, furniture.plant(), (-2.4, 0, -3.8))
    pendant(site, -0.6, -2.2, 3.0)


def warehouse(site: Site) -> None:
    """A high hall with trusses, crates, barrels and a bright gate."""
    shell(site, 16, 14, 6.5, p.shaded(p.BRICK, 0.95), p.PAVING, near=4.0, boards=False)
    for i in range(5):
        z = -1.5 - 3.0 * i
        site.add(
            *[box((0.35, 6.0, 0.35), (x, 0, z), p.IRON) for x in (-7.6, 7.6)],
            beam((-7.6, 5.8, z), (7.6, 5.8, z), 0.25, p.IRON),
            beam((-7.6, 5.8, z), (0, 6.6, z), 0.14, p.IRON),
            beam((0, 6.6, z), (7.6, 5.8, z), 0.14, p.IRON),
        )
    for x, z, y in (
        (-4.2, -4.5, 0),
        (-3.5, -4.7, 0),
        (-4.0, -4.6, 0.6),
        (4.6, -6.5, 0),
        (5.3, -6.6, 0),
        (-5.4, -8, 0),
        (5.0, -6.5, 0.6),
        (-4.7, -8.2, 0),
        (-5.0, -8, 0.6),
    ):
        put(site, yard.crate(), (x, y, z), site.spread(-0.2, 0.2))
    for x, z in ((3.4, -4.4), (4.1, -4.1), (3.9, -4.9)):
        put(site, yard.barrel(), (x, 0, z))
    put(site, yard.ladder(), (-6.8, 0, -10))
    site.add(
        box((3.6, 4.2, 0.1), (0, 0, -13.95), p.GLASS, glow=0.9 if not site.lit else 0.2),
        box((0.12, 4.2, 0.2), (0, 0, -13.95), p.IRON),
    )
    pendant(site, 0, -4, 4.4)
    pendant(site, 0, -9, 4.4)


def church(site: Site) -> None:
    """A nave: columns, pews, an altar under a tall window."""
    shell(site, 11, 15, 7.5, p.STONE, p.PAVING, near=3.0, boards=False)
    for i in range(5):
        z = -1.5 - 3.2 * i
        for x in (-3.3, 3.3):
            site.add(
                cylinder(0.32, 5.4, (x, 0, z), p.shaded(p.STONE, 1.05), 18),
                box((0.9, 0.3, 0.9), (x, 5.4, z), p.STONE),
                box((0.85, 0.25, 0.85), (x, 0, z), p.STONE),
            )
        if i < 4:
            for x in (-1.75, 1.75):
                site.add(
                    box((1.8, 0.06, 0.4), (x, 0.45, z - 0.4), p.WOOD),
                    box((1.8, 0.95, 0.06), (x, 0, z - 0.65 + 0.5), p.WOOD),
                )
    site.add(box((2.2, 1.0, 0.8), (0, 0.3, -13.2), p.PAPER), box((4.5, 0.3, 2.4), (0, 0, -13.4), p.STONE))
    arch = [(-0.9, 0), (0.9, 0), (0.9, 2.6), (0.55, 3.5), (0, 4.0), (-0.55, 3.5), (-0.9, 2.6)]
    pane = prism(arch, 0.1, (0, 2.2, -14.93), p.GLASS)
    site.add(
        Mesh(
            pane.vertices, pane.normals, pane.faces, pane.colours, pane.glow + np.float32(0.9 if not site.lit else 0.3)
        )
    )
    for x in (-0.8, 0.8):
        put(site, small_props.candle(), (x, 1.3, -13.1))
    site.lamp(0, 1.9, -12.6, 2.0, 7.0)
    site.run = Path((0.0, 0.4), math.pi)


def theatre(site: Site) -> None:
    """A stage with curtains, seen over rows of seats."""
    shell(site, 14, 9, 6.0, p.shaded(p.ROOF, 0.75), p.DARK_WOOD, near=4.0)
    site.add(box((10, 0.9, 3.6), (0, 0, -7.1), p.WOOD))
    for side in (-1, 1):
        site.add(
            *[
                cylinder(
                    0.24,
                    4.4,
                    (side * (3.2 + 0.42 * i), 0.9, -6.2 - 0.05 * (i % 2)),
                    p.shaded(p.RED, 0.85 + 0.12 * (i % 2)),
                    10,
                )
                for i in range(6)
            ]
        )
    site.add(
        *[ellipsoid((0.9, 0.45, 0.25), (-4.4 + 1.75 * i, 5.1, -6.0), p.RED, 14) for i in range(6)],
        box((11, 0.6, 0.4), (0, 5.2, -6.2), p.shaded(p.RED, 0.9)),
    )
    for row in range(2):
        for i in range(5):
            for side in (-1, 1):
                put(site, furniture.armchair(), (side * (1.9 + 0.98 * i), 0, -2.4 - 1.2 * row), math.pi)
    site.lamp(0, 3.4, -6.4, 3.5, 9.0)


def cave(site: Site) -> None:
    """Rock on all sides, a light far in."""
    site.ground, site.ground_tint = "plain", p.shaded(p.STONE, 0.75)
    for i in range(22):
        side = -1 if i % 2 else 1
        z = 1.5 - 0.85 * i
        size = site.spread(3.2, 4.6)
        site.add(
            *rock(site, (side * (4.4 - 0.07 * i), 0.4, z), size),
            *rock(site, (side * (3.9 - 0.06 * i), 2.3, z - 0.4), size),
        )
        if z < -2.5:
            site.add(*rock(site, (side * 1.4, 4.2, z), size * 1.1))
    for i in range(8):
        x, z = site.spread(-2.6, 2.6), -4.5 - 1.4 * i
        site.add(placed(tube([(0, 0, 0), (0, -0.8, 0), (0.05, -1.6, 0)], [0.25, 0.13, 0.02], p.STONE, 7), (x, 3.9, z)))
    site.add(ellipsoid((1.6, 2.2, 0.3), (0.2, 1.6, -18.5), p.GLASS, 18, glow=1.4))
    site.lamp(0.2, 1.6, -16.5, 4.0, 14.0)
    site.run = Path((0.0, 0.4), math.pi)
