"""Rooms of every sort: one shell with walls at the back and the sides, fitted out for what happens in it."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from studio.media.blocking_engine.dressing import furniture as f
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing import small_props as s
from studio.media.blocking_engine.dressing.nature import rock
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import Point, beam, box, cylinder, ellipsoid, placed, prism, tube
from studio.media.blocking_engine.dressing.site import Path, Site
from studio.media.blocking_engine.mesh import Mesh


def put(site: Site, parts: list[Mesh], at: Point, turn: float = 0.0) -> None:
    """Stands a thing somewhere on the set."""
    site.add(*[placed(part, at, turn) for part in parts])


def shell(
    site: Site,
    width: float,
    back: float,
    height: float = 2.9,
    tint: Tint = p.PLASTER,
    floor: Tint = p.WOOD,
    near: float = 3.6,
    boards: bool = True,
) -> None:
    """Walls at x ± width/2 and z −back, open toward the camera, with a window in the left wall that lets the key light in."""
    site.ground, site.ground_tint, site.wall = "plain", floor, -back
    half, low = width / 2, 0.95
    site.add(
        box((width + 0.4, height, 0.2), (0, 0, -back - 0.1), tint),
        box((0.2, height, back + near), (half + 0.1, 0, (near - back) / 2), tint),
    )
    first, last = -back * 0.62, -back * 0.62 + 1.7
    site.add(
        box((0.2, height, first + back), (-half - 0.1, 0, (first - back) / 2), tint),
        box((0.2, height, near - last), (-half - 0.1, 0, (near + last) / 2), tint),
        box((0.2, low, 1.7), (-half - 0.1, 0, (first + last) / 2), tint),
        box((0.2, height - 2.35, 1.7), (-half - 0.1, 2.35, (first + last) / 2), tint),
        *[
            box((0.12, 1.4, 0.06), (-half - 0.08, low, z), p.PAPER)
            for z in (first + 0.03, (first + last) / 2, last - 0.03)
        ],
        *[
            box((0.12, 0.06, 1.7), (-half - 0.08, y, (first + last) / 2), p.PAPER)
            for y in (low, low + 0.67, low + 1.34)
        ],
        box((0.34, 0.06, 1.9), (-half + 0.03, low - 0.06, (first + last) / 2), p.WOOD),
    )
    base = p.shaded(tint, 0.72)
    site.add(
        box((width, 0.12, 0.03), (0, 0, -back + 0.015), base),
        *[box((0.03, 0.12, back + near), (x * (half - 0.015), 0, (near - back) / 2), base) for x in (-1, 1)],
    )
    site.add(
        box((width, 0.05, 0.04), (0, 0.98, -back + 0.02), base),
        box((0.04, 0.05, back + near), (half - 0.02, 0.98, (near - back) / 2), base),
    )
    if boards:
        site.add(
            *[
                box((0.012, 0.004, back + near), (-half + 0.22 * i, 0, (near - back) / 2), p.shaded(floor, 0.7))
                for i in range(1, int(width / 0.22))
            ]
        )
    if site.lit:
        site.lamp(half * 0.5, 2.0, -back * 0.55, 2.6, 7.0)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.top = height


def pendant(site: Site, x: float, z: float, height: float = 2.05) -> None:
    """A hanging lamp with its light."""
    site.add(cylinder(0.01, 0.95, (x, height, z), p.IRON, 5))
    site.add(ellipsoid((0.17, 0.12, 0.17), (x, height, z), p.LAMP_LIGHT, 14, glow=1.8 if site.lit else 0.25))
    if site.lit:
        site.lamp(x, height - 0.2, z, 2.4, 6.0)


def room(site: Site) -> None:
    """A living room: sofa, shelf, picture, lamp, plant and rug."""
    shell(site, 6.4, 3.2)
    put(site, f.sofa(), (1.3, 0, -2.6), 0.0)
    put(site, f.shelf(), (-1.7, 0, -2.95))
    put(site, f.picture(), (1.2, 0.1, -3.2))
    put(site, f.floor_lamp(), (2.75, 0, -2.5))
    put(site, f.plant(), (-2.7, 0, -2.5))
    put(site, f.rug(), (0, 0, -0.6))
    put(site, f.door(), (3.12, 0, -0.2), -math.pi / 2)
    if site.lit:
        site.lamp(2.75, 1.5, -2.3, 2.6, 6.0)


def bedroom(site: Site) -> None:
    """A bedroom: wardrobe, bedside table with lamp, picture, curtain."""
    shell(site, 5.6, 3.4, tint=p.shaded(p.BLUE, 1.25))
    put(site, f.wardrobe(), (2.1, 0, -3.0))
    put(site, f.stool(), (-0.5, 0, -2.9))
    put(site, s.lamp(), (-0.5, 0.47, -2.9))
    put(site, f.picture(), (0.5, 0.1, -3.4))
    put(site, f.rug(), (0.2, 0, -0.4))
    put(site, f.curtain(), (-2.68, 0, -1.25), math.pi / 2)
    if site.lit:
        site.lamp(-0.5, 0.9, -2.7, 2.2, 5.0)


def kitchen(site: Site) -> None:
    """A kitchen: counter, stove, fridge, wall shelf, hanging lamp."""
    shell(site, 5.8, 3.0, floor=p.STONE, boards=False)
    put(site, f.counter(), (-0.7, 0, -2.68))
    put(site, f.stove(), (0.55, 0, -2.68))
    put(site, f.fridge(), (1.6, 0, -2.66))
    put(site, f.wall_shelf(), (-0.9, 0, -3.0))
    put(site, s.bowl(), (-1.2, 0.925, -2.6))
    put(site, s.bottle(), (-0.4, 0.925, -2.7))
    put(site, s.pot_plant(), (-2.78, 0.95, -1.0))
    put(site, f.door(), (2.82, 0, -0.6), -math.pi / 2)
    pendant(site, 0.3, -1.5)


def bathroom(site: Site) -> None:
    """A bathroom: tub, basin, mirror."""
    shell(site, 4.4, 2.6, tint=p.shaded(p.GREEN, 1.35), floor=p.STONE, boards=False)
    put(site, f.bathtub(), (-1.0, 0, -2.1))
    put(site, f.sink(), (1.1, 0, -2.3))
    put(site, f.picture(), (1.1, 0.0, -2.6))
    pendant(site, 0.2, -1.4, 2.1)


def office(site: Site) -> None:
    """An office: desks with lamps, shelf, clock, board."""
    shell(site, 7.0, 3.6, tint=p.shaded(p.STONE, 1.05), floor=p.shaded(p.SLATE, 1.1), boards=False)
    for x, z, turn in ((-1.9, -2.6, 0.0), (1.9, -2.4, 0.0)):
        put(site, f.desk(), (x, 0, z), turn)
        put(site, s.lamp(), (x + 0.45, 0.75, z - 0.1))
        put(site, s.laptop(), (x - 0.15, 0.75, z), 0.2)
        put(site, f.chair(), (x, 0, z - 0.62), 0.0)
    put(site, f.clock(), (0.2, 0.2, -3.58))
    put(site, f.shelf(), (0.1, 0, -3.4))
    put(site, f.plant(), (3.1, 0, -3.1))
    put(site, f.door(), (3.42, 0, -0.4), -math.pi / 2)


def bar(site: Site) -> None:
    """A bar: counter with stools, bottles on shelves, hanging lamps."""
    shell(site, 7.0, 3.8, tint=p.shaded(p.ROOF, 0.9), floor=p.DARK_WOOD)
    put(site, f.bar_counter(), (0.8, 0, -2.3))
    for i in range(4):
        put(site, f.bar_stool(), (-0.4 + 0.8 * i, 0, -1.65))
    for y in (1.25, 1.7):
        site.add(box((3.4, 0.04, 0.25), (0.8, y, -3.65), p.WOOD))
        for i in range(12):
            put(site, s.bottle() if i % 3 else s.glass(), (-0.7 + 0.27 * i, y + 0.04, -3.65))
    for x in (-0.3, 0.9, 2.1):
        pendant(site, x, -2.2, 1.95)
    put(site, f.table(), (-2.4, 0, -2.6), math.pi / 2)


def cafe(site: Site) -> None:
    """A café: small tables with chairs, a counter, a wide window."""
    shell(site, 7.4, 3.8, tint=p.shaded(p.SAND, 1.05))
    put(site, f.counter(), (2.2, 0, -3.2))
    put(site, s.cup(), (1.8, 0.93, -3.1))
    for x, z in ((-2.3, -2.5), (0.2, -2.9), (-2.9, -0.6)):
        site.add(
            cylinder(0.36, 0.04, (x, 0.71, z), p.WOOD, 20),
            cylinder(0.04, 0.71, (x, 0, z), p.IRON, 8),
            cylinder(0.22, 0.03, (x, 0, z), p.IRON, 14),
        )
        put(site, s.cup(), (x + 0.1, 0.75, z))
        put(site, f.chair(), (x - 0.62, 0, z), math.pi / 2)
        put(site, f.chair(), (x + 0.62, 0, z), -math.pi / 2)
    put(site, f.picture(), (0.1, 0.1, -3.8))
    put(site, f.picture(), (-1.6, 0.1, -3.8))
    for x in (-2.3, 0.2, 2.2):
        pendant(site, x, -2.7, 2.0)


def shop(site: Site) -> None:
    """A shop: shelves of goods, a counter, crates."""
    shell(site, 7.0, 3.8, floor=p.STONE, boards=False)
    for x in (-2.4, -1.1, 0.2):
        put(site, f.shelf(), (x, 0, -3.55))
    put(site, f.counter(), (2.2, 0, -2.2), -0.5)
    put(site, s.radio(), (2.3, 0.93, -2.2), -0.5)
    for x, z in ((-2.9, -1.8), (-2.9, -1.1)):
        put(site, f.crate(), (x, 0, z))
    put(site, f.door(), (3.42, 0, 0.2), -math.pi / 2)
    pendant(site, 0.3, -2.0, 2.2)


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
            put(site, f.table(), (x, 0, z))
            put(site, f.chair(), (x, 0, z + 0.75), math.pi)
    put(site, f.clock(), (2.7, 0.3, -4.58))
    put(site, s.ball(), (2.6, 0.745, -3.0))


def library(site: Site) -> None:
    """Bookcases along the walls and a reading table with a lamp."""
    shell(site, 7.0, 4.2, 3.4, p.shaded(p.ROOF, 1.05), p.DARK_WOOD)
    for i in range(5):
        put(site, f.shelf(), (-2.6 + 1.3 * i, 0, -4.0))
    for i in range(3):
        put(site, f.shelf(), (3.3, 0, -2.8 + 1.3 * i), -math.pi / 2)
    put(site, f.table(), (-1.9, 0, -2.4))
    put(site, s.lamp(), (-1.9, 0.745, -2.4))
    put(site, s.book(), (-1.5, 0.745, -2.3), 0.4)
    put(site, f.ladder(), (1.4, 0, -3.5))
    if site.lit:
        site.lamp(-1.9, 1.2, -2.2, 2.2, 5.0)


def hospital(site: Site) -> None:
    """A ward: beds with rails, a screen, a drip."""
    shell(site, 7.2, 3.8, tint=p.shaded(p.GREEN, 1.45), floor=p.STONE, boards=False)
    for x in (-2.3, 2.4):
        put(site, f.bed(), (x, 0, -2.6))
    site.add(
        box((1.6, 1.9, 0.04), (0.9, 0.1, -2.9), p.PAPER),
        *[beam((x, 0, -2.9), (x, 2.0, -2.9), 0.04, p.METAL) for x in (0.1, 1.7)],
    )
    site.add(
        beam((-1.3, 0, -3.1), (-1.3, 1.9, -3.1), 0.035, p.METAL),
        ellipsoid((0.07, 0.12, 0.04), (-1.3, 1.75, -3.05), p.GLASS, 10),
    )
    put(site, f.clock(), (0.2, 0.2, -3.78))
    put(site, f.door(), (3.52, 0, -0.2), -math.pi / 2)


def cell(site: Site) -> None:
    """A cell: a bunk, a stool, bars at one side."""
    shell(site, 3.6, 2.6, 2.8, p.shaded(p.STONE, 0.85), p.PAVING, boards=False)
    site.add(box((1.9, 0.1, 0.75), (-0.8, 0.42, -2.2), p.METAL), box((1.85, 0.12, 0.7), (-0.8, 0.52, -2.2), p.PAPER))
    site.add(*[beam((1.5, 0, -2.4 + 0.16 * i), (1.5, 2.6, -2.4 + 0.16 * i), 0.035, p.IRON) for i in range(16)])
    put(site, f.stool(), (0.9, 0, -1.9))
    put(site, s.bucket(), (1.1, 0, -2.3))


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
    put(site, f.picture(), (-1.0, 0.4, -4.4))
    put(site, f.plant(), (-2.4, 0, -3.8))
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
        put(site, f.crate(), (x, y, z), site.spread(-0.2, 0.2))
    for x, z in ((3.4, -4.4), (4.1, -4.1), (3.9, -4.9)):
        put(site, f.barrel(), (x, 0, z))
    put(site, f.ladder(), (-6.8, 0, -10))
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
        put(site, s.candle(), (x, 1.3, -13.1))
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
                put(site, f.armchair(), (side * (1.9 + 0.98 * i), 0, -2.4 - 1.2 * row), math.pi)
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


INTERIORS: dict[str, Callable[[Site], None]] = {
    "room": room,
    "bedroom": bedroom,
    "kitchen": kitchen,
    "bathroom": bathroom,
    "office": office,
    "bar": bar,
    "café": cafe,
    "shop": shop,
    "classroom": classroom,
    "library": library,
    "hospital": hospital,
    "cell": cell,
    "corridor": corridor,
    "staircase": staircase,
    "warehouse": warehouse,
    "church": church,
    "theatre": theatre,
    "cave": cave,
}
