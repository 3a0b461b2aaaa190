"""House fronts, houses with gables, towers and street furniture."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from studio.media.blocking_engine.dressing import palette
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import (
    Point,
    box,
    cone,
    cylinder,
    ellipsoid,
    lathe,
    placed,
    prism,
    ring,
    tube,
    turn_y,
)
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.mesh import Mesh, joined


def window(
    site: Site, width: float, height: float, at: Point, turn: float = 0.0, lit: bool | None = None
) -> list[Mesh]:
    """A window on a wall that faces `turn`: frame, pane (warm where lit) and sill; `at` is its lower middle."""
    burning = site.lit and site.chance.random() < 0.55 if lit is None else lit
    pane = palette.WINDOW_LIGHT if burning else palette.DARK_WINDOW
    parts = [
        box((width + 0.16, height + 0.16, 0.10), (0, -0.08, 0.0), palette.shaded(palette.PLASTER, 0.62)),
        box((width, height, 0.14), (0, 0, 0), pane, glow=1.35 if burning else 0.0),
        box((0.05, height, 0.17), (0, 0, 0), palette.shaded(palette.PLASTER, 0.5)),
        box((width + 0.3, 0.07, 0.3), (0, -0.14, 0.04), palette.STONE),
    ]
    return [placed(joined(parts), at, turn)]


def front(
    site: Site, width: float, storeys: int, depth: float, at: Point, turn: float, tint: Tint, bays: int
) -> list[Mesh]:
    """A town house whose front faces `turn`: storeys of windows, a door, a cornice; `at` is its lower middle."""
    height = 3.2 * storeys + 0.6
    parts = [
        box((width, height, depth), (0, 0, -depth / 2), tint),
        box((width + 0.3, 0.35, depth + 0.3), (0, height, -depth / 2), palette.shaded(tint, 0.8)),
        box((width + 0.06, 0.55, 0.12), (0, 0, 0.02), palette.shaded(tint, 0.7)),
    ]
    door = site.chance.randrange(bays)
    for storey in range(storeys):
        for bay in range(bays):
            x = (bay + 0.5) / bays * width - width / 2
            if storey == 0 and bay == door:
                parts += [
                    box((1.25, 2.45, 0.2), (x, 0, 0), palette.shaded(tint, 0.55)),
                    box((1.0, 2.25, 0.26), (x, 0, 0), palette.DARK_WOOD),
                ]
            else:
                parts += window(site, 1.0, 1.65, (x, 0.95 + 3.2 * storey, 0.0))
    return [placed(joined(parts), at, turn)]


def house(
    site: Site,
    at: Point,
    turn: float = 0.0,
    width: float = 7.0,
    depth: float = 6.0,
    wall: float = 3.0,
    tint: Tint = palette.BRICK,
) -> list[Mesh]:
    """A small house with a gabled roof, a chimney, a door and two lit windows; `at` is the middle of its ground."""
    roof = palette.ROOF
    rise = width * 0.42
    parts = [
        box((width, wall, depth), (0, 0, 0), tint),
        prism([(-width / 2, wall), (width / 2, wall), (0, wall + rise)], depth, (0, 0, 0), tint),
    ]
    slope = float(np.arctan2(rise, width / 2))
    length = float(np.hypot(rise, width / 2)) + 0.6
    for side in (-1, 1):
        slab = _slab(length, 0.16, depth + 0.9, site.roof(roof))
        tilt = np.array(
            [
                [np.cos(slope * side), np.sin(slope * side), 0],
                [-np.sin(slope * side), np.cos(slope * side), 0],
                [0, 0, 1],
            ],
            np.float32,
        )
        middle = np.array([side * (width / 4 + 0.17), wall + rise / 2 - 0.06, 0], np.float32)
        parts.append(slab.moved(tilt, middle))
    parts += [
        box((0.7, rise + 0.6, 0.7), (width * 0.24, wall + 0.4, -depth * 0.15), palette.shaded(palette.BRICK, 0.8)),
        box((0.86, 0.14, 0.86), (width * 0.24, wall + rise + 1.0, -depth * 0.15), site.roof(palette.STONE)),
        box((1.15, 2.15, 0.16), (0, 0, depth / 2), palette.shaded(palette.WOOD, 0.6)),
        box((0.95, 2.05, 0.22), (0, 0, depth / 2), palette.DARK_WOOD),
        box((1.8, 0.18, 1.0), (0, 0, depth / 2 + 0.4), palette.STONE),
    ]
    for x in (-width * 0.32, width * 0.32):
        parts += window(site, 1.0, 1.15, (x, 1.0, depth / 2), 0.0, site.lit or site.snowy)
    parts += window(site, 0.7, 0.8, (0, wall + rise * 0.22, depth / 2), 0.0, False)
    for side in (-1, 1):
        parts += window(site, 0.9, 1.1, (side * width / 2, 1.0, 0.3), side * np.pi / 2, site.lit)
    if site.lit or site.snowy:
        spot = turn_y(turn) @ np.array([width * 0.32, 1.6, depth / 2 + 1.0])
        site.lamp(at[0] + float(spot[0]), at[1] + 1.6, at[2] + float(spot[2]), 1.6, 7.0)
    return [placed(joined(parts), at, turn)]


def _slab(width: float, height: float, depth: float, tint: Tint) -> Mesh:
    return box((width, height, depth), (0, -height / 2, 0), tint)


def lighthouse(site: Site, at: Point, height: float = 22.0) -> list[Mesh]:
    """A tapering banded tower with gallery, lantern room and cap; the lantern burns whatever the hour."""
    x, y, z = at
    wide, narrow = height * 0.125, height * 0.078
    out = []
    for band in range(5):
        low, high = band / 5, (band + 1) / 5
        tint = palette.RED if band % 2 else palette.WHITE
        radii = [wide + (narrow - wide) * share for share in (low, high)]
        out.append(lathe([(radii[0], low * height), (radii[1], high * height)], at, tint, 28))
    deck = y + height
    out += [
        lathe(
            [(narrow * 1.05, -0.35), (narrow * 1.45, 0.0), (narrow * 1.45, 0.18)],
            (x, deck, z),
            palette.shaded(palette.WHITE, 0.6),
            24,
        ),
        cylinder(narrow * 0.66, height * 0.075, (x, deck + 0.18, z), palette.LAMP_LIGHT, 16, glow=2.6),
        cylinder(narrow * 0.95, 0.14, (x, deck + 0.18 + height * 0.075, z), palette.IRON, 20),
        lathe(
            [(narrow * 1.0, 0), (narrow * 0.55, height * 0.035), (0.12, height * 0.062), (0.0, height * 0.075)],
            (x, deck + 0.3 + height * 0.075, z),
            palette.RED,
            20,
        ),
        ellipsoid((0.16, 0.2, 0.16), (x, deck + 0.42 + height * 0.15, z), palette.IRON, 8),
    ]
    for i in range(10):
        angle = i * 2 * np.pi / 10
        post = (x + narrow * 1.38 * float(np.sin(angle)), deck + 0.18, z + narrow * 1.38 * float(np.cos(angle)))
        out.append(cylinder(0.035, 0.95, post, palette.IRON, 5))
        bar = (x + narrow * 0.74 * float(np.sin(angle)), deck + 0.18, z + narrow * 0.74 * float(np.cos(angle)))
        out.append(cylinder(0.04, height * 0.075, bar, palette.IRON, 5))
    for lift in (0.55, 0.95):
        out.append(ring(narrow * 1.38, 0.03, (x, deck + 0.18 + lift, z), palette.IRON, segments=24))
    for share, turn in ((0.16, 0.25), (0.5, 0.1), (0.74, 0.3)):
        r = wide + (narrow - wide) * share
        out += window(
            site,
            0.6,
            1.0,
            (x + r * float(np.sin(turn)) * 0.99, y + share * height, z + r * float(np.cos(turn)) * 0.99),
            turn,
            site.lit,
        )
    out += [
        box((1.3, 2.4, 0.5), (x, y, z + wide * 0.97), palette.shaded(palette.WHITE, 0.6)),
        box((1.0, 2.1, 0.6), (x, y, z + wide * 0.97), palette.DARK_WOOD),
    ]
    site.lamp(x, deck + 0.2 + height * 0.04, z + narrow, 5.0, 30.0)
    if site.lit:
        site.lamp(x, y + 2.6, z + wide + 0.9, 1.6, 7.0)
    return out


def street_lamp(site: Site, at: Point, turn: float = 0.0, height: float = 4.6) -> list[Mesh]:
    """A cast-iron post with an arm over the street; its lamp burns when the set is lit."""
    lit = site.lit
    parts = [
        lathe(
            [(0.17, 0), (0.16, 0.3), (0.085, 0.42), (0.06, height * 0.6), (0.05, height)], (0, 0, 0), palette.IRON, 10
        ),
        tube([(0, height - 0.05, 0), (0, height + 0.22, 0.25), (0, height + 0.22, 0.75)], 0.035, palette.IRON, 6),
        lathe([(0.05, 0), (0.2, -0.02), (0.05, 0.16)], (0, height + 0.06, 0.8), palette.IRON, 10),
        ellipsoid(
            (0.15, 0.13, 0.15),
            (0, height - 0.03, 0.8),
            palette.LAMP_LIGHT if lit else palette.GLASS,
            12,
            glow=3.0 if lit else 0.0,
        ),
    ]
    if lit:
        spot = turn_y(turn) @ np.array([0, height - 0.15, 0.8])
        site.lamp(at[0] + float(spot[0]), at[1] + height - 0.2, at[2] + float(spot[2]), 3.0, 11.0)
    return [placed(joined(parts), at, turn)]


def tower(site: Site, at: Point, height: float = 18.0) -> list[Mesh]:
    """A square belfry with a spire."""
    x, y, z = at
    wide = height * 0.2
    out = [
        box((wide, height * 0.62, wide), at, palette.STONE),
        box((wide * 1.12, height * 0.03, wide * 1.12), (x, y + height * 0.62, z), palette.shaded(palette.STONE, 0.8)),
        placed(
            cone(wide * 0.76, height * 0.36, (0, 0, 0), site.roof(palette.SLATE), 4),
            (x, y + height * 0.65, z),
            np.pi / 4,
        ),
    ]
    return out + window(site, wide * 0.22, wide * 0.6, (x, y + height * 0.44, z + wide / 2), 0.0, False)


def barn(site: Site, at: Point, turn: float = 0.0) -> list[Mesh]:
    """A wide barn with double doors."""
    outline = [(-5, 0), (5, 0), (5, 3.6), (2.8, 6.2), (0, 7.2), (-2.8, 6.2), (-5, 3.6)]
    parts = [
        prism(outline, 12, (0, 0, 0), palette.shaded(palette.RED, 0.85)),
        box((3.4, 3.2, 0.2), (0, 0, 6.0), palette.shaded(palette.WOOD, 0.8)),
        box((0.1, 3.2, 0.3), (0, 0, 6.0), palette.DARK_WOOD),
    ]
    roof = site.roof(palette.SLATE)
    for (x0, y0), (x1, y1) in pairwise(outline[2:]):
        edge = [(x0, y0), (x0 * 1.05, y0 + 0.18), (x1 * 1.05, y1 + 0.18), (x1, y1)]
        parts.append(prism(edge, 12.8, (0, 0, 0), roof))
    parts += window(site, 1.1, 1.1, (0, 4.4, 6.0))
    return [placed(joined(parts), at, turn)]


def bridge_arch(site: Site, at: Point, span: float, height: float) -> list[Mesh]:
    """A far stone bridge: deck, parapet and piers."""
    x, y, z = at
    out = [
        box((span, 0.9, 4.0), (x, y + height, z), palette.STONE),
        box((span, 0.9, 0.3), (x, y + height + 0.9, z + 1.85), palette.STONE),
    ]
    for i in range(5):
        out.append(
            box((1.4, height, 3.6), (x + (i / 4 - 0.5) * span * 0.94, y, z), palette.shaded(palette.STONE, 0.85))
        )
    return out


def stall(at: Point, turn: float = 0.0) -> list[Mesh]:
    """A market stall: counter, four posts, a sloped awning."""
    parts = [
        box((2.2, 0.9, 0.8), (0, 0, 0.2), palette.WOOD),
        box((2.4, 0.07, 1.0), (0, 0.9, 0.2), palette.shaded(palette.WOOD, 0.8)),
    ]
    parts += [
        box((0.07, 2.3 if z < 0 else 2.0, 0.07), (x, 0, z), palette.DARK_WOOD) for x in (-1.1, 1.1) for z in (-0.6, 0.7)
    ]
    parts.append(prism([(0.95, 1.92), (0.95, 2.0), (-0.8, 2.4), (-0.8, 2.32)], 2.7, (0, 0, 0), palette.RED, -np.pi / 2))
    return [placed(joined(parts), at, turn)]
